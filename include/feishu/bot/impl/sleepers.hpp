#pragma once
// sleepers: coroutines that wait for a time, until it has come or the bot stops.

#include <coroutine>
#include <map>
#include <memory>
#include <mutex>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Thread safety: any number of threads. Lifetimes: may be destroyed while timers are pending.
class sleepers {
public:
    FEISHU_DECL explicit sleepers(std::shared_ptr<bot_executor> executor);

    /// Resumes `coroutine` on the executor at `when`, or when all are woken, with an error in `outcome`.
    FEISHU_DECL void add(clock::time_point when, std::coroutine_handle<> coroutine, result<void>& outcome);
    /// Wakes all, now and from now on.
    FEISHU_DECL void wake_all();

private:
    struct sleeper {
        std::coroutine_handle<> coroutine{};
        result<void>* outcome = nullptr;
        bot_executor::timer_id timer = 0;
    };
    struct core {
        std::mutex mutex;
        std::map<std::uint64_t, sleeper> all;
        std::uint64_t last = 0;
        bool ended = false;
    };

    static void expired(core& shared, std::uint64_t id);

    std::shared_ptr<bot_executor> executor_;
    std::shared_ptr<core> core_ = std::make_shared<core>();
};

/// The error of an operation that a stopped bot does not perform.
FEISHU_DECL error bot_stopped();

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/sleepers.ipp>
#endif
