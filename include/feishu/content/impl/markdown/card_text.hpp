#pragma once
// card_text: writes blocks in the Markdown dialect of cards.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/impl/markdown/card_inline.hpp>
#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// The containers of a block, outermost first.
FEISHU_DECL std::vector<std::size_t> containers_of(document const& of, std::size_t innermost);

/// Whether a block follows the previous one without a blank line: in a tight list, or in a table.
FEISHU_DECL bool follows_closely(document const& of, std::size_t leaf, std::size_t previous);

/// Writes the text of a markdown element, block by block.
class card_text {
public:
    card_text(document const& of, splitter const& parts) : document_(of), parts_(parts) {}

    /// Appends a block, of which these are the runs.
    FEISHU_DECL void add(std::size_t leaf, std::span<run const> runs, bool continues);
    /// Runs alone, as in a cell of a table.
    FEISHU_DECL std::string inline_text(std::span<run const> runs) const;

    std::string take() && { return std::move(out_); }

private:
    struct level {
        std::size_t container;
        bool indents;
    };

    FEISHU_DECL std::string prefix(std::size_t levels) const;
    FEISHU_DECL void add_separator(std::size_t leaf, std::size_t common);
    FEISHU_DECL void add_markers(std::size_t leaf, std::size_t common, bool continues);
    FEISHU_DECL void add_code(leaf const& of, std::string_view text);

    document const& document_;
    splitter const& parts_;
    std::string out_;
    std::vector<level> levels_; // around the last block
    std::size_t last_ = none;   // block
};

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/card_text.ipp>
#endif
