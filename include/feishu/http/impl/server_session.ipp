#pragma once
// One connection of an HTTP server: reads requests, has a service answer them, writes the answers. Limits on
// size and time hold for each request as a whole, so that a peer that sends a byte a second is not waited
// for.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
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

#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// What a connection may use.
struct session_limits {
    std::uint32_t header_bytes = 16u << 10;       ///< longer headers are 431
    std::uint64_t body_bytes = 4u << 20;          ///< a longer body is 413
    std::chrono::milliseconds idle_time{60'000};  ///< without a request
    std::chrono::milliseconds header_time{5'000}; ///< from the first byte on; and for the TLS handshake
    std::chrono::milliseconds body_time{10'000};  ///< for the body, and for writing the answer
};

using served_request = boost::beast::http::request<boost::beast::http::string_body>;
using served_response = boost::beast::http::response<boost::beast::http::string_body>;

inline std::vector<header> headers_of(served_request const& request) {
    std::vector<header> out;
    for (auto const& field : request)
        out.push_back({std::string(field.name_string()), std::string(field.value())});
    return out;
}

inline served_response make_response(int status, std::vector<header> const& headers, std::string body) {
    served_response out;
    out.result(static_cast<unsigned>(status));
    for (auto const& header : headers)
        out.set(header.name, header.value);
    out.body() = std::move(body);
    return out;
}

inline constexpr auto no_throw = boost::asio::as_tuple(boost::asio::use_awaitable);

/// A connection as the list knows it.
class listed_session {
public:
    listed_session() = default;
    listed_session(listed_session const&) = delete;
    listed_session& operator=(listed_session const&) = delete;
    virtual ~listed_session() = default;
    /// Ends it when it is between requests; on any thread.
    virtual void wind_down() = 0;
};

/// The connections that are open. It outlives them.
class session_list {
public:
    void add(listed_session* one) {
        std::lock_guard const lock(mutex_);
        sessions_.push_back(one);
    }
    void remove(listed_session* one) {
        std::lock_guard const lock(mutex_);
        std::erase(sessions_, one);
        changed_.notify_all();
    }
    std::size_t size() const {
        std::lock_guard const lock(mutex_);
        return sessions_.size();
    }
    bool stopping() const { return stopping_; }
    /// Closes idle connections now, and the others after their answer.
    void wind_down() {
        stopping_ = true;
        std::lock_guard const lock(mutex_);
        for (auto* const one : sessions_)
            one->wind_down();
    }
    /// Waits until all have ended; false when some have not.
    bool wait(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, at_most, [this] { return sessions_.empty(); });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<listed_session*> sessions_;
    std::atomic<bool> stopping_ = false;
};

/// `Service` outlives its sessions and has
///     asio::awaitable<served_response> answer(served_request);             // any body, any thread afterwards
///     std::string refusal(error_code);                                     // the body for bytes that are no request
///     asio::awaitable<bool> take_over(Stream&, served_request const&);     // may be missing; true: it used the
///                                                                          // connection up (a WebSocket)
template <class Service>
class server_session : public listed_session, public std::enable_shared_from_this<server_session<Service>> {
    template <class T>
    using awaitable = boost::asio::awaitable<T>;
    using error_code = boost::system::error_code;
    using tcp = boost::asio::ip::tcp;
    using tls_context = boost::asio::ssl::context;
    using parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using buffer_type = boost::beast::flat_buffer;

public:
    /// Without TLS `tls` is null.
    server_session(tcp::socket socket, tls_context* tls, Service& service, session_limits const& limits,
                   session_list& list)
        : tls_(tls), plain_(std::move(socket)), service_(service), limits_(limits), list_(list) {
        list_.add(this);
    }
    ~server_session() override { list_.remove(this); }

    awaitable<void> run() {
        if (tls_ == nullptr) {
            co_await converse(plain_);
            co_return;
        }
        boost::asio::ssl::stream<boost::beast::tcp_stream&> secure(plain_, *tls_);
        plain_.expires_after(limits_.header_time);
        auto const [failed] =
            co_await secure.async_handshake(boost::asio::ssl::stream_base::server, no_throw);
        if (failed)
            co_return;
        co_await converse(secure);
        if (!aborted_) {
            plain_.expires_after(std::chrono::seconds(1));
            co_await secure.async_shutdown(no_throw);
        }
    }

    // The list's lock keeps the object there, though its life may be over.
    void wind_down() override {
        boost::asio::post(plain_.get_executor(), [self = this->weak_from_this()] {
            if (auto const alive = self.lock(); alive && alive->idle_) {
                alive->aborted_ = true;
                alive->plain_.cancel();
            }
        });
    }

private:
    template <class Stream>
    awaitable<void> converse(Stream& stream) {
        buffer_type buffer;
        while (!list_.stopping()) {
            parser incoming;
            incoming.header_limit(limits_.header_bytes);
            incoming.body_limit(limits_.body_bytes);
            auto const failed = co_await read(stream, buffer, incoming);
            if (failed) {
                co_await refuse(stream, buffer, failed);
                break;
            }
            plain_.expires_never(); // the service keeps its own time
            if constexpr (requires { service_.take_over(stream, incoming.get()); }) {
                if (co_await service_.take_over(stream, incoming.get()))
                    co_return;
            }
            if (!co_await reply(stream, incoming.release()))
                break;
        }
        finish_sending();
    }

    // True when the connection can be used again.
    template <class Stream>
    awaitable<bool> reply(Stream& stream, served_request request) {
        bool const head = request.method() == boost::beast::http::verb::head;
        bool const again = request.keep_alive() && !head;
        auto const version = request.version();
        auto out = co_await service_.answer(std::move(request));
        if (head)
            out.body().clear(); // and the connection ends, so that its bytes stay in step
        out.version(version);
        out.prepare_payload();
        out.keep_alive(again && !list_.stopping());
        plain_.expires_after(limits_.body_time);
        auto const [failed, n] = co_await boost::beast::http::async_write(stream, out, no_throw);
        co_return !failed && out.keep_alive();
    }

    template <class Stream>
    awaitable<error_code> read(Stream& stream, buffer_type& buffer, parser& incoming) {
        auto failed = co_await wait_for_request(stream, buffer);
        if (failed)
            co_return failed;
        plain_.expires_after(limits_.header_time);
        auto const [no_head, head] =
            co_await boost::beast::http::async_read_header(stream, buffer, incoming, no_throw);
        if (no_head)
            co_return no_head;
        plain_.expires_after(limits_.body_time);
        if (boost::beast::iequals(incoming.get()[boost::beast::http::field::expect], "100-continue"))
            failed = co_await go_on(stream);
        if (failed)
            co_return failed;
        auto const [no_body, body] =
            co_await boost::beast::http::async_read(stream, buffer, incoming, no_throw);
        co_return no_body;
    }

    // Until the first byte of a request is there; only here nothing is lost by closing.
    template <class Stream>
    awaitable<error_code> wait_for_request(Stream& stream, buffer_type& buffer) {
        if (buffer.size() != 0)
            co_return error_code();
        if (list_.stopping())
            co_return boost::asio::error::make_error_code(boost::asio::error::operation_aborted);
        plain_.expires_after(limits_.idle_time);
        idle_ = true;
        auto const [failed, n] = co_await stream.async_read_some(buffer.prepare(4096), no_throw);
        idle_ = false;
        buffer.commit(n);
        co_return aborted_ ? boost::asio::error::make_error_code(boost::asio::error::operation_aborted)
                           : failed;
    }

    template <class Stream>
    static awaitable<error_code> go_on(Stream& stream) {
        constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
        auto const [failed, n] = co_await boost::asio::async_write(
            stream, boost::asio::buffer(text.data(), text.size()), no_throw);
        co_return failed;
    }

    // Bytes that are no request: one answer that says so, and the end.
    template <class Stream>
    awaitable<void> refuse(Stream& stream, buffer_type& buffer, error_code failed) {
        namespace bh = boost::beast::http;
        if (failed.category() != bh::make_error_code(bh::error::bad_method).category() ||
            failed == bh::error::end_of_stream || failed == bh::error::partial_message)
            co_return;
        served_response out;
        out.version(11);
        out.result(failed == bh::error::body_limit     ? bh::status::payload_too_large
                   : failed == bh::error::header_limit ? bh::status::request_header_fields_too_large
                                                       : bh::status::bad_request);
        out.body() = service_.refusal(failed);
        if (!out.body().empty())
            out.set(bh::field::content_type, "text/plain; charset=utf-8");
        out.prepare_payload();
        out.keep_alive(false);
        plain_.expires_after(std::chrono::seconds(2));
        auto const [broken, n] = co_await bh::async_write(stream, out, no_throw);
        if (!broken)
            co_await swallow(stream, buffer);
    }

    // Closing on unread bytes resets the connection, and the peer may never see the answer.
    template <class Stream>
    awaitable<void> swallow(Stream& stream, buffer_type& buffer) {
        finish_sending();
        idle_ = true;
        while (!list_.stopping()) {
            buffer.clear();
            auto const [failed, n] = co_await stream.async_read_some(buffer.prepare(16384), no_throw);
            if (failed)
                co_return;
        }
    }

    void finish_sending() {
        error_code ignored;
        if (tls_ == nullptr)
            plain_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    tls_context* tls_;
    boost::beast::tcp_stream plain_;
    Service& service_;
    session_limits const& limits_;
    session_list& list_;
    bool idle_ = true; // between requests: nothing is lost when it is closed
    bool aborted_ = false;
};

} // namespace feishu::http::detail
