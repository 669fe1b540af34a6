#pragma once

#include <string>
#include <utility>

#include <feishu/event/impl/webhook_service.hpp>
#include <feishu/event/webhook_server.hpp>
#include <feishu/http/impl/server.hpp>

namespace feishu {
namespace detail {

inline http::detail::server_params server_params_of(webhook_server_params const& params,
                                                    event_dispatcher& on) {
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
            .log = [&on](std::string const& line) { on.log(log_level::warning, "webhook server: " + line); }};
}

} // namespace detail

struct webhook_server::impl {
    impl(webhook_server_params wanted, event_dispatcher& dispatcher)
        : params(std::move(wanted)), on(dispatcher),
          service(on, params.checks, params.path, params.health_path, params.threads),
          server(detail::server_params_of(params, on), service) {}

    webhook_server_params params;
    event_dispatcher& on;
    detail::webhook_service service;
    http::detail::server server;
};

FEISHU_DECL webhook_server::webhook_server(webhook_server_params params, event_dispatcher& on)
    : impl_(std::make_unique<impl>(std::move(params), on)) {}
FEISHU_DECL webhook_server::~webhook_server() = default;

FEISHU_DECL void webhook_server::run() {
    impl_->on.start();
    impl_->server.run();
}
FEISHU_DECL void webhook_server::start() {
    impl_->on.start();
    impl_->server.start();
}
FEISHU_DECL void webhook_server::stop() { impl_->server.stop(); }
FEISHU_DECL std::uint16_t webhook_server::port() const { return impl_->server.port(); }

} // namespace feishu
