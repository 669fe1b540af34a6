#pragma once
// proxy: the address of an HTTP proxy for connections (CONNECT), written as "http://user:password@host:port".
// `auto via = feishu::http::parse_proxy("http://proxy.example:3128").value();`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::http {

/// The parts of a proxy's address.
struct proxy {
    std::string host{};     ///< lower case; an IPv6 address without its brackets
    std::uint16_t port = 0; ///< 80 if the text has none
    bool ipv6 = false;      ///< host is an IPv6 literal
    std::string user{};     ///< decoded; empty if the proxy needs no authentication
    std::string password{}; ///< decoded

    /// host:port without credentials, for messages.
    FEISHU_DECL std::string authority() const;

    friend bool operator==(proxy const&, proxy const&) = default;
};

/// Parses http://[user:password@]host[:port]; user and password are percent-encoded. Nothing for empty text.
/// Errors: kind validation, field proxy; the text itself is not in the message.
FEISHU_DECL result<std::optional<proxy>> parse_proxy(std::string_view text);

/// The proxy that the environment configures for a base URL, for `client_config::proxy`; empty if none:
/// HTTPS_PROXY or HTTP_PROXY, unless NO_PROXY lists the host or a parent domain, alone or with the port of
/// the base URL. Lower-case names take precedence. HTTP_PROXY is ignored if REQUEST_METHOD is set: in a CGI program, the client of the web server
/// controls it. `variable` replaces the process's environment.
FEISHU_DECL std::string proxy_from_environment(std::string_view base_url,
                                               std::function<std::string(char const*)> variable = {});

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/proxy.ipp>
#endif
