#pragma once
// web_socket: a WebSocket connection to one URL, client side.

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
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// Everything runs on the executor of its connection, one handler at a time.
class web_socket {
public:
    using upgrade_response = boost::beast::websocket::response_type;

    /// `user_agent` is a whole field value, as of endpoint_config.
    FEISHU_DECL web_socket(std::unique_ptr<connection> below, std::size_t max_message,
                           std::string user_agent);

    /// When something was last received from the server, if only a ping of the WebSocket itself. Beast's
    /// control_callback would tell too, but with one a close frame that is read while ours is sent makes both wait
    /// forever (Boost 1.81).
    steady_clock::time_point last_received() const { return below_->stream().last_received(); }

    /// `rejected` is the response of a server that refuses the upgrade.
    FEISHU_DECL asio::awaitable<error_code> handshake(web_socket_url const& url, upgrade_response& rejected);

    /// The next message. Its bytes are valid until the next call.
    FEISHU_DECL asio::awaitable<error_code> read();
    bool binary() const { return stream_.got_binary(); }
    std::string_view message() const {
        return {static_cast<char const*>(incoming_.data().data()), incoming_.size()};
    }

    FEISHU_DECL asio::awaitable<error_code> write(std::string const& bytes);

    /// Sends a close frame; `read` ends when the server's has come.
    FEISHU_DECL asio::awaitable<error_code> close();

    /// Ends the connection without a close frame.
    void abort() { below_->close(); }

    /// Why it ended, in words.
    FEISHU_DECL std::string describe(error_code failed);

private:
    std::unique_ptr<connection> below_;
    boost::beast::websocket::stream<byte_stream&, false> stream_;
    boost::beast::flat_buffer incoming_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/web_socket.ipp>
#endif
