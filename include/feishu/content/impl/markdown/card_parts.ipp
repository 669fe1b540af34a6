#pragma once
// card_parts: the cards of a document.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/impl/markdown/card_text.hpp>
#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/fill.hpp>
#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/content/markdown_options.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail::md {

// Text is escaped by numeric references of up to six bytes. A code block has fences as long as what begins its lines.
inline constexpr byte_costs card_text_costs = [] {
    byte_costs out = raw_byte_costs;
    for (char const c : std::string_view("\\`*_[]<>~&|$#+-=:.)"))
        out[static_cast<unsigned char>(c)] = 6;
    return out;
}();
inline constexpr byte_costs card_code_costs = [] {
    byte_costs out = raw_byte_costs;
    out['`'] = out['~'] = 6;
    return out;
}();
inline constexpr costs card_costs{
    .text = card_text_costs, .code = card_code_costs, .run = 48, .line = 8, .code_line = 4};

inline constexpr std::size_t max_table_columns = 50;
inline constexpr std::size_t cell_bytes = 24;    // around the text of a cell
inline constexpr std::size_t column_bytes = 150; // around the name of a column

/// Makes cards of a document.
class card_parts {
public:
    card_parts(document const& of, markdown_options const& options)
        : document_(of), options_(options), room_(room_of(options)),
          parts_(of, card_costs, piece_bytes(room_)) {
        for (std::size_t t = 0; t < of.tables.size(); ++t)
            room_.table_bytes.push_back(table_bytes(of.tables[t]));
        for (std::size_t i = 0; i < of.leaves.size(); ++i)
            add(i);
    }

    std::vector<card::card> make() const {
        auto const ranges = fill(document_, parts_.pieces, room_);
        std::vector<card::card> out;
        for (auto const& range : ranges) {
            out.push_back(make(range));
            if (options_.numbered && ranges.size() > 1)
                out.back().body.elements.push_back(card::markdown{
                    .content = "(" + std::to_string(out.size()) + "/" + std::to_string(ranges.size()) + ")",
                    .text_size = "notation"});
        }
        return out;
    }

private:
    // What the frame leaves; each component and text has a tag.
    static room room_of(markdown_options const& options) {
        auto const frame = json::to_string(options.frame);
        std::size_t tags = 0;
        for (auto i = frame.find("\"tag\""); i != frame.npos; i = frame.find("\"tag\"", i + 1))
            ++tags;
        auto const bytes = raw_cost(frame) + number_bytes;
        auto const all = (std::max)(options.max_bytes, min_part_bytes);
        return {.bytes = all > bytes + min_part_bytes / 2 ? all - bytes : min_part_bytes / 2,
                .elements = options.max_elements > tags + 2 ? options.max_elements - tags - 1 : 1,
                .tables = (std::max)(options.max_tables, std::size_t(1)),
                .element_bytes = 64};
    }

    std::string column_title(cell const& of) const {
        std::string out;
        for (auto i = of.first; i < of.last; ++i)
            out += document_.text_of(document_.runs[i]);
        return out;
    }

    std::size_t table_bytes(table const& of) const {
        auto const& header = document_.leaves[of.first_leaf];
        std::size_t sum = 150;
        for (auto i = header.first; i < header.last; ++i)
            sum += column_bytes + raw_cost(column_title(document_.cells[i]));
        return sum;
    }

    // The title of a column is plain text, which cannot mention.
    bool has_mention(leaf const& header) const {
        for (auto i = header.first; i < header.last; ++i)
            for (auto k = document_.cells[i].first; k < document_.cells[i].last; ++k)
                if (document_.runs[k].kind == run_kind::mention)
                    return true;
        return false;
    }

