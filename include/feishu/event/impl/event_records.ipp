#pragma once

#include <utility>

#include <feishu/event/impl/event_records.hpp>

namespace feishu::detail {

FEISHU_DECL event_records::position event_records::find(key_hash const& key) const {
    if (index_.empty())
        return none;
    auto const hash = short_hash(key);
    for (auto place = place_of(hash); index_[place].at != none; place = next(place))
        if (index_[place].hash == hash && (*this)[index_[place].at].key == key)
            return index_[place].at;
    return none;
}

FEISHU_DECL void event_records::prefetch(key_hash const& key) const {
#ifdef __GNUC__ // and clang
    if (!index_.empty())
        __builtin_prefetch(&index_[place_of(short_hash(key))]);
#else
    (void)key;
#endif
}

FEISHU_DECL event_records::position event_records::insert(key_hash const& key) {
    if (2 * (size_ + 1) > index_.size())
        grow();
    auto const at = take_free();
    (*this)[at].key = key;
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
    unindex(at);
    unlink(at);
    --size_;
    (*this)[at] = {};
    (*this)[at].newer_ = std::exchange(free_, at);
}

FEISHU_DECL event_records::position event_records::take_free() {
    if (free_ != none)
        return std::exchange(free_, (*this)[free_].newer_);
    if (used_ == chunks_.size() * chunk_size)
        chunks_.push_back(std::make_unique<entry[]>(chunk_size));
    return used_++;
}

// --- the order

FEISHU_DECL void event_records::link_newest(position at) {
    auto& one = (*this)[at];
    one.older_ = newest_;
    one.newer_ = none;
    (newest_ != none ? (*this)[newest_].newer_ : oldest_) = at;
    newest_ = at;
}

FEISHU_DECL void event_records::unlink(position at) {
    auto const& one = (*this)[at];
    (one.older_ != none ? (*this)[one.older_].newer_ : oldest_) = one.newer_;
    (one.newer_ != none ? (*this)[one.newer_].older_ : newest_) = one.older_;
}

// --- the index

FEISHU_DECL void event_records::index(position at) {
    auto const hash = short_hash((*this)[at].key);
    auto place = place_of(hash);
    while (index_[place].at != none)
        place = next(place);
    index_[place] = {hash, at};
}

// Moves later slots forward, so that none has a gap before it.
FEISHU_DECL void event_records::unindex(position at) {
    auto gap = place_of(short_hash((*this)[at].key));
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
