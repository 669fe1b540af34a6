#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <openssl/evp.h>

#include <feishu/auth/impl/secret_string.hpp>
#include <feishu/client/impl/shared_token.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

inline std::chrono::milliseconds unix_time() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
}

// Different for each client, the same for all its calls.
inline std::string lease_of(token_source const& source) {
    static auto const process = http::detail::random_hex(32);
    return process + "/" + std::to_string(reinterpret_cast<std::uintptr_t>(&source));
}

FEISHU_DECL std::shared_ptr<shared_token> shared_token::make(client_config const& config,
                                                             token_source const& source) {
    if (!config.store || source.kind == token_kind::user)
        return nullptr;
    auto key = "token/" + config.app_id.str() + "/" + std::to_string(static_cast<int>(source.kind)) + "/" +
               source.tenant.str() + "/" + config.base_url;
    return std::make_shared<shared_token>(config.store, std::move(key), lease_of(source));
}

FEISHU_DECL std::shared_ptr<shared_token>
shared_token::make_for_refresh(client_config const& config, token_source const& source,
                               std::string const& refresh_token_hash) {
    auto const prefix = "tokens/" + config.app_id.str() + "/";
    auto out = std::make_shared<shared_token>(config.store, prefix + refresh_token_hash, lease_of(source));
    out->successors_ = prefix;
    return out;
}

FEISHU_DECL shared_token::shared_token(std::shared_ptr<store> in, std::string key, std::string lease)
    : store_(std::move(in)), key_(std::move(key)), lease_(std::move(lease)) {}

FEISHU_DECL shared_token::~shared_token() { auth::wipe(value_); }

FEISHU_DECL void shared_token::look_for_other_than(std::vector<auth::token_text> unusable) {
    unusable_ = std::move(unusable);
    publishing_ = false;
    found_ = finding::none;
}

FEISHU_DECL void shared_token::publish(std::string value, std::chrono::milliseconds lifetime) {
    auth::wipe(value_);
    value_ = std::move(value);
    lifetime_ = lifetime;
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
    auto there = read_newest();
    if (!there || *there)
        return there ? result<finding>(finding::token) : std::move(there).error();
    auto const leased = store_->put_if_absent(lease_key(), lease_, lease_lifetime);
    if (!leased)
        return leased.error();
    if (!leased->stored && leased->existing != lease_)
        return finding::busy;
    there = read_newest();
    if (!there)
        return std::move(there).error();
    if (!*there)
        return finding::lease;
    auto released = store_->compare_and_erase(lease_key(), lease_);
    return released ? result<finding>(finding::token) : std::move(released).error();
}

// Tokens of a user that have been refreshed again since are followed to the newest ones.
FEISHU_DECL result<bool> shared_token::read_newest() {
    constexpr int most_steps = 1000; // against entries that lead to each other
    auto const there = read(key_);
    if (!there || !*there || successors_.empty())
        return there;
    for (int step = 0; step < most_steps; ++step) {
        auto const tokens = read_user_tokens(value_);
        auto const further =
            tokens ? read(successors_ + hash_of_secret(tokens->refresh_token)) : result<bool>(false);
        if (!further || !*further)
            return further ? there : further;
    }
    return there;
}

// An entry is the time of expiry in milliseconds since 1970, a space, and the token. False if there is none that can be used.
FEISHU_DECL result<bool> shared_token::read(std::string const& key) {
    auto stored = store_->get(key);
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

FEISHU_DECL std::string hash_of_secret(std::string_view secret) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(secret.data(), secret.size(), digest, &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL has no SHA-256");
    return to_hex({reinterpret_cast<char const*>(digest), size});
}

// Five lines; tokens and scopes have none.
FEISHU_DECL std::string write_user_tokens(auth::user_tokens const& tokens) {
    return std::to_string(tokens.access_expires.time_since_epoch().count()) + "\n" +
           std::to_string(tokens.refresh_expires.time_since_epoch().count()) + "\n" + tokens.access_token +
           "\n" + tokens.refresh_token + "\n" + tokens.scope;
}

FEISHU_DECL std::optional<auth::user_tokens> read_user_tokens(std::string_view text) {
    auto const line = [&] {
        auto const out = text.substr(0, text.find('\n'));
        text.remove_prefix((std::min)(out.size() + 1, text.size()));
        return out;
    };
    auto const time = [&](std::chrono::sys_seconds& out) {
        auto const digits = line();
        std::int64_t seconds = 0;
        auto const [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
        out = std::chrono::sys_seconds(std::chrono::seconds(seconds));
        return failure == std::errc{} && end == digits.data() + digits.size();
    };
    auth::user_tokens out;
    if (!time(out.access_expires) || !time(out.refresh_expires))
        return std::nullopt;
    out.access_token = line();
    out.refresh_token = line();
    out.scope = line();
    if (out.access_token.empty())
        return std::nullopt;
    return out;
}

} // namespace feishu::detail
