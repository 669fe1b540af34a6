#pragma once

#include <exception>
#include <utility>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/beast_transport.hpp>
#include <feishu/http/impl/serial_executor.hpp>
#include <feishu/http/impl/transport_config.hpp>
#include <feishu/http/socket_transport.hpp>

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

FEISHU_DECL void beast_transport::async_exchange(request const& req, response_sink& sink,
                                                 exchange_options const& options,
                                                 asio::any_io_executor executor, handler done) {
    auto const fallback = executor;
    try {
        auto const idle = (req.host == host::accounts ? accounts_ : api_).of(executor);
        auto const serial = asio::any_io_executor(serial_executor(std::move(executor)));
        start(std::make_shared<exchange_operation>(blocking_.config(), idle, serial, req, sink, options),
              serial, fallback, done);
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
    auto config = detail::make_transport_config(std::move(params));
    if (!config)
        return std::move(config).error();
    return std::shared_ptr<transport>(std::make_shared<detail::beast_transport>(std::move(*config)));
}

} // namespace feishu::http
