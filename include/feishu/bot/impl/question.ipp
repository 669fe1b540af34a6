#pragma once

#include <string_view>

#include <feishu/bot/question.hpp>

namespace feishu {
namespace detail {

inline constexpr std::string_view question_endpoint = "bot.ask";

/// By unanswered.
inline constexpr std::string_view unanswered_texts[] = {
    "the question was not answered in time", "the user has canceled the question",
    "the question was replaced by a newer one", "too many questions wait for an answer",
    "the bot has stopped"};

FEISHU_DECL error no_answer(unanswered why) {
    return {.kind = why == unanswered::timed_out ? error_kind::timeout : error_kind::canceled,
            .message = std::string(unanswered_texts[static_cast<std::size_t>(why)]),
            .endpoint = std::string(question_endpoint),
            .may_have_executed = why != unanswered::too_many};
}

} // namespace detail

FEISHU_DECL std::optional<unanswered> why_unanswered(error const& why) {
    if (why.endpoint != detail::question_endpoint)
        return std::nullopt;
    for (auto const each : {unanswered::timed_out, unanswered::canceled, unanswered::replaced,
                            unanswered::too_many, unanswered::stopped})
        if (why.message == detail::unanswered_texts[static_cast<std::size_t>(each)])
            return each;
    return std::nullopt;
}

} // namespace feishu
