#pragma once

#include <cstddef>
#include <string>

#include <feishu/emulator/handlers/bot/v4/bot.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/case_folding.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline bool may_use(state& tenant, app const& which, user const& who) {
    return which.bot && (!which.available_to || which.available_to->contains(who.open_id)) &&
           !tenant.find_app_profile(which.app_id)->unavailable_to.contains(who.open_id);
}

// Empty if they have none yet.
inline feishu::chat_id chat_with(state const& tenant, app const& which, user const& who) {
    for (auto const& chat : tenant.chats())
        if (chat.mode == chat_mode::p2p && chat.has(which.app_id) && chat.has(who.open_id))
            return chat.chat_id;
    return {};
}

inline bool matches_filter(state& tenant, app const& which, user const& who,
                           bot_::v4::model::bot_filter const& filter) {
    if (filter.has_chatter && *filter.has_chatter == chat_with(tenant, which, who).empty())
        return false;
    if (filter.chat_ids.size() == 0)
        return true;
    for (auto const& id : filter.chat_ids)
        if (auto const* chat = tenant.find_chat(id); chat != nullptr && chat->has(which.app_id))
            return true;
    return false;
}

} // namespace detail

FEISHU_DECL result<bot_::v4::bot::search::response> handle(state& tenant, caller const& who,
                                                           bot_::v4::bot::search const& request) {
    bot_::v4::bot::search::response out;
    if (!who.user)
        return out;
    std::string const keyword = request.query ? request.query->str() : std::string();
    auto const wanted = folded(keyword);
    auto const query = "bots/" + keyword;
    std::size_t first = 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(99992402, "page_token");
        first = static_cast<std::size_t>(*position);
    }
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const& apps = tenant.apps();
    std::size_t i = first;
    for (; i < apps.size(); ++i) {
        auto const& one = apps[i];
        if (find_folded(one.name, wanted) == std::string::npos || !detail::may_use(tenant, one, *who.user) ||
            (request.filter && !detail::matches_filter(tenant, one, *who.user, *request.filter)))
            continue;
        if (out.items.size() == size)
            break;
        auto& item = out.items.emplace_back();
        item.id = one.bot_open_id.str();
        item.display_info = highlighted(one.name, keyword);
        item.meta_data = {.tenant_id = tenant.tenant_key().str(),
                          .enable_join_group = true,
                          .chat_id = detail::chat_with(tenant, one, *who.user),
                          .is_agent = false};
    }
    out.has_more = i < apps.size();
    if (out.has_more)
        out.page_token = make_page_token(query, i);
    return out;
}

} // namespace feishu::emulator
