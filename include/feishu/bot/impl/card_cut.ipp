#pragma once

#include <algorithm>
#include <limits>
#include <utility>

#include <feishu/bot/impl/card_cut.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::detail {

FEISHU_DECL std::size_t escaped_size(std::string_view text) {
    std::size_t size = 0;
    for (char const c : text)
        if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f')
            size += 2;
        else
            size += static_cast<unsigned char>(c) < 0x20 ? 6 : 1;
    return size;
}

// The longest opening that is repeated; a longer one would leave no room for what follows it.
inline constexpr std::size_t longest_opening = 1000;

/// Reads a text line by line, and remembers where it could be cut.
class card_cutter {
public:
    card_cutter(std::string_view text, card_limits limits, std::size_t repeated)
        : text_(text), limits_(limits), repeated_(repeated) {}

    std::optional<card_cut> cut() {
        while (line_begin_ < text_.size()) {
            line_end_ = (std::min)(text_.find('\n', line_begin_), text_.size() - 1) + 1;
            auto const line = text_.substr(line_begin_, line_end_ - line_begin_);
            remember_line();
            read_structure(line);
            if (tables_ > limits_.tables && before_table_ > repeated_)
                return card_cut{.end = before_table_};
            auto const size = line.size() > limits_.bytes ? line.size() : escaped_size(line);
            if (used_ + size + closing_size() > limits_.bytes)
                return cut_here();
            used_ += size;
            after_blank_ = line.find_first_not_of(" \t\r\n") == line.npos;
            previous_line_ = line_begin_;
            line_begin_ = line_end_;
        }
        return {};
    }

    std::string const& open_fence() const { return fence_; }

private:
    struct place {
        card_cut cut{};
        std::size_t used = 0;
    };
    enum quality { paragraph, whole_line, inside_block, count };

    // The line's begin, as a place to cut.
    void remember_line() {
        bool const in_block = !fence_.empty() || in_table_;
        if (line_begin_ <= repeated_ || (in_block && block_lines_++ == 0))
            return;
        place here{.cut = {.end = line_begin_}, .used = used_};
        auto kind = whole_line;
        if (!fence_.empty()) {
            here.cut.closing = fence_;
            here.cut.opening = fence_line_;
            kind = inside_block;
        } else if (in_table_) {
            here.cut.opening = table_head_;
            kind = inside_block;
        } else if (after_blank_ || text_[line_begin_] == '#') {
            kind = paragraph;
        }
        replaced_ = std::exchange(places_[kind], std::move(here));
        replaced_kind_ = kind;
    }

    void read_structure(std::string_view line) {
        bool const was_open = !fence_.empty();
        if (was_open ? closes_fence(line) : opens_fence(line))
            return;
        if (!was_open)
            read_table(line);
    }

    // The run of ` or ~ after indentation and quotation marks; the prefix is what precedes it.
    static std::size_t fence_run(std::string_view line, std::size_t& prefix) {
        prefix = (std::min)(line.find_first_not_of(" \t>"), line.size());
        auto const mark = prefix < line.size() ? line[prefix] : '\0';
        if (mark != '`' && mark != '~')
            return 0;
        return (std::min)(line.find_first_not_of(mark, prefix), line.size()) - prefix;
    }

    bool opens_fence(std::string_view line) {
        std::size_t prefix = 0;
        auto const run = fence_run(line, prefix);
        if (run < 3 || (line[prefix] == '`' && line.find('`', prefix + run) != line.npos))
            return false;
        fence_ = line.substr(0, prefix + run);
        fence_line_ = line.size() <= longest_opening ? std::string(line) : fence_;
        if (!fence_line_.ends_with('\n'))
            fence_line_ += '\n';
        in_table_ = false;
        block_lines_ = 0;
        return true;
    }

