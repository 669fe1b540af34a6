#pragma once
// client_core: the state that the copies of a client share.

#include <memory>
#include <mutex>
#include <string>

#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/client/impl/retry_machine.hpp>
#include <feishu/client/impl/token_sources.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/transport_config.hpp>

namespace feishu::detail {

/// Transport, tokens and settings of a client. Thread-safe.
class client_core {
public:
    FEISHU_DECL explicit client_core(client_config config);
    client_core(client_core const&) = delete;
    client_core& operator=(client_core const&) = delete;
    FEISHU_DECL ~client_core(); ///< wipes the credentials in its settings

    client_config const& config() const { return config_; }
    token_sources& tokens() { return tokens_; }
    call_limits& limits() { return limits_; }
    clock::time_point now() const { return config_.clock->now(); }
    clock::time_point deadline(prepared_call const& call) const {
        auto const unless_given = call.is_transfer() ? (std::chrono::milliseconds::max)() : config_.timeout;
        return saturating_deadline(now(), call.timeout.value_or(unless_given));
    }
    /// The transport of synchronous calls. Errors: that of its creation, with the endpoint of the call.
    FEISHU_DECL result<http::transport*> transport_for(prepared_call const& call) const;

    using async_maker =
        std::shared_ptr<http::transport> (*)(std::shared_ptr<http::detail::transport_config const>);
    /// The transport of asynchronous calls, null if there is none. `make` creates the built-in one at the first
    /// call, so that a program without asynchronous calls does not contain it. Errors: as transport_for.
    FEISHU_DECL result<http::async_transport*> async_transport_for(prepared_call const& call,
                                                                   async_maker make);

private:
    client_config config_;
    result<std::shared_ptr<http::detail::transport_config const>> network_; ///< null with a custom transport
    std::shared_ptr<http::transport> transport_; ///< null if `network_` is an error
    std::once_flag async_made_;
    std::shared_ptr<http::transport> async_transport_;
    token_sources tokens_;
    call_limits limits_;
};

/// The error for an exception of a transport; the request may have been executed.
FEISHU_DECL error transport_threw(std::string const& text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client_core.ipp>
#endif
