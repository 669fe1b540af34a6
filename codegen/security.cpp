#include "security.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace codegen {
namespace {

using scopes = std::vector<std::string>;

std::string token_of(std::string const& scheme, place const& at) {
    constexpr std::string_view suffix = "_access_token";
    auto const kind =
        scheme.ends_with(suffix) ? scheme.substr(0, scheme.size() - suffix.size()) : std::string();
    if (kind != "tenant" && kind != "user" && kind != "app")
        throw spec_error(at, "\"" + scheme +
                                 "\" is not tenant_access_token, user_access_token, app_access_token or "
                                 "app_credentials");
    return kind;
}

// The alternatives list one scope of each group, in the groups' order: column i is group i.
std::vector<scopes> groups_of(std::vector<scopes> const& alternatives, place const& at) {
    std::vector<scopes> groups(alternatives.front().size());
    for (auto const& alternative : alternatives) {
        if (alternative.size() != groups.size())
            throw spec_error(at, "alternatives of one token have different numbers of scopes");
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (std::ranges::find(groups[i], alternative[i]) == groups[i].end())
                groups[i].push_back(alternative[i]);
    }
    std::size_t product = 1;
    for (auto const& group : groups)
        product *= group.size();
    std::set<scopes> const different(alternatives.begin(), alternatives.end());
    if (product != alternatives.size() || different.size() != alternatives.size())
        throw spec_error(at, "the alternatives are not every combination of one scope from each group");
    return groups;
}

} // namespace

access access_of(openapi::operation const& op, place const& at) {
    auto const here = at / "security";
    access out;
    std::vector<std::vector<scopes>> by_token;
    for (auto const& entry : op.security) {
        if (entry.size() != 1)
            throw spec_error(here, "each entry names one security scheme");
        auto const& [scheme, alternative] = *entry.begin();
        if (scheme == "app_credentials") {
            if (op.security.size() != 1)
                throw spec_error(here, "app_credentials are the only way to authenticate, or none");
            out.basic = true;
            return out;
        }
        auto const token = token_of(scheme, here);
        auto const known = std::ranges::find(out.tokens, token);
        if (known == out.tokens.end()) {
            out.tokens.push_back(token);
            by_token.push_back({alternative});
        } else {
            by_token[static_cast<std::size_t>(known - out.tokens.begin())].push_back(alternative);
        }
    }
    bool first = true;
    std::optional<std::vector<scopes>> of_user;
    for (std::size_t i = 0; i < by_token.size(); ++i) {
        auto groups = groups_of(by_token[i], here);
        if (out.tokens[i] == "user")
            of_user = std::move(groups);
        else if (!std::exchange(first, false) && groups != out.groups)
            throw spec_error(here, "tenant and app tokens need the same scopes");
        else
            out.groups = std::move(groups);
    }
    if (!of_user || *of_user == out.groups)
        return out;
    if (of_user->empty())
        throw spec_error(here, "a user token cannot go without scopes where another token needs them");
    (first ? out.groups : out.user_groups) = std::move(*of_user);
    return out;
}

} // namespace codegen
