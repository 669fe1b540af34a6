#pragma once

#include <feishu/emulator/handlers/auth/v3/common.hpp>
#include <feishu/emulator/handlers/jssdk/v1/ticket.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

FEISHU_DECL result<jssdk::v1::ticket::get::response> handle(state& tenant, caller const& who,
                                                            jssdk::v1::ticket::get const&) {
    auto const ticket = tenant.jssdk_ticket(who.app.app_id);
    return jssdk::v1::ticket::get::response{.ticket = ticket.value,
                                            .expire_in = seconds_left(tenant, ticket)};
}

} // namespace feishu::emulator
