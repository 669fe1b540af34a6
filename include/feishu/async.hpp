#pragma once
// async_call and async_download: asynchronous calls with Asio's completion tokens.
//
//     auto sent = co_await client.async_call(im::message::send(chat, feishu::text{"hi"}));
//     auto got = co_await client.async_download(im::message_resource::get{…}, feishu::to_path("out.pdf"));
//     client.async_call(im::message::get{.message_id = "om_…"}, [](auto result) { … });
//
// With g++ 12, name the request first: `im::message::get const request{…}; co_await
// client.async_call(request)`. That compiler destroys temporaries in braces inside co_await twice; a
// static_assert rejects them.
//
// Completes with result<E::response>, or result<downloaded>, on the completion token's associated executor; on Asio's system
// executor if it has none (a plain callback).
//
// Thread safety: any number of threads at once.
// Lifetimes: the call keeps what it needs of the client and the request; the client may be destroyed. If an
// io_context is destroyed, the handlers of its calls are destroyed without being called; a token that one of
// them was fetching for others is fetched by another call.
// Cancellation: by the token's slot, all types; the call ends with error_kind::canceled. Nothing is left of a
// download.
// Errors: those of caller::call and caller::download.
// Callbacks: an exception of a completion handler leaves the executor's run(), as usual in Asio. On the
// system executor, where it could not be caught, it is reported to client_config::log. Files are read and written,
// and on_progress and the callback of to_callback called, on the executor's threads.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/associator.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/system_executor.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/client.hpp>
#include <feishu/client/download.hpp>
#include <feishu/client/impl/call_handler.hpp>

namespace feishu {
namespace detail {

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ <= 12
inline constexpr bool braces_break_co_await = true;
#else
inline constexpr bool braces_break_co_await = false;
#endif

template <class Token>
inline constexpr bool is_awaiting = std::is_same_v<Token, boost::asio::deferred_t>;
template <class Executor>
inline constexpr bool is_awaiting<boost::asio::use_awaitable_t<Executor>> = true;

template <class Request, class Token>
inline constexpr bool safe_in_co_await =
    !braces_break_co_await || !is_awaiting<Token> || std::is_lvalue_reference_v<Request>;

/// Runs the call on `executor`, and calls `done` there.
FEISHU_DECL void async_run(std::shared_ptr<client_core> core, std::shared_ptr<prepared_call> call,
                           boost::asio::any_io_executor executor, call_handler done);

/// Completes with an error, without a call; posted to `executor`.
FEISHU_DECL void async_fail(std::shared_ptr<client_core> core, boost::asio::any_io_executor executor, call_handler done,
                            error why);

/// The response and the call that fills it; exists until the call completes.
template <endpoint E>
struct async_state {
    typename E::response response = unchecked_construct::make<typename E::response>();
    prepared_call call{};
};

/// Adapts the outcome of a call to the user's handler of result<E::response>, with that handler's associated
/// executor, allocator and cancellation slot.
template <endpoint E, class Handler>
struct response_handler {
    Handler handler;
    std::shared_ptr<async_state<E>> state;

    void operator()(result<void> done) {
        result<typename E::response> outcome = std::move(state->response);
        if (!done)
            outcome = std::move(done).error();
        state.reset();
        std::move(handler)(std::move(outcome));
    }
};

/// The same for a download.
template <class Handler>
struct download_handler {
    Handler handler;
    std::shared_ptr<download_call> download;

