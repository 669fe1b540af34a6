#pragma once

#include <utility>

#include <feishu/client/impl/token_sources.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::detail {

FEISHU_DECL result<std::shared_ptr<token_source>> token_sources::source_for(std::string_view endpoint,
                                                                            tenant_key const& tenant) {
    if (own_->kind == token_kind::custom)
        return own_;
    if (tenant.empty()) {
        violations missing;
        missing.add("tenant_key", "must be given for a store app: client.for_tenant(tenant_key).call(…)");
        return validation_error(endpoint, std::move(missing));
    }
    std::lock_guard const lock(mutex_);
    if (auto const found = by_tenant_.find(tenant.str()); found != by_tenant_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, found->second.position);
        return found->second.source;
    }
    auto source = std::make_shared<token_source>(own_, tenant);
    by_use_.push_front(tenant.str());
    by_tenant_.emplace(tenant.str(), entry{source, by_use_.begin()});
    if (by_tenant_.size() > most_tenants_) {
        by_tenant_.erase(by_use_.back());
        by_use_.pop_back();
    }
    return source;
}

} // namespace feishu::detail
