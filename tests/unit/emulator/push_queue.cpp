#include <feishu/emulator/impl/push/push_queue.hpp>

#include <map>
#include <random>

#include <boost/test/unit_test.hpp>

namespace emulator = feishu::emulator;
using namespace std::chrono_literals;
using emulator::delivery_channel;
using time_point = emulator::clock::time_point;

namespace {

emulator::outbound_event event(std::string id, std::string app = "cli_1") {
    return {.app = app, .id = std::move(id), .type = "im.message.receive_v1"};
}

emulator::push_outcome status(int code) { return {.channel = delivery_channel::webhook, .status = code}; }

/// A queue, and a clock for it.
struct machine {
    emulator::push_queue queue;
    time_point now{1'700'000'000s};

    explicit machine(emulator::push_options options = {}) : queue(std::move(options), 3) {}

    /// Makes the attempt that is due and returns its id; empty if there is none.
    std::string attempt(int code) {
        auto const push = queue.next(now);
        if (!push)
            return {};
        queue.finish(push->ticket, status(code), now);
        return push->event->id;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_push_queue)

BOOST_AUTO_TEST_CASE(an_event_acknowledged_with_200_is_pushed_once) {
    machine m;
    m.queue.add(event("1"), m.now);
    BOOST_TEST(m.attempt(200) == "1");
    BOOST_TEST(m.attempt(200) == "");
    BOOST_TEST(!m.queue.next_due());
    BOOST_TEST_REQUIRE(m.queue.deliveries().size() == 1u);
    BOOST_TEST(m.queue.deliveries()[0].status == 200);
    BOOST_TEST(m.queue.deliveries()[0].last);
}

BOOST_AUTO_TEST_CASE(an_unacknowledged_event_is_pushed_again_after_15_seconds_5_minutes_1_hour_and_6_hours) {
    machine m;
    m.queue.add(event("1"), m.now);
    std::vector<emulator::clock::duration> pauses;
    for (;;) {
        BOOST_TEST(m.attempt(500) == "1");
        auto const due = m.queue.next_due();
        if (!due)
            break;
        pauses.push_back(*due - m.now);
        m.now = *due - 1ms;
        BOOST_TEST(m.attempt(500) == ""); // not earlier
        m.now = *due;
    }
    BOOST_TEST((pauses == std::vector<emulator::clock::duration>{15s, 5min, 1h, 6h}));
    BOOST_TEST(m.queue.deliveries().size() == 5u);
    BOOST_TEST(!m.queue.deliveries()[3].last);
    BOOST_TEST(m.queue.deliveries()[4].last);
    BOOST_TEST(m.queue.deliveries()[4].attempt == 5);
}

BOOST_AUTO_TEST_CASE(a_redirect_or_no_response_is_a_failure) {
    for (int const code : {0, 201, 204, 302, 404, 503}) {
        machine m;
        m.queue.add(event("1"), m.now);
        m.attempt(code);
        BOOST_TEST(m.queue.next_due().has_value());
    }
}

BOOST_AUTO_TEST_CASE(events_of_an_app_are_pushed_one_at_a_time_in_order) {
    machine m;
    for (auto const* id : {"1", "2", "3"})
        m.queue.add(event(id), m.now);
    auto const first = m.queue.next(m.now);
    BOOST_TEST_REQUIRE(first.has_value());
    BOOST_TEST(!m.queue.next(m.now));
    BOOST_TEST(!m.queue.idle(m.now));
    m.queue.finish(first->ticket, status(200), m.now);
    BOOST_TEST(m.attempt(200) == "2");
    BOOST_TEST(m.attempt(200) == "3");
    BOOST_TEST(m.queue.idle(m.now));
}

BOOST_AUTO_TEST_CASE(an_event_that_waits_for_a_retry_does_not_delay_the_next) {
    machine m;
    m.queue.add(event("1"), m.now);
    m.queue.add(event("2"), m.now);
    BOOST_TEST(m.attempt(500) == "1");
    BOOST_TEST(m.attempt(200) == "2");
    m.now += 15s;
    BOOST_TEST(m.attempt(200) == "1");
}

BOOST_AUTO_TEST_CASE(several_pushes_may_be_in_flight_if_the_options_allow_it) {
    machine m({.max_in_flight = 2});
    for (auto const* id : {"1", "2", "3"})
        m.queue.add(event(id), m.now);
    BOOST_TEST(m.queue.next(m.now).has_value());
    BOOST_TEST(m.queue.next(m.now).has_value());
    BOOST_TEST(!m.queue.next(m.now).has_value());
    BOOST_TEST(m.queue.in_flight() == 2u);
    BOOST_TEST(m.queue.waiting() == 1u);
}

BOOST_AUTO_TEST_CASE(a_slow_app_does_not_delay_another) {
    machine m;
    m.queue.add(event("1", "cli_slow"), m.now);
    m.queue.add(event("2", "cli_slow"), m.now);
    m.queue.add(event("3", "cli_other"), m.now);
    auto const a = m.queue.next(m.now), b = m.queue.next(m.now);
    BOOST_TEST_REQUIRE((a && b));
    BOOST_TEST((a->event->app != b->event->app));
    BOOST_TEST(!m.queue.next(m.now));
}

BOOST_AUTO_TEST_CASE(a_callback_is_pushed_before_events_and_never_again) {
    machine m;
    m.queue.add(event("1"), m.now);
    auto const slow = m.queue.next(m.now);
    auto click = event("2");
    click.callback = true;
    m.queue.add(click, m.now);
    BOOST_TEST(m.attempt(500) == "2");
    BOOST_TEST(m.queue.deliveries().back().last);
    BOOST_TEST(m.queue.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(a_retry_delay_may_be_of_any_length) {
    machine m({.retry_delays = {emulator::clock::duration::max(), emulator::clock::duration::min()}});
    m.queue.add(event("1"), m.now);
    BOOST_TEST(m.attempt(500) == "1");
    BOOST_TEST(m.attempt(500) == "");
    m.now = m.queue.next_due().value();
    BOOST_TEST(m.attempt(500) == "1");
    BOOST_TEST(m.attempt(200) == "1"); // a negative delay counts as zero
    BOOST_TEST(!m.queue.next_due());
}

BOOST_AUTO_TEST_CASE(a_ticket_counts_once) {
    machine m;
    m.queue.add(event("1"), m.now);
    auto const push = m.queue.next(m.now);
    m.queue.finish(push->ticket, status(500), m.now);
    m.queue.finish(push->ticket, status(500), m.now);
    BOOST_TEST(m.queue.deliveries().size() == 1u);
    BOOST_TEST(m.queue.waiting() == 1u);
}

BOOST_AUTO_TEST_CASE(the_configured_share_of_events_is_pushed_twice) {
    machine m({.max_in_flight = 10'000, .duplicate_rate = 0.25});
    for (int i = 0; i < 1000; ++i)
        m.queue.add(event(std::to_string(i)), m.now);
    std::map<std::string, int> seen;
    while (auto const push = m.queue.next(m.now))
        ++seen[push->event->id];
    auto const twice = std::ranges::count_if(seen, [](auto const& one) { return one.second == 2; });
    BOOST_TEST(seen.size() == 1000u);
    BOOST_TEST(twice > 200);
    BOOST_TEST(twice < 300);
}

BOOST_AUTO_TEST_CASE(what_happens_with_many_events_and_an_unreliable_app_is_the_same_for_the_same_seed) {
    auto const run = [] {
        machine m({.max_in_flight = 3, .duplicate_rate = 0.1});
        std::mt19937_64 luck(11);
        for (int i = 0; i < 2000; ++i)
            m.queue.add(event(std::to_string(i)), m.now);
        while (auto const due = m.queue.next_due()) {
            m.now = std::max(m.now, *due);
            m.attempt(luck() % 3 == 0 ? 500 : 200);
        }
        BOOST_TEST(m.queue.idle(m.now));
        std::string order;
        for (auto const& one : m.queue.deliveries())
            order += one.id + ':' + std::to_string(one.attempt) + ' ';
        return order;
    };
    auto const once = run();
    BOOST_TEST((once == run()));
}

BOOST_AUTO_TEST_SUITE_END()
