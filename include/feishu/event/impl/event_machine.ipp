#pragma once

#include <iterator>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/impl/event_machine.hpp>

namespace feishu::detail {

FEISHU_DECL event_machine::admitted event_machine::deliver(job work, response_function& response,
                                                           time_point now) {
    if (waiting_.size() >= limits_.queue)
        return {};
    if (auto const same = by_key_.find(work.key); same != by_key_.end()) {
        auto const id = same->second;
        wait(id, jobs_.at(id), response, now);
        return {admission::joined, id};
    }
    if (jobs_.size() >= limits_.queue)
        return {};
    auto const id = ++last_;
    auto& one = jobs_[id];
    one.work = std::move(work);
    one.work.received = now;
    if (!one.work.key.empty())
        by_key_.emplace(one.work.key, id);
    wait(id, one, response, now);
    return {admission::run, id};
}

FEISHU_DECL void event_machine::wait(ticket id, entry& one, response_function& response, time_point now) {
    auto const deadline = saturating_deadline(now, limits_.ack_deadline);
    // As a rule the latest deadline, since all are equally far away.
    one.waiting.push_back(waiting_.emplace_hint(waiting_.end(), deadline, waiter{id, std::move(response)}));
}

FEISHU_DECL event_machine::ticket event_machine::add(job work, time_point now) {
    auto const id = ++last_;
    auto& one = jobs_[id];
    one.work = std::move(work);
    one.work.received = now;
    return id;
}

FEISHU_DECL std::shared_ptr<raw_event const> event_machine::erase_unawaited(ticket id) {
    auto const found = jobs_.find(id);
    if (found == jobs_.end() || found->second.phase != phase::queued || !found->second.waiting.empty())
        return nullptr;
    auto const event = found->second.work.event;
    forget_key(found->second);
    jobs_.erase(found);
    return event;
}

FEISHU_DECL event_machine::job const* event_machine::begin(ticket id, time_point now) {
    auto const found = jobs_.find(id);
    if (found == jobs_.end() || found->second.phase != phase::queued)
        return nullptr;
    found->second.phase = phase::running;
    found->second.work.started = now;
    return &found->second.work;
}

FEISHU_DECL event_machine::decision event_machine::decide(entry const& one, handled&& outcome) const {
    using kind = handled::kind;
    using claim = decision::claim;
    decision out{.job = &one.work};
    if (one.work.task == task::append) {
        bool const known = outcome.what == kind::done || outcome.what == kind::duplicate;
        out.response.outcome = known ? event_outcome::done : event_outcome::busy;
        return out;
    }
    if (one.work.task == task::entry)
        return out; // the inbox decides
    switch (outcome.what) {
    case kind::done:
        out.response.body = std::move(outcome.response);
        out.in_store = claim::complete;
        break;
    case kind::duplicate: out.response.body = std::move(outcome.response); break;
    case kind::not_queued:
    case kind::claimed_elsewhere: out.response.outcome = event_outcome::busy; break;
    case kind::malformed:
        out.in_store = claim::complete;
        out.dead_letter = true;
        break;
    case kind::failed: decide_failure(one, limits_.retry_failed, out); break;
    case kind::not_started: // the handler did not fail, and there is no claim to complete or release
        decide_failure(one, true, out);
        out.in_store = claim::keep;
        break;
    }
    return out;
}

// A callback is never pushed again; an event only if a delivery still waits for its response.
FEISHU_DECL void event_machine::decide_failure(entry const& one, bool retry, decision& out) {
    bool const retried = retry && !one.waiting.empty();
    bool const failed = one.work.handler->is_callback || retried;
    out.response.outcome = failed ? event_outcome::failed : event_outcome::done;
    out.in_store = failed ? decision::claim::release : decision::claim::complete;
    out.dead_letter = !failed;
}

FEISHU_DECL event_machine::decision event_machine::complete(ticket id, handled outcome) {
    auto& one = jobs_.at(id);
    auto out = decide(one, std::move(outcome));
    one.phase = phase::completed;
    one.response = out.response;
    out.replies = take_replies(one, out.response);
    return out;
}

FEISHU_DECL std::vector<event_machine::pending_reply>
event_machine::take_replies(entry& one, event_response const& response) {
    std::vector<pending_reply> out;
    for (auto const at : std::exchange(one.waiting, {})) {
        out.push_back({std::move(at->second.response), response});
        waiting_.erase(at);
    }
    return out;
}

FEISHU_DECL void event_machine::forget_key(entry const& one) {
    if (!one.work.key.empty())
        by_key_.erase(one.work.key);
}

FEISHU_DECL std::vector<event_machine::pending_reply> event_machine::erase(ticket id) {
    auto const found = jobs_.find(id);
    auto out = take_replies(found->second, found->second.response);
    forget_key(found->second);
    jobs_.erase(found);
    return out;
}

FEISHU_DECL event_machine::overdue_result event_machine::overdue(time_point now) {
    overdue_result out;
    while (!waiting_.empty() && waiting_.begin()->first <= now) {
        auto const at = waiting_.begin();
        auto& one = jobs_.at(at->second.job);
        bool const rejected = one.work.task == task::append;
        if (!rejected && !std::exchange(one.acknowledged, true))
            out.late.push_back(one.work);
        auto const outcome = rejected ? event_outcome::busy : event_outcome::done;
        out.replies.push_back({std::move(at->second.response), {.outcome = outcome}});
        std::erase(one.waiting, at);
        waiting_.erase(at);
    }
    return out;
}

FEISHU_DECL std::optional<event_machine::time_point> event_machine::next_deadline() const {
    if (waiting_.empty())
        return {};
    return waiting_.begin()->first;
}

FEISHU_DECL event_machine::rejected_result event_machine::reject_queued() {
    rejected_result out;
    for (auto at = jobs_.begin(); at != jobs_.end();) {
        entry& one = at->second;
        if (one.phase != phase::queued) {
            ++at;
            continue;
        }
        if (one.work.task == task::entry)
            out.entries.push_back(one.work.inbox_entry);
        else if (one.work.task == task::handle && one.waiting.empty())
            out.dead.push_back(one.work);
        else
            out.busy.push_back(one.work.event);
        auto rejected = take_replies(one, {.outcome = event_outcome::busy});
        std::move(rejected.begin(), rejected.end(), std::back_inserter(out.replies));
        forget_key(one);
        at = jobs_.erase(at);
    }
    return out;
}

} // namespace feishu::detail
