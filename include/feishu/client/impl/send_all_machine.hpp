#pragma once
// send_all_machine: what a run of send_all does next. No I/O: it requests actions, and is given their outcomes.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/client/impl/send_all_plan.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Why a receiver of a part failed, as the journal has it.
struct failure_record {
    std::uint32_t at = 0; ///< in the part
    int kind = 0;         ///< error_kind
    int code = 0;
    std::string message{};
    std::string endpoint{};
    std::string log_id{};
};
BOOST_DESCRIBE_STRUCT(failure_record, (), (at, kind, code, message, endpoint, log_id))

/// A part in the journal. There is none before the part's first request.
struct part_record {
    /// `sending`: requests may have been sent; `paused`: the outcomes of all of them are known; `settled`: of all receivers.
    std::string state{};
    std::string owner{};                ///< the run that has written it
    bool single = false;                ///< single messages, although the plan has a batch message
    std::int64_t since = 0;             ///< no request was sent before, in milliseconds since 1970
    std::int64_t turn = 0;              ///< of its batch message among those of the journal
    std::string outcomes{};             ///< of each receiver: `.` open, `s` sent, `f` failed, `u` uncertain
    std::vector<std::string> batches{}; ///< ids of batch messages
    std::vector<failure_record> failed{};
};
BOOST_DESCRIBE_STRUCT(part_record, (), (state, owner, single, since, turn, outcomes, batches, failed))

namespace send_all_actions {
/// Store a record if the stored one is `expected`, or if there is none; then call `on_recorded`.
struct record {
    std::size_t part;
    std::optional<std::string> expected;
    std::string value;
};
/// Send a single message; then call `on_sent`.
struct send_one {
    std::size_t part;
    std::size_t at;
};
/// Send a batch message to these receivers of the part; then call `on_batch`.
struct send_batch {
    std::size_t part;
    std::vector<std::uint32_t> to;
};
/// A part, when its batch message was sent, at the earliest, and in which turn.
struct sent_part {
    std::size_t part;
    std::int64_t since;
    std::int64_t turn;
};
/// Find out which receivers of these parts have been sent the message; then call `on_verified`.
struct verify {
    std::vector<sent_part> parts;
    /// The last batch message to users that was accepted, and its id. Only a later one proves that one was not.
    std::optional<std::pair<sent_part, std::string>> control;
};
/// Nothing until an outcome is reported, or until then.
struct idle {
    std::optional<clock::time_point> until{};
};
/// Nothing: the run has ended.
struct done {};
} // namespace send_all_actions

using send_all_action =
    std::variant<send_all_actions::record, send_all_actions::send_one, send_all_actions::send_batch,
                 send_all_actions::verify, send_all_actions::idle, send_all_actions::done>;

/// The response to a batch message.
struct batch_outcome {
    std::string id{};
    std::vector<std::string> invalid{};
};

/// Of each part of a verification, each receiver's: `y` sent, `n` not sent, `?` unknown.
using verification = std::vector<std::string>;

/// A time on the client's clock, and in milliseconds since 1970.
struct send_all_moment {
    clock::time_point time{};
    std::int64_t unix_ms = 0;
};

/// Single messages are sent before their part's record, and repeated with the same uuid after a crash. A batch message is
/// sent once; a part whose batch message may have been sent is `unresolved` until the others have been sent, because a
/// later one proves that it was processed. Not thread-safe.
class send_all_machine {
public:
    struct settings {
        std::string owner{}; ///< of this run
        bool journal = false;
        bool resend_uncertain = false;
    };

    /// The list and the plan outlive the machine.
    FEISHU_DECL send_all_machine(receivers const& to, send_all_plan const& plan, settings with);

    /// The stored record of a part; before anything else. Errors: kind store if it is damaged.
    FEISHU_DECL result<void> load(std::size_t part, std::string const& stored, std::int64_t unix_ms);

