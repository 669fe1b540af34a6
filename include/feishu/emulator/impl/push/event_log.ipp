#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/push/event_log.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL void event_log::keep(std::size_t at_most) {
    most_ = at_most;
    while (events_.size() > most_)
        events_.pop_front();
}

FEISHU_DECL void event_log::add(recorded_event one) {
    one.sequence = ++last_;
    events_.push_back(std::move(one));
    keep(most_);
}

FEISHU_DECL void event_log::add_push(push_attempt const& attempt, push_outcome const& outcome,
                                     clock::time_point now) {
    auto const& event = *attempt.event;
    auto const found = std::find_if(events_.rbegin(), events_.rend(), [&](recorded_event const& one) {
        return one.id == event.id && one.app == event.app;
    });
    if (found == events_.rend())
        return;
    found->sequence = ++last_;
    found->pushes.push_back({.app = event.app,
                             .type = event.type,
                             .id = event.id,
                             .attempt = attempt.number,
                             .channel = outcome.channel,
                             .status = outcome.status,
                             .response = outcome.response,
                             .time = now});
}

FEISHU_DECL std::vector<recorded_event> event_log::after(std::uint64_t sequence) const {
    std::vector<recorded_event> out;
    for (auto const& one : events_)
        if (one.sequence > sequence)
            out.push_back(one);
    std::ranges::sort(out, {}, &recorded_event::sequence);
    return out;
}

} // namespace feishu::emulator::detail
