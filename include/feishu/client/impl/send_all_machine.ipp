#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include <feishu/client/impl/exchange_attempt.hpp>
#include <feishu/client/impl/send_all_machine.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {

// The platform recognizes a uuid for an hour; clocks, and the request itself, take some of it.
inline constexpr std::int64_t repeatable_ms = 50 * 60 * 1'000;
inline constexpr std::size_t max_open_single_parts = 2; // so that no request waits for a record
inline constexpr int max_attempts = 3;                  // of one receiver, each with the client's retries
inline constexpr int max_set_backs = 10;                // in a row: nothing gets through
inline constexpr int max_verifications = 2;

FEISHU_DECL bool concerns_all_receivers(error const& why) {
    using enum errc;
    constexpr std::array codes{monthly_quota_exhausted,
                               batch_users_not_permitted,
                               batch_departments_not_permitted,
                               batch_bot_disabled,
                               batch_app_unavailable,
                               batch_app_not_found,
                               batch_app_not_installed,
                               batch_permission_denied,
                               batch_image_not_found,
                               batch_chat_not_found,
                               batch_mention_all_denied,
                               batch_content_invalid,
                               batch_daily_quota_exhausted,
                               batch_content_rejected,
                               batch_test_messages_restricted,
                               bot_disabled,
                               p2p_chat_not_shareable,
                               not_resource_owner,
                               sensitive_content,
                               message_too_long,
                               permission_denied,
                               content_rejected,
                               tenant_key_deleted,
                               message_type_unsupported,
                               file_type_mismatch,
                               card_content_invalid,
                               app_secret_invalid};
    if (why.kind == error_kind::auth || why.kind == error_kind::store || why.kind == error_kind::canceled ||
        why.kind == error_kind::file)
        return true;
    constexpr int first_gateway_code = 99'990'000; // tokens, scopes, the allowlist of addresses
    return why.code >= first_gateway_code ||
           std::find(codes.begin(), codes.end(), why.symbol()) != codes.end();
}

// Requests to all receivers are refused for now.
inline bool is_refused_for_now(error const& why) {
    constexpr int app_rate_limited = 99'991'400;
    return why.code == app_rate_limited || why.symbol() == errc::message_service_rate_limited ||
           (why.kind == error_kind::timeout && !why.may_have_executed && why.retry_after.count() > 0);
}

// Requests to this receiver are.
inline bool is_busy_receiver(error const& why) {
    auto const symbol = why.symbol();
    return symbol == errc::chat_rate_limited || symbol == errc::chat_message_rate_limited ||
           symbol == errc::message_being_sent;
}

// The request, or an earlier attempt to send it, may have had its effect.
inline bool may_have_been_sent(error const& why) { return why.may_duplicate || outcome_unknown(why); }

// It had none, and repeating it would not change that.
inline bool is_final(error const& why) {
    return why.kind == error_kind::validation ||
           (why.kind == error_kind::api && !may_have_been_sent(why) && !is_busy_receiver(why));
}

inline error store_conflict() {
    error e;
    e.kind = error_kind::store;
    e.message = "another process has continued the journal";
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL send_all_machine::send_all_machine(receivers const& to, send_all_plan const& plan, settings with)
    : to_(to), plan_(plan), with_(std::move(with)), parts_(plan.parts.size()) {
    counts_.total = plan.total();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        parts_[i].outcomes.assign(plan.parts[i].count, '.');
        parts_[i].single = !plan.parts[i].batch;
    }
}

FEISHU_DECL std::string_view send_all_machine::id_of(std::size_t part, std::uint32_t at) const {
    return to_.id_at(plan_.position(part, at));
}

// --- the journal

FEISHU_DECL result<void> send_all_machine::load(std::size_t part, std::string const& stored,
                                                std::int64_t unix_ms) {
    auto& state = parts_[part];
    auto read = json::read<part_record>(stored);
    if (!read || read->outcomes.size() != state.outcomes.size()) {
        error e = read ? error{} : read.error();
        e.kind = error_kind::store;
        e.message = "the journal is damaged: part " + std::to_string(part) + ": " + e.message;
        return e;
    }
    for (std::uint32_t i = 0; i < state.outcomes.size(); ++i)
        if (auto const outcome = read->outcomes[i]; outcome != '.')
            count(part, i, outcome);
    state.single = state.single || read->single;
    state.batches = std::move(read->batches);
    state.failed = std::move(read->failed);
    state.stored = stored;
    state.turn = read->turn;
    turns_ = (std::max)(turns_, read->turn);
    if (read->state == "settled") {
        state.at = stage::closed;
        state.stored.reset();
        state.since = read->since;
        consider_control(part);
    } else if (read->state == "sending" && !state.single) {
        state.at = stage::unresolved;
        state.since = read->since;
    } else if (read->state == "sending") {
        state.may_repeat = true;
        state.since = read->since;
        if (unix_ms - read->since > repeatable_ms && with_.resend_uncertain)
            state.since = 0; // as if it had not been sent
    }
    return {};
}

