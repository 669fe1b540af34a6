#pragma once
// The gateway's first checks of a request: its access token, scopes, rates.

#include <optional>
#include <string_view>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/gateway/envelope.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator::detail {

/// The access token of a request; empty if it has none.
FEISHU_DECL std::string_view bearer(request const& req);

/// Identifies the caller. Returns why the request is refused: 99991661 no token; 99991671 a token of a type
/// that the endpoint does not take; 99991663, 99991664, 99991668 an unknown or expired one; 99991672,
/// 99991679 a scope missing; invalid_client wrong credentials in HTTP Basic.
FEISHU_DECL std::optional<refusal> authorize(state& tenant, endpoint_spec const& spec, request const& req,
                                             caller& identified);

/// Authorizes a request, and counts it. Further refusals, if the tenant's settings limit rates: 99991400 above the
/// documented rate of the endpoint, 99991403 above the quota of the month.
FEISHU_DECL std::optional<refusal> admit(state& tenant, endpoint_spec const& spec, request const& req,
                                         caller& identified);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/authorize.ipp>
#endif
