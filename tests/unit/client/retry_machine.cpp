#include <feishu/client/impl/retry_machine.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::errc;
using feishu::error;
using feishu::error_kind;
using feishu::retry_policy;
using feishu::detail::pacing_subject;
using feishu::detail::retry_machine;
using time_point = feishu::clock::time_point;

constexpr time_point policy_start{100h};
constexpr feishu::endpoint_spec limited_create{.id = "im.v1.message.create", .path = "/open-apis/x"};
constexpr pacing_subject to_chat{.spec = &limited_create, .receiver = 7};

// A client's calls: what they share.
struct policy_scene {
    feishu::detail::call_limits limits;

    explicit policy_scene(std::uint64_t seed = 1) : limits(feishu::pacing::none, 100, seed) {}

    retry_machine call(retry_policy const& policy = {}, bool safe_to_retry = true,
                       time_point deadline = policy_start + 10min) {
        return {policy, limits, to_chat, safe_to_retry, deadline};
    }
    time_point paused(bool receiver_only) {
        return limits.rates.paused_until(feishu::detail::pacing_turn::lane_to_pause(to_chat, receiver_only));
    }
};

error code(errc which, int http_status = 400, std::chrono::milliseconds retry_after = {}) {
    error e;
    e.kind = error_kind::api;
    e.code = static_cast<int>(which);
    e.http_status = http_status;
    e.retry_after = retry_after;
    return e;
}

error lost_connection(bool may_duplicate) {
    error e;
    e.kind = error_kind::transport;
    e.may_duplicate = may_duplicate;
    return e;
}

} // namespace

BOOST_AUTO_TEST_SUITE(client_retry)

BOOST_AUTO_TEST_CASE(a_failure_that_may_pass_is_retried_up_to_the_maximum_number_of_attempts) {
    policy_scene s;
    auto call = s.call({.max_attempts = 3});
    BOOST_TEST(call.on_failure(lost_connection(false), policy_start).has_value());
    BOOST_TEST(call.on_failure(lost_connection(false), policy_start).has_value());
    BOOST_TEST(!call.on_failure(lost_connection(false), policy_start).has_value());
    BOOST_TEST(call.attempts() == 3);
}

BOOST_AUTO_TEST_CASE(nothing_is_retried_by_the_policy_that_never_retries) {
    policy_scene s;
    BOOST_TEST(!s.call(retry_policy::never()).on_failure(lost_connection(false), policy_start).has_value());
    BOOST_TEST(!s.call({.max_attempts = -1}).on_failure(lost_connection(false), policy_start).has_value());
}

BOOST_AUTO_TEST_CASE(final_errors_and_quotas_are_not_retried) {
    policy_scene s;
    error invalid;
    invalid.kind = error_kind::validation;
    BOOST_TEST(!s.call().on_failure(invalid, policy_start).has_value());
    BOOST_TEST(!s.call().on_failure(code(errc::bot_not_in_chat), policy_start).has_value());
    BOOST_TEST(!s.call().on_failure(code(errc::monthly_quota_exhausted, 429, 1s), policy_start).has_value());
    BOOST_TEST(!s.call().on_failure(code(errc::batch_daily_quota_exhausted, 200), policy_start).has_value());
    BOOST_TEST((s.paused(false) == time_point())); // the 429 of a quota is no rate limit
}

BOOST_AUTO_TEST_CASE(what_may_have_been_executed_is_retried_only_if_that_cannot_duplicate_it) {
    policy_scene s;
    BOOST_TEST(s.call({}, true).on_failure(lost_connection(true), policy_start).has_value());
    BOOST_TEST(!s.call({}, false).on_failure(lost_connection(true), policy_start).has_value());
    BOOST_TEST(s.call({}, false).on_failure(lost_connection(false), policy_start).has_value());
}

BOOST_AUTO_TEST_CASE(waits_are_random_up_to_a_bound_that_doubles) {
    std::chrono::milliseconds longest[3]{};
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        policy_scene s(seed);
        auto call = s.call({.max_attempts = 4, .base_delay = 100ms, .max_delay = 300ms});
        for (auto& most : longest) {
            auto const at = call.on_failure(lost_connection(false), policy_start);
            BOOST_REQUIRE(at.has_value());
            most =
                (std::max)(most, std::chrono::duration_cast<std::chrono::milliseconds>(*at - policy_start));
        }
    }
    BOOST_TEST((longest[0] > 95ms && longest[0] <= 100ms));
    BOOST_TEST((longest[1] > 190ms && longest[1] <= 200ms));
    BOOST_TEST((longest[2] > 285ms && longest[2] <= 300ms));
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_waits) {
    policy_scene a, b;
    auto one = a.call(), other = b.call();
    for (int i = 0; i < 3; ++i)
        BOOST_TEST((one.on_failure(lost_connection(false), policy_start) ==
                    other.on_failure(lost_connection(false), policy_start)));
}

