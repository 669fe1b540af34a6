#pragma once

#include <cstddef>
#include <utility>

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>

#include <feishu/emulator/impl/net/websocket.hpp>

namespace feishu::emulator::detail {

// The connection below a WebSocket, plain or TLS: one type for both, so that Beast's templates are compiled once.
class byte_stream {
public:
    using executor_type = asio::any_io_executor;

    byte_stream(beast::tcp_stream& plain, asio::ssl::stream<beast::tcp_stream&>* tls)
        : plain_(plain), tls_(tls) {}

    executor_type get_executor() { return plain_.get_executor(); }
    void close() { plain_.close(); }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& buffers, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, asio::mutable_buffer into) { read(into, std::move(handler)); }, token,
            first<asio::mutable_buffer>(buffers));
    }
    template <class Buffers, class Token>
    auto async_write_some(Buffers const& buffers, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, asio::const_buffer from) { write(from, std::move(handler)); }, token,
            first<asio::const_buffer>(buffers));
    }

private:
    using handler = asio::any_completion_handler<void(error_code, std::size_t)>;

    // Reading or writing some bytes may stop at the end of any buffer.
    template <class Buffer, class Buffers>
    static Buffer first(Buffers const& buffers) {
        auto const end = asio::buffer_sequence_end(buffers);
        for (auto at = asio::buffer_sequence_begin(buffers); at != end; ++at)
            if (Buffer const one(*at); one.size() > 0)
                return one;
        return {};
    }
    void read(asio::mutable_buffer into, handler done) {
        auto here = asio::bind_executor(get_executor(), std::move(done));
        if (tls_ != nullptr)
            tls_->async_read_some(into, std::move(here));
        else
            plain_.async_read_some(into, std::move(here));
    }
    void write(asio::const_buffer from, handler done) {
        auto here = asio::bind_executor(get_executor(), std::move(done));
        if (tls_ != nullptr)
            tls_->async_write_some(from, std::move(here));
        else
            plain_.async_write_some(from, std::move(here));
    }

    beast::tcp_stream& plain_;
    asio::ssl::stream<beast::tcp_stream&>* tls_;
};

// What Beast wants to know of a stream that is none of Asio's own. After the goodbyes the session ends the connection.
template <class Handler>
void async_teardown(beast::role_type, byte_stream& stream, Handler&& done) {
    asio::post(stream.get_executor(), [done = std::forward<Handler>(done)]() mutable { done(error_code()); });
}
inline void beast_close_socket(byte_stream& stream) { stream.close(); }

} // namespace feishu::emulator::detail