FEISHU_DECL send_all_action send_all_machine::write(std::size_t part, std::string_view name) {
    auto& state = parts_[part];
    part_record const record{.state = std::string(name),
                             .owner = with_.owner,
                             .single = state.single,
                             .since = state.since,
                             .turn = state.turn,
                             .outcomes = state.outcomes,
                             .batches = state.batches,
                             .failed = state.failed};
    state.writing = json::to_string(record);
    return send_all_actions::record{part, state.stored, *state.writing};
}

FEISHU_DECL void send_all_machine::on_recorded(std::size_t part, result<bool> stored) {
    auto& state = parts_[part];
    bool const claimed = state.at == stage::claiming;
    if (stored && *stored) {
        state.stored = std::exchange(state.writing, std::nullopt);
        if (claimed)
            return begin(part);
    } else {
        stop(stored ? store_conflict() : std::move(stored).error());
    }
    state.writing.reset();
    state.at = stage::closed; // nothing more is written for it
    if (!claimed)
        state.stored.reset();
    std::erase(open_, part);
}

// --- opening parts

FEISHU_DECL std::optional<std::size_t> send_all_machine::next_waiting(bool single) {
    auto const again = std::find_if(reopened_.begin(), reopened_.end(),
                                    [&](std::size_t part) { return parts_[part].single == single; });
    if (again != reopened_.end()) {
        auto const part = *again;
        reopened_.erase(again);
        return part;
    }
    for (auto& at = cursor_[single]; at < parts_.size(); ++at) {
        if (parts_[at].at != stage::waiting || parts_[at].single != single)
            continue;
        if (!plan_.parts[at].reserve || single || needs_control())
            return at++;
        parts_[at].single = true;
        reopened_.push_back(at);
    }
    return std::nullopt;
}

// A batch message that may have been sent is the last one of those that are known.
FEISHU_DECL bool send_all_machine::needs_control() const {
    auto const last = control_ ? control_->first.turn : 0;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].at == stage::unresolved && parts_[i].turn > last &&
            plan_.parts[i].kind != receiver_kind::department)
            return true;
    return false;
}

// Batch messages are sent one after the other, so that at most one is unresolved after a crash.
FEISHU_DECL std::optional<send_all_action> send_all_machine::open_next(bool single, send_all_moment now) {
    auto const same = [&](std::size_t part) { return parts_[part].single == single; };
    auto const opened = static_cast<std::size_t>(std::count_if(open_.begin(), open_.end(), same));
    if (opened >= (single ? max_open_single_parts : 1))
        return std::nullopt;
    auto const part = next_waiting(single);
    if (!part)
        return std::nullopt;
    open_.push_back(*part);
    return claim(*part, now);
}

FEISHU_DECL send_all_action send_all_machine::claim(std::size_t part, send_all_moment now) {
    auto& state = parts_[part];
    if (state.since == 0)
        state.since = now.unix_ms;
    if (!state.single)
        state.turn = ++turns_;
    if (with_.journal) {
        state.at = stage::claiming;
        return write(part, "sending");
    }
    begin(part);
    return next(now);
}

FEISHU_DECL void send_all_machine::begin(std::size_t part) {
    auto& state = parts_[part];
    state.at = stage::sending;
    state.queue.clear();
    for (auto i = static_cast<std::uint32_t>(state.outcomes.size()); i-- > 0;)
        if (state.outcomes[i] == '.')
            state.queue.push_back(i);
}

// --- sending

FEISHU_DECL std::optional<send_all_action> send_all_machine::send_from(std::size_t part,
                                                                       send_all_moment now) {
    auto& state = parts_[part];
    if (state.at != stage::sending || state.queue.empty())
        return std::nullopt;
    if (!state.single) {
        ++state.in_flight;
        return send_all_actions::send_batch{part, std::exchange(state.queue, {})};
    }
    if (state.may_repeat && now.unix_ms - state.since > repeatable_ms) {
        for (auto const at : std::exchange(state.queue, {}))
            count(part, at, 'u');
        return std::nullopt;
    }
    auto const at = state.queue.back();
    state.queue.pop_back();
    ++state.in_flight;
    return send_all_actions::send_one{part, at};
}

