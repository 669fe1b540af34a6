#pragma once

#include <algorithm>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include <feishu/bot/impl/conversation_state.hpp>
#include <feishu/bot/impl/detached.hpp>
#include <feishu/bot/impl/handler_runner.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

FEISHU_DECL handler_runner::handler_runner(std::shared_ptr<bot_runtime> runtime)
    : runtime_(std::move(runtime)), actions_({.threads = (std::max)(runtime_->options().events.threads, 1u)}),
      loops_(runtime_->options().loops), bursts_(runtime_->options().debounce),
      queue_(runtime_->options().queue) {}

// --- messages

inline dropped_message dropped(incoming const& message) {
    return {.message_id = message.id,
            .chat_id = message.chat_id,
            .sender = message.sender.open_id,
            .event_id = message.event_id};
}

FEISHU_DECL void handler_runner::drop(drop_reason reason, dropped_message what) {
    what.reason = reason;
    {
        std::lock_guard const lock(mutex_);
        ++counters_.drops[static_cast<std::size_t>(reason)];
    }
    if (runtime_->options().on_drop)
        if (auto const thrown = guard([&] { runtime_->options().on_drop(what); }))
            runtime_->log(log_level::error, "on_drop threw: " + *thrown);
}

inline std::optional<drop_reason> handler_runner::admit(incoming const& message,
                                                        feishu::open_id const& self) {
    {
        std::lock_guard const lock(mutex_);
        if (auto const loop = loops_.check(message, self, executor().now()))
            return loop;
    }
    if (is_stale(message.create_time, runtime_->options().now(), runtime_->options().max_age))
        return drop_reason::stale;
    return check_access(runtime_->options().access, message);
}

FEISHU_DECL void handler_runner::receive(incoming message, feishu::open_id const& self,
                                         event_completion done) {
    count(&bot_counters::messages);
    auto const refused = [&](std::optional<drop_reason> reason) {
        if (!reason)
            return false;
        drop(*reason, dropped(message));
        done.done();
        return true;
    };
    if (refused(admit(message, self)))
        return;
    auto const received = std::make_shared<received_message>();
    received->message = message;
    received->completions.push_back(done);
    if (runtime_->offer(received))
        return;
    if (refused(check_mention(runtime_->options().mention, message)))
        return;
    std::unique_lock lock(mutex_);
    if (ended_) {
        lock.unlock();
        return refuse(drop_reason::stopping, received);
    }
    enqueue(bursts_.add(received, executor().now()), lock);
}

// Unlocks.
inline void handler_runner::enqueue(std::vector<message_ptr> ready, std::unique_lock<std::mutex>& lock) {
    std::vector<message_ptr> refused;
    for (auto& one : ready)
        if (!queue_.push(one))
            refused.push_back(one);
    arm_timer();
    start_handlers(lock);
    for (auto const& one : refused)
        refuse(drop_reason::queue_full, one);
}

// The platform pushes it again.
inline void handler_runner::refuse(drop_reason reason, message_ptr const& message) {
    drop(reason, dropped(message->message));
    for (auto const& one : message->completions)
        one.failed(std::make_exception_ptr(std::runtime_error("dropped: " + std::string(to_string(reason)))));
}

inline void handler_runner::arm_timer() {
    auto const due = bursts_.next_due();
    if (due == timer_due_)
        return;
    if (timer_due_)
        executor().cancel(timer_);
    timer_due_ = due;
    if (due)
        timer_ = executor().post_at(*due, [weak = weak_from_this()] {
            auto const self = weak.lock();
            if (self == nullptr)
                return;
            std::unique_lock lock(self->mutex_);
            self->timer_due_.reset();
            self->enqueue(self->bursts_.due(self->executor().now()), lock);
        });
}

FEISHU_DECL void handler_runner::flush() {
    std::unique_lock lock(mutex_);
    enqueue(bursts_.clear(), lock);
}

// The first word, without a slash.
inline std::string_view first_word(std::string_view text) {
    auto const word = text.substr(0, text.find_first_of(" \t\r\n"));
    return word.starts_with('/') ? word.substr(1) : word;
}

inline task without_handler() { co_return; }

inline handler_run handler_runner::run_of(incoming const& message, conversation const& c) {
    handler_run run{.what = {.message = &message, .event_id = message.event_id}, .message_id = message.id};
    auto const with = [&](std::string name, handler_function<incoming> const& handler) {
        run.what.handler = std::move(name);
        run.handler = [&handler, &c, &message] { return handler(c, message); };
    };
    auto const command = handlers_.commands.find(message.command_);
    if (!message.command_.empty() && command != handlers_.commands.end())
        with("command " + command->first, command->second);
    else if (handlers_.mention && message.mentions_bot && !message.direct)
        with("mention", handlers_.mention);
    else if (handlers_.message)
        with("message", handlers_.message);
    return run;
}

