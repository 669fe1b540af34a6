#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/state/chat_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL chat& chat_store::add(chat one) {
    by_id_.emplace(one.chat_id.str(), chats_.size());
    return chats_.emplace_back(std::move(one));
}

FEISHU_DECL chat* chat_store::find(feishu::chat_id const& id) {
    auto const found = by_id_.find(id.str());
    return found == by_id_.end() ? nullptr : &chats_[found->second];
}

FEISHU_DECL chat* chat_store::find_group(feishu::chat_id const& id) {
    auto* found = find(id);
    return found != nullptr && found->mode == chat_mode::group && !found->dissolved ? found : nullptr;
}

FEISHU_DECL chat* chat_store::find_p2p(std::vector<feishu::open_id> const& members,
                                       std::vector<feishu::app_id> const& bots) {
    for (auto& chat : chats_)
        if (chat.mode == chat_mode::p2p && chat.bots == bots && chat.members.size() == members.size() &&
            std::ranges::is_permutation(chat.members, members))
            return &chat;
    return nullptr;
}

} // namespace feishu::emulator::detail
