#include <feishu/core/impl/static_list.hpp>

#include <string_view>

#include <boost/test/unit_test.hpp>

namespace {

using names = feishu::static_list<std::string_view, 3>;

BOOST_AUTO_TEST_SUITE(static_list)

BOOST_AUTO_TEST_CASE(is_empty_by_default) {
    constexpr names list;
    static_assert(list.empty() && list.size() == 0 && list.begin() == list.end());
    BOOST_TEST(list.empty());
}

BOOST_AUTO_TEST_CASE(keeps_values_in_the_order_given) {
    constexpr names list{"b", "a"};
    static_assert(list.size() == 2 && list[0] == "b" && list[1] == "a");
    BOOST_TEST(list[0] == "b");
}

BOOST_AUTO_TEST_CASE(holds_as_many_values_as_its_capacity) {
    constexpr names list{"a", "b", "c"};
    static_assert(list.size() == 3);
    BOOST_TEST(list[2] == "c");
}

BOOST_AUTO_TEST_CASE(refers_to_an_array_of_any_size) {
    static constexpr std::string_view many[] = {"a", "b", "c", "d"};
    constexpr names list = many;
    static_assert(list.size() == 4 && list[3] == "d" && list.contains("c"));
    constexpr auto copy = list;
    static_assert(copy == list && copy.begin() == many);
    BOOST_TEST(list[0] == "a");
}

BOOST_AUTO_TEST_CASE(iterates_only_over_what_was_given) {
    std::string all;
    for (auto const name : names{"a", "b"})
        all += name;
    BOOST_TEST(all == "ab");
}

BOOST_AUTO_TEST_CASE(contains_finds_a_value_and_not_the_unused_places) {
    constexpr names list{"a"};
    static_assert(list.contains("a") && !list.contains("b") && !list.contains(""));
    BOOST_TEST(list.contains("a"));
}

BOOST_AUTO_TEST_CASE(push_back_appends) {
    constexpr auto list = [] {
        names l{"a"};
        l.push_back("b");
        return l;
    }();
    static_assert(list == names{"a", "b"});
    BOOST_TEST(list.size() == 2u);
}

BOOST_AUTO_TEST_CASE(lists_are_equal_when_sizes_and_values_are) {
    static_assert(names{"a", "b"} == names{"a", "b"});
    static_assert(!(names{"a"} == names{"a", "b"}));
    static_assert(!(names{"a", "b"} == names{"b", "a"}));
    BOOST_TEST((names{} == names{}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
