#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/content/impl/markup.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

// Checks the content of one message, and collects its mentions.
class content_reader {
public:
    explicit content_reader(state& tenant) : tenant_(tenant) {}

    std::vector<im::v1::model::mention> take_mentions() && { return std::move(mentions_); }

    // The text with `<at user_id="…">name</at>` replaced by keys, and escapes (`&lt;`) undone. Tags that do
    // not mention a known user stay unchanged.
    std::string text(std::string_view in) {
        std::string out;
        std::size_t at = 0;
        std::size_t closing = 0; // only moves forward: the time is linear, whatever the text
        for (;;) {
            auto const opening = in.find("<at ", at);
            markup::append_unescaped(out, in.substr(at, opening - at));
            if (opening == std::string_view::npos)
                return out;
            if (closing <= opening)
                closing = in.find("</at>", opening);
            bool const closed = closing != std::string_view::npos;
            auto const key =
                closed ? mention(at_target(in.substr(opening, closing - opening))) : std::string();
            out += key.empty() ? in.substr(opening, 4) : std::string_view(key);
            at = key.empty() ? opening + 4 : closing + 5;
        }
    }

    // Checks a post in one language and replaces mentions. Returns what is wrong, or nothing.
    std::string_view post(boost::json::object& language) {
        auto* const content = language["content"].if_array();
        if (content == nullptr)
            return "a post needs content, a list of paragraphs";
        for (auto& item : *content) {
            auto* const paragraph = item.if_array();
            if (paragraph == nullptr)
                return "a paragraph of a post is a list";
            for (auto& node : *paragraph)
                if (auto const problem = post_node(node, paragraph->size()); !problem.empty())
                    return problem;
        }
        return {};
    }

private:
    // The user_id of `<at user_id="…">`.
    static std::string_view at_target(std::string_view tag) {
        constexpr std::string_view name = "user_id=";
        tag = tag.substr(0, 256); // ids are shorter
        auto const at = tag.find(name);
        if (at == std::string_view::npos || at + name.size() >= tag.size() || at > tag.find('>'))
            return {};
        tag.remove_prefix(at + name.size());
        char const quote = tag.front();
        if (quote != '"' && quote != '\'')
            return tag.substr(0, tag.find_first_of(" >/"));
        tag.remove_prefix(1);
        return tag.substr(0, tag.find(quote));
    }

    // The key for a mentioned user or bot; empty if it is unknown.
    std::string mention(std::string_view id) {
        if (id == "all")
            return "@_all";
        auto const* user = id.empty() ? nullptr : tenant_.find_user_by_any_id(id);
        auto const* bot = id.empty() ? nullptr : tenant_.find_bot(id);
        if (user == nullptr && bot == nullptr)
            return {};
        im::v1::model::mention entry;
        entry.key = "@_user_" + std::to_string(mentions_.size() + 1);
        entry.id = user != nullptr ? user->open_id.str() : bot->bot_open_id.str();
        entry.id_type = "open_id";
        entry.name = user != nullptr ? user->name : bot->name;
        entry.tenant_key = tenant_.tenant_key();
        mentions_.push_back(entry);
        return entry.key;
    }

    std::string_view post_node(boost::json::value& node, std::size_t neighbours) {
        constexpr std::array<std::string_view, 9> tags{"text",    "a",          "at", "img", "media",
                                                       "emotion", "code_block", "hr", "md"};
        auto* const object = node.if_object();
        auto const* const tag = object != nullptr ? object->if_contains("tag") : nullptr;
        if (tag == nullptr || !tag->is_string())
            return "every element of a post has a tag";
        std::string_view const name{tag->get_string().data(), tag->get_string().size()};
        if (std::ranges::find(tags, name) == tags.end())
            return "unknown tag in a post";
        if ((name == "img" || name == "media" || name == "md") && neighbours != 1)
            return "img, media and md must be the only element of their paragraph";
        if (name == "at")
            return post_mention(*object);
        if (name == "text")
            unescape(*object);
        return {};
    }

    // With `un_escape` the text has escapes.
    static void unescape(boost::json::object& element) {
        auto const* const asked = element.if_contains("un_escape");
        auto* const text = element.if_contains("text");
        if (asked != nullptr && asked->is_bool() && asked->get_bool() && text != nullptr &&
            text->is_string()) {
            std::string plain;
            markup::append_unescaped(plain, {text->get_string().data(), text->get_string().size()});
            *text = plain;
        }
        element.erase("un_escape");
    }

