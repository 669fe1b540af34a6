#pragma once
// token_source: one of a client's tokens, and the credentials that it is fetched with.

#include <atomic>
#include <memory>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>

namespace feishu::detail {

/// The kind of a token, by the credentials that it is fetched with.
enum class token_kind {
    custom,    ///< a custom app's tenant token: app_id and app_secret
    store_app, ///< a store app's app token: app_id, app_secret and ticket
    tenant     ///< a store app's token in one tenant: its app token
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
    /// Of token_kind::store_app: the earliest time of the next request to resend the ticket.
    std::atomic<clock::time_point> next_ticket_request{(clock::time_point::min)()};
};

} // namespace feishu::detail
