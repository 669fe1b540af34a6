#pragma once
// What the emulator's server answers, connections aside: requests by the dispatcher, WebSockets by the long
// connections.

#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/net/websocket.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/impl/server_session.ipp>

namespace feishu::emulator::detail {

class platform_service {
public:
    platform_service(dispatcher& platform, long_connections& connections)
        : platform_(platform), connections_(connections) {}

    asio::awaitable<http::detail::served_response> answer(http::detail::served_request in) {
        request const req{.method = std::string(in.method_string()),
                          .target = std::string(in.target()),
                          .headers = http::detail::headers_of(in),
                          .body = std::move(in.body())};
        auto platform = platform_.handle_request(req);
        co_return http::detail::make_response(platform.status, platform.headers, std::move(platform.body));
    }

    static std::string refusal(error_code failed) { return failed.message(); }

    template <class Stream>
    asio::awaitable<bool> take_over(Stream& stream, http::detail::served_request const& req) {
        if (!beast::websocket::is_upgrade(req))
            co_return false;
        co_await serve_websocket(stream, req, connections_);
        co_return true;
    }

private:
    dispatcher& platform_;
    long_connections& connections_;
};

inline http::detail::session_limits limits_of(options const& wanted) {
    return {.header_bytes = wanted.max_header_bytes,
            .body_bytes = wanted.max_body_bytes,
            .idle_time = wanted.idle_timeout,
            .header_time = wanted.idle_timeout,
            .body_time = wanted.idle_timeout};
}

} // namespace feishu::emulator::detail
