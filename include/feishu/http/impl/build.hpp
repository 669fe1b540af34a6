#pragma once
// build(endpoint): the HTTP request of an endpoint struct, without the Authorization header.

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/request_table.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http {

namespace detail {
FEISHU_DECL request build(request_table const& table, void const* endpoint);
}

/// Host, method, target, body and Content-Type of an endpoint. Members of the body are in the order of the
/// struct.
template <endpoint E>
request build(E const& e) {
    return detail::build(detail::request_table_of<E>, &e);
}

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/build.ipp>
#endif
