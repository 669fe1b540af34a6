#pragma once
// Fills cards or posts with pieces, in order.

#include <cstddef>
#include <vector>

#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// What a card or a post has room for.
struct room {
    std::size_t bytes = 0;
    std::size_t elements = none;
    std::size_t tables = none;
    std::size_t element_bytes = 0;             ///< of an element around its text
    std::vector<std::size_t> table_bytes = {}; ///< of each table, without its rows
};

/// True for a piece that is an element by itself: a rule that is in no container.
FEISHU_DECL bool is_root_rule(document const& of, piece const& p);

/// The pieces of each card or post: ranges. A heading stays with what follows it.
FEISHU_DECL std::vector<cell> fill(document const& of, std::vector<piece> const& pieces, room const& each);

/// Bytes of a piece, such that little room is left over.
constexpr std::size_t piece_bytes(room const& each) { return each.bytes / 6 - 60; }

/// Bytes of `(1/3)` and what is around it, at most.
inline constexpr std::size_t number_bytes = 160;
/// Bytes of a card or post below which nothing fits.
inline constexpr std::size_t min_part_bytes = 4096;

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/fill.ipp>
#endif
