#pragma once

#include <algorithm>
#include <exception>
#include <utility>

#include <feishu/http/impl/socket_connector.hpp>
#include <feishu/http/impl/socket_transport.hpp>
#include <feishu/http/socket_transport.hpp>

namespace feishu::http::detail {

FEISHU_DECL socket_transport::socket_transport(std::shared_ptr<transport_config const> config)
    : config_(std::move(config)), api_(config_->params.max_idle, config_->params.idle_timeout),
      accounts_(config_->params.max_idle, config_->params.idle_timeout) {}

FEISHU_DECL result<void> socket_transport::exchange(request const& req, response_sink& sink,
                                                    exchange_options const& options) {
    auto const limit = time_limit::in(options.timeout);
    auto const& target = config_->of(req.host);
    exchange_machine machine(target, config_->keep_alive(), req, sink, options);
    try {
        perform_actions(machine, target, req.host == host::accounts ? accounts_ : api_, limit);
    } catch (...) {
        machine.on_exception(std::current_exception());
    }
    return machine.outcome();
}

FEISHU_DECL void socket_transport::perform_actions(exchange_machine& machine, endpoint_config const& target,
                                                   idle_sockets& idle, time_limit limit) {
    socket_ptr connection;
    auto const check = [&](io_progress const& progress) {
        bool const passed = progress.failed == deadline_passed();
        if (steady_clock::now() >= limit.at || (passed && machine.may_idle()))
            machine.interrupt(interruption::timeout);
        else if (passed)
            machine.interrupt(interruption::idle);
        return progress;
    };
    // No later than this, a transfer must have taken some bytes.
    auto const patience = [&] {
        return machine.may_idle() ? limit.at : (std::min)(limit.at, time_limit::in(machine.transfer_timeout()).at);
    };
    check({});
    for (;;) {
        switch (machine.next()) {
        case exchange_action::connect: connection = connect(machine, target, idle, limit); break;
        case exchange_action::send:
            machine.on_sent(check(connection->write_some(machine.unsent(), patience())));
            break;
        case exchange_action::receive:
            machine.on_received(check(connection->read_some(machine.space(), patience())));
            break;
        case exchange_action::done:
            if (machine.reusable())
                idle.put(std::move(connection));
            return;
        }
    }
}

// An idle connection or a new one; null if the machine has been notified of a failure.
FEISHU_DECL socket_transport::socket_ptr socket_transport::connect(exchange_machine& machine,
                                                                   endpoint_config const& target,
                                                                   idle_sockets& idle, time_limit limit) {
    if (auto reused = machine.may_reuse() ? idle.take() : nullptr) {
        machine.on_connected(reused->buffers, true);
        return reused;
    }
    auto made = socket_connector(target, lookups_).run(limit);
    if (!made) {
        machine.on_connect_failed(std::move(made).error());
        return nullptr;
    }
    machine.on_connected((*made)->buffers, false);
    return std::move(*made);
}

} // namespace feishu::http::detail

namespace feishu::http {

FEISHU_DECL result<std::shared_ptr<transport>> make_socket_transport(transport_params params) {
    auto config = detail::make_transport_config(std::move(params));
    if (!config)
        return std::move(config).error();
    return std::shared_ptr<transport>(std::make_shared<detail::socket_transport>(std::move(*config)));
}

} // namespace feishu::http
