#pragma once

#include <algorithm>
#include <utility>

#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/url_parts.hpp>
#include <feishu/http/message.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http {

FEISHU_DECL std::string base_url::authority() const {
    return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

FEISHU_DECL std::string base_url::host_header() const {
    auto const own_port = tls ? 443 : 80;
    auto const full = authority();
    return port == own_port ? full.substr(0, full.rfind(':')) : full;
}

FEISHU_DECL result<base_url> parse_base_url(std::string_view text) {
    auto const refuse = [](std::string_view why) { return feishu::detail::invalid_argument("base_url", why); };
    detail::url_start start;
    if (!detail::take_scheme(text, start))
        return refuse("must start with https:// or http://");
    if (text.find_first_of("?#") != text.npos)
        return refuse("must not have a query or a fragment");
    auto const slash = (std::min)(text.find('/'), text.size());
    auto authority = text.substr(0, slash);
    auto const path = text.substr(slash);
    if (authority.find('@') != authority.npos)
        return refuse("must not have a user name or password");
    if (auto const wrong = detail::take_host(authority, start))
        return refuse(*wrong);
    if (!detail::take_port(authority, start))
        return refuse("has a port that is not a number from 1 to 65535");
    if (path.find_first_not_of('/') != path.npos)
        return refuse("must not have a path: /open-apis/… is added to it, as in https://open.feishu.cn");
    return base_url{.tls = start.tls, .host = std::move(start.host), .port = start.port, .ipv6 = start.ipv6};
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
    auto const path = (std::min)(text.find_first_of("/?", scheme.size() + 3), text.size());
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
