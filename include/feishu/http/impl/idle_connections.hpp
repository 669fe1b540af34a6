#pragma once
// idle_connections: pools of connections for later exchanges.

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

namespace feishu::http::detail {

/// A pool of idle connections, most recently used last. Thread-safe.
class idle_list {
public:
    idle_list(std::size_t limit, std::chrono::seconds timeout) : limit_(limit), timeout_(timeout) {}

    /// A connection that is still open as far as can be seen, or null.
    FEISHU_DECL std::unique_ptr<connection> take();
    FEISHU_DECL void put(std::unique_ptr<connection> done);

    /// Closes all connections and accepts no more. Sockets are destroyed under the lock: whichever of
    /// transport and execution context is destroyed first, the other waits here until no socket of the
    /// context is left.
    FEISHU_DECL void close() noexcept;
    FEISHU_DECL bool closed() const;

private:
    mutable std::mutex mutex_;
    std::size_t limit_;
    std::chrono::seconds timeout_;
    bool closed_ = false;
    std::vector<std::unique_ptr<connection>> connections_;
};

/// Closes the idle lists of an execution context when it is destroyed.
class idle_service : public asio::execution_context::service {
public:
    inline static asio::execution_context::id id;

    explicit idle_service(asio::execution_context& context) : service(context) {}

    FEISHU_DECL void add(std::shared_ptr<idle_list> const& list);

private:
    FEISHU_DECL void shutdown() noexcept override;

    std::mutex mutex_;
    // Owned, so that the mutex of a list that its transport has closed still exists for synchronization.
    std::vector<std::shared_ptr<idle_list>> lists_;
};

/// All idle connections to one host: one list for synchronous calls, one per execution context. Thread-safe.
class idle_connections {
public:
    idle_connections(std::size_t limit, std::chrono::seconds timeout)
        : limit_(limit), timeout_(timeout), sync_(std::make_shared<idle_list>(limit, timeout)) {}

    std::shared_ptr<idle_list> const& sync() const { return sync_; }
    FEISHU_DECL std::shared_ptr<idle_list> of(asio::any_io_executor const& executor);
    FEISHU_DECL void close() noexcept;

private:
    std::size_t limit_;
    std::chrono::seconds timeout_;
    std::mutex mutex_;
    std::shared_ptr<idle_list> sync_;
    std::vector<std::pair<asio::execution_context*, std::shared_ptr<idle_list>>> lists_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/idle_connections.ipp>
#endif
