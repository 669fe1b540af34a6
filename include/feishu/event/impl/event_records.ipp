#pragma once

#include <functional>
#include <utility>

#include <feishu/event/impl/event_records.hpp>

namespace feishu::detail {

inline std::uint32_t hash_of_key(std::string_view key) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(key));
}

FEISHU_DECL event_records::position event_records::find(std::string_view key) const {
    if (index_.empty())
        return none;
    auto const hash = hash_of_key(key);
    for (auto place = place_of(hash); index_[place].at != none; place = next(place))
        if (index_[place].hash == hash && entries_[index_[place].at].key == key)
            return index_[place].at;
    return none;
}

FEISHU_DECL event_records::position event_records::insert(std::string_view key) {
    if (2 * (size_ + 1) > index_.size())
        grow();
    auto const at = take_free();
    entries_[at].key = key;
    entries_[at].hash_ = hash_of_key(key);
    index(at);
    link_newest(at);
    ++size_;
    return at;
}

FEISHU_DECL void event_records::make_newest(position at) {
    unlink(at);
    link_newest(at);
}

FEISHU_DECL void event_records::erase(position at) {
    constexpr std::size_t usual_key = 256;
    unindex(at);
    unlink(at);
    --size_;
    auto& one = entries_[at];
    auto key = std::move(one.key);
    one = {};
    if (key.capacity() <= usual_key)
        one.key = std::move(key); // its memory is reused
    one.newer_ = std::exchange(free_, at);
}

FEISHU_DECL event_records::position event_records::take_free() {
    if (free_ == none) {
        entries_.emplace_back();
        return static_cast<position>(entries_.size() - 1);
    }
    return std::exchange(free_, entries_[free_].newer_);
}

// --- the order

FEISHU_DECL void event_records::link_newest(position at) {
    auto& one = entries_[at];
    one.older_ = newest_;
    one.newer_ = none;
    (newest_ != none ? entries_[newest_].newer_ : oldest_) = at;
    newest_ = at;
}

FEISHU_DECL void event_records::unlink(position at) {
    auto const& one = entries_[at];
    (one.older_ != none ? entries_[one.older_].newer_ : oldest_) = one.newer_;
    (one.newer_ != none ? entries_[one.newer_].older_ : newest_) = one.older_;
}

// --- the index

FEISHU_DECL void event_records::index(position at) {
    auto const hash = entries_[at].hash_;
    auto place = place_of(hash);
    while (index_[place].at != none)
        place = next(place);
    index_[place] = {hash, at};
}

// Moves later slots forward, so that none has a gap before it.
FEISHU_DECL void event_records::unindex(position at) {
    auto gap = place_of(entries_[at].hash_);
    while (index_[gap].at != at)
        gap = next(gap);
    for (auto place = next(gap); index_[place].at != none; place = next(place)) {
        auto const home = place_of(index_[place].hash);
        auto const distance = [&](std::size_t to) { return (to - home) & (index_.size() - 1); };
        if (distance(gap) < distance(place)) {
            index_[gap] = index_[place];
            gap = place;
        }
    }
    index_[gap] = {};
}

FEISHU_DECL void event_records::grow() {
    constexpr std::size_t least = 16;
    auto const before = std::exchange(index_, std::vector<slot>(index_.empty() ? least : 2 * index_.size()));
    for (auto const& one : before)
        if (one.at != none) {
            auto place = place_of(one.hash);
            while (index_[place].at != none)
                place = next(place);
            index_[place] = one;
        }
}

} // namespace feishu::detail
