#pragma once
// Cards that are more than the content of a message: entities of cardkit, ephemeral cards; and the custom
// bots of groups. Plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator {

/// A card created with cardkit, or one that was sent and converted to an entity.
struct card_entity {
    feishu::card_id card_id{};
    feishu::app_id app{};
    std::string document{};       ///< JSON 2.0
    feishu::message_id message{}; ///< the message that shows it; empty until it is sent
    clock::time_point create_time{};
    std::optional<std::int64_t> sequence{}; ///< of the last operation
    int interactions = 0;                   ///< clicks whose callbacks wait for a response
    /// Since when streaming mode is on; it ends by itself after ten minutes.
    std::optional<clock::time_point> streaming_since{};
    std::map<std::string, std::string> uuids{}; ///< of its operations, with what they did
};

/// A card that one member of a group sees.
struct ephemeral_card {
    emulator::message message{};
    feishu::open_id visible_to{};
    bool deleted = false;
};

/// The settings of a custom bot: its security settings may be combined.
struct custom_bot_options {
    std::string name = "webhook";
    std::vector<std::string> keywords{};  ///< one of them must occur in the text; none if empty
    std::vector<std::string> addresses{}; ///< `1.2.3.4`, `1.2.3.*`, `1.2.3.0/24`; all if empty
    std::string secret{};                 ///< if set, requests must be signed
    std::string sent_from = "127.0.0.1";  ///< the address that its requests seem to come from
    bool enabled = true;
};

/// A custom bot in a group.
struct custom_bot {
    std::string token{}; ///< the end of its webhook's URL
    feishu::chat_id chat{};
    feishu::app_id sender{}; ///< of its messages; not an app of the tenant
    custom_bot_options options{};
};

} // namespace feishu::emulator
