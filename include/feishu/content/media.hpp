#pragma once
// Message content that refers to a file or an id: images, files, audio, videos, stickers, shared chats and
// users; and the divider of a one-to-one chat.
//
//     client.call(im::message::send(chat, feishu::image{.image_key = uploaded.image_key}));

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/describe/class.hpp>

#include <feishu/content/impl/typed.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

/// An image, uploaded with image_type message.
struct image {
    static constexpr std::string_view msg_type = "image";
    static constexpr content_usage uses = content_usage::send | content_usage::reply | content_usage::batch;

    field::required<field::id<feishu::image_key, 1>> image_key;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(image, (), (image_key))

/// A file, uploaded with any file_type.
struct file {
    static constexpr std::string_view msg_type = "file";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    field::required<field::id<feishu::file_key, 1>> file_key;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(file, (), (file_key))

/// A voice message, uploaded with file_type opus.
struct audio {
    static constexpr std::string_view msg_type = "audio";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    field::required<field::id<feishu::file_key, 1>> file_key;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(audio, (), (file_key))

/// A video, uploaded with file_type mp4.
struct media {
    static constexpr std::string_view msg_type = "media";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    field::required<field::id<feishu::file_key, 1>> file_key;
    /// Cover image.
    std::optional<feishu::image_key> image_key{};

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(media, (), (file_key, image_key))

/// A sticker that the bot has received.
struct sticker {
    static constexpr std::string_view msg_type = "sticker";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    field::required<field::id<feishu::file_key, 1>> file_key;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(sticker, (), (file_key))

/// A shared group chat, valid for seven days; the bot must be in the group.
struct share_chat {
    static constexpr std::string_view msg_type = "share_chat";
    static constexpr content_usage uses = content_usage::send | content_usage::reply | content_usage::batch;

    field::required<field::id<feishu::chat_id, 1>> chat_id;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(share_chat, (), (chat_id))

/// A shared user profile.
struct share_user {
    static constexpr std::string_view msg_type = "share_user";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    /// The user, by open_id.
    field::required<field::id<feishu::open_id, 1>> user_id;

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }
};
BOOST_DESCRIBE_STRUCT(share_user, (), (user_id))

/// A divider with a text in a one-to-one chat.
struct system_message {
    static constexpr std::string_view msg_type = "system";
    static constexpr content_usage uses = content_usage::send;

    /// The text of the divider.
    struct divider {
        field::required<field::text<1>> text;
        /// Translations by language: `zh_CN`, `en_US`, ….
        std::optional<std::map<std::string, std::string>> i18n_text{};
    };
    /// Parameters of type `divider`.
    struct parameters {
        field::required<divider> divider_text;
    };
    /// Display options.
    struct settings {
        /// Collapses the messages above the divider.
        bool need_rollup = false;
    };

    std::string type = "divider"; ///< the only type
    field::required<parameters> params;
    settings options{};

    /// Converts to the content of a message, with the violations that validation found.
    operator field::json_text() const { return detail::content_text(*this); }

    /// Creates a divider with a text and its translations; need_rollup collapses the messages above it.
    static system_message line(std::string text, bool need_rollup = false,
                               std::optional<std::map<std::string, std::string>> i18n_text = {}) {
        return {.params = parameters{.divider_text =
                                         divider{.text = std::move(text), .i18n_text = std::move(i18n_text)}},
                .options = {.need_rollup = need_rollup}};
    }
};
BOOST_DESCRIBE_STRUCT(system_message::divider, (), (text, i18n_text))
BOOST_DESCRIBE_STRUCT(system_message::parameters, (), (divider_text))
BOOST_DESCRIBE_STRUCT(system_message::settings, (), (need_rollup))
BOOST_DESCRIBE_STRUCT(system_message, (), (type, params, options))

} // namespace feishu
