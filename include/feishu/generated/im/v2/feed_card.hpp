#pragma once
// Feishu im v2: feed_card. Generated from codegen/specs/im/v2/feed_card.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2::feed_card {

/// Enables or disables the time-sensitive status of the bot's chat in the feeds of users.
struct bot_time_sentive {
    static constexpr endpoint_spec spec{
        .id = "im.v2.feed_card.bot_time_sentive",
        .method = verb::patch,
        .path = "/open-apis/im/v2/feed_cards/bot_time_sentive",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:datasync.feed_card.time_sensitive:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/feed_card/bot_time_sentive",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Whether the card is time-sensitive, that is, pinned to the top of the feed.
    field::required<bool> time_sensitive;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string, 1, 50>> user_ids;
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {
        /// Users for whom the operation failed.
        std::vector<model::failed_user> failed_user_reasons;
    };
};
BOOST_DESCRIBE_STRUCT(bot_time_sentive, (), (user_id_type, time_sensitive, user_ids, bot_id))
BOOST_DESCRIBE_STRUCT(bot_time_sentive::response, (), (failed_user_reasons))

/// Enables or disables the time-sensitive status of a chat in the feeds of users.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "im.v2.feed_card.patch",
        .method = verb::patch,
        .path = "/open-apis/im/v2/feed_cards/:feed_card_id",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:datasync.feed_card.time_sensitive:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230027},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/feed_card/patch",
    };

    /// Feed card id: the chat id of the group.
    field::required<feishu::feed_card_id> feed_card_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Whether the card is time-sensitive, that is, pinned to the top of the feed.
    field::required<bool> time_sensitive;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string>> user_ids;

    struct response {
        /// Users for whom the operation failed.
        std::vector<model::failed_user> failed_user_reasons;
    };
};
BOOST_DESCRIBE_STRUCT(patch, (), (feed_card_id, user_id_type, time_sensitive, user_ids))
BOOST_DESCRIBE_STRUCT(patch::response, (), (failed_user_reasons))

} // namespace feishu::im::v2::feed_card
