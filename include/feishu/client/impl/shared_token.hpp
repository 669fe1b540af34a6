#pragma once
// shared_token: a token of an app that the clients of several processes share through a store, so that one of them
// fetches it for all.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/token_source.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The store has two entries for a token: its text with the time of its expiry, and the lease of the process that
/// fetches it. A process that ends without a result loses its lease after `lease_lifetime`.
///
/// token_machine says what to do next and reads the outcome; a driver calls `run` in between, which is the only function
/// that blocks. Not thread-safe.
class shared_token : public std::enable_shared_from_this<shared_token> {
public:
    /// Longer than a fetch takes.
    static constexpr std::chrono::seconds lease_lifetime{20};
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

    /// Null without a store, and for a user's token.
    FEISHU_DECL static std::shared_ptr<shared_token> make(client_config const& config,
                                                          token_source const& source);
    /// `lease` is the value of the lease: different for each client, the same for all its calls.
    FEISHU_DECL shared_token(std::shared_ptr<store> in, std::string key, std::string lease);
    FEISHU_DECL ~shared_token(); ///< wipes the tokens

    /// Next: look for a token that is none of these.
    FEISHU_DECL void look_for_other_than(std::vector<auth::token_text> unusable);
    /// Next: store the token, if there is one, and give up the lease.
    FEISHU_DECL void publish(result<auth::access_token> const& outcome, clock::time_point now);

    /// Uses the store; blocks. Called on any thread, while nothing else is called.
    FEISHU_DECL void run();

    finding found() const { return found_; }
    FEISHU_DECL auth::access_token token(clock::time_point now) const;
    error const& why() const { return why_; }

private:
    FEISHU_DECL result<finding> look();
    FEISHU_DECL result<bool> read();
    FEISHU_DECL result<void> write();
    std::string lease_key() const { return key_ + "/lease"; }

    std::shared_ptr<store> const store_;
    std::string const key_;
    std::string const lease_;
    bool publishing_ = false;
    std::vector<auth::token_text> unusable_{};
    std::string value_{};                  ///< of the token; found, or to be published
    std::chrono::milliseconds lifetime_{}; ///< the rest of it
    finding found_ = finding::none;
    error why_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/shared_token.ipp>
#endif
