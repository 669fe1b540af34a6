#pragma once
// redis_store_params: the settings of a store on Redis, see make_redis_store.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Settings of a store on Redis.
struct redis_store_params {
    /// redis://[[user]:password@]host[:port][/database], or rediss:// for TLS, whose certificate is always verified.
    /// User and password are percent-encoded. Port 6379 and database 0 if there is none.
    std::string url = "redis://localhost";
    std::string prefix = "feishu:";           ///< of all keys, so that applications can share a database
    std::string ca_file{};                    ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};                     ///< the same as text
    std::chrono::milliseconds timeout{5'000}; ///< of one operation, connecting included
    std::chrono::milliseconds connect_timeout{2'000}; ///< DNS and TCP, and as much for TLS; within `timeout`
    std::chrono::seconds idle_timeout{60};            ///< an idle connection older than this is not reused
    std::size_t max_idle = 8; ///< idle connections kept; each concurrent operation uses one
};

} // namespace feishu
