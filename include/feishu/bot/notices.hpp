#pragma once
// What a bot learns besides messages: reactions, members that join and leave, clicks on its menu, card actions.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <string>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/timestamp.hpp>

namespace feishu {

/// A reaction was added to a message, or removed from one.
struct reaction {
    bool added = true;
    feishu::message_id message_id{};
    std::string emoji_type{}; ///< `OK`
    feishu::open_id user{};   ///< empty if it was an app
    feishu::app_id app{};     ///< empty if it was a user
    unix_millis time{};
    feishu::event_id event_id{};
};

/// The bot or users joined or left a group.
struct membership {
    enum class kind { bot_added, bot_removed, users_added, users_removed };
    /// A user who joined or left.
    struct member {
        feishu::open_id open_id{};
        std::string name{};
    };

    kind is = kind::bot_added;
    feishu::chat_id chat_id{};
    std::string chat_name{};
    feishu::open_id actor{};       ///< who added or removed them
    std::vector<member> members{}; ///< of users_added and users_removed
    feishu::event_id event_id{};
};

/// A user clicked an item of the bot's menu.
struct menu_click {
    std::string key{}; ///< as configured in the developer console
    feishu::open_id user{};
    std::int64_t time = 0; ///< Unix timestamp in seconds
    feishu::event_id event_id{};
};

/// A user interacted with a card.
struct card_action {
    feishu::open_id user{};
    feishu::message_id message_id{}; ///< the message with the card
    feishu::chat_id chat_id{};
    std::string name{}; ///< of the element
    std::string tag{};  ///< of the element: `button`
    std::string type{}; ///< the name of the struct that `action_value` was called with; else empty
    /// What the element and its form carry, as one JSON object: the members of its `value`, those of `form_value`; and
    /// `input_value`, `option`, `options`, `checked` under the name of the element, if it has one.
    std::string fields = "{}";
    std::string token{}; ///< card update token, for interactive.v1.card.update
    std::string timezone{};
    feishu::event_id event_id{};
};

} // namespace feishu
