#pragma once

#include <utility>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/ip/address.hpp>

#include <feishu/http/impl/lookup.hpp>

namespace feishu::http::detail {

FEISHU_DECL void addresses::set(error_code why, tcp::resolver::results_type const& found) {
    failed = why;
    done = true;
    for (auto const& entry : found)
        endpoints.push_back(entry.endpoint());
}

FEISHU_DECL addresses numeric_address(std::string const& host, std::uint16_t port) {
    addresses out;
    error_code a_name;
    auto const address = asio::ip::make_address(host, a_name);
    if (!a_name)
        out = {.failed = {}, .endpoints = {tcp::endpoint(address, port)}, .done = true};
    return out;
}

FEISHU_DECL void async_lookup::start(std::string const& host, std::uint16_t port) {
    auto keep = [self = shared_from_this()](error_code failed, tcp::resolver::results_type const& results) {
        self->found.set(failed, results);
        self->ready.cancel();
    };
    resolver.async_resolve(host, std::to_string(port), tcp::resolver::numeric_service,
                           asio::bind_executor(resolver.get_executor(), std::move(keep)));
}

} // namespace feishu::http::detail
