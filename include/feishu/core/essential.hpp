#pragma once
// missing_essential: the response member that is the purpose of a call (the id of the created or sent object,
// the token), if a successful response lacks it. The client then returns a decode error with
// `may_have_executed` set, so that the call is not repeated.
//
// An endpoint declares such members by a function in its namespace, found by argument-dependent lookup:
//
//     constexpr std::string_view missing_essential(create::response const& r) {
//         return r.message_id.empty() ? "message_id" : "";
//     }

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>

#include <feishu/core/endpoint.hpp>

namespace feishu {

/// Name of the essential member that the response lacks; empty if none is missing or if E declares none.
template <endpoint E>
constexpr std::string_view missing_essential_of(typename E::response const& response) {
    if constexpr (requires { missing_essential(response); })
        return missing_essential(response);
    else
        return {};
}

} // namespace feishu
