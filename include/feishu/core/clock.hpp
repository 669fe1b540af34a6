#pragma once
// clock: the library's source of time. A test derives from it and moves the time instead of waiting.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>

namespace feishu {

/// Monotonic time; std::chrono::steady_clock unless `now` is overridden.
///
/// Thread safety: `now` is called on any number of threads at once. It must not throw.
class clock {
public:
    using time_point = std::chrono::steady_clock::time_point;

    virtual ~clock() = default;
    /// The current time.
    virtual time_point now() const { return std::chrono::steady_clock::now(); }
};

} // namespace feishu
