#pragma once
// bot_executor: the threads on which bots run their handlers.
//
//     auto threads = std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 8});
//     feishu::bot first{{…, .executor = threads}};
//     feishu::bot second{{…, .executor = threads}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {
namespace detail {
class executor_pause;
}

/// The settings of a bot_executor.
struct executor_options {
    /// Handlers that are plain functions occupy a thread while they run; coroutines only between their operations. One
    /// that blocks its thread until a person answers or a time has come is replaced by an additional thread.
    unsigned threads = 8;
    /// Replaces the system's clock in tests. Timers then expire in check_timers(), which the test calls after it has
    /// moved the clock. Must not throw.
    std::shared_ptr<feishu::clock> clock{};
};

/// Runs functions, now or at a time.
///
/// Thread safety: any number of threads at once.
/// Lifetimes: the destructor runs what was posted, discards timers, and waits for its threads.
/// Callbacks: must not throw.
class bot_executor {
public:
    using job = std::function<void()>;
    using timer_id = std::uint64_t;

    /// Threads are started when they are first needed.
    FEISHU_DECL explicit bot_executor(executor_options options = {});
    FEISHU_DECL ~bot_executor();
    bot_executor(bot_executor const&) = delete;
    bot_executor& operator=(bot_executor const&) = delete;

    /// Runs `what` on one of the threads. Jobs are started in the order in which they were posted.
    FEISHU_DECL void post(job what);
    /// Posts `what` at a time.
    FEISHU_DECL timer_id post_at(clock::time_point when, job what);
    /// Forgets a timer. False if its job was posted already.
    FEISHU_DECL bool cancel(timer_id timer);
    /// Posts the jobs of the timers that have expired; with a custom clock only.
    FEISHU_DECL void check_timers();
    /// When the next timer expires.
    FEISHU_DECL std::optional<clock::time_point> next_timer() const;
    /// The time by its clock.
    FEISHU_DECL clock::time_point now() const;
    /// Whether nothing is running or posted, timers and threads that wait for a person or a time aside.
    FEISHU_DECL bool idle() const;
    /// Waits until it is idle. For tests.
    FEISHU_DECL void wait_until_idle();
    /// The executor is not idle until all copies are destroyed: for a call in progress whose end posts a job.
    FEISHU_DECL std::shared_ptr<void> outstanding_work();

private:
    friend class detail::executor_pause;
    struct core;
    std::shared_ptr<core> core_; // shared with the threads: one of them may destroy the executor
};

namespace detail {

/// A wait of the thread that constructs it, if that is one of an executor. The executor counts as idle in the meantime,
/// and may start another thread. Whatever ends the wait calls `end`, before the thread continues.
class executor_pause {
public:
    FEISHU_DECL executor_pause();
    FEISHU_DECL void begin() const;
    FEISHU_DECL void end() const;

private:
    std::shared_ptr<bot_executor::core> core_;
};

} // namespace detail

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/bot_executor.ipp>
#endif
