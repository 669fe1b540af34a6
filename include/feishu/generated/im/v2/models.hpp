#pragma once
// Feishu im v2: shared types. Generated from codegen/specs/im/v2/models.json: edit that, then run codegen/run.

#include <map>
#include <optional>
#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::im::v2 {

/// Action of a button: open a page, or send a callback to the app.
enum class button_action_type { url_page, webhook };
reflect::enumerator_list<"url_page, webhook"> feishu_enumerators(button_action_type**);

/// Button style.
enum class button_type { default_, primary, success };
reflect::enumerator_list<"default_, primary, success"> feishu_enumerators(button_type**);

/// Reason why the operation failed for a user.
enum class feed_card_fail_reason { unknown, no_permission, not_created, rate_limited, duplicate };
reflect::enumerator_list<"unknown, no_permission, not_created, rate_limited, duplicate">
feishu_enumerators(feed_card_fail_reason**);
constexpr std::string_view feishu_wire_name(feed_card_fail_reason value) {
    switch (value) {
    case feed_card_fail_reason::unknown: return "0";
    case feed_card_fail_reason::no_permission: return "1";
    case feed_card_fail_reason::not_created: return "2";
    case feed_card_fail_reason::rate_limited: return "3";
    case feed_card_fail_reason::duplicate: return "4";
    }
    return {};
}

/// Updatable fields of a feed card; display_time, sort_time and notify require no value.
enum class feed_card_field {
    title,
    avatar_key,
    preview,
    status_label,
    buttons,
    link,
    time_sensitive,
    display_time,
    sort_time,
    notify
};
reflect::enumerator_list<"title, avatar_key, preview, status_label, buttons, link, time_sensitive, "
                         "display_time, sort_time, notify">
feishu_enumerators(feed_card_field**);
constexpr std::string_view feishu_wire_name(feed_card_field value) {
    switch (value) {
    case feed_card_field::title: return "1";
    case feed_card_field::avatar_key: return "2";
    case feed_card_field::preview: return "3";
    case feed_card_field::status_label: return "10";
    case feed_card_field::buttons: return "11";
    case feed_card_field::link: return "12";
    case feed_card_field::time_sensitive: return "13";
    case feed_card_field::display_time: return "101";
    case feed_card_field::sort_time: return "102";
    case feed_card_field::notify: return "103";
    }
    return {};
}

/// Color of a status label.
enum class status_label_type { primary, secondary, success, danger };
reflect::enumerator_list<"primary, secondary, success, danger"> feishu_enumerators(status_label_type**);

