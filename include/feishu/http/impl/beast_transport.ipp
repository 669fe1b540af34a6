#pragma once

#include <exception>
#include <memory>
#include <utility>

#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/async_exchange.hpp>
#include <feishu/http/impl/beast_transport.hpp>
#include <feishu/http/impl/transport_config.hpp>
#include <feishu/http/socket_transport.hpp>

namespace feishu::http::detail {

inline error not_started(std::exception_ptr const& why) {
    error e;
    e.message = "cannot start the exchange: " + feishu::detail::exception_text(why);
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL void beast_transport::async_exchange(request const& req, response_sink& sink,
                                                 exchange_options const& options,
                                                 asio::any_io_executor executor, handler done) {
    auto const fallback = executor;
    try {
        auto idle = (req.host == host::accounts ? accounts_ : api_).of(executor);
        auto const exchange = std::make_shared<detail::async_exchange>(
            blocking_.config(), std::move(idle), std::move(executor), req, sink, options);
        exchange->start(done);
    } catch (...) {
        if (done) // else it has been moved to the exchange, which calls it
            asio::post(fallback, [failed = not_started(std::current_exception()),
                                  done = std::move(done)]() mutable { std::move(done)(std::move(failed)); });
    }
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
