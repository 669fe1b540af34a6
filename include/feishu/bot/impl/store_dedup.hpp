#pragma once
// store_dedup: the record of handled events in a store, for several processes and beyond restarts.

#include <memory>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/dedup_store.hpp>

namespace feishu {
class store;
}

namespace feishu::detail {

/// An event that is being handled when its process crashes is handled again after `claim_time`.
class store_dedup final : public dedup_store {
public:
    /// Keys begin with `prefix`.
    FEISHU_DECL store_dedup(std::shared_ptr<feishu::store> keeps, std::string prefix);

    FEISHU_DECL claim_result claim(std::string_view key, clock::time_point now) override;
    FEISHU_DECL void complete(std::string_view key, std::string_view response,
                              clock::time_point now) override;
    FEISHU_DECL void release(std::string_view key) override;

private:
    std::string key_of(std::string_view key) const { return prefix_ + std::string(key); }

    std::shared_ptr<feishu::store> store_;
    std::string prefix_;
    std::string claimed_; // by this process
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/store_dedup.ipp>
#endif
