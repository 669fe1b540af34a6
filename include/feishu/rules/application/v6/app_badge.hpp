#pragma once
// Validation rules: ids must have the form of their type.

#include <feishu/core/violation.hpp>
#include <feishu/generated/application/v6/app_badge.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::application::v6::app_badge {

constexpr void rules(set const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_id", request.user_id);
}

} // namespace feishu::application::v6::app_badge
