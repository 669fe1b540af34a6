#pragma once
// The upgrade of an HTTP connection to the WebSocket of a long connection.

#include <boost/asio/awaitable.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/http/impl/byte_stream.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::emulator::detail {

/// Admits or refuses an upgrade request, and serves the WebSocket until it ends. The arguments must outlive
/// that.
FEISHU_DECL boost::asio::awaitable<void> serve_websocket(http::detail::byte_stream& below,
                                                         http::detail::served_request const& req,
                                                         long_connections& all);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/websocket.ipp>
#endif
