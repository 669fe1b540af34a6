#pragma once
// Questions of a bot, asked with conversation::ask and conversation::choose: their settings, and why one was not answered.
//
//     auto answer = co_await c.ask<deploy>(m, card::form<deploy>("Deploy?"), std::chrono::minutes(5));
//     if (answer)
//         co_await c.say("deploying " + answer->version);
//     else if (feishu::why_unanswered(answer.error()) == feishu::unanswered::timed_out)
//         co_await c.say("Another time, then.");

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// The choices of conversation::choose: `{"yes", "no"}`, or a vector.
class question_choices {
public:
    /// Not of an initializer list, which g++ 12 rejects inside co_await.
    template <std::convertible_to<std::string>... Text>
        requires(sizeof...(Text) > 0)
    question_choices(Text const&... texts) { (texts_.emplace_back(texts), ...); }
    question_choices(std::vector<std::string> texts) : texts_(std::move(texts)) {}

    std::vector<std::string> const& texts() const { return texts_; }

private:
    std::vector<std::string> texts_;
};

/// How a question is asked. Trivial, so that it may be in braces inside co_await.
struct ask_options {
    /// Anyone in the chat may use the card; otherwise only the sender of the message. Of a question that is answered by a
    /// message, it has no effect.
    bool anyone = false;
};

/// What a bot displays about its questions: in their cards, or in toasts.
struct question_texts {
    std::string answered = "Thank you."; ///< toast
    std::string expired = "Expired.";    ///< in the card, instead of its inputs; so are the next two
    std::string canceled = "Canceled.";
    std::string replaced = "Replaced by a newer question.";
    std::string not_asked = "Someone else was asked."; ///< toast; so are the next two
    std::string ended = "This question has ended.";
    /// The question was asked before the bot was restarted, or by another process of the bot.
    std::string forgotten = "The bot no longer waits for this answer. Please start again.";
};

/// The settings of all questions of a bot.
struct question_options {
    std::size_t max_waiting = 10'000; ///< at once; further ones fail: unanswered::too_many
    question_texts texts{};
};

/// Why a question has no answer.
enum class unanswered {
    timed_out, ///< kind timeout
    canceled,  ///< the user has clicked the form's cancel button; kind canceled, as all below
    replaced,  ///< the same user was asked something else in the same chat
    too_many,  ///< question_options::max_waiting was reached, so it was not asked
    stopped    ///< the bot stops
};

/// The reason, if `why` is that of a question without an answer; nothing for the error of a call, for example of the one
/// that sends the question.
FEISHU_DECL std::optional<unanswered> why_unanswered(error const& why);

namespace detail {

/// The error of a question without an answer.
FEISHU_DECL error no_answer(unanswered why);

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/question.ipp>
#endif
