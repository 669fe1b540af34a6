#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/handlers/im/v1/impl/chat_settings.hpp>
#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Whether the request changes more than name, description and avatar.
inline bool changes_settings(im::v1::chat::update const& request) {
    return request.add_member_permission.has_value() || request.share_card_permission.has_value() ||
           request.at_all_permission.has_value() || request.edit_permission.has_value() ||
           request.owner_id.has_value() || request.join_message_visibility.has_value() ||
           request.leave_message_visibility.has_value() || request.membership_approval.has_value() ||
           request.restricted_mode_setting.has_value() || request.chat_type.has_value() ||
           request.group_message_type.has_value() || request.urgent_setting.has_value() ||
           request.video_conference_setting.has_value() || request.hide_member_count_setting.has_value() ||
           request.pin_manage_setting.has_value() || request.labels.has_value() ||
           request.toolkit_ids.has_value();
}

inline result<void> require_editor(caller const& who, chat const& where,
                                   im::v1::chat::update const& request) {
    if (acts_as_manager(who, where))
        return {};
    if (where.settings->edit_permission == im::v1::chat_permission::only_owner)
        return refuse(232002);
    if (changes_settings(request))
        return refuse(232016);
    return {};
}

// Whether another public group has the name.
inline bool is_taken(state& tenant, chat const& where, std::string const& name) {
    for (auto const& other : tenant.chats())
        if (!other.dissolved && &other != &where && other.mode != chat_mode::p2p && other.name == name &&
            other.settings->chat_type == im::v1::chat_privacy::public_)
            return true;
    return false;
}

inline result<void> check_update(state& tenant, chat const& where, im::v1::chat::update const& request) {
    if (request.avatar && !is_avatar_image(tenant, *request.avatar))
        return refuse(232041);
    bool const becomes_public = request.chat_type == im::v1::chat_privacy::public_;
    if (!becomes_public &&
        (request.chat_type.known() || where.settings->chat_type != im::v1::chat_privacy::public_))
        return {};
    auto const& name = request.name ? *request.name : where.name;
    if (is_short_name(name) &&
        !(name.empty() && (request.i18n_names || where.settings->i18n_names.zh_cn ||
                           where.settings->i18n_names.en_us || where.settings->i18n_names.ja_jp)))
        return refuse(232001, "invalid name");
    if (where.settings->external)
        return refuse(232069);
    if ((becomes_public || request.name) && !name.empty() && is_taken(tenant, where, name))
        return refuse(232026);
    return {};
}

// The new owner of the request.
inline result<feishu::open_id> new_owner(state& tenant, caller const& who, chat const& where,
                                         im::v1::chat::update const& request) {
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    if (!acts_as_owner(who, where))
        return refuse(232016);
    auto const* owner = find_listed_user(tenant, type, *request.owner_id);
    if (owner == nullptr)
        return refuse(232035);
    if (!where.has(owner->open_id))
        return refuse(232012);
    if (owner->resigned)
        return refuse(232031);
    return owner->open_id;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat::update::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::update const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_group(tenant, who, im::v1::chat::update::spec, request.chat_id);
    if (!found)
        return found.error();
    auto& where = *found->where;
    if (auto ok = detail::require_editor(who, where, request); !ok)
        return ok.error();
    if (auto ok = detail::check_update(tenant, where, request); !ok)
        return ok.error();
    auto owner = where.owner;
    if (request.owner_id && !request.owner_id->empty()) {
        auto const chosen = detail::new_owner(tenant, who, where, request);
        if (!chosen)
            return chosen.error();
        owner = *chosen;
    }
    auto const before = events::changeable_of(where);
    if (owner != where.owner)
        groups::set_owner(where, owner);
    detail::set_if_given(where.name, request.name);
    auto& settings = where.settings.edit();
    detail::apply_settings(settings, request);
    detail::set_if_given(settings.add_member_permission, request.add_member_permission);
    detail::set_if_given(settings.share_card_permission, request.share_card_permission);
    detail::set_if_given(settings.at_all_permission, request.at_all_permission);
    groups::changed(tenant, where, before, operator_of(who));
    return im::v1::chat::update::response{};
}

} // namespace feishu::emulator
