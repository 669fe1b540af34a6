#pragma once
// The chats of the emulated tenant, as plain data.

#include <algorithm>
#include <string>
#include <vector>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// Kinds of chats.
enum class chat_mode { group, p2p };

/// A group, or the one-to-one chat of a user with a bot or another user.
struct chat {
    feishu::chat_id chat_id{};
    std::string name{};
    chat_mode mode = chat_mode::group;
    feishu::open_id owner{};      ///< empty if the creator bot is the owner
    feishu::app_id creator_bot{}; ///< empty if a user created it
    std::vector<feishu::open_id> managers{};
    std::vector<feishu::open_id> members{};
    std::vector<feishu::app_id> bots{};
    bool muted = false; ///< only owner, managers and the creator bot may speak
    bool dissolved = false;

    /// Whether a user or a bot is in the chat.
    bool has(feishu::open_id const& id) const { return std::ranges::find(members, id) != members.end(); }
    bool has(feishu::app_id const& id) const { return std::ranges::find(bots, id) != bots.end(); }
    /// Whether a user is the owner or a manager.
    bool managed_by(feishu::open_id const& id) const {
        return owner == id || std::ranges::find(managers, id) != managers.end();
    }
};

} // namespace feishu::emulator
