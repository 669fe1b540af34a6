#pragma once
// The class behind make_socket_transport.

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/idle_list.hpp>
#include <feishu/http/impl/socket_connection.hpp>
#include <feishu/http/impl/socket_lookup.hpp>
#include <feishu/http/impl/transport_config.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::http::detail {

/// See make_socket_transport. Performs the actions of exchange_machine on the calling thread.
class socket_transport final : public transport {
public:
    FEISHU_DECL explicit socket_transport(std::shared_ptr<transport_config const> config);

    FEISHU_DECL result<void> exchange(request const& req, response_sink& sink,
                                      exchange_options const& options) override;

    std::shared_ptr<transport_config const> const& config() const { return config_; }

private:
    using idle_sockets = idle_list<socket_connection>;
    using socket_ptr = std::unique_ptr<socket_connection>;

    FEISHU_DECL void perform_actions(exchange_machine& machine, endpoint_config const& target,
                                     idle_sockets& idle, time_limit limit);
    FEISHU_DECL socket_ptr connect(exchange_machine& machine, endpoint_config const& target,
                                   idle_sockets& idle, time_limit limit);

    std::shared_ptr<transport_config const> config_;
    idle_sockets api_;
    idle_sockets accounts_;
    socket_lookups lookups_;
};

} // namespace feishu::http::detail
