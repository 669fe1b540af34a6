// Records of handled events: what they keep, and for how long.

#include <algorithm>
#include <list>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/event/dedup_store.hpp>
#include <feishu/event/store_dedup.hpp>
#include <feishu/store/memory_store.hpp>

#include "dispatching.hpp"
#include "hooked_store.hpp"

using feishu::memory_dedup_store;
using state = feishu::dedup_store::state;
using namespace std::chrono_literals;

BOOST_TEST_DONT_PRINT_LOG_VALUE(state)

namespace {

feishu::clock::time_point const start{100h};

void handle(feishu::dedup_store& seen, std::string const& key, std::string const& response = "{}",
            feishu::clock::time_point now = start) {
    seen.claim(key, now);
    seen.complete(key, response, now);
}

state state_of(feishu::dedup_store& seen, std::string const& key, feishu::clock::time_point now = start) {
    return seen.claim(key, now).state;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dedup_store)

BOOST_AUTO_TEST_CASE(an_event_is_fresh_then_in_progress_then_done) {
    memory_dedup_store seen;
    BOOST_TEST(state_of(seen, "a") == state::fresh);
    BOOST_TEST(state_of(seen, "a") == state::in_progress);
    seen.complete("a", "{}", start);
    BOOST_TEST(state_of(seen, "a") == state::done);
    BOOST_TEST(state_of(seen, "b") == state::fresh);
}

BOOST_AUTO_TEST_CASE(a_released_event_is_fresh) {
    memory_dedup_store seen;
    handle(seen, "a");
    seen.release("a");
    seen.release("never there");
    BOOST_TEST(state_of(seen, "a") == state::fresh);
}

BOOST_AUTO_TEST_CASE(a_handled_event_is_recorded_for_longer_than_the_platform_retries) {
    memory_dedup_store seen;
    handle(seen, "a");
    BOOST_TEST(state_of(seen, "a", start + 7h + 6min) == state::done);
    BOOST_TEST(state_of(seen, "a", start + 8h) == state::fresh);
}

BOOST_AUTO_TEST_CASE(the_oldest_event_is_dropped_first) {
    memory_dedup_store seen({.max_events = 2});
    seen.claim("slow", start);
    handle(seen, "a");
    seen.complete("slow", "{}", start);
    handle(seen, "b");
    BOOST_TEST(seen.size() == 2u);
    BOOST_TEST(state_of(seen, "slow") == state::done);
    BOOST_TEST(state_of(seen, "b") == state::done);
}

BOOST_AUTO_TEST_CASE(an_event_handled_again_after_it_expired_does_not_lose_its_response_early) {
    memory_dedup_store seen({.keep = std::chrono::hours(1), .max_responses = 2});
    handle(seen, "a", "1", start);
    auto const later = start + std::chrono::hours(2);
    handle(seen, "a", "2", later);
    handle(seen, "b", "3", later);
    BOOST_TEST(seen.claim("a", later).response == "2");
    BOOST_TEST(seen.claim("b", later).response == "3");
}

BOOST_AUTO_TEST_CASE(the_newest_responses_are_kept) {
    memory_dedup_store seen({.max_responses = 2});
    for (auto const* key : {"a", "b", "c"})
        handle(seen, key, std::string("\"") + key + '"');
    BOOST_TEST(seen.claim("a", start).response == "");
    BOOST_TEST(seen.claim("b", start).response == "\"b\"");
    BOOST_TEST(seen.claim("c", start).response == "\"c\"");
}

BOOST_AUTO_TEST_CASE(a_response_does_not_outlive_its_event) {
    memory_dedup_store seen({.max_responses = 2});
    handle(seen, "a", "1");
    handle(seen, "b", "2");
    seen.release("a");
    handle(seen, "c", "3");
    handle(seen, "a");
    BOOST_TEST(seen.claim("a", start).response == "");
    BOOST_TEST(seen.claim("b", start).response == "2");
    BOOST_TEST(seen.claim("c", start).response == "3");
}

BOOST_AUTO_TEST_CASE(a_store_without_room_records_nothing) {
    memory_dedup_store seen({.max_events = 0, .max_responses = 0});
    handle(seen, "a", "1");
    BOOST_TEST(state_of(seen, "a") == state::fresh);
    BOOST_TEST(seen.size() == 0u);
}

// Compares the store with a list that is searched from one end to the other.
BOOST_AUTO_TEST_CASE(any_order_of_claims_completions_and_releases_gives_the_state_of_each_event) {
    constexpr std::size_t limit = 50;
    memory_dedup_store seen({.keep = 100ms, .max_events = limit});
    struct event {
        std::string key;
        state now;
        feishu::clock::time_point since;
    };
    std::list<event> expected; // oldest first
    std::mt19937 random(7);
    auto now = start;
    for (int step = 0; step < 20'000; ++step) {
        auto const key = std::string(random() % 3 * 300, 'k') + std::to_string(random() % 80);
        now += std::chrono::milliseconds(random() % 3);
        auto const known = [&] { return std::ranges::find(expected, key, &event::key); };
        switch (random() % 4) {
        case 0:
            seen.release(key);
            std::erase_if(expected, [&](event const& e) { return e.key == key; });
            break;
        case 1:
            seen.complete(key, "{}", now);
            if (auto const at = known(); at != expected.end()) {
                *at = {key, state::done, now};
                expected.splice(expected.end(), expected, at);
            }
            break;
        default:
            std::erase_if(expected, [&](event const& e) { return now >= e.since + 100ms; });
            auto const at = known();
            BOOST_REQUIRE((state_of(seen, key, now) == (at != expected.end() ? at->now : state::fresh)));
            if (at == expected.end())
                expected.push_back({key, state::in_progress, now});
            if (expected.size() > limit)
                expected.pop_front();
            BOOST_REQUIRE(seen.size() == expected.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(an_event_that_was_never_claimed_cannot_be_completed) {
    memory_dedup_store seen;
    seen.complete("a", "{}", start);
    BOOST_TEST(seen.size() == 0u);
}

BOOST_AUTO_TEST_CASE(the_longest_retention_does_not_overflow) {
    memory_dedup_store seen({.keep = std::chrono::milliseconds::max()});
    handle(seen, "a");
    BOOST_TEST(state_of(seen, "a", start + 24h * 365) == state::done);
}

// --- in a store

BOOST_AUTO_TEST_CASE(of_all_processes_on_a_store_one_handles_an_event) {
    auto const time = std::make_shared<dispatching::clock>();
    auto const store = feishu::make_memory_store({.clock = time});
    auto const a = feishu::make_store_dedup(store), b = feishu::make_store_dedup(store);
    BOOST_TEST(state_of(*a, "1") == state::fresh);
    BOOST_TEST(state_of(*b, "1") == state::in_progress);
    b->release("1"); // that of another process stays
    BOOST_TEST(state_of(*b, "1") == state::in_progress);
    a->release("1");
    BOOST_TEST(state_of(*b, "1") == state::fresh);
    b->complete("1", R"({"toast":{}})", start);
    BOOST_TEST(state_of(*a, "1") == state::done);
    BOOST_TEST(a->claim("1", start).response == R"({"toast":{}})");
    time->advance(7h + 59min);
    BOOST_TEST(state_of(*a, "1") == state::done);
    time->advance(1min);
    BOOST_TEST(state_of(*a, "1") == state::fresh);
}

BOOST_AUTO_TEST_CASE(the_claim_of_a_crashed_process_expires) {
    auto const time = std::make_shared<dispatching::clock>();
    auto const store = feishu::make_memory_store({.clock = time});
    auto const a = feishu::make_store_dedup(store, {.claim = 1min}), b = feishu::make_store_dedup(store);
    BOOST_TEST(state_of(*a, "1") == state::fresh);
    time->advance(1min);
    BOOST_TEST(state_of(*b, "1") == state::fresh);
    a->release("1"); // it was suspended
    BOOST_TEST(state_of(*a, "1") == state::in_progress);
}

BOOST_AUTO_TEST_CASE(records_in_a_store_have_keys_of_any_length_and_their_own_prefix) {
    auto const store = feishu::make_memory_store();
    auto const a = feishu::make_store_dedup(store, {.prefix = "a/"}), b = feishu::make_store_dedup(store, {.prefix = "b/"});
    std::string const shared(5'000, 'k');
    for (auto const& key : {shared + "1", shared + "2", std::string("3"), std::string("\0\xff", 2)}) {
        BOOST_TEST(state_of(*a, key) == state::fresh);
        BOOST_TEST(state_of(*b, key) == state::fresh);
    }
    BOOST_TEST(store->get("a/3").value().has_value());
}

BOOST_AUTO_TEST_CASE(a_record_whose_store_fails_throws_and_one_without_a_store_is_not_made) {
    auto const store = std::make_shared<test::hooked_store>(feishu::make_memory_store());
    store->before = [] { return std::optional(test::hooked_store::failure()); };
    auto const a = feishu::make_store_dedup(store);
    BOOST_CHECK_THROW(a->claim("1", start), feishu::exception);
    BOOST_CHECK_THROW(a->complete("1", "{}", start), feishu::exception);
    BOOST_CHECK_THROW(a->release("1"), feishu::exception);
    BOOST_CHECK_THROW(feishu::make_store_dedup(nullptr), std::invalid_argument);
    BOOST_CHECK_THROW(feishu::make_store_dedup(store, {.prefix = std::string(401, 'x')}), std::invalid_argument);
    BOOST_CHECK_THROW(feishu::make_store_dedup(store, {.keep = 0ms}), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
