#include <feishu/emulator/impl/faults/fault_plan.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/emulator/faults.hpp>

namespace fault_plan_tests {

namespace im = feishu::im::v1;
using feishu::emulator::fault;
using feishu::emulator::fault_options;
using feishu::emulator::detail::fault_plan;

constexpr std::string_view path = "/open-apis/im/v1/messages";

// Which of `count` requests are hit.
std::vector<std::optional<fault>> hits(fault_plan& plan, int count, std::string_view of = path) {
    std::vector<std::optional<fault>> out;
    for (int i = 0; i < count; ++i) {
        auto const injected = plan.next("POST", of);
        out.push_back(injected ? std::optional(injected->kind) : std::nullopt);
    }
    return out;
}

BOOST_AUTO_TEST_SUITE(fault_plans)

BOOST_AUTO_TEST_CASE(without_rules_nothing_fails) {
    fault_plan plan(1);
    BOOST_TEST(!plan.next("GET", path));
    BOOST_TEST(!plan.next_connection());
    BOOST_TEST(plan.injected() == 0u);
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_faults_and_another_one_others) {
    auto const drawn = [](std::uint64_t seed) {
        fault_plan plan(seed);
        plan.add("POST", path, {fault::latency, fault::half_open}, {.probability = 0.3});
        return hits(plan, 200);
    };
    BOOST_TEST((drawn(1) == drawn(1)));
    BOOST_TEST((drawn(1) != drawn(2)));
}

BOOST_AUTO_TEST_CASE(a_probability_is_the_share_of_requests_and_all_faults_of_a_rule_occur) {
    fault_plan plan(1);
    plan.add("", "", {fault::latency, fault::half_open, fault::empty_body}, {.probability = 0.2});
    hits(plan, 10'000);
    BOOST_TEST(plan.injected() > 1'800u);
    BOOST_TEST(plan.injected() < 2'200u);
    for (auto const kind : {fault::latency, fault::half_open, fault::empty_body})
        BOOST_TEST(plan.injected(kind) > 550u);
}

BOOST_AUTO_TEST_CASE(a_probability_of_zero_never_hits_and_one_of_one_always) {
    fault_plan plan(1);
    plan.add("", "", {fault::latency}, {.probability = 0});
    BOOST_TEST((hits(plan, 1'000) == std::vector<std::optional<fault>>(1'000)));
    plan.add("", "", {fault::latency}, {});
    BOOST_TEST((hits(plan, 1'000) == std::vector<std::optional<fault>>(1'000, fault::latency)));
}

BOOST_AUTO_TEST_CASE(requests_are_skipped_and_faults_counted) {
    fault_plan plan(1);
    plan.add("", "", {fault::latency}, {.count = 2, .skip = 1});
    using expected = std::vector<std::optional<fault>>;
    BOOST_TEST((hits(plan, 5) ==
                expected{std::nullopt, fault::latency, fault::latency, std::nullopt, std::nullopt}));
    BOOST_TEST(plan.injected(fault::latency) == 2u);
}

BOOST_AUTO_TEST_CASE(a_rule_is_of_its_method_and_path_only) {
    fault_plan plan(1);
    plan.add("POST", "/open-apis/im/v1/messages/:message_id/reply", {fault::latency}, {});
    BOOST_TEST(plan.next("POST", "/open-apis/im/v1/messages/om_1/reply?a=b").has_value());
    BOOST_TEST(!plan.next("GET", "/open-apis/im/v1/messages/om_1/reply"));
    BOOST_TEST(!plan.next("POST", "/open-apis/im/v1/messages/om_1"));
    BOOST_TEST(!plan.next("POST", "/open-apis/im/v1/messages"));
}

BOOST_AUTO_TEST_CASE(requests_of_other_endpoints_do_not_change_which_ones_are_hit) {
    fault_plan alone(1), among(1);
    for (auto* const plan : {&alone, &among})
        plan->add("POST", path, {fault::latency}, {.probability = 0.5});
    std::vector<std::optional<fault>> mixed;
    for (int i = 0; i < 100; ++i) {
        hits(among, i % 3, "/open-apis/im/v1/files");
        mixed.push_back(hits(among, 1).front());
    }
    BOOST_TEST((hits(alone, 100) == mixed));
}

BOOST_AUTO_TEST_CASE(the_first_rule_that_hits_decides) {
    fault_plan plan(1);
    plan.add("", "", {fault::latency}, {.count = 1});
    plan.add("", "", {fault::half_open}, {});
    BOOST_TEST((hits(plan, 2) == std::vector<std::optional<fault>>{fault::latency, fault::half_open}));
    plan.clear();
    BOOST_TEST(hits(plan, 1).front().has_value() == false);
    BOOST_TEST(plan.injected() == 2u);
}

BOOST_AUTO_TEST_CASE(tls_faults_are_of_connections_and_others_of_requests) {
    fault_plan plan(1);
    plan.add("", "", {fault::certificate_expired}, {.count = 1});
    plan.add("", "", {fault::latency}, {.count = 1});
    BOOST_TEST((plan.next_connection() == fault::certificate_expired));
    BOOST_TEST(!plan.next_connection());
    BOOST_TEST((hits(plan, 2) == std::vector<std::optional<fault>>{fault::latency, std::nullopt}));
}

BOOST_AUTO_TEST_CASE(a_rule_that_makes_no_sense_is_rejected) {
    fault_plan plan(1);
    auto const rejected = [&](std::string_view of, std::vector<fault> one_of, fault_options const& options) {
        BOOST_CHECK_THROW(plan.add("GET", of, std::move(one_of), options), std::invalid_argument);
    };
    rejected(path, {}, {});
    rejected(path, {fault::latency}, {.probability = 1.01});
    rejected(path, {fault::latency}, {.probability = -0.01});
    rejected("open-apis", {fault::latency}, {});
    rejected(path, {fault::rate_limit}, {.status = 100});
    rejected(path, {fault::certificate_expired}, {});
    rejected("", {fault::certificate_expired, fault::latency}, {});
    BOOST_TEST(plan.empty());
}

BOOST_AUTO_TEST_CASE(an_endpoint_selects_its_method_and_path) {
    feishu::emulator::fault_injector faults(1);
    faults.add<im::message::reply>(fault::rate_limit, {.count = 1});
    BOOST_TEST(!faults.next("POST", path));
    BOOST_TEST(faults.next("POST", "/open-apis/im/v1/messages/om_1/reply").has_value());
    BOOST_TEST(faults.injected(fault::rate_limit) == 1u);
}

BOOST_AUTO_TEST_CASE(each_fault_has_its_name) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(fault::certificate_unknown_ca); ++i)
        names.insert(to_string(static_cast<fault>(i)));
    BOOST_TEST(names.size() == static_cast<std::size_t>(fault::certificate_unknown_ca) + 1);
    BOOST_TEST(to_string(fault::half_open) == "half_open");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace fault_plan_tests
