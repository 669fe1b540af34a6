#pragma once
// Name lookup: the addresses of a host.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// Addresses of a host, or why there are none.
struct addresses {
    error_code failed{};
    std::vector<tcp::endpoint> endpoints{};
    bool done = false;

    FEISHU_DECL void set(error_code why, tcp::resolver::results_type const& found);
};

/// The address that a numeric host already is; not done for a name.
FEISHU_DECL addresses numeric_address(std::string const& host, std::uint16_t port);

/// A lookup whose caller may leave before it ends: the system's resolver cannot be interrupted.
struct async_lookup : std::enable_shared_from_this<async_lookup> {
    explicit async_lookup(asio::any_io_executor const& executor)
        : resolver(executor), ready(executor, (steady_clock::time_point::max)()) {}

    FEISHU_DECL void start(std::string const& host, std::uint16_t port);

    tcp::resolver resolver;
    asio::steady_timer ready; ///< never expires; cancelled when the lookup has ended
    addresses found;
};

/// Lookups for synchronous calls. Asio resolves on a thread of the context; a context for each lookup keeps idle
/// connections free of such threads, and a call free to leave at its deadline. Thread-safe.
class blocking_lookups {
public:
    /// Not done when the deadline came first.
    FEISHU_DECL addresses run(std::string const& host, std::uint16_t port, steady_clock::time_point deadline);

private:
    struct pending {
        asio::io_context context{1};
        tcp::resolver resolver{context};
        addresses found;
    };

    FEISHU_DECL void sweep();

    std::mutex mutex_;
    std::vector<std::unique_ptr<pending>> abandoned_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/lookup.ipp>
#endif
