#pragma once
// A parsed Markdown document: blocks in order, each with the containers around it, and their text in runs of one style.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/ids.hpp>

namespace feishu::detail::md {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Deeper lists and quotes are displayed at this depth, so that prefixes of lines stay short.
inline constexpr std::size_t max_depth = 8;

/// Styles of text, as flags.
enum style : unsigned char { bold = 1, italic = 2, strike = 4 };

/// Kinds of runs. The text of a mention is its name; that of an image is its alternative text.
enum class run_kind : unsigned char { text, code, mention, image, soft_break, hard_break };

/// A part of a line with one style; its text is a range of the document's.
struct run {
    run_kind kind = run_kind::text;
    unsigned char styles = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t link = none;   ///< index of the URL
    std::size_t target = none; ///< index of the mention or image
};

/// A mention.
struct mention {
    std::string id; ///< `all` for everyone
    bool is_email = false;
};

/// Kinds of blocks.
enum class leaf_kind : unsigned char { paragraph, heading, code, rule, row };

/// A block that contains no blocks.
struct leaf {
    leaf_kind kind = leaf_kind::paragraph;
    unsigned level = 0;           ///< of a heading
    std::size_t container = none; ///< index of the innermost one
    std::size_t first = 0;        ///< runs; of a row, cells
    std::size_t last = 0;
    std::size_t table = none; ///< of a row
    std::string language{};   ///< of code
};

/// A cell of a row: its runs.
struct cell {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Alignment of a column.
enum class alignment : unsigned char { unspecified, left, center, right };

/// A table. Its rows are leaves, the header first.
struct table {
    std::vector<alignment> columns{};
    std::size_t first_leaf = 0;
    std::size_t rows = 0; ///< without the header
};

/// A quote or a list item.
struct container {
    bool is_quote = false;
    std::size_t parent = none;
    std::size_t depth = 1;
    bool tight = false;      ///< no blank lines between the items of its list
    std::size_t list = none; ///< identifies the list
    std::string marker{};    ///< `- `, `3. `
    std::size_t first_leaf = none;
};

/// Blanks before what is in an item: four are a level for the platform, and as many as its marker has is what CommonMark
/// needs.
inline std::size_t indentation_of(container const& item) {
    return item.marker.size() > 4 ? item.marker.size() : 4;
}

/// A parsed document.
struct document {
    std::string text;
    std::vector<run> runs;
    std::vector<leaf> leaves;
    std::vector<cell> cells;
    std::vector<table> tables;
    std::vector<container> containers;
    std::vector<std::string> links;
    std::vector<mention> mentions;
    std::vector<image_key> images;
    run separator; ///< text between the cells of a row that is displayed as text

    /// Bytes before a further line of a block in these containers.
    std::size_t indentation(std::size_t innermost) const {
        std::size_t sum = 0;
        for (auto c = innermost; c != none; c = containers[c].parent)
            sum += indentation_of(containers[c]);
        return sum;
    }
    std::string_view text_of(run const& r) const {
        return std::string_view(text).substr(r.begin, r.end - r.begin);
    }
};

} // namespace feishu::detail::md
