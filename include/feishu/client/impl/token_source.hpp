#pragma once
// token_source: one of the tokens that a client keeps, and from what it is fetched.

#include <optional>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/ids.hpp>

namespace feishu::detail {

/// A token with its cache. Stays where it is while the client lives.
struct token_source {
    enum class kind {
        custom,    ///< a custom app's tenant token: from its credentials
        store_app, ///< a store app's own token: from its credentials and its ticket
        tenant     ///< a store app's token in one tenant: from its own token
    };

    explicit token_source(kind k) : what(k) {}
    token_source(token_source& own, feishu::tenant_key in)
        : what(kind::tenant), app(&own), tenant(std::move(in)) {}

    kind const what;
    token_source* const app = nullptr; ///< the app's own token; of kind tenant only
    feishu::tenant_key const tenant{}; ///< of kind tenant only
    auth::token_cache cache{};
    std::optional<clock::time_point>
        ticket_asked{}; ///< of kind store_app; touched by who fetches, one at a time
};

} // namespace feishu::detail
