#pragma once
// Essential members of the responses of jssdk.v1.ticket; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/jssdk/v1/ticket.hpp>

namespace feishu::jssdk::v1::ticket {

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(get::response const& response) {
    return response.ticket.empty() ? "ticket" : "";
}

} // namespace feishu::jssdk::v1::ticket
