#pragma once
// One connection of the emulator's server: reads requests, has them answered, writes the answers, until the client
// asks for a WebSocket.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <feishu/emulator/dispatch.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/emulator/websocket.hpp>

namespace feishu::emulator::detail {

using asio::ip::tcp;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

class session;

// The connections that are open. It outlives them.
class session_list {
public:
    void add(session* one) {
        std::lock_guard const lock(mutex_);
        sessions_.push_back(one);
    }
    void remove(session* one) {
        std::lock_guard const lock(mutex_);
        std::erase(sessions_, one);
        changed_.notify_all();
    }
    bool stopping() const { return stopping_; }
    // Idle connections are closed, the others close after their answer; waits until they have.
    inline void stop(std::chrono::milliseconds at_most);

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<session*> sessions_;
    std::atomic<bool> stopping_ = false;
};

class session : public std::enable_shared_from_this<session> {
public:
    session(tcp::socket socket, asio::ssl::context* tls, dispatcher& platform, long_connections& connections,
            options const& limits, session_list& list)
        : tls_(tls), plain_(std::move(socket)), platform_(platform), connections_(connections), limits_(limits),
          list_(list) {
        list_.add(this);
    }
    session(session const&) = delete;
    session& operator=(session const&) = delete;
    ~session() { list_.remove(this); }

    asio::awaitable<void> run() {
        if (tls_ == nullptr) {
            co_await converse(plain_);
            co_return;
        }
        asio::ssl::stream<beast::tcp_stream&> secure(plain_, *tls_);
        plain_.expires_after(limits_.idle_timeout);
        auto const [failed] = co_await secure.async_handshake(asio::ssl::stream_base::server, as_result);
        if (failed)
            co_return;
        co_await converse(secure);
        if (!aborted_) {
            plain_.expires_after(std::chrono::seconds(1));
            co_await secure.async_shutdown(as_result);
        }
    }

    // On any thread; the list's lock keeps the object there, though its life may be over.
    void wind_down() {
        asio::post(plain_.get_executor(), [self = weak_from_this()] {
            if (auto const alive = self.lock(); alive && alive->idle_) {
                alive->aborted_ = true;
                alive->plain_.cancel();
            }
        });
    }

private:
    using parser = beast::http::request_parser<beast::http::string_body>;
    using answer = beast::http::response<beast::http::string_body>;

    template <class Stream>
    asio::awaitable<void> converse(Stream& stream) {
        beast::flat_buffer buffer;
        while (!list_.stopping()) {
            parser incoming;
            incoming.header_limit(limits_.max_header_bytes);
            incoming.body_limit(limits_.max_body_bytes);
            auto failed = co_await read(stream, buffer, incoming);
            if (failed) {
                co_await refuse_bytes(stream, buffer, failed);
                break;
            }
            if (beast::websocket::is_upgrade(incoming.get()))
                co_return co_await serve_websocket(stream, incoming.get(), connections_);
            auto out = make_answer(incoming.get());
            bool const more = out.keep_alive();
            plain_.expires_after(limits_.idle_timeout);
            auto const [broken, n] = co_await beast::http::async_write(stream, out, as_result);
            if (broken || !more)
                break;
        }
        error_code ignored;
        if (tls_ == nullptr)
            plain_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    template <class Stream>
    asio::awaitable<error_code> read(Stream& stream, beast::flat_buffer& buffer, parser& incoming) {
        plain_.expires_after(limits_.idle_timeout);
        idle_ = true;
        if (list_.stopping())
            co_return asio::error::make_error_code(asio::error::operation_aborted);
        auto const [head_failed, head] =
            co_await beast::http::async_read_header(stream, buffer, incoming, as_result);
        idle_ = false;
        if (head_failed || aborted_)
            co_return head_failed ? head_failed
                                  : asio::error::make_error_code(asio::error::operation_aborted);
        if (beast::iequals(incoming.get()[beast::http::field::expect], "100-continue")) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            auto const [failed, n] =
                co_await asio::async_write(stream, asio::buffer(go_on.data(), go_on.size()), as_result);
            if (failed)
                co_return failed;
        }
        auto const [body_failed, body] =
            co_await beast::http::async_read(stream, buffer, incoming, as_result);
        co_return body_failed;
    }

    answer make_answer(beast::http::request<beast::http::string_body>& in) {
        request req;
        req.method = std::string(in.method_string());
        req.target = std::string(in.target());
        for (auto const& field : in)
            req.headers.push_back({std::string(field.name_string()), std::string(field.value())});
        req.body = std::move(in.body());
        auto const platform = platform_.handle_request(req);
        answer out;
        out.version(in.version());
        out.result(static_cast<unsigned>(platform.status));
        for (auto const& header : platform.headers)
            out.set(header.name, header.value);
        // HEAD is not served; without a body the connection's bytes stay in step.
        bool const head = in.method() == beast::http::verb::head;
        out.body() = head ? std::string() : platform.body;
        out.prepare_payload();
        out.keep_alive(in.keep_alive() && !head && !list_.stopping());
        return out;
    }

    // Bytes that are no request: one answer that says so, and the end.
    template <class Stream>
    asio::awaitable<void> refuse_bytes(Stream& stream, beast::flat_buffer& buffer, error_code failed) {
        namespace bh = beast::http;
        if (failed.category() != bh::make_error_code(bh::error::bad_method).category() ||
            failed == bh::error::end_of_stream || failed == bh::error::partial_message)
            co_return;
        answer out;
        out.version(11);
        out.result(failed == bh::error::body_limit     ? bh::status::payload_too_large
                   : failed == bh::error::header_limit ? bh::status::request_header_fields_too_large
                                                       : bh::status::bad_request);
        out.set(bh::field::content_type, "text/plain; charset=utf-8");
        out.body() = failed.message();
        out.prepare_payload();
        out.keep_alive(false);
        plain_.expires_after(std::chrono::seconds(2));
        auto const [broken, n] = co_await bh::async_write(stream, out, as_result);
        if (!broken)
            co_await swallow(stream, buffer);
    }

    // Closing on unread bytes resets the connection, and the peer may never see the answer.
    template <class Stream>
    asio::awaitable<void> swallow(Stream& stream, beast::flat_buffer& buffer) {
        error_code ignored;
        if (tls_ == nullptr)
            plain_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        idle_ = true;
        while (!list_.stopping()) {
            buffer.clear();
            auto const [failed, n] = co_await stream.async_read_some(buffer.prepare(16384), as_result);
            if (failed)
                co_return;
        }
    }

    asio::ssl::context* tls_;
    beast::tcp_stream plain_;
    dispatcher& platform_;
    long_connections& connections_;
    options const& limits_;
    session_list& list_;
    bool idle_ = true; // between requests: nothing is lost when it is closed
    bool aborted_ = false;
};

inline void session_list::stop(std::chrono::milliseconds at_most) {
    stopping_ = true;
    std::unique_lock lock(mutex_);
    for (auto* one : sessions_)
        one->wind_down();
    changed_.wait_for(lock, at_most, [this] { return sessions_.empty(); });
}

} // namespace feishu::emulator::detail
