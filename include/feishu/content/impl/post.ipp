#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/content/impl/markup.hpp>
#include <feishu/content/impl/post_checker.ipp>
#include <feishu/content/impl/post_wire.hpp>
#include <feishu/content/impl/typed.hpp>
#include <feishu/content/post.hpp>
#include <feishu/json/impl/escape.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

inline auto wire_style(post::styles const& style) {
    return style.empty() ? std::nullopt : std::optional(style);
}

struct element_to_wire {
    post_element operator()(post::text const& e) const {
        post_element out{.tag = "text", .text = e.value, .style = wire_style(e.style), .unknown = e.unknown};
        if (markup::needs_escape(e.value, true)) {
            out.text->clear();
            markup::append_escaped(*out.text, e.value, true);
            out.un_escape = true;
        }
        return out;
    }
    post_element operator()(post::a const& e) const {
        return {.tag = "a", .text = e.text, .href = e.href, .style = wire_style(e.style), .unknown = e.unknown};
    }
    post_element operator()(post::at const& e) const {
        post_element out{.tag = "at", .user_id = e.user_id, .style = wire_style(e.style), .unknown = e.unknown};
        if (!e.user_name.empty())
            out.user_name = e.user_name;
        return out;
    }
    post_element operator()(post::img const& e) const {
        return {.tag = "img", .image_key = e.image_key.str(), .unknown = e.unknown};
    }
    post_element operator()(post::media const& e) const {
        post_element out{.tag = "media", .file_key = e.file_key.str(), .unknown = e.unknown};
        if (!e.image_key.empty())
            out.image_key = e.image_key.str();
        return out;
    }
    post_element operator()(post::emotion const& e) const {
        return {.tag = "emotion", .emoji_type = e.emoji_type.value, .unknown = e.unknown};
    }
    post_element operator()(post::code_block const& e) const {
        post_element out{.tag = "code_block", .text = e.text, .unknown = e.unknown};
        if (!e.language.empty())
            out.language = e.language;
        return out;
    }
    post_element operator()(post::hr const& e) const { return {.tag = "hr", .unknown = e.unknown}; }
    post_element operator()(post::md const& e) const { return {.tag = "md", .text = e.text, .unknown = e.unknown}; }
    post_element operator()(post::other const& e) const { return {.tag = e.tag, .text = e.text, .unknown = e.unknown}; }
};

inline post_body to_wire(post::body const& body) {
    post_body out;
    if (!body.title.empty())
        out.title = body.title;
    for (auto const& paragraph : body.content) {
        auto& to = out.content.emplace_back();
        for (auto const& element : paragraph)
            to.push_back(std::visit(element_to_wire{}, element));
    }
    return out;
}

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
    for (auto const& [language, translated] : bodies_) {
        literal += literal.size() == 1 ? "" : ",";
        json::detail::append_string(literal, language, json::level::embedded);
        literal += ':';
        json::write<detail::post_body, json::level::embedded>(literal, detail::to_wire(translated));
    }
    literal += '}';
    return field::json_text::escaped_content(msg_type, std::move(literal), problems());
}

} // namespace feishu
