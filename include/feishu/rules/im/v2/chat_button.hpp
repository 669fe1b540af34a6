#pragma once
// Validation rules: user ids must have the form of user_id_type.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/chat_button.hpp>
#include <feishu/rules/im/v2/models.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v2::chat_button {

constexpr void rules(update const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

} // namespace feishu::im::v2::chat_button
