#pragma once
// The platform on loopback, for tests and for first steps without a tenant:
//
//     feishu::emulator::server platform;            // an app, three users, a group with the bot in it
//     feishu::client client{platform.config()};
//     client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).value();
//     assert(platform.state()->contents_of(platform.chat_id()).size() == 1);
//
// Real HTTP/1.1 on 127.0.0.1, or HTTPS; no Beast, Asio or OpenSSL type is seen here.

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <feishu/core/catalog.hpp>
#include <feishu/core/config.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/dispatch.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu {
struct client_config;
}

namespace feishu::emulator {

/// How to run the emulator. Everything has a default.
struct options {
    bool https = false;                           ///< with a certificate of its own; config() trusts it
    std::uint16_t port = 0;                       ///< 0 picks a free one
    std::uint64_t seed = 1;                       ///< of ids and tokens
    emulator::clock clock{};                      ///< real time; `emulator::clock{start}` stands still
    bool populate = true;                         ///< false: no app, users or chat to begin with
    std::size_t max_body_bytes = 40u << 20;       ///< a longer request body is 413
    std::uint32_t max_header_bytes = 64u << 10;   ///< longer request headers are 431
    std::chrono::milliseconds idle_timeout{60'000}; ///< a connection without a request for so long is closed
    std::chrono::milliseconds drain_time{1'000}; ///< what requests under way get when the server is destroyed
    unsigned threads = 2;                         ///< that answer requests
};

/// A running platform. Starts in the constructor, stops in the destructor, which waits for handlers of one's
/// own that are still running. All members are thread-safe.
class server {
public:
    /// Throws feishu::exception, kind transport, when the port cannot be had or OpenSSL makes no certificate.
    FEISHU_DECL explicit server(emulator::options options = {});
    FEISHU_DECL ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    /// `http://127.0.0.1:port`, or https.
    FEISHU_DECL std::string base_url() const;
    /// The authority that signed the server's certificate, PEM; empty without HTTPS.
    FEISHU_DECL std::string ca_pem() const;
    /// Everything a client needs, as the first app or another one; include <feishu/client.hpp> to use it.
    FEISHU_DECL client_config config() const;
    FEISHU_DECL client_config config(emulator::app const& app) const;

    /// The tenant: `platform.state()->add_user("Ann")`.
    FEISHU_DECL shared_state& state();

    /// The app that was there from the start, or the first that was added.
    FEISHU_DECL emulator::app app() const;
    /// All users. The first two of those there from the start are in the group, the third is not.
    FEISHU_DECL std::vector<emulator::user> users() const;
    /// The group that was there from the start, or the first chat that was added.
    FEISHU_DECL feishu::chat_id chat_id() const;

    /// Moves the platform's clock forward.
    void advance(clock::duration by) { state()->advance(by); }

    /// What came in so far.
    std::vector<received> requests() const { return dispatch().requests(); }
    void clear_requests() { dispatch().clear_requests(); }

    /// Serves an endpoint of one's own, or one of the platform's in a different way:
    ///
    ///     platform.serve<my::endpoint>([](emulator::caller const& who, my::endpoint const& request)
    ///         -> feishu::result<my::endpoint::response> { return … ; });
    ///
    /// A handler may take `emulator::state&` first; it then runs under the state's lock, otherwise possibly
    /// on several threads at once.
    template <endpoint E, handler_of<E> Handler>
    void serve(Handler handler) {
        dispatch().template serve<E>(std::move(handler));
    }

    /// Serves a catalog by functions `handle(emulator::state&, emulator::caller const&, E const&)` beside the
    /// endpoints.
    template <endpoint... E>
    void serve(catalog<E...> endpoints) {
        dispatch().serve(endpoints);
    }

private:
    FEISHU_DECL dispatcher& dispatch() const;

    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/server.ipp>
#endif
