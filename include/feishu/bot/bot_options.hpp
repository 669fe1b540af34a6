#pragma once
// bot_options: the settings of a bot.
//
//     feishu::bot bot{{.app_id = "cli_…", .app_secret = "…", .mention = {.required = false}}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/bot/drop.hpp>
#include <feishu/bot/question.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/log.hpp>
#include <feishu/event/event_dispatcher.hpp>

namespace feishu {

class bot_executor;

/// Who may write to the bot. Everyone, unless a list says otherwise.
struct access_options {
    /// What is done with one-to-one chats.
    enum class direct_chats {
        open,   ///< anyone may write who is in `people`, or anyone if that is empty
        listed, ///< only `people` may write
        disabled
    };

    direct_chats direct = direct_chats::open;
    std::vector<chat_id> groups{};         ///< the groups in which the bot responds; empty: all
    std::vector<chat_id> blocked_groups{}; ///< and those in which it does not
    std::vector<open_id> people{};         ///< those who may write, in groups too; empty: everyone
    std::vector<open_id> blocked_people{};
    /// Those who may write in a group, instead of `people`.
    std::map<chat_id, std::vector<open_id>> group_people{};
};

/// Which messages of groups are meant for the bot. Those of one-to-one chats are.
struct mention_options {
    bool required = true;    ///< in groups, a message must mention the bot
    bool all_counts = false; ///< a mention of everyone mentions the bot
};

/// Joins messages that one person sends shortly after each other in one chat and thread into one.
struct debounce_options {
    /// How long a message waits for another one; zero: messages are not joined.
    std::chrono::milliseconds window{0};
    /// The same once `long_text` bytes are waiting: clients split long texts.
    std::chrono::milliseconds long_window{2'000};
    std::size_t long_text = 3'000;
    std::size_t max_messages = 8;  ///< when reached, the messages are handled at once
    std::size_t max_text = 12'000; ///< bytes; the same
};

/// The messages of one chat are handled one after the other, those of different chats at the same time.
struct queue_options {
    std::size_t max_waiting_per_chat = 100; ///< further messages are dropped: drop_reason::queue_full
    std::size_t max_waiting = 900;          ///< of all chats; less than event_options::queue_limit
    std::size_t max_running = 64;           ///< handlers at once, of different chats
};

/// What is done with messages of other bots. The platform delivers them only to apps with the scope
/// im:message.group_at_msg.include_bot:readonly.
struct loop_options {
    bool answer_bots = false; ///< otherwise their messages are dropped
    std::size_t max_in_a_row =
        5; ///< messages of bots in one chat, until a person writes or `reset` has passed
    std::chrono::milliseconds reset{600'000};
};

/// A handler that has failed.
struct handler_failure {
    std::string what{}; ///< of the exception
    std::exception_ptr thrown{};
    std::string handler{};           ///< "message", "command deploy", "action", "im.chat.member.bot.added_v1"
    feishu::message_id message_id{}; ///< empty if the event has none
    feishu::chat_id chat_id{};
    feishu::event_id event_id{};
};

/// The settings of a bot. Everything but the app's credentials has a default.
///
/// Thread safety: functions are called on any thread, several at a time.
/// Callbacks: what they throw is logged.
struct bot_options {
    feishu::app_id app_id{};  ///< from the developer console; if empty, that of `client`
    std::string app_secret{}; ///< the same
    std::string base_url{};   ///< Lark: https://open.larksuite.com; if empty, that of `client`
    client_config client{};   ///< everything else of the client
    /// Everything else of the dispatcher: a webhook needs an encrypt_key or a verification_token. event_failure says
    /// what becomes of a message whose handler fails. `threads` is how many handlers of card actions run at once.
    event_options events{};

    access_options access{};
    mention_options mention{};
    debounce_options debounce{};
    queue_options queue{};
    loop_options loops{};
    question_options questions{};
    /// Messages that were sent earlier than this before they arrive are dropped: those that the platform kept while the
    /// bot was down. A message without a time is not.
    std::chrono::milliseconds max_age = std::chrono::minutes(30);

    /// Keeps the record of handled events for the processes of the app, and beyond restarts; if empty, the record is in
    /// memory.
    std::shared_ptr<feishu::store> store{};
    std::shared_ptr<bot_executor> executor{}; ///< shared by several bots; if empty, the bot has its own
    feishu::open_id open_id{};                ///< of the bot; if empty, it is asked for once (bot.v3.info)
    std::chrono::milliseconds drain_time{10'000}; ///< how long stop waits for running handlers
    bool stop_on_signals = false;                 ///< SIGINT and SIGTERM call stop()

    std::function<void(dropped_message const&)> on_drop{};
    std::function<void(handler_failure const&)> on_error{}; ///< in addition to the log
    log_function log{};                                     ///< default: standard error
    /// Replaces the system's time of day in tests; compared with the time at which messages were sent.
    std::function<std::chrono::system_clock::time_point()> now{};
};

} // namespace feishu
