#pragma once
// The tables of a store in an SQLite file.

#include <cstdint>

namespace feishu::detail {

/// In the header of the file: that it is a store of this library, and the version of its tables.
inline constexpr std::int64_t sqlite_application_id = 0x66656973; // "feis"
inline constexpr std::int64_t sqlite_schema_version = 1;

/// Times are microseconds since 1970; a null `expires` is never. Entries of a log are numbered from 1 in the order of
/// their appending. Tables without row ids are one tree, of which a write changes one page.
inline constexpr char const* sqlite_schema = R"sql(
CREATE TABLE entries (key BLOB NOT NULL PRIMARY KEY, value BLOB NOT NULL, expires INTEGER) WITHOUT ROWID;
CREATE INDEX entries_by_expiry ON entries (expires) WHERE expires IS NOT NULL;
CREATE TABLE buckets (name BLOB NOT NULL PRIMARY KEY, full_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE logs (
    id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE,
    last_number INTEGER NOT NULL, entries INTEGER NOT NULL
);
CREATE TABLE log_entries (
    log INTEGER NOT NULL, number INTEGER NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (log, number)
) WITHOUT ROWID;
CREATE TABLE log_groups (
    id INTEGER PRIMARY KEY, log INTEGER NOT NULL, name BLOB NOT NULL, last_delivered INTEGER NOT NULL,
    UNIQUE (log, name)
);
CREATE TABLE log_claims (
    log_group INTEGER NOT NULL, number INTEGER NOT NULL,
    consumer BLOB NOT NULL, claimed_at INTEGER NOT NULL, deliveries INTEGER NOT NULL,
    PRIMARY KEY (log_group, number)
) WITHOUT ROWID;
PRAGMA application_id = 1717922163;
PRAGMA user_version = 1;
)sql";
static_assert(sqlite_application_id == 1717922163 && sqlite_schema_version == 1);

} // namespace feishu::detail
