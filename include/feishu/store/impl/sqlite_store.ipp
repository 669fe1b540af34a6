#pragma once

#include <mutex>
#include <utility>

#include <feishu/store/impl/memory_log.hpp>
#include <feishu/store/impl/sqlite_database.hpp>
#include <feishu/store/impl/sqlite_log.hpp>
#include <feishu/store/impl/sqlite_schema.hpp>
#include <feishu/store/impl/store_errors.hpp>
#include <feishu/store/impl/token_bucket.hpp>
#include <feishu/store/sqlite_store.hpp>

namespace feishu::detail {

/// See make_sqlite_store. All operations hold one lock and use one connection.
class sqlite_store final : public store {
public:
    sqlite_store(std::unique_ptr<sqlite_database> database, std::shared_ptr<feishu::clock> clock)
        : database_(std::move(database)), clock_(std::move(clock)) {}

private:
    result<std::optional<std::string>> do_get(std::string_view key) override {
        std::scoped_lock const lock(mutex_);
        return find(key);
    }

    result<void> do_put(std::string_view key, std::string_view value,
                        std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        return set(key, value, lifetime);
    }

    result<put_outcome> do_put_if_absent(std::string_view key, std::string_view value,
                                         std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        return database_->transaction([&]() -> result<put_outcome> {
            auto found = find(key);
            if (!found)
                return std::move(found).error();
            if (*found)
                return put_outcome{false, std::move(**found)};
            auto done = set(key, value, lifetime);
            return done ? result<put_outcome>(put_outcome{.stored = true}) : std::move(done).error();
        });
    }

    result<bool> do_compare_and_replace(std::string_view key, std::string_view expected,
                                        std::string_view value, std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        return changed(database_->change(replace_, {key, value, expiry(lifetime), expected, now()}));
    }

    result<bool> do_erase(std::string_view key) override {
        std::scoped_lock const lock(mutex_);
        return changed(database_->change(erase_, {key, now()})); // what has expired is removed later
    }

    result<bool> do_compare_and_erase(std::string_view key, std::string_view expected) override {
        std::scoped_lock const lock(mutex_);
        return changed(database_->change(compare_and_erase_, {key, now(), expected}));
    }

    result<bucket_turns> do_take(std::span<bucket_use const> buckets, std::uint32_t tokens,
                                 std::chrono::milliseconds max_wait) override {
        std::scoped_lock const lock(mutex_);
        return database_->transaction([&]() -> result<bucket_turns> {
            bucket_turns out;
            bool further = true;
            for (auto at = buckets.begin(); further && at != buckets.end(); ++at) {
                auto done = change_bucket(*at, [&](token_bucket& state) {
                    further = add_turn(out, state.take(now(), tokens, max_wait));
                });
                if (!done)
                    return std::move(done).error();
            }
            return out;
        });
    }

    result<void> do_pause(std::string_view bucket, bucket_rate const& rate,
                          std::chrono::milliseconds pause) override {
        std::scoped_lock const lock(mutex_);
        return database_->transaction([&] {
            return change_bucket({bucket, rate}, [&](token_bucket& state) { state.pause(now(), pause); });
        });
    }

    result<std::string> do_append(std::string_view log, std::string_view value,
                                  append_options const& options) override {
        std::scoped_lock const lock(mutex_);
        return unless_full(in_logs([&]() -> result<std::optional<std::string>> {
            auto id = logs_.append(log, once(value, options));
            return is_full(id) && has_once_key(options) ? std::optional(std::string()) : std::move(id);
        }));
    }

    result<std::vector<log_entry>> do_claim(std::string_view log, std::string_view group,
                                            std::string_view consumer,
                                            claim_options const& options) override {
        std::scoped_lock const lock(mutex_);
        if (!logs_.may_have_entries(log, group, options, now()))
            return std::vector<log_entry>();
        return in_logs([&] { return logs_.claim(log, group, consumer, options, now()); });
    }

    result<append_outcome> do_append_and_claim(std::string_view log, std::string_view group,
                                               std::string_view consumer, std::string_view value,
                                               append_options const& appending, claim_options const& claiming,
                                               std::span<std::string const> handled) override {
        auto const numbers = parse_log_ids(handled);
        if (!numbers)
            return numbers.error();
        std::scoped_lock const lock(mutex_);
        return unless_full(in_logs([&]() -> result<std::optional<append_outcome>> {
            auto const added = once(value, appending);
            auto out = logs_.append_and_claim(log, group, consumer, &added, claiming, *numbers, now());
            if (is_full(out) && has_once_key(appending))
                return logs_.append_and_claim(log, group, consumer, nullptr, claiming, {}, now());
            return out;
        }));
    }

    result<std::size_t> do_acknowledge(std::string_view log, std::string_view group,
                                       std::span<std::string const> ids) override {
        auto const numbers = parse_log_ids(ids);
        if (!numbers)
            return numbers.error();
        std::scoped_lock const lock(mutex_);
        return in_logs([&] { return logs_.acknowledge(log, group, *numbers); });
    }