    bool closes_fence(std::string_view line) {
        std::size_t prefix = 0;
        auto const run = fence_run(line, prefix);
        auto const marks = fence_.size() - (std::min)(fence_.find_first_not_of(" \t>"), fence_.size());
        if (run < marks || line[prefix] != fence_.back() ||
            line.find_first_not_of(" \t\r\n", prefix + run) != line.npos)
            return false;
        fence_.clear();
        return true;
    }

    // A table begins with a header and a row like |---|:--:|, and ends at a line without `|`.
    void read_table(std::string_view line) {
        bool const cells = line.find('|') != line.npos;
        if (in_table_) {
            in_table_ = cells;
        } else if (cells && previous_has_cells_ && line.find('-') != line.npos &&
                   line.find_first_not_of("|-: \t\r\n") == line.npos) {
            in_table_ = true;
            ++tables_;
            block_lines_ = 0;
            if (places_[replaced_kind_].cut.end == line_begin_) // between the header and this row
                places_[replaced_kind_] = replaced_;
            before_table_ = previous_line_;
            table_head_ = line_end_ - previous_line_ <= longest_opening && line.ends_with('\n')
                              ? text_.substr(previous_line_, line_end_ - previous_line_)
                              : std::string_view();
        }
        previous_has_cells_ = cells;
    }

    std::size_t closing_size() const { return fence_.empty() ? 0 : fence_.size() + 2; }

    // Within the line that does not fit, or at the best place before it, if that leaves the card half full.
    card_cut cut_here() const {
        for (auto const& [kind, least] : {std::pair{paragraph, 2u}, {whole_line, 4u}, {inside_block, 4u}})
            if (places_[kind].used * least >= limits_.bytes)
                return places_[kind].cut;
        return cut_line();
    }

    card_cut cut_line() const {
        std::size_t used = used_ + closing_size();
        std::size_t end = line_begin_;
        std::size_t word = 0;
        while (end < line_end_) {
            auto const length =
                (std::max)(utf8::detail::sequence_length(text_.substr(end, 4)), std::size_t(1));
            auto const size = escaped_size(text_.substr(end, length));
            if (used + size > limits_.bytes && end > repeated_)
                break;
            used += size;
            end += length;
            if (text_[end - 1] == ' ')
                word = end;
        }
        auto const begin = (std::max)(line_begin_, repeated_);
        auto const tag = text_.rfind('<', end - 1); // <at id=…></at>: not within, if it is one
        if (tag != text_.npos && tag > begin && end - tag < longest_opening && text_.find('>', tag) >= end)
            end = tag;
        else if (word > begin + (end - begin) / 2)
            end = word;
        card_cut out{.end = end};
        if (!fence_.empty()) {
            out.closing = '\n' + fence_;
            out.opening = fence_line_;
        }
        return out;
    }

    std::string_view text_;
    card_limits limits_;
    std::size_t repeated_;

    std::size_t line_begin_ = 0;
    std::size_t line_end_ = 0;
    std::size_t previous_line_ = 0;
    std::size_t used_ = 0; // escaped bytes before the line
    bool after_blank_ = false;

    std::string fence_{}; // what ends the open code block
    std::string fence_line_{};

    bool previous_has_cells_ = false;
    bool in_table_ = false;
    std::size_t tables_ = 0;
    std::size_t before_table_ = 0;
    std::string table_head_{};

    std::size_t block_lines_ = 0; // of the open code block or table

    place places_[count]{};
    place replaced_{}; // by the latest place
    quality replaced_kind_ = paragraph;
};

FEISHU_DECL std::string open_code_block(std::string_view text) {
    card_cutter all(text, {.bytes = (std::numeric_limits<std::size_t>::max)(), .tables = text.size() + 1}, 0);
    all.cut();
    return all.open_fence();
}

FEISHU_DECL std::optional<card_cut> cut_for_card(std::string_view text, card_limits limits,
                                                 std::size_t repeated) {
    if (text.size() <= repeated)
        return {};
    return card_cutter(text, limits, repeated).cut();
}

} // namespace feishu::detail
