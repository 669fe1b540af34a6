#pragma once

#include <string_view>
#include <utility>

#include <feishu/http/impl/proxy_connect.hpp>
#include <feishu/http/impl/socket_connector.hpp>
#include <feishu/http/impl/socket_race.hpp>

namespace feishu::http::detail {

FEISHU_DECL result<std::unique_ptr<socket_connection>> socket_connector::run(time_limit total) {
    limit_ = total.within(target_.connect_timeout);
    auto const found = resolve();
    if (found.failed)
        return failure(found.failed);
    at_ = connect_step::connecting;
    auto connected = connect_to_any(found.addresses, limit_.at);
    if (connected.failed)
        return failure(connected.failed, connected.attempts);
    connection_ = std::make_unique<socket_connection>(std::move(connected.socket));
    at_ = connect_step::proxy;
    if (target_.via)
        if (auto refused = connect_through_proxy())
            return std::move(*refused);
    at_ = connect_step::handshake;
    limit_ = total.within(target_.tls_handshake_timeout);
    if (target_.tls)
        if (auto const failed = connection_->handshake(target_.tls, target_.url.host, limit_.at))
            return failure(failed);
    return std::move(connection_);
}

FEISHU_DECL found_addresses socket_connector::resolve() {
    if (limit_.at <= steady_clock::now())
        return {.failed = deadline_passed()};
    return target_.via ? lookups_.run(target_.via->host, target_.via->port, limit_.at)
                       : lookups_.run(target_.url.host, target_.url.port, limit_.at);
}

FEISHU_DECL std::optional<error> socket_connector::connect_through_proxy() {
    auto const request = connect_request(*target_.via, target_.url, target_.user_agent);
    for (std::string_view unsent = request; !unsent.empty();) {
        auto const progress = connection_->write_some({unsent, {}}, limit_.at);
        if (progress.failed)
            return failure(progress.failed);
        unsent.remove_prefix(progress.bytes);
    }
    std::string response;
    for (char bytes[1024];;) {
        auto const progress = connection_->read_some(boost::asio::buffer(bytes), limit_.at);
        if (progress.failed)
            return failure(progress.failed);
        response.append(bytes, progress.bytes);
        auto const connected = read_connect_response(response, *target_.via, target_.url);
        if (!connected)
            return connected.error();
        if (*connected)
            return std::nullopt;
    }
}

FEISHU_DECL error socket_connector::failure(error_code why, std::string const& attempts) const {
    if (why == deadline_passed())
        return connect_error(target_, at_, error_kind::timeout, describe_timeout(limit_.shown), attempts);
    return connect_error(target_, at_, error_kind::transport,
                         describe_error(why, connection_ ? connection_->certificate_problem() : ""), attempts);
}

} // namespace feishu::http::detail
