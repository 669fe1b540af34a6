#pragma once
// connector: establishes one connection of an asynchronous call: name lookup, TCP, proxy, TLS.

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/async_race.hpp>
#include <feishu/http/impl/connect_step.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/deadline.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/lookup.hpp>

namespace feishu::http::detail {

/// It runs on `executor`, which must not run two handlers at once.
class connector : public std::enable_shared_from_this<connector> {
public:
    /// `target` outlives it.
    connector(asio::any_io_executor executor, endpoint_config const& target)
        : connector(executor, executor, target) {}
    /// The connection belongs to `socket_executor`, which may be any executor of the same context.
    connector(asio::any_io_executor executor, asio::any_io_executor socket_executor,
              endpoint_config const& target)
        : executor_(std::move(executor)), socket_executor_(std::move(socket_executor)), target_(target),
          deadline_(executor_) {}

    /// `total` is the limit of all steps together; each has its own in `target`.
    /// Errors: kinds timeout, canceled, transport; http if a proxy refuses. `may_have_executed` is always
    /// false.
    FEISHU_DECL asio::awaitable<result<std::unique_ptr<connection>>> run(time_limit total);

    /// Ends the operation with error_kind::canceled.
    FEISHU_DECL void cancel();

    /// For `deadline`: makes pending operations fail.
    FEISHU_DECL void interrupt();

private:
    bool interrupted() const { return canceled_ || deadline_.expired(); }

    FEISHU_DECL asio::awaitable<std::optional<error>> connect(time_limit total);
    FEISHU_DECL void set_limit(time_limit limit);
    FEISHU_DECL asio::awaitable<addresses> resolve();
    FEISHU_DECL asio::awaitable<std::optional<error>> connect_to_any(std::vector<tcp::endpoint> const& endpoints);
    FEISHU_DECL asio::awaitable<std::optional<error>> connect_through_proxy();
    FEISHU_DECL error failure(error_code why, std::string const& attempts = {}) const;

    asio::any_io_executor executor_;
    asio::any_io_executor socket_executor_;
    endpoint_config const& target_;
    std::unique_ptr<connection> connection_;
    std::shared_ptr<async_lookup> lookup_;
    std::shared_ptr<async_race> race_;
    deadline deadline_;
    time_limit limit_{}; ///< of the step
    connect_step at_ = connect_step::resolving;
    bool canceled_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connector.ipp>
#endif
