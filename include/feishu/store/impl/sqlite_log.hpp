#pragma once
// sqlite_logs: append-only logs with consumer groups, in tables of an SQLite file.

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/store/impl/sqlite_database.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

/// The keys of log_rows, see sqlite_schema. A log and a group have a space of numbers each: number 0 is its state, the
/// others are those of entries. Entries come after everything else, so that what changes with each of them is together.
namespace sqlite_log_keys {

inline constexpr int number_bits = 38; // 8 years at 1,000 entries per second
inline constexpr std::int64_t max_number = (std::int64_t(1) << number_bits) - 1;
inline constexpr std::int64_t max_space = (std::int64_t(1) << 24) - 1;

constexpr std::int64_t state(std::int64_t space) { return space << number_bits; }
constexpr std::int64_t claim(std::int64_t group, std::int64_t number) { return state(group) + number; }
constexpr std::int64_t entry(std::int64_t log, std::int64_t number) {
    return (std::int64_t(1) << 62) + state(log) + number;
}

} // namespace sqlite_log_keys

/// Every function but `read` and `may_have_entries` is called in a transaction. Not thread-safe.
class sqlite_logs {
public:
    using numbers = std::span<std::uint64_t const>; ///< of entries; those that cannot exist have no effect

    struct new_entry {
        std::string_view value;
        append_options const& options;
        /// Whether the entry is added, which would have this id; if empty: it is.
        std::function<result<bool>(std::string_view id)> admit{};
    };

    explicit sqlite_logs(sqlite_database& database) : database_(database) {}

    /// The id of the entry, empty if it was not admitted. Nothing if the log is full, and `admit` was not called.
    FEISHU_DECL result<std::optional<std::string>> append(std::string_view log, new_entry const& added);
    FEISHU_DECL result<std::vector<log_entry>> claim(std::string_view log, std::string_view group,
                                                     std::string_view consumer, claim_options const& options,
                                                     std::int64_t now);
    /// Claims only if `added` is null. Nothing if the log is full; what was handled is acknowledged all the same.
    FEISHU_DECL result<std::optional<append_outcome>>
    append_and_claim(std::string_view log, std::string_view group, std::string_view consumer,
                     new_entry const* added, claim_options const& claiming, numbers handled,
                     std::int64_t now);
    /// False if `claim` would return nothing: an idle consumer does not hold up writers then.
    FEISHU_DECL bool may_have_entries(std::string_view log, std::string_view group,
                                      claim_options const& options, std::int64_t now);
    FEISHU_DECL result<std::size_t> acknowledge(std::string_view log, std::string_view group,
                                                numbers handled);
    /// Sets the time of claims that the consumer has.
    FEISHU_DECL result<std::size_t> touch(std::string_view log, std::string_view group,
                                          std::string_view consumer, numbers claimed,
                                          std::int64_t claimed_at);
    FEISHU_DECL result<std::vector<log_entry>> read(std::string_view log, std::uint64_t after,
                                                    std::size_t max_entries);
    FEISHU_DECL result<bool> erase(std::string_view log);

    /// To be called after a transaction was rolled back: the next one may use its ids for other names.
    void forget_names() { known_.clear(); }

private:
    static constexpr std::int64_t no_claims = (std::numeric_limits<std::int64_t>::max)();
    static constexpr std::size_t max_known = 1024; ///< logs, and groups of a log, whose ids are kept

    struct group_state {
        std::int64_t id = 0;
        std::int64_t last_delivered = 0;
        /// No claim is older; the oldest one may be newer. Claims are searched only if one can have expired.
        std::int64_t oldest_claim = no_claims;
        bool operator==(group_state const&) const = default;
    };
    /// As it is in the table. `write` updates it if it was changed.
    struct log_state {
        std::int64_t id = 0;
        std::int64_t last_number = 0;
        std::int64_t entries = 0;
        std::vector<group_state> groups{};
        bool operator==(log_state const&) const = default;

        /// Null if the log has no group with this id.
        group_state* group(std::int64_t id);
    };
    struct expired_claim {
        std::int64_t number = 0;
        std::int64_t deliveries = 0;
        std::string value{};
    };
    /// What `claim` is about, for its parts.
    struct claim_step {
        log_state& log;
        group_state& group;
        std::string_view consumer;
        claim_options const& options;
        std::int64_t now;
        std::vector<log_entry>& out;
        std::optional<std::string_view> newest{}; ///< the value of the log's last entry, if it is at hand
    };

