#pragma once

#include <utility>

#include <feishu/event/impl/inbox_driver.hpp>
#include <feishu/event/impl/inbox_log.hpp>
#include <feishu/event/impl/inbox_service.hpp>
#include <feishu/event/inbox.hpp>
#include <feishu/event/store_dedup.hpp>

namespace feishu {
namespace detail {

class store_inbox final : public inbox {
public:
    explicit store_inbox(inbox_params params) : params_(std::move(params)) {}

    std::shared_ptr<inbox_service> open(inbox_host& host, std::shared_ptr<feishu::clock> clock,
                                        bool has_timer, unsigned handler_threads) const override {
        return std::make_shared<inbox_driver>(params_, host, std::move(clock), has_timer, handler_threads);
    }
    std::shared_ptr<dedup_store> make_dedup() const override {
        return make_store_dedup(params_.store, {.prefix = params_.name + "/callback/"});
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
