#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include <feishu/emulator/handlers/authen/v1/authorize.hpp>
#include <feishu/emulator/impl/logins/authorization_request.hpp>
#include <feishu/emulator/impl/pages/html.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/http/target.hpp>

namespace feishu::emulator {
namespace detail {

// The users who can log in. A page of many thousands would be of no use.
inline void append_users(std::string& out, state const& tenant, app const* to) {
    constexpr std::size_t most = 200;
    std::size_t listed = 0;
    out += "<p><label>User <select name=\"user\">";
    for (auto const& user : tenant.users()) {
        if (user.resigned || (to != nullptr && to->available_to && !to->available_to->contains(user.open_id)))
            continue;
        if (++listed > most)
            break;
        out += "<option value=\"" + escape_html(user.open_id.str()) + "\">" + escape_html(user.name) +
               "</option>";
    }
    out += "</select></label></p>";
}

inline void append_decision(std::string& out) {
    out += "<p><button name=\"decision\" value=\"approve\">Authorize</button> "
           "<button name=\"decision\" value=\"deny\">Refuse</button></p></form>";
}

inline std::string hidden(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escape_html(value) + "\">";
}

inline std::string query_of(authen::v1::authorize::get const& request) {
    auto const target = http::target_of(request);
    return target.substr(target.find('?') + 1);
}

inline response login_page(state const& tenant, authorization_request const& wanted) {
    auto const name = escape_html(wanted.app->name);
    auto out = "<p><strong>" + name + "</strong> (" + escape_html(wanted.app->app_id.str()) + ") asks for ";
    if (wanted.scopes) {
        out += "these permissions:</p><ul>";
        for (auto const& scope : *wanted.scopes)
            out += "<li>" + escape_html(scope) + "</li>";
        out += "</ul>";
    } else {
        out += "all permissions that it has.</p>";
    }
    out += "<form method=\"post\" action=\"" + std::string(pages::login_form::spec.path) + "\">" +
           hidden("request", query_of(wanted.fields));
    append_users(out, tenant, wanted.app);
    append_decision(out);
    return html_page(200, "Log in to " + wanted.app->name, out);
}

} // namespace detail

FEISHU_DECL result<response> handle(state& tenant, caller const&, authen::v1::authorize::get const& request) {
    auto const wanted = detail::check_authorization(tenant, request);
    if (!wanted)
        return wanted.error();
    return detail::login_page(tenant, *wanted);
}

FEISHU_DECL result<response> handle(state& tenant, caller const&, pages::login_form const& request) {
    auto const wanted = detail::read_authorization(tenant, *request.request);
    if (!wanted)
        return wanted.error();
    auto redirect = *request.decision == "approve"
                        ? detail::approve(tenant, *wanted, feishu::open_id(request.user.value_or("")))
                        : detail::deny(*wanted);
    if (!redirect)
        return std::move(redirect).error();
    return detail::redirect_to(std::move(*redirect));
}

FEISHU_DECL result<response> handle(state& tenant, caller const&, pages::device_page const& request) {
    auto out = "<form method=\"post\" action=\"" + std::string(pages::device_form::spec.path) +
               "\"><p><label>Code that the device shows <input name=\"user_code\" value=\"" +
               detail::escape_html(request.user_code.value_or("")) + "\"></label></p>";
    detail::append_users(out, tenant, nullptr);
    detail::append_decision(out);
    return detail::html_page(200, "Connect a device", out);
}

FEISHU_DECL result<response> handle(state& tenant, caller const&, pages::device_form const& request) {
    bool const approved = *request.decision == "approve";
    auto decided = detail::decide_device(tenant, *request.user_code,
                                         feishu::open_id(request.user.value_or("")), approved);
    if (!decided)
        return std::move(decided).error();
    return detail::html_page(200, "Connect a device",
                             approved ? "<p>The device is connected.</p>" : "<p>The device was refused.</p>");
}

} // namespace feishu::emulator
