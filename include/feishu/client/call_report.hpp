#pragma once
// call_report: the facts about a call that has ended, for metrics and traces; client_counters: their totals.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .on_call = [](feishu::call_report const& call) {
//         std::cout << call.endpoint << ": " << call.attempts << " attempts, code " << call.code << '\n'; }}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include <feishu/core/clock.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>

namespace feishu {

/// One call. It has no tokens, secrets, bodies or texts of errors.
///
/// Lifetimes: the texts are valid during client_config::on_call.
struct call_report {
    using duration = clock::time_point::duration;

    std::string_view endpoint{};         ///< `im.v1.message.create`
    verb method = verb::get;             ///< of the endpoint
    std::optional<error_kind> failure{}; ///< none: it succeeded
    /// Of the last attempt, or of the token request that has failed; 0 if that had no response.
    int http_status = 0;
    int code = 0;              ///< of the platform, of the same; 0 for success, or if there was none
    std::string_view log_id{}; ///< of the same; may be empty
    std::chrono::milliseconds retry_after{}; ///< what the platform stated with the failure; 0 for none
    int attempts = 0;               ///< requests to the endpoint, each sent or begun; 0 if none was made
    int token_requests = 0;         ///< requests for the token that this call has needed
    bool connection_reused = false; ///< of the last attempt
    /// Of the HTTP messages of all attempts, before encryption, if the transport counts them. Of a request that is
    /// repeated because its connection was closed, everything that was sent.
    std::uint64_t bytes_sent = 0;
    std::uint64_t bytes_received = 0;
    duration total{};               ///< from the call to its outcome; the sum of those below
    duration waited_for_token{};    ///< fetching a token, or waiting for another caller to do it
    duration waited_for_turn{};     ///< pacing, and pauses that the platform asked for
    duration waited_for_retry{};    ///< before attempts after the first
    duration exchanging{};          ///< connecting, sending and receiving
    std::string_view traceparent{}; ///< call_options::traceparent; empty if that is malformed
};

/// Totals of a client and its copies.
///
/// The platform states no remaining monthly quota, only that it is used up, by code 99991403. It counts the calls of
/// all custom apps of a tenant, and starts again on the first day of a month.
struct client_counters {
    std::uint64_t succeeded = 0; ///< calls
    std::uint64_t failed = 0;    ///< calls, those included that were not sent because they are invalid
    std::uint64_t retries = 0;   ///< repetitions after a failure, also of token requests and with a new token
    std::uint64_t token_requests = 0; ///< requests for tokens
    std::uint64_t rate_limited = 0;   ///< attempts that were turned down because of a rate limit
    std::uint64_t quota_refused = 0;  ///< attempts that were turned down because the monthly quota is used up
    std::optional<clock::time_point> quota_refused_at{}; ///< the last one, by client_config::clock
};

} // namespace feishu
