#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/strand.hpp>

#include <feishu/client.hpp>
#include <feishu/client/impl/authorization.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/impl/gateway/access.hpp>
#include <feishu/emulator/impl/net/certificate.hpp>
#include <feishu/emulator/impl/net/faulty_tls.hpp>
#include <feishu/emulator/impl/net/platform_service.hpp>
#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/impl/server.hpp>

namespace feishu::emulator {
namespace detail {

inline void populate(emulator::state& tenant) {
    tenant.add_app("emulator");
    auto const ann = tenant.add_user("Ann");
    auto const ben = tenant.add_user("Ben");
    tenant.add_user("Eve");
    tenant.add_chat("General", {ann, ben});
}

inline opened_state_file open_state(options const& wanted, shared_state& tenant) {
    opened_state_file out;
    if (auto const& file = wanted.state_file; file.open != nullptr)
        out = tenant.with([&](state& t) { return file.open(file.path, t); }).value();
    if (out.keeper != nullptr)
        tenant.keep_with(*out.keeper);
    if (wanted.populate && !out.restored)
        tenant.with([](state& t) { populate(t); });
    return out;
}

inline http::detail::server_params server_params_of(options const& wanted,
                                                    loopback_identity const& identity) {
    return {.address = wanted.address,
            .port = wanted.port,
            .threads = wanted.threads,
            .identity = {.certificate_pem = identity.certificate, .key_pem = identity.key},
            .limits = {.header_bytes = wanted.max_header_bytes,
                       .body_bytes = wanted.max_body_bytes,
                       .idle_time = wanted.idle_timeout,
                       .header_time = wanted.idle_timeout,
                       .body_time = wanted.idle_timeout},
            .drain_time = wanted.drain_time,
            .log = {}};
}

inline access_policy access_policy_of(options const& wanted) {
    access_policy out{.host = wanted.address, .token = wanted.control_token};
    if (out.token.empty() && !is_loopback(wanted.address))
        out.token = oauth::detail::random_secret();
    return out;
}

// Of an address that a client can connect to.
inline std::string url_host(std::string const& address) {
    if (address == "0.0.0.0")
        return "127.0.0.1";
    if (address == "::")
        return "[::1]";
    return address.find(':') == std::string::npos ? address : '[' + address + ']';
}

/// A function that receives events, as a connection.
class in_process_connection final : public open_connection {
public:
    in_process_connection(event_receiver receiver, std::shared_ptr<std::atomic<std::size_t>> held)
        : receiver_(std::move(receiver)), held_(std::move(held)) {}

    void push(std::string, std::string, std::string document, push_done done) override {
        ++*held_;
        receiver_(std::move(document), [done = std::move(done), held = held_](int status, std::string body) {
            --*held;
            done({.channel = delivery_channel::long_connection, .status = status, .response = std::move(body)});
        });
    }
    void abort() override {}
    void close() override {}

private:
    event_receiver receiver_;
    std::shared_ptr<std::atomic<std::size_t>> held_; // documents without a response
};

} // namespace detail

struct server::impl {
    explicit impl(emulator::options const& options)
        : https(options.https), access(detail::access_policy_of(options)), tenant(emulator::state(options.seed, options.clock)),
          state_file(detail::open_state(options, tenant)), platform(tenant, options.request_log_size),
          connections(tenant, options.push, options.seed, https),
          identity(https ? make_loopback_identity().value() : loopback_identity{}), faults(options.seed),
          bad_tls(https ? std::make_unique<detail::faulty_tls>(identity) : nullptr),
          service(platform, tenant, connections, faults, bad_tls.get()),
          http(detail::server_params_of(options, identity), service),
          push(tenant, connections, options.push, options.seed,
               boost::asio::any_io_executor(boost::asio::make_strand(http.context()))) {
        serve_platform(platform, access);
        tenant->base_url = base_url();
        platform.protect("/_emulator/", [this](request const& req) { return refuse_access(req, access); });
        platform.serve_path(verb::post, "/callback/ws/endpoint",
                            [this](request const& req) { return connections.discover(req); });
        tenant->count_connections = [this](feishu::app_id const& app) { return connections.count(app); };
        http.start();
    }

    ~impl() {
        http.stop();
        connections.stop();
        http.finish();
        connections.clear(); // those left have timers in the context
    }

    std::string base_url() const {
        return (https ? "https://" : "http://") + detail::url_host(access.host) + ':' + std::to_string(http.port());
    }

