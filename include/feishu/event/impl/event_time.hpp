#pragma once
// Detects the unit of a timestamp by its magnitude: depending on the event, the platform sends seconds,
// milliseconds or microseconds.

#include <cstdint>

#include <feishu/core/timestamp.hpp>

namespace feishu::detail {

/// Milliseconds from a count of 10 digits (seconds), 13 (milliseconds) or 16 (microseconds).
constexpr std::int64_t to_millis(std::int64_t count) {
    constexpr std::int64_t most_seconds = 99'999'999'999;    // year 5138; in milliseconds, March 1973
    constexpr std::int64_t most_millis = 99'999'999'999'999; // year 5138; in microseconds, March 1973
    if (count <= most_seconds)
        return count * 1000;
    return count > most_millis ? count / 1000 : count;
}

/// Converts a time that was read as milliseconds but may be of another unit.
constexpr unix_millis by_magnitude(unix_millis read) {
    return read.count() > 0 ? unix_millis(to_millis(read.count())) : unix_millis();
}

} // namespace feishu::detail
