#pragma once

#include <algorithm>
#include <utility>

#include <feishu/client/impl/send_all_journal.hpp>
#include <feishu/core/impl/invalid_argument.hpp>

namespace feishu::detail {

inline error journal_in_use() {
    error e;
    e.kind = error_kind::store;
    e.message = "another process continues this journal";
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL send_all_journal::send_all_journal(std::shared_ptr<store> in, settings with)
    : store_(std::move(in)), with_(std::move(with)), lease_key_(with_.prefix + "/lease") {}

FEISHU_DECL std::string send_all_journal::key(std::size_t part) const {
    return with_.prefix + "/part/" + std::to_string(part);
}

FEISHU_DECL result<void> send_all_journal::open(std::string const& digest) {
    auto const written = store_->put_if_absent(with_.prefix + "/digest", digest, with_.lifetime);
    if (!written)
        return written.error();
    if (!written->stored && written->existing != digest)
        return invalid_argument("journal", "is that of other receivers, other content or other options");
    return {};
}

FEISHU_DECL result<std::optional<std::string>> send_all_journal::read(std::size_t part) const {
    return store_->get(key(part));
}

// After a lost connection it is not known whether the record was stored, which reading it tells.
FEISHU_DECL result<bool> send_all_journal::write(send_all_actions::record const& what) const {
    error failure;
    if (what.expected) {
        auto const replaced =
            store_->compare_and_replace(key(what.part), *what.expected, what.value, with_.lifetime);
        if (replaced)
            return *replaced;
        failure = replaced.error();
    } else {
        auto const put = store_->put_if_absent(key(what.part), what.value, with_.lifetime);
        if (put)
            return put->stored;
        failure = put.error();
    }
    if (failure.may_have_executed)
        if (auto const stored = read(what.part); stored && *stored == what.value)
            return true;
    return failure;
}

// --- the lease

FEISHU_DECL result<void>
send_all_journal::acquire(std::function<bool(std::chrono::milliseconds)> const& wait) {
    auto const patience = std::chrono::steady_clock::now() + with_.lease + with_.lease / 2;
    std::optional<std::string> holder;
    for (;;) {
        auto const now = std::chrono::steady_clock::now();
        auto const value = with_.owner + "/0";
        auto const put = store_->put_if_absent(lease_key_, value, with_.lease);
        if (!put)
            return put.error();
        if (put->stored || put->existing == value) {
            lease_ = value;
            renewed_ = now;
            return {};
        }
        if ((holder && *holder != put->existing) || now >= patience) // its holder is alive
            return journal_in_use();
        holder = put->existing;
        if (!wait((std::min)(with_.lease / 10, std::chrono::milliseconds(250)))) {
            error e;
            e.kind = error_kind::canceled;
            e.message = "canceled";
            e.may_have_executed = false;
            return e;
        }
    }
}

// The lease has expired, or a renewal whose response was lost has taken effect.
FEISHU_DECL result<bool> send_all_journal::take_again(std::string const& next) {
    auto const put = store_->put_if_absent(lease_key_, next, with_.lease);
    if (!put)
        return put.error();
    if (put->stored || !put->existing.starts_with(with_.owner + "/"))
        return put->stored;
    return store_->compare_and_replace(lease_key_, put->existing, next, with_.lease);
}

FEISHU_DECL result<void> send_all_journal::renew() {
    auto const now = std::chrono::steady_clock::now();
    auto next = with_.owner + "/" + std::to_string(++renewals_);
    auto renewed = store_->compare_and_replace(lease_key_, lease_, next, with_.lease);
    if (renewed && !*renewed)
        renewed = take_again(next);
    if (renewed && !*renewed)
        return journal_in_use();
    if (!renewed)
        return now < expiry() ? result<void>() : renewed.error();
    lease_ = std::move(next);
    renewed_ = now;
    return {};
}

FEISHU_DECL void send_all_journal::release() {
    if (!lease_.empty())
        (void)store_->compare_and_erase(lease_key_, lease_);
    lease_.clear();
}

} // namespace feishu::detail
