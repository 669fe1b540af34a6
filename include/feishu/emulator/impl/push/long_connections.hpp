#pragma once
// long_connections: all long connections of all apps. Where they are discovered, who may connect, and which one an
// event goes to. Sockets are elsewhere: a connection is what is added here.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/emulator/state.hpp>
#include <feishu/event/impl/long_connection_wire.hpp>
#include <feishu/http/message.hpp>

namespace feishu::emulator {

/// What a client is told at discovery and with each pong.
FEISHU_DECL long_connection_wire::client_settings client_settings_of(push_options const& options);

using push_done = std::function<void(push_outcome)>;

/// A connection that is open. Its functions may be called on any thread.
class open_connection {
public:
    virtual ~open_connection() = default;
    /// Pushes a document; `done` is called exactly once, also when the connection ends.
    virtual void push(std::string type, std::string message_id, std::string document, push_done done) = 0;
    /// Ends it without a word.
    virtual void drop() = 0;
    /// Ends it politely.
    virtual void close() = 0;
};

/// Thread-safe.
class long_connections {
public:
    /// `tenant` outlives it; `seed` draws connections and ids.
    FEISHU_DECL long_connections(shared_state& tenant, push_options options, std::uint64_t seed, bool https);

    /// POST /callback/ws/endpoint: where to connect to.
    FEISHU_DECL response discover(request const& req);

    /// Who connects, or why they may not.
    struct admission {
        feishu::app_id app{};
        std::int32_t service_id = 0;
        std::vector<http::header> refusal{}; ///< Handshake-…; empty when they may
    };
    /// `target` is the one of the upgrade.
    FEISHU_DECL admission admit(std::string_view target);
    /// It gets pushes from now on.
    FEISHU_DECL void add(feishu::app_id const& app, std::shared_ptr<open_connection> one);
    /// The client has been told that it is connected.
    FEISHU_DECL void let_in(feishu::app_id const& app, open_connection const* one);
    FEISHU_DECL void remove(feishu::app_id const& app, open_connection const* one);

    /// True once an app has connected: its events go this way from then on.
    FEISHU_DECL bool serves(feishu::app_id const& app) const;
    /// Pushes over one of the app's connections, whichever; fails when there is none just now.
    FEISHU_DECL void push(feishu::app_id const& app, std::string type, std::string message_id,
                          std::string document, push_done done);

    FEISHU_DECL std::size_t count(feishu::app_id const& app) const;
    /// Until that many have been let in.
    FEISHU_DECL bool wait(feishu::app_id const& app, std::size_t at_least, std::chrono::milliseconds at_most);
    FEISHU_DECL std::size_t drop(feishu::app_id const& app);
    FEISHU_DECL void refuse(feishu::app_id const& app, connection_refusal how);
    /// Ends all connections politely and lets nobody in any more.
    FEISHU_DECL void stop();
    /// Forgets those that are still there.
    FEISHU_DECL void clear();

    push_options const& options() const { return options_; }
    clock::time_point now() { return tenant_->now(); }

private:
    struct line {
        std::shared_ptr<open_connection> connection{};
        bool let_in = false;
    };
    struct of_app {
        std::vector<line> open{};
        std::deque<connection_refusal> refusals{}; // one for each attempt to come
        std::int32_t service_id = 0;
        bool seen = false;
    };

    FEISHU_DECL int discovery_code(feishu::app_id const& app, std::string const& secret);
    FEISHU_DECL of_app& entry(feishu::app_id const& app); // under the lock
    FEISHU_DECL std::string make_url(feishu::app_id const& app, std::string_view host);

    shared_state& tenant_;
    push_options const options_;
    bool const https_;
    mutable std::mutex mutex_; // of all below; the state's lock is never taken under it
    std::condition_variable changed_;
    std::mt19937_64 random_;
    std::map<std::string, of_app> apps_;
    std::map<std::string, feishu::app_id, std::less<>> tickets_; // handed out by discovery
    bool stopping_ = false;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/long_connections.ipp>
#endif
