#pragma once
// Feishu im v2: chat_button. Generated from codegen/specs/im/v2/chat_button.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2::chat_button {

/// Updates the buttons of a chat's feed card.
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

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::list<std::string, 1, 20> user_ids{};
    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Buttons.
    std::optional<model::feed_card_buttons> buttons{};
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {
        /// Users for whom the operation failed.
        std::vector<model::failed_user> failed_user_reasons;
    };
};
BOOST_DESCRIBE_STRUCT(update, (), (user_id_type, user_ids, chat_id, buttons, bot_id))
BOOST_DESCRIBE_STRUCT(update::response, (), (failed_user_reasons))

} // namespace feishu::im::v2::chat_button
