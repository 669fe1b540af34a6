#pragma once
// connector: establishes one connection: name lookup, TCP, proxy, TLS.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/deadline.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/lookup.hpp>

namespace feishu::http::detail {

/// It runs on `executor`, which must not run two handlers at once.
class connector : public std::enable_shared_from_this<connector> {
public:
    /// `target` outlives it. With `lookups`, name lookups block the calling thread, for connections that
    /// belong to the context `own`.
    connector(asio::any_io_executor executor, endpoint_config const& target,
              blocking_lookups* lookups = nullptr, std::shared_ptr<asio::io_context> own = nullptr)
        : executor_(std::move(executor)), socket_executor_(executor_), target_(target), lookups_(lookups),
          own_context_(std::move(own)), deadline_(executor_) {}
    /// The connection belongs to `socket_executor`, which may be any executor of the same context.
    connector(asio::any_io_executor executor, asio::any_io_executor socket_executor, endpoint_config const& target)
        : executor_(std::move(executor)), socket_executor_(std::move(socket_executor)), target_(target),
          lookups_(nullptr), deadline_(executor_) {}

    /// Errors: kinds timeout, canceled, transport; http if a proxy refuses. `may_have_executed` is always
    /// false.
    FEISHU_DECL asio::awaitable<result<std::unique_ptr<connection>>> run(time_limit limit);

    /// Ends the operation with error_kind::canceled.
    FEISHU_DECL void cancel();

    /// For `deadline`: makes pending operations fail.
    FEISHU_DECL void interrupt();

private:
    enum class phase { resolving, connecting, proxy, handshake };

    bool interrupted() const { return canceled_ || deadline_.expired(); }

    FEISHU_DECL asio::awaitable<std::optional<error>> connect();
    FEISHU_DECL asio::awaitable<addresses> resolve();
    FEISHU_DECL asio::awaitable<error_code> connect_to_one_of(std::vector<tcp::endpoint> const& endpoints);
    FEISHU_DECL asio::awaitable<std::optional<error>> connect_through_proxy();
    FEISHU_DECL error failure(error_code why);
    FEISHU_DECL error failure(error_kind kind, std::string const& reason) const;
    FEISHU_DECL std::string doing() const;

    asio::any_io_executor executor_;
    asio::any_io_executor socket_executor_;
    endpoint_config const& target_;
    blocking_lookups* lookups_;
    std::shared_ptr<asio::io_context> own_context_; // before its sockets
    std::unique_ptr<connection> connection_;
    std::shared_ptr<async_lookup> lookup_;
    deadline deadline_;
    time_limit limit_{};
    phase at_ = phase::resolving;
    bool canceled_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connector.ipp>
#endif
