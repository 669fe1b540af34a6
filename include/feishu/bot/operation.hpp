#pragma once
// operation: something that a bot does on the platform: await it, or wait for it.
//
//     auto sent = co_await c.say("hello");       // in a coroutine: result<sent_message>
//     auto sent = c.say("hello").get();          // in a plain function: blocks the thread
//     c.say("hello");                            // the same; a failure is logged

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <coroutine>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

#include <feishu/bot/task.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {
namespace detail {

class bot_runtime;

/// Logs the error of an operation whose result nobody has taken.
FEISHU_DECL void report_unclaimed(bot_runtime& runtime, error const& why);

} // namespace detail

/// An operation that has yet to be performed. It is performed once: by `co_await`, by `get`, or, if there was neither,
/// by the destructor, which blocks like `get` and logs a failure. Operations of one handler therefore take effect in the
/// order in which they are written. One that is left by an exception is not performed.
///
/// Thread safety: one thread at a time.
/// Lifetimes: keeps what it needs of the bot.
/// Cancellation: when the bot stops, it fails with error_kind::canceled.
/// Errors: as a result, those of the calls that it makes; it throws nothing but std::bad_alloc.
template <class T>
class operation {
public:
    using value_type = result<T>;

    /// For what extends the bot: performs `steps`.
    operation(std::shared_ptr<detail::bot_runtime> runtime, basic_task<result<T>> steps)
        : runtime_(std::move(runtime)), steps_(std::move(steps)) {}
    operation(operation&& other) noexcept
        : runtime_(std::move(other.runtime_)), steps_(std::move(other.steps_)),
          exceptions_(other.exceptions_) {}
    operation& operator=(operation&&) = delete;
    ~operation() {
        if (runtime_ == nullptr || std::uncaught_exceptions() > exceptions_)
            return;
        auto const runtime = runtime_;
        if (auto done = std::move(*this).get(); !done)
            detail::report_unclaimed(*runtime, done.error());
    }

    /// Performs it and blocks the thread until it has ended.
    result<T> get() && {
        runtime_ = nullptr;
        return steps_.run();
    }
    /// The same.
    operator result<T>() && { return std::move(*this).get(); }
    /// The same. Errors: throws feishu::exception.
    T value() && { return std::move(*this).get().value(); }

    // What co_await uses.
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> parent) {
        runtime_ = nullptr;
        return steps_.await_suspend(parent);
    }
    result<T> await_resume() { return steps_.await_resume(); }

private:
    std::shared_ptr<detail::bot_runtime> runtime_; // null once performed, or moved from
    basic_task<result<T>> steps_;
    int exceptions_ = std::uncaught_exceptions(); // when it was created
};

/// An operation that must not be awaited: with g++ 12, that would destroy an argument in braces twice. What is named
/// first, and then passed by name, may be awaited.
///
///     card::card const question{.body = …};
///     co_await c.say(question);
template <class T>
class blocking_operation : public operation<T> {
public:
    using operation<T>::operation;
    explicit blocking_operation(operation<T> from) : operation<T>(std::move(from)) {}

    FEISHU_UNAVAILABLE(
        "g++ 12 destroys an object in braces inside co_await twice: name it first, then pass it by name")
    bool await_ready() const noexcept { return false; }
};

namespace detail {

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ <= 12
/// Whether an argument T&& may be a temporary in braces that co_await breaks.
template <class T>
inline constexpr bool breaks_co_await =
    !std::is_lvalue_reference_v<T> && std::is_aggregate_v<std::remove_cvref_t<T>> &&
    !std::is_trivially_destructible_v<std::remove_cvref_t<T>>;
#else
template <class T>
inline constexpr bool breaks_co_await = false;
#endif

/// The operation that a function with an argument T&& returns.
template <class Value, class T>
using operation_with = std::conditional_t<breaks_co_await<T>, blocking_operation<Value>, operation<Value>>;

/// True for an operation of anything.
template <class T>
inline constexpr bool is_operation = false;
template <class T>
inline constexpr bool is_operation<operation<T>> = true;
template <class T>
inline constexpr bool is_operation<blocking_operation<T>> = true;

} // namespace detail
} // namespace feishu
