#pragma once
// The server side of a long connection: reads and writes frames, and times out pushes. Needs protozero.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/push/push_connection.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>
#include <feishu/http/impl/erased_stream.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::emulator::detail {

/// Thread safety: push, abort and close may be called on any thread; everything runs on the stream's
/// executor, a strand.
class websocket_connection final : public open_connection,
                                   public std::enable_shared_from_this<websocket_connection> {
public:
    FEISHU_DECL websocket_connection(http::detail::byte_stream& below, long_connections& all,
                                     long_connections::admission admission);

    /// Accepts the handshake and serves the connection until it ends.
    FEISHU_DECL boost::asio::awaitable<void> run(http::detail::served_request const& req);

    FEISHU_DECL void push(std::string type, std::string message_id, std::string document,
                          push_done done) override;
    FEISHU_DECL void abort() override;
    FEISHU_DECL void close() override;

private:
    struct pending_push {
        push_done done{};
        boost::asio::steady_timer deadline;
    };

    FEISHU_DECL void start_push(std::string const& type, std::string id, std::string document,
                                push_done done);
    FEISHU_DECL boost::asio::awaitable<void> read_frames();
    FEISHU_DECL bool on_frame(std::string_view bytes);
    FEISHU_DECL void finish(std::string const& id, push_outcome outcome);
    FEISHU_DECL void write_next();
    FEISHU_DECL void on_written(bool was_last);

    boost::beast::websocket::stream<http::detail::erased_stream, false> ws_; // without compression
    long_connections& all_;
    long_connections::admission admission_;
    push_connection machine_;
    std::map<std::string, pending_push> pending_; // by message_id
    std::deque<std::string> out_;
    boost::asio::steady_timer written_; // canceled after each write
    bool writing_ = false;
    bool closing_ = false;
    bool ended_ = false;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/websocket_connection.ipp>
#endif
