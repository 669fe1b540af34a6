#pragma once

#include <feishu/client/impl/client_core.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/beast_transport.hpp>

namespace feishu::detail {

inline result<std::shared_ptr<http::transport>> make_transport(client_config const& config) {
    if (config.transport)
        return config.transport;
    return http::make_beast_transport({.base_url = config.base_url,
                                       .accounts_url = config.accounts_url,
                                       .ca_file = config.ca_file,
                                       .ca_pem = config.ca_pem,
                                       .proxy = config.proxy,
                                       .connect_timeout = config.connect_timeout});
}

inline token_source::kind own_token_of(client_config const& config) {
    return config.app_type == app_type::store ? token_source::kind::store_app : token_source::kind::custom;
}

FEISHU_DECL client_core::client_core(client_config config)
    : config_(std::move(config)), transport_(make_transport(config_)), own_(own_token_of(config_)) {
    if (!config_.clock)
        config_.clock = std::make_shared<clock>();
}

FEISHU_DECL void add_basic_auth(client_core const& core, prepared_call& plan) {
    auto const& config = core.config();
    plan.request.headers.push_back(
        {"Authorization", "Basic " + to_base64(config.app_id.str() + ":" + config.app_secret)});
}

FEISHU_DECL result<token_source*> client_core::token_for(prepared_call const& plan) {
    if (own_.what == token_source::kind::custom)
        return &own_;
    if (plan.tenant.empty()) {
        violations missing;
        missing.add("tenant_key", "must be given by a store app: client.for_tenant(tenant_key).call(…)");
        return validation_error(plan.spec->id, std::move(missing));
    }
    std::lock_guard lock(mutex_);
    return &by_tenant_.try_emplace(plan.tenant.str(), own_, plan.tenant).first->second;
}

} // namespace feishu::detail
