#pragma once
// make_sqlite_store: a store in one file, for the processes of one machine.
//
//     auto const store = feishu::make_sqlite_store({.path = "/var/lib/my-bot/store.db"}).value();

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifndef FEISHU_WITH_SQLITE
#error "install SQLite (Debian: libsqlite3-dev), define FEISHU_WITH_SQLITE for every file and link sqlite3"
#endif

#include <chrono>
#include <memory>
#include <string>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/store.hpp>

namespace feishu {

/// After which failures the file has every operation that has returned.
enum class sqlite_durability {
    process_crash, ///< `kill -9`; after a power failure, the last operations may be missing
    power_failure  ///< also that of the machine: every write waits for the disk
};

/// Settings of a store in a file.
struct sqlite_store_params {
    std::string path{}; ///< created if missing, readable by its owner only; two more files appear beside it
    sqlite_durability durability = sqlite_durability::power_failure;
    std::chrono::milliseconds busy_timeout{5'000}; ///< wait for other processes; then an error of kind store
    /// Instead of the system's clock (std::chrono::system_clock), which all processes share: for tests.
    std::shared_ptr<feishu::clock> clock{};
};

/// Opens or creates the file, in SQLite's WAL mode. Any number of processes of one machine may share it; a network
/// file system may not hold it. It is intact after a crash at any time, and holds every operation that has returned,
/// see sqlite_durability. A later version of the library upgrades the file, an earlier one refuses it.
///
/// Lifetimes depend on the system's wall clock: setting it changes them.
///
/// Thread safety: as `store`; operations of one store take turns.
/// Lifetimes: a store does not survive fork(): a child process opens its own.
/// Errors: kind validation for settings; kind file if the file cannot be opened or is not a store.
FEISHU_DECL result<std::shared_ptr<store>> make_sqlite_store(sqlite_store_params params);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/sqlite_store.ipp>
#endif
