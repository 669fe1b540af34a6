#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/http/impl/connection.ipp>

namespace feishu::http::detail {

/// Addresses of a host, or why there are none.
struct addresses {
    error_code failed{};
    std::vector<tcp::endpoint> endpoints{};
    bool done = false;

    void set(error_code why, tcp::resolver::results_type const& found) {
        failed = why;
        done = true;
        for (auto const& entry : found)
            endpoints.push_back(entry.endpoint());
    }
};

/// The address that a numeric host already is; not done for a name.
inline addresses numeric_address(std::string const& host, std::uint16_t port) {
    addresses out;
    error_code a_name;
    auto const address = asio::ip::make_address(host, a_name);
    if (!a_name)
        out = {.failed = {}, .endpoints = {tcp::endpoint(address, port)}, .done = true};
    return out;
}

/// A lookup whose waiter may leave before it ends: the system's resolver cannot be interrupted.
struct async_lookup : std::enable_shared_from_this<async_lookup> {
    explicit async_lookup(asio::any_io_executor const& executor)
        : resolver(executor), ready(executor, clock::time_point::max()) {}

    void start(std::string const& host, std::uint16_t port) {
        auto keep = [self = shared_from_this()](error_code failed,
                                                tcp::resolver::results_type const& results) {
            self->found.set(failed, results);
            self->ready.cancel();
        };
        resolver.async_resolve(host, std::to_string(port), tcp::resolver::numeric_service,
                               asio::bind_executor(resolver.get_executor(), std::move(keep)));
    }

    tcp::resolver resolver;
    asio::steady_timer ready; ///< never expires; cancelled when there is something to see
    addresses found;
};

/// Lookups for synchronous calls. Asio resolves on a thread of the context's own; a context for each lookup
/// keeps idle connections free of such threads, and a call free to leave at its deadline.
class blocking_lookups {
public:
    /// Not done when the deadline came first.
    addresses run(std::string const& host, std::uint16_t port, clock::time_point deadline) {
        sweep();
        auto lookup = std::make_unique<pending>();
        lookup->resolver.async_resolve(host, std::to_string(port), tcp::resolver::numeric_service,
                                       [found = &lookup->found](error_code failed, auto const& results) {
                                           found->set(failed, results);
                                       });
        lookup->context.run_until(deadline);
        auto out = lookup->found;
        if (!out.done) {
            std::scoped_lock const lock(mutex_);
            abandoned_.push_back(std::move(lookup));
        }
        return out;
    }

private:
    struct pending {
        asio::io_context context{1};
        tcp::resolver resolver{context};
        addresses found;
    };

    /// Ending a context waits for its lookup, so an abandoned one stays until its lookup is over.
    void sweep() {
        std::scoped_lock const lock(mutex_);
        std::erase_if(abandoned_, [](auto const& lookup) {
            lookup->context.poll();
            return lookup->found.done;
        });
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<pending>> abandoned_;
};

} // namespace feishu::http::detail
