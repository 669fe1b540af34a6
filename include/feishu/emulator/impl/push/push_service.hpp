#pragma once
// push_service: takes events from the tenant and delivers them to the apps, by long connection or webhook. It
// owns the queue and drives it; the server owns the service.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/net/webhook_push.hpp>
#include <feishu/emulator/impl/push/event_log.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {

/// The emulator's delivery of events.
///
/// Thread safety: safe. Lifetimes: the threads of the executor must have ended before it is destroyed.
class push_service {
public:
    /// Takes the events of `tenant` from now on; `executor` is a strand.
    FEISHU_DECL push_service(shared_state& tenant, long_connections& connections, push_options options,
                             std::uint64_t seed, boost::asio::any_io_executor executor);
    FEISHU_DECL ~push_service();
    push_service(push_service const&) = delete;
    push_service& operator=(push_service const&) = delete;

    FEISHU_DECL result<void> subscribe(webhook_subscription subscription);
    FEISHU_DECL void unsubscribe(feishu::app_id const& app);

    /// Pushes a callback and waits for its response.
    FEISHU_DECL push_outcome push_and_wait(outbound_event event);
    /// Whether there is a channel over which the event can be pushed.
    FEISHU_DECL bool has_channel(outbound_event const& event) const;
    /// Whether an app receives interactions with cards as card.action.trigger_v1.
    FEISHU_DECL bool pushes_legacy_cards(feishu::app_id const& app) const;

    /// To be called after the emulator's clock was advanced.
    FEISHU_DECL void wake();
    /// `held` are the pushes whose responses are not waited for.
    FEISHU_DECL bool wait_idle(std::chrono::milliseconds at_most, std::atomic<std::size_t> const& held);
    FEISHU_DECL std::vector<delivery> deliveries() const;
    FEISHU_DECL void clear_deliveries();
    /// See `server`.
    FEISHU_DECL void record_events(std::size_t at_most);
    FEISHU_DECL std::vector<recorded_event> events_after(std::uint64_t sequence) const;

private:
    FEISHU_DECL void enqueue(outbound_event event);
    FEISHU_DECL void record(outbound_event const& event, clock::time_point now);
    FEISHU_DECL void pump();
    FEISHU_DECL void start(push_attempt attempt);
    FEISHU_DECL void send(push_attempt const& attempt, push_done done);
    FEISHU_DECL void finish(push_attempt const& attempt, push_outcome outcome);
    FEISHU_DECL void sleep_until_due(clock::time_point now);
    FEISHU_DECL std::shared_ptr<webhook> webhook_of(feishu::app_id const& app) const;
    FEISHU_DECL push_salt make_salt();

    shared_state& tenant_;
    long_connections& connections_;
    push_options const options_;
    boost::asio::any_io_executor executor_;
    boost::asio::steady_timer timer_; // of the executor's strand

    mutable std::mutex mutex_; // of all below; the state's lock is never taken under it
    std::condition_variable changed_;
    std::mt19937_64 random_;
    push_queue queue_;
    detail::event_log log_;
    std::map<std::string, std::shared_ptr<webhook>> webhooks_; // by app
    std::map<std::string, push_done> pending_callbacks_;       // by id
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/push_service.ipp>
#endif
