#pragma once
// device_machine: when to poll for the token of a device code, and when to stop (RFC 8628, 3.5). No I/O.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::oauth::detail {

class device_machine {
public:
    using time_point = clock::time_point;

    /// Times in seconds, as in the response of the platform; the interval is 5 and the lifetime 240 if they are 0.
    device_machine(int interval, int expires_in, time_point now)
        : interval_(interval > 0 ? interval : 5), next_(saturating(now, interval_)),
          expires_(saturating(now, std::chrono::seconds(expires_in > 0 ? expires_in : 240))) {}

    /// The time of the next poll. Errors: kind timeout if the code expires before.
    result<time_point> next() const {
        if (next_ < expires_)
            return next_;
        error e;
        e.kind = error_kind::timeout;
        e.message = "the device code has expired before the user entered it";
        e.may_have_executed = false;
        return e;
    }

    /// A poll has failed. The error that ends the login; nothing if polling goes on.
    std::optional<error> on_failure(error why, time_point now) {
        bool const slow_down = named(why, "slow_down");
        bool const lost = why.kind == error_kind::transport || why.kind == error_kind::timeout || why.retryable();
        if (slow_down)
            interval_ += std::chrono::seconds(5);
        else if (lost)
            interval_ = (std::max)(interval_, (std::min)(interval_ * 2, std::chrono::seconds(60)));
        next_ = saturating(now, (std::max<std::chrono::milliseconds>)(interval_, why.retry_after));
        if (slow_down || lost || named(why, "authorization_pending"))
            return std::nullopt;
        if (named(why, "expired_token"))
            why.kind = error_kind::timeout;
        else if (why.kind == error_kind::api)
            why.kind = error_kind::auth;
        return why;
    }

private:
    static time_point saturating(time_point now, std::chrono::milliseconds wait) {
        return feishu::detail::saturating_deadline(now, wait);
    }
    static bool named(error const& why, std::string_view name) { return why.message.starts_with(name); }

    std::chrono::seconds interval_;
    time_point next_;
    time_point expires_;
};

} // namespace feishu::oauth::detail
