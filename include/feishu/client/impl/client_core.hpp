#pragma once
// client_core: what the copies of a client share.

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/client/impl/token_source.hpp>

namespace feishu::detail {

/// Transport, tokens, settings of a client.
class client_core {
public:
    FEISHU_DECL explicit client_core(client_config config);

    client_config const& config() const { return config_; }
    clock::time_point now() const { return config_.clock->now(); }
    clock::time_point deadline(prepared_call const& plan) const {
        return now() + plan.options.timeout.value_or(config_.timeout);
    }
    /// What is left until then, at least in part.
    std::chrono::milliseconds rest(clock::time_point deadline) const {
        return std::chrono::ceil<std::chrono::milliseconds>(deadline - now());
    }
    /// The transport, or why there is none.
    result<std::shared_ptr<http::transport>> const& transport() const { return transport_; }
    http::exchange_options exchange_options(std::chrono::milliseconds timeout) const {
        return {.timeout = timeout, .max_response_bytes = config_.max_response_bytes};
    }

    /// Where the call's tenant token comes from; an error when a store app does not say which tenant.
    FEISHU_DECL result<token_source*> token_for(prepared_call const& plan);

private:
    client_config config_;
    result<std::shared_ptr<http::transport>> transport_;
    token_source own_;                               // the app's own token
    std::mutex mutex_;                               // of all below
    std::map<std::string, token_source> by_tenant_{}; // of a store app
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client_core.ipp>
#endif
