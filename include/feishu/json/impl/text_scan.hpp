#pragma once
// text_scan: the search for the bytes of a JSON string that are not copied as they are, 16 at a time where the
// processor has SSE2 (all of x86-64).

#include <cstddef>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::json::detail {

/// The result of `find_special`.
struct special {
    std::size_t at; ///< offset of the byte; the size of the text if there is none
    bool ascii;     ///< true when all bytes before it are ASCII
};

/// Finds the first quote, backslash or control character.
FEISHU_DECL special find_special(std::string_view text);

/// Copies `text` from `at` on to `to`, up to the first of those, and returns its offset, or the size of the text.
/// Overwrites up to 16 bytes behind what was copied.
FEISHU_DECL std::size_t copy_plain(std::string_view text, std::size_t at, char* to);

} // namespace feishu::json::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/text_scan.ipp>
#endif