BOOST_AUTO_TEST_CASE(extreme_policies_do_not_overflow) {
    constexpr auto most = (std::chrono::milliseconds::max)();
    policy_scene s;
    auto forever =
        s.call({.max_attempts = (std::numeric_limits<int>::max)(), .base_delay = most, .max_delay = most},
               true, (time_point::max)());
    for (int i = 0; i < 5; ++i)
        if (auto const at = forever.on_failure(lost_connection(false), policy_start))
            BOOST_TEST((*at >= policy_start));
    auto negative = s.call({.base_delay = -1s, .max_delay = -most});
    BOOST_TEST((negative.on_failure(lost_connection(false), policy_start) == policy_start));
}

BOOST_AUTO_TEST_CASE(a_stated_wait_is_kept_and_shared_by_all_calls_of_the_endpoint) {
    policy_scene s;
    auto call = s.call();
    auto const at = call.on_failure(code(errc::rate_limited, 429, 5s), policy_start);
    BOOST_TEST((at >= policy_start + 5s));
    BOOST_TEST((s.paused(false) == policy_start + 5s));
    BOOST_TEST((s.paused(true) == time_point()));
}

BOOST_AUTO_TEST_CASE(the_limit_of_a_chat_pauses_calls_to_that_chat_only) {
    for (auto const which : {errc::chat_rate_limited, errc::chat_message_rate_limited}) {
        policy_scene s;
        BOOST_TEST(s.call().on_failure(code(which, 400, 2s), policy_start).has_value());
        BOOST_TEST((s.paused(true) == policy_start + 2s));
        BOOST_TEST((s.paused(false) == time_point()));
    }
}

BOOST_AUTO_TEST_CASE(a_rate_limit_without_a_stated_wait_pauses_the_others_as_long_as_the_retry) {
    policy_scene s;
    auto const at = s.call().on_failure(code(errc::rate_limited, 429), policy_start);
    BOOST_TEST((at == s.paused(false)));
}

BOOST_AUTO_TEST_CASE(others_are_spared_even_when_the_call_itself_is_not_retried) {
    policy_scene s;
    BOOST_TEST(!s.call(retry_policy::never())
                    .on_failure(code(errc::rate_limited, 429, 5s), policy_start)
                    .has_value());
    BOOST_TEST((s.paused(false) == policy_start + 5s));
}

BOOST_AUTO_TEST_CASE(no_wait_goes_beyond_the_deadline) {
    policy_scene s;
    BOOST_TEST(!s.call({}, true, policy_start + 4s)
                    .on_failure(code(errc::rate_limited, 429, 5s), policy_start)
                    .has_value());
    BOOST_TEST(!s.call({}, true, policy_start).on_failure(lost_connection(false), policy_start).has_value());
}

BOOST_AUTO_TEST_CASE(an_outage_uses_up_the_budget_and_success_restores_it) {
    policy_scene s;
    int retries = 0;
    for (int i = 0; i < 1000; ++i)
        retries += s.call().on_failure(lost_connection(false), policy_start).has_value();
    BOOST_TEST(retries == 100);
    for (int i = 0; i < 10; ++i)
        s.call().on_success();
    BOOST_TEST(s.call().on_failure(lost_connection(false), policy_start).has_value());
    BOOST_TEST(!s.call().on_failure(lost_connection(false), policy_start).has_value());
}

BOOST_AUTO_TEST_CASE(a_retry_that_succeeds_costs_nothing) {
    policy_scene s;
    for (int i = 0; i < 1000; ++i) {
        auto call = s.call();
        BOOST_TEST_REQUIRE(call.on_failure(lost_connection(false), policy_start).has_value());
        call.on_success();
    }
}

BOOST_AUTO_TEST_CASE(rate_limits_do_not_use_the_budget) {
    policy_scene s;
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST_REQUIRE(s.call().on_failure(code(errc::rate_limited, 429, 1ms), policy_start).has_value());
    BOOST_TEST(s.call().on_failure(lost_connection(false), policy_start).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
