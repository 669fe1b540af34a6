#pragma once
// long_connections: manages the long connections of all apps: discovery, admission, and the selection of a
// connection for a push. No sockets: an open connection is an interface.

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

/// The settings that clients get at discovery and with each pong.
FEISHU_DECL long_connection_wire::client_settings client_settings_of(push_options const& options);

using push_done = std::function<void(push_outcome)>;

/// An open connection. Thread safety: safe.
class open_connection {
public:
    virtual ~open_connection() = default;
    /// Pushes a document; `done` is called exactly once, also when the connection ends.
    virtual void push(std::string type, std::string message_id, std::string document, push_done done) = 0;
    /// Closes it abruptly.
    virtual void abort() = 0;
    /// Closes it gracefully, with a close frame.
    virtual void close() = 0;
};

/// The registry of connections. Thread safety: safe.
class long_connections {
public:
    /// `tenant` must outlive it; `seed` selects connections and device ids.
    FEISHU_DECL long_connections(shared_state& tenant, push_options options, std::uint64_t seed, bool https);

    /// Serves POST /callback/ws/endpoint: returns the URL to connect to.
    FEISHU_DECL response discover(request const& req);

    /// The app that connects, or why it is refused.
    struct admission {
        feishu::app_id app{};
        std::int32_t service_id = 0;
        std::vector<http::header> refusal{}; ///< Handshake-…; empty if it is admitted
    };
    /// `target` is that of the upgrade request.
    FEISHU_DECL admission admit(std::string_view target);
    /// Registers a connection for pushes.
    FEISHU_DECL void add(feishu::app_id const& app, std::shared_ptr<open_connection> one);
    /// The response to the handshake has been sent.
    FEISHU_DECL void mark_ready(feishu::app_id const& app, open_connection const* one);
    FEISHU_DECL void remove(feishu::app_id const& app, open_connection const* one);

    /// True once the app has connected: its events are pushed here from then on.
    FEISHU_DECL bool has_channel(feishu::app_id const& app) const;
    /// Pushes over one of the app's connections, drawn at random; fails if there is none.
    FEISHU_DECL void push(feishu::app_id const& app, std::string type, std::string message_id,
                          std::string document, push_done done);

    FEISHU_DECL std::size_t count(feishu::app_id const& app) const;
    /// Waits until that many are ready; false after `at_most`.
    FEISHU_DECL bool wait(feishu::app_id const& app, std::size_t at_least, std::chrono::milliseconds at_most);
    /// Closes an app's connections abruptly; returns how many.
    FEISHU_DECL std::size_t abort(feishu::app_id const& app);
    FEISHU_DECL void refuse(feishu::app_id const& app, connection_refusal refusal);
    /// Closes all connections gracefully, and admits no more.
    FEISHU_DECL void stop();
    /// Releases the connections that are left.
    FEISHU_DECL void clear();

    push_options const& options() const { return options_; }
    clock::time_point now() { return tenant_->now(); }

private:
    struct connection_entry {
        std::shared_ptr<open_connection> connection{};
        bool ready = false;
    };
    struct app_entry {
        std::vector<connection_entry> open{};
        std::deque<connection_refusal> refusals{}; // one for each coming attempt
        std::int32_t service_id = 0;
        bool has_connected = false;
    };

    FEISHU_DECL int discovery_code(feishu::app_id const& app, std::string const& secret);
    FEISHU_DECL app_entry& entry(feishu::app_id const& app); // under the lock
    FEISHU_DECL std::string make_url(feishu::app_id const& app, std::string_view host);

    shared_state& tenant_;
    push_options const options_;
    bool const https_;
    mutable std::mutex mutex_; // of all below; the state's lock is never taken under it
    std::condition_variable changed_;
    std::mt19937_64 random_;
    std::map<std::string, app_entry> apps_;
    std::map<std::string, feishu::app_id, std::less<>> tickets_; // issued by discovery
    bool stopping_ = false;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/long_connections.ipp>
#endif
