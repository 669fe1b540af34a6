#pragma once
// web_socket: the client side of a WebSocket connection.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/erased_stream.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// Not thread-safe: all functions run on the executor of its connection, one handler at a time.
class web_socket {
public:
    using upgrade_response = boost::beast::websocket::response_type;

    /// `user_agent` is a whole field value, as in endpoint_config.
    FEISHU_DECL web_socket(std::unique_ptr<connection> below, std::size_t max_message,
                           std::string user_agent);

    /// When anything was last received from the server, WebSocket pings included. Beast's control_callback is
    /// not used for this: with one, a close frame that is read while another is being sent makes both
    /// operations wait forever (Boost 1.81).
    steady_clock::time_point last_received() const { return below_->stream().last_received(); }

    /// `rejected` receives the response of a server that refuses the upgrade.
    FEISHU_DECL asio::awaitable<error_code> handshake(web_socket_url const& url, upgrade_response& rejected);

    /// Reads the next message; its bytes are valid until the next call.
    FEISHU_DECL asio::awaitable<error_code> read();
    bool binary() const { return stream_.got_binary(); }
    std::string_view message() const {
        return {static_cast<char const*>(incoming_.data().data()), incoming_.size()};
    }

    FEISHU_DECL asio::awaitable<error_code> write(std::string const& bytes);

    /// Sends a close frame; `read` ends when the server's close frame has been received.
    FEISHU_DECL asio::awaitable<error_code> close();

    /// Ends the connection without a close frame.
    void abort() { below_->close(); }

    /// Describes why the connection ended.
    FEISHU_DECL std::string describe(error_code failed);

private:
    std::unique_ptr<connection> below_;
    boost::beast::websocket::stream<erased_stream, false> stream_;
    boost::beast::flat_buffer incoming_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/web_socket.ipp>
#endif
