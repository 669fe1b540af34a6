#pragma once
// Requests and responses as the gateway sees them, without sockets.

#include <string>
#include <vector>

#include <feishu/http/message.hpp>

namespace feishu::emulator {

/// A request as received.
struct request {
    std::string method{};
    std::string target{}; ///< path and query, still encoded
    std::vector<http::header> headers{};
    std::string body{};
};

/// A response to send; the server adds Content-Length and Connection.
struct response {
    int status = 200;
    std::vector<http::header> headers{};
    std::string body{};
};

} // namespace feishu::emulator
