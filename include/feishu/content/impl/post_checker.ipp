#pragma once
// The rules for posts.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/content/impl/markup.hpp>
#include <feishu/content/impl/typed.hpp>
#include <feishu/content/post.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::detail {

/// Collects the violated rules of a post.
class post_checker {
public:
    std::vector<violation> take() && { return std::move(found_); }

    void language(std::string const& name, post::body const& body) {
        auto const lower = [](char c) { return c >= 'a' && c <= 'z'; };
        if (name.size() != 5 || name[2] != '_' || !lower(name[0]) || !lower(name[1]) || !lower(name[3]) ||
            !lower(name[4]))
            add(name, "is not a language, such as zh_cn or en_us");
        check_content_utf8(body.title, name + ".title", found_);
        if (body.content.empty())
            found_.push_back({.field = name + ".content", .rule = rule::min_items, .limit = 1});
        for (std::size_t i = 0; i < body.content.size(); ++i)
            paragraph(body.content[i], name + ".content[" + std::to_string(i) + "]");
    }

    void add(std::string at, std::string_view text) {
        found_.push_back({.field = std::move(at), .rule = rule::other, .text = std::string(text)});
    }

    // The required members of an element and their rules.
    void operator()(post::text const& e) { utf8(e.value, "text"), style(e.style); }
    void operator()(post::a const& e) {
        needed(e.text, "text");
        if (!markup::is_address(e.href))
            add(at_ + ".href", "must be an absolute URL, such as https://…");
        utf8(e.href, "href");
        style(e.style);
    }
    void operator()(post::at const& e) {
        if (!markup::is_id(e.user_id))
            add(at_ + ".user_id", "must be a user id, or all");
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
    void operator()(post::other const&) { add(at_ + ".tag", "cannot be sent"); }

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
            add(at_, std::string(tag) + " must be alone in its paragraph");
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

} // namespace feishu::detail
