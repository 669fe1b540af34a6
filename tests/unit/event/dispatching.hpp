#pragma once
// Shared by the tests of event handling: a fake clock, jobs that the test runs, and events.

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/event/event_dispatcher.hpp>

BOOST_TEST_DONT_PRINT_LOG_VALUE(feishu::event_outcome)

namespace dispatching {

using namespace std::chrono_literals;

/// A clock that moves only when the test advances it.
class clock final : public feishu::clock {
public:
    time_point now() const override {
        std::lock_guard const lock(mutex_);
        return now_;
    }
    void advance(std::chrono::milliseconds by) {
        std::lock_guard const lock(mutex_);
        now_ += by;
    }

private:
    mutable std::mutex mutex_;
    time_point now_{std::chrono::hours(100)};
};

/// A message event of schema 2.0, reduced to what the tests need. By default, each event id has its own
/// message.
inline std::string message_event(std::string const& id, std::string message = {},
                                 std::string const& token = "v-token") {
    if (message.empty() && !id.empty())
        message = "om_" + id;
    return R"({"schema":"2.0","header":{"event_id":")" + id +
           R"(","event_type":"im.message.receive_v1","create_time":"1608725989000","token":")" + token +
           R"(","app_id":"cli_1","tenant_key":"t1"},"event":{"message":{"message_id":")" + message +
           R"("}}})";
}

/// The callback of a card interaction.
inline std::string card_event(std::string const& id) {
    return R"({"schema":"2.0","header":{"event_id":")" + id +
           R"(","event_type":"card.action.trigger","token":"v-token","app_id":"cli_1"},)"
           R"("event":{"token":"c-1","action":{"tag":"button"}}})";
}

/// Receives the response to a delivery.
class response_slot {
public:
    feishu::response_function taker() {
        return [state = state_](feishu::event_response response) {
            ++state->times;
            state->response = std::move(response);
        };
    }
    bool responded() const { return state_->times == 1; }
    int times() const { return state_->times; }
    feishu::event_outcome outcome() const { return state_->response.value().outcome; }
    std::string body() const { return state_->response.value().body; }

private:
    struct state {
        int times = 0;
        std::optional<feishu::event_response> response{};
    };
    std::shared_ptr<state> state_ = std::make_shared<state>();
};

/// A dispatcher and its environment; nothing runs unless the test runs it.
struct bench {
    std::shared_ptr<dispatching::clock> time = std::make_shared<dispatching::clock>();
    std::deque<std::function<void()>> jobs{};
    std::vector<std::string> log{};
    std::vector<std::pair<std::string, std::string>> dead{}; ///< event id and reason

    feishu::event_options options() {
        return {.encrypt_key = "e-key",
                .verification_token = "v-token",
                .dead_letter = [this](feishu::raw_event const& event,
                                      std::string_view reason) { dead.emplace_back(event.id, reason); },
                .log = [this](std::string_view line) { log.emplace_back(line); },
                .drain_time = 0ms,
                .executor = [this](std::function<void()> job) { jobs.push_back(std::move(job)); },
                .clock = time};
    }

    /// Runs the queued jobs; returns their number.
    std::size_t run() {
        std::size_t count = 0;
        for (; !jobs.empty(); ++count) {
            auto const job = std::move(jobs.front());
            jobs.pop_front();
            job();
        }
        return count;
    }
    void pass(feishu::event_dispatcher& on, std::chrono::milliseconds time_passed) {
        time->advance(time_passed);
        on.check_deadlines();
    }
};

inline response_slot deliver(feishu::event_dispatcher& on, std::string json) {
    response_slot slot;
    on.deliver(std::move(json), slot.taker());
    return slot;
}

} // namespace dispatching
