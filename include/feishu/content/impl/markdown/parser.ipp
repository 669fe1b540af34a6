#pragma once

#include <algorithm>
#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <md4c.h>

#include <feishu/content/impl/markdown/document_builder.hpp>
#include <feishu/content/impl/markdown/entities.hpp>
#include <feishu/content/impl/markdown/parser.hpp>

namespace feishu::detail::md {

// Source in which the cells of delimiter rows have three characters, as md4c before 0.5 needs them: `|-|:-|`. Such a line
// may also be text; `each_part` leaves the additions out.
class padded_source {
public:
    explicit padded_source(std::string_view source) {
        text_.reserve(source.size());
        while (!source.empty()) {
            auto const end = (std::min)(source.find('\n'), source.size() - 1) + 1;
            add_line(source.substr(0, end));
            source.remove_prefix(end);
        }
    }

    std::string const& text() const { return text_; }

    template <class F>
    void each_part(std::string_view of, F const& f) const {
        if (std::less<>()(of.data(), text_.data()) || std::less<>()(text_.data() + text_.size(), of.data()))
            return f(of); // not a part of the source
        auto const begin = static_cast<std::size_t>(of.data() - text_.data());
        auto at = begin;
        for (auto i = std::ranges::lower_bound(added_, begin); i != added_.end() && *i < begin + of.size();
             ++i) {
            if (*i != at)
                f(std::string_view(text_).substr(at, *i - at));
            at = *i + 1;
        }
        if (at != begin + of.size())
            f(std::string_view(text_).substr(at, begin + of.size() - at));
    }

private:
    void add_line(std::string_view line) {
        auto const bar = line.find('|');
        if (bar == line.npos || line.find_first_not_of("|-: \t>\r\n") != line.npos) {
            text_ += line;
            return;
        }
        text_ += line.substr(0, bar);
        line.remove_prefix(bar);
        while (!line.empty()) {
            auto const cell = (std::min)(line.find_first_of("-:"), line.size());
            text_ += line.substr(0, cell);
            line.remove_prefix(cell);
            auto const size = (std::min)(line.find_first_not_of("-:"), line.size());
            auto const dash = line.substr(0, size).find('-');
            text_ += line.substr(0, dash == line.npos ? size : dash);
            for (auto i = size; dash != line.npos && i < 3; ++i) {
                added_.push_back(text_.size());
                text_ += '-';
            }
            text_ += dash == line.npos ? std::string_view() : line.substr(dash, size - dash);
            line.remove_prefix(size);
        }
    }

    std::string text_;
    std::vector<std::size_t> added_; // offsets
};

// What md4c reports, handed to the builder. Tables and references can stand for much more than the source has: `budget`
// bounds what is reported.
struct md4c_listener {
    document_builder builder;
    padded_source const& source;
    std::uint64_t budget;
    std::exception_ptr failed{};

