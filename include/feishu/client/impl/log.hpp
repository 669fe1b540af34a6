#pragma once
// log_line: one line to the user's log.

#include <algorithm>
#include <string>

#include <feishu/client/client_config.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

/// Nothing without client_config::log. Control characters are replaced: names in a response come from outside. What the
/// callback throws is dropped.
inline void log_line(client_config const& config, std::string line) {
    if (!config.log)
        return;
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    guard([&] { config.log(line); });
}

} // namespace feishu::detail