    bool const https;
    detail::access_policy const access;
    shared_state tenant;
    detail::opened_state_file const state_file;
    dispatcher platform;
    long_connections connections;
    loopback_identity identity; // empty without HTTPS
    fault_injector faults;
    std::unique_ptr<detail::faulty_tls> bad_tls; // null without HTTPS
    detail::platform_service service;
    feishu::http::detail::server http;
    push_service push;
    /// Documents that functions in the same process have not responded to yet.
    std::shared_ptr<std::atomic<std::size_t>> const held = std::make_shared<std::atomic<std::size_t>>(0);
};

FEISHU_DECL server::server(emulator::options options) : impl_(std::make_unique<impl>(options)) {}
FEISHU_DECL server::~server() = default;

FEISHU_DECL std::string server::base_url() const { return impl_->base_url(); }

FEISHU_DECL std::string server::control_token() const { return impl_->access.token; }

FEISHU_DECL std::string server::ca_pem() const { return impl_->identity.ca; }

FEISHU_DECL client_config server::config() const { return config(app()); }

FEISHU_DECL client_config server::config(emulator::app const& app) const {
    return {.app_id = app.app_id, .app_secret = app.app_secret, .base_url = base_url(), .ca_pem = ca_pem()};
}

FEISHU_DECL bool server::restored() const { return impl_->state_file.restored; }

FEISHU_DECL shared_state& server::state() { return impl_->tenant; }

FEISHU_DECL emulator::app server::app() const {
    return impl_->tenant.with([](emulator::state& tenant) {
        return tenant.apps().empty() ? emulator::app{} : tenant.apps().front();
    });
}

FEISHU_DECL std::vector<emulator::user> server::users() const {
    return impl_->tenant.with([](emulator::state& tenant) {
        return std::vector<emulator::user>(tenant.users().begin(), tenant.users().end());
    });
}

FEISHU_DECL feishu::chat_id server::chat_id() const {
    return impl_->tenant.with([](emulator::state& tenant) {
        return tenant.chats().empty() ? feishu::chat_id{} : tenant.chats().front().chat_id;
    });
}

FEISHU_DECL fault_injector& server::faults() { return impl_->faults; }

FEISHU_DECL dispatcher& server::dispatch() const { return impl_->platform; }

FEISHU_DECL void server::advance(clock::duration by) {
    impl_->tenant->advance(by);
    impl_->push.wake();
}

FEISHU_DECL result<void> server::push_to(webhook_subscription subscription) {
    return impl_->push.subscribe(std::move(subscription));
}

FEISHU_DECL void server::push_to(feishu::app_id const& app, event_receiver receiver) {
    auto const one = std::make_shared<detail::in_process_connection>(std::move(receiver), impl_->held);
    impl_->connections.abort(app);
    impl_->connections.add(app, one);
    impl_->connections.mark_ready(app, one.get());
}

FEISHU_DECL void server::stop_pushing_to(feishu::app_id const& app) { impl_->push.unsubscribe(app); }
FEISHU_DECL std::vector<delivery> server::deliveries() const { return impl_->push.deliveries(); }
FEISHU_DECL void server::clear_deliveries() { impl_->push.clear_deliveries(); }
FEISHU_DECL void server::record_events(std::size_t at_most) { impl_->push.record_events(at_most); }
FEISHU_DECL std::vector<recorded_event> server::events_after(std::uint64_t sequence) const {
    return impl_->push.events_after(sequence);
}
FEISHU_DECL void server::serve_page_at(std::string path, emulator::response page) {
    impl_->platform.serve_path(verb::get, std::move(path), [policy = impl_->access, page = std::move(page)](request const& req) {
        auto refused = detail::refuse_other_site(req, policy);
        return refused ? std::move(*refused) : page;
    });
}
FEISHU_DECL bool server::wait_idle(std::chrono::milliseconds at_most) {
    return impl_->push.wait_idle(at_most, *impl_->held);
}

FEISHU_DECL std::size_t server::connections(feishu::app_id const& app) const {
    return impl_->connections.count(app);
}

FEISHU_DECL bool server::wait_connections(feishu::app_id const& app, std::size_t at_least,
                                          std::chrono::milliseconds at_most) {
    return impl_->connections.wait(app, at_least, at_most);
}

FEISHU_DECL std::size_t server::drop_connections(feishu::app_id const& app) {
    return impl_->connections.abort(app);
}

FEISHU_DECL void server::refuse_connection(feishu::app_id const& app, connection_refusal refusal) {
    impl_->connections.refuse(app, std::move(refusal));
}

FEISHU_DECL result<callback::v1::model::card_action_response>
server::click(feishu::open_id const& user, feishu::message_id const& card, card_interaction interaction) {
    return detail::click(impl_->tenant, impl_->push, user, card, interaction);
}

FEISHU_DECL result<callback::v1::model::card_action_response>
server::click(feishu::open_id const& user, feishu::message_id const& card, std::string button) {
    return click(user, card, card_interaction{.element = std::move(button)});
}

FEISHU_DECL result<callback::v1::model::url_preview_response> server::preview(feishu::open_id const& user,
                                                                            feishu::app_id const& app,
                                                                            feishu::chat_id const& chat,
                                                                            std::string url) {
    return detail::preview(impl_->tenant, impl_->push, user, app, chat, std::move(url));
}

FEISHU_DECL std::string server::push_app_ticket(feishu::app_id const& app) {
    return impl_->tenant->issue_app_ticket(app);
}

} // namespace feishu::emulator
