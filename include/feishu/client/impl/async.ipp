#pragma once
// The asynchronous driver: performs the actions of call_machine in a coroutine on a strand of the caller's
// executor.

#include <atomic>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/system_executor.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/async.hpp>
#include <feishu/client/impl/async_signal.hpp>
#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/client.ipp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/log.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/http/async_transport.hpp>

namespace feishu::detail {

/// Completes an exchange exactly once: called by the transport, or by start_exchange if the transport threw.
class exchange_end {
public:
    explicit exchange_end(http::async_transport::handler done) : done_(std::move(done)) {}

    void operator()(result<void> outcome) {
        if (!ended_.exchange(true))
            std::move(done_)(std::move(outcome));
    }
    boost::asio::cancellation_slot slot() const {
        return boost::asio::get_associated_cancellation_slot(done_);
    }

private:
    std::atomic<bool> ended_ = false;
    http::async_transport::handler done_;
};

// Destroying a coroutine's handler destroys the coroutine. That must not happen while the coroutine itself
// handles the exception of the transport.
inline void start_exchange(http::async_transport& transport, actions::exchange const& action,
                           boost::asio::any_io_executor const& executor,
                           std::shared_ptr<exchange_end> const& end) {
    auto const thrown = guard([&] {
        transport.async_exchange(
            *action.request, *action.sink, action.options, executor,
            boost::asio::bind_cancellation_slot(
                end->slot(), boost::asio::bind_executor(
                                 executor, [end](result<void> outcome) { (*end)(std::move(outcome)); })));
    });
    if (thrown)
        boost::asio::post(executor, [end, failed = transport_threw(*thrown)] { (*end)(failed); });
}

inline boost::asio::awaitable<result<void>> async_exchange(http::async_transport& transport,
                                                           actions::exchange const& action) {
    auto const executor = co_await boost::asio::this_coro::executor;
    auto initiate = [&](auto handler) {
        start_exchange(transport, action, executor, std::make_shared<exchange_end>(std::move(handler)));
    };
    co_return co_await boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(result<void>)>(
        initiate, boost::asio::use_awaitable);
}

inline boost::asio::awaitable<result<void>> async_drive(client_core& core, prepared_call& call,
                                                        http::async_transport& transport) {
    async_signal signal(co_await boost::asio::this_coro::executor); // outlives the machine, which notifies it
    call_machine machine(core.config(), core.tokens(), call, core.deadline(call), signal.notifier());
    for (;;) {
        auto const state = co_await boost::asio::this_coro::cancellation_state;
        if (state.cancelled() != boost::asio::cancellation_type::none)
            machine.cancel(core.now());
        auto const action = machine.next(core.now());
        if (auto const* wait = std::get_if<actions::wait_for_token>(&action)) {
            co_await signal.wait(wait->timeout);
        } else if (auto const* send = std::get_if<actions::exchange>(&action)) {
            auto outcome = co_await async_exchange(transport, *send);
            machine.on_exchange(std::move(outcome), core.now());
        } else {
            co_return machine.outcome();
        }
    }
}

inline boost::asio::awaitable<result<void>> async_run_call(std::shared_ptr<client_core> core,
                                                           std::shared_ptr<prepared_call> call) {
    co_await boost::asio::this_coro::reset_cancellation_state(boost::asio::enable_total_cancellation());
    co_await boost::asio::this_coro::throw_if_cancelled(false);
    auto const transport = core->transport_for(*call);
    if (!transport)
        co_return transport.error();
    if (auto* const async = (*transport)->async())
        co_return co_await async_drive(*core, *call, *async);
    error e;
    e.kind = error_kind::validation;
    e.endpoint = call->spec->id;
    e.message = "client_config::transport has no asynchronous side";
    e.may_have_executed = false;
    co_return e;
}

// On a thread of Asio's system executor, an exception would terminate the program.
inline void complete_call(client_core const& core, boost::asio::any_io_executor const& executor,
                          call_handler done, result<void> outcome) {
    if (executor.target<boost::asio::system_executor>() == nullptr)
        return std::move(done)(std::move(outcome));
    if (auto const thrown = guard([&] { std::move(done)(std::move(outcome)); }))
        log_line(core.config(), "the completion handler of a call threw an exception: " + *thrown);
}

FEISHU_DECL void async_fail(std::shared_ptr<client_core> core, boost::asio::any_io_executor executor,
                            call_handler done, error why) {
    auto const where = executor;
    boost::asio::post(where, [core = std::move(core), executor = std::move(executor), done = std::move(done),
                              why = std::move(why)]() mutable {
        complete_call(*core, executor, std::move(done), std::move(why));
    });
}

FEISHU_DECL void async_run(std::shared_ptr<client_core> core, std::shared_ptr<prepared_call> call,
                           boost::asio::any_io_executor executor, call_handler done) {
    auto const slot = boost::asio::get_associated_cancellation_slot(done);
    auto finish = [executor, core, call, done = std::move(done)](std::exception_ptr thrown,
                                                                 result<void> outcome) mutable {
        if (thrown) {
            error e;
            e.endpoint = call->spec->id;
            e.message = "the call ended with an exception: " + exception_text(thrown);
            e.may_duplicate = !call->idempotent;
            outcome = std::move(e);
        }
        boost::asio::dispatch(executor, [executor, core = std::move(core), done = std::move(done),
                                         outcome = std::move(outcome)]() mutable {
            complete_call(*core, executor, std::move(done), std::move(outcome));
        });
    };
    boost::asio::co_spawn(boost::asio::make_strand(executor),
                          async_run_call(std::move(core), std::move(call)),
                          boost::asio::bind_cancellation_slot(slot, std::move(finish)));
}

} // namespace feishu::detail
