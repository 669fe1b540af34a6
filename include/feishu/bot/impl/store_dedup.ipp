#pragma once

#include <chrono>
#include <utility>

#include <feishu/bot/impl/store_dedup.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

// The value of a key: 'c' and the process that has claimed the event, or 'd' and the response.
inline constexpr std::chrono::minutes dedup_claim_time{5}; // a process that has crashed leaves its claims
inline constexpr std::chrono::hours dedup_keep_time{8}; // the platform repeats an event for a little over 7 h

FEISHU_DECL store_dedup::store_dedup(std::shared_ptr<feishu::store> keeps, std::string prefix)
    : store_(std::move(keeps)), prefix_(std::move(prefix)), claimed_("c" + http::detail::random_hex(16)) {}

FEISHU_DECL dedup_store::claim_result store_dedup::claim(std::string_view key, clock::time_point) {
    auto put = store_->put_if_absent(key_of(key), claimed_, dedup_claim_time).value();
    if (put.stored)
        return {};
    if (put.existing.starts_with('d'))
        return {.state = state::done, .response = put.existing.substr(1)};
    return {.state = state::in_progress};
}

FEISHU_DECL void store_dedup::complete(std::string_view key, std::string_view response, clock::time_point) {
    store_->put(key_of(key), "d" + std::string(response), dedup_keep_time).value();
}

FEISHU_DECL void store_dedup::release(std::string_view key) {
    store_->compare_and_erase(key_of(key), claimed_).value();
}

} // namespace feishu::detail
