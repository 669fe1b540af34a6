#pragma once
// handler_runner: applies the policies to messages, and runs the handlers of a bot.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/bot_options.hpp>
#include <feishu/bot/drop.hpp>
#include <feishu/bot/impl/admission.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/impl/burst_joiner.hpp>
#include <feishu/bot/impl/chat_queue.hpp>
#include <feishu/bot/impl/handlers.hpp>
#include <feishu/bot/impl/received_message.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// A handler that is about to run.
struct handler_run {
    handling what{};
    std::function<task()> handler{};
    feishu::message_id message_id{};
};

/// Thread safety: all members may be called on any thread; handlers are added before the bot runs.
class handler_runner : public std::enable_shared_from_this<handler_runner> {
public:
    FEISHU_DECL explicit handler_runner(std::shared_ptr<bot_runtime> runtime);

    bot_handlers& handlers() { return handlers_; }
    /// Takes a message that has arrived; `done` is completed when it has been handled. `self` is the bot.
    FEISHU_DECL void receive(incoming message, feishu::open_id const& self, event_completion done);
    /// Takes a card action. Its handler runs on this thread until it waits.
    FEISHU_DECL void receive(card_action action, event_completion done);
    FEISHU_DECL void receive(reaction what, event_completion done);
    FEISHU_DECL void receive(membership what, event_completion done);
    FEISHU_DECL void receive(menu_click what, event_completion done);
    FEISHU_DECL void drop(drop_reason reason, dropped_message what);

    /// Messages of bursts are handled without waiting for more.
    FEISHU_DECL void flush();
    /// Waits until no handler runs and no message waits.
    FEISHU_DECL bool wait_idle(std::chrono::milliseconds at_most);
    /// Cancels the operations of handlers; messages that wait are refused, and those that arrive.
    FEISHU_DECL void cancel();
    FEISHU_DECL bot_counters counters() const;

private:
    std::optional<drop_reason> admit(incoming const& message, feishu::open_id const& self);
    void enqueue(std::vector<message_ptr> ready, std::unique_lock<std::mutex>& lock);
    void start_handlers(std::unique_lock<std::mutex>& lock);
    void arm_timer();
    void end_turn(message_ptr const& message);
    void refuse(drop_reason reason, message_ptr const& message);
    handler_run run_of(incoming const& message, conversation const& c);
    void ended(message_ptr const& message, handler_run const& run, std::exception_ptr thrown);
    void ended(event_completion const& done, handler_run const& run, std::uint64_t bot_counters::*counter,
               std::string response, std::exception_ptr thrown);
    void count(std::uint64_t bot_counters::*counter);
    void report(handler_run const& run, chat_id const& chat, std::exception_ptr thrown);
    template <class What>
    void run_notice(handler_function<What> const& handler, std::string name, What what, conversation c,
                    event_completion done);
    struct steps; // coroutines

    bot_executor& executor() const { return runtime_->executor(); }

    std::shared_ptr<bot_runtime> runtime_;
    bot_handlers handlers_;
    bot_executor actions_; // their handlers wait neither for messages nor for the executor's threads

    mutable std::mutex mutex_; ///< of all below
    std::condition_variable idle_;
    loop_guard loops_;
    burst_joiner bursts_;
    chat_queue queue_;
    std::optional<clock::time_point> timer_due_;
    bot_executor::timer_id timer_ = 0;
    std::size_t active_ = 0; ///< handlers of all kinds, and messages that wait
    bot_counters counters_;
    bool ended_ = false;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/handler_runner.ipp>
#endif
