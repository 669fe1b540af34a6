#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/emulator/impl/faults/faulty_response.hpp>
#include <feishu/emulator/impl/gateway/authorize.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

// Whether the platform acts on the request.
inline bool executes(injected_fault const& injected) {
    switch (injected.kind) {
    case fault::rate_limit:
    case fault::server_error:
    case fault::gateway_page: return injected.options.executed.value_or(false);
    case fault::empty_body: return injected.options.executed.value_or(true);
    case fault::reset_before_processing: return false;
    default: return true;
    }
}

inline int status_of(injected_fault const& injected) {
    if (injected.options.status != 0)
        return injected.options.status;
    switch (injected.kind) {
    case fault::rate_limit: return 429;
    case fault::server_error: return 500;
    case fault::gateway_page: return 502;
    default: return 200;
    }
}

// The error of the platform that a fault stands for; without a code if the platform does not send it.
inline error refusal_of(injected_fault const& injected) {
    auto const code = injected.options.code;
    error out;
    if (injected.kind == fault::rate_limit)
        out = refuse(code != 0 ? code : 99991400);
    else if (injected.kind == fault::server_error)
        out = refuse(code != 0 ? code : 2200);
    out.http_status = status_of(injected);
    return out;
}

// The response to a request that was executed all the same.
inline response replaced_by(error const& refused, response const& real) {
    std::string const log_id(http::find_header(real.headers, "X-Tt-Logid"));
    auto out = refusal_response({.error = refused}, log_id, {});
    out.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"X-Tt-Logid", log_id}};
    return out;
}

inline response gateway_page(int status) {
    auto const title = std::to_string(status) + " Bad Gateway";
    return {.status = status,
            .headers = {{"Content-Type", "text/html"}, {"Server", "Tengine"}},
            .body = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title +
                    "</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n"};
}

inline void add_rate_limit_headers(response& out, std::chrono::seconds wait) {
    for (auto& header : rate_limit_headers(100, wait))
        out.headers.push_back(std::move(header));
}

inline bool is_json(response const& what) {
    return http::find_header(what.headers, "Content-Type").starts_with("application/json");
}

// What is sent of the response of the platform, and how.
inline void damage(faulty_response& out, injected_fault const& injected) {
    auto& body = out.response.body;
    auto const& options = injected.options;
    switch (injected.kind) {
    case fault::latency: out.delay = options.delay; break;
    case fault::rate_limit: add_rate_limit_headers(out.response, options.retry_after); break;
    case fault::gateway_page: out.response = gateway_page(status_of(injected)); break;
    case fault::empty_body: out.response = {.status = status_of(injected)}; break;
    case fault::truncated_json:
        if (is_json(out.response))
            body.resize(body.size() / 2);
        break;
    case fault::content_length_too_long:
        out.content_length = body.size() + 100;
        out.end = connection_end::closed;
        break;
    case fault::content_length_too_short: out.content_length = body.size() / 2; break;
    case fault::slow_bytes:
        out.piece_bytes = options.bytes != 0 ? options.bytes : body.size() / 4 + 1;
        out.piece_delay = options.delay;
        break;
    case fault::cut_response:
        out.body_bytes = (std::min)(options.bytes != 0 ? options.bytes : body.size() / 2, body.size());
        out.end = connection_end::closed;
        break;
    case fault::reset_before_processing:
    case fault::reset_after_processing:
        out.lost = true;
        out.end = connection_end::reset;
        break;
    case fault::close_idle: out.end = connection_end::closed; break;
    case fault::half_open: out.end = connection_end::silent; break;
    default: break;
    }
}

FEISHU_DECL faulty_response respond_with_fault(injected_fault const& injected, dispatcher& platform,
                                               shared_state& tenant, request const& req) {
    auto const name = to_string(injected.kind);
    if (injected.kind == fault::token_expired)
        tenant->expire_token(bearer(req));
    else if (injected.kind == fault::token_revoked)
        tenant->revoke_token(bearer(req));
    faulty_response out;
    auto refused = refusal_of(injected);
    if (!executes(injected)) {
        out.response = platform.refuse_request(req, std::move(refused), name);
    } else {
        out.response = platform.handle_request(req, name);
        if (refused.code != 0)
            out.response = replaced_by(refused, out.response);
    }
    damage(out, injected);
    return out;
}

} // namespace feishu::emulator::detail
