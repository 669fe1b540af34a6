#pragma once
// A store that a test makes fail, or does something in the middle of.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/store/store.hpp>

namespace test {

class hooked_store final : public feishu::store {
public:
    explicit hooked_store(std::shared_ptr<feishu::store> inner) : inner_(std::move(inner)) {}

    /// Called before each operation, which fails with the error if there is one.
    std::function<std::optional<feishu::error>()> before{};

    static feishu::error failure() {
        return {.kind = feishu::error_kind::store, .message = "failed on purpose"};
    }

private:
    template <class T>
    using result = feishu::result<T>;

    template <class F>
    auto use(F&& operation) -> decltype(operation()) {
        if (before)
            if (auto failed = before())
                return std::move(*failed);
        return operation();
    }

    result<std::optional<std::string>> do_get(std::string_view key) override {
        return use([&] { return inner_->get(key); });
    }
    result<void> do_put(std::string_view key, std::string_view value,
                        std::chrono::milliseconds lifetime) override {
        return use([&] { return inner_->put(key, value, lifetime); });
    }
    result<feishu::put_outcome> do_put_if_absent(std::string_view key, std::string_view value,
                                                 std::chrono::milliseconds lifetime) override {
        return use([&] { return inner_->put_if_absent(key, value, lifetime); });
    }
    result<bool> do_compare_and_replace(std::string_view key, std::string_view expected,
                                        std::string_view value, std::chrono::milliseconds lifetime) override {
        return use([&] { return inner_->compare_and_replace(key, expected, value, lifetime); });
    }
    result<bool> do_erase(std::string_view key) override {
        return use([&] { return inner_->erase(key); });
    }
    result<bool> do_compare_and_erase(std::string_view key, std::string_view expected) override {
        return use([&] { return inner_->compare_and_erase(key, expected); });
    }
    result<feishu::bucket_turns> do_take(std::span<feishu::bucket_use const> buckets, std::uint32_t,
                                         std::chrono::milliseconds max_wait) override {
        return use([&] { return inner_->take(buckets, max_wait); }); // of one token each
    }
    result<void> do_pause(std::string_view bucket, feishu::bucket_rate const& rate,
                          std::chrono::milliseconds pause) override {
        return use([&] { return inner_->pause(bucket, rate, pause); });
    }
    result<std::string> do_append(std::string_view log, std::string_view value,
                                  feishu::append_options const& options) override {
        return use([&] { return inner_->append(log, value, options); });
    }
    result<std::vector<feishu::log_entry>> do_claim(std::string_view log, std::string_view group,
                                                    std::string_view consumer,
                                                    feishu::claim_options const& options) override {
        return use([&] { return inner_->claim(log, group, consumer, options); });
    }
    result<feishu::append_outcome> do_append_and_claim(std::string_view log, std::string_view group,
                                                       std::string_view consumer, std::string_view value,
                                                       feishu::append_options const& appending,
                                                       feishu::claim_options const& claiming,
                                                       std::span<std::string const> handled) override {
        return use([&] {
            return inner_->append_and_claim(log, group, consumer, value, appending, claiming, handled);
        });
    }
    result<std::size_t> do_acknowledge(std::string_view log, std::string_view group,
                                       std::span<std::string const> ids) override {
        return use([&] { return inner_->acknowledge(log, group, ids); });
    }
    result<std::size_t> do_renew(std::string_view log, std::string_view group, std::string_view consumer,
                                 std::span<std::string const> ids) override {
        return use([&] { return inner_->renew(log, group, consumer, ids); });
    }
    result<std::size_t> do_release(std::string_view log, std::string_view group, std::string_view consumer,
                                   std::span<std::string const> ids) override {
        return use([&] { return inner_->release(log, group, consumer, ids); });
    }
    result<std::vector<feishu::log_entry>> do_read(std::string_view log, std::string_view after,
                                                   std::size_t max_entries) override {
        return use([&] { return inner_->read(log, after, max_entries); });
    }
    result<bool> do_erase_log(std::string_view log) override {
        return use([&] { return inner_->erase_log(log); });
    }

    std::shared_ptr<feishu::store> inner_;
};

} // namespace test
