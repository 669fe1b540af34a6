#pragma once
// Control over HTTP: the apps, users and chats of the tenant.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>

namespace feishu::emulator::control {

/// An app with its credentials.
struct app_entry {
    feishu::app_id app_id{};
    std::string app_secret{};
    std::string name{};
    /// Scopes that an administrator approved; all if absent.
    std::optional<std::vector<std::string>> scopes{};
    bool bot = true;
    bool store = false;
    feishu::open_id bot_open_id{};
};
BOOST_DESCRIBE_STRUCT(app_entry, (), (app_id, app_secret, name, scopes, bot, store, bot_open_id))

/// A user of the tenant.
struct user_entry {
    feishu::open_id open_id{};
    feishu::union_id union_id{};
    feishu::user_id user_id{};
    std::string name{};
    feishu::email email{};
    /// Phone number with country code.
    std::string mobile{};
    /// Open ids of departments, the primary one first; none for a member of the root department.
    std::vector<feishu::department_id> departments{};
    bool resigned = false;
};
BOOST_DESCRIBE_STRUCT(user_entry, (),
                      (open_id, union_id, user_id, name, email, mobile, departments, resigned))

/// A chat of the tenant.
struct chat_entry {
    feishu::chat_id chat_id{};
    std::string name{};
    /// group or p2p.
    std::string chat_mode{};
    feishu::open_id owner{};
    std::vector<feishu::open_id> managers{};
    std::vector<feishu::open_id> members{};
    std::vector<feishu::app_id> bots{};
    /// Only owner, managers and the creator bot may send messages.
    bool muted = false;
    bool dissolved = false;
};
BOOST_DESCRIBE_STRUCT(chat_entry, (),
                      (chat_id, name, chat_mode, owner, managers, members, bots, muted, dissolved))

/// A message as a test wants to see it.
struct message_entry {
    feishu::message_id message_id{};
    feishu::chat_id chat_id{};
    feishu::message_id root_id{};
    feishu::message_id parent_id{};
    feishu::thread_id thread_id{};
    std::string msg_type{};
    /// JSON document.
    std::string content{};
    /// The bot that sent it; empty if a user did.
    feishu::app_id app{};
    feishu::open_id user{};
    /// Milliseconds since 1970.
    std::int64_t create_time = 0;
    bool updated = false;
    bool deleted = false;
};
BOOST_DESCRIBE_STRUCT(message_entry, (),
                      (message_id, chat_id, root_id, parent_id, thread_id, msg_type, content, app, user,
                       create_time, updated, deleted))

/// Adds an app; without ids and secret they are generated.
struct create_app {
    static constexpr endpoint_spec spec{.id = "emulator.apps.create",
                                        .method = verb::post,
                                        .path = "/_emulator/apps",
                                        .envelope = envelope::flat};
    std::string name{};
    feishu::app_id app_id{};
    std::string app_secret{};
    std::optional<std::vector<std::string>> scopes{};
    std::optional<bool> bot{};
    std::optional<bool> store{};
    struct response : app_entry {};
};
BOOST_DESCRIBE_STRUCT(create_app, (), (name, app_id, app_secret, scopes, bot, store))
BOOST_DESCRIBE_STRUCT(create_app::response, (app_entry), ())

/// Lists the apps.
struct list_apps {
    static constexpr endpoint_spec spec{.id = "emulator.apps.list",
                                        .method = verb::get,
                                        .path = "/_emulator/apps",
                                        .envelope = envelope::flat};
    struct response {
        std::vector<app_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_apps, (), ())
BOOST_DESCRIBE_STRUCT(list_apps::response, (), (items))

/// Adds a user.
struct create_user {
    static constexpr endpoint_spec spec{.id = "emulator.users.create",
                                        .method = verb::post,
                                        .path = "/_emulator/users",
                                        .envelope = envelope::flat};
    field::required<std::string> name;
    struct response : user_entry {};
};
BOOST_DESCRIBE_STRUCT(create_user, (), (name))
BOOST_DESCRIBE_STRUCT(create_user::response, (user_entry), ())

/// Lists the users.
struct list_users {
    static constexpr endpoint_spec spec{.id = "emulator.users.list",
                                        .method = verb::get,
                                        .path = "/_emulator/users",
                                        .envelope = envelope::flat};
    struct response {
        std::vector<user_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_users, (), ())
BOOST_DESCRIBE_STRUCT(list_users::response, (), (items))

/// Adds a group: the first member is the owner; without bots that of the first app is in it.
struct create_chat {
    static constexpr endpoint_spec spec{.id = "emulator.chats.create",
                                        .method = verb::post,
                                        .path = "/_emulator/chats",
                                        .envelope = envelope::flat};
    std::string name{};
    field::required<field::list<feishu::open_id, 1, 5000>> members;
    std::optional<std::vector<feishu::app_id>> bots{};
    struct response : chat_entry {};
};
BOOST_DESCRIBE_STRUCT(create_chat, (), (name, members, bots))
BOOST_DESCRIBE_STRUCT(create_chat::response, (chat_entry), ())

/// Lists the chats.
struct list_chats {
    static constexpr endpoint_spec spec{.id = "emulator.chats.list",
                                        .method = verb::get,
                                        .path = "/_emulator/chats",
                                        .envelope = envelope::flat};
    struct response {
        std::vector<chat_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_chats, (), ())
BOOST_DESCRIBE_STRUCT(list_chats::response, (), (items))

/// Renames a group, dissolves it, adds or removes members and bots. What cannot be changed is named by the error; the rest is
/// changed all the same.
struct change_chat {
    static constexpr endpoint_spec spec{.id = "emulator.chats.change",
                                        .method = verb::patch,
                                        .path = "/_emulator/chats/:chat_id",
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// The user who does it; the owner if absent.
    feishu::open_id by{};
    std::optional<std::string> name{};
    std::optional<bool> dissolved{};
    std::vector<feishu::open_id> add_members{};
    std::vector<feishu::open_id> remove_members{};
    std::vector<feishu::app_id> add_bots{};
    std::vector<feishu::app_id> remove_bots{};
    struct response : chat_entry {};
};
BOOST_DESCRIBE_STRUCT(change_chat, (),
                      (chat_id, by, name, dissolved, add_members, remove_members, add_bots, remove_bots))
BOOST_DESCRIBE_STRUCT(change_chat::response, (chat_entry), ())

/// The messages of a chat, the oldest first.
struct list_messages {
    static constexpr endpoint_spec spec{.id = "emulator.messages.list",
                                        .method = verb::get,
                                        .path = "/_emulator/chats/:chat_id/messages",
                                        .query = {"after", "limit"},
                                        .envelope = envelope::flat};
    field::required<feishu::chat_id> chat_id;
    /// Those after this many.
    field::number<int, 0> after = 0;
    field::number<int, 1, 1000> limit = 100;
    struct response {
        std::vector<message_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_messages, (), (chat_id, after, limit))
BOOST_DESCRIBE_STRUCT(list_messages::response, (), (items))

/// What the tenant is, as <feishu/emulator/scenario.hpp> says: the body of import_scenario, or a file that starts a tenant.
struct export_scenario {
    static constexpr endpoint_spec spec{.id = "emulator.scenario.export",
                                        .method = verb::get,
                                        .path = "/_emulator/scenario",
                                        .envelope = envelope::value};
    struct response {
        boost::json::value document{};
    };
};
BOOST_DESCRIBE_STRUCT(export_scenario, (), ())
BOOST_DESCRIBE_STRUCT(export_scenario::response, (), (document))

/// Adds what a scenario has: all of it, or nothing if something is wrong with it, which the error names.
struct import_scenario {
    static constexpr endpoint_spec spec{.id = "emulator.scenario.import",
                                        .method = verb::post,
                                        .path = "/_emulator/scenario",
                                        .body = body_format::value,
                                        .envelope = envelope::flat};
    field::required<boost::json::object> scenario; ///< the body, as export_scenario returns it
    struct response {};
};
BOOST_DESCRIBE_STRUCT(import_scenario, (), (scenario))
BOOST_DESCRIBE_STRUCT(import_scenario::response, (), ())

} // namespace feishu::emulator::control
