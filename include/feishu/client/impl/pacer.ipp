#pragma once

#include <algorithm>
#include <chrono>

#include <feishu/client/impl/pacer.hpp>

namespace feishu::detail {

inline void add_window(std::vector<rate_window>& windows, int limit, std::chrono::seconds period) {
    if (limit > 0)
        windows.emplace_back(limit, period);
}

FEISHU_DECL pacer::lane_state& pacer::lane_of(lane_key const& which, endpoint_spec const& spec) {
    auto const [at, added] = lanes_.try_emplace(which);
    if (added && which.endpoint != nullptr) {
        auto const limit = rates_.of(spec);
        add_window(at->second.windows, limit.per_second, std::chrono::seconds(1));
        add_window(at->second.windows, limit.per_minute, std::chrono::seconds(60));
    } else if (added) {
        add_window(at->second.windows, rates_.per_receiver(), std::chrono::seconds(1));
    }
    return at->second;
}

FEISHU_DECL pacer::time_point pacer::take_turn(lane_key const& in, endpoint_spec const& spec, time_point now,
                                               time_point latest) {
    if (idle(now))
        return now;
    std::lock_guard const lock(mutex_);
    forget_old(now);
    auto& lane = lane_of(in, spec);
    auto turn = (std::max)(now, lane.paused_until);
    for (auto const& window : lane.windows)
        turn = (std::max)(turn, window.next(now));
    if (turn <= latest)
        for (auto& window : lane.windows)
            window.take(turn, now);
    return turn;
}

FEISHU_DECL void pacer::give_back(lane_key const& in, time_point turn) {
    std::lock_guard const lock(mutex_);
    if (auto const found = lanes_.find(in); found != lanes_.end())
        for (auto& window : found->second.windows)
            window.give_back(turn);
}

FEISHU_DECL void pacer::pause(lane_key const& which, endpoint_spec const& spec, time_point until) {
    std::lock_guard const lock(mutex_);
    auto& lane = lane_of(which, spec);
    lane.paused_until = (std::max)(lane.paused_until, until);
    last_pause_ = (std::max)(last_pause_.load(), until.time_since_epoch().count());
}

FEISHU_DECL pacer::time_point pacer::paused_until(lane_key const& which) {
    std::lock_guard const lock(mutex_);
    auto const found = lanes_.find(which);
    return found == lanes_.end() ? time_point() : found->second.paused_until;
}

// Receivers come and go by the hundred thousand.
FEISHU_DECL void pacer::forget_old(time_point now) {
    if (lanes_.size() < sweep_at_)
        return;
    std::erase_if(lanes_, [&](auto const& entry) {
        auto const& [key, lane] = entry;
        return lane.paused_until <= now &&
               std::all_of(lane.windows.begin(), lane.windows.end(),
                           [&](rate_window const& window) { return window.forgotten(now); });
    });
    sweep_at_ = (std::max)(std::size_t(1024), 2 * lanes_.size());
}

// --- the turn of one request

FEISHU_DECL lane_key pacing_turn::lane_to_pause(pacing_subject const& who, bool receiver_only) {
    if (receiver_only && who.receiver != 0)
        return {.endpoint = nullptr, .tenant = who.tenant, .receiver = who.receiver};
    return {.endpoint = who.spec, .tenant = who.tenant, .receiver = 0};
}

FEISHU_DECL pacing_turn::time_point pacing_turn::paused_until(pacer& rates, pacing_subject const& who) {
    return (std::max)(rates.paused_until(lane_to_pause(who, true)),
                      rates.paused_until(lane_to_pause(who, false)));
}

FEISHU_DECL lane_key pacing_turn::lane(std::size_t stage) const { return lane_to_pause(who_, stage == 0); }

FEISHU_DECL pacing_turn::time_point pacing_turn::next(time_point now) {
    if (stage_ == 0 && who_.receiver == 0)
        stage_ = 1;
    for (; stage_ < 2; ++stage_) {
        // A pause that began while this request waited holds for it too.
        if (taken_ && *taken_ <= now && rates_.paused_until(lane(stage_)) > now)
            taken_.reset();
        if (!taken_) {
            auto const turn = rates_.take_turn(lane(stage_), *who_.spec, now, latest_);
            if (turn > latest_)
                return turn;
            taken_ = turn;
        }
        if (*taken_ > now)
            return *taken_;
        passed_[stage_] = std::exchange(taken_, std::nullopt);
    }
    return now;
}

FEISHU_DECL pacing_turn::~pacing_turn() {
    if (stage_ == 2)
        return;
    if (taken_)
        rates_.give_back(lane(stage_), *taken_);
    if (stage_ == 1 && passed_[0])
        rates_.give_back(lane(0), *passed_[0]);
}

} // namespace feishu::detail
