#pragma once
// The tenant as the control interface shows it.

#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/control/tenant.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator::control::detail {

inline app_entry entry_of(app const& one) {
    app_entry out{.app_id = one.app_id,
                  .app_secret = one.app_secret,
                  .name = one.name,
                  .scopes = {},
                  .bot = one.bot,
                  .store = one.store,
                  .bot_open_id = one.bot_open_id};
    if (one.scopes)
        out.scopes.emplace(one.scopes->begin(), one.scopes->end());
    return out;
}

inline user_entry entry_of(user const& one) {
    return {.open_id = one.open_id,
            .union_id = one.union_id,
            .user_id = one.user_id,
            .name = one.name,
            .email = one.email,
            .mobile = one.mobile,
            .departments = one.departments,
            .resigned = one.resigned};
}

inline chat_entry entry_of(chat const& one) {
    return {.chat_id = one.chat_id,
            .name = one.name,
            .chat_mode = one.mode == chat_mode::p2p     ? "p2p"
                         : one.mode == chat_mode::topic ? "topic"
                                                        : "group",
            .owner = one.owner,
            .managers = one.managers,
            .members = one.members,
            .bots = one.bots,
            .muted = one.muted,
            .dissolved = one.dissolved};
}

} // namespace feishu::emulator::control::detail
