#pragma once

#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_p2p.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v1::chat_p2p::batch_query::response>
handle(state& tenant, caller const& who, im::v1::chat_p2p::batch_query const& request) {
    im::v1::chat_p2p::batch_query::response out;
    if (request.chatter_ids->size() > 200)
        return refuse(232001, "too many chatter_ids");
    if (!who.user)
        return out;
    auto const type = request.chatter_id_type.value_or(user_id_type::open_id);
    for (auto const& id : *request.chatter_ids) {
        auto const* other = find_listed_user(tenant, type, id);
        if (other == nullptr)
            continue;
        std::vector<feishu::open_id> both{who.user->open_id};
        if (other->open_id != who.user->open_id)
            both.push_back(other->open_id);
        if (auto const* found = tenant.chat_records().find_p2p(both, {}))
            out.p2p_chats.push_back({.chat_id = found->chat_id});
    }
    return out;
}

} // namespace feishu::emulator
