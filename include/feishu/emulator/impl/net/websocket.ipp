#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <feishu/emulator/impl/net/websocket.hpp>
#include <feishu/http/impl/asio.hpp>
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/net/websocket_connection.hpp>
#endif

namespace feishu::emulator::detail {

inline boost::asio::awaitable<void> refuse_upgrade(http::detail::byte_stream& below,
                                                   http::detail::served_request const& req,
                                                   std::vector<http::header> headers) {
    std::string out;
    auto const refusal = http::detail::make_response(403, std::move(headers), {});
    http::detail::append_response(out, refusal, req.version(), false);
    co_await boost::asio::async_write(below, boost::asio::buffer(out), http::detail::as_tuple);
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
        co_await refuse_upgrade(below, req, std::move(admission.refusal));
        co_return;
    }
#ifdef FEISHU_WITH_PROTOZERO
    auto const connection = std::make_shared<websocket_connection>(below, all, std::move(admission));
    co_await connection->run(req);
#endif
}

} // namespace feishu::emulator::detail
