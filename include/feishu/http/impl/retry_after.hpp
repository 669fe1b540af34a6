#pragma once
// retry_after: the wait that a response requests before the next attempt.

#include <chrono>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// The wait that a response requests: the longer of x-ogw-ratelimit-reset (the platform's gateway, seconds)
/// and Retry-After (seconds, or a date, which counts from the response's own Date, or from `now` if that is
/// absent or invalid). From 0, if it has neither, to a year.
FEISHU_DECL std::chrono::milliseconds
retry_after(header_list const& headers,
            std::chrono::system_clock::time_point now = std::chrono::system_clock::now());

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/retry_after.ipp>
#endif