/// The coroutines of a runtime. Their parameters keep what their handlers refer to.
struct handler_runner::steps {
    // Runs the middleware around the handler.
    static task run_around(std::shared_ptr<handler_runner> self, conversation c, handler_run& run) {
        auto const& middleware = self->handlers_.middleware;
        std::vector<std::function<task()>> links(middleware.size() + 1);
        links.back() = run.handler;
        for (std::size_t i = middleware.size(); i-- > 0;)
            links[i] = [&, i] { return middleware[i](c, run.what, next_handler(links[i + 1])); };
        co_await links.front()();
    }

    static detached run_message(std::shared_ptr<handler_runner> self, message_ptr received) {
        auto& message = received->message;
        if (self->handlers_.commands.contains(first_word(message.text())))
            message.command_ = first_word(message.text());
        auto const c = conversation_about(self, message);
        c.state()->leave_turn = [self, received] { self->end_turn(received); };
        auto run = self->run_of(message, c);
        std::exception_ptr thrown;
        try {
            if (run.handler)
                co_await run_around(self, c, run);
        } catch (...) {
            thrown = std::current_exception();
        }
        self->ended(received, run, thrown);
    }

    static task run_action_handler(action_function const& handler, conversation const& c,
                                   card_action const& action, std::string& response) {
        response = co_await handler(c, action);
    }

    static detached run_action(std::shared_ptr<handler_runner> self, card_action action,
                               event_completion done, action_function const& handler, std::string name) {
        auto const c = conversation_at(self, action.chat_id, action.user, action.message_id, action.event_id);
        c.state()->leave_turn = [done] { done.done(); };
        std::string response = "{}";
        handler_run run{.what = {.handler = std::move(name), .action = &action, .event_id = action.event_id},
                        .handler = [&] { return run_action_handler(handler, c, action, response); },
                        .message_id = action.message_id};
        std::exception_ptr thrown;
        try {
            co_await run_around(self, c, run);
        } catch (...) {
            thrown = std::current_exception();
        }
        self->ended(done, run, &bot_counters::actions, std::move(response), thrown);
    }

    template <class What>
    static detached run_notice(std::shared_ptr<handler_runner> self, handler_function<What> const& handler,
                               std::string name, What what, conversation c, event_completion done) {
        handler_run run{.what = {.handler = std::move(name), .event_id = what.event_id},
                        .handler = [&] { return handler(c, what); }};
        std::exception_ptr thrown;
        try {
            co_await run_around(self, c, run);
        } catch (...) {
            thrown = std::current_exception();
        }
        self->ended(done, run, &bot_counters::events, "{}", thrown);
    }

    static conversation conversation_at(std::shared_ptr<handler_runner> const& self, chat_id chat,
                                        feishu::open_id user, message_id anchor, event_id const& event) {
        auto const state = std::make_shared<conversation_state>();
        state->runtime = self->runtime_;
        state->chat = std::move(chat);
        state->user = std::move(user);
        state->anchor = std::move(anchor);
        state->event_key = event.str();
        return conversation(state);
    }

    static conversation conversation_about(std::shared_ptr<handler_runner> const& self,
                                           incoming const& message) {
        auto c = conversation_at(self, message.chat_id, message.sender.open_id, message.id, {});
        c.state()->in_thread = !message.thread_id.empty();
        c.state()->event_key = message.id.str(); // the same under another event_id
        return c;
    }
};

// Unlocks.
inline void handler_runner::start_handlers(std::unique_lock<std::mutex>& lock) {
    std::vector<message_ptr> started;
    while (auto next = queue_.next()) {
        ++active_;
        started.push_back(std::move(next));
    }
    lock.unlock();
    for (auto& one : started)
        executor().post([self = shared_from_this(), one] { steps::run_message(self, one); });
}

// The handler goes on, but its message counts as handled.
inline void handler_runner::end_turn(message_ptr const& message) {
    std::unique_lock lock(mutex_);
    if (std::exchange(message->turn_ended, true))
        return;
    queue_.finish(message->message.chat_id);
    start_handlers(lock);
    for (auto const& one : message->completions)
        one.done();
}

// Counted and reported before the platform knows, so that whoever waits for it sees both.
inline void handler_runner::ended(message_ptr const& message, handler_run const& run,
                                  std::exception_ptr thrown) {
    if (!run.handler)
        drop(drop_reason::no_handler, dropped(message->message));
    else
        count(thrown ? &bot_counters::failed : &bot_counters::handled);
    if (thrown)
        report(run, message->message.chat_id, thrown);
    for (auto const& one : message->completions)
        if (thrown)
            one.failed(thrown);
        else
            one.done();
    std::unique_lock lock(mutex_);
    if (!std::exchange(message->turn_ended, true))
        queue_.finish(message->message.chat_id);
    --active_;
    idle_.notify_all();
    start_handlers(lock);
}

