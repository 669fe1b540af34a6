#pragma once

#include <boost/asio/buffer.hpp>

#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/proxy_connect.hpp>

namespace feishu::http::detail {

FEISHU_DECL asio::awaitable<result<std::unique_ptr<connection>>> connector::run(time_limit limit) {
    limit_ = limit;
    deadline_.set_expired(limit.at <= steady_clock::now());
    deadline_.expires_at(*this, limit.at);
    auto failed = co_await connect();
    deadline_.cancel();
    if (failed)
        co_return std::move(*failed);
    co_return std::move(connection_);
}

FEISHU_DECL void connector::cancel() {
    canceled_ = true;
    interrupt();
}

FEISHU_DECL void connector::interrupt() {
    if (lookup_)
        lookup_->ready.cancel();
    if (connection_)
        connection_->close();
}

FEISHU_DECL asio::awaitable<std::optional<error>> connector::connect() {
    auto found = co_await resolve();
    if (interrupted() || found.failed || !found.done)
        co_return failure(found.failed);
    if (auto const failed = co_await connect_to_one_of(found.endpoints); failed || interrupted())
        co_return failure(failed);
    if (target_.via)
        if (auto refused = co_await connect_through_proxy())
            co_return refused;
    if (target_.tls) {
        at_ = connect_step::handshake;
        auto const failed = co_await connection_->handshake(target_.tls, target_.url.host);
        if (failed || interrupted())
            co_return failure(failed);
    }
    co_return std::nullopt;
}

FEISHU_DECL asio::awaitable<addresses> connector::resolve() {
    at_ = connect_step::resolving;
    auto const& host = target_.via ? target_.via->host : target_.url.host;
    auto const port = target_.via ? target_.via->port : target_.url.port;
    auto found = numeric_address(host, port);
    if (found.done || interrupted())
        co_return found;
    lookup_ = std::make_shared<async_lookup>(executor_);
    lookup_->start(host, port);
    co_await lookup_->ready.async_wait(as_tuple);
    found = std::move(lookup_->found);
    lookup_->resolver.cancel();
    lookup_.reset();
    co_return found;
}

// Tries one address after the other; see share_of.
FEISHU_DECL asio::awaitable<error_code>
connector::connect_to_one_of(std::vector<tcp::endpoint> const& endpoints) {
    at_ = connect_step::connecting;
    connection_ = std::make_unique<connection>(socket_executor_);
    error_code failed = asio::error::host_not_found;
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        auto const now = steady_clock::now();
        if (canceled_ || now >= limit_.at)
            break;
        deadline_.set_expired(false);
        deadline_.expires_at(*this, share_of(limit_.at, now, endpoints.size() - i));
        failed = co_await connection_->connect(endpoints[i]);
        if (!failed && !deadline_.expired())
            break;
    }
    deadline_.set_expired(deadline_.expired() || steady_clock::now() >= limit_.at);
    deadline_.expires_at(*this, limit_.at);
    co_return failed;
}

FEISHU_DECL asio::awaitable<std::optional<error>> connector::connect_through_proxy() {
    at_ = connect_step::proxy;
    auto const request = connect_request(*target_.via, target_.url, target_.user_agent);
    for (std::size_t done = 0; done < request.size();) {
        auto const progress = co_await connection_->write_some(asio::buffer(request) + done);
        done += progress.bytes;
        if (progress.failed || interrupted())
            co_return failure(progress.failed);
    }
    std::string response;
    for (char bytes[1024];;) {
        auto const progress = co_await connection_->read_some(asio::buffer(bytes));
        if (progress.failed || interrupted())
            co_return failure(progress.failed);
        response.append(bytes, progress.bytes);
        auto const connected = read_connect_response(response, *target_.via, target_.url);
        if (!connected)
            co_return connected.error();
        if (*connected)
            co_return std::nullopt;
    }
}

FEISHU_DECL error connector::failure(error_code why) const {
    if (canceled_)
        return connect_error(target_, at_, error_kind::canceled, "canceled");
    if (deadline_.expired())
        return connect_error(target_, at_, error_kind::timeout, describe_timeout(limit_.shown));
    return connect_error(target_, at_, error_kind::transport,
                         describe_error(why, connection_ ? connection_->certificate_problem() : ""));
}

} // namespace feishu::http::detail
