#pragma once
// Feishu application v6: order. Generated from codegen/specs/application/v6/order.json: edit that, then run codegen/run.

#include <cstdint>
#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::order {

/// A tenant paid for the app. Schema 1.0.
struct paid {
    static constexpr event_spec spec{
        .id = "application.v6.order.paid",
        .type = "order_paid",
        .app_types = app_type::store,
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/public-app-purchase",
    };

    struct event_data {
        /// Event type.
        std::string type;
        /// App id of the receiving app.
        feishu::app_id app_id;
        /// Key of the tenant in which the event occurred.
        feishu::tenant_key tenant_key;
        /// Order id.
        std::string order_id;
        /// Price plan id.
        std::string price_plan_id;
        /// Price plan type.
        std::string price_plan_type;
        /// Number of seats.
        int seats = 0;
        /// Quantity.
        int buy_count = 0;
        /// Order time.
        unix_seconds create_time;
        /// Payment time.
        unix_seconds pay_time;
        /// Type of purchase.
        open<v6::buy_type> buy_type;
        /// Id of the order that is upgraded.
        std::string src_order_id;
        /// Amount paid, in cents.
        std::int64_t order_pay_price = 0;
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds with a fraction.
    std::string ts;
    /// Always event_callback.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(paid::event_data, (),
                      (type, app_id, tenant_key, order_id, price_plan_id, price_plan_type, seats, buy_count,
                       create_time, pay_time, buy_type, src_order_id, order_pay_price))
BOOST_DESCRIBE_STRUCT(paid, (), (uuid, token, ts, type, event))

} // namespace feishu::application::v6::order
