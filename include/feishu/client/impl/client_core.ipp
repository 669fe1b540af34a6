#pragma once

#include <utility>

#include <feishu/client/impl/client_core.hpp>
#include <feishu/http/beast_transport.hpp>

namespace feishu::detail {

inline http::transport_params network_of(client_config const& config) {
    return {.base_url = config.base_url,
            .accounts_url = config.accounts_url,
            .ca_file = config.ca_file,
            .ca_pem = config.ca_pem,
            .proxy = config.proxy,
            .user_agent = config.user_agent,
            .connect_timeout = config.connect_timeout};
}

inline result<std::shared_ptr<http::transport>> make_transport(client_config const& config) {
    if (config.transport)
        return config.transport;
    return http::make_beast_transport(network_of(config));
}

FEISHU_DECL client_core::client_core(client_config config)
    : config_(std::move(config)), transport_(make_transport(config_)), tokens_(config_.app_type) {
    if (!config_.clock)
        config_.clock = std::make_shared<clock>();
}

FEISHU_DECL result<std::shared_ptr<http::transport>>
client_core::transport_for(prepared_call const& call) const {
    if (transport_)
        return transport_;
    auto e = transport_.error();
    e.endpoint = call.spec->id;
    return e;
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
    auth::app_connection out{.app_id = config.app_id,
                             .app_secret = config.app_secret,
                             .network = network_of(config),
                             .clock = config.clock,
                             .log = config.log};
    if (auto const& transport = core.transport())
        out.transport = *transport;
    else
        out.unusable = transport.error();
    return out;
}

} // namespace feishu::detail
