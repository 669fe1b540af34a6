#pragma once

#include <algorithm>
#include <iterator>

#include <feishu/event/impl/event_machine.hpp>

namespace feishu::detail {

FEISHU_DECL std::string seen_key(raw_event const& event) {
    if (event.id.empty())
        return {};
    return event.app_id.str() + '/' + event.id.str(); // apps of one tenant may be told of the same event
}

FEISHU_DECL event_machine::admitted event_machine::deliver(job work, response_function answer, time_point now) {
    if (waiting_.size() >= limits_.queue)
        return {};
    if (auto const same = by_key_.find(work.key); same != by_key_.end()) {
        auto const id = same->second;
        wait(id, jobs_.at(id), std::move(answer), now);
        return {admission::joined, id};
    }
    if (jobs_.size() >= limits_.queue)
        return {};
    auto const id = ++last_;
    if (!work.key.empty())
        by_key_.emplace(work.key, id);
    auto& one = jobs_[id];
    one.work = std::move(work);
    wait(id, one, std::move(answer), now);
    return {admission::run, id};
}

FEISHU_DECL void event_machine::wait(ticket id, entry& one, response_function answer, time_point now) {
    one.waiting.push_back(waiting_.emplace(now + limits_.ack_deadline, waiter{id, std::move(answer)}));
}

FEISHU_DECL event_machine::job const* event_machine::begin(ticket id) {
    auto const found = jobs_.find(id);
    if (found == jobs_.end())
        return nullptr;
    found->second.phase = phase::running;
    return &found->second.work;
}

FEISHU_DECL event_machine::verdict event_machine::judge(entry const& one, handled&& outcome) const {
    using kind = handled::kind;
    using store = verdict::store;
    verdict out{.job = one.work};
    switch (outcome.what) {
    case kind::done:
        out.answer.body = std::move(outcome.answer);
        out.seen = store::done;
        break;
    case kind::duplicate: out.answer.body = std::move(outcome.answer); break;
    case kind::elsewhere: out.answer.outcome = event_outcome::busy; break;
    case kind::malformed:
        out.seen = store::done;
        out.dead_letter = true;
        break;
    case kind::failed:
        // A callback is not pushed again, and an event only when somebody hears now that it failed.
        bool const retried = !one.waiting.empty() && limits_.on_failure == event_failure::retry;
        bool const refused = one.work.handler->is_callback || retried;
        out.answer.outcome = refused ? event_outcome::failed : event_outcome::done;
        out.seen = refused ? store::forget : store::done;
        out.dead_letter = !refused;
        break;
    }
    return out;
}

FEISHU_DECL event_machine::verdict event_machine::settle(ticket id, handled outcome) {
    auto& one = jobs_.at(id);
    auto out = judge(one, std::move(outcome));
    one.phase = phase::settled;
    one.answer = out.answer;
    out.answers = release(one, out.answer);
    return out;
}

FEISHU_DECL std::vector<event_machine::told> event_machine::release(entry& one, event_response const& answer) {
    std::vector<told> out;
    for (auto const at : std::exchange(one.waiting, {})) {
        out.push_back({std::move(at->second.answer), answer});
        waiting_.erase(at);
    }
    return out;
}

FEISHU_DECL std::vector<event_machine::told> event_machine::remove(ticket id) {
    auto const found = jobs_.find(id);
    auto out = release(found->second, found->second.answer);
    by_key_.erase(found->second.work.key);
    jobs_.erase(found);
    return out;
}

FEISHU_DECL event_machine::overdue_result event_machine::overdue(time_point now) {
    overdue_result out;
    while (!waiting_.empty() && waiting_.begin()->first <= now) {
        auto const at = waiting_.begin();
        auto& one = jobs_.at(at->second.job);
        if (!std::exchange(one.acknowledged, true))
            out.late.push_back(one.work);
        out.answers.push_back({std::move(at->second.answer), {}});
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

FEISHU_DECL event_machine::withdrawn_result event_machine::withdraw() {
    withdrawn_result out;
    for (auto at = jobs_.begin(); at != jobs_.end();) {
        entry& one = at->second;
        if (one.phase != phase::queued) {
            ++at;
            continue;
        }
        if (one.waiting.empty())
            out.dead.push_back(one.work);
        auto given_back = release(one, {.outcome = event_outcome::busy});
        std::move(given_back.begin(), given_back.end(), std::back_inserter(out.answers));
        by_key_.erase(one.work.key);
        at = jobs_.erase(at);
    }
    return out;
}

} // namespace feishu::detail
