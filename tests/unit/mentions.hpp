#pragma once

#include <string_view>

#include <feishu/core/error.hpp>

namespace test {

inline bool mentions(feishu::error const& e, std::string_view text) {
    return e.message.find(text) != e.message.npos;
}

} // namespace test
