#pragma once

#include <feishu/emulator/impl/gateway/access.hpp>
#include <feishu/emulator/impl/gateway/authorize.hpp>
#include <feishu/emulator/impl/gateway/envelope.hpp>
#include <feishu/http/impl/equal_secrets.hpp>

namespace feishu::emulator::detail {

// The host of `host:port`, without the brackets of an IPv6 address.
inline std::string_view host_part(std::string_view authority) {
    if (authority.starts_with('['))
        return authority.substr(1, authority.find(']') - 1);
    return authority.substr(0, authority.find(':'));
}

inline bool is_own_name(std::string_view host, access_policy const& policy) {
    return http::iequals(host, "localhost") || is_loopback(host) ||
           (!policy.host.empty() && host == policy.host);
}

// The origin of a page that the server itself delivered has the Host of the request.
inline bool is_foreign_origin(request const& req) {
    auto const origin = http::find_header(req.headers, "Origin");
    if (origin.empty())
        return http::find_header(req.headers, "Sec-Fetch-Site") == "cross-site";
    auto const scheme = origin.find("://");
    return scheme == std::string_view::npos ||
           origin.substr(scheme + 3) != http::find_header(req.headers, "Host");
}

FEISHU_DECL bool is_loopback(std::string_view address) {
    return address == "::1" ||
           (address.starts_with("127.") && address.find_first_not_of("0123456789.") == address.npos);
}

FEISHU_DECL std::optional<response> refuse_access(request const& req, access_policy const& policy) {
    auto const host = http::find_header(req.headers, "Host");
    // Where a token is asked for, the name may be any: no page knows the token.
    if (policy.token.empty() && !is_own_name(host_part(host), policy))
        return text_response(403, "403 forbidden: the host must be a name of this machine");
    if (is_foreign_origin(req))
        return text_response(403, "403 forbidden: requests of other sites are refused");
    if (!policy.token.empty() && !http::detail::equal_secrets(bearer(req), policy.token))
        return text_response(
            401, "401 unauthorized: the control interface needs its token, Authorization: Bearer …");
    return std::nullopt;
}

} // namespace feishu::emulator::detail
