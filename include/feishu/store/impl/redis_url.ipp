#pragma once

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <feishu/http/impl/percent.hpp>
#include <feishu/http/impl/url_parts.hpp>
#include <feishu/http/message.hpp>
#include <feishu/store/impl/redis_url.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

/// Removes user and password from `authority`. Returns what is wrong with them, if anything.
inline std::string_view take_redis_credentials(std::string_view& authority, redis_url& out) {
    auto const at = authority.rfind('@');
    if (at == authority.npos)
        return {};
    auto const both = authority.substr(0, at);
    authority.remove_prefix(at + 1);
    auto const colon = both.find(':');
    if (colon == both.npos)
        return "must have a password with its user name, as in user:password@host";
    if (!http::percent_decode(both.substr(0, colon), false, out.user) ||
        !http::percent_decode(both.substr(colon + 1), false, out.password))
        return "has a user name or password that is not percent-encoded";
    return out.password.empty() ? "has an empty password" : std::string_view();
}

/// "/2"; nothing is 0.
inline bool read_redis_database(std::string_view path, int& out) {
    if (path.empty() || path == "/")
        return true;
    auto const* const end = path.data() + path.size();
    auto const [stop, failure] = std::from_chars(path.data() + 1, end, out);
    return failure == std::errc{} && stop == end && out >= 0 && out <= 1'000'000;
}

FEISHU_DECL result<redis_url> parse_redis_url(std::string_view text) {
    auto const refuse = [](std::string_view why) { return invalid_argument("url", why); };
    auto const scheme = text.substr(0, text.find("://"));
    redis_url out;
    out.server.tls = http::iequals(scheme, "rediss");
    if (scheme.size() == text.size() || (!out.server.tls && !http::iequals(scheme, "redis")))
        return refuse("must start with redis:// or rediss://");
    text.remove_prefix(scheme.size() + 3);
    if (text.find_first_of("?#") != text.npos)
        return refuse("must not have a query or a fragment; '?' and '#' in a password are percent-encoded");
    auto authority = text.substr(0, text.find('/'));
    if (!read_redis_database(text.substr(authority.size()), out.database))
        return refuse(
            "must end with the number of a database, if it has a path; '/' in a password is percent-encoded");
    if (auto const wrong = take_redis_credentials(authority, out); !wrong.empty())
        return refuse(wrong);
    http::detail::url_start start{.port = 6379};
    if (auto const wrong = http::detail::take_host(authority, start))
        return refuse(*wrong);
    if (!http::detail::take_port(authority, start))
        return refuse("has a port that is not a number from 1 to 65535");
    out.server.host = std::move(start.host);
    out.server.port = start.port;
    out.server.ipv6 = start.ipv6;
    return out;
}

} // namespace feishu::detail
