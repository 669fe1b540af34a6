#pragma once
// parse_date: parses textual dates, which legacy card callbacks have in X-Lark-Request-Timestamp.
//
//     parse_date("Monday, 14-Nov-22 15:53:37 CST");      // RFC 850
//     parse_date("Mon, 14 Nov 2022 07:53:37 GMT");       // RFC 1123
//     parse_date("Mon Nov 14 07:53:37 2022");            // asctime

#include <chrono>
#include <optional>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Accepts the formats of RFC 850, RFC 1123, asctime and date(1). The time zone is an offset (+0800) or a
/// name: GMT, UTC, Z or one of the platform's regions, where CST is China Standard Time; UTC if omitted.
/// Empty for any other text.
FEISHU_DECL std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/date_text.ipp>
#endif
