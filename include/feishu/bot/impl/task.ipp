#pragma once

#include <atomic>
#include <coroutine>
#include <memory>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/impl/task_promise.hpp>

namespace feishu::detail {

/// A coroutine that stands for a thread that waits for another coroutine.
struct waiting_thread {
    struct promise_type {
        waiting_thread get_return_object() noexcept {
            return {std::coroutine_handle<promise_type>::from_promise(*this)};
        }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const noexcept {}
    };

    std::coroutine_handle<promise_type> handle;
};

inline waiting_thread wake_thread(std::shared_ptr<std::atomic<bool>> resumed, executor_pause pause) {
    pause.end();
    resumed->store(true);
    resumed->notify_all();
    co_return;
}

FEISHU_DECL bool task_promise_base::start(std::coroutine_handle<> self, std::coroutine_handle<> parent) {
    parent_ = parent;
    self.resume();
    return state_.exchange(state::awaited) != state::ended;
}

FEISHU_DECL void task_promise_base::ended() noexcept {
    if (state_.exchange(state::ended) == state::awaited)
        parent_.resume();
}

FEISHU_DECL void task_promise_base::run(std::coroutine_handle<> self) {
    auto resumed = std::make_shared<std::atomic<bool>>(false);
    executor_pause const pause;
    auto const waiting = wake_thread(resumed, pause);
    if (!start(self, waiting.handle)) {
        waiting.handle.destroy();
        return;
    }
    pause.begin();
    resumed->wait(false);
}

} // namespace feishu::detail
