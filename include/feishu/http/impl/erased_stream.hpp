#pragma once
// erased_stream: a byte_stream for code that has many kinds of handlers and buffers, as that of WebSockets.

#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>

#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>

namespace feishu::http::detail {

/// Meets the stream requirements of Beast for completion handlers. Not thread-safe; the byte_stream outlives it.
class erased_stream {
public:
    using executor_type = asio::any_io_executor;

    explicit erased_stream(byte_stream& below) : below_(below) {}

    executor_type get_executor() { return below_.get_executor(); }

    template <class Buffers, class Handler>
    void async_read_some(Buffers const& out, Handler&& handler) {
        asio::mutable_buffer to;
        for (auto one = asio::buffer_sequence_begin(out); one != asio::buffer_sequence_end(out) && to.size() == 0; ++one)
            to = *one;
        below_.read_some(to, stream_handler(std::forward<Handler>(handler), get_executor()));
    }

    template <class Buffers, class Handler>
    void async_write_some(Buffers const& data, Handler&& handler) {
        below_.write_some(written_buffers(data), stream_handler(std::forward<Handler>(handler), get_executor()));
    }

    void close() noexcept { below_.close(); }

private:
    byte_stream& below_;
};

// Beast's customization points for other streams than Asio's.

/// The end of a WebSocket: close frames have been exchanged, so TCP may be closed.
template <class Handler>
void async_teardown(boost::beast::role_type, erased_stream& stream, Handler&& done) {
    stream.close();
    asio::post(stream.get_executor(), [done = std::forward<Handler>(done)]() mutable { done(error_code()); });
}

inline void beast_close_socket(erased_stream& stream) { stream.close(); }

} // namespace feishu::http::detail
