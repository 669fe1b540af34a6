#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/strand.hpp>

#include <feishu/client.hpp>
#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/impl/net/certificate.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/net/platform_service.ipp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/impl/listener.ipp>
#include <feishu/http/impl/server_session.ipp>
#include <feishu/http/impl/server_tls.ipp>

namespace feishu::emulator {
namespace detail {

inline emulator::state first_state(options const& options) {
    emulator::state tenant(options.seed, options.clock);
    if (!options.populate)
        return tenant;
    tenant.add_app("emulator");
    auto const ann = tenant.add_user("Ann");
    auto const ben = tenant.add_user("Ben");
    tenant.add_user("Eve");
    tenant.add_chat("General", {ann, ben});
    return tenant;
}

} // namespace detail

struct server::impl {
    using session = http::detail::server_session<detail::platform_service>;

    explicit impl(emulator::options wanted)
        : options(wanted), tenant(detail::first_state(options)), platform(tenant),
          connections(tenant, options.push, options.seed, options.https), service(platform, connections),
          limits(detail::limits_of(options)), listener(context),
          push(tenant, connections, options.push, options.seed,
               boost::asio::any_io_executor(boost::asio::make_strand(context))) {
        serve_platform(platform);
        platform.serve_path(verb::post, "/callback/ws/endpoint",
                            [this](request const& req) { return connections.discover(req); });
        if (options.https)
            prepare_tls();
        listener.open("127.0.0.1", options.port).value();
        listener.accept([this](boost::asio::ip::tcp::socket socket) { start(std::move(socket)); });
        for (unsigned i = 0; i < std::max(1u, options.threads); ++i)
            threads.emplace_back([this] { context.run(); });
    }

    ~impl() {
        listener.close();
        connections.stop();
        sessions.wind_down();
        sessions.wait(options.drain_time);
        context.stop();
        for (auto& thread : threads)
            thread.join();
        connections.clear(); // what is left has timers in the context
    }

    void prepare_tls() {
        auto identity = make_loopback_identity().value();
        ca_pem = std::move(identity.ca);
        tls.emplace(http::detail::make_server_tls({.certificate_pem = identity.certificate, .key_pem = identity.key})
                        .value());
    }

    void start(boost::asio::ip::tcp::socket socket) {
        auto const executor = socket.get_executor();
        auto const one = std::make_shared<session>(std::move(socket), tls ? &*tls : nullptr, service, limits, sessions);
        boost::asio::co_spawn(
            executor, [one]() { return one->run(); }, boost::asio::detached);
    }

    emulator::options options;
    shared_state tenant;
    dispatcher platform;
    long_connections connections;
    detail::platform_service service;
    http::detail::session_limits limits;
    http::detail::session_list sessions;
    std::optional<boost::asio::ssl::context> tls;
    std::string ca_pem;
    boost::asio::io_context context; // after what its sessions use, so that it ends before
    http::detail::listener listener;
    push_service push;
    std::vector<std::thread> threads;
};

FEISHU_DECL server::server(emulator::options options) : impl_(std::make_unique<impl>(std::move(options))) {}
FEISHU_DECL server::~server() = default;

FEISHU_DECL std::string server::base_url() const {
    return (impl_->options.https ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(impl_->listener.port());
}

FEISHU_DECL std::string server::ca_pem() const { return impl_->ca_pem; }

FEISHU_DECL client_config server::config() const { return config(app()); }

FEISHU_DECL client_config server::config(emulator::app const& app) const {
    return {.app_id = app.app_id, .app_secret = app.app_secret, .base_url = base_url(), .ca_pem = ca_pem()};
}

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

FEISHU_DECL dispatcher& server::dispatch() const { return impl_->platform; }

FEISHU_DECL void server::advance(clock::duration by) {
    impl_->tenant->advance(by);
    impl_->push.wake();
}

FEISHU_DECL result<void> server::push_to(webhook_subscription where) {
    return impl_->push.subscribe(std::move(where));
}

FEISHU_DECL void server::stop_pushing_to(feishu::app_id const& app) { impl_->push.unsubscribe(app); }
FEISHU_DECL std::vector<delivery> server::deliveries() const { return impl_->push.deliveries(); }
FEISHU_DECL void server::clear_deliveries() { impl_->push.clear_deliveries(); }
FEISHU_DECL bool server::wait_idle(std::chrono::milliseconds at_most) { return impl_->push.wait_idle(at_most); }

FEISHU_DECL std::size_t server::connections(feishu::app_id const& app) const {
    return impl_->connections.count(app);
}

FEISHU_DECL bool server::wait_connections(feishu::app_id const& app, std::size_t at_least,
                                          std::chrono::milliseconds at_most) {
    return impl_->connections.wait(app, at_least, at_most);
}

FEISHU_DECL std::size_t server::drop_connections(feishu::app_id const& app) {
    return impl_->connections.drop(app);
}

FEISHU_DECL void server::refuse_connection(feishu::app_id const& app, connection_refusal how) {
    impl_->connections.refuse(app, std::move(how));
}

FEISHU_DECL result<callback::v1::model::card_action_answer>
server::click(feishu::open_id const& user, feishu::message_id const& card, card_interaction what) {
    return detail::click(impl_->tenant, impl_->push, user, card, what);
}

FEISHU_DECL result<callback::v1::model::url_preview_answer>
server::preview(feishu::open_id const& user, feishu::app_id const& app, feishu::chat_id const& chat,
                std::string url) {
    return detail::preview(impl_->tenant, impl_->push, user, app, chat, std::move(url));
}

FEISHU_DECL std::string server::push_app_ticket(feishu::app_id const& app) {
    return impl_->tenant->issue_app_ticket(app);
}

} // namespace feishu::emulator
