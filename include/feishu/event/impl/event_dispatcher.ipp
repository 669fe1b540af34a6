#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <iostream>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <vector>

#include <feishu/auth/impl/secret_string.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/event_report.hpp>
#include <feishu/event/impl/app_ticket.hpp>
#include <feishu/event/impl/event_machine.hpp>
#include <feishu/event/impl/finished_event.hpp>
#include <feishu/event/impl/event_threads.hpp>
#include <feishu/event/impl/inbox_service.hpp>

namespace feishu {

/// Shared by the dispatcher and by unfinished handlers.
struct event_dispatcher::core final : std::enable_shared_from_this<core>, detail::inbox_host {
    using machine_type = detail::event_machine;
    using task = machine_type::task;
    using handled = detail::handled;

    /// A handler is run in place only if its last run took no longer.
    static constexpr std::chrono::milliseconds longest_in_place{1};

    explicit core(event_options wanted)
        : options(std::move(wanted)), machine({.queue = options.queue_limit,
                                               .ack_deadline = options.ack_deadline,
                                               .retry_failed = options.on_failure == event_failure::retry}),
          has_timer(options.clock == nullptr), workers(options.threads, [this](auto id) { run(id); }),
          timer([this] { return next_deadline(); }, [this] { check_deadlines(); }) {
        if (!options.clock)
            options.clock = std::make_shared<feishu::clock>();
        if (!options.dedup && options.inbox)
            options.dedup = options.inbox->make_dedup();
        if (!options.dedup)
            options.dedup = std::make_shared<memory_dedup_store>();
        dedup_blocks = dynamic_cast<memory_dedup_store const*>(options.dedup.get()) == nullptr;
        if (options.inbox)
            inbox = options.inbox->open(*this, options.clock, has_timer, options.threads);
    }

    void log(log_level level, std::string_view line) const;
    void log(log_level level, std::string_view what, raw_event const& event, std::string_view why) const;
    void report(event_report const& facts) const;
    void report(raw_event const& event, event_result outcome) const;
    result<detail::push_ptr> read(std::string json) const;
    void deliver(detail::push_ptr push, response_function response, detail::handler_slots* slots);
    void watch(clock::time_point deadline);
    std::shared_ptr<detail::event_handler const> handler_of(std::string_view type) const;
    std::string identity_of(raw_event const& event) const;
    void start(machine_type::ticket id, detail::handler_slots* slots);
    void enqueue(machine_type::ticket id, raw_event const& event, std::string const& key);
    void signal_if_draining();
    FEISHU_DECL std::optional<incoming> begin_append(std::uint64_t ticket) override;
    void end_append(std::uint64_t ticket, handled outcome) override { finish(ticket, std::move(outcome)); }
    FEISHU_DECL void run_entry(std::uint64_t entry, std::string json, incoming local,
                               detail::handler_slots* slots) override;
    FEISHU_DECL void dead_letter(std::string json, std::string_view reason) override;
    void log_line(log_level level, std::string_view line) const override { log(level, line); }
    bool run_in_place(machine_type::ticket id, detail::handler_slots& slots);
    void hand_over(machine_type::ticket id);
    machine_type::job const* begin(machine_type::ticket id);
    void run(machine_type::ticket id);
    void call(machine_type::job const& job, detail::event_completion const& completion) const;
    void abandon(machine_type::ticket id);
    std::optional<handled> claim(std::string const& key);
    void finish(machine_type::ticket id, handled outcome);
    void update_stats(task what, handled const& outcome);
    void record_seen(machine_type::decision const& what);
    void dead_letter(raw_event const& event, std::string_view reason);
    void reply(response_function const& to, event_response response) const;
    void send_replies(std::vector<machine_type::pending_reply> replies) const;
    void acknowledge_until(clock::time_point now);
    void check_deadlines() { acknowledge_until(options.clock->now()); }
    bool finish_inbox(clock::time_point until);
    std::optional<clock::time_point> next_deadline() const;
    bool wait_idle(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds at_most);
    bool drain(std::chrono::milliseconds at_most);

    /// A job for an executor. If it is destroyed without having run, its event fails.
    struct queued_job {
        queued_job(std::shared_ptr<core> of, machine_type::ticket ticket)
            : owner(std::move(of)), id(ticket) {}
        queued_job(queued_job const&) = delete;
        ~queued_job() {
            detail::guard([this] { owner->abandon(id); });
        }

