#pragma once
// Feishu auth v3: app_ticket. Generated from codegen/specs/auth/v3/app_ticket.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::auth::v3::app_ticket {

/// Requests that the app_ticket event be resent.
struct resend {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.app_ticket.resend",
        .method = verb::post,
        .path = "/open-apis/auth/v3/app_ticket/resend",
        .envelope = envelope::flat,
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_ticket_resend",
    };

    /// App id.
    field::required<feishu::app_id> app_id;
    /// App secret.
    field::required<std::string> app_secret;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(resend, (), (app_id, app_secret))
BOOST_DESCRIBE_STRUCT(resend::response, (), ())

/// Delivers the app_ticket of a store app, every hour. Schema 1.0.
struct pushed {
    static constexpr event_spec spec{
        .id = "auth.v3.app_ticket.pushed",
        .type = "app_ticket",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_ticket_resend",
    };

    struct event_data {
        /// Type.
        std::string type;
        /// App id.
        feishu::app_id app_id;
        /// Most recent app_ticket received.
        std::string app_ticket;
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds.
    std::string ts;
    /// Type.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(pushed::event_data, (), (type, app_id, app_ticket))
BOOST_DESCRIBE_STRUCT(pushed, (), (uuid, token, ts, type, event))

} // namespace feishu::auth::v3::app_ticket