    result<std::size_t> do_renew(std::string_view log, std::string_view group, std::string_view consumer,
                                 std::span<std::string const> ids) override {
        return touch(log, group, consumer, ids, now());
    }

    result<std::size_t> do_release(std::string_view log, std::string_view group, std::string_view consumer,
                                   std::span<std::string const> ids) override {
        return touch(log, group, consumer, ids, INT64_MIN);
    }

    result<std::vector<log_entry>> do_read(std::string_view log, std::string_view after,
                                           std::size_t max_entries) override {
        auto const number = after.empty() ? 0 : parse_log_id(after);
        if (!number)
            return unknown_log_id();
        std::scoped_lock const lock(mutex_);
        return logs_.read(log, *number, max_entries);
    }

    result<bool> do_erase_log(std::string_view log) override {
        std::scoped_lock const lock(mutex_);
        return in_logs([&] { return logs_.erase(log); });
    }

    std::int64_t now() const {
        auto const since = clock_ ? clock_->now().time_since_epoch()
                                  : std::chrono::duration_cast<std::chrono::nanoseconds>(
                                        std::chrono::system_clock::now().time_since_epoch());
        return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
    }

    std::optional<std::int64_t> expiry(std::chrono::milliseconds lifetime) const {
        return lifetime == forever ? std::nullopt : std::optional(now() + 1000 * lifetime.count());
    }

    static result<bool> changed(result<std::int64_t> rows) {
        return rows ? result<bool>(*rows != 0) : std::move(rows).error();
    }

    /// An entry that is added if its once_key, which its id becomes the value of, had none.
    sqlite_logs::new_entry once(std::string_view value, append_options const& options) {
        sqlite_logs::new_entry out{value, options};
        if (!options.once_key.empty())
            out.admit = [this, &options](std::string_view id) {
                std::string_view const key = options.once_key;
                return changed(
                    written(database_->change(put_new_, {key, id, expiry(options.once_lifetime), now()})));
            };
        return out;
    }

    /// A full log does not refuse what it has had already.
    bool has_once_key(append_options const& options) {
        if (options.once_key.empty())
            return false;
        auto const known = find(options.once_key);
        return known && *known;
    }

    template <class T>
    static bool is_full(result<std::optional<T>> const& appended) {
        return appended && !*appended;
    }

    /// In a transaction.
    template <class F>
    auto in_logs(F&& body) -> decltype(body()) {
        struct forget { // also after an exception
            sqlite_logs* logs;
            ~forget() {
                if (logs != nullptr)
                    logs->forget_names();
            }
        } unless_committed{&logs_};
        auto out = database_->transaction(body);
        if (out)
            unless_committed.logs = nullptr;
        return out;
    }

    template <class T>
    static result<T> unless_full(result<std::optional<T>> appended) {
        if (!appended)
            return std::move(appended).error();
        return *appended ? result<T>(std::move(**appended)) : log_is_full();
    }

    result<std::optional<std::string>> find(std::string_view key) {
        auto rows = database_->run(find_, {key, now()});
        if (rows.next())
            return std::optional(rows.bytes(0));
        if (rows.failure())
            return *rows.failure();
        return std::optional<std::string>();
    }

    result<void> set(std::string_view key, std::string_view value, std::chrono::milliseconds lifetime) {
        auto done = written(database_->change(put_, {key, value, expiry(lifetime)}));
        return done ? result<void>() : std::move(done).error();
    }

    /// After each write of an entry.
    result<std::int64_t> written(result<std::int64_t> rows) {
        if (rows && ++writes_ % writes_per_sweep == 0)
            if (auto done = sweep(); !done)
                return std::move(done).error();
        return rows;
    }

    /// Erases what has expired among the next entries, all of them in turn: an index of their times would be one more
    /// page to write with each.
    result<void> sweep() {
        std::string last;
        bool at_end = false;
        {
            auto rows = database_->run(next_entries_, {std::string_view(swept_), entries_per_sweep});
            if (!rows.next())
                return *rows.failure();
            at_end = rows.number(0) < entries_per_sweep;
            last = rows.bytes(1);
        }
        auto done =
            database_->change(erase_expired_, {std::string_view(swept_), std::string_view(last), now()});
        swept_ = at_end ? std::string() : std::move(last);
        return done ? result<void>() : std::move(done).error();
    }

    /// In a transaction.
    template <class F>
    result<void> change_bucket(bucket_use const& use, F&& change) {
        std::int64_t full_at = INT64_MIN;
        if (auto rows = database_->run(find_bucket_, {use.bucket}); rows.next())
            full_at = rows.number(0);
        else if (rows.failure())
            return *rows.failure();
        token_bucket state(use.rate, full_at);
        change(state);
        if (state.full_at() == full_at)
            return {};
        auto done = database_->change(put_bucket_, {use.bucket, state.full_at()});
        if (done && ++writes_ % writes_per_sweep == 0)
            done = database_->change(erase_full_buckets_, {now()});
        return done ? result<void>() : std::move(done).error();
    }

