#pragma once
// transport_params: the network settings of the built-in transports, see make_socket_transport and
// make_beast_transport.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http {

/// Settings of a transport. The certificate and the host name of an https server are always verified: no setting turns
/// that off; a server with a private CA needs ca_file or ca_pem.
/// Durations of zero or less expire at once; the maximum never expires.
struct transport_params {
    std::string base_url = "https://open.feishu.cn"; ///< scheme, host and port; https or http
    std::string accounts_url{}; ///< for host::accounts; if empty, accounts_url_of(base_url)
    std::string ca_file{};      ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};       ///< the same as text (such as the emulator's CA)
    std::string proxy{};        ///< "http://user:password@host:port"; none when empty
    std::string user_agent{}; ///< appended to "feishu-cpp/VERSION" in User-Agent: "my-bot/1.2"; visible ASCII
    std::chrono::milliseconds connect_timeout{5'000}; ///< DNS, TCP and proxy, within the call's timeout
    std::chrono::milliseconds tls_handshake_timeout{5'000}; ///< within the call's timeout
    std::chrono::seconds idle_timeout{30};            ///< an idle connection older than this is not reused
    std::size_t max_idle = 8;                         ///< idle connections kept per pool
};

} // namespace feishu::http
