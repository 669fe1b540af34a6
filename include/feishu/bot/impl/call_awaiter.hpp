#pragma once
// call_awaiter: a call of an endpoint that a coroutine of a bot awaits. It blocks the thread or suspends the coroutine.

#include <coroutine>
#include <memory>
#include <utility>

#include <feishu/bot/impl/task_promise.hpp>
#include <feishu/client.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

class bot_runtime;

/// What a caller shares with its copies.
struct caller_access {
    template <token Kind>
    static std::shared_ptr<client_core> const& core(caller<Kind> const& of) {
        return of.core_;
    }
    template <token Kind>
    static detail::credentials const& credentials(caller<Kind> const& of) {
        return of.credentials_;
    }
};

/// The client that makes the calls of a bot.
FEISHU_DECL feishu::client const& client_of(bot_runtime const& runtime);
/// An error of kind canceled if the bot stops.
FEISHU_DECL result<void> check_running(bot_runtime const& runtime);
/// Makes the call, and resumes `coroutine` on the bot's executor when `outcome` is set.
FEISHU_DECL void start_call(bot_runtime& runtime, prepared_call call, result<void>& outcome,
                            std::coroutine_handle<> coroutine);

/// Awaits result<E::response>.
///
/// Lifetimes: exists while the coroutine is suspended, as a temporary of `co_await` does; the runtime outlives it.
template <endpoint E>
class call_awaiter {
public:
    call_awaiter(bot_runtime& runtime, E request, call_options options)
        : runtime_(&runtime), request_(std::move(request)), options_(std::move(options)) {}
    call_awaiter(call_awaiter const&) = delete;
    call_awaiter& operator=(call_awaiter const&) = delete;

    bool await_ready() const noexcept { return false; }

    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> coroutine) {
        outcome_ = check_running(*runtime_);
        if (!outcome_)
            return false;
        if (is_blocking(coroutine)) {
            take(client_of(*runtime_).call(std::move(request_), std::move(options_)));
            return false;
        }
        auto const& client = client_of(*runtime_);
        auto call = prepare(std::move(request_), response_, caller_access::credentials(client), options_);
        if (!call) {
            outcome_ =
                unsent(*caller_access::core(client), E::spec, options_.traceparent, std::move(call).error());
            return false;
        }
        start_call(*runtime_, std::move(*call), outcome_, coroutine);
        return true;
    }

    result<typename E::response> await_resume() {
        if (!outcome_)
            return std::move(outcome_).error();
        return std::move(response_);
    }

private:
    void take(result<typename E::response> done) {
        if (done)
            response_ = std::move(*done);
        else
            outcome_ = std::move(done).error();
    }

    bot_runtime* runtime_;
    E request_;
    call_options options_;
    typename E::response response_ = unchecked_construct::make<typename E::response>();
    result<void> outcome_{};
};

} // namespace feishu::detail
