#pragma once
// client_core: what the copies of a client share.

#include <memory>
#include <utility>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/auth/token_cache.hpp>
#include <feishu/client/plan.hpp>

namespace feishu::detail {

/// Transport, tokens, settings of a client; and the fetching of a tenant token as a plan, for both drivers.
class client_core {
public:
    FEISHU_DECL explicit client_core(client_config config);

    client_config const& config() const { return config_; }
    auth::token_cache& tokens() { return tokens_; }
    clock::time_point now() const { return config_.clock->now(); }
    clock::time_point deadline(call_plan const& plan) const {
        return now() + plan.options.timeout.value_or(config_.timeout);
    }
    /// The transport, or why there is none.
    result<std::shared_ptr<http::transport>> const& transport() const { return transport_; }
    http::exchange_options exchange_options(std::chrono::milliseconds timeout) const {
        return {.timeout = timeout, .max_response_bytes = config_.max_response_bytes};
    }

    using token_endpoint = auth::v3::tenant_access_token::internal;

    /// The call that fetches a tenant token; `response` outlives it.
    FEISHU_DECL result<call_plan> token_plan(token_endpoint::response& response,
                                             std::chrono::milliseconds timeout) const;
    /// What that call's end means: a token, or an error of kind auth when the platform said no.
    FEISHU_DECL result<auth::access_token> token_outcome(result<void> fetched,
                                                         token_endpoint::response const& response) const;

private:
    client_config config_;
    result<std::shared_ptr<http::transport>> transport_;
    auth::token_cache tokens_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/core.ipp>
#endif
