#pragma once
// task_promise: the state of a coroutine of type basic_task.

#include <atomic>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include <feishu/core/impl/macros.hpp>

namespace feishu {

template <class T>
class basic_task;

namespace detail {

/// The part of a promise that does not depend on the type of its value.
///
/// A child that ends before its parent is suspended lets the parent go on without a nested resume, so a loop that
/// awaits a million operations needs no stack for them; nor does it rely on tail calls, which -O0 lacks.
class task_promise_base {
public:
    bool blocking = false; ///< operations block the thread instead of suspending the coroutine

    /// Starts the coroutine. False if it has ended already; else `parent` is resumed when it has.
    FEISHU_DECL bool start(std::coroutine_handle<> self, std::coroutine_handle<> parent);
    /// Starts the coroutine and waits until it has ended.
    FEISHU_DECL void run(std::coroutine_handle<> self);

    std::suspend_always initial_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { thrown_ = std::current_exception(); }

    struct final_awaiter {
        bool await_ready() const noexcept { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> self) const noexcept {
            self.promise().ended();
        }
        void await_resume() const noexcept {}
    };
    final_awaiter final_suspend() const noexcept { return {}; }

protected:
    void rethrow() const {
        if (thrown_)
            std::rethrow_exception(thrown_);
    }

private:
    enum class state { running, awaited, ended };

    FEISHU_DECL void ended() noexcept; // may destroy *this

    std::coroutine_handle<> parent_{};
    std::exception_ptr thrown_{};
    std::atomic<state> state_ = state::running;
};

template <class T>
class task_promise : public task_promise_base {
public:
    basic_task<T> get_return_object() noexcept;
    template <class U>
    void return_value(U&& value) {
        value_.emplace(std::forward<U>(value));
    }
    T take() {
        rethrow();
        return std::move(*value_);
    }

private:
    std::optional<T> value_;
};

template <>
class task_promise<void> : public task_promise_base {
public:
    basic_task<void> get_return_object() noexcept;
    void return_void() const noexcept {}
    void take() const { rethrow(); }
};

/// Whether the operations of a coroutine block its thread.
template <class Promise>
bool is_blocking(std::coroutine_handle<Promise> coroutine) {
    if constexpr (std::is_base_of_v<task_promise_base, Promise>)
        return coroutine.promise().blocking;
    else
        return false;
}

} // namespace detail
} // namespace feishu
