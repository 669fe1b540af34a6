#include <feishu/client/impl/pacer.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <random>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::pacing;
using feishu::detail::pacer;
using feishu::detail::pacing_subject;
using feishu::detail::pacing_turn;
using time_point = feishu::clock::time_point;

constexpr time_point start{100h};
constexpr time_point never = (time_point::max)();
constexpr feishu::endpoint_spec create{
    .id = "im.v1.message.create", .path = "/open-apis/x", .rate = {.per_minute = 1000, .per_second = 50}};
constexpr feishu::endpoint_spec other{
    .id = "im.v1.chat.get", .path = "/open-apis/y", .rate = {.per_second = 3}};

pacing_subject to(std::uint64_t receiver, feishu::endpoint_spec const& spec = create) {
    return {.spec = &spec, .tenant = 0, .receiver = receiver};
}

// Sends requests at once and moves the time to each one's turn.
std::vector<time_point> sends(pacer& rates, std::vector<pacing_subject> const& requests,
                              time_point now = start) {
    std::vector<std::unique_ptr<pacing_turn>> turns;
    std::multimap<time_point, std::size_t> waiting;
    std::vector<time_point> sent(requests.size());
    for (auto const& one : requests)
        waiting.emplace(now, turns.size()), turns.push_back(std::make_unique<pacing_turn>(rates, one, never));
    while (!waiting.empty()) {
        auto const [at, i] = *waiting.begin();
        waiting.erase(waiting.begin());
        if (auto const again = turns[i]->next(at); again > at)
            waiting.emplace(again, i);
        else
            sent[i] = at;
    }
    return sent;
}

std::size_t most_within(std::vector<time_point> const& times, time_point::duration period) {
    std::size_t most = 0;
    for (auto const first : times)
        most =
            (std::max)(most, static_cast<std::size_t>(std::count_if(times.begin(), times.end(), [&](auto t) {
                           return t >= first && t < first + period;
                       })));
    return most;
}

} // namespace

BOOST_AUTO_TEST_SUITE(client_pacing)

BOOST_AUTO_TEST_CASE(without_pacing_every_turn_is_now) {
    pacer rates(pacing::none);
    BOOST_TEST((sends(rates, std::vector(10'000, to(1))) == std::vector(10'000, start)));
}

BOOST_AUTO_TEST_CASE(one_receiver_gets_five_messages_a_second_in_the_order_of_arrival) {
    pacer rates(pacing::documented);
    auto const sent = sends(rates, std::vector(12, to(7)));
    BOOST_TEST((sent[4] == start));
    BOOST_TEST((sent[5] == start + 1s));
    BOOST_TEST((sent[11] == start + 2s));
}

BOOST_AUTO_TEST_CASE(a_busy_receiver_holds_up_no_other_one) {
    pacer rates(pacing::documented);
    auto requests = std::vector(100, to(7));
    requests.push_back(to(8));
    BOOST_TEST((sends(rates, requests).back() == start));
}

BOOST_AUTO_TEST_CASE(no_span_of_a_period_has_more_than_the_limit) {
    pacer rates(pacing::documented);
    std::vector<pacing_subject> requests;
    for (std::size_t i = 0; i < 3000; ++i)
        requests.push_back(to(i + 1));
    auto const sent = sends(rates, requests);
    BOOST_TEST(most_within(sent, 1s) == 50u);
    BOOST_TEST(most_within(sent, 60s) == 1000u);
    BOOST_TEST((sent.back() == start + 120s + 19s)); // not later than necessary: 1000 a minute, 50 a second
}

BOOST_AUTO_TEST_CASE(requests_that_come_at_any_time_are_never_too_many) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::minstd_rand random(seed);
        pacer rates(pacing::documented);
        std::map<std::size_t, std::vector<time_point>> by_receiver;
        std::vector<time_point> all;
        auto now = start;
        for (int i = 0; i < 300; ++i) {
            now += std::chrono::milliseconds(random() % 400);
            auto const receiver = random() % 3 + 1;
            pacing_turn turn(rates, to(receiver), never);
            for (auto again = turn.next(now); again > now; again = turn.next(now))
                now = again;
            all.push_back(now);
            by_receiver[receiver].push_back(now);
        }
        BOOST_TEST(most_within(all, 1s) <= 50u);
        for (auto const& [receiver, times] : by_receiver)
            BOOST_TEST(most_within(times, 1s) <= 5u);
    }
}

