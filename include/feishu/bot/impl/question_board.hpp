#pragma once
// question_board: the questions of a bot with those who wait for them: it gets messages and card actions first, and resumes
// the coroutine that has asked.

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/impl/questions.hpp>
#include <feishu/bot/impl/received_message.hpp>
#include <feishu/bot/notices.hpp>
#include <feishu/bot/question.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu::detail {

/// The members that the buttons of a question have in their values.
inline constexpr std::string_view question_member = "feishu_question";
inline constexpr std::string_view choice_member = "feishu_choice";

/// A question that was asked, shared by the board and the coroutine that has asked.
struct asked_question {
    question_place place{};
    question_kind kind{};
    /// Reads what was submitted; the card that replaces the question, or why it is refused. Not of a message.
    std::function<result<field::json_text>(boost::json::object const& fields)> read{};
    /// The card with a text instead of its inputs; called once the question is sent. Not of a message.
    std::function<field::json_text(std::string const& text)> closed{};

    std::string id{};
    std::optional<incoming> message{}; ///< what has answered
    // Guarded by the board:
    std::optional<result<void>> ended{};
    bool displayed_end = false; ///< the response to a click replaces the card
    std::coroutine_handle<> waiting{};
};

using asked_ptr = std::shared_ptr<asked_question>;

/// Thread safety: all members may be called on any thread.
class question_board : public std::enable_shared_from_this<question_board> {
public:
    FEISHU_DECL question_board(std::shared_ptr<bot_executor> executor, question_options options);

    /// Sets the id. Errors: unanswered::too_many, unanswered::stopped.
    FEISHU_DECL result<void> open(asked_ptr const& asked);
    /// It was not sent.
    FEISHU_DECL void withdraw(asked_ptr const& asked);
    /// It was sent.
    FEISHU_DECL void start(asked_ptr const& asked, std::chrono::milliseconds timeout);
    /// Resumes `coroutine` on the executor when the question has ended; false if it has already.
    FEISHU_DECL bool wait(asked_ptr const& asked, std::coroutine_handle<> coroutine);

    /// Whether a message answers a question; its events are completed then.
    FEISHU_DECL bool take(message_ptr const& message);
    /// The response to a click on the card of a question; nothing if it is another card.
    FEISHU_DECL std::optional<std::string> take(card_action const& action);
    /// Ends all questions; no more are opened.
    FEISHU_DECL void cancel();

    question_options const& options() const { return options_; }
    FEISHU_DECL std::size_t size() const;

private:
    void finish(std::string const& id, result<void> how);
    void arm_timer();
    std::string click(asked_question& asked, card_action const& action, boost::json::object const& fields);

    std::shared_ptr<bot_executor> executor_;
    question_options options_;

    mutable std::mutex mutex_; // of all below
    questions questions_;
    std::map<std::string, asked_ptr> asked_;
    std::optional<clock::time_point> timer_due_;
    bot_executor::timer_id timer_ = 0;
    bool ended_ = false;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/question_board.ipp>
#endif
