#pragma once

#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/reply_uuid.hpp>

namespace feishu {
namespace detail {

FEISHU_DECL std::string uuid_for(std::string_view identity, unsigned number) {
    constexpr std::size_t size = 32; // 128 bits
    if (identity.empty())
        return {};
    std::string text(identity);
    text += '\n'; // not in an identity
    text += std::to_string(number);
    return event_crypto::sha256_hex(text).substr(0, size);
}

} // namespace detail

FEISHU_DECL std::string reply_uuid(raw_event const& event, unsigned number) {
    return detail::uuid_for(event_identity(event), number);
}

} // namespace feishu
