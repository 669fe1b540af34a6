#pragma once
// Feishu im v2: shared types. Generated from codegen/specs/im/v2/models.json: edit that, then run codegen/run.

#include <map>
#include <optional>
#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::im::v2 {

/// What a button does: opens a page, or calls the app back.
enum class button_action_type { url_page, webhook };
BOOST_DESCRIBE_ENUM(button_action_type, url_page, webhook)

/// Looks of a button.
enum class button_type { default_, primary, success };
BOOST_DESCRIBE_ENUM(button_type, default_, primary, success)

/// Why a feed card could not be changed for a user.
enum class feed_card_fail_reason { unknown, no_permission, not_created, rate_limited, duplicate };
BOOST_DESCRIBE_ENUM(feed_card_fail_reason, unknown, no_permission, not_created, rate_limited, duplicate)
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

/// Parts of a feed card that an update can touch; the last three need no value.
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
BOOST_DESCRIBE_ENUM(feed_card_field, title, avatar_key, preview, status_label, buttons, link, time_sensitive,
                    display_time, sort_time, notify)
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

/// Colours of a status label.
enum class status_label_type { primary, secondary, success, danger };
BOOST_DESCRIBE_ENUM(status_label_type, primary, secondary, success, danger)

namespace model {

/// A small coloured label.
struct status_label {
    field::required<field::text<1, 20>> text;
    open<v2::status_label_type> type = v2::status_label_type::primary;
};
BOOST_DESCRIBE_STRUCT(status_label, (), (text, type))

/// Where a button leads, by client.
struct feed_card_url {
    std::optional<field::text<0, 700>> url{};
    std::optional<field::text<0, 700>> android_url{};
    std::optional<field::text<0, 700>> ios_url{};
    std::optional<field::text<0, 700>> pc_url{};
};
BOOST_DESCRIBE_STRUCT(feed_card_url, (), (url, android_url, ios_url, pc_url))

/// The text of a button.
struct feed_card_text {
    field::required<field::text<1, 30>> text;
};
BOOST_DESCRIBE_STRUCT(feed_card_text, (), (text))

/// A button of a card.
struct feed_card_button {
    /// Where the button leads.
    std::optional<model::feed_card_url> multi_url{};
    field::required<open<v2::button_action_type>> action_type;
    field::required<model::feed_card_text> text;
    open<v2::button_type> button_type = v2::button_type::default_;
    /// What the call-back carries.
    std::optional<std::map<std::string, std::string>> action_map{};
};
BOOST_DESCRIBE_STRUCT(feed_card_button, (), (multi_url, action_type, text, button_type, action_map))

/// The buttons of a card.
struct feed_card_buttons {
    /// The buttons.
    field::required<field::list<model::feed_card_button, 0, 2>> buttons;
};
BOOST_DESCRIBE_STRUCT(feed_card_buttons, (), (buttons))

/// Where a tap on the card leads.
struct feed_card_link {
    /// An https or applink address.
    field::required<field::text<0, 700>> link;
};
BOOST_DESCRIBE_STRUCT(feed_card_link, (), (link))

/// How users are told of a new card.
struct feed_card_notify {
    /// True for no notification.
    bool close_notify = false;
    /// What is read out.
    std::optional<field::text<0, 20>> custom_sound_text{};
    /// True to read custom_sound_text out.
    bool with_custom_sound = false;
};
BOOST_DESCRIBE_STRUCT(feed_card_notify, (), (close_notify, custom_sound_text, with_custom_sound))

/// An app's card in the users' feed.
struct app_feed_card {
    /// The app's own id for the card; left out on create, the platform makes one.
    std::optional<field::text<0, 200>> biz_id{};
    /// The first line.
    std::optional<field::text<0, 60>> title{};
    /// The picture: an image uploaded as message.
    std::optional<field::id<feishu::image_key, 0, 100>> avatar_key{};
    /// The second line.
    std::optional<field::text<0, 120>> preview{};
    /// The label beside the title.
    std::optional<model::status_label> status_label{};
    /// The buttons.
    std::optional<model::feed_card_buttons> buttons{};
    /// Where a tap on the card leads: https or applink.
    std::optional<model::feed_card_link> link{};
    /// Whether the card stays at the top of the feed.
    bool time_sensitive = false;
    std::optional<model::feed_card_notify> notify{};
};
BOOST_DESCRIBE_STRUCT(app_feed_card, (),
                      (biz_id, title, avatar_key, preview, status_label, buttons, link, time_sensitive,
                       notify))

/// A user for whom a card could not be changed.
struct failed_feed_card {
    /// The app's own id for the card; left out on create, the platform makes one.
    std::string biz_id;
    /// The user; its kind is what user_id_type says.
    std::string user_id;
    /// Why it did not work.
    open<v2::feed_card_fail_reason> reason;
};
BOOST_DESCRIBE_STRUCT(failed_feed_card, (), (biz_id, user_id, reason))

/// A user for whom it did not work, and why.
struct failed_user {
    int error_code = 0;
    std::string error_message;
    /// The user; its kind is what user_id_type says.
    std::string user_id;
};
BOOST_DESCRIBE_STRUCT(failed_user, (), (error_code, error_message, user_id))

/// A card in one user's feed.
struct feed_card_key {
    /// The app's own id for the card; left out on create, the platform makes one.
    field::required<std::string> biz_id;
    /// The user; its kind is what user_id_type says.
    field::required<std::string> user_id;
};
BOOST_DESCRIBE_STRUCT(feed_card_key, (), (biz_id, user_id))

/// New content of a card in one user's feed.
struct feed_card_update {
    field::required<model::app_feed_card> app_feed_card;
    /// The user; its kind is what user_id_type says.
    field::required<std::string> user_id;
    /// Which parts to change; the others stay.
    field::required<field::list<open<v2::feed_card_field>, 1, 20>> update_fields;
};
BOOST_DESCRIBE_STRUCT(feed_card_update, (), (app_feed_card, user_id, update_fields))

/// A feed card to be made: the same as app_feed_card, but with a link.
struct new_app_feed_card {
    /// The app's own id for the card; left out on create, the platform makes one.
    std::optional<field::text<0, 200>> biz_id{};
    /// The first line.
    std::optional<field::text<0, 60>> title{};
    /// The picture: an image uploaded as message.
    std::optional<field::id<feishu::image_key, 0, 100>> avatar_key{};
    /// The second line.
    std::optional<field::text<0, 120>> preview{};
    /// The label beside the title.
    std::optional<model::status_label> status_label{};
    /// The buttons.
    std::optional<model::feed_card_buttons> buttons{};
    /// Where a tap on the card leads: https or applink.
    field::required<model::feed_card_link> link;
    /// Whether the card stays at the top of the feed.
    bool time_sensitive = false;
    std::optional<model::feed_card_notify> notify{};
};
BOOST_DESCRIBE_STRUCT(new_app_feed_card, (),
                      (biz_id, title, avatar_key, preview, status_label, buttons, link, time_sensitive,
                       notify))

} // namespace model

} // namespace feishu::im::v2
