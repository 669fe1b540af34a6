#pragma once

#include <chrono>

#include <feishu/emulator/impl/state/message_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL message& message_store::add(message one) {
    one.sequence = messages_.size() + 1;
    by_id_.emplace(one.wire.message_id.str(), messages_.size());
    by_chat_[one.wire.chat_id.str()].push_back(messages_.size());
    if (!one.wire.thread_id.empty())
        add_to_thread(one, messages_.size());
    return messages_.emplace_back(std::move(one));
}

FEISHU_DECL message* message_store::find(feishu::message_id const& id) {
    auto const found = by_id_.find(id.str());
    return found == by_id_.end() ? nullptr : &messages_[found->second];
}

FEISHU_DECL std::vector<std::size_t> const& message_store::positions_of(feishu::chat_id const& chat) const {
    return find_positions(by_chat_, chat.str());
}

FEISHU_DECL std::vector<std::size_t> const&
message_store::positions_of(feishu::thread_id const& thread) const {
    return find_positions(by_thread_, thread.str());
}

FEISHU_DECL std::vector<std::size_t> const& message_store::find_positions(positions const& in,
                                                                          std::string const& id) {
    static std::vector<std::size_t> const none;
    auto const found = in.find(id);
    return found == in.end() ? none : found->second;
}

// A message is of a thread from the first reply in it on.
FEISHU_DECL void message_store::add_to_thread(message const& one, std::size_t position) {
    auto& thread = by_thread_[one.wire.thread_id.str()];
    if (auto const parent = by_id_.find(one.wire.parent_id.str()); thread.empty() && parent != by_id_.end())
        thread.push_back(parent->second);
    thread.push_back(position);
}

FEISHU_DECL message_store::uuid_key message_store::key_of(caller const& sender, std::string_view uuid) {
    auto key = sender.app.app_id.str();
    if (sender.user)
        key += '/' + sender.user->open_id.str();
    return {std::move(key), std::string(uuid)};
}

FEISHU_DECL message* message_store::find_by_uuid(caller const& sender, std::string_view uuid,
                                                 clock::time_point now) {
    auto const found = by_uuid_.find(key_of(sender, uuid));
    if (found == by_uuid_.end() || now - found->second.second >= std::chrono::hours(1))
        return nullptr;
    return find(found->second.first);
}

FEISHU_DECL void message_store::record_uuid(caller const& sender, std::string_view uuid,
                                            feishu::message_id const& id, clock::time_point now) {
    by_uuid_[key_of(sender, uuid)] = {id, now};
}

} // namespace feishu::emulator::detail
