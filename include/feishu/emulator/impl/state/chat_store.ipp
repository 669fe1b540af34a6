#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

#include <feishu/emulator/impl/state/chat_store.hpp>

namespace feishu::emulator::detail {

// The participants of a one-to-one chat, whatever their order.
inline std::string participants_key(std::vector<feishu::open_id> const& members,
                                    std::vector<feishu::app_id> const& bots) {
    std::vector<std::string_view> ids;
    for (auto const& id : members)
        ids.push_back(id.str());
    for (auto const& id : bots)
        ids.push_back(id.str());
    std::ranges::sort(ids);
    std::string key;
    for (auto const id : ids)
        key.append(id).append(1, '\n');
    return key;
}

inline std::string creation_key(feishu::app_id const& app, std::string_view uuid) {
    return app.str() + '\n' + std::string(uuid);
}

FEISHU_DECL chat* chat_store::at(std::size_t position) {
    touched_.add(position);
    return &chats_[position];
}

FEISHU_DECL chat& chat_store::add(chat one) {
    touched_.add(chats_.size());
    by_id_.emplace(one.chat_id.str(), chats_.size());
    if (one.mode == chat_mode::p2p)
        p2p_by_participants_.emplace(participants_key(one.members, one.bots), chats_.size());
    return chats_.emplace_back(std::move(one));
}

FEISHU_DECL chat* chat_store::find(feishu::chat_id const& id) {
    auto const found = by_id_.find(id.str());
    return found == by_id_.end() ? nullptr : at(found->second);
}

FEISHU_DECL chat* chat_store::find_group(feishu::chat_id const& id) {
    auto* found = find(id);
    return found != nullptr && found->mode != chat_mode::p2p && !found->dissolved ? found : nullptr;
}

FEISHU_DECL chat* chat_store::find_p2p(std::vector<feishu::open_id> const& members,
                                       std::vector<feishu::app_id> const& bots) {
    auto const found = p2p_by_participants_.find(participants_key(members, bots));
    return found == p2p_by_participants_.end() ? nullptr : at(found->second);
}

FEISHU_DECL chat* chat_store::find_by_uuid(feishu::app_id const& app, std::string_view uuid,
                                           clock::time_point now) {
    auto const found = by_uuid_.find(creation_key(app, uuid));
    if (found == by_uuid_.end() || now - chats_[found->second].create_time >= std::chrono::hours(10))
        return nullptr;
    return at(found->second);
}

FEISHU_DECL void chat_store::record_uuid(feishu::app_id const& app, std::string_view uuid,
                                         chat const& created) {
    if (auto const found = by_id_.find(created.chat_id.str()); found != by_id_.end()) {
        auto key = creation_key(app, uuid);
        touched_uuids_.add(key);
        by_uuid_.insert_or_assign(std::move(key), found->second);
    }
}

FEISHU_DECL share_link const* chat_store::find_link(std::string const& link) const {
    auto const found = links_.find(link);
    return found == links_.end() ? nullptr : &found->second;
}

} // namespace feishu::emulator::detail
