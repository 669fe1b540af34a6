#pragma once
// The tables of a store in an SQLite file.

#include <cstdint>

namespace feishu::detail {

/// In the header of the file: that it is a store of this library, and the version of its tables.
inline constexpr std::int64_t sqlite_application_id = 0x66656973; // "feis"
inline constexpr std::int64_t sqlite_schema_version = 3;

/// Times are microseconds since 1970; a null `expires` is never. Tables without row ids are one tree, of which a write
/// changes one page.
///
/// log_names has the logs, whose `log` is 0, and their groups. log_rows has what logs consist of in one table, with keys
/// made of such an id and the number of an entry (sqlite_log_keys), so that an operation on a log changes few pages:
///
///     row                | a                     | b                  | bytes
///     state of a log     | number of last entry  | number of entries  | for each group: id, last number delivered, time
///                        |                       |                    | before which nothing was claimed; 8 bytes each, in the
///                        |                       |                    | byte order of the machine
///     claim              | deliveries            | time               | consumer
///     entry              | 0                     | 0                  | value
inline constexpr char const* sqlite_schema = R"sql(
CREATE TABLE entries (key BLOB NOT NULL PRIMARY KEY, expires INTEGER, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE buckets (name BLOB NOT NULL PRIMARY KEY, full_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE log_names (
    id INTEGER PRIMARY KEY AUTOINCREMENT, log INTEGER NOT NULL, name BLOB NOT NULL, UNIQUE (log, name)
);
CREATE TABLE log_rows (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, bytes BLOB NOT NULL);
PRAGMA application_id = 1717922163;
PRAGMA user_version = 3;
)sql";
static_assert(sqlite_application_id == 1717922163 && sqlite_schema_version == 3);

} // namespace feishu::detail
