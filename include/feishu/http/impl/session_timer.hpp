#pragma once
// session_timer: interrupts a connection that exceeds a time limit.

#include <chrono>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// A member of a class with enable_shared_from_this and `interrupt()`. The limit changes several times a
/// request, while the timer stays armed: when it expires too early, it is armed again, so that a request within
/// its limits costs no timer operation. Runs on the owner's executor, which must not run two handlers at once.
class session_timer {
public:
    explicit session_timer(asio::any_io_executor const& executor) : timer_(executor) {}

    /// Interrupts `owner` after `wait`; replaces the previous limit.
    template <class Owner>
    void expires_after(Owner& owner, std::chrono::milliseconds wait) {
        limit_ = feishu::detail::saturating_deadline(steady_clock::now(), wait);
        if (limit_ < armed_)
            arm(owner);
    }

    /// Removes the limit.
    void cancel() { limit_ = never; }

private:
    static constexpr auto never = (steady_clock::time_point::max)();

    template <class Owner>
    void arm(Owner& owner) {
        armed_ = limit_;
        timer_.expires_at(armed_);
        timer_.async_wait([this, weak = owner.weak_from_this()](error_code stopped) {
            auto const alive = weak.lock();
            if (stopped || !alive)
                return;
            armed_ = never;
            if (steady_clock::now() >= limit_)
                alive->interrupt();
            else if (limit_ != never)
                arm(*alive);
        });
    }

    asio::steady_timer timer_;
    steady_clock::time_point limit_ = never;
    steady_clock::time_point armed_ = never;
};

} // namespace feishu::http::detail
