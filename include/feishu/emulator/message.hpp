#pragma once
// The messages of the emulated tenant, as plain data.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// An emoji reaction of a user or a bot to a message.
struct reaction {
    feishu::reaction_id reaction_id{};
    feishu::open_id user{}; ///< empty if a bot reacted
    feishu::app_id app{};   ///< empty if a user did
    std::string emoji_type{};
    clock::time_point time{};
};

/// A message, with the state that responses do not show.
struct message {
    im::v1::model::message wire{}; ///< as a response shows it
    feishu::app_id app{};          ///< the bot that sent it; empty if a user did
    feishu::open_id user{};        ///< the user who sent it; empty if a bot did
    std::uint64_t sequence = 0;    ///< order of creation in the tenant
    int edits = 0;
    bool removed = false; ///< permanently deleted, as opposed to recalled (`wire.deleted`)
    std::set<feishu::open_id> urgent_receivers{}; ///< users notified by an urgent message
    std::set<feishu::open_id> readers{};          ///< users who have read it
    std::vector<reaction> reactions{};
};

} // namespace feishu::emulator
