#pragma once
// Name lookup for asynchronous calls: the addresses of a host.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// The addresses of a host, or the error.
struct addresses {
    error_code failed{};
    std::vector<tcp::endpoint> endpoints{};
    bool done = false;

    FEISHU_DECL void set(error_code why, tcp::resolver::results_type const& found);
};

/// The address of a numeric host; not `done` for a name.
FEISHU_DECL addresses numeric_address(std::string const& host, std::uint16_t port);

/// A lookup that may outlive its caller: the system's resolver cannot be interrupted.
struct async_lookup : std::enable_shared_from_this<async_lookup> {
    explicit async_lookup(asio::any_io_executor const& executor)
        : resolver(executor), ready(executor, (steady_clock::time_point::max)()) {}

    FEISHU_DECL void start(std::string const& host, std::uint16_t port);

    tcp::resolver resolver;
    asio::steady_timer ready; ///< never expires; canceled when the lookup has ended
    addresses found;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/lookup.ipp>
#endif
