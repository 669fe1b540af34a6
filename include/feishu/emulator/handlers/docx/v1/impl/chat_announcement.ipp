#pragma once

#include <chrono>

#include <feishu/emulator/handlers/docx/v1/chat_announcement.hpp>
#include <feishu/emulator/handlers/docx/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

FEISHU_DECL result<docx::v1::chat_announcement::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement::get const& request) {
    auto const found = find_group_announcement(tenant, who, request.chat_id, announcement_access::info);
    if (!found)
        return found.error();
    auto const& shown = (*found)->shown;
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const created = std::chrono::floor<std::chrono::seconds>(shown.create_time);
    auto const updated = std::chrono::floor<std::chrono::seconds>(shown.update_time);
    docx::v1::chat_announcement::get::response out;
    out.revision_id = shown.revision;
    out.create_time = created.time_since_epoch().count();
    out.update_time = updated.time_since_epoch().count();
    out.create_time_v2 = created;
    out.update_time_v2 = updated;
    // Bots are not named.
    if (auto const* owner = tenant.find_user(shown.owner)) {
        out.owner_id = owner->id(type);
        out.owner_id_type = type;
    }
    if (auto const* modifier = tenant.find_user(shown.modifier)) {
        out.modifier_id = modifier->id(type);
        out.modifier_id_type = type;
    }
    out.announcement_type =
        shown.legacy ? docx::v1::announcement_type::doc : docx::v1::announcement_type::docx;
    return out;
}

} // namespace feishu::emulator