BOOST_AUTO_TEST_CASE(endpoints_and_tenants_do_not_share_limits) {
    pacer rates(pacing::documented);
    auto requests = std::vector(3, to(0, other));
    requests.push_back({.spec = &other, .tenant = 5});
    requests.push_back(to(0, create));
    BOOST_TEST((sends(rates, requests) == std::vector(5, start)));
    BOOST_TEST((sends(rates, {to(0, other)})[0] == start + 1s));
}

BOOST_AUTO_TEST_CASE(custom_rates_replace_documented_ones) {
    pacer rates(pacing::custom({{"im.v1.message.create", {.per_second = 1}}}, 0));
    BOOST_TEST((sends(rates, {to(1), to(1), to(1)}) == std::vector{start, start + 1s, start + 2s}));
    BOOST_TEST((sends(rates, std::vector(4, to(0, other))).back() == start + 1s)); // as documented
}

BOOST_AUTO_TEST_CASE(a_turn_after_the_deadline_is_told_at_once_and_not_taken) {
    pacer rates(pacing::documented);
    sends(rates, std::vector(5, to(7)));
    {
        pacing_turn late(rates, to(7), start + 999ms);
        BOOST_TEST((late.next(start) == start + 1s));
    }
    BOOST_TEST((sends(rates, {to(7)})[0] == start + 1s));
}

BOOST_AUTO_TEST_CASE(a_turn_that_is_not_used_goes_to_the_next_request) {
    pacer rates(pacing::documented);
    sends(rates, std::vector(5, to(7)));
    {
        pacing_turn canceled(rates, to(7), never);
        BOOST_TEST((canceled.next(start) == start + 1s));
    }
    BOOST_TEST((sends(rates, {to(7)})[0] == start + 1s));
    BOOST_TEST((sends(rates, std::vector(5, to(7))).back() == start + 2s)); // and counts
}

BOOST_AUTO_TEST_CASE(a_pause_holds_for_all_requests_of_the_endpoint_and_ends) {
    pacer rates(pacing::none);
    pacing_turn waiting(rates, to(1), never);
    rates.pause(pacing_turn::lane_to_pause(to(0), false), create, start + 30s);
    BOOST_TEST((waiting.next(start) == start + 30s));
    BOOST_TEST((sends(rates, {to(2), to(0, other)}) == std::vector{start + 30s, start}));
    BOOST_TEST((waiting.next(start + 30s) == start + 30s));
}

BOOST_AUTO_TEST_CASE(a_pause_for_one_receiver_leaves_the_others_alone) {
    pacer rates(pacing::none);
    rates.pause(pacing_turn::lane_to_pause(to(1), true), create, start + 2s);
    BOOST_TEST((sends(rates, {to(1), to(2)}) == std::vector{start + 2s, start}));
}

BOOST_AUTO_TEST_CASE(a_pause_that_begins_while_a_request_waits_holds_for_it_too) {
    pacer rates(pacing::documented);
    sends(rates, std::vector(5, to(7)));
    pacing_turn turn(rates, to(7), never);
    BOOST_TEST((turn.next(start) == start + 1s));
    rates.pause(pacing_turn::lane_to_pause(to(7), true), create, start + 9s);
    BOOST_TEST((turn.next(start + 1s) == start + 9s));
    BOOST_TEST((turn.next(start + 9s) == start + 9s));
}

BOOST_AUTO_TEST_CASE(a_shorter_pause_does_not_end_a_longer_one) {
    pacer rates(pacing::none);
    auto const lane = pacing_turn::lane_to_pause(to(0), false);
    rates.pause(lane, create, start + 9s);
    rates.pause(lane, create, start + 2s);
    BOOST_TEST((rates.paused_until(lane) == start + 9s));
}

BOOST_AUTO_TEST_SUITE_END()
