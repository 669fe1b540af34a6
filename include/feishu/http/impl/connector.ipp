#pragma once

#include <boost/asio/buffer.hpp>

#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/proxy_connect.hpp>

namespace feishu::http::detail {

FEISHU_DECL asio::awaitable<result<std::unique_ptr<connection>>> connector::run(time_limit total) {
    auto failed = co_await connect(total);
    deadline_.cancel();
    if (failed)
        co_return std::move(*failed);
    co_return std::move(connection_);
}

FEISHU_DECL void connector::set_limit(time_limit limit) {
    limit_ = limit;
    deadline_.set_expired(limit.at <= steady_clock::now());
    deadline_.expires_at(*this, limit.at);
}

FEISHU_DECL void connector::cancel() {
    canceled_ = true;
    interrupt();
}

FEISHU_DECL void connector::interrupt() {
    if (lookup_)
        lookup_->ready.cancel();
    if (race_)
        race_->stop();
    if (connection_)
        connection_->close();
}

FEISHU_DECL asio::awaitable<std::optional<error>> connector::connect(time_limit total) {
    set_limit(total.within(target_.connect_timeout));
    auto found = co_await resolve();
    if (interrupted() || found.failed || !found.done)
        co_return failure(found.failed);
    if (auto failed = co_await connect_to_any(found.endpoints))
        co_return failed;
    if (target_.via)
        if (auto refused = co_await connect_through_proxy())
            co_return refused;
    if (target_.tls) {
        at_ = connect_step::handshake;
        set_limit(total.within(target_.tls_handshake_timeout));
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

FEISHU_DECL asio::awaitable<std::optional<error>>
connector::connect_to_any(std::vector<tcp::endpoint> const& endpoints) {
    at_ = connect_step::connecting;
    race_ = std::make_shared<async_race>(executor_, socket_executor_, endpoints);
    connection_ = co_await race_->run();
    auto const race = std::move(race_);
    if (!connection_ || interrupted())
        co_return failure(race->last_failure(), race->attempts());
    co_return std::nullopt;
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

FEISHU_DECL error connector::failure(error_code why, std::string const& attempts) const {
    if (canceled_)
        return connect_error(target_, at_, error_kind::canceled, "canceled");
    if (deadline_.expired())
        return connect_error(target_, at_, error_kind::timeout, describe_timeout(limit_.shown), attempts);
    return connect_error(target_, at_, error_kind::transport,
                         describe_error(why, connection_ ? connection_->certificate_problem() : ""), attempts);
}

} // namespace feishu::http::detail
