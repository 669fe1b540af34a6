#pragma once
// A transport for synchronous and asynchronous calls. The latter use Boost.Beast and Asio: HTTP/1.1 with
// keep-alive, plain or TLS, on the caller's executor.
//
//     auto t = feishu::http::make_beast_transport({.base_url = "https://open.feishu.cn"}).value();
//
// This header names no Beast, Asio or OpenSSL type. Synchronous calls alone need only
// <feishu/http/socket_transport.hpp>.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http {

/// Makes a transport with pools of idle connections: one for synchronous calls, one per execution context of
/// asynchronous calls. Synchronous calls are those of make_socket_transport; asynchronous ones repeat a request
/// in the same way.
///
/// Thread safety: as `transport`; any number of exchanges at once.
/// Lifetimes: the transport and an execution context may be destroyed in either order. When a context is
/// destroyed, or an executor drops a function, the exchange concerned ends without a result: its connection
/// is closed and its handler is destroyed without being called.
/// Cancellation: as `async_transport`.
/// Errors: kind validation if base_url, accounts_url, the proxy, the user agent or the CA settings are
/// unusable.
/// Callbacks: an exception of a sink or a body source is the exchange's error (kind transport); the
/// connection is closed. An exception of a completion handler leaves the executor that called it.
FEISHU_DECL result<std::shared_ptr<transport>> make_beast_transport(transport_params params);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/beast_transport.ipp>
#endif
