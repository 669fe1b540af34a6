#include <feishu/auth/impl/token_cache.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
using feishu::auth::access_token;
using feishu::auth::token_cache;
using decision = token_cache::decision;

// A cache, its clock, and how many waiters were notified.
struct scene {
    token_cache cache{};
    feishu::clock::time_point now{100h};
    int notified = 0;

    decision acquire(std::chrono::seconds claim = 5s) {
        return cache.acquire(now, now + claim, [this] { ++notified; });
    }
    token_cache::claim claims(std::chrono::seconds lasting = 5s) {
        auto d = acquire(lasting);
        BOOST_TEST_REQUIRE(std::holds_alternative<token_cache::claim>(d));
        return std::get<token_cache::claim>(std::move(d));
    }
    token_cache::waiter waits() {
        auto d = acquire();
        BOOST_TEST_REQUIRE(std::holds_alternative<token_cache::waiter>(d));
        return std::get<token_cache::waiter>(std::move(d));
    }
    // The token that a caller may use at once; empty when it may not.
    std::string used() {
        auto const d = acquire();
        auto const* token = std::get_if<feishu::auth::token_text>(&d);
        return token != nullptr ? std::string(token->view()) : std::string();
    }
    // A cache that has fetched `value`.
    void holds(std::string value, std::chrono::seconds lifetime = 2h) {
        succeed(claims(), std::move(value), lifetime);
    }
    void succeed(token_cache::claim claim, std::string value, std::chrono::seconds lifetime = 2h) {
        claim.report(access_token{std::move(value), now + lifetime}, now);
    }
    void fail(token_cache::claim claim, error_kind kind) {
        claim.report(error{.kind = kind, .message = "no"}, now);
    }
};

BOOST_AUTO_TEST_SUITE(token_cache_fetching)

BOOST_AUTO_TEST_CASE(the_first_caller_fetches) {
    scene s;
    BOOST_TEST(s.claims().previous().value.view() == "");
}

BOOST_AUTO_TEST_CASE(a_fetched_token_is_used) {
    scene s;
    s.holds("t-1");
    BOOST_TEST(s.used() == "t-1");
}

BOOST_AUTO_TEST_CASE(eight_callers_wait_for_one_fetch_and_get_its_token) {
    scene s;
    auto claim = s.claims();
    std::vector<token_cache::waiter> waiters;
    for (int i = 0; i < 8; ++i)
        waiters.push_back(s.waits());
    BOOST_TEST(s.notified == 0);
    BOOST_TEST(!waiters[0].ended());
    s.succeed(std::move(claim), "t-1");
    BOOST_TEST(s.notified == 8);
    for (auto const& w : waiters) {
        BOOST_TEST(w.ended());
        BOOST_TEST(w.outcome().value().value().view() == "t-1");
    }
}

BOOST_AUTO_TEST_CASE(waiters_are_notified_once) {
    scene s;
    auto first = s.claims();
    auto const waiter = s.waits();
    s.succeed(std::move(first), "t-1");
    s.cache.refuse("t-1");
    s.succeed(s.claims(), "t-2");
    BOOST_TEST(s.notified == 1);
    BOOST_TEST(waiter.outcome().value().value().view() == "t-1");
}

