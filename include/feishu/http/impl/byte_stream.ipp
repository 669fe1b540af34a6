#pragma once

#include <utility>

#include <feishu/http/impl/byte_stream.hpp>

namespace feishu::http::detail {

FEISHU_DECL void byte_stream::read_some(asio::mutable_buffer out, stream_handler handler) {
    last_received_ = steady_clock::now();
    if (tls_)
        tls_->async_read_some(asio::buffer(out), std::move(handler));
    else
        socket_.async_read_some(asio::buffer(out), std::move(handler));
}

FEISHU_DECL void byte_stream::write_some(written_buffers const& data, stream_handler handler) {
    if (tls_)
        tls_->async_write_some(data, std::move(handler));
    else
        socket_.async_write_some(data, std::move(handler));
}

FEISHU_DECL void byte_stream::handshake(asio::ssl::stream_base::handshake_type as, stream_handler handler) {
    tls_->async_handshake(as, std::move(handler));
}

FEISHU_DECL void byte_stream::shutdown(stream_handler handler) { tls_->async_shutdown(std::move(handler)); }

} // namespace feishu::http::detail
