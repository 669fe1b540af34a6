#pragma once
// io_progress: the outcome of one read or write of a connection.

#include <chrono>
#include <cstddef>
#include <string>

#include <boost/asio/error.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

using boost::system::error_code;
using steady_clock = std::chrono::steady_clock;

/// The outcome of a read or a write; both members may be set. `failed` is asio::error::eof if the peer has
/// closed the connection as its protocol demands.
struct io_progress {
    error_code failed{};
    std::size_t bytes = 0;
};

/// Nothing could be transferred without waiting. POSIX allows two codes for that.
inline bool would_block(error_code failed) {
    return failed == boost::asio::error::would_block || failed == boost::asio::error::try_again;
}

/// A point in time, and the duration to show in a timeout error.
struct time_limit {
    steady_clock::time_point at{};
    std::chrono::milliseconds shown{};

    /// `timeout` from now.
    static time_limit in(std::chrono::milliseconds timeout) {
        return {feishu::detail::saturating_deadline(steady_clock::now(), timeout), timeout};
    }
    /// `timeout` from now, or this limit if it is earlier.
    time_limit within(std::chrono::milliseconds timeout) const {
        auto const other = in(timeout);
        return at <= other.at ? *this : other;
    }
};

/// Describes why a connection ended. `certificate_problem` is OpenSSL's reason for rejecting the server's
/// certificate, or empty.
FEISHU_DECL std::string describe_error(error_code why, std::string const& certificate_problem = {});

/// "timeout (300 ms)"
FEISHU_DECL std::string describe_timeout(std::chrono::milliseconds limit);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/io_progress.ipp>
#endif
