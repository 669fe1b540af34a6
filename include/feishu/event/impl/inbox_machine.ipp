#pragma once

#include <algorithm>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/impl/inbox_machine.hpp>

namespace feishu::detail {

inline std::string inbox_entry_key(unsigned partition, std::string_view id) {
    return std::to_string(partition) + '/' += id;
}

/// `first`, doubled `times`, at most `longest`.
inline std::chrono::milliseconds doubled(std::chrono::milliseconds first, unsigned times,
                                         std::chrono::milliseconds longest) {
    for (; times > 0 && first < longest; --times)
        first *= 2;
    return (std::min)(first, longest);
}

// --- beginning and end

FEISHU_DECL void inbox_machine::start(time_point now) {
    now_ = now;
    if (stopped_ || std::exchange(taking_, true))
        return;
    auto first = now;
    for (auto& one : partitions_) {
        one.poll_at = first;
        first += settings_.poll_interval / partitions_.size();
    }
    on_time(now);
}

FEISHU_DECL void inbox_machine::stop(time_point now) {
    now_ = now;
    stopped_ = true;
    taking_ = false;
    for (unsigned i = 0; i < partitions_.size(); ++i) {
        release(i, drop_waiting(i));
        partitions_[i].ack_at = now;
        queue_acknowledge(i);
        settle(i);
    }
}

FEISHU_DECL bool inbox_machine::idle() const {
    auto const quiet = [](partition_state const& one) {
        return one.claims == 0 && one.acks == 0 && one.releases == 0 && one.held == 0 &&
               (one.lease == lease::none || (one.lease == lease::held && one.unclean));
    };
    return !taking_ && std::ranges::all_of(partitions_, quiet);
}

// --- time

FEISHU_DECL void inbox_machine::on_time(time_point now) {
    now_ = now;
    for (unsigned i = 0; i < partitions_.size(); ++i) {
        auto& in = partitions_[i];
        if (now >= in.renew_at && !in.renewing)
            renew(i);
        if (taking_ && now >= in.poll_at)
            poll(i);
        queue_acknowledge(i);
    }
    while (!delayed_.empty() && delayed_.begin()->first <= now) {
        auto const id = delayed_.begin()->second;
        delayed_.erase(delayed_.begin());
        auto& one = entries_.at(id);
        one.state = state::waiting;
        if (is_current(one))
            begin(id);
        else
            give_up(id); // it may be claimed by another process
    }
    seek();
}

FEISHU_DECL void inbox_machine::poll(unsigned partition) {
    auto& in = partitions_[partition];
    in.poll_at = now_ + settings_.poll_interval;
    if (is_held(in)) {
        in.wanted = true;
    } else if (!in.wanted && !in.peeking) {
        in.peeking = true;
        actions_.push_back(inbox_actions::peek{partition});
    }
}

FEISHU_DECL std::optional<inbox_machine::time_point> inbox_machine::wake() const {
    auto first = delayed_.empty() ? never : delayed_.begin()->first;
    for (auto const& one : partitions_) {
        if (!one.renewing)
            first = (std::min)(first, one.renew_at);
        if (taking_)
            first = (std::min)(first, one.poll_at);
        if (taking_ && one.wanted && one.try_at > now_)
            first = (std::min)(first, one.try_at);
        if (!one.done.empty() && !one.ack_queued)
            first = (std::min)(first, one.ack_at);
    }
    return first == never ? std::nullopt : std::optional(first);
}

// --- claiming

FEISHU_DECL std::size_t inbox_machine::room() const {
    auto const used = active_ + reserved_;
    auto const kept = entries_.size() + reserved_;
    if (!taking_ || used >= settings_.capacity || kept >= settings_.max_held)
        return 0;
    return (std::min)(settings_.capacity - used, settings_.max_held - kept);
}

// With order, a second claim could return later entries before the first has returned.
FEISHU_DECL bool inbox_machine::may_claim(partition_state const& in) const {
    if (!settings_.ordered)
        return true;
    return in.lease == lease::held && now_ < in.lease_until && in.claims == 0 &&
           in.tenure < settings_.max_tenure;
}

FEISHU_DECL void inbox_machine::seek() {
    auto const count = static_cast<unsigned>(partitions_.size());
    for (unsigned i = 0; i < count; ++i)
        seek((next_ + i) % count);
}

FEISHU_DECL void inbox_machine::seek(unsigned partition) {
    auto& in = partitions_[partition];
    auto const free = room();
    if (!in.wanted || free == 0 || now_ < in.try_at)
        return;
    if (is_held(in)) {
        if (in.claims == 0 && may_claim(in))
            claim(partition, free);
    } else if (in.lease == lease::none && leases_ < settings_.capacity) {
        in.lease = lease::acquiring;
        ++leases_;
        next_ = (partition + 1) % static_cast<unsigned>(partitions_.size());
        actions_.push_back(inbox_actions::acquire{partition});
    }
}

FEISHU_DECL void inbox_machine::claim(unsigned partition, std::size_t max_entries) {
    auto& in = partitions_[partition];
    in.wanted = false; // unless an entry is appended meanwhile
    ++in.claims;
    reserved_ += max_entries;
    actions_.push_back(inbox_actions::claim{partition, max_entries});
}

FEISHU_DECL bool inbox_machine::begin_claim(unsigned partition, time_point now) {
    now_ = now;
    auto const& in = partitions_[partition];
    return !settings_.ordered || (in.lease == lease::held && now < in.lease_until);
}

FEISHU_DECL void inbox_machine::fail(partition_state& in) {
    constexpr duration first{100}, longest{5'000};
    in.try_at = now_ + doubled(first, in.failures++, longest);
    in.wanted = true;
}

FEISHU_DECL void inbox_machine::on_claimed(unsigned partition, std::size_t max_entries,
                                           std::optional<std::vector<claimed>> entries, time_point started,
                                           time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    --in.claims;
    reserved_ -= max_entries;
    if (entries) {
        in.failures = 0;
        in.wanted = in.wanted || entries->size() >= max_entries;
        take(partition, std::move(*entries), started);
    } else {
        fail(in);
    }
    settle(partition);
    seek();
}

FEISHU_DECL void inbox_machine::take(unsigned partition, std::vector<claimed> entries, time_point started) {
    auto& in = partitions_[partition];
    in.tenure += entries.size();
    std::vector<std::string> unwanted;
    for (auto& one : entries)
        if ((taking_ && is_held(in)) || by_id_.contains(inbox_entry_key(partition, one.id)))
            add(partition, std::move(one), started + settings_.visibility);
        else
            unwanted.push_back(std::move(one.id));
    release(partition, std::move(unwanted));
    watch(in);
}

FEISHU_DECL void inbox_machine::add(unsigned partition, claimed what, time_point held_until) {
    auto const [known, is_new] = by_id_.try_emplace(inbox_entry_key(partition, what.id), last_ + 1);
    if (!is_new) { // the claim had expired, but its handler may still be running here
        auto& one = entries_.at(known->second);
        one.held_until = held_until;
        one.orphan = false;
        return;
    }
    auto const id = ++last_;
    auto& one = entries_[id];
    one.partition = partition;
    one.held_until = held_until;
    if (what.deliveries > settings_.max_deliveries)
        one.dead_reason =
            "its process has crashed or stopped " + std::to_string(settings_.max_deliveries) + " times";
    one.what = std::move(what);
    ++partitions_[partition].held;
    if (settings_.ordered && !one.what.lane.empty()) {
        auto& lane = lanes_[one.what.lane];
        lane.push_back(id);
        if (lane.size() > 1)
            return;
    }
    begin(id);
}

FEISHU_DECL inbox_machine::append_step inbox_machine::begin_append(unsigned partition, time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    append_step out;
    if (room() == 0 || !may_claim(in))
        return out;
    out.claim = 1;
    ++in.claims;
    ++reserved_;
    out.done = std::exchange(in.done, {});
    in.acks += out.done.empty() ? 0 : 1;
    return out;
}

FEISHU_DECL void inbox_machine::on_appended(unsigned partition, append_step const& step, std::string_view id,
                                            std::vector<claimed> entries, time_point started,
                                            time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    if (std::exchange(in.failures, 0) != 0)
        in.try_at = now;
    auto const is_new = [&](claimed const& one) { return one.id == id; };
    bool const claimed_it = std::ranges::any_of(entries, is_new);
    in.wanted = in.wanted || !(claimed_it || (id.empty() && entries.size() < step.claim));
    in.claims -= step.claim != 0 ? 1 : 0;
    reserved_ -= step.claim;
    take(partition, std::move(entries), started);
    if (!step.done.empty())
        on_acknowledged(partition, step.done, true, now);
    settle(partition);
    seek();
}

FEISHU_DECL void inbox_machine::on_append_failed(unsigned partition, append_step const& step,
                                                 time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    in.claims -= step.claim != 0 ? 1 : 0;
    reserved_ -= step.claim;
    in.wanted = true; // it may have been appended
    if (!step.done.empty())
        on_acknowledged(partition, step.done, false, now);
    settle(partition);
    seek();
}

// --- leases

FEISHU_DECL void inbox_machine::on_peeked(unsigned partition, bool has_entries, time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    in.peeking = false;
    in.wanted = in.wanted || has_entries;
    seek();
}

FEISHU_DECL void inbox_machine::on_acquired(unsigned partition, std::optional<bool> acquired,
                                            time_point started, time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    if (acquired.value_or(false)) {
        in.lease = lease::held;
        in.lease_until = started + settings_.visibility;
        in.failures = in.refusals = 0;
        in.tenure = 0;
        in.unclean = false;
        watch(in);
        settle(partition);
        return seek();
    }
    in.lease = lease::none;
    --leases_;
    if (!acquired) {
        fail(in);
    } else {
        constexpr duration first{10};
        in.try_at = now + doubled(first, in.refusals++, (std::max)(first, settings_.poll_interval));
    }
    seek();
}

// Another process may have taken over. What is running goes on.
FEISHU_DECL void inbox_machine::lose_lease(unsigned partition) {
    auto& in = partitions_[partition];
    if (in.lease != lease::held)
        return;
    (void)drop_waiting(partition);
    for (auto& [id, one] : entries_)
        one.orphan = one.orphan || one.partition == partition;
    in.lease = lease::none;
    --leases_;
    in.wanted = true;
    watch(in);
}

FEISHU_DECL void inbox_machine::settle(unsigned partition) {
    auto& in = partitions_[partition];
    bool const busy = in.held != 0 || in.claims != 0 || in.acks != 0 || in.releases != 0;
    if (!settings_.ordered || in.lease != lease::held || busy || in.unclean)
        return;
    if (taking_ && in.wanted && in.tenure < settings_.max_tenure)
        return;
    in.lease = lease::yielding;
    in.renew_at = never;
    actions_.push_back(inbox_actions::yield{partition});
}

FEISHU_DECL void inbox_machine::on_yielded(unsigned partition, time_point now) {
    constexpr duration turn_of_others{20};
    now_ = now;
    auto& in = partitions_[partition];
    in.lease = lease::none;
    --leases_;
    in.tenure = 0;
    in.try_at = now + (in.wanted ? turn_of_others : duration());
    seek();
}

// --- renewal

FEISHU_DECL bool inbox_machine::is_current(entry const& one) const {
    auto const& in = partitions_[one.partition];
    return settings_.ordered ? in.lease == lease::held && now_ < in.lease_until : now_ < one.held_until;
}

// Whether there is anything to renew may have changed.
FEISHU_DECL void inbox_machine::watch(partition_state& in) {
    bool const any = in.held != 0 || in.lease == lease::held;
    if (!any)
        in.renew_at = never;
    else if (in.renew_at == never)
        in.renew_at = now_ + settings_.visibility / 3;
}

FEISHU_DECL void inbox_machine::renew(unsigned partition) {
    auto& in = partitions_[partition];
    if (settings_.ordered && in.lease == lease::held && now_ >= in.lease_until)
        lose_lease(partition);
    inbox_actions::renew out{.partition = partition};
    std::vector<handle> lost;
    for (auto const& [id, one] : entries_) {
        bool const idle = one.state == state::delayed || one.state == state::waiting;
        if (one.partition != partition)
            continue;
        if (idle && !is_current(one))
            lost.push_back(id);
        else
            out.ids.push_back(one.what.id);
    }
    for (auto const id : lost)
        if (entries_.contains(id)) // or its lane was given up with another one
            give_up(id);
    watch(in);
    if (in.renew_at == never)
        return;
    in.renewing = true;
    actions_.push_back(std::move(out));
}

FEISHU_DECL void inbox_machine::on_renewed(unsigned partition, std::vector<std::string> const& ids,
                                           std::optional<bool> kept, time_point started, time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    in.renewing = false;
    in.renew_at = now + (kept ? settings_.visibility / 3 : settings_.visibility / 12);
    if (kept && !*kept)
        lose_lease(partition);
    if (kept && *kept) {
        in.lease_until = started + settings_.visibility;
        for (auto const& id : ids)
            if (auto const found = by_id_.find(inbox_entry_key(partition, id)); found != by_id_.end())
                entries_.at(found->second).held_until = started + settings_.visibility;
    }
    watch(in);
    seek();
}

// --- entries

FEISHU_DECL void inbox_machine::begin(handle id) {
    auto& one = entries_.at(id);
    ++active_;
    if (one.dead_reason.empty()) {
        one.state = state::running;
        actions_.push_back(inbox_actions::run{id});
    } else {
        one.state = state::dead_lettering;
        actions_.push_back(inbox_actions::dead_letter{id, one.dead_reason});
    }
}

FEISHU_DECL void inbox_machine::delay(handle id, duration by) {
    auto& one = entries_.at(id);
    one.state = state::delayed;
    one.delayed_until = now_ + by;
    delayed_.emplace(one.delayed_until, id);
}

FEISHU_DECL entry_verdict inbox_machine::on_handled(handle id, handled const& outcome, time_point now) {
    using kind = detail::handled::kind;
    now_ = now;
    auto& one = entries_.at(id);
    auto const partition = one.partition;
    auto verdict = entry_verdict::retried;
    --active_;
    if (outcome.what == kind::done || outcome.what == kind::duplicate) {
        complete(id);
        verdict = entry_verdict::acknowledged;
    } else if (one.orphan) {
        give_up(id);
        verdict = entry_verdict::released;
    } else if (!taking_ && outcome.what == kind::not_started) {
        auto released = one.what.id;
        give_up(id);
        release(partition, {std::move(released)});
        verdict = entry_verdict::released;
    } else {
        auto const attempts = (std::max)(one.what.deliveries, 1u) - 1 + ++one.failures;
        if (outcome.what == kind::malformed || attempts >= settings_.max_deliveries) {
            one.dead_reason = outcome.reason;
            begin(id);
            verdict = entry_verdict::dead;
        } else if (taking_) {
            delay(id, doubled(settings_.retry_delay, attempts - 1, settings_.max_retry_delay));
        } else {
            auto released = one.what.id;
            give_up(id);
            release(partition, {std::move(released)});
        }
    }
    settle(partition);
    seek();
    return verdict;
}

FEISHU_DECL void inbox_machine::on_dead_lettered(handle id, bool ok, time_point now) {
    now_ = now;
    auto& one = entries_.at(id);
    auto const partition = one.partition;
    --active_;
    if (ok) {
        complete(id);
    } else if (taking_) {
        fail(partitions_[partition]);
        delay(id, settings_.retry_delay);
    } else {
        auto released = one.what.id;
        give_up(id);
        release(partition, {std::move(released)});
    }
    settle(partition);
    seek();
}

// The next one of its lane begins once this one is acknowledged: after a crash, it would be run again after the next.
FEISHU_DECL void inbox_machine::complete(handle id) {
    auto& one = entries_.at(id);
    one.state = state::done;
    partitions_[one.partition].done.push_back(one.what.id);
    queue_acknowledge(one.partition);
}

FEISHU_DECL void inbox_machine::give_up(handle id) {
    leave_lane(id);
    forget(id);
}

// The next one of its lane runs, if this was the first.
FEISHU_DECL void inbox_machine::leave_lane(handle id) {
    auto const lane = lanes_.find(entries_.at(id).what.lane);
    if (lane == lanes_.end())
        return;
    auto& queue = lane->second;
    bool const first = queue.front() == id;
    std::erase(queue, id);
    if (queue.empty()) {
        lanes_.erase(lane);
        return;
    }
    if (auto& next = entries_.at(queue.front()); first && next.state == state::waiting) {
        if (is_current(next))
            begin(queue.front());
        else
            give_up(queue.front());
    }
}

FEISHU_DECL void inbox_machine::forget(handle id) {
    auto const found = entries_.find(id);
    auto& in = partitions_[found->second.partition];
    if (found->second.state == state::delayed) {
        auto const [first, last] = delayed_.equal_range(found->second.delayed_until);
        for (auto at = first; at != last; ++at)
            if (at->second == id) {
                delayed_.erase(at);
                break;
            }
    }
    by_id_.erase(inbox_entry_key(found->second.partition, found->second.what.id));
    entries_.erase(found);
    --in.held;
    watch(in);
}

/// Forgets those that do not run; returns their ids.
FEISHU_DECL std::vector<std::string> inbox_machine::drop_waiting(unsigned partition) {
    std::vector<std::string> out;
    std::vector<handle> dropped;
    for (auto const& [id, one] : entries_)
        if (one.partition == partition && (one.state == state::waiting || one.state == state::delayed)) {
            dropped.push_back(id);
            out.push_back(one.what.id);
        }
    for (auto const id : dropped) {
        auto const lane = lanes_.find(entries_.at(id).what.lane);
        if (lane != lanes_.end()) {
            std::erase(lane->second, id);
            if (lane->second.empty())
                lanes_.erase(lane);
        }
        forget(id);
    }
    return out;
}

FEISHU_DECL void inbox_machine::release(unsigned partition, std::vector<std::string> ids) {
    if (ids.empty())
        return;
    ++partitions_[partition].releases;
    actions_.push_back(inbox_actions::release{partition, std::move(ids)});
}

// Claims that are neither handled nor released are found by the next holder only if the lease expires.
FEISHU_DECL void inbox_machine::on_released(unsigned partition, bool ok, time_point now) {
    now_ = now;
    auto& in = partitions_[partition];
    --in.releases;
    in.unclean = in.unclean || !ok;
    settle(partition);
    seek();
}

// --- acknowledgement

FEISHU_DECL void inbox_machine::queue_acknowledge(unsigned partition) {
    auto& in = partitions_[partition];
    if (in.done.empty() || in.ack_queued || now_ < in.ack_at)
        return;
    in.ack_queued = true;
    actions_.push_back(inbox_actions::acknowledge{partition});
}

FEISHU_DECL std::vector<std::string> inbox_machine::take_done(unsigned partition) {
    auto& in = partitions_[partition];
    in.ack_queued = false;
    in.acks += in.done.empty() ? 0 : 1;
    return std::exchange(in.done, {});
}

FEISHU_DECL void inbox_machine::on_acknowledged(unsigned partition, std::vector<std::string> const& ids,
                                                bool ok, time_point now) {
    constexpr duration first{100}, longest{5'000};
    now_ = now;
    auto& in = partitions_[partition];
    --in.acks;
    if (ok) {
        in.ack_at = now;
        for (auto const& id : ids)
            if (auto const found = by_id_.find(inbox_entry_key(partition, id)); found != by_id_.end())
                give_up(found->second);
    } else {
        in.ack_at = now + doubled(first, in.failures++, longest);
        in.done.insert(in.done.end(), ids.begin(), ids.end());
    }
    settle(partition);
    seek();
}

} // namespace feishu::detail
