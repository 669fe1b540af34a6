#pragma once

#include <algorithm>
#include <map>

#include <feishu/content/content_of.hpp>
#include <feishu/content/impl/post_wire.hpp>
#include <feishu/json/read.hpp>

namespace feishu {
namespace detail {

struct text_wire {
    std::optional<std::string> text{};
};
BOOST_DESCRIBE_STRUCT(text_wire, (), (text))

// The mention whose key stands at the front of `text`: the longest one, since @_user_1 begins @_user_12.
inline mentioned const* mention_at(std::string_view text, std::vector<mentioned> const& mentions) {
    mentioned const* found = nullptr;
    for (auto const& one : mentions)
        if (!one.key.empty() && text.starts_with(one.key) && (!found || found->key.size() < one.key.size()))
            found = &one;
    return found;
}

// `text` with every key replaced by what `name` makes of the mention.
template <class Name>
std::string replace_keys(std::string_view text, std::vector<mentioned> const& mentions, Name const& name) {
    std::string out;
    std::size_t run = 0;
    for (auto i = text.find('@'); i != text.npos; i = text.find('@', i)) {
        auto const* found = mention_at(text.substr(i), mentions);
        if (found == nullptr) {
            ++i;
            continue;
        }
        out += text.substr(run, i - run);
        out += name(*found);
        i += found->key.size();
        run = i;
    }
    out += text.substr(run);
    return out;
}

inline std::string at_name(mentioned const& who) { return "@" + who.name; }

// A document into T, with every member that `needed` names given.
template <class T>
message_content read_plain(std::string_view msg_type, std::string document, auto T::*needed) {
    auto value = json::read<T>(document);
    if (!value)
        return unknown_content{std::string(msg_type), std::move(document), value.error().message};
    if (((*value).*needed).empty())
        return unknown_content{std::string(msg_type), std::move(document), "lacks what it is about"};
    return *std::move(value);
}

inline message_content read_text(std::string document, std::vector<mentioned> mentions) {
    auto value = json::read<text_wire>(document);
    if (!value)
        return unknown_content{"text", std::move(document), value.error().message};
    if (!value->text)
        return unknown_content{"text", std::move(document), "has no text"};
    return text_content{*std::move(value->text), std::move(mentions)};
}

// A received post has no language, a sent one may still have some: the first is taken.
inline message_content read_post(std::string document, std::vector<mentioned> mentions) {
    auto body = json::read<post_body>(document);
    if (body && !body->title && body->content.empty())
        if (auto const languages = json::read<std::map<std::string, post_body>>(document); languages) {
            auto const named = [&](auto const& one) {
                return !one.second.content.empty() || one.second.title;
            };
            if (auto const found = std::ranges::find_if(*languages, named); found != languages->end())
                body = found->second;
        }
    if (!body)
        return unknown_content{"post", std::move(document), body.error().message};
    if (!body->title && body->content.empty())
        return unknown_content{"post", std::move(document), "has neither title nor content"};
    auto read = from_wire(*std::move(body));
    return post_content{std::move(read.title), std::move(read.content), std::move(mentions)};
}

// The words of an element.
struct element_words {
    post_content const& of;

    std::string operator()(post::text const& e) const { return replace_keys(e.value, of.mentions, at_name); }
    std::string operator()(post::a const& e) const { return e.text; }
    std::string operator()(post::at const& e) const {
        if (auto const* who = of.find(e))
            return at_name(*who);
        bool const all = e.user_id == "all" || e.user_id == mentioned::all;
        return "@" + (all ? "all" : e.user_name.empty() ? e.user_id : e.user_name);
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

FEISHU_DECL std::string text_content::without(feishu::open_id const& who) const {
    auto out = detail::replace_keys(text, mentions, [&](mentioned const& one) {
        return one.open_id == who ? std::string() : detail::at_name(one);
    });
    auto const first = out.find_first_not_of(" \t\r\n");
    if (first == out.npos)
        return {};
    return out.substr(first, out.find_last_not_of(" \t\r\n") + 1 - first);
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
            out += std::visit(detail::element_words{*this}, element);
    }
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
        return read_plain(msg_type, std::move(document), &image_content::image_key);
    if (msg_type == "file")
        return read_plain(msg_type, std::move(document), &file_content::file_key);
    if (msg_type == "folder")
        return read_plain(msg_type, std::move(document), &folder_content::file_key);
    if (msg_type == "audio")
        return read_plain(msg_type, std::move(document), &audio_content::file_key);
    if (msg_type == "media")
        return read_plain(msg_type, std::move(document), &media_content::file_key);
    if (msg_type == "sticker")
        return read_plain(msg_type, std::move(document), &sticker_content::file_key);
    if (msg_type == "share_chat")
        return read_plain(msg_type, std::move(document), &share_chat_content::chat_id);
    if (msg_type == "share_user")
        return read_plain(msg_type, std::move(document), &share_user_content::user_id);
    if (msg_type == "interactive")
        return card_content{std::move(document)};
    if (msg_type == "merge_forward")
        return merge_forward_content{std::move(document)};
    return unknown_content{std::string(msg_type), std::move(document), {}};
}

} // namespace feishu
