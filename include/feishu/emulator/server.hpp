#pragma once
// The platform on loopback, for tests and for first steps without a tenant:
//
//     feishu::emulator::server platform;            // an app, three users, a group with the bot in it
//     feishu::client client{platform.config()};
//     client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).value();
//     assert(platform.state()->contents_of(platform.chat_id()).size() == 1);
//
// Real HTTP/1.1 on 127.0.0.1, or HTTPS; no Beast, Asio or OpenSSL type is visible here.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/emulator/request_log.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu {
struct client_config;
}

namespace feishu::emulator {

/// How to run the emulator. Everything has a default. Durations are real time.
struct options {
    bool https = false;                             ///< with a generated certificate, which config() trusts
    std::uint16_t port = 0;                         ///< 0 picks a free one
    std::uint64_t seed = 1;                         ///< of ids and tokens
    emulator::clock clock{};                        ///< real time; `emulator::clock{start}` is frozen
    bool populate = true;                           ///< false: no app, users or chat to begin with
    std::size_t max_body_bytes = 40u << 20;         ///< a longer request body is 413
    std::uint32_t max_header_bytes = 64u << 10;     ///< longer request headers are 431
    std::chrono::milliseconds idle_timeout{60'000}; ///< closes a connection without requests
    std::chrono::milliseconds drain_time{1'000};    ///< for running requests when the server is destroyed
    unsigned threads = 2;                           ///< that serve requests; at least one
    push_options push{};                            ///< how events are pushed
};

/// A running platform. It starts in the constructor and stops in the destructor.
///
/// Thread safety: safe, except for destruction. Lifetimes: the destructor closes connections, waits for running requests
/// up to `drain_time`, and for running handlers without limit. Errors: those of the platform, as `feishu::error` with
/// `kind` api. Callbacks: a handler may throw anything, which becomes error 2200, HTTP 500.
class server {
public:
    /// Throws feishu::exception, kind transport, if the port is not available or OpenSSL cannot make a certificate.
    FEISHU_DECL explicit server(emulator::options options = {});
    FEISHU_DECL ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    /// `http://127.0.0.1:port`, or https.
    FEISHU_DECL std::string base_url() const;
    /// The authority that signed the server's certificate, PEM; empty without HTTPS.
    FEISHU_DECL std::string ca_pem() const;
    /// Everything a client needs, for the first app or another one; include <feishu/client.hpp> to use it.
    FEISHU_DECL client_config config() const;
    FEISHU_DECL client_config config(emulator::app const& app) const;

    /// The tenant: `platform.state()->add_user("Ann")`. Valid as long as the server.
    FEISHU_DECL shared_state& state();

    /// The app that is there from the start, or the first one added.
    FEISHU_DECL emulator::app app() const;
    /// All users. Of the three that are there from the start, the first two are in the group.
    FEISHU_DECL std::vector<emulator::user> users() const;
    /// The group that is there from the start, or the first chat added.
    FEISHU_DECL feishu::chat_id chat_id() const;

    /// Moves the platform's clock forward; pushes that become due are made. Any duration is safe: the clock stops at
    /// the end of the year 9999.
    FEISHU_DECL void advance(clock::duration by);

    /// The requests served so far, in the order of their responses.
    std::vector<request_log_entry> requests() const { return dispatch().requests(); }
    void clear_requests() { dispatch().clear_requests(); }

    /// Serves an endpoint with a custom handler, instead of the platform's rules if it has any:
    /// `platform.serve<my::endpoint>([](emulator::caller const&, my::endpoint const& request) -> result<…> { … })`.
    /// A handler that takes `state&` before the caller runs under the state's lock; one that does not may block, and may
    /// run on several threads at once.
    template <endpoint E, handler_of<E> Handler>
    void serve(Handler handler) {
        dispatch().template serve<E>(std::move(handler));
    }
    /// Serves each endpoint of a catalog by `handle(state&, caller const&, E const&)`, found by argument-dependent
    /// lookup.
    template <endpoint... E>
    void serve(catalog<E...> endpoints) {
        dispatch().serve(endpoints);
    }

    /// Has an app's events pushed to a webhook, after its url has returned the challenge; replaces the previous one.
    /// Errors: kind validation, if url or ca_pem is unusable; kind transport, if there is no response in time; kind
    /// api, if the response is not the challenge.
    FEISHU_DECL result<void> push_to(webhook_subscription subscription);
    /// Ends pushes to an app's webhook.
    FEISHU_DECL void stop_pushing_to(feishu::app_id const& app);

    /// The pushes made so far, one entry per attempt, in the order in which they ended.
    FEISHU_DECL std::vector<delivery> deliveries() const;
    FEISHU_DECL void clear_deliveries();
    /// Waits until no push is in progress or due; pushes that are due later do not count. False after `at_most` of real
    /// time.
    FEISHU_DECL bool wait_idle(std::chrono::milliseconds at_most = std::chrono::seconds(20));

    /// Open long connections of an app.
    FEISHU_DECL std::size_t connections(feishu::app_id const& app) const;
    /// Waits until at least that many clients of an app have received the response to their handshake. False after
    /// `at_most` of real time.
    FEISHU_DECL bool wait_connections(feishu::app_id const& app, std::size_t at_least = 1,
                                      std::chrono::milliseconds at_most = std::chrono::seconds(20));
    /// Closes an app's long connections abruptly, without a close frame; returns how many.
    FEISHU_DECL std::size_t drop_connections(feishu::app_id const& app);
    /// Refuses the app's next attempt to connect; several refusals are used one by one.
    FEISHU_DECL void refuse_connection(feishu::app_id const& app, connection_refusal refusal);

    /// A user interacts with a card: the callback is pushed, and a card in its response replaces the one on display.
    /// Blocks until the response, so not under the state's lock, nor in a handler. Errors: 200340 no channel to push to,
    /// 200341 no response in time, 200671 an HTTP status other than 200, 200672 a malformed response, 200673 an invalid
    /// card in it; 230001 no such card or element.
    FEISHU_DECL result<callback::v1::model::card_action_response>
    click(feishu::open_id const& user, feishu::message_id const& card, card_interaction interaction);
    /// The same by the name, element_id or text of a button.
    result<callback::v1::model::card_action_response>
    click(feishu::open_id const& user, feishu::message_id const& card, std::string button) {
        return click(user, card, card_interaction{.element = std::move(button)});
    }
    /// A user's client displays a link in a chat: the app is asked for its preview. Blocks and fails like click.
    FEISHU_DECL result<callback::v1::model::url_preview_response> preview(feishu::open_id const& user,
                                                                        feishu::app_id const& app,
                                                                        feishu::chat_id const& chat,
                                                                        std::string url);

    /// Pushes a new app_ticket to a store app and returns it; empty for an unknown app.
    FEISHU_DECL std::string push_app_ticket(feishu::app_id const& app);

private:
    FEISHU_DECL dispatcher& dispatch() const;

    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/server.ipp>
#endif
