#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

#include <feishu/http/impl/retry_after.hpp>

namespace feishu::http::detail {

inline constexpr std::chrono::seconds longest_retry_after = std::chrono::hours(24 * 365);

/// Parses all of `text` as a number of seconds, clamped to a year.
inline std::optional<std::chrono::seconds> seconds_in(std::string_view text) {
    constexpr auto longest = longest_retry_after;
    if (text.empty() || text.find_first_not_of("0123456789") != text.npos)
        return std::nullopt;
    std::int64_t seconds = 0;
    auto const failed = std::from_chars(text.data(), text.data() + text.size(), seconds).ec;
    return failed != std::errc{} ? longest : (std::min)(std::chrono::seconds(seconds), longest);
}

/// Parses a date of RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
inline std::optional<std::chrono::sys_seconds> date_in(std::string_view text) {
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || !text.ends_with(" GMT"))
        return std::nullopt;
    auto const number = [&](std::size_t at, std::size_t size) { return seconds_in(text.substr(at, size)); };
    auto const month = std::ranges::find(months, text.substr(8, 3));
    auto const day = number(5, 2), year = number(12, 4), hour = number(17, 2), minute = number(20, 2),
               second = number(23, 2);
    if (month == months.end() || !day || !year || !hour || !minute || !second)
        return std::nullopt;
    std::chrono::year_month_day const date{
        std::chrono::year(static_cast<int>(year->count())),
        std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
        std::chrono::day(static_cast<unsigned>(day->count()))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(hour->count()) +
           std::chrono::minutes(minute->count()) + *second;
}

FEISHU_DECL std::chrono::milliseconds retry_after(header_list const& headers,
                                                  std::chrono::system_clock::time_point now) {
    auto const text = find_header(headers, "Retry-After");
    auto wait = seconds_in(text).value_or(std::chrono::seconds(0));
    if (auto const until = date_in(text)) {
        auto const local = std::chrono::floor<std::chrono::seconds>(now);
        wait = *until - date_in(find_header(headers, "Date")).value_or(local);
    }
    auto const reset =
        seconds_in(find_header(headers, "x-ogw-ratelimit-reset")).value_or(std::chrono::seconds(0));
    return std::clamp((std::max)(wait, reset), std::chrono::seconds(0), longest_retry_after);
}

} // namespace feishu::http::detail
