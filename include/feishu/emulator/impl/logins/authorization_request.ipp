#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/gateway/parse.hpp>
#include <feishu/emulator/impl/logins/authorization_request.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/target.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL result<std::optional<std::set<std::string>>> read_scopes(app const& of,
                                                                     std::string_view parameter) {
    std::set<std::string> out;
    while (!parameter.empty()) {
        auto const word = parameter.substr(0, parameter.find(' '));
        parameter.remove_prefix((std::min)(parameter.size(), word.size() + 1));
        if (word.empty())
            continue;
        if (!out.emplace(word).second)
            return refuse(20067, word);
        if (of.scopes && word != "offline_access" && !of.scopes->contains(std::string(word)))
            return refuse(20068, word);
    }
    if (out.empty())
        return std::optional<std::set<std::string>>();
    return std::optional(std::move(out));
}

FEISHU_DECL std::string scope_text(std::optional<std::set<std::string>> const& scopes) {
    std::string out;
    if (scopes)
        for (auto const& scope : *scopes)
            out += (out.empty() ? "" : " ") + scope;
    return out;
}

// Of visible ASCII: it is sent in a header. A fragment is the browser's.
inline bool can_redirect_to(std::string_view url) {
    return (url.starts_with("http://") || url.starts_with("https://")) &&
           std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

FEISHU_DECL result<authorization_request> check_authorization(state& tenant,
                                                              authen::v1::authorize::get fields) {
    auto const* app = tenant.find_app(fields.client_id);
    if (app == nullptr)
        return refuse(20048);
    auto const& to = *fields.redirect_uri;
    bool const listed =
        !app->redirect_urls || std::ranges::find(*app->redirect_urls, to) != app->redirect_urls->end();
    if (!listed || !can_redirect_to(to))
        return refuse(20071);
    auto scopes = read_scopes(*app, fields.scope.value_or(""));
    if (!scopes)
        return std::move(scopes).error();
    return authorization_request{std::move(fields), app, std::move(*scopes)};
}

FEISHU_DECL result<authorization_request> read_authorization(state& tenant, std::string_view query) {
    incoming in;
    if (!http::parse_query(query, in.query))
        return refuse(20001, "malformed percent-encoding");
    auto fields = parse_request<authen::v1::authorize::get>(in);
    if (!fields)
        return refuse(20001, fields.error().field);
    return check_authorization(tenant, std::move(*fields));
}

FEISHU_DECL result<void> require_login(state& tenant, app const& to, feishu::open_id const& user) {
    auto const* found = tenant.find_user(user);
    if (found == nullptr)
        return refuse(20008);
    if (found->resigned)
        return refuse(20066);
    if (to.available_to && !to.available_to->contains(user))
        return refuse(20010);
    return {};
}

inline std::string redirect_with(authen::v1::authorize::get const& fields, std::string_view name,
                                 std::string_view value) {
    auto out = *fields.redirect_uri;
    out += out.find('?') == out.npos ? '?' : '&';
    out += name;
    out += '=';
    http::append_encoded(out, value);
    if (fields.state) {
        out += "&state=";
        http::append_encoded(out, *fields.state);
    }
    return out;
}

inline void begin_session(state& tenant, feishu::open_id const& user) {
    tenant.logins().add({.sid = tenant.make_id("sid_"),
                         .user = user,
                         .terminal = passport::v1::terminal_type::web,
                         .created = tenant.now()});
}

FEISHU_DECL result<std::string> approve(state& tenant, authorization_request const& wanted,
                                        feishu::open_id const& user) {
    if (auto allowed = require_login(tenant, *wanted.app, user); !allowed)
        return std::move(allowed).error();
    auto const& fields = wanted.fields;
    auto const code = tenant.make_id("");
    auto const now = tenant.now();
    tenant.logins().codes.add(
        code,
        {.grant = {wanted.app->app_id, user, wanted.scopes},
         .redirect_uri = *fields.redirect_uri,
         .challenge = fields.code_challenge.value_or(""),
         .plain = fields.code_challenge_method != authen::v1::code_challenge_method::S256,
         .expires = now + clock::limited(tenant.settings.code_lifetime)},
        now);
    begin_session(tenant, user);
    return redirect_with(fields, "code", code);
}

FEISHU_DECL std::string deny(authorization_request const& wanted) {
    return redirect_with(wanted.fields, "error", "access_denied");
}

FEISHU_DECL result<void> decide_device(state& tenant, std::string_view user_code, feishu::open_id const& user,
                                       bool approved) {
    auto* device = tenant.logins().find_device(user_code);
    if (device == nullptr)
        return refuse(20003);
    if (device->expires <= tenant.now())
        return refuse(20004);
    if (device->status != device_status::pending)
        return refuse(20065);
    if (!approved) {
        device->status = device_status::denied;
        return {};
    }
    auto const* app = tenant.find_app(device->grant.app);
    if (app == nullptr)
        return refuse(20048);
    if (auto allowed = require_login(tenant, *app, user); !allowed)
        return allowed;
    device->status = device_status::approved;
    device->grant.user = user;
    begin_session(tenant, user);
    return {};
}

} // namespace feishu::emulator::detail
