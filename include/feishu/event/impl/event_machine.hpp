#pragma once
// event_machine: what happens to an event between its delivery and its response, as decisions without threads, timers
// or I/O. The dispatcher drives it under a lock; tests drive it with a clock that they move.
//
// A delivery becomes a job, or joins the job of the same event. A job's deliveries get their response when its handler
// is done, or when `ack_deadline` has passed, whatever comes first: an event that was acknowledged by the deadline can
// only be handled or become a dead letter.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_response.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu::detail {

class event_machine {
public:
    using time_point = clock::time_point;
    using ticket = std::uint64_t;

    struct limits {
        std::size_t queue = 1000; ///< jobs, and deliveries that wait for a response
        std::chrono::milliseconds ack_deadline{2'500};
        bool retry_failed = true; ///< ask for redelivery of events whose handler failed in time
    };

    /// An event and its handler.
    struct job {
        std::shared_ptr<raw_event const> event{};
        std::shared_ptr<event_handler const> handler{};
        std::string key{}; ///< of the dedup store; empty: redeliveries cannot be recognized
    };

    /// A response to send when the lock is released.
    struct pending_reply {
        response_function to{};
        event_response response{};
    };

    enum class admission {
        run,    ///< a new job: have `begin` called
        joined, ///< it waits for the job of the same event
        busy    ///< no capacity: nothing of it was kept
    };
    struct admitted {
        event_machine::admission what = admission::busy;
        event_machine::ticket job = 0;
    };

    /// What to do now that the handler is done, before `erase` is called.
    struct decision {
        event_machine::job job{};
        event_response response{};
        std::vector<pending_reply> replies{};
        enum class claim { keep, complete, release } in_store = claim::keep; ///< for the dedup store
        bool dead_letter = false;
    };

    explicit event_machine(limits l) : limits_(l) {}

    /// An event arrived. On `busy`, `response` is left as it is.
    FEISHU_DECL admitted deliver(job work, response_function& response, time_point now);
    /// The job's turn came. Null when it was rejected, or has begun before.
    FEISHU_DECL job const* begin(ticket id);
    /// The handler is done. Deliveries that join from here on get their response from `erase`.
    FEISHU_DECL decision complete(ticket id, handled outcome);
    /// The dedup store is up to date: the job is over.
    FEISHU_DECL std::vector<pending_reply> erase(ticket id);

    struct overdue_result {
        std::vector<pending_reply> replies{};
        std::vector<job> late{}; ///< those whose event is acknowledged without an outcome for the first time
    };
    /// Acknowledges what has waited long enough.
    FEISHU_DECL overdue_result overdue(time_point now);
    /// When `overdue` is to be called next.
    FEISHU_DECL std::optional<time_point> next_deadline() const;

    struct rejected_result {
        std::vector<pending_reply> replies{};
        std::vector<job> dead{}; ///< acknowledged before, and now without a handler
    };
    /// Rejects the jobs that have not begun.
    FEISHU_DECL rejected_result reject_queued();

    bool idle() const { return jobs_.empty(); }
    std::size_t size() const { return jobs_.size(); }

private:
    struct waiter {
        ticket job = 0;
        response_function response{};
    };
    using waiters = std::multimap<time_point, waiter>;

    enum class phase { queued, running, completed };
    struct entry {
        event_machine::job work{};
        event_machine::phase phase = event_machine::phase::queued;
        bool acknowledged = false; // a delivery was acknowledged by its deadline
        event_response response{}; // once completed
        std::vector<waiters::iterator> waiting{};
    };

    void wait(ticket id, entry& one, response_function& response, time_point now);
    std::vector<pending_reply> take_replies(entry& one, event_response const& response);
    decision decide(entry const& one, handled&& outcome) const;
    static void decide_failure(entry const& one, bool retry, decision& out);

    limits limits_;
    ticket last_ = 0;
    std::unordered_map<ticket, entry> jobs_;
    std::unordered_map<std::string, ticket> by_key_;
    waiters waiting_; // by deadline
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_machine.ipp>
#endif
