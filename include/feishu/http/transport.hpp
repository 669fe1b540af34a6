#pragma once
// transport: sends one request and passes the response to a sink. It is the client's only access to the
// network, so that a test or another HTTP stack can replace it:
//
//     feishu::client client{{…, .transport = std::make_shared<my_transport>()}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>

#include <feishu/core/error.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http {

/// What one exchange has transferred.
struct exchange_stats {
    std::uint64_t bytes_sent = 0;     ///< of HTTP messages, before encryption
    std::uint64_t bytes_received = 0; ///< the same
    bool connection_reused = false;   ///< the connection has served other exchanges
};

/// Limits of one exchange.
struct exchange_options {
    /// From the call to the last byte; then error_kind::timeout. Zero or negative: at once;
    /// milliseconds::max(): never.
    std::chrono::milliseconds timeout{10'000};
    /// Between two transfers of bytes on an open connection; then error_kind::timeout.
    std::chrono::milliseconds idle_timeout = (std::chrono::milliseconds::max)();
    /// From the last byte of the request to the first of the response; then error_kind::timeout.
    std::chrono::milliseconds first_byte_timeout = (std::chrono::milliseconds::max)();
    std::uint64_t max_response_bytes = 64u << 20; ///< a larger body is an error of kind transport
    /// Bytes after the response are an error: of a file, which may be longer than announced.
    bool reject_excess = false;
    /// Where the transport counts while it transfers; null: nowhere. Valid until the exchange ends. A custom
    /// transport may ignore it.
    exchange_stats* stats = nullptr;
};

class async_transport;

/// Sends requests to the hosts of the platform.
///
/// Thread safety: any number of exchanges at once.
class transport {
public:
    virtual ~transport() = default;

    /// Sends `req` and passes the response to `sink`; blocks the calling thread, on which the sink is called.
    /// Errors: kinds transport and timeout; kind file if the body source fails. `error::may_have_executed` is false
    /// if no byte of the request was sent, or if its body was not completed because of the source.
    /// Callbacks: an exception of the sink or the body source is an error of kind transport.
    virtual result<void> exchange(request const& req, response_sink& sink,
                                  exchange_options const& options) = 0;

    /// The asynchronous interface; nullptr if there is none.
    virtual async_transport* async() noexcept { return nullptr; }
};

} // namespace feishu::http
