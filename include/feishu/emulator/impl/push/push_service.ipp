#pragma once

#include <algorithm>
#include <future>
#include <utility>

#include <boost/asio/post.hpp>

#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/json/read.hpp>

namespace feishu::emulator {
namespace detail {

struct challenge_answer {
    std::string challenge{};
};
BOOST_DESCRIBE_STRUCT(challenge_answer, (), (challenge))

} // namespace detail

FEISHU_DECL push_service::push_service(shared_state& tenant, long_connections& connections,
                                       push_options options, std::uint64_t seed,
                                       boost::asio::any_io_executor executor)
    : tenant_(tenant), connections_(connections), options_(std::move(options)),
      executor_(std::move(executor)), timer_(executor_), random_(seed), queue_(options_, seed) {
    tenant_->on_event = [this](outbound_event what) { take(std::move(what)); };
}

FEISHU_DECL push_service::~push_service() { tenant_->on_event = {}; }

FEISHU_DECL push_salt push_service::make_salt() {
    auto const nonce = tenant_->make_id("");
    // Receivers compare it with their own clock, which no test moves.
    auto const timestamp = options_.emulated_timestamps ? tenant_->now() : clock().now();
    push_salt out{.timestamp = std::chrono::floor<std::chrono::seconds>(timestamp), .nonce = nonce};
    std::lock_guard const lock(mutex_);
    std::ranges::generate(out.first_block, [this] { return static_cast<unsigned char>(random_()); });
    return out;
}

FEISHU_DECL result<void> push_service::subscribe(webhook_subscription where) {
    auto made = webhook::make(std::move(where));
    if (!made)
        return made.error();
    auto const& app = (*made)->subscription().app;
    auto const challenge = tenant_->make_id("");
    auto how = (*made)->challenge(challenge, make_salt(), options_.challenge_within);
    auto const now = tenant_->now();
    std::lock_guard const lock(mutex_);
    queue_.record({.app = app,
                   .type = "url_verification",
                   .via = how.via,
                   .status = how.status,
                   .answer = how.answer,
                   .time = now});
    if (how.status == 0)
        return error{.kind = error_kind::transport, .message = "url_verification: " + how.answer};
    auto const answer = json::read<detail::challenge_answer>(how.answer);
    if (how.status != 200 || !answer || answer->challenge != challenge)
        return error{.kind = error_kind::api,
                     .message = "url_verification: the challenge did not come back",
                     .http_status = how.status};
    webhooks_[app.str()] = std::move(*made);
    return {};
}

FEISHU_DECL void push_service::unsubscribe(feishu::app_id const& app) {
    std::lock_guard const lock(mutex_);
    webhooks_.erase(app.str());
}

FEISHU_DECL std::shared_ptr<webhook> push_service::webhook_of(feishu::app_id const& app) const {
    std::lock_guard const lock(mutex_);
    auto const found = webhooks_.find(app.str());
    return found == webhooks_.end() ? nullptr : found->second;
}

FEISHU_DECL bool push_service::reaches(outbound_event const& what) const {
    if (connections_.serves(what.app))
        return true;
    auto const hook = webhook_of(what.app);
    return hook != nullptr && hook->wants(what);
}

FEISHU_DECL void push_service::take(outbound_event what) {
    if (!reaches(what))
        return;
    auto const now = tenant_->now();
    {
        std::lock_guard const lock(mutex_);
        queue_.add(std::move(what), now);
    }
    wake();
}

FEISHU_DECL void push_service::wake() {
    boost::asio::post(executor_, [this] { pump(); });
}

FEISHU_DECL void push_service::pump() {
    for (;;) {
        auto const now = tenant_->now();
        std::unique_lock lock(mutex_);
        auto attempt = queue_.next(now);
        lock.unlock();
        if (!attempt)
            return sleep_until_due(now);
        start(std::move(*attempt));
    }
}

// On a clock that stands still this wakes up for nothing now and then.
FEISHU_DECL void push_service::sleep_until_due(clock::time_point now) {
    std::unique_lock lock(mutex_);
    auto const due = queue_.next_due();
    changed_.notify_all();
    lock.unlock();
    if (!due)
        return;
    timer_.expires_after(std::max(clock::duration(1), *due - now));
    timer_.async_wait([this](boost::system::error_code canceled) {
        if (!canceled)
            pump();
    });
}

FEISHU_DECL void push_service::start(push_attempt attempt) {
    auto const& what = *attempt.what;
    auto const hook = webhook_of(what.app);
    auto document = what.document(hook != nullptr ? hook->subscription().verification_token : std::string());
    auto done = [this, attempt](push_outcome how) {
        boost::asio::post(executor_, [this, attempt, how = std::move(how)] { finish(attempt, how); });
    };
    if (connections_.serves(what.app)) {
        auto const message_id =
            what.id + "." + std::to_string(attempt.ticket); // of this push, not of the event
        // Callbacks too come as `event`: official SDKs drop `card`, which stands for the callbacks of old.
        connections_.push(what.app, "event", message_id, std::move(document), std::move(done));
    } else if (hook != nullptr) {
        hook->push(document, make_salt(), options_.ack_deadline, executor_, std::move(done));
    } else {
        done({.answer = "the app wants no pushes any more"});
    }
}

FEISHU_DECL void push_service::finish(push_attempt const& attempt, push_outcome how) {
    auto const now = tenant_->now();
    std::unique_lock lock(mutex_);
    auto asked = attempt.what->callback ? asked_.extract(attempt.what->id) : decltype(asked_)::node_type{};
    queue_.finish(attempt.ticket, how, now);
    lock.unlock();
    if (!asked.empty())
        asked.mapped()(std::move(how));
    pump();
}

FEISHU_DECL push_outcome push_service::ask(outbound_event what) {
    auto const answered = std::make_shared<std::promise<push_outcome>>();
    auto future = answered->get_future();
    auto const now = tenant_->now();
    {
        std::lock_guard const lock(mutex_);
        asked_[what.id] = [answered](push_outcome how) { answered->set_value(std::move(how)); };
        queue_.add(std::move(what), now);
    }
    wake();
    return future.get(); // a push always ends, at its deadline if not before
}

FEISHU_DECL bool push_service::wait_idle(std::chrono::milliseconds at_most) {
    wake(); // somebody may have moved the clock
    auto const until = std::chrono::steady_clock::now() + at_most;
    for (;;) {
        auto const now = tenant_->now();
        std::unique_lock lock(mutex_);
        if (queue_.idle(now))
            return true;
        if (changed_.wait_until(lock, until) == std::cv_status::timeout)
            return queue_.idle(now);
    }
}

FEISHU_DECL std::vector<delivery> push_service::deliveries() const {
    std::lock_guard const lock(mutex_);
    return queue_.deliveries();
}

FEISHU_DECL void push_service::clear_deliveries() {
    std::lock_guard const lock(mutex_);
    queue_.clear_deliveries();
}

} // namespace feishu::emulator
