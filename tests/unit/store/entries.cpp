// Entries and rates: the same sentences for every store.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

#include "backends.hpp"

using namespace std::chrono_literals;
using feishu::bucket_rate;
using feishu::error_kind;
using test::store_under_test;

BOOST_AUTO_TEST_SUITE(store_entries)

BOOST_DATA_TEST_CASE(a_value_is_found_until_it_is_erased, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(!store->get("key").value());
    BOOST_TEST(!store->erase("key").value());
    store->put("key", "one").value();
    BOOST_TEST(store->get("key").value().value() == "one");
    store->put("key", "two").value();
    BOOST_TEST(store->get("key").value().value() == "two");
    BOOST_TEST(store->erase("key").value());
    BOOST_TEST(!store->get("key").value());
}

BOOST_DATA_TEST_CASE(a_value_expires_after_its_lifetime, test::all_backends, which) {
    store_under_test store(which);
    store->put("key", "value", 2h).value();
    store.advance(1h);
    BOOST_TEST(store->get("key").value().value() == "value");
    store.advance(1h + 1min);
    BOOST_TEST(!store->get("key").value());
    BOOST_TEST(!store->erase("key").value());
    BOOST_TEST(!store->compare_and_replace("key", "value", "other").value());
    BOOST_TEST(!store->compare_and_erase("key", "value").value());
    BOOST_TEST(store->put_if_absent("key", "new", 2h).value().stored);
    BOOST_TEST(store->get("key").value().value() == "new");
}

BOOST_DATA_TEST_CASE(each_put_sets_the_lifetime_again, test::all_backends, which) {
    store_under_test store(which);
    store->put("put", "1", 1h).value();
    store->put("put", "2").value();
    store->put("replaced", "1", 1h).value();
    BOOST_TEST(store->compare_and_replace("replaced", "1", "2", 3h).value());
    store->put("shortened", "1").value();
    BOOST_TEST(store->compare_and_replace("shortened", "1", "2", 1h).value());
    store->put("long", "1", feishu::store::forever - 1ms).value(); // no different from forever
    store.advance(2h);
    BOOST_TEST(store->get("put").value().value() == "2");
    BOOST_TEST(store->get("replaced").value().value() == "2");
    BOOST_TEST(!store->get("shortened").value());
    BOOST_TEST(store->get("long").value().value() == "1");
}

BOOST_DATA_TEST_CASE(keys_and_values_are_any_bytes, test::all_backends, which) {
    store_under_test store(which);
    std::string every(256, '\0');
    for (std::size_t i = 0; i < every.size(); ++i)
        every[i] = static_cast<char>(i);
    std::string large;
    while (large.size() < (1u << 20))
        large += every;
    std::string const keys[] = {"k",
                                std::string("k\0", 2),
                                std::string("k\0x", 3),
                                std::string(1, '\0'),
                                "\r\n$1\r\n",
                                "\xff\xfe",
                                every,
                                "'; DROP TABLE entries; --",
                                "%s*?[a]{}"};
    std::string const values[] = {"",    std::string("\0\0", 2),
                                  large, "\xc3\x28",
                                  every, std::string(feishu::store::max_value_size, '\0')};
    for (auto const& key : keys)
        for (auto const& value : {values[0], values[1], values[3], values[4]}) {
            store->put(key, value).value();
            BOOST_TEST((store->get(key).value() == value));
            BOOST_TEST(store->compare_and_replace(key, value, key).value());
            BOOST_TEST((store->put_if_absent(key, "other").value().existing == key));
        }
    for (auto const& key : keys)
        BOOST_TEST((store->get(key).value() == key)); // none has overwritten another
    for (auto const& value : values) {
        store->put("large", value).value();
        BOOST_TEST((store->get("large").value() == value));
        BOOST_TEST(store->compare_and_erase("large", value).value());
    }
}

BOOST_DATA_TEST_CASE(the_first_of_several_puts_if_absent_wins, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(store->put_if_absent("lease", "mine", 1h).value().stored);
    auto const second = store->put_if_absent("lease", "theirs", 10h).value();
    BOOST_TEST(!second.stored);
    BOOST_TEST(second.existing == "mine");
    store.advance(61min); // the second has not prolonged it
    BOOST_TEST(store->put_if_absent("lease", "theirs").value().stored);
}

