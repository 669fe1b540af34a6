#pragma once
// The WebSocket behind a long connection, on the emulator server's own connections. Only the server uses it.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>

namespace feishu::emulator::detail {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using upgrade_request = beast::http::request<beast::http::string_body>;

/// Serves a connection whose client asked for an upgrade, until it ends; `below` and `all` outlive that.
FEISHU_DECL asio::awaitable<void> serve_websocket(beast::tcp_stream& below, upgrade_request const& req,
                                                  long_connections& all);
FEISHU_DECL asio::awaitable<void> serve_websocket(asio::ssl::stream<beast::tcp_stream&>& below,
                                                  upgrade_request const& req, long_connections& all);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/websocket.ipp>
#endif
