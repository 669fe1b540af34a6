#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/connection.ipp>
#include <feishu/http/impl/lookup.ipp>
#include <feishu/http/impl/tls_context.ipp>
#include <feishu/http/proxy.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// Where connections go, and by which way.
struct route {
    base_url url{};
    std::shared_ptr<asio::ssl::context> tls{}; ///< null for http
    std::optional<proxy> via{};
};

/// Checks what `params` say about the way to `url`.
inline result<route> make_route(base_url url, transport_params const& params) {
    auto via = parse_proxy(params.proxy);
    if (!via)
        return std::move(via).error();
    std::shared_ptr<asio::ssl::context> tls;
    if (url.tls) {
        auto made = make_tls_context(params);
        if (!made)
            return std::move(made).error();
        tls = std::move(*made);
    }
    return route{std::move(url), std::move(tls), std::move(*via)};
}

/// A point in time, and what to say when it has come.
struct time_limit {
    clock::time_point at{};
    std::chrono::milliseconds shown{};
};

inline clock::time_point after(std::chrono::milliseconds timeout) {
    return clock::now() + std::min<std::chrono::milliseconds>(timeout, std::chrono::hours(24 * 365));
}

/// What ended a connection, in words.
inline std::string why_lost(error_code why, connection* lost) {
    auto text = why.message();
    if (why == asio::error::eof || why == asio::ssl::error::stream_truncated)
        text = "connection closed by the server";
    if (auto const problem = lost != nullptr ? lost->certificate_problem() : ""; !problem.empty())
        text += " (" + problem + ")";
    return text;
}

/// Makes one connection: name lookup, TCP, proxy, TLS. It runs on `executor`, which must not run two handlers at once.
class connector : public std::enable_shared_from_this<connector> {
public:
    /// `where` outlives it. With `lookups` names are looked up on the calling thread, for connections that belong to
    /// the context `own`.
    connector(asio::any_io_executor executor, route const& where, blocking_lookups* lookups = nullptr,
              std::shared_ptr<asio::io_context> own = nullptr)
        : executor_(std::move(executor)), route_(where), lookups_(lookups), own_context_(std::move(own)),
          timer_(executor_) {}

    /// Errors: kinds timeout, canceled, transport; http when a proxy refuses. Never `may_have_executed`.
    asio::awaitable<result<std::unique_ptr<connection>>> run(time_limit limit) {
        limit_ = limit;
        arm(limit.at);
        auto failed = co_await connect();
        timer_.cancel();
        if (failed)
            co_return std::move(*failed);
        co_return std::move(connection_);
    }

    /// The caller gives up.
    void cancel() {
        canceled_ = true;
        interrupt();
    }

private:
    enum class phase { resolving, connecting, proxy, handshake };

    bool interrupted() const { return canceled_ || expired_; }

    void interrupt() {
        if (lookup_)
            lookup_->ready.cancel();
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

    asio::awaitable<std::optional<error>> connect() {
        auto found = co_await resolve();
        if (interrupted() || found.failed || !found.done)
            co_return failure(found.failed);
        if (auto const failed = co_await connect_to_one_of(found.endpoints); failed || interrupted())
            co_return failure(failed);
        if (route_.via)
            if (auto refused = co_await ask_proxy())
                co_return refused;
        if (route_.tls) {
            at_ = phase::handshake;
            auto const failed = co_await connection_->handshake(*route_.tls, route_.url.host);
            if (failed || interrupted())
                co_return failure(failed);
        }
        co_return std::nullopt;
    }

    asio::awaitable<addresses> resolve() {
        at_ = phase::resolving;
        auto const& host = route_.via ? route_.via->host : route_.url.host;
        auto const port = route_.via ? route_.via->port : route_.url.port;
        auto found = numeric_address(host, port);
        if (found.done || interrupted())
            co_return found;
        if (lookups_ != nullptr) {
            found = lookups_->run(host, port, limit_.at);
            expired_ = !found.done;
            co_return found;
        }
        lookup_ = std::make_shared<async_lookup>(executor_);
        lookup_->start(host, port);
        co_await lookup_->ready.async_wait(as_result);
        found = std::move(lookup_->found);
        lookup_->resolver.cancel();
        lookup_.reset();
        co_return found;
    }

    /// One address after the other. Each gets its share of the time that is left, so that one which swallows
    /// packets does not use up the time of those behind it.
    asio::awaitable<error_code> connect_to_one_of(std::vector<tcp::endpoint> const& endpoints) {
        at_ = phase::connecting;
        connection_ = std::make_unique<connection>(executor_, own_context_);
        error_code failed = asio::error::host_not_found;
        for (std::size_t i = 0; i < endpoints.size(); ++i) {
            auto const now = clock::now();
            if (canceled_ || now >= limit_.at)
                break;
            expired_ = false;
            arm(now + (limit_.at - now) / static_cast<long>(endpoints.size() - i));
            failed = co_await connection_->connect(endpoints[i]);
            if (!failed && !expired_)
                break;
        }
        expired_ = expired_ || clock::now() >= limit_.at;
        arm(limit_.at);
        co_return failed;
    }

    asio::awaitable<std::optional<error>> ask_proxy() {
        at_ = phase::proxy;
        auto const question = connect_request(*route_.via, route_.url);
        for (std::size_t done = 0; done < question.size();) {
            auto const progress = co_await connection_->write_some(asio::buffer(question) + done);
            done += progress.bytes;
            if (progress.failed || interrupted())
                co_return failure(progress.failed);
        }
        std::string answer;
        for (char bytes[1024];;) {
            auto const progress = co_await connection_->read_some(asio::buffer(bytes));
            if (progress.failed || interrupted())
                co_return failure(progress.failed);
            answer.append(bytes, progress.bytes);
            auto const connected = read_connect_response(answer, *route_.via, route_.url);
            if (!connected)
                co_return connected.error();
            if (*connected)
                co_return std::nullopt;
        }
    }

    error failure(error_code why) {
        if (canceled_)
            return failure(error_kind::canceled, "canceled");
        if (expired_)
            return failure(error_kind::timeout, "timeout (" + std::to_string(limit_.shown.count()) + " ms)");
        return failure(error_kind::transport, why_lost(why, connection_.get()));
    }

    error failure(error_kind kind, std::string const& what) const {
        error e;
        e.kind = kind;
        e.message = what + " " + doing();
        e.may_have_executed = false;
        return e;
    }

    std::string doing() const {
        auto const target = route_.url.authority();
        auto const hop = route_.via ? "the proxy " + route_.via->authority() : target;
        switch (at_) {
        case phase::resolving: return "while resolving the host of " + hop;
        case phase::connecting: return "while connecting to " + hop;
        case phase::proxy: return "while being connected to " + target + " by " + hop;
        case phase::handshake: break;
        }
        return "during the TLS handshake with " + target;
    }

    asio::any_io_executor executor_;
    route const& route_;
    blocking_lookups* lookups_;
    std::shared_ptr<asio::io_context> own_context_; // before what lives in it
    std::unique_ptr<connection> connection_;
    std::shared_ptr<async_lookup> lookup_;
    asio::steady_timer timer_;
    time_limit limit_{};
    phase at_ = phase::resolving;
    bool expired_ = false;
    bool canceled_ = false;
};

} // namespace feishu::http::detail
