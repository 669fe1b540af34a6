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

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/push.hpp>
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
    push_options push{};                          ///< how events are pushed
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

    /// Moves the platform's clock forward; pushes that become due go out.
    FEISHU_DECL void advance(clock::duration by);

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

    // Push. An app with a long connection gets its events there, now and when it has none for a moment; the others at
    // their webhook; nobody keeps events for an app with neither.

    /// Has an app's events pushed to a webhook once its url answers the challenge; replaces what was set before.
    /// Errors: api when it answers otherwise, transport and timeout when it does not answer.
    FEISHU_DECL result<void> push_to(webhook_subscription where);
    /// No more pushes to an app's webhook.
    FEISHU_DECL void stop_pushing_to(feishu::app_id const& app);

    /// What was pushed so far, one entry an attempt, in the order of the answers.
    FEISHU_DECL std::vector<delivery> deliveries() const;
    FEISHU_DECL void clear_deliveries();
    /// Waits until nothing is under way or due; pushes that are due later do not count. False when real time is up.
    FEISHU_DECL bool wait_idle(std::chrono::milliseconds at_most = std::chrono::seconds(20));

    /// Open long connections of an app.
    FEISHU_DECL std::size_t connections(feishu::app_id const& app) const;
    /// Waits until that many clients of an app, at least, have been told that they are connected. False when real
    /// time is up.
    FEISHU_DECL bool wait_connections(feishu::app_id const& app, std::size_t at_least = 1,
                                      std::chrono::milliseconds at_most = std::chrono::seconds(20));
    /// Cuts an app's long connections without a word, as a network does; returns how many.
    FEISHU_DECL std::size_t drop_connections(feishu::app_id const& app);
    /// Refuses the app's next attempt to connect; several are used up one by one.
    FEISHU_DECL void refuse_connection(feishu::app_id const& app, connection_refusal how);

    /// A user acts on a card: the bot is asked what to show, and a card it answers with takes the place of the one
    /// that was clicked. It waits, so not under the state's lock, nor in a handler of one's own. Errors: 200340
    /// nowhere to push to, 200341 no answer in time, 200671 an answer other than 200, 200672 not an answer, 200673
    /// not a card; 230001 no such card or element.
    FEISHU_DECL result<callback::v1::model::card_action_answer>
    click(feishu::open_id const& user, feishu::message_id const& card, card_interaction what);
    /// The same by the name, element_id or text of a button.
    result<callback::v1::model::card_action_answer>
    click(feishu::open_id const& user, feishu::message_id const& card, std::string button) {
        return click(user, card, card_interaction{.element = std::move(button)});
    }
    /// A user's client shows a link in a chat: the app is asked for its preview. Errors: as of click.
    FEISHU_DECL result<callback::v1::model::url_preview_answer>
    preview(feishu::open_id const& user, feishu::app_id const& app, feishu::chat_id const& chat, std::string url);

    /// Pushes a new app_ticket to a store app and returns it.
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
