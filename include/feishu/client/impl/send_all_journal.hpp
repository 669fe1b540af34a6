#pragma once
// send_all_journal: the journal of a send_all in a store.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <feishu/client/impl/send_all_machine.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

/// One entry for each part, one for the digest of receivers and content, and a lease of the process that continues it.
/// Every write of a part states what was there before, so that two processes cannot both claim a part, whatever happens
/// to the lease. Thread safety: `read` and `write` on any thread; the others on one.
class send_all_journal {
public:
    struct settings {
        std::string prefix{}; ///< of its keys
        std::string owner{};  ///< this run
        std::chrono::milliseconds lifetime{};
        std::chrono::milliseconds lease{};
    };
    using time_point = std::chrono::steady_clock::time_point;

    FEISHU_DECL send_all_journal(std::shared_ptr<store> in, settings with);

    /// Errors: kind validation if the journal has another digest.
    FEISHU_DECL result<void> open(std::string const& digest);
    FEISHU_DECL result<std::optional<std::string>> read(std::size_t part) const;
    /// False if the stored record is another one than expected.
    FEISHU_DECL result<bool> write(send_all_actions::record const& what) const;

    /// Waits while the lease of a process that has crashed lasts. `wait` waits, and returns false to give up.
    /// Errors: kind store if a process renews it; kind canceled.
    FEISHU_DECL result<void> acquire(std::function<bool(std::chrono::milliseconds)> const& wait);
    /// When the lease must be renewed.
    time_point renewal() const { return renewed_ + with_.lease / 3; }
    /// When it expires.
    time_point expiry() const { return renewed_ + with_.lease; }
    /// Errors: kind store if another process has the lease, or it expires while the store fails.
    FEISHU_DECL result<void> renew();
    FEISHU_DECL void release();

private:
    FEISHU_DECL result<bool> take_again(std::string const& next);
    FEISHU_DECL std::string key(std::size_t part) const;

    std::shared_ptr<store> const store_;
    settings const with_;
    std::string const lease_key_;
    std::string lease_{}; ///< what this run has stored there
    unsigned renewals_ = 0;
    time_point renewed_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all_journal.ipp>
#endif
