#pragma once

#include <string>
#include <utility>

#include <feishu/client/impl/exchange_attempt.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/core/version.hpp>

namespace feishu::detail {

// Whether nobody can say if the platform acted on the request.
inline bool outcome_unknown(error const& e) {
    switch (e.kind) {
    case error_kind::validation:
    case error_kind::auth: return false;
    case error_kind::transport:
    case error_kind::timeout:
    case error_kind::canceled:
    case error_kind::decode: return e.processed;
    case error_kind::http: return e.processed && e.http_status >= 500;
    case error_kind::api: break;
    }
    auto const* info = find_errc(e.code);
    if (info == nullptr)
        return e.http_status >= 500;
    return info->kind == errc_kind::server || info->kind == errc_kind::conflict;
}

FEISHU_DECL std::string user_agent(std::string_view extension) {
    std::string out = "feishu-cpp/" FEISHU_VERSION;
    if (!extension.empty())
        out.append(" ").append(extension);
    return out;
}

FEISHU_DECL exchange_attempt::exchange_attempt(client_config const& config, prepared_call& call)
    : config_(config), call_(call), decoder_(*call.spec, call.target, *call.type, config.max_response_bytes) {
    auto& headers = call_.request.headers;
    if (http::find_header(headers, "User-Agent").empty())
        headers.push_back({"User-Agent", user_agent(config.user_agent)});
}

FEISHU_DECL result<void> exchange_attempt::finish(result<void> exchanged) {
    auto outcome = decoder_.finish(std::move(exchanged));
    if (outcome)
        return outcome;
    auto e = std::move(outcome).error();
    e.may_duplicate = !call_.idempotent && outcome_unknown(e);
    return e;
}

} // namespace feishu::detail
