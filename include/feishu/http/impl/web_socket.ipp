#pragma once

#include <utility>

#include <boost/asio/buffer.hpp>

#include <feishu/http/impl/web_socket.hpp>

namespace feishu::http::detail {

FEISHU_DECL web_socket::web_socket(std::unique_ptr<connection> below, std::size_t max_message,
                                   std::string user_agent)
    : below_(std::move(below)), stream_(below_->stream()) {
    namespace websocket = boost::beast::websocket;
    stream_.read_message_max(max_message);
    stream_.binary(true);
    stream_.set_option(
        websocket::stream_base::decorator([agent = std::move(user_agent)](websocket::request_type& req) {
            req.set(boost::beast::http::field::user_agent, agent);
        }));
}

FEISHU_DECL asio::awaitable<error_code> web_socket::handshake(web_socket_url const& url,
                                                              upgrade_response& rejected) {
    auto [failed] =
        co_await stream_.async_handshake(rejected, url.server.host_header(), url.target, as_tuple);
    co_return failed;
}

FEISHU_DECL asio::awaitable<error_code> web_socket::read() {
    incoming_.clear();
    auto [failed, bytes] = co_await stream_.async_read(incoming_, as_tuple);
    co_return failed;
}

FEISHU_DECL asio::awaitable<error_code> web_socket::write(std::string const& bytes) {
    auto [failed, written] = co_await stream_.async_write(asio::buffer(bytes), as_tuple);
    co_return failed;
}

FEISHU_DECL asio::awaitable<error_code> web_socket::close() {
    auto [failed] = co_await stream_.async_close(boost::beast::websocket::close_code::normal, as_tuple);
    co_return failed;
}

FEISHU_DECL std::string web_socket::describe(error_code failed) {
    if (failed != boost::beast::websocket::error::closed)
        return describe_error(failed);
    auto const& close_frame = stream_.reason();
    auto text = "closed by the server with code " + std::to_string(close_frame.code);
    if (!close_frame.reason.empty())
        text.append(": ").append(close_frame.reason.data(), close_frame.reason.size());
    return text;
}

} // namespace feishu::http::detail
