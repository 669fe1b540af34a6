#pragma once

#include <algorithm>
#include <cstdint>

#include <feishu/content/impl/markup.hpp>
#include <feishu/content/impl/post_wire.hpp>
#include <feishu/content/impl/typed.hpp>
#include <feishu/content/post.hpp>
#include <feishu/json/impl/escape.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

// Elements to JSON.

inline auto wire_style(post::styles const& style) {
    return style.empty() ? std::nullopt : std::optional(style);
}

struct element_to_wire {
    post_element operator()(post::text const& e) const {
        post_element out{.tag = "text", .text = e.value, .style = wire_style(e.style)};
        if (markup::needs_escape(e.value, true)) {
            out.text->clear();
            markup::append_escaped(*out.text, e.value, true);
            out.un_escape = true;
        }
        return out;
    }
    post_element operator()(post::a const& e) const {
        return {.tag = "a", .text = e.text, .href = e.href, .style = wire_style(e.style)};
    }
    post_element operator()(post::at const& e) const {
        return {.tag = "at", .user_id = e.user_id, .style = wire_style(e.style)};
    }
    post_element operator()(post::img const& e) const {
        return {.tag = "img", .image_key = e.image_key.str()};
    }
    post_element operator()(post::media const& e) const {
        post_element out{.tag = "media", .file_key = e.file_key.str()};
        if (!e.image_key.empty())
            out.image_key = e.image_key.str();
        return out;
    }
    post_element operator()(post::emotion const& e) const {
        return {.tag = "emotion", .emoji_type = e.emoji_type.value};
    }
    post_element operator()(post::code_block const& e) const {
        post_element out{.tag = "code_block", .text = e.text};
        if (!e.language.empty())
            out.language = e.language;
        return out;
    }
    post_element operator()(post::hr const&) const { return {.tag = "hr"}; }
    post_element operator()(post::md const& e) const { return {.tag = "md", .text = e.text}; }
    post_element operator()(post::other const& e) const { return {.tag = e.tag, .text = e.text}; }
};

inline post_element to_wire(post::element const& element) { return std::visit(element_to_wire{}, element); }

FEISHU_DECL post_body to_wire(post::body const& body) {
    post_body out;
    if (!body.title.empty())
        out.title = body.title;
    for (auto const& paragraph : body.content) {
        auto& to = out.content.emplace_back();
        for (auto const& element : paragraph)
            to.push_back(to_wire(element));
    }
    return out;
}

// Elements from JSON.

inline post::element from_wire(post_element e) {
    auto const text = [](std::optional<std::string>& member) {
        return std::move(member).value_or(std::string());
    };
    auto style = std::move(e.style).value_or(post::styles());
    if (e.tag == "text")
        return post::text{text(e.text), std::move(style)};
    if (e.tag == "a")
        return post::a{text(e.text), text(e.href), std::move(style)};
    if (e.tag == "at") {
        post::at out(open_id(text(e.user_id)), std::move(style));
        out.user_name = text(e.user_name);
        return out;
    }
    if (e.tag == "img")
        return post::img{text(e.image_key)};
    if (e.tag == "media")
        return post::media{text(e.file_key), text(e.image_key)};
    if (e.tag == "emotion")
        return post::emotion{text(e.emoji_type)};
    if (e.tag == "code_block")
        return post::code_block{text(e.text), text(e.language)};
    if (e.tag == "hr")
        return post::hr{};
    if (e.tag == "md")
        return post::md{text(e.text)};
    return post::other{std::move(e.tag), text(e.text)};
}

FEISHU_DECL post::body from_wire(post_body body) {
    post::body out{.title = std::move(body.title).value_or(std::string())};
    for (auto& paragraph : body.content) {
        auto& to = out.content.emplace_back();
        for (auto& element : paragraph)
            to.push_back(from_wire(std::move(element)));
    }
    return out;
}

// Rules.

// Looks through a post and says what is wrong where.
class post_checker {
public:
    std::vector<violation> take() && { return std::move(found_); }

