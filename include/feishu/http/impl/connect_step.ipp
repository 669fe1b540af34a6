#pragma once

#include <feishu/http/impl/connect_step.hpp>

namespace feishu::http::detail {

inline std::string describe_step(endpoint_config const& target, connect_step at) {
    auto const server = target.url.authority();
    auto const hop = target.via ? "the proxy " + target.via->authority() : server;
    switch (at) {
    case connect_step::resolving: return "while resolving the host of " + hop;
    case connect_step::connecting: return "while connecting to " + hop;
    case connect_step::proxy: return "while connecting to " + server + " through " + hop;
    case connect_step::handshake: break;
    }
    return "during the TLS handshake with " + server;
}

// What a user can do about it; `reason` is OpenSSL's text where it is a TLS error.
inline std::string_view connect_hint(connect_step at, bool via_proxy, std::string_view reason) {
    auto const says = [&](std::string_view text) { return reason.find(text) != reason.npos; };
    switch (at) {
    case connect_step::resolving:
        return via_proxy
                   ? "Check the host in client_config::proxy, and this machine's DNS."
                   : "Check the host in client_config::base_url, and this machine's DNS; if only a proxy has "
                     "access to the Internet, set client_config::proxy.";
    case connect_step::connecting:
        return via_proxy ? "Check host and port in client_config::proxy, and that the proxy is running."
                         : "Check host and port in client_config::base_url, and firewalls; if only a proxy "
                           "has access "
                           "to the Internet, set client_config::proxy.";
    case connect_step::proxy:
        return "Check user and password in client_config::proxy, and what the proxy allows.";
    case connect_step::handshake: break;
    }
    if (says("certificate"))
        return "Check the host in client_config::base_url and this machine's clock; trust a company's or "
               "proxy's own "
               "authority with client_config::ca_file. Debian: apt install ca-certificates.";
    if (says("wrong version number") || says("http request"))
        return "The server does not speak TLS at this port: check scheme and port in "
               "client_config::base_url.";
    return "Check scheme and port in client_config::base_url, and whether a firewall or proxy intercepts "
           "TLS.";
}

FEISHU_DECL error connect_error(endpoint_config const& target, connect_step at, error_kind kind,
                                std::string const& reason, std::string const& attempts) {
    error e;
    e.kind = kind;
    e.message = reason + " " + describe_step(target, at);
    if (!attempts.empty())
        e.message += " (" + attempts + ")";
    e.may_have_executed = false;
    if (kind != error_kind::canceled)
        e.hint = connect_hint(at, target.via.has_value(), reason);
    return e;
}

} // namespace feishu::http::detail
