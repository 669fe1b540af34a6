#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/client/impl/exchange_attempt.hpp>
#include <feishu/client/impl/log.hpp>
#include <feishu/client/impl/response_receiver.hpp>
#include <feishu/client/impl/upload_progress.hpp>

namespace feishu::detail {

FEISHU_DECL bool outcome_unknown(error const& e) {
    switch (e.kind) {
    case error_kind::validation:
    case error_kind::auth: return false;
    case error_kind::transport:
    case error_kind::timeout:
    case error_kind::canceled:
    case error_kind::file:
    case error_kind::store:
    case error_kind::decode: return e.may_have_executed;
    case error_kind::http: return e.may_have_executed && e.http_status >= 500;
    case error_kind::api: break;
    }
    auto const* info = find_errc(e.code);
    if (info == nullptr)
        return e.http_status >= 500;
    return info->kind == errc_kind::server || info->kind == errc_kind::conflict;
}

FEISHU_DECL exchange_attempt::exchange_attempt(client_config const& config, prepared_call& call)
    : config_(config), call_(call), decoder_(*call.spec, call.target, *call.type) {}

// A transfer may take as long as it needs, but fails when no bytes are transferred. The receiver of a download limits
// its size.
FEISHU_DECL actions::exchange exchange_attempt::start(std::chrono::milliseconds timeout, http::exchange_stats* stats) {
    http::exchange_options options{.timeout = timeout,
                                   .first_byte_timeout = config_.first_byte_timeout,
                                   .max_response_bytes = config_.max_response_bytes,
                                   .stats = stats};
    if (call_.is_transfer())
        options.idle_timeout = config_.timeout;
    if (call_.download == nullptr)
        return {&call_.request, &decoder_, options};
    options.max_response_bytes = (std::numeric_limits<std::uint64_t>::max)();
    options.reject_excess = true;
    return {&call_.request, &call_.download->begin(call_.request.headers, decoder_), options};
}

FEISHU_DECL result<void> exchange_attempt::finish(result<void> exchanged) {
    auto outcome = check_essential(call_.download != nullptr ? call_.download->finish(std::move(exchanged))
                                                             : decoder_.finish(std::move(exchanged)));
    if (config_.log && !decoder_.notes().empty())
        log_line(config_, log_level::warning,
                 std::string(call_.spec->id) + ": skipped in the response: " + decoder_.notes().to_string());
    if (outcome)
        return outcome;
    auto e = std::move(outcome).error();
    if (call_.progress && !call_.progress->stopped().empty()) {
        e.kind = error_kind::canceled;
        e.message = call_.progress->stopped();
    }
    e.may_duplicate = !call_.idempotent && outcome_unknown(e);
    return e;
}

FEISHU_DECL result<void> exchange_attempt::check_essential(result<void> outcome) const {
    auto const missing =
        outcome && call_.missing != nullptr ? call_.missing(call_.target) : std::string_view();
    if (missing.empty())
        return outcome;
    auto e = decoder_.make_error(error_kind::decode,
                                 "the response reports success but lacks " + std::string(missing));
    e.field = missing;
    return e;
}

} // namespace feishu::detail