    FEISHU_DECL send_all_action next(send_all_moment now);
    /// False: the stored record was another one.
    FEISHU_DECL void on_recorded(std::size_t part, result<bool> stored);
    FEISHU_DECL void on_sent(std::size_t part, std::size_t at, result<void> outcome, send_all_moment now);
    FEISHU_DECL void on_batch(std::size_t part, result<batch_outcome> outcome, send_all_moment now);
    FEISHU_DECL void on_verified(result<verification> found);
    /// Sends nothing more, and ends when what was sent has its outcomes. The first reason is reported.
    FEISHU_DECL void stop(error why);

    bool stopped() const { return stopped_.has_value(); }
    /// All receivers have outcomes that are stored.
    FEISHU_DECL bool finished() const;
    FEISHU_DECL send_all_progress progress() const;
    /// After `done`.
    FEISHU_DECL send_all_report report() const;

private:
    enum class stage : std::uint8_t {
        waiting,    ///< for its turn
        claiming,   ///< its record is stored, before requests
        sending,    ///< requests are sent
        unresolved, ///< a batch message may have been sent
        settling,   ///< its outcomes are stored
        closed      ///< they are stored: of all receivers, or those of a run that stops
    };
    struct part_state {
        stage at = stage::waiting;
        bool single = false;       ///< single messages now
        bool may_repeat = false;   ///< receivers without an outcome may have been sent the message
        std::size_t in_flight = 0; ///< requests
        std::int64_t since = 0;    ///< this and the next: see part_record
        std::int64_t turn = 0;
        std::string outcomes{};
        std::vector<std::uint32_t> queue{};      ///< receivers to send single messages to, the next one last
        std::map<std::uint32_t, int> attempts{}; ///< that failed, of receivers in the queue
        std::optional<std::string> stored{};     ///< what the journal has
        std::optional<std::string> writing{};    ///< what is being stored
        std::vector<std::string> batches{};
        std::vector<failure_record> failed{};
    };

    FEISHU_DECL std::string_view id_of(std::size_t part, std::uint32_t at) const;
    FEISHU_DECL std::optional<send_all_action> open_next(bool single, send_all_moment now);
    FEISHU_DECL send_all_action claim(std::size_t part, send_all_moment now);
    FEISHU_DECL void begin(std::size_t part);
    FEISHU_DECL std::optional<send_all_action> send_from(std::size_t part, send_all_moment now);
    FEISHU_DECL send_all_action write(std::size_t part, std::string_view state);
    FEISHU_DECL std::optional<send_all_action> settle_finished();
    FEISHU_DECL std::optional<send_all_action> resolve();
    FEISHU_DECL void on_accepted(std::size_t part, batch_outcome outcome);
    FEISHU_DECL void consider_control(std::size_t part);
    FEISHU_DECL void reopen(std::size_t part);
    FEISHU_DECL void fail(std::size_t part, std::uint32_t at, error const& why);
    FEISHU_DECL bool set_back(error const& why, send_all_moment now);
    FEISHU_DECL void count(std::size_t part, std::uint32_t at, char outcome);
    FEISHU_DECL std::optional<std::size_t> next_waiting(bool single);
    FEISHU_DECL bool needs_control() const;

    receivers const& to_;
    send_all_plan const& plan_;
    settings const with_;
    std::vector<part_state> parts_;
    std::vector<std::size_t> open_{};     ///< parts being claimed, sent or settled
    std::vector<std::size_t> reopened_{}; ///< waiting parts that the cursor has passed
    std::size_t cursor_[2] = {0, 0};      ///< no part before is waiting: of batch messages, of single ones
    std::optional<std::pair<send_all_actions::sent_part, std::string>> control_{}; ///< see verify
    std::int64_t turns_ = 0;
    std::optional<clock::time_point> paused_until_{};
    int set_backs_ = 0; ///< failures of any receiver since the last success
    int verifications_ = 0;
    bool verifying_ = false;
    std::optional<error> stopped_{};
    send_all_progress counts_{};
};

/// The error concerns all receivers: quotas, permissions, the content.
FEISHU_DECL bool concerns_all_receivers(error const& why);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all_machine.ipp>
#endif