BOOST_DATA_TEST_CASE(a_replacement_needs_the_expected_value, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(!store->compare_and_replace("key", "", "value").value());
    store->put("key", "one").value();
    BOOST_TEST(!store->compare_and_replace("key", "ONE", "two").value());
    BOOST_TEST(!store->compare_and_replace("key", std::string("one\0", 4), "two").value());
    BOOST_TEST(store->get("key").value().value() == "one");
    BOOST_TEST(store->compare_and_replace("key", "one", "").value());
    BOOST_TEST(store->compare_and_replace("key", "", "two").value());
    BOOST_TEST(store->get("key").value().value() == "two");
}

BOOST_DATA_TEST_CASE(a_lease_is_erased_by_its_holder_only, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(!store->compare_and_erase("lease", "mine").value());
    store->put("lease", "mine").value();
    BOOST_TEST(!store->compare_and_erase("lease", "theirs").value());
    BOOST_TEST(store->get("lease").value().has_value());
    BOOST_TEST(store->compare_and_erase("lease", "mine").value());
    BOOST_TEST(!store->get("lease").value());
}

BOOST_DATA_TEST_CASE(expired_entries_do_not_accumulate, test::all_backends, which) {
    store_under_test store(which);
    for (int i = 0; i < 3000; ++i) {
        store->put("key" + std::to_string(i), "value", 1h).value();
        if (i % 1000 == 0)
            store.advance(2h);
    }
    BOOST_TEST(!store->get("key0").value());
    BOOST_TEST(store->get("key2999").value().has_value());
}

