#pragma once
// Feishu event v1: outbound_ip. Generated from codegen/specs/event/v1/outbound_ip.json: edit that, then run codegen/run.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::event_::v1::outbound_ip {

/// Lists the IP addresses from which the platform sends events.
struct list {
    static constexpr endpoint_spec spec{
        .id = "event.v1.outbound_ip.list",
        .method = verb::get,
        .path = "/open-apis/event/v1/outbound_ip",
        .query = {"page_size", "page_token"},
        .tokens = token::tenant,
        .scopes = {any_of("event:ip_list")},
        .errors = {1810001},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-v1/outbound_ip/list",
    };

    /// Page size.
    std::optional<field::number<int, std::numeric_limits<int>::lowest(), 50>> page_size{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// IP addresses.
        std::vector<std::string> ip_list;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (page_size, page_token))
BOOST_DESCRIBE_STRUCT(list::response, (), (ip_list, page_token, has_more))

} // namespace feishu::event_::v1::outbound_ip
