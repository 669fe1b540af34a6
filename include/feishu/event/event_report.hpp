#pragma once
// event_report: the facts about a delivered event, for metrics and traces.
//
//     feishu::event_dispatcher on{{.on_event = [](feishu::event_report const& event) {
//         std::cout << event.type << ": " << feishu::to_string(event.result) << '\n'; }}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>

#include <feishu/core/clock.hpp>
#include <feishu/event/event_response.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu {

/// The result of a delivery.
enum class event_result {
    handled,   ///< the handler returned
    queued,    ///< acknowledged and in the inbox; its handling is reported apart, with event_source::inbox
    unhandled, ///< acknowledged; there is no handler
    duplicate, ///< of an event that was handled before or is in progress
    rejected,  ///< not accepted: no capacity, draining, in progress in another process, or the store of the inbox
               ///< failed; it is pushed again
    failed,    ///< the handler threw or could not be called; an event is pushed again, or handled again if it is from
               ///< the inbox; a callback is not
    dead_letter, ///< passed to event_options::dead_letter; not pushed again
    invalid      ///< not an event; without type and id
};

constexpr std::string_view to_string(event_result result) {
    switch (result) {
    case event_result::handled: return "handled";
    case event_result::queued: return "queued";
    case event_result::unhandled: return "unhandled";
    case event_result::duplicate: return "duplicate";
    case event_result::rejected: return "rejected";
    case event_result::failed: return "failed";
    case event_result::dead_letter: return "dead_letter";
    case event_result::invalid: break;
    }
    return "invalid";
}

/// One delivery that the dispatcher has processed. It has no body and no text of an exception. A webhook request that
/// fails its verification is not a delivery: it is only logged.
///
/// Lifetimes: the texts are valid during event_options::on_event.
struct event_report {
    using duration = clock::time_point::duration;

    std::string_view type{}; ///< `im.message.receive_v1`
    std::string_view id{};   ///< unchanged on redelivery; may be empty
    std::string_view tenant_key{};
    event_source source = event_source::other;
    event_result result = event_result::handled;
    duration queued{};  ///< from the delivery to its handler
    duration handler{}; ///< of the handler and the dedup store; of a coroutine, until it has ended
};

namespace detail {

inline event_report facts_of(raw_event const& event, event_result result) {
    return {.type = event.type,
            .id = event.id.str(),
            .tenant_key = event.tenant_key.str(),
            .source = event.source,
            .result = result};
}

} // namespace detail
} // namespace feishu
