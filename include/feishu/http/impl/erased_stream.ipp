#pragma once

#include <utility>

#include <feishu/http/impl/erased_stream.hpp>

namespace feishu::http::detail {

FEISHU_DECL void erased_stream::read_some(asio::mutable_buffer out, stream_handler handler) {
    below_.async_read_some(out, std::move(handler));
}

FEISHU_DECL void erased_stream::write_some(written_buffers const& data, stream_handler handler) {
    below_.async_write_some(data, std::move(handler));
}

} // namespace feishu::http::detail
