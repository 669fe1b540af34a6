#pragma once
// make_tls_context: the TLS settings of client connections.

#include <memory>

#include <boost/asio/ssl/context.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http::detail {

/// Trusted CAs and protocol versions for all connections of a transport. Created once per transport, because
/// loading the system's CAs takes milliseconds. Errors: kind validation, field base_url, ca_file or ca_pem.
FEISHU_DECL result<std::shared_ptr<boost::asio::ssl::context>>
make_tls_context(transport_params const& params);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/tls_context.ipp>
#endif
