#pragma once
// Feishu im v2: chat_button. Generated from codegen/specs/im/v2/chat_button.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2::chat_button {

/// Sets the buttons of a chat's entry in users' feeds.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v2.chat_button.update",
        .method = verb::put,
        .path = "/open-apis/im/v2/chat_button",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:app_feed_card:write")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 10},
        .errors = {230001, 230027},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/chat_button/update",
    };

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The users; their kind is what user_id_type says.
    field::required<field::list<std::string, 1, 20>> user_ids;
    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// The buttons.
    std::optional<model::feed_card_buttons> buttons{};

    struct response {
        /// Users for whom it did not work.
        std::vector<model::failed_user> failed_user_reasons;
    };
};
BOOST_DESCRIBE_STRUCT(update, (), (user_id_type, user_ids, chat_id, buttons))
BOOST_DESCRIBE_STRUCT(update::response, (), (failed_user_reasons))

} // namespace feishu::im::v2::chat_button
