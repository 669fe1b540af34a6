#pragma once
// served_response: the response of a service, and its text.

#include <string>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// Without Content-Length and Connection, which the server adds.
struct served_response {
    int status = 200;
    std::vector<header> headers{};
    std::string body{};
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
