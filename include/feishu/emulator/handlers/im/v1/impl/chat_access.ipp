#pragma once

#include <string_view>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<chat_with_parts> find_own_chat(state& tenant, caller const& who, endpoint_spec const& spec,
                                                  feishu::chat_id const& id) {
    if (!who.user && !who.app.bot)
        return refuse(232025);
    auto* where = tenant.find_chat(id);
    if (where == nullptr)
        return refuse(documented(spec, 232006, 232001), "invalid chat_id");
    if (where->dissolved)
        return refuse(documented(spec, 232009, 232011));
    if (who.user ? !where->has(who.user->open_id) : !where->has(who.app.app_id))
        return refuse(232011);
    return chat_with_parts{where, tenant.find_chat_parts(id)};
}

FEISHU_DECL result<chat_with_parts> find_own_group(state& tenant, caller const& who,
                                                   endpoint_spec const& spec, feishu::chat_id const& id) {
    auto found = find_own_chat(tenant, who, spec, id);
    if (found && found->where->mode == chat_mode::p2p)
        return refuse(documented(spec, 232008, 232001), "not a group");
    return found;
}

FEISHU_DECL bool acts_as_manager(caller const& who, chat const& where) {
    if (who.user)
        return where.managed_by(who.user->open_id);
    if (where.managed_by(who.app.app_id))
        return true;
    return where.creator_bot == who.app.app_id &&
           (!who.app.scopes || who.app.scopes->contains("im:chat:operate_as_owner"));
}

FEISHU_DECL result<void> require_tab_editor(caller const& who, chat_with_parts const& found) {
    if (found.parts->only_managers_edit_tabs && !acts_as_manager(who, *found.where))
        return refuse(232055);
    return {};
}

FEISHU_DECL result<void> require_own_image(state& tenant, caller const& who, feishu::image_key const& key) {
    auto const* image = tenant.find_resource(key.str());
    if (image == nullptr || !image->is_image)
        return refuse(232001, "unknown image key");
    if (image->app != who.app.app_id)
        return refuse(232056);
    return {};
}

FEISHU_DECL bool is_web_url(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

} // namespace feishu::emulator
