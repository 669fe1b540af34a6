#pragma once

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

FEISHU_DECL void text::append(bool plain, std::string value) {
    if (value.empty())
        return;
    if (!runs_.empty() && runs_.back().plain == plain)
        runs_.back().value += value;
    else
        runs_.push_back({plain, std::move(value)});
}

FEISHU_DECL text& text::operator<<(std::string plain) & {
    append(true, std::move(plain));
    return *this;
}

FEISHU_DECL text& text::operator<<(text const& more) & {
    auto const copy = &more == this ? more.runs_ : std::vector<run>();
    for (auto const& part : &more == this ? copy : more.runs_)
        append(part.plain, part.value);
    if (&more != this)
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

FEISHU_DECL std::string text::str() const {
    std::string out;
    for (auto const& part : runs_)
        if (part.plain) {
            bool const last = &part == &runs_.back();
            std::string literal;
            markup::append_without_links(literal, part.value, last);
            markup::append_escaped(out, literal, last);
        }
        else
            out += part.value;
    return out;
}

FEISHU_DECL text::operator field::json_text() const {
    auto const value = str();
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
