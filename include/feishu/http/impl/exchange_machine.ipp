#pragma once

#include <algorithm>
#include <utility>

#include <boost/beast/http/error.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/request_head.hpp>

namespace feishu::http::detail {

/// Bodies of up to this size are copied behind the head, so that head and body are one write and, with TLS,
/// one record. Longer ones are sent from their place.
inline constexpr std::size_t max_copied_body = 8u << 10;
/// How much of a body source is read for one write.
inline constexpr std::size_t write_size = 64u << 10;

FEISHU_DECL exchange_machine::exchange_machine(endpoint_config const& target, bool keep_alive,
                                               request const& req, response_sink& sink,
                                               exchange_options const& options)
    : target_(target), request_(req), sink_(sink), options_(options), keep_alive_(keep_alive) {}

FEISHU_DECL exchange_action exchange_machine::next() {
    if (state_ == state::start) {
        state_ = state::connecting;
        if (auto invalid = check_request(request_))
            finish(std::move(*invalid));
    }
    if (state_ != state::done && interrupted())
        finish(state_ == state::receiving ? lost(error_code()) : failure(error_code()));
    switch (state_) {
    case state::connecting: return exchange_action::connect;
    case state::sending: return exchange_action::send;
    case state::receiving: return exchange_action::receive;
    case state::start:
    case state::done: break;
    }
    return exchange_action::done;
}

FEISHU_DECL void exchange_machine::on_connect_failed(error why) {
    why.may_have_executed = any_sent_;
    finish(std::move(why));
}

FEISHU_DECL void exchange_machine::interrupt(interruption why) {
    if (!canceled())
        interruption_ = why;
}

FEISHU_DECL void exchange_machine::on_exception(std::exception_ptr const& thrown) {
    finish(failure(error_kind::transport, "exception (" + feishu::detail::exception_text(thrown) + ")"));
}

FEISHU_DECL void exchange_machine::finish(result<void> outcome) {
    reusable_ = reusable_ && outcome;
    outcome_ = std::move(outcome);
    state_ = state::done;
}

// --- sending

FEISHU_DECL void exchange_machine::on_connected(exchange_buffers& buffers, bool reused) {
    buffers_ = &buffers;
    reused_ = reused;
    if (options_.stats != nullptr)
        options_.stats->connection_reused = reused;
    state_ = state::sending;
    phase_ = phase::sending;
    sent_ = 0;
    offset_ = 0;
    second_ = {};
    send_failed_ = {};
    body_size_ = request_.source ? request_.source->size() : request_.body.size();
    reader().start(sink_, options_.max_response_bytes);
    buffers.outgoing.clear();
    append_request_head(buffers.outgoing, request_, target_, body_size_, keep_alive_);
    fill();
}

// Adds the next part of the body to what the outgoing buffer contains.
FEISHU_DECL void exchange_machine::fill() {
    auto& out = buffers_->outgoing;
    if (request_.source) {
        read_source(write_size - (std::min)(out.size(), write_size));
    } else {
        if (body_size_ <= max_copied_body)
            out += request_.body;
        else
            second_ = request_.body;
        offset_ = body_size_;
    }
    first_ = out;
}

FEISHU_DECL void exchange_machine::read_source(std::size_t limit) {
    auto& out = buffers_->outgoing;
    auto const old = out.size();
    auto const want = static_cast<std::size_t>((std::min<std::uint64_t>)(body_size_ - offset_, limit));
    out.resize(old + want);
    for (std::size_t got = 0; got < want;) {
        auto const n = request_.source->read(offset_, out.data() + old + got, want - got);
        if (n == 0 || n > want - got)
            return on_source_failure("body source ended early", request_.source->problem());
        got += n;
        offset_ += n;
    }
    if (offset_ != body_size_)
        return;
    if (auto const problem = request_.source->problem(); !problem.empty())
        on_source_failure("body source changed", problem);
}

// The request stays incomplete, so it cannot have been executed.
FEISHU_DECL void exchange_machine::on_source_failure(std::string what, std::string const& problem) {
    auto e = failure(error_kind::file, problem.empty() ? what : what + " (" + problem + ")");
    e.may_have_executed = false;
    finish(std::move(e));
}

FEISHU_DECL void exchange_machine::on_sent(io_progress const& progress) {
    sent_ += progress.bytes;
    if (options_.stats != nullptr)
        options_.stats->bytes_sent += progress.bytes;
    any_sent_ = any_sent_ || progress.bytes != 0;
    auto const of_first = (std::min)(progress.bytes, first_.size());
    first_.remove_prefix(of_first);
    second_.remove_prefix(progress.bytes - of_first);
    if (progress.failed && (interrupted() || sent_ == 0))
        return on_failure(failure(progress.failed));
    if (!progress.failed && first_.empty() && second_.empty() && offset_ != body_size_) {
        buffers_->outgoing.clear();
        return fill();
    }
    if (!progress.failed && !(first_.empty() && second_.empty()))
        return;
    // A server may reject an upload before its end and close: its response is a better error than the broken
    // pipe.
    send_failed_ = progress.failed;
    state_ = state::receiving;
    phase_ = phase::waiting;
}

// --- receiving

FEISHU_DECL void exchange_machine::on_received(io_progress const& progress) {
    responded_ = responded_ || progress.bytes != 0;
    if (options_.stats != nullptr)
        options_.stats->bytes_received += progress.bytes;
    if (responded_)
        phase_ = phase::receiving;
    error_code bad;
    auto complete = reader().feed(progress.bytes, bad);
    if (!bad && !complete && progress.failed == boost::asio::error::eof)
        complete = reader().finish();
    if (!bad && !complete && !progress.failed && reader().space().size() == 0)
        bad = boost::beast::http::error::buffer_overflow;
    if (bad)
        return on_failure(malformed(bad));
    // The announced length was wrong, and what was received may be a part.
    if (complete && options_.reject_excess && reader().has_excess())
        return on_failure(failure(error_kind::transport, "malformed response (more bytes than announced)"));
    if (complete) {
        reusable_ = keep_alive_ && reader().keep_alive() && !send_failed_ && !interrupted();
        return finish({});
    }
    if (!progress.failed)
        return;
    if (!send_failed_ || responded_ || interrupted())
        return on_failure(lost(progress.failed));
    phase_ = phase::sending;
    on_failure(failure(send_failed_));
}

// --- failing

// The exchange failed on this connection.
FEISHU_DECL void exchange_machine::on_failure(error e) {
    if (!may_repeat())
        return finish(std::move(e));
    repeated_ = true;
    state_ = state::connecting;
    phase_ = phase::sending;
}

FEISHU_DECL bool exchange_machine::may_repeat() const {
    return reused_ && !interrupted() && !responded_ && (sent_ == 0 || request_.method == verb::get);
}

FEISHU_DECL error exchange_machine::malformed(error_code why) const {
    namespace beast_http = boost::beast::http;
    std::string text = "malformed response (" + why.message() + ")";
    if (why == beast_http::error::body_limit)
        text = "response body of more than max_response_bytes (" +
               std::to_string(options_.max_response_bytes) + ")";
    else if (why == beast_http::error::header_limit)
        text = "response header of more than " + std::to_string(max_header_bytes) + " bytes";
    auto e = failure(error_kind::transport, text);
    e.http_status = reader().status();
    return e;
}

FEISHU_DECL error exchange_machine::lost(error_code why) const {
    auto e = failure(why);
    if (e.kind == error_kind::transport && reader().head_done())
        e.message += ", after " + std::to_string(reader().body_bytes()) + " bytes of its body";
    e.http_status = reader().status();
    return e;
}

FEISHU_DECL error exchange_machine::failure(error_code why) const {
    switch (interruption_) {
    case interruption::canceled: return failure(error_kind::canceled, "canceled");
    case interruption::timeout: return failure(error_kind::timeout, describe_timeout(options_.timeout));
    case interruption::idle:
        return failure(error_kind::timeout, (transfer_timeout() == options_.idle_timeout ? "idle " : "") +
                                                describe_timeout(transfer_timeout()));
    case interruption::none: break;
    }
    return failure(error_kind::transport, describe_error(why));
}

FEISHU_DECL error exchange_machine::failure(error_kind kind, std::string const& reason) const {
    constexpr std::string_view phases[] = {"while sending the request to",
                                           "while waiting for the response of",
                                           "while receiving the response of"};
    error e;
    e.kind = kind;
    e.message =
        reason + " " + std::string(phases[static_cast<std::size_t>(phase_)]) + " " + target_.url.authority();
    e.may_have_executed = any_sent_;
    return e;
}

} // namespace feishu::http::detail
