#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <feishu/core/version.hpp>
#include <feishu/http/impl/connection.ipp>
#include <feishu/http/impl/connector.ipp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

// What Beast wants to know of a stream that is none of Asio's own.

/// The end of a WebSocket: both sides have said goodbye, so the TCP connection may go as it is.
template <class Handler>
void async_teardown(boost::beast::role_type, connection& stream, Handler&& done) {
    stream.close();
    asio::post(stream.get_executor(), [done = std::forward<Handler>(done)]() mutable { done(error_code()); });
}

inline void beast_close_socket(connection& stream) { stream.close(); }

/// A WebSocket to one URL, client side. Everything runs on the executor of its connection, one handler at a time.
class web_socket {
public:
    using upgrade_answer = boost::beast::websocket::response_type;

    web_socket(std::unique_ptr<connection> below, std::size_t max_message)
        : below_(std::move(below)), stream_(*below_) {
        namespace websocket = boost::beast::websocket;
        stream_.read_message_max(max_message);
        stream_.binary(true);
        stream_.set_option(websocket::stream_base::decorator([](websocket::request_type& req) {
            req.set(boost::beast::http::field::user_agent, "feishu-cpp/" FEISHU_VERSION);
        }));
    }

    /// When something last came from the server, if only a ping of the WebSocket itself. Beast's control_callback would
    /// tell too, but with one a goodbye that is read while ours is sent makes both wait forever (Boost 1.81).
    clock::time_point heard() const { return below_->reading_since; }

    /// `refused` is the answer of a server that does not want to.
    asio::awaitable<error_code> handshake(web_socket_url const& url, upgrade_answer& refused) {
        auto [failed] =
            co_await stream_.async_handshake(refused, url.server.host_header(), url.target, as_result);
        co_return failed;
    }

    /// The next message. The bytes are good until the next call.
    asio::awaitable<error_code> read() {
        incoming_.clear();
        auto [failed, bytes] = co_await stream_.async_read(incoming_, as_result);
        co_return failed;
    }
    bool binary() const { return stream_.got_binary(); }
    std::string_view message() const {
        return {static_cast<char const*>(incoming_.data().data()), incoming_.size()};
    }

    asio::awaitable<error_code> write(std::string const& bytes) {
        auto [failed, written] = co_await stream_.async_write(asio::buffer(bytes), as_result);
        co_return failed;
    }

    /// Says goodbye; `read` ends when the other side has too.
    asio::awaitable<error_code> say_goodbye() {
        auto [failed] = co_await stream_.async_close(boost::beast::websocket::close_code::normal, as_result);
        co_return failed;
    }

    /// Ends it without a word.
    void drop() { below_->close(); }

    /// Why it ended, in words.
    std::string why(error_code failed) {
        if (failed != boost::beast::websocket::error::closed)
            return why_lost(failed, below_.get());
        auto const& goodbye = stream_.reason();
        auto text = "closed by the server with code " + std::to_string(goodbye.code);
        if (!goodbye.reason.empty())
            text.append(": ").append(goodbye.reason.data(), goodbye.reason.size());
        return text;
    }

private:
    std::unique_ptr<connection> below_;
    boost::beast::websocket::stream<connection&, false> stream_;
    boost::beast::flat_buffer incoming_;
};

} // namespace feishu::http::detail
