#pragma once
// app_tickets: the tickets that a store app receives with the platform's app_ticket event. One object is
// shared between the dispatcher that receives the event and the client that fetches tokens:
//
//     auto const tickets = std::make_shared<feishu::auth::app_tickets>();
//     feishu::event_dispatcher on{{…, .app_tickets = tickets}};
//     feishu::client client{{…, .app_type = feishu::app_type::store, .app_tickets = tickets}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// The most recent ticket of each store app.
///
/// Tickets are kept in memory. Without one, the client requests that the event be resent, and its calls fail
/// with kind auth until it has been received.
///
/// Thread safety: any number of threads at once.
/// Lifetimes: shared by dispatcher and client.
class app_tickets {
public:
    /// Replaces the app's ticket.
    FEISHU_DECL void set(feishu::app_id const& app, std::string ticket);
    /// The app's ticket; empty if none has been received yet.
    FEISHU_DECL std::string get(feishu::app_id const& app) const;
    /// Removes a ticket that the platform refused, unless it has been replaced since.
    FEISHU_DECL void refuse(feishu::app_id const& app, std::string_view ticket);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::string> tickets_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/app_tickets.ipp>
#endif
