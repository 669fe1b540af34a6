#pragma once

#include <utility>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/store/store.hpp>

namespace feishu::auth {

inline std::string app_ticket_key(feishu::app_id const& app) { return "ticket/" + app.str(); }

FEISHU_DECL void app_tickets::set(feishu::app_id const& app, std::string ticket) {
    if (store_)
        (void)store_->put(app_ticket_key(app), ticket);
    std::lock_guard lock(mutex_);
    tickets_[app.str()] = std::move(ticket);
}

FEISHU_DECL std::string app_tickets::get(feishu::app_id const& app) const {
    if (store_)
        if (auto stored = store_->get(app_ticket_key(app)); stored && *stored)
            return std::move(**stored);
    std::lock_guard lock(mutex_);
    auto const found = tickets_.find(app.str());
    return found == tickets_.end() ? std::string() : found->second;
}

FEISHU_DECL void app_tickets::refuse(feishu::app_id const& app, std::string_view ticket) {
    if (store_)
        (void)store_->compare_and_erase(app_ticket_key(app), ticket);
    std::lock_guard lock(mutex_);
    if (auto const found = tickets_.find(app.str()); found != tickets_.end() && found->second == ticket)
        tickets_.erase(found);
}

} // namespace feishu::auth
