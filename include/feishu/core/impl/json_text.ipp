#pragma once

#include <feishu/core/json_text.hpp>

namespace feishu::field {

// Undoes exactly what the library's writer does to typed content: \" \\ \n \r \t \b \f and \u00XX.
FEISHU_DECL std::string json_text::document() const {
    if (!escaped_)
        return bytes_;
    std::string out;
    out.reserve(bytes_.size());
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (bytes_[i] != '\\' || i + 1 == bytes_.size()) {
            out += bytes_[i];
            continue;
        }
        switch (char const c = bytes_[++i]; c) {
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'u':
            if (i + 4 < bytes_.size()) {
                auto const nibble = [](char h) { return h <= '9' ? h - '0' : (h | 0x20) - 'a' + 10; };
                out += static_cast<char>(nibble(bytes_[i + 3]) * 16 + nibble(bytes_[i + 4]));
                i += 4;
            }
            break;
        default: out += c;
        }
    }
    return out;
}

} // namespace feishu::field
