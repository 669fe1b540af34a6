#pragma once

#include <string>

#include <feishu/emulator/handlers/authen/v1/user_info.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The app has the scope, and the user has granted it.
inline bool has_scope(caller const& who, std::string const& scope) {
    return (!who.app.scopes || who.app.scopes->contains(scope)) &&
           (!who.granted || who.granted->contains(scope));
}

} // namespace detail

FEISHU_DECL result<authen::v1::user_info::get::response> handle(state& tenant, caller const& who,
                                                                authen::v1::user_info::get const&) {
    if (!who.user)
        return refuse(20008);
    auto const& user = *who.user;
    if (user.resigned)
        return refuse(20021);
    authen::v1::user_info::get::response out;
    out.name = user.name;
    out.open_id = user.open_id;
    out.union_id = user.union_id;
    out.tenant_key = tenant.tenant_key();
    if (detail::has_scope(who, "contact:user.employee_id:readonly"))
        out.user_id = user.user_id;
    if (detail::has_scope(who, "contact:user.email:readonly"))
        out.email = user.email;
    return out;
}

} // namespace feishu::emulator
