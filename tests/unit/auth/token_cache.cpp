#include <feishu/auth/impl/token_cache.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
using feishu::auth::access_token;
using feishu::auth::token_cache;
using action = token_cache::action;

// A cache, its clock, and what its waiters were told.
struct scene {
    token_cache cache{};
    feishu::clock::time_point now{100h};
    std::vector<feishu::result<std::string>> told{};

    token_cache::decision ask() {
        return cache.acquire(now, [this](auto const& t) { told.push_back(t); });
    }
    void fetched(std::string value, std::chrono::seconds life = 2h) {
        cache.fetched(access_token{std::move(value), now + life}, now);
    }
    void failed(error_kind kind) { cache.fetched(error{.kind = kind, .message = "no"}, now); }

    // A cache that has fetched `value`.
    void holds(std::string value, std::chrono::seconds life = 2h) {
        BOOST_TEST_REQUIRE((ask().what == action::fetch));
        fetched(std::move(value), life);
    }
};

BOOST_AUTO_TEST_SUITE(token_cache_fetching)

BOOST_AUTO_TEST_CASE(the_first_caller_fetches) {
    scene s;
    auto const d = s.ask();
    BOOST_TEST((d.what == action::fetch));
    BOOST_TEST(d.token == "");
}

BOOST_AUTO_TEST_CASE(a_fetched_token_is_used) {
    scene s;
    s.holds("t-1");
    auto const d = s.ask();
    BOOST_TEST((d.what == action::use));
    BOOST_TEST(d.token == "t-1");
}

BOOST_AUTO_TEST_CASE(eight_callers_wait_for_one_fetch_and_get_its_token) {
    scene s;
    BOOST_TEST((s.ask().what == action::fetch));
    for (int i = 0; i < 8; ++i)
        BOOST_TEST((s.ask().what == action::wait));
    BOOST_TEST(s.told.empty());
    s.fetched("t-1");
    BOOST_TEST(s.told.size() == 8u);
    for (auto const& t : s.told)
        BOOST_TEST(t.value() == "t-1");
}

BOOST_AUTO_TEST_CASE(waiters_are_told_once) {
    scene s;
    s.ask();
    s.ask();
    s.fetched("t-1");
    s.cache.refuse("t-1");
    s.ask();
    s.fetched("t-2");
    BOOST_TEST(s.told.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_failure_reaches_every_waiter) {
    scene s;
    s.ask();
    s.ask();
    s.ask();
    s.failed(error_kind::auth);
    BOOST_TEST(s.told.size() == 2u);
    for (auto const& t : s.told)
        BOOST_TEST((t.error().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(after_a_failure_without_a_token_the_next_caller_fetches_at_once) {
    scene s;
    s.ask();
    s.failed(error_kind::transport);
    BOOST_TEST((s.ask().what == action::fetch));
}

BOOST_AUTO_TEST_CASE(a_canceled_fetch_is_handed_to_a_waiter) {
    scene s;
    s.ask();
    s.ask();
    s.ask();
    s.failed(error_kind::canceled);
    BOOST_TEST_REQUIRE(s.told.size() == 2u);
    BOOST_TEST((s.told[0].error().kind == error_kind::canceled));
    BOOST_TEST((s.ask().what == action::fetch));
    BOOST_TEST((s.ask().what == action::wait));
}

BOOST_AUTO_TEST_CASE(a_waiter_may_ask_again_while_it_is_told) {
    token_cache cache;
    feishu::clock::time_point const now{100h};
    std::optional<action> again;
    cache.acquire(now, {});
    cache.acquire(now, [&](auto const&) { again = cache.acquire(now, {}).what; });
    cache.fetched(error{.kind = error_kind::canceled}, now);
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST((*again == action::fetch));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(token_cache_renewal)

BOOST_AUTO_TEST_CASE(a_token_is_used_as_it_is_until_ten_minutes_before_its_end) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min - 1s;
    BOOST_TEST((s.ask().what == action::use));
}

BOOST_AUTO_TEST_CASE(ten_minutes_before_the_end_one_caller_renews_and_may_use_the_old_token) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min;
    auto const d = s.ask();
    BOOST_TEST((d.what == action::fetch));
    BOOST_TEST(d.token == "t-1");
}

BOOST_AUTO_TEST_CASE(during_renewal_the_others_use_the_old_token) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    s.ask();
    for (int i = 0; i < 8; ++i) {
        auto const d = s.ask();
        BOOST_TEST((d.what == action::use));
        BOOST_TEST(d.token == "t-1");
    }
}

BOOST_AUTO_TEST_CASE(after_renewal_the_new_token_is_used) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    s.ask();
    s.fetched("t-2");
    BOOST_TEST(s.ask().token == "t-2");
}

BOOST_AUTO_TEST_CASE(an_old_token_that_ends_during_renewal_makes_callers_wait) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    s.ask();
    s.now += 5min;
    BOOST_TEST((s.ask().what == action::wait));
}

BOOST_AUTO_TEST_CASE(a_token_that_has_ended_is_not_used) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 2h;
    auto const d = s.ask();
    BOOST_TEST((d.what == action::fetch));
    BOOST_TEST(d.token == "");
}

BOOST_AUTO_TEST_CASE(a_short_lived_token_is_renewed_in_its_last_tenth) {
    scene s;
    s.holds("t-1", 100s);
    s.now += 89s;
    BOOST_TEST((s.ask().what == action::use));
    s.now += 1s;
    BOOST_TEST((s.ask().what == action::fetch));
}

BOOST_AUTO_TEST_CASE(after_a_failed_renewal_the_old_token_is_used_for_thirty_seconds) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min;
    s.ask();
    s.failed(error_kind::transport);
    s.now += 29s;
    BOOST_TEST(s.ask().token == "t-1");
    s.now += 1s;
    BOOST_TEST((s.ask().what == action::fetch));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(token_cache_refusal)

BOOST_AUTO_TEST_CASE(a_refused_token_is_forgotten) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    auto const d = s.ask();
    BOOST_TEST((d.what == action::fetch));
    BOOST_TEST(d.token == "");
}

BOOST_AUTO_TEST_CASE(refusing_a_token_that_was_replaced_does_nothing) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    s.holds("t-2");
    s.cache.refuse("t-1");
    BOOST_TEST(s.ask().token == "t-2");
}

BOOST_AUTO_TEST_CASE(of_two_callers_that_were_refused_one_fetches) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    s.cache.refuse("t-1");
    BOOST_TEST((s.ask().what == action::fetch));
    BOOST_TEST((s.ask().what == action::wait));
}

BOOST_AUTO_TEST_CASE(refusal_during_renewal_makes_callers_wait_for_it) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    s.ask();
    s.cache.refuse("t-1");
    BOOST_TEST((s.ask().what == action::wait));
    s.fetched("t-2");
    BOOST_TEST(s.told.at(0).value() == "t-2");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
