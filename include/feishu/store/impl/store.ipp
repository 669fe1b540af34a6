#pragma once

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/store/impl/store_errors.hpp>
#include <feishu/store/impl/token_bucket.hpp>
#include <feishu/store/store.hpp>

namespace feishu {
namespace detail {

/// The limits on arguments; remembers the first violation.
class argument_check {
public:
    argument_check& name(std::string_view field, std::string_view value) {
        if (value.empty() || value.size() > store::max_key_size)
            refuse(field, "must have 1 to 1,024 bytes");
        return *this;
    }
    argument_check& value(std::string_view field, std::string_view value) {
        if (value.size() > store::max_value_size)
            refuse(field, "must have at most 8 MiB");
        return *this;
    }
    argument_check& positive(std::string_view field, std::chrono::milliseconds duration) {
        if (duration <= duration.zero())
            refuse(field, "must be positive");
        return *this;
    }
    argument_check& in_range(std::string_view field, std::size_t value, std::size_t max) {
        if (value < 1 || value > max)
            refuse(field, "must be from 1 to " + std::to_string(max));
        return *this;
    }
    argument_check& rate(bucket_rate const& rate) {
        constexpr std::chrono::milliseconds longest = std::chrono::days(30);
        in_range("rate.tokens", rate.tokens, 1'000'000).in_range("rate.burst", rate.burst, 1'000'000);
        positive("rate.period", rate.period);
        if (rate.period > longest)
            refuse("rate.period", "must be at most 30 days");
        if (!failed_ && token_bucket(rate, 0).cost(rate.burst) > std::chrono::microseconds(longest).count())
            refuse("rate", "must fill a bucket within 30 days");
        return *this;
    }
    argument_check& log_and_group(std::string_view log, std::string_view group) {
        return name("log", log).name("group", group);
    }
    argument_check& appended(std::string_view entry, append_options const& options) {
        value("value", entry).in_range("max_entries", options.max_entries, 1'000'000'000);
        if (!options.once_key.empty())
            name("once_key", options.once_key).positive("once_lifetime", options.once_lifetime);
        return *this;
    }
    argument_check& claimed(std::string_view log, std::string_view consumer, claim_options const& options) {
        name("consumer", consumer)
            .in_range("max_entries", options.max_entries, 1000)
            .in_range("max_deliveries", options.max_deliveries, 1'000'000)
            .in_range("max_dead_letters", options.max_dead_letters, 1'000'000'000)
            .positive("visibility", options.visibility);
        if (options.dead_letters == log)
            refuse("dead_letters", "must be another log");
        return options.dead_letters.empty() ? *this : name("dead_letters", options.dead_letters);
    }
    argument_check& ids(std::span<std::string const> ids) {
        if (ids.size() > 1000)
            refuse("ids", "must be at most 1,000");
        for (auto const& id : ids)
            if (id.empty() || id.size() > 64)
                refuse("ids", "must be ids of log entries");
        return *this;
    }

    /// What `run` returns, or the error.
    template <class F>
    auto then(F&& run) -> decltype(run()) {
        if (failed_)
            return std::move(*failed_);
        try {
            return run();
        } catch (...) {
            auto e = store_error(exception_text(std::current_exception()));
            e.may_have_executed = true;
            return e;
        }
    }

private:
    void refuse(std::string_view field, std::string const& text) {
        if (!failed_)
            failed_ = invalid_argument(field, text);
    }

    std::optional<error> failed_{};
};

/// A duration that can be added to any time.
inline std::chrono::milliseconds bounded(std::chrono::milliseconds duration) {
    return (std::min)(duration, std::chrono::milliseconds(longest_wait));
}
inline std::chrono::milliseconds bounded_lifetime(std::chrono::milliseconds lifetime) {
    return lifetime >= longest_wait ? store::forever : lifetime;
}
inline claim_options bounded(claim_options options) {
    options.visibility = bounded(options.visibility);
    return options;
}
inline append_options bounded(append_options options) {
    options.once_lifetime = bounded_lifetime(options.once_lifetime);
    return options;
}

} // namespace detail

FEISHU_DECL result<std::optional<std::string>> store::get(std::string_view key) {
    return detail::argument_check().name("key", key).then([&] { return do_get(key); });
}

FEISHU_DECL result<void> store::put(std::string_view key, std::string_view value,
                                    std::chrono::milliseconds lifetime) {
    return detail::argument_check()
        .name("key", key)
        .value("value", value)
        .positive("lifetime", lifetime)
        .then([&] { return do_put(key, value, detail::bounded_lifetime(lifetime)); });
}

FEISHU_DECL result<put_outcome> store::put_if_absent(std::string_view key, std::string_view value,
                                                     std::chrono::milliseconds lifetime) {
    return detail::argument_check()
        .name("key", key)
        .value("value", value)
        .positive("lifetime", lifetime)
        .then([&] { return do_put_if_absent(key, value, detail::bounded_lifetime(lifetime)); });
}

FEISHU_DECL result<bool> store::compare_and_replace(std::string_view key, std::string_view expected,
                                                    std::string_view value,
                                                    std::chrono::milliseconds lifetime) {
    return detail::argument_check()
        .name("key", key)
        .value("expected", expected)
        .value("value", value)
        .positive("lifetime", lifetime)
        .then(
            [&] { return do_compare_and_replace(key, expected, value, detail::bounded_lifetime(lifetime)); });
}

FEISHU_DECL result<bool> store::erase(std::string_view key) {
    return detail::argument_check().name("key", key).then([&] { return do_erase(key); });
}

FEISHU_DECL result<bool> store::compare_and_erase(std::string_view key, std::string_view expected) {
    return detail::argument_check().name("key", key).value("expected", expected).then([&] {
        return do_compare_and_erase(key, expected);
    });
}

FEISHU_DECL result<bucket_turn> store::take(std::string_view bucket, bucket_rate const& rate,
                                            std::uint32_t tokens, std::chrono::milliseconds max_wait) {
    return detail::argument_check()
        .name("bucket", bucket)
        .rate(rate)
        .in_range("tokens", tokens, rate.burst)
        .then([&]() -> result<bucket_turn> {
            bucket_use const one{bucket, rate};
            auto const turns = do_take({&one, 1}, tokens, detail::bounded(max_wait));
            return turns ? result<bucket_turn>(bucket_turn{turns->taken == 1, turns->wait}) : turns.error();
        });
}

FEISHU_DECL result<bucket_turns> store::take(std::span<bucket_use const> buckets,
                                             std::chrono::milliseconds max_wait) {
    detail::argument_check check;
    check.in_range("buckets", buckets.size(), 16);
    for (auto const& one : buckets)
        check.name("bucket", one.bucket).rate(one.rate);
    return check.then([&] { return do_take(buckets, 1, detail::bounded(max_wait)); });
}

FEISHU_DECL result<void> store::pause(std::string_view bucket, bucket_rate const& rate,
                                      std::chrono::milliseconds pause) {
    return detail::argument_check().name("bucket", bucket).rate(rate).positive("pause", pause).then([&] {
        return do_pause(bucket, rate, detail::bounded(pause));
    });
}

FEISHU_DECL result<std::string> store::append(std::string_view log, std::string_view value,
                                              append_options const& options) {
    return detail::argument_check().name("log", log).appended(value, options).then([&] {
        return do_append(log, value, detail::bounded(options));
    });
}

FEISHU_DECL result<std::vector<log_entry>> store::claim(std::string_view log, std::string_view group,
                                                        std::string_view consumer,
                                                        claim_options const& options) {
    return detail::argument_check().log_and_group(log, group).claimed(log, consumer, options).then([&] {
        return do_claim(log, group, consumer, detail::bounded(options));
    });
}

FEISHU_DECL result<append_outcome> store::append_and_claim(std::string_view log, std::string_view group,
                                                           std::string_view consumer, std::string_view value,
                                                           append_options const& appending,
                                                           claim_options const& claiming,
                                                           std::span<std::string const> handled) {
    return detail::argument_check()
        .log_and_group(log, group)
        .appended(value, appending)
        .claimed(log, consumer, claiming)
        .ids(handled)
        .then([&] {
            return do_append_and_claim(log, group, consumer, value, detail::bounded(appending),
                                       detail::bounded(claiming), handled);
        });
}

FEISHU_DECL result<std::size_t> store::acknowledge(std::string_view log, std::string_view group,
                                                   std::span<std::string const> ids) {
    return detail::argument_check().log_and_group(log, group).ids(ids).then([&] {
        return do_acknowledge(log, group, ids);
    });
}

FEISHU_DECL result<std::size_t> store::acknowledge(std::string_view log, std::string_view group,
                                                   std::string const& id) {
    return acknowledge(log, group, std::span(&id, 1));
}

FEISHU_DECL result<std::size_t> store::renew(std::string_view log, std::string_view group,
                                             std::string_view consumer, std::span<std::string const> ids) {
    return detail::argument_check().log_and_group(log, group).name("consumer", consumer).ids(ids).then([&] {
        return do_renew(log, group, consumer, ids);
    });
}

FEISHU_DECL result<std::size_t> store::release(std::string_view log, std::string_view group,
                                               std::string_view consumer, std::span<std::string const> ids) {
    return detail::argument_check().log_and_group(log, group).name("consumer", consumer).ids(ids).then([&] {
        return do_release(log, group, consumer, ids);
    });
}

FEISHU_DECL result<std::vector<log_entry>> store::read(std::string_view log, std::string_view after,
                                                       std::size_t max_entries) {
    return detail::argument_check()
        .name("log", log)
        .in_range("max_entries", max_entries, 1000)
        .then([&]() -> result<std::vector<log_entry>> {
            if (after.size() > 64)
                return detail::unknown_log_id();
            return do_read(log, after, max_entries);
        });
}

FEISHU_DECL result<bool> store::erase_log(std::string_view log) {
    return detail::argument_check().name("log", log).then([&] { return do_erase_log(log); });
}

} // namespace feishu
