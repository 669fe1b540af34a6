#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/event/impl/long_connection_wire.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr int invalid_credentials = 1000040345;
inline constexpr int too_many_connections = 1000040350;

inline std::string_view discovery_message(int code) {
    switch (code) {
    case 0: return "";
    case 1: return "system busy";
    case 403: return "forbidden: long connections are for custom apps";
    case 514: return "auth failed";
    case invalid_credentials: return "app_id or app_secret is invalid";
    case too_many_connections: return "too many connections";
    default: return "refused";
    }
}

inline std::vector<http::header> handshake_refusal(int status, int auth_code, std::string message) {
    std::vector<http::header> out{{"Handshake-Status", std::to_string(status)},
                                  {"Handshake-Msg", std::move(message)}};
    if (auth_code != 0)
        out.push_back({"Handshake-Autherrcode", std::to_string(auth_code)});
    return out;
}

} // namespace detail

FEISHU_DECL long_connection_wire::client_settings client_settings_of(push_options const& options) {
    return {.ReconnectCount = options.reconnect_count,
            .ReconnectInterval = options.reconnect_interval.count(),
            .ReconnectNonce = options.reconnect_nonce.count(),
            .PingInterval = options.ping_interval.count()};
}

FEISHU_DECL long_connections::long_connections(shared_state& tenant, push_options options, std::uint64_t seed,
                                               bool https)
    : tenant_(tenant), options_(std::move(options)), https_(https), random_(seed) {}

FEISHU_DECL long_connections::app_entry& long_connections::entry(feishu::app_id const& app) {
    auto& found = apps_[app.str()];
    if (found.service_id == 0)
        found.service_id = static_cast<std::int32_t>(33'000'000 + apps_.size());
    return found;
}

FEISHU_DECL int long_connections::discovery_code(feishu::app_id const& app, std::string const& secret) {
    auto const [known, store] = tenant_.with([&](state& tenant) {
        auto const* found = tenant.find_app(app);
        return std::pair(found != nullptr && found->app_secret == secret, found != nullptr && found->store);
    });
    if (!known)
        return detail::invalid_credentials;
    if (store)
        return 403;
    std::lock_guard const lock(mutex_);
    auto& known_app = entry(app);
    if (!known_app.refusals.empty() && known_app.refusals.front().discovery_code != 0) {
        auto const code = known_app.refusals.front().discovery_code;
        known_app.refusals.pop_front();
        return code;
    }
    return known_app.open.size() < options_.max_connections ? 0 : detail::too_many_connections;
}

FEISHU_DECL std::string long_connections::make_url(feishu::app_id const& app, std::string_view host) {
    auto const ticket = tenant_->make_id("");
    std::lock_guard const lock(mutex_);
    tickets_[ticket] = app;
    return std::string(https_ ? "wss://" : "ws://") + std::string(host) +
           "/ws/v2?device_id=" + std::to_string(random_() >> 1) +
           "&service_id=" + std::to_string(entry(app).service_id) + "&ticket=" + ticket;
}

FEISHU_DECL response long_connections::discover(request const& req) {
    long_connection_wire::discovery_response document;
    if (auto const body = json::read<long_connection_wire::discovery_request>(req.body)) {
        feishu::app_id const app(body->AppID);
        document.code = discovery_code(app, body->AppSecret);
        if (document.code == 0)
            document.data = {.URL = make_url(app, http::find_header(req.headers, "Host")),
                             .ClientConfig = client_settings_of(options_)};
    } else {
        document.code = 400;
    }
    document.msg = detail::discovery_message(*document.code);
    response out;
    out.body = json::to_string(document, {.omit_empty = true});
    return out;
}

