#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/content_of.hpp>
#include <feishu/core/impl/trimmed.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

struct text_wire {
    std::optional<std::string> text{};
    json::unknown_members unknown{};
};
BOOST_DESCRIBE_STRUCT(text_wire, (), (text, unknown))

// The mention whose key `text` begins with: the longest one, since @_user_1 is a prefix of @_user_12.
inline mentioned const* mention_at(std::string_view text, std::vector<mentioned> const& mentions) {
    mentioned const* found = nullptr;
    for (auto const& one : mentions)
        if (!one.key.empty() && text.starts_with(one.key) && (!found || found->key.size() < one.key.size()))
            found = &one;
    return found;
}

// True if `text` begins with the key of everyone, and not with a longer word.
inline bool is_mention_of_all(std::string_view text) {
    if (!text.starts_with(mentioned::all))
        return false;
    char const next = text.size() > mentioned::all.size() ? text[mentioned::all.size()] : ' ';
    bool const letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return !letter && !(next >= '0' && next <= '9') && next != '_';
}

inline bool has_mention_of_all(std::string_view text) {
    for (auto i = text.find('@'); i != text.npos; i = text.find('@', i + 1))
        if (is_mention_of_all(text.substr(i)))
            return true;
    return false;
}

// Replaces every key in `text` by the result of `name` for its mention.
template <class Name>
std::string replace_keys(std::string_view text, std::vector<mentioned> const& mentions, Name const& name) {
    std::string out;
    std::size_t run = 0;
    for (auto i = text.find('@'); i != text.npos; i = text.find('@', i)) {
        auto const* const found = mention_at(text.substr(i), mentions);
        bool const all = found == nullptr && is_mention_of_all(text.substr(i));
        if (found == nullptr && !all) {
            ++i;
            continue;
        }
        out += text.substr(run, i - run);
        out += all ? "@all" : name(*found);
        i += all ? mentioned::all.size() : found->key.size();
        run = i;
    }
    out += text.substr(run);
    return out;
}

inline std::string at_name(mentioned const& user) { return "@" + user.name; }

// Reads a document into T; its member `essential` is required.
template <class T>
message_content read_plain(std::string_view msg_type, std::string document, auto T::*essential, char const* name) {
    auto value = json::read<T>(document);
    if (!value)
        return unknown_content{std::string(msg_type), std::move(document), value.error().message};
    if (((*value).*essential).empty())
        return unknown_content{std::string(msg_type), std::move(document), std::string("has no ") + name};
    return *std::move(value);
}

inline message_content read_text(std::string document, std::vector<mentioned> mentions) {
    auto value = json::read<text_wire>(document);
    if (!value)
        return unknown_content{"text", std::move(document), value.error().message};
    if (!value->text)
        return unknown_content{"text", std::move(document), "has no text"};
    return text_content{*std::move(value->text), std::move(mentions), std::move(value->unknown)};
}

// Reads a post; nullopt if it has neither title, content nor files. Defined in post_reader.ipp.
FEISHU_DECL std::optional<post_content> read_post(boost::json::object document);

inline message_content read_post(std::string document, std::vector<mentioned> mentions) {
    auto value = json::read<boost::json::object>(document);
    if (!value)
        return unknown_content{"post", std::move(document), value.error().message};
    auto post = read_post(*std::move(value));
    if (!post)
        return unknown_content{"post", std::move(document), "has neither title nor content"};
    post->mentions = std::move(mentions);
    return *std::move(post);
}

inline message_content read_system(std::string document) {
    auto value = json::read<system_content>(document);
    if (!value)
        return unknown_content{"system", std::move(document), value.error().message};
    return *std::move(value);
}

// The platform sends the text in a document; in older messages it is plain.
inline message_content read_merge_forward(std::string document) {
    auto const value = json::read<boost::json::object>(document);
    auto const* const text = value ? value->if_contains("content") : nullptr;
    if (text == nullptr || !text->is_string())
        return merge_forward_content{std::move(document)};
    return merge_forward_content{std::string(text->get_string().data(), text->get_string().size())};
}

// Converts the value of a placeholder to text; lists are joined.
inline std::string placeholder_text(boost::json::value const& value) {
    if (auto const* const text = value.if_string())
        return std::string(text->data(), text->size());
    std::string out;
    if (auto const* const list = value.if_array())
        for (auto const& one : *list)
            out += (out.empty() ? "" : ", ") + placeholder_text(one);
    else if (value.is_number())
        json::detail::append_json(out, value, false);
    else if (auto const* const object = value.if_object()) // a divider's text
        if (auto const* const text = object->if_contains("text"))
            out = placeholder_text(*text);
    return out;
}

inline bool is_all(post::at const& e) { return e.user_id == "all" || e.user_id == mentioned::all; }

// Converts an element to plain text.
struct element_text {
    post_content const& of;

