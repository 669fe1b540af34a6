#pragma once
// store: what outlives a call, a process or a machine: entries with a lifetime, rate buckets shared by processes, and
// append-only logs that several consumers handle together.
//
//     std::shared_ptr<feishu::store> shared = feishu::make_redis_store({.url = "rediss://cache.example.com"}).value();
//     shared->put("greeting", "hello", std::chrono::hours(1)).value();
//     auto const greeting = shared->get("greeting").value(); // std::optional<std::string>
//
// Implementations, each in its header: make_memory_store (one process), make_sqlite_store (the processes of one
// machine, on one file) and make_redis_store (several machines). For asynchronous use, see async_store.hpp.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/bucket_rate.hpp>

namespace feishu {

/// Whether `put_if_absent` has stored its value.
struct put_outcome {
    bool stored = false;
    std::string existing{}; ///< the value of the key, unless `stored`
};

/// Settings of `append`.
struct append_options {
    std::size_t max_entries = 1'000'000; ///< length of the log, at least 1
    /// What happens at that length: the oldest entry is dropped, whether or not it was handled, instead of an error.
    bool drop_oldest = false;
    /// If not empty, an entry (see `put_if_absent`) that the log's entry depends on: if the key has a value, nothing is
    /// appended; otherwise its value becomes the id, in the same step. So of several callers one appends.
    std::string once_key{};
    std::chrono::milliseconds once_lifetime = std::chrono::hours(8); ///< of that entry
};

/// Settings of `claim`. All consumers of a group use the same ones.
struct claim_options {
    std::size_t max_entries = 1; ///< 1 to 1,000
    /// How long a consumer has to acknowledge an entry, or to renew the claim. After that, another may claim it.
    std::chrono::milliseconds visibility{60'000};
    /// An entry claimed this often without success is a dead letter; at least 1.
    std::uint32_t max_deliveries = 5;
    std::string dead_letters{};            ///< the log that receives dead letters; empty: they are dropped
    std::size_t max_dead_letters = 10'000; ///< its length; then the oldest is dropped
};

/// An entry of a log.
struct log_entry {
    std::string id{}; ///< unique in its log, assigned by the store
    std::string value{};
    std::uint32_t deliveries = 0; ///< of `claim`: how often it was claimed, with this time; of `read`: 0
};

/// What `append_and_claim` has done.
struct append_outcome {
    std::string id{};                 ///< of the new entry; empty if there is none
    std::vector<log_entry> claimed{}; ///< as `claim` returns them; the new entry may be among them
};

/// Keys, names and values are bytes: any, NUL included. Names of keys, buckets and logs are separate.
///
/// Every operation is atomic, and takes effect between its call and its return; operations through one store, and
/// through several on the same file or server, have one order (linearizable). What survives a crash depends on the
/// implementation.
///
/// Thread safety: all functions may be called on any thread, several at a time.
/// Errors: kind validation for arguments beyond the limits below. Of implementations: kind store if the store failed
/// or refused, kinds transport and timeout if its server cannot be reached; `error::may_have_executed` is false if
/// nothing was changed. After a connection is lost, an operation that is safe to repeat (`get`, `put`, `erase`,
/// `pause`, `acknowledge`, `renew`, `release`, `read`) is repeated once; for the others `error::may_duplicate` says that it is not
/// known whether they took effect.
/// Callbacks: exceptions of an implementation become errors of kind store.
class store {
public:
    static constexpr std::size_t max_key_size = 1024;       ///< of keys and names, which are not empty
    static constexpr std::size_t max_value_size = 8u << 20; ///< of values, which may be empty
    /// The lifetime of what does not expire. Lifetimes are positive; more than 50 years are the same as this.
    static constexpr std::chrono::milliseconds forever = (std::chrono::milliseconds::max)();

    virtual ~store() = default;
    store(store const&) = delete;
    store& operator=(store const&) = delete;

    // --- entries

    /// The value of a key, if there is one and it has not expired.
    FEISHU_DECL result<std::optional<std::string>> get(std::string_view key);
    /// Sets the value of a key; it expires after `lifetime`.
    FEISHU_DECL result<void> put(std::string_view key, std::string_view value,
                                 std::chrono::milliseconds lifetime = forever);
    /// Sets the value of a key that has none: of all callers, one succeeds.
    FEISHU_DECL result<put_outcome> put_if_absent(std::string_view key, std::string_view value,
                                                  std::chrono::milliseconds lifetime = forever);
    /// Sets the value and the lifetime of a key whose value is `expected`. False if it is another, or none.
    FEISHU_DECL result<bool> compare_and_replace(std::string_view key, std::string_view expected,
                                                 std::string_view value,
                                                 std::chrono::milliseconds lifetime = forever);
    /// False if there was no value.
    FEISHU_DECL result<bool> erase(std::string_view key);
    /// Erases a key whose value is `expected`, such as a lease of its holder. False if it is another, or none.
    FEISHU_DECL result<bool> compare_and_erase(std::string_view key, std::string_view expected);

    // --- rates

    /// Takes `tokens`, at most `rate.burst`, from a bucket if their turn comes within `max_wait`. The caller waits for
    /// the turn; tokens are not returned.
    ///
    ///     auto const turn = store->take("im.v1.message", {.tokens = 50, .burst = 10}).value();
    ///     std::this_thread::sleep_for(turn.wait);
    FEISHU_DECL result<bucket_turn> take(std::string_view bucket, bucket_rate const& rate,
                                         std::uint32_t tokens = 1,
                                         std::chrono::milliseconds max_wait = forever);
    /// Takes a token from each bucket, in their order, as long as its turn is now. A turn that comes later is the last one;
    /// the caller waits for it, and then goes on with the buckets that are left. 1 to 16 buckets.
    FEISHU_DECL result<bucket_turns> take(std::span<bucket_use const> buckets,
                                          std::chrono::milliseconds max_wait = forever);
    /// The next turn of a bucket is not before `pause` from now, and there is no burst then.
    FEISHU_DECL result<void> pause(std::string_view bucket, bucket_rate const& rate,
                                   std::chrono::milliseconds pause);

