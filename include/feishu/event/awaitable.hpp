#pragma once
// Coroutines as event handlers:
//
//     on.handle<im::message::receive_v1>(
//         [&](auto const& e) -> boost::asio::awaitable<void> { … co_await … });
//     on.handle<…>(feishu::on_executor(context.get_executor(), handler));
//
// A coroutine runs on Asio's system executor, a thread pool, or on the executor given with on_executor. A
// suspended coroutine occupies no thread of the dispatcher.
//
// Lifetimes: event and handler live until the coroutine has ended. The dispatcher waits for coroutines for
// event_options::drain_time at most.
// Errors: a coroutine that throws, or that is destroyed because its executor stopped, has failed; see
// event_options::on_failure.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/system_executor.hpp>

#include <feishu/event/impl/event_handler.hpp>

namespace feishu {

/// A handler whose coroutines run on a given executor.
///
///     on.handle<im::message::receive_v1>(feishu::on_executor(context.get_executor(), handler));
///
/// Thread safety: the dispatcher calls the handler on any of its threads, several at a time; only the body of
/// the coroutine runs on the executor.
template <class Executor, class Handler>
class on_executor {
public:
    using executor_type = Executor;

    on_executor(Executor executor, Handler handler)
        : executor_(std::move(executor)), handler_(std::move(handler)) {}

    executor_type get_executor() const { return executor_; }

    template <class E>
        requires std::invocable<Handler const&, E const&>
    auto operator()(E const& event) const { return std::invoke(handler_, event); }

private:
    Executor executor_;
    Handler handler_;
};

namespace detail {

template <class Handler>
auto executor_of(Handler const& handler) {
    if constexpr (requires { handler.get_executor(); })
        return handler.get_executor();
    else
        return boost::asio::system_executor();
}

/// A handler that returns a coroutine completes when the coroutine does.
template <class Value, class Executor>
struct handler_result<boost::asio::awaitable<Value, Executor>> {
    using type = Value;
    static constexpr bool is_async = true;

    template <class E, class Handler>
    static void start(std::shared_ptr<Handler const> handler, std::shared_ptr<E const> event,
                      event_completion completion) {
        auto coroutine = std::invoke(*handler, *event); // it refers to both
        boost::asio::co_spawn(executor_of(*handler), std::move(coroutine),
                              [handler, event, completion](std::exception_ptr failed, auto&&... value) {
                                  finish<E>(completion, failed, std::forward<decltype(value)>(value)...);
                              });
    }

private:
    template <class E, class... Result>
    static void finish(event_completion const& completion, std::exception_ptr failed, Result&&... value) {
        if (failed)
            return completion.failed(failed);
        try {
            if constexpr (sizeof...(value) == 0)
                completion.done();
            else
                completion.done(callback_response_json<E>(std::forward<Result>(value)...));
        } catch (...) {
            completion.failed(std::current_exception());
        }
    }
};

} // namespace detail
} // namespace feishu
