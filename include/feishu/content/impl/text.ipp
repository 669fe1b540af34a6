#pragma once

#include <algorithm>

#include <feishu/content/impl/markup.hpp>
#include <feishu/content/impl/typed.hpp>
#include <feishu/content/text.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu {
namespace detail {

inline text mention_text(std::string_view id, std::string name) {
    text out;
    if (!markup::is_id(id))
        out.refuse("mentions a user by an invalid id");
    out.add_markup("<at user_id=\"").add_markup(markup::is_id(id) ? id : "").add_markup("\">");
    out << std::move(name);
    out.add_markup("</at>");
    return out;
}

inline text tagged(std::string_view open, text const& inner, std::string_view close) {
    text out;
    out.add_markup(open);
    out << inner;
    out.add_markup(close);
    return out;
}

} // namespace detail

// Calls `f(plain, value)` for each run.
template <class F>
void text::for_each_run(F const& f) const {
    std::size_t begin = 0;
    bool plain = true;
    auto const run = [&](std::size_t end) {
        f(plain, std::string_view(runs_).substr(begin, end - begin));
        begin = end;
        plain = !plain;
    };
    for (auto const end : ends_)
        run(end);
    run(runs_.size());
}

FEISHU_DECL void text::append(bool plain, std::string value) {
    if (value.empty())
        return;
    if (bool const last_is_plain = ends_.size() % 2 == 0; plain != last_is_plain)
        ends_.push_back(runs_.size());
    if (runs_.empty())
        runs_ = std::move(value);
    else
        runs_ += value;
}

FEISHU_DECL text& text::operator<<(std::string plain) & {
    append(true, std::move(plain));
    return *this;
}

FEISHU_DECL text& text::operator<<(text const& more) & {
    if (&more == this)
        return *this << text(more);
    more.for_each_run([&](bool plain, std::string_view value) { append(plain, std::string(value)); });
    problems_.insert(problems_.end(), more.problems_.begin(), more.problems_.end());
    return *this;
}

FEISHU_DECL text& text::add_markup(std::string_view markup) {
    append(false, std::string(markup));
    return *this;
}

FEISHU_DECL text& text::refuse(std::string_view why) {
    problems_.push_back({.field = "text", .rule = rule::other, .text = std::string(why)});
    return *this;
}

// The text with its escapes: in its place if it has none, else in `memory`.
FEISHU_DECL std::string_view text::escaped(std::string& memory) const {
    constexpr std::string_view special = "<&]";
    if (std::ranges::none_of(special, [&](char c) { return runs_.find(c) != runs_.npos; }))
        return runs_;
    for_each_run([&](bool plain, std::string_view value) {
        if (!plain) {
            memory += value;
            return;
        }
        bool const last = value.data() + value.size() == runs_.data() + runs_.size();
        std::string literal;
        markup::append_without_links(literal, value, last);
        markup::append_escaped(memory, literal, last);
    });
    return memory;
}

FEISHU_DECL std::string text::str() const {
    std::string memory;
    return std::string(escaped(memory));
}

FEISHU_DECL text::operator field::json_text() const {
    std::string memory;
    auto const value = escaped(memory);
    std::string literal = R"({\"text\":\")";
    json::append_escaped(literal, value, json::level::embedded);
    literal += R"(\"})";
    auto problems = problems_;
    if (value.empty())
        problems.push_back({.field = "text", .rule = rule::min_characters, .limit = 1});
    detail::check_content_utf8(value, "text", problems);
    return field::json_text::escaped_content(msg_type, std::move(literal), std::move(problems));
}

FEISHU_DECL text mention(open_id const& user, std::string name) {
    return detail::mention_text(user.str(), std::move(name));
}
FEISHU_DECL text mention(user_id const& user, std::string name) {
    return detail::mention_text(user.str(), std::move(name));
}
FEISHU_DECL text mention(union_id const& user, std::string name) {
    return detail::mention_text(user.str(), std::move(name));
}
FEISHU_DECL mention_all_type::operator text() const { return detail::mention_text("all", {}); }

FEISHU_DECL text bold(text const& inner) { return detail::tagged("<b>", inner, "</b>"); }
FEISHU_DECL text italic(text const& inner) { return detail::tagged("<i>", inner, "</i>"); }
FEISHU_DECL text underline(text const& inner) { return detail::tagged("<u>", inner, "</u>"); }
FEISHU_DECL text strike(text const& inner) { return detail::tagged("<s>", inner, "</s>"); }

FEISHU_DECL text link(std::string name, std::string_view url) {
    text out;
    if (name.empty())
        out.refuse("has a link without a name");
    if (name.find("](") != name.npos)
        out.refuse("has a link whose name contains \"](\"");
    if (!markup::is_address(url))
        out.refuse("has a link whose target is not an absolute URL");
    std::string address;
    markup::append_address(address, url);
    out.add_markup("[");
    out << std::move(name);
    out.add_markup("](" + address + ")");
    return out;
}

} // namespace feishu
