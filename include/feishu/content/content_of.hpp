#pragma once
// What a message says, by its msg_type: of a message that was read, or of an event.
//
//     std::visit(overloaded{
//         [](feishu::text_content const& t) { std::cout << t.plain(); },   // mentions as @Name
//         [](feishu::image_content const& i) { … },
//         [](auto const&) {},
//     }, feishu::content_of(message));
//
// A msg_type that this library does not know, and content that is not what its msg_type says, come as
// `unknown_content` with the document as it was.

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

namespace feishu {

/// Whom a key (`@_user_1`) in a received text stands for.
struct mentioned {
    std::string key{};
    std::string id{};      ///< as id_type says
    std::string id_type{}; ///< `open_id` of users
    feishu::open_id open_id{};
    feishu::union_id union_id{}; ///< of events
    feishu::user_id user_id{};   ///< of events, with the scope for it
    std::string name{};
    feishu::tenant_key tenant_key{};

    /// The key for everyone, which no entry explains.
    static constexpr std::string_view all = "@_all";
};

/// A text message. Keys stand for mentions, `[name](address)` for links.
struct text_content {
    std::string text{};
    std::vector<mentioned> mentions{};

    /// The text with `@Name` for each mention.
    FEISHU_DECL std::string plain() const;
    /// The text without what mentions `who`: what a user wrote to a bot.
    FEISHU_DECL std::string without(feishu::open_id const& who) const;
};

/// A post message, in the one language that the platform delivers.
struct post_content {
    std::string title{};
    std::vector<post::paragraph> content{};
    std::vector<mentioned> mentions{};

    /// Whom a mention in it is of; null for everyone and for nobody known.
    FEISHU_DECL mentioned const* find(post::at const& element) const;
    /// Title and paragraphs a line each, mentions as `@Name`; images and such are left out.
    FEISHU_DECL std::string plain() const;
};

struct image_content {
    feishu::image_key image_key{};
};
BOOST_DESCRIBE_STRUCT(image_content, (), (image_key))

struct file_content {
    feishu::file_key file_key{};
    std::string file_name{};
};
BOOST_DESCRIBE_STRUCT(file_content, (), (file_key, file_name))

/// A folder; only received.
struct folder_content {
    feishu::file_key file_key{};
    std::string file_name{};
};
BOOST_DESCRIBE_STRUCT(folder_content, (), (file_key, file_name))

struct audio_content {
    feishu::file_key file_key{};
    std::int64_t duration = 0; ///< milliseconds
};
BOOST_DESCRIBE_STRUCT(audio_content, (), (file_key, duration))

struct media_content {
    feishu::file_key file_key{};
    feishu::image_key image_key{};
    std::string file_name{};
    std::int64_t duration = 0; ///< milliseconds
};
BOOST_DESCRIBE_STRUCT(media_content, (), (file_key, image_key, file_name, duration))

struct sticker_content {
    feishu::file_key file_key{};
};
BOOST_DESCRIBE_STRUCT(sticker_content, (), (file_key))

struct share_chat_content {
    feishu::chat_id chat_id{};
};
BOOST_DESCRIBE_STRUCT(share_chat_content, (), (chat_id))

struct share_user_content {
    feishu::open_id user_id{};
};
BOOST_DESCRIBE_STRUCT(share_user_content, (), (user_id))

/// A card, as the platform gives it back; what that is depends on card_msg_content_type of the request.
struct card_content {
    std::string document{};
};

/// Several messages forwarded as one. Its children are read with message.get.
struct merge_forward_content {
    std::string text{}; ///< fixed: "Merged and Forwarded Message"
};

/// Anything else: a kind that is only received (votes, red packets, system messages), a kind of tomorrow, or a document
/// that is not of its kind's shape (`problem` says why).
struct unknown_content {
    std::string msg_type;
    std::string document;
    std::string problem;
};

using message_content =
    std::variant<text_content, post_content, image_content, file_content, folder_content, audio_content, media_content,
                 sticker_content, share_chat_content, share_user_content, card_content, merge_forward_content,
                 unknown_content>;

/// The content of a document whose msg_type is known.
FEISHU_DECL message_content read_content(std::string_view msg_type, std::string document,
                                         std::vector<mentioned> mentions = {});

namespace detail {

// A mention of a message that was read has one id and says of which kind; one of an event has them all.
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

/// The content of a message: `im::v1::model::message`, or the `message` of an event.
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
#endif
