#pragma once
// received_message: a message on its way to its handler.

#include <memory>
#include <utility>
#include <vector>

#include <feishu/bot/incoming.hpp>
#include <feishu/event/impl/event_handler.hpp>

namespace feishu::detail {

/// A message, or several of a burst, with the events that are completed when it has been handled.
struct received_message {
    incoming message{};
    std::vector<event_completion> completions{};
    bool turn_ended = false; ///< guarded by the runner
};

using message_ptr = std::shared_ptr<received_message>;

} // namespace feishu::detail
