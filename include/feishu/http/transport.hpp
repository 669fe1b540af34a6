#pragma once
// transport: sends one request and passes the response to a sink. The client depends on nothing else of the network, so
// tests and other HTTP stacks plug in here.

#include <chrono>
#include <cstdint>

#include <feishu/core/error.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http {

/// Limits of one exchange.
struct exchange_options {
    std::chrono::milliseconds timeout{10'000};         ///< from the call to the last byte; then error_kind::timeout. Zero or
                                               ///< negative: at once; milliseconds::max(): never
    std::uint64_t max_response_bytes = 64u << 20;      ///< a larger body is an error_kind::transport failure
};

class async_transport;

/// Sends requests to one base URL. Thread-safe: any number of exchanges at once.
class transport {
public:
    virtual ~transport() = default;

    /// Sends `req` and passes the response to `sink`, on the calling thread, which waits for it.
    /// Errors: kinds transport and timeout; `error::may_have_executed` is false when no byte of the request was sent.
    virtual result<void> exchange(request const& req, response_sink& sink, exchange_options const& options) = 0;

    /// The asynchronous side, or nullptr when there is none.
    virtual async_transport* async() noexcept { return nullptr; }
};

} // namespace feishu::http
