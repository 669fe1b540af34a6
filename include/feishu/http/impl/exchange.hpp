#pragma once
// exchange_operation: one asynchronous request and its response.

#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/deadline.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/idle_connections.hpp>
#include <feishu/http/impl/transport_config.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::http::detail {

/// Performs the actions of exchange_machine in a coroutine, on an idle connection or a new one. Its members run
/// on `executor`, which must not run two handlers at once.
class exchange_operation : public std::enable_shared_from_this<exchange_operation> {
public:
    /// It may outlive the transport.
    FEISHU_DECL exchange_operation(std::shared_ptr<transport_config const> config,
                                   std::shared_ptr<idle_asio_list> idle, asio::any_io_executor executor,
                                   request const& req, response_sink& sink, exchange_options const& options);

    /// The whole exchange; exceptions of the sink and the body source are errors.
    FEISHU_DECL asio::awaitable<result<void>> run();

    /// Ends the exchange with error_kind::canceled.
    FEISHU_DECL void cancel();

    /// For `deadline`: makes pending operations fail.
    FEISHU_DECL void interrupt();

private:
    FEISHU_DECL asio::awaitable<void> perform_actions();
    FEISHU_DECL asio::awaitable<void> connect();
    FEISHU_DECL asio::awaitable<void> open_connection();

    std::shared_ptr<transport_config const> config_;
    std::shared_ptr<idle_asio_list> idle_;
    asio::any_io_executor executor_;
    endpoint_config const& target_;
    std::unique_ptr<connection> connection_;
    std::shared_ptr<connector> connector_; ///< while there is no connection yet
    exchange_machine machine_;
    deadline deadline_;
    time_limit limit_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/exchange.ipp>
#endif
