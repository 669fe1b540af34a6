#pragma once
// Reads the document of an event into its struct.

#include <memory>
#include <string_view>

#include <feishu/core/field.hpp>
#include <feishu/event/impl/event_time.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/json/notes.hpp>
#include <feishu/json/read.hpp>

namespace feishu::detail {

/// Skips members of another JSON type than described, which `out` lists. Errors: kind decode, for text that is
/// not JSON or exceeds the limits.
template <class E>
result<void> read_event_body(std::string_view json, json::read_options options, typed_event& out) {
    json::notes skipped;
    options.notes = &skipped;
    auto const typed = std::make_shared<E>(unchecked_construct::make<E>());
    if (auto done = json::read_into(*typed, json, options); !done)
        return done;
    if constexpr (requires { typed->header.create_time = unix_millis(); })
        typed->header.create_time = by_magnitude(typed->header.create_time);
    out.value = typed;
    if (!skipped.empty())
        out.skipped = skipped.to_string();
    return {};
}

} // namespace feishu::detail
