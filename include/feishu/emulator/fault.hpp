#pragma once
// The kinds of faults that the emulator can inject, and how often they occur; see faults.hpp.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// What can go wrong. "Not executed" and "executed" say whether the platform acts on the request that is hit.
enum class fault {
    // Responses of the platform and its gateway
    latency,       ///< executed; the response is `delay` late
    rate_limit,    ///< not executed: 429, code 99991400, with x-ogw-ratelimit-reset and Retry-After
    server_error,  ///< not executed: 500, code 2200
    gateway_page,  ///< not executed: 502 with a page of HTML
    token_expired, ///< the access token expires before the request: refused with the platform's code
    token_revoked, ///< the same for a token that is revoked
    // Damaged responses
    empty_body,     ///< executed; 200 without a body
    truncated_json, ///< executed; half of the JSON, with a matching Content-Length; files are left whole
    content_length_too_long, ///< executed; more bytes are announced than are sent before the connection is closed
    content_length_too_short, ///< executed; fewer bytes are announced than are sent
    slow_bytes,               ///< executed; `bytes` of the response at a time, `delay` apart
    // Connections
    cut_response,            ///< executed; the connection is closed after `bytes` of the body
    reset_before_processing, ///< not executed; the connection is reset
    reset_after_processing,  ///< executed; the connection is reset, and the response lost
    close_idle,              ///< executed; the response promises to keep the connection, which is then closed
    half_open,               ///< executed; the connection stays open, but all that comes later is dropped
    // TLS, drawn for each new connection of an emulator with HTTPS
    certificate_expired,    ///< the certificate of the server expired yesterday
    certificate_wrong_host, ///< it is that of another host
    certificate_unknown_ca  ///< it was issued by an unknown certificate authority
};
BOOST_DESCRIBE_ENUM(fault, latency, rate_limit, server_error, gateway_page, token_expired, token_revoked,
                    empty_body, truncated_json, content_length_too_long, content_length_too_short, slow_bytes,
                    cut_response, reset_before_processing, reset_after_processing, close_idle, half_open,
                    certificate_expired, certificate_wrong_host, certificate_unknown_ca)

/// `fault::half_open` as "half_open".
FEISHU_DECL std::string_view to_string(fault kind);

/// How often a fault occurs, and its details. Durations are real time.
struct fault_options {
    double probability = 1;                           ///< for each matching request, from 0 to 1
    std::size_t count = static_cast<std::size_t>(-1); ///< how many times it occurs at most
    std::size_t skip = 0;                             ///< matching requests that it leaves alone first
    /// Whether the platform acts on the request first; by default, as documented at the fault. For rate_limit,
    /// server_error, gateway_page and empty_body.
    std::optional<bool> executed{};
    std::chrono::milliseconds delay{20}; ///< of latency and slow_bytes
    std::size_t bytes = 0; ///< of slow_bytes and cut_response; 0: a quarter of the response, half of the body
    int status = 0;        ///< of rate_limit, server_error, gateway_page, empty_body; 0: the usual one
    int code = 0;          ///< the platform's code of rate_limit and server_error; 0: the usual one
    std::chrono::seconds retry_after{}; ///< of rate_limit, in x-ogw-ratelimit-reset and Retry-After
};

/// Some faults of the requests with a method and a path, or of TLS connections.
struct fault_rule {
    std::string method{}; ///< empty: any
    std::string path{};   ///< the same
    std::vector<fault> one_of{};
    fault_options options{};
    std::uint64_t seen = 0; ///< matching requests so far
    std::size_t hits = 0;   ///< how many of them it hit
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/fault.ipp>
#endif
