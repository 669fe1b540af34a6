#pragma once

#include <feishu/core/json_text.hpp>

namespace feishu::field {

// Typed content is written without whitespace, and control characters in its strings are escaped already. So
// escaping the document has only put a backslash before quotes and backslashes.
FEISHU_DECL std::string json_text::document() const {
    if (!escaped_)
        return bytes_;
    std::string out;
    out.reserve(bytes_.size());
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (bytes_[i] == '\\' && i + 1 < bytes_.size())
            ++i;
        out += bytes_[i];
    }
    return out;
}

} // namespace feishu::field