    result<std::size_t> touch(std::string_view log, std::string_view group, std::string_view consumer,
                              std::span<std::string const> ids, std::int64_t claimed_at) {
        auto const numbers = parse_log_ids(ids);
        if (!numbers)
            return numbers.error();
        std::scoped_lock const lock(mutex_);
        return in_logs([&] { return logs_.touch(log, group, consumer, *numbers, claimed_at); });
    }

    static constexpr std::uint64_t writes_per_sweep = 256;
    static constexpr std::int64_t entries_per_sweep = 512;

    std::mutex mutex_{};
    std::unique_ptr<sqlite_database> database_;
    std::shared_ptr<feishu::clock> clock_;
    std::uint64_t writes_ = 0;
    std::string swept_{}; ///< the last key that `sweep` has seen
    sqlite_logs logs_{*database_};

    sqlite_query find_{"SELECT value FROM entries WHERE key = ?1 AND (expires IS NULL OR expires > ?2)"};
    sqlite_query put_{"INSERT INTO entries (key, value, expires) VALUES (?1, ?2, ?3)"
                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires"};
    sqlite_query put_new_{
        "INSERT INTO entries (key, value, expires) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires"
        " WHERE expires <= ?4"};
    sqlite_query replace_{"UPDATE entries SET value = ?2, expires = ?3"
                          " WHERE key = ?1 AND value = ?4 AND (expires IS NULL OR expires > ?5)"};
    sqlite_query erase_{"DELETE FROM entries WHERE key = ?1 AND (expires IS NULL OR expires > ?2)"};
    sqlite_query compare_and_erase_{
        "DELETE FROM entries WHERE key = ?1 AND (expires IS NULL OR expires > ?2) AND value = ?3"};
    sqlite_query next_entries_{"SELECT count(*), max(key) FROM"
                               " (SELECT key FROM entries WHERE key > ?1 ORDER BY key LIMIT ?2)"};
    sqlite_query erase_expired_{"DELETE FROM entries WHERE key > ?1 AND key <= ?2 AND expires <= ?3"};
    sqlite_query find_bucket_{"SELECT full_at FROM buckets WHERE name = ?1"};
    sqlite_query put_bucket_{"INSERT INTO buckets (name, full_at) VALUES (?1, ?2)"
                             " ON CONFLICT (name) DO UPDATE SET full_at = excluded.full_at"};
    sqlite_query erase_full_buckets_{"DELETE FROM buckets WHERE full_at <= ?1"};
};

/// Creates the tables of a new file; checks those of another.
inline result<void> prepare_sqlite_schema(sqlite_database& database) {
    return database.transaction([&]() -> result<void> {
        auto const tables = database.number("SELECT count(*) FROM sqlite_schema");
        if (!tables)
            return tables.error();
        if (*tables == 0)
            return database.execute(sqlite_schema);
        auto const application = database.number("PRAGMA application_id");
        auto const version = database.number("PRAGMA user_version");
        if (!application || *application != sqlite_application_id)
            return store_error("the database belongs to another application");
        if (!version || *version != sqlite_schema_version)
            return store_error("the database was written by another version of the library");
        return {};
    });
}

/// WAL mode stays in the file; to switch it on, nobody else may have the file open at that moment, and SQLite does not
/// wait for that.
inline result<void> switch_to_wal(sqlite_database& database, std::chrono::milliseconds timeout) {
    constexpr std::chrono::milliseconds step{10};
    for (auto waited = step.zero();; waited += step) {
        sqlite_query query("PRAGMA journal_mode = WAL");
        auto rows = database.run(query, {});
        if (rows.next())
            return rows.bytes(0) == "wal"
                       ? result<void>()
                       : store_error("the file system has no shared memory, which WAL needs");
        if (waited >= timeout || rows.failure()->message.find("locked") == std::string::npos)
            return *rows.failure();
        sqlite3_sleep(static_cast<int>(step.count()));
    }
}

} // namespace feishu::detail

namespace feishu {

FEISHU_DECL result<std::shared_ptr<store>> make_sqlite_store(sqlite_store_params params) {
    bool const in_memory = params.path.starts_with(':'); // ":memory:"
    if (params.path.empty() || in_memory || params.path.find('\0') != std::string::npos)
        return detail::invalid_argument("path", "must be the path of a file");
    auto database = detail::sqlite_database::open(params.path, params.busy_timeout);
    if (!database)
        return std::move(database).error();
    auto ready = detail::switch_to_wal(**database, params.busy_timeout);
    if (ready)
        ready = (*database)->execute(params.durability == sqlite_durability::power_failure
                                         ? "PRAGMA synchronous = FULL"
                                         : "PRAGMA synchronous = NORMAL");
    if (ready)
        ready = detail::prepare_sqlite_schema(**database);
    if (!ready) {
        auto e = std::move(ready).error();
        e.kind = error_kind::file;
        e.field = "path";
        return e;
    }
    return std::shared_ptr<store>(
        std::make_shared<detail::sqlite_store>(std::move(*database), std::move(params.clock)));
}

} // namespace feishu
