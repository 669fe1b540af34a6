#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_moderation.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The members with these ids.
inline result<std::vector<feishu::open_id>> find_speakers(state& tenant, chat const& where, user_id_type type,
                                                          std::vector<std::string> const& ids) {
    std::vector<feishu::open_id> out;
    for (auto const& id : ids) {
        auto const* one = find_listed_user(tenant, type, id);
        if (one == nullptr || !where.has(one->open_id))
            return refuse(232001, "invalid moderator " + id);
        out.push_back(one->open_id);
    }
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_moderation::get::response>
handle(state& tenant, caller const& who, im::v1::chat_moderation::get const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_group(tenant, who, im::v1::chat_moderation::get::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const query = "moderators\n" + request.chat_id->str();
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    auto const speakers = found->where->settings->speakers.value_or(std::vector<feishu::open_id>{});
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    int const wanted = request.page_size ? static_cast<int>(*request.page_size) : 20;
    auto const size = static_cast<std::size_t>((std::max)(wanted, 1));
    auto const first = (std::min)(static_cast<std::size_t>(*begin), speakers.size());
    auto const end = (std::min)(first + size, speakers.size());
    im::v1::chat_moderation::get::response page;
    page.moderation_setting = found->where->moderation();
    for (auto i = first; i < end; ++i)
        page.items.push_back({.user_id_type = type,
                              .user_id = shown_id(tenant, speakers[i], type),
                              .tenant_key = tenant.tenant_key()});
    page.has_more = end < speakers.size();
    if (page.has_more)
        page.page_token = make_page_token(query, end);
    return page;
}

FEISHU_DECL result<im::v1::chat_moderation::update::response>
handle(state& tenant, caller const& who, im::v1::chat_moderation::update const& request) {
    using permission = im::v1::moderation_permission;
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_group(tenant, who, im::v1::chat_moderation::update::spec, request.chat_id);
    if (!found)
        return found.error();
    auto& where = *found->where;
    if (!acts_as_manager(who, where))
        return refuse(232017);
    auto const wanted = request.moderation_setting.value_or(where.moderation());
    if (wanted != permission::moderator_list &&
        !(request.moderator_added_list.empty() && request.moderator_removed_list.empty()))
        return refuse(232001, "moderation_setting must be moderator_list");
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const added = detail::find_speakers(tenant, where, type, request.moderator_added_list);
    if (!added)
        return added.error();
    auto const removed = detail::find_speakers(tenant, where, type, request.moderator_removed_list);
    if (!removed)
        return removed.error();
    auto const before = events::changeable_of(where);
    auto& listed = where.settings.edit().speakers;
    where.muted = wanted != permission::all_members;
    if (wanted != permission::moderator_list) {
        listed.reset();
    } else {
        if (!listed)
            listed.emplace();
        for (auto const& id : *added)
            if (std::ranges::find(*listed, id) == listed->end())
                listed->push_back(id);
        for (auto const& id : *removed)
            std::erase(*listed, id);
    }
    groups::changed(tenant, where, before, operator_of(who));
    return im::v1::chat_moderation::update::response{};
}

} // namespace feishu::emulator
