#pragma once

#include <algorithm>
#include <utility>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/event_threads.hpp>

namespace feishu::detail {

FEISHU_DECL job_threads::job_threads(unsigned count) : count_((std::max)(1u, count)) {}

FEISHU_DECL void job_threads::post(std::function<void()> job) {
    std::lock_guard const lock(mutex_);
    if (stopping_)
        return;
    if (threads_.size() < count_ && jobs_.size() >= idle_)
        start_thread();
    jobs_.push_back(std::move(job));
    changed_.notify_one();
}

// With fewer threads than requested, jobs only run later; without any thread, they would never run.
FEISHU_DECL void job_threads::start_thread() {
    try {
        threads_.emplace_back([this] { run(); });
    } catch (...) {
        if (threads_.empty())
            throw;
    }
}

FEISHU_DECL void job_threads::stop() {
    std::vector<std::thread> threads;
    jobs dropped; // destroyed without the lock, since the destructor of a job may call this object
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
        dropped.swap(jobs_);
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
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        --idle_;
        if (stopping_)
            return;
        auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        guard(job);
        job = nullptr; // without the lock, as in stop()
        lock.lock();
    }
}

FEISHU_DECL void deadline_thread::wake() {
    std::lock_guard const lock(mutex_);
    if (stopping_)
        return;
    if (!thread_.joinable())
        thread_ = std::thread([this] { run(); });
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
        lock.unlock();
        guard(act_);
        auto const until = next_();
        lock.lock();
        auto const disturbed = [this] { return stopping_ || woken_; };
        if (until)
            changed_.wait_until(lock, *until, disturbed);
        else
            changed_.wait(lock, disturbed);
    }
}

} // namespace feishu::detail
