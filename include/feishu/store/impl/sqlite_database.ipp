#pragma once

#if !defined(_WIN32)
#include <fcntl.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <limits>

#include <feishu/store/impl/sqlite_database.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

inline error sqlite_error(sqlite3* handle) {
    return store_error(std::string("SQLite: ") + sqlite3_errmsg(handle));
}

FEISHU_DECL sqlite_rows::~sqlite_rows() {
    if (running_ == nullptr)
        return;
    sqlite3_reset(running_);
    sqlite3_clear_bindings(running_);
}

FEISHU_DECL bool sqlite_rows::next() {
    if (failed_)
        return false;
    auto const code = sqlite3_step(running_);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        failed_ = sqlite_error(sqlite3_db_handle(running_));
    return code == SQLITE_ROW;
}

FEISHU_DECL std::string sqlite_rows::bytes(int column) const {
    auto const* const data = static_cast<char const*>(sqlite3_column_blob(running_, column));
    auto const size = sqlite3_column_bytes(running_, column);
    return data != nullptr ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

/// Creates a missing file with access for its owner only: it will hold tokens. An existing one is not opened, because
/// closing it would end the locks that other connections of this process have on it.
inline void create_private_file(std::string const& path) {
#if !defined(_WIN32)
    if (auto const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600); file >= 0)
        ::close(file);
#else
    (void)path;
#endif
}

FEISHU_DECL result<std::unique_ptr<sqlite_database>>
sqlite_database::open(std::string const& path, std::chrono::milliseconds busy_timeout) {
    create_private_file(path);
    sqlite3* handle = nullptr;
    auto const code = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite_database> out(new sqlite_database(handle));
    if (code != SQLITE_OK) {
        error e = handle != nullptr ? sqlite_error(handle) : store_error("SQLite: out of memory");
        e.kind = error_kind::file;
        e.field = "path";
        return e;
    }
    constexpr std::chrono::milliseconds longest{(std::numeric_limits<int>::max)()};
    sqlite3_busy_timeout(
        handle, static_cast<int>((std::min)((std::max)(busy_timeout, busy_timeout.zero()), longest).count()));
    return out;
}

// Statements are finalized later, as members: close_v2 waits for that.
FEISHU_DECL sqlite_database::~sqlite_database() { sqlite3_close_v2(handle_); }

FEISHU_DECL result<void> sqlite_database::execute(char const* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqlite_error(handle_);
    return {};
}

FEISHU_DECL result<std::int64_t> sqlite_database::number(char const* sql) {
    sqlite_query query(sql);
    auto rows = run(query, {});
    if (rows.next())
        return rows.number(0);
    return rows.failure() ? *rows.failure() : store_error("SQLite: no row");
}

FEISHU_DECL sqlite_rows sqlite_database::run(sqlite_query& query,
                                             std::initializer_list<sqlite_parameter> parameters) {
    if (query.prepared_ == nullptr && sqlite3_prepare_v3(handle_, query.sql_, -1, SQLITE_PREPARE_PERSISTENT,
                                                         &query.prepared_, nullptr) != SQLITE_OK)
        return {nullptr, sqlite_error(handle_)};
    int index = 0;
    for (auto const& parameter : parameters) {
        int code = SQLITE_OK;
        if (parameter.bytes_) // an empty view may have a null pointer, which would be NULL
            code = sqlite3_bind_blob64(query.prepared_, ++index,
                                       parameter.bytes_->empty() ? "" : parameter.bytes_->data(),
                                       parameter.bytes_->size(), SQLITE_STATIC);
        else if (parameter.number_)
            code = sqlite3_bind_int64(query.prepared_, ++index, *parameter.number_);
        else
            code = sqlite3_bind_null(query.prepared_, ++index);
        if (code != SQLITE_OK)
            return {query.prepared_, sqlite_error(handle_)};
    }
    return {query.prepared_, std::nullopt};
}

FEISHU_DECL result<std::int64_t> sqlite_database::change(sqlite_query& query,
                                                         std::initializer_list<sqlite_parameter> parameters) {
    auto rows = run(query, parameters);
    while (rows.next()) {
    }
    if (rows.failure())
        return *rows.failure();
    return static_cast<std::int64_t>(sqlite3_changes(handle_));
}

FEISHU_DECL sqlite_database::transaction_end::~transaction_end() {
    if (sqlite3_get_autocommit(database.handle_) == 0)
        (void)database.change(database.rollback_, {});
}

} // namespace feishu::detail
