#pragma once
// Feishu im v2: app_feed_card_batch. Generated from codegen/specs/im/v2/app_feed_card_batch.json: edit that, then run codegen/run.

#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2::app_feed_card_batch {

/// Updates app feed cards in the feeds of users.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v2.app_feed_card_batch.update",
        .method = verb::put,
        .path = "/open-apis/im/v2/app_feed_card/batch",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:app_feed_card:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 10},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/app_feed_card-batch/update",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    field::list<model::feed_card_update, 1, 20> feed_cards{};

    struct response {
        /// Users for whom the operation failed.
        std::vector<model::failed_feed_card> failed_cards;
    };
};
BOOST_DESCRIBE_STRUCT(update, (), (user_id_type, feed_cards))
BOOST_DESCRIBE_STRUCT(update::response, (), (failed_cards))

/// Deletes app feed cards from the feeds of users.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v2.app_feed_card_batch.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v2/app_feed_card/batch",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:app_feed_card:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 10},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/app_feed_card-batch/delete",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    field::list<model::feed_card_key, 1, 20> feed_cards{};

    struct response {
        /// Users for whom the operation failed.
        std::vector<model::failed_feed_card> failed_cards;
    };
};
BOOST_DESCRIBE_STRUCT(delete_, (), (user_id_type, feed_cards))
BOOST_DESCRIBE_STRUCT(delete_::response, (), (failed_cards))

} // namespace feishu::im::v2::app_feed_card_batch
