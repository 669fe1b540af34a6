#pragma once
// The form of user ids, and what the response must have.

#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/app_feed_card.hpp>
#include <feishu/rules/im/v2/models.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v2::app_feed_card {

constexpr void rules(create const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

/// The response must have this, unless it lists failures; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.biz_id.empty() && response.failed_cards.empty() ? "biz_id" : "";
}

} // namespace feishu::im::v2::app_feed_card
