#pragma once
// Reads the content of a message, which a request returned or an event contains, into a variant of typed
// content.
//
//     std::visit(overloaded{
//         [](feishu::text_content const& t) { std::cout << t.plain(); },   // mentions as @Name
//         [](feishu::image_content const& i) { … },
//         [](auto const&) {},
//     }, feishu::content_of(message));
//
// An unknown msg_type, and content that does not match its msg_type, become `unknown_content` with the
// document unchanged. An invalid member, element or paragraph does not affect the rest of the content.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/content/post.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu {

/// A mention in received content: the user that a key (`@_user_1`) refers to.
struct mentioned {
    std::string key{};
    std::string id{};      ///< of the type given by id_type
    std::string id_type{}; ///< `open_id` of users
    feishu::open_id open_id{};
    feishu::union_id union_id{}; ///< in events
    feishu::user_id user_id{};   ///< in events, if the app has the scope for it
    std::string name{};
    feishu::tenant_key tenant_key{};

    /// The key of a mention of everyone, which usually has no entry.
    static constexpr std::string_view all = "@_all";
};

/// A text message. Mentions are keys, links are `[name](url)`.
struct text_content {
    std::string text{};
    std::vector<mentioned> mentions{};
    json::unknown_members unknown{}; ///< members of the document that are not described here

    /// The text with `@Name` for each mention, `@all` for everyone.
    FEISHU_DECL std::string plain() const;
    /// The same without mentions of `user` and surrounding white space: what a user wrote to a bot.
    FEISHU_DECL std::string without(feishu::open_id const& user) const;
    /// Whether everyone is mentioned.
    FEISHU_DECL bool mentions_all() const;
};

/// A file or folder attached to a post.
struct post_attachment {
    feishu::file_key file_key{};
    std::string file_name{};
    bool is_folder = false;
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(post_attachment, (), (file_key, file_name, is_folder, unknown))

/// A post message, in one language: the one that the platform delivers.
struct post_content {
    std::string title{};
    std::vector<post::paragraph> content{};
    std::vector<mentioned> mentions{};
    std::vector<post_attachment> attachments{};
    std::string language{}; ///< the first one, if the document has several as in a sent post
    json::unknown_members unknown{}; ///< members of the document that are not described here

    /// Finds the user of an at element; null for everyone and for keys without an entry.
    FEISHU_DECL mentioned const* find(post::at const& element) const;
    /// Title and paragraphs, one per line; mentions as `@Name`, links as `[text](url)`. Images, videos and
    /// attachments are omitted.
    FEISHU_DECL std::string plain() const;
    /// Whether everyone is mentioned.
    FEISHU_DECL bool mentions_all() const;
};

/// An image.
struct image_content {
    feishu::image_key image_key{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(image_content, (), (image_key, unknown))

/// A file.
struct file_content {
    feishu::file_key file_key{};
    std::string file_name{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(file_content, (), (file_key, file_name, unknown))

/// A folder; receive-only.
struct folder_content {
    feishu::file_key file_key{};
    std::string file_name{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(folder_content, (), (file_key, file_name, unknown))

/// A voice message.
struct audio_content {
    feishu::file_key file_key{};
    std::int64_t duration = 0; ///< milliseconds
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(audio_content, (), (file_key, duration, unknown))

/// A video.
struct media_content {
    feishu::file_key file_key{};
    feishu::image_key image_key{};
    std::string file_name{};
    std::int64_t duration = 0; ///< milliseconds
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(media_content, (), (file_key, image_key, file_name, duration, unknown))

/// A sticker.
struct sticker_content {
    feishu::file_key file_key{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(sticker_content, (), (file_key, unknown))

/// A shared group chat.
struct share_chat_content {
    feishu::chat_id chat_id{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(share_chat_content, (), (chat_id, unknown))

/// A shared user profile.
struct share_user_content {
    feishu::open_id user_id{};
    json::unknown_members unknown{}; ///< members of the document that are not described here
};
BOOST_DESCRIBE_STRUCT(share_user_content, (), (user_id, unknown))

/// A card, in the format that the platform returns, which depends on card_msg_content_type of the request.
/// card::read reads a card in JSON 2.0.
struct card_content {
    std::string document{};
};

/// Several messages forwarded as one; im.v1.message.get returns them.
struct merge_forward_content {
    std::string text{}; ///< fixed: "Merged and Forwarded Message"
};

/// A system message: a notification such as "Ann invited Ben", or the divider of a one-to-one chat.
struct system_content {
    std::string type{};      ///< `divider` for dividers
    std::string template_{}; ///< text with placeholders: `{from_user} invited {to_chatters} to the group.`
    json::unknown_members unknown{}; ///< the values of the placeholders, and other members

    /// The template with its placeholders replaced, lists joined by ", "; the text of a divider.
    FEISHU_DECL std::string plain() const;
};
BOOST_DESCRIBE_STRUCT(system_content, (), (type, template_, unknown))

/// Any other content: of a receive-only msg_type without a struct (votes, red packets), of an unknown one, or
/// a document that does not match its msg_type (`problem` has the reason).
struct unknown_content {
    std::string msg_type;
    std::string document;
    std::string problem;
};

/// The content of a message: one of these types.
using message_content =
    std::variant<text_content, post_content, image_content, file_content, folder_content, audio_content, media_content,
                 sticker_content, share_chat_content, share_user_content, card_content, merge_forward_content,
                 system_content, unknown_content>;

/// Reads a content document of the given msg_type. Errors: none; see unknown_content.
FEISHU_DECL message_content read_content(std::string_view msg_type, std::string document,
                                         std::vector<mentioned> mentions = {});

namespace detail {

// A mention in the response to a request has one id and its type; a mention in an event has all ids.
template <class M>
mentioned mentioned_of(M const& from) {
    mentioned to{.key = from.key, .name = from.name, .tenant_key = from.tenant_key};
    if constexpr (requires { from.id.open_id; }) {
        to.open_id = from.id.open_id;
        to.union_id = from.id.union_id;
        to.user_id = from.id.user_id;
        to.id = to.open_id.str();
        to.id_type = to.id.empty() ? "" : "open_id";
    } else {
        to.id = from.id;
        to.id_type = from.id_type;
        if (to.id_type == "open_id")
            to.open_id = to.id;
        else if (to.id_type == "union_id")
            to.union_id = to.id;
        else if (to.id_type == "user_id")
            to.user_id = to.id;
    }
    return to;
}

template <class M>
concept read_message = requires(M const& m) { m.msg_type.str(), m.body.content.document(), m.mentions; };
template <class M>
concept event_message = requires(M const& m) { m.message_type.str(), m.content.document(), m.mentions; };

} // namespace detail

/// Reads the content of a message: an `im::v1::model::message`, or the `message` of an event. Errors: none;
/// see unknown_content.
template <class M>
    requires detail::read_message<M> || detail::event_message<M>
message_content content_of(M const& message) {
    std::vector<mentioned> mentions;
    for (auto const& one : message.mentions)
        mentions.push_back(detail::mentioned_of(one));
    if constexpr (detail::read_message<M>)
        return read_content(message.msg_type.str(), message.body.content.document(), std::move(mentions));
    else
        return read_content(message.message_type.str(), message.content.document(), std::move(mentions));
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/content_of.ipp>
#include <feishu/content/impl/post_reader.ipp>
#endif
