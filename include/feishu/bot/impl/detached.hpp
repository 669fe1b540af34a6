#pragma once
// detached: a coroutine that is not awaited.

#include <coroutine>
#include <exception>

namespace feishu::detail {

/// Starts at once, and is destroyed when it ends. What it throws ends the program: its body catches everything.
struct detached {
    struct promise_type {
        detached get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const noexcept { std::terminate(); }
    };
};

} // namespace feishu::detail
