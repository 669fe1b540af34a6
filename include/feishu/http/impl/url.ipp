#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <feishu/http/message.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http {
namespace detail {

/// A setting of the transport, or a part of a request, that cannot be used.
inline error unusable(std::string_view field, std::string_view text) {
    violations found;
    found.add(field, text);
    error e;
    e.kind = error_kind::validation;
    e.field = field;
    e.message = e.field + " " + std::string(text);
    e.violations = std::move(found).take();
    e.may_have_executed = false;
    return e;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
constexpr bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Four decimal numbers up to 255.
inline bool is_ipv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        auto const digits = std::min(text.find('.'), text.size());
        unsigned value = 256;
        auto const [end, failure] = std::from_chars(text.data(), text.data() + digits, value);
        if (failure != std::errc{} || end != text.data() + digits || digits > 3 || value > 255)
            return false;
        text.remove_prefix(digits);
        if (part < 3 && text.empty())
            return false;
        text.remove_prefix(part < 3 ? 1 : 0);
    }
    return text.empty();
}

/// RFC 4291, without a zone id.
inline bool is_ipv6(std::string_view text) {
    std::size_t groups = 0;
    bool gap = false;
    if (text.starts_with("::")) {
        gap = true;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (is_ipv4(text)) {
            groups += 2;
            break;
        }
        std::size_t digits = 0;
        while (digits < text.size() && is_hex(text[digits]))
            ++digits;
        if (digits == 0 || digits > 4)
            return false;
        ++groups;
        text.remove_prefix(digits);
        if (text.empty())
            break;
        if (text.starts_with("::") && !gap) {
            gap = true;
            text.remove_prefix(2);
        } else if (text.size() > 1 && text[0] == ':' && text[1] != ':') {
            text.remove_prefix(1);
        } else {
            return false;
        }
    }
    return gap ? groups < 8 : groups == 8;
}

/// A DNS name: labels of letters, digits, '-' and '_', none empty or longer than 63; one dot may end it.
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

/// Characters of a path that is already encoded (RFC 3986); '?' and '#' are not among them.
inline bool is_encoded_path(std::string_view text) {
    constexpr std::string_view others = "-._~!$&'()*+,;=:@/%";
    return std::ranges::all_of(text, [&](char c) { return is_alnum(c) || others.find(c) != others.npos; });
}

inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

/// Takes the scheme off `text`.
inline bool take_scheme(std::string_view& text, base_url& url) {
    auto const end = text.find("://");
    if (end == text.npos)
        return false;
    auto const scheme = text.substr(0, end);
    text.remove_prefix(end + 3);
    url.tls = iequals(scheme, "https");
    url.port = url.tls ? 443 : 80;
    return url.tls || iequals(scheme, "http");
}

/// Takes the host off `text`; what is wrong with it otherwise.
inline std::optional<std::string_view> take_host(std::string_view& text, base_url& url) {
    url.ipv6 = text.starts_with('[');
    auto const end = url.ipv6 ? text.find(']') : std::min(text.find(':'), text.size());
    if (end == text.npos)
        return "has an IPv6 address without its closing bracket";
    url.host = lower(text.substr(url.ipv6 ? 1 : 0, url.ipv6 ? end - 1 : end));
    text.remove_prefix(url.ipv6 ? end + 1 : end);
    if (url.host.empty())
        return "has no host";
    if (url.ipv6)
        return is_ipv6(url.host) ? std::nullopt
                                 : std::optional<std::string_view>("has a malformed IPv6 address");
    if (!is_host_name(url.host))
        return "has a host that is neither a DNS name (international ones in their xn-- form) nor an IP "
               "address";
    return std::nullopt;
}

/// What remains of the authority is the port, or nothing.
inline bool take_port(std::string_view text, base_url& url) {
    if (text.empty())
        return true;
    if (text[0] != ':' || text.size() > 6)
        return false;
    auto const [end, failure] = std::from_chars(text.data() + 1, text.data() + text.size(), url.port);
    return failure == std::errc{} && end == text.data() + text.size() && url.port != 0;
}

} // namespace detail

FEISHU_DECL std::string base_url::authority() const {
    return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

FEISHU_DECL std::string base_url::host_header() const {
    auto const own_port = tls ? 443 : 80;
    auto const full = authority();
    return port == own_port ? full.substr(0, full.rfind(':')) : full;
}

FEISHU_DECL result<base_url> parse_base_url(std::string_view text) {
    auto const refuse = [](std::string_view why) { return detail::unusable("base_url", why); };
    base_url url;
    if (!detail::take_scheme(text, url))
        return refuse("must start with https:// or http://");
    if (text.find_first_of("?#") != text.npos)
        return refuse("must not have a query or a fragment");
    auto const slash = std::min(text.find('/'), text.size());
    auto authority = text.substr(0, slash);
    auto prefix = text.substr(slash);
    if (authority.find('@') != authority.npos)
        return refuse("must not have a user name or password");
    if (auto const wrong = detail::take_host(authority, url))
        return refuse(*wrong);
    if (!detail::take_port(authority, url))
        return refuse("has a port that is not a number from 1 to 65535");
    while (prefix.ends_with('/'))
        prefix.remove_suffix(1);
    if (!detail::is_encoded_path(prefix))
        return refuse("has a path with characters that must be percent-encoded");
    url.prefix = prefix;
    return url;
}

FEISHU_DECL base_url accounts_url_of(base_url api) {
    constexpr std::string_view open = "open.";
    if (api.host.starts_with(open))
        api.host.replace(0, open.size(), "accounts.");
    return api;
}

FEISHU_DECL result<web_socket_url> parse_web_socket_url(std::string_view text) {
    auto const refuse = [](std::string const& why) {
        return error{.kind = error_kind::decode, .message = "malformed URL of a WebSocket: it " + why};
    };
    auto const scheme = text.substr(0, text.find("://"));
    if (!iequals(scheme, "ws") && !iequals(scheme, "wss"))
        return refuse("must start with wss:// or ws://");
    text = text.substr(0, text.find('#'));
    auto const path = std::min(text.find_first_of("/?", scheme.size() + 3), text.size());
    auto server = parse_base_url("http" + detail::lower(text.substr(2, path - 2)));
    if (!server)
        return refuse(server.error().violations.at(0).text);
    auto target = std::string(text.substr(path));
    if (!target.starts_with('/'))
        target.insert(0, "/");
    if (!std::ranges::all_of(target, [](char c) { return c > ' ' && c < '\x7f'; }))
        return refuse("has characters that must be percent-encoded");
    return web_socket_url{std::move(*server), std::move(target)};
}

} // namespace feishu::http
