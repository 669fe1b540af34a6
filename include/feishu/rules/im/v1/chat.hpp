#pragma once
// What the field tables of im.v1.chat cannot say: rules across fields.

#include <string>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat.hpp>

namespace feishu::im::v1::chat {

namespace detail {

constexpr bool is_short(std::string const& name) {
    auto const scanned = utf8::scan(name);
    return scanned.valid() && scanned.characters < 2;
}

constexpr char const* short_name = "has less than the two characters that a public group's name needs";

} // namespace detail

constexpr void rules(create const& request, violations& found) {
    if (request.chat_type != v1::chat_privacy::public_)
        return;
    if (request.name && detail::is_short(*request.name))
        found.add("name", detail::short_name);
    if (!request.name && !request.i18n_names)
        found.add("name", "is required for a public group");
}

constexpr void rules(update const& request, violations& found) {
    if (request.chat_type == v1::chat_privacy::public_ && request.name && detail::is_short(*request.name))
        found.add("name", detail::short_name);
}

} // namespace feishu::im::v1::chat
