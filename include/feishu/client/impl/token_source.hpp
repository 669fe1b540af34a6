#pragma once
// token_source: one of the tokens that a client keeps, and from what it is fetched.

#include <atomic>
#include <memory>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>

namespace feishu::detail {

/// What a token is fetched from.
enum class token_kind {
    custom,    ///< a custom app's tenant token: from its credentials
    store_app, ///< a store app's own token: from its credentials and its ticket
    tenant     ///< a store app's token in one tenant: from its own token
};

/// A token with its cache.
struct token_source {
    explicit token_source(token_kind k) : kind(k) {}
    token_source(std::shared_ptr<token_source> own, feishu::tenant_key in)
        : kind(token_kind::tenant), app_token(std::move(own)), tenant(std::move(in)) {}

    token_kind const kind;
    std::shared_ptr<token_source> const app_token{}; ///< of token_kind::tenant only
    feishu::tenant_key const tenant{};               ///< of token_kind::tenant only
    auth::token_cache cache{};
    /// Of token_kind::store_app: until then the platform is not asked again to resend the ticket.
    std::atomic<clock::time_point> next_ticket_request{(clock::time_point::min)()};
};

} // namespace feishu::detail
