#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/impl/state/message_store.hpp>

namespace feishu::emulator::detail {

inline std::string uuid_key(caller const& sender, std::string_view uuid) {
    auto key = sender.app.app_id.str();
    if (sender.user)
        key.append("/").append(sender.user->open_id.str());
    return key.append(1, '\0').append(uuid);
}

FEISHU_DECL message& message_store::add(message one) {
    auto const position = static_cast<std::uint32_t>(messages_.size());
    one.content.shrink_to_fit(); // what wrote it reserved more
    one.sequence = messages_.size() + 1;
    touched_.add(position);
    if (auto const& upper = one.links->upper_message_id; !upper.empty()) { // seen in the merged forward only
        touched_children_.add(upper.str());
        by_upper_[upper.str()].push_back(position);
        by_id_.add(one.message_id.str(), position);
        return messages_.emplace_back(std::move(one));
    }
    auto& chat = by_chat_[one.chat_id.str()];
    one.position = static_cast<std::uint32_t>(chat.all.size() + 1);
    by_id_.add(one.message_id.str(), position);
    chat.all.push_back(position);
    if (one.links->thread_id.empty() || one.links->root_id.empty())
        chat.history.push_back(position);
    if (!one.links->thread_id.empty())
        add_to_thread(one, position);
    return messages_.emplace_back(std::move(one));
}

FEISHU_DECL message* message_store::find(feishu::message_id const& id) {
    auto const position = by_id_.find(id.str());
    return position ? &at(*position) : nullptr;
}

inline positions const no_positions{};

FEISHU_DECL positions const& message_store::positions_of(feishu::chat_id const& chat) const {
    auto const found = by_chat_.find(chat.str());
    return found == by_chat_.end() ? no_positions : found->second.all;
}

FEISHU_DECL positions const& message_store::history_of(feishu::chat_id const& chat) const {
    auto const found = by_chat_.find(chat.str());
    return found == by_chat_.end() ? no_positions : found->second.history;
}

FEISHU_DECL positions const& message_store::children_of(feishu::message_id const& merged) const {
    auto const found = by_upper_.find(merged.str());
    return found == by_upper_.end() ? no_positions : found->second;
}

FEISHU_DECL void message_store::share_children(feishu::message_id const& from, feishu::message_id const& to) {
    auto shared = children_of(from);
    if (!shared.empty()) {
        touched_children_.add(to.str());
        by_upper_[to.str()] = std::move(shared);
    }
}

FEISHU_DECL positions const& message_store::positions_of(feishu::thread_id const& thread) const {
    auto const found = by_thread_.find(thread.str());
    return found == by_thread_.end() ? no_positions : found->second;
}

FEISHU_DECL void message_store::list(message const& one, std::uint32_t position, bool in_history, bool in_thread) {
    by_id_.add(one.message_id.str(), position);
    for (auto const& each : one.reactions)
        by_reaction_.add(each.reaction_id.str(), position);
    if (!one.links->upper_message_id.empty())
        return;
    auto& chat = by_chat_[one.chat_id.str()];
    chat.all.push_back(position);
    if (in_history)
        chat.history.push_back(position);
    if (in_thread)
        by_thread_[one.links->thread_id.str()].push_back(position);
}

// A message is of a thread from the first reply in it on.
FEISHU_DECL void message_store::add_to_thread(message& one, std::uint32_t position) {
    auto& thread = by_thread_[one.links->thread_id.str()];
    if (auto const parent = by_id_.find(one.links->parent_id.str()); thread.empty() && parent)
        thread.push_back(*parent);
    one.links.edit().thread_position = static_cast<std::uint32_t>(thread.size());
    thread.push_back(position);
}

FEISHU_DECL message* message_store::find_by_uuid(caller const& sender, std::string_view uuid,
                                                 clock::time_point now) {
    auto const found = by_uuid_.find(uuid_key(sender, uuid));
    if (!found || now - messages_[*found].create_time >= std::chrono::hours(1))
        return nullptr;
    return &at(*found);
}

FEISHU_DECL void message_store::record_uuid(caller const& sender, std::string_view uuid,
                                            message const& sent) {
    auto key = uuid_key(sender, uuid);
    auto const position = static_cast<std::uint32_t>(sent.sequence - 1);
    by_uuid_.replace(key, position);
    if (watched_)
        recorded_uuids_.emplace_back(std::move(key), position);
}

FEISHU_DECL reaction& message_store::add(message& to, reaction one) {
    touched_.add(to.sequence - 1);
    by_reaction_.add(one.reaction_id.str(), static_cast<std::uint32_t>(to.sequence - 1));
    return to.reactions.emplace_back(std::move(one));
}

FEISHU_DECL message* message_store::find_reacted(feishu::reaction_id const& id) {
    auto const position = by_reaction_.find(id.str());
    return position ? &at(*position) : nullptr;
}

FEISHU_DECL reaction message_store::remove(message& from, feishu::reaction_id const& id) {
    auto& all = from.reactions;
    for (auto one = all.begin(); one != all.end(); ++one)
        if (one->reaction_id == id) {
            touched_.add(from.sequence - 1);
            auto removed = std::move(*one);
            all.erase(one);
            by_reaction_.remove(id.str(), static_cast<std::uint32_t>(from.sequence - 1));
            return removed;
        }
    return {};
}

} // namespace feishu::emulator::detail
