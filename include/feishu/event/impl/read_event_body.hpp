#pragma once
// Reads the document of an event into its struct.

#include <functional>
#include <string>
#include <string_view>

#include <feishu/event/impl/event_time.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/json/read.hpp>

namespace feishu::detail {

/// Errors: kind decode, for what is not JSON or exceeds the limits.
template <class E>
result<E> read_event_body(std::string_view json, json::read_options const& limits,
                          std::function<void(std::string_view note)> const&) {
    auto typed = json::read<E>(json, limits);
    if constexpr (requires(E& e) { e.header.create_time = unix_millis(); })
        if (typed)
            typed->header.create_time = by_magnitude(typed->header.create_time);
    return typed;
}

} // namespace feishu::detail
