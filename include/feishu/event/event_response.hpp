#pragma once
// event_response: the response to a delivery. For transports: a web server or a connection that hands
// events to event_dispatcher::deliver.

#include <functional>
#include <string>

namespace feishu {

/// What became of a delivery, with the HTTP status that a webhook makes of it.
enum class event_outcome {
    done,   ///< 200: do not push it again
    failed, ///< 500: push it again
    busy,   ///< 503: push it again, no capacity at the moment
    invalid ///< 400: not an event
};

/// The response to a delivery.
struct event_response {
    event_outcome outcome = event_outcome::done;
    std::string body = "{}"; ///< JSON: the response to a callback, `{}` for everything else
};

/// Receives the response, on any thread. What it throws is logged.
using response_function = std::function<void(event_response)>;

} // namespace feishu
