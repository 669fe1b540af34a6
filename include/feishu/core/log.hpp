#pragma once
// log_function: receives log lines, with their level or without.
//
//     config.log = [](std::string_view line) { std::cerr << line << '\n'; };
//     config.log = [](feishu::log_level level, std::string_view line) {
//         if (level >= feishu::log_level::warning)
//             std::cerr << feishu::to_string(level) << ": " << line << '\n';
//     };

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace feishu {

/// How much a log line matters, the least first.
enum class log_level {
    debug,   ///< of use while looking for a fault
    info,    ///< what the library did by itself: a retry, a reconnection
    warning, ///< something was skipped, rejected or lost its connection; the program goes on
    error    ///< something failed that nothing else reports: a handler, a callback
};

/// The name of a level.
constexpr std::string_view to_string(log_level level) {
    switch (level) {
    case log_level::debug: return "debug";
    case log_level::info: return "info";
    case log_level::warning: return "warning";
    case log_level::error: break;
    }
    return "error";
}

/// A function of (log_level, std::string_view), or of std::string_view alone; may be empty. A line is valid during
/// the call. Lines have no tokens, secrets or message texts.
///
/// Thread safety: called on any thread, several at a time.
class log_function {
public:
    log_function() = default;
    log_function(std::nullptr_t) {}
    template <class F>
        requires std::is_invocable_v<F&, log_level, std::string_view>
    log_function(F write) : write_(std::move(write)) {}
    template <class F>
        requires(std::is_invocable_v<F&, std::string_view> && !std::is_invocable_v<F&, log_level, std::string_view>)
    log_function(F write) {
        // A pointer or a std::function may be null; a lambda converts to a pointer, but is not.
        if constexpr (std::is_pointer_v<F> || requires { typename F::result_type; write == nullptr; })
            if (write == nullptr)
                return;
        write_ = [write = std::move(write)](log_level, std::string_view line) mutable { write(line); };
    }

    explicit operator bool() const { return static_cast<bool>(write_); }
    void operator()(log_level level, std::string_view line) const { write_(level, line); }

private:
    std::function<void(log_level, std::string_view)> write_{};
};

} // namespace feishu
