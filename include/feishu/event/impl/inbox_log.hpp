#pragma once
// inbox_log: what an inbox does with its store. All functions block.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/inbox_params.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

class inbox_log {
public:
    /// Throws std::invalid_argument for settings beyond the limits of the store.
    FEISHU_DECL explicit inbox_log(inbox_params params);

    /// Appends an event unless one with the same key was; claims up to `claim` entries and, if that is not 0,
    /// acknowledges `done`.
    FEISHU_DECL result<append_outcome> append(unsigned partition, std::string_view key, std::string_view json,
                                              std::size_t claim, std::vector<std::string> const& done);
    FEISHU_DECL result<std::vector<log_entry>> claim(unsigned partition, std::size_t max_entries);
    FEISHU_DECL result<std::size_t> acknowledge(unsigned partition, std::vector<std::string> const& ids);
    FEISHU_DECL result<std::size_t> release(unsigned partition, std::vector<std::string> const& ids);
    /// Renews claims, and the lease if ordered. False if the lease was lost.
    FEISHU_DECL result<bool> renew(unsigned partition, std::vector<std::string> const& ids);
    FEISHU_DECL result<bool> has_entries(unsigned partition);
    FEISHU_DECL result<void> add_dead_letter(std::string_view json);

    /// Takes the lease of a partition unless another process has it. What a crashed holder has claimed is released.
    FEISHU_DECL result<bool> acquire(unsigned partition);
    FEISHU_DECL result<void> yield(unsigned partition);

    /// The partition of a lane, or of an event without one.
    FEISHU_DECL unsigned partition_of(std::string_view lane) const;
    unsigned partitions() const { return params_.ordered_by_chat ? params_.partitions : 1; }
    inbox_params const& params() const { return params_; }

private:
    std::string log_name(unsigned partition) const;
    std::string lease_name(unsigned partition) const;
    claim_options claiming(std::size_t max_entries) const;
    result<bool> release_abandoned(unsigned partition, std::string const& lease);

    inbox_params params_;
    std::string token_;    ///< the value of leases of this process
    std::string consumer_; ///< of claims; with order, that of every process, as the lease decides
};

/// The chat of an event; empty if it has none.
FEISHU_DECL std::string chat_of(std::string_view json);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/inbox_log.ipp>
#endif
