#pragma once

#include <feishu/emulator/handlers/im/v1/chat_menu_checks.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_item.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// An item of either level, and whether it has items below it.
struct menu_position {
    std::optional<im::v1::model::chat_menu_item>* item = nullptr;
    bool is_parent = false;
};

inline menu_position find_menu_item(chat_parts& parts, feishu::menu_item_id const& id) {
    for (auto& top : parts.menu) {
        if (top.chat_menu_top_level_id == id)
            return {&top.chat_menu_item, !top.children.empty()};
        for (auto& child : top.children)
            if (child.chat_menu_second_level_id == id)
                return {&child.chat_menu_item, false};
    }
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_menu_item::patch::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_item::patch const& request) {
    using request_type = im::v1::chat_menu_item::patch;
    using field = im::v1::chat_menu_field;
    auto const found = find_editable_menu(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const position = detail::find_menu_item(*found->parts, request.menu_item_id);
    if (position.item == nullptr)
        return refuse(232001, "unknown menu_item_id");
    auto item = position.item->value_or(im::v1::model::chat_menu_item{});
    auto const& given = *request.chat_menu_item;
    for (auto const& name : *request.update_fields) {
        if (name == field::ICON)
            item.image_key = given.image_key;
        else if (name == field::NAME && given.name && !given.name->empty())
            item.name = given.name;
        else if (name == field::I18N_NAME)
            item.i18n_names = given.i18n_names;
        else if (name == field::REDIRECT_LINK)
            item.redirect_link = given.redirect_link;
        else
            return refuse(232001, "update_fields");
    }
    if (auto ok = check_menu_item(tenant, who, item, position.is_parent); !ok)
        return ok.error();
    *position.item = item;
    return request_type::response{.chat_menu_item = item};
}

} // namespace feishu::emulator
