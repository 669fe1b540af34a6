#pragma once
// What the emulator's server answers, connections aside: requests by the dispatcher, WebSockets by the long
// connections.

#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/impl/dispatch.hpp>
#include <feishu/emulator/impl/websocket.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/impl/server.hpp>

namespace feishu::emulator::detail {

class platform_service final : public http::detail::service {
public:
    platform_service(dispatcher& platform, long_connections& connections)
        : platform_(platform), connections_(connections) {}

    asio::awaitable<http::detail::served_response> respond(http::detail::served_request in) override {
        request const req{.method = std::string(in.method_string()),
                          .target = std::string(in.target()),
                          .headers = http::detail::headers_of(in),
                          .body = std::move(in.body())};
        auto platform = platform_.handle_request(req);
        co_return http::detail::make_response(platform.status, platform.headers, std::move(platform.body));
    }

    std::string rejection_body(error_code failed) override { return failed.message(); }

    bool is_upgrade(http::detail::served_request const& req) override { return beast::websocket::is_upgrade(req); }

    asio::awaitable<void> upgrade(http::detail::byte_stream& connection,
                                  http::detail::served_request const& req) override {
        return serve_websocket(connection, req, connections_);
    }

private:
    dispatcher& platform_;
    long_connections& connections_;
};

inline http::detail::server_params server_params_of(options const& wanted, http::detail::server_identity identity) {
    return {.port = wanted.port,
            .threads = wanted.threads,
            .identity = std::move(identity),
            .limits = {.header_bytes = wanted.max_header_bytes,
                       .body_bytes = wanted.max_body_bytes,
                       .idle_time = wanted.idle_timeout,
                       .header_time = wanted.idle_timeout,
                       .body_time = wanted.idle_timeout},
            .drain_time = wanted.drain_time,
            .log = {}};
}

} // namespace feishu::emulator::detail