    void operator()(result<void> done) {
        result<downloaded> outcome = downloaded{};
        if (download)
            outcome = finish_download(*std::exchange(download, nullptr), std::move(done));
        else
            outcome = std::move(done).error(); // it could not be prepared
        std::move(handler)(std::move(outcome));
    }
};

} // namespace detail

template <token Kind>
template <class Request, class CompletionToken>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_call(Request&& request, call_options options, CompletionToken&& token) const {
    namespace asio = boost::asio;
    using E = std::remove_cvref_t<Request>;
    check_call<E>();
    static_assert(detail::safe_in_co_await<Request, std::remove_cvref_t<CompletionToken>>,
                  "g++ 12 destroys a braced request inside co_await twice: name it first, then pass it by name");
    auto initiate = [self = *this](auto handler, E req, call_options opts) {
        self.template start_async<E>(std::move(handler), std::move(req), opts);
    };
    return asio::async_initiate<CompletionToken, void(result<typename E::response>)>(
        std::move(initiate), token, E(std::forward<Request>(request)), std::move(options));
}

template <token Kind>
template <class Request, class CompletionToken>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_call(Request&& request, CompletionToken&& token) const {
    return async_call(std::forward<Request>(request), call_options{}, std::forward<CompletionToken>(token));
}

template <token Kind>
template <class Request>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_call(Request&& request) const {
    return async_call(std::forward<Request>(request), call_options{}, boost::asio::deferred);
}

template <token Kind>
template <endpoint E, class Handler>
void caller<Kind>::start_async(Handler handler, E request, call_options options) const {
    namespace asio = boost::asio;
    asio::any_io_executor executor = asio::get_associated_executor(handler, asio::system_executor());
    auto state = std::make_shared<detail::async_state<E>>();
    auto prepared = detail::prepare(std::move(request), state->response, credentials_, options);
    using adapter = detail::response_handler<E, Handler>;
    detail::call_handler done(adapter{std::move(handler), state});
    if (!prepared)
        return detail::async_fail(core_, std::move(executor), std::move(done),
                                  detail::unsent(*core_, E::spec, options.traceparent, std::move(prepared).error()));
    state->call = std::move(*prepared);
    auto call = std::shared_ptr<detail::prepared_call>(state, &state->call);
    detail::async_run(core_, std::move(call), std::move(executor), std::move(done));
}

template <token Kind>
template <class Request, class CompletionToken>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_download(Request&& request, download_target const& to, download_options const& options,
                                  CompletionToken&& token) const {
    namespace asio = boost::asio;
    using E = std::remove_cvref_t<Request>;
    check_download<E>();
    static_assert(detail::safe_in_co_await<Request, std::remove_cvref_t<CompletionToken>>,
                  "g++ 12 destroys a braced request inside co_await twice: name it first, then pass it by name");
    auto initiate = [self = *this](auto handler, E req, download_target const& target, download_options const& opts) {
        self.template start_download<E>(std::move(handler), std::move(req), target, opts);
    };
    return asio::async_initiate<CompletionToken, void(result<downloaded>)>(
        std::move(initiate), token, E(std::forward<Request>(request)), download_target(to), download_options(options));
}

template <token Kind>
template <class Request, class CompletionToken>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_download(Request&& request, download_target const& to, CompletionToken&& token) const {
    return async_download(std::forward<Request>(request), to, download_options{}, std::forward<CompletionToken>(token));
}

template <token Kind>
template <class Request>
    requires endpoint<std::remove_cvref_t<Request>>
auto caller<Kind>::async_download(Request&& request, download_target const& to) const {
    return async_download(std::forward<Request>(request), to, download_options{}, boost::asio::deferred);
}

template <token Kind>
template <endpoint E, class Handler>
void caller<Kind>::start_download(Handler handler, E request, download_target const& to,
                                  download_options const& options) const {
    namespace asio = boost::asio;
    asio::any_io_executor executor = asio::get_associated_executor(handler, asio::system_executor());
    auto started = detail::prepare_download(*core_, std::move(request), credentials_, to, options);
    auto const download = started ? *started : nullptr;
    detail::call_handler done(detail::download_handler<Handler>{std::move(handler), download});
    if (!started)
        return detail::async_fail(core_, std::move(executor), std::move(done),
                                  detail::unsent(*core_, E::spec, options.traceparent, std::move(started).error()));
    detail::async_run(core_, detail::call_of(download), std::move(executor), std::move(done));
}

} // namespace feishu

template <template <class, class> class Associator, class E, class Handler, class Default>
struct boost::asio::associator<Associator, feishu::detail::response_handler<E, Handler>, Default>
    : Associator<Handler, Default> {
    static auto get(feishu::detail::response_handler<E, Handler> const& h) noexcept {
        return Associator<Handler, Default>::get(h.handler);
    }
    static auto get(feishu::detail::response_handler<E, Handler> const& h, Default const& d) noexcept {
        return Associator<Handler, Default>::get(h.handler, d);
    }
};

template <template <class, class> class Associator, class Handler, class Default>
struct boost::asio::associator<Associator, feishu::detail::download_handler<Handler>, Default>
    : Associator<Handler, Default> {
    static auto get(feishu::detail::download_handler<Handler> const& h) noexcept {
        return Associator<Handler, Default>::get(h.handler);
    }
    static auto get(feishu::detail::download_handler<Handler> const& h, Default const& d) noexcept {
        return Associator<Handler, Default>::get(h.handler, d);
    }
};

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/async.ipp>
#endif
