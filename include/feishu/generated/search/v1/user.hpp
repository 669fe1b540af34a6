#pragma once
// Feishu search v1: user. Generated from codegen/specs/search/v1/user.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/search/v1/models.hpp>

namespace feishu::search::v1::user {

/// Searches for users by name.
struct get {
    static constexpr endpoint_spec spec{
        .id = "search.v1.user.get",
        .method = verb::get,
        .path = "/open-apis/search/v1/user",
        .query = {"query", "page_size", "page_token"},
        .tokens = token::user,
        .scopes = {any_of("contact:user:search")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uMTM4UjLzEDO14yMxgTN",
    };

    /// Search keyword; matches user names.
    field::required<std::string> query;
    /// Page size.
    field::number<int, 1, 200> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Users.
        std::vector<model::found_user> users;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (query, page_size, page_token))
BOOST_DESCRIBE_STRUCT(get::response, (), (users, page_token, has_more))

} // namespace feishu::search::v1::user
