#pragma once
// Reads the document of an event into its struct.

#include <functional>
#include <string_view>

#include <feishu/event/impl/event_time.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/json/notes.hpp>
#include <feishu/json/read.hpp>

namespace feishu::detail {

/// How an event is read.
struct reading {
    json::read_options limits = event_limits;
    std::function<void(std::string_view note)> note{}; ///< receives the skipped members; may be empty
};

/// Skips and notes members of another JSON type than described. Errors: kind decode, for text that is not
/// JSON or exceeds the limits.
template <class E>
result<E> read_event_body(std::string_view json, reading const& how) {
    json::notes skipped;
    auto options = how.limits;
    options.notes = &skipped;
    auto typed = json::read<E>(json, options);
    if (!typed)
        return typed;
    if (!skipped.empty() && how.note)
        how.note(skipped.to_string());
    if constexpr (requires(E & e) { e.header.create_time = unix_millis(); })
        typed->header.create_time = by_magnitude(typed->header.create_time);
    return typed;
}

} // namespace feishu::detail
