#pragma once
// The request target of an endpoint: its path with the placeholders filled in, and its query string.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <string_view>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/request_table.hpp>

namespace feishu::http {

/// Appends `text` percent-encoded, except for RFC 3986's unreserved characters.
FEISHU_DECL void append_encoded(std::string& out, std::string_view text);

namespace detail {

/// Appends the members that `where` carries as name=value pairs, with `?` before the first one of a query.
FEISHU_DECL void append_pairs(std::string& out, request_table const& table, location where, void const* request);

FEISHU_DECL std::string target_of(request_table const& table, void const* request);

} // namespace detail

/// Path and query of a request, percent-encoded. A list in the query repeats its name.
///
///     http::target_of(im::message::get{.message_id = "om_1"})      // "/open-apis/im/v1/messages/om_1"
template <endpoint E>
std::string target_of(E const& request) {
    return detail::target_of(detail::request_table_of<E>, &request);
}

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/target.ipp>
#endif
