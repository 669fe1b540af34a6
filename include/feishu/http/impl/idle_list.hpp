#pragma once
// idle_list: connections for later exchanges.

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <feishu/core/impl/deadline.hpp>

namespace feishu::http::detail {

/// A pool of idle connections, most recently used last. Thread-safe.
///
/// A connection has a member `idle_since` and a function `is_idle`: true if nothing has arrived since the last
/// response.
template <class Connection>
class idle_list {
public:
    using pointer = std::unique_ptr<Connection>;

    idle_list(std::size_t limit, std::chrono::seconds timeout) : limit_(limit), timeout_(timeout) {}

    /// A connection that is still open as far as can be seen, or null.
    pointer take() {
        std::scoped_lock const lock(mutex_);
        auto const now = std::chrono::steady_clock::now();
        std::erase_if(connections_, [&](auto const& c) {
            return feishu::detail::saturating_deadline(c->idle_since, timeout_) < now;
        });
        while (!connections_.empty()) {
            auto last = std::move(connections_.back());
            connections_.pop_back();
            if (last->is_idle())
                return last;
        }
        return nullptr;
    }

    void put(pointer done) {
        std::scoped_lock const lock(mutex_);
        if (closed_ || limit_ == 0)
            return;
        if (connections_.size() >= limit_)
            connections_.erase(connections_.begin());
        done->idle_since = std::chrono::steady_clock::now();
        connections_.push_back(std::move(done));
    }

    /// Closes all connections and accepts no more. They are destroyed under the lock: whichever of transport and
    /// execution context is destroyed first, the other waits here until no connection is left.
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
    std::vector<pointer> connections_;
};

} // namespace feishu::http::detail
