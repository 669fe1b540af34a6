#pragma once

#include <algorithm>
#include <charconv>
#include <system_error>

#include <feishu/http/impl/ip_address.hpp>
#include <feishu/http/impl/url_parts.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// A DNS name: labels of letters, digits, '-' and '_', none empty or longer than 63; a trailing dot is
/// allowed.
inline bool is_host_name(std::string_view text) {
    if (text.ends_with('.'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 253)
        return false;
    std::size_t label = 0;
    for (char const c : text) {
        if (c == '.' ? label == 0 : !(is_alnum(c) || c == '-' || c == '_'))
            return false;
        label = c == '.' ? 0 : label + 1;
        if (label > 63)
            return false;
    }
    return label != 0;
}

FEISHU_DECL std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

FEISHU_DECL bool take_scheme(std::string_view& text, url_start& out) {
    auto const end = text.find("://");
    if (end == text.npos)
        return false;
    auto const scheme = text.substr(0, end);
    text.remove_prefix(end + 3);
    out.tls = iequals(scheme, "https");
    out.port = out.tls ? 443 : 80;
    return out.tls || iequals(scheme, "http");
}

FEISHU_DECL std::optional<std::string_view> take_host(std::string_view& text, url_start& out) {
    out.ipv6 = text.starts_with('[');
    auto const end = out.ipv6 ? text.find(']') : (std::min)(text.find(':'), text.size());
    if (end == text.npos)
        return "has an IPv6 address without its closing bracket";
    out.host = lower(text.substr(out.ipv6 ? 1 : 0, out.ipv6 ? end - 1 : end));
    text.remove_prefix(out.ipv6 ? end + 1 : end);
    if (out.host.empty())
        return "has no host";
    if (out.ipv6)
        return is_ipv6(out.host) ? std::nullopt
                                 : std::optional<std::string_view>("has a malformed IPv6 address");
    if (!is_host_name(out.host))
        return "has a host that is neither a DNS name (international ones in their xn-- form) nor an IP "
               "address";
    return std::nullopt;
}

FEISHU_DECL bool take_port(std::string_view text, url_start& out) {
    if (text.empty())
        return true;
    if (text[0] != ':' || text.size() > 6)
        return false;
    auto const [end, failure] = std::from_chars(text.data() + 1, text.data() + text.size(), out.port);
    return failure == std::errc{} && end == text.data() + text.size() && out.port != 0;
}

} // namespace feishu::http::detail
