#pragma once
// conversation_state: the place of a conversation, and what it responds to.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

class bot_runtime;

struct conversation_state {
    std::shared_ptr<bot_runtime> runtime;
    feishu::chat_id chat{};
    feishu::open_id user{};         ///< receives messages if there is no chat
    feishu::message_id anchor{};    ///< the message that is responded to; empty if there is none
    bool in_thread = false;         ///< the anchor is in a thread
    std::string event_key{};        ///< of the event; unchanged if it is handled again
    /// Ends the turn of the handler: its event is completed, and the next message of the chat is handled.
    std::function<void()> leave_turn{};
    std::atomic<unsigned> said = 0; ///< messages sent so far

    /// The uuid of the next message; nothing without an event.
    FEISHU_DECL std::optional<std::string> next_uuid(std::string_view content);
};

} // namespace feishu::detail
