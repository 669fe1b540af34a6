#pragma once
// Control over HTTP: what people do with messages, announcements and feeds.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/emulator/control/no_content.hpp>

namespace feishu::emulator::control {

/// A message that was sent.
struct sent_message {
    feishu::message_id message_id{};
};
BOOST_DESCRIBE_STRUCT(sent_message, (), (message_id))

/// What opens when a user taps something; empty if a callback is pushed instead.
struct opened_url {
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(opened_url, (), (url))

/// A user sends a message of any type, such as a post or a card.
struct send {
    static constexpr endpoint_spec spec{.id = "emulator.people.send",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/contents",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::chat_id> chat_id;
    field::required<open<im::v1::msg_type>> msg_type;
    /// JSON document: `{"zh_cn": …}`
    field::required<std::string> content;
    using response = sent_message;
};
BOOST_DESCRIBE_STRUCT(send, (), (open_id, chat_id, msg_type, content))

/// A user replaces the text of one of their messages.
struct edit {
    static constexpr endpoint_spec spec{.id = "emulator.people.edit",
                                        .method = verb::patch,
                                        .path = "/_emulator/users/:open_id/messages/:message_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    field::required<std::string> text;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(edit, (), (open_id, message_id, text))

/// A user forwards a message to a chat.
struct forward {
    static constexpr endpoint_spec spec{.id = "emulator.people.forward",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/forwards",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    field::required<feishu::chat_id> chat_id;
    using response = sent_message;
};
BOOST_DESCRIBE_STRUCT(forward, (), (open_id, message_id, chat_id))

/// A user forwards messages to a chat as one.
struct merge_forward {
    static constexpr endpoint_spec spec{.id = "emulator.people.merge_forward",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/merged_forwards",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<field::list<feishu::message_id, 1, 100>> message_ids;
    field::required<feishu::chat_id> chat_id;
    using response = sent_message;
};
BOOST_DESCRIBE_STRUCT(merge_forward, (), (open_id, message_ids, chat_id))

/// A user taps a follow-up bubble below a message, which sends its text.
struct tap_follow_up {
    static constexpr endpoint_spec spec{.id = "emulator.people.tap_follow_up",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/follow_ups",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    /// From 0.
    field::number<int, 0> bubble = 0;
    using response = sent_message;
};
BOOST_DESCRIBE_STRUCT(tap_follow_up, (), (open_id, message_id, bubble))

/// A user pins a message, or unpins it.
struct pin {
    static constexpr endpoint_spec spec{.id = "emulator.people.pin",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/pins",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    bool remove = false;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(pin, (), (open_id, message_id, remove))

/// The platform permanently deletes a message, which no user can do.
struct remove_message {
    static constexpr endpoint_spec spec{.id = "emulator.messages.remove",
                                        .method = verb::delete_,
                                        .path = "/_emulator/messages/:message_id",
                                        .envelope = envelope::flat};
    field::required<feishu::message_id> message_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(remove_message, (), (message_id))

/// The card that a user sees in a message now.
struct show_card {
    static constexpr endpoint_spec spec{.id = "emulator.people.show_card",
                                        .method = verb::get,
                                        .path = "/_emulator/users/:open_id/cards/:message_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    struct response {
        boost::json::value card{};
    };
};
BOOST_DESCRIBE_STRUCT(show_card, (), (open_id, message_id))
BOOST_DESCRIBE_STRUCT(show_card::response, (), (card))

/// A user replaces the announcement of a group.
struct write_announcement {
    static constexpr endpoint_spec spec{.id = "emulator.people.write_announcement",
                                        .method = verb::put,
                                        .path = "/_emulator/users/:open_id/announcements/:chat_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::chat_id> chat_id;
    /// Each line is a paragraph.
    field::required<std::string> text;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(write_announcement, (), (open_id, chat_id, text))

/// A user opens an app feed card, or taps its button.
struct tap_feed_card {
    static constexpr endpoint_spec spec{.id = "emulator.people.tap_feed_card",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/feed_cards",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    field::required<std::string> biz_id;
    /// Text of the button; the card itself if empty.
    std::string button{};
    using response = opened_url;
};
BOOST_DESCRIBE_STRUCT(tap_feed_card, (), (open_id, app_id, biz_id, button))

/// A user taps a button of a chat in the feed.
struct tap_chat_button {
    static constexpr endpoint_spec spec{.id = "emulator.people.tap_chat_button",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/chat_buttons",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::chat_id> chat_id;
    /// Text of the button.
    field::required<std::string> button;
    using response = opened_url;
};
BOOST_DESCRIBE_STRUCT(tap_chat_button, (), (open_id, chat_id, button))

/// A user taps an item of a group's menu.
struct tap_chat_menu {
    static constexpr endpoint_spec spec{.id = "emulator.people.tap_chat_menu",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/chat_menus",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::chat_id> chat_id;
    /// Name of the item.
    field::required<std::string> item;
    using response = opened_url;
};
BOOST_DESCRIBE_STRUCT(tap_chat_menu, (), (open_id, chat_id, item))

/// A user enters a link in a chat, whose preview is requested from an app; blocks until the app responds.
struct preview {
    static constexpr endpoint_spec spec{.id = "emulator.people.preview",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/previews",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    field::required<feishu::chat_id> chat_id;
    field::required<std::string> url;
    struct response {
        /// What the app responded: a preview in the text, and a card.
        boost::json::value inline_{};
        boost::json::value card{};
    };
};
BOOST_DESCRIBE_STRUCT(preview, (), (open_id, app_id, chat_id, url))
BOOST_DESCRIBE_STRUCT(preview::response, (), (inline_, card))

} // namespace feishu::emulator::control
