#pragma once
// What the field tables of contact.v3.user cannot say: rules across fields.

#include <feishu/core/violation.hpp>
#include <feishu/generated/contact/v3/user.hpp>

namespace feishu::contact::v3::user {

constexpr void rules(batch_get_id const& request, violations& found) {
    if (request.emails.empty() && request.mobiles.empty())
        found.add("emails", "must not be empty when mobiles is, too");
}

} // namespace feishu::contact::v3::user