namespace model {

/// A colored status label.
struct status_label {
    field::required<field::text<1, 20>> text;
    field::required<open<v2::status_label_type>> type;
};

reflect::member_list<"text, type", &status_label::text, &status_label::type> feishu_members(status_label**);

/// URLs by client.
struct feed_card_url {
    std::optional<field::text<0, 700>> url{};
    std::optional<field::text<0, 700>> android_url{};
    std::optional<field::text<0, 700>> ios_url{};
    std::optional<field::text<0, 700>> pc_url{};
};

reflect::member_list<"url, android_url, ios_url, pc_url", &feed_card_url::url, &feed_card_url::android_url,
                     &feed_card_url::ios_url, &feed_card_url::pc_url>
feishu_members(feed_card_url**);

/// Text of a button.
struct feed_card_text {
    field::required<field::text<1, 30>> text;
};

reflect::member_list<"text", &feed_card_text::text> feishu_members(feed_card_text**);

/// A button of a feed card.
struct feed_card_button {
    /// URLs opened by the button.
    std::optional<model::feed_card_url> multi_url{};
    field::required<open<v2::button_action_type>> action_type;
    field::required<model::feed_card_text> text;
    /// Default: default_.
    open<v2::button_type> button_type{};
    /// Data included in the callback.
    std::optional<std::map<std::string, std::string>> action_map{};
};

reflect::member_list<"multi_url, action_type, text, button_type, action_map", &feed_card_button::multi_url,
                     &feed_card_button::action_type, &feed_card_button::text, &feed_card_button::button_type,
                     &feed_card_button::action_map>
feishu_members(feed_card_button**);

/// Buttons of a feed card.
struct feed_card_buttons {
    /// Buttons.
    field::required<field::list<model::feed_card_button, 0, 2>> buttons;
};

reflect::member_list<"buttons", &feed_card_buttons::buttons> feishu_members(feed_card_buttons**);

/// Link opened by the card.
struct feed_card_link {
    /// https or applink URL.
    std::optional<field::text<0, 700>> link{};
};

reflect::member_list<"link", &feed_card_link::link> feishu_members(feed_card_link**);

/// Notification settings.
struct feed_card_notify {
    /// Whether to suppress the notification. Default: false.
    std::optional<bool> close_notify{};
    /// Text of the voice announcement.
    std::optional<field::text<0, 20>> custom_sound_text{};
    /// Whether to announce custom_sound_text by voice. Default: false.
    std::optional<bool> with_custom_sound{};
};

reflect::member_list<"close_notify, custom_sound_text, with_custom_sound", &feed_card_notify::close_notify,
                     &feed_card_notify::custom_sound_text, &feed_card_notify::with_custom_sound>
feishu_members(feed_card_notify**);

/// An app feed card.
struct app_feed_card {
    /// Business id of the card, chosen by the app; generated by the platform if omitted on creation.
    std::optional<field::text<0, 200>> biz_id{};
    /// Title.
    std::optional<field::text<0, 60>> title{};
    /// Image key of the avatar; upload the image with image_type message.
    std::optional<field::id<feishu::image_key, 0, 100>> avatar_key{};
    /// Preview text.
    std::optional<field::text<0, 120>> preview{};
    /// Status label.
    std::optional<model::status_label> status_label{};
    /// Buttons.
    std::optional<model::feed_card_buttons> buttons{};
    /// Link opened by the card: https or applink.
    std::optional<model::feed_card_link> link{};
    /// Whether the card is time-sensitive, that is, pinned to the top of the feed. Default: false.
    std::optional<bool> time_sensitive{};
    std::optional<model::feed_card_notify> notify{};
};

reflect::member_list<
    "biz_id, title, avatar_key, preview, status_label, buttons, link, time_sensitive, notify",
    &app_feed_card::biz_id, &app_feed_card::title, &app_feed_card::avatar_key, &app_feed_card::preview,
    &app_feed_card::status_label, &app_feed_card::buttons, &app_feed_card::link,
    &app_feed_card::time_sensitive, &app_feed_card::notify>
feishu_members(app_feed_card**);

/// A user for whom the operation on a feed card failed.
struct failed_feed_card {
    /// Business id of the card, chosen by the app; generated by the platform if omitted on creation.
    std::string biz_id;
    /// User id of the type given by user_id_type.
    std::string user_id;
    /// Failure reason.
    open<v2::feed_card_fail_reason> reason;
};

reflect::member_list<"biz_id, user_id, reason", &failed_feed_card::biz_id, &failed_feed_card::user_id,
                     &failed_feed_card::reason>
feishu_members(failed_feed_card**);

/// A user for whom the operation failed, with the reason.
struct failed_user {
    int error_code = 0;
    std::string error_message;
    /// User id of the type given by user_id_type.
    std::string user_id;
};

reflect::member_list<"error_code, error_message, user_id", &failed_user::error_code,
                     &failed_user::error_message, &failed_user::user_id>
feishu_members(failed_user**);

/// A feed card of one user.
struct feed_card_key {
    /// Business id of the card, chosen by the app; generated by the platform if omitted on creation.
    field::required<std::string> biz_id;
    /// User id of the type given by user_id_type.
    field::required<std::string> user_id;
};

reflect::member_list<"biz_id, user_id", &feed_card_key::biz_id, &feed_card_key::user_id>
feishu_members(feed_card_key**);

/// An update of one user's feed card.
struct feed_card_update {
    field::required<model::app_feed_card> app_feed_card;
    /// User id of the type given by user_id_type.
    field::required<std::string> user_id;
    /// Fields to update; all other fields are left unchanged.
    field::required<field::list<open<v2::feed_card_field>, 1, 20>> update_fields;
};

reflect::member_list<"app_feed_card, user_id, update_fields", &feed_card_update::app_feed_card,
                     &feed_card_update::user_id, &feed_card_update::update_fields>
feishu_members(feed_card_update**);

/// An app feed card to create: an app_feed_card with a required link.
struct new_app_feed_card {
    /// Business id of the card, chosen by the app; generated by the platform if omitted on creation.
    std::optional<field::text<0, 200>> biz_id{};
    /// Title.
    std::optional<field::text<0, 60>> title{};
    /// Image key of the avatar; upload the image with image_type message.
    std::optional<field::id<feishu::image_key, 0, 100>> avatar_key{};
    /// Preview text.
    std::optional<field::text<0, 120>> preview{};
    /// Status label.
    std::optional<model::status_label> status_label{};
    /// Buttons.
    std::optional<model::feed_card_buttons> buttons{};
    /// Link opened by the card: https or applink.
    field::required<model::feed_card_link> link;
    /// Whether the card is time-sensitive, that is, pinned to the top of the feed. Default: false.
    std::optional<bool> time_sensitive{};
    std::optional<model::feed_card_notify> notify{};
};

reflect::member_list<
    "biz_id, title, avatar_key, preview, status_label, buttons, link, time_sensitive, notify",
    &new_app_feed_card::biz_id, &new_app_feed_card::title, &new_app_feed_card::avatar_key,
    &new_app_feed_card::preview, &new_app_feed_card::status_label, &new_app_feed_card::buttons,
    &new_app_feed_card::link, &new_app_feed_card::time_sensitive, &new_app_feed_card::notify>
feishu_members(new_app_feed_card**);

} // namespace model

} // namespace feishu::im::v2
