#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <feishu/content/impl/markdown/document_builder.hpp>
#include <feishu/content/impl/markdown/entities.hpp>
#include <feishu/content/impl/markup.hpp>

namespace feishu::detail::md {

inline constexpr std::size_t max_mention_bytes = 256;
inline constexpr std::size_t max_image_key_bytes = 256;
inline constexpr std::size_t max_alt_bytes = 128; // it is not divided

// Schemes that clients open; what runs code is not among them.
inline bool is_link_target(std::string_view url) {
    if (!markup::is_address(url))
        return false;
    std::string scheme(url.substr(0, url.find(':')));
    for (char& c : scheme)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return scheme != "javascript" && scheme != "vbscript" && scheme != "data" && scheme != "file";
}

// Reads `<at name=value …>`; false if it is not one with an id.
inline bool read_at_tag(std::string_view html, at_tag& out) {
    constexpr std::string_view blank = " \t\n";
    if (!html.starts_with("<at") || !html.ends_with('>') || html.size() < 5 ||
        blank.find(html[3]) == blank.npos)
        return false;
    html = html.substr(3, html.size() - (html.ends_with("/>") ? 5 : 4));
    while (true) {
        html.remove_prefix((std::min)(html.find_first_not_of(blank), html.size()));
        auto const equals = html.find('=');
        if (html.empty() || equals == html.npos)
            return markup::is_id(out.id) && out.id.size() <= max_mention_bytes;
        auto const name = html.substr(0, equals);
        html.remove_prefix(equals + 1);
        char const quote = html.empty() ? ' ' : html[0];
        bool const quoted = quote == '"' || quote == '\'';
        if (quoted)
            html.remove_prefix(1);
        auto const end = (std::min)(quoted ? html.find(quote) : html.find_first_of(blank), html.size());
        if (name == "id" || name == "user_id" || name == "open_id" || name == "union_id" || name == "email")
            out = {.id = std::string(html.substr(0, end)), .is_email = name == "email"};
        html.remove_prefix((std::min)(end + (quoted ? 1 : 0), html.size()));
    }
}

FEISHU_DECL unsigned char document_builder::styles() const {
    return static_cast<unsigned char>((styles_[0] != 0 ? bold : 0) | (styles_[1] != 0 ? italic : 0) |
                                      (styles_[2] != 0 ? strike : 0));
}

// The container in which an item at the deepest level is displayed: beside the one that is there.
FEISHU_DECL std::size_t document_builder::level_above(std::size_t of) const {
    while (of != none && out_.containers[of].depth >= max_depth)
        of = out_.containers[of].parent;
    return of;
}

FEISHU_DECL void document_builder::enter_container(container of) {
    open_.push_back({.outer = container_, .leaves = out_.leaves.size()});
    of.parent = level_above(container_);
    of.depth = of.parent == none ? 1 : out_.containers[of.parent].depth + 1;
    container_ = out_.containers.size();
    out_.containers.push_back(std::move(of));
}

FEISHU_DECL void document_builder::enter_quote() {
    leave_leaf();
    if (container_ != none && out_.containers[container_].depth >= max_depth)
        open_.push_back({.outer = container_, .leaves = 0}); // displayed in the one around it
    else
        enter_container({.is_quote = true});
}

FEISHU_DECL void document_builder::leave_quote() {
    leave_leaf();
    container_ = open_.back().outer;
    open_.pop_back();
}

FEISHU_DECL void document_builder::enter_list(bool ordered, std::uint64_t start, bool tight) {
    leave_leaf();
    lists_.push_back({.id = next_list_++, .ordered = ordered, .tight = tight, .next = start});
}

FEISHU_DECL void document_builder::leave_list() {
    leave_leaf();
    lists_.pop_back();
}

FEISHU_DECL void document_builder::enter_item(bool is_task, bool done) {
    leave_leaf();
    auto& list = lists_.back();
    enter_container({.tight = list.tight,
                     .list = list.id,
                     .marker = list.ordered ? std::to_string(list.next) + ". " : std::string("- ")});
    ++list.next;
    pending_ = !is_task ? "" : done ? "\u2611 " : "\u2610 ";
}

FEISHU_DECL void document_builder::leave_item() {
    leave_leaf();
    if (out_.leaves.size() == open_.back().leaves) {
        open_paragraph();
        leave_leaf();
    }
    container_ = open_.back().outer;
    open_.pop_back();
}

FEISHU_DECL void document_builder::enter_leaf(leaf_kind kind, unsigned level, std::string_view language) {
    leave_leaf();
    auto const at = out_.leaves.size();
    out_.leaves.push_back({.kind = kind,
                           .level = level,
                           .container = container_,
                           .first = out_.runs.size(),
                           .language = std::string(language)});
    for (auto c = container_; c != none && out_.containers[c].first_leaf == none;
         c = out_.containers[c].parent)
        out_.containers[c].first_leaf = at;
    in_leaf_ = true;
    if (kind == leaf_kind::paragraph || kind == leaf_kind::heading)
        if (auto const box = std::exchange(pending_, {}); !box.empty())
            add_text(box);
}

FEISHU_DECL void document_builder::open_paragraph() {
    if (!in_leaf_ && !in_row_)
        enter_leaf(leaf_kind::paragraph);
}

FEISHU_DECL void document_builder::leave_leaf() {
    mention_ = none;
    if (std::exchange(in_leaf_, false))
        out_.leaves.back().last = out_.runs.size();
}

FEISHU_DECL void document_builder::enter_table(std::size_t columns, std::size_t rows) {
    leave_leaf();
    out_.tables.push_back({.first_leaf = out_.leaves.size(), .rows = rows});
    out_.tables.back().columns.reserve(columns);
}

FEISHU_DECL void document_builder::enter_row() {
    enter_leaf(leaf_kind::row);
    in_leaf_ = false;
    in_row_ = true;
    auto& row = out_.leaves.back();
    row.table = out_.tables.size() - 1;
    row.first = out_.cells.size();
}

FEISHU_DECL void document_builder::leave_row() {
    in_row_ = false;
    out_.leaves.back().last = out_.cells.size();
}

FEISHU_DECL void document_builder::enter_cell(alignment align) {
    auto& t = out_.tables.back();
    if (out_.leaves.size() == t.first_leaf + 1)
        t.columns.push_back(align);
    out_.cells.push_back({.first = out_.runs.size()});
}

FEISHU_DECL void document_builder::leave_cell() {
    mention_ = none;
    out_.cells.back().last = out_.runs.size();
}

FEISHU_DECL void document_builder::push(run_kind kind, std::string_view text, std::size_t target) {
    open_paragraph();
    auto const start = in_row_ ? out_.cells.back().first : out_.leaves.back().first;
    auto const begin = out_.text.size();
    out_.text += text;
    if (kind == run_kind::text || kind == run_kind::code) {
        if (text.empty())
            return;
        if (out_.runs.size() > (std::max)(start, separate_)) {
            auto& last = out_.runs.back();
            if (last.kind == kind && last.styles == styles() && last.link == link_ && last.end == begin) {
                last.end = out_.text.size();
                return;
            }
        }
    }
    out_.runs.push_back({.kind = kind,
                         .styles = styles(),
                         .begin = begin,
                         .end = out_.text.size(),
                         .link = link_,
                         .target = target});
}

FEISHU_DECL void document_builder::add_text(std::string_view text) {
    bool const code = in_code_ || (in_leaf_ && out_.leaves.back().kind == leaf_kind::code);
    if (code || text.find_first_of("\t\n\r") == text.npos)
        return push(code ? run_kind::code : run_kind::text, text);
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    push(run_kind::text, line);
}

FEISHU_DECL void document_builder::add_prose(std::string_view text) {
    constexpr std::string_view all = "@all";
    std::size_t done = 0;
    if (policy_ == markdown_mentions::everyone && link_ == none && images_ == 0 && mention_ == none)
        for (auto i = text.find(all); i != text.npos; i = text.find(all, i + 1)) {
            char const before = i != 0                           ? text[i - 1]
                                : out_.text.empty() || !in_leaf_ ? ' '
                                                                 : out_.text.back();
            auto const after = i + all.size();
            if (is_name_character(before) || before == '.' ||
                (after < text.size() &&
                 (is_name_character(text[after]) || text[after] == '-' || text[after] == '@')))
                continue;
            add_text(text.substr(done, i - done));
            out_.mentions.push_back({.id = "all"});
            push(run_kind::mention, "all", out_.mentions.size() - 1);
            done = after;
        }
    add_text(text.substr(done));
}

FEISHU_DECL void document_builder::add_html(std::string_view html) {
    if (html == "</at>" ? !end_mention() : !begin_mention(html))
        add_text(html);
}

FEISHU_DECL bool document_builder::begin_mention(std::string_view html) {
    at_tag tag;
    if (policy_ == markdown_mentions::none || link_ != none || images_ != 0 || !read_at_tag(html, tag) ||
        (tag.id == "all" && policy_ != markdown_mentions::everyone))
        return false;
    out_.mentions.push_back({.id = tag.id, .is_email = tag.is_email});
    push(run_kind::mention, tag.id, out_.mentions.size() - 1);
    mention_ = out_.runs.size() - 1;
    return true;
}

// Text between the tags is the name.
FEISHU_DECL bool document_builder::end_mention() {
    auto const at = std::exchange(mention_, none);
    if (at == none)
        return false;
    auto const named = out_.runs.size() - at;
    if (named == 2 && out_.runs.back().kind == run_kind::text) {
        auto const name = out_.runs.back();
        out_.runs.pop_back();
        out_.runs[at].begin = name.begin;
        out_.runs[at].end = name.end;
    }
    return true;
}

FEISHU_DECL void document_builder::add_break(run_kind kind) {
    if (images_ != 0)
        return add_text(" ");
    push(kind, " ");
}

FEISHU_DECL void document_builder::enter_link(std::string url) {
    open_paragraph();
    link_start_ = out_.runs.size();
    if (images_ == 0 && is_link_target(url)) {
        link_ = out_.links.size();
        out_.links.push_back(std::move(url));
    }
}

FEISHU_DECL void document_builder::leave_link() {
    if (link_ == none)
        return;
    if (out_.runs.size() == link_start_)
        add_text(std::string(out_.links[link_]));
    link_ = none;
}

FEISHU_DECL void document_builder::enter_image(std::string url) {
    open_paragraph();
    if (images_++ != 0)
        return;
    image_start_ = separate_ = out_.runs.size();
    image_url_ = std::move(url);
}

// The runs since the start are the alternative text.
FEISHU_DECL void document_builder::leave_image() {
    if (--images_ != 0)
        return;
    if (out_.runs.size() == image_start_ && image_url_.empty())
        return;
    auto found = keys_.find(image_url_);
    if (found == keys_.end())
        found = keys_.emplace(image_url_, image_ ? image_(image_url_) : image_key()).first;
    auto const& key = found->second.str();
    if (!key.empty() && key.size() <= max_image_key_bytes && markup::is_id(key)) {
        std::string alt;
        for (auto i = image_start_; i < out_.runs.size(); ++i)
            alt += out_.text_of(out_.runs[i]);
        bool const fits = alt.size() <= max_alt_bytes;
        if (fits)
            out_.runs.resize(image_start_);
        out_.images.push_back(found->second);
        push(run_kind::image, fits ? alt : std::string(), out_.images.size() - 1);
        return;
    }
    if (out_.runs.size() == image_start_)
        add_text(image_url_);
    separate_ = out_.runs.size();
    if (link_ != none || !is_link_target(image_url_))
        return;
    out_.links.push_back(image_url_);
    for (auto i = image_start_; i < out_.runs.size(); ++i)
        out_.runs[i].link = out_.links.size() - 1;
}

FEISHU_DECL document document_builder::take() && {
    leave_leaf();
    auto const begin = out_.text.size();
    out_.text += " | ";
    out_.separator = {.begin = begin, .end = out_.text.size()};
    return std::move(out_);
}

} // namespace feishu::detail::md
