#pragma once
// The steps of establishing a connection, as both drivers take them, and their errors.

#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

enum class connect_step { resolving, connecting, proxy, handshake };

/// `reason`, the step and its peer, and the attempts with its addresses, if any. `may_have_executed` is false.
FEISHU_DECL error connect_error(endpoint_config const& target, connect_step at, error_kind kind,
                                std::string const& reason, std::string const& attempts = {});

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connect_step.ipp>
#endif
