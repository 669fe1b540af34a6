#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>

#include <feishu/store/impl/memory_log.hpp>
#include <feishu/store/impl/store_errors.hpp>
#include <feishu/store/impl/token_bucket.hpp>
#include <feishu/store/memory_store.hpp>

namespace feishu::detail {

/// See make_memory_store. All operations hold one lock.
class memory_store final : public store {
public:
    explicit memory_store(std::shared_ptr<feishu::clock> clock) : clock_(std::move(clock)) {}

private:
    struct entry {
        std::string value{};
        std::int64_t expires_at = never;
    };
    static constexpr std::int64_t never = (std::numeric_limits<std::int64_t>::max)();

    result<std::optional<std::string>> do_get(std::string_view key) override {
        std::scoped_lock const lock(mutex_);
        auto const* found = find(key);
        return found != nullptr ? std::optional(found->value) : std::nullopt;
    }

    result<void> do_put(std::string_view key, std::string_view value,
                        std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        set(key, value, lifetime);
        return {};
    }

    result<put_outcome> do_put_if_absent(std::string_view key, std::string_view value,
                                         std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        if (auto const* found = find(key))
            return put_outcome{false, found->value};
        set(key, value, lifetime);
        return put_outcome{.stored = true};
    }

    result<bool> do_compare_and_replace(std::string_view key, std::string_view expected,
                                        std::string_view value, std::chrono::milliseconds lifetime) override {
        std::scoped_lock const lock(mutex_);
        auto const* found = find(key);
        if (found == nullptr || found->value != expected)
            return false;
        set(key, value, lifetime);
        return true;
    }

    result<bool> do_erase(std::string_view key) override {
        std::scoped_lock const lock(mutex_);
        bool const there = find(key) != nullptr;
        entries_.erase(std::string(key));
        return there;
    }

    result<bool> do_compare_and_erase(std::string_view key, std::string_view expected) override {
        std::scoped_lock const lock(mutex_);
        auto const* found = find(key);
        if (found == nullptr || found->value != expected)
            return false;
        entries_.erase(std::string(key));
        return true;
    }

    result<bucket_turns> do_take(std::span<bucket_use const> buckets, std::uint32_t tokens,
                                 std::chrono::milliseconds max_wait) override {
        std::scoped_lock const lock(mutex_);
        bucket_turns out;
        for (auto const& one : buckets) {
            auto& full_at = bucket_of(one.bucket);
            token_bucket state(one.rate, full_at);
            auto const turn = state.take(now(), tokens, max_wait);
            full_at = state.full_at();
            if (!add_turn(out, turn))
                break;
        }
        return out;
    }

    result<void> do_pause(std::string_view bucket, bucket_rate const& rate,
                          std::chrono::milliseconds pause) override {
        std::scoped_lock const lock(mutex_);
        auto& full_at = bucket_of(bucket);
        token_bucket state(rate, full_at);
        state.pause(now(), pause);
        full_at = state.full_at();
        return {};
    }

    result<std::string> do_append(std::string_view log, std::string_view value,
                                  append_options const& options) override {
        std::scoped_lock const lock(mutex_);
        return append_once(logs_[std::string(log)], value, options);
    }

    result<std::vector<log_entry>> do_claim(std::string_view log, std::string_view group,
                                            std::string_view consumer,
                                            claim_options const& options) override {
        std::scoped_lock const lock(mutex_);
        return claim_from(logs_[std::string(log)], group, consumer, options);
    }

    result<append_outcome> do_append_and_claim(std::string_view log, std::string_view group,
                                               std::string_view consumer, std::string_view value,
                                               append_options const& appending, claim_options const& claiming,
                                               std::span<std::string const> handled) override {
        auto const numbers = parse_log_ids(handled);
        if (!numbers)
            return numbers.error();
        std::scoped_lock const lock(mutex_);
        auto& to = logs_[std::string(log)];
        to.acknowledge(group, *numbers);
        auto id = append_once(to, value, appending);
        if (!id)
            return std::move(id).error();
        return append_outcome{std::move(*id), claim_from(to, group, consumer, claiming)};
    }

    result<std::size_t> do_acknowledge(std::string_view log, std::string_view group,
                                       std::span<std::string const> ids) override {
        auto const numbers = parse_log_ids(ids);
        if (!numbers)
            return numbers.error();
        std::scoped_lock const lock(mutex_);
        auto const found = logs_.find(log);
        return found != logs_.end() ? found->second.acknowledge(group, *numbers) : 0;
    }

