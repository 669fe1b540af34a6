#pragma once
// socket_connector: establishes one connection of a synchronous call: name lookup, TCP, proxy, TLS.

#include <memory>
#include <optional>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/connect_step.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/io_progress.hpp>
#include <feishu/http/impl/socket_connection.hpp>
#include <feishu/http/impl/socket_lookup.hpp>

namespace feishu::http::detail {

class socket_connector {
public:
    /// `target` and `lookups` outlive it.
    socket_connector(endpoint_config const& target, socket_lookups& lookups) : target_(target), lookups_(lookups) {}

    /// `total` is the limit of all steps together; each has its own in `target`.
    /// Errors: kinds timeout, transport; http if a proxy refuses. `may_have_executed` is always false.
    FEISHU_DECL result<std::unique_ptr<socket_connection>> run(time_limit total);

private:
    FEISHU_DECL found_addresses resolve();
    FEISHU_DECL std::optional<error> connect_through_proxy();
    FEISHU_DECL error failure(error_code why, std::string const& attempts = {}) const;

    endpoint_config const& target_;
    socket_lookups& lookups_;
    time_limit limit_{}; ///< of the step
    connect_step at_ = connect_step::resolving;
    std::unique_ptr<socket_connection> connection_{};
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_connector.ipp>
#endif
