#pragma once
// The members of class state for logins.

#include <feishu/emulator/impl/logins/authorization_request.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string_view query_of(std::string_view url) {
    url = url.substr(0, url.find('#'));
    auto const mark = url.find('?');
    return mark == url.npos ? std::string_view() : url.substr(mark + 1);
}

} // namespace detail

FEISHU_DECL result<std::string> state::log_in(feishu::open_id const& user, std::string_view authorize_url) {
    auto wanted = detail::read_authorization(*this, detail::query_of(authorize_url));
    if (!wanted)
        return std::move(wanted).error();
    return detail::approve(*this, *wanted, user);
}

FEISHU_DECL result<std::string> state::deny_login(std::string_view authorize_url) {
    auto wanted = detail::read_authorization(*this, detail::query_of(authorize_url));
    if (!wanted)
        return std::move(wanted).error();
    return detail::deny(*wanted);
}

FEISHU_DECL result<void> state::approve_device(feishu::open_id const& user, std::string_view user_code) {
    return detail::decide_device(*this, user_code, user, true);
}

FEISHU_DECL result<void> state::deny_device(std::string_view user_code) {
    return detail::decide_device(*this, user_code, {}, false);
}

FEISHU_DECL bool state::revoke_refresh_token(std::string_view value) {
    auto* found = stores_->logins.refresh_tokens.find(value);
    if (found != nullptr)
        found->status = detail::refresh_status::revoked;
    return found != nullptr;
}

} // namespace feishu::emulator
