#pragma once
// prepared_call: one type-erased call, which the non-template part of the client executes.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/auth/app_connection.hpp>
#include <feishu/auth/impl/token_text.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/essential.hpp>
#include <feishu/core/impl/fnv1a.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu {
struct client_counters;
}

namespace feishu::detail {

class client_core;
class response_receiver;
struct token_source;
class upload_progress;

/// On whose behalf a call is made.
struct credentials {
    token kind = token::tenant;
    auth::token_text user_token{}; ///< for token::user without a source
    feishu::tenant_key tenant{};   ///< for token::tenant of a store app
    std::shared_ptr<token_source> user{}; ///< of a token::user that is refreshed
};

/// One type-erased call.
struct prepared_call {
    endpoint_spec const* spec = nullptr;
    http::request request{};
    void* target = nullptr;              ///< the response object
    json::binding const* type = nullptr; ///< its type
    detail::credentials credentials{};
    std::optional<std::chrono::milliseconds> timeout{}; ///< this and the next two: of call_options
    std::optional<retry_policy> retry{};
    progress_callback on_progress{};
    /// The essential member that the response lacks; empty if none. See core/essential.hpp.
    std::string_view (*missing)(void const* response) = nullptr;
    /// Makes the response object what it was before an attempt that failed.
    void (*reset)(void* response) = nullptr;
    /// Sending it twice has the effect of once: by its method, or by a uuid that the caller has.
    bool idempotent = false;
    /// Sending this request twice has the effect of once: the same, or by a uuid that the client has drawn.
    bool safe_to_retry = false;
    std::uint64_t receiver = 0;                  ///< hash of the chat or user that a message is for; 0: none
    response_receiver* download = nullptr;       ///< receives the responses if they are files; exists longer
    std::shared_ptr<upload_progress> progress{}; ///< of the request's body; may be null

    /// A transfer of a file, which may take as long as bytes are transferred.
    bool is_transfer() const { return download != nullptr || request.source != nullptr; }
    /// Empty if there is none; valid until a header field is modified.
    std::string_view traceparent() const { return http::find_header(request.headers, "traceparent"); }
};

FEISHU_DECL std::shared_ptr<client_core> make_core(client_config config);
FEISHU_DECL result<void> run(client_core& core, prepared_call call);
FEISHU_DECL void read_counters(client_core& core, client_counters& out);
/// Counts and reports a call that was not started, and returns its error. The report has a valid `traceparent` only.
FEISHU_DECL error unsent(client_core& core, endpoint_spec const& spec, std::string_view traceparent, error why);
FEISHU_DECL auth::app_connection connection_settings(client_core const& core);

template <class E>
concept has_uuid = requires(E& request) {
    request.uuid.emplace(std::string());
    request.uuid.has_value();
};

/// Derives members from others, and generates the uuid by which the platform recognizes a repeated request.
template <endpoint E>
void complete_request(E& request) {
    if constexpr (requires { complete(request); })
        complete(request);
    if constexpr (has_uuid<E>)
        if (!request.uuid.has_value())
            request.uuid.emplace(http::detail::random_hex(32));
}

/// RFC 9110, 9.2.2.
constexpr bool is_idempotent(verb method) {
    return method == verb::get || method == verb::put || method == verb::delete_;
}

/// True for these methods, and for a request with a uuid of the caller's, which a retry repeats.
template <endpoint E>
bool is_idempotent(E const& request) {
    if constexpr (has_uuid<E>)
        if (request.uuid.has_value() && !std::string_view(*request.uuid).empty())
            return true;
    return is_idempotent(E::spec.method);
}

/// A hash of the chat or user that a message is for, which names a bucket that processes share; 0 for other requests.
template <endpoint E>
std::uint64_t receiver_of(E const& request) {
    if constexpr (requires { std::string_view(*request.receive_id); })
        return fnv1a(std::string_view(*request.receive_id));
    else
        return 0;
}

/// What a call needs to know of its endpoint.
struct call_table {
    http::detail::request_table const* request;
    json::binding const* response;
    std::string_view (*missing)(void const* response);
    void (*reset)(void* response);
    bool has_uuid;
};

template <endpoint E>
std::string_view missing_in(void const* response) {
    return missing_essential_of<E>(*static_cast<typename E::response const*>(response));
}

template <endpoint E>
void reset_response(void* filled) {
    using response = typename E::response;
    static_cast<response*>(filled)->~response();
    ::new (filled) response(unchecked_construct::make<response>());
}

template <endpoint E>
inline constexpr call_table call_table_of{&http::detail::request_table_of<E>, &json::binding_of<typename E::response>,
                                          &missing_in<E>, &reset_response<E>, has_uuid<E>};

/// A complete request that was validated.
struct validated_request {
    void const* request;
    violations problems{};
    bool idempotent = false;
    std::uint64_t receiver = 0;
};

FEISHU_DECL result<prepared_call> prepare_call(call_table const& table, validated_request checked, void* response,
                                               credentials const& credentials, call_options const& options);

/// Completes and validates the request. `response` outlives the call. Errors: kind validation.
template <endpoint E>
result<prepared_call> prepare(E request, typename E::response& response,
                              detail::credentials const& credentials, call_options const& options) {
    bool const idempotent =
        is_idempotent(request); // before this copy gets a uuid that the caller does not have
    complete_request(request);
    return prepare_call(call_table_of<E>, {&request, check(request), idempotent, receiver_of(request)}, &response,
                        credentials, options);
}

} // namespace feishu::detail
