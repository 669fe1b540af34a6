#pragma once
// clock: where the library takes the time from, so that tests move it instead of waiting.

#include <chrono>

namespace feishu {

/// Monotonic time. The default is the machine's; a test derives from it.
class clock {
public:
    using time_point = std::chrono::steady_clock::time_point;

    virtual ~clock() = default;
    virtual time_point now() const { return std::chrono::steady_clock::now(); }
};

} // namespace feishu
