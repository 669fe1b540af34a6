#pragma once
// The members of class state for what hangs on a chat, and for the feed of users.

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/impl/announcement/announcement_edit.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/emulator/impl/announcement/legacy_document.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The first URL of a button, as clients on desktops choose it.
inline std::string url_of(im::v2::model::feed_card_button const& button) {
    auto const urls = button.multi_url.value_or(im::v2::model::feed_card_url{});
    for (auto const* url : {&urls.pc_url, &urls.url, &urls.android_url, &urls.ios_url})
        if (*url && !(*url)->empty())
            return (*url)->str();
    return {};
}

inline std::string url_of(im::v1::model::chat_menu_item const& item) {
    auto const urls = item.redirect_link.value_or(im::v1::model::redirect_link{});
    for (auto const* url : {&urls.pc_url, &urls.common_url, &urls.web_url, &urls.ios_url, &urls.android_url})
        if (*url && !(*url)->empty())
            return **url;
    return {};
}

// The callback of a button is that of a button in a card: its value has the members of action_map.
inline void push_feed_callback(state& tenant, user const& who, feed_card const& card,
                               im::v2::model::feed_card_button const& button) {
    auto const* sender = tenant.on_event ? tenant.find_app(card.app) : nullptr;
    if (sender == nullptr)
        return;
    boost::json::object value;
    if (button.action_map)
        for (auto const& [name, text] : *button.action_map)
            value[name] = text;
    callback::v1::model::card_action action;
    action.tag = "button";
    action.name = button.text->text->str();
    action.value = std::move(value);
    tenant.on_event(
        events::card_action(tenant, *sender, message{.chat_id = card.chat_id}, who, std::move(action)));
}

inline result<std::string> tap_button(state& tenant, user const& who, feed_card const& card,
                                      std::string_view text) {
    for (auto const& button : card.buttons) {
        if (button.text->text->str() != text)
            continue;
        if (*button.action_type != im::v2::button_action_type::webhook)
            return url_of(button);
        push_feed_callback(tenant, who, card, button);
        return std::string();
    }
    return refuse(230001, "no such button");
}

inline void append_text(std::map<std::string, announcement_block> const& blocks, std::string const& id,
                        std::string& out) {
    auto const found = blocks.find(id);
    if (found == blocks.end())
        return;
    auto block = read_block(found->second);
    if (auto const* text = block.block_type == docx::v1::block_type::page ? nullptr : text_of(block)) {
        out += out.empty() ? "" : "\n";
        out += plain_text(*text);
    }
    for (auto const& child : found->second.children)
        append_text(blocks, child, out);
}

} // namespace detail

FEISHU_DECL emulator::chat_parts* state::find_chat_parts(feishu::chat_id const& id) {
    if (auto* found = stores_->chat_parts.find(id))
        return found;
    if (find_chat(id) == nullptr)
        return nullptr;
    auto& added = stores_->chat_parts.add(id);
    added.tabs.push_back(
        {.tab_id = make_number(), .tab_name = {}, .tab_type = im::v1::chat_tab_type::message});
    return &added;
}

FEISHU_DECL detail::stored_announcement* state::find_stored_announcement(feishu::chat_id const& id) {
    if (auto* found = stores_->announcements.find(id))
        return found;
    auto const* where = find_chat(id);
    if (where == nullptr || where->mode == chat_mode::p2p)
        return nullptr;
    auto& added = stores_->announcements.add(id);
    added.shown.create_time = now();
    added.shown.update_time = now();
    added.shown.owner = where->owner;
    added.shown.modifier = where->owner;
    if (where->owner.empty()) {
        added.shown.owner_app = where->creator_bot;
        added.shown.modifier_app = where->creator_bot;
    }
    docx::v1::model::block root;
    root.block_type = docx::v1::block_type::page;
    root.page.emplace();
    added.shown.blocks[id.str()].content = detail::write_block(std::move(root));
    return &added;
}

FEISHU_DECL emulator::announcement* state::find_announcement(feishu::chat_id const& id) {
    auto* stored = find_stored_announcement(id);
    return stored != nullptr ? &stored->shown : nullptr;
}

FEISHU_DECL std::string state::announcement_text(feishu::chat_id const& chat) {
    auto const* shown = find_announcement(chat);
    std::string out;
    if (shown != nullptr && shown->legacy)
        return detail::legacy_text(shown->document);
    if (shown != nullptr)
        detail::append_text(shown->blocks, chat.str(), out);
    return out;
}

