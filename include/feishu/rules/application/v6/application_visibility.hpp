#pragma once
// Validation rules: ids must have the form of their type.

#include <feishu/core/violation.hpp>
#include <feishu/generated/application/v6/application_visibility.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::application::v6::application_visibility {

constexpr void rules(check_white_black_list const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

} // namespace feishu::application::v6::application_visibility
