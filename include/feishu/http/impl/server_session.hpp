#pragma once
// One connection of an HTTP server: reads requests, passes them to a service, writes the responses. Limits on
// size and time apply to each request as a whole, so that a slow peer cannot hold a connection.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>
#include <feishu/http/impl/service.hpp>
#include <feishu/http/impl/session_timer.hpp>

namespace feishu::http::detail {

/// Limits of a connection.
struct session_limits {
    std::uint32_t header_bytes = 16u << 10;       ///< a longer header is rejected with 431
    std::uint64_t body_bytes = 4u << 20;          ///< a longer body is rejected with 413
    std::chrono::milliseconds idle_time{60'000};  ///< how long an idle connection is kept
    std::chrono::milliseconds header_time{5'000}; ///< for a header; also for the TLS handshake
    std::chrono::milliseconds body_time{10'000};  ///< for reading the body, and for writing the response
};

class server_session;

/// The open connections of a server, which it outlives. Thread-safe.
class session_list {
public:
    FEISHU_DECL void add(server_session* one);
    FEISHU_DECL void remove(server_session* one);
    FEISHU_DECL std::size_t size() const;
    bool stopping() const { return stopping_; }
    /// Closes idle connections now, the others after their response.
    FEISHU_DECL void shutdown();
    /// Waits until all have ended; false if some have not.
    FEISHU_DECL bool wait(std::chrono::milliseconds at_most);

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::unordered_set<server_session*> sessions_;
    std::atomic<bool> stopping_ = false;
};

/// State that all connections of a server share; it outlives them.
struct session_environment {
    http::detail::service& service;
    session_limits limits{};
    asio::ssl::context* tls = nullptr; ///< null without TLS
    session_list list{};
    std::function<void(std::string const&)> log{}; ///< must not throw
};

/// One connection of a server.
class server_session : public std::enable_shared_from_this<server_session> {
public:
    /// Runs on the socket's executor, a strand.
    FEISHU_DECL server_session(tcp::socket socket, session_environment& shared);
    FEISHU_DECL ~server_session();
    server_session(server_session const&) = delete;
    server_session& operator=(server_session const&) = delete;

    /// Serves until the connection ends. Called once.
    FEISHU_DECL asio::awaitable<void> run();

    /// Closes the connection if it is idle; on any thread.
    FEISHU_DECL void shutdown();

    /// For the timer: makes pending operations fail.
    void interrupt() { stream_.close(); }

private:
    using parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    FEISHU_DECL asio::awaitable<void> serve();
    FEISHU_DECL asio::awaitable<error_code> read(parser& incoming);
    FEISHU_DECL error_code parse(parser& incoming);
    FEISHU_DECL asio::awaitable<error_code> wait_for_request();
    FEISHU_DECL asio::awaitable<error_code> receive(std::size_t at_most);
    FEISHU_DECL asio::awaitable<error_code> send(std::string_view bytes);
    FEISHU_DECL asio::awaitable<error_code> send_continue(served_request const& request);
    FEISHU_DECL asio::awaitable<bool> reply(served_request request);
    FEISHU_DECL asio::awaitable<served_response> respond(served_request request);
    FEISHU_DECL asio::awaitable<bool> use_of_connection(connection_use after);
    FEISHU_DECL asio::awaitable<void> reject(error_code failed);
    FEISHU_DECL asio::awaitable<void> drain_input();
    FEISHU_DECL asio::awaitable<void> ignore_input();
    FEISHU_DECL void finish_sending();
    FEISHU_DECL void report(std::string const& line) const;

    session_environment& shared_;
    byte_stream stream_;
    session_timer timer_;
    boost::beast::flat_buffer buffer_; ///< received and not parsed yet
    std::string outgoing_;             ///< the response, as sent
    bool idle_ = true;                 ///< between requests, when closing loses nothing
    bool aborted_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/server_session.ipp>
#endif
