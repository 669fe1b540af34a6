#pragma once
// admission: which messages are handled, and why the others are not.

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>

#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/drop.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Whether a message is too old; one without a time is not.
FEISHU_DECL bool is_stale(unix_millis sent, std::chrono::system_clock::time_point now,
                          std::chrono::milliseconds max_age);

/// Whom the lists keep from writing. The groups come first: a person who is listed does not open a group that is not.
FEISHU_DECL std::optional<drop_reason> check_access(access_options const& lists, incoming const& message);

/// Whether a message is meant for the bot.
FEISHU_DECL std::optional<drop_reason> check_mention(mention_options const& options, incoming const& message);

/// Ends conversations of bots with each other. Sans-I/O.
class loop_guard {
public:
    explicit loop_guard(loop_options options) : options_(options) {}

    /// Takes a message into account. A message of the bot itself is never handled.
    FEISHU_DECL std::optional<drop_reason> check(incoming const& message, open_id const& self,
                                                 clock::time_point now);
    /// Chats in which bots have written last.
    std::size_t size() const { return chats_.size(); }

private:
    struct row {
        std::size_t messages = 0;
        clock::time_point last{};
    };

    void forget_old(clock::time_point now);

    loop_options options_;
    std::map<chat_id, row> chats_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/admission.ipp>
#endif