FEISHU_DECL send_all_action send_all_machine::next(send_all_moment now) {
    if (auto settled = settle_finished())
        return std::move(*settled);
    bool const busy = verifying_ || std::any_of(open_.begin(), open_.end(), [&](std::size_t part) {
                          return parts_[part].in_flight > 0 || parts_[part].writing.has_value();
                      });
    if (stopped_)
        return busy ? send_all_action(send_all_actions::idle{}) : send_all_actions::done{};
    if (paused_until_ && *paused_until_ > now.time)
        return send_all_actions::idle{paused_until_};
    for (auto const part : open_)
        if (auto send = send_from(part, now))
            return std::move(*send);
    for (bool const single : {false, true})
        if (auto opened = open_next(single, now))
            return std::move(*opened);
    if (auto settled = settle_finished()) // parts whose receivers have become uncertain above
        return std::move(*settled);
    if (busy || !open_.empty())
        return send_all_actions::idle{};
    if (auto resolving = resolve())
        return std::move(*resolving);
    return send_all_actions::done{};
}

// Stores the outcomes of parts to which nothing more is sent.
FEISHU_DECL std::optional<send_all_action> send_all_machine::settle_finished() {
    for (std::size_t i = 0; i < open_.size(); ++i) {
        auto const part = open_[i];
        auto& state = parts_[part];
        if (state.at != stage::sending || state.in_flight > 0 || (!state.queue.empty() && !stopped_))
            continue;
        bool const settled = state.outcomes.find('.') == std::string::npos;
        state.at = stage::settling;
        if (with_.journal)
            return write(part, settled ? "settled" : state.may_repeat ? "sending" : "paused");
        state.at = stage::closed;
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i--));
    }
    return std::nullopt;
}

// --- outcomes

FEISHU_DECL void send_all_machine::count(std::size_t part, std::uint32_t at, char outcome) {
    parts_[part].outcomes[at] = outcome;
    ++(outcome == 's' ? counts_.sent : outcome == 'f' ? counts_.failed : counts_.uncertain);
}

FEISHU_DECL void send_all_machine::fail(std::size_t part, std::uint32_t at, error const& why) {
    parts_[part].failed.push_back({.at = at,
                                   .kind = static_cast<int>(why.kind),
                                   .code = why.code,
                                   .message = why.message,
                                   .endpoint = why.endpoint,
                                   .log_id = why.log_id});
    count(part, at, 'f');
}

// What concerns no receiver: the requests go on later, or not at all. False for all other errors.
FEISHU_DECL bool send_all_machine::set_back(error const& why, send_all_moment now) {
    if (is_refused_for_now(why)) {
        auto const pause = (std::max)(why.retry_after, std::chrono::milliseconds(1'000));
        paused_until_ = saturating_deadline(now.time, pause);
        return true;
    }
    if (concerns_all_receivers(why) ||
        (!is_final(why) && !is_busy_receiver(why) && ++set_backs_ >= max_set_backs)) {
        stop(why);
        return true;
    }
    return false;
}

FEISHU_DECL void send_all_machine::on_sent(std::size_t part, std::size_t at, result<void> outcome,
                                           send_all_moment now) {
    auto& state = parts_[part];
    auto const who = static_cast<std::uint32_t>(at);
    --state.in_flight;
    if (outcome) {
        set_backs_ = 0;
        return count(part, who, 's');
    }
    auto const why = std::move(outcome).error();
    if (may_have_been_sent(why))
        state.may_repeat = true;
    if (set_back(why, now)) {
        state.queue.push_back(who);
    } else if (is_final(why)) {
        set_backs_ = 0;
        fail(part, who, why);
    } else if (++state.attempts[who] < max_attempts) {
        state.queue.insert(state.queue.begin(), who);
    } else if (may_have_been_sent(why)) {
        count(part, who, 'u');
    } else {
        fail(part, who, why);
    }
}

FEISHU_DECL void send_all_machine::on_batch(std::size_t part, result<batch_outcome> outcome,
                                            send_all_moment now) {
    auto& state = parts_[part];
    --state.in_flight;
    if (outcome)
        return on_accepted(part, std::move(*outcome));
    auto const why = std::move(outcome).error();
    if (may_have_been_sent(why)) {
        state.at = stage::unresolved; // it is not repeated
        std::erase(open_, part);
        set_back(why, now);
    } else if (set_back(why, now)) {
        begin(part);
    } else if (!is_final(why)) {
        ++state.attempts[0] < max_attempts ? begin(part) : stop(why);
    } else if (plan_.parts[part].kind == receiver_kind::department) {
        for (std::uint32_t i = 0; i < state.outcomes.size(); ++i)
            if (state.outcomes[i] == '.')
                fail(part, i, why);
    } else {
        state.single = true; // single messages tell which receiver it was
        std::erase(open_, part);
        reopen(part);
    }
}

FEISHU_DECL void send_all_machine::on_accepted(std::size_t part, batch_outcome outcome) {
    auto& state = parts_[part];
    set_backs_ = 0;
    state.batches.push_back(std::move(outcome.id));
    consider_control(part);
    error why;
    why.kind = error_kind::api;
    why.endpoint = "message.v4.batch_send.create";
    why.message = "the receiver does not exist or is outside the app's availability";
    std::sort(outcome.invalid.begin(), outcome.invalid.end());
    for (std::uint32_t i = 0; i < state.outcomes.size(); ++i)
        if (state.outcomes[i] != '.')
            continue;
        else if (std::binary_search(outcome.invalid.begin(), outcome.invalid.end(), id_of(part, i)))
            fail(part, i, why);
        else
            count(part, i, 's');
}

FEISHU_DECL void send_all_machine::stop(error why) {
    if (!stopped_)
        stopped_ = std::move(why);
}

// --- what is not known after a crash or a lost response

// One of users, whose chats can be searched.
FEISHU_DECL void send_all_machine::consider_control(std::size_t part) {
    auto const& state = parts_[part];
    if (state.single || state.batches.empty() || plan_.parts[part].kind == receiver_kind::department)
        return;
    if (!control_ || control_->first.turn < state.turn)
        control_ =
            std::pair(send_all_actions::sent_part{part, state.since, state.turn}, state.batches.back());
}

FEISHU_DECL void send_all_machine::reopen(std::size_t part) {
    auto& state = parts_[part];
    state.at = stage::waiting;
    state.since = 0;
    state.may_repeat = false;
    state.attempts.clear();
    reopened_.push_back(part);
}

FEISHU_DECL std::optional<send_all_action> send_all_machine::resolve() {
    send_all_actions::verify action;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].at == stage::unresolved)
            action.parts.push_back({i, parts_[i].since, parts_[i].turn});
    if (action.parts.empty())
        return std::nullopt;
    action.control = control_;
    verifying_ = true;
    return action;
}

