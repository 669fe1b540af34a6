#pragma once

#include <algorithm>
#include <charconv>

#include <feishu/core/impl/base64.hpp>
#include <feishu/http/impl/proxy_connect.hpp>

namespace feishu::http::detail {

inline constexpr std::size_t max_connect_response = 16u << 10;

/// The status and reason of a status line, printable.
inline std::string printable(std::string_view text) {
    std::string out(text.substr(0, 80));
    std::ranges::replace_if(
        out, [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

inline error proxy_failure(proxy const& via, base_url const& target, std::string const& reason,
                           int status = 0) {
    return error{.kind = status != 0 ? error_kind::http : error_kind::transport,
                 .message = "the proxy " + via.authority() + " did not connect to " + target.authority() +
                            ": " + reason,
                 .http_status = status,
                 .may_have_executed = false};
}

FEISHU_DECL std::string connect_request(proxy const& via, base_url const& target,
                                        std::string_view user_agent) {
    auto const to = target.authority();
    std::string out = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n";
    if (!user_agent.empty())
        out.append("User-Agent: ").append(user_agent).append("\r\n");
    if (!via.user.empty())
        out += "Proxy-Authorization: Basic " + to_base64(via.user + ":" + via.password) + "\r\n";
    return out + "\r\n";
}

FEISHU_DECL result<bool> read_connect_response(std::string_view so_far, proxy const& via,
                                               base_url const& target) {
    auto const refuse = [&](std::string const& reason, int status = 0) {
        return proxy_failure(via, target, reason, status);
    };
    constexpr std::string_view start = "HTTP/1.";
    auto const known = (std::min)(start.size(), so_far.size());
    if (so_far.substr(0, known) != start.substr(0, known))
        return refuse("it does not use HTTP/1.1");
    auto const end = so_far.find("\r\n\r\n");
    if (end == so_far.npos && so_far.size() < max_connect_response)
        return false;
    if (end == so_far.npos || end > max_connect_response)
        return refuse("its response has more than " + std::to_string(max_connect_response) + " bytes");
    auto const line = so_far.substr(0, so_far.find("\r\n")); // HTTP/1.1 200 Connection established
    int status = 0;
    if (line.size() < 12 || line[8] != ' ' || (line.size() > 12 && line[12] != ' ') ||
        std::from_chars(line.data() + 9, line.data() + 12, status).ptr != line.data() + 12 || status < 200)
        return refuse("its response has a malformed status line");
    if (status == 407)
        return refuse(via.user.empty() ? "it requires a user name and password (status 407)"
                                       : "it rejects the user name and password (status 407)",
                      407);
    if (status >= 300)
        return refuse("it responded with status " + printable(line.substr(9)), status);
    if (so_far.size() != end + 4)
        return refuse("it sent bytes before it was asked for any");
    return true;
}

} // namespace feishu::http::detail
