#pragma once
// dispatcher: handles requests as the platform's gateway and services do: route, token, scopes, fields,
// handler, envelope. No sockets: the server and tests call it with requests.
//
//     emulator::shared_state tenant{emulator::state{}};
//     emulator::dispatcher platform{tenant};
//     auto response = platform.handle_request({.method = "GET", .target = "/open-apis/im/v1/messages/om_1"});

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/core/catalog.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/gateway/access.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>
#include <feishu/emulator/impl/gateway/parse.hpp>
#include <feishu/emulator/impl/gateway/route_index.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/request_log.hpp>
#include <feishu/emulator/resource.hpp>
#include <feishu/emulator/state.hpp>
#include <feishu/json/impl/encoder.hpp>

namespace feishu::emulator {

namespace detail {

// What a handler returns: the response, a file for an endpoint whose response is one, or the HTTP response of a page.
template <class E>
using reply_of = std::conditional_t<
    E::spec.envelope == envelope::binary, resource,
    std::conditional_t<E::spec.envelope == envelope::redirect, emulator::response, typename E::response>>;

// The JSON object of a response, a file, or a page.
using reply_content = std::variant<std::string, resource, emulator::response>;

// A handler of any endpoint; the request is an object of the endpoint's struct.
using erased_handler = result<reply_content> (*)(void* handler, shared_state& tenant, caller const& who,
                                                 void const* request);

// An endpoint and its handler. A function of the emulator has no object.
struct operation {
    request_table const* table = nullptr;
    erased_handler run = nullptr;
    std::shared_ptr<void> handler{};
};

// The same for functions of the emulator.
struct operation_entry {
    request_table const* table;
    erased_handler run;
};

FEISHU_DECL reply_content write_reply(json::encoder const& type, void const* response);

template <class R>
result<reply_content> make_reply(result<R>& response) {
    if (!response)
        return std::move(response).error();
    if constexpr (std::is_same_v<R, resource> || std::is_same_v<R, emulator::response>)
        return reply_content(std::move(*response));
    else
        return write_reply(json::encoder_of<R>, &*response);
}

// Handlers that take the state run under its lock; others run without it, and may block.
template <class E, class Handler>
result<reply_content> run_handler(void* handler, shared_state& tenant, caller const& who,
                                  void const* request) {
    auto const run = [&]() -> result<reply_of<E>> {
        auto& call = *static_cast<Handler*>(handler);
        auto const& fields = *static_cast<E const*>(request);
        if constexpr (std::is_invocable_v<Handler&, state&, caller const&, E const&>)
            return call(*tenant.lock(), who, fields);
        else
            return call(who, fields);
    };
    auto response = run();
    return make_reply(response);
}

// The same for the function `handle`.
template <class E>
result<reply_content> run_handle(void*, shared_state& tenant, caller const& who, void const* request) {
    result<reply_of<E>> response = handle(*tenant.lock(), who, *static_cast<E const*>(request));
    return make_reply(response);
}

template <class... E>
inline constexpr operation_entry entries_of[] = {{&table_of<E>, &run_handle<E>}...};

} // namespace detail

/// A function that serves an endpoint: of the caller and the request, or of the state, the caller and the
/// request. It returns the response or the error; for an endpoint whose response is a file, an emulator::resource; for a
/// page, an emulator::response.
/// Whatever it throws becomes error 2200, HTTP 500.
template <class Handler, class E>
concept handler_of =
    std::is_invocable_r_v<result<detail::reply_of<E>>, Handler&, caller const&, E const&> ||
    std::is_invocable_r_v<result<detail::reply_of<E>>, Handler&, state&, caller const&, E const&>;

/// Routes requests to handlers.
///
/// Thread safety: safe. A handler that does not take the state may run on several threads at once. Lifetimes:
/// a handler is kept until it is replaced, and while requests that it serves are running.
class dispatcher {
public:
    /// Serves nothing yet; see `serve` and `serve_platform`. `tenant` must outlive the dispatcher. At most
    /// `log_size` requests are kept.
    explicit dispatcher(shared_state& tenant, std::size_t log_size = default_log_size)
        : tenant_(tenant), log_size_(log_size) {}

