#pragma once
// burst_joiner: joins what one person writes shortly after each other, in one chat and thread, into one message.

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/impl/received_message.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Sans-I/O. Only texts and posts are joined; another message of the same person is handled after what waits.
class burst_joiner {
public:
    explicit burst_joiner(debounce_options options) : options_(options) {}

    /// Takes a message. Returns what is to be handled at once, in this order.
    FEISHU_DECL std::vector<message_ptr> add(message_ptr message, clock::time_point now);
    /// What has waited long enough, the longest first.
    FEISHU_DECL std::vector<message_ptr> due(clock::time_point now);
    /// When something becomes due; nothing if nothing waits.
    FEISHU_DECL std::optional<clock::time_point> next_due() const;
    /// All that waits.
    FEISHU_DECL std::vector<message_ptr> clear();
    /// How many messages wait, those that are joined counted one by one.
    FEISHU_DECL std::size_t waiting() const;

private:
    struct burst {
        message_ptr joined;
        clock::time_point due{};
    };

    std::deque<burst>::iterator burst_of(incoming const& message);
    message_ptr take(std::deque<burst>::iterator at);

    debounce_options options_;
    std::deque<burst> bursts_; // in the order in which they have begun
};

/// Appends a message to one of the same person: ids, texts, attachments, mentions; the rest is that of the later one.
FEISHU_DECL void join(received_message& first, received_message&& more);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/burst_joiner.ipp>
#endif
