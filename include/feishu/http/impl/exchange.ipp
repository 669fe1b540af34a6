#pragma once

#include <algorithm>
#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/http/impl/connection.ipp>
#include <feishu/http/impl/connector.ipp>
#include <feishu/http/impl/idle_connections.ipp>
#include <feishu/http/impl/lookup.ipp>
#include <feishu/http/impl/request_head.ipp>
#include <feishu/http/impl/response_reader.ipp>
#include <feishu/http/transport.hpp>

namespace feishu::http::detail {

inline constexpr std::size_t write_size = 64u << 10;

/// What all exchanges of a transport share. They keep it alive beyond the transport.
struct transport_state {
    transport_state(transport_params const& p, route r)
        : params(p), where(std::move(r)), idle(p.max_idle, p.idle_timeout) {}

    transport_params params;
    route where;
    idle_connections idle;
    blocking_lookups lookups;
};

/// One request and its answer, on an idle connection or a new one. Synchronous and asynchronous calls run the
/// same coroutine; the former on a context of the connection's own, driven by the calling thread. Its
/// members run on `executor`, which must not run two handlers at once.
///
/// A request on a reused connection may meet a server that closes it at that moment. It is repeated once, on
/// a new connection, when it certainly was not processed (its first write failed) or when nothing changes by
/// processing it twice (GET), and no byte of an answer has come. Otherwise the caller gets the error, with
/// `may_have_executed` set, and decides: only they know whether a second message would hurt.
class exchange_operation : public std::enable_shared_from_this<exchange_operation> {
public:
    exchange_operation(std::shared_ptr<transport_state> state, std::shared_ptr<idle_list> idle,
                       asio::any_io_executor executor, request const& req, response_sink& sink,
                       exchange_options const& options)
        : state_(std::move(state)), idle_(std::move(idle)), executor_(std::move(executor)), request_(req),
          sink_(sink), options_(options), timer_(executor_), deadline_(after(options.timeout)) {}

    /// For a synchronous exchange: the context that a new connection belongs to, and an idle connection or
    /// null.
    void use(std::shared_ptr<asio::io_context> own, std::unique_ptr<connection> idle) {
        own_context_ = std::move(own);
        connection_ = std::move(idle);
    }

    /// The whole exchange. An asynchronous one puts its connection back; a synchronous one leaves it to
    /// `park`.
    asio::awaitable<result<void>> run() {
        result<void> outcome;
        try {
            outcome = co_await exchange();
        } catch (std::exception const& e) {
            reusable_ = false;
            outcome = failure(error_kind::transport, std::string("exception (") + e.what() + ")");
        } catch (...) {
            reusable_ = false;
            outcome = failure(error_kind::transport, "exception");
        }
        timer_.cancel();
        if (!own_context_)
            park();
        co_return outcome;
    }

    /// Keeps the connection for later if it can be used again. Nothing of it may be running any more: another
    /// thread may take it at once.
    void park() {
        auto done = std::move(connection_);
        if (done && reusable_)
            idle_->put(std::move(done));
    }

    /// The caller gives up.
    void cancel() {
        canceled_ = true;
        interrupt();
    }

private:
    enum class phase { sending, waiting, receiving };

    bool interrupted() const { return canceled_ || expired_; }

    void interrupt() {
        if (connector_)
            connector_->cancel();
        if (connection_)
            connection_->close();
    }

    /// From now on, whatever waits is interrupted at `limit`.
    void arm(clock::time_point limit) {
        timer_.expires_at(limit);
        timer_.async_wait([weak = weak_from_this()](error_code stopped) {
            auto const self = weak.lock();
            // The timer may have been armed anew while this handler was in the queue.
            if (stopped || !self || clock::now() < self->timer_.expiry())
                return;
            self->expired_ = true;
            self->interrupt();
        });
    }

    asio::awaitable<result<void>> exchange() {
        if (auto invalid = check_request(request_))
            co_return std::move(*invalid);
        if (!connection_ && !own_context_)
            connection_ = idle_->take();
        arm(deadline_);
        if (connection_) {
            auto outcome = co_await converse();
            if (outcome || !may_repeat())
                co_return outcome;
            connection_.reset();
        }
        auto connected = co_await connect();
        if (!connected)
            co_return connected;
        co_return co_await converse();
    }

