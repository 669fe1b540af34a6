#pragma once

#include <exception>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/async_exchange.hpp>
#include <feishu/http/impl/beast_transport.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
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
        std::make_shared<detail::async_exchange>(state_of(req), std::move(executor), req, sink, options)->start(done);
    } catch (...) {
        if (done) // else it has been moved to the exchange, which calls it
            asio::post(fallback, [failed = not_started(std::current_exception()),
                                  done = std::move(done)]() mutable { std::move(done)(std::move(failed)); });
    }
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
