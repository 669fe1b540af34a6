#pragma once
// token_source: one of a client's tokens, and the credentials that it is fetched with.

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/auth/impl/user_grant.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

/// The kind of a token, by the credentials that it is fetched with.
enum class token_kind {
    custom,    ///< a custom app's tenant token: app_id and app_secret
    store_app, ///< a store app's app token: app_id, app_secret and ticket
    tenant,    ///< a store app's token in one tenant: its app token
    user       ///< a user's token: the refresh token
};

/// A token with its cache.
struct token_source {
    explicit token_source(token_kind k) : kind(k) {}
    token_source(std::shared_ptr<token_source> own, feishu::tenant_key in)
        : kind(token_kind::tenant), app_token(std::move(own)), tenant(std::move(in)) {}

    /// A refresh token can be used once, so a caller that waits does not start a second one.
    explicit token_source(std::unique_ptr<auth::user_grant> user)
        : kind(token_kind::user), grant(std::move(user)), cache(longest_wait) {}

    token_kind const kind;
    std::shared_ptr<token_source> const app_token{}; ///< of token_kind::tenant only
    feishu::tenant_key const tenant{};               ///< of token_kind::tenant only
    std::unique_ptr<auth::user_grant> const grant{};      ///< of token_kind::user only
    auth::token_cache cache{};
    /// Of token_kind::store_app: the earliest time of the next request to resend the ticket.
    std::atomic<clock::time_point> next_ticket_request{(clock::time_point::min)()};
};

} // namespace feishu::detail
