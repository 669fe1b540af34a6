#pragma once
// transport_config: the validated settings of a transport, which its blocking and its asynchronous part
// share.

#include <memory>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::http::detail {

struct transport_config {
    transport_params params;
    endpoint_config api;
    endpoint_config accounts;

    endpoint_config const& of(host which) const { return which == host::accounts ? accounts : api; }
    /// The connection may serve later exchanges.
    bool keep_alive() const { return params.max_idle != 0; }
};

/// Errors: kind validation if base_url, accounts_url, the proxy, the user agent or the CA settings are
/// unusable.
FEISHU_DECL result<std::shared_ptr<transport_config const>> make_transport_config(transport_params params);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/transport_config.ipp>
#endif
