#pragma once
// Runs of text in the Markdown dialect of cards.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// Joins the runs of pieces: what was one run is one again.
FEISHU_DECL std::vector<run> joined(std::span<run const> of);

/// Appends runs. Further lines begin with `line_prefix`, or are joined to one line.
FEISHU_DECL void append_inline(std::string& out, document const& of, splitter const& parts,
                               std::span<run const> runs, std::string_view line_prefix, bool one_line);

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/card_inline.ipp>
#endif
