#pragma once

#include <algorithm>

#include <feishu/emulator/impl/push/push_queue.hpp>

namespace feishu::emulator {

FEISHU_DECL push_queue::push_queue(push_options options, std::uint64_t seed)
    : options_(std::move(options)), random_(seed) {}

FEISHU_DECL void push_queue::insert(entry one, clock::time_point due) {
    auto& line = lines_[key_of(*one.what)];
    line.waiting.emplace(std::pair(due, ++sequence_), std::move(one));
}

FEISHU_DECL void push_queue::add(outbound_event what, clock::time_point now) {
    auto const shared = std::make_shared<outbound_event const>(std::move(what));
    insert({.what = shared}, now);
    bool const twice = options_.duplicates > 0 && !shared->callback &&
                       std::uniform_real_distribution<>()(random_) < options_.duplicates;
    if (twice)
        insert({.what = shared}, now);
}

FEISHU_DECL bool push_queue::takes_one(line_key const& key, line const& of) const {
    return key.second || of.under_way < std::max<std::size_t>(1, options_.in_flight);
}

FEISHU_DECL std::optional<push_attempt> push_queue::next(clock::time_point now) {
    for (auto& [key, line] : lines_) {
        auto const first = line.waiting.begin();
        if (first == line.waiting.end() || first->first.first > now || !takes_one(key, line))
            continue;
        auto one = std::move(first->second);
        line.waiting.erase(first);
        ++line.under_way;
        ++one.attempts;
        push_attempt attempt{.ticket = ++sequence_, .number = one.attempts, .what = one.what};
        under_way_.emplace(attempt.ticket, std::move(one));
        return attempt;
    }
    return std::nullopt;
}

FEISHU_DECL void push_queue::finish(std::uint64_t ticket, push_outcome how, clock::time_point now) {
    auto const found = under_way_.find(ticket);
    if (found == under_way_.end())
        return;
    auto one = std::move(found->second);
    under_way_.erase(found);
    --lines_[key_of(*one.what)].under_way;
    auto const used = static_cast<std::size_t>(one.attempts);
    bool const again = how.status != 200 && !one.what->callback && used <= options_.retries.size();
    record({.app = one.what->app,
            .type = one.what->type,
            .id = one.what->id,
            .attempt = one.attempts,
            .via = how.via,
            .status = how.status,
            .answer = std::move(how.answer),
            .last = !again,
            .time = now});
    if (again) {
        auto const due = now + options_.retries[used - 1];
        insert(std::move(one), due);
    }
}

FEISHU_DECL void push_queue::record(delivery entry) { deliveries_.push_back(std::move(entry)); }

FEISHU_DECL std::optional<clock::time_point> push_queue::next_due() const {
    std::optional<clock::time_point> earliest;
    for (auto const& [key, line] : lines_)
        if (!line.waiting.empty() && takes_one(key, line)) {
            auto const due = line.waiting.begin()->first.first;
            earliest = earliest ? std::min(*earliest, due) : due;
        }
    return earliest;
}

FEISHU_DECL bool push_queue::idle(clock::time_point now) const {
    auto const due = next_due();
    return under_way_.empty() && (!due || *due > now);
}

FEISHU_DECL std::size_t push_queue::waiting() const {
    std::size_t n = 0;
    for (auto const& [key, line] : lines_)
        n += line.waiting.size();
    return n;
}

} // namespace feishu::emulator
