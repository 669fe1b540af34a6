#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/event/webhook_server.hpp>
#include <feishu/http/impl/server.hpp>

namespace feishu {
namespace detail {

/// Counts answers that the dispatcher owes, for it must not give them to a server that is gone.
class pending_responses {
public:
    void add() {
        std::lock_guard const lock(mutex_);
        ++count_;
    }
    void remove() {
        std::lock_guard const lock(mutex_);
        --count_;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return count_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t count_ = 0;
};

/// What a webhook server answers, connection aside.
class webhook_service final : public http::detail::service {
public:
    webhook_service(event_dispatcher& on, webhook_server_params const& params)
        : params_(params), hook_(on, params.checks) {}

    boost::asio::awaitable<http::detail::served_response> respond(http::detail::served_request request) override {
        std::string_view target(request.target().data(), request.target().size());
        target = target.substr(0, target.find('?'));
        if (!params_.health_path.empty() && target == params_.health_path)
            co_return health(request.method() == boost::beast::http::verb::get);
        if (target != params_.path)
            co_return convert({.status = 404});
        auto asked = take(std::move(request));
        co_return convert(co_await ask(std::move(asked)));
    }

    void drain() override { owed_.wait(); }

private:
    static http::detail::served_response health(bool get) {
        if (!get)
            return convert({.status = 405, .headers = {{"Allow", "GET"}}});
        return convert({.headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = "ok\n"});
    }

    static http::detail::served_response convert(webhook_response from) {
        return http::detail::make_response(from.status, from.headers, std::move(from.body));
    }

    static webhook_request take(http::detail::served_request from) {
        return {.method = std::string(from.method_string()),
                .headers = http::detail::headers_of(from),
                .body = std::move(from.body())};
    }

    // The dispatcher answers on a thread of its own and may keep copies of the function that it calls, so
    // what belongs to the connection is moved out of them.
    boost::asio::awaitable<webhook_response> ask(webhook_request request) {
        auto const start = [this](auto handler, webhook_request asked) {
            using handler_type = decltype(handler);
            auto const waiting = std::make_shared<std::optional<handler_type>>(std::move(handler));
            owed_.add();
            hook_.handle(std::move(asked), [this, waiting](webhook_response response) {
                resume(std::move(**waiting), std::move(response));
                waiting->reset();
                owed_.remove();
            });
        };
        return boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(webhook_response)>(
            start, boost::asio::use_awaitable, std::move(request));
    }

    template <class Handler>
    static void resume(Handler handler, webhook_response response) {
        auto const executor = boost::asio::get_associated_executor(handler);
        boost::asio::post(executor, [handler = std::move(handler), response = std::move(response)]() mutable {
            std::move(handler)(std::move(response));
        });
    }

    webhook_server_params const& params_;
    webhook hook_;
    pending_responses owed_;
};

inline http::detail::server_params server_params_of(webhook_server_params const& params) {
    return {.address = params.address,
            .port = params.port,
            .threads = params.threads,
            .max_connections = params.max_connections,
            .identity = {.certificate_file = params.certificate_file,
                         .key_file = params.key_file,
                         .certificate_pem = params.certificate_pem,
                         .key_pem = params.key_pem},
            .limits = {.header_bytes = params.max_header_bytes,
                       .body_bytes = params.checks.max_body_bytes,
                       .idle_time = params.idle_timeout,
                       .header_time = params.header_timeout,
                       .body_time = params.body_timeout},
            .drain_time = params.drain_time,
            .stop_on_signals = params.stop_on_signals,
            .log = {}};
}

} // namespace detail

struct webhook_server::impl {
    impl(webhook_server_params wanted, event_dispatcher& on)
        : params(std::move(wanted)), service(on, params), server(detail::server_params_of(params), service) {}

    webhook_server_params params;
    detail::webhook_service service;
    http::detail::server server;
};

FEISHU_DECL webhook_server::webhook_server(webhook_server_params params, event_dispatcher& on)
    : impl_(std::make_unique<impl>(std::move(params), on)) {}
FEISHU_DECL webhook_server::~webhook_server() = default;

FEISHU_DECL void webhook_server::run() { impl_->server.run(); }
FEISHU_DECL void webhook_server::start() { impl_->server.start(); }
FEISHU_DECL void webhook_server::stop() { impl_->server.stop(); }
FEISHU_DECL std::uint16_t webhook_server::port() const { return impl_->server.port(); }

} // namespace feishu
