#pragma once
// Validation rules across the fields of contact.v3.user; validate() applies them.

#include <cstddef>
#include <string>

#include <feishu/core/violation.hpp>
#include <feishu/generated/contact/v3/user.hpp>
#include <feishu/rules/impl/id_form.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::contact::v3::user {

constexpr void rules(batch_get_id const& request, violations& found) {
    if (request.emails.empty() && request.mobiles.empty())
        found.add("emails", "must not be empty if mobiles is empty");
    for (std::size_t i = 0; i < request.emails.size(); ++i)
        if (request.emails[i].str().find('@') == std::string::npos)
            feishu::detail::add_at(found, "emails", i, {}, "is not an email address: it has no @");
    for (std::size_t i = 0; i < request.mobiles.size(); ++i)
        if (request.mobiles[i].find_first_of("0123456789") == std::string::npos)
            feishu::detail::add_at(found, "mobiles", i, {},
                                   request.mobiles[i].empty() ? "must not be empty" : "is not a phone number");
}

constexpr void rules(get const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_id", request.user_id);
}

} // namespace feishu::contact::v3::user
