#pragma once
// endpoint_config: the validated address, TLS, proxy and User-Agent settings of connections to one host.

#include <chrono>
#include <optional>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/tls_context.hpp>
#include <feishu/http/proxy.hpp>
#include <feishu/http/transport_params.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// Settings of connections to one host.
struct endpoint_config {
    base_url url{};
    tls_context tls{}; ///< null for http
    std::optional<proxy> via{};
    std::string user_agent{};  ///< the whole field value
    std::string host_header{}; ///< that of url
    std::chrono::milliseconds connect_timeout{};       ///< as in transport_params
    std::chrono::milliseconds tls_handshake_timeout{}; ///< as in transport_params
};

/// Validates the settings in `params` for connections to `url`. Errors: kind validation.
FEISHU_DECL result<endpoint_config> make_endpoint_config(base_url url, transport_params const& params);

/// The same for the accounts host. It shares the TLS settings of the API host. Errors: field accounts_url.
FEISHU_DECL result<endpoint_config> make_accounts_config(endpoint_config const& api,
                                                         transport_params const& params);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/endpoint_config.ipp>
#endif
