#pragma once

#include <algorithm>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/event_threads.hpp>

namespace feishu::detail {

// --- job_threads

FEISHU_DECL job_threads::job_threads(unsigned count, std::function<void(job)> run, thread_starter start)
    : count_((std::max)(1u, count)), run_(std::move(run)), start_(std::move(start)) {}

FEISHU_DECL void job_threads::post(job one) {
    std::unique_lock lock(mutex_);
    if (stopping_)
        return;
    if (threads_.size() < count_ && jobs_.size() >= idle_)
        add_thread();
    jobs_.push_back(one);
    bool const wake = claim_wake();
    lock.unlock();
    if (wake)
        changed_.notify_one();
}

// With fewer threads than requested, jobs only run later; without any thread, they would never run.
FEISHU_DECL void job_threads::add_thread() {
    try {
        threads_.push_back(start_([this] { run(); }));
    } catch (...) {
        if (threads_.empty())
            throw;
    }
}

// A woken thread wakes the next one if jobs are left, so one at a time is enough.
FEISHU_DECL bool job_threads::claim_wake() {
    if (waking_ || idle_ == 0 || !can_run())
        return false;
    waking_ = true;
    return true;
}

FEISHU_DECL bool job_threads::enter() {
    std::lock_guard const lock(mutex_);
    if (stopping_ || !jobs_.empty() || running_ >= count_)
        return false;
    ++running_;
    return true;
}

FEISHU_DECL void job_threads::leave() {
    std::unique_lock lock(mutex_);
    --running_;
    bool const wake = claim_wake();
    lock.unlock();
    if (wake)
        changed_.notify_one();
}

FEISHU_DECL void job_threads::stop() {
    std::vector<std::thread> threads;
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
        jobs_.clear();
        threads.swap(threads_);
        changed_.notify_all();
    }
    for (auto& one : threads)
        one.join();
}

FEISHU_DECL void job_threads::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        changed_.wait(lock, [this] { return stopping_ || can_run(); });
        --idle_;
        waking_ = false;
        if (stopping_)
            return;
        auto const one = jobs_.front();
        jobs_.pop_front();
        ++running_;
        bool const wake = claim_wake();
        lock.unlock();
        if (wake)
            changed_.notify_one();
        guard([&] { run_(one); });
        lock.lock();
        --running_;
    }
}

// --- deadline_thread

FEISHU_DECL void deadline_thread::wake_by(time_point deadline) {
    std::lock_guard const lock(mutex_);
    if (stopping_ || deadline >= wakes_at_)
        return;
    if (!thread_.joinable())
        thread_ = start_([this] { run(); });
    woken_ = true;
    changed_.notify_one();
}

FEISHU_DECL void deadline_thread::stop() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
        changed_.notify_one();
    }
    if (thread_.joinable())
        thread_.join();
}

FEISHU_DECL void deadline_thread::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_ = false;
        wakes_at_ = (time_point::max)();
        lock.unlock();
        guard(act_);
        auto const next = next_();
        lock.lock();
        if (woken_) // by a deadline that `next_` may not have known
            continue;
        wakes_at_ = next.value_or((time_point::max)());
        auto const disturbed = [this] { return stopping_ || woken_; };
        if (next)
            changed_.wait_until(lock, *next, disturbed);
        else
            changed_.wait(lock, disturbed);
    }
}

} // namespace feishu::detail
