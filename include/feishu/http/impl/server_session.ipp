#pragma once

#include <exception>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/server_session.hpp>

namespace feishu::http::detail {

// --- session_list

FEISHU_DECL void session_list::add(server_session* one) {
    std::lock_guard const lock(mutex_);
    sessions_.insert(one);
}

FEISHU_DECL void session_list::remove(server_session* one) {
    std::lock_guard const lock(mutex_);
    sessions_.erase(one);
    changed_.notify_all();
}

FEISHU_DECL std::size_t session_list::size() const {
    std::lock_guard const lock(mutex_);
    return sessions_.size();
}

FEISHU_DECL void session_list::shutdown() {
    stopping_ = true;
    std::lock_guard const lock(mutex_);
    for (auto* const one : sessions_)
        one->shutdown();
}

FEISHU_DECL bool session_list::wait(std::chrono::milliseconds at_most) {
    auto const limit = feishu::detail::saturating_deadline(steady_clock::now(), at_most);
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, limit, [this] { return sessions_.empty(); });
}

// --- server_session

FEISHU_DECL server_session::server_session(tcp::socket socket, session_environment& shared)
    : shared_(shared), stream_(std::move(socket)), timer_(stream_.get_executor()) {
    error_code ignored;
    stream_.socket().non_blocking(true, ignored); // for writes that do not wait
    shared_.list.add(this);
}

FEISHU_DECL server_session::~server_session() { shared_.list.remove(this); }

FEISHU_DECL asio::awaitable<void> server_session::run() {
    if (shared_.tls == nullptr) {
        co_await serve();
        co_return;
    }
    stream_.start_tls(shared_.service.tls_for_connection(*shared_.tls));
    timer_.expires_after(*this, shared_.limits.header_time);
    auto const [failed, none] = co_await stream_.async_handshake(asio::ssl::stream_base::server, as_tuple);
    if (failed)
        co_return;
    co_await serve();
    if (!aborted_) {
        timer_.expires_after(*this, std::chrono::seconds(1));
        co_await stream_.async_shutdown(as_tuple);
    }
}

// The list's mutex keeps the object alive, though its last owner may be gone already.
FEISHU_DECL void server_session::shutdown() {
    asio::post(stream_.get_executor(), [weak = weak_from_this()] {
        if (auto const self = weak.lock(); self && self->idle_) {
            self->aborted_ = true;
            self->stream_.close();
        }
    });
}

FEISHU_DECL asio::awaitable<void> server_session::serve() {
    while (!shared_.list.stopping()) {
        parser incoming;
        incoming.header_limit(shared_.limits.header_bytes);
        incoming.body_limit(shared_.limits.body_bytes);
        auto const failed = co_await read(incoming);
        if (failed) {
            co_await reject(failed);
            break;
        }
        timer_.cancel(); // the service has its own time limits
        if (shared_.service.is_upgrade(incoming.get())) {
            co_await shared_.service.upgrade(stream_, incoming.get());
            co_return;
        }
        if (!co_await reply(incoming.release()))
            break;
    }
    finish_sending();
}

FEISHU_DECL asio::awaitable<error_code> server_session::read(parser& incoming) {
    auto failed = co_await wait_for_request();
    timer_.expires_after(*this, shared_.limits.header_time);
    bool in_body = false;
    while (!failed) {
        failed = parse(incoming);
        if (failed || incoming.is_done())
            break;
        if (incoming.is_header_done() && !std::exchange(in_body, true)) {
            timer_.expires_after(*this, shared_.limits.body_time);
            failed = co_await send_continue(incoming.get());
        }
        if (!failed)
            failed = co_await receive(65536);
    }
    co_return failed;
}

// For a sender that waits for it before it sends the body.
FEISHU_DECL asio::awaitable<error_code> server_session::send_continue(served_request const& request) {
    if (!boost::beast::iequals(request[boost::beast::http::field::expect], "100-continue"))
        co_return error_code();
    co_return co_await send("HTTP/1.1 100 Continue\r\n\r\n");
}

// Parses what has been received.
FEISHU_DECL error_code server_session::parse(parser& incoming) {
    error_code failed;
    incoming.eager(true); // the body with the header
    while (!failed && buffer_.size() != 0 && !incoming.is_done())
        buffer_.consume(incoming.put(buffer_.data(), failed));
    return failed == boost::beast::http::error::need_more ? error_code() : failed;
}

