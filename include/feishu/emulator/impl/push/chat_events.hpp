#pragma once
// The events of groups and one-to-one chats. They go to the bots in the chat unless said otherwise; `by` is the
// operator: a user, or the open_id of a bot.

#include <string>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

class state;

namespace events {

FEISHU_DECL void members_added(state& tenant, chat const& where, std::vector<user const*> const& who,
                               feishu::open_id const& by);
FEISHU_DECL void members_deleted(state& tenant, chat const& where, std::vector<user const*> const& who,
                                 feishu::open_id const& by);
/// An invitation was withdrawn.
FEISHU_DECL void member_withdrawn(state& tenant, chat const& where, user const& who,
                                  feishu::open_id const& by);
/// For the added or removed bot only.
FEISHU_DECL void bot_added(state& tenant, chat const& where, feishu::app_id const& bot,
                           feishu::open_id const& by);
FEISHU_DECL void bot_deleted(state& tenant, chat const& where, feishu::app_id const& bot,
                             feishu::open_id const& by);

/// What a change to a group may change.
struct changeable {
    std::string name{};
    feishu::open_id owner{};
    im::v1::moderation_permission moderation{};
    chat_settings settings{};
};
FEISHU_DECL changeable changeable_of(chat const& where);
/// With the values that differ from those before; no event if none does.
FEISHU_DECL void chat_updated(state& tenant, chat const& where, changeable const& before,
                              feishu::open_id const& by);
FEISHU_DECL void dissolved(state& tenant, chat const& where, feishu::open_id const& by);

/// The one-to-one chat of a bot was created, for the bot; schema 1.0. `by_user`: the user opened it, not the bot.
FEISHU_DECL void p2p_created(state& tenant, chat const& where, user const& who, bool by_user);
/// For the bot of the one-to-one chat.
FEISHU_DECL void entered(state& tenant, chat const& where, feishu::app_id const& bot, user const& who);

} // namespace events
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/chat_events.ipp>
#endif
