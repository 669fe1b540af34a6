#pragma once
// app_connection: the settings to connect to the platform as an app. Those of a client configure a long
// connection of the same app:
//
//     feishu::auth::app_connection const as_the_client = client.connection_settings();

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>
#include <string>

#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/log.hpp>
#include <feishu/http/transport.hpp>
#include <feishu/http/transport_params.hpp>

namespace feishu::auth {

/// An app's credentials and network settings.
///
/// Thread safety: that of a value.
/// Lifetimes: copies share transport and clock.
/// Callbacks: `log` may be called on any thread; exceptions are dropped.
struct app_connection {
    feishu::app_id app_id{};          ///< from the developer console
    std::string app_secret{};         ///< from the developer console; never in errors or logs
    http::transport_params network{}; ///< base_url, trusted CAs, proxy, connect_timeout, User-Agent
    std::shared_ptr<http::transport> transport{};     ///< for single requests; null: one made from `network`
    std::shared_ptr<feishu::clock> clock{};           ///< never null if it comes from a client
    log_function log{};                               ///< one line each; may be empty
};

} // namespace feishu::auth
