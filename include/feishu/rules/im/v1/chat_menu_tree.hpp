#pragma once
// What the field tables of im.v1.chat_menu_tree cannot express: rules across fields.

#include <cstddef>
#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_menu_tree.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1::chat_menu_tree {

namespace detail {

inline constexpr std::size_t max_top_levels = 3;
inline constexpr std::size_t max_children = 5;

// An entry is either a link or a heading with entries below it.
constexpr void check_top_level(model::chat_menu_top_level const& top, std::size_t index, violations& found) {
    constexpr auto list = "menu_tree.chat_menu_top_levels";
    auto const add = [&](std::string_view member, std::string_view text) {
        feishu::detail::add_at(found, list, index, member, text);
    };
    if (!top.chat_menu_item)
        return add("chat_menu_item", "is required");
    auto const& item = *top.chat_menu_item;
    if (!item.name)
        add("chat_menu_item.name", "is required");
    if (!item.action_type.has_value())
        add("chat_menu_item.action_type", "is required");
    if (top.children.empty())
        return;
    if (item.action_type == v1::chat_menu_action::REDIRECT_LINK)
        add("chat_menu_item.action_type", "must be NONE for an entry with entries below it");
    if (item.image_key)
        add("chat_menu_item.image_key", "is not for an entry with entries below it");
    if (top.children.size() > max_children)
        add("children", "has more than the 5 entries that an entry can have below it");
}

} // namespace detail

constexpr void rules(create const& request, violations& found) {
    if (!request.menu_tree.present())
        return;
    auto const& tops = request.menu_tree->chat_menu_top_levels;
    if (tops.empty())
        found.add("menu_tree.chat_menu_top_levels", "must not be empty");
    if (tops.size() > detail::max_top_levels)
        feishu::detail::add_limit(found, "menu_tree.chat_menu_top_levels", rule::max_items,
                                  detail::max_top_levels, tops.size());
    for (std::size_t i = 0; i < tops.size(); ++i)
        detail::check_top_level(tops[i], i, found);
}

constexpr void rules(sort const& request, violations& found) {
    auto const& ids = *request.chat_menu_top_level_ids;
    for (std::size_t i = 0; i < ids.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (ids[i] == ids[j])
                return feishu::detail::add_at(found, "chat_menu_top_level_ids", i, {},
                                              "is in the list twice");
}

} // namespace feishu::im::v1::chat_menu_tree
