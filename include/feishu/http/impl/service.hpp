#pragma once
// service: handles the requests of an HTTP server.

#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/served_response.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

class byte_stream;

using served_request = boost::beast::http::request<boost::beast::http::string_body>;

/// Its functions are called on the server's threads, for several connections at once; each connection has a
/// strand, on which the coroutines run.
///
/// Lifetimes: it outlives the server.
/// Callbacks: an exception of `respond` becomes a 500; the connection is then served as usual. One of the
/// others ends the connection.
class service {
public:
    service() = default;
    service(service const&) = delete;
    service& operator=(service const&) = delete;
    virtual ~service() = default;

    /// The response to a request.
    virtual asio::awaitable<served_response> respond(served_request request) = 0;

    /// The body of the response to bytes that are not an HTTP request or exceed a limit.
    virtual std::string rejection_body(error_code) { return {}; }

    /// True for a request that `upgrade` handles.
    virtual bool is_upgrade(served_request const&) { return false; }
    /// Takes over the connection, for a WebSocket. `connection` and `request` outlive the coroutine.
    virtual asio::awaitable<void> upgrade(byte_stream& /*connection*/, served_request const& /*request*/) {
        co_return;
    }

    /// The certificate that a new connection of an HTTPS server presents; `usual` is the server's. What is returned
    /// outlives the connection.
    virtual asio::ssl::context& tls_for_connection(asio::ssl::context& usual) { return usual; }

    /// Called by server::finish when connections have ended or have run out of time: waits for other threads
    /// that will still resume a coroutine of `respond`.
    virtual void drain() {}
};

inline std::vector<header> headers_of(served_request const& request) {
    std::vector<header> out;
    for (auto const& field : request)
        out.push_back({std::string(field.name_string()), std::string(field.value())});
    return out;
}

} // namespace feishu::http::detail
