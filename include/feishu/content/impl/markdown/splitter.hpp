#pragma once
// splitter: divides blocks into pieces of bounded size, from which cards and posts are filled. Pieces of one block that
// meet in one card are joined again.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// Bytes that each byte of a text takes as it is sent, at most.
using byte_costs = std::array<unsigned char, 256>;

/// Bytes that a target takes, at most.
struct costs {
    byte_costs const& text;
    byte_costs const& code; ///< of code blocks
    std::size_t run;        ///< around the text of a run
    std::size_t line;       ///< of a line break, without its indentation
    std::size_t code_line;  ///< the same in a code block
};

/// The cost of each byte inside a JSON string that is inside a JSON string.
inline constexpr byte_costs raw_byte_costs = [] {
    byte_costs out{};
    for (std::size_t c = 0; c < out.size(); ++c)
        out[c] = c == '"' || c == '\\'                                ? 4
                 : c == '\b' || (c >= '\t' && c <= '\r' && c != '\v') ? 3
                 : c < ' '                                            ? 7
                                                                      : 1;
    return out;
}();

/// The sum of these.
FEISHU_DECL std::size_t raw_cost(std::string_view text);

/// A part of a block: runs of `splitter::runs`; of a row of a table, cells.
struct piece {
    std::size_t leaf = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t cost = 0;   ///< of the runs
    std::size_t around = 0; ///< of its block, once where several of its pieces meet
    bool continues = false; ///< not the first piece of its block
    bool is_row = false;    ///< of a table that is displayed as one
};

/// Divides blocks.
class splitter {
public:
    splitter(document const& of, costs const& target, std::size_t limit)
        : document_(of), target_(target), limit_(limit) {}

    /// Whether the URL of a run is short enough for a link.
    FEISHU_DECL bool links(run const& r) const;
    /// Appends the pieces of a block that contains these runs; `around` is the cost of the block without them.
    FEISHU_DECL void add(std::size_t leaf, std::span<run const> of, std::size_t around);
    /// The same for a row of a table that is displayed as text.
    FEISHU_DECL void add_as_text(std::size_t leaf, std::size_t around);
    /// The same for a row of a table, of which each piece is a row, each cell with the cost of `around`.
    FEISHU_DECL void add_row(std::size_t leaf, std::size_t around);
    /// Whether the pieces of a row stay below the limit.
    FEISHU_DECL bool takes_row(leaf const& row, std::size_t around_cell) const;

    std::vector<run> runs;
    std::vector<cell> cells;
    std::vector<piece> pieces;

private:
    FEISHU_DECL std::size_t around(run const& r) const;
    FEISHU_DECL std::size_t text_cost(run const& r) const;
    FEISHU_DECL std::size_t cost_of(run const& r) const;
    FEISHU_DECL void append(run const& r);
    FEISHU_DECL void append_text(run const& r);
    FEISHU_DECL void cut();
    FEISHU_DECL std::vector<cell> divide(std::span<run const> of, std::size_t limit);

    document const& document_;
    costs const& target_;
    std::size_t limit_;
    // Of the division that is running:
    std::vector<cell> parts_;
    std::vector<std::size_t> part_costs_;
    std::size_t most_ = 0; // cost of a part
    std::size_t line_ = 0; // cost of a line break
    bool in_code_ = false; // a code block
    std::size_t first_ = 0;
    std::size_t cost_ = 0;
};

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/splitter.ipp>
#endif
