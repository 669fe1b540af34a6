#pragma once

#include <string_view>
#include <utility>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/inbox_driver.hpp>
#include <feishu/event/impl/inbox_log.hpp>
#include <feishu/event/impl/inbox_service.hpp>
#include <feishu/event/inbox.hpp>
#include <feishu/event/store_dedup.hpp>

namespace feishu {
namespace detail {

/// Without the store, each process recognizes what it has received itself: a callback is not pushed again, so it is better
/// handled twice than not at all.
class callback_dedup final : public dedup_store {
public:
    explicit callback_dedup(std::shared_ptr<dedup_store> shared) : shared_(std::move(shared)) {}

    claim_result claim(std::string_view key, clock::time_point now) override {
        claim_result out;
        bool const failed = guard([&] { out = shared_->claim(key, now); }).has_value();
        return failed ? local_.claim(key, now) : out;
    }
    void complete(std::string_view key, std::string_view response, clock::time_point now) override {
        local_.complete(key, response, now);
        shared_->complete(key, response, now);
    }
    void release(std::string_view key) override {
        local_.release(key);
        shared_->release(key);
    }

private:
    std::shared_ptr<dedup_store> const shared_;
    memory_dedup_store local_{};
};

class store_inbox final : public inbox {
public:
    explicit store_inbox(inbox_params params) : params_(std::move(params)) {}

    std::shared_ptr<inbox_service> open(inbox_host& host, std::shared_ptr<feishu::clock> clock,
                                        bool has_timer, unsigned handler_threads) const override {
        return std::make_shared<inbox_driver>(params_, host, std::move(clock), has_timer, handler_threads);
    }
    std::shared_ptr<dedup_store> make_dedup() const override {
        return std::make_shared<callback_dedup>(
            make_store_dedup(params_.store, {.prefix = params_.name + "/callback/"}));
    }

private:
    inbox_params const params_;
};

} // namespace detail

FEISHU_DECL std::shared_ptr<inbox const> make_inbox(inbox_params params) {
    detail::inbox_log const valid(params); // or it throws
    return std::make_shared<detail::store_inbox>(std::move(params));
}

} // namespace feishu
