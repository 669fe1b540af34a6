#pragma once
// Validation rules: user ids must have the form of user_id_type.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/feed_card.hpp>
#include <feishu/rules/im/v2/models.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v2::feed_card {

constexpr void rules(bot_time_sentive const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

constexpr void rules(patch const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

} // namespace feishu::im::v2::feed_card
