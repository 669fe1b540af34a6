#pragma once
// The messages of the tenant, and the uuids they were sent with. References stay valid while the store lives.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>
#include <feishu/emulator/impl/state/hash_index.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator::detail {

/// Positions in `message_store::all()`, in order.
using positions = std::vector<std::uint32_t>; // as in state.hpp

class message_store {
public:
    /// Takes a message with its id, and sets its sequence number and position.
    FEISHU_DECL message& add(message one);
    /// Null if there is no such message.
    FEISHU_DECL message* find(feishu::message_id const& id);
    /// All messages of a chat.
    FEISHU_DECL positions const& positions_of(feishu::chat_id const& chat) const;
    /// Those that the history of a chat lists: without replies in threads.
    FEISHU_DECL positions const& history_of(feishu::chat_id const& chat) const;
    /// The children of a merged forward.
    FEISHU_DECL positions const& children_of(feishu::message_id const& merged) const;
    /// Gives a merged forward the children of another one.
    FEISHU_DECL void share_children(feishu::message_id const& from, feishu::message_id const& to);
    /// The messages of a thread, with the message that it began with.
    FEISHU_DECL positions const& positions_of(feishu::thread_id const& thread) const;
    message& at(std::size_t position) {
        touched_.add(position);
        return messages_[position];
    }

    /// The message that the caller sent with this uuid within the last hour; null if there is none.
    FEISHU_DECL message* find_by_uuid(caller const& sender, std::string_view uuid, clock::time_point now);
    FEISHU_DECL void record_uuid(caller const& sender, std::string_view uuid, message const& sent);

    FEISHU_DECL reaction& add(message& to, reaction one);
    /// The message that has this reaction; null if there is none.
    FEISHU_DECL message* find_reacted(feishu::reaction_id const& id);
    /// Removes a reaction and returns it; an empty one if the message does not have it.
    FEISHU_DECL reaction remove(message& from, feishu::reaction_id const& id);

    std::deque<message> const& all() const { return messages_; }

private:
    friend struct store_access;

    struct chat_index {
        positions all;
        positions history;
    };

    FEISHU_DECL void add_to_thread(message& one, std::uint32_t position);

    /// A message that was saved, and what lists it.
    FEISHU_DECL void list(message const& one, std::uint32_t position, bool in_history, bool in_thread);

    touched_entries touched_;
    touched_entries touched_children_; // by upper message
    std::vector<std::pair<std::string, std::uint32_t>> recorded_uuids_; // while watched
    bool watched_ = false;
    std::deque<message> messages_;
    hash_index by_id_;
    hash_index by_uuid_;     // of sender and uuid
    hash_index by_reaction_; // by reaction_id
    std::unordered_map<std::string, chat_index> by_chat_;
    std::unordered_map<std::string, positions> by_thread_;
    std::unordered_map<std::string, positions> by_upper_; // children of merged forwards
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/message_store.ipp>
#endif
