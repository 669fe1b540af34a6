#pragma once
// Shared by message content types: converts a described struct to the document in a JSON string, escaped when
// written, with the violations that validation found.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {

/// The content document of a described struct.
template <class T>
field::json_text content_text(T const& content) {
    std::string literal;
    json::write<T, json::level::embedded>(literal, content);
    return field::json_text::escaped_content(T::msg_type, std::move(literal), check(content).take());
}

/// Reports `text` that is not UTF-8.
inline void check_content_utf8(std::string_view text, std::string_view at, std::vector<violation>& found) {
    auto const scanned = utf8::scan(text);
    if (!scanned.valid())
        found.push_back({.field = std::string(at),
                         .rule = rule::utf8,
                         .actual = static_cast<std::int64_t>(scanned.invalid_at)});
}

} // namespace feishu::detail
