#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/impl/state/message_store.hpp>

namespace feishu::emulator::detail {

// Without a secret: whoever floods an emulator of their own has nothing to gain.
inline feishu::detail::key_hash index_key(std::string_view key) { return feishu::detail::hash_of(key, {}); }

inline feishu::detail::key_hash uuid_key(caller const& sender, std::string_view uuid) {
    auto key = sender.app.app_id.str();
    if (sender.user)
        key.append("/").append(sender.user->open_id.str());
    return index_key(key.append(1, '\0').append(uuid));
}

FEISHU_DECL message& message_store::add(message one) {
    auto const position = static_cast<std::uint32_t>(messages_.size());
    auto& chat = by_chat_[one.chat_id.str()];
    one.sequence = messages_.size() + 1;
    one.position = static_cast<std::uint32_t>(chat.all.size() + 1);
    by_id_.emplace(index_key(one.message_id.str()), position);
    chat.all.push_back(position);
    if (one.links->thread_id.empty() || one.links->root_id.empty())
        chat.history.push_back(position);
    if (!one.links->thread_id.empty())
        add_to_thread(one, position);
    return messages_.emplace_back(std::move(one));
}

FEISHU_DECL message* message_store::find(feishu::message_id const& id) {
    auto const found = by_id_.find(index_key(id.str()));
    return found == by_id_.end() ? nullptr : &messages_[found->second];
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

FEISHU_DECL positions const& message_store::positions_of(feishu::thread_id const& thread) const {
    auto const found = by_thread_.find(thread.str());
    return found == by_thread_.end() ? no_positions : found->second;
}

// A message is of a thread from the first reply in it on.
FEISHU_DECL void message_store::add_to_thread(message const& one, std::uint32_t position) {
    auto& thread = by_thread_[one.links->thread_id.str()];
    if (auto const parent = by_id_.find(index_key(one.links->parent_id.str()));
        thread.empty() && parent != by_id_.end())
        thread.push_back(parent->second);
    thread.push_back(position);
}

FEISHU_DECL message* message_store::find_by_uuid(caller const& sender, std::string_view uuid,
                                                 clock::time_point now) {
    auto const found = by_uuid_.find(uuid_key(sender, uuid));
    if (found == by_uuid_.end() || now - messages_[found->second].create_time >= std::chrono::hours(1))
        return nullptr;
    return &messages_[found->second];
}

FEISHU_DECL void message_store::record_uuid(caller const& sender, std::string_view uuid,
                                            message const& sent) {
    by_uuid_[uuid_key(sender, uuid)] = static_cast<std::uint32_t>(sent.sequence - 1);
}

} // namespace feishu::emulator::detail
