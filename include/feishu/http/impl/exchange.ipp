#pragma once

#include <exception>
#include <utility>

#include <boost/asio/buffer.hpp>

#include <feishu/http/impl/exchange.hpp>

namespace feishu::http::detail {

FEISHU_DECL exchange_operation::exchange_operation(std::shared_ptr<transport_config const> config,
                                                   std::shared_ptr<idle_asio_list> idle,
                                                   asio::any_io_executor executor, request const& req,
                                                   response_sink& sink, exchange_options const& options)
    : config_(std::move(config)), idle_(std::move(idle)), executor_(std::move(executor)),
      target_(config_->of(req.host)), machine_(target_, config_->keep_alive(), req, sink, options),
      deadline_(executor_), limit_(time_limit::in(options.timeout)) {}

FEISHU_DECL asio::awaitable<result<void>> exchange_operation::run() {
    try {
        if (limit_.at <= steady_clock::now())
            interrupt();
        else
            deadline_.expires_at(*this, limit_.at);
        co_await perform_actions();
    } catch (...) {
        machine_.on_exception(std::current_exception());
    }
    deadline_.cancel();
    auto done = std::move(connection_);
    if (done && machine_.reusable())
        idle_->put(std::move(done));
    co_return machine_.outcome();
}

FEISHU_DECL asio::awaitable<void> exchange_operation::perform_actions() {
    for (;;) {
        switch (machine_.next()) {
        case exchange_action::connect: co_await connect(); break;
        case exchange_action::send: {
            auto const [first, second] = machine_.unsent();
            auto const progress =
                co_await connection_->write_some(asio::buffer(first.empty() ? second : first));
            machine_.on_sent(progress);
            break;
        }
        case exchange_action::receive: {
            auto const progress = co_await connection_->read_some(machine_.space());
            machine_.on_received(progress);
            break;
        }
        case exchange_action::done: co_return;
        }
    }
}

FEISHU_DECL void exchange_operation::cancel() {
    machine_.interrupt(interruption::canceled);
    if (connector_)
        connector_->cancel();
    if (connection_)
        connection_->close();
}

FEISHU_DECL void exchange_operation::interrupt() {
    machine_.interrupt(interruption::timeout); // the connector has a deadline itself
    if (connection_)
        connection_->close();
}

FEISHU_DECL asio::awaitable<void> exchange_operation::connect() {
    connection_.reset();
    if (machine_.may_reuse())
        connection_ = idle_->take();
    if (!connection_)
        co_return co_await open_connection();
    machine_.on_connected(connection_->buffers, true);
}

FEISHU_DECL asio::awaitable<void> exchange_operation::open_connection() {
    auto limit = time_limit::in(config_->params.connect_timeout);
    if (limit_.at <= limit.at)
        limit = limit_;
    deadline_.cancel();
    connector_ = std::make_shared<connector>(executor_, target_);
    auto made = co_await connector_->run(limit);
    connector_.reset();
    if (!made)
        co_return machine_.on_connect_failed(std::move(made).error());
    connection_ = std::move(*made);
    deadline_.expires_at(*this, limit_.at);
    machine_.on_connected(connection_->buffers, false);
}

} // namespace feishu::http::detail
