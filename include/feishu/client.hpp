#pragma once
// client: calls endpoints.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…"}};
//     auto sent = client.call(im::message::send(feishu::chat_id{"oc_…"}, feishu::text{"hello"}));
//     if (!sent) std::cerr << sent.error() << '\n';
//
// `async_call` is in <feishu/async.hpp>, downloads are in <feishu/client/download.hpp>. This header names no Beast, Asio or OpenSSL type.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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

struct client_counters;
class custom_bot;
class receivers;
class send_all_content;
struct send_all_options;
struct send_all_report;
struct download_options;
class download_target;
struct downloaded;

namespace oauth {
class user;
}

namespace detail {
struct caller_access;
}

/// The request with everything that a call would add to it: members derived from others, and the uuid by
/// which the platform recognizes a repeated request. A call adds them to its own copy, so two calls with one
/// request send two messages; two calls with one completed request send one:
///
///     auto const request = feishu::completed(im::message::send(chat, feishu::text{"paid"}));
///     auto sent = client.call(request);
///     if (!sent && sent.error().retryable()) sent = client.call(request);
///
/// The documentation of the member `uuid` states how long the platform remembers it (one hour for a message).
/// A request without such a member gets none.
///
/// Thread safety: any number of threads at once.
/// Errors: throws std::runtime_error if OpenSSL cannot generate random bytes.
template <endpoint E>
[[nodiscard]] E completed(E request) {
    detail::complete_request(request);
    return request;
}

/// Calls endpoints with one kind of token: a feishu::client, or the result of client::as().
///
///     auto const chats = client.as(feishu::user_token{"u-…"}).call(im::chat::list{});
///
/// Thread safety: any number of threads may call at once; assignment needs exclusive access.
/// Lifetimes: a value whose copies share connections, tokens and settings. Pending calls keep what they need.
/// Callbacks: an exception of a transport is an error of kind transport; one of `log` is dropped, one of `on_call` logged.
template <token Kind>
class caller {
public:
    /// Validates the request, sends it, and waits for the response.
    ///
    ///     auto sent = client.call(im::message::send(chat, feishu::text{"hello"}), {.timeout = 5s});
    ///
    /// The timeout covers everything: token, connection, response. A request without a uuid gets a new one;
    /// to send the same request again, see feishu::completed and error::retryable().
    /// Thread safety: any number of threads at once.
    /// Cancellation: only by the timeout; see async_call.
    /// Errors: every error_kind; error::retryable() tells whether the same request may be sent again. Throws
    /// std::runtime_error if OpenSSL cannot generate random bytes.
    template <endpoint E>
    [[nodiscard]] result<typename E::response> call(E request, call_options options = {}) const {
        check_call<E>();
        auto response = detail::unchecked_construct::make<typename E::response>();
        auto prepared = detail::prepare(std::move(request), response, credentials_, options);
        if (!prepared)
            return detail::unsent(*core_, E::spec, options.traceparent, std::move(prepared).error());
        if (auto done = detail::run(*core_, std::move(*prepared)); !done)
            return std::move(done).error();
        return response;
    }
    template <class E>
        requires(!endpoint<E>)
    FEISHU_UNAVAILABLE("E is not an endpoint: call takes endpoints such as im::message::create; "
                       "an event has a handler, on.handle<E>(...)")
    void call(E const&, call_options const& = {}) const {}

    /// The items of all pages as an input range; each page is fetched when it is needed. `options` apply to
    /// each page.
    ///
    ///     for (auto const& m : client.pages(im::message::list{…})) …     // throws feishu::exception
    ///
    /// Errors: see page_range.
    template <paged E>
    [[nodiscard]] page_range<caller, E> pages(E request, call_options options = {}) const {
        check_call<E>();
        return {*this, std::move(request), options};
    }

    /// Downloads a file in constant memory, and waits until it is complete. Defined, as everything that it takes, in
    /// <feishu/client/download.hpp>.
    ///
    ///     auto got = client.download(im::message_resource::get{…}, feishu::to_path("out.pdf"), {.on_progress = bar});
    ///
    /// When the connection breaks, the rest of the file is asked for (Range); a server that does not know ranges sends
    /// the file again. The size is checked. JSON with a code is the platform's error, whatever its HTTP status.
    /// Thread safety: any number of threads at once.
    /// Cancellation: by a callback that returns false, and by the timeout; see async_download.
    /// Errors: those of call; kind file if the target cannot be written; kind decode if the file is too large or has
    /// changed while it was downloaded.
    template <endpoint E>
    [[nodiscard]] result<downloaded> download(E request, download_target const& to,
                                              download_options const& options) const;
    /// The same with default options.
    template <endpoint E>
    [[nodiscard]] result<downloaded> download(E request, download_target const& to) const;

    /// Asynchronous `download`, which completes with result<downloaded>. Defined and described in
    /// <feishu/async.hpp>.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_download(Request&& request, download_target const& to, download_options const& options,
                        CompletionToken&& token) const;
    /// The same with default options.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_download(Request&& request, download_target const& to, CompletionToken&& token) const;
    /// The same with default options and asio::deferred.
    template <class Request>
        requires endpoint<std::remove_cvref_t<Request>>
    [[nodiscard]] auto async_download(Request&& request, download_target const& to) const;

    /// Asynchronous `call`, which completes with result<E::response>. Defined and described in
    /// <feishu/async.hpp>.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, call_options options, CompletionToken&& token) const;
    /// The same with default options.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, CompletionToken&& token) const;
    /// The same with default options and asio::deferred.
    template <class Request>
        requires endpoint<std::remove_cvref_t<Request>>
    [[nodiscard]] auto async_call(Request&& request) const;

    /// The totals of this client and its copies. Include <feishu/client/call_report.hpp> to use them.
    template <class Counters = client_counters>
    Counters counters() const {
        Counters out;
        detail::read_counters(*core_, out);
        return out;
    }

