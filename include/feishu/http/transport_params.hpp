#pragma once
// transport_params: how the default transport reaches the platform.

#include <chrono>
#include <cstddef>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http {

/// Settings of make_beast_transport. Durations may be zero or negative (over at once) or as long as can be.
struct transport_params {
    std::string base_url = "https://open.feishu.cn"; ///< scheme, host and port; https or http
    std::string accounts_url{}; ///< for requests to host::accounts; empty: derived from base_url, see accounts_url_of
    std::string ca_file{};                           ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};                            ///< the same as text (the emulator's own CA)
    std::string proxy{};                             ///< "http://user:password@host:port"; none when empty
    std::string user_agent{}; ///< appended to "feishu-cpp/VERSION" in User-Agent: "my-bot/1.2"; visible ASCII
    std::chrono::milliseconds connect_timeout{5'000}; ///< DNS, TCP, proxy and TLS together; within the call's timeout
    std::chrono::seconds idle_timeout{30};            ///< an idle connection older than this is not reused
    std::size_t max_idle = 8;                         ///< idle connections kept for later calls
};

} // namespace feishu::http
