#pragma once
// log_line: writes one line to the user's log.

#include <algorithm>
#include <string>

#include <feishu/client/client_config.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/core/log.hpp>

namespace feishu::detail {

/// Does nothing without client_config::log. Control characters are replaced, because names from a response
/// are untrusted. Exceptions of the callback are dropped.
inline void log_line(client_config const& config, log_level level, std::string line) {
    if (!config.log)
        return;
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    guard([&] { config.log(level, line); });
}

/// The line of a call that has failed, if client_config::log_failures asks for it.
inline void log_failure(client_config const& config, error const& why) {
    if (config.log_failures)
        log_line(config, log_level::error, why.to_string());
}

} // namespace feishu::detail
