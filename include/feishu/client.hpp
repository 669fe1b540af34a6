#pragma once
// client: calls endpoints.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…"}};
//     auto sent = client.call(im::message::send(feishu::chat_id{"oc_…"}, feishu::text{"hello"}));
//     if (!sent) std::cerr << sent.error() << '\n';
//
// `async_call` is in <feishu/async.hpp>. This header names no Beast, Asio or OpenSSL type.

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <feishu/auth/app_connection.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/page_range.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/checked.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// The request with everything that a call would add to it: members that follow from others, and the uuid by which the
/// platform recognizes a repeated request. A call adds them to its own copy, so that two calls of one request are two
/// messages; two calls of one completed request are one:
///
///     auto const request = feishu::completed(im::message::send(chat, feishu::text{"paid"}));
///     auto sent = client.call(request);
///     if (!sent && sent.error().retryable()) sent = client.call(request);
///
/// How long the platform remembers a uuid stands with that member (a message's: one hour). A request without a member
/// `uuid` gets none. Thread safety: any number of threads at once.
template <endpoint E>
[[nodiscard]] E completed(E request) {
    detail::complete_request(request);
    return request;
}

/// Calls endpoints with one kind of token: a feishu::client, or what client::as() returns.
///
/// Thread safety: any number of threads may call at once; assignment is for one thread.
/// Lifetimes: a value whose copies share connections, tokens and settings. Calls under way keep what they need.
/// Callbacks: what a transport throws is an error of kind transport; what the log callback throws is dropped.
template <token Kind>
class caller {
public:
    /// Validates the request, sends it, waits, and reads the response.
    ///
    ///     auto sent = client.call(im::message::send(chat, feishu::text{"hello"}), {.timeout = std::chrono::seconds(5)});
    ///
    /// The timeout covers everything: token, connection, response. A request without a uuid gets a new one; to send
    /// the same request again, see feishu::completed and error::retryable().
    /// Thread safety: any number of threads at once. Cancellation: by the timeout alone; see async_call.
    /// Errors: every error_kind; error::retryable() says whether the same request may be sent again.
    template <endpoint E>
    [[nodiscard]] result<typename E::response> call(E request, call_options options = {}) const {
        check_token<E>();
        auto response = detail::unchecked_construct::make<typename E::response>();
        auto prepared = detail::prepare(std::move(request), response, credentials_, options);
        if (!prepared)
            return std::move(prepared).error();
        if (auto done = detail::run(*core_, std::move(*prepared)); !done)
            return std::move(done).error();
        return response;
    }

    /// The items of every page, one after the other; the next page is fetched when it is needed. `options` are those of
    /// each page.
    ///
    ///     for (auto const& m : client.pages(im::message::list{…})) …   // throws feishu::exception on failure
    ///
    /// Errors: see page_range.
    template <paged E>
    [[nodiscard]] page_range<caller, E> pages(E request, call_options options = {}) const {
        check_token<E>();
        return {*this, std::move(request), options};
    }

    /// As `call`, without waiting; defined in <feishu/async.hpp>, where cancellation is described. Completes with
    /// result<E::response>.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, call_options options, CompletionToken&& token) const;
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, CompletionToken&& token) const;
    template <class Request>
        requires endpoint<std::remove_cvref_t<Request>>
    [[nodiscard]] auto async_call(Request&& request) const;

protected:
    caller(std::shared_ptr<detail::client_core> core, detail::credentials who)
        : core_(std::move(core)), credentials_(std::move(who)) {}

    std::shared_ptr<detail::client_core> core_;
    detail::credentials credentials_;

private:
    template <token>
    friend class caller;
    friend class client;

    template <endpoint E>
    static constexpr void check_token() {
        static_assert(E::spec.envelope != envelope::binary,
                      "this endpoint responds with a file: use download()");
        static_assert(E::spec.envelope != envelope::redirect,
                      "this endpoint is a page: open http::target_of(request) in a browser");
        constexpr bool open = E::spec.tokens == token::none;
        static_assert(Kind != token::user || open || accepts(E::spec.tokens, token::user),
                      "this endpoint does not take a user_access_token: call it with the client itself");
        static_assert(
            Kind != token::tenant || open || accepts(E::spec.tokens, token::tenant),
            "this endpoint does not take a tenant_access_token: use client.as(feishu::user_token{…})");
    }

    template <endpoint E, class Handler>
    void start_async(Handler handler, E request, call_options options) const;
};

/// Calls endpoints as the app: it fetches and renews its tenant_access_token by itself.
///
///     feishu::client client{{.app_id = "cli_…", .app_secret = "…"}};
///
/// Tokens: fetched once however many threads want one, renewed ten minutes before they expire. The one call that
/// renews a token which is still valid spends a quarter of its timeout on that, two seconds at most, and goes on with
/// the previous token; other calls use it meanwhile. A client needs no thread.
/// Thread safety, lifetimes, callbacks: those of caller. After fork(), make a new client in the child: connections
/// are not to be shared between processes.
class client : public caller<token::tenant> {
public:
    /// Does not connect. A configuration that cannot work (a malformed base_url, an unreadable CA file) is the error
    /// of every call.
    explicit client(client_config config) : caller(detail::make_core(std::move(config)), {}) {}

    /// The same client in a tenant: store apps name the tenant in which they act. A custom app has one, whatever the
    /// key.
    [[nodiscard]] client for_tenant(feishu::tenant_key tenant) const {
        auto there = *this;
        there.credentials_.tenant = std::move(tenant);
        return there;
    }

    /// The same client on a user's behalf.
    [[nodiscard]] caller<token::user> as(user_token user) const {
        return {core_, {.kind = token::user, .user_token = std::move(user.value)}};
    }

    /// Credentials, network settings and transport, for what connects as this client does (long_connection).
    [[nodiscard]] auth::app_connection connection_settings() const {
        return detail::connection_settings(*core_);
    }
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client.ipp>
#endif