// Waits for the first byte of a request; only here closing the connection loses nothing.
FEISHU_DECL asio::awaitable<error_code> server_session::wait_for_request() {
    if (buffer_.size() != 0)
        co_return error_code();
    if (shared_.list.stopping())
        co_return asio::error::make_error_code(asio::error::operation_aborted);
    timer_.expires_after(*this, shared_.limits.idle_time);
    idle_ = true;
    auto const failed = co_await receive(4096);
    idle_ = false;
    co_return aborted_ ? asio::error::make_error_code(asio::error::operation_aborted) : failed;
}

FEISHU_DECL asio::awaitable<error_code> server_session::receive(std::size_t at_most) {
    auto const [failed, count] = co_await stream_.async_read_some(buffer_.prepare(at_most), as_tuple);
    buffer_.commit(count);
    co_return failed;
}

// Without TLS, it waits only if the socket does not take everything at once.
FEISHU_DECL asio::awaitable<error_code> server_session::send(std::string_view bytes) {
    error_code failed;
    if (stream_.tls() == nullptr)
        bytes.remove_prefix(stream_.socket().write_some(asio::buffer(bytes.data(), bytes.size()), failed));
    if (would_block(failed))
        failed = {};
    while (!bytes.empty() && !failed) {
        auto const [interrupted, count] =
            co_await stream_.async_write_some(asio::buffer(bytes.data(), bytes.size()), as_tuple);
        bytes.remove_prefix(count);
        failed = interrupted;
    }
    co_return failed;
}

// True when the connection can be used again.
FEISHU_DECL asio::awaitable<bool> server_session::reply(served_request request) {
    bool const head = request.method() == boost::beast::http::verb::head;
    bool const again = request.keep_alive() && !head;
    auto const version = request.version();
    auto out = co_await respond(std::move(request));
    if (head)
        out.body.clear(); // and the connection is closed, so that both sides agree where the response ends
    bool const kept = again && !shared_.list.stopping();
    timer_.expires_after(*this, shared_.limits.body_time);
    outgoing_.clear();
    append_response(outgoing_, out, version, kept);
    if (out.send)
        co_return co_await use_of_connection(co_await out.send(stream_, outgoing_)) && kept;
    co_return !co_await send(outgoing_) && kept;
}

FEISHU_DECL asio::awaitable<bool> server_session::use_of_connection(connection_use after) {
    if (after == connection_use::ignored)
        co_await ignore_input();
    co_return after == connection_use::again;
}

FEISHU_DECL asio::awaitable<served_response> server_session::respond(served_request request) {
    std::exception_ptr thrown;
    try {
        co_return co_await shared_.service.respond(std::move(request));
    } catch (...) {
        thrown = std::current_exception();
    }
    report("exception in a request handler: " + feishu::detail::exception_text(thrown));
    co_return make_response(500, {}, {});
}

// For bytes that are not a valid request: sends one error response and ends the connection.
FEISHU_DECL asio::awaitable<void> server_session::reject(error_code failed) {
    namespace beast_http = boost::beast::http;
    if (failed.category() != beast_http::make_error_code(beast_http::error::bad_method).category() ||
        failed == beast_http::error::end_of_stream || failed == beast_http::error::partial_message)
        co_return;
    served_response out;
    out.status = failed == beast_http::error::body_limit     ? 413
                 : failed == beast_http::error::header_limit ? 431
                                                             : 400;
    out.body = shared_.service.rejection_body(failed);
    if (!out.body.empty())
        out.headers.push_back({"Content-Type", "text/plain; charset=utf-8"});
    timer_.expires_after(*this, std::chrono::seconds(2));
    outgoing_.clear();
    append_response(outgoing_, out, 11, false);
    auto const broken = co_await send(outgoing_);
    if (!broken)
        co_await drain_input();
}

// Closing with unread bytes resets the connection, and the peer may lose the response.
FEISHU_DECL asio::awaitable<void> server_session::drain_input() {
    finish_sending();
    co_await ignore_input();
}

FEISHU_DECL asio::awaitable<void> server_session::ignore_input() {
    idle_ = true;
    while (!shared_.list.stopping()) {
        buffer_.clear();
        auto const failed = co_await receive(16384);
        if (failed)
            co_return;
    }
}

FEISHU_DECL void server_session::finish_sending() {
    error_code ignored;
    if (shared_.tls == nullptr)
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

FEISHU_DECL void server_session::report(std::string const& line) const {
    if (shared_.log)
        shared_.log(line);
}

} // namespace feishu::http::detail
