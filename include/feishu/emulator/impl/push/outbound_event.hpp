#pragma once
// An event as it leaves the tenant: what happened, and which app is to hear of it. `events.hpp` makes them,
// `push_queue.hpp` sends them on their way.

#include <functional>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// One event for one app. The token is the subscription's, so the document is written when it is pushed.
struct outbound_event {
    feishu::app_id app{};
    std::string id{};      ///< event_id, or uuid in schema 1.0: the same each time it is pushed
    std::string type{};    ///< `im.message.receive_v1`
    bool callback = false; ///< somebody waits for the answer: never pushed again
    std::function<std::string(std::string_view token)> document{};
};

} // namespace feishu::emulator
