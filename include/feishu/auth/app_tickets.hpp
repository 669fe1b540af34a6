#pragma once
// app_tickets: what a store app was last told by the platform's app_ticket event. One object is shared between
// who hears the event and who fetches tokens:
//
//     auto const tickets = std::make_shared<feishu::auth::app_tickets>();
//     feishu::event_dispatcher on{{…, .app_tickets = tickets}};
//     feishu::client client{{…, .app_type = feishu::app_type::store, .app_tickets = tickets}};

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// The newest ticket of each store app. Thread-safe.
class app_tickets {
public:
    /// Keeps the ticket in place of the app's last one.
    FEISHU_DECL void set(feishu::app_id const& app, std::string ticket);
    /// The app's ticket; empty when none has come yet.
    FEISHU_DECL std::string get(feishu::app_id const& app) const;
    /// The platform refused `ticket`: it is forgotten, unless a newer one has come since.
    FEISHU_DECL void refuse(feishu::app_id const& app, std::string_view ticket);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::string> tickets_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/app_tickets.ipp>
#endif
