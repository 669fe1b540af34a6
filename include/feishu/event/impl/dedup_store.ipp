#pragma once

#include <mutex>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/dedup_store.hpp>
#include <feishu/event/impl/event_records.hpp>

namespace feishu {

struct memory_dedup_store::impl {
    using records = detail::event_records;

    explicit impl(dedup_limits l) : limits(l) {}

    void erase(records::position at);
    void trim(clock::time_point now);
    void keep_response(records::position at, std::string_view text);
    void drop_response(records::position at);

    dedup_limits const limits;
    mutable std::mutex mutex;
    records events;
    records::responses responses; // oldest first
};

FEISHU_DECL void memory_dedup_store::impl::erase(records::position at) {
    drop_response(at);
    events.erase(at);
}

FEISHU_DECL void memory_dedup_store::impl::trim(clock::time_point now) {
    auto const expired = [&](records::position at) {
        return now >= detail::saturating_deadline(events[at].since, limits.keep);
    };
    while (events.size() != 0 && (events.size() > limits.max_events || expired(events.oldest())))
        erase(events.oldest());
    if (events.size() != 0)
        events.prefetch(events[events.oldest()].key); // the next to be erased
}

FEISHU_DECL void memory_dedup_store::impl::drop_response(records::position at) {
    auto& owned = events[at].response;
    if (owned)
        responses.erase(*owned);
    owned.reset();
}

FEISHU_DECL void memory_dedup_store::impl::keep_response(records::position at, std::string_view text) {
    drop_response(at);
    events[at].response = responses.insert(responses.end(), {at, std::string(text)});
    if (responses.size() > limits.max_responses)
        drop_response(responses.front().owner);
}

FEISHU_DECL memory_dedup_store::memory_dedup_store(dedup_limits limits)
    : impl_(std::make_unique<impl>(limits)) {}
FEISHU_DECL memory_dedup_store::~memory_dedup_store() = default;

FEISHU_DECL dedup_store::claim_result memory_dedup_store::claim(std::string_view key, clock::time_point now) {
    auto& events = impl_->events;
    auto const id = detail::hash_of(key);
    std::lock_guard const lock(impl_->mutex);
    events.prefetch(id);
    impl_->trim(now);
    if (auto const at = events.find(id); at != detail::event_records::none) {
        auto const& known = events[at];
        return {known.done ? state::done : state::in_progress,
                known.response ? (*known.response)->text : std::string()};
    }
    events[events.insert(id)].since = now;
    impl_->trim(now);
    return {};
}

FEISHU_DECL void memory_dedup_store::complete(std::string_view key, std::string_view response,
                                              clock::time_point now) {
    auto& events = impl_->events;
    auto const id = detail::hash_of(key);
    std::lock_guard const lock(impl_->mutex);
    auto const at = events.find(id);
    if (at == detail::event_records::none)
        return;
    events[at].done = true;
    events[at].since = now;
    events.make_newest(at);
    if (!response.empty() && response != "{}")
        impl_->keep_response(at, response);
}

FEISHU_DECL void memory_dedup_store::release(std::string_view key) {
    auto const id = detail::hash_of(key);
    std::lock_guard const lock(impl_->mutex);
    if (auto const at = impl_->events.find(id); at != detail::event_records::none)
        impl_->erase(at);
}

FEISHU_DECL std::size_t memory_dedup_store::size() const {
    std::lock_guard const lock(impl_->mutex);
    return impl_->events.size();
}

} // namespace feishu
