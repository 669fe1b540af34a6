#pragma once
// webhook_service: connects a webhook to the HTTP server.

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>

#include <boost/asio/awaitable.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/event_threads.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::detail {

/// Counts the responses that the dispatcher still owes, so that the server is not destroyed before it has
/// them.
class pending_responses {
public:
    FEISHU_DECL void add();
    FEISHU_DECL void remove();
    FEISHU_DECL void wait();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t count_ = 0;
};

/// Serves the event path and the health path.
class webhook_service final : public http::detail::service {
public:
    /// All but one of the server's `threads` may run handlers. Throws std::invalid_argument as webhook does.
    FEISHU_DECL webhook_service(event_dispatcher& on, webhook_options checks, std::string path,
                                std::string health_path, unsigned threads);

    FEISHU_DECL boost::asio::awaitable<http::detail::served_response>
    respond(http::detail::served_request request) override;
    void drain() override { pending_.wait(); }

private:
    FEISHU_DECL boost::asio::awaitable<webhook_response> handle(webhook_request request);

    std::string path_;
    std::string health_path_;
    webhook hook_;
    bool const in_place_; // whether any thread may run handlers
    handler_slots slots_;
    pending_responses pending_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook_service.ipp>
#endif
