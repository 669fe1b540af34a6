#pragma once
// redis_connection: a connection to a Redis server.

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/socket_connection.hpp>
#include <feishu/store/impl/redis_protocol.hpp>
#include <feishu/store/impl/redis_url.hpp>

namespace feishu::detail {

/// After an error it is of no use any longer. Not thread-safe.
class redis_connection {
public:
    explicit redis_connection(std::unique_ptr<http::detail::socket_connection> socket)
        : socket_(std::move(socket)) {}

    /// Authenticates and selects the database, in one round trip. Errors: also kind auth, without text of the server.
    FEISHU_DECL result<void> start(redis_url const& url, http::detail::time_limit limit);

    /// Sends commands together and returns their replies, error replies included.
    /// Errors: kinds transport, timeout and decode; `may_have_executed` is false if no byte was sent.
    FEISHU_DECL result<std::vector<redis_reply>> run(std::span<redis_command const> commands,
                                                     http::detail::time_limit limit);

    /// For idle_list.
    bool is_idle() { return socket_->is_idle(); }
    std::chrono::steady_clock::time_point idle_since{};

private:
    FEISHU_DECL result<void> send(std::span<redis_command const> commands, http::detail::time_limit limit);
    FEISHU_DECL result<redis_reply> receive(http::detail::time_limit limit);
    FEISHU_DECL error failure(http::detail::error_code why, http::detail::time_limit limit, bool sent) const;

    std::unique_ptr<http::detail::socket_connection> socket_;
    redis_reply_reader reader_{};
    std::vector<char> buffer_ = std::vector<char>(16u << 10);
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/redis_connection.ipp>
#endif
