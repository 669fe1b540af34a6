#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/execution/context.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/query.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/webhook_service.hpp>

namespace feishu::detail {

FEISHU_DECL void pending_responses::add() {
    std::lock_guard const lock(mutex_);
    ++count_;
}

FEISHU_DECL void pending_responses::remove() {
    std::lock_guard const lock(mutex_);
    --count_;
    changed_.notify_all();
}

FEISHU_DECL void pending_responses::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return count_ == 0; });
}

/// A coroutine that waits for its response, counted as pending. If this is destroyed without a response,
/// because of an exception or a dropped job, the coroutine resumes with a 500.
template <class Handler>
class awaited_response {
public:
    awaited_response(Handler handler, pending_responses& pending)
        : pending_(pending), handler_(std::move(handler)) {
        pending_.add();
    }
    awaited_response(awaited_response const&) = delete;
    ~awaited_response() {
        guard([this] { resume({.status = 500}); });
        pending_.remove();
    }

    // Moves the handler out: the dispatcher may keep copies of the function that refers to this, longer than
    // the connection lives.
    void resume(webhook_response response) {
        if (!handler_)
            return;
        auto handler = std::move(*handler_);
        handler_.reset();
        auto const executor = boost::asio::get_associated_executor(handler);
        boost::asio::defer(executor,
                           [handler = std::move(handler), response = std::move(response)]() mutable {
                               std::move(handler)(std::move(response));
                           });
    }

private:
    pending_responses& pending_;
    std::optional<Handler> handler_;
};

inline http::detail::served_response to_served(webhook_response from) {
    return http::detail::make_response(from.status, std::move(from.headers), std::move(from.body));
}

/// With the headers that a webhook reads.
inline webhook_request to_webhook_request(http::detail::served_request from) {
    webhook_request out{.method = std::string(from.method_string()), .body = std::move(from.body())};
    constexpr std::string_view prefix = "X-Lark-";
    for (auto const& field : from)
        if (http::iequals(std::string_view(field.name_string()).substr(0, prefix.size()), prefix))
            out.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    return out;
}

inline webhook_response health_response(bool get) {
    if (!get)
        return {.status = 405, .headers = {{"Allow", "GET"}}};
    return {.headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = "ok\n"};
}

FEISHU_DECL webhook_service::webhook_service(event_dispatcher& on, webhook_options checks, std::string path,
                                             std::string health_path, unsigned threads)
    : path_(std::move(path)), health_path_(std::move(health_path)), hook_(on, std::move(checks)),
      in_place_(threads > 1), slots_(threads > 1 ? threads - 1 : 0) {}

FEISHU_DECL boost::asio::awaitable<http::detail::served_response>
webhook_service::respond(http::detail::served_request request) {
    std::string_view target(request.target().data(), request.target().size());
    target = target.substr(0, target.find('?'));
    if (!health_path_.empty() && target == health_path_)
        co_return to_served(health_response(request.method() == boost::beast::http::verb::get));
    if (target != path_)
        co_return to_served({.status = 404});
    auto received = to_webhook_request(std::move(request));
    co_return to_served(co_await handle(std::move(received)));
}

// A handler that runs in place must not occupy the connection's strand, which sends the response when
// ack_deadline has passed: the request is handled outside of it, by the thread that has read it.
FEISHU_DECL boost::asio::awaitable<webhook_response> webhook_service::handle(webhook_request request) {
    auto const start = [this](auto handler, webhook_request received) {
        namespace asio = boost::asio;
        auto& context = asio::query(asio::get_associated_executor(handler), asio::execution::context);
        using awaited = awaited_response<decltype(handler)>;
        auto const waiting = std::make_shared<awaited>(std::move(handler), pending_);
        auto respond = [waiting](webhook_response response) { waiting->resume(std::move(response)); };
        if (!in_place_)
            return hook_.handle(std::move(received), std::move(respond));
        asio::defer(static_cast<asio::io_context&>(context),
                    [this, received = std::move(received), respond = std::move(respond)]() mutable {
                        hook_.handle(std::move(received), std::move(respond), slots_);
                    });
    };
    return boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(webhook_response)>(
        start, boost::asio::use_awaitable, std::move(request));
}

} // namespace feishu::detail
