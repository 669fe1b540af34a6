#pragma once

#include <string>
#include <tuple>
#include <utility>

#include <feishu/emulator/control/impl/changed.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::control {
namespace detail {

// Copies the settings that a request has, and notes what they change.
class settings_change {
public:
    explicit settings_change(chat_settings current) : settings(std::move(current)) {}

    chat_settings settings;
    bool anything = false;
    std::string unknown{}; ///< members with values that the platform does not know

    template <class T, class Wanted>
    void set(T& to, Wanted const& wanted, std::string_view member) {
        if (!wanted.has_value())
            return;
        if constexpr (requires { wanted.known(); }) {
            if (!wanted.known()) {
                unknown.append(unknown.empty() ? "unknown value of " : ", ").append(member);
                return;
            }
            assign(to, *wanted.value());
        } else {
            assign(to, *wanted);
        }
    }

private:
    template <class T>
    void assign(T& to, T const& wanted) {
        anything = anything || to != wanted;
        to = wanted;
    }
};

inline settings_change wanted_of(change_settings const& request, chat_settings current) {
    settings_change out(std::move(current));
    auto& to = out.settings;
    out.set(to.description, request.description, "description");
    out.set(to.chat_type, request.chat_type, "chat_type");
    out.set(to.group_message_type, request.group_message_type, "group_message_type");
    out.set(to.add_member_permission, request.add_member_permission, "add_member_permission");
    out.set(to.share_card_permission, request.share_card_permission, "share_card_permission");
    out.set(to.at_all_permission, request.at_all_permission, "at_all_permission");
    out.set(to.edit_permission, request.edit_permission, "edit_permission");
    out.set(to.urgent_setting, request.urgent_setting, "urgent_setting");
    out.set(to.video_conference_setting, request.video_conference_setting, "video_conference_setting");
    out.set(to.hide_member_count_setting, request.hide_member_count_setting, "hide_member_count_setting");
    out.set(to.pin_manage_setting, request.pin_manage_setting, "pin_manage_setting");
    out.set(to.join_message_visibility, request.join_message_visibility, "join_message_visibility");
    out.set(to.leave_message_visibility, request.leave_message_visibility, "leave_message_visibility");
    out.set(to.membership_approval, request.membership_approval, "membership_approval");
    out.set(to.external, request.external, "external");
    return out;
}

} // namespace detail

FEISHU_DECL result<no_content> handle(server& platform, change_settings const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_group(tenant, *request.chat_id); !ok)
            return ok.error();
        auto change = detail::wanted_of(request, *tenant.find_chat(*request.chat_id)->settings);
        if (!change.unknown.empty())
            return refuse(230001, change.unknown);
        return detail::changed(
            change.anything && tenant.change_chat(*request.chat_id, std::move(change.settings), request.by),
            "the group has these settings already");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, moderate const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        auto const& id = *request.chat_id;
        if (auto ok = detail::require_group(tenant, id); !ok)
            return ok.error();
        auto const who = request.moderation_setting->value();
        if (!who)
            return refuse(230001, "moderation_setting: unknown value " + request.moderation_setting->str());
        auto const& chat = *tenant.find_chat(id);
        for (auto const& speaker : request.speakers)
            if (!chat.has(speaker))
                return refuse(230001, "speakers: " + speaker.str() + " is not in the group");
        if (*who == chat.moderation() &&
            request.speakers == chat.settings->speakers.value_or(request.speakers))
            return refuse(230001, "the group is moderated so already");
        return detail::changed(tenant.moderate(id, *who, request.speakers, request.by), "no such group");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, transfer_owner const& request) {
    return detail::changed(platform.state()->transfer_owner(*request.chat_id, *request.owner, request.by),
                           "no such group, or the user is not a member of it, or is its owner already");
}

FEISHU_DECL result<no_content> handle(server& platform, change_managers const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_group(tenant, *request.chat_id); !ok)
            return ok.error();
        std::string failed; // what could not be changed, for the error
        auto const apply = [&](feishu::open_id const& user, bool done) {
            if (!done)
                failed.append(failed.empty() ? "not changed: " : ", ").append(user.str());
        };
        for (auto const& user : request.add)
            apply(user, tenant.add_manager(*request.chat_id, user));
        for (auto const& user : request.remove)
            apply(user, tenant.remove_manager(*request.chat_id, user));
        if (request.add.empty() && request.remove.empty())
            failed = "neither add nor remove is set";
        return detail::changed(failed.empty(), failed);
    });
}

FEISHU_DECL result<no_content> handle(server& platform, withdraw_member const& request) {
    return detail::changed(platform.state()->withdraw_member(*request.chat_id, *request.open_id, request.by),
                           "no such group, or the user is not a member of it, or is its owner");
}

FEISHU_DECL result<no_content> handle(server& platform, decide_membership const& request) {
    auto const& [chat, user] = std::tie(*request.chat_id, *request.open_id);
    return detail::changed(request.approved ? platform.state()->approve_member(chat, user, request.by)
                                            : platform.state()->reject_member(chat, user),
                           "no such group, or the user does not wait for approval");
}

FEISHU_DECL result<no_content> handle(server& platform, join const& request) {
    if (request.chat_id.empty() == request.link.empty())
        return refuse(230001, "exactly one of chat_id and link must be set");
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_user(tenant, *request.open_id); !ok)
            return ok.error();
        auto const* chat = tenant.find_chat(request.chat_id);
        if (chat != nullptr && chat->has(*request.open_id))
            return refuse(230001, "the user is in the group already");
        return detail::changed(request.link.empty() ? tenant.join(*request.open_id, request.chat_id)
                                                    : tenant.join_by_link(*request.open_id, request.link));
    });
}

FEISHU_DECL result<add_custom_bot::response> handle(server& platform, add_custom_bot const& request) {
    return platform.state().with([&](state& tenant) -> result<add_custom_bot::response> {
        if (auto ok = detail::require_group(tenant, *request.chat_id); !ok)
            return ok.error();
        custom_bot_options wanted;
        wanted.name = request.name.value_or(wanted.name);
        wanted.keywords = request.keywords;
        wanted.addresses = request.addresses;
        wanted.secret = request.secret;
        auto const added = tenant.add_custom_bot(*request.chat_id, std::move(wanted));
        return add_custom_bot::response{
            .webhook = platform.base_url() + "/open-apis/bot/v2/hook/" + added.token, .token = added.token};
    });
}

FEISHU_DECL result<no_content> handle(server& platform, publish_template const& request) {
    if (!request.card->is_object())
        return refuse(230001, "card: not an object");
    return platform.state().with([&](state& tenant) -> result<no_content> {
        auto const* current = tenant.cards().find_template(*request.template_id, *request.version);
        if (current != nullptr)
            return refuse(230001, "version: the template has this version already");
        card_template published{.template_id = *request.template_id,
                                .version = *request.version,
                                .document = json::to_string(*request.card),
                                .variables = request.variables,
                                .apps = {}};
        if (request.apps)
            published.apps.emplace(request.apps->begin(), request.apps->end());
        tenant.add_card_template(std::move(published));
        return no_content{};
    });
}

} // namespace feishu::emulator::control
