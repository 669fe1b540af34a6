#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL feishu::open_id operator_of(caller const& who) {
    return who.user ? who.user->open_id : who.app.bot_open_id;
}

FEISHU_DECL bool is_in(caller const& who, chat const& where) {
    return who.user ? where.has(who.user->open_id) : where.has(who.app.app_id);
}

FEISHU_DECL bool acts_as_owner(caller const& who, chat const& where) {
    if (who.user)
        return where.owner == who.user->open_id;
    if (where.owned_by(who.app.app_id))
        return true;
    return where.creator_bot == who.app.app_id &&
           (!who.app.scopes || who.app.scopes->contains("im:chat:operate_as_owner"));
}

FEISHU_DECL result<void> require_chat_bot(caller const& who) {
    if (!who.app.bot)
        return refuse(232025);
    return {};
}

FEISHU_DECL user const* find_listed_user(state& tenant, user_id_type type, std::string const& id) {
    return type == user_id_type::open_id ? tenant.find_user(feishu::open_id(id)) : tenant.find_user(type, id);
}

FEISHU_DECL std::string avatar_url(chat const& where) {
    auto const& key = where.settings->avatar;
    return "https://s1-imfile.feishucdn.com/static-resource/v1/" +
           (key.empty() ? std::string("default-avatar") : key.str());
}

FEISHU_DECL im::v1::chat_mode shown_mode(chat const& where) {
    return where.mode == chat_mode::p2p     ? im::v1::chat_mode::p2p
           : where.mode == chat_mode::topic ? im::v1::chat_mode::topic
                                            : im::v1::chat_mode::group;
}

namespace detail {

// The enums of requests and responses have the same enumerators in the same order.
inline im::v1::chat_permission_status shown_permission(im::v1::chat_permission one) {
    return static_cast<im::v1::chat_permission_status>(one);
}

inline im::v1::chat_status shown_status(chat const& where) {
    return where.dissolved ? im::v1::chat_status::dissolved : im::v1::chat_status::normal;
}

// What everyone sees who can find the chat.
inline void show_public_part(im::v1::model::chat& out, state& tenant, chat const& where, user_id_type type) {
    auto const& settings = *where.settings;
    out.chat_id = where.chat_id;
    out.avatar = avatar_url(where);
    out.name = where.name;
    out.description = settings.description;
    out.i18n_names = settings.i18n_names;
    if (!where.owner.empty()) {
        out.owner_id = shown_id(tenant, where.owner, type);
        out.owner_id_type = type;
    }
    out.chat_mode = shown_mode(where);
    out.chat_type = settings.chat_type;
    out.chat_tag = im::v1::chat_tag::inner;
    out.external = settings.external;
    out.tenant_key = tenant.tenant_key();
    out.chat_status = shown_status(where);
}

} // namespace detail

FEISHU_DECL im::v1::model::chat shown_to_others(state& tenant, chat const& where, user_id_type type) {
    im::v1::model::chat out;
    detail::show_public_part(out, tenant, where, type);
    return out;
}

FEISHU_DECL im::v1::model::chat shown_chat(state& tenant, chat const& where, user_id_type type) {
    auto out = shown_to_others(tenant, where, type);
    auto const& settings = *where.settings;
    for (auto const& id : where.managers)
        out.user_manager_id_list.push_back(shown_id(tenant, id, type));
    out.bot_manager_id_list = where.bot_managers;
    out.urgent_setting = detail::shown_permission(settings.urgent_setting);
    out.video_conference_setting = detail::shown_permission(settings.video_conference_setting);
    out.add_member_permission = detail::shown_permission(settings.add_member_permission);
    out.share_card_permission =
        static_cast<im::v1::share_card_permission_status>(settings.share_card_permission);
    out.at_all_permission = detail::shown_permission(settings.at_all_permission);
    out.edit_permission = detail::shown_permission(settings.edit_permission);
    out.group_message_type = settings.group_message_type;
    out.user_count = std::to_string(where.members.size());
    out.bot_count = std::to_string(where.bots.size());
    out.join_message_visibility = settings.join_message_visibility;
    out.leave_message_visibility = settings.leave_message_visibility;
    out.membership_approval = settings.membership_approval;
    out.moderation_permission = where.moderation();
    out.restricted_mode_setting = settings.restricted_mode;
    out.hide_member_count_setting = detail::shown_permission(settings.hide_member_count_setting);
    out.labels = settings.labels;
    out.toolkit_ids = settings.toolkit_ids;
    out.pin_manage_setting = detail::shown_permission(settings.pin_manage_setting);
    return out;
}

FEISHU_DECL im::v1::model::chat_summary chat_summary_of(state& tenant, caller const& who, chat const& where,
                                                        user_id_type type) {
    im::v1::model::chat_summary out;
    out.chat_id = where.chat_id;
    out.avatar = avatar_url(where);
    out.name = where.name;
    out.description = where.settings->description;
    if (!where.owner.empty()) {
        out.owner_id = shown_id(tenant, where.owner, type);
        out.owner_id_type = type;
    }
    out.external = where.settings->external;
    out.tenant_key = tenant.tenant_key();
    out.chat_status = detail::shown_status(where);
    out.labels = where.settings->labels;
    out.chat_mode = shown_mode(where);
    if (where.mode != chat_mode::p2p)
        return out;
    for (auto const& one : where.members)
        if (!who.user || one != who.user->open_id) {
            out.p2p_target_type = im::v1::p2p_target_type::user;
            out.p2p_target_id = shown_id(tenant, one, type);
        }
    if (who.user && !where.bots.empty()) {
        auto const* bot = tenant.find_app(where.bots.front());
        out.p2p_target_type = im::v1::p2p_target_type::bot;
        out.p2p_target_id = bot != nullptr ? bot->bot_open_id.str() : where.bots.front().str();
    }
    return out;
}

FEISHU_DECL result<std::uint64_t> page_begin(std::string_view query,
                                             std::optional<std::string> const& token) {
    if (!token || token->empty())
        return std::uint64_t(0);
    auto const position = read_page_token(query, *token);
    if (!position)
        return refuse(232001, "invalid page_token");
    return *position;
}

FEISHU_DECL bool chat_search::matches(chat const& where) {
    ++work_;
    auto const fits = [&](std::string_view name) {
        return find_folded(name, query_) != std::string_view::npos;
    };
    auto const& names = where.settings->i18n_names;
    if (fits(where.name) || (names.zh_cn && fits(*names.zh_cn)) || (names.en_us && fits(*names.en_us)) ||
        (names.ja_jp && fits(*names.ja_jp)))
        return true;
    if (!by_member_)
        return false;
    for (auto const& id : where.members) {
        ++work_;
        if (auto const* member = tenant_.find_user(id); member != nullptr && fits(member->name))
            return true;
    }
    return false;
}

} // namespace feishu::emulator
