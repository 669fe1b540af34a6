#pragma once

#include <stdexcept>
#include <utility>

#include <feishu/event/impl/store_keys.hpp>
#include <feishu/event/store_dedup.hpp>

namespace feishu {
namespace detail {

/// The value of a key is the token of the process that has claimed the event, after '?', or the response, after '='.
class store_dedup final : public dedup_store {
public:
    store_dedup(std::shared_ptr<store> on, store_dedup_params params)
        : store_(std::move(on)), params_(std::move(params)), claim_('?' + unique_token()) {}

    claim_result claim(std::string_view key, clock::time_point) override {
        auto const put = store_->put_if_absent(name_of(key), claim_, params_.claim).value();
        if (put.stored)
            return {};
        if (put.existing.starts_with('='))
            return {state::done, put.existing.substr(1)};
        return {state::in_progress, {}};
    }

    void complete(std::string_view key, std::string_view response, clock::time_point) override {
        store_->put(name_of(key), '=' + std::string(response), params_.keep).value();
    }

    void release(std::string_view key) override {
        (void)store_->compare_and_erase(name_of(key), claim_).value(); // or it has expired, and is another's
    }

private:
    std::string name_of(std::string_view key) const { return params_.prefix + short_key(key); }

    std::shared_ptr<store> const store_;
    store_dedup_params const params_;
    std::string const claim_;
};

} // namespace detail

FEISHU_DECL std::shared_ptr<dedup_store> make_store_dedup(std::shared_ptr<store> on,
                                                          store_dedup_params params) {
    constexpr std::size_t longest_prefix = 400;
    constexpr std::chrono::milliseconds none{0};
    if (!on)
        throw std::invalid_argument("make_store_dedup: a store is required");
    if (params.prefix.size() > longest_prefix)
        throw std::invalid_argument("store_dedup_params: prefix must have at most 400 bytes");
    if (params.claim <= none || params.keep <= none)
        throw std::invalid_argument("store_dedup_params: times must be positive");
    return std::make_shared<detail::store_dedup>(std::move(on), std::move(params));
}

} // namespace feishu
