#pragma once
// The steps of establishing a connection, as both drivers take them, and their errors.

#include <cstddef>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

enum class connect_step { resolving, connecting, proxy, handshake };

/// `reason`, the step and its peer. `may_have_executed` is false.
FEISHU_DECL error connect_error(endpoint_config const& target, connect_step at, error_kind kind,
                                std::string const& reason);

/// How long to try one of `remaining` addresses: each gets an equal share of the remaining time, so that one
/// that drops packets does not use up the time of the following ones.
inline steady_clock::time_point share_of(steady_clock::time_point limit, steady_clock::time_point now,
                                         std::size_t remaining) {
    return now + (limit - now) / static_cast<long>(remaining);
}

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connect_step.ipp>
#endif
