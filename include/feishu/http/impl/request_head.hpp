#pragma once
// Request line and header fields as text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// Why a request cannot be sent; nothing if it can. Errors name fields but not their values, which may be
/// secret.
FEISHU_DECL std::optional<error> check_request(request const& req);

/// Request line and header fields, with the empty line that ends them. A User-Agent of the request replaces
/// `user_agent`.
FEISHU_DECL std::string request_head(request const& req, base_url const& url, std::uint64_t body_size,
                                     bool keep_alive, std::string_view user_agent);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/request_head.ipp>
#endif
