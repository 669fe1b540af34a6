#pragma once
// The messages of the emulated tenant, as plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/sparse.hpp>

namespace feishu::emulator {

/// An emoji reaction of a user or a bot to a message.
struct reaction {
    feishu::reaction_id reaction_id{};
    feishu::open_id user{}; ///< empty if a bot reacted
    feishu::app_id app{};   ///< empty if a user did
    std::string emoji_type{};
    clock::time_point time{};
};

/// The messages that a message belongs to. Ids are empty where there is none.
struct message_links {
    feishu::message_id root_id{};          ///< the first message of its chain of replies
    feishu::message_id parent_id{};        ///< what it replies to
    feishu::thread_id thread_id{};         ///< its thread
    feishu::message_id upper_message_id{}; ///< the merged forward that contains it
    std::uint32_t thread_position = 0;     ///< order of creation in the thread; its first message has 0
};

/// What a message can have beyond its content.
struct message_extras {
    std::vector<std::string> follow_ups{};          ///< texts of the bubbles below it
    std::set<feishu::open_id> notified_by_sms{};    ///< users notified by an urgent SMS
    std::set<feishu::open_id> notified_by_phone{};  ///< users notified by an urgent call
};

/// A pinned message.
struct pin {
    feishu::message_id message_id{};
    feishu::chat_id chat_id{};
    feishu::open_id user{}; ///< who pinned it; empty if a bot did
    feishu::app_id app{};   ///< empty if a user did
    clock::time_point time{};
};

/// A message. A tenant holds a million of them: what few messages have is `sparse`, a pointer that reads as
/// the default (`*one.links`, `one.readers->contains(ann)`) until `edit()` sets it.
struct message {
    feishu::message_id message_id{};
    feishu::chat_id chat_id{};
    feishu::app_id app{};   ///< the bot that sent it; empty if a user did
    feishu::open_id user{}; ///< the user who sent it; empty if a bot did
    std::string content{};  ///< JSON document, as responses show it
    clock::time_point create_time{};
    clock::time_point update_time{};
    std::uint64_t sequence = 0; ///< order of creation in the tenant, from 1
    std::uint32_t position = 0; ///< order of creation in the chat, from 1
    im::v1::msg_type msg_type{};
    std::uint8_t edits = 0; ///< how often it was edited
    bool updated = false;   ///< edited, or a card that was replaced
    bool deleted = false;   ///< recalled: it still exists, without its content
    bool removed = false;   ///< permanently deleted
    bool batch = false;     ///< a copy of a batch message
    std::vector<im::v1::model::mention> mentions{};
    std::vector<reaction> reactions{};
    detail::sparse<message_links> links{};
    detail::sparse<std::set<feishu::open_id>> urgent_receivers{}; ///< users notified by an urgent message
    detail::sparse<std::map<feishu::open_id, clock::time_point>> readers{}; ///< when users read it
    detail::sparse<message_extras> extras{};
};

} // namespace feishu::emulator