    result<std::size_t> do_renew(std::string_view log, std::string_view group, std::string_view consumer,
                                 std::span<std::string const> ids) override {
        std::scoped_lock const lock(mutex_);
        return touch(log, group, consumer, ids, now());
    }

    result<std::size_t> do_release(std::string_view log, std::string_view group, std::string_view consumer,
                                   std::span<std::string const> ids) override {
        std::scoped_lock const lock(mutex_);
        return touch(log, group, consumer, ids, (std::numeric_limits<std::int64_t>::min)());
    }

    result<std::vector<log_entry>> do_read(std::string_view log, std::string_view after,
                                           std::size_t max_entries) override {
        auto const number = after.empty() ? 0 : parse_log_id(after);
        if (!number)
            return unknown_log_id();
        std::scoped_lock const lock(mutex_);
        auto const found = logs_.find(log);
        return found != logs_.end() ? found->second.read(*number, max_entries) : std::vector<log_entry>();
    }

    result<bool> do_erase_log(std::string_view log) override {
        std::scoped_lock const lock(mutex_);
        return logs_.erase(std::string(log)) != 0;
    }

    result<std::string> append_once(memory_log& log, std::string_view value, append_options const& options) {
        bool const once = !options.once_key.empty();
        if (once && find(options.once_key) != nullptr)
            return std::string();
        auto id = log.append(value, options);
        if (id && once)
            set(options.once_key, *id, options.once_lifetime);
        return id;
    }

    std::vector<log_entry> claim_from(memory_log& log, std::string_view group, std::string_view consumer,
                                      claim_options const& options) {
        append_options const bound{.max_entries = options.max_dead_letters, .drop_oldest = true};
        return log.claim(group, consumer, options, now(), [&](std::string const& value) {
            if (!options.dead_letters.empty())
                (void)logs_[options.dead_letters].append(value, bound);
        });
    }

    std::int64_t now() const {
        return std::chrono::duration_cast<std::chrono::microseconds>(clock_->now().time_since_epoch())
            .count();
    }

    entry const* find(std::string_view key) {
        auto const found = entries_.find(std::string(key));
        return found != entries_.end() && found->second.expires_at > now() ? &found->second : nullptr;
    }

    void set(std::string_view key, std::string_view value, std::chrono::milliseconds lifetime) {
        if (entries_.size() >= sweep_entries_at_) {
            std::erase_if(entries_, [at = now()](auto const& e) { return e.second.expires_at <= at; });
            sweep_entries_at_ = (std::max)(std::size_t(1024), 2 * entries_.size());
        }
        auto& to = entries_[std::string(key)];
        to.value = value;
        to.expires_at = lifetime == forever ? never : now() + 1000 * lifetime.count();
    }

    std::int64_t& bucket_of(std::string_view name) {
        if (buckets_.size() >= sweep_buckets_at_) {
            std::erase_if(buckets_, [at = now()](auto const& b) { return b.second <= at; });
            sweep_buckets_at_ = (std::max)(std::size_t(1024), 2 * buckets_.size());
        }
        return buckets_.try_emplace(std::string(name), (std::numeric_limits<std::int64_t>::min)())
            .first->second;
    }

    result<std::size_t> touch(std::string_view log, std::string_view group, std::string_view consumer,
                              std::span<std::string const> ids, std::int64_t claimed_at) {
        auto const numbers = parse_log_ids(ids);
        if (!numbers)
            return numbers.error();
        auto const found = logs_.find(log);
        return found != logs_.end() ? found->second.touch(group, consumer, *numbers, claimed_at) : 0;
    }

    std::shared_ptr<feishu::clock> clock_;
    std::mutex mutex_{};
    std::unordered_map<std::string, entry> entries_{};
    std::unordered_map<std::string, std::int64_t> buckets_{}; ///< when each is full
    std::map<std::string, memory_log, std::less<>> logs_{};
    std::size_t sweep_entries_at_ = 1024; ///< number of entries at which expired ones are removed
    std::size_t sweep_buckets_at_ = 1024; ///< the same of full buckets
};

} // namespace feishu::detail

namespace feishu {

FEISHU_DECL std::shared_ptr<store> make_memory_store(memory_store_params params) {
    auto clock = params.clock ? std::move(params.clock) : std::make_shared<feishu::clock>();
    return std::make_shared<detail::memory_store>(std::move(clock));
}

} // namespace feishu
