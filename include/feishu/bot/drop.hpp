#pragma once
// drop_reason: why a bot has not handled a message, and counters of it.
//
//     feishu::bot bot{{…, .on_drop = [](feishu::dropped_message const& d) {
//         std::cerr << d.message_id.str() << ": " << feishu::to_string(d.reason) << '\n'; }}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <boost/describe/enum.hpp>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Why a message was not handled.
enum class drop_reason {
    duplicate,          ///< delivered again after it was handled, or while it was
    stale,              ///< older than bot_options::max_age
    own_message,        ///< sent by the bot itself
    bot_sender,         ///< sent by another bot, which loop_options does not allow
    bot_loop,           ///< too many messages of bots in a row; see loop_options
    group_not_allowed,  ///< see access_options
    direct_disabled,    ///< one-to-one chats are disabled; see access_options
    sender_not_allowed, ///< see access_options
    not_mentioned,      ///< in a group, without a mention of the bot
    only_all_mentioned, ///< in a group, with a mention of everyone but not of the bot
    queue_full,         ///< too many messages wait; it fails, so the platform pushes it again
    no_handler,         ///< no handler takes it
    stopping            ///< the bot stops; it fails, so the platform pushes it again
};
BOOST_DESCRIBE_ENUM(drop_reason, duplicate, stale, own_message, bot_sender, bot_loop, group_not_allowed,
                    direct_disabled, sender_not_allowed, not_mentioned, only_all_mentioned, queue_full,
                    no_handler, stopping)

/// `drop_reason::stale` as "stale".
FEISHU_DECL std::string_view to_string(drop_reason reason);

/// A message that was not handled.
struct dropped_message {
    drop_reason reason = drop_reason::duplicate;
    feishu::message_id message_id{}; ///< empty for a duplicate
    feishu::chat_id chat_id{};
    feishu::open_id sender{};
    feishu::event_id event_id{};
};

/// Counts since the bot was created.
struct bot_counters {
    static constexpr std::size_t reasons = static_cast<std::size_t>(drop_reason::stopping) + 1;

    std::uint64_t messages = 0; ///< received, duplicates not included
    std::uint64_t handled = 0;  ///< messages whose handler has returned
    std::uint64_t failed = 0;   ///< messages, actions and other events whose handler threw
    std::uint64_t actions = 0;  ///< card actions whose handler has returned
    std::uint64_t events = 0;   ///< reactions, members, menu clicks whose handler has returned
    std::uint64_t waiting = 0;  ///< messages that wait at the moment, for their turn or to be joined
    std::uint64_t running = 0;  ///< handlers of messages that run at the moment
    std::array<std::uint64_t, reasons> drops{};

    /// How many messages were dropped for a reason.
    std::uint64_t dropped(drop_reason reason) const { return drops[static_cast<std::size_t>(reason)]; }
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/drop.ipp>
#endif
