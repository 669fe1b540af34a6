#pragma once
// base_url: the parsed address of a server, such as "https://open.feishu.cn" or "http://[::1]:8080". No I/O.
// `auto url = feishu::http::parse_base_url("https://open.feishu.cn").value();`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::http {

/// The parts of a base URL.
struct base_url {
    bool tls = true;        ///< https
    std::string host{};     ///< lower case; an IPv6 address without its brackets
    std::uint16_t port = 0; ///< the scheme's default if the text has none
    bool ipv6 = false;      ///< host is an IPv6 literal

    /// host:port, with brackets around an IPv6 address: for messages.
    FEISHU_DECL std::string authority() const;
    /// The value of the Host header field: the authority, without the port if it is the scheme's default.
    FEISHU_DECL std::string host_header() const;

    friend bool operator==(base_url const&, base_url const&) = default;
};

/// Parses scheme://host[:port], with or without a trailing slash; scheme is http or https.
/// Errors: kind validation, field base_url, with the reason. User names, paths, queries, fragments and zone
/// ids are errors.
FEISHU_DECL result<base_url> parse_base_url(std::string_view text);

/// The accounts host that belongs to an API host: accounts.X for open.X, as for open.feishu.cn and
/// open.larksuite.com. Any other base URL is returned unchanged: one server, such as the emulator, serves
/// both.
FEISHU_DECL base_url accounts_url_of(base_url api);

/// The parts of a WebSocket URL.
struct web_socket_url {
    base_url server{};    ///< tls: wss
    std::string target{}; ///< path and query
};

/// Parses ws://host[:port][/path][?query], or wss. Errors: kind decode, because the URL comes from a server.
FEISHU_DECL result<web_socket_url> parse_web_socket_url(std::string_view text);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/url.ipp>
#endif
