#pragma once
// Changes to groups, with their events: by API calls and by people alike. The caller has checked the rules. `by`
// is the operator: a user, or the open_id of a bot.

#include <cstddef>
#include <string>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

class state;

namespace events {
struct changeable;
}

namespace groups {

/// Whether so many more users or bots have a place in the group.
FEISHU_DECL bool has_room_for_users(state const& tenant, chat const& where, std::size_t more);
FEISHU_DECL bool has_room_for_bots(state const& tenant, chat const& where, std::size_t more);

/// Adds users who are not in the group; their requests for membership are settled.
FEISHU_DECL void add_users(state& tenant, chat& where, std::vector<user const*> const& who,
                           feishu::open_id const& by);
/// Removes members. If the owner is one of them, a manager, or else the next member, becomes the owner; a group
/// without users has none.
FEISHU_DECL void remove_users(state& tenant, chat& where, std::vector<user const*> const& who,
                              feishu::open_id const& by);
/// A bot that is not in the group.
FEISHU_DECL void add_bot(state& tenant, chat& where, feishu::app_id const& bot, feishu::open_id const& by);
/// A bot of the group. If it is the owner, the ownership passes as above.
FEISHU_DECL void remove_bot(state& tenant, chat& where, feishu::app_id const& bot, feishu::open_id const& by);

/// Records that a user waits for approval.
FEISHU_DECL void request_membership(chat& where, feishu::open_id const& user, feishu::open_id const& inviter);
/// Removes the request; false if there is none.
FEISHU_DECL bool settle_membership(chat& where, feishu::open_id const& user);

/// A member becomes the owner. For use between changeable_of() and changed().
FEISHU_DECL void set_owner(chat& where, feishu::open_id const& user);
/// Ends a change of settings, name, owner or moderation: sets the time, publishes what is different.
FEISHU_DECL void changed(state& tenant, chat& where, events::changeable const& before,
                         feishu::open_id const& by);
FEISHU_DECL void dissolve(state& tenant, chat& where, feishu::open_id const& by);

} // namespace groups
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/group_changes.ipp>
#endif
