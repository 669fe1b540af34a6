#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/content/impl/markdown/card_inline.hpp>
#include <feishu/content/impl/markdown/card_text.hpp>

namespace feishu::detail::md {

FEISHU_DECL std::vector<std::size_t> containers_of(document const& of, std::size_t innermost) {
    std::vector<std::size_t> out;
    for (auto c = innermost; c != none; c = of.containers[c].parent)
        out.push_back(c);
    std::ranges::reverse(out);
    return out;
}

FEISHU_DECL bool follows_closely(document const& of, std::size_t leaf, std::size_t previous) {
    auto const& a = of.leaves[previous];
    auto const& b = of.leaves[leaf];
    if (b.table != none && a.table == b.table)
        return true;
    auto const before = containers_of(of, a.container);
    auto const now = containers_of(of, b.container);
    auto const common = static_cast<std::size_t>(std::ranges::mismatch(before, now).in1 - before.begin());
    if (common == now.size() || of.containers[now[common]].is_quote || !of.containers[now[common]].tight)
        return false;
    auto const& item = of.containers[now[common]];
    if (common < before.size())
        return of.containers[before[common]].list == item.list;
    // A list within an item: what can follow a paragraph without being taken for a part of it.
    bool const is_text = b.kind == leaf_kind::paragraph && b.first != b.last;
    return common != 0 && !of.containers[now[common - 1]].is_quote && now.size() == common + 1 && is_text &&
           (item.marker == "- " || item.marker == "1. ");
}

// What continuation lines of a block begin with.
FEISHU_DECL std::string card_text::prefix(std::size_t levels) const {
    std::string out;
    for (std::size_t i = 0; i < levels; ++i) {
        auto const& c = document_.containers[levels_[i].container];
        out += c.is_quote ? "> " : std::string(levels_[i].indents ? indentation_of(c) : 0, ' ');
    }
    return out;
}

FEISHU_DECL void card_text::add_separator(std::size_t leaf, std::size_t common) {
    if (last_ == none)
        return;
    out_ += '\n';
    bool const indented =
        std::ranges::all_of(levels_, &level::indents); // else the last block may take a marker for its text
    if (indented && follows_closely(document_, leaf, last_))
        return;
    auto blank = prefix(common);
    blank.erase(blank.find_last_not_of(' ') + 1);
    (out_ += blank) += '\n';
}

// Begins the line of a block, after the markers of the quotes and items that begin with it.
FEISHU_DECL void card_text::add_markers(std::size_t leaf, std::size_t common, bool continues) {
    auto const now = containers_of(document_, document_.leaves[leaf].container);
    levels_.resize(common);
    out_ += prefix(common);
    bool after_marker = false;
    auto const next_line = [&] {
        if (!std::exchange(after_marker, false))
            return;
        out_.erase(out_.find_last_not_of(' ') + 1);
        (out_ += '\n') += prefix(levels_.size());
    };
    for (auto i = common; i < now.size(); ++i) {
        auto const& c = document_.containers[now[i]];
        if (c.is_quote) {
            levels_.push_back({.container = now[i], .indents = true});
            out_ += "> ";
            continue;
        }
        bool const begins = c.first_leaf == leaf && !continues;
        if (begins) {
            next_line();
            out_ += c.marker;
        }
        after_marker = begins;
        levels_.push_back({.container = now[i], .indents = begins});
    }
    if (document_.leaves[leaf].kind != leaf_kind::paragraph && document_.leaves[leaf].kind != leaf_kind::row)
        next_line();
}

inline constexpr std::size_t max_fence = 64;

// The longest run of `mark` that begins a line, behind blanks and bars of quotes.
inline std::size_t longest_fence(std::string_view line, char mark) {
    line.remove_prefix((std::min)(line.find_first_not_of(" \t>"), line.size()));
    return (std::min)(line.find_first_not_of(mark), line.size());
}

// Code in fences that are longer than those in it. Where neither kind of fence would stay short, it is closed and opened
// again with the other.
FEISHU_DECL void card_text::add_code(leaf const& of, std::string_view text) {
    auto const indentation = prefix(levels_.size());
    bool first = true;
    do {
        std::size_t ticks = 2;
        std::size_t tildes = 2;
        std::string lines;
        while (!text.empty()) {
            auto const end = (std::min)(text.find('\n'), text.size());
            auto const line = text.substr(0, end);
            auto const more_ticks = (std::max)(ticks, longest_fence(line, '`'));
            auto const more_tildes = (std::max)(tildes, longest_fence(line, '~'));
            if (more_ticks > max_fence && more_tildes > max_fence)
                break;
            ticks = more_ticks;
            tildes = more_tildes;
            ((lines += indentation) += line) += '\n';
            text.remove_prefix((std::min)(end + 1, text.size()));
        }
        std::string const fence =
            ticks <= max_fence ? std::string(ticks + 1, '`') : std::string(tildes + 1, '~');
        out_ += first ? "" : "\n" + indentation;
        (((((out_ += fence) += of.language) += '\n') += lines) += indentation) += fence;
        first = false;
    } while (!text.empty());
}

FEISHU_DECL void card_text::add(std::size_t leaf, std::span<run const> runs, bool continues) {
    auto const& block = document_.leaves[leaf];
    auto const now = containers_of(document_, block.container);
    std::size_t common = 0;
    while (common < now.size() && common < levels_.size() && levels_[common].container == now[common])
        ++common;
    add_separator(leaf, common);
    add_markers(leaf, common, continues);
    last_ = leaf;
    auto const whole = joined(runs);
    if (block.kind == leaf_kind::code) {
        add_code(block, whole.empty() ? std::string_view() : document_.text_of(whole.front()));
    } else if (block.kind == leaf_kind::rule) {
        out_ += "---";
    } else {
        if (block.kind == leaf_kind::heading)
            (out_ += std::string(block.level, '#')) += ' ';
        append_inline(out_, document_, parts_, whole, prefix(levels_.size()),
                      block.kind == leaf_kind::heading);
    }
}

FEISHU_DECL std::string card_text::inline_text(std::span<run const> runs) const {
    std::string out;
    append_inline(out, document_, parts_, joined(runs), {}, true);
    return out;
}

} // namespace feishu::detail::md
