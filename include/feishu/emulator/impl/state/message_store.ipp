#pragma once

#include <chrono>

#include <feishu/emulator/impl/state/message_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL message& message_store::add(message one) {
    one.sequence = messages_.size() + 1;
    by_id_.emplace(one.wire.message_id.str(), messages_.size());
    by_chat_[one.wire.chat_id.str()].push_back(messages_.size());
    return messages_.emplace_back(std::move(one));
}

FEISHU_DECL message* message_store::find(feishu::message_id const& id) {
    auto const found = by_id_.find(id.str());
    return found == by_id_.end() ? nullptr : &messages_[found->second];
}

FEISHU_DECL std::vector<std::size_t> const& message_store::positions_of(feishu::chat_id const& chat) const {
    static std::vector<std::size_t> const none;
    auto const found = by_chat_.find(chat.str());
    return found == by_chat_.end() ? none : found->second;
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
