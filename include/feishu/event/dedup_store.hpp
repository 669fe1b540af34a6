#pragma once
// dedup_store: the record of handled events. The platform pushes an event again until it is acknowledged, so
// one event may be delivered several times; the dispatcher looks it up here before it calls a handler.
//
// The default store is in memory. Processes that receive events of the same app share a custom one (Redis, a
// database):
//
//     class shared_store : public feishu::dedup_store { … };
//     feishu::event_dispatcher on{{…, .dedup = std::make_shared<shared_store>()}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Records events under a key, by default event_identity. `now` is the dispatcher's clock, which is monotonic
/// and local to the process: a shared store uses its own.
///
/// Thread safety: members are called on any thread, several at a time; implementations synchronize
/// themselves.
/// Lifetimes: the dispatcher shares ownership until its last handler has ended.
/// Errors: members may throw anything. An exception from `claim` fails the delivery, so that the platform
/// pushes the event again; one from `complete` or `release` is logged, and the event may be handled again.
class dedup_store {
public:
    /// The state of an event before `claim`.
    enum class state {
        fresh,       ///< unknown until now; the caller has claimed it
        in_progress, ///< claimed before, and neither completed nor released yet
        done         ///< handled
    };
    /// What `claim` found.
    struct claim_result {
        dedup_store::state state = dedup_store::state::fresh;
        std::string response{}; ///< the recorded response to a callback, if it is done
    };

    virtual ~dedup_store() = default;
    /// Claims the event unless it is claimed or done. A shared store should let a claim expire after a few
    /// minutes: the process that made it may have crashed.
    virtual claim_result claim(std::string_view key, clock::time_point now) = 0;
    /// Records that the event was handled, with the response if it is a callback. To be kept for as long as
    /// the platform may push the event again, a little over 7 h.
    virtual void complete(std::string_view key, std::string_view response, clock::time_point now) = 0;
    /// Gives up the claim: the handler failed, and the next delivery is fresh.
    virtual void release(std::string_view key) = 0;
};

/// Limits of memory_dedup_store.
struct dedup_limits {
    std::chrono::milliseconds keep = std::chrono::hours(8); ///< the platform retries for a little over 7 h
    std::size_t max_events = 100'000;                       ///< when exceeded, the oldest is dropped
    std::size_t max_responses = 256;                        ///< when exceeded, the oldest becomes `{}`
};

/// The default store, in memory: for an app whose events are received by one process. An operation takes the
/// same time however many events are recorded.
/// A key is recorded as its 128-bit hash; an event takes about 90 bytes.
///
/// Thread safety: all members may be called on any thread, several at a time.
class memory_dedup_store final : public dedup_store {
public:
    FEISHU_DECL explicit memory_dedup_store(dedup_limits limits = {});
    FEISHU_DECL ~memory_dedup_store() override;
    memory_dedup_store(memory_dedup_store const&) = delete;
    memory_dedup_store& operator=(memory_dedup_store const&) = delete;

    FEISHU_DECL claim_result claim(std::string_view key, clock::time_point now) override;
    FEISHU_DECL void complete(std::string_view key, std::string_view response,
                              clock::time_point now) override;
    FEISHU_DECL void release(std::string_view key) override;

    /// The number of events in the store, claimed ones included.
    FEISHU_DECL std::size_t size() const;

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/dedup_store.ipp>
#endif
