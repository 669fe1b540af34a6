#pragma once
// event_machine: the state machine of events between delivery and response, without threads, timers or I/O.
// The dispatcher drives it under a lock, tests with a fake clock.
//
// A delivery becomes a job, or joins the job of the same event. Each delivery gets its response when the
// handler is done or when `ack_deadline` has passed, whichever comes first. An event that was acknowledged at
// the deadline is not pushed again: if its handler fails, it becomes a dead letter.
//
// With an inbox, the job of a delivery is to append the event, and it is rejected at the deadline; the handler is
// called by another job, which nobody waits for.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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
        std::size_t queue = 1000; ///< of jobs, and of deliveries that wait for a response
        std::chrono::milliseconds ack_deadline{2'500};
        bool retry_failed = true; ///< request redelivery if the handler fails in time
    };

    /// What a job does.
    enum class task {
        handle, ///< calls the handler
        append, ///< appends the event to the inbox
        entry   ///< calls the handler for an entry of the inbox
    };

    /// An event and its handler.
    struct job {
        event_machine::task task = event_machine::task::handle;
        std::uint64_t inbox_entry = 0; ///< for task::entry
        std::shared_ptr<raw_event const> event{};
        std::shared_ptr<event_handler const> handler{};
        typed_event typed{};
        std::string key{}; ///< in the dedup store; if empty, redeliveries are not recognized
        time_point received{};
        time_point started{}; ///< see `begin`
    };

    /// A response to send after the lock is released.
    struct pending_reply {
        response_function to{};
        event_response response{};
    };

    enum class admission {
        run,    ///< a new job, for which `begin` is to be called
        joined, ///< it waits for the job of the same event
        busy    ///< no capacity; nothing was changed
    };
    struct admitted {
        event_machine::admission what = admission::busy;
        event_machine::ticket job = 0;
    };

    /// What to do after the handler is done, before `erase` is called.
    struct decision {
        event_machine::job const* job = nullptr; ///< valid until `erase`
        event_response response{};
        std::vector<pending_reply> replies{};
        /// What to do with the event's claim in the dedup store.
        enum class claim { keep, complete, release } in_store = claim::keep;
        bool dead_letter = false;
    };

    explicit event_machine(limits l) : limits_(l) {}

    /// An event was delivered. `response` is moved from unless the result is `busy`.
    FEISHU_DECL admitted deliver(job work, response_function& response, time_point now);
    /// A job that no delivery waits for.
    FEISHU_DECL ticket add(job work, time_point now);
    /// Ends a job that has not begun, if no delivery waits for it any longer; returns its event.
    FEISHU_DECL std::shared_ptr<raw_event const> erase_unawaited(ticket id);
    /// The job is about to run; valid until `erase`. Null if it was rejected or has begun before. `now` is kept.
    FEISHU_DECL job const* begin(ticket id, time_point now = {});
    /// The handler is done. Deliveries that join after this get their response from `erase`.
    FEISHU_DECL decision complete(ticket id, handled outcome);
    /// The dedup store was updated: ends the job.
    FEISHU_DECL std::vector<pending_reply> erase(ticket id);

    struct overdue_result {
        std::vector<pending_reply> replies{};
        std::vector<job> late{}; ///< jobs whose event is acknowledged without an outcome for the first time
    };
    /// Acknowledges deliveries whose deadline has passed; rejects those that wait for the inbox.
    FEISHU_DECL overdue_result overdue(time_point now);
    /// The time at which `overdue` is to be called; none if no delivery waits.
    FEISHU_DECL std::optional<time_point> next_deadline() const;

    struct rejected_result {
        std::vector<pending_reply> replies{};
        std::vector<job> dead{}; ///< those that were acknowledged before, and will not be handled
        std::vector<std::shared_ptr<raw_event const>> busy{}; ///< the others
        std::vector<std::uint64_t> entries{};                 ///< of the inbox
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
        bool acknowledged = false; // a delivery was acknowledged at its deadline
        event_response response{}; // once completed
        std::vector<waiters::iterator> waiting{};
    };

    void wait(ticket id, entry& one, response_function& response, time_point now);
    std::vector<pending_reply> take_replies(entry& one, event_response const& response);
    void forget_key(entry const& one);
    decision decide(entry const& one, handled&& outcome) const;
    static void decide_failure(entry const& one, bool retry, decision& out);

    limits limits_;
    ticket last_ = 0;
    std::unordered_map<ticket, entry> jobs_;
    std::unordered_map<std::string_view, ticket> by_key_; // keys of entries
    waiters waiting_;                                     // by deadline
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_machine.ipp>
#endif
