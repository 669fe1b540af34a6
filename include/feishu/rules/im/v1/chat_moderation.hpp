#pragma once
// Validation rules across the fields of im.v1.chat_moderation; validate() applies them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_moderation.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v1::chat_moderation {

constexpr void rules(update const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "moderator_added_list",
                              request.moderator_added_list);
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "moderator_removed_list",
                              request.moderator_removed_list);
    // If omitted, the setting does not change, and it may be moderator_list.
    if (!request.moderation_setting.has_value() ||
        request.moderation_setting == v1::moderation_permission::moderator_list)
        return;
    if (!request.moderator_added_list.empty())
        found.add("moderator_added_list", "needs moderation_setting moderator_list");
    if (!request.moderator_removed_list.empty())
        found.add("moderator_removed_list", "needs moderation_setting moderator_list");
}

} // namespace feishu::im::v1::chat_moderation
