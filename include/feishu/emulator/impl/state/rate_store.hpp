#pragma once
// How many requests each app has made to each endpoint in the current second and minute, and all apps in the current
// month. Windows begin with the second, minute and month of the tenant's clock.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

/// A limit that is used up, and when it is renewed.
struct exceeded_rate {
    int limit = 0;
    std::chrono::seconds reset{}; ///< at least one second
};

class rate_store {
public:
    /// Counts a request if the documented rate of the endpoint allows it; otherwise returns which limit refuses it.
    FEISHU_DECL std::optional<exceeded_rate> take(feishu::app_id const& app, endpoint_spec const& spec,
                                                  clock::time_point now);
    /// Counts a message to a chat if fewer than `limit` were sent to it in this second.
    FEISHU_DECL bool take_message(feishu::chat_id const& chat, std::uint64_t limit, clock::time_point now);
    /// Counts a request of this month if fewer than `quota` were made.
    FEISHU_DECL bool take_monthly(std::uint64_t quota, clock::time_point now);

private:
    friend struct store_access;

    struct window {
        std::int64_t number = -1; ///< of seconds, minutes or months
        std::uint64_t count = 0;

        void move_to(std::int64_t now) {
            if (number != now)
                *this = {now, 0};
        }
    };
    struct windows {
        window second;
        window minute;
    };

    std::map<std::pair<std::string, std::string_view>, windows> used_; // by app_id and id of the endpoint
    std::deque<std::string> restored_ids_;                             // of endpoints, for used_
    std::unordered_map<std::string, window> messages_; // by chat_id
    window month_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/rate_store.ipp>
#endif
