#pragma once

#include <algorithm>
#include <stop_token>
#include <system_error>
#include <type_traits>
#include <utility>
#include <variant>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/client/impl/send_all_run.hpp>
#include <feishu/client/impl/send_all_verify.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

inline error send_all_ended(error_kind kind, std::string message) {
    error e;
    e.kind = kind;
    e.message = std::move(message);
    e.may_have_executed = false;
    return e;
}

inline error request_threw(std::string const& text) {
    error e;
    e.message = "the request ended with an exception: " + text;
    return e;
}

FEISHU_DECL send_all_run::send_all_run(input in)
    : in_(std::move(in)), deadline_(saturating_deadline(in_.config.clock->now(), in_.options.timeout)),
      machine_(in_.to, in_.plan,
               {.owner = in_.owner,
                .journal = in_.journal != nullptr,
                .resend_uncertain = in_.options.on_uncertain == uncertain_receivers::resend}) {}

FEISHU_DECL send_all_moment send_all_run::now() const {
    auto const wall = std::chrono::system_clock::now().time_since_epoch();
    return {in_.config.clock->now(), std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()};
}

FEISHU_DECL result<bool> send_all_run::load() {
    auto const unix_ms = now().unix_ms;
    for (std::size_t i = 0; in_.journal != nullptr && i < in_.plan.parts.size(); ++i) {
        auto stored = in_.journal->read(i);
        if (!stored)
            return stored.error();
        if (*stored)
            if (auto loaded = machine_.load(i, **stored, unix_ms); !loaded)
                return loaded.error();
    }
    return machine_.finished();
}

FEISHU_DECL send_all_report send_all_run::report() const {
    auto out = machine_.report();
    if (out.stopped && in_.journal != nullptr && out.pending > 0)
        out.stopped->message += " (the same call continues the journal)";
    return out;
}

// --- the threads that send

FEISHU_DECL send_all_report send_all_run::run() {
    std::vector<std::thread> threads;
    auto const wanted = (std::min)(in_.options.concurrency, (std::max)(in_.plan.total(), std::size_t(1)));
    if (in_.journal != nullptr)
        lease_expiry_ = in_.journal->expiry();
    {
        std::lock_guard const lock(mutex_);
        auto const failed = guard([&] {
            threads.reserve(wanted);
            for (; threads.size() < wanted; ++working_)
                threads.emplace_back([this] { work(); });
        });
        if (threads.empty())
            machine_.stop(
                send_all_ended(error_kind::transport, "no thread can be started: " + failed.value_or("")));
    }
    watch();
    for (auto& one : threads)
        one.join();
    return report();
}

FEISHU_DECL void send_all_run::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        auto const action = machine_.next(now());
        if (std::holds_alternative<send_all_actions::done>(action))
            break;
        if (auto const* const idle = std::get_if<send_all_actions::idle>(&action)) {
            if (idle->until) // the client's clock may be another one
                changed_.wait_for(
                    lock, (std::min)(time_left(*idle->until, now().time), std::chrono::milliseconds(1'000)));
            else
                changed_.wait(lock);
            continue;
        }
        perform(lock, action);
        changed_.notify_all();
        worked_.notify_one();
    }
    --working_;
    changed_.notify_all();
    worked_.notify_one();
}

FEISHU_DECL void send_all_run::perform(std::unique_lock<std::mutex>& lock, send_all_action const& action) {
    // Calls `f` without the lock; what it throws becomes an error.
    auto const unlocked = [&lock](auto const& f) {
        lock.unlock();
        decltype(f()) outcome = error{};
        if (auto const thrown = guard([&] { outcome = f(); }))
            outcome = request_threw(*thrown);
        lock.lock();
        return outcome;
    };
    if (auto const* const one = std::get_if<send_all_actions::send_one>(&action)) {
        auto outcome = unlocked([&] { return send(*one); });
        machine_.on_sent(one->part, one->at, std::move(outcome), now());
    } else if (auto const* const part = std::get_if<send_all_actions::send_batch>(&action)) {
        bool const leased = std::chrono::steady_clock::now() < lease_expiry_;
        auto outcome = !leased ? result<batch_outcome>(send_all_ended(error_kind::store,
                                                                      "the lease of the journal has expired"))
                               : unlocked([&] { return send(*part); });
        machine_.on_batch(part->part, std::move(outcome), now());
    } else if (auto const* const write = std::get_if<send_all_actions::record>(&action)) {
        auto outcome = unlocked([&] { return in_.journal->write(*write); });
        machine_.on_recorded(write->part, std::move(outcome));
    } else if (auto const* const what = std::get_if<send_all_actions::verify>(&action)) {
        machine_.on_verified(unlocked([&] { return verify(*what); }));
    }
}

// --- requests

FEISHU_DECL result<void> send_all_run::send(send_all_actions::send_one const& one) const {
    using enum im::v1::receive_id_type;
    constexpr im::v1::receive_id_type types[] = {chat_id, open_id, user_id, union_id, email};
    auto const position = in_.plan.position(one.part, one.at);
    im::v1::message::create request{.receive_id_type = types[in_.to.kind_at(position)],
                                    .receive_id = std::string(in_.to.id_at(position)),
                                    .content = in_.content.message(),
                                    .uuid = message_uuid(in_.sequence, in_.to, position, in_.content_digest)};
    auto sent = in_.client.call(std::move(request));
    return sent ? result<void>() : std::move(sent).error();
}

FEISHU_DECL result<batch_outcome> send_all_run::send(send_all_actions::send_batch const& part) const {
    message::v4::batch_send::receivers to;
    for (auto const at : part.to) {
        auto const id = std::string(in_.to.id_at(in_.plan.position(part.part, at)));
        switch (in_.plan.parts[part.part].kind) {
        case receiver_kind::department: to.department_ids.push_back(id); break;
        case receiver_kind::user: to.user_ids.push_back(id); break;
        case receiver_kind::union_: to.union_ids.push_back(id); break;
        default: to.open_ids.push_back(id);
        }
    }
    auto sent = in_.client.call(message::v4::batch_send::send(
        std::move(to), static_cast<field::json_text const&>(in_.content.message())));
    if (!sent)
        return std::move(sent).error();
    batch_outcome out{.id = sent->message_id.str()};
    auto const add = [&](auto const& ids) {
        for (auto const& id : ids)
            out.invalid.push_back(id.str());
    };
    add(sent->invalid_department_ids);
    add(sent->invalid_open_ids);
    add(sent->invalid_user_ids);
    add(sent->invalid_union_ids);
    return out;
}

FEISHU_DECL result<verification> send_all_run::verify(send_all_actions::verify const& what) {
    return verify_batches({.client = in_.client,
                           .app = in_.config.app_id,
                           .to = in_.to,
                           .plan = in_.plan,
                           .content = in_.content,
                           .wait = [this](std::chrono::milliseconds time) { return wait(time); }},
                          what);
}

FEISHU_DECL bool send_all_run::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    if (time.count() > 0)
        changed_.wait_for(lock, time, [&] { return machine_.stopped(); });
    return !machine_.stopped() && !must_stop();
}

