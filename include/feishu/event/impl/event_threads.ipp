#pragma once
// The dispatcher's own threads: some that run jobs, one that watches the deadlines. They begin with the first
// job.

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <feishu/core/clock.hpp>

namespace feishu::detail {

/// Runs jobs in the order they came. The number of waiting jobs is whoever posts them's to bound.
class job_threads {
public:
    explicit job_threads(unsigned count) : count_(std::max(1u, count)) {}
    ~job_threads() { stop(); }

    void post(std::function<void()> job) {
        std::lock_guard const lock(mutex_);
        if (stopping_)
            return;
        jobs_.push_back(std::move(job));
        if (threads_.size() < count_ && jobs_.size() > idle_)
            threads_.emplace_back([this] { run(); });
        changed_.notify_one();
    }

    /// Waits for the jobs that run; those that have not begun are dropped.
    void stop() {
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

private:
    void run() {
        std::unique_lock lock(mutex_);
        for (;;) {
            ++idle_;
            changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
            --idle_;
            if (stopping_)
                return;
            auto const job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    unsigned count_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;
    bool stopping_ = false;
};

/// Calls `act` when the point in time is reached that `next` names.
class deadline_thread {
public:
    deadline_thread(std::function<std::optional<clock::time_point>()> next, std::function<void()> act)
        : next_(std::move(next)), act_(std::move(act)) {}
    ~deadline_thread() { stop(); }

    /// There is a first deadline, or none any more.
    void wake() {
        std::lock_guard const lock(mutex_);
        if (stopping_)
            return;
        if (!thread_.joinable())
            thread_ = std::thread([this] { run(); });
        woken_ = true;
        changed_.notify_one();
    }

    void stop() {
        {
            std::lock_guard const lock(mutex_);
            stopping_ = true;
            changed_.notify_one();
        }
        if (thread_.joinable())
            thread_.join();
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            woken_ = false;
            lock.unlock();
            act_();
            auto const until = next_();
            lock.lock();
            auto const disturbed = [this] { return stopping_ || woken_; };
            if (until)
                changed_.wait_until(lock, *until, disturbed);
            else
                changed_.wait(lock, disturbed);
        }
    }

    std::function<std::optional<clock::time_point>()> next_;
    std::function<void()> act_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::thread thread_;
    bool woken_ = false;
    bool stopping_ = false;
};

} // namespace feishu::detail
