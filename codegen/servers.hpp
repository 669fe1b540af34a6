#pragma once
// servers: which of the platform's hosts serves an operation.

#include <feishu/core/endpoint_spec.hpp>

#include "library.hpp"

namespace codegen {

/// The host that the operation's own `servers` name; host::api when it has none. Throws spec_error.
feishu::host host_of(openapi::operation const& op, place const& at);

} // namespace codegen