    int spend(std::uint64_t cost) {
        if (cost > budget)
            return -1;
        budget -= cost;
        return 0;
    }
};

inline std::string attribute_text(MD_ATTRIBUTE const& of) {
    std::string out;
    for (std::size_t i = 0; of.text != nullptr && of.substr_offsets[i] < of.size; ++i) {
        std::string_view const part(of.text + of.substr_offsets[i],
                                    of.substr_offsets[i + 1] - of.substr_offsets[i]);
        if (of.substr_types[i] == MD_TEXT_ENTITY)
            append_entity(out, part);
        else
            out += part;
    }
    return out;
}

// Calls `f`, whose exceptions must not pass through md4c.
template <class F>
int guarded(void* listener, std::uint64_t cost, F const& f) {
    auto& self = *static_cast<md4c_listener*>(listener);
    if (self.spend(cost) != 0)
        return -1;
    try {
        f(self.builder);
        return 0;
    } catch (...) {
        self.failed = std::current_exception();
        return -1;
    }
}

// The language of a code block: a short word, since it is written on the line of the fence.
inline std::string language_of(MD_ATTRIBUTE const& of) {
    auto name = attribute_text(of);
    bool const plain =
        name.size() <= 32 && std::ranges::all_of(name, [](char c) {
            return is_name_character(c) || std::string_view("+-.#").find(c) != std::string_view::npos;
        });
    return plain ? name : std::string();
}

inline int on_enter_block(MD_BLOCKTYPE type, void* detail, void* listener) {
    auto const cost = type == MD_BLOCK_CODE ? static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info.size : 0;
    return guarded(listener, 1 + cost, [&](document_builder& to) {
        switch (type) {
        case MD_BLOCK_QUOTE: return to.enter_quote();
        case MD_BLOCK_UL:
            return to.enter_list(false, 0, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0);
        case MD_BLOCK_OL: {
            auto const* const list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            return to.enter_list(true, list->start, list->is_tight != 0);
        }
        case MD_BLOCK_LI: {
            auto const* const item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
            return to.enter_item(item->is_task != 0, item->task_mark != ' ');
        }
        case MD_BLOCK_HR: return to.enter_leaf(leaf_kind::rule);
        case MD_BLOCK_H:
            return to.enter_leaf(leaf_kind::heading, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        case MD_BLOCK_CODE:
            return to.enter_leaf(leaf_kind::code, 0,
                                 language_of(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang));
        case MD_BLOCK_P: return to.enter_leaf(leaf_kind::paragraph);
        case MD_BLOCK_TABLE: {
            auto const* const table = static_cast<MD_BLOCK_TABLE_DETAIL*>(detail);
            return to.enter_table(table->col_count, table->body_row_count);
        }
        case MD_BLOCK_TR: return to.enter_row();
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            return to.enter_cell(static_cast<alignment>(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align));
        default: return;
        }
    });
}

inline int on_leave_block(MD_BLOCKTYPE type, void*, void* listener) {
    return guarded(listener, 1, [&](document_builder& to) {
        switch (type) {
        case MD_BLOCK_QUOTE: return to.leave_quote();
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: return to.leave_list();
        case MD_BLOCK_LI: return to.leave_item();
        case MD_BLOCK_TR: return to.leave_row();
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: return to.leave_cell();
        case MD_BLOCK_TABLE:
        case MD_BLOCK_THEAD:
        case MD_BLOCK_TBODY: return;
        default: return to.leave_leaf();
        }
    });
}

inline int on_enter_span(MD_SPANTYPE type, void* detail, void* listener) {
    auto const* const link = static_cast<MD_SPAN_A_DETAIL*>(detail); // an image has the same members
    bool const has_url = type == MD_SPAN_A || type == MD_SPAN_IMG;
    auto const cost = has_url ? link->href.size + link->title.size : 0;
    return guarded(listener, 1 + cost, [&](document_builder& to) {
        switch (type) {
        case MD_SPAN_EM: return to.enter_style(italic);
        case MD_SPAN_STRONG: return to.enter_style(bold);
        case MD_SPAN_DEL: return to.enter_style(strike);
        case MD_SPAN_CODE: return to.enter_code();
        case MD_SPAN_A: return to.enter_link(attribute_text(link->href));
        case MD_SPAN_IMG:
            return to.enter_image(attribute_text(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        default: return;
        }
    });
}

inline int on_leave_span(MD_SPANTYPE type, void*, void* listener) {
    return guarded(listener, 1, [&](document_builder& to) {
        switch (type) {
        case MD_SPAN_EM: return to.leave_style(italic);
        case MD_SPAN_STRONG: return to.leave_style(bold);
        case MD_SPAN_DEL: return to.leave_style(strike);
        case MD_SPAN_CODE: return to.leave_code();
        case MD_SPAN_A: return to.leave_link();
        case MD_SPAN_IMG: return to.leave_image();
        default: return;
        }
    });
}

inline int on_text(MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* listener) {
    return guarded(listener, 1, [&](document_builder& to) {
        std::string_view const value(text, size);
        auto const& source = static_cast<md4c_listener*>(listener)->source;
        switch (type) {
        case MD_TEXT_BR: return to.add_break(run_kind::hard_break);
        case MD_TEXT_SOFTBR: return to.add_break(run_kind::soft_break);
        case MD_TEXT_HTML: {
            std::string html;
            source.each_part(value, [&](std::string_view part) { html += part; });
            return to.add_html(html);
        }
        case MD_TEXT_NORMAL:
            return source.each_part(value, [&](std::string_view part) { to.add_prose(part); });
        case MD_TEXT_ENTITY: {
            std::string character;
            append_entity(character, value);
            return to.add_text(character);
        }
        default: return source.each_part(value, [&](std::string_view part) { to.add_text(part); });
        }
    });
}

// md4c takes time of more than the size of the text for: brackets in paragraphs of many lines, addresses without blanks,
// and blank lines in deeply nested lists. Such products are summed here; text that people and programs write stays far
// below the limit.
class parse_cost {
public:
    explicit parse_cost(std::string_view text) {
        while (!text.empty()) {
            auto const end = (std::min)(text.find('\n'), text.size());
            add_line(text.substr(0, end));
            text.remove_prefix((std::min)(end + 1, text.size()));
        }
        end_paragraph();
        total_ += depth_ * lines_;
    }

    bool acceptable() const { return total_ < 400'000'000; }
    /// Whether addresses in text may become links.
    bool addresses() const { return words_ < 100'000'000; }

private:
    static bool is_marker(std::string_view word) {
        return word == "-" || word == "+" || word == "*" || word.find_first_not_of('>') == word.npos ||
               (word.size() <= 10 && word.find_first_not_of("0123456789") == word.size() - 1 &&
                (word.back() == '.' || word.back() == ')'));
    }

    void add_line(std::string_view line) {
        ++lines_;
        std::size_t depth = 0;
        bool leading = true;
        bool blank = true;
        while (true) {
            line.remove_prefix((std::min)(line.find_first_not_of(" \t\r"), line.size()));
            if (line.empty())
                break;
            auto const word = line.substr(0, (std::min)(line.find_first_of(" \t\r"), line.size()));
            line.remove_prefix(word.size());
            leading = leading && is_marker(word);
            if (leading)
                depth += word[0] == '>' ? word.size() : 1;
            else
                add_word(word);
            blank = blank && leading;
        }
        if (depth != 0 || blank)
            end_paragraph();
        depth_ = (std::max)(depth_, depth);
        ++paragraph_lines_;
        if (blank)
            end_paragraph();
    }

    void add_word(std::string_view word) {
        std::uint64_t addresses = 0;
        for (char const c : word) {
            brackets_ += c == ']' || c == '[' ? 1u : 0u;
            addresses += c == ':' || c == '@' || c == '.' ? 1u : 0u;
        }
        words_ += word.size() > 1000 ? addresses * word.size() : 0;
    }

    void end_paragraph() {
        total_ += paragraph_lines_ * brackets_ / 2;
        paragraph_lines_ = 0;
        brackets_ = 0;
    }

    std::uint64_t total_ = 0;
    std::uint64_t words_ = 0;
    std::uint64_t lines_ = 0;
    std::uint64_t depth_ = 0;
    std::uint64_t paragraph_lines_ = 0;
    std::uint64_t brackets_ = 0;
};

// The text as it is: one paragraph.
inline document as_it_is(std::string_view text) {
    image_source const no_images;
    document_builder builder(markdown_mentions::none, no_images);
    builder.enter_leaf(leaf_kind::paragraph);
    while (!text.empty()) {
        auto const end = (std::min)(text.find('\n'), text.size());
        builder.add_text(text.substr(0, end));
        if (end != text.size())
            builder.add_break(run_kind::soft_break);
        text.remove_prefix((std::min)(end + 1, text.size()));
    }
    return std::move(builder).take();
}

FEISHU_DECL document parse(std::string_view source, markdown_mentions mentions, image_source const& image,
                           bool addresses) {
    auto const text = valid_utf8(source);
    parse_cost const cost(text);
    if (!cost.acceptable() || text.size() > 0x3FFF'FFFF)
        return as_it_is(text);
    MD_PARSER const callbacks{.abi_version = 0,
                              .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                                       MD_FLAG_NOHTMLBLOCKS |
                                       (addresses && cost.addresses() ? MD_FLAG_PERMISSIVEAUTOLINKS : 0u),
                              .enter_block = on_enter_block,
                              .leave_block = on_leave_block,
                              .enter_span = on_enter_span,
                              .leave_span = on_leave_span,
                              .text = on_text,
                              .debug_log = nullptr,
                              .syntax = nullptr};
    padded_source const padded(text);
    md4c_listener listener{
        .builder = document_builder(mentions, image), .source = padded, .budget = 65'536 + 8 * text.size()};
    int const status =
        md_parse(padded.text().data(), static_cast<MD_SIZE>(padded.text().size()), &callbacks, &listener);
    if (listener.failed)
        std::rethrow_exception(listener.failed);
    return status == 0 ? std::move(listener.builder).take() : as_it_is(text);
}

inline void append_plain(std::string& out, document const& of, std::size_t first, std::size_t last,
                         bool names) {
    for (auto i = first; i < last; ++i) {
        auto const& r = of.runs[i];
        if (r.kind == run_kind::soft_break || r.kind == run_kind::hard_break)
            out += '\n';
        else if (r.kind == run_kind::mention)
            (out += '@') += names ? of.text_of(r) : std::string_view(of.mentions[r.target].id);
        else
            out += of.text_of(r);
    }
}

FEISHU_DECL std::string text_of(document const& of, bool names) {
    std::string out;
    for (auto const& leaf : of.leaves) {
        if (leaf.kind == leaf_kind::rule)
            continue;
        if (!out.empty() && !out.ends_with('\n'))
            out += '\n';
        if (leaf.kind != leaf_kind::row) {
            append_plain(out, of, leaf.first, leaf.last, names);
            continue;
        }
        for (auto i = leaf.first; i < leaf.last; ++i) {
            out += i == leaf.first ? "" : " | ";
            append_plain(out, of, of.cells[i].first, of.cells[i].last, names);
        }
    }
    while (out.ends_with('\n'))
        out.pop_back();
    return out;
}

} // namespace feishu::detail::md
