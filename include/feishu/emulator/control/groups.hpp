#pragma once
// Control over HTTP: settings and members of groups, custom bots, card templates.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/emulator/control/no_content.hpp>

namespace feishu::emulator::control {

/// Changes settings of a group; those that are absent stay.
struct change_settings {
    static constexpr endpoint_spec spec{.id = "emulator.chats.change_settings",
                                        .method = verb::patch,
                                        .path = "/_emulator/chats/:chat_id/settings",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    std::optional<std::string> description{};
    open<im::v1::chat_privacy> chat_type{};
    open<im::v1::group_message_type> group_message_type{};
    open<im::v1::chat_permission> add_member_permission{};
    open<im::v1::share_card_permission> share_card_permission{};
    open<im::v1::chat_permission> at_all_permission{};
    open<im::v1::chat_permission> edit_permission{};
    open<im::v1::chat_permission> urgent_setting{};
    open<im::v1::chat_permission> video_conference_setting{};
    open<im::v1::chat_permission> hide_member_count_setting{};
    open<im::v1::chat_permission> pin_manage_setting{};
    open<im::v1::message_visibility> join_message_visibility{};
    open<im::v1::message_visibility> leave_message_visibility{};
    open<im::v1::membership_approval> membership_approval{};
    std::optional<bool> external{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(change_settings, (),
                      (chat_id, by, description, chat_type, group_message_type, add_member_permission,
                       share_card_permission, at_all_permission, edit_permission, urgent_setting,
                       video_conference_setting, hide_member_count_setting, pin_manage_setting,
                       join_message_visibility, leave_message_visibility, membership_approval, external))

/// Restricts who may send messages in a group.
struct moderate {
    static constexpr endpoint_spec spec{.id = "emulator.chats.moderate",
                                        .method = verb::put,
                                        .path = "/_emulator/chats/:chat_id/moderation",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    field::required<open<im::v1::moderation_permission>> moderation_setting;
    /// Of moderator_list.
    std::vector<feishu::open_id> speakers{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(moderate, (), (chat_id, by, moderation_setting, speakers))

/// Makes a member the owner of a group.
struct transfer_owner {
    static constexpr endpoint_spec spec{.id = "emulator.chats.transfer_owner",
                                        .method = verb::put,
                                        .path = "/_emulator/chats/:chat_id/owner",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    field::required<feishu::open_id> owner;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(transfer_owner, (), (chat_id, by, owner))

/// Makes members managers of a group, or ordinary members again.
struct change_managers {
    static constexpr endpoint_spec spec{.id = "emulator.chats.change_managers",
                                        .method = verb::patch,
                                        .path = "/_emulator/chats/:chat_id/managers",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    std::vector<feishu::open_id> add{};
    std::vector<feishu::open_id> remove{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(change_managers, (), (chat_id, add, remove))

/// Withdraws the invitation of a member, who is then no longer in the group.
struct withdraw_member {
    static constexpr endpoint_spec spec{.id = "emulator.chats.withdraw_member",
                                        .method = verb::post,
                                        .path = "/_emulator/chats/:chat_id/withdrawn_members",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    field::required<feishu::open_id> open_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(withdraw_member, (), (chat_id, by, open_id))

/// Approves that a user joins who asked for it or was invited, or refuses it.
struct decide_membership {
    static constexpr endpoint_spec spec{.id = "emulator.chats.decide_membership",
                                        .method = verb::post,
                                        .path = "/_emulator/chats/:chat_id/membership_requests",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    field::required<feishu::open_id> open_id;
    bool approved = true;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(decide_membership, (), (chat_id, by, open_id, approved))

/// A user joins a public group, or any group with a link to share it. Exactly one of chat_id and link is set.
struct join {
    static constexpr endpoint_spec spec{.id = "emulator.people.join",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/chats",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    feishu::chat_id chat_id{};
    std::string link{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(join, (), (open_id, chat_id, link))

/// Adds a custom bot to a group.
struct add_custom_bot {
    static constexpr endpoint_spec spec{.id = "emulator.chats.add_custom_bot",
                                        .method = verb::post,
                                        .path = "/_emulator/chats/:chat_id/custom_bots",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    std::optional<std::string> name{};
    /// One of them must occur in the text.
    std::vector<std::string> keywords{};
    /// `1.2.3.4`, `1.2.3.*`, `1.2.3.0/24`; all if empty.
    std::vector<std::string> addresses{};
    /// If set, requests must be signed.
    std::string secret{};
    struct response {
        /// URL that its requests go to.
        std::string webhook{};
        /// The end of that URL.
        std::string token{};
    };
};
BOOST_DESCRIBE_STRUCT(add_custom_bot, (), (chat_id, name, keywords, addresses, secret))
BOOST_DESCRIBE_STRUCT(add_custom_bot::response, (), (webhook, token))

/// Publishes a version of a card template.
struct publish_template {
    static constexpr endpoint_spec spec{.id = "emulator.card_templates.publish",
                                        .method = verb::post,
                                        .path = "/_emulator/card_templates",
                                        .envelope = envelope::flat};
    field::required<std::string> template_id;
    field::required<std::string> version;
    /// A card with `${name}` where variables are inserted.
    field::required<boost::json::value> card;
    /// Names with default values.
    boost::json::object variables{};
    /// That may use it; all if absent.
    std::optional<std::vector<feishu::app_id>> apps{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(publish_template, (), (template_id, version, card, variables, apps))

} // namespace feishu::emulator::control
