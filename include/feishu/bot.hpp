#pragma once
// bot: receives messages and events, and responds to them.
//
//     feishu::bot bot{{.app_id = "cli_…", .app_secret = "…"}};
//     bot.on_message([](feishu::conversation c, feishu::incoming const& m) { c.reply(m, m.text()); });
//     bot.run();
//
// Messages of one chat are handled one after the other, those of different chats at the same time. What is not meant for
// the bot is dropped, with a reason: bot_options::on_drop. See <feishu/bot/bot_options.hpp> for the settings.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/conversation.hpp>
#include <feishu/bot/drop.hpp>
#include <feishu/bot/impl/action_name.hpp>
#include <feishu/bot/impl/handlers.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/bot/notices.hpp>
#include <feishu/bot/operation.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/bot/reply_stream.hpp>
#include <feishu/bot/task.hpp>
#include <feishu/client.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

struct long_connection_params;
struct webhook_server_params;

/// A bot: one app, its client, its dispatcher and its handlers.
///
/// Handlers are plain functions, or coroutines that return feishu::task. They take a conversation and what has happened,
/// in this order, or one of the two, or nothing. Handlers are added before the bot runs; they are called as const, on
/// several threads at a time. Of a message, the first of these is called that there is: the handler of its command, that
/// of mentions if the bot is mentioned in a group, that of messages.
///
/// Thread safety: handlers are added on one thread, before the bot runs; `start` and `wait` are called on one thread at a
/// time, all other members on any thread.
/// Lifetimes: handlers are kept until the bot is destroyed. The destructor stops and waits for handlers; a handler must
/// not destroy its bot. Conversations and operations may outlive it.
/// Cancellation: `stop`; operations of handlers that still run after bot_options::drain_time fail with
/// error_kind::canceled.
/// Errors: `run` returns why the connection failed. A handler that throws has failed: it is logged and reported to
/// bot_options::on_error, and the platform pushes the event again, unless event_options::on_failure says otherwise or
/// the handler took longer than event_options::ack_deadline.
/// Callbacks: handlers may throw anything.
class bot {
public:
    /// Does not connect. Errors: as client: with an invalid configuration, `run` and every call fail.
    FEISHU_DECL explicit bot(bot_options options);
    /// Stops and waits.
    FEISHU_DECL ~bot();
    bot(bot const&) = delete;
    bot& operator=(bot const&) = delete;

    /// Messages: `[](feishu::conversation c, feishu::incoming const& m) { … }`.
    template <class Handler>
    bot& on_message(Handler handler) {
        handlers().message = detail::make_handler<incoming>(std::move(handler));
        return *this;
    }
    /// Messages whose first word is `name` or `/name`; the rest is incoming::arguments().
    template <class Handler>
    bot& on_command(std::string name, Handler handler) {
        handlers().commands.insert_or_assign(std::move(name),
                                             detail::make_handler<incoming>(std::move(handler)));
        return *this;
    }
    /// Messages of groups that mention the bot.
    template <class Handler>
    bot& on_mention(Handler handler) {
        handlers().mention = detail::make_handler<incoming>(std::move(handler));
        return *this;
    }
    /// Reactions that are added to messages or removed from them: `[](feishu::conversation c, feishu::reaction const& r)`.
    template <class Handler>
    bot& on_reaction(Handler handler) {
        handlers().reaction = detail::make_handler<reaction>(std::move(handler));
        return *this;
    }
    /// The bot or users join or leave a group: `[](feishu::conversation c, feishu::membership const& m)`.
    template <class Handler>
    bot& on_join(Handler handler) {
        handlers().membership = detail::make_handler<membership>(std::move(handler));
        return *this;
    }
    /// Clicks on the item `key` of the bot's menu: `[](feishu::conversation c, feishu::menu_click const& m)`. The
    /// conversation is that with the user.
    template <class Handler>
    bot& on_menu(std::string key, Handler handler) {
        handlers().menu.insert_or_assign(std::move(key),
                                         detail::make_handler<menu_click>(std::move(handler)));
        return *this;
    }
    /// Card actions whose value was made by action_value from a T, or whose element has the name of T (the submit button
    /// of a form): `[](feishu::conversation c, T const& value)`. Returns nothing, a card::toast, a card that replaces the
    /// current one, or a card::callback_response (<feishu/event/card_callback.hpp>); a coroutine a basic_task of these. They do not wait for messages. The
    /// response must be sent within 3 seconds: a coroutine that takes longer updates the card itself.
    template <reflect::described T, class Handler>
    bot& on_action(Handler handler) {
        handlers().actions.insert_or_assign(
            std::string(detail::action_name<T>()),
            [handler = std::move(handler)](conversation const& c, card_action const& action) {
                return detail::run_action<T>(handler, c, action);
            });
        return *this;
    }
    /// All other card actions: `[](feishu::conversation c, feishu::card_action const& action)`.
    template <class Handler>
    bot& on_any_action(Handler handler) {
        handlers().any_action = [handler = std::move(handler)](conversation const& c,
                                                               card_action const& action) {
            return detail::run_any_action(handler, c, action);
        };
        return *this;
    }
    /// Adds a function around all handlers, the first one outermost:
    ///
    ///     bot.use([](feishu::conversation c, feishu::handling const& what, feishu::next_handler next) -> feishu::task {
    ///         auto const begin = std::chrono::steady_clock::now();
    ///         co_await next();                    // not called: the handler is not run
    ///         std::cout << what.handler << ' ' << std::chrono::steady_clock::now() - begin << '\n';
    ///     });
    template <class Middleware>
    requires std::is_invocable_r_v<task, Middleware const&, conversation, handling const&, next_handler> bot&
    use(Middleware middleware) {
        handlers().middleware.emplace_back(std::move(middleware));
        return *this;
    }

    /// Receives events over a long connection, until it is stopped or fails. Needs protozero.
    FEISHU_DECL result<void> run();
    /// The same with settings; include <feishu/event/long_connection_params.hpp> to use it.
    FEISHU_DECL result<void> run(long_connection_params params);
    /// Receives events as a web server, until it is stopped; include <feishu/event/webhook_server.hpp> to use it.
    /// Errors: kind transport if it cannot listen on the port.
    FEISHU_DECL result<void> run(webhook_server_params params);
    /// `run` on another thread.
    FEISHU_DECL void start();
    /// Waits until the bot has been stopped or has failed, after `start`; returns what `run` returns.
    FEISHU_DECL result<void> wait();
    /// Ends `run`: no more events are accepted, and handlers have bot_options::drain_time to end. Returns at once.
    FEISHU_DECL void stop();

    /// The chat as a handler would see it: `bot.in(chat).say("deployed")`.
    FEISHU_DECL conversation in(feishu::chat_id chat) const;
    /// The one-to-one chat with a user.
    FEISHU_DECL conversation with(feishu::open_id user) const;
    /// The bot's own open_id; asked for once.
    FEISHU_DECL result<feishu::open_id> open_id() const;

    /// The client, to call what a conversation has no function for.
    FEISHU_DECL feishu::client const& client() const;
    /// The dispatcher, to handle other events and for transports of the program's own.
    FEISHU_DECL event_dispatcher& events();
    /// The counts so far.
    FEISHU_DECL bot_counters counters() const;

    /// For what extends the bot.
    FEISHU_DECL std::shared_ptr<detail::bot_runtime> const& runtime() const;

private:
    FEISHU_DECL detail::bot_handlers& handlers();

    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/bot.ipp>
#endif