BOOST_DATA_TEST_CASE(arguments_beyond_the_limits_are_refused, test::all_backends, which) {
    store_under_test store(which);
    std::string const long_key(feishu::store::max_key_size + 1, 'k');
    std::string const long_value(feishu::store::max_value_size + 1, 'v');
    auto const refused = [](auto const& outcome, std::string const& field) {
        BOOST_REQUIRE(!outcome);
        BOOST_TEST((outcome.error().kind == error_kind::validation));
        BOOST_TEST(outcome.error().field == field);
        BOOST_TEST(!outcome.error().may_have_executed);
    };
    refused(store->get(""), "key");
    refused(store->get(long_key), "key");
    refused(store->put("key", long_value), "value");
    refused(store->put("key", "value", 0ms), "lifetime");
    refused(store->put_if_absent("key", "value", -1ms), "lifetime");
    refused(store->compare_and_replace("key", long_value, ""), "expected");
    refused(store->take("", {}), "bucket");
    refused(store->take("bucket", {.tokens = 0}), "rate.tokens");
    refused(store->take("bucket", {.burst = 0}), "rate.burst");
    refused(store->take("bucket", {.period = 0ms}), "rate.period");
    refused(store->take("bucket", {.period = std::chrono::milliseconds::max()}), "rate.period");
    refused(store->take("bucket", {.tokens = 1, .period = 24h, .burst = 31}), "rate");
    refused(store->take("bucket", {.burst = 5}, 6), "tokens");
    refused(store->take("bucket", {.burst = 5}, 0), "tokens");
    refused(store->pause("bucket", {}, 0ms), "pause");
    BOOST_TEST(!store->get("key").value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(store_rates)

// Redis has the clock of the system: a wait is shorter by what the test has taken, which is less than a minute.
#define BOOST_TEST_ABOUT(wait, expected)                                                                     \
    BOOST_TEST((wait) <= (expected));                                                                        \
    BOOST_TEST((wait) > (expected)-60'000)

inline long long in_ms(std::chrono::milliseconds duration) { return duration.count(); }

BOOST_DATA_TEST_CASE(a_full_bucket_has_its_burst_and_then_the_rate, test::all_backends, which) {
    store_under_test store(which);
    bucket_rate const rate{.tokens = 2, .period = 4h, .burst = 3};
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(in_ms(store->take("bucket", rate).value().wait) == 0);
    for (int turn = 1; turn <= 3; ++turn) {
        auto const taken = store->take("bucket", rate).value();
        BOOST_TEST(taken.taken);
        BOOST_TEST_ABOUT(in_ms(taken.wait), in_ms(turn * 2h));
    }
    BOOST_TEST(in_ms(store->take("another", rate).value().wait) == 0);
}

BOOST_DATA_TEST_CASE(a_turn_after_the_longest_wait_is_not_taken, test::all_backends, which) {
    store_under_test store(which);
    bucket_rate const rate{.tokens = 1, .period = 2h};
    BOOST_TEST(store->take("bucket", rate, 1, 0ms).value().taken);
    for (int i = 0; i < 3; ++i) {
        auto const refused = store->take("bucket", rate, 1, 1h).value();
        BOOST_TEST(!refused.taken);
        BOOST_TEST_ABOUT(in_ms(refused.wait), in_ms(2h));
    }
    auto const taken = store->take("bucket", rate, 1, 3h).value();
    BOOST_TEST(taken.taken);
    BOOST_TEST_ABOUT(in_ms(taken.wait), in_ms(2h)); // the refused ones have taken nothing
}

BOOST_DATA_TEST_CASE(a_bucket_fills_up_to_its_burst, test::all_backends, which) {
    store_under_test store(which);
    bucket_rate const rate{.tokens = 1, .period = 1h, .burst = 4};
    BOOST_TEST(in_ms(store->take("bucket", rate, 4).value().wait) == 0);
    store.advance(2h);
    BOOST_TEST(in_ms(store->take("bucket", rate, 2).value().wait) == 0);
    BOOST_TEST_ABOUT(in_ms(store->take("bucket", rate).value().wait), in_ms(1h));
    store.advance(1000h);
    BOOST_TEST(in_ms(store->take("bucket", rate, 4).value().wait) == 0);
    BOOST_TEST_ABOUT(in_ms(store->take("bucket", rate, 3).value().wait), in_ms(3h));
}

BOOST_DATA_TEST_CASE(a_paused_bucket_has_no_turn_before_and_no_burst_after, test::all_backends, which) {
    store_under_test store(which);
    bucket_rate const rate{.tokens = 1, .period = 2h, .burst = 10};
    store->pause("bucket", rate, 24h).value();
    BOOST_TEST_ABOUT(in_ms(store->take("bucket", rate, 1, 0ms).value().wait), in_ms(24h));
    store->pause("bucket", rate, 1h).value(); // no shorter
    store.advance(25h);
    BOOST_TEST(in_ms(store->take("bucket", rate).value().wait) == 0);
    BOOST_TEST_ABOUT(in_ms(store->take("bucket", rate).value().wait), in_ms(3h));
}

BOOST_DATA_TEST_CASE(a_rate_of_many_tokens_is_exact, test::all_backends, which) {
    store_under_test store(which);
    bucket_rate const rate{.tokens = 7000, .period = 7h, .burst = 7000}; // one every 3.6 s
    BOOST_TEST(in_ms(store->take("bucket", rate, 7000).value().wait) == 0);
    for (int i = 0; i < 7; ++i)
        store->take("bucket", rate, 1000).value();
    BOOST_TEST_ABOUT(in_ms(store->take("bucket", rate, 1000).value().wait), in_ms(8h));
}

BOOST_DATA_TEST_CASE(several_buckets_are_taken_from_in_one_operation_until_one_has_to_wait,
                     test::all_backends, which) {
    store_under_test store(which);
    feishu::bucket_rate const slow{.tokens = 1, .period = 1h, .burst = 2}, fast{.tokens = 60, .period = 1h};
    std::vector<feishu::bucket_use> const both{{"chat", slow}, {"endpoint", fast}};
    auto const first = store->take(both).value();
    BOOST_TEST(first.taken == 2u);
    BOOST_TEST(in_ms(first.wait) == 0);
    auto const second = store->take(both).value(); // the second bucket has to wait
    BOOST_TEST(second.taken == 2u);
    BOOST_TEST_ABOUT(in_ms(second.wait), in_ms(1min));
    auto const third = store->take(both).value(); // the first one has; nothing is taken from the other
    BOOST_TEST(third.taken == 1u);
    BOOST_TEST_ABOUT(in_ms(third.wait), in_ms(1h));
    BOOST_TEST_ABOUT(in_ms(store->take("endpoint", fast).value().wait), in_ms(2min));
    auto const late = store->take(both, 1h).value();
    BOOST_TEST(late.taken == 0u);
    BOOST_TEST_ABOUT(in_ms(late.wait), in_ms(2h));
    BOOST_TEST_ABOUT(in_ms(store->take("chat", slow).value().wait), in_ms(2h)); // as before
    BOOST_TEST((store->take(std::vector<feishu::bucket_use>()).error().kind == error_kind::validation));
    BOOST_TEST((store->take(std::vector(17, both[0])).error().kind == error_kind::validation));
    BOOST_TEST((store->take(std::vector{both[0], {"", slow}}).error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_SUITE_END()
