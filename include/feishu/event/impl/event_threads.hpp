#pragma once
// The dispatcher's threads: a pool that runs jobs, and one that waits for deadlines. They are started when
// first needed, and woken only when no thread that is awake would come to the same work.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The number of handlers that may run on a transport's own threads at a time. A transport that keeps one of
/// its threads out of it can send the response of an event whose handler is still running.
class handler_slots {
public:
    explicit handler_slots(unsigned count) : free_(static_cast<int>(count)) {}

    bool take() {
        if (free_.fetch_sub(1, std::memory_order_relaxed) > 0)
            return true;
        give_back();
        return false;
    }
    void give_back() { free_.fetch_add(1, std::memory_order_relaxed); }

private:
    std::atomic<int> free_;
};

/// Starts a thread; throws std::system_error if it cannot. Replaced in tests.
using thread_starter = std::function<std::thread(std::function<void()>)>;

inline std::thread start_thread(std::function<void()> run) { return std::thread(std::move(run)); }

/// Runs jobs, which are numbers, in the order of their arrival. The caller of `post` bounds the number of
/// waiting jobs.
class job_threads {
public:
    using job = std::uint64_t;

    /// At most `count` jobs run at once. What `run` throws is discarded.
    FEISHU_DECL job_threads(unsigned count, std::function<void(job)> run,
                            thread_starter start = start_thread);
    ~job_threads() { stop(); }

    /// Queues a job. Throws std::system_error if no thread at all can be started; the job is dropped then.
    /// After `stop`, jobs are dropped.
    FEISHU_DECL void post(job one);
    /// True if the caller may run a job in place of a thread, until `leave`. False if as many jobs are running
    /// as may, or if others wait.
    FEISHU_DECL bool enter();
    FEISHU_DECL void leave();
    /// Waits for running jobs and drops queued ones.
    FEISHU_DECL void stop();

private:
    FEISHU_DECL void run();
    FEISHU_DECL void add_thread();
    bool can_run() const { return !jobs_.empty() && running_ < count_; }
    /// Whether to wake a thread, once the mutex is unlocked so that it does not wait for that.
    FEISHU_DECL bool claim_wake();

    std::size_t const count_;
    std::function<void(job)> const run_;
    thread_starter const start_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<job> jobs_;
    std::vector<std::thread> threads_;
    std::size_t running_ = 0; // jobs
    std::size_t idle_ = 0;    // threads
    bool waking_ = false;     // a thread was woken and does not run yet
    bool stopping_ = false;
};

/// Calls `act` at the time that `next` returns. Neither may throw.
class deadline_thread {
public:
    using time_point = clock::time_point;

    deadline_thread(std::function<std::optional<time_point>()> next, std::function<void()> act,
                    thread_starter start = start_thread)
        : next_(std::move(next)), act_(std::move(act)), start_(std::move(start)) {}
    ~deadline_thread() { stop(); }

    /// To be called for each new deadline; does nothing if the thread wakes by then. Throws std::system_error
    /// if the thread cannot be started; the next call tries again.
    FEISHU_DECL void wake_by(time_point deadline);
    FEISHU_DECL void stop();

private:
    FEISHU_DECL void run();

    std::function<std::optional<time_point>()> next_;
    std::function<void()> act_;
    thread_starter start_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::thread thread_;
    time_point wakes_at_ = (time_point::max)(); // while it is awake, never
    bool woken_ = false;
    bool stopping_ = false;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_threads.ipp>
#endif