FEISHU_DECL void send_all_machine::on_verified(result<verification> found) {
    verifying_ = false;
    if (!found)
        return stop(std::move(found).error());
    bool const resend = with_.resend_uncertain && ++verifications_ < max_verifications;
    std::size_t next = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        auto& state = parts_[i];
        if (state.at != stage::unresolved)
            continue;
        auto const& of_part = (*found)[next++];
        for (std::uint32_t at = 0; at < state.outcomes.size(); ++at)
            if (state.outcomes[at] == '.' && of_part[at] == 'y')
                count(i, at, 's');
            else if (state.outcomes[at] == '.' && of_part[at] == '?' && !resend)
                count(i, at, 'u');
        state.single =
            plan_.parts[i].kind != receiver_kind::department; // with a uuid, unlike a batch message
        reopen(i);
    }
}

// --- results

FEISHU_DECL bool send_all_machine::finished() const {
    return std::all_of(parts_.begin(), parts_.end(),
                       [](part_state const& one) { return one.at == stage::closed; });
}

FEISHU_DECL send_all_progress send_all_machine::progress() const { return counts_; }

inline error error_of(failure_record const& record) {
    error e;
    e.kind = static_cast<error_kind>(record.kind);
    e.code = record.code;
    e.message = record.message;
    e.endpoint = record.endpoint;
    e.log_id = record.log_id;
    e.may_have_executed = false;
    read_sub_code(e);
    return e;
}

FEISHU_DECL send_all_report send_all_machine::report() const {
    send_all_report out{
        .total = plan_.total(), .duplicates = plan_.duplicates, .sent = counts_.sent, .stopped = stopped_};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        auto const& state = parts_[i];
        bool const unknown = state.at == stage::unresolved && !with_.journal;
        for (std::uint32_t at = 0; at < state.outcomes.size(); ++at) {
            bool const open = state.outcomes[at] == '.';
            if (state.outcomes[at] == 'u' || (open && unknown))
                out.uncertain.push_back(to_[plan_.position(i, at)]);
            else if (open)
                ++out.pending;
            else if (state.outcomes[at] == 's' && !state.single &&
                     plan_.parts[i].kind != receiver_kind::department)
                ++out.batch_quota_used;
        }
        for (auto const& one : state.failed)
            out.failed.push_back({to_[plan_.position(i, one.at)], error_of(one)});
        for (auto const& id : state.batches)
            out.batches.emplace_back(id);
    }
    return out;
}

} // namespace feishu::detail
