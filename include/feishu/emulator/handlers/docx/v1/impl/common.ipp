#pragma once

#include <feishu/emulator/handlers/docx/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<detail::stored_announcement*> find_group_announcement(state& tenant, caller const& who,
                                                                         feishu::chat_id const& id,
                                                                         announcement_access access) {
    if (!who.user && !who.app.bot)
        return refuse(1772025);
    auto const* where = tenant.find_chat(id);
    if (where == nullptr || where->dissolved)
        return refuse(1770002);
    if (who.user ? !where->has(who.user->open_id) : !where->has(who.app.app_id))
        return refuse(1772003);
    auto* stored = tenant.find_stored_announcement(id);
    if (stored == nullptr)
        return refuse(1772001);
    if (access == announcement_access::info)
        return stored;
    if (stored->shown.legacy)
        return refuse(1772006);
    if (!stored->shown.readable)
        return refuse(1770032);
    if (access == announcement_access::read)
        return stored;
    if (tenant.find_chat_parts(id)->only_managers_edit_announcement && !acts_as_manager(who, *where))
        return refuse(1772005);
    if (!stored->shown.editable)
        return refuse(1770032);
    return stored;
}

FEISHU_DECL result<std::int64_t> find_revision(detail::stored_announcement const& stored,
                                               endpoint_spec const& spec, std::int64_t wanted) {
    auto const latest = stored.shown.revision;
    if (wanted == -1 || wanted == latest)
        return latest;
    if (wanted < 1 || wanted > latest)
        return refuse(1770001, "revision_id");
    if (latest - wanted > static_cast<std::int64_t>(stored.history.size()))
        return refuse(documented(spec, 1770021, 1770001), "revision_id");
    if (!stored.shown.editable)
        return refuse(1770032);
    return wanted;
}

FEISHU_DECL error refuse_block(detail::stored_announcement const& stored, endpoint_spec const& spec,
                               std::string const& id) {
    return refuse(stored.deleted.contains(id) ? documented(spec, 1770003, 1770002) : 1770002);
}

} // namespace feishu::emulator
