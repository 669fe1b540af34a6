#pragma once
// The chats of the emulated tenant, as plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/sparse.hpp>

namespace feishu::emulator {

/// Kinds of chats. A topic group is a group of threads; only clients create one.
enum class chat_mode { group, p2p, topic };

/// Who waits for the approval of a group's owner.
struct membership_request {
    feishu::open_id user{};
    feishu::open_id inviter{}; ///< empty if the user asked to join
};

/// The settings of a group that im.v1.chat.get shows and im.v1.chat.update changes.
struct chat_settings {
    std::string description{};
    feishu::model::i18n_names i18n_names{};
    feishu::image_key avatar{}; ///< empty for the default one
    im::v1::group_message_type group_message_type = im::v1::group_message_type::chat;
    im::v1::chat_privacy chat_type = im::v1::chat_privacy::private_;
    im::v1::chat_permission add_member_permission = im::v1::chat_permission::all_members;
    im::v1::share_card_permission share_card_permission = im::v1::share_card_permission::allowed;
    im::v1::chat_permission at_all_permission = im::v1::chat_permission::all_members;
    im::v1::chat_permission edit_permission = im::v1::chat_permission::all_members;
    im::v1::chat_permission urgent_setting = im::v1::chat_permission::all_members;
    im::v1::chat_permission video_conference_setting = im::v1::chat_permission::all_members;
    im::v1::chat_permission hide_member_count_setting = im::v1::chat_permission::all_members;
    im::v1::chat_permission pin_manage_setting = im::v1::chat_permission::all_members;
    im::v1::message_visibility join_message_visibility = im::v1::message_visibility::all_members;
    im::v1::message_visibility leave_message_visibility = im::v1::message_visibility::all_members;
    im::v1::membership_approval membership_approval = im::v1::membership_approval::no_approval_required;
    im::v1::model::restricted_mode_setting restricted_mode{};
    bool external = false; ///< users of other tenants can join it
    std::vector<std::string> labels{};
    std::vector<std::string> toolkit_ids{};
    std::vector<std::string> chat_tags{};
    /// The moderators: users who may speak in a muted group besides owner and managers. Not set: the setting is
    /// only_owner instead of moderator_list.
    std::optional<std::vector<feishu::open_id>> speakers{};
    std::vector<membership_request> membership_requests{}; ///< in order
};

/// A group, or the one-to-one chat of a user with a bot or another user.
struct chat {
    feishu::chat_id chat_id{};
    std::string name{};
    chat_mode mode = chat_mode::group;
    feishu::open_id owner{};      ///< empty if the creator bot is the owner
    feishu::app_id creator_bot{}; ///< empty if a user created it
    std::vector<feishu::open_id> managers{};
    std::vector<feishu::open_id> members{};
    std::vector<feishu::app_id> bots{};
    bool muted = false; ///< only owner, managers, the creator bot and `settings->speakers` may speak
    bool dissolved = false;
    std::vector<feishu::app_id> bot_managers{};
    clock::time_point create_time{};
    clock::time_point update_time{};
    /// `settings->description`; `settings.edit().description = "…"`, or state::change_chat with events.
    detail::sparse<chat_settings> settings{};

    /// Whether a user or a bot is in the chat.
    bool has(feishu::open_id const& id) const { return std::ranges::find(members, id) != members.end(); }
    /// Whether the bot of an app is in the chat.
    bool has(feishu::app_id const& id) const { return std::ranges::find(bots, id) != bots.end(); }
    /// Whether a user is the owner or a manager.
    bool managed_by(feishu::open_id const& id) const {
        return owner == id || std::ranges::find(managers, id) != managers.end();
    }
    /// Whether a bot is the owner or a manager.
    bool managed_by(feishu::app_id const& id) const {
        return owned_by(id) || std::ranges::find(bot_managers, id) != bot_managers.end();
    }
    /// Whether the creator bot is the owner.
    bool owned_by(feishu::app_id const& id) const { return owner.empty() && creator_bot == id; }
    /// Who can send messages, in the platform's words.
    im::v1::moderation_permission moderation() const {
        return !muted               ? im::v1::moderation_permission::all_members
               : settings->speakers ? im::v1::moderation_permission::moderator_list
                                    : im::v1::moderation_permission::only_owner;
    }
    /// Whether a member or a bot of the chat may send messages.
    bool lets_speak(feishu::open_id const& id) const {
        auto const& listed = settings->speakers;
        return !muted || managed_by(id) || (listed && std::ranges::find(*listed, id) != listed->end());
    }
    /// Whether the bot of an app may speak.
    bool lets_speak(feishu::app_id const& id) const { return !muted || creator_bot == id || managed_by(id); }
};

} // namespace feishu::emulator
