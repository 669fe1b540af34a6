#pragma once
// Feishu bot v4: bot. Generated from codegen/specs/bot/v4/bot.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/bot/v4/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::bot_::v4::bot {

/// Searches for bots that are visible to the user.
struct search {
    static constexpr endpoint_spec spec{
        .id = "bot.v4.bot.search",
        .method = verb::post,
        .path = "/open-apis/bot/v4/bot/search",
        .query = {"page_size", "page_token", "user_id_type"},
        .tokens = token::user,
        .scopes = {any_of("search:bot")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 100},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/bot-v4/bot/search",
    };

    /// Page size.
    field::number<int, 1, 30> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Search keyword.
    std::optional<field::text<0, 50>> query{};
    /// Search conditions.
    std::optional<model::bot_filter> filter{};

    struct response {
        /// Search results.
        std::vector<model::search_item> items;
        /// Notice about the results.
        std::string notice;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (page_size, page_token, user_id_type, query, filter))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, notice, page_token, has_more))

} // namespace feishu::bot_::v4::bot
