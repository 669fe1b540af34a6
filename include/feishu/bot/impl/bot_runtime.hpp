#pragma once
// bot_runtime: what conversations need of their bot: client, executor, identity, the state of being stopped.

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/impl/question_board.hpp>
#include <feishu/bot/impl/received_message.hpp>
#include <feishu/bot/impl/sleepers.hpp>
#include <feishu/bot/notices.hpp>
#include <feishu/client.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Takes a message before it is queued; true if it will complete its events. For what waits for a message.
using message_hook = std::function<bool(message_ptr const&)>;
/// Takes a card action before its handler; the response as JSON if it has taken it.
using action_hook = std::function<std::optional<std::string>(card_action const&)>;

/// Thread safety: all members may be called on any thread; hooks are added before the bot runs.
class bot_runtime : public std::enable_shared_from_this<bot_runtime> {
public:
    FEISHU_DECL explicit bot_runtime(bot_options options);

    bot_options const& options() const { return options_; }
    feishu::client const& client() const { return client_; }
    bot_executor& executor() const { return *options_.executor; }
    FEISHU_DECL void log(log_level level, std::string_view line) const;

    /// The open_id of the bot, asked for at most once. Blocks.
    FEISHU_DECL result<feishu::open_id> open_id();
    /// The same if it is known, else empty.
    FEISHU_DECL feishu::open_id known_open_id();

    /// Messages pass the hooks after the access lists, before a mention is required.
    void add_hook(message_hook hook) { message_hooks_.push_back(std::move(hook)); }
    void add_hook(action_hook hook) { action_hooks_.push_back(std::move(hook)); }
    FEISHU_DECL bool offer(message_ptr const& message) const;
    FEISHU_DECL std::optional<std::string> offer(card_action const& action) const;

    /// The questions that wait for an answer.
    question_board& board() { return *board_; }
    /// Those that wait for a time.
    sleepers& sleeping() { return sleepers_; }
    /// From now on, operations fail with error_kind::canceled; so do those that wait for a time.
    FEISHU_DECL void cancel();
    bool canceled() const { return canceled_; }

private:
    bot_options options_;
    feishu::client client_;
    std::vector<message_hook> message_hooks_;
    std::vector<action_hook> action_hooks_;
    std::shared_ptr<question_board> board_;
    sleepers sleepers_;
    std::atomic<bool> canceled_ = false;

    std::mutex identity_mutex_;
    feishu::open_id open_id_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/bot_runtime.ipp>
#endif
