#pragma once
// Name lookup for synchronous calls: the addresses of a host, within a deadline.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/native_socket.hpp>

namespace feishu::http::detail {

/// The addresses of a host, or the error. It is deadline_passed() if the lookup has not ended in time.
struct found_addresses {
    error_code failed{};
    std::vector<socket_address> addresses{};
};

/// The system's resolver cannot be interrupted: it runs on a thread, so that a call can return at its deadline. Calls
/// that look up a host meanwhile wait for the same thread, so there is one for each host at most, even if the DNS
/// server does not respond. A numeric host needs no thread. Thread-safe.
///
/// The destructor waits for lookups under way, as long as the system's resolver is configured to (resolv.conf(5):
/// timeout, attempts). To detach their threads instead would let them run while the program ends.
class socket_lookups {
public:
    FEISHU_DECL socket_lookups();
    socket_lookups(socket_lookups const&) = delete;
    socket_lookups& operator=(socket_lookups const&) = delete;
    FEISHU_DECL ~socket_lookups();

    FEISHU_DECL found_addresses run(std::string const& host, std::uint16_t port,
                                    steady_clock::time_point deadline);

private:
    class pending;

    FEISHU_DECL std::shared_ptr<pending> join_or_start(std::string const& host, std::uint16_t port);

    std::mutex mutex_;
    std::vector<std::shared_ptr<pending>> pending_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_lookup.ipp>
#endif
