#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/bot.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/impl/conversation_state.hpp>
#include <feishu/bot/impl/handler_runner.hpp>
#include <feishu/bot/impl/read_incoming.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_report.hpp>
#include <feishu/event/long_connection_params.hpp>
#include <feishu/event/store_dedup.hpp>
#include <feishu/event/webhook_server.hpp>
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/event/long_connection.hpp>
#endif

namespace feishu {
namespace detail {

/// What a handler of the dispatcher returns if it completes the event later.
struct completed_later {};

template <>
struct handler_result<completed_later> {
    using type = void;
    static constexpr bool is_async = true;

    template <class E, class Handler>
    static void start(std::shared_ptr<Handler const> const& handler, std::shared_ptr<E const> const& event,
                      event_completion done) {
        handler->start(*event, std::move(done));
    }
};

/// A handler of the dispatcher: `start` takes the event and the completion.
template <class E, class Start>
struct completing_handler {
    Start start;

    completed_later operator()(E const&) const { return {}; }
};

inline reaction reaction_of(im::v1::model::reaction_event const& event, event_id id, bool added) {
    return {.added = added,
            .message_id = event.message_id,
            .emoji_type = std::string(event.reaction_type.emoji_type.str()),
            .user = event.user_id.open_id,
            .app = event.app_id,
            .time = event.action_time,
            .event_id = std::move(id)};
}

inline membership membership_of(im::v1::model::chat_event const& event, event_id id, membership::kind kind) {
    return {.is = kind,
            .chat_id = event.chat_id,
            .chat_name = event.name,
            .actor = event.operator_id.open_id,
            .event_id = std::move(id)};
}

inline membership membership_of(im::v1::model::chat_users_event const& event, event_id id,
                                membership::kind kind) {
    membership out{.is = kind,
                   .chat_id = event.chat_id,
                   .chat_name = event.name,
                   .actor = event.operator_id.open_id,
                   .event_id = std::move(id)};
    for (auto const& user : event.users)
        out.members.push_back({.open_id = user.user_id.open_id, .name = user.name});
    return out;
}

inline void add_members(boost::json::object& to, boost::json::value const& from) {
    if (auto const* object = from.if_object())
        for (auto const& [name, value] : *object)
            to[name] = value;
}

inline std::string action_fields(callback::v1::model::card_action const& action) {
    boost::json::object fields;
    add_members(fields, action.value);
    fields.erase({action_member.data(), action_member.size()});
    add_members(fields, action.form_value);
    auto const named = [&](boost::json::value value) {
        if (!action.name.empty() && !fields.contains(action.name))
            fields[action.name] = std::move(value);
    };
    if (!action.input_value.empty())
        named(boost::json::string(action.input_value));
    else if (!action.option.empty())
        named(boost::json::string(action.option));
    else if (!action.options.empty())
        named(boost::json::array(action.options.begin(), action.options.end()));
    else if (action.tag == "checker")
        named(action.checked);
    return boost::json::serialize(fields);
}

FEISHU_DECL std::string card_response(field::json_text card) {
    return callback_json(card::callback_response{.card = std::move(card)});
}

inline card_action action_of(card::action_trigger const& from) {
    auto const& event = from.event;
    card_action out{.user = event.operator_.open_id,
                    .message_id = event.context.open_message_id,
                    .chat_id = event.context.open_chat_id,
                    .name = event.action.name,
                    .tag = event.action.tag,
                    .fields = action_fields(event.action),
                    .token = event.token,
                    .timezone = event.action.timezone,
                    .event_id = from.header.event_id};
    if (auto const* value = event.action.value.if_object())
        if (auto const* type = value->if_contains({action_member.data(), action_member.size()}))
            if (auto const* name = type->if_string())
                out.type.assign(name->data(), name->size());
    return out;
}

/// The settings of the dispatcher, without what needs the runtime.
inline event_options dispatcher_options(bot_options const& options) {
    auto out = options.events;
    out.threads = 1; // several could change the order of a chat's messages; handlers run elsewhere
    if (!out.log)
        out.log = options.log;
    if (options.store != nullptr && out.dedup == nullptr)
        out.dedup = make_store_dedup(options.store, {.prefix = "feishu:event:"});
    return out;
}

} // namespace detail

struct bot::impl {
    explicit impl(bot_options options)
        : impl(detail::dispatcher_options(options), std::make_shared<detail::bot_runtime>(options)) {}
    impl(event_options events, std::shared_ptr<detail::bot_runtime> shared)
        : runtime(std::move(shared)), runner(std::make_shared<detail::handler_runner>(runtime)),
          on(with_report(std::move(events))) {
        add_message_handler();
        add_other_handlers();
    }