FEISHU_DECL result<void> state::write_announcement(feishu::open_id const& user, feishu::chat_id const& chat,
                                                   std::string_view text) {
    auto const* who = find_user(user);
    auto const* where = find_chat(chat);
    auto* stored = find_stored_announcement(chat);
    if (who == nullptr || stored == nullptr)
        return refuse(who == nullptr ? 232011 : 232003);
    if (where->dissolved || !where->has(user))
        return refuse(where->dissolved ? 232009 : 232011);
    caller const as{.kind = token::user, .user = *who};
    if (find_chat_parts(chat)->only_managers_edit_announcement && !acts_as_manager(as, *where))
        return refuse(232002);
    if (!stored->shown.readable || !stored->shown.editable)
        return refuse(232066);
    detail::announcement_edit edit(*stored);
    if (stored->shown.legacy) {
        stored->shown.document = detail::make_legacy_document(text);
    } else {
        edit.remove_children(chat.str());
        for (std::size_t index = 0; !text.empty(); ++index) {
            auto const line = text.substr(0, text.find('\n'));
            text.remove_prefix((std::min)(text.size(), line.size() + 1));
            edit.add(*this, chat.str(), index, detail::text_block(std::string(line)));
        }
    }
    edit.commit(as, now());
    return {};
}

FEISHU_DECL std::vector<emulator::feed_card> state::feed_of(feishu::open_id const& user) {
    std::vector<emulator::feed_card> out;
    for (auto const& [key, card] : stores_->feeds.of(user))
        if (card.chat_id.empty())
            out.push_back(card);
    for (auto const& chat : chats()) {
        if (chat.dissolved || !chat.has(user))
            continue;
        auto const* entry = stores_->feeds.find(user, detail::feed_store::key_of(chat.chat_id));
        auto& card =
            out.emplace_back(entry != nullptr ? *entry : emulator::feed_card{.chat_id = chat.chat_id});
        card.title = chat.name;
        if (chat.mode == chat_mode::p2p)
            for (auto const& bot : chat.bots)
                if (auto const* app = find_app(bot))
                    card.title = app->name;
        if (auto const& positions = positions_of(chat.chat_id); !positions.empty()) {
            card.sort_time = messages()[positions.back()].create_time;
            card.display_time = card.sort_time;
        }
    }
    std::ranges::sort(out, [](auto const& a, auto const& b) {
        return std::tuple(!a.time_sensitive, b.sort_time, a.biz_id, a.chat_id) <
               std::tuple(!b.time_sensitive, a.sort_time, b.biz_id, b.chat_id);
    });
    return out;
}

FEISHU_DECL result<std::string> state::tap_feed_card(feishu::open_id const& user, feishu::app_id const& app,
                                                     std::string_view biz_id, std::string_view button) {
    auto const* who = find_user(user);
    auto const* card = stores_->feeds.find(user, detail::feed_store::key_of(app, biz_id));
    if (who == nullptr || card == nullptr)
        return refuse(230001, "no such feed card");
    return button.empty() ? result<std::string>(card->link) : detail::tap_button(*this, *who, *card, button);
}

FEISHU_DECL result<std::string> state::tap_chat_button(feishu::open_id const& user,
                                                       feishu::chat_id const& chat, std::string_view button) {
    auto const* who = find_user(user);
    auto const* card = stores_->feeds.find(user, detail::feed_store::key_of(chat));
    if (who == nullptr || card == nullptr)
        return refuse(230001, "no such button");
    return detail::tap_button(*this, *who, *card, button);
}

FEISHU_DECL result<std::string> state::tap_chat_menu(feishu::open_id const& user, feishu::chat_id const& chat,
                                                     std::string_view item) {
    auto const* where = find_chat(chat);
    if (where == nullptr || where->dissolved || !where->has(user))
        return refuse(232011);
    auto const opened = [&](std::optional<im::v1::model::chat_menu_item> const& one) {
        return one && one->name == item && one->action_type == im::v1::chat_menu_action::REDIRECT_LINK;
    };
    for (auto const& top : find_chat_parts(chat)->menu) {
        if (opened(top.chat_menu_item))
            return detail::url_of(*top.chat_menu_item);
        for (auto const& child : top.children)
            if (opened(child.chat_menu_item))
                return detail::url_of(*child.chat_menu_item);
    }
    return refuse(232001, "no item of this name has a link");
}

} // namespace feishu::emulator
