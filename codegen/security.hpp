#pragma once
// security: OpenAPI's list of alternatives, back to "these tokens, and one scope of each of these groups".

#include <string>
#include <vector>

#include "library.hpp"

namespace codegen {

/// Tokens and scopes of an operation.
struct access {
    std::vector<std::string> tokens; ///< tenant, user, app
    std::vector<std::vector<std::string>> groups;
    std::vector<std::vector<std::string>> user_groups; ///< of the user token, where they differ; otherwise empty
    bool basic = false; ///< app_credentials: HTTP Basic with app_id and app_secret
};

/// Throws spec_error when the alternatives of a token are not the product of groups, or when tokens of an app differ
/// in them.
access access_of(openapi::operation const& op, place const& at);

} // namespace codegen
