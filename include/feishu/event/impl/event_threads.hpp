#pragma once
// The dispatcher's threads: a pool that runs jobs, and one that waits for deadlines. They are started when
// first needed.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Runs jobs in the order of their arrival. The caller of `post` bounds the number of waiting jobs.
class job_threads {
public:
    FEISHU_DECL explicit job_threads(unsigned count);
    ~job_threads() { stop(); }

    /// Queues a job; exceptions of jobs are discarded. Throws std::system_error if no thread at all can be
    /// started; the job is dropped then. After `stop`, jobs are dropped.
    FEISHU_DECL void post(std::function<void()> job);
    /// Waits for running jobs and drops queued ones.
    FEISHU_DECL void stop();

private:
    using jobs = std::deque<std::function<void()>>;

    FEISHU_DECL void run();
    FEISHU_DECL void start_thread();

    unsigned const count_;
    std::mutex mutex_;
    std::condition_variable changed_;
    jobs jobs_;
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;
    bool stopping_ = false;
};

/// Calls `act` at the time that `next` returns. Neither may throw.
class deadline_thread {
public:
    deadline_thread(std::function<std::optional<clock::time_point>()> next, std::function<void()> act)
        : next_(std::move(next)), act_(std::move(act)) {}
    ~deadline_thread() { stop(); }

    /// To be called when `next` returns an earlier time. Throws std::system_error if the thread cannot be
    /// started.
    FEISHU_DECL void wake();
    FEISHU_DECL void stop();

private:
    FEISHU_DECL void run();

    std::function<std::optional<clock::time_point>()> next_;
    std::function<void()> act_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::thread thread_;
    bool woken_ = false;
    bool stopping_ = false;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_threads.ipp>
#endif