    event_options with_report(event_options of) const;
    void add_message_handler();
    void add_other_handlers();
    template <event E, class Start>
    void add(Start start) {
        on.handle<E>(detail::completing_handler<E, Start>{std::move(start)});
    }

    result<void> check_identity() const;
    bool begin(std::function<void()> stop_it);
    void end();

    std::shared_ptr<detail::bot_runtime> runtime;
    std::shared_ptr<detail::handler_runner> runner;
    event_dispatcher on;

    std::mutex mutex; // of all below
    bool stopped = false;
    std::function<void()> stop_receiver; // of what runs
    std::thread thread;
    result<void> outcome; // of what the thread has run
};

// Duplicates do not reach a handler.
inline event_options bot::impl::with_report(event_options of) const {
    of.on_event = [shared = runner, next = std::move(of.on_event)](event_report const& event) {
        if (event.result == event_result::duplicate && event.type == im::v1::message::receive_v1::spec.type)
            shared->drop(drop_reason::duplicate, {.event_id = event_id(std::string(event.id))});
        if (next)
            next(event);
    };
    return of;
}

inline void bot::impl::add_message_handler() {
    add<im::v1::message::receive_v1>(
        [identity = runtime, shared = runner](im::v1::message::receive_v1 const& event,
                                              detail::event_completion done) {
            auto const self = identity->open_id();
            if (!self) // it is pushed again
                return done.failed(std::make_exception_ptr(exception(self.error())));
            shared->receive(detail::read_incoming(event, *self), *self, std::move(done));
        });
}

inline void bot::impl::add_other_handlers() {
    using detail::event_completion;
    using kind = membership::kind;
    auto const shared = runner;
    add<card::action_trigger>([shared](card::action_trigger const& event, event_completion done) {
        shared->receive(detail::action_of(event), std::move(done));
    });
    namespace reactions = im::v1::message_reaction;
    add<reactions::created_v1>([shared](reactions::created_v1 const& event, event_completion done) {
        shared->receive(detail::reaction_of(event.event, event.header.event_id, true), std::move(done));
    });
    add<reactions::deleted_v1>([shared](reactions::deleted_v1 const& event, event_completion done) {
        shared->receive(detail::reaction_of(event.event, event.header.event_id, false), std::move(done));
    });
    auto const add_membership = [&]<event E>(std::type_identity<E>, kind what) {
        add<E>([shared, what](E const& event, event_completion done) {
            shared->receive(detail::membership_of(event.event, event.header.event_id, what), std::move(done));
        });
    };
    add_membership(std::type_identity<im::v1::chat_member_bot::added_v1>(), kind::bot_added);
    add_membership(std::type_identity<im::v1::chat_member_bot::deleted_v1>(), kind::bot_removed);
    add_membership(std::type_identity<im::v1::chat_member_user::added_v1>(), kind::users_added);
    add_membership(std::type_identity<im::v1::chat_member_user::deleted_v1>(), kind::users_removed);
    using application::v6::bot::menu_v6;
    add<menu_v6>([shared](menu_v6 const& event, event_completion done) {
        menu_click click{.key = event.event.event_key,
                         .user = event.event.operator_.operator_id.open_id,
                         .time = event.event.timestamp,
                         .event_id = event.header.event_id};
        shared->receive(std::move(click), std::move(done));
    });
}

// Without it, every message would fail; a failure that may pass does not keep the bot from running.
inline result<void> bot::impl::check_identity() const {
    auto const self = runtime->open_id();
    if (self)
        return {};
    auto const kind = self.error().kind;
    if (kind == error_kind::auth || kind == error_kind::validation)
        return self.error();
    runtime->log(log_level::warning, "cannot get the bot's open_id yet: " + self.error().to_string());
    return {};
}

// False if the bot has been stopped.
inline bool bot::impl::begin(std::function<void()> stop_it) {
    std::lock_guard const lock(mutex);
    stop_receiver = std::move(stop_it);
    return !stopped;
}

inline void bot::impl::end() {
    {
        std::lock_guard const lock(mutex);
        stopped = true;
        stop_receiver = nullptr;
    }
    auto const patience = runtime->options().drain_time;
    auto const until = detail::saturating_deadline(std::chrono::steady_clock::now(), patience);
    runner->flush();
    runtime->board().cancel(); // no answer can arrive any more
    on.drain(patience);
    runner->wait_idle(detail::time_left(until, std::chrono::steady_clock::now())); // those that have left their turns
    runner->cancel();
    runner->wait_idle(patience);
}

FEISHU_DECL bot::bot(bot_options options) : impl_(std::make_unique<impl>(std::move(options))) {}

FEISHU_DECL bot::~bot() {
    stop();
    if (impl_->thread.joinable())
        impl_->thread.join();
    impl_->end();
    impl_->runner->wait_idle((std::chrono::milliseconds::max)());
}

FEISHU_DECL result<void> bot::run() { return run(long_connection_params{}); }

FEISHU_DECL result<void> bot::run(long_connection_params params) {
#ifdef FEISHU_WITH_PROTOZERO
    if (auto known = impl_->check_identity(); !known)
        return known;
    params.stop_on_signals = params.stop_on_signals || impl_->runtime->options().stop_on_signals;
    long_connection connection(client(), impl_->on, std::move(params));
    result<void> outcome;
    if (impl_->begin([&connection] { connection.stop(); }))
        outcome = connection.run();
    impl_->end();
    return outcome;
#else
    static_cast<void>(params);
    return error{
        .kind = error_kind::validation,
        .message =
            "a long connection needs protozero: install it and define FEISHU_WITH_PROTOZERO for every file",
        .may_have_executed = false};
#endif
}

FEISHU_DECL result<void> bot::run(webhook_server_params params) {
    if (auto known = impl_->check_identity(); !known)
        return known;
    params.stop_on_signals = params.stop_on_signals || impl_->runtime->options().stop_on_signals;
    try {
        webhook_server server(std::move(params), impl_->on);
        if (impl_->begin([&server] { server.stop(); }))
            server.run();
        impl_->end();
    } catch (exception const& e) {
        return e.error();
    } catch (std::exception const& e) {
        return error{.kind = error_kind::validation, .message = e.what(), .may_have_executed = false};
    }
    return {};
}

FEISHU_DECL void bot::start() {
    std::lock_guard const lock(impl_->mutex);
    if (impl_->thread.joinable())
        return;
    impl_->thread = std::thread([this] {
        auto outcome = run();
        std::lock_guard const lock_again(impl_->mutex);
        impl_->outcome = std::move(outcome);
    });
}

FEISHU_DECL result<void> bot::wait() {
    if (impl_->thread.joinable())
        impl_->thread.join();
    std::lock_guard const lock(impl_->mutex);
    return impl_->outcome;
}

FEISHU_DECL void bot::stop() {
    std::lock_guard const lock(impl_->mutex);
    impl_->stopped = true;
    if (impl_->stop_receiver)
        impl_->stop_receiver();
}

FEISHU_DECL conversation bot::in(feishu::chat_id chat) const {
    auto const state = std::make_shared<detail::conversation_state>();
    state->runtime = impl_->runtime;
    state->chat = std::move(chat);
    return conversation(state);
}

FEISHU_DECL conversation bot::with(feishu::open_id user) const {
    auto const state = std::make_shared<detail::conversation_state>();
    state->runtime = impl_->runtime;
    state->user = std::move(user);
    return conversation(state);
}

FEISHU_DECL result<feishu::open_id> bot::open_id() const { return impl_->runtime->open_id(); }
FEISHU_DECL feishu::client const& bot::client() const { return impl_->runtime->client(); }
FEISHU_DECL event_dispatcher& bot::events() { return impl_->on; }
FEISHU_DECL bot_counters bot::counters() const { return impl_->runner->counters(); }
FEISHU_DECL std::shared_ptr<detail::bot_runtime> const& bot::runtime() const { return impl_->runtime; }
FEISHU_DECL detail::bot_handlers& bot::handlers() { return impl_->runner->handlers(); }

} // namespace feishu
