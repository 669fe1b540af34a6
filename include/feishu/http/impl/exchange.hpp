#pragma once
// exchange_operation: one request and its response.

#include <memory>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/deadline.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/idle_connections.hpp>
#include <feishu/http/impl/lookup.hpp>
#include <feishu/http/transport.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http::detail {

/// State that all exchanges with one host share. They keep it alive beyond the transport.
struct transport_state {
    transport_state(transport_params const& p, endpoint_config t)
        : params(p), target(std::move(t)), idle(p.max_idle, p.idle_timeout) {}

    transport_params params;
    endpoint_config target;
    idle_connections idle;
    blocking_lookups lookups;
};

/// Performs the actions of exchange_machine in a coroutine, on an idle connection or a new one. Synchronous and
/// asynchronous calls run the same coroutine; the former on the connection's own context, driven by the calling
/// thread. Its members run on `executor`, which must not run two handlers at once.
class exchange_operation : public std::enable_shared_from_this<exchange_operation> {
public:
    FEISHU_DECL exchange_operation(std::shared_ptr<transport_state> state, std::shared_ptr<idle_list> idle,
                                   asio::any_io_executor executor, request const& req, response_sink& sink,
                                   exchange_options const& options);

    /// For a synchronous exchange: the context that a new connection belongs to, and an idle connection or
    /// null.
    FEISHU_DECL void use(std::shared_ptr<asio::io_context> own, std::unique_ptr<connection> idle);

    /// The whole exchange; exceptions of the sink and the body source are errors. An asynchronous one returns
    /// its connection to the pool; a synchronous one needs a call of `park`.
    FEISHU_DECL asio::awaitable<result<void>> run();

    /// Returns the connection to the pool if it is reusable. The exchange must have ended: another thread may
    /// take the connection at once.
    FEISHU_DECL void park();

    /// Ends the exchange with error_kind::canceled.
    FEISHU_DECL void cancel();

    /// For `deadline`: makes pending operations fail.
    FEISHU_DECL void interrupt();

private:
    FEISHU_DECL asio::awaitable<void> perform_actions();
    FEISHU_DECL asio::awaitable<void> connect();
    FEISHU_DECL asio::awaitable<void> open_connection();

    std::shared_ptr<transport_state> state_;
    std::shared_ptr<idle_list> idle_;
    asio::any_io_executor executor_;
    std::shared_ptr<asio::io_context> own_context_; // before its sockets
    std::unique_ptr<connection> connection_;
    std::unique_ptr<connection> reused_;   ///< a connection for `connect`
    std::shared_ptr<connector> connector_; ///< while there is no connection yet
    exchange_machine machine_;
    deadline deadline_;
    time_limit limit_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/exchange.ipp>
#endif
