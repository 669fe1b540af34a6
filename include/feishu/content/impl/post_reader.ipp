#pragma once
// Reads posts in all forms that occur: paragraphs of elements or one flat list; without a language or in
// several. Invalid parts are kept and do not affect the rest.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/content_of.hpp>
#include <feishu/content/impl/markup.hpp>

namespace feishu::detail {

// Removes the described members from an object; the rest is unknown.
class member_taker {
public:
    explicit member_taker(boost::json::object from) : rest_(std::move(from)) {}

    json::unknown_members rest() && { return {std::move(rest_)}; }

    /// A string, or an integer as one; empty if there is none.
    std::string text(std::string_view name) {
        auto const* const value = rest_.if_contains(name);
        if (value == nullptr)
            return {};
        std::string out;
        if (auto const* const string = value->if_string())
            out.assign(string->data(), string->size());
        else if (value->is_int64())
            out = std::to_string(value->get_int64());
        else
            return {};
        rest_.erase(name);
        return out;
    }

    bool flag(std::string_view name) {
        auto const* const value = rest_.if_contains(name);
        if (value == nullptr || !value->is_bool())
            return false;
        bool const out = value->get_bool();
        rest_.erase(name);
        return out;
    }

    /// Styles in a list, or one as a string.
    post::styles styles() {
        auto* const value = rest_.if_contains("style");
        if (value == nullptr)
            return {};
        if (value->is_string())
            *value = boost::json::array{*value};
        auto const is_string = [](auto const& one) { return one.is_string(); };
        if (!value->is_array() || !std::ranges::all_of(value->get_array(), is_string))
            return {};
        post::styles out;
        for (auto const& one : value->get_array())
            out.push_back(open<post_style>::from_wire({one.get_string().data(), one.get_string().size()}));
        rest_.erase("style");
        return out;
    }

private:
    boost::json::object rest_;
};

inline post::element read_element(boost::json::object from) {
    auto const* const un_escape = from.if_contains("un_escape");
    bool const escaped = un_escape != nullptr && *un_escape == boost::json::value(true);
    member_taker take(std::move(from));
    auto const tag = take.text("tag");
    auto const with_rest = [&](auto element) -> post::element {
        element.unknown = std::move(take).rest();
        return element;
    };
    if (tag == "text") {
        post::text out{take.text("text"), take.styles()};
        if (escaped && take.flag("un_escape")) {
            auto const markup = std::exchange(out.value, {});
            markup::append_unescaped(out.value, markup);
        }
        return with_rest(std::move(out));
    }
    if (tag == "a")
        return with_rest(post::a{take.text("text"), take.text("href"), take.styles()});
    if (tag == "at") {
        post::at out(open_id(take.text("user_id")), take.styles());
        out.user_name = take.text("user_name");
        return with_rest(std::move(out));
    }
    if (tag == "img")
        return with_rest(post::img{take.text("image_key")});
    if (tag == "media")
        return with_rest(post::media{take.text("file_key"), take.text("image_key")});
    if (tag == "emotion")
        return with_rest(post::emotion{take.text("emoji_type")});
    if (tag == "code_block")
        return with_rest(post::code_block{take.text("text"), take.text("language")});
    if (tag == "hr")
        return with_rest(post::hr{});
    if (tag == "md")
        return with_rest(post::md{take.text("text")});
    return with_rest(post::other{tag, take.text("text")});
}

inline post::element read_element(boost::json::value& from) {
    if (from.is_object())
        return read_element(std::move(from.get_object()));
    post::other out;
    if (auto const* const text = from.if_string())
        out.text.assign(text->data(), text->size());
    out.json = std::move(from);
    return out;
}

// Each list is a paragraph; so are adjacent elements outside of a list.
inline std::vector<post::paragraph> read_paragraphs(boost::json::array& from) {
    std::vector<post::paragraph> out;
    bool flat = false;
    for (auto& entry : from) {
        if (!flat || entry.is_array())
            out.emplace_back();
        flat = !entry.is_array();
        if (flat)
            out.back().push_back(read_element(entry));
        else
            for (auto& element : entry.get_array())
                out.back().push_back(read_element(element));
    }
    if (std::ranges::all_of(out, [](auto const& paragraph) { return paragraph.empty(); }))
        out.clear();
    return out;
}

inline post_attachment read_attachment(boost::json::object from) {
    member_taker take(std::move(from));
    post_attachment out;
    out.file_key = take.text("file_key");
    if (out.file_key.empty())
        out.file_key = take.text("key");
    out.file_name = take.text("file_name");
    if (out.file_name.empty())
        out.file_name = take.text("name");
    out.is_folder = take.flag("is_folder");
    out.unknown = std::move(take).rest();
    return out;
}

// Moves title, content and files of `from` to `to`.
inline void take_body(boost::json::object& from, post_content& to) {
    member_taker take(std::move(from));
    to.title = take.text("title");
    from = std::move(take).rest().members;
    if (auto* const content = from.if_contains("content")) {
        if (content->is_object())
            *content = boost::json::array{std::move(*content)};
        if (content->is_array()) {
            to.content = read_paragraphs(content->get_array());
            from.erase("content");
        }
    }
    auto* const files = from.if_contains("files");
    if (files == nullptr || !files->is_array())
        return;
    for (auto& one : files->get_array())
        if (one.is_object())
            to.attachments.push_back(read_attachment(std::move(one.get_object())));
    boost::json::array odd;
    for (auto& one : files->get_array())
        if (!one.is_object())
            odd.push_back(std::move(one));
    if (odd.empty())
        from.erase("files");
    else
        *files = std::move(odd);
}

inline bool has_body(boost::json::object const& from) { return from.contains("title") || from.contains("content"); }

// Takes the first language of the document.
inline bool take_language(boost::json::object& document, post_content& to) {
    for (auto& member : document) {
        if (!member.value().is_object() || !has_body(member.value().get_object()))
            continue;
        to.language = std::string(member.key().data(), member.key().size());
        auto body = std::move(member.value().get_object());
        document.erase(to.language);
        take_body(body, to);
        to.unknown.members = std::move(body);
        return true;
    }
    return false;
}

FEISHU_DECL std::optional<post_content> read_post(boost::json::object document) {
    post_content out;
    bool const found = has_body(document) || take_language(document, out);
    if (out.language.empty()) {
        take_body(document, out);
    } else { // files may be beside the languages
        post_content beside;
        take_body(document, beside);
        for (auto& one : beside.attachments)
            out.attachments.push_back(std::move(one));
    }
    for (auto& member : document)
        out.unknown.members.emplace(member.key(), std::move(member.value()));
    if (!found && out.attachments.empty())
        return std::nullopt;
    return out;
}

} // namespace feishu::detail
