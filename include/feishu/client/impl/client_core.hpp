#pragma once
// client_core: the state that the copies of a client share.

#include <memory>
#include <string>

#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/client/impl/token_sources.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

/// Transport, tokens and settings of a client. Thread-safe.
class client_core {
public:
    FEISHU_DECL explicit client_core(client_config config);

    client_config const& config() const { return config_; }
    token_sources& tokens() { return tokens_; }
    clock::time_point now() const { return config_.clock->now(); }
    clock::time_point deadline(prepared_call const& call) const {
        return saturating_deadline(now(), call.options.timeout.value_or(config_.timeout));
    }
    /// The transport, or the error of its creation.
    result<std::shared_ptr<http::transport>> const& transport() const { return transport_; }
    /// The same, with the endpoint of a call in the error.
    FEISHU_DECL result<std::shared_ptr<http::transport>> transport_for(prepared_call const& call) const;

private:
    client_config config_;
    result<std::shared_ptr<http::transport>> transport_;
    token_sources tokens_;
};

/// The error for an exception of a transport; the request may have been executed.
FEISHU_DECL error transport_threw(std::string const& text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client_core.ipp>
#endif
