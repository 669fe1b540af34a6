#pragma once
// The default transport of synchronous calls: HTTP/1.1 with keep-alive on sockets, plain or TLS.
//
//     auto t = feishu::http::make_socket_transport({.base_url = "https://open.feishu.cn"}).value();
//
// For asynchronous calls, see <feishu/http/beast_transport.hpp>.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http {

/// Makes a transport for synchronous calls, with a pool of idle connections. If a reused connection turns out
/// to be closed, the request is repeated once on a new one, provided that no byte of it was sent or that it is
/// a GET, and that no byte of a response was received.
///
/// Thread safety: as `transport`; any number of exchanges at once.
/// Lifetimes: the destructor waits for name lookups that exchanges have not waited for.
/// Cancellation: only by exchange_options::timeout.
/// Errors: kind validation if base_url, accounts_url, the proxy, the user agent or the CA settings are
/// unusable.
/// Callbacks: an exception of a sink or a body source is the exchange's error (kind transport); the
/// connection is closed.
FEISHU_DECL result<std::shared_ptr<transport>> make_socket_transport(transport_params params);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_transport.ipp>
#endif
