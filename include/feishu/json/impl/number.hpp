#pragma once
// The grammar of JSON numbers, and the double that is nearest to one.

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>
#include <string_view>
#include <system_error>

#include <feishu/json/impl/binding.hpp>

namespace feishu::json::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// True for the bytes that numbers consist of.
constexpr bool is_of_number(char c) {
    return is_digit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
}

/// The result of `scan_number`.
struct scanned_number {
    std::size_t size; ///< of the longest beginning that is one, or the beginning of one
    bool valid;       ///< that beginning is a number
};

/// Finds the end of the number at the beginning of `text`.
constexpr scanned_number scan_number(std::string_view text) {
    std::size_t i = 0;
    auto const at = [&](char c) { return i < text.size() && text[i] == c; };
    auto const digits = [&] {
        auto const begin = i;
        while (i < text.size() && is_digit(text[i]))
            ++i;
        return i != begin;
    };
    i += at('-') ? 1u : 0u;
    if (at('0'))
        ++i;
    else if (!digits())
        return {i, false};
    if (at('.')) {
        ++i;
        if (!digits())
            return {i, false};
    }
    if (at('e') || at('E')) {
        ++i;
        i += at('+') || at('-') ? 1u : 0u;
        if (!digits())
            return {i, false};
    }
    return {i, true};
}

// For a number that no double represents: infinity or zero, by the decimal exponent of its first significant digit.
inline double beyond_doubles(std::string_view text) {
    bool const negative = text.front() == '-';
    auto const e = std::min(text.find_first_of("eE"), text.size());
    auto const digits = text.substr(negative ? 1 : 0, e - (negative ? 1 : 0));
    auto const point = std::min(digits.find('.'), digits.size());
    auto const first = digits.find_first_of("123456789");
    long long exponent = 0;
    auto power = text.substr(std::min(e + 1, text.size()));
    power.remove_prefix(power.starts_with('+') ? 1 : 0);
    if (std::from_chars(power.data(), power.data() + power.size(), exponent).ec ==
        std::errc::result_out_of_range)
        exponent = (std::numeric_limits<long long>::max)() / 2 * (power.front() == '-' ? -1 : 1);
    exponent += static_cast<long long>(point) - static_cast<long long>(first);
    double const size = exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
    return negative ? -size : size;
}

/// The double that is nearest to a JSON number; infinite above the largest one.
inline double nearest_double(std::string_view text) {
    double number = 0;
    return parse_double(text, number) ? number : beyond_doubles(text);
}

} // namespace feishu::json::detail
