#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <feishu/bot/bot_executor.hpp>

namespace feishu {

struct bot_executor::core : std::enable_shared_from_this<core> {
    executor_options options;
    bool real_time = true;

    mutable std::mutex mutex;
    std::condition_variable work;    // jobs, timers or the end
    std::condition_variable settled; // nothing to do
    std::deque<job> jobs;
    std::map<std::pair<clock::time_point, timer_id>, job> timers;
    std::map<timer_id, clock::time_point> expiry;
    timer_id last_timer = 0;
    std::vector<std::thread> threads;
    unsigned idle_threads = 0;
    unsigned running = 0;
    int paused = 0; // of these; negative if a wait has ended before it was counted
    unsigned outstanding = 0;
    bool ending = false;

    static inline thread_local core* of_this_thread = nullptr;

    bool idle() const {
        return static_cast<int>(running) == paused && jobs.empty() && outstanding == 0;
    }
    void check_settled() {
        if (idle())
            settled.notify_all();
    }
    void start_thread() {
        auto const most = options.threads + static_cast<unsigned>((std::max)(0, paused));
        if (threads.size() < most && !ending)
            threads.emplace_back([self = shared_from_this()] {
                of_this_thread = self.get();
                self->run();
            });
    }

    void post_expired(clock::time_point now) {
        while (!timers.empty() && timers.begin()->first.first <= now) {
            jobs.push_back(std::move(timers.begin()->second));
            expiry.erase(timers.begin()->first.second);
            timers.erase(timers.begin());
        }
    }

    void wait_for_work(std::unique_lock<std::mutex>& lock) {
        ++idle_threads;
        if (real_time && !timers.empty()) {
            auto const until = timers.begin()->first.first; // a copy: the timer may be canceled meanwhile
            work.wait_until(lock, until);
        } else {
            work.wait(lock);
        }
        --idle_threads;
    }

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            if (real_time)
                post_expired(options.clock->now());
            if (jobs.empty()) {
                if (ending)
                    return;
                wait_for_work(lock);
                continue;
            }
            auto next = std::move(jobs.front());
            jobs.pop_front();
            ++running;
            lock.unlock();
            next();
            next = nullptr; // what it refers to is destroyed without the lock
            lock.lock();
            --running;
            check_settled();
        }
    }
};

FEISHU_DECL bot_executor::bot_executor(executor_options options) : core_(std::make_shared<core>()) {
    core_->real_time = options.clock == nullptr;
    if (core_->real_time)
        options.clock = std::make_shared<clock>();
    options.threads = (std::max)(1u, options.threads);
    core_->options = std::move(options);
}

FEISHU_DECL bot_executor::~bot_executor() {
    std::vector<std::thread> threads;
    std::map<std::pair<clock::time_point, timer_id>, job> discarded; // destroyed without the lock
    {
        std::lock_guard const lock(core_->mutex);
        core_->ending = true;
        threads.swap(core_->threads);
        discarded.swap(core_->timers);
        core_->expiry.clear();
    }
    core_->work.notify_all();
    for (auto& one : threads)
        if (one.get_id() == std::this_thread::get_id())
            one.detach(); // the last owner is a job: its thread ends after it
        else
            one.join();
}

FEISHU_DECL void bot_executor::post(job what) {
    {
        std::lock_guard const lock(core_->mutex);
        core_->jobs.push_back(std::move(what));
        if (core_->idle_threads < core_->jobs.size())
            core_->start_thread();
    }
    core_->work.notify_one();
}

FEISHU_DECL bot_executor::timer_id bot_executor::post_at(clock::time_point when, job what) {
    timer_id id = 0;
    {
        std::lock_guard const lock(core_->mutex);
        id = ++core_->last_timer;
        core_->timers.emplace(std::pair(when, id), std::move(what));
        core_->expiry.emplace(id, when);
        if (core_->real_time && core_->idle_threads == 0)
            core_->start_thread(); // one that will notice the time
    }
    core_->work.notify_all();
    return id;
}

FEISHU_DECL bool bot_executor::cancel(timer_id timer) {
    job discarded; // destroyed without the lock
    std::lock_guard const lock(core_->mutex);
    auto const found = core_->expiry.find(timer);
    if (found == core_->expiry.end())
        return false;
    auto const entry = core_->timers.find({found->second, timer});
    discarded.swap(entry->second);
    core_->timers.erase(entry);
    core_->expiry.erase(found);
    return true;
}

FEISHU_DECL void bot_executor::check_timers() {
    std::deque<job> expired;
    {
        std::lock_guard const lock(core_->mutex);
        core_->jobs.swap(expired);
        core_->post_expired(core_->options.clock->now());
        core_->jobs.swap(expired);
    }
    for (auto& one : expired)
        post(std::move(one));
}

FEISHU_DECL std::optional<clock::time_point> bot_executor::next_timer() const {
    std::lock_guard const lock(core_->mutex);
    return core_->timers.empty() ? std::nullopt : std::optional(core_->timers.begin()->first.first);
}

FEISHU_DECL clock::time_point bot_executor::now() const { return core_->options.clock->now(); }

FEISHU_DECL bool bot_executor::idle() const {
    std::lock_guard const lock(core_->mutex);
    return core_->idle();
}

FEISHU_DECL void bot_executor::wait_until_idle() {
    std::unique_lock lock(core_->mutex);
    core_->settled.wait(lock, [this] { return core_->idle(); });
}

FEISHU_DECL std::shared_ptr<void> bot_executor::outstanding_work() {
    std::lock_guard const lock(core_->mutex);
    ++core_->outstanding;
    return {nullptr, [core = core_](void*) {
                std::lock_guard const again(core->mutex);
                --core->outstanding;
                core->check_settled();
            }};
}

namespace detail {

FEISHU_DECL executor_pause::executor_pause() {
    if (auto* const core = bot_executor::core::of_this_thread)
        core_ = core->shared_from_this();
}

FEISHU_DECL void executor_pause::begin() const {
    if (core_ == nullptr)
        return;
    std::lock_guard const lock(core_->mutex);
    ++core_->paused;
    if (core_->idle_threads == 0 && (!core_->jobs.empty() || !core_->timers.empty()))
        core_->start_thread();
    core_->check_settled();
}

FEISHU_DECL void executor_pause::end() const {
    if (core_ == nullptr)
        return;
    std::lock_guard const lock(core_->mutex);
    --core_->paused;
}

} // namespace detail
} // namespace feishu
