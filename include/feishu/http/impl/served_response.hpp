#pragma once
// served_response: the response of a service, and its text.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

class byte_stream;

/// What becomes of a connection after a response.
enum class connection_use {
    again,  ///< serves the next request, if the response announced that
    ended,  ///< is closed
    ignored ///< stays open, but what arrives is dropped
};

/// Sends the text of a response, as much of it as it likes; for fault injection.
using response_sender = std::function<boost::asio::awaitable<connection_use>(byte_stream&, std::string_view)>;

/// Without Content-Length and Connection, which the server adds.
struct served_response {
    int status = 200;
    std::vector<header> headers{};
    std::string body{};
    std::optional<std::uint64_t> content_length{}; ///< announced instead of the size of the body
    response_sender send{};                        ///< instead of the server
};

/// Throws std::invalid_argument for a malformed field, which could inject others.
FEISHU_DECL served_response make_response(int status, std::vector<header> headers, std::string body);

/// Appends a response as it is sent. `version` is 10 or 11 for HTTP/1.0 or 1.1.
FEISHU_DECL void append_response(std::string& out, served_response const& response, unsigned version,
                                 bool keep_alive);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/served_response.ipp>
#endif
