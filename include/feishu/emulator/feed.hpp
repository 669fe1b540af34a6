#pragma once
// The feed of a user of the emulated tenant, as plain data: app feed cards and chats.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <vector>

#include <feishu/api/im/v2/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// An entry in the feed of a user: an app feed card, or a chat.
struct feed_card {
    feishu::app_id app{};      ///< created the card, or set the chat's buttons
    std::string biz_id{};      ///< empty for a chat
    feishu::chat_id chat_id{}; ///< empty for an app feed card
    std::string title{};       ///< of a chat, its name
    std::string avatar_key{};
    std::string preview{};
    std::optional<im::v2::model::status_label> status_label{};
    std::vector<im::v2::model::feed_card_button> buttons{};
    std::string link{};          ///< opened by the card
    bool time_sensitive = false; ///< pinned to the top of the feed
    clock::time_point display_time{};
    clock::time_point sort_time{}; ///< of a chat, when its last message was sent
    int notifications = 0;         ///< how often the user was notified
};

} // namespace feishu::emulator
