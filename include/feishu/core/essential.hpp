#pragma once
// missing_essential: the response member that a call is for (the id of what was created or sent, the token), when a
// successful response lacks it. The client makes a decode error of it with `may_have_executed` set, so that the call
// is not repeated.
//
// An endpoint states its members by a function beside it, found by argument-dependent lookup:
//
//     constexpr std::string_view missing_essential(create::response const& r) {
//         return r.message_id.empty() ? "message_id" : "";
//     }

#include <string_view>

#include <feishu/core/endpoint.hpp>

namespace feishu {

/// Name of the essential member of E's response that is missing; empty when there is none, and for endpoints whose
/// success says enough.
template <endpoint E>
constexpr std::string_view missing_essential_of(typename E::response const& response) {
    if constexpr (requires { missing_essential(response); })
        return missing_essential(response);
    else
        return {};
}

} // namespace feishu
