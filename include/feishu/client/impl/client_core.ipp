#pragma once

#include <utility>

#include <feishu/auth/impl/secret_string.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/http/socket_transport.hpp>

namespace feishu::detail {

inline http::transport_params network_of(client_config const& config) {
    return {.base_url = config.base_url,
            .accounts_url = config.accounts_url,
            .ca_file = config.ca_file,
            .ca_pem = config.ca_pem,
            .proxy = config.proxy,
            .user_agent = config.user_agent,
            .connect_timeout = config.connect_timeout,
            .tls_handshake_timeout = config.tls_handshake_timeout};
}

inline result<std::shared_ptr<http::detail::transport_config const>> validated(client_config const& config) {
    if (config.transport)
        return nullptr;
    return http::detail::make_transport_config(network_of(config));
}

FEISHU_DECL client_core::client_core(client_config config)
    : config_(std::move(config)), network_(validated(config_)), transport_(config_.transport),
      async_transport_(config_.transport), tokens_(config_.app_type),
      limits_(config_.pacing, config_.retry_budget, config_.retry_seed) {
    if (!config_.clock)
        config_.clock = std::make_shared<clock>();
    if (!transport_ && network_)
        transport_ = std::make_shared<http::detail::socket_transport>(*network_);
}

FEISHU_DECL client_core::~client_core() {
    auth::wipe(config_.app_secret);
    auth::wipe(config_.proxy);
}

FEISHU_DECL result<http::transport*> client_core::transport_for(prepared_call const& call) const {
    if (network_)
        return transport_.get();
    auto e = network_.error();
    e.endpoint = call.spec->id;
    return e;
}

FEISHU_DECL result<http::async_transport*> client_core::async_transport_for(prepared_call const& call,
                                                                            async_maker make) {
    if (auto const usable = transport_for(call); !usable)
        return usable.error();
    std::call_once(async_made_, [&] {
        if (!async_transport_)
            async_transport_ = make(*network_);
    });
    return async_transport_->async();
}

FEISHU_DECL error transport_threw(std::string const& text) {
    error e;
    e.message = "the transport threw an exception: " + text;
    return e;
}

FEISHU_DECL std::shared_ptr<client_core> make_core(client_config config) {
    return std::make_shared<client_core>(std::move(config));
}

FEISHU_DECL auth::app_connection connection_settings(client_core const& core) {
    auto const& config = core.config();
    return {.app_id = config.app_id,
            .app_secret = config.app_secret,
            .network = network_of(config),
            .transport = config.transport,
            .clock = config.clock,
            .log = config.log};
}

} // namespace feishu::detail