        std::shared_ptr<core> owner;
        machine_type::ticket id;
    };

    event_options options;
    struct key_wiper {
        event_options& keys;
        ~key_wiper() {
            auth::wipe(keys.encrypt_key);
            auth::wipe(keys.verification_token);
        }
    };
    key_wiper const wiper{options}; ///< when the threads have ended
    std::atomic<bool> accepting = true;    // set under the lock
    std::atomic<std::size_t> replying = 0; // jobs that have ended but for their responses
    mutable std::mutex mutex;              // guards the members below, up to `done`
    machine_type machine;
    std::map<std::string, std::shared_ptr<detail::event_handler const>, std::less<>> handlers;
    std::shared_ptr<detail::event_handler const> any;
    event_stats stats;
    std::condition_variable done; // signaled when the last job ends while draining

    bool const has_timer;
    detail::job_threads workers;
    detail::deadline_thread timer;
    bool dedup_blocks = false; ///< it may wait for a store: not on a thread of a transport
    std::shared_ptr<detail::inbox_service> inbox{};
};

// Texts of events and exceptions are untrusted: control characters must not reach the operator's terminal.
FEISHU_DECL void event_dispatcher::core::log(log_level level, std::string_view line) const {
    constexpr std::size_t longest = 500;
    std::string text(line.substr(0, longest));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    bool const written = options.log && !detail::guard([&] { options.log(level, text); });
    if (!written)
        std::cerr << "feishu: " + text + '\n';
}

FEISHU_DECL void event_dispatcher::core::log(log_level level, std::string_view what, raw_event const& event,
                                             std::string_view why) const {
    std::string line = event.type + ' ' + event.id.str() + ' ';
    line += what;
    if (!why.empty())
        (line += ": ") += why;
    log(level, line);
}

FEISHU_DECL void event_dispatcher::core::report(event_report const& facts) const {
    if (auto const thrown = detail::guard([&] { options.on_event(facts); }))
        log(log_level::error, "event_options::on_event threw: " + *thrown);
}

// A delivery that has no job of its own.
FEISHU_DECL void event_dispatcher::core::report(raw_event const& event, event_result outcome) const {
    if (options.on_event)
        report(detail::facts_of(event, outcome));
}

FEISHU_DECL std::shared_ptr<detail::event_handler const>
event_dispatcher::core::handler_of(std::string_view type) const {
    auto const found = handlers.find(type);
    return found != handlers.end() ? found->second : any;
}

FEISHU_DECL result<detail::push_ptr> event_dispatcher::core::read(std::string json) const {
    std::shared_ptr<detail::event_handler const> handler;
    {
        auto const type = detail::event_type_hint(json);
        std::lock_guard const lock(mutex);
        handler = handler_of(type);
    }
    auto const out = std::make_shared<detail::push>();
    bool typed = false;
    if (handler && handler->read_document != nullptr) // if it throws, it does so again before the handler
        detail::guard([&] { typed = handler->read_document(json, options.limits, *out); });
    if (!typed)
        return detail::read_push(std::move(json), options.limits);
    out->event.json = std::move(json);
    out->handler = std::move(handler);
    return out;
}

FEISHU_DECL std::string event_dispatcher::core::identity_of(raw_event const& event) const {
    if (!options.identity)
        return event_identity(event);
    std::string wanted;
    if (auto const thrown = detail::guard([&] { wanted = options.identity(event); })) {
        log(log_level::warning, "falls back to event_identity: event_options::identity threw", event, *thrown);
        return event_identity(event);
    }
    return wanted;
}

FEISHU_DECL void event_dispatcher::core::deliver(detail::push_ptr push, response_function response,
                                                 detail::handler_slots* slots) {
    auto const& event = push->event;
    machine_type::admitted admitted;
    std::optional<event_outcome> at_once;
    std::optional<clock::time_point> deadline;
    auto what = task::handle;
    bool const kept =
        options.app_tickets && detail::keep_app_ticket(*options.app_tickets, event, options.limits);
    auto key = identity_of(event);
    {
        std::lock_guard const lock(mutex);
        ++stats.received;
        auto handler = push->handler ? push->handler : handler_of(event.type);
        if (!accepting) {
            at_once = event_outcome::busy;
        } else if (!handler) {
            ++(kept ? stats.handled : stats.unknown);
            at_once = event_outcome::done;
        } else {
            if (dedup_blocks || !handler->cheap->load(std::memory_order_relaxed))
                slots = nullptr; // it would occupy one of few threads
            if (inbox && !handler->is_callback)
                what = task::append;
            admitted = machine.deliver({.task = what,
                                        .event = std::shared_ptr<raw_event const>(push, &event),
                                        .handler = std::move(handler),
                                        .typed = std::move(push->typed),
                                        .key = key},
                                       response, options.clock->now());
            if (admitted.what == machine_type::admission::busy)
                at_once = event_outcome::busy;
            else
                deadline = machine.next_deadline();
        }
        stats.busy += at_once == event_outcome::busy ? 1 : 0;
        stats.duplicates += admitted.what == machine_type::admission::joined ? 1 : 0;
    }
    if (at_once) {
        reply(response, {.outcome = *at_once});
        auto const taken = kept ? event_result::handled : event_result::unhandled;
        return report(event, *at_once == event_outcome::busy ? event_result::rejected : taken);
    }
    watch(*deadline);
    if (admitted.what == machine_type::admission::joined)
        report(event, event_result::duplicate);
    else if (what == task::append)
        enqueue(admitted.job, event, key);
    else
        start(admitted.job, slots);
}

FEISHU_DECL void event_dispatcher::core::enqueue(machine_type::ticket id, raw_event const& event,
                                                 std::string const& key) {
    auto const thrown = detail::guard([&] { inbox->append(id, key, event.json); });
    if (!thrown)
        return;
    log(log_level::error, "cannot append to the inbox: " + *thrown);
    abandon(id);
}

FEISHU_DECL std::optional<detail::inbox_host::incoming>
event_dispatcher::core::begin_append(std::uint64_t ticket) {
    std::shared_ptr<raw_event const> late;
    {
        auto const now = options.on_event ? options.clock->now() : clock::time_point();
        std::lock_guard const lock(mutex);
        late = machine.erase_unawaited(ticket);
        auto const* const job = late ? nullptr : machine.begin(ticket, now);
        if (job != nullptr)
            return incoming{job->event, job->typed, job->key};
    }
    if (late) // it is pushed again
        report(*late, event_result::rejected);
    signal_if_draining();
    return {};
}

FEISHU_DECL void event_dispatcher::core::run_entry(std::uint64_t entry, std::string json, incoming local,
                                                   detail::handler_slots* slots) {
    std::shared_ptr<detail::event_handler const> handler;
    if (!local.event) {
        auto push = detail::as_event(read(std::move(json)));
        if (!push) {
            inbox->handled(entry, {.what = handled::kind::malformed, .reason = push.error().message});
            return;
        }
        (*push)->event.source = event_source::inbox;
        handler = (*push)->handler;
        local = {std::shared_ptr<raw_event const>(*push, &(*push)->event), std::move((*push)->typed), {}};
    }
    machine_type::ticket id = 0;
    {
        std::lock_guard const lock(mutex);
        handler = handler ? std::move(handler) : handler_of(local.event->type);
        if (handler) {
            if (!handler->cheap->load(std::memory_order_relaxed))
                slots = nullptr;
            id = machine.add({.task = task::entry,
                              .inbox_entry = entry,
                              .event = local.event,
                              .handler = handler,
                              .typed = std::move(local.typed)},
                             options.clock->now());
        }
    }
    if (handler)
        return start(id, slots);
    std::string const reason = "no handler in this process";
    log(log_level::error, "failed", *local.event, reason);
    inbox->handled(entry, {.what = handled::kind::not_started, .reason = reason});
}

FEISHU_DECL void event_dispatcher::core::dead_letter(std::string json, std::string_view reason) {
    auto read = read_event(json, options.limits); // what is not an event has only its text
    dead_letter(read ? *read : raw_event{.json = std::move(json)}, reason);
}

// Before the handler is started, which may run in place.
FEISHU_DECL void event_dispatcher::core::watch(clock::time_point deadline) {
    if (!has_timer)
        return;
    if (auto const thrown = detail::guard([&] { timer.wake_by(deadline); }))
        log(log_level::error, "cannot start the thread for ack_deadline: " + *thrown);
}

FEISHU_DECL void event_dispatcher::core::start(machine_type::ticket id, detail::handler_slots* slots) {
    if (slots != nullptr && !options.executor && run_in_place(id, *slots))
        return;
    auto const thrown = detail::guard([&] { hand_over(id); });
    if (!thrown)
        return;
    log(log_level::error, "cannot run a handler: " + *thrown);
    abandon(id);
}

FEISHU_DECL bool event_dispatcher::core::run_in_place(machine_type::ticket id, detail::handler_slots& slots) {
    if (!slots.take())
        return false;
    bool const entered = workers.enter();
    if (entered) {
        detail::guard([&] { run(id); });
        workers.leave();
    }
    slots.give_back();
    return entered;
}

FEISHU_DECL void event_dispatcher::core::hand_over(machine_type::ticket id) {
    if (!options.executor)
        return workers.post(id);
    auto const queued = std::make_shared<queued_job const>(shared_from_this(), id);
    options.executor([queued] { queued->owner->run(queued->id); });
}

FEISHU_DECL event_dispatcher::core::machine_type::job const*
event_dispatcher::core::begin(machine_type::ticket id) {
    auto const now = options.on_event ? options.clock->now() : clock::time_point();
    std::lock_guard const lock(mutex);
    return machine.begin(id, now);
}

// The outcome if the handler must not be called; nothing if the event is claimed.
FEISHU_DECL std::optional<detail::handled> event_dispatcher::core::claim(std::string const& key) {
    if (key.empty())
        return {};
    dedup_store::claim_result claimed;
    if (auto const thrown = detail::guard([&] { claimed = options.dedup->claim(key, options.clock->now()); }))
        return handled{.what = handled::kind::not_started, .reason = "the dedup store threw: " + *thrown};
    switch (claimed.state) {
    case dedup_store::state::done:
        return handled{.what = handled::kind::duplicate,
                       .response = claimed.response.empty() ? "{}" : std::move(claimed.response)};
    case dedup_store::state::in_progress: return handled{.what = handled::kind::claimed_elsewhere};
    case dedup_store::state::fresh: break;
    }
    return {};
}

FEISHU_DECL void event_dispatcher::core::run(machine_type::ticket id) {
    auto const* const job = begin(id);
    if (job == nullptr)
        return;
    auto const handler = job->handler; // the job ends with its completion
    detail::event_completion const completion([this, id](handled outcome) { finish(id, std::move(outcome)); },
                                              shared_from_this());
    if (auto known = claim(job->key))
        return completion(std::move(*known));
    auto const started = options.clock->now();
    try {
        call(*job, completion);
    } catch (...) {
        completion.failed(std::current_exception());
    }
    handler->cheap->store(options.clock->now() - started <= longest_in_place, std::memory_order_relaxed);
}

FEISHU_DECL void event_dispatcher::core::call(machine_type::job const& job,
                                              detail::event_completion const& completion) const {
    auto const event = job.event; // the job ends with its completion
    auto const handler = job.handler;
    auto typed = job.typed;
    if (!typed.value && handler->read != nullptr)
        if (auto const read = handler->read(event->json, options.limits, typed); !read)
            return completion.malformed(read.error().message);
    if (!typed.skipped.empty())
        log(log_level::warning, "has skipped members", *event, typed.skipped);
    handler->run(*event, std::move(typed.value), completion);
}

FEISHU_DECL void event_dispatcher::core::abandon(machine_type::ticket id) {
    if (begin(id) != nullptr)
        finish(id, {.what = handled::kind::not_started, .reason = "the executor dropped the job"});
}

FEISHU_DECL void event_dispatcher::core::update_stats(task what, handled const& outcome) {
    switch (outcome.what) {
    case handled::kind::done: ++(what == task::append ? stats.queued : stats.handled); break;
    case handled::kind::duplicate: ++stats.duplicates; break;
    case handled::kind::not_queued:
    case handled::kind::claimed_elsewhere: ++stats.busy; break;
    case handled::kind::failed:
    case handled::kind::not_started: ++stats.failed; break;
    case handled::kind::malformed: break;
    }
}

// The store is updated before the response is sent, so that a redelivery after the response finds the event
// in it. Nothing is locked after that: the thread that waits for the response may need the lock at once.
FEISHU_DECL void event_dispatcher::core::finish(machine_type::ticket id, handled outcome) {
    auto const reason = outcome.reason;
    auto const what = outcome.what;
    machine_type::decision decision;
    auto verdict = detail::entry_verdict::retried;
    {
        std::lock_guard const lock(mutex);
        decision = machine.complete(id, outcome);
        update_stats(decision.job->task, outcome);
    }
    record_seen(decision);
    if (decision.dead_letter)
        dead_letter(*decision.job->event, reason);
    else if (!reason.empty() && what != handled::kind::not_queued) // the inbox logs once that its store fails
        log(log_level::error, "failed", *decision.job->event, reason);
    if (decision.job->task == task::entry)
        verdict = inbox->handled(decision.job->inbox_entry, outcome);
    std::optional<detail::finished_event> finished;
    if (options.on_event)
        finished.emplace(*decision.job, what, decision.dead_letter || verdict == detail::entry_verdict::dead,
                         options.clock->now());
    std::vector<machine_type::pending_reply> joined;
    {
        std::lock_guard const lock(mutex);
        joined = machine.erase(id);
        ++replying;
    }
    send_replies(std::move(decision.replies));
    send_replies(std::move(joined));
    if (finished)
        report(finished->facts);
    if (--replying == 0)
        signal_if_draining();
}

FEISHU_DECL void event_dispatcher::core::signal_if_draining() {
    if (accepting)
        return;
    std::lock_guard const lock(mutex); // drain() waits, or is about to
    done.notify_all();
}

FEISHU_DECL void event_dispatcher::core::record_seen(machine_type::decision const& what) {
    using claim = machine_type::decision::claim;
    if (what.job->key.empty())
        return;
    auto const thrown = detail::guard([&] {
        if (what.in_store == claim::complete)
            options.dedup->complete(what.job->key, what.response.body, options.clock->now());
        else if (what.in_store == claim::release)
            options.dedup->release(what.job->key);
    });
    if (thrown)
        log(log_level::error, "is not recorded, since the dedup store threw", *what.job->event, *thrown);
}

FEISHU_DECL void event_dispatcher::core::dead_letter(raw_event const& event, std::string_view reason) {
    {
        std::lock_guard const lock(mutex);
        ++stats.dead_lettered;
    }
    log(log_level::error, "is a dead letter", event, reason);
    if (!options.dead_letter)
        return;
    if (auto const thrown = detail::guard([&] { options.dead_letter(event, reason); }))
        log(log_level::error, "event_options::dead_letter threw", event, *thrown);
}

FEISHU_DECL void event_dispatcher::core::reply(response_function const& to, event_response response) const {
    if (auto const thrown = detail::guard([&] { to(std::move(response)); }))
        log(log_level::error, "the response function of a delivery threw: " + *thrown);
}

FEISHU_DECL void
event_dispatcher::core::send_replies(std::vector<machine_type::pending_reply> replies) const {
    for (auto& one : replies)
        reply(one.to, std::move(one.response));
}

FEISHU_DECL void event_dispatcher::core::acknowledge_until(clock::time_point now) {
    machine_type::overdue_result overdue;
    {
        std::lock_guard const lock(mutex);
        overdue = machine.overdue(now);
        stats.late += overdue.late.size();
        for (auto const& one : overdue.replies)
            stats.busy += one.response.outcome == event_outcome::busy ? 1 : 0;
    }
    send_replies(std::move(overdue.replies));
    for (auto const& late : overdue.late)
        if (late.handler->is_callback)
            log(log_level::warning, "is acknowledged with {}: its handler exceeds ack_deadline", *late.event, "");
}

FEISHU_DECL std::optional<clock::time_point> event_dispatcher::core::next_deadline() const {
    std::lock_guard const lock(mutex);
    return machine.next_deadline();
}

FEISHU_DECL bool event_dispatcher::core::wait_idle(std::unique_lock<std::mutex>& lock,
                                                   std::chrono::milliseconds at_most) {
    auto const until = detail::saturating_deadline(std::chrono::steady_clock::now(), at_most);
    return done.wait_until(lock, until, [this] { return machine.idle() && replying == 0; });
}

FEISHU_DECL bool event_dispatcher::core::drain(std::chrono::milliseconds at_most) {
    auto const until = detail::saturating_deadline(std::chrono::steady_clock::now(), at_most);
    std::unique_lock lock(mutex);
    accepting = false;
    if (inbox) {
        lock.unlock();
        inbox->stop_taking();
        lock.lock();
    }
    if (wait_idle(lock, at_most)) {
        lock.unlock();
        return finish_inbox(until);
    }
    auto rejected = machine.reject_queued();
    stats.busy += rejected.replies.size();
    lock.unlock();
    send_replies(std::move(rejected.replies));
    for (auto const entry : rejected.entries)
        inbox->handled(entry, {.what = handled::kind::not_started});
    for (auto const& job : rejected.dead)
        dead_letter(*job.event, "the dispatcher stopped before its handler was called");
    for (auto const& job : rejected.dead)
        report(*job.event, event_result::dead_letter);
    for (auto const& event : rejected.busy)
        report(*event, event_result::rejected);
    finish_inbox(until);
    return false;
}

// What the store does not know of is handled again.
FEISHU_DECL bool event_dispatcher::core::finish_inbox(clock::time_point until) {
    return !inbox || inbox->flush(detail::time_left(until, std::chrono::steady_clock::now()));
}

FEISHU_DECL event_dispatcher::event_dispatcher(event_options options)
    : core_(std::make_shared<core>(std::move(options))) {}

FEISHU_DECL event_dispatcher::~event_dispatcher() {
    drain(core_->options.drain_time);
    core_->workers.stop();
    core_->timer.stop();
    if (core_->inbox)
        core_->inbox->close();
    core_->acknowledge_until((clock::time_point::max)()); // events of unfinished coroutines
}

FEISHU_DECL void event_dispatcher::add(std::string_view type, detail::event_handler handler) {
    std::lock_guard const lock(core_->mutex);
    auto const added = core_->handlers.try_emplace(
        std::string(type), std::make_shared<detail::event_handler const>(std::move(handler)));
    if (!added.second)
        throw std::invalid_argument("events of type " + std::string(type) + " already have a handler");
}

FEISHU_DECL event_dispatcher& event_dispatcher::handle_any(std::function<void(raw_event const&)> handler) {
    std::lock_guard const lock(core_->mutex);
    if (core_->any)
        throw std::invalid_argument("events without a handler already have a common handler");
    core_->any = std::make_shared<detail::event_handler const>(detail::event_handler{
        .run = [handler = std::move(handler)](raw_event const& event, std::shared_ptr<void> const&,
                                              detail::event_completion const& completion) {
            handler(event);
            completion.done();
        }});
    return *this;
}

FEISHU_DECL void event_dispatcher::deliver(std::string json, response_function response) {
    deliver(std::move(json), std::move(response), event_source::other);
}

FEISHU_DECL void event_dispatcher::deliver(std::string json, response_function response, event_source source) {
    auto push = detail::as_event(core_->read(std::move(json)));
    if (push)
        (*push)->event.source = source;
    if (push)
        return core_->deliver(std::move(*push), std::move(response), nullptr);
    {
        std::lock_guard const lock(core_->mutex);
        ++core_->stats.received;
        ++core_->stats.invalid;
    }
    log(log_level::warning, "a delivery is rejected: " + push.error().message);
    core_->reply(response, {.outcome = event_outcome::invalid});
    core_->report({.source = source}, event_result::invalid);
}

FEISHU_DECL void event_dispatcher::deliver(raw_event event, response_function response) {
    core_->deliver(std::make_shared<detail::push>(detail::push{.event = std::move(event)}),
                   std::move(response), nullptr);
}

FEISHU_DECL void event_dispatcher::deliver(detail::push_ptr push, response_function response,
                                           detail::handler_slots* slots) {
    core_->deliver(std::move(push), std::move(response), slots);
}

FEISHU_DECL result<detail::push_ptr> event_dispatcher::read(std::string json) const {
    return core_->read(std::move(json));
}

FEISHU_DECL void event_dispatcher::start() {
    if (core_->inbox && core_->accepting)
        core_->inbox->start();
}

FEISHU_DECL bool event_dispatcher::drain(std::chrono::milliseconds at_most) { return core_->drain(at_most); }
FEISHU_DECL void event_dispatcher::check_deadlines() {
    core_->check_deadlines();
    if (core_->inbox)
        core_->inbox->check_deadlines();
}
FEISHU_DECL event_options const& event_dispatcher::options() const { return core_->options; }
FEISHU_DECL void event_dispatcher::log(log_level level, std::string_view line) const { core_->log(level, line); }

FEISHU_DECL event_stats event_dispatcher::stats() const {
    std::lock_guard const lock(core_->mutex);
    return core_->stats;
}

} // namespace feishu
