#pragma once

#include <feishu/emulator/impl/state/pin_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL pin const& pin_store::add(pin one) {
    auto const [known, added] =
        by_message_.try_emplace(one.message_id.str(), place{one.chat_id.str(), last_ + 1});
    if (!added)
        return by_chat_.at(known->second.chat).at(known->second.number);
    touched_.add(one.chat_id.str());
    return by_chat_[one.chat_id.str()].emplace(++last_, std::move(one)).first->second;
}

FEISHU_DECL bool pin_store::remove(feishu::message_id const& message) {
    auto const found = by_message_.find(message.str());
    if (found == by_message_.end())
        return false;
    touched_.add(found->second.chat);
    by_chat_[found->second.chat].erase(found->second.number);
    by_message_.erase(found);
    return true;
}

FEISHU_DECL pin_store::pins const& pin_store::of(feishu::chat_id const& chat) const {
    static pins const none;
    auto const found = by_chat_.find(chat.str());
    return found == by_chat_.end() ? none : found->second;
}

} // namespace feishu::emulator::detail
