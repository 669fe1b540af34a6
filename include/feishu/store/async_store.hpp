#pragma once
// async_use: uses a store without blocking the thread that wants something from it.
//
//     boost::asio::thread_pool workers(4);
//     auto const used = feishu::async_use(store, workers.get_executor(), [](feishu::store& s) { return s.get("key"); });
//     auto const value = co_await used; // result<std::optional<std::string>>
//
// The function runs on the given executor, whose threads it may block; several operations in one function cost one
// switch of threads.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/store/impl/store_errors.hpp>
#include <feishu/store/store.hpp>

namespace feishu {

/// A function of a store that returns a result: `[](feishu::store& s) { return s.erase("key"); }`
template <class F>
concept store_function =
    std::invocable<F&, store&> && std::same_as<std::invoke_result_t<F&, store&>,
                                               result<typename std::invoke_result_t<F&, store&>::value_type>>;

/// Runs `use` on `blocking`, and completes with what it returns on the completion token's associated executor, by
/// default on `blocking`.
///
/// Lifetimes: the store is kept until the function has returned. If the context of either executor is destroyed, the
/// handler is destroyed without being called.
/// Cancellation: none; an operation of a store ends within its timeout.
/// Errors: those of `use`. An exception that it throws is an error of kind store.
template <store_function F, class CompletionToken = boost::asio::deferred_t const&>
auto async_use(std::shared_ptr<store> target, boost::asio::any_io_executor blocking, F use,
               CompletionToken&& token = boost::asio::deferred) {
    namespace asio = boost::asio;
    using outcome = std::invoke_result_t<F&, store&>;
    auto initiate = [](auto handler, std::shared_ptr<store> on, asio::any_io_executor executor, F function) {
        auto work = asio::make_work_guard(asio::get_associated_executor(handler, executor));
        asio::post(executor, [on = std::move(on), function = std::move(function),
                              handler = std::move(handler), work = std::move(work)]() mutable {
            auto run = [&]() -> outcome {
                try {
                    return function(*on);
                } catch (...) {
                    auto e = detail::store_error(detail::exception_text(std::current_exception()));
                    e.may_have_executed = true;
                    return e;
                }
            };
            auto done = run();
            on.reset();
            asio::dispatch(work.get_executor(),
                           [handler = std::move(handler), done = std::move(done)]() mutable {
                               std::move(handler)(std::move(done));
                           });
        });
    };
    return asio::async_initiate<CompletionToken, void(outcome)>(std::move(initiate), token, std::move(target),
                                                                std::move(blocking), std::move(use));
}

} // namespace feishu
