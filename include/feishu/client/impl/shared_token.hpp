#pragma once
// shared_token: a token of an app that the clients of several processes share through a store, so that one of them
// fetches it for all.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/auth/user_tokens.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/store_operation.hpp>
#include <feishu/client/impl/token_source.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The store has two entries for a token: its text with the time of its expiry, and the lease of the process that
/// fetches it. A process that ends without a result loses its lease after `lease_lifetime`.
///
/// A refresh token can be used once. The process that has the lease for it refreshes, and stores the new tokens before it
/// uses them; the others, which still have the old one, find the new ones under its hash, and so on.
///
/// token_machine says what to do next and reads the outcome; a driver calls `run` in between, which is the only function
/// that blocks. Not thread-safe.
class shared_token final : public store_operation {
public:
    static constexpr std::chrono::seconds lease_lifetime{20};
    /// A process that has the lease takes no longer than this.
    static constexpr std::chrono::seconds longest_fetch{15};
    /// How long to wait for another process before looking again.
    static constexpr std::chrono::milliseconds poll_interval{50};

    enum class finding {
        none,   ///< `run` has not returned yet
        token,  ///< `token()` can be used
        lease,  ///< this process is to fetch it, and to `publish` the outcome
        busy,   ///< another process fetches it
        failed, ///< the store failed: `why()`
        published
    };

    /// For the token of an app or a tenant. Null without a store, and for a user's token.
    FEISHU_DECL static std::shared_ptr<shared_token> make(client_config const& config,
                                                          token_source const& source);
    /// For what a refresh yields: the tokens are found under the hash of the refresh token that they replace.
    FEISHU_DECL static std::shared_ptr<shared_token> make_for_refresh(client_config const& config,
                                                                      token_source const& source,
                                                                      std::string const& refresh_token_hash);
    /// `lease` is the value of the lease: different for each client, the same for all its calls.
    FEISHU_DECL shared_token(std::shared_ptr<store> in, std::string key, std::string lease);
    FEISHU_DECL ~shared_token() override; ///< wipes the tokens

    /// Next: look for a token that is none of these.
    FEISHU_DECL void look_for_other_than(std::vector<auth::token_text> unusable);
    /// Next: store a value, if it is not empty, and give up the lease.
    FEISHU_DECL void publish(std::string value, std::chrono::milliseconds lifetime);

    /// Uses the store; blocks. Called on any thread, while nothing else is called.
    FEISHU_DECL void run() override;

    finding found() const { return found_; }
    FEISHU_DECL auth::access_token token(clock::time_point now) const;
    std::string_view value() const { return value_; }
    error const& why() const { return why_; }

private:
    FEISHU_DECL result<finding> look();
    FEISHU_DECL result<bool> read(std::string const& key);
    FEISHU_DECL result<bool> read_newest();
    FEISHU_DECL result<void> write();
    std::string lease_key() const { return key_ + "/lease"; }

    std::shared_ptr<store> const store_;
    std::string const key_;
    std::string const lease_;
    std::string successors_{}; ///< prefix of the keys of a user's tokens; empty for the token of an app
    bool publishing_ = false;
    std::vector<auth::token_text> unusable_{};
    std::string value_{};                  ///< found, or to be published
    std::chrono::milliseconds lifetime_{}; ///< the rest of it
    finding found_ = finding::none;
    error why_{};
};

/// SHA-256 in hexadecimal digits.
FEISHU_DECL std::string hash_of_secret(std::string_view secret);

/// A user's tokens as the value of an entry, and back; nothing if it is malformed.
FEISHU_DECL std::string write_user_tokens(auth::user_tokens const& tokens);
FEISHU_DECL std::optional<auth::user_tokens> read_user_tokens(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/shared_token.ipp>
#endif