    FEISHU_DECL result<std::optional<std::int64_t>> find_id(std::int64_t parent, std::string_view name);
    FEISHU_DECL result<std::int64_t> add_id(std::int64_t parent, std::string_view name);
    FEISHU_DECL result<std::optional<log_state>> load(std::int64_t id);
    FEISHU_DECL result<std::optional<log_state>> find(std::string_view log);
    FEISHU_DECL result<log_state> find_or_add(std::string_view log);
    /// Null if the log has no such group.
    FEISHU_DECL result<group_state*> find_group(log_state& in, std::string_view group);
    FEISHU_DECL result<group_state*> find_or_add_group(log_state& in, std::string_view group);
    FEISHU_DECL result<void> write(log_state const& log, log_state const& before);

    FEISHU_DECL result<std::optional<std::string>> add(log_state& to, new_entry const& added);
    FEISHU_DECL result<void> drop_oldest(log_state& from);
    FEISHU_DECL result<void> claim(claim_step const& c);
    FEISHU_DECL result<void> claim_expired(claim_step const& c);
    FEISHU_DECL result<std::vector<expired_claim>> expired_claims(claim_step const& c);
    FEISHU_DECL result<void> bury(claim_step const& c, expired_claim const& dead);
    FEISHU_DECL result<void> claim_new(claim_step const& c);
    FEISHU_DECL result<void> take_new(claim_step const& c);
    FEISHU_DECL result<std::size_t> settle(log_state& log, group_state const& group, numbers handled);
    FEISHU_DECL result<bool> settle(log_state& log, group_state const& group, std::int64_t number);
    FEISHU_DECL result<bool> is_needed(log_state const& log, std::int64_t number);

    sqlite_database& database_;
    std::map<std::int64_t, std::map<std::string, std::int64_t, std::less<>>> known_{}; ///< ids of log_names

    sqlite_query find_name_{"SELECT id FROM log_names WHERE log = ?1 AND name = ?2"};
    sqlite_query add_name_{"INSERT INTO log_names (log, name) VALUES (?1, ?2)"};
    sqlite_query load_{"SELECT a, b, bytes FROM log_rows WHERE id = ?1"};
    sqlite_query write_{"UPDATE log_rows SET a = ?2, b = ?3, bytes = ?4 WHERE id = ?1"};
    sqlite_query insert_{"INSERT INTO log_rows (id, a, b, bytes) VALUES (?1, ?2, ?3, ?4)"};
    sqlite_query delete_{"DELETE FROM log_rows WHERE id = ?1"};
    sqlite_query delete_range_{"DELETE FROM log_rows WHERE id BETWEEN ?1 AND ?2"};
    sqlite_query entries_{"SELECT id, bytes FROM log_rows WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3"};
    sqlite_query delete_claims_{"DELETE FROM log_rows WHERE id IN"
                                " (SELECT (id << 38) + ?2 FROM log_names WHERE log = ?1)"};
    sqlite_query expired_claims_{
        "SELECT c.id, c.a, e.bytes FROM log_rows c JOIN log_rows e ON e.id = c.id + ?3"
        " WHERE c.id BETWEEN ?1 AND ?2 AND c.b <= ?4 ORDER BY c.id LIMIT ?5"};
    sqlite_query oldest_claim_{"SELECT min(b) FROM log_rows WHERE id BETWEEN ?1 AND ?2"};
    sqlite_query touch_claim_{"UPDATE log_rows SET b = ?2 WHERE id = ?1 AND bytes = ?3"};
    sqlite_query has_row_{"SELECT 1 FROM log_rows WHERE id = ?1"};
    sqlite_query erase_groups_{"DELETE FROM log_rows WHERE id IN"
                               " (SELECT r.id FROM log_names g JOIN log_rows r ON r.id >= g.id << 38 AND"
                               " r.id < (g.id + 1) << 38 WHERE g.log = ?1)"};
    sqlite_query erase_group_names_{"DELETE FROM log_names WHERE log = ?1"};
    sqlite_query erase_name_{"DELETE FROM log_names WHERE id = ?1"};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/sqlite_log.ipp>
#endif
