#pragma once
// Validation rules: user ids must have the form of user_id_type. The essential member of the response.

#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/app_feed_card.hpp>
#include <feishu/rules/im/v2/models.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v2::app_feed_card {

constexpr void rules(create const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

/// The essential member of the response, unless the response lists failures; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.biz_id.empty() && response.failed_cards.empty() ? "biz_id" : "";
}

} // namespace feishu::im::v2::app_feed_card
