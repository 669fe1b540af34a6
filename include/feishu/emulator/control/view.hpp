#pragma once
// Control over HTTP: what a page shows, and what it asks for again and again to stay up to date.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/control/platform.hpp>
#include <feishu/emulator/control/tenant.hpp>

namespace feishu::emulator::control {

/// Somebody who can send a message: a user, or a bot by its app_id.
struct person_entry {
    std::string id{};
    std::string name{};
    bool bot = false;
};
BOOST_DESCRIBE_STRUCT(person_entry, (), (id, name, bot))

/// The number of reactions with one emoji, and who reacted.
struct reaction_entry {
    std::string emoji_type{};
    std::vector<std::string> by{};
};
BOOST_DESCRIBE_STRUCT(reaction_entry, (), (emoji_type, by))

/// A mention in a message.
struct mention_entry {
    /// Placeholder in the text, such as @_user_1.
    std::string key{};
    std::string id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(mention_entry, (), (key, id, name))

/// A message with all that people see beside it. Its content is that of the card that the viewer sees.
struct shown_message : message_entry {
    std::string sender_name{};
    std::vector<mention_entry> mentions{};
    std::vector<reaction_entry> reactions{};
    /// Users who read it, of a bot's message.
    std::vector<std::string> readers{};
    /// Users who were notified by an urgent message.
    std::vector<std::string> urgent{};
    /// Texts of the bubbles below it.
    std::vector<std::string> follow_ups{};
    /// Order in its thread; 0 for the first message.
    std::int64_t thread_position = 0;
    /// Who pinned it; empty if it is not pinned.
    std::string pinned_by{};
    /// The only user who sees it; empty if everybody does.
    feishu::open_id visible_to{};
    int edits = 0;
    /// Whether text still arrives in the card.
    bool streaming = false;
};
BOOST_DESCRIBE_STRUCT(shown_message, (message_entry),
                      (sender_name, mentions, reactions, readers, urgent, follow_ups, thread_position,
                       pinned_by, visible_to, edits, streaming))

/// A chat in the list of the viewer; without its members, which are those of list_chats.
struct shown_chat : chat_entry {
    /// What the list calls it: for a one-to-one chat, the name of the other side.
    std::string title{};
    /// Messages of bots that the viewer has not read.
    std::int64_t unread = 0;
    std::int64_t messages = 0;
    /// The last message; the content of a long one is omitted.
    std::string last_type{};
    std::string last_content{};
    std::vector<mention_entry> last_mentions{};
    std::string last_sender{};
    std::int64_t last_time = 0;
};
BOOST_DESCRIBE_STRUCT(shown_chat, (chat_entry),
                      (title, unread, messages, last_type, last_content, last_mentions, last_sender,
                       last_time))

/// A button of an app feed card.
struct feed_button {
    std::string text{};
    std::string style{};
};
BOOST_DESCRIBE_STRUCT(feed_button, (), (text, style))

/// An app feed card in the list of the viewer.
struct shown_feed_card {
    feishu::app_id app{};
    std::string biz_id{};
    std::string title{};
    std::string preview{};
    std::string status{};
    std::vector<feed_button> buttons{};
    std::string link{};
    bool time_sensitive = false;
};
BOOST_DESCRIBE_STRUCT(shown_feed_card, (),
                      (app, biz_id, title, preview, status, buttons, link, time_sensitive))

/// A fault that was added.
struct fault_entry {
    std::string method{};
    std::string path{};
    std::vector<std::string> faults{};
    double probability = 1;
    /// Milliseconds.
    std::int64_t delay = 0;
    /// How many requests it hit so far.
    std::int64_t hits = 0;
    /// How many it may still hit; absent if there is no limit.
    std::optional<std::int64_t> left{};
};
BOOST_DESCRIBE_STRUCT(fault_entry, (), (method, path, faults, probability, delay, hits, left))

/// All that the page shows but its panel of calls and events.
struct screen {
    std::vector<person_entry> people{};
    std::vector<shown_chat> chats{};
    std::vector<shown_feed_card> feed{};
    /// The last ones of the chat that is open, the oldest first.
    std::vector<shown_message> messages{};
    std::vector<fault_entry> faults{};
    /// Long connections that are open, by app_id.
    std::map<std::string, std::int64_t> connections{};
};
BOOST_DESCRIBE_STRUCT(screen, (), (people, chats, feed, messages, faults, connections))

/// A request that the platform has served.
struct shown_request : request_entry {
    /// Path of the endpoint, /open-apis/im/v1/messages/:message_id.
    std::string route{};
    feishu::app_id app{};
    /// The error's.
    std::string message{};
    /// Parameter that the error is about.
    std::string field{};
    /// Milliseconds since 1970.
    std::int64_t time = 0;
    /// Microseconds that the emulator took.
    std::int64_t duration = 0;
    std::int64_t sequence = 0;
};
BOOST_DESCRIBE_STRUCT(shown_request, (request_entry), (route, app, message, field, time, duration, sequence))

/// An attempt to push an event.
struct shown_push {
    int attempt = 1;
    /// none, webhook or long_connection.
    std::string channel{};
    int status = 0;
    std::string response{};
};
BOOST_DESCRIBE_STRUCT(shown_push, (), (attempt, channel, status, response))

/// An event with its pushes.
struct shown_event {
    feishu::app_id app{};
    std::string type{};
    std::string id{};
    /// JSON document.
    std::string document{};
    bool callback = false;
    std::int64_t time = 0;
    std::int64_t sequence = 0;
    std::vector<shown_push> pushes{};
};
BOOST_DESCRIBE_STRUCT(shown_event, (), (app, type, id, document, callback, time, sequence, pushes))

/// What a user sees, and what the platform did since the last call. It never waits: a page calls it a few times a second.
struct look {
    static constexpr endpoint_spec spec{
        .id = "emulator.view.look",
        .method = verb::get,
        .path = "/_emulator/view",
        .query = {"viewer", "chat_id", "limit", "revision", "after_request", "after_event"},
        .envelope = envelope::flat};
    /// Sees the chats that this user is in; all chats if empty.
    feishu::open_id viewer{};
    /// The chat that is open.
    feishu::chat_id chat_id{};
    /// How many of its messages.
    field::number<int, 1, 1000> limit = 100;
    /// Of the screen that the caller has.
    std::string revision{};
    field::number<std::int64_t, 0> after_request = 0;
    field::number<std::int64_t, 0> after_event = 0;
    struct response {
        std::string revision{};
        /// Absent if the caller has it.
        std::optional<control::screen> screen{};
        /// The last 200 at most.
        std::vector<shown_request> requests{};
        /// New ones, and those that were pushed meanwhile.
        std::vector<shown_event> events{};
        /// Milliseconds since 1970.
        std::int64_t now = 0;
    };
};
BOOST_DESCRIBE_STRUCT(look, (), (viewer, chat_id, limit, revision, after_request, after_event))
BOOST_DESCRIBE_STRUCT(look::response, (), (revision, screen, requests, events, now))

/// The messages in a merged forward.
struct list_children {
    static constexpr endpoint_spec spec{.id = "emulator.view.children",
                                        .method = verb::get,
                                        .path = "/_emulator/messages/:message_id/children",
                                        .envelope = envelope::flat};
    field::required<feishu::message_id> message_id;
    struct response {
        std::vector<shown_message> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_children, (), (message_id))
BOOST_DESCRIBE_STRUCT(list_children::response, (), (items))

/// Downloads an image or a file by its image_key or file_key.
struct download {
    static constexpr endpoint_spec spec{.id = "emulator.view.download",
                                        .method = verb::get,
                                        .path = "/_emulator/resources/:key",
                                        .envelope = envelope::binary};
    field::required<std::string> key;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(download, (), (key))
BOOST_DESCRIBE_STRUCT(download::response, (), ())

} // namespace feishu::emulator::control
