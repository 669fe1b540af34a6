#pragma once

#include <algorithm>
#include <exception>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/exchange.hpp>
#include <feishu/http/impl/request_head.hpp>

namespace feishu::http::detail {

inline constexpr std::size_t write_size = 64u << 10;

FEISHU_DECL exchange_operation::exchange_operation(std::shared_ptr<transport_state> state,
                                                   std::shared_ptr<idle_list> idle,
                                                   asio::any_io_executor executor, request const& req,
                                                   response_sink& sink, exchange_options const& options)
    : state_(std::move(state)), idle_(std::move(idle)), executor_(std::move(executor)), request_(req),
      sink_(sink), options_(options), deadline_(executor_), limit_(time_limit::in(options.timeout)) {}

FEISHU_DECL void exchange_operation::use(std::shared_ptr<asio::io_context> own,
                                         std::unique_ptr<connection> idle) {
    own_context_ = std::move(own);
    connection_ = std::move(idle);
}

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::run() {
    result<void> outcome;
    try {
        outcome = co_await exchange();
    } catch (...) {
        reusable_ = false;
        outcome = failure(error_kind::transport,
                          "exception (" + feishu::detail::exception_text(std::current_exception()) + ")");
    }
    deadline_.cancel();
    if (!own_context_)
        park();
    co_return outcome;
}

FEISHU_DECL void exchange_operation::park() {
    auto done = std::move(connection_);
    if (done && reusable_)
        idle_->put(std::move(done));
}

FEISHU_DECL void exchange_operation::cancel() {
    canceled_ = true;
    interrupt();
}

FEISHU_DECL void exchange_operation::interrupt() {
    if (connector_)
        connector_->cancel();
    if (connection_)
        connection_->close();
}

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::exchange() {
    if (auto invalid = check_request(request_))
        co_return std::move(*invalid);
    if (!connection_ && !own_context_)
        connection_ = idle_->take();
    deadline_.set_expired(limit_.at <= steady_clock::now());
    if (interrupted())
        co_return failure(error_code());
    deadline_.expires_at(*this, limit_.at);
    if (connection_) {
        auto outcome = co_await send_and_receive();
        if (outcome || !may_repeat())
            co_return outcome;
        connection_.reset();
    }
    auto connected = co_await connect();
    if (!connected)
        co_return connected;
    co_return co_await send_and_receive();
}

// After a failure on a reused connection; see the class comment.
FEISHU_DECL bool exchange_operation::may_repeat() const {
    return !interrupted() && !responded_ && !body_failed_ && (sent_ == 0 || request_.method == verb::get);
}

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::connect() {
    auto limit = time_limit::in(state_->params.connect_timeout);
    if (limit_.at <= limit.at)
        limit = limit_;
    deadline_.cancel();
    connector_ = std::make_shared<connector>(executor_, state_->target,
                                             own_context_ ? &state_->lookups : nullptr, own_context_);
    if (canceled_)
        connector_->cancel();
    auto made = co_await connector_->run(limit);
    connector_.reset();
    if (!made) {
        auto e = std::move(made).error();
        e.may_have_executed = any_sent_;
        co_return e;
    }
    connection_ = std::move(*made);
    deadline_.expires_at(*this, limit_.at);
    co_return result<void>();
}

// --- sending and receiving

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::send_and_receive() {
    at_ = phase::sending;
    auto const send_failed = co_await send();
    if (body_failed_) {
        auto const problem = request_.source->problem();
        co_return failure(error_kind::transport, problem.empty()
                                                     ? "body source ended early"
                                                     : "body source ended early (" + problem + ")");
    }
    if (send_failed && (interrupted() || sent_ == 0))
        co_return failure(send_failed);
    // A server may reject an upload before its end and close: its response is a better error than the broken
    // pipe.
    at_ = phase::waiting;
    auto outcome = co_await receive();
    if (!outcome && send_failed && !responded_ && !interrupted()) {
        at_ = phase::sending;
        outcome = failure(send_failed);
    }
    reusable_ = reusable_ && outcome && !send_failed && !interrupted();
    co_return outcome;
}

// Sends head and body in pieces of up to `write_size`; a small request in a single one.
FEISHU_DECL asio::awaitable<error_code> exchange_operation::send() {
    sent_ = 0;
    auto const size = request_.source ? request_.source->size() : request_.body.size();
    auto piece = request_head(request_, state_->target.url, size, state_->params.max_idle != 0,
                              state_->target.user_agent);
    std::uint64_t offset = 0;
    for (;;) {
        if (!add_body(piece, offset, size))
            co_return error_code();
        for (std::size_t done = 0; done < piece.size();) {
            if (interrupted())
                co_return asio::error::make_error_code(asio::error::operation_aborted);
            auto const progress = co_await connection_->write_some(asio::buffer(piece) + done);
            done += progress.bytes;
            sent_ += progress.bytes;
            any_sent_ = any_sent_ || progress.bytes != 0;
            if (progress.failed)
                co_return progress.failed;
        }
        if (offset == size)
            co_return error_code();
        piece.clear();
    }
}

// Fills `piece` up to `write_size` with the body from `offset`. False if its source failed.
FEISHU_DECL bool exchange_operation::add_body(std::string& piece, std::uint64_t& offset, std::uint64_t size) {
    auto const old = piece.size();
    auto const want = static_cast<std::size_t>(
        (std::min<std::uint64_t>)(size - offset, write_size - (std::min)(old, write_size)));
    if (!request_.source) {
        piece.append(request_.body, static_cast<std::size_t>(offset), want);
        offset += want;
        return true;
    }
    piece.resize(old + want);
    for (std::size_t got = 0; got < want;) {
        auto const n = request_.source->read(offset, piece.data() + old + got, want - got);
        body_failed_ = n == 0 || n > want - got;
        if (body_failed_)
            return false;
        got += n;
        offset += n;
    }
    return true;
}

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::receive() {
    response_reader reader(sink_, options_.max_response_bytes);
    for (bool done = false; !done;) {
        auto const space = reader.space();
        if (space.size() == 0)
            co_return malformed(reader, boost::beast::http::error::buffer_overflow);
        auto const progress = co_await connection_->read_some(space);
        responded_ = responded_ || progress.bytes != 0;
        if (responded_)
            at_ = phase::receiving;
        error_code bad;
        done = reader.feed(progress.bytes, bad);
        if (bad)
            co_return malformed(reader, bad);
        if (!done && progress.failed == asio::error::eof && reader.finish())
            done = true;
        if (!done && (progress.failed || interrupted()))
            co_return lost(reader, progress.failed);
    }
    reusable_ = reader.keep_alive();
    co_return result<void>();
}

// --- failing

FEISHU_DECL error exchange_operation::malformed(response_reader const& reader, error_code why) const {
    namespace beast_http = boost::beast::http;
    std::string text = "malformed response (" + why.message() + ")";
    if (why == beast_http::error::body_limit)
        text = "response body of more than max_response_bytes (" +
               std::to_string(options_.max_response_bytes) + ")";
    else if (why == beast_http::error::header_limit)
        text = "response header of more than " + std::to_string(max_header_bytes) + " bytes";
    auto e = failure(error_kind::transport, text);
    e.http_status = reader.status();
    return e;
}

FEISHU_DECL error exchange_operation::lost(response_reader const& reader, error_code why) const {
    auto e = failure(why);
    if (e.kind == error_kind::transport && reader.head_done())
        e.message += ", after " + std::to_string(reader.body_bytes()) + " bytes of its body";
    e.http_status = reader.status();
    return e;
}

FEISHU_DECL error exchange_operation::failure(error_code why) const {
    if (canceled_)
        return failure(error_kind::canceled, "canceled");
    if (deadline_.expired())
        return failure(error_kind::timeout, "timeout (" + std::to_string(options_.timeout.count()) + " ms)");
    return failure(error_kind::transport, describe_error(why, connection_.get()));
}

FEISHU_DECL error exchange_operation::failure(error_kind kind, std::string const& reason) const {
    constexpr std::string_view phases[] = {"while sending the request to",
                                           "while waiting for the response of",
                                           "while receiving the response of"};
    error e;
    e.kind = kind;
    e.message = reason + " " + std::string(phases[static_cast<std::size_t>(at_)]) + " " +
                state_->target.url.authority();
    e.may_have_executed = any_sent_;
    return e;
}

} // namespace feishu::http::detail
