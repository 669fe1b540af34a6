#pragma once
// memory_log: an append-only log with consumer groups, in memory.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

/// Times are microseconds. Not thread-safe.
class memory_log {
public:
    /// Receives the value of a dead letter.
    using dead_letter_function = std::function<void(std::string const&)>;

    FEISHU_DECL result<std::string> append(std::string_view value, append_options const& options);
    FEISHU_DECL std::vector<log_entry> claim(std::string_view group, std::string_view consumer,
                                             claim_options const& options, std::int64_t now,
                                             dead_letter_function const& on_dead_letter);
    FEISHU_DECL std::size_t acknowledge(std::string_view group, std::span<std::uint64_t const> ids);
    /// Sets the time of claims that the consumer has.
    FEISHU_DECL std::size_t touch(std::string_view group, std::string_view consumer,
                                  std::span<std::uint64_t const> ids, std::int64_t claimed_at);
    FEISHU_DECL std::vector<log_entry> read(std::uint64_t after, std::size_t max_entries) const;

private:
    struct claim_state {
        std::string consumer{};
        std::int64_t claimed_at = 0;
        std::uint32_t deliveries = 0;
    };
    struct group_state {
        std::uint64_t last_delivered = 0;
        std::map<std::uint64_t, claim_state> claims{};
    };

    FEISHU_DECL void remove(std::uint64_t id);
    FEISHU_DECL void remove_if_settled(std::uint64_t id);
    FEISHU_DECL void claim_expired(group_state& in, std::string_view consumer, claim_options const& options,
                                   std::int64_t now, dead_letter_function const& on_dead_letter,
                                   std::vector<log_entry>& out);

    std::uint64_t last_id_ = 0;
    std::map<std::uint64_t, std::string> entries_{};
    std::map<std::string, group_state, std::less<>> groups_{};
};

/// The number in an id that `append` has returned; nothing for other texts.
FEISHU_DECL std::optional<std::uint64_t> parse_log_id(std::string_view id);
/// The same for several. Errors: kind validation.
FEISHU_DECL result<std::vector<std::uint64_t>> parse_log_ids(std::span<std::string const> ids);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/memory_log.ipp>
#endif
