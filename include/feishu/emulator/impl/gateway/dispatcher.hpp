#pragma once
// dispatcher: bytes of a request to bytes of an answer, as the platform's gateway and services do: route,
// token, scopes, fields, rules, envelope. No sockets: `server` feeds it, tests may call it directly.
//
//     emulator::shared_state tenant{emulator::state{}};
//     emulator::dispatcher platform{tenant};
//     auto answer = platform.handle_request({.method = "GET", .target = "/open-apis/im/v1/messages/om_1"});

#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/core/catalog.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/gateway/parse.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/state.hpp>
#include <feishu/http/message.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {

/// A request as it came over the wire.
struct request {
    std::string method{};
    std::string target{}; ///< path and query, still encoded
    std::vector<http::header> headers{};
    std::string body{};
};

/// An answer as it goes over the wire; Content-Length and Connection are the server's business.
struct response {
    int status = 200;
    std::vector<http::header> headers{};
    std::string body{};
};

/// A request that the emulator answered, for assertions. Tokens are not kept.
struct received {
    std::string method{};
    std::string target{};
    std::string endpoint{}; ///< id, im.v1.message.create; empty when nothing serves the target
    std::string body{};
    int status = 0;         ///< HTTP status of the answer
    int code = 0;           ///< the platform's code in it
    std::string log_id{};
};

namespace detail {

// An endpoint and who serves it: fields and rules to the answer's JSON.
struct operation {
    endpoint_spec const* spec = nullptr;
    std::function<result<std::string>(shared_state&, caller const&, incoming const&)> run{};
};

// Handlers that look at the state run under its lock; others run free, and may sleep.
template <class E, class Handler>
result<typename E::response> invoke(Handler& handler, shared_state& tenant, caller const& who,
                                    E const& request) {
    if constexpr (std::is_invocable_v<Handler&, state&, caller const&, E const&>)
        return tenant.with(
            [&](state& s) -> result<typename E::response> { return handler(s, who, request); });
    else
        return handler(who, request);
}

template <class E, class Handler>
operation make_operation(Handler handler) {
    return {&E::spec,
            [handler = std::move(handler)](shared_state& tenant, caller const& who,
                                           incoming const& in) mutable -> result<std::string> {
                auto request = parse_request<E>(in);
                if (!request)
                    return std::move(request).error();
                auto answer = invoke<E>(handler, tenant, who, *request);
                if (!answer)
                    return std::move(answer).error();
                return json::to_string(*answer, {.omit_empty = true});
            }};
}

} // namespace detail

/// What serves an endpoint: a function of the caller and the request, or of the state, the caller and the
/// request.
template <class Handler, class E>
concept handler_of =
    std::is_invocable_r_v<result<typename E::response>, Handler&, caller const&, E const&> ||
    std::is_invocable_r_v<result<typename E::response>, Handler&, state&, caller const&, E const&>;

/// Answers requests. Thread-safe; a handler of one's own that does not take the state may run on several
/// threads.
class dispatcher {
public:
    /// Serves nothing yet; see `serve` and `serve_platform`. `tenant` outlives the dispatcher.
    explicit dispatcher(shared_state& tenant) : tenant_(tenant) {}

    /// Serves an endpoint, also in place of the platform's own rules.
    template <endpoint E, handler_of<E> Handler>
    void serve(Handler handler) {
        add(detail::make_operation<E>(std::move(handler)));
    }

    /// Serves each endpoint of a catalog by `handle(state&, caller const&, E const&)` beside the state.
    template <endpoint... E>
    void serve(catalog<E...>) {
        (serve<E>(
             [](state& tenant, caller const& who, E const& request) { return handle(tenant, who, request); }),
         ...);
    }

    /// Answers requests to a path that is no API: outside of /open-apis, without token and envelope.
    FEISHU_DECL void serve_path(verb method, std::string path, std::function<response(request const&)> handler);

    /// Answers one request; never throws.
    FEISHU_DECL response handle_request(request const& req);

    /// The endpoints that are served.
    FEISHU_DECL std::vector<endpoint_spec const*> specs() const;

    /// What came in so far, in the order of the answers.
    FEISHU_DECL std::vector<received> requests() const;
    FEISHU_DECL void clear_requests();

private:
    struct plain_path {
        verb method{};
        std::string path{};
        std::function<response(request const&)> handler{};
    };

    FEISHU_DECL void add(detail::operation operation);
    FEISHU_DECL std::function<response(request const&)> find_plain(std::string_view method,
                                                                   std::string_view path) const;
    FEISHU_DECL route find(verb method, std::string_view path,
                           std::shared_ptr<detail::operation>& found) const;
    FEISHU_DECL response answer(request const& req, received& log);

    shared_state& tenant_;
    mutable std::mutex mutex_; // of all below
    std::vector<std::shared_ptr<detail::operation>> operations_;
    std::vector<endpoint_spec const*> specs_; // of operations_, for the router
    std::vector<plain_path> plain_paths_;
    std::vector<received> log_;
};

/// Serves every endpoint whose rules the emulator knows.
FEISHU_DECL void serve_platform(dispatcher& platform);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/dispatcher.ipp>
#include <feishu/emulator/impl/gateway/supported_endpoints.ipp>
#endif
