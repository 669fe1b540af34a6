#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <boost/beast/http/write.hpp>

#include <feishu/emulator/impl/net/websocket.hpp>
#include <feishu/http/impl/asio.hpp>
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/net/websocket_connection.hpp>
#endif

namespace feishu::emulator::detail {

inline boost::asio::awaitable<void> refuse_upgrade(http::detail::byte_stream& below,
                                                   http::detail::served_request const& req,
                                                   std::vector<http::header> const& headers) {
    auto out = http::detail::make_response(403, headers, {});
    out.version(req.version());
    out.prepare_payload();
    out.keep_alive(false);
    http::detail::erased_stream stream(below);
    co_await boost::beast::http::async_write(stream, out, http::detail::as_tuple);
}

FEISHU_DECL boost::asio::awaitable<void> serve_websocket(http::detail::byte_stream& below,
                                                         http::detail::served_request const& req,
                                                         long_connections& all) {
    auto admission = all.admit({req.target().data(), req.target().size()});
#ifndef FEISHU_WITH_PROTOZERO
    if (admission.refusal.empty())
        admission.refusal = {{"Handshake-Status", "403"},
                             {"Handshake-Msg", "the emulator was compiled without protozero"}};
#endif
    if (!admission.refusal.empty()) {
        co_await refuse_upgrade(below, req, admission.refusal);
        co_return;
    }
#ifdef FEISHU_WITH_PROTOZERO
    auto const connection = std::make_shared<websocket_connection>(below, all, std::move(admission));
    co_await connection->run(req);
#endif
}

} // namespace feishu::emulator::detail
