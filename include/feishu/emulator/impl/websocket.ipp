#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <feishu/emulator/impl/websocket.hpp>
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/websocket_connection.ipp>
#endif

namespace feishu::emulator::detail {

// An upgrade that is not let in.
inline asio::awaitable<void> refuse_upgrade(http::detail::byte_stream& below, upgrade_request const& req,
                                            std::vector<http::header> const& why) {
    beast::http::response<beast::http::string_body> out(beast::http::status::forbidden, req.version());
    for (auto const& header : why)
        out.set(header.name, header.value);
    out.prepare_payload();
    out.keep_alive(false);
    co_await beast::http::async_write(below, out, asio::as_tuple(asio::use_awaitable));
}

FEISHU_DECL asio::awaitable<void> serve_websocket(http::detail::byte_stream& below, upgrade_request const& req,
                                                  long_connections& all) {
    auto who = all.admit({req.target().data(), req.target().size()});
    if (!who.refusal.empty()) {
        co_await refuse_upgrade(below, req, who.refusal);
        co_return;
    }
#ifdef FEISHU_WITH_PROTOZERO
    auto const connection = std::make_shared<websocket_connection>(below, all, std::move(who));
    co_await connection->run(req);
#else
    who.refusal = {{"Handshake-Status", "403"},
                   {"Handshake-Msg", "the emulator was compiled without protozero"}};
    co_await refuse_upgrade(below, req, who.refusal);
#endif
}

} // namespace feishu::emulator::detail
