#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::detail::md {

FEISHU_DECL std::size_t raw_cost(std::string_view text) {
    std::size_t sum = 0;
    for (char const c : text)
        sum += raw_byte_costs[static_cast<unsigned char>(c)];
    return sum;
}

// Of a URL without blanks, some of whose characters are percent-encoded in cards.
inline std::size_t url_cost(std::string_view url) {
    std::size_t sum = url.size();
    for (char const c : url)
        sum += std::string_view("()<>\"[]\\`").find(c) != std::string_view::npos ? 3u : 0u;
    return sum;
}

FEISHU_DECL bool splitter::links(run const& r) const {
    return r.link != none && url_cost(document_.links[r.link]) <= limit_ / 2;
}

FEISHU_DECL std::size_t splitter::around(run const& r) const {
    auto sum = target_.run + (links(r) ? url_cost(document_.links[r.link]) : 0);
    if (r.kind == run_kind::mention)
        sum += raw_cost(document_.mentions[r.target].id);
    else if (r.kind == run_kind::image)
        sum += raw_cost(document_.images[r.target].str()) + text_cost(r);
    return sum;
}

FEISHU_DECL std::size_t splitter::text_cost(run const& r) const {
    auto const& bytes = in_code_ ? target_.code : target_.text;
    std::size_t sum = 0;
    for (char const c : document_.text_of(r))
        sum += bytes[static_cast<unsigned char>(c)];
    return sum;
}

FEISHU_DECL std::size_t splitter::cost_of(run const& r) const {
    if (r.kind == run_kind::soft_break || r.kind == run_kind::hard_break)
        return line_;
    return around(r) + (r.kind == run_kind::text || r.kind == run_kind::code ? text_cost(r) : 0);
}

FEISHU_DECL void splitter::cut() {
    if (runs.size() == first_)
        return;
    parts_.push_back({.first = first_, .last = runs.size()});
    part_costs_.push_back(cost_);
    first_ = runs.size();
    cost_ = 0;
}

FEISHU_DECL void splitter::append(run const& r) {
    if (r.kind == run_kind::text || r.kind == run_kind::code)
        return append_text(r);
    auto const cost = cost_of(r);
    if (cost_ + cost > most_)
        cut();
    runs.push_back(r);
    cost_ += cost;
    if (r.kind != run_kind::mention && r.kind != run_kind::image && cost_ > most_ / 2)
        cut();
}

// Cuts behind a line, else behind a space, else before the run if little of it is in the part, else between characters.
FEISHU_DECL void splitter::append_text(run const& r) {
    auto const& bytes = in_code_ ? target_.code : target_.text;
    auto const fixed = around(r);
    std::string_view const text = document_.text;
    if (cost_ + fixed + line_ > most_)
        cut();
    auto sum = cost_ + fixed;
    auto rest = r;
    std::size_t line = none;
    std::size_t space = none;
    for (auto i = r.begin; i < r.end;) {
        auto const length = utf8::detail::sequence_length(text.substr(i));
        std::size_t cost = text[i] == '\n' ? line_ : 0;
        for (std::size_t k = 0; k < length && text[i] != '\n'; ++k)
            cost += bytes[static_cast<unsigned char>(text[i + k])];
        if (sum + cost > most_ && (i != rest.begin || cost_ != 0)) {
            auto const at = line != none ? line : space != none ? space : i;
            bool const whole = at == i && cost_ != 0 && sum - cost_ < most_ / 2;
            if (!whole && at != rest.begin) {
                runs.push_back(rest);
                runs.back().end = at;
                cost_ = sum;
                rest.begin = at;
            }
            cut();
            i = rest.begin;
            sum = fixed;
            line = space = none;
            continue;
        }
        sum += cost;
        i += length;
        if (text[i - 1] == '\n')
            line = i;
        else if (text[i - 1] == ' ')
            space = i;
    }
    runs.push_back(rest);
    cost_ = sum;
}

FEISHU_DECL std::vector<cell> splitter::divide(std::span<run const> of, std::size_t limit) {
    parts_.clear();
    part_costs_.clear();
    most_ = limit;
    first_ = runs.size();
    cost_ = 0;
    for (auto const& r : of)
        append(r);
    cut();
    return std::exchange(parts_, {});
}

FEISHU_DECL void splitter::add(std::size_t leaf, std::span<run const> of, std::size_t around) {
    in_code_ = document_.leaves[leaf].kind == leaf_kind::code;
    line_ = (in_code_ ? target_.code_line : target_.line) +
            document_.indentation(document_.leaves[leaf].container);
    auto const parts = divide(of, limit_);
    for (std::size_t i = 0; i < parts.size(); ++i)
        pieces.push_back({.leaf = leaf,
                          .first = parts[i].first,
                          .last = parts[i].last,
                          .cost = part_costs_[i],
                          .around = around,
                          .continues = i != 0});
    if (parts.empty())
        pieces.push_back({.leaf = leaf, .first = runs.size(), .last = runs.size(), .around = around});
}

FEISHU_DECL void splitter::add_as_text(std::size_t leaf, std::size_t around) {
    auto const& row = document_.leaves[leaf];
    bool const is_header = document_.tables[row.table].first_leaf == leaf;
    std::vector<run> line;
    for (auto i = row.first; i < row.last; ++i) {
        if (i != row.first)
            line.push_back(document_.separator);
        for (auto k = document_.cells[i].first; k < document_.cells[i].last; ++k) {
            line.push_back(document_.runs[k]);
            if (is_header)
                line.back().styles |= bold;
        }
    }
    add(leaf, line, around);
}

FEISHU_DECL bool splitter::takes_row(leaf const& row, std::size_t around_cell) const {
    auto const of_cell = limit_ / (std::max)(row.last - row.first, std::size_t(1));
    std::size_t sum = 0;
    bool divisible = of_cell >= 400;
    for (auto i = row.first; i < row.last; ++i) {
        sum += around_cell;
        for (auto k = document_.cells[i].first; k < document_.cells[i].last; ++k) {
            sum += cost_of(document_.runs[k]);
            divisible = divisible && around(document_.runs[k]) <= of_cell / 2;
        }
    }
    return sum <= limit_ || divisible;
}

FEISHU_DECL void splitter::add_row(std::size_t leaf, std::size_t around) {
    auto const& row = document_.leaves[leaf];
    in_code_ = false;
    line_ = target_.line;
    auto const columns = row.last - row.first;
    std::vector<std::vector<cell>> parts;
    std::vector<std::vector<std::size_t>> part_costs;
    std::size_t rows = 1;
    for (auto i = row.first; i < row.last; ++i) {
        auto const& whole = document_.cells[i];
        parts.push_back(divide(std::span(document_.runs).subspan(whole.first, whole.last - whole.first),
                               limit_ / columns));
        part_costs.push_back(part_costs_);
        rows = (std::max)(rows, parts.back().size());
    }
    for (std::size_t k = 0; k < rows; ++k) {
        piece one{.leaf = leaf,
                  .first = cells.size(),
                  .last = cells.size() + columns,
                  .continues = k != 0,
                  .is_row = true};
        for (std::size_t i = 0; i < columns; ++i) {
            cells.push_back(k < parts[i].size() ? parts[i][k] : cell{});
            one.cost += around + (k < parts[i].size() ? part_costs[i][k] : 0);
        }
        pieces.push_back(one);
    }
}

} // namespace feishu::detail::md
