#pragma once
// An emulator of the platform on loopback, for tests and for development without a tenant:
//
//     feishu::emulator::server platform;       // with an app, three users, and a group with the bot
//     feishu::client client{platform.config()};
//     client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).value();
//     assert(platform.state()->contents_of(platform.chat_id()).size() == 1);
//
// It serves HTTP/1.1 or HTTPS, on 127.0.0.1 unless told otherwise. This header exposes no type of Beast, Asio or OpenSSL.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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
namespace callback::v1::model {
struct card_action_response;
struct url_preview_response;
} // namespace callback::v1::model
} // namespace feishu

namespace feishu::emulator {

class fault_injector;

/// The settings of the emulator. Everything has a default. Durations are real time.
struct options {
    bool https = false;                             ///< with a generated certificate, which config() trusts
    /// The local address to listen on. On any other than a loopback address, whoever reaches it may call the
    /// platform; the control interface asks for `control_token` there.
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                         ///< 0 selects a free one
    std::string control_token{}; ///< of the control interface; generated if it is needed and empty
    std::uint64_t seed = 1;                         ///< of ids, tokens and faults
    emulator::clock clock{};                        ///< real time; `emulator::clock{start}` is frozen
    bool populate = true;                           ///< whether it starts with an app, users and a chat
    /// The file that the tenant outlives the process in, `emulator::state_file("tenant.state")`; include
    /// <feishu/emulator/state_file.hpp> to use it. None by default.
    state_storage state_file{};
    std::size_t max_body_bytes = 40u << 20;         ///< a longer request body is rejected with 413
    std::uint32_t max_header_bytes = 64u << 10;     ///< longer request headers are rejected with 431
    std::chrono::milliseconds idle_timeout{60'000}; ///< closes a connection without requests
    std::chrono::milliseconds drain_time{1'000};    ///< how long the destructor waits for running requests
    unsigned threads = 2;                           ///< that serve requests; at least one
    std::size_t request_log_size = dispatcher::default_log_size; ///< how many requests `requests()` remembers
    push_options push{};                            ///< how events are pushed
};

/// A running platform. It starts in the constructor and stops in the destructor.
///
/// Thread safety: all members may be called on any thread, several at a time.
/// Lifetimes: the destructor closes connections, waits for running requests up to `drain_time`, and for
/// running handlers without limit.
/// Errors: those of the platform, as feishu::error of kind api.
/// Callbacks: a handler may throw anything, which becomes error 2200, HTTP 500.
class server {
public:
    /// Throws feishu::exception, kind transport, if the port is not available or OpenSSL cannot create a
    /// certificate; kind file, which names the file and the offset, if the state file is not accessible, in use by another
    /// server, or damaged.
    FEISHU_DECL explicit server(emulator::options options = {});
    FEISHU_DECL ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    /// `http://127.0.0.1:port`, or https; with `options::address` if it is not that of all interfaces.
    FEISHU_DECL std::string base_url() const;
    /// What the control interface asks for in `Authorization: Bearer`; empty if nothing.
    FEISHU_DECL std::string control_token() const;
    /// The certificate authority of the server, in PEM; empty without HTTPS.
    FEISHU_DECL std::string ca_pem() const;
    /// The configuration of a client for `app()` or another app; include <feishu/client.hpp> to use it.
    FEISHU_DECL client_config config() const;
    /// For another app.
    FEISHU_DECL client_config config(emulator::app const& app) const;

    /// Whether the tenant comes from `options::state_file`.
    FEISHU_DECL bool restored() const;

    /// The emulated tenant: `platform.state()->add_user("Ann")`. Valid as long as the server.
    FEISHU_DECL shared_state& state();

    /// The initial app, or the first one added.
    FEISHU_DECL emulator::app app() const;
    /// All users. Of the three initial ones, the first two are members of the group.
    FEISHU_DECL std::vector<emulator::user> users() const;
    /// The initial group, or the first chat added.
    FEISHU_DECL feishu::chat_id chat_id() const;

    /// Moves the platform's clock forward; pushes that become due are made. Any duration is safe: the clock
    /// stops at the end of the year 9999.
    FEISHU_DECL void advance(clock::duration by);

    /// What goes wrong; nothing at first. Include <feishu/emulator/faults.hpp> to use it. Valid as long as the server.
    FEISHU_DECL fault_injector& faults();

    /// The requests served, in the order of their responses; of very many, the last ones (options::request_log_size).
    std::vector<request_log_entry> requests() const { return dispatch().requests(); }
    /// Those after the one with this sequence number; of very many, the last `at_most`.
    std::vector<request_log_entry> requests_after(std::uint64_t sequence, std::size_t at_most) const {
        return dispatch().requests_after(sequence, at_most);
    }
    /// Clears the list of requests.
    void clear_requests() { dispatch().clear_requests(); }

    /// Serves an endpoint with a custom handler, which replaces the emulator's own.
    ///
    ///     platform.serve<my::endpoint>(
    ///         [](emulator::caller const&, my::endpoint const& request) -> result<my::endpoint::response> { … });
    ///
    /// Thread safety: a handler that takes `state&` before the caller runs under the state's lock. Any other
    /// handler may block, and runs on several threads at a time.
    template <endpoint E, handler_of<E> Handler>
    void serve(Handler handler) {
        dispatch().template serve<E>(std::move(handler));
    }
    /// Serves each endpoint of a catalog with `handle(state&, caller const&, E const&)`, found by
    /// argument-dependent lookup.
    template <endpoint... E>
    void serve(catalog<E...> endpoints) {
        dispatch().serve(endpoints);
    }

    /// Subscribes a webhook to an app's events, once its url has returned the challenge; replaces the app's
    /// previous one.
    /// Errors: kind validation for an unusable url or ca_pem, transport if there is no response in time, api
    /// if the response is not the challenge.
    FEISHU_DECL result<void> push_to(webhook_subscription subscription);
    /// Pushes an app's events to a function, as if it had opened a long connection; replaces the previous function.
    /// `wait_idle` does not wait for its responses.
    FEISHU_DECL void push_to(feishu::app_id const& app, event_receiver receiver);
    /// Ends pushes to an app's webhook.
    FEISHU_DECL void stop_pushing_to(feishu::app_id const& app);

    /// Serves a page at a path, `/` for example, to browsers: a GET with the Host or Origin of another site is refused
    /// with 403. Later pages at the same path are ignored.
    FEISHU_DECL void serve_page_at(std::string path, emulator::response page);

    /// The pushes made so far, one entry per attempt, in the order in which they ended.
    FEISHU_DECL std::vector<delivery> deliveries() const;
    /// Clears the list of deliveries.
    FEISHU_DECL void clear_deliveries();
    /// Keeps the last events with their documents for `events_after`, whether or not an app receives them; none at first.
    FEISHU_DECL void record_events(std::size_t at_most);
    /// The recorded events that are new or were pushed since this sequence number, in the order of these changes.
    FEISHU_DECL std::vector<recorded_event> events_after(std::uint64_t sequence) const;
    /// Waits until no push is in progress or due now. Returns false after `at_most` of real time.
    FEISHU_DECL bool wait_idle(std::chrono::milliseconds at_most = std::chrono::seconds(20));

    /// The number of open long connections of an app.
    FEISHU_DECL std::size_t connections(feishu::app_id const& app) const;
    /// Waits until the handshake of at least that many long connections of an app is complete. Returns false
    /// after `at_most` of real time.
    FEISHU_DECL bool wait_connections(feishu::app_id const& app, std::size_t at_least = 1,
                                      std::chrono::milliseconds at_most = std::chrono::seconds(20));
    /// Closes an app's long connections abruptly, without a close frame; returns their number.
    FEISHU_DECL std::size_t drop_connections(feishu::app_id const& app);
    /// Refuses the app's next attempt to connect; several refusals are used in order.
    /// Throws std::invalid_argument without a code or status.
    FEISHU_DECL void refuse_connection(feishu::app_id const& app, connection_refusal refusal);

    /// Simulates a user's interaction with a card, an ephemeral one included: pushes the callback, and replaces the
    /// card by the one in the response, if any: for all users, or for this one if the card is not shared
    /// (`state::card_of` has it). Blocks until the response; must not be called under the state's lock or in a
    /// handler. Include <feishu/event/card_callback.hpp> to use the response.
    /// Errors: 200340 no channel to push to, 200341 no response in time, 200671 an HTTP status other than
    /// 200, 200672 a malformed response, 200673 an invalid card in the response, 200810 one for a card in streaming
    /// mode, 200830 one in JSON 1.0 for a card in 2.0, 230001 no such card or element, a card that is too old, an
    /// option that is not offered, or a form without a required value, 230011 a recalled card, 230002 or 232009 a user who is not in the chat or a dissolved chat.
    FEISHU_DECL result<callback::v1::model::card_action_response>
    click(feishu::open_id const& user, feishu::message_id const& card, card_interaction interaction);
    /// The same for the button with this name, element_id or text.
    FEISHU_DECL result<callback::v1::model::card_action_response>
    click(feishu::open_id const& user, feishu::message_id const& card, std::string button);
    /// Simulates a link in a chat: pushes the callback that requests its preview from the app. Blocks like
    /// `click`, with the same errors.
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
