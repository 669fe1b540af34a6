#pragma once
// stream_core: drives a reply_stream_machine: performs its actions, in the background or on the thread of the writer.

#include <condition_variable>
#include <coroutine>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/impl/conversation_state.hpp>
#include <feishu/bot/impl/detached.hpp>
#include <feishu/bot/impl/reply_stream_machine.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/bot/task.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// What a stream replies to; without a message it is a new one.
struct stream_target {
    feishu::message_id reply_to{};
    bool in_thread = false;
};

/// Thread safety: all functions may be called on any thread.
class stream_core : public std::enable_shared_from_this<stream_core> {
public:
    /// Reads what the store has kept under the name in the options. Blocks for that.
    FEISHU_DECL stream_core(std::shared_ptr<conversation_state> place, stream_target target,
                            reply_stream_options options);

    /// From now on, what is appended is displayed in the background.
    FEISHU_DECL void run_in_background();
    FEISHU_DECL void append(std::string_view more);
    /// `reason`: why the text is incomplete.
    FEISHU_DECL void end(std::optional<std::string> reason);
    /// The writer is gone.
    FEISHU_DECL void abandon() noexcept;

    /// Waits until the chat is less than a card behind; or, once the text has ended, until the stream has.
    FEISHU_DECL basic_task<result<void>> catch_up();
    FEISHU_DECL result<sent_message> outcome() const;
    FEISHU_DECL std::size_t size() const;
    FEISHU_DECL bool verified() const;
    std::shared_ptr<bot_runtime> const& runtime_of() const { return place_->runtime; }

private:
    struct pump_sleep;
    struct wait_for_room;

    FEISHU_DECL static detached pump(std::shared_ptr<stream_core> self);
    FEISHU_DECL basic_task<> step(stream_action action);
    FEISHU_DECL basic_task<result<std::string>> perform(stream_actions::create action);
    FEISHU_DECL basic_task<result<std::string>> perform(stream_actions::send action);
    FEISHU_DECL basic_task<result<std::string>> perform(stream_actions::write action);
    FEISHU_DECL basic_task<result<std::string>> perform(stream_actions::switch_mode action);
    FEISHU_DECL basic_task<result<std::string>> perform(stream_actions::read action);
    FEISHU_DECL basic_task<result<std::string>> send_new(field::json_text content, std::string uuid);
    FEISHU_DECL void save();

    FEISHU_DECL stream_action next();
    FEISHU_DECL void on_outcome(result<std::string> outcome);
    FEISHU_DECL bool has_room() const; // under the lock
    FEISHU_DECL bool park(std::coroutine_handle<> pump, std::optional<clock::time_point> until);
    FEISHU_DECL void wake();
    FEISHU_DECL void release_waiting();
    FEISHU_DECL void run_here(); // until there is room

    bot_runtime& runtime() const { return *place_->runtime; }

    std::shared_ptr<conversation_state> const place_;
    stream_target const target_;
    reply_stream_options const options_;
    std::string key_{};      // in the store; empty: not kept
    std::string identity_{}; // what the uuids of the messages are made from

    mutable std::mutex mutex_{};
    reply_stream_machine machine_;
    bool background_ = false;
    bool kicked_ = false;              // woken while it was awake
    std::coroutine_handle<> parked_{}; // the pump, while it waits
    std::optional<bot_executor::timer_id> timer_{};
    std::vector<std::coroutine_handle<>> waiting_{}; // for room
    feishu::chat_id chat_{};
    bool target_gone_ = false;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/stream_core.ipp>
#endif
