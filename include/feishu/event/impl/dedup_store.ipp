#pragma once

#include <iterator>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/dedup_store.hpp>

namespace feishu {

FEISHU_DECL memory_dedup_store::memory_dedup_store(dedup_limits limits) : limits_(limits) {}

FEISHU_DECL dedup_store::claim_result memory_dedup_store::claim(std::string_view key, clock::time_point now) {
    std::lock_guard const lock(mutex_);
    trim(now);
    if (auto const found = by_key_.find(key); found != by_key_.end())
        return {found->second->state, found->second->response};
    entries_.push_back({.key = std::string(key), .since = now});
    by_key_.emplace(entries_.back().key, std::prev(entries_.end()));
    trim(now);
    return {};
}

FEISHU_DECL void memory_dedup_store::complete(std::string_view key, std::string_view response,
                                              clock::time_point now) {
    std::lock_guard const lock(mutex_);
    auto const found = by_key_.find(key);
    if (found == by_key_.end())
        return;
    auto const one = found->second;
    one->state = state::done;
    one->since = now;
    entries_.splice(entries_.end(), entries_, one);
    if (!response.empty() && response != "{}")
        keep_response(*one, response);
}

FEISHU_DECL void memory_dedup_store::release(std::string_view key) {
    std::lock_guard const lock(mutex_);
    if (auto const found = by_key_.find(key); found != by_key_.end())
        erase(found->second);
}

FEISHU_DECL std::size_t memory_dedup_store::size() const {
    std::lock_guard const lock(mutex_);
    return entries_.size();
}

FEISHU_DECL void memory_dedup_store::erase(order::iterator one) {
    if (!one->response.empty())
        std::erase(responses_, one->key);
    by_key_.erase(one->key);
    entries_.erase(one);
}

FEISHU_DECL void memory_dedup_store::trim(clock::time_point now) {
    auto const expired = [&](entry const& one) {
        return now >= detail::saturating_deadline(one.since, limits_.keep);
    };
    while (!entries_.empty() && (entries_.size() > limits_.max_events || expired(entries_.front())))
        erase(entries_.begin());
}

FEISHU_DECL void memory_dedup_store::keep_response(entry& one, std::string_view response) {
    std::erase(responses_, one.key);
    one.response = response;
    responses_.push_back(one.key);
    if (responses_.size() <= limits_.max_responses)
        return;
    if (auto const oldest = by_key_.find(responses_.front()); oldest != by_key_.end())
        oldest->second->response.clear();
    responses_.pop_front();
}

} // namespace feishu
