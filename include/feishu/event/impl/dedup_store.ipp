#pragma once

#include <iterator>

#include <feishu/event/dedup_store.hpp>

namespace feishu {

FEISHU_DECL memory_dedup_store::memory_dedup_store(seen_limits limits) : limits_(limits) {}

FEISHU_DECL dedup_store::claimed memory_dedup_store::claim(std::string_view key, clock::time_point now) {
    std::lock_guard const lock(mutex_);
    trim(now);
    if (auto const found = by_key_.find(key); found != by_key_.end())
        return {found->second->what, found->second->answer};
    entries_.push_back({.key = std::string(key), .since = now});
    by_key_.emplace(entries_.back().key, std::prev(entries_.end()));
    trim(now);
    return {};
}

FEISHU_DECL void memory_dedup_store::done(std::string_view key, std::string_view answer,
                                          clock::time_point now) {
    std::lock_guard const lock(mutex_);
    auto const found = by_key_.find(key);
    if (found == by_key_.end())
        return;
    auto const one = found->second;
    one->what = state::done;
    one->since = now;
    entries_.splice(entries_.end(), entries_, one);
    if (!answer.empty() && answer != "{}")
        keep_answer(*one, answer);
}

FEISHU_DECL void memory_dedup_store::forget(std::string_view key) {
    std::lock_guard const lock(mutex_);
    if (auto const found = by_key_.find(key); found != by_key_.end())
        erase(found->second);
}

FEISHU_DECL std::size_t memory_dedup_store::size() const {
    std::lock_guard const lock(mutex_);
    return entries_.size();
}

FEISHU_DECL void memory_dedup_store::erase(order::iterator one) {
    by_key_.erase(one->key);
    entries_.erase(one);
}

FEISHU_DECL void memory_dedup_store::trim(clock::time_point now) {
    while (!entries_.empty() &&
           (entries_.size() > limits_.max_events || now - entries_.front().since >= limits_.keep))
        erase(entries_.begin());
}

FEISHU_DECL void memory_dedup_store::keep_answer(entry& one, std::string_view answer) {
    one.answer = answer;
    answers_.push_back(one.key);
    if (answers_.size() <= limits_.max_answers)
        return;
    if (auto const oldest = by_key_.find(answers_.front()); oldest != by_key_.end())
        oldest->second->answer.clear();
    answers_.pop_front();
}

} // namespace feishu
