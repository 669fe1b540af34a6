#pragma once

#include <algorithm>

#include <feishu/emulator/impl/push/push_queue.hpp>

namespace feishu::emulator {

FEISHU_DECL push_queue::push_queue(push_options options, std::uint64_t seed)
    : options_(std::move(options)), random_(seed) {}

FEISHU_DECL void push_queue::insert(entry one, clock::time_point due) {
    auto& queue = queues_[key_of(*one.event)];
    queue.waiting.emplace(std::pair(due, ++sequence_), std::move(one));
}

FEISHU_DECL void push_queue::add(outbound_event event, clock::time_point now) {
    auto const shared = std::make_shared<outbound_event const>(std::move(event));
    insert({.event = shared}, now);
    bool const twice = options_.duplicate_rate > 0 && !shared->callback &&
                       std::uniform_real_distribution<>()(random_) < options_.duplicate_rate;
    if (twice)
        insert({.event = shared}, now);
}

FEISHU_DECL bool push_queue::has_capacity(queue_key const& key, app_queue const& queue) const {
    return key.second || queue.in_flight < (std::max<std::size_t>)(1, options_.max_in_flight);
}

FEISHU_DECL std::optional<push_attempt> push_queue::next(clock::time_point now) {
    for (auto& [key, queue] : queues_) {
        auto const first = queue.waiting.begin();
        if (first == queue.waiting.end() || first->first.first > now || !has_capacity(key, queue))
            continue;
        auto one = std::move(first->second);
        queue.waiting.erase(first);
        ++queue.in_flight;
        ++one.attempts;
        push_attempt attempt{.ticket = ++sequence_, .number = one.attempts, .event = one.event};
        in_flight_.emplace(attempt.ticket, std::move(one));
        return attempt;
    }
    return std::nullopt;
}

FEISHU_DECL void push_queue::finish(std::uint64_t ticket, push_outcome outcome, clock::time_point now) {
    auto const found = in_flight_.find(ticket);
    if (found == in_flight_.end())
        return;
    auto one = std::move(found->second);
    in_flight_.erase(found);
    --queues_[key_of(*one.event)].in_flight;
    auto const used = static_cast<std::size_t>(one.attempts);
    bool const again = outcome.status != 200 && !one.event->callback && used <= options_.retry_delays.size();
    record({.app = one.event->app,
            .type = one.event->type,
            .id = one.event->id,
            .attempt = one.attempts,
            .channel = outcome.channel,
            .status = outcome.status,
            .response = std::move(outcome.response),
            .last = !again,
            .time = now});
    if (again) {
        auto const due = now + clock::limited(options_.retry_delays[used - 1]);
        insert(std::move(one), due);
    }
}

FEISHU_DECL void push_queue::record(delivery one) { deliveries_.push_back(std::move(one)); }

FEISHU_DECL std::optional<clock::time_point> push_queue::next_due() const {
    std::optional<clock::time_point> earliest;
    for (auto const& [key, queue] : queues_)
        if (!queue.waiting.empty() && has_capacity(key, queue)) {
            auto const due = queue.waiting.begin()->first.first;
            earliest = earliest ? (std::min)(*earliest, due) : due;
        }
    return earliest;
}

FEISHU_DECL bool push_queue::idle(clock::time_point now, std::size_t in_flight) const {
    auto const due = next_due();
    return in_flight_.size() == in_flight && (!due || *due > now);
}

FEISHU_DECL std::size_t push_queue::waiting() const {
    std::size_t n = 0;
    for (auto const& [key, queue] : queues_)
        n += queue.waiting.size();
    return n;
}

} // namespace feishu::emulator
