#pragma once
// The asynchronous driver: does what call_machine says, as a coroutine on a strand of the caller's executor.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/async.hpp>
#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/client.ipp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/token_fetch.hpp>
#include <feishu/http/async_transport.hpp>

namespace feishu::detail {

inline error canceled_error() {
    error e;
    e.kind = error_kind::canceled;
    e.message = "the call was canceled";
    return e;
}

inline boost::asio::awaitable<result<void>> async_exchange(http::async_transport& transport,
                                                           http::request const& request, http::response_sink& sink,
                                                           http::exchange_options options) {
    auto executor = co_await boost::asio::this_coro::executor;
    auto initiate = [&](auto handler) {
        transport.async_exchange(request, sink, options, executor, std::move(handler));
    };
    co_return co_await boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(result<void>)>(
        initiate, boost::asio::use_awaitable);
}

// Waits for somebody else's token fetch: a timer that the fetch's end cancels. Both run on this call's strand.
class async_token_latch : public std::enable_shared_from_this<async_token_latch> {
public:
    explicit async_token_latch(boost::asio::any_io_executor executor) : timer_(std::move(executor)) {}

    void set(result<std::string> const& token) {
        boost::asio::post(timer_.get_executor(), [self = shared_from_this(), token] {
            self->token_ = token;
            self->timer_.cancel();
        });
    }

    // Empty when time ran out or the call was canceled.
    boost::asio::awaitable<std::optional<result<std::string>>> wait(std::chrono::milliseconds timeout) {
        boost::system::error_code ignored;
        timer_.expires_after(timeout);
        if (!token_)
            co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        co_return token_;
    }

private:
    boost::asio::steady_timer timer_;
    std::optional<result<std::string>> token_;
};

inline boost::asio::awaitable<result<void>> async_drive(client_core& core, prepared_call& plan,
                                                        clock::time_point deadline);

inline boost::asio::awaitable<result<std::string>> async_get_token(client_core& core, token_source& source,
                                                                   clock::time_point deadline);

inline boost::asio::awaitable<result<auth::access_token>>
async_fetch_token(client_core& core, token_source& source, clock::time_point deadline) {
    token_fetch fetch(core.config(), source, core.now());
    for (;;) {
        switch (fetch.next()) {
        case token_fetch::step::app_token:
            fetch.on_app_token(co_await async_get_token(core, *source.app, deadline));
            break;
        case token_fetch::step::call: {
            auto called = co_await async_drive(core, fetch.plan(), deadline);
            fetch.on_call(std::move(called), core.now());
            break;
        }
        case token_fetch::step::done: co_return fetch.outcome();
        }
    }
}

inline boost::asio::awaitable<result<std::string>> async_get_token(client_core& core, token_source& source,
                                                                   clock::time_point deadline) {
    for (;;) {
        auto const latch = std::make_shared<async_token_latch>(co_await boost::asio::this_coro::executor);
        auto const decision = source.cache.acquire(core.now(), [latch](auto const& t) { latch->set(t); });
        if (decision.what == auth::token_cache::action::use)
            co_return decision.token;
        if (decision.what == auth::token_cache::action::fetch) {
            auto token = co_await async_fetch_token(core, source, deadline);
            source.cache.fetched(token, core.now());
            if (token)
                co_return token->value;
            if (!decision.token.empty() && token.error().kind != error_kind::canceled)
                co_return decision.token;
            co_return std::move(token).error();
        }
        auto const told = co_await latch->wait(core.rest(deadline));
        if (told && !fetch_abandoned(*told))
            co_return *told;
        auto const state = co_await boost::asio::this_coro::cancellation_state;
        if (state.cancelled() != boost::asio::cancellation_type::none)
            co_return canceled_error();
        if (!told)
            co_return token_timeout();
    }
}

// The token for a call; `refused` is the one that the platform did not take, empty mostly.
inline boost::asio::awaitable<result<std::string>>
async_get_token(client_core& core, prepared_call const& plan, std::string refused, clock::time_point deadline) {
    auto const source = core.token_for(plan);
    if (!source)
        co_return source.error();
    if (!refused.empty())
        (*source)->cache.refuse(refused);
    co_return co_await async_get_token(core, **source, deadline);
}

inline boost::asio::awaitable<result<void>> async_drive(client_core& core, prepared_call& plan,
                                                        clock::time_point deadline) {
    auto const& transport = core.transport();
    error unusable;
    unusable.endpoint = plan.spec->id;
    if (!transport) {
        unusable = transport.error();
        unusable.endpoint = plan.spec->id;
        co_return unusable;
    }
    auto* const async = (*transport)->async();
    if (async == nullptr) {
        unusable.message = "this client's transport has no asynchronous side";
        co_return unusable;
    }
    call_machine machine(plan, deadline);
    for (;;) {
        switch (machine.next(core.now())) {
        case call_machine::step::token:
            machine.on_token(co_await async_get_token(core, plan, machine.take_refused_token(), deadline));
            break;
        case call_machine::step::exchange:
            machine.on_exchange(co_await async_exchange(*async, machine.request(), machine.sink(),
                                                        core.exchange_options(machine.timeout())));
            break;
        case call_machine::step::done: co_return machine.outcome();
        }
    }
}

inline boost::asio::awaitable<result<void>> async_run_plan(std::shared_ptr<client_core> core,
                                                           std::shared_ptr<prepared_call> plan) {
    co_await boost::asio::this_coro::reset_cancellation_state(boost::asio::enable_total_cancellation());
    co_await boost::asio::this_coro::throw_if_cancelled(false);
    co_return co_await async_drive(*core, *plan, core->deadline(*plan));
}

FEISHU_DECL void async_run(std::shared_ptr<client_core> core, std::shared_ptr<prepared_call> plan,
                           boost::asio::any_io_executor executor, call_handler done) {
    auto const slot = boost::asio::get_associated_cancellation_slot(done);
    auto finish = [executor, done = std::move(done)](std::exception_ptr thrown, result<void> outcome) mutable {
        if (thrown) {
            error e;
            e.message = "the call ended with an exception";
            outcome = std::move(e);
        }
        boost::asio::dispatch(executor, [done = std::move(done), outcome = std::move(outcome)]() mutable {
            std::move(done)(std::move(outcome));
        });
    };
    boost::asio::co_spawn(boost::asio::make_strand(executor), async_run_plan(std::move(core), std::move(plan)),
                          boost::asio::bind_cancellation_slot(slot, std::move(finish)));
}

} // namespace feishu::detail
