#pragma once
// chat_queue: the order in which messages are handled: one after the other in a chat, chats at the same time.

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/impl/received_message.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Sans-I/O. A chat without messages is forgotten. Chats take turns: one that has many messages does not delay others.
class chat_queue {
public:
    explicit chat_queue(queue_options limits) : limits_(limits) {}

    /// False if too many wait, in the chat or at all.
    FEISHU_DECL bool push(message_ptr message);
    /// The next message to handle, if one may be handled now; its chat is busy until `finish`.
    FEISHU_DECL message_ptr next();
    /// The message of a chat that `next` returned has been handled.
    FEISHU_DECL void finish(chat_id const& chat);
    /// All that wait are given up.
    FEISHU_DECL std::deque<message_ptr> clear();

    std::size_t waiting() const { return waiting_; }
    std::size_t running() const { return running_; }
    std::size_t chats() const { return chats_.size(); }

private:
    struct line {
        std::deque<message_ptr> waiting{};
        bool busy = false;
    };

    queue_options limits_;
    std::map<chat_id, line> chats_;
    std::deque<chat_id> ready_; // with a message that waits, and not busy
    std::size_t waiting_ = 0;
    std::size_t running_ = 0;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/chat_queue.ipp>
#endif