    std::string_view post_mention(boost::json::object& at) {
        auto const* const id = at.if_contains("user_id");
        if (id == nullptr || !id->is_string())
            return "an at element needs a user_id";
        auto const key = mention({id->get_string().data(), id->get_string().size()});
        if (key.starts_with("@_user_"))
            at["user_name"] = mentions_.back().name;
        if (!key.empty())
            at["user_id"] = key;
        return {};
    }

    state& tenant_;
    std::vector<im::v1::model::mention> mentions_;
};

// The required member of a content type; empty if the type is checked in another way.
inline std::string_view key_member(std::string_view msg_type) {
    constexpr std::pair<std::string_view, std::string_view> members[] = {
        {"text", "text"},          {"image", "image_key"},    {"file", "file_key"},
        {"audio", "file_key"},     {"media", "file_key"},     {"sticker", "file_key"},
        {"share_chat", "chat_id"}, {"share_user", "user_id"}, {"system", "type"}};
    for (auto const& [type, member] : members)
        if (type == msg_type)
            return member;
    return {};
}

// A post is sent in several languages and stored in one.
inline boost::json::object* post_language(boost::json::object& post) {
    for (auto const* name : {"zh_cn", "en_us", "ja_jp", "zh_hk", "zh_tw"})
        if (auto* const found = post.if_contains(name); found != nullptr && found->is_object())
            return &found->get_object();
    for (auto& member : post)
        if (member.value().is_object())
            return &member.value().get_object();
    return post.contains("content") ? &post : nullptr;
}

// A sender names the file; receivers also get what is known about it.
inline void describe_file(state const& tenant, std::string_view msg_type, boost::json::object& content) {
    auto const* const key = content["file_key"].if_string();
    auto const* const file = key != nullptr ? tenant.find_resource(std::string(*key)) : nullptr;
    if (file == nullptr)
        return;
    if (msg_type != "audio")
        content.emplace("file_name", file->file.file_name);
    if (msg_type != "file" && file->duration)
        content.emplace("duration", *file->duration);
}

inline error bad_content(std::string_view why) {
    return refuse(230001, "invalid content: " + std::string(why));
}

inline result<stored_content> store_post(state& tenant, boost::json::object& post) {
    auto* const language = post_language(post);
    if (language == nullptr)
        return bad_content("a post needs a language, as zh_cn or en_us");
    content_reader in(tenant);
    if (auto const problem = in.post(*language); !problem.empty())
        return bad_content(problem);
    if (!language->contains("title"))
        (*language)["title"] = "";
    return stored_content{json::to_string(*language), std::move(in).take_mentions(), {}};
}

// A card is stored as it was sent; one that the platform puts together, as it is shown.
inline result<stored_content> store_card(state& tenant, feishu::app_id const& app, boost::json::value const& content,
                                         std::string const& document) {
    card_document read;
    if (auto const problem = read_card(tenant, app, content, read); problem.code != 0)
        return card_error(problem);
    return stored_content{read.json == content ? document : json::to_string(read.json), {}, read.entity};
}

} // namespace detail

FEISHU_DECL result<stored_content> store_content(state& tenant, std::string_view msg_type,
                                                 std::string const& document, feishu::app_id const& app) {
    boost::system::error_code failed;
    auto value = boost::json::parse(document, failed);
    if (failed)
        return detail::bad_content("content is not a string in json format");
    auto* const object = value.if_object();
    if (object == nullptr)
        return msg_type == "interactive" ? refuse(230099, "a card must be a JSON object")
                                         : detail::bad_content("content is not an object");
    if (msg_type == "interactive")
        return detail::store_card(tenant, app, value, document);
    if (msg_type == "post")
        return detail::store_post(tenant, *object);
    auto const name = detail::key_member(msg_type);
    auto* const member = name.empty() ? nullptr : object->if_contains({name.data(), name.size()});
    if (!name.empty() && (member == nullptr || !member->is_string() || member->get_string().empty()))
        return detail::bad_content(std::string(name) + " is required for " + std::string(msg_type));
    if (msg_type == "file" || msg_type == "audio" || msg_type == "media") {
        detail::describe_file(tenant, msg_type, *object);
        return stored_content{json::to_string(value), {}, {}};
    }
    if (msg_type != "text")
        return stored_content{document, {}, {}};
    detail::content_reader in(tenant);
    *member = in.text({member->get_string().data(), member->get_string().size()});
    return stored_content{json::to_string(value), std::move(in).take_mentions(), {}};
}

} // namespace feishu::emulator
