#pragma once

#include <feishu/emulator/handlers/im/v2/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL user* find_feed_owner(state& tenant, caller const& who, open<user_id_type> const& type,
                                  std::string const& id, im::v2::feed_card_fail_reason& reason) {
    reason = im::v2::feed_card_fail_reason::unknown;
    auto const kind = type.value_or(user_id_type::open_id);
    auto* found =
        kind == user_id_type::open_id ? tenant.find_user(feishu::open_id(id)) : tenant.find_user(kind, id);
    if (found == nullptr || found->resigned)
        return nullptr;
    if (who.app.available_to && !who.app.available_to->contains(found->open_id)) {
        reason = im::v2::feed_card_fail_reason::no_permission;
        return nullptr;
    }
    return found;
}

FEISHU_DECL std::vector<user*> find_chat_members(state& tenant, caller const& who, chat const& where,
                                                 open<user_id_type> const& type,
                                                 std::vector<std::string> const& ids,
                                                 std::vector<im::v2::model::failed_user>& failed) {
    std::vector<user*> out;
    for (auto const& id : ids) {
        auto reason = im::v2::feed_card_fail_reason::unknown;
        auto* found = find_feed_owner(tenant, who, type, id, reason);
        if (found != nullptr && where.has(found->open_id))
            out.push_back(found);
        else if (found != nullptr)
            failed.push_back(
                {.error_code = 230002, .error_message = "The user is not in the chat", .user_id = id});
        else if (reason == im::v2::feed_card_fail_reason::no_permission)
            failed.push_back({.error_code = 230013,
                              .error_message = "Bot has NO availability to this user.",
                              .user_id = id});
        else
            failed.push_back({.error_code = 230001, .error_message = "Invalid user id", .user_id = id});
    }
    return out;
}

FEISHU_DECL result<chat*> find_bot_chat(state& tenant, caller const& who, feishu::chat_id const& id) {
    auto* where = tenant.find_chat(id);
    if (where == nullptr || where->dissolved)
        return refuse(230001, "invalid chat_id");
    if (!where->has(who.app.app_id))
        return refuse(230027, "bot not in the chat");
    return where;
}

FEISHU_DECL result<void> require_own_bot_id(caller const& who, std::optional<std::string> const& bot_id) {
    if (bot_id && !bot_id->empty() && who.app.app_id != *bot_id && who.app.bot_open_id != *bot_id)
        return refuse(230001, "invalid bot_id");
    return {};
}

} // namespace feishu::emulator
