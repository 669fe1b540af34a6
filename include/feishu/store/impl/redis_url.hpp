#pragma once
// redis_url: the parts of the URL of a Redis database.

#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/url.hpp>

namespace feishu::detail {

struct redis_url {
    http::base_url server{}; ///< tls: rediss
    std::string user{};      ///< decoded; empty: the server's default user
    std::string password{};  ///< decoded; empty: no authentication
    int database = 0;
};

/// Parses redis://[[user]:password@]host[:port][/database]. Errors: kind validation, field url; the text itself is not
/// in the message.
FEISHU_DECL result<redis_url> parse_redis_url(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/redis_url.ipp>
#endif
