#pragma once
// content_range: what part of a file a response holds. No I/O.

#include <cstdint>
#include <optional>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// The bytes from `begin` to before `end`. Both are 0 for a range that cannot be satisfied (416).
struct content_range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::optional<std::uint64_t> size{}; ///< of the whole file, if the server states it

    friend bool operator==(content_range const&, content_range const&) = default;
};

/// Parses Content-Range: `bytes 0-9/100`, `bytes 0-9/*` or `bytes */100`. Nothing if it is malformed, contradicts
/// itself or is in another unit.
FEISHU_DECL std::optional<content_range> parse_content_range(std::string_view text);

/// Parses a number of bytes; nothing for any other text.
FEISHU_DECL std::optional<std::uint64_t> parse_byte_count(std::string_view text);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/content_range.ipp>
#endif
