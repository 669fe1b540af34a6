#pragma once
// long_connection: events over a WebSocket that the app itself opens. It needs no public address and no keys; custom
// apps only.
//
//     feishu::event_dispatcher on;
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     feishu::long_connection{client, on}.run();
//
// It connects again by itself when the connection is lost, and gives up only when the platform says that it is of no
// use (wrong secret, too many connections). An app may open 50; each event goes to one of them. No Beast, Asio or
// OpenSSL type is seen here; its body needs protozero (Debian: libprotozero-dev).

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/long_connection_params.hpp>

namespace feishu {

class client;
class event_dispatcher;

namespace detail {
class long_connection_driver;
}

/// Runs once: from `run` or `start` until `stop`, or until it fails. All members are thread-safe.
class long_connection {
public:
    /// Does not connect. Credentials, address, CAs and proxy are the client's; `on` outlives it.
    FEISHU_DECL long_connection(client const& app, event_dispatcher& on, long_connection_params params = {});
    /// Stops and waits.
    FEISHU_DECL ~long_connection();
    long_connection(long_connection const&) = delete;
    long_connection& operator=(long_connection const&) = delete;

    /// Works on the calling thread until it is stopped; an error says why it gave up.
    FEISHU_DECL result<void> run();
    /// The same on a thread of its own.
    FEISHU_DECL void start();
    /// Asks it to stop and returns at once: what handlers are still working on is answered, for
    /// `long_connection_params::drain_time` at most, then the connection is closed.
    FEISHU_DECL void stop();
    /// Waits for the end; what `run` would return. Not for handlers and `on_status`: it would wait for itself.
    FEISHU_DECL result<void> wait();

    /// Where it stands now.
    FEISHU_DECL long_connection_state state() const;
    long_connection_status status() const { return state().status; }

private:
    std::shared_ptr<detail::long_connection_driver> driver_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/long_connection.ipp>
#endif
