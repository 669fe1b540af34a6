#pragma once
// Feishu im v2: app_feed_card. Generated from codegen/specs/im/v2/app_feed_card.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2::app_feed_card {

/// Puts a card into users' feeds.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v2.app_feed_card.create",
        .method = verb::post,
        .path = "/open-apis/im/v2/app_feed_card",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:app_feed_card:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 10},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/app_feed_card/create",
    };

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    field::required<model::new_app_feed_card> app_feed_card;
    /// The users; their kind is what user_id_type says.
    field::required<field::list<std::string, 1, 20>> user_ids;

    struct response {
        /// Users for whom it did not work.
        std::vector<model::failed_feed_card> failed_cards;
        /// The app's own id for the card; left out on create, the platform makes one.
        std::string biz_id;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (user_id_type, app_feed_card, user_ids))
BOOST_DESCRIBE_STRUCT(create::response, (), (failed_cards, biz_id))

} // namespace feishu::im::v2::app_feed_card
