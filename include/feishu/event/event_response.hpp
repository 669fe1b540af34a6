#pragma once
// event_response: the dispatcher's response to a delivery. For transports, that is a web server or a
// connection that passes events to event_dispatcher::deliver.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <functional>
#include <string>

namespace feishu {

/// The outcome of a delivery, with the HTTP status that a webhook responds with.
enum class event_outcome {
    done,   ///< 200: do not push it again
    failed, ///< 500: push it again
    busy,   ///< 503: push it again; it is not accepted at the moment
    invalid ///< 400: not an event
};

/// What a transport sends back to the platform.
struct event_response {
    event_outcome outcome = event_outcome::done;
    std::string body = "{}"; ///< JSON: the response to a callback, `{}` for an event
};

/// Receives the response, on any thread. What it throws is logged.
using response_function = std::function<void(event_response)>;

} // namespace feishu
