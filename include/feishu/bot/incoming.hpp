#pragma once
// incoming: a message that a bot has received.
//
//     bot.on_message([](feishu::conversation c, feishu::incoming const& m) { c.reply(m, m.text()); });

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/content_of.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/timestamp.hpp>

namespace feishu {

/// Who has sent a message.
struct message_sender {
    enum class kind { user, bot, unknown };

    feishu::open_id open_id{};
    feishu::union_id union_id{};
    feishu::user_id user_id{}; ///< if the app has the scope for it
    kind is = kind::user;
    feishu::tenant_key tenant_key{};
};

/// A file of a message; conversation::download fetches it.
struct message_attachment {
    enum class kind { image, file, audio, video, sticker };

    kind is = kind::file;
    std::string key{};               ///< file_key or image_key
    std::string file_name{};         ///< empty for images, audio and stickers
    std::int64_t duration = 0;       ///< milliseconds, of audio and video
    feishu::message_id message_id{}; ///< the message that it belongs to
};

/// A message that a bot has received: in an event, or asked for (conversation::quoted).
///
/// Thread safety: any number of threads may read it at once.
struct incoming {
    feishu::message_id id{};
    /// All messages of a burst, the oldest first; `id` is the last one. See debounce_options.
    std::vector<feishu::message_id> ids{};
    feishu::chat_id chat_id{};
    bool direct = false; ///< in a one-to-one chat
    message_sender sender{};
    unix_millis create_time{};
    feishu::message_id parent_id{};        ///< the message that it replies to
    feishu::message_id root_id{};          ///< the first message of the chain of replies
    feishu::thread_id thread_id{};         ///< the thread that it is in
    feishu::event_id event_id{};           ///< empty if it did not come with an event
    feishu::message_id upper_message_id{}; ///< the merged forward that contains it

    message_content content{}; ///< of a burst, that of the last message
    std::vector<mentioned> mentions{};
    std::vector<message_attachment> attachments{};
    bool mentions_bot = false;
    bool mentions_all = false;

    std::string text_{};    // see text()
    std::string command_{}; // see command()

    /// What the user wrote to the bot: mentions as `@Name`, those of the bot removed. Of a post and a card, their text,
    /// of a burst, one line per message. Empty for images and files.
    std::string const& text() const { return text_; }
    /// Of a message to on_command: its name.
    std::string const& command() const { return command_; }
    /// Of a message to on_command: what follows its name, without surrounding white space.
    FEISHU_DECL std::string_view arguments() const;
    /// Whether it replies to a message.
    bool is_reply() const { return !parent_id.empty(); }
    /// Whether it is a merged forward; see conversation::forwarded.
    bool is_forward() const { return std::holds_alternative<merge_forward_content>(content); }
};

/// The text of a card as it is received, one line per element: title, texts, options, labels of buttons. Empty if it has
/// none.
FEISHU_DECL std::string card_text(card_content const& card);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/incoming.ipp>
#endif
