#pragma once
// retry_after: the wait that a response requests before the next attempt.

#include <chrono>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// The wait that a response requests: the longer of x-ogw-ratelimit-reset (the platform's gateway, seconds)
/// and Retry-After (seconds, or a date, which counts from the response's own Date). 0 if it has neither.
FEISHU_DECL std::chrono::milliseconds retry_after(header_list const& headers);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/retry_after.ipp>
#endif
