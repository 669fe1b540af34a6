#pragma once
// long_connection: events over a WebSocket that the app itself opens. It needs no public address and no keys; custom
// apps only.
//
//     feishu::event_dispatcher on;
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     feishu::long_connection{client, on}.run();
//
// It reconnects by itself, and gives up only when retrying is useless according to the platform (wrong credentials, too
// many connections). The dispatcher's log (event_options::log, standard error by default) receives when it reconnects or
// gives up, and why. An app may open 50 connections; each event goes to one of them.

#ifndef FEISHU_WITH_PROTOZERO
#error "install protozero (Debian: libprotozero-dev) and define FEISHU_WITH_PROTOZERO for every file"
#endif

#include <concepts>
#include <memory>
#include <utility>

#include <feishu/auth/app_connection.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/long_connection_params.hpp>

namespace feishu {

class event_dispatcher;

namespace detail {
class long_connection_driver;
}

/// What a long connection can connect as: a feishu::client.
template <class Client>
concept app_client = requires(Client const& client) {
    { client.connection_settings() } -> std::convertible_to<auth::app_connection>;
};

/// A connection that runs once: from `run` or `start` until `stop`, or until it fails.
///
/// Thread safety: all members may be called on any thread, several at a time.
/// Lifetimes: the dispatcher outlives the connection; the client does not need to. The destructor stops and waits, for
/// `drain_time` and the closing of the connection at most.
/// Cancellation: `stop`, and signals with `stop_on_signals`.
/// Errors: `run` and `wait` return why it gave up: kind auth for rejected credentials, api for another refusal of the
/// platform, transport for what cannot be retried.
/// Callbacks: on_status and the dispatcher's callbacks may throw anything; it is logged.
class long_connection {
public:
    /// Does not connect yet. Credentials, base URL, trusted CAs and proxy are the client's.
    template <app_client Client>
    long_connection(Client const& client, event_dispatcher& on, long_connection_params params = {})
        : long_connection(auth::app_connection(client.connection_settings()), on, std::move(params)) {}
    /// The same without a client.
    FEISHU_DECL long_connection(auth::app_connection app, event_dispatcher& on,
                                long_connection_params params = {});
    /// Stops and waits.
    FEISHU_DECL ~long_connection();
    long_connection(long_connection const&) = delete;
    long_connection& operator=(long_connection const&) = delete;

    /// Works on the calling thread until it is stopped; the error is why it gave up.
    FEISHU_DECL result<void> run();
    /// The same on a separate thread. Throws std::system_error when it cannot be started.
    FEISHU_DECL void start();
    /// Requests the end and returns at once: responses of running handlers are awaited for
    /// `long_connection_params::drain_time` at most, then the connection is closed.
    FEISHU_DECL void stop();
    /// Waits for the end; returns what `run` would. Not for handlers and `on_status`, which it would wait for.
    FEISHU_DECL result<void> wait();

    /// The current state.
    FEISHU_DECL long_connection_state state() const;
    long_connection_status status() const { return state().status; }

private:
    std::shared_ptr<detail::long_connection_driver> driver_;
};

} // namespace feishu

#if !defined(FEISHU_SEPARATE_COMPILATION) && defined(FEISHU_WITH_PROTOZERO)
#include <feishu/event/impl/long_connection.ipp>
#endif