    static constexpr std::size_t default_log_size = 50'000;

    /// Serves an endpoint; replaces the handler that served it before. Endpoints may share method and path if the
    /// formats of their bodies differ: the Content-Type of a request decides.
    template <endpoint E, handler_of<E> Handler>
    void serve(Handler handler) {
        add({&detail::table_of<E>, &detail::run_handler<E, Handler>,
             std::make_shared<Handler>(std::move(handler))});
    }

    /// Serves each endpoint of a catalog with `handle(state&, caller const&, E const&)`, found by
    /// argument-dependent lookup.
    template <endpoint... E>
    void serve(catalog<E...>) {
        for (auto const& entry : detail::entries_of<E...>)
            add({entry.table, entry.run, nullptr});
    }

    /// Serves a path that is not an endpoint: without token and envelope.
    FEISHU_DECL void serve_path(verb method, std::string path,
                                std::function<response(request const&)> handler);

    /// Asks `refuse` of every request whose path begins with `prefix`, before it is served; a response refuses it.
    FEISHU_DECL void protect(std::string prefix, std::function<std::optional<response>(request const&)> refuse);

    /// Serves one request. `fault` is the name of its injected fault, for the log.
    FEISHU_DECL response handle_request(request const& req, std::string_view fault = {});
    /// Refuses a request without executing it.
    FEISHU_DECL response refuse_request(request const& req, error why, std::string_view fault);

    /// The endpoints that have a handler.
    FEISHU_DECL std::vector<endpoint_spec const*> specs() const;

    /// The most recent requests, in the order of their responses.
    FEISHU_DECL std::vector<request_log_entry> requests() const;
    /// Those after the one with this sequence number; of very many, the last ones.
    FEISHU_DECL std::vector<request_log_entry> requests_after(std::uint64_t sequence, std::size_t at_most) const;
    FEISHU_DECL void clear_requests();

private:
    struct plain_path {
        verb method{};
        std::string path{};
        std::function<response(request const&)> handler{};
    };

    struct protected_prefix {
        std::string prefix{};
        std::function<std::optional<response>(request const&)> refuse{};
    };

    FEISHU_DECL void add(detail::operation operation);
    FEISHU_DECL std::optional<response> refuse_protected(request const& req, std::string_view path) const;
    FEISHU_DECL std::function<response(request const&)> find_plain(std::string_view method,
                                                                   std::string_view path) const;
    FEISHU_DECL route_match find(verb method, std::string_view path, body_format body,
                                 std::shared_ptr<detail::operation>& found) const;
    FEISHU_DECL request_log_entry log_entry(request const& req, std::string_view fault);
    FEISHU_DECL response finish(response out, request_log_entry log, std::chrono::steady_clock::time_point begun);
    FEISHU_DECL response respond(request const& req, request_log_entry& log);
    FEISHU_DECL response run(detail::operation& operation, route_match const& found, std::string_view query,
                             request const& req, request_log_entry& log);

    shared_state& tenant_;
    mutable std::mutex mutex_; // of all below
    std::vector<std::shared_ptr<detail::operation>> operations_;
    std::vector<endpoint_spec const*> specs_; // of operations_, for the router
    detail::route_index routes_;              // of specs_
    std::vector<plain_path> plain_paths_;
    std::vector<protected_prefix> protected_;
    std::size_t log_size_;
    std::deque<request_log_entry> log_;
    std::uint64_t logged_ = 0; // so far, those included that were cleared
};

/// Serves every endpoint for which the emulator has a handler, and the login pages, whose forms pages of other sites must
/// not send.
FEISHU_DECL void serve_platform(dispatcher& platform, detail::access_policy const& policy = {});

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/dispatcher.ipp>
#include <feishu/emulator/impl/gateway/supported/cards.ipp>
#include <feishu/emulator/impl/gateway/supported/chat_parts.ipp>
#include <feishu/emulator/impl/gateway/supported/directory.ipp>
#include <feishu/emulator/impl/gateway/supported/chats.ipp>
#include <feishu/emulator/impl/gateway/supported/messages.ipp>
#include <feishu/emulator/impl/gateway/supported_endpoints.ipp>
#endif
