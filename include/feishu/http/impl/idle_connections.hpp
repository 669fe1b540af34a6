#pragma once
// idle_connections: pools of connections for later asynchronous exchanges.

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution_context.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/connection.hpp>
#include <feishu/http/impl/idle_list.hpp>

namespace feishu::http::detail {

using idle_asio_list = idle_list<connection>;

/// Closes the idle lists of an execution context when it is destroyed.
class idle_service : public asio::execution_context::service {
public:
    inline static asio::execution_context::id id;

    explicit idle_service(asio::execution_context& context) : service(context) {}

    FEISHU_DECL void add(std::shared_ptr<idle_asio_list> const& list);

private:
    FEISHU_DECL void shutdown() noexcept override;

    std::mutex mutex_;
    // Owned, so that the mutex of a list that its transport has closed still exists for synchronization.
    std::vector<std::shared_ptr<idle_asio_list>> lists_;
};

/// All idle connections to one host: one list per execution context. Thread-safe.
class idle_connections {
public:
    idle_connections(std::size_t limit, std::chrono::seconds timeout) : limit_(limit), timeout_(timeout) {}

    FEISHU_DECL std::shared_ptr<idle_asio_list> of(asio::any_io_executor const& executor);
    FEISHU_DECL void close() noexcept;

private:
    std::size_t limit_;
    std::chrono::seconds timeout_;
    std::mutex mutex_;
    std::vector<std::pair<asio::execution_context*, std::shared_ptr<idle_asio_list>>> lists_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/idle_connections.ipp>
#endif