// --- the calling thread

FEISHU_DECL std::optional<error> send_all_run::must_stop() const {
    if (in_.options.stop.stop_requested())
        return send_all_ended(error_kind::canceled, "canceled");
    if (now().time >= deadline_)
        return send_all_ended(error_kind::timeout, "the timeout is over");
    return std::nullopt;
}

FEISHU_DECL void send_all_run::watch() {
    std::stop_callback const wake(in_.options.stop, [this] {
        std::lock_guard const lock(mutex_);
        worked_.notify_one();
    });
    std::unique_lock lock(mutex_);
    while (watch_once(lock)) {
    }
    report_progress(lock);
}

FEISHU_DECL bool send_all_run::watch_once(std::unique_lock<std::mutex>& lock) {
    if (working_ == 0)
        return false;
    if (!machine_.stopped())
        if (auto why = must_stop()) {
            machine_.stop(std::move(*why));
            changed_.notify_all();
        }
    if (in_.journal != nullptr && std::chrono::steady_clock::now() >= in_.journal->renewal())
        renew_lease(lock);
    auto const progress = machine_.progress();
    if (progress.sent + progress.failed + progress.uncertain != reported_) {
        report_progress(lock);
        return true;
    }
    auto until = (std::min)(time_left(deadline_, now().time), std::chrono::milliseconds(1'000));
    if (in_.journal != nullptr)
        until = (std::min)(until, time_left(in_.journal->renewal(), std::chrono::steady_clock::now()));
    worked_.wait_for(lock, (std::max)(until, std::chrono::milliseconds(1)));
    return true;
}

FEISHU_DECL void send_all_run::renew_lease(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    result<void> renewed;
    if (auto const thrown = guard([&] { renewed = in_.journal->renew(); }))
        renewed = send_all_ended(error_kind::store, *thrown);
    lock.lock();
    lease_expiry_ = in_.journal->expiry();
    if (renewed)
        return;
    machine_.stop(std::move(renewed).error());
    changed_.notify_all();
}

FEISHU_DECL void send_all_run::report_progress(std::unique_lock<std::mutex>& lock) {
    auto const progress = machine_.progress();
    reported_ = progress.sent + progress.failed + progress.uncertain;
    if (!in_.options.on_progress)
        return;
    lock.unlock();
    bool go_on = true;
    auto const thrown = guard([&] { go_on = in_.options.on_progress(progress); });
    lock.lock();
    if (!thrown && go_on)
        return;
    machine_.stop(send_all_ended(
        error_kind::canceled, thrown ? "the progress callback threw an exception: " + *thrown : "canceled"));
    changed_.notify_all();
}

} // namespace feishu::detail
