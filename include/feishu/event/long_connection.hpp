#pragma once
// long_connection: receives events over a WebSocket that the app opens, without a public address or keys. For
// custom apps only.
//
//     feishu::event_dispatcher on;
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     feishu::long_connection{client, on}.run();
//
// It reconnects automatically, and fails only on errors that the platform declares permanent (wrong
// credentials, too many connections) or after the number of attempts that the platform sets. Reconnections
// and failures are logged with the reason (event_options::log, standard error by default). An app may open 50
// connections; each event is sent to one of them.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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

/// A client that provides app, base URL and network settings: feishu::client.
template <class Client>
concept app_client = requires(Client const& client) {
    { client.connection_settings() } -> std::convertible_to<auth::app_connection>;
};

/// A long connection that runs once: from `run` or `start` until `stop`, or until it fails.
///
///     feishu::long_connection connection{client, on};
///     connection.start();
///
/// Thread safety: all members may be called on any thread, several at a time.
/// Lifetimes: the dispatcher must outlive the connection; the client need not. The destructor stops and
/// waits, at most for `drain_time` and the closing handshake.
/// Cancellation: `stop`, or a signal if `stop_on_signals` is set.
/// Errors: `run` and `wait` return why the connection failed: kind auth for rejected credentials, api for
/// another refusal by the platform, the last error if the attempts are used up or it cannot be retried.
/// Callbacks: on_status and the dispatcher's callbacks may throw anything, which is logged.
class long_connection {
public:
    /// Takes credentials, base URL, trusted CAs and proxy from the client. Does not connect yet.
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

    /// Runs on the calling thread until it is stopped or fails. If it runs already, waits like `wait`.
    FEISHU_DECL result<void> run();
    /// Runs on a separate thread and returns. Throws std::system_error if the thread cannot be started.
    FEISHU_DECL void start();
    /// Requests the end and returns at once. The connection is closed once running handlers have responded,
    /// or after long_connection_params::drain_time.
    FEISHU_DECL void stop();
    /// Waits until it has been stopped or has failed, and returns what `run` returns. Must not be called from
    /// a handler or `on_status`, which it would wait for.
    FEISHU_DECL result<void> wait();

    /// The current state.
    FEISHU_DECL long_connection_state state() const;
    /// The status in it.
    long_connection_status status() const { return state().status; }

private:
    std::shared_ptr<detail::long_connection_driver> driver_;
};

} // namespace feishu

#if !defined(FEISHU_SEPARATE_COMPILATION) && defined(FEISHU_WITH_PROTOZERO)
#include <feishu/event/impl/long_connection.ipp>
#endif