FEISHU_DECL long_connections::admission long_connections::admit(std::string_view target) {
    constexpr std::string_view name = "ticket=";
    auto const at = target.find(name);
    auto ticket = at == std::string_view::npos ? std::string_view{} : target.substr(at + name.size());
    ticket = ticket.substr(0, ticket.find('&'));
    std::lock_guard const lock(mutex_);
    auto const found = tickets_.find(ticket);
    if (found == tickets_.end() || stopping_)
        return {.refusal = detail::handshake_refusal(514, 1000040344, "unknown ticket")};
    auto& known_app = entry(found->second);
    admission out{.app = found->second, .service_id = known_app.service_id};
    if (!known_app.refusals.empty() && known_app.refusals.front().status != 0) {
        auto const wanted = std::move(known_app.refusals.front());
        known_app.refusals.pop_front();
        out.refusal = detail::handshake_refusal(wanted.status, wanted.auth_code, wanted.message);
    } else if (known_app.open.size() >= options_.max_connections) {
        out.refusal = detail::handshake_refusal(514, detail::too_many_connections, "too many connections");
    }
    return out;
}

FEISHU_DECL void long_connections::add(feishu::app_id const& app, std::shared_ptr<open_connection> one) {
    std::lock_guard const lock(mutex_);
    if (stopping_)
        return one->close();
    auto& known_app = entry(app);
    known_app.open.push_back({.connection = std::move(one)});
    known_app.has_connected = true;
}

FEISHU_DECL void long_connections::mark_ready(feishu::app_id const& app, open_connection const* one) {
    std::lock_guard const lock(mutex_);
    for (auto& [connection, ready] : entry(app).open)
        ready = ready || connection.get() == one;
    changed_.notify_all();
}

FEISHU_DECL void long_connections::remove(feishu::app_id const& app, open_connection const* one) {
    std::lock_guard const lock(mutex_);
    std::erase_if(entry(app).open,
                  [&](connection_entry const& open) { return open.connection.get() == one; });
}

FEISHU_DECL bool long_connections::has_channel(feishu::app_id const& app) const {
    std::lock_guard const lock(mutex_);
    auto const found = apps_.find(app.str());
    return found != apps_.end() && found->second.has_connected;
}

FEISHU_DECL void long_connections::push(feishu::app_id const& app, std::string type, std::string message_id,
                                        std::string document, push_done done) {
    std::shared_ptr<open_connection> chosen;
    {
        std::lock_guard const lock(mutex_);
        if (auto const& open = entry(app).open; !open.empty())
            chosen = open[random_() % open.size()].connection;
    }
    if (chosen == nullptr)
        return done({.channel = delivery_channel::long_connection, .response = "no connection"});
    chosen->push(std::move(type), std::move(message_id), std::move(document), std::move(done));
}

FEISHU_DECL std::size_t long_connections::count(feishu::app_id const& app) const {
    std::lock_guard const lock(mutex_);
    auto const found = apps_.find(app.str());
    return found == apps_.end() ? 0 : found->second.open.size();
}

FEISHU_DECL bool long_connections::wait(feishu::app_id const& app, std::size_t at_least,
                                        std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, feishu::detail::saturated(at_most), [&] {
        auto const ready = std::ranges::count(entry(app).open, true, &connection_entry::ready);
        return static_cast<std::size_t>(ready) >= at_least;
    });
}

FEISHU_DECL std::size_t long_connections::abort(feishu::app_id const& app) {
    std::vector<connection_entry> aborted;
    {
        std::lock_guard const lock(mutex_);
        aborted.swap(entry(app).open);
    }
    for (auto const& one : aborted)
        one.connection->abort();
    return aborted.size();
}

FEISHU_DECL void long_connections::refuse(feishu::app_id const& app, connection_refusal refusal) {
    if (refusal.discovery_code == 0 && refusal.status == 0)
        throw std::invalid_argument("connection_refusal needs a discovery_code or a status");
    std::lock_guard const lock(mutex_);
    entry(app).refusals.push_back(std::move(refusal));
}

FEISHU_DECL void long_connections::stop() {
    std::vector<connection_entry> all;
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
        for (auto const& [name, app] : apps_)
            all.insert(all.end(), app.open.begin(), app.open.end());
    }
    for (auto const& one : all)
        one.connection->close();
}

FEISHU_DECL void long_connections::clear() {
    std::lock_guard const lock(mutex_);
    apps_.clear();
}

} // namespace feishu::emulator