    // --- logs

    /// Adds an entry at the end of a log, and returns its id; an empty one if append_options::once_key had a value.
    /// Errors: kind store if the log is full.
    FEISHU_DECL result<std::string> append(std::string_view log, std::string_view value,
                                           append_options const& options = {});
    /// Claims entries for a consumer of a group: those first that were claimed longer than the visibility timeout ago
    /// and neither acknowledged nor renewed since, as their consumer has probably crashed; then new ones, oldest
    /// first. Does not wait for entries. A group begins with its first claim, at the oldest entry of the log.
    /// An entry is delivered at least once to each group; at most one consumer of a group has a current claim on it.
    FEISHU_DECL result<std::vector<log_entry>> claim(std::string_view log, std::string_view group,
                                                     std::string_view consumer,
                                                     claim_options const& options = {});
    /// `acknowledge` of the entries `handled`, `append` and `claim`, at the cost of one operation: one transaction or
    /// round trip. A consumer that appends what it handles passes the ids that it has handled since its last call. If
    /// append_options::once_key had a value, entries are acknowledged and claimed all the same.
    ///
    ///     auto const step = store->append_and_claim("inbox", "bot", "host-1", event, {}, {}, handled).value();
    ///     handled.clear();
    ///
    /// Errors: also kind store if the log is full; then the entries are acknowledged, and nothing else has happened.
    FEISHU_DECL result<append_outcome> append_and_claim(std::string_view log, std::string_view group,
                                                        std::string_view consumer, std::string_view value,
                                                        append_options const& appending = {},
                                                        claim_options const& claiming = {},
                                                        std::span<std::string const> handled = {});
    /// Declares claimed entries handled, whoever has claimed them since, and returns how many of them were pending. An
    /// entry that every group of the log has acknowledged is removed.
    FEISHU_DECL result<std::size_t> acknowledge(std::string_view log, std::string_view group,
                                                std::span<std::string const> ids);
    /// The same for one entry.
    FEISHU_DECL result<std::size_t> acknowledge(std::string_view log, std::string_view group,
                                                std::string const& id);
    /// Restarts the visibility timeout of entries that the consumer has claimed; returns how many it still had.
    FEISHU_DECL result<std::size_t> renew(std::string_view log, std::string_view group,
                                          std::string_view consumer, std::span<std::string const> ids);
    /// Gives up claims, so that the next `claim` returns the entries; returns how many the consumer still had.
    FEISHU_DECL result<std::size_t> release(std::string_view log, std::string_view group,
                                            std::string_view consumer, std::span<std::string const> ids);
    /// The entries after the one with the id `after`, or from the first one; at most `max_entries`, 1 to 1,000.
    /// Needs no group and claims nothing.
    FEISHU_DECL result<std::vector<log_entry>> read(std::string_view log, std::string_view after = {},
                                                    std::size_t max_entries = 100);
    /// Erases a log with its groups. False if there was none.
    FEISHU_DECL result<bool> erase_log(std::string_view log);

protected:
    store() = default;

    // What an implementation provides. Arguments are within the limits; a lifetime of `forever` or less than 50 years.

    virtual result<std::optional<std::string>> do_get(std::string_view key) = 0;
    virtual result<void> do_put(std::string_view key, std::string_view value,
                                std::chrono::milliseconds lifetime) = 0;
    virtual result<put_outcome> do_put_if_absent(std::string_view key, std::string_view value,
                                                 std::chrono::milliseconds lifetime) = 0;
    virtual result<bool> do_compare_and_replace(std::string_view key, std::string_view expected,
                                                std::string_view value,
                                                std::chrono::milliseconds lifetime) = 0;
    virtual result<bool> do_erase(std::string_view key) = 0;
    virtual result<bool> do_compare_and_erase(std::string_view key, std::string_view expected) = 0;
    /// `tokens` from each bucket.
    virtual result<bucket_turns> do_take(std::span<bucket_use const> buckets, std::uint32_t tokens,
                                         std::chrono::milliseconds max_wait) = 0;
    virtual result<void> do_pause(std::string_view bucket, bucket_rate const& rate,
                                  std::chrono::milliseconds pause) = 0;
    virtual result<std::string> do_append(std::string_view log, std::string_view value,
                                          append_options const& options) = 0;
    virtual result<std::vector<log_entry>> do_claim(std::string_view log, std::string_view group,
                                                    std::string_view consumer,
                                                    claim_options const& options) = 0;
    virtual result<append_outcome> do_append_and_claim(std::string_view log, std::string_view group,
                                                       std::string_view consumer, std::string_view value,
                                                       append_options const& appending,
                                                       claim_options const& claiming,
                                                       std::span<std::string const> handled) = 0;
    virtual result<std::size_t> do_acknowledge(std::string_view log, std::string_view group,
                                               std::span<std::string const> ids) = 0;
    virtual result<std::size_t> do_renew(std::string_view log, std::string_view group,
                                         std::string_view consumer, std::span<std::string const> ids) = 0;
    virtual result<std::size_t> do_release(std::string_view log, std::string_view group,
                                           std::string_view consumer, std::span<std::string const> ids) = 0;
    virtual result<std::vector<log_entry>> do_read(std::string_view log, std::string_view after,
                                                   std::size_t max_entries) = 0;
    virtual result<bool> do_erase_log(std::string_view log) = 0;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/store.ipp>
#endif
