#pragma once
// Parsing of scheme://host:port, common to the URLs of servers and of proxies.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

constexpr bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

FEISHU_DECL std::string lower(std::string_view text);

/// Scheme, host and port.
struct url_start {
    bool tls = true;        ///< https, not http
    std::string host{};     ///< lower case; an IPv6 address without its brackets
    std::uint16_t port = 0; ///< the scheme's default if the text has none
    bool ipv6 = false;      ///< host is an IPv6 literal
};

/// Removes the scheme from `text`. False if it is neither https nor http.
FEISHU_DECL bool take_scheme(std::string_view& text, url_start& out);
/// Removes the host from `text`. Returns what is wrong with it, if anything.
FEISHU_DECL std::optional<std::string_view> take_host(std::string_view& text, url_start& out);
/// Parses the rest of the authority: a port, or nothing. False if it is neither.
FEISHU_DECL bool take_port(std::string_view text, url_start& out);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/url_parts.ipp>
#endif
