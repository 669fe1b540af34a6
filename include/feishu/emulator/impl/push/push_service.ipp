#pragma once

#include <algorithm>
#include <future>
#include <utility>

#include <boost/asio/post.hpp>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/json/read.hpp>

namespace feishu::emulator {
namespace detail {

struct challenge_response {
    std::string challenge{};
};
BOOST_DESCRIBE_STRUCT(challenge_response, (), (challenge))

} // namespace detail

FEISHU_DECL push_service::push_service(shared_state& tenant, long_connections& connections,
                                       push_options options, std::uint64_t seed,
                                       boost::asio::any_io_executor executor)
    : tenant_(tenant), connections_(connections), options_(std::move(options)),
      executor_(std::move(executor)), timer_(executor_), random_(seed), queue_(options_, seed) {
    tenant_->on_event = [this](outbound_event event) { enqueue(std::move(event)); };
}

FEISHU_DECL push_service::~push_service() { tenant_->on_event = {}; }

FEISHU_DECL push_salt push_service::make_salt() {
    auto const nonce = tenant_->make_id("");
    // By default real time: receivers compare it with the system clock.
    auto const timestamp = options_.emulated_timestamps ? tenant_->now() : clock().now();
    push_salt out{.timestamp = std::chrono::floor<std::chrono::seconds>(timestamp), .nonce = nonce};
    std::lock_guard const lock(mutex_);
    std::ranges::generate(out.first_block, [this] { return static_cast<unsigned char>(random_()); });
    return out;
}

FEISHU_DECL result<void> push_service::subscribe(webhook_subscription subscription) {
    auto made = webhook::make(std::move(subscription));
    if (!made)
        return made.error();
    auto const& app = (*made)->subscription().app;
    auto const challenge = tenant_->make_id("");
    auto const outcome = (*made)->challenge(challenge, make_salt(), options_.challenge_deadline);
    auto const now = tenant_->now();
    std::lock_guard const lock(mutex_);
    queue_.record({.app = app,
                   .type = "url_verification",
                   .channel = outcome.channel,
                   .status = outcome.status,
                   .response = outcome.response,
                   .time = now});
    if (outcome.status == 0)
        return error{.kind = error_kind::transport, .message = "url_verification: " + outcome.response};
    auto const response = json::read<detail::challenge_response>(outcome.response);
    if (outcome.status != 200 || !response || response->challenge != challenge)
        return error{.kind = error_kind::api,
                     .message = "url_verification: the response is not the challenge",
                     .http_status = outcome.status};
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

FEISHU_DECL bool push_service::has_channel(outbound_event const& event) const {
    if (connections_.has_channel(event.app) && !event.legacy_card)
        return true;
    auto const hook = webhook_of(event.app);
    return hook != nullptr && hook->subscribes_to(event);
}

FEISHU_DECL bool push_service::pushes_legacy_cards(feishu::app_id const& app) const {
    auto const hook = webhook_of(app);
    return hook != nullptr && hook->subscription().legacy_cards;
}

FEISHU_DECL void push_service::enqueue(outbound_event event) {
    auto const now = tenant_->now();
    record(event, now);
    if (!has_channel(event))
        return;
    {
        std::lock_guard const lock(mutex_);
        queue_.add(std::move(event), now);
    }
    wake();
}

// The document is written only if somebody looks at it.
FEISHU_DECL void push_service::record(outbound_event const& event, clock::time_point now) {
    std::lock_guard const lock(mutex_);
    if (!log_.enabled())
        return;
    log_.add({.app = event.app,
              .type = event.type,
              .id = event.id,
              .document = event.document(""),
              .callback = event.callback,
              .time = now});
}

FEISHU_DECL void push_service::record_events(std::size_t at_most) {
    std::lock_guard const lock(mutex_);
    log_.keep(at_most);
}

FEISHU_DECL std::vector<recorded_event> push_service::events_after(std::uint64_t sequence) const {
    std::lock_guard const lock(mutex_);
    return log_.after(sequence);
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

// With a frozen clock, the timer expires repeatedly without effect.
FEISHU_DECL void push_service::sleep_until_due(clock::time_point now) {
    std::unique_lock lock(mutex_);
    auto const due = queue_.next_due();
    changed_.notify_all();
    lock.unlock();
    if (!due)
        return;
    timer_.expires_after(feishu::detail::saturated((std::max)(clock::duration(1), *due - now)));
    timer_.async_wait([this](boost::system::error_code canceled) {
        if (!canceled)
            pump();
    });
}

// The attempt ends even if sending throws: nothing waits for it forever, and no exception reaches the
// executor's thread.
FEISHU_DECL void push_service::start(push_attempt attempt) {
    auto done = [this, attempt](push_outcome outcome) {
        boost::asio::post(executor_,
                          [this, attempt, outcome = std::move(outcome)] { finish(attempt, outcome); });
    };
    if (auto const thrown = feishu::detail::guard([&] { send(attempt, done); }))
        done({.response = "the push failed: " + *thrown});
}

FEISHU_DECL void push_service::send(push_attempt const& attempt, push_done done) {
    auto const& event = *attempt.event;
    auto const hook = webhook_of(event.app);
    auto document = event.document(hook != nullptr ? hook->subscription().verification_token : std::string());
    if (connections_.has_channel(event.app) && !event.legacy_card) {
        auto const message_id =
            event.id + "." + std::to_string(attempt.ticket); // of this push, not of the event
        // Callbacks too are sent as `event`: official SDKs discard `card`, the type of an earlier kind of
        // callback.
        connections_.push(event.app, "event", message_id, std::move(document), std::move(done));
    } else if (hook != nullptr) {
        auto const kind = event.legacy_card ? push_kind::legacy_card : push_kind::event;
        hook->push(document, kind, make_salt(), options_.ack_deadline, executor_, std::move(done));
    } else {
        done({.response = "the app has unsubscribed"});
    }
}

FEISHU_DECL void push_service::finish(push_attempt const& attempt, push_outcome outcome) {
    auto const now = tenant_->now();
    std::unique_lock lock(mutex_);
    auto callback = attempt.event->callback ? pending_callbacks_.extract(attempt.event->id)
                                            : decltype(pending_callbacks_)::node_type{};
    log_.add_push(attempt, outcome, now);
    queue_.finish(attempt.ticket, outcome, now);
    lock.unlock();
    if (!callback.empty())
        callback.mapped()(std::move(outcome));
    pump();
}

FEISHU_DECL push_outcome push_service::push_and_wait(outbound_event event) {
    auto const promise = std::make_shared<std::promise<push_outcome>>();
    auto future = promise->get_future();
    auto const now = tenant_->now();
    record(event, now);
    {
        std::lock_guard const lock(mutex_);
        pending_callbacks_[event.id] = [promise](push_outcome outcome) {
            promise->set_value(std::move(outcome));
        };
        queue_.add(std::move(event), now);
    }
    wake();
    return future.get(); // a push always ends, at its deadline if not before
}

FEISHU_DECL bool push_service::wait_idle(std::chrono::milliseconds at_most,
                                         std::atomic<std::size_t> const& held) {
    wake(); // the clock may have moved
    auto const until = feishu::detail::saturating_deadline(std::chrono::steady_clock::now(), at_most);
    for (;;) {
        auto const now = tenant_->now();
        std::unique_lock lock(mutex_);
        if (queue_.idle(now, held))
            return true;
        if (changed_.wait_until(lock, until) == std::cv_status::timeout)
            return queue_.idle(now, held);
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
