#pragma once

#include <feishu/client/core.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/beast_transport.hpp>

namespace feishu::detail {

inline result<std::shared_ptr<http::transport>> make_transport(client_config const& config) {
    if (config.transport)
        return config.transport;
    return http::make_beast_transport({.base_url = config.base_url,
                                       .ca_file = config.ca_file,
                                       .ca_pem = config.ca_pem,
                                       .connect_timeout = config.connect_timeout});
}

FEISHU_DECL client_core::client_core(client_config config)
    : config_(std::move(config)), transport_(make_transport(config_)) {
    if (!config_.clock)
        config_.clock = std::make_shared<clock>();
}

FEISHU_DECL result<call_plan> client_core::token_plan(token_endpoint::response& response,
                                                      std::chrono::milliseconds timeout) const {
    token_endpoint const request{.app_id = config_.app_id, .app_secret = config_.app_secret};
    auto valid = validate(request);
    if (valid && (config_.app_id.empty() || config_.app_secret.empty())) {
        violations missing;
        missing.add(config_.app_id.empty() ? "app_id" : "app_secret", "must not be empty");
        valid = validation_error(token_endpoint::spec.id, std::move(missing));
    }
    if (!valid)
        return std::move(valid).error();
    auto plan = make_plan(request, response, {.timeout = timeout});
    plan.kind = token::none;
    return plan;
}

FEISHU_DECL result<auth::access_token> client_core::token_outcome(result<void> fetched,
                                                                  token_endpoint::response const& response) const {
    if (!fetched) {
        auto e = std::move(fetched).error();
        if (e.kind == error_kind::api)
            e.kind = error_kind::auth;
        e.processed = false; // the call that wanted the token was not sent
        return e;
    }
    if (response.tenant_access_token.empty() || response.expire <= 0) {
        error e;
        e.kind = error_kind::decode;
        e.endpoint = token_endpoint::spec.id;
        e.message = "the answer has no token";
        e.processed = false;
        return e;
    }
    return auth::access_token{response.tenant_access_token, now() + std::chrono::seconds(response.expire)};
}

} // namespace feishu::detail
