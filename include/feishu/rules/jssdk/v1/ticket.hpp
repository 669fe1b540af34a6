#pragma once
// What responses of jssdk.v1.ticket must have.

#include <string_view>

#include <feishu/generated/jssdk/v1/ticket.hpp>

namespace feishu::jssdk::v1::ticket {

/// The response must have this; see core/essential.hpp.
constexpr std::string_view missing_essential(get::response const& response) {
    return response.ticket.empty() ? "ticket" : "";
}

} // namespace feishu::jssdk::v1::ticket
