#pragma once
// Validation rules across the fields of passport.v1.session; validate() applies them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/passport/v1/session.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::passport::v1::session {

constexpr void rules(logout const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_id", request.user_id);
    auto const type = request.logout_type->value();
    if (type == v1::logout_type::by_user_id && !request.user_id)
        found.add("user_id", "is required with logout_type by_user_id");
    if (type == v1::logout_type::by_idp_credential && !request.idp_credential_id)
        found.add("idp_credential_id", "is required with logout_type by_idp_credential");
    if (type == v1::logout_type::by_session && !request.sid)
        found.add("sid", "is required with logout_type by_session");
}

constexpr void rules(query const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_ids", request.user_ids);
}

} // namespace feishu::passport::v1::session
