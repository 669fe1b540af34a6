#pragma once
// sqlite_database: a connection to an SQLite file, with prepared statements and results instead of codes.

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// A statement in the text of a program, prepared when it is first used.
class sqlite_query {
public:
    /// `sql` is a literal.
    explicit sqlite_query(char const* sql) : sql_(sql) {}
    sqlite_query(sqlite_query const&) = delete;
    sqlite_query& operator=(sqlite_query const&) = delete;
    ~sqlite_query() { sqlite3_finalize(prepared_); }

private:
    friend class sqlite_database;

    char const* sql_;
    sqlite3_stmt* prepared_ = nullptr;
};

/// A parameter: a number, bytes, or null.
class sqlite_parameter {
public:
    sqlite_parameter(std::int64_t number) : number_(number) {}
    sqlite_parameter(std::string_view bytes) : bytes_(bytes) {}
    sqlite_parameter(std::optional<std::int64_t> number) : number_(number) {}

private:
    friend class sqlite_database;

    std::optional<std::int64_t> number_{};
    std::optional<std::string_view> bytes_{};
};

/// The rows of a statement that is being run.
///
///     auto rows = database.run(query, {1, "key"});
///     while (rows.next())
///         use(rows.bytes(0));
///     if (auto failed = rows.failure()) …
class sqlite_rows {
public:
    sqlite_rows(sqlite3_stmt* running, std::optional<error> failed)
        : running_(running), failed_(std::move(failed)) {}
    sqlite_rows(sqlite_rows const&) = delete;
    sqlite_rows& operator=(sqlite_rows const&) = delete;
    FEISHU_DECL ~sqlite_rows();

    /// Proceeds to the first or the next row; false after the last one, and after a failure.
    FEISHU_DECL bool next();
    std::int64_t number(int column) const { return sqlite3_column_int64(running_, column); }
    std::optional<std::int64_t> optional_number(int column) const {
        return sqlite3_column_type(running_, column) == SQLITE_NULL ? std::nullopt
                                                                    : std::optional(number(column));
    }
    FEISHU_DECL std::string bytes(int column) const;
    std::optional<error> const& failure() const { return failed_; }

private:
    sqlite3_stmt* running_;
    std::optional<error> failed_;
};

/// Not thread-safe. Errors: kind store, with SQLite's text.
class sqlite_database {
public:
    /// Errors: kind file.
    FEISHU_DECL static result<std::unique_ptr<sqlite_database>> open(std::string const& path,
                                                                     std::chrono::milliseconds busy_timeout);
    sqlite_database(sqlite_database const&) = delete;
    sqlite_database& operator=(sqlite_database const&) = delete;
    FEISHU_DECL ~sqlite_database();

    /// Runs statements without parameters and without interest in their rows.
    FEISHU_DECL result<void> execute(char const* sql);
    /// The single number that a statement returns.
    FEISHU_DECL result<std::int64_t> number(char const* sql);

    /// Begins to run a query, whose parameters stay valid until the rows are destroyed.
    FEISHU_DECL sqlite_rows run(sqlite_query& query, std::initializer_list<sqlite_parameter> parameters);
    /// Runs a query without rows; returns how many rows it has changed.
    FEISHU_DECL result<std::int64_t> change(sqlite_query& query,
                                            std::initializer_list<sqlite_parameter> parameters);

    /// The row id that was inserted last.
    std::int64_t last_id() const { return sqlite3_last_insert_rowid(handle_); }

    /// Runs `body`, which returns a result, in a transaction that has its locks from the beginning. An error of the
    /// body rolls it back.
    template <class F>
    auto transaction(F&& body) -> decltype(body()) {
        if (auto begun = change(begin_, {}); !begun)
            return std::move(begun).error();
        transaction_end const rollback{*this};
        auto out = body();
        if (!out)
            return out;
        if (auto done = change(commit_, {}); !done) {
            auto e = std::move(done).error();
            e.may_have_executed = true;
            return e;
        }
        return out;
    }

private:
    // Also after an exception.
    struct transaction_end {
        sqlite_database& database;
        FEISHU_DECL ~transaction_end();
    };

    explicit sqlite_database(sqlite3* handle) : handle_(handle) {}

    sqlite3* handle_;
    sqlite_query begin_{"BEGIN IMMEDIATE"};
    sqlite_query commit_{"COMMIT"};
    sqlite_query rollback_{"ROLLBACK"};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/sqlite_database.ipp>
#endif
