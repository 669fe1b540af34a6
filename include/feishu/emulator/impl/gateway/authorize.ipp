#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/impl/base64.hpp>
#include <feishu/emulator/impl/gateway/authorize.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

// Token types are known by their prefixes.
inline token kind_of(std::string_view value) {
    if (value.starts_with("t-"))
        return token::tenant;
    if (value.starts_with("u-"))
        return token::user;
    return value.starts_with("a-") ? token::app : token::none;
}

inline int invalid_code(token kind) {
    switch (kind) {
    case token::user: return 99991668;
    case token::app: return 99991664;
    case token::tenant:
    case token::none: break;
    }
    return 99991663;
}

FEISHU_DECL std::string_view bearer(request const& req) {
    constexpr std::string_view scheme = "Bearer ";
    auto value = http::find_header(req.headers, "Authorization");
    if (!http::iequals(value.substr(0, scheme.size()), scheme))
        return {};
    value.remove_prefix(scheme.size());
    while (value.starts_with(' '))
        value.remove_prefix(1);
    return value;
}

// The first group of scopes of which none is granted; empty if there is no such group.
inline scope_group missing_scopes(endpoint_spec const& spec, token kind, std::set<std::string> const& granted) {
    for (auto const& group : spec.scopes_for(kind)) {
        bool satisfied = group.empty();
        for (auto const scope : group)
            satisfied = satisfied || granted.contains(std::string(scope));
        if (!satisfied)
            return group;
    }
    return {};
}

inline refusal refuse_scopes(int code, scope_group const& scopes) {
    refusal out{.error = refuse(code)};
    if (code == 99991672)
        out.error.message += " One of the following scopes is required: [";
    else
        out.error.message += " required one of these privileges under the user identity: [";
    out.members = ",\"permission_violations\":[";
    std::string_view separator;
    for (auto const scope : scopes) {
        out.error.message += separator.empty() ? "" : ", ";
        out.error.message += scope;
        out.members += separator;
        out.members += R"({"type":"action_scope_required",)";
        append_string_member(out.members, "subject", scope);
        out.members += '}';
        separator = ",";
    }
    out.error.message += ']';
    out.members += ']';
    return out;
}

// HTTP Basic: the app itself.
inline std::optional<refusal> authorize_app(state& tenant, request const& req, caller& identified) {
    constexpr std::string_view scheme = "Basic ";
    auto const value = http::find_header(req.headers, "Authorization");
    auto const decoded =
        http::iequals(value.substr(0, scheme.size()), scheme) ? from_base64(value.substr(scheme.size())) : std::nullopt;
    auto const text = decoded.value_or("");
    auto const colon = (std::min)(text.find(':'), text.size());
    auto const* app = tenant.find_app(feishu::app_id(text.substr(0, colon)));
    if (app == nullptr || colon == text.size() || app->app_secret != text.substr(colon + 1)) {
        auto e = refuse_oauth("invalid_client", "the credentials of the app are missing or wrong");
        e.http_status = 401;
        return refusal{.error = std::move(e)};
    }
    identified.app = *app;
    return std::nullopt;
}

FEISHU_DECL std::optional<refusal> authorize(state& tenant, endpoint_spec const& spec, request const& req,
                                             caller& identified) {
    if (spec.basic_auth)
        return authorize_app(tenant, req, identified);
    if (spec.tokens == token::none)
        return std::nullopt;
    auto const value = bearer(req);
    if (value.empty())
        return refusal{.error = refuse(99991661)};
    identified.kind = kind_of(value);
    if (identified.kind == token::none || !accepts(spec.tokens, identified.kind))
        return refusal{.error = refuse(99991671)};
    auto const* issued = tenant.find_token(value);
    auto const* app = issued != nullptr ? tenant.find_app(issued->app) : nullptr;
    if (app == nullptr)
        return refusal{.error = refuse(invalid_code(identified.kind))};
    identified.app = *app;
    if (issued->kind == token::user)
        if (auto const* user = tenant.find_user(issued->user))
            identified.user = *user;
    if (app->scopes)
        if (auto const missing = missing_scopes(spec, identified.kind, *app->scopes); !missing.empty())
            return refuse_scopes(99991672, missing);
    identified.granted = issued->scopes;
    if (issued->scopes)
        if (auto const missing = missing_scopes(spec, identified.kind, *issued->scopes); !missing.empty())
            return refuse_scopes(99991679, missing);
    return std::nullopt;
}

// Rates and the monthly quota, of those that the tenant's settings limit.
inline std::optional<refusal> limit_rate(state& tenant, endpoint_spec const& spec, caller const& who) {
    // Custom bots have no app: the handler counts the requests of each, and has a code of its own.
    if (tenant.settings.documented_rates && spec.id != "bot.v2.hook.send")
        if (auto const exceeded = tenant.rates().take(who.app.app_id, spec, tenant.now()))
            return refusal{.error = refuse(99991400), .headers = rate_limit_headers(exceeded->limit, exceeded->reset)};
    if (auto const quota = tenant.settings.monthly_quota; quota && who.kind != token::none && !who.app.store)
        if (!tenant.rates().take_monthly(*quota, tenant.now()))
            return refusal{.error = refuse(99991403)};
    return std::nullopt;
}

FEISHU_DECL std::optional<refusal> admit(state& tenant, endpoint_spec const& spec, request const& req,
                                         caller& identified) {
    if (auto unauthorized = authorize(tenant, spec, req, identified))
        return unauthorized;
    return limit_rate(tenant, spec, identified);
}

} // namespace feishu::emulator::detail
