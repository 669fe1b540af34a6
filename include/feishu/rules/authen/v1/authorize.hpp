#pragma once
// Validation rules across the fields of authen.v1.authorize; validate() applies them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/authen/v1/authorize.hpp>

namespace feishu::authen::v1::authorize {

constexpr void rules(get const& request, violations& found) {
    if (request.redirect_uri.present() && request.redirect_uri->empty())
        found.add("redirect_uri", "must not be empty");
    if (request.code_challenge_method.has_value() && !request.code_challenge)
        found.add("code_challenge", "is required with code_challenge_method");
}

} // namespace feishu::authen::v1::authorize
