#pragma once

#include <feishu/http/impl/idle_connections.hpp>

namespace feishu::http::detail {

// --- idle_service

FEISHU_DECL void idle_service::add(std::shared_ptr<idle_asio_list> const& list) {
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

FEISHU_DECL std::shared_ptr<idle_asio_list> idle_connections::of(asio::any_io_executor const& executor) {
    auto& context = asio::query(executor, asio::execution::context);
    std::scoped_lock const lock(mutex_);
    // The context of a closed list has been destroyed, and another one may have its address.
    std::erase_if(lists_, [](auto const& known) { return known.second->closed(); });
    for (auto const& [known, list] : lists_)
        if (known == &context)
            return list;
    // A context shuts its services down in reverse order of creation. Creating those of sockets first keeps
    // them intact while idle_service closes the last sockets, or waits for the transport to do so.
    tcp::socket const older(executor);
    auto list = std::make_shared<idle_asio_list>(limit_, timeout_);
    asio::use_service<idle_service>(context).add(list);
    lists_.emplace_back(&context, list);
    return list;
}

FEISHU_DECL void idle_connections::close() noexcept {
    std::scoped_lock const lock(mutex_);
    for (auto const& known : lists_)
        known.second->close();
}

} // namespace feishu::http::detail
