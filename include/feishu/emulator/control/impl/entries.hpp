#pragma once
// The tenant and its pushes as the control interface shows them.

#include <string_view>

#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/control/tenant.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/message.hpp>
#include <feishu/emulator/push.hpp>

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

inline message_entry entry_of(message const& one) {
    return {.message_id = one.message_id,
            .chat_id = one.chat_id,
            .root_id = one.links->root_id,
            .parent_id = one.links->parent_id,
            .thread_id = one.links->thread_id,
            .msg_type = open<im::v1::msg_type>(one.msg_type).str(),
            .content = one.content,
            .app = one.app,
            .user = one.user,
            .create_time = one.create_time.time_since_epoch().count(),
            .updated = one.updated,
            .deleted = one.deleted};
}

inline std::string_view name_of(delivery_channel channel) {
    switch (channel) {
    case delivery_channel::webhook: return "webhook";
    case delivery_channel::long_connection: return "long_connection";
    case delivery_channel::none: break;
    }
    return "none";
}

} // namespace feishu::emulator::control::detail
