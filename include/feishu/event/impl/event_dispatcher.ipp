#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <iostream>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <vector>

#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/app_ticket.hpp>
#include <feishu/event/impl/event_threads.ipp>

namespace feishu {

/// What handlers that are not done, and the threads, hold on to.
struct event_dispatcher::core : std::enable_shared_from_this<core> {
    using machine_type = detail::event_machine;
    using handled = detail::handled;

    explicit core(event_options wanted)
        : options(std::move(wanted)), machine({.queue = options.queue_limit,
                                               .ack_deadline = options.ack_deadline,
                                               .on_failure = options.on_failure}),
          has_timer(options.clock == nullptr), workers(options.threads),
          timer([this] { return next_deadline(); }, [this] { check_deadlines(); }) {
        if (!options.clock)
            options.clock = std::make_shared<feishu::clock>();
        if (!options.seen)
            options.seen = std::make_shared<memory_dedup_store>();
    }

    void log(std::string_view line) const;
    void log(std::string_view what, raw_event const& event, std::string_view why) const;
    void deliver(raw_event event, response_function answer);
    std::shared_ptr<detail::event_handler const> handler_of(std::string const& type) const;
    void begin(machine_type::ticket id);
    handled claim(std::string const& key);
    void finish(machine_type::ticket id, handled outcome);
    void count(handled const& outcome);
    void remember(machine_type::verdict const& what);
    void bury(raw_event const& event, std::string_view reason);
    void acknowledge_until(clock::time_point now);
    void check_deadlines() { acknowledge_until(options.clock->now()); }
    std::optional<clock::time_point> next_deadline() const;
    bool drain(std::chrono::milliseconds at_most);

    static void tell(std::vector<machine_type::told> const& answers) {
        for (auto const& answer : answers)
            answer();
    }

    event_options options;
    mutable std::mutex mutex; // of what follows
    machine_type machine;
    std::map<std::string, std::shared_ptr<detail::event_handler const>, std::less<>> handlers;
    std::shared_ptr<detail::event_handler const> any;
    event_stats stats;
    bool accepting = true;
    std::condition_variable done; // an event's job is over

