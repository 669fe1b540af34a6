#pragma once
// async_exchange: the asynchronous driver of an exchange. It performs the actions of exchange_machine.

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>

#include <boost/asio/any_completion_executor.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/idle_connections.hpp>
#include <feishu/http/impl/operation_memory.hpp>
#include <feishu/http/impl/transport_config.hpp>

namespace feishu::http::detail {

/// It has no coroutine: one action is pending at a time, and its completion performs the next one. Whatever is
/// pending owns the exchange, so it is destroyed with a destroyed context or a function that the executor drops.
///
/// The user's executor may run functions on several threads, so everything runs under a mutex; only timeout and
/// cancellation ever wait for it.
class async_exchange : public std::enable_shared_from_this<async_exchange> {
public:
    /// It may outlive the transport.
    FEISHU_DECL async_exchange(std::shared_ptr<transport_config const> config,
                               std::shared_ptr<idle_asio_list> idle, asio::any_io_executor executor,
                               request const& req, response_sink& sink, exchange_options const& options);

    /// Starts the exchange. `done` is moved once nothing can fail any more, and called later.
    FEISHU_DECL void start(async_transport::handler& done);

private:
    class turn_executor;
    struct io_handler;
    struct timeout_handler;

    template <class Function>
    void run_turn(Function& function);
    FEISHU_DECL void finish();

    FEISHU_DECL void advance();
    FEISHU_DECL bool perform_action();
    FEISHU_DECL bool connect();
    FEISHU_DECL void open_connection();
    FEISHU_DECL void on_opened(std::exception_ptr const& thrown, result<std::unique_ptr<connection>> opened);
    FEISHU_DECL bool send();
    FEISHU_DECL void receive();
    FEISHU_DECL void end();

    FEISHU_DECL void set_timeout();
    FEISHU_DECL steady_clock::time_point transfer_limit() const;
    FEISHU_DECL bool limits_transfers() const;
    FEISHU_DECL void on_timer();
    FEISHU_DECL void interrupt(interruption why);

    std::shared_ptr<transport_config const> config_;
    std::shared_ptr<idle_asio_list> idle_;
    asio::any_io_executor executor_;
    endpoint_config const& target_;
    async_transport::handler done_{}; // is swapped: with Boost 1.81, its assignment calls itself
    asio::any_completion_executor
        completion_executor_{}; ///< of `done_`; tracks work if it is not `executor_`
    time_limit limit_;
    std::atomic<unsigned> turns_ = 0; ///< functions that `executor_` has run

    std::recursive_mutex mutex_; ///< of all below; recursive because a sink may cancel its own exchange
    exchange_machine machine_;
    asio::steady_timer timer_;
    steady_clock::time_point last_transfer_ = steady_clock::now();
    asio::any_io_executor serial_{};         ///< of `connector_`
    std::shared_ptr<connector> connector_{}; ///< while there is no connection yet
    std::unique_ptr<connection> connection_{};
    bool first_write_ = true;   ///< on this connection
    operation_memory memory_{}; ///< of the pending read or write
    bool ended_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/async_exchange.ipp>
#endif
