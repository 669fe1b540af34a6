#pragma once

#include <optional>
#include <utility>

#include <boost/beast/websocket/rfc6455.hpp>

#include <feishu/emulator/impl/faults/faulty_response.hpp>
#include <feishu/emulator/impl/net/faulty_sender.hpp>
#include <feishu/emulator/impl/net/platform_service.hpp>
#include <feishu/emulator/impl/net/websocket.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL boost::asio::awaitable<http::detail::served_response>
platform_service::respond(http::detail::served_request in) {
    request const req{.method = std::string(in.method_string()),
                      .target = std::string(in.target()),
                      .headers = http::detail::headers_of(in),
                      .body = std::move(in.body())};
    bool const controls = req.target == "/" || req.target.starts_with("/_emulator/"); // what removes faults works
    if (auto const injected = controls ? std::nullopt : faults_.next(req.method, req.target))
        co_return served_with_fault(respond_with_fault(*injected, platform_, tenant_, req));
    auto out = platform_.handle_request(req);
    co_return http::detail::make_response(out.status, std::move(out.headers), std::move(out.body));
}

FEISHU_DECL std::string platform_service::rejection_body(boost::system::error_code failed) {
    return failed.message();
}

FEISHU_DECL bool platform_service::is_upgrade(http::detail::served_request const& req) {
    return boost::beast::websocket::is_upgrade(req);
}

FEISHU_DECL boost::asio::awaitable<void> platform_service::upgrade(http::detail::byte_stream& connection,
                                                                   http::detail::served_request const& req) {
    return serve_websocket(connection, req, connections_);
}

FEISHU_DECL boost::asio::ssl::context& platform_service::tls_for_connection(boost::asio::ssl::context& usual) {
    auto const injected = tls_ != nullptr ? faults_.next_connection() : std::nullopt;
    return injected ? tls_->context_for(*injected) : usual;
}

} // namespace feishu::emulator::detail
