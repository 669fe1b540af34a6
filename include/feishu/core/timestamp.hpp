#pragma once
// Points in time as the platform sends them: decimal strings of milliseconds or seconds since 1970 (UTC).
// `auto when = message.create_time.time();` is a std::chrono::sys_time.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <compare>
#include <cstdint>

namespace feishu {

/// A point in time, a string of digits on the wire; `Unit` is std::chrono::milliseconds or seconds.
/// Zero means absent: it is not sent; absent and empty fields read as zero.
template <class Unit>
class unix_time {
public:
    constexpr unix_time() = default;
    constexpr explicit unix_time(std::int64_t count) : count_(count) {}
    constexpr unix_time(std::chrono::sys_time<Unit> time) : count_(time.time_since_epoch().count()) {}

    /// The point in time.
    constexpr std::chrono::sys_time<Unit> time() const { return std::chrono::sys_time<Unit>{Unit{count_}}; }
    constexpr operator std::chrono::sys_time<Unit>() const { return time(); }
    /// Units since 1970-01-01T00:00:00Z.
    constexpr std::int64_t count() const { return count_; }
    /// False when absent.
    constexpr bool has_value() const { return count_ != 0; }

    friend constexpr auto operator<=>(unix_time const&, unix_time const&) = default;

private:
    std::int64_t count_ = 0;
};

using unix_millis = unix_time<std::chrono::milliseconds>; ///< milliseconds since 1970
using unix_seconds = unix_time<std::chrono::seconds>;     ///< seconds since 1970

/// True for unix_time.
template <class T>
inline constexpr bool is_unix_time = false;
template <class Unit>
inline constexpr bool is_unix_time<unix_time<Unit>> = true;

} // namespace feishu
