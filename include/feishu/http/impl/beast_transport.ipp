#pragma once

#include <exception>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/beast_transport.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/serial_executor.hpp>
#include <feishu/http/impl/unusable.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

inline error not_started(std::exception_ptr const& why) {
    error e;
    e.message = "cannot start the exchange: " + feishu::detail::exception_text(why);
    e.may_have_executed = false;
    return e;
}

inline error abandoned() {
    error e;
    e.message = "the exchange was abandoned: its executor dropped a job";
    return e;
}

FEISHU_DECL result<void> beast_transport::exchange(request const& req, response_sink& sink,
                                                   exchange_options const& options) {
    try {
        return blocking_exchange(req, sink, options);
    } catch (...) {
        return not_started(std::current_exception());
    }
}

FEISHU_DECL result<void> beast_transport::blocking_exchange(request const& req, response_sink& sink,
                                                            exchange_options const& options) {
    auto const& state = state_of(req);
    auto idle = state->idle.sync()->take();
    auto const context = idle ? idle->own_context() : std::make_shared<asio::io_context>(1);
    auto const operation = std::make_shared<exchange_operation>(state, state->idle.sync(),
                                                                context->get_executor(), req, sink, options);
    operation->use(context, std::move(idle));
    result<void> outcome = abandoned();
    asio::co_spawn(*context, operation->run(), [&](std::exception_ptr failed, result<void> done) {
        if (!failed)
            outcome = std::move(done);
    });
    context->restart();
    context->run();
    operation->park();
    return outcome;
}

FEISHU_DECL void beast_transport::async_exchange(request const& req, response_sink& sink,
                                                 exchange_options const& options,
                                                 asio::any_io_executor executor, handler done) {
    auto const fallback = executor;
    try {
        auto const& state = state_of(req);
        auto const idle = state->idle.of(executor);
        auto const serial = asio::any_io_executor(serial_executor(std::move(executor)));
        start(std::make_shared<exchange_operation>(state, idle, serial, req, sink, options), serial, fallback,
              done);
    } catch (...) {
        if (done) // else it has been moved to the operation, which calls it
            asio::post(fallback, [failed = not_started(std::current_exception()),
                                  done = std::move(done)]() mutable { std::move(done)(std::move(failed)); });
    }
}

// Runs on `serial` because an executor may run handlers on several threads at once.
FEISHU_DECL void beast_transport::start(std::shared_ptr<exchange_operation> operation,
                                        asio::any_io_executor const& serial,
                                        asio::any_io_executor const& executor, handler& done) {
    auto slot = asio::get_associated_cancellation_slot(done);
    if (slot.is_connected())
        slot.assign([serial, weak = std::weak_ptr(operation)](asio::cancellation_type type) {
            if (type != asio::cancellation_type::none)
                asio::dispatch(serial, [weak] {
                    if (auto const running = weak.lock())
                        running->cancel();
                });
        });
    auto const where = asio::get_associated_executor(done, executor);
    auto running = operation->run();
    auto finish = [operation = std::move(operation), slot,
                   done = std::move(done)](std::exception_ptr failed, result<void> outcome) mutable {
        slot.clear();
        operation.reset();
        std::move(done)(failed ? result<void>(abandoned()) : std::move(outcome));
    };
    asio::co_spawn(serial, std::move(running), asio::bind_executor(where, std::move(finish)));
}

} // namespace feishu::http::detail

namespace feishu::http {

FEISHU_DECL result<std::shared_ptr<transport>> make_beast_transport(transport_params params) {
    auto url = parse_base_url(params.base_url);
    if (!url)
        return std::move(url).error();
    try {
        auto target = detail::make_endpoint_config(std::move(*url), params);
        if (!target)
            return std::move(target).error();
        auto accounts = detail::make_accounts_config(*target, params);
        if (!accounts)
            return std::move(accounts).error();
        return std::shared_ptr<transport>(std::make_shared<detail::beast_transport>(
            std::make_shared<detail::transport_state>(params, std::move(*target)),
            std::make_shared<detail::transport_state>(params, std::move(*accounts))));
    } catch (...) {
        return detail::unusable("base_url", "cannot be used: " +
                                                feishu::detail::exception_text(std::current_exception()));
    }
}

} // namespace feishu::http
