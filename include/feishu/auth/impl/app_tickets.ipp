#pragma once

#include <utility>

#include <feishu/auth/app_tickets.hpp>

namespace feishu::auth {

FEISHU_DECL void app_tickets::set(feishu::app_id const& app, std::string ticket) {
    std::lock_guard lock(mutex_);
    tickets_[app.str()] = std::move(ticket);
}

FEISHU_DECL std::string app_tickets::get(feishu::app_id const& app) const {
    std::lock_guard lock(mutex_);
    auto const found = tickets_.find(app.str());
    return found == tickets_.end() ? std::string() : found->second;
}

FEISHU_DECL void app_tickets::refuse(feishu::app_id const& app, std::string_view ticket) {
    std::lock_guard lock(mutex_);
    if (auto const found = tickets_.find(app.str()); found != tickets_.end() && found->second == ticket)
        tickets_.erase(found);
}

} // namespace feishu::auth
