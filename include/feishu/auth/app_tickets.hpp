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
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {
class store;
} // namespace feishu

namespace feishu::auth {

/// The most recent ticket of each store app.
///
/// Tickets are kept in memory, and in a store if there is one: then the ticket that one process receives is used by all,
/// also after a restart. The store then holds secrets; if it fails, each process goes on with its own tickets. Without a
/// ticket, the client requests that the event be resent, and its calls fail with kind auth until it has been received.
///
/// Thread safety: any number of threads at once. With a store, functions block for one of its operations; that is once per
/// event, and once per token of the app that a client fetches.
/// Lifetimes: shared by dispatcher and client.
class app_tickets {
public:
    app_tickets() = default;
    explicit app_tickets(std::shared_ptr<feishu::store> shared) : store_(std::move(shared)) {}

    /// Replaces the app's ticket.
    FEISHU_DECL void set(feishu::app_id const& app, std::string ticket);
    /// The app's ticket; empty if none has been received yet.
    FEISHU_DECL std::string get(feishu::app_id const& app) const;
    /// Removes a ticket that the platform refused, unless it has been replaced since.
    FEISHU_DECL void refuse(feishu::app_id const& app, std::string_view ticket);

private:
    std::shared_ptr<feishu::store> store_{};
    mutable std::mutex mutex_;
    std::map<std::string, std::string> tickets_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/app_tickets.ipp>
#endif
