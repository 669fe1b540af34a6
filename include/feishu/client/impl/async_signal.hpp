#pragma once
// async_signal: lets a coroutine wait until another thread or coroutine notifies it.

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

    /// A function that notifies the coroutine; it may be called on any thread. Exceptions of the executor
    /// leave it.
    std::function<void()> notifier() const {
        // The posted function does not own the state: it may be destroyed as late as the executor's context.
        return [executor = state_->timer.get_executor(), weak = std::weak_ptr(state_)] {
            boost::asio::post(executor, [weak] {
                if (auto const alive = weak.lock()) {
                    alive->notified = true;
                    alive->timer.cancel();
                }
            });
        };
    }

    /// Returns if notified, now or since the last wait, after `timeout`, or on cancellation.
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
