#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_menu_checks.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_tree.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Stores a new item and those below it.
inline result<im::v1::model::chat_menu_top_level>
make_menu_item(state& tenant, caller const& who, im::v1::model::new_chat_menu_top_level const& wanted) {
    auto const& given = *wanted.chat_menu_item;
    im::v1::model::chat_menu_top_level out;
    out.chat_menu_top_level_id = tenant.make_number();
    out.chat_menu_item = {.action_type = *given.action_type,
                          .redirect_link = given.redirect_link,
                          .image_key = given.image_key,
                          .name = given.name->str(),
                          .i18n_names = given.i18n_names};
    if (auto ok = check_menu_item(tenant, who, *out.chat_menu_item, !wanted.children.empty()); !ok)
        return ok.error();
    for (auto const& child : wanted.children) {
        auto item = child.chat_menu_item.value_or(im::v1::model::chat_menu_item{});
        if (auto ok = check_menu_item(tenant, who, item, false); !ok)
            return ok.error();
        out.children.push_back(
            {.chat_menu_second_level_id = tenant.make_number(), .chat_menu_item = std::move(item)});
    }
    return out;
}

inline im::v1::model::chat_menu_top_level const*
find_top_level(std::vector<im::v1::model::chat_menu_top_level> const& menu, feishu::menu_item_id const& id) {
    auto const found =
        std::ranges::find(menu, id, &im::v1::model::chat_menu_top_level::chat_menu_top_level_id);
    return found != menu.end() ? &*found : nullptr;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_menu_tree::get::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_menu_tree::get const& request) {
    using request_type = im::v1::chat_menu_tree::get;
    auto const found = find_own_group(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    return request_type::response{.menu_tree = {found->parts->menu}};
}

FEISHU_DECL result<im::v1::chat_menu_tree::create::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::create const& request) {
    using request_type = im::v1::chat_menu_tree::create;
    auto const found = find_editable_menu(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const& wanted = *request.menu_tree->chat_menu_top_levels;
    auto menu = found->parts->menu;
    if (menu.size() + wanted.size() > 3)
        return refuse(232070);
    for (auto const& top : wanted) {
        if (top.children.size() > 5)
            return refuse(232071);
        auto item = detail::make_menu_item(tenant, who, top);
        if (!item)
            return item.error();
        menu.push_back(std::move(*item));
    }
    found->parts->menu = std::move(menu);
    return request_type::response{.menu_tree = {found->parts->menu}};
}

FEISHU_DECL result<im::v1::chat_menu_tree::delete_::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::delete_ const& request) {
    using request_type = im::v1::chat_menu_tree::delete_;
    auto const found = find_editable_menu(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto menu = found->parts->menu;
    for (auto const& id : *request.chat_menu_top_level_ids) {
        auto const* item = detail::find_top_level(menu, id);
        if (item == nullptr)
            return refuse(232001, "unknown top-level item");
        menu.erase(menu.begin() + (item - menu.data()));
    }
    found->parts->menu = std::move(menu);
    return request_type::response{.menu_tree = {found->parts->menu}};
}

FEISHU_DECL result<im::v1::chat_menu_tree::sort::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::sort const& request) {
    using request_type = im::v1::chat_menu_tree::sort;
    auto const found = find_editable_menu(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto& menu = found->parts->menu;
    auto const& ids = *request.chat_menu_top_level_ids;
    std::vector<im::v1::model::chat_menu_top_level> sorted;
    for (auto const& id : ids) {
        auto const* item = detail::find_top_level(menu, id);
        if (ids.size() != menu.size() || item == nullptr || detail::find_top_level(sorted, id) != nullptr)
            return refuse(232072);
        sorted.push_back(*item);
    }
    if (sorted.size() != menu.size())
        return refuse(232072);
    menu = std::move(sorted);
    return request_type::response{.menu_tree = {menu}};
}

} // namespace feishu::emulator