    std::string operator()(post::text const& e) const { return replace_keys(e.value, of.mentions, at_name); }
    std::string operator()(post::a const& e) const {
        if (e.href.empty())
            return e.text;
        return e.text.empty() || e.text == e.href ? e.href : "[" + e.text + "](" + e.href + ")";
    }
    std::string operator()(post::at const& e) const {
        if (auto const* user = of.find(e))
            return at_name(*user);
        return "@" + (is_all(e) ? "all" : e.user_name.empty() ? e.user_id : e.user_name);
    }
    std::string operator()(post::emotion const& e) const { return "[" + e.emoji_type.value + "]"; }
    std::string operator()(post::code_block const& e) const { return e.text; }
    std::string operator()(post::md const& e) const { return e.text; }
    std::string operator()(post::other const& e) const { return e.text; }
    std::string operator()(auto const&) const { return {}; }
};

} // namespace detail

FEISHU_DECL std::string text_content::plain() const {
    return detail::replace_keys(text, mentions, detail::at_name);
}

FEISHU_DECL bool text_content::mentions_all() const { return detail::has_mention_of_all(text); }

FEISHU_DECL std::string text_content::without(feishu::open_id const& user) const {
    auto const out = detail::replace_keys(text, mentions, [&](mentioned const& one) {
        return !user.empty() && one.open_id == user ? std::string() : detail::at_name(one);
    });
    return std::string(detail::trimmed(out));
}

FEISHU_DECL mentioned const* post_content::find(post::at const& element) const {
    for (auto const& one : mentions)
        if (!element.user_id.empty() && (one.key == element.user_id || one.id == element.user_id))
            return &one;
    return nullptr;
}

FEISHU_DECL std::string post_content::plain() const {
    std::string out = title;
    for (auto const& paragraph : content) {
        if (!out.empty())
            out += '\n';
        for (auto const& element : paragraph)
            out += std::visit(detail::element_text{*this}, element);
    }
    return out;
}

FEISHU_DECL bool post_content::mentions_all() const {
    for (auto const& paragraph : content)
        for (auto const& element : paragraph) {
            auto const* const at = std::get_if<post::at>(&element);
            auto const* const text = std::get_if<post::text>(&element);
            if ((at != nullptr && detail::is_all(*at)) || (text != nullptr && detail::has_mention_of_all(text->value)))
                return true;
        }
    return false;
}

FEISHU_DECL std::string system_content::plain() const {
    if (auto const* const params = unknown.members.if_contains("params"); template_.empty() && params != nullptr)
        if (auto const* const divider = params->is_object() ? params->get_object().if_contains("divider_text") : nullptr)
            return detail::placeholder_text(*divider);
    std::string out;
    std::string_view rest = template_;
    while (!rest.empty()) {
        auto const open = (std::min)(rest.find('{'), rest.size());
        auto const close = rest.find('}', open);
        out += rest.substr(0, open);
        rest.remove_prefix(open);
        if (close == rest.npos)
            break;
        auto const name = rest.substr(1, close - open - 1);
        auto const* const value = unknown.members.if_contains({name.data(), name.size()});
        out += value != nullptr ? detail::placeholder_text(*value) : std::string(rest.substr(0, close - open + 1));
        rest.remove_prefix(close - open + 1);
    }
    out += rest;
    return out;
}

FEISHU_DECL message_content read_content(std::string_view msg_type, std::string document,
                                         std::vector<mentioned> mentions) {
    using namespace detail;
    if (msg_type == "text")
        return read_text(std::move(document), std::move(mentions));
    if (msg_type == "post")
        return read_post(std::move(document), std::move(mentions));
    if (msg_type == "image")
        return read_plain(msg_type, std::move(document), &image_content::image_key, "image_key");
    if (msg_type == "file")
        return read_plain(msg_type, std::move(document), &file_content::file_key, "file_key");
    if (msg_type == "folder")
        return read_plain(msg_type, std::move(document), &folder_content::file_key, "file_key");
    if (msg_type == "audio")
        return read_plain(msg_type, std::move(document), &audio_content::file_key, "file_key");
    if (msg_type == "media")
        return read_plain(msg_type, std::move(document), &media_content::file_key, "file_key");
    if (msg_type == "sticker")
        return read_plain(msg_type, std::move(document), &sticker_content::file_key, "file_key");
    if (msg_type == "share_chat")
        return read_plain(msg_type, std::move(document), &share_chat_content::chat_id, "chat_id");
    if (msg_type == "share_user")
        return read_plain(msg_type, std::move(document), &share_user_content::user_id, "user_id");
    if (msg_type == "interactive")
        return card_content{std::move(document)};
    if (msg_type == "merge_forward")
        return read_merge_forward(std::move(document));
    if (msg_type == "system")
        return read_system(std::move(document));
    return unknown_content{std::string(msg_type), std::move(document), {}};
}

} // namespace feishu
