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

FEISHU_DECL error connect_error(endpoint_config const& target, connect_step at, error_kind kind,
                                std::string const& reason, std::string const& attempts) {
    error e;
    e.kind = kind;
    e.message = reason + " " + describe_step(target, at);
    if (!attempts.empty())
        e.message += " (" + attempts + ")";
    e.may_have_executed = false;
    return e;
}

} // namespace feishu::http::detail
