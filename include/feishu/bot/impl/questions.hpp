#pragma once
// questions: which questions of a bot wait for an answer, from whom, and until when.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Who is asked, and where.
struct question_place {
    feishu::chat_id chat{};
    feishu::open_id user{};

    auto operator<=>(question_place const&) const = default;
};

/// What answers a question.
enum class question_kind {
    card,   ///< a click on its card, by the user who was asked
    shared, ///< a click on its card, by anyone
    message ///< the next message of the user in the chat
};

/// What a click on the card of a question means.
enum class question_click { open, not_asked, ended, forgotten };

/// Sans-I/O. There is one question per chat and user: a new one replaces the one before.
///
/// Ids are those of a run of the program and a number, so that those of an earlier run are recognized as such.
class questions {
public:
    questions(std::string run, std::size_t max_waiting) : run_(std::move(run)), max_waiting_(max_waiting) {}

    struct opened {
        std::string id{};
        std::optional<std::string> replaced{}; ///< the question that has ended
    };

    /// Nothing if too many wait already.
    FEISHU_DECL std::optional<opened> open(question_place place, question_kind kind);
    /// The question was sent: from now on a message answers it, until the deadline.
    FEISHU_DECL void start(std::string const& id, clock::time_point deadline);
    /// The question that a message answers, which ends.
    FEISHU_DECL std::optional<std::string> message(question_place const& place);
    /// What a click means. The question goes on until `end`.
    FEISHU_DECL question_click click(std::string const& id, feishu::open_id const& by) const;
    /// False if it has ended already.
    FEISHU_DECL bool end(std::string const& id);
    /// Those whose deadline has come, which end.
    FEISHU_DECL std::vector<std::string> due(clock::time_point now);
    /// All, which end.
    FEISHU_DECL std::vector<std::string> clear();

    std::optional<clock::time_point> next_due() const {
        return deadlines_.empty() ? std::nullopt : std::optional(deadlines_.begin()->first);
    }
    std::size_t size() const { return open_.size(); }

private:
    struct row {
        question_place place{};
        question_kind kind{};
        std::optional<clock::time_point> deadline{};
    };

    std::string run_;
    std::size_t max_waiting_;
    std::uint64_t last_ = 0;
    std::map<std::string, row> open_;
    std::map<question_place, std::string> places_;
    std::set<std::pair<clock::time_point, std::string>> deadlines_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/questions.ipp>
#endif
