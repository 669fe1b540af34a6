#pragma once
// The default transport: Boost.Beast over Asio, HTTP/1.1 with keep-alive, plain or TLS.
// `auto t = feishu::http::make_beast_transport({.base_url = "https://open.feishu.cn"}).value();`
// This header names no Beast, Asio or OpenSSL type.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::http {

/// How to reach the platform.
struct transport_params {
    std::string base_url = "https://open.feishu.cn"; ///< scheme, host and port; https or http
    std::string accounts_url{}; ///< for requests to host::accounts; empty: derived from base_url, see accounts_url_of
    std::string ca_file{};                           ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};                            ///< the same as text (the emulator's own CA)
    std::string proxy{};                             ///< "http://user:password@host:port"; none when empty
    std::chrono::milliseconds connect_timeout{5'000}; ///< DNS, TCP, proxy and TLS together; within the call's timeout
    std::chrono::seconds idle_timeout{30};            ///< an idle connection older than this is not reused
    std::size_t max_idle = 8;                         ///< idle connections kept for later calls
};

/// Connections are kept for later calls: one list for synchronous calls, one for each execution context of
/// asynchronous ones. When a kept connection turns out to be closed, the request is repeated once on a new one
/// if no byte of it went out, or if it is a GET; never once a byte of an answer has come. The transport and an
/// execution context may be destroyed in either order.
/// Errors: kind validation when base_url, accounts_url, the proxy or the CA settings are unusable.
FEISHU_DECL result<std::shared_ptr<transport>> make_beast_transport(transport_params params);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/beast_transport.ipp>
#endif
