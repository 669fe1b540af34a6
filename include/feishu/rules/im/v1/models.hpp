#pragma once
// Validation rules across the fields of types that several im.v1 endpoints share, and of receivers and
// members.

#include <cstddef>
#include <string_view>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/generated/im/v1/models.hpp>
#include <feishu/rules/impl/id_form.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1 {

namespace detail {

// The receiver of a message or a forward: its id must have the form of its type.
template <class E>
constexpr void check_receiver(E const& request, violations& found) {
    feishu::detail::check_ids(found, "receive_id_type", request.receive_id_type, "receive_id", request.receive_id);
}

// The members or managers of a chat.
template <class Ids>
constexpr void check_members(open<member_id_type> const& type, std::string_view field, Ids const& ids,
                             violations& found) {
    feishu::detail::check_ids(found, "member_id_type", type, field, ids);
}

// One call accepts 50 users or 5 bots.
template <class Ids>
constexpr void check_member_count(open<member_id_type> const& type, std::string_view field, Ids const& ids,
                                  violations& found) {
    std::size_t const limit = type == member_id_type::app_id ? 5 : 50;
    if (ids.size() > limit)
        feishu::detail::add_limit(found, field, rule::max_items, limit, ids.size());
}

template <class Item>
constexpr void check_menu_link(open<chat_menu_action> const& action, Item const& item, violations& found) {
    if (action == chat_menu_action::REDIRECT_LINK && !item.redirect_link)
        found.add("redirect_link", "is required with action_type REDIRECT_LINK");
}

template <class Tab>
constexpr void check_tab_content(Tab const& tab, violations& found) {
    auto const type = tab.tab_type->value();
    auto const& content = tab.tab_content;
    if (type == chat_tab_type::url && !(content && content->url))
        found.add("tab_content.url", "is required with tab_type url");
    if (type == chat_tab_type::doc && !(content && content->doc))
        found.add("tab_content.doc", "is required with tab_type doc");
}

} // namespace detail

namespace model {

constexpr void rules(restricted_mode_setting const& setting, violations& found) {
    constexpr auto all = restricted_mode_permission::all_members;
    constexpr auto none = restricted_mode_permission::not_anyone;
    auto const& screenshot = setting.screenshot_has_permission_setting;
    auto const& download = setting.download_has_permission_setting;
    auto const& message = setting.message_has_permission_setting;
    if (!setting.status)
        return;
    if (*setting.status && screenshot == all && download == all && message == all)
        found.add("status", "cannot be true with all_members for everything");
    if (!*setting.status && (screenshot == none || download == none || message == none))
        found.add("status", "must be true if a permission is not_anyone");
}

constexpr void rules(chat_menu_item const& item, violations& found) {
    detail::check_menu_link(item.action_type, item, found);
    if (!item.name)
        return;
    auto const characters = utf8::scan(*item.name).characters;
    if (characters < 1)
        feishu::detail::add_limit(found, "name", rule::min_characters, 1, characters);
    if (characters > 120)
        feishu::detail::add_limit(found, "name", rule::max_characters, 120, characters);
}

constexpr void rules(new_chat_menu_item const& item, violations& found) {
    detail::check_menu_link(*item.action_type, item, found);
}

constexpr void rules(new_chat_tab const& tab, violations& found) { detail::check_tab_content(tab, found); }
constexpr void rules(chat_tab_update const& tab, violations& found) { detail::check_tab_content(tab, found); }

constexpr void rules(chat_top_notice const& notice, violations& found) {
    if (notice.action_type == top_notice_type::message && !notice.message_id)
        found.add("message_id", "is required to pin a message");
}

} // namespace model

} // namespace feishu::im::v1
