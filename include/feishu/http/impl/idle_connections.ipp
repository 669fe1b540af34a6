#pragma once

#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/idle_connections.hpp>

namespace feishu::http::detail {

// --- idle_list

FEISHU_DECL std::unique_ptr<connection> idle_list::take() {
    std::scoped_lock const lock(mutex_);
    auto const now = steady_clock::now();
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

FEISHU_DECL void idle_list::put(std::unique_ptr<connection> done) {
    std::scoped_lock const lock(mutex_);
    if (closed_ || limit_ == 0)
        return;
    if (connections_.size() >= limit_)
        connections_.erase(connections_.begin());
    done->idle_since = steady_clock::now();
    connections_.push_back(std::move(done));
}

FEISHU_DECL void idle_list::close() noexcept {
    std::scoped_lock const lock(mutex_);
    closed_ = true;
    connections_.clear();
}

FEISHU_DECL bool idle_list::closed() const {
    std::scoped_lock const lock(mutex_);
    return closed_;
}

// --- idle_service

FEISHU_DECL void idle_service::add(std::shared_ptr<idle_list> const& list) {
    std::scoped_lock const lock(mutex_);
    std::erase_if(lists_, [](auto const& other) { return other->closed(); });
    lists_.push_back(list);
}

FEISHU_DECL void idle_service::shutdown() noexcept {
    std::scoped_lock const lock(mutex_);
    for (auto const& list : lists_)
        list->close();
}

// --- idle_connections

FEISHU_DECL std::shared_ptr<idle_list> idle_connections::of(asio::any_io_executor const& executor) {
    // A context shuts its services down in reverse order of creation. Creating those of sockets first keeps
    // them intact while idle_service closes the last sockets, or waits for the transport to do so.
    tcp::socket const older(executor);
    auto& context = asio::query(executor, asio::execution::context);
    std::scoped_lock const lock(mutex_);
    // The context of a closed list has been destroyed, and another one may have its address.
    std::erase_if(lists_, [](auto const& known) { return known.second->closed(); });
    for (auto const& [known, list] : lists_)
        if (known == &context)
            return list;
    auto list = std::make_shared<idle_list>(limit_, timeout_);
    asio::use_service<idle_service>(context).add(list);
    lists_.emplace_back(&context, list);
    return list;
}

FEISHU_DECL void idle_connections::close() noexcept {
    std::scoped_lock const lock(mutex_);
    sync_->close();
    for (auto const& known : lists_)
        known.second->close();
}

} // namespace feishu::http::detail
