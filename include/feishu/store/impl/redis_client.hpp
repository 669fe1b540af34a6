#pragma once
// redis_client: runs commands and scripts on a Redis server, each on a connection from a pool.

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/idle_list.hpp>
#include <feishu/http/impl/socket_lookup.hpp>
#include <feishu/store/impl/reconnect_backoff.hpp>
#include <feishu/store/impl/redis_connection.hpp>
#include <feishu/store/impl/redis_url.hpp>
#include <feishu/store/redis_store_params.hpp>

namespace feishu::detail {

/// What may happen if a command is executed twice.
enum class repeatable { no, yes };

/// A script of the server, known to it by the hash of its text.
class redis_script {
public:
    FEISHU_DECL explicit redis_script(std::string text);
    std::string_view text() const { return text_; }
    std::string_view sha() const { return sha_; }

private:
    std::string text_;
    std::string sha_;
};

/// Thread-safe.
class redis_client {
public:
    /// Errors: kind validation.
    FEISHU_DECL static result<std::unique_ptr<redis_client>> make(redis_store_params const& params);

    /// An error reply is an error. See `store` for what is repeated.
    FEISHU_DECL result<redis_reply> run(redis_command const& command, repeatable again);
    /// `rest`: the number of keys, keys, arguments.
    FEISHU_DECL result<redis_reply> run(redis_script const& script, redis_command const& rest,
                                        repeatable again);

private:
    using connection_ptr = std::unique_ptr<redis_connection>;

    FEISHU_DECL redis_client(redis_url url, http::detail::endpoint_config target,
                             redis_store_params const& params);
    FEISHU_DECL result<redis_reply> run_raw(redis_command const& command, repeatable again);
    FEISHU_DECL result<connection_ptr> connect(http::detail::time_limit limit);

    redis_url url_;
    http::detail::endpoint_config target_;
    std::chrono::milliseconds timeout_;
    http::detail::idle_list<redis_connection> idle_;
    http::detail::socket_lookups lookups_{};
    reconnect_backoff backoff_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/redis_client.ipp>
#endif
