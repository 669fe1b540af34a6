#pragma once
// An event on its way from the tenant to one app: `events.hpp` makes them, `push_queue.hpp` schedules their delivery.

#include <functional>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// One event for one app. The token belongs to the subscription, so the document is written when it is pushed.
struct outbound_event {
    feishu::app_id app{};
    std::string id{};      ///< event_id, or uuid in schema 1.0; unchanged on redelivery
    std::string type{};    ///< `im.message.receive_v1`
    bool callback = false; ///< its response is awaited, so it is never pushed again
    std::function<std::string(std::string_view token)> document{};
};

} // namespace feishu::emulator
