#pragma once
// Request line and header fields as text.

#include <cstdint>
#include <optional>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

/// Why a request cannot be sent; nothing if it can. Errors name fields but not their values, which may be
/// secret.
FEISHU_DECL std::optional<error> check_request(request const& req);

/// Appends request line and header fields, with the empty line that ends them. A User-Agent of the request
/// replaces that of `target`.
FEISHU_DECL void append_request_head(std::string& out, request const& req, endpoint_config const& target,
                                     std::uint64_t body_size, bool keep_alive);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/request_head.ipp>
#endif
