#pragma once
// async_signal: what a coroutine waits on until another thread or another coroutine notifies it.

#include <chrono>
#include <functional>
#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace feishu::detail {

/// Belongs to a coroutine that runs on `executor`, which must not run two handlers at once.
class async_signal {
public:
    explicit async_signal(boost::asio::any_io_executor const& executor)
        : state_(std::make_shared<state>(executor)) {}

    /// A function that notifies; it may be called on any thread while the coroutine exists. Throws what the executor
    /// throws.
    std::function<void()> notifier() const {
        // What is posted owns nothing of the signal: it may be destroyed as late as the executor's context.
        return [executor = state_->timer.get_executor(), weak = std::weak_ptr(state_)] {
            boost::asio::post(executor, [weak] {
                if (auto const alive = weak.lock()) {
                    alive->notified = true;
                    alive->timer.cancel();
                }
            });
        };
    }

    /// Returns when it is notified, or was since the last wait, or when time is up, or on cancellation.
    boost::asio::awaitable<void> wait(std::chrono::milliseconds timeout) {
        boost::system::error_code ignored;
        state_->timer.expires_after(timeout);
        if (!state_->notified)
            co_await state_->timer.async_wait(
                boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        state_->notified = false;
    }

private:
    struct state {
        explicit state(boost::asio::any_io_executor const& executor) : timer(executor) {}
        boost::asio::steady_timer timer;
        bool notified = false;
    };

    std::shared_ptr<state> state_;
};

} // namespace feishu::detail