inline void handler_runner::ended(event_completion const& done, handler_run const& run,
                                  std::uint64_t bot_counters::*counter, std::string response,
                                  std::exception_ptr thrown) {
    count(thrown ? &bot_counters::failed : counter);
    if (thrown) {
        report(run, {}, thrown);
        done.failed(thrown);
    } else {
        done.done(std::move(response));
    }
    std::lock_guard const lock(mutex_);
    --active_;
    idle_.notify_all();
}

inline void handler_runner::count(std::uint64_t bot_counters::*counter) {
    std::lock_guard const lock(mutex_);
    ++(counters_.*counter);
}

// The dispatcher logs it.
inline void handler_runner::report(handler_run const& run, chat_id const& chat, std::exception_ptr thrown) {
    if (!runtime_->options().on_error)
        return;
    handler_failure const failure{.what = exception_text(thrown),
                                  .thrown = thrown,
                                  .handler = run.what.handler,
                                  .message_id = run.message_id,
                                  .chat_id = chat,
                                  .event_id = run.what.event_id};
    if (auto const again = guard([&] { runtime_->options().on_error(failure); }))
        runtime_->log(log_level::error, "on_error threw: " + *again);
}

// --- everything else

FEISHU_DECL void handler_runner::receive(card_action action, event_completion done) {
    if (auto response = runtime_->offer(action))
        return done.done(std::move(*response));
    auto found = handlers_.actions.find(action.type);
    if (found == handlers_.actions.end() && action.type.empty())
        found = handlers_.actions.find(action.name);
    bool const known = found != handlers_.actions.end();
    if (!known && !handlers_.any_action)
        return done.done();
    {
        std::lock_guard const lock(mutex_);
        ++active_;
    }
    auto const& handler = known ? found->second : handlers_.any_action;
    actions_.post([self = shared_from_this(), action = std::move(action), done = std::move(done), &handler,
                   name = known ? "action " + found->first : "action"] {
        steps::run_action(self, action, done, handler, name);
    });
}

template <class What>
void handler_runner::run_notice(handler_function<What> const& handler, std::string name, What what,
                                conversation c, event_completion done) {
    if (!handler)
        return done.done();
    {
        std::lock_guard const lock(mutex_);
        ++active_;
    }
    executor().post([self = shared_from_this(), &handler, name = std::move(name), what = std::move(what),
                     c = std::move(c), done = std::move(done)] {
        steps::run_notice<What>(self, handler, name, what, c, done);
    });
}

FEISHU_DECL void handler_runner::receive(reaction what, event_completion done) {
    auto c = steps::conversation_at(shared_from_this(), {}, what.user, what.message_id, what.event_id);
    run_notice(handlers_.reaction, "reaction", std::move(what), std::move(c), std::move(done));
}

FEISHU_DECL void handler_runner::receive(membership what, event_completion done) {
    auto c = steps::conversation_at(shared_from_this(), what.chat_id, {}, {}, what.event_id);
    run_notice(handlers_.membership, "join", std::move(what), std::move(c), std::move(done));
}

FEISHU_DECL void handler_runner::receive(menu_click what, event_completion done) {
    auto const found = handlers_.menu.find(what.key);
    if (found == handlers_.menu.end())
        return done.done();
    auto c = steps::conversation_at(shared_from_this(), {}, what.user, {}, what.event_id);
    run_notice(found->second, "menu " + found->first, std::move(what), std::move(c), std::move(done));
}

// --- the end

FEISHU_DECL bool handler_runner::wait_idle(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    return idle_.wait_for(lock, saturated(at_most), [this] { return active_ == 0 && queue_.waiting() == 0; });
}

FEISHU_DECL void handler_runner::cancel() {
    std::deque<message_ptr> given_up;
    {
        std::lock_guard const lock(mutex_);
        ended_ = true;
        given_up = queue_.clear();
        for (auto& one : bursts_.clear())
            given_up.push_back(std::move(one));
    }
    runtime_->cancel();
    for (auto const& one : given_up)
        refuse(drop_reason::stopping, one);
}

FEISHU_DECL bot_counters handler_runner::counters() const {
    std::lock_guard const lock(mutex_);
    auto out = counters_;
    out.waiting = queue_.waiting() + bursts_.waiting();
    out.running = queue_.running();
    return out;
}

} // namespace feishu::detail