    bool is_native(std::size_t t) const {
        auto const& one = document_.tables[t];
        if (options_.max_tables == 0 || one.rows == 0 || one.columns.empty() ||
            one.columns.size() > max_table_columns || document_.leaves[one.first_leaf].container != none ||
            room_.table_bytes[t] > room_.bytes / 2 || has_mention(document_.leaves[one.first_leaf]))
            return false;
        for (std::size_t i = 1; i <= one.rows; ++i)
            if (!parts_.takes_row(document_.leaves[one.first_leaf + i], cell_bytes))
                return false;
        return true;
    }

    void add(std::size_t i) {
        auto const& block = document_.leaves[i];
        auto const depth = block.container == none ? 0 : document_.containers[block.container].depth;
        auto const around = 100 + 100 * depth + (block.kind == leaf_kind::code ? 220 : 0);
        if (block.kind != leaf_kind::row)
            return parts_.add(i, std::span(document_.runs).subspan(block.first, block.last - block.first),
                              around);
        auto const& of = document_.tables[block.table];
        if (i == of.first_leaf)
            native_ = is_native(block.table);
        if (!native_)
            parts_.add_as_text(i, around);
        else if (i != of.first_leaf)
            parts_.add_row(i, cell_bytes);
    }

    card::card make(cell const& range) const {
        auto out = options_.frame;
        for (auto i = range.first; i < range.last;) {
            auto const& p = parts_.pieces[i];
            if (is_root_rule(document_, p)) {
                out.body.elements.push_back(card::hr{});
                ++i;
            } else if (p.is_row) {
                out.body.elements.push_back(make_table(i, range.last));
            } else {
                out.body.elements.push_back(card::markdown{make_text(i, range.last)});
            }
        }
        return out;
    }

    // The text of the pieces from `i` on that are text.
    std::string make_text(std::size_t& i, std::size_t last) const {
        card_text text(document_, parts_);
        while (i < last && !parts_.pieces[i].is_row && !is_root_rule(document_, parts_.pieces[i])) {
            auto const first = i++;
            while (i < last && parts_.pieces[i].continues && !parts_.pieces[i].is_row)
                ++i;
            auto const from = parts_.pieces[first].first;
            text.add(parts_.pieces[first].leaf,
                     std::span(parts_.runs).subspan(from, parts_.pieces[i - 1].last - from),
                     parts_.pieces[first].continues);
        }
        return std::move(text).take();
    }

    card::table make_table(std::size_t& i, std::size_t last) const {
        auto const t = document_.leaves[parts_.pieces[i].leaf].table;
        std::vector<card::row> rows;
        for (; i < last && parts_.pieces[i].is_row && document_.leaves[parts_.pieces[i].leaf].table == t; ++i)
            rows.push_back(make_row(parts_.pieces[i]));
        auto const page = static_cast<int>((std::min)(rows.size(), std::size_t(10)));
        return {.columns = columns_of(document_.tables[t]), .rows = std::move(rows), .page_size = page};
    }

    static std::string column_name(std::size_t i) { return "c" + std::to_string(i + 1); }

    std::vector<card::table_column> columns_of(table const& of) const {
        std::vector<card::table_column> out;
        auto const& header = document_.leaves[of.first_leaf];
        for (std::size_t i = 0; i < of.columns.size(); ++i) {
            card::table_column column{.name = column_name(i), .data_type = card::data_type::markdown};
            column.display_name = column_title(document_.cells[header.first + i]);
            if (of.columns[i] == alignment::center)
                column.horizontal_align = card::align::center;
            else if (of.columns[i] == alignment::right)
                column.horizontal_align = card::align::right;
            out.push_back(std::move(column));
        }
        return out;
    }

    card::row make_row(piece const& p) const {
        card_text const text(document_, parts_);
        card::row out;
        for (auto i = p.first; i < p.last; ++i) {
            auto const& c = parts_.cells[i];
            out[column_name(i - p.first)] =
                text.inline_text(std::span(parts_.runs).subspan(c.first, c.last - c.first));
        }
        return out;
    }

    document const& document_;
    markdown_options const& options_;
    room room_;
    splitter parts_;
    bool native_ = false; // the table of the last row
};

} // namespace feishu::detail::md