    void language(std::string const& name, post::body const& body) {
        auto const lower = [](char c) { return c >= 'a' && c <= 'z'; };
        if (name.size() != 5 || name[2] != '_' || !lower(name[0]) || !lower(name[1]) || !lower(name[3]) ||
            !lower(name[4]))
            add(name, "is not the name of a language, as zh_cn or en_us");
        check_content_utf8(body.title, name + ".title", found_);
        if (body.content.empty())
            found_.push_back({.field = name + ".content", .rule = rule::min_items, .limit = 1});
        for (std::size_t i = 0; i < body.content.size(); ++i)
            paragraph(body.content[i], name + ".content[" + std::to_string(i) + "]");
    }

    void add(std::string at, std::string_view text) {
        found_.push_back({.field = std::move(at), .rule = rule::other, .text = std::string(text)});
    }

    // What an element may not be without, and what must be right about it.
    void operator()(post::text const& e) { utf8(e.value, "text"), style(e.style); }
    void operator()(post::a const& e) {
        needed(e.text, "text");
        if (!markup::is_address(e.href))
            add(at_ + ".href", "must be an absolute address, as https://…");
        utf8(e.href, "href");
        style(e.style);
    }
    void operator()(post::at const& e) {
        if (!markup::is_id(e.user_id))
            add(at_ + ".user_id", "must be the id of a user, or all");
        style(e.style);
    }
    void operator()(post::img const& e) { needed(e.image_key, "image_key"), alone("img"); }
    void operator()(post::media const& e) {
        needed(e.file_key, "file_key");
        utf8(e.image_key, "image_key");
        alone("media");
    }
    void operator()(post::emotion const& e) { needed(e.emoji_type.value, "emoji_type"); }
    void operator()(post::code_block const& e) {
        needed(e.text, "text");
        utf8(e.language, "language");
        alone("code_block");
    }
    void operator()(post::hr const&) { alone("hr"); }
    void operator()(post::md const& e) { needed(e.text, "text"), alone("md"); }
    void operator()(post::other const&) { add(at_ + ".tag", "is of an element that cannot be sent"); }

private:
    void paragraph(post::paragraph const& elements, std::string const& at) {
        alone_ = elements.size() == 1;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            at_ = at + "[" + std::to_string(i) + "]";
            std::visit(*this, elements[i]);
        }
    }
    void utf8(std::string_view value, std::string_view member) {
        check_content_utf8(value, at_ + "." + std::string(member), found_);
    }
    void needed(std::string_view value, std::string_view member) {
        if (value.empty())
            found_.push_back(
                {.field = at_ + "." + std::string(member), .rule = rule::min_characters, .limit = 1});
        utf8(value, member);
    }
    void alone(std::string_view tag) {
        if (!alone_)
            add(at_, std::string(tag) + " must stand alone in its paragraph");
    }
    void style(post::styles const& styles) {
        for (auto const& one : styles)
            if (one.undocumented() || !one.has_value())
                add(at_ + ".style", "has a style other than bold, underline, lineThrough, italic");
    }

    std::vector<violation> found_;
    std::string at_;
    bool alone_ = true;
};

} // namespace detail

FEISHU_DECL std::vector<violation> post::problems() const {
    detail::post_checker checker;
    if (bodies_.empty())
        checker.add({}, "needs at least one language");
    for (auto i = bodies_.begin(); i != bodies_.end(); ++i) {
        if (std::any_of(bodies_.begin(), i, [&](auto const& earlier) { return earlier.first == i->first; }))
            checker.add(i->first, "is given twice");
        checker.language(i->first, i->second);
    }
    return std::move(checker).take();
}

FEISHU_DECL post::operator field::json_text() const {
    std::string literal = "{";
    for (auto const& [language, body] : bodies_) {
        literal += literal.size() == 1 ? "" : ",";
        json::detail::append_string<json::level::embedded>(literal, language);
        literal += ':';
        json::write<detail::post_body, json::level::embedded>(literal, detail::to_wire(body));
    }
    literal += '}';
    return field::json_text::typed(msg_type, std::move(literal), problems());
}

} // namespace feishu
