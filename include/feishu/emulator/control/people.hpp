#pragma once
// Control over HTTP: what people do.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/upload.hpp>

namespace feishu::emulator::control {

/// A user sends a text: to a chat, to a bot one to one, or in reply to a message. Exactly one of these is set.
struct say {
    static constexpr endpoint_spec spec{.id = "emulator.people.say",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/messages",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    feishu::chat_id chat_id{};
    feishu::app_id app_id{};
    feishu::message_id reply_to{};
    /// `<at user_id="…"></at>` mentions a user, or a bot by its app_id.
    field::required<std::string> text;
    struct response {
        feishu::message_id message_id{};
    };
};
BOOST_DESCRIBE_STRUCT(say, (), (open_id, chat_id, app_id, reply_to, text))
BOOST_DESCRIBE_STRUCT(say::response, (), (message_id))

/// A user sends a file to a chat; without msg_type an image if its name says so.
struct send_file {
    static constexpr endpoint_spec spec{.id = "emulator.people.send_file",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/files",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::chat_id> chat_id;
    field::required<std::string> file_name;
    /// file, image, audio, media or sticker.
    open<im::v1::msg_type> msg_type{};
    field::required<field::upload> file;
    struct response {
        feishu::message_id message_id{};
    };
};
BOOST_DESCRIBE_STRUCT(send_file, (), (open_id, chat_id, file_name, msg_type, file))
BOOST_DESCRIBE_STRUCT(send_file::response, (), (message_id))

/// A user reads a message, or everything.
struct read {
    static constexpr endpoint_spec spec{.id = "emulator.people.read",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/read",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    feishu::message_id message_id{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(read, (), (open_id, message_id))
BOOST_DESCRIBE_STRUCT(read::response, (), ())

/// A user recalls a message.
struct recall {
    static constexpr endpoint_spec spec{.id = "emulator.people.recall",
                                        .method = verb::delete_,
                                        .path = "/_emulator/users/:open_id/messages/:message_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(recall, (), (open_id, message_id))
BOOST_DESCRIBE_STRUCT(recall::response, (), ())

/// A user adds an emoji reaction, or removes it.
struct react {
    static constexpr endpoint_spec spec{.id = "emulator.people.react",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/reactions",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    field::required<std::string> emoji_type;
    bool remove = false;
    struct response {
        feishu::reaction_id reaction_id{};
    };
};
BOOST_DESCRIBE_STRUCT(react, (), (open_id, message_id, emoji_type, remove))
BOOST_DESCRIBE_STRUCT(react::response, (), (reaction_id))

/// A user opens the one-to-one chat with a bot.
struct enter {
    static constexpr endpoint_spec spec{.id = "emulator.people.enter",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/enter",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    struct response {
        feishu::chat_id chat_id{};
    };
};
BOOST_DESCRIBE_STRUCT(enter, (), (open_id, app_id))
BOOST_DESCRIBE_STRUCT(enter::response, (), (chat_id))

/// A user taps an item of a bot's menu.
struct tap_menu {
    static constexpr endpoint_spec spec{.id = "emulator.people.tap_menu",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/menu",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    field::required<std::string> event_key;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(tap_menu, (), (open_id, app_id, event_key))
BOOST_DESCRIBE_STRUCT(tap_menu::response, (), ())

/// A user interacts with a card; blocks until the app responds to the callback.
struct click {
    static constexpr endpoint_spec spec{.id = "emulator.people.click",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/clicks",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::message_id> message_id;
    /// Name, element_id or text of an interactive element; empty: the first one.
    std::string element{};
    /// Among several that match, from 0.
    field::number<int, 0> nth = 0;
    /// Values by name, if the element submits a form: strings, booleans, lists of strings.
    std::map<std::string, boost::json::value> form{};
    /// Entered into an input; date or time of a picker.
    std::string text{};
    /// Selected in a list.
    std::string option{};
    std::vector<std::string> options{};
    bool checked = false;
    struct response {
        /// What the app responded: a toast, and the card that replaces this one.
        boost::json::value toast{};
        boost::json::value card{};
    };
};
BOOST_DESCRIBE_STRUCT(click, (), (open_id, message_id, element, nth, form, text, option, options, checked))
BOOST_DESCRIBE_STRUCT(click::response, (), (toast, card))

} // namespace feishu::emulator::control
