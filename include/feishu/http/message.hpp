#pragma once
// HTTP messages as values: requests that the client passes to a transport, and responses as they arrive. No
// I/O.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/http/header_list.hpp>

namespace feishu::http {

/// A body that is produced while it is sent (a file upload), read by offset so that a retry can start over.
///
/// Callbacks: an exception of its functions ends the exchange with an error of kind transport.
class body_source {
public:
    virtual ~body_source() = default;
    /// Total size in bytes; sent as Content-Length.
    virtual std::uint64_t size() const = 0;
    /// Reads up to `n` bytes at `offset` into `out` and returns how many; 0 before the end is a failure.
    virtual std::size_t read(std::uint64_t offset, char* out, std::size_t n) const = 0;
    /// Why `size()` bytes cannot be delivered, or not any longer; empty if they can. Called before a request
    /// is sent, when `read` fails, and before the last bytes are sent: a problem then ends the exchange with an
    /// error of kind file, and the request is not completed.
    virtual std::string problem() const { return {}; }
};

/// A request to one of the platform's hosts.
struct request {
    feishu::host host = feishu::host::api; ///< which host; a transport with only one host ignores it
    verb method = verb::get;               ///< method
    std::string target{};                  ///< path and query, already encoded
    /// Without Host, Content-Length and Connection: the transport adds them, and a User-Agent if there is
    /// none.
    header_list headers{};
    std::string body{};                          ///< the body if `source` is null
    std::shared_ptr<body_source const> source{}; ///< a body that is produced while it is sent; may be null
};

/// Status line and header fields of a response.
struct response_head {
    int status = 0;
    header_list headers{};
};

/// Receives a response as it arrives. One response per exchange: one head, then body chunks of any size.
///
/// Callbacks: an exception of its functions ends the exchange with an error of kind transport.
class response_sink {
public:
    virtual ~response_sink() = default;
    /// The status line and header fields. False stops the exchange; the connection is closed and `exchange`
    /// returns success.
    virtual bool on_head(response_head const& head) = 0;
    /// The next bytes of the body. False stops the exchange, as above.
    virtual bool on_body(std::string_view chunk) = 0;
};

} // namespace feishu::http
