#pragma once
// deadline: interrupts an operation when its time has expired.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// A member of the operation that it interrupts: a class with enable_shared_from_this and `interrupt()`. The
/// time may be changed any number of times. Runs on the operation's executor, which must not run two handlers
/// at once.
class deadline {
public:
    explicit deadline(asio::any_io_executor const& executor) : timer_(executor) {}

    /// Interrupts `owner` at `limit`; replaces the previous limit.
    template <class Owner>
    void expires_at(Owner& owner, steady_clock::time_point limit) {
        timer_.expires_at(limit);
        timer_.async_wait([this, weak = owner.weak_from_this()](error_code stopped) {
            auto const alive = weak.lock();
            // The timer may have been re-armed while this handler was in the queue.
            if (stopped || !alive || steady_clock::now() < timer_.expiry())
                return;
            expired_ = true;
            alive->interrupt();
        });
    }

    template <class Owner, class Rep, class Period>
    void expires_after(Owner& owner, std::chrono::duration<Rep, Period> wait) {
        expires_at(owner, feishu::detail::saturating_deadline(steady_clock::now(), wait));
    }

    void cancel() { timer_.cancel(); }

    bool expired() const { return expired_; }
    /// For an operation that detects the expiry itself, or that continues after one of its steps has timed
    /// out.
    void set_expired(bool value) { expired_ = value; }

private:
    asio::steady_timer timer_;
    bool expired_ = false;
};

} // namespace feishu::http::detail
