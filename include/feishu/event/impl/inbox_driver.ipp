#pragma once

#include <algorithm>
#include <utility>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/inbox_driver.hpp>

namespace feishu::detail {

inline inbox_machine::settings machine_settings(inbox_params const& params, unsigned handler_threads) {
    inbox_machine::settings out;
    out.ordered = params.ordered_by_chat;
    out.partitions = params.ordered_by_chat ? params.partitions : 1;
    constexpr std::size_t most = 1000;                                   // ids that the store takes at a time
    auto const twice = 2 * std::size_t((std::max)(1u, handler_threads)); // no thread waits for the next claim
    out.capacity = (std::min)(most, params.max_in_progress != 0 ? params.max_in_progress : twice);
    out.visibility = params.visibility;
    out.max_deliveries = params.max_deliveries;
    out.retry_delay = params.retry_delay;
    out.max_retry_delay = params.max_retry_delay;
    out.poll_interval = params.poll_interval;
    return out;
}

FEISHU_DECL inbox_driver::inbox_driver(inbox_params params, inbox_host& host,
                                       std::shared_ptr<feishu::clock> time, bool has_timer,
                                       unsigned handler_threads)
    : log_(std::move(params)), host_(host), clock_(std::move(time)), has_timer_(has_timer),
      machine_(machine_settings(log_.params(), handler_threads)), appends_(log_.partitions()),
      slots_((std::max)(1u, log_.params().threads) - 1), // one thread is left for the store
      threads_(log_.params().threads, [this](auto) { run_jobs(); }),
      timer_(
          [this] {
              std::lock_guard const lock(mutex_);
              return machine_.wake();
          },
          [this] { check_deadlines(); }) {}

// Of this thread: the inbox whose job it is running, to which it returns at once; or the inbox whose handler it is running,
// which may take its time.
inline thread_local inbox_driver const* current_inbox = nullptr;
inline thread_local inbox_driver const* handler_of = nullptr;

// --- from the dispatcher

FEISHU_DECL void inbox_driver::start() {
    std::unique_lock lock(mutex_);
    if (closed_)
        return;
    machine_.start(now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::append(std::uint64_t ticket, std::string const& key, std::string const& json) {
    auto const partition = partition_of(key, json);
    std::unique_lock lock(mutex_);
    machine_.start(now());
    auto& queue = appends_[partition];
    queue.tickets.push_back(ticket);
    if (ordered() && std::exchange(queue.busy, true))
        return post_later(std::move(lock)); // it follows the one before
    jobs_.emplace_back(append_job{partition});
    post(std::move(lock), 1);
}

FEISHU_DECL entry_verdict inbox_driver::handled(std::uint64_t entry, detail::handled const& outcome) {
    std::unique_lock lock(mutex_);
    auto const verdict = machine_.on_handled(entry, outcome, now());
    auto const* const outer = std::exchange(current_inbox, handler_of == this ? this : current_inbox);
    post_later(std::move(lock));
    current_inbox = outer;
    return verdict;
}

FEISHU_DECL void inbox_driver::check_deadlines() {
    std::unique_lock lock(mutex_);
    machine_.on_time(now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::stop_taking() {
    std::unique_lock lock(mutex_);
    machine_.stop(now());
    post_later(std::move(lock));
}

FEISHU_DECL bool inbox_driver::flush(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    auto const until = saturating_deadline(std::chrono::steady_clock::now(), at_most);
    return changed_.wait_until(lock, until,
                               [this] { return jobs_.empty() && running_ == 0 && machine_.idle(); });
}

FEISHU_DECL void inbox_driver::close() {
    {
        std::unique_lock lock(mutex_);
        closed_ = true;
        jobs_.clear();
        if (log_.params().executor)
            changed_.wait(lock, [this] { return running_ == 0; });
    }
    threads_.stop();
    timer_.stop();
}

// --- jobs

/// Takes the actions of the machine, and has a thread run each job. Unlocks. May throw std::system_error.
FEISHU_DECL void inbox_driver::post(std::unique_lock<std::mutex> lock, std::size_t added) {
    auto actions = machine_.take_actions();
    if (closed_)
        return;
    added += actions.size();
    for (auto& one : actions)
        jobs_.emplace_back(std::move(one));
    auto const wake = machine_.wake();
    lock.unlock();
    if (current_inbox == this && added > 0)
        --added; // this thread continues with it
    auto const& executor = log_.params().executor;
    for (; added > 0; --added)
        if (executor)
            executor([self = shared_from_this()] { self->run_jobs(); });
        else
            threads_.post(0);
    if (has_timer_ && wake)
        timer_.wake_by(*wake);
}

/// The same where nothing is lost if no thread can be started: the next job to be posted brings this one with it.
FEISHU_DECL void inbox_driver::post_later(std::unique_lock<std::mutex> lock) {
    if (auto const thrown = guard([&] { post(std::move(lock), 0); }))
        host_.log_line(log_level::error, "the inbox cannot start a thread: " + *thrown);
}

FEISHU_DECL void inbox_driver::run_jobs() {
    auto const* const outer = std::exchange(current_inbox, this);
    std::unique_lock lock(mutex_);
    while (!jobs_.empty()) {
        auto const next = std::move(jobs_.front());
        jobs_.pop_front();
        ++running_;
        lock.unlock();
        auto const thrown = guard([&] { std::visit([this](auto const& what) { run(what); }, next); });
        if (thrown)
            host_.log_line(log_level::error, "the inbox has failed: " + *thrown);
        lock.lock();
        --running_;
        changed_.notify_all();
    }
    lock.unlock();
    current_inbox = outer;
}

FEISHU_DECL void inbox_driver::run(inbox_machine::action const& what) {
    std::visit([this](auto const& one) { run(one); }, what);
}

/// Logs the beginning and the end of an outage.
FEISHU_DECL void inbox_driver::note(error const* failed) {
    {
        std::lock_guard const lock(mutex_);
        if (failing_ == (failed != nullptr))
            return;
        failing_ = failed != nullptr;
    }
    if (failed != nullptr)
        host_.log_line(log_level::error, "the store of the inbox has failed: " + failed->to_string());
    else
        host_.log_line(log_level::info, "the store of the inbox works again");
}

FEISHU_DECL unsigned inbox_driver::partition_of(std::string const& key, std::string const& json) const {
    if (log_.partitions() == 1)
        return 0;
    auto const chat = chat_of(json);
    return log_.partition_of(!chat.empty() ? chat : key);
}

FEISHU_DECL std::vector<inbox_machine::claimed> inbox_driver::read(std::vector<log_entry> entries) const {
    std::vector<inbox_machine::claimed> out;
    for (auto& one : entries) {
        auto lane = ordered() ? chat_of(one.value) : std::string();
        out.push_back({.id = std::move(one.id),
                       .value = std::move(one.value),
                       .deliveries = one.deliveries,
                       .lane = std::move(lane)});
    }
    return out;
}

FEISHU_DECL void inbox_driver::run(append_job const& what) {
    std::unique_lock lock(mutex_);
    auto& queue = appends_[what.partition];
    auto const ticket = queue.tickets.front();
    queue.tickets.pop_front();
    lock.unlock();
    auto const thrown = guard([&] { append_next(what.partition, ticket); });
    if (thrown)
        host_.log_line(log_level::error, "the inbox could not append an event: " + *thrown);
    if (!ordered())
        return;
    lock.lock();
    queue.busy = !queue.tickets.empty();
    if (queue.busy)
        jobs_.emplace_back(what); // this thread continues with it
}

// The event need not be read again if its entry is claimed at once.
FEISHU_DECL void inbox_driver::append_next(unsigned partition, std::uint64_t ticket) {
    auto const event = host_.begin_append(ticket);
    if (!event)
        return;
    auto const started = now();
    inbox_machine::append_step step;
    {
        std::lock_guard const lock(mutex_);
        step = machine_.begin_append(partition, started);
    }
    auto appended = log_.append(partition, event->key, event->event->json, step.claim, step.done);
    note(appended ? nullptr : &appended.error());
    using kind = detail::handled::kind;
    if (!appended)
        host_.end_append(ticket, {.what = kind::not_queued, .reason = appended.error().to_string()});
    else
        host_.end_append(ticket, {.what = appended->id.empty() ? kind::duplicate : kind::done});
    std::vector<inbox_machine::claimed> entries;
    if (appended)
        entries = read(std::move(appended->claimed));
    for (auto& one : entries)
        if (one.id == appended->id) {
            one.value.clear();
            one.local = *event;
        }
    std::unique_lock lock(mutex_);
    if (appended)
        machine_.on_appended(partition, step, appended->id, std::move(entries), started, now());
    else
        machine_.on_append_failed(partition, step, now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::acquire const& what) {
    auto const started = now();
    auto const acquired = log_.acquire(what.partition);
    note(acquired ? nullptr : &acquired.error());
    std::unique_lock lock(mutex_);
    machine_.on_acquired(what.partition, acquired ? std::optional(*acquired) : std::nullopt, started, now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::peek const& what) {
    auto const any = log_.has_entries(what.partition);
    note(any ? nullptr : &any.error());
    std::unique_lock lock(mutex_);
    machine_.on_peeked(what.partition, any && *any, now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::claim const& what) {
    auto const started = now();
    std::unique_lock lock(mutex_);
    bool const current = machine_.begin_claim(what.partition, started);
    lock.unlock();
    std::optional<std::vector<inbox_machine::claimed>> entries;
    if (current) {
        auto claimed = log_.claim(what.partition, what.max_entries);
        note(claimed ? nullptr : &claimed.error());
        if (claimed)
            entries = read(std::move(*claimed));
    }
    lock.lock();
    machine_.on_claimed(what.partition, what.max_entries, std::move(entries), started, now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::renew const& what) {
    auto const started = now();
    auto const kept = log_.renew(what.partition, what.ids);
    note(kept ? nullptr : &kept.error());
    std::unique_lock lock(mutex_);
    machine_.on_renewed(what.partition, what.ids, kept ? std::optional(*kept) : std::nullopt, started, now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::acknowledge const& what) {
    std::vector<std::string> ids;
    {
        std::lock_guard const lock(mutex_);
        ids = machine_.take_done(what.partition);
    }
    if (ids.empty())
        return;
    auto const done = log_.acknowledge(what.partition, ids);
    note(done ? nullptr : &done.error());
    std::unique_lock lock(mutex_);
    machine_.on_acknowledged(what.partition, ids, done.has_value(), now());
    post_later(std::move(lock));
}

FEISHU_DECL void inbox_driver::run(inbox_actions::release const& what) {
    auto const done = log_.release(what.partition, what.ids);
    note(done ? nullptr : &done.error());
    std::unique_lock lock(mutex_);
    machine_.on_released(what.partition, done.has_value(), now());
    post_later(std::move(lock));
}

// If the store fails, the lease expires.
FEISHU_DECL void inbox_driver::run(inbox_actions::yield const& what) {
    auto const done = log_.yield(what.partition);
    note(done ? nullptr : &done.error());
    std::unique_lock lock(mutex_);
    machine_.on_yielded(what.partition, now());
    post_later(std::move(lock));
}

FEISHU_DECL inbox_driver::job_entry inbox_driver::entry_of(std::uint64_t entry) {
    std::lock_guard const lock(mutex_);
    auto const& what = machine_.entry_of(entry);
    return {what.value, what.local};
}

FEISHU_DECL void inbox_driver::run(inbox_actions::run const& what) {
    auto entry = entry_of(what.entry);
    auto* const slots = log_.params().executor ? nullptr : &slots_;
    auto const* const outer = std::exchange(current_inbox, nullptr);
    handler_of = outer;
    auto const thrown =
        guard([&] { host_.run_entry(what.entry, std::move(entry.json), std::move(entry.local), slots); });
    handler_of = nullptr;
    current_inbox = outer;
    if (thrown) // before it was called
        handled(what.entry, {.what = detail::handled::kind::not_started, .reason = *thrown});
}

FEISHU_DECL void inbox_driver::run(inbox_actions::dead_letter const& what) {
    auto const entry = entry_of(what.entry);
    auto const& json = entry.local.event ? entry.local.event->json : entry.json;
    auto const done = log_.add_dead_letter(json);
    note(done ? nullptr : &done.error());
    if (done)
        host_.dead_letter(json, what.reason);
    std::unique_lock lock(mutex_);
    machine_.on_dead_lettered(what.entry, done.has_value(), now());
    post_later(std::move(lock));
}

} // namespace feishu::detail
