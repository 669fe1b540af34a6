#pragma once
// What the commands that only read print: the list, one endpoint, scopes, an error code.

#include <string>
#include <string_view>
#include <vector>

#include "catalog.hpp"

namespace cli {

/// The endpoints whose id, path or summary contains `pattern`, one line each. Errors: usage_error if there is none.
std::string list_of(std::string_view pattern);

/// One endpoint as documentation: what it does, its members, limits, tokens, scopes, rate, errors.
std::string document_of(entry const& endpoint);

/// The JSON that the developer console imports, for calls of all these endpoints as the app and as a user.
std::string scopes_of(std::vector<std::string> const& ids);

/// What a code of the platform means and what to do. Errors: usage_error for a code that is not known.
std::string explain(std::string_view code);

/// Where an app's administrator grants scopes, publishes versions, …: a page of the developer console.
std::string console_page(std::string_view base_url, std::string_view app_id, std::string_view page);

/// A small set of scopes that contains one of each group.
std::vector<std::string_view> cover(std::vector<feishu::scope_group> const& groups);

} // namespace cli