BOOST_AUTO_TEST_CASE(a_failure_reaches_every_waiter) {
    scene s;
    auto claim = s.claims();
    auto const one = s.waits();
    auto const two = s.waits();
    s.fail(std::move(claim), error_kind::auth);
    BOOST_TEST(s.notified == 2);
    for (auto const* w : {&one, &two})
        BOOST_TEST((w->outcome().value().error().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(after_a_failure_without_a_token_the_next_caller_fetches_at_once) {
    scene s;
    s.fail(s.claims(), error_kind::transport);
    s.claims();
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(token_cache_claims)

BOOST_AUTO_TEST_CASE(a_fetch_that_ended_for_the_claimers_own_reasons_is_taken_over_by_one_waiter) {
    for (auto const kind : {error_kind::canceled, error_kind::timeout}) {
        scene s;
        auto claim = s.claims();
        auto const one = s.waits();
        auto const two = s.waits();
        s.fail(std::move(claim), kind);
        BOOST_TEST(s.notified == 2);
        BOOST_TEST(one.ended());
        BOOST_TEST(!one.outcome().has_value());
        auto const taken_over = s.claims();
        s.waits();
    }
}

BOOST_AUTO_TEST_CASE(a_claim_that_is_destroyed_without_a_report_is_taken_over_by_one_waiter) {
    scene s;
    auto claim = std::make_unique<token_cache::claim>(s.claims());
    auto const waiter = s.waits();
    claim.reset();
    BOOST_TEST(s.notified == 1);
    BOOST_TEST(waiter.ended());
    BOOST_TEST(!waiter.outcome().has_value());
    s.claims();
}

BOOST_AUTO_TEST_CASE(a_claim_that_is_neither_reported_nor_destroyed_ends_with_its_time) {
    scene s;
    auto stuck = s.claims(5s);
    auto const waiter = s.waits();
    BOOST_TEST((waiter.until() == s.now + 5s));
    s.now += 5s - 1ns;
    s.waits();
    s.now += 1ns;
    s.succeed(s.claims(), "t-2");
    s.fail(std::move(stuck), error_kind::auth);
    BOOST_TEST(s.used() == "t-2");
}

BOOST_AUTO_TEST_CASE(no_claim_is_longer_than_ten_seconds) {
    scene s;
    auto const stuck = s.claims(30s);
    BOOST_TEST((s.waits().until() == s.now + 10s));
    s.now += 10s;
    s.claims();
}

BOOST_AUTO_TEST_CASE(a_token_that_comes_after_the_claim_has_ended_is_used) {
    scene s;
    auto late = s.claims(5s);
    s.now += 5s;
    auto const next = s.claims();
    auto const waiter = s.waits();
    s.succeed(std::move(late), "t-1");
    BOOST_TEST(waiter.outcome().value().value().view() == "t-1");
    BOOST_TEST(s.used() == "t-1");
}

BOOST_AUTO_TEST_CASE(an_old_claim_that_is_destroyed_does_not_end_the_next_one) {
    scene s;
    std::optional<token_cache::claim> stuck(s.claims(5s));
    s.now += 5s;
    auto const next = s.claims();
    stuck.reset();
    s.waits();
}

BOOST_AUTO_TEST_CASE(a_waiter_that_has_left_is_not_notified) {
    scene s;
    auto claim = s.claims();
    { auto const gone = s.waits(); }
    s.succeed(std::move(claim), "t-1");
    BOOST_TEST(s.notified == 0);
}

BOOST_AUTO_TEST_CASE(what_a_waiters_notification_throws_does_not_reach_the_fetching_caller_or_other_waiters) {
    scene s;
    auto claim = s.claims();
    auto const throwing = s.cache.acquire(s.now, s.now + 5s, [] { throw std::runtime_error("no executor"); });
    auto const other = s.waits();
    s.succeed(std::move(claim), "t-1");
    BOOST_TEST(other.outcome().value().value().view() == "t-1");
    BOOST_TEST(std::get<token_cache::waiter>(throwing).outcome().value().value().view() == "t-1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(token_cache_renewal)

BOOST_AUTO_TEST_CASE(a_token_is_used_as_it_is_until_ten_minutes_before_it_expires) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min - 1s;
    BOOST_TEST(s.used() == "t-1");
}

BOOST_AUTO_TEST_CASE(ten_minutes_before_it_expires_one_caller_renews_it_and_may_use_the_previous_one) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min;
    BOOST_TEST(s.claims().previous().value.view() == "t-1");
}

BOOST_AUTO_TEST_CASE(during_renewal_the_others_use_the_previous_token) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    auto const renewing = s.claims();
    for (int i = 0; i < 8; ++i)
        BOOST_TEST(s.used() == "t-1");
}

BOOST_AUTO_TEST_CASE(after_renewal_the_new_token_is_used) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    s.succeed(s.claims(), "t-2");
    BOOST_TEST(s.used() == "t-2");
}

BOOST_AUTO_TEST_CASE(a_token_that_expires_during_renewal_makes_callers_wait) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 2h - 1s;
    auto const renewing = s.claims();
    s.now += 1s;
    s.waits();
}

BOOST_AUTO_TEST_CASE(a_token_that_has_expired_is_not_used) {
    scene s;
    s.holds("t-1", 2h);
    BOOST_TEST(s.cache.holds_token(s.now + 2h - 1ns));
    s.now += 2h;
    BOOST_TEST(!s.cache.holds_token(s.now));
    BOOST_TEST(s.claims().previous().value.view() == "");
}

BOOST_AUTO_TEST_CASE(a_short_lived_token_is_renewed_in_its_last_tenth) {
    scene s;
    s.holds("t-1", 100s);
    s.now += 89s;
    BOOST_TEST(s.used() == "t-1");
    s.now += 1s;
    s.claims();
}

BOOST_AUTO_TEST_CASE(after_a_failed_renewal_the_previous_token_is_used_for_thirty_seconds) {
    for (auto const kind : {error_kind::transport, error_kind::timeout}) {
        scene s;
        s.holds("t-1", 2h);
        s.now += 1h + 50min;
        s.fail(s.claims(), kind);
        s.now += 29s;
        BOOST_TEST(s.used() == "t-1");
        s.now += 1s;
        s.claims();
    }
}

BOOST_AUTO_TEST_CASE(a_canceled_renewal_is_tried_again_by_the_next_caller) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 50min;
    s.fail(s.claims(), error_kind::canceled);
    s.claims();
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(token_cache_refusal)

BOOST_AUTO_TEST_CASE(a_refused_token_is_forgotten) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    BOOST_TEST(s.claims().previous().value.view() == "");
}

BOOST_AUTO_TEST_CASE(refusing_a_token_that_was_replaced_does_nothing) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    s.holds("t-2");
    s.cache.refuse("t-1");
    BOOST_TEST(s.used() == "t-2");
}

BOOST_AUTO_TEST_CASE(of_two_callers_that_were_refused_one_fetches) {
    scene s;
    s.holds("t-1");
    s.cache.refuse("t-1");
    s.cache.refuse("t-1");
    auto const fetching = s.claims();
    s.waits();
}

BOOST_AUTO_TEST_CASE(refusal_during_renewal_makes_callers_wait_for_it) {
    scene s;
    s.holds("t-1", 2h);
    s.now += 1h + 55min;
    auto renewing = s.claims();
    s.cache.refuse("t-1");
    auto const waiter = s.waits();
    s.succeed(std::move(renewing), "t-2");
    BOOST_TEST(waiter.outcome().value().value().view() == "t-2");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
