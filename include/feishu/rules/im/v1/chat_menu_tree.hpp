#pragma once
// Validation rules across the fields of im.v1.chat_menu_tree; validate() applies them.

#include <cstddef>
#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_menu_tree.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1::chat_menu_tree {

namespace detail {

// An entry is either a link or a heading with entries below it.
constexpr void check_top_level(model::new_chat_menu_top_level const& top, std::size_t index, violations& found) {
    if (!top.chat_menu_item.present() || top.children.empty())
        return;
    auto const add = [&](std::string_view member, std::string_view text) {
        feishu::detail::add_at(found, "menu_tree.chat_menu_top_levels", index, member, text);
    };
    auto const& item = *top.chat_menu_item;
    if (*item.action_type == v1::chat_menu_action::REDIRECT_LINK)
        add("chat_menu_item.action_type", "must be NONE for an entry with entries below it");
    if (item.image_key)
        add("chat_menu_item.image_key", "is not allowed for an entry with entries below it");
}

} // namespace detail

constexpr void rules(create const& request, violations& found) {
    auto const& tops = *request.menu_tree->chat_menu_top_levels;
    for (std::size_t i = 0; i < tops.size(); ++i)
        detail::check_top_level(tops[i], i, found);
}

constexpr void rules(sort const& request, violations& found) {
    auto const& ids = *request.chat_menu_top_level_ids;
    for (std::size_t i = 0; i < ids.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (ids[i] == ids[j])
                return feishu::detail::add_at(found, "chat_menu_top_level_ids", i, {},
                                              "is a duplicate");
}

} // namespace feishu::im::v1::chat_menu_tree
