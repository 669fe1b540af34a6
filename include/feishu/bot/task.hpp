#pragma once
// task: a coroutine that handles something a bot has received.
//
//     bot.on_message([](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
//         co_await c.say("You wrote: " + m.text());
//     });
//
// A handler that does not wait for anything may be a plain function instead. Coroutines that a handler awaits return a
// basic_task of what they compute:
//
//     feishu::basic_task<int> count(feishu::conversation c) { … co_return 3; }

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <coroutine>
#include <exception>
#include <utility>

#include <feishu/bot/impl/task_promise.hpp>

namespace feishu {

/// A coroutine that computes a T. It starts when it is awaited, and its awaiting coroutine continues when it has ended.
///
/// A coroutine begins on the thread that awaits it, and continues on a thread of the bot's executor after it has waited
/// for an operation. It occupies no thread while it waits.
/// Thread safety: one thread at a time.
/// Lifetimes: references among its parameters must be valid until it has ended. The message that a handler gets is. A
/// lambda's captures belong to the lambda: a handler is kept by its bot, other lambdas may be destroyed too early.
/// Cancellation: when its bot stops, the operations that it awaits fail with error_kind::canceled.
/// Errors: what it throws is thrown by `co_await`; of a handler, see bot::on_error.
template <class T = void>
class [[nodiscard]] basic_task {
public:
    using value_type = T;
    using promise_type = detail::task_promise<T>;

    /// A task that has ended.
    basic_task() noexcept requires std::is_void_v<T>
    = default;
    basic_task(basic_task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
    basic_task& operator=(basic_task&& other) noexcept {
        std::swap(coroutine_, other.coroutine_);
        return *this;
    }
    ~basic_task() {
        if (coroutine_)
            coroutine_.destroy();
    }

    // What co_await uses.
    bool await_ready() const noexcept { return !coroutine_; }
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> parent) {
        auto& promise = coroutine_.promise();
        promise.blocking = promise.blocking || detail::is_blocking(parent);
        return promise.start(coroutine_, parent);
    }
    T await_resume() {
        if (coroutine_)
            return coroutine_.promise().take();
        if constexpr (!std::is_void_v<T>)
            std::terminate(); // only a task without a value has no coroutine
    }

    /// Runs the coroutine on this thread, and waits until it has ended: for programs without coroutines, and tests. Its
    /// operations block the thread, so no other thread is needed.
    T run() {
        if (coroutine_) {
            auto& promise = coroutine_.promise();
            promise.blocking = true;
            promise.run(coroutine_);
        }
        return await_resume();
    }

private:
    friend promise_type;
    explicit basic_task(std::coroutine_handle<promise_type> coroutine) noexcept : coroutine_(coroutine) {}

    std::coroutine_handle<promise_type> coroutine_{};
};

/// What a handler returns.
using task = basic_task<>;

namespace detail {

template <class T>
basic_task<T> task_promise<T>::get_return_object() noexcept {
    return basic_task<T>(std::coroutine_handle<task_promise>::from_promise(*this));
}

inline basic_task<void> task_promise<void>::get_return_object() noexcept {
    return basic_task<void>(std::coroutine_handle<task_promise>::from_promise(*this));
}

/// True for a basic_task of anything.
template <class T>
inline constexpr bool is_task = false;
template <class T>
inline constexpr bool is_task<basic_task<T>> = true;

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/task.ipp>
#endif
