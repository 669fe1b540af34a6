#pragma once
// The CONNECT request to a proxy and its response, without I/O.

#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/proxy.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

/// The request to a proxy for a connection to `target`. `user_agent` is a valid field value, or empty.
FEISHU_DECL std::string connect_request(proxy const& via, base_url const& target,
                                        std::string_view user_agent);

/// Parses what a proxy has sent so far: true if it has connected, false if the response is incomplete.
/// Errors: kind http with the status if it refuses; kind transport if it is not an HTTP response.
FEISHU_DECL result<bool> read_connect_response(std::string_view so_far, proxy const& via,
                                               base_url const& target);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/proxy_connect.ipp>
#endif
