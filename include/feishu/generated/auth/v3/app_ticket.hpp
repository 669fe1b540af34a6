#pragma once
// Feishu auth v3: app_ticket. Generated from codegen/specs/auth/v3/app_ticket.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::auth::v3::app_ticket {

/// Asks for the app_ticket event again.
struct resend {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.app_ticket.resend",
        .method = verb::post,
        .path = "/open-apis/auth/v3/app_ticket/resend",
        .envelope = envelope::flat,
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_ticket_resend",
    };

    /// The app.
    field::required<feishu::app_id> app_id;
    /// The app's secret.
    field::required<std::string> app_secret;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(resend, (), (app_id, app_secret))
BOOST_DESCRIBE_STRUCT(resend::response, (), ())

/// The hourly ticket of a store app. Schema 1.0.
struct pushed {
    static constexpr event_spec spec{
        .id = "auth.v3.app_ticket.pushed",
        .type = "app_ticket",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_ticket_resend",
    };

    struct event_data {
        std::string type;
        /// The app.
        feishu::app_id app_id;
        /// The newest ticket that the app_ticket event brought.
        std::string app_ticket;
    };

    std::string uuid;
    std::string token;
    std::string ts;
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(pushed::event_data, (), (type, app_id, app_ticket))
BOOST_DESCRIBE_STRUCT(pushed, (), (uuid, token, ts, type, event))

} // namespace feishu::auth::v3::app_ticket
