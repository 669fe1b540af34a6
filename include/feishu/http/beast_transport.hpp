#pragma once
// The default transport: Boost.Beast over Asio, HTTP/1.1 with keep-alive, plain or TLS.
//
//     auto t = feishu::http::make_beast_transport({.base_url = "https://open.feishu.cn"}).value();
//
// This header names no Beast, Asio or OpenSSL type.

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http {

/// Makes a transport that keeps connections for later calls: one list for synchronous calls, one for each execution
/// context of asynchronous ones. When a kept connection turns out to be closed, the request is repeated once on a new
/// one if no byte of it went out, or if it is a GET; never once a byte of a response has come.
///
/// Thread safety: as `transport`; any number of exchanges at once.
/// Lifetimes: the transport and an execution context may be destroyed in either order. When a context is destroyed, or
/// an executor drops a job, the exchange concerned ends without a result: its connection is closed and its handler is
/// destroyed without being called.
/// Cancellation: as `async_transport`.
/// Errors: kind validation when base_url, accounts_url, the proxy, the user agent or the CA settings are unusable.
/// Callbacks: what a sink or a body source throws is the exchange's error (kind transport); the connection is closed.
/// What a completion handler throws leaves the executor that called it.
FEISHU_DECL result<std::shared_ptr<transport>> make_beast_transport(transport_params params);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/beast_transport.ipp>
#endif
