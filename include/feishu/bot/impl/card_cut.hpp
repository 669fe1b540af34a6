#pragma once
// card_cut: where a Markdown text that grows must continue in another card, so that neither the platform's limits nor a
// code block, a table or a character breaks.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// What one card holds. The platform accepts cards of 30 KB and five tables; three tables were accepted wherever it
/// was tried.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table
struct card_limits {
    std::size_t bytes = 28'000; ///< of the text, escaped as JSON
    std::size_t tables = 3;     ///< at least 1
};

/// Where a text continues in the next card.
struct card_cut {
    std::size_t end = 0;   ///< bytes that stay
    std::string closing{}; ///< what follows them: the end of an open code block
    std::string
        opening{}; ///< what the next card begins with: the code block's first line, the table's header
};

/// The bytes of `text` inside a JSON string.
FEISHU_DECL std::size_t escaped_size(std::string_view text);

/// The best place to cut: before a paragraph, else a line, else a word, else a character. Nothing if the text fits. The
/// first `repeated` bytes are an earlier cut's opening, and more than these stay. Takes time for one card, however long
/// the text is.
FEISHU_DECL std::optional<card_cut> cut_for_card(std::string_view text, card_limits limits,
                                                 std::size_t repeated = 0);

/// What ends the code block that is open at the end of `text`; empty if none is.
FEISHU_DECL std::string open_code_block(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/card_cut.ipp>
#endif
