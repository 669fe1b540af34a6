#pragma once
// prepared_call: one call without its types, as the client's engine works on it.

#include <memory>
#include <string>

#include <feishu/client/client_config.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu {
namespace detail {

class client_core;

/// One call without its types: what the client's engine works on.
struct prepared_call {
    endpoint_spec const* spec = nullptr;
    http::request request{};
    void* target = nullptr;                ///< the response object
    json::binding const* type = nullptr;   ///< its type
    token kind = token::tenant;            ///< with which token
    std::string user_token{};              ///< for token::user
    feishu::tenant_key tenant{};           ///< for token::tenant of a store app
    call_options options{};
};

FEISHU_DECL std::shared_ptr<client_core> make_core(client_config config);
FEISHU_DECL result<void> run(client_core& core, prepared_call plan);

/// Authenticates the app itself, for endpoints with `basic_auth`.
FEISHU_DECL void add_basic_auth(client_core const& core, prepared_call& plan);

/// Last touches before validation: members worked out from others, a uuid so that a repeated send sends once.
template <endpoint E>
void complete_request(E& request) {
    if constexpr (requires { complete(request); })
        complete(request);
    if constexpr (requires { request.uuid.emplace(std::string()); })
        if (!request.uuid)
            request.uuid.emplace(http::detail::random_hex(32));
}

template <endpoint E>
prepared_call prepare_call(E const& request, typename E::response& response, call_options options) {
    prepared_call plan;
    plan.spec = &E::spec;
    plan.request = http::build(request);
    plan.target = &response;
    plan.type = &json::binding_of<typename E::response>;
    plan.options = options;
    return plan;
}

} // namespace detail

} // namespace feishu