protected:
    caller(std::shared_ptr<detail::client_core> core, detail::credentials credentials)
        : core_(std::move(core)), credentials_(std::move(credentials)) {}

    std::shared_ptr<detail::client_core> core_;
    detail::credentials credentials_;

private:
    template <token>
    friend class caller;
    friend class client;
    friend class custom_bot;
    friend struct detail::caller_access;

    template <endpoint E>
    static constexpr void check_call() {
        static_assert(E::spec.envelope != envelope::binary,
                      "this endpoint responds with a file: use download()");
        static_assert(E::spec.envelope != envelope::redirect,
                      "this endpoint is a page: open http::target_of(request) in a browser");
        check_token<E>();
    }

    template <endpoint E>
    static constexpr void check_download() {
        static_assert(E::spec.envelope == envelope::binary, "this endpoint does not respond with a file: use call()");
        check_token<E>();
    }

    template <endpoint E>
    static constexpr void check_token() {
        constexpr bool open = E::spec.tokens == token::none;
        static_assert(Kind != token::user || open || accepts(E::spec.tokens, token::user),
                      "this endpoint does not take a user_access_token: call it with the client itself");
        static_assert(
            Kind != token::tenant || open || accepts(E::spec.tokens, token::tenant),
            "this endpoint does not take a tenant_access_token: use client.as(feishu::user_token{…})");
    }

    template <endpoint E, class Handler>
    void start_async(Handler handler, E request, call_options options) const;
    template <endpoint E, class Handler>
    void start_download(Handler handler, E request, download_target const& to, download_options const& options) const;
};

/// Calls endpoints as the app: fetches and renews the tenant_access_token automatically.
///
///     feishu::client client{{.app_id = "cli_…", .app_secret = "…"}};
///
/// Tokens: fetched once even if many threads need one, and renewed ten minutes before they expire. The call
/// that renews a token that is still valid spends a quarter of its timeout on it, at most two seconds, and
/// then continues with the previous token, as other calls do meanwhile. A client has no thread.
/// Thread safety, lifetimes, callbacks: as caller. After fork(), create a new client in the child: processes
/// must not share connections.
class client : public caller<token::tenant> {
public:
    /// Does not connect. Errors: every call fails if the configuration is invalid (a malformed base_url, an
    /// unreadable CA file).
    explicit client(client_config config) : caller(detail::make_core(std::move(config)), {}) {}

    /// The same client acting in a tenant; required for store apps. For a custom app, which has only one
    /// tenant, the key has no effect.
    [[nodiscard]] client for_tenant(feishu::tenant_key tenant) const {
        auto copy = *this;
        copy.credentials_.tenant = std::move(tenant);
        return copy;
    }

    /// The same client acting on a user's behalf.
    [[nodiscard]] caller<token::user> as(user_token user) const {
        return {core_, {.kind = token::user, .user_token = std::move(user.value)}};
    }

    /// The same client acting on a user's behalf with tokens that it refreshes. Defined, as the class, in
    /// <feishu/client/oauth.hpp>.
    ///
    ///     auto login = feishu::oauth::loopback_login(client, {.scopes = {"im:message"}}).value();
    ///     client.as(login.user()).call(…);
    [[nodiscard]] caller<token::user> as(oauth::user const& who) const;

    /// Sends one message to many receivers, and waits until all of them have been sent it. Defined, as everything that it
    /// takes, in <feishu/client/send_all.hpp>.
    ///
    ///     auto report = client.send_all(users, feishu::text{"maintenance at 22:00"}, {.journal = "maintenance-42"});
    ///
    /// Users and departments are sent batch messages, 200 receivers a request; chats and e-mail addresses, and content
    /// that batch messages cannot have, single messages. Requests have the pacing of the client. A receiver that is in
    /// the list twice is sent one message. What concerns one receiver is in the report; what concerns all ends it.
    ///
    /// With a journal, nobody is sent the message twice, and nobody is omitted, whenever the process ends: the same call
    /// (receivers, content and options) continues it, and returns the report of a finished one without sending. Single
    /// messages that were being sent are sent again with their uuid, which the platform recognizes for an hour; later
    /// they are uncertain. Batch messages have no uuid: their receivers' one-to-one chats are searched for the message,
    /// once a later batch message, which the platform processes after them, is found there; a few users are kept for that.
    /// This takes the scopes to list chats and to read messages. Where it proves nothing, receivers are uncertain, as
    /// departments are. A message with the same text (the same msg_type if it is no text) that the bot has sent since five
    /// minutes before is taken for this one. The clocks of machines must agree within five minutes.
    /// Thread safety: any number of threads at once, with different journals.
    /// Cancellation: by `stop`, a progress callback that returns false, and `timeout`; requests that were sent are awaited.
    /// Errors: kind validation for receivers, departments by name and content that are invalid, and if the journal has
    /// other receivers or content; kind store if the store fails, or another process continues the journal; kind canceled
    /// while it waits for the lease of one that has crashed; those of call while departments are searched. What comes later
    /// is in the report.
    /// Callbacks: an exception of the progress callback cancels.
    [[nodiscard]] FEISHU_DECL result<send_all_report> send_all(receivers const& to, send_all_content const& content,
                                                               send_all_options const& options) const;
    /// The same with default options.
    [[nodiscard]] FEISHU_DECL result<send_all_report> send_all(receivers const& to, send_all_content const& content) const;

    /// Credentials, network settings and transport, for a long_connection of the same app.
    [[nodiscard]] auth::app_connection connection_settings() const {
        return detail::connection_settings(*core_);
    }
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client.ipp>
#endif
