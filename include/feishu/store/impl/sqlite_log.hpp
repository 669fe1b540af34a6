#pragma once
// sqlite_logs: append-only logs with consumer groups, in tables of an SQLite file.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/store/impl/sqlite_database.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

/// Every function but `read` and `may_have_entries` is called in a transaction. Not thread-safe.
class sqlite_logs {
public:
    explicit sqlite_logs(sqlite_database& database) : database_(database) {}

    /// The id of the entry; nothing if the log is full.
    FEISHU_DECL result<std::optional<std::string>> append(std::string_view log, std::string_view value,
                                                          append_options const& options);
    FEISHU_DECL result<std::vector<log_entry>> claim(std::string_view log, std::string_view group,
                                                     std::string_view consumer, claim_options const& options,
                                                     std::int64_t now);
    /// False if `claim` would return nothing: an idle consumer does not hold up writers then.
    FEISHU_DECL bool may_have_entries(std::string_view log, std::string_view group,
                                      claim_options const& options, std::int64_t now);
    FEISHU_DECL result<std::size_t> acknowledge(std::string_view log, std::string_view group,
                                                std::span<std::uint64_t const> numbers);
    /// Sets the time of claims that the consumer has.
    FEISHU_DECL result<std::size_t> touch(std::string_view log, std::string_view group,
                                          std::string_view consumer, std::span<std::uint64_t const> numbers,
                                          std::int64_t claimed_at);
    FEISHU_DECL result<std::vector<log_entry>> read(std::string_view log, std::uint64_t after,
                                                    std::size_t max_entries);
    FEISHU_DECL result<bool> erase(std::string_view log);

private:
    struct group_row {
        std::int64_t log = 0;
        std::int64_t id = 0;
        std::int64_t last_delivered = 0;
    };
    struct expired_claim {
        std::int64_t number = 0;
        std::int64_t deliveries = 0;
        std::string value{};
    };

    FEISHU_DECL result<void> drop_oldest(std::string_view log, std::size_t max_entries);
    FEISHU_DECL result<std::optional<group_row>> find_group(std::string_view log, std::string_view group);
    FEISHU_DECL result<group_row> group_of(std::string_view log, std::string_view group);
    FEISHU_DECL result<std::vector<expired_claim>> expired_claims(group_row const& in,
                                                                  claim_options const& options,
                                                                  std::int64_t now, std::size_t max_entries);
    FEISHU_DECL result<void> claim_expired(group_row const& in, std::string_view consumer,
                                           claim_options const& options, std::int64_t now,
                                           std::vector<log_entry>& out);
    FEISHU_DECL result<void> bury(group_row const& in, expired_claim const& dead,
                                  claim_options const& options);
    FEISHU_DECL result<void> claim_new(group_row const& in, std::string_view consumer,
                                       claim_options const& options, std::int64_t now,
                                       std::vector<log_entry>& out);
    FEISHU_DECL result<bool> settle(group_row const& in, std::int64_t number);

    sqlite_database& database_;

    sqlite_query append_to_log_{"INSERT INTO logs (name, last_number, entries) VALUES (?1, 1, 1)"
                                " ON CONFLICT (name) DO UPDATE SET last_number = last_number + 1, entries = "
                                "entries + 1 WHERE entries < ?2"
                                " RETURNING id, last_number"};
    sqlite_query insert_entry_{"INSERT INTO log_entries (log, number, value) VALUES (?1, ?2, ?3)"};
    sqlite_query oldest_entry_{
        "SELECT l.id, (SELECT min(number) FROM log_entries WHERE log = l.id) FROM logs l"
        " WHERE l.name = ?1 AND l.entries >= ?2"};
    sqlite_query delete_claims_{"DELETE FROM log_claims WHERE number = ?2 AND log_group IN"
                                " (SELECT id FROM log_groups WHERE log = ?1)"};
    sqlite_query delete_entry_{"DELETE FROM log_entries WHERE log = ?1 AND number = ?2"};
    sqlite_query count_removed_{"UPDATE logs SET entries = entries - 1 WHERE id = ?1"};
    sqlite_query find_group_{
        "SELECT l.id, g.id, g.last_delivered FROM logs l JOIN log_groups g ON g.log = l.id"
        " WHERE l.name = ?1 AND g.name = ?2"};
    sqlite_query add_log_{
        "INSERT INTO logs (name, last_number, entries) VALUES (?1, 0, 0) ON CONFLICT DO NOTHING"};
    sqlite_query add_group_{"INSERT INTO log_groups (log, name, last_delivered)"
                            " SELECT id, ?2, 0 FROM logs WHERE name = ?1"};
    sqlite_query is_claimable_{
        "SELECT l.last_number > g.last_delivered OR EXISTS"
        " (SELECT 1 FROM log_claims c WHERE c.log_group = g.id AND c.claimed_at <= ?3)"
        " FROM logs l JOIN log_groups g ON g.log = l.id WHERE l.name = ?1 AND g.name = ?2"};
    sqlite_query expired_claims_{
        "SELECT c.number, c.deliveries, e.value FROM log_claims c JOIN log_entries e ON e.log = ?1 AND"
        " e.number = c.number WHERE c.log_group = ?2 AND c.claimed_at <= ?3 ORDER BY c.number LIMIT ?4"};
    sqlite_query renew_claim_{"UPDATE log_claims SET consumer = ?3, claimed_at = ?4, deliveries = ?5"
                              " WHERE log_group = ?1 AND number = ?2"};
    sqlite_query new_entries_{
        "SELECT number, value FROM log_entries WHERE log = ?1 AND number > ?2 ORDER BY number LIMIT ?3"};
    sqlite_query add_claim_{"INSERT INTO log_claims (log_group, number, consumer, claimed_at, deliveries)"
                            " VALUES (?1, ?2, ?3, ?4, 1)"};
    sqlite_query set_delivered_{"UPDATE log_groups SET last_delivered = ?2 WHERE id = ?1"};
    sqlite_query delete_claim_{"DELETE FROM log_claims WHERE log_group = ?1 AND number = ?2"};
    sqlite_query delete_settled_{
        "DELETE FROM log_entries WHERE log = ?1 AND number = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM log_groups g WHERE g.log = ?1 AND (g.last_delivered < ?2 OR EXISTS"
        " (SELECT 1 FROM log_claims c WHERE c.log_group = g.id AND c.number = ?2)))"};
    sqlite_query touch_claim_{"UPDATE log_claims SET claimed_at = ?4 WHERE log_group = ?1 AND number = ?2"
                              " AND consumer = ?3"};
    sqlite_query read_entries_{"SELECT e.number, e.value FROM logs l JOIN log_entries e ON e.log = l.id"
                               " WHERE l.name = ?1 AND e.number > ?2 ORDER BY e.number LIMIT ?3"};
    sqlite_query erase_claims_{"DELETE FROM log_claims WHERE log_group IN (SELECT g.id FROM log_groups g"
                               " JOIN logs l ON g.log = l.id WHERE l.name = ?1)"};
    sqlite_query erase_groups_{"DELETE FROM log_groups WHERE log IN (SELECT id FROM logs WHERE name = ?1)"};
    sqlite_query erase_entries_{"DELETE FROM log_entries WHERE log IN (SELECT id FROM logs WHERE name = ?1)"};
    sqlite_query erase_log_{"DELETE FROM logs WHERE name = ?1"};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/sqlite_log.ipp>
#endif