    bool const has_timer;
    detail::job_threads workers;
    detail::deadline_thread timer;
};

// Events and exceptions are not trusted with the operator's terminal.
FEISHU_DECL void event_dispatcher::core::log(std::string_view line) const {
    constexpr std::size_t longest = 500;
    std::string text(line.substr(0, longest));
    std::replace_if(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    if (options.log)
        options.log(text);
    else
        std::cerr << "feishu: " + text + '\n';
}

FEISHU_DECL void event_dispatcher::core::log(std::string_view what, raw_event const& event,
                                             std::string_view why) const {
    std::string line = event.type + ' ' + event.id.str() + ' ';
    line += what;
    if (!why.empty())
        (line += ": ") += why;
    log(line);
}

FEISHU_DECL std::shared_ptr<detail::event_handler const>
event_dispatcher::core::handler_of(std::string const& type) const {
    auto const found = handlers.find(type);
    return found != handlers.end() ? found->second : any;
}

FEISHU_DECL void event_dispatcher::core::deliver(raw_event event, response_function answer) {
    machine_type::admitted admitted;
    std::optional<event_outcome> at_once;
    bool first_deadline = false;
    bool const kept =
        options.app_tickets && detail::keep_app_ticket(*options.app_tickets, event, options.limits);
    {
        std::lock_guard const lock(mutex);
        first_deadline = !machine.next_deadline();
        ++stats.received;
        auto handler = handler_of(event.type);
        if (!accepting) {
            at_once = event_outcome::busy;
        } else if (!handler) {
            ++(kept ? stats.handled : stats.unknown);
            at_once = event_outcome::done;
        } else {
            auto key = detail::seen_key(event);
            admitted = machine.deliver({.event = std::make_shared<raw_event const>(std::move(event)),
                                        .handler = std::move(handler),
                                        .key = std::move(key)},
                                       answer, options.clock->now());
            if (admitted.what == machine_type::admission::busy)
                at_once = event_outcome::busy;
        }
        stats.busy += at_once == event_outcome::busy ? 1 : 0;
        stats.duplicates += admitted.what == machine_type::admission::joined ? 1 : 0;
    }
    if (at_once)
        return answer({.outcome = *at_once});
    if (has_timer && first_deadline) // later ones come later
        timer.wake();
    if (admitted.what != machine_type::admission::run)
        return;
    auto job = [self = shared_from_this(), id = admitted.job] { self->begin(id); };
    if (options.executor)
        options.executor(std::move(job));
    else
        workers.post(std::move(job));
}

FEISHU_DECL detail::handled event_dispatcher::core::claim(std::string const& key) {
    if (key.empty())
        return {};
    auto claimed = options.seen->claim(key, options.clock->now());
    switch (claimed.what) {
    case dedup_store::state::done:
        return {.what = handled::kind::duplicate,
                .answer = claimed.answer.empty() ? "{}" : std::move(claimed.answer)};
    case dedup_store::state::in_progress: return {.what = handled::kind::elsewhere};
    case dedup_store::state::fresh: break;
    }
    return {};
}

FEISHU_DECL void event_dispatcher::core::begin(machine_type::ticket id) {
    machine_type::job job;
    {
        std::lock_guard const lock(mutex);
        auto const* const found = machine.begin(id);
        if (found == nullptr)
            return;
        job = *found;
    }
    detail::event_completion const completion(
        [self = shared_from_this(), id](handled outcome) { self->finish(id, std::move(outcome)); });
    try {
        auto claimed = claim(job.key);
        if (claimed.what != handled::kind::done)
            completion(std::move(claimed));
        else
            job.handler->run(*job.event, options.limits, completion);
    } catch (...) {
        completion.failed(std::current_exception());
    }
}

FEISHU_DECL void event_dispatcher::core::count(handled const& outcome) {
    stats.handled += outcome.what == handled::kind::done ? 1 : 0;
    stats.duplicates += outcome.what == handled::kind::duplicate ? 1 : 0;
    stats.busy += outcome.what == handled::kind::elsewhere ? 1 : 0;
    stats.failed += outcome.what == handled::kind::failed ? 1 : 0;
}

// An event's job ends: the store learns of it first, so that whoever hears the answer finds it there.
FEISHU_DECL void event_dispatcher::core::finish(machine_type::ticket id, handled outcome) {
    auto const reason = outcome.reason;
    auto const failed = outcome.what == handled::kind::failed;
    machine_type::verdict verdict;
    {
        std::lock_guard const lock(mutex);
        count(outcome);
        verdict = machine.settle(id, std::move(outcome));
    }
    remember(verdict);
    if (verdict.dead_letter)
        bury(*verdict.job.event, reason);
    else if (failed)
        log("failed", *verdict.job.event, reason);
    tell(verdict.answers);
    std::vector<machine_type::told> joined;
    {
        std::lock_guard const lock(mutex);
        joined = machine.remove(id);
        done.notify_all();
    }
    tell(joined);
}

FEISHU_DECL void event_dispatcher::core::remember(machine_type::verdict const& what) {
    if (what.job.key.empty())
        return;
    try {
        if (what.seen == machine_type::verdict::store::done)
            options.seen->done(what.job.key, what.answer.body, options.clock->now());
        else if (what.seen == machine_type::verdict::store::forget)
            options.seen->forget(what.job.key);
    } catch (std::exception const& e) {
        log("is not remembered", *what.job.event, e.what());
    }
}

FEISHU_DECL void event_dispatcher::core::bury(raw_event const& event, std::string_view reason) {
    {
        std::lock_guard const lock(mutex);
        ++stats.dead_lettered;
    }
    log("is given up", event, reason);
    if (!options.dead_letter)
        return;
    try {
        options.dead_letter(event, reason);
    } catch (std::exception const& e) {
        log("was refused by dead_letter", event, e.what());
    }
}

FEISHU_DECL void event_dispatcher::core::acknowledge_until(clock::time_point now) {
    machine_type::overdue_result overdue;
    {
        std::lock_guard const lock(mutex);
        overdue = machine.overdue(now);
        stats.late += overdue.late.size();
    }
    tell(overdue.answers);
    for (auto const& late : overdue.late)
        if (late.handler->is_callback)
            log("is answered {}: its handler takes too long", *late.event, "");
}

FEISHU_DECL std::optional<clock::time_point> event_dispatcher::core::next_deadline() const {
    std::lock_guard const lock(mutex);
    return machine.next_deadline();
}

FEISHU_DECL bool event_dispatcher::core::drain(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex);
    accepting = false;
    if (done.wait_for(lock, at_most, [this] { return machine.idle(); }))
        return true;
    auto const withdrawn = machine.withdraw();
    lock.unlock();
    tell(withdrawn.answers);
    for (auto const& job : withdrawn.dead)
        bury(*job.event, "the dispatcher was stopped before its turn came");
    return false;
}

FEISHU_DECL event_dispatcher::event_dispatcher(event_options options)
    : core_(std::make_shared<core>(std::move(options))) {}

FEISHU_DECL event_dispatcher::~event_dispatcher() {
    drain(core_->options.drain_time);
    core_->workers.stop();
    core_->timer.stop();
    core_->acknowledge_until(clock::time_point::max()); // what coroutines are still busy with
}

FEISHU_DECL void event_dispatcher::add(std::string_view type, detail::event_handler handler) {
    std::lock_guard const lock(core_->mutex);
    auto const added = core_->handlers.try_emplace(
        std::string(type), std::make_shared<detail::event_handler const>(std::move(handler)));
    if (!added.second)
        throw std::invalid_argument("events of type " + std::string(type) + " have a handler already");
}

FEISHU_DECL event_dispatcher& event_dispatcher::handle_any(std::function<void(raw_event const&)> handler) {
    std::lock_guard const lock(core_->mutex);
    if (core_->any)
        throw std::invalid_argument("the rest of the events has a handler already");
    core_->any = std::make_shared<detail::event_handler const>(detail::event_handler{
        .run = [handler = std::move(handler)](raw_event const& event, json::read_options const&,
                                              detail::event_completion completion) {
            handler(event);
            completion.done();
        }});
    return *this;
}

FEISHU_DECL void event_dispatcher::deliver(std::string json, response_function answer) {
    auto event = read_event(std::move(json), core_->options.limits);
    if (event)
        return deliver(std::move(*event), std::move(answer));
    {
        std::lock_guard const lock(core_->mutex);
        ++core_->stats.received;
        ++core_->stats.invalid;
    }
    log("a delivery is refused: " + event.error().message);
    answer({.outcome = event_outcome::invalid});
}

FEISHU_DECL void event_dispatcher::deliver(raw_event event, response_function answer) {
    core_->deliver(std::move(event), std::move(answer));
}

FEISHU_DECL bool event_dispatcher::drain(std::chrono::milliseconds at_most) { return core_->drain(at_most); }
FEISHU_DECL void event_dispatcher::check_deadlines() { core_->check_deadlines(); }
FEISHU_DECL event_options const& event_dispatcher::options() const { return core_->options; }
FEISHU_DECL void event_dispatcher::log(std::string_view line) const { core_->log(line); }

FEISHU_DECL event_stats event_dispatcher::stats() const {
    std::lock_guard const lock(core_->mutex);
    return core_->stats;
}

} // namespace feishu
