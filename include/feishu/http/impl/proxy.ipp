#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/impl/url_parts.hpp>
#include <feishu/http/proxy.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http {
namespace detail {

/// Removes user and password from `authority`; false when they are malformed.
inline bool take_credentials(std::string_view& authority, proxy& out) {
    auto const at = authority.rfind('@');
    if (at == authority.npos)
        return true;
    auto const both = authority.substr(0, at);
    auto const colon = (std::min)(both.find(':'), both.size());
    if (!percent_decode(both.substr(0, colon), false, out.user) ||
        !percent_decode(both.substr((std::min)(colon + 1, both.size())), false, out.password))
        return false;
    if (out.user.empty() || out.user.find(':') != out.user.npos)
        return false;
    authority.remove_prefix(at + 1);
    return true;
}

/// One entry of NO_PROXY: a host or domain, which may have a port; `*` is all. IPv6 addresses may have brackets.
inline bool excludes(std::string entry, base_url const& url) {
    auto const colon = entry.rfind(':');
    auto const before = colon != entry.npos ? std::string_view(entry).substr(0, colon) : std::string_view();
    if (before.ends_with(']') || (!before.empty() && before.find(':') == before.npos)) {
        if (entry.substr(colon + 1) != std::to_string(url.port))
            return false;
        entry.erase(colon);
    }
    std::erase_if(entry, [](char c) { return c == '[' || c == ']'; });
    if (entry == "*" || entry == url.host)
        return true;
    if (entry.starts_with('.'))
        entry.erase(0, 1);
    return !entry.empty() && (url.host == entry || url.host.ends_with("." + entry));
}

/// NO_PROXY: entries separated by commas.
inline bool is_excluded(std::string_view list, base_url const& url) {
    while (!list.empty()) {
        auto const end = (std::min)(list.find(','), list.size());
        auto entry = lower(list.substr(0, end));
        list.remove_prefix((std::min)(end + 1, list.size()));
        std::erase_if(entry, [](char c) { return c == ' ' || c == '\t'; });
        if (excludes(std::move(entry), url))
            return true;
    }
    return false;
}

inline std::string process_variable(char const* name) {
    auto const* const value = std::getenv(name);
    return value != nullptr ? value : "";
}

} // namespace detail

FEISHU_DECL std::string proxy::authority() const {
    return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

FEISHU_DECL result<std::optional<proxy>> parse_proxy(std::string_view text) {
    auto const refuse = [](std::string_view why) { return feishu::detail::invalid_argument("proxy", why); };
    if (text.empty())
        return std::optional<proxy>();
    detail::url_start start;
    if (!detail::take_scheme(text, start) || start.tls)
        return refuse("must start with http://; other kinds of proxy are not supported");
    proxy out;
    auto authority = text.substr(0, text.find_first_of("/?#"));
    auto const rest = text.substr(authority.size());
    if (!rest.empty() && rest != "/")
        return refuse("must not have a path, a query or a fragment");
    if (!detail::take_credentials(authority, out))
        return refuse("has a user name or password that is not percent-encoded");
    if (auto const wrong = detail::take_host(authority, start))
        return refuse(*wrong);
    if (!detail::take_port(authority, start))
        return refuse("has a port that is not a number from 1 to 65535");
    out.host = std::move(start.host);
    out.port = start.port;
    out.ipv6 = start.ipv6;
    return std::optional(std::move(out));
}

FEISHU_DECL std::string proxy_from_environment(std::string_view text,
                                               std::function<std::string(char const*)> variable) {
    if (!variable)
        variable = detail::process_variable;
    auto const either = [&](char const* small, char const* large) {
        auto value = variable(small);
        return value.empty() ? variable(large) : value;
    };
    auto const url = parse_base_url(text);
    if (!url || detail::is_excluded(either("no_proxy", "NO_PROXY"), *url))
        return {};
    // In a CGI program, HTTP_PROXY is the field "Proxy" of the request, which its sender chooses
    // (CVE-2016-5385).
    bool const cgi = !variable("REQUEST_METHOD").empty();
    auto value = url->tls ? either("https_proxy", "HTTPS_PROXY")
                 : cgi    ? variable("http_proxy")
                          : either("http_proxy", "HTTP_PROXY");
    if (!value.empty() && value.find("://") == value.npos)
        value.insert(0, "http://");
    return value;
}

} // namespace feishu::http
