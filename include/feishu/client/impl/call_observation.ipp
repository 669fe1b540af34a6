#pragma once

#include <string>
#include <utility>

#include <feishu/client/impl/call_observation.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/log.hpp>
#include <feishu/client/impl/trace_context.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

inline void call_hook(client_config const& config, call_report const& facts) {
    if (auto const thrown = guard([&] { config.on_call(facts); }))
        log_line(config, log_level::error, "client_config::on_call threw an exception: " + *thrown);
}

FEISHU_DECL call_observation::call_observation(client_config const& config, prepared_call const& call)
    : config_(config), call_(call) {
    facts_.endpoint = call.spec->id;
    facts_.method = call.spec->method;
}

FEISHU_DECL void call_observation::spend(span on, time_point now) {
    if (last_) {
        facts_.*on += now - *last_;
        facts_.total += now - *last_;
    }
    last_ = now;
}

FEISHU_DECL http::exchange_stats* call_observation::start_attempt() {
    ++facts_.attempts;
    stats_ = {};
    return &stats_;
}

FEISHU_DECL void call_observation::finish_attempt(int status, std::string_view log_id) {
    facts_.bytes_sent += stats_.bytes_sent;
    facts_.bytes_received += stats_.bytes_received;
    facts_.connection_reused = stats_.connection_reused;
    facts_.http_status = status;
    log_id_ = log_id;
}

FEISHU_DECL void call_observation::report(error const* failure) {
    facts_.traceparent = call_.traceparent();
    facts_.log_id = log_id_;
    if (failure != nullptr) {
        facts_.failure = failure->kind;
        facts_.code = failure->code;
        facts_.retry_after = failure->retry_after;
        if (failure->http_status != 0)
            facts_.http_status = failure->http_status;
        if (!failure->log_id.empty())
            facts_.log_id = failure->log_id;
    }
    call_hook(config_, facts_);
}

FEISHU_DECL void read_counters(client_core& core, client_counters& out) { out = core.limits().totals.get(); }

FEISHU_DECL error unsent(client_core& core, endpoint_spec const& spec, std::string_view traceparent,
                         error why) {
    core.limits().totals.on_failure();
    log_failure(core.config(), why);
    if (core.config().on_call)
        call_hook(core.config(),
                  {.endpoint = spec.id,
                   .method = spec.method,
                   .failure = why.kind,
                   .traceparent = is_traceparent(traceparent) ? traceparent : std::string_view()});
    return why;
}

} // namespace feishu::detail
