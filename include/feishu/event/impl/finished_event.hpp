#pragma once
// finished_event: the report of an event whose job has ended.

#include <memory>

#include <feishu/core/clock.hpp>
#include <feishu/event/event_report.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/impl/event_machine.hpp>

namespace feishu::detail {

inline event_result result_of(event_machine::task task, handled::kind what, bool dead_letter) {
    if (dead_letter)
        return event_result::dead_letter;
    bool const append = task == event_machine::task::append;
    switch (what) {
    case handled::kind::done: return append ? event_result::queued : event_result::handled;
    case handled::kind::duplicate: return event_result::duplicate;
    case handled::kind::not_queued:
    case handled::kind::claimed_elsewhere: return event_result::rejected;
    case handled::kind::failed:
    case handled::kind::not_started:
    case handled::kind::malformed: break;
    }
    return append ? event_result::rejected : event_result::failed;
}

/// Keeps the event that the facts refer to, which may end before they are reported.
struct finished_event {
    finished_event(event_machine::job const& job, handled::kind what, bool dead_letter, clock::time_point now)
        : event(job.event), facts(facts_of(*job.event, result_of(job.task, what, dead_letter))) {
        if (job.started == clock::time_point())
            return;
        facts.queued = job.started - job.received;
        facts.handler = now - job.started;
    }

    std::shared_ptr<raw_event const> event;
    event_report facts;
};

} // namespace feishu::detail
