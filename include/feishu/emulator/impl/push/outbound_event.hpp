#pragma once
// outbound_event: an event of the tenant for one app. events.hpp creates them, push_queue.hpp schedules their
// delivery.

#include <functional>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// An event for one app. Its document contains the subscription's token, so it is written when it is pushed.
struct outbound_event {
    feishu::app_id app{};
    std::string id{};      ///< event_id, or uuid in schema 1.0; unchanged on redelivery
    std::string type{};    ///< `im.message.receive_v1`
    bool callback = false; ///< its response is awaited, so it is never pushed again
    bool legacy_card = false; ///< pushed to the webhook only, not encrypted, and signed with its token
    std::function<std::string(std::string_view token)> document{};
};

} // namespace feishu::emulator
