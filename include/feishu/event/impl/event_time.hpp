#pragma once
// The unit of a point in time by its size: the platform sends seconds, milliseconds or microseconds, depending on the
// event.

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

/// A time that was read as milliseconds.
constexpr unix_millis by_magnitude(unix_millis read) {
    return read.count() > 0 ? unix_millis(to_millis(read.count())) : unix_millis();
}

} // namespace feishu::detail
