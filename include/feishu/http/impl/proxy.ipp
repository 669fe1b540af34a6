#pragma once

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include <feishu/core/impl/base64.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/impl/url.ipp>
#include <feishu/http/proxy.hpp>

namespace feishu::http {
namespace detail {

inline constexpr std::size_t max_connect_answer = 16u << 10;

/// Takes user and password off `authority`; false when they cannot be read.
inline bool take_credentials(std::string_view& authority, proxy& out) {
    auto const at = authority.rfind('@');
    if (at == authority.npos)
        return true;
    auto const both = authority.substr(0, at);
    auto const colon = std::min(both.find(':'), both.size());
    if (!percent_decode(both.substr(0, colon), false, out.user) ||
        !percent_decode(both.substr(std::min(colon + 1, both.size())), false, out.password))
        return false;
    if (out.user.empty() || out.user.find(':') != out.user.npos)
        return false;
    authority.remove_prefix(at + 1);
    return true;
}

/// NO_PROXY: hosts and domains, separated by commas; `*` is all.
inline bool is_excluded(std::string_view list, std::string_view host) {
    while (!list.empty()) {
        auto const end = std::min(list.find(','), list.size());
        auto entry = lower(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        std::erase_if(entry, [](char c) { return c == ' ' || c == '\t' || c == '[' || c == ']'; });
        if (entry == "*" || entry == host)
            return true;
        if (entry.starts_with('.'))
            entry.erase(0, 1);
        if (!entry.empty() && (host == entry || host.ends_with("." + entry)))
            return true;
    }
    return false;
}

inline std::string process_variable(char const* name) {
    auto const* const value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// A status line's end as it may be shown.
inline std::string printable(std::string_view text) {
    std::string out(text.substr(0, 80));
    std::ranges::replace_if(out, [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

inline error proxy_failure(proxy const& via, base_url const& target, std::string const& what,
                           int status = 0) {
    return error{.kind = status != 0 ? error_kind::http : error_kind::transport,
                 .message = "the proxy " + via.authority() + " did not connect to " + target.authority() +
                            ": " + what,
                 .http_status = status,
                 .may_have_executed = false};
}

} // namespace detail

FEISHU_DECL std::string proxy::authority() const {
    return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

FEISHU_DECL result<std::optional<proxy>> parse_proxy(std::string_view text) {
    auto const refuse = [](std::string_view why) { return detail::unusable("proxy", why); };
    if (text.empty())
        return std::optional<proxy>();
    base_url url;
    if (!detail::take_scheme(text, url) || url.tls)
        return refuse("must start with http://; it is asked to CONNECT, which needs no other kind");
    proxy out;
    auto authority = text.substr(0, text.find_first_of("/?#"));
    auto const rest = text.substr(authority.size());
    if (!rest.empty() && rest != "/")
        return refuse("must not have a path, a query or a fragment");
    if (!detail::take_credentials(authority, out))
        return refuse("has a user name or password that is not percent-encoded");
    if (auto const wrong = detail::take_host(authority, url))
        return refuse(*wrong);
    if (!detail::take_port(authority, url))
        return refuse("has a port that is not a number from 1 to 65535");
    out.host = std::move(url.host);
    out.port = url.port;
    out.ipv6 = url.ipv6;
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
    if (!url || detail::is_excluded(either("no_proxy", "NO_PROXY"), url->host))
        return {};
    auto value = url->tls ? either("https_proxy", "HTTPS_PROXY") : either("http_proxy", "HTTP_PROXY");
    if (!value.empty() && value.find("://") == value.npos)
        value.insert(0, "http://");
    return value;
}

FEISHU_DECL std::string connect_request(proxy const& via, base_url const& target) {
    auto const to = target.authority();
    std::string out = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n";
    if (!via.user.empty())
        out += "Proxy-Authorization: Basic " + to_base64(via.user + ":" + via.password) + "\r\n";
    return out + "\r\n";
}

FEISHU_DECL result<bool> read_connect_response(std::string_view so_far, proxy const& via,
                                             base_url const& target) {
    auto const refuse = [&](std::string const& what, int status = 0) {
        return detail::proxy_failure(via, target, what, status);
    };
    constexpr std::string_view start = "HTTP/1.";
    auto const known = std::min(start.size(), so_far.size());
    if (so_far.substr(0, known) != start.substr(0, known))
        return refuse("it does not speak HTTP/1.1");
    auto const end = so_far.find("\r\n\r\n");
    if (end == so_far.npos && so_far.size() < detail::max_connect_answer)
        return false;
    if (end == so_far.npos || end > detail::max_connect_answer)
        return refuse("its answer has more than " + std::to_string(detail::max_connect_answer) + " bytes");
    auto const line = so_far.substr(0, so_far.find("\r\n")); // HTTP/1.1 200 Connection established
    int status = 0;
    if (line.size() < 12 || line[8] != ' ' || (line.size() > 12 && line[12] != ' ') ||
        std::from_chars(line.data() + 9, line.data() + 12, status).ptr != line.data() + 12 || status < 200)
        return refuse("its answer has a malformed status line");
    if (status == 407)
        return refuse(via.user.empty() ? "it wants a user name and password (status 407)"
                                       : "it does not take the user name and password (status 407)",
                      407);
    if (status >= 300)
        return refuse("it answered with status " + detail::printable(line.substr(9)), status);
    if (so_far.size() != end + 4)
        return refuse("it sent bytes before it was asked for any");
    return true;
}

} // namespace feishu::http
