#pragma once

#include <feishu/emulator/handlers/im/v1/chat_menu_checks.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<chat_with_parts> find_editable_menu(state& tenant, caller const& who,
                                                       endpoint_spec const& spec, feishu::chat_id const& id) {
    auto found = find_own_group(tenant, who, spec, id);
    if (!found)
        return found;
    if (auto ok = require_tab_editor(who, *found); !ok)
        return ok.error();
    return found;
}

FEISHU_DECL result<void> check_menu_item(state& tenant, caller const& who,
                                         im::v1::model::chat_menu_item const& item, bool is_parent) {
    bool const is_link = item.action_type == im::v1::chat_menu_action::REDIRECT_LINK;
    bool const has_icon = item.image_key && !item.image_key->empty();
    if (is_parent && (is_link || has_icon))
        return refuse(232078, "an item with items below it has neither a link nor an icon");
    auto const link = item.redirect_link.value_or(im::v1::model::redirect_link{});
    bool any = false;
    for (auto const* url :
         {&link.common_url, &link.ios_url, &link.android_url, &link.pc_url, &link.web_url}) {
        if (*url && !(*url)->empty() && !is_web_url(**url))
            return refuse(232078, "a URL must begin with http:// or https://");
        any = any || (*url && !(*url)->empty());
    }
    if (is_link && !any)
        return refuse(232078, "redirect_link is required");
    return has_icon ? require_own_image(tenant, who, *item.image_key) : result<void>();
}

} // namespace feishu::emulator