    /// After a failure on a reused connection; see the class.
    bool may_repeat() const {
        return !interrupted() && !answered_ && !body_failed_ && (sent_ == 0 || request_.method == verb::get);
    }

    asio::awaitable<result<void>> connect() {
        auto limit = time_limit{after(state_->params.connect_timeout), state_->params.connect_timeout};
        if (deadline_ <= limit.at)
            limit = {deadline_, options_.timeout};
        timer_.cancel();
        connector_ = std::make_shared<connector>(executor_, state_->where,
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
        arm(deadline_);
        co_return result<void>();
    }

    // --- talking

    asio::awaitable<result<void>> converse() {
        at_ = phase::sending;
        auto const send_failed = co_await send();
        if (body_failed_)
            co_return failure(error_kind::transport, "body source ended early");
        if (send_failed && (interrupted() || sent_ == 0))
            co_return failure(send_failed);
        // A server may refuse an upload before its end and close: its answer says more than the broken pipe.
        at_ = phase::waiting;
        auto outcome = co_await receive();
        if (!outcome && send_failed && !answered_ && !interrupted()) {
            at_ = phase::sending;
            outcome = failure(send_failed);
        }
        reusable_ = reusable_ && outcome && !send_failed && !interrupted();
        co_return outcome;
    }

    /// Head and body in pieces of up to `write_size`; a small request leaves in one.
    asio::awaitable<error_code> send() {
        sent_ = 0;
        auto const size = request_.source ? request_.source->size() : request_.body.size();
        auto piece = request_head(request_, state_->where.url, size, state_->params.max_idle != 0);
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

    /// Fills `piece` up to `write_size` with the body from `offset`. False when its source has failed.
    bool add_body(std::string& piece, std::uint64_t& offset, std::uint64_t size) {
        auto const old = piece.size();
        auto const want = static_cast<std::size_t>(
            std::min<std::uint64_t>(size - offset, write_size - std::min(old, write_size)));
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

    asio::awaitable<result<void>> receive() {
        response_reader reader(sink_, options_.max_response_bytes);
        for (bool done = false; !done;) {
            auto const space = reader.space();
            if (space.size() == 0)
                co_return malformed(reader, boost::beast::http::error::buffer_overflow);
            auto const progress = co_await connection_->read_some(space);
            answered_ = answered_ || progress.bytes != 0;
            if (answered_)
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

    error malformed(response_reader const& reader, error_code why) const {
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

    error lost(response_reader const& reader, error_code why) const {
        auto e = failure(why);
        if (e.kind == error_kind::transport && reader.head_done())
            e.message += ", after " + std::to_string(reader.body_bytes()) + " bytes of its body";
        e.http_status = reader.status();
        return e;
    }

    error failure(error_code why) const {
        if (canceled_)
            return failure(error_kind::canceled, "canceled");
        if (expired_)
            return failure(error_kind::timeout,
                           "timeout (" + std::to_string(options_.timeout.count()) + " ms)");
        return failure(error_kind::transport, why_lost(why, connection_.get()));
    }

    error failure(error_kind kind, std::string const& what) const {
        constexpr std::string_view phases[] = {"while sending the request to",
                                               "while waiting for the response of",
                                               "while receiving the response of"};
        error e;
        e.kind = kind;
        e.message = what + " " + std::string(phases[static_cast<std::size_t>(at_)]) + " " +
                    state_->where.url.authority();
        e.may_have_executed = any_sent_;
        return e;
    }

    std::shared_ptr<transport_state> state_;
    std::shared_ptr<idle_list> idle_;
    asio::any_io_executor executor_;
    request const& request_;
    response_sink& sink_;
    exchange_options options_;
    std::shared_ptr<asio::io_context> own_context_; // before what lives in it
    std::unique_ptr<connection> connection_;
    std::shared_ptr<connector> connector_; ///< while there is no connection yet
    asio::steady_timer timer_;
    clock::time_point deadline_;
    phase at_ = phase::sending;
    bool expired_ = false;
    bool canceled_ = false;
    bool answered_ = false;    ///< a byte of an answer has come
    bool body_failed_ = false; ///< the request's own body source did not deliver
    bool any_sent_ = false;    ///< on any connection
    bool reusable_ = false;
    std::uint64_t sent_ = 0; ///< on this connection
};

} // namespace feishu::http::detail
