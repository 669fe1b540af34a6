#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <boost/asio/execution_context.hpp>

#include <feishu/http/impl/connection.ipp>

namespace feishu::http::detail {

/// Connections that wait for their next exchange, most recently used last. Thread-safe.
class idle_list {
public:
    idle_list(std::size_t limit, std::chrono::seconds timeout) : limit_(limit), timeout_(timeout) {}

    /// One that still looks alive, or null.
    std::unique_ptr<connection> take() {
        std::scoped_lock const lock(mutex_);
        std::erase_if(connections_,
                      [oldest = clock::now() - timeout_](auto const& c) { return c->idle_since < oldest; });
        while (!connections_.empty()) {
            auto last = std::move(connections_.back());
            connections_.pop_back();
            if (last->quiet())
                return last;
        }
        return nullptr;
    }

    void put(std::unique_ptr<connection> done) {
        std::scoped_lock const lock(mutex_);
        if (closed_ || limit_ == 0)
            return;
        if (connections_.size() == limit_)
            connections_.erase(connections_.begin());
        done->idle_since = clock::now();
        connections_.push_back(std::move(done));
    }

    /// Drops all and takes no more. Sockets are destroyed under the lock: whichever of transport and
    /// execution context goes first, the other waits here until no socket of the context is left.
    void close() noexcept {
        std::scoped_lock const lock(mutex_);
        closed_ = true;
        connections_.clear();
    }

    bool closed() const {
        std::scoped_lock const lock(mutex_);
        return closed_;
    }

private:
    mutable std::mutex mutex_;
    std::size_t limit_;
    std::chrono::seconds timeout_;
    bool closed_ = false;
    std::vector<std::unique_ptr<connection>> connections_;
};

/// Tells the idle lists of an execution context when it ends.
class idle_service : public asio::execution_context::service {
public:
    inline static asio::execution_context::id id;

    explicit idle_service(asio::execution_context& context) : service(context) {}

    void add(std::shared_ptr<idle_list> const& list) {
        std::scoped_lock const lock(mutex_);
        std::erase_if(lists_, [](auto const& other) { return other.expired(); });
        lists_.push_back(list);
    }

private:
    void shutdown() noexcept override {
        std::scoped_lock const lock(mutex_);
        for (auto const& weak : lists_)
            if (auto const list = weak.lock())
                list->close();
    }

    std::mutex mutex_;
    std::vector<std::weak_ptr<idle_list>> lists_;
};

/// All idle connections of a transport: one list for synchronous calls, one for each execution context.
class idle_connections {
public:
    idle_connections(std::size_t limit, std::chrono::seconds timeout)
        : limit_(limit), timeout_(timeout), sync_(std::make_shared<idle_list>(limit, timeout)) {}

    std::shared_ptr<idle_list> const& sync() const { return sync_; }

    std::shared_ptr<idle_list> of(asio::any_io_executor const& executor) {
        // A context ends its services youngest first: with those of sockets older than ours, they are whole
        // while ours closes the last sockets, or waits for the transport to do so.
        tcp::socket const older(executor);
        auto& context = asio::query(executor, asio::execution::context);
        std::scoped_lock const lock(mutex_);
        // A closed list's context is gone, and another one may live at its address.
        std::erase_if(lists_, [](auto const& known) { return known.second->closed(); });
        for (auto const& [known, list] : lists_)
            if (known == &context)
                return list;
        auto list = std::make_shared<idle_list>(limit_, timeout_);
        asio::use_service<idle_service>(context).add(list);
        lists_.emplace_back(&context, list);
        return list;
    }

    void close() noexcept {
        std::scoped_lock const lock(mutex_);
        sync_->close();
        for (auto const& known : lists_)
            known.second->close();
    }

private:
    std::size_t limit_;
    std::chrono::seconds timeout_;
    std::mutex mutex_;
    std::shared_ptr<idle_list> sync_;
    std::vector<std::pair<asio::execution_context*, std::shared_ptr<idle_list>>> lists_;
};

} // namespace feishu::http::detail
