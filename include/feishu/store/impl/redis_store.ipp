#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include <feishu/store/impl/redis_client.hpp>
#include <feishu/store/impl/redis_scripts.hpp>
#include <feishu/store/impl/store_errors.hpp>
#include <feishu/store/impl/token_bucket.hpp>
#include <feishu/store/redis_store.hpp>

namespace feishu::detail {

inline error unexpected_reply() {
    return error{.kind = error_kind::decode, .message = "Redis: the reply has an unexpected type"};
}

/// "1700000000000-0", as the server assigns them.
inline bool is_stream_id(std::string_view id) {
    auto const is_number = [](std::string_view part) {
        return !part.empty() && part.size() <= 20 &&
               std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    auto const dash = id.find('-');
    return dash != id.npos && is_number(id.substr(0, dash)) && is_number(id.substr(dash + 1));
}

/// See make_redis_store. Keys are the prefix, then "e:" for an entry, "b:" for a bucket, "l:" for a log.
class redis_store final : public store {
public:
    redis_store(std::unique_ptr<redis_client> client, std::string prefix)
        : client_(std::move(client)), prefix_(std::move(prefix)) {}

private:
    using type = redis_type;

    result<std::optional<std::string>> do_get(std::string_view key) override {
        auto reply = client_->run({"GET", entry_key(key)}, repeatable::yes);
        if (!reply)
            return std::move(reply).error();
        if (reply->is(type::nil))
            return std::optional<std::string>();
        return reply->is(type::bytes) ? result<std::optional<std::string>>(std::move(reply->text))
                                      : unexpected_reply();
    }

    result<void> do_put(std::string_view key, std::string_view value,
                        std::chrono::milliseconds lifetime) override {
        auto const full_key = entry_key(key);
        auto const milliseconds = lifetime_text(lifetime);
        redis_command command{"SET", full_key, value};
        if (!milliseconds.empty())
            command.insert(command.end(), {"PX", milliseconds});
        auto reply = client_->run(command, repeatable::yes);
        return reply ? result<void>() : std::move(reply).error();
    }

    result<put_outcome> do_put_if_absent(std::string_view key, std::string_view value,
                                         std::chrono::milliseconds lifetime) override {
        auto const full_key = entry_key(key);
        auto const milliseconds = lifetime_text(lifetime);
        redis_command command{"SET", full_key, value, "NX", "GET"};
        if (!milliseconds.empty())
            command.insert(command.end(), {"PX", milliseconds});
        auto reply = client_->run(command, repeatable::no);
        if (!reply)
            return std::move(reply).error();
        if (reply->is(type::nil))
            return put_outcome{.stored = true};
        return reply->is(type::bytes) ? result<put_outcome>(put_outcome{false, std::move(reply->text)})
                                      : unexpected_reply();
    }

    result<bool> do_compare_and_replace(std::string_view key, std::string_view expected,
                                        std::string_view value, std::chrono::milliseconds lifetime) override {
        auto const full_key = entry_key(key);
        auto const milliseconds = lifetime_text(lifetime);
        return changed(client_->run(compare_and_replace_, {"1", full_key, expected, value, milliseconds},
                                    repeatable::no));
    }

    result<bool> do_erase(std::string_view key) override {
        return changed(client_->run({"DEL", entry_key(key)}, repeatable::yes));
    }

    result<bool> do_compare_and_erase(std::string_view key, std::string_view expected) override {
        return changed(client_->run(compare_and_erase_, {"1", entry_key(key), expected}, repeatable::no));
    }

    result<bucket_turns> do_take(std::span<bucket_use const> buckets, std::uint32_t tokens,
                                 std::chrono::milliseconds max_wait) override {
        std::vector<std::string> keys{std::to_string(buckets.size())},
            arguments{std::to_string(max_wait.count())};
        for (auto const& one : buckets) {
            token_bucket const state(one.rate, 0);
            keys.push_back(bucket_key(one.bucket));
            arguments.push_back(std::to_string(state.cost(tokens)));
            arguments.push_back(std::to_string(state.cost(one.rate.burst)));
        }
        redis_command command(keys.begin(), keys.end());
        command.insert(command.end(), arguments.begin(), arguments.end());
        auto const reply = client_->run(take_, command, repeatable::no);
        if (!reply)
            return reply.error();
        auto const& parts = reply->elements;
        if (parts.size() != 2 || !parts[0].is(type::number) || !parts[1].is(type::number))
            return unexpected_reply();
        return bucket_turns{static_cast<std::size_t>(parts[0].number),
                            std::chrono::milliseconds(parts[1].number)};
    }

    result<void> do_pause(std::string_view bucket, bucket_rate const& rate,
                          std::chrono::milliseconds pause) override {
        token_bucket state(rate, 0);
        state.pause(0, pause);
        auto const key = bucket_key(bucket);
        auto const offset = std::to_string(state.full_at());
        auto reply = client_->run(pause_, {"1", key, offset}, repeatable::yes);
        return reply ? result<void>() : std::move(reply).error();
    }

    result<std::string> do_append(std::string_view log, std::string_view value,
                                  append_options const& options) override {
        append_texts const texts(*this, options);
        auto const key = log_key(log);
        redis_command command{texts.once() ? "2" : "1", key};
        if (texts.once())
            command.push_back(texts.once_key);
        texts.add_arguments(command, value);
        auto reply = client_->run(append_, command, texts.once() ? repeatable::yes : repeatable::no);
        if (!reply)
            return std::move(reply).error();
        if (reply->is(type::nil))
            return log_is_full();
        return reply->is(type::bytes) ? result<std::string>(std::move(reply->text)) : unexpected_reply();
    }

    result<std::vector<log_entry>> do_claim(std::string_view log, std::string_view group,
                                            std::string_view consumer,
                                            claim_options const& options) override {
        claim_texts const texts(*this, log, options);
        redis_command command{"2"};
        texts.add_keys(command);
        texts.add_arguments(command, group, consumer);
        auto reply = client_->run(claim_, command, repeatable::no);
        return reply ? claimed_entries(std::move(*reply), {}) : std::move(reply).error();
    }

    result<append_outcome> do_append_and_claim(std::string_view log, std::string_view group,
                                               std::string_view consumer, std::string_view value,
                                               append_options const& appending, claim_options const& claiming,
                                               std::span<std::string const> handled) override {
        if (!std::ranges::all_of(handled, is_stream_id))
            return unknown_log_id();
        claim_texts const claims(*this, log, claiming);
        append_texts const texts(*this, appending);
        redis_command command{texts.once() ? "3" : "2"};
        claims.add_keys(command);
        if (texts.once())
            command.push_back(texts.once_key);
        claims.add_arguments(command, group, consumer);
        texts.add_arguments(command, value);
        command.insert(command.end(), handled.begin(), handled.end());
        auto reply = client_->run(append_and_claim_, command, repeatable::no);
        if (!reply)
            return std::move(reply).error();
        if (reply->is(type::nil))
            return log_is_full();
        auto& parts = reply->elements;
        if (parts.size() != 2 || !parts[0].is(type::bytes))
            return unexpected_reply();
        auto claimed = claimed_entries(std::move(parts[1]), value);
        if (!claimed)
            return std::move(claimed).error();
        return append_outcome{std::move(parts[0].text), std::move(*claimed)};
    }

    result<std::size_t> do_acknowledge(std::string_view log, std::string_view group,
                                       std::span<std::string const> ids) override {
        return for_ids(acknowledge_, log, {group}, ids);
    }

    result<std::size_t> do_renew(std::string_view log, std::string_view group, std::string_view consumer,
                                 std::span<std::string const> ids) override {
        return for_ids(touch_, log, {group, consumer, ""}, ids);
    }

    result<std::size_t> do_release(std::string_view log, std::string_view group, std::string_view consumer,
                                   std::span<std::string const> ids) override {
        return for_ids(touch_, log, {group, consumer, "1"}, ids);
    }

    result<std::vector<log_entry>> do_read(std::string_view log, std::string_view after,
                                           std::size_t max_entries) override {
        if (!after.empty() && !is_stream_id(after))
            return unknown_log_id();
        auto const key = log_key(log);
        auto const first = after.empty() ? std::string("-") : "(" + std::string(after);
        auto const most = std::to_string(max_entries);
        auto reply = client_->run({"XRANGE", key, first, "+", "COUNT", most}, repeatable::yes);
        if (!reply)
            return std::move(reply).error();
        std::vector<log_entry> out;
        for (auto& entry : reply->elements) {
            auto& parts = entry.elements;
            if (parts.size() != 2 || !parts[0].is(type::bytes) || parts[1].elements.size() != 2)
                return unexpected_reply();
            out.push_back({std::move(parts[0].text), std::move(parts[1].elements[1].text), 0});
        }
        return out;
    }

    result<bool> do_erase_log(std::string_view log) override {
        return changed(client_->run({"DEL", log_key(log)}, repeatable::yes));
    }

    std::string entry_key(std::string_view key) const { return prefix_ + "e:" + std::string(key); }
    std::string bucket_key(std::string_view bucket) const { return prefix_ + "b:" + std::string(bucket); }
    std::string log_key(std::string_view log) const { return prefix_ + "l:" + std::string(log); }

    static std::string lifetime_text(std::chrono::milliseconds lifetime) {
        return lifetime == forever ? std::string() : std::to_string(lifetime.count());
    }

    /// The arguments of a script that claims, which has views of them.
    struct claim_texts {
        std::string key, dead_key, most, visibility, deliveries, max_dead;

        claim_texts(redis_store const& in, std::string_view log, claim_options const& options)
            : key(in.log_key(log)), dead_key(in.log_key(options.dead_letters)),
              most(std::to_string(options.max_entries)),
              visibility(std::to_string(options.visibility.count())),
              deliveries(std::to_string(options.max_deliveries)),
              max_dead(options.dead_letters.empty() ? "" : std::to_string(options.max_dead_letters)) {}

        void add_keys(redis_command& to) const { to.insert(to.end(), {key, dead_key}); }
        void add_arguments(redis_command& to, std::string_view group, std::string_view consumer) const {
            to.insert(to.end(), {group, consumer, most, visibility, deliveries, max_dead});
        }
    };

    /// The same of a script that appends.
    struct append_texts {
        std::string once_key, length, lifetime;
        std::string_view drop_oldest;

        append_texts(redis_store const& in, append_options const& options)
            : once_key(options.once_key.empty() ? "" : in.entry_key(options.once_key)),
              length(std::to_string(options.max_entries)), lifetime(lifetime_text(options.once_lifetime)),
              drop_oldest(options.drop_oldest ? "1" : "") {}

        bool once() const { return !once_key.empty(); }
        void add_arguments(redis_command& to, std::string_view value) const {
            to.insert(to.end(), {value, length, drop_oldest, lifetime});
        }
    };

    /// `added`: the value of an entry without one.
    static result<std::vector<log_entry>> claimed_entries(redis_reply reply, std::string_view added) {
        std::vector<log_entry> out;
        if (!reply.is(type::array))
            return unexpected_reply();
        for (auto& entry : reply.elements) {
            auto& parts = entry.elements;
            if (parts.size() != 3 || !parts[0].is(type::bytes) || !parts[2].is(type::number) ||
                !(parts[1].is(type::bytes) || parts[1].is(type::nil)))
                return unexpected_reply();
            out.push_back({std::move(parts[0].text),
                           parts[1].is(type::nil) ? std::string(added) : std::move(parts[1].text),
                           static_cast<std::uint32_t>(parts[2].number)});
        }
        return out;
    }

    static result<bool> changed(result<redis_reply> reply) {
        if (!reply)
            return std::move(reply).error();
        return reply->is(type::number) ? result<bool>(reply->number != 0) : unexpected_reply();
    }

    result<std::size_t> for_ids(redis_script const& script, std::string_view log,
                                redis_command const& arguments, std::span<std::string const> ids) {
        if (!std::ranges::all_of(ids, is_stream_id))
            return unknown_log_id();
        auto const key = log_key(log);
        redis_command command{"1", key};
        command.insert(command.end(), arguments.begin(), arguments.end());
        command.insert(command.end(), ids.begin(), ids.end());
        auto reply = client_->run(script, command, repeatable::yes);
        if (!reply)
            return std::move(reply).error();
        return reply->is(type::number) ? result<std::size_t>(static_cast<std::size_t>(reply->number))
                                       : unexpected_reply();
    }

    static std::string joined(std::initializer_list<std::string_view> parts) {
        std::string out;
        for (auto const part : parts)
            out += part;
        return out;
    }

    std::unique_ptr<redis_client> client_;
    std::string prefix_;
    redis_script compare_and_replace_{std::string(redis_scripts::compare_and_replace)};
    redis_script compare_and_erase_{std::string(redis_scripts::compare_and_erase)};
    redis_script take_{std::string(redis_scripts::take)};
    redis_script pause_{std::string(redis_scripts::pause)};
    redis_script append_{joined({redis_scripts::append, redis_scripts::append_only})};
    redis_script claim_{joined({redis_scripts::settle, redis_scripts::claim, redis_scripts::claim_only})};
    redis_script append_and_claim_{
        joined({redis_scripts::settle, redis_scripts::acknowledge, redis_scripts::append,
                redis_scripts::claim, redis_scripts::append_and_claim})};
    redis_script acknowledge_{
        joined({redis_scripts::settle, redis_scripts::acknowledge, redis_scripts::acknowledge_only})};
    redis_script touch_{std::string(redis_scripts::touch)};
};

} // namespace feishu::detail

namespace feishu {

FEISHU_DECL result<std::shared_ptr<store>> make_redis_store(redis_store_params params) {
    if (params.prefix.size() > store::max_key_size)
        return detail::invalid_argument("prefix", "must have at most 1,024 bytes");
    auto client = detail::redis_client::make(params);
    if (!client)
        return std::move(client).error();
    return std::shared_ptr<store>(
        std::make_shared<detail::redis_store>(std::move(*client), std::move(params.prefix)));
}

} // namespace feishu
