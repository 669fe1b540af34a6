#pragma once

#include <chrono>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/handlers/im/v1/impl/chat_settings.hpp>
#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Checks what a new group is, before who is in it.
inline result<void> check_new_group(state& tenant, im::v1::chat::create const& request) {
    if (request.chat_mode.known() && request.chat_mode != im::v1::chat_mode::group)
        return refuse(232001, "invalid chat_mode");
    if (request.avatar && !is_avatar_image(tenant, *request.avatar))
        return refuse(232001, "invalid avatar");
    bool const external = request.external.value_or(false);
    if (external && !tenant.settings.external_chats)
        return refuse(232033);
    if (request.chat_type == im::v1::chat_privacy::public_) {
        if (request.name ? is_short_name(*request.name) : !request.i18n_names)
            return refuse(232042);
        if (external)
            return refuse(232069);
    }
    return {};
}

// A user of the request, who becomes a member.
inline result<void> add_initial_member(chat& to, caller const& who, user const* one, std::string const& id,
                                       int unknown) {
    if (one == nullptr)
        return refuse(unknown, id);
    if (one->resigned)
        return refuse(232022, id);
    if (who.app.available_to && !who.app.available_to->contains(one->open_id))
        return refuse(232043, id);
    if (!to.has(one->open_id))
        to.members.push_back(one->open_id);
    return {};
}

inline result<void> add_initial_members(state& tenant, chat& to, caller const& who,
                                        im::v1::chat::create const& request) {
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    if (request.owner_id && !request.owner_id->empty()) {
        auto const* owner = find_listed_user(tenant, type, *request.owner_id);
        if (auto ok = add_initial_member(to, who, owner, *request.owner_id, 232030); !ok)
            return ok;
        to.owner = owner->open_id;
    }
    for (auto const& id : request.user_id_list)
        if (auto ok = add_initial_member(to, who, find_listed_user(tenant, type, id), id, 232043); !ok)
            return ok;
    to.bots.push_back(who.app.app_id);
    for (auto const& id : request.bot_id_list) {
        auto const* bot = tenant.find_app(id);
        if (bot == nullptr || !bot->bot)
            return refuse(232021, id.str());
        if (!to.has(id))
            to.bots.push_back(id);
    }
    if (!groups::has_room_for_users(tenant, to, 0) || !groups::has_room_for_bots(tenant, to, 0))
        return refuse(232013);
    return {};
}

inline im::v1::chat::create::response created(state& tenant, chat const& where, user_id_type type) {
    im::v1::chat::create::response out;
    static_cast<im::v1::model::chat&>(out) = shown_chat(tenant, where, type);
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat::create::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::create const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    bool const keyed = request.uuid && !request.uuid->empty();
    if (keyed)
        if (auto const* first =
                tenant.chat_records().find_by_uuid(who.app.app_id, request.uuid->str(), tenant.now()))
            return detail::created(tenant, *first, type);
    if (auto ok = detail::check_new_group(tenant, request); !ok)
        return ok.error();
    chat draft;
    draft.creator_bot = who.app.app_id;
    if (auto ok = detail::add_initial_members(tenant, draft, who, request); !ok)
        return ok.error();
    draft.name = request.name.value_or("");
    if (request.set_bot_manager && !draft.owner.empty())
        draft.bot_managers.push_back(who.app.app_id);
    chat_settings settings;
    detail::apply_settings(settings, request);
    settings.external = request.external.value_or(false);
    settings.chat_tags = request.chat_tags.values();
    draft.settings = std::move(settings);
    auto& added = tenant.create_chat(std::move(draft));
    if (keyed)
        tenant.chat_records().record_uuid(who.app.app_id, request.uuid->str(), added);
    for (auto const& bot : added.bots)
        if (bot != who.app.app_id)
            events::bot_added(tenant, added, bot, operator_of(who));
    return detail::created(tenant, added, type);
}

FEISHU_DECL result<im::v1::chat::get::response> handle(state& tenant, caller const& who,
                                                       im::v1::chat::get const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(232006);
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    im::v1::chat::get::response out;
    if (is_in(who, *where))
        static_cast<im::v1::model::chat&>(out) = shown_chat(tenant, *where, type);
    else if (where->settings->chat_type == im::v1::chat_privacy::public_)
        static_cast<im::v1::model::chat&>(out) = shown_to_others(tenant, *where, type);
    else
        return refuse(232011);
    return out;
}

FEISHU_DECL result<im::v1::chat::delete_::response> handle(state& tenant, caller const& who,
                                                           im::v1::chat::delete_ const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_group(tenant, who, im::v1::chat::delete_::spec, request.chat_id);
    if (!found)
        return found.error();
    if (!acts_as_owner(who, *found->where))
        return refuse(232017);
    groups::dissolve(tenant, *found->where, operator_of(who));
    return im::v1::chat::delete_::response{};
}

FEISHU_DECL result<im::v1::chat::link::response> handle(state& tenant, caller const& who,
                                                        im::v1::chat::link const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_chat(tenant, who, im::v1::chat::link::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const& where = *found->where;
    if (where.mode == chat_mode::p2p)
        return refuse(232062);
    if (where.settings->share_card_permission == im::v1::share_card_permission::not_allowed &&
        !acts_as_manager(who, where))
        return refuse(232064);
    im::v1::chat::link::response out;
    out.share_link =
        "https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=" + tenant.make_id("");
    detail::share_link shared{.chat = where.chat_id, .expires = {}};
    out.is_permanent = request.validity_period == im::v1::chat_link_validity::permanently;
    if (!out.is_permanent) {
        auto const days = request.validity_period == im::v1::chat_link_validity::year ? 365 : 7;
        shared.expires = tenant.now() + clock::limited(std::chrono::days(days));
        out.expire_time = std::chrono::floor<std::chrono::seconds>(*shared.expires);
    }
    tenant.chat_records().add_link(out.share_link, std::move(shared));
    return out;
}

} // namespace feishu::emulator
