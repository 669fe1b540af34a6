#pragma once
// dedup_store: which events were handled already. The platform pushes an event again until it is
// acknowledged, so the same one may come several times; its id tells.
//
// In memory by default. Several processes behind one address share a store of one's own (Redis, a table):
//
//     class shared_seen : public feishu::dedup_store { … };
//     feishu::event_dispatcher on{{…, .seen = std::make_shared<shared_seen>()}};

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

/// Remembers events by a key (app and event id). Called on any thread, several at a time, before and after
/// handlers; an exception counts as a failed handler. `now` is the dispatcher's clock; a shared store goes by
/// its own.
class dedup_store {
public:
    enum class state {
        fresh,       ///< nobody has it: it is now the caller's
        in_progress, ///< somebody has it, and is not done
        done         ///< somebody handled it
    };
    struct claimed {
        dedup_store::state what = state::fresh;
        std::string answer{}; ///< of `done`: what a callback was answered
    };

    virtual ~dedup_store() = default;
    /// Takes the event, unless somebody has it. A claim that is neither done nor forgotten within a few
    /// minutes should end by itself: its process is gone.
    virtual claimed claim(std::string_view key, clock::time_point now) = 0;
    /// The event was handled: remember it for as long as the platform may push it again, 7 h and a little.
    virtual void done(std::string_view key, std::string_view answer, clock::time_point now) = 0;
    /// The event was not handled: the next time it is fresh.
    virtual void forget(std::string_view key) = 0;
};

/// How much memory_dedup_store remembers.
struct seen_limits {
    std::chrono::milliseconds keep = std::chrono::hours(8); ///< the platform tries for a little over 7 h
    std::size_t max_events = 100'000;                       ///< then the oldest is forgotten
    std::size_t max_answers = 256;                          ///< of callbacks; then the oldest becomes `{}`
};

/// In memory, for one process. Thread-safe.
class memory_dedup_store final : public dedup_store {
public:
    FEISHU_DECL explicit memory_dedup_store(seen_limits limits = {});

    FEISHU_DECL claimed claim(std::string_view key, clock::time_point now) override;
    FEISHU_DECL void done(std::string_view key, std::string_view answer, clock::time_point now) override;
    FEISHU_DECL void forget(std::string_view key) override;

    /// Events that are remembered now.
    FEISHU_DECL std::size_t size() const;

private:
    struct entry {
        std::string key;
        state what = state::in_progress;
        clock::time_point since{};
        std::string answer{};
    };
    using order = std::list<entry>;

    void erase(order::iterator one);
    void trim(clock::time_point now);
    void keep_answer(entry& one, std::string_view answer);

    seen_limits limits_;
    mutable std::mutex mutex_;
    order entries_; // oldest first
    std::unordered_map<std::string_view, order::iterator> by_key_;
    std::deque<std::string> answers_; // keys of entries that have one, oldest first
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/dedup_store.ipp>
#endif
