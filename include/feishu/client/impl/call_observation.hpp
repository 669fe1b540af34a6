#pragma once
// call_observation: collects the facts of one call for client_config::on_call.

#include <string>

#include <feishu/client/call_report.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::detail {

/// Exists only if on_call is set. The configuration and the call outlive it. Not thread-safe.
class call_observation {
public:
    using time_point = clock::time_point;
    using span = call_report::duration call_report::*;

    FEISHU_DECL call_observation(client_config const& config, prepared_call const& call);

    /// The time since the last call of this function was spent on this.
    FEISHU_DECL void spend(span on, time_point now);
    /// An attempt begins; the transport counts what it transfers.
    FEISHU_DECL http::exchange_stats* start_attempt();
    /// An attempt has a response with this status and log id; 0 and empty if there was none.
    FEISHU_DECL void finish_attempt(int status, std::string_view log_id);
    void add_token_request() { ++facts_.token_requests; }

    /// The call has ended: calls on_call. What it throws is logged.
    FEISHU_DECL void report(error const* failure);

private:
    client_config const& config_;
    call_report facts_{};
    std::string log_id_{};
    http::exchange_stats stats_{}; ///< of the attempt
    time_point last_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/call_observation.ipp>
#endif
