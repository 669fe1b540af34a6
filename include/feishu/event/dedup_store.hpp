#pragma once
// dedup_store: which events were handled already. The platform pushes an event again until it is acknowledged, so one
// event may be delivered several times; the store recognizes it by a key.
//
// In memory by default. Processes that receive the same app's events share a custom store (Redis, a database table):
//
//     class shared_store : public feishu::dedup_store { … };
//     feishu::event_dispatcher on{{…, .dedup = std::make_shared<shared_store>()}};

#include <chrono>
#include <cstddef>
#include <deque>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Remembers events by a key, which the dispatcher builds from app and event (`event_identity`). `now` is the
/// dispatcher's clock; a shared store uses its own.
///
/// Thread safety: called on any thread, several at a time; an implementation synchronizes itself.
/// Lifetimes: the dispatcher shares ownership until its last handler has ended.
/// Errors, exceptions: any exception may be thrown. From `claim` it fails the delivery, which the platform repeats; from
/// `complete` and `release` it is logged, and the event may then be handled again.
class dedup_store {
public:
    enum class state {
        fresh,       ///< claimed by nobody until now: it is the caller's
        in_progress, ///< claimed and neither completed nor released
        done         ///< handled
    };
    struct claim_result {
        dedup_store::state state = dedup_store::state::fresh;
        std::string response{}; ///< of `done`: the response to a callback
    };

    virtual ~dedup_store() = default;
    /// Claims the event unless it is claimed or done. A claim that is neither completed nor released within a few
    /// minutes should expire: its process has ended.
    virtual claim_result claim(std::string_view key, clock::time_point now) = 0;
    /// The event was handled: keep it for as long as the platform may push it again, a little over 7 h.
    virtual void complete(std::string_view key, std::string_view response, clock::time_point now) = 0;
    /// The event was not handled: it is fresh the next time.
    virtual void release(std::string_view key) = 0;
};

/// How much memory_dedup_store remembers.
struct dedup_limits {
    std::chrono::milliseconds keep = std::chrono::hours(8); ///< the platform repeats for a little over 7 h
    std::size_t max_events = 100'000;                       ///< then the oldest is dropped
    std::size_t max_responses = 256;                        ///< of callbacks; then the oldest becomes `{}`
};

/// The store of one process. Thread-safe.
class memory_dedup_store final : public dedup_store {
public:
    FEISHU_DECL explicit memory_dedup_store(dedup_limits limits = {});

    FEISHU_DECL claim_result claim(std::string_view key, clock::time_point now) override;
    FEISHU_DECL void complete(std::string_view key, std::string_view response,
                              clock::time_point now) override;
    FEISHU_DECL void release(std::string_view key) override;

    /// The number of events that are remembered.
    FEISHU_DECL std::size_t size() const;

private:
    struct entry {
        std::string key;
        dedup_store::state state = dedup_store::state::in_progress;
        clock::time_point since{};
        std::string response{};
    };
    using order = std::list<entry>;

    void erase(order::iterator one);
    void trim(clock::time_point now);
    void keep_response(entry& one, std::string_view response);

    dedup_limits limits_;
    mutable std::mutex mutex_;
    order entries_; // oldest first
    std::unordered_map<std::string_view, order::iterator> by_key_;
    std::deque<std::string> responses_; // keys of entries that have one, oldest first
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/dedup_store.ipp>
#endif
