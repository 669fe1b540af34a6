#pragma once
// event_machine: what happens to an event between its delivery and its answer, as decisions without threads,
// timers or I/O. The dispatcher drives it under a lock; tests drive it with a clock of their own.
//
// A delivery becomes a job, or joins the job of the same event. A job's deliveries are answered when its
// handler is done, or when `ack_deadline` has passed, whatever comes first: an event that was answered so is
// acknowledged, and can only be handled or given to the dead letters.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
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
#include <feishu/event/envelope.hpp>
#include <feishu/event/impl/event_handler.hpp>

namespace feishu {

/// What the platform is to be told about a delivery.
enum class event_outcome {
    done,   ///< do not push it again
    failed, ///< push it again: HTTP 500
    busy,   ///< push it again, for there is no room now: HTTP 503
    invalid ///< not an event: HTTP 400
};

/// What a transport is told about a delivery.
struct event_response {
    event_outcome outcome = event_outcome::done;
    std::string body = "{}"; ///< JSON: what a callback is answered, `{}` for everything else
};

/// Takes the answer, on any thread. Must not throw.
using response_function = std::function<void(event_response)>;

/// What becomes of an event whose handler throws, while the platform can still be told.
enum class event_failure {
    retry,      ///< the platform pushes it again: after 15 s, 5 min, 1 h, 6 h
    dead_letter ///< it is acknowledged and given to event_options::dead_letter
};

namespace detail {

/// Where the event's id is remembered; empty when it has none.
FEISHU_DECL std::string seen_key(raw_event const& event);

class event_machine {
public:
    using time_point = clock::time_point;
    using ticket = std::uint64_t;

    struct limits {
        std::size_t queue = 1000; ///< jobs, and deliveries that wait for an answer
        std::chrono::milliseconds ack_deadline{2'500};
        event_failure on_failure = event_failure::retry;
    };

    /// A job: an event and who handles it.
    struct job {
        std::shared_ptr<raw_event const> event{};
        std::shared_ptr<event_handler const> handler{};
        std::string key{}; ///< empty: it cannot be recognized when it comes again
    };

    /// An answer to pass on when the lock is released.
    struct told {
        response_function to{};
        event_response answer{};
        void operator()() const { to(answer); }
    };

    enum class admission {
        run,    ///< a new job: have `begin` called
        joined, ///< it waits for the job that the event has
        busy    ///< no room: nothing of it was kept
    };
    struct admitted {
        event_machine::admission what = admission::busy;
        event_machine::ticket job = 0;
    };

    /// What to do now that the handler is done, before `remove` is called.
    struct verdict {
        event_machine::job job{};
        event_response answer{};
        std::vector<told> answers{};
        enum class store { leave, done, forget } seen = store::leave; ///< what the seen store learns
        bool dead_letter = false;
    };

    explicit event_machine(limits l) : limits_(l) {}

    /// An event arrived.
    FEISHU_DECL admitted deliver(job work, response_function answer, time_point now);
    /// The job's turn came. Null when it was withdrawn.
    FEISHU_DECL job const* begin(ticket id);
    /// The handler is done. Deliveries that join from here on are answered by `remove`.
    FEISHU_DECL verdict settle(ticket id, handled outcome);
    /// The seen store knows: the job is over.
    FEISHU_DECL std::vector<told> remove(ticket id);

    struct overdue_result {
        std::vector<told> answers{};
        std::vector<job> late{}; ///< the first time that their event is acknowledged without an outcome
    };
    /// Acknowledges what has waited long enough.
    FEISHU_DECL overdue_result overdue(time_point now);
    /// When `overdue` is to be called next.
    FEISHU_DECL std::optional<time_point> next_deadline() const;

    struct withdrawn_result {
        std::vector<told> answers{};
        std::vector<job> dead{}; ///< acknowledged before, and now nobody's
    };
    /// Gives back the jobs that have not begun.
    FEISHU_DECL withdrawn_result withdraw();

    bool idle() const { return jobs_.empty(); }
    std::size_t size() const { return jobs_.size(); }

private:
    struct waiter {
        ticket job = 0;
        response_function answer{};
    };
    using waiters = std::multimap<time_point, waiter>;

    enum class phase { queued, running, settled };
    struct entry {
        event_machine::job work{};
        event_machine::phase phase = event_machine::phase::queued;
        bool acknowledged = false; // some delivery was answered by its deadline
        event_response answer{};     // once settled
        std::vector<waiters::iterator> waiting{};
    };

    void wait(ticket id, entry& one, response_function answer, time_point now);
    std::vector<told> release(entry& one, event_response const& answer);
    verdict judge(entry const& one, handled&& outcome) const;

    limits limits_;
    ticket last_ = 0;
    std::unordered_map<ticket, entry> jobs_;
    std::unordered_map<std::string, ticket> by_key_;
    waiters waiting_; // by deadline
};

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_machine.ipp>
#endif
