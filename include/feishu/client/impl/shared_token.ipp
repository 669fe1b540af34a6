#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <utility>

#include <feishu/auth/impl/secret_string.hpp>
#include <feishu/client/impl/shared_token.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

inline std::chrono::milliseconds unix_time() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
}

FEISHU_DECL std::shared_ptr<shared_token> shared_token::make(client_config const& config,
                                                             token_source const& source) {
    if (!config.store || source.kind == token_kind::user)
        return nullptr;
    auto key = "token/" + config.app_id.str() + "/" + std::to_string(static_cast<int>(source.kind)) + "/" +
               source.tenant.str() + "/" + config.base_url;
    static auto const process = http::detail::random_hex(32);
    auto lease = process + "/" + std::to_string(reinterpret_cast<std::uintptr_t>(&source));
    return std::make_shared<shared_token>(config.store, std::move(key), std::move(lease));
}

FEISHU_DECL shared_token::shared_token(std::shared_ptr<store> in, std::string key, std::string lease)
    : store_(std::move(in)), key_(std::move(key)), lease_(std::move(lease)) {}

FEISHU_DECL shared_token::~shared_token() { auth::wipe(value_); }

FEISHU_DECL void shared_token::look_for_other_than(std::vector<auth::token_text> unusable) {
    unusable_ = std::move(unusable);
    publishing_ = false;
    found_ = finding::none;
}

FEISHU_DECL void shared_token::publish(result<auth::access_token> const& outcome, clock::time_point now) {
    auth::wipe(value_);
    value_.clear();
    if (outcome) {
        value_ = outcome->value.view();
        lifetime_ = time_left(outcome->expires, now);
    }
    publishing_ = true;
    found_ = finding::none;
}

FEISHU_DECL void shared_token::run() {
    result<finding> outcome = finding::published;
    if (!publishing_)
        outcome = look();
    else if (auto written = write(); !written)
        outcome = std::move(written).error();
    found_ = outcome ? *outcome : finding::failed;
    if (!outcome)
        why_ = std::move(outcome).error();
}

FEISHU_DECL auth::access_token shared_token::token(clock::time_point now) const {
    return {value_, saturating_deadline(now, lifetime_)};
}

// Once more with the lease: another process may have stored the token and given up its lease in between.
FEISHU_DECL result<shared_token::finding> shared_token::look() {
    auto there = read();
    if (!there || *there)
        return there ? result<finding>(finding::token) : std::move(there).error();
    auto const leased = store_->put_if_absent(lease_key(), lease_, lease_lifetime);
    if (!leased)
        return leased.error();
    if (!leased->stored && leased->existing != lease_)
        return finding::busy;
    there = read();
    if (!there)
        return std::move(there).error();
    if (!*there)
        return finding::lease;
    auto released = store_->compare_and_erase(lease_key(), lease_);
    return released ? result<finding>(finding::token) : std::move(released).error();
}

// An entry is the time of expiry in milliseconds since 1970, a space, and the token. False if there is none that can be used.
FEISHU_DECL result<bool> shared_token::read() {
    auto stored = store_->get(key_);
    if (!stored || !*stored)
        return stored ? result<bool>(false) : std::move(stored).error();
    std::string_view const text = **stored;
    std::chrono::milliseconds::rep expires = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), expires);
    auto const left = std::chrono::milliseconds(expires) - unix_time();
    auto const value = text.substr(static_cast<std::size_t>(end - text.data()));
    bool const usable =
        failure == std::errc{} && value.size() > 1 && value.front() == ' ' && left > left.zero() &&
        std::ranges::none_of(unusable_, [&](auto const& other) { return other.view() == value.substr(1); });
    if (usable) {
        value_ = value.substr(1);
        lifetime_ = left;
    }
    auth::wipe(**stored);
    return usable;
}

FEISHU_DECL result<void> shared_token::write() {
    if (!value_.empty() && lifetime_ > lifetime_.zero()) {
        auto entry = std::to_string((unix_time() + lifetime_).count()) + " " + value_;
        auto stored = store_->put(key_, entry, lifetime_);
        auth::wipe(entry);
        if (!stored)
            return stored;
    }
    auto released = store_->compare_and_erase(lease_key(), lease_);
    return released ? result<void>() : std::move(released).error();
}

} // namespace feishu::detail
