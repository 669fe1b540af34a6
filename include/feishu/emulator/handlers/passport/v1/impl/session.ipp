#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/emulator/handlers/passport/v1/session.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string seconds_text(clock::time_point time) {
    return std::to_string(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

} // namespace detail

FEISHU_DECL result<passport::v1::session::query::response>
handle(state& tenant, caller const&, passport::v1::session::query const& request) {
    passport::v1::session::query::response out;
    auto const type = request.user_id_type.value();
    for (auto const& id : request.user_ids) {
        auto const* user = tenant.find_user(type.value_or(user_id_type::open_id), id);
        if (user == nullptr)
            continue;
        for (auto const& session : tenant.logins().sessions())
            if (session.user == user->open_id)
                out.mask_sessions.push_back({.create_time = detail::seconds_text(session.created),
                                             .terminal_type = session.terminal,
                                             .user_id = id,
                                             .sid = session.sid});
    }
    return out;
}

FEISHU_DECL result<passport::v1::session::logout::response>
handle(state& tenant, caller const&, passport::v1::session::logout const& request) {
    using passport::v1::logout_type;
    std::vector<passport::v1::terminal_type> terminals;
    for (auto const& one : request.terminal_type)
        if (auto const known = one.value())
            terminals.push_back(*known);
    if (*request.logout_type == logout_type::by_user_id) {
        auto const type = request.user_id_type.value();
        auto const* user =
            tenant.find_user(type.value_or(user_id_type::open_id), request.user_id.value_or(""));
        if (user == nullptr)
            return refuse(1080001, "user_id");
        tenant.logins().end_sessions(user->open_id, {}, terminals);
    } else if (*request.logout_type == logout_type::by_session) {
        auto const sid = request.sid.value_or("");
        if (sid.empty())
            return refuse(1080001, "sid");
        if (tenant.logins().end_sessions({}, sid, {}) == 0)
            return refuse(1084001);
    } else if (request.idp_credential_id.value_or("")
                   .empty()) { // nobody has a credential of an identity provider
        return refuse(1080001, "idp_credential_id");
    }
    return passport::v1::session::logout::response{};
}

} // namespace feishu::emulator
