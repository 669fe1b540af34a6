#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <feishu/emulator/impl/net/byte_stream.ipp>
#include <feishu/emulator/impl/net/websocket.hpp>
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/net/websocket_connection.ipp>
#endif

namespace feishu::emulator::detail {

// An upgrade that is not let in.
template <class Stream>
asio::awaitable<void> refuse_upgrade(Stream& below, upgrade_request const& req,
                                     std::vector<http::header> const& why) {
    beast::http::response<beast::http::string_body> out(beast::http::status::forbidden, req.version());
    for (auto const& header : why)
        out.set(header.name, header.value);
    out.prepare_payload();
    out.keep_alive(false);
    co_await beast::http::async_write(below, out, asio::as_tuple(asio::use_awaitable));
}

template <class Stream>
asio::awaitable<void> serve_upgrade(Stream& stream, byte_stream below, upgrade_request const& req,
                                    long_connections& all) {
    auto who = all.admit({req.target().data(), req.target().size()});
    if (!who.refusal.empty()) {
        co_await refuse_upgrade(stream, req, who.refusal);
        co_return;
    }
#ifdef FEISHU_WITH_PROTOZERO
    beast::get_lowest_layer(stream).expires_never(); // the WebSocket has timeouts of its own
    auto const connection = std::make_shared<websocket_connection>(below, all, std::move(who));
    co_await connection->run(req);
#else
    who.refusal = {{"Handshake-Status", "403"},
                   {"Handshake-Msg", "the emulator was compiled without protozero"}};
    co_await refuse_upgrade(stream, req, who.refusal);
#endif
}

FEISHU_DECL asio::awaitable<void> serve_websocket(beast::tcp_stream& below, upgrade_request const& req,
                                                  long_connections& all) {
    return serve_upgrade(below, byte_stream(below, nullptr), req, all);
}

FEISHU_DECL asio::awaitable<void> serve_websocket(asio::ssl::stream<beast::tcp_stream&>& below,
                                                  upgrade_request const& req, long_connections& all) {
    return serve_upgrade(below, byte_stream(below.next_layer(), &below), req, all);
}

} // namespace feishu::emulator::detail
