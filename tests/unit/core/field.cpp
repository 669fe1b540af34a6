#include <feishu/core/field.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/core/ids.hpp>

namespace {

namespace field = feishu::field;
using feishu::detail::unchecked_construct;

BOOST_AUTO_TEST_SUITE(field_text)

BOOST_AUTO_TEST_CASE(text_is_made_from_every_kind_of_string) {
    std::string const s = "abc";
    char const* const p = "abc";
    using text = field::text<0, 10>;
    BOOST_TEST(text("abc").str() == s);
    BOOST_TEST(text(s).str() == s);
    BOOST_TEST(text(std::string_view(s)).str() == s);
    BOOST_TEST(text(p).str() == s);
}

BOOST_AUTO_TEST_CASE(text_states_its_limits) {
    static_assert(field::text<1, 50>::min == 1 && field::text<1, 50>::max == 50);
    static_assert(field::text<>::min == 0 && field::text<>::max == field::unlimited);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(text_takes_a_literal_that_could_be_short_enough) {
    // Twelve bytes are four characters here; only validate() can count them.
    field::text<1, 4> const t = "四个汉字";
    BOOST_TEST(t.str().size() == 12u);
}

BOOST_AUTO_TEST_CASE(a_buffer_is_not_taken_for_a_literal) {
    using name = field::text<1, 8>;
    char buffer[256] = "Ann";
    BOOST_TEST(name(buffer).str() == "Ann");
    BOOST_TEST(field::required<name>(buffer)->str() == "Ann");
    BOOST_TEST(std::optional<name>(buffer)->str() == "Ann");
    char full[] = {'A', 'n', 'n'}; // no NUL
    BOOST_TEST(name(full).str() == "Ann");
    char const empty_start[256] = "";
    BOOST_TEST(name(std::string_view(empty_start)).str() == "");
}

BOOST_AUTO_TEST_CASE(text_compares_and_streams_as_its_string) {
    field::text<0, 10> const t = "abc";
    std::ostringstream out;
    out << t;
    BOOST_TEST(out.str() == "abc");
    BOOST_TEST((t == "abc"));
    BOOST_TEST((t == field::text<0, 10>("abc")));
    BOOST_TEST((t == std::string("abc")));
    BOOST_TEST((t == std::string_view("abc")));
    BOOST_TEST(!(t == "abd"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_list)

BOOST_AUTO_TEST_CASE(list_is_made_from_braces) {
    field::list<std::string, 1, 3> const l = {"a", "b"};
    BOOST_TEST(l.size() == 2u);
    BOOST_TEST(l[1] == "b");
}

BOOST_AUTO_TEST_CASE(list_is_made_from_a_vector_of_any_length) {
    std::vector<std::string> const many(5, "x");
    field::list<std::string, 1, 3> const l = many;
    BOOST_TEST(l.size() == 5u);
}

BOOST_AUTO_TEST_CASE(list_takes_exactly_its_minimum_and_its_maximum) {
    field::list<int, 1, 3> const one = {1};
    field::list<int, 1, 3> const three = {1, 2, 3};
    BOOST_TEST(one.size() == 1u);
    BOOST_TEST(three.size() == 3u);
}

BOOST_AUTO_TEST_CASE(list_of_ids_is_made_from_strings) {
    field::list<feishu::open_id, 1, 3> const l = {"ou_1", std::string("ou_2"), feishu::open_id("ou_3")};
    BOOST_TEST(l[2] == "ou_3");
}

BOOST_AUTO_TEST_CASE(a_list_takes_a_container_of_what_converts_to_its_values) {
    std::vector<feishu::open_id> const ids = {"ou_1", "ou_2"};
    field::list<std::string, 1, 3> const texts = ids;
    BOOST_TEST((texts == field::list<std::string, 1, 3>{"ou_1", "ou_2"}));
    std::set<std::string> const sorted = {"ou_2", "ou_1"};
    field::list<feishu::open_id, 1, 3> const from_set = sorted;
    BOOST_TEST(from_set[0] == "ou_1");
    field::required<field::list<std::string, 1, 3>> const required = ids;
    BOOST_TEST(required->size() == 2u);
    field::list<field::text<0, 9>, 1, 3> const limited = sorted;
    BOOST_TEST((limited[1] == "ou_2"));
    field::list<std::string, 0, 3> const none = std::vector<feishu::open_id>();
    BOOST_TEST(none.has_value());
    static_assert(!std::constructible_from<field::list<feishu::open_id>, std::vector<feishu::chat_id>>);
    static_assert(!std::constructible_from<field::list<feishu::open_id>, std::vector<int>>);
}

BOOST_AUTO_TEST_CASE(reading_the_values_of_an_absent_list_leaves_it_absent) {
    field::list<std::string, 0, 3> l;
    BOOST_TEST(l.values().empty());
    BOOST_TEST(!l.has_value());
    BOOST_TEST((l == field::list<std::string, 0, 3>()));
    l.values().push_back("a");
    BOOST_TEST(l.has_value());
    BOOST_TEST((l == field::list<std::string, 0, 3>{"a"}));
    field::list<std::string, 0, 3> empty = std::vector<std::string>();
    empty.values().clear();
    BOOST_TEST(empty.has_value());
}

BOOST_AUTO_TEST_CASE(copies_of_a_list_are_equal) {
    field::list<int, 1, 3> l = {1, 2};
    auto copy = l;
    BOOST_TEST((copy == l));
    copy.push_back(3);
    BOOST_TEST(!(copy == l));
}

BOOST_AUTO_TEST_CASE(list_is_a_range_and_converts_to_a_vector) {
    field::list<int, 1, 3> const l = {1, 2};
    int sum = 0;
    for (int const i : l)
        sum += i;
    std::vector<int> const& v = l;
    BOOST_TEST(sum == 3);
    BOOST_TEST(v.size() == 2u);
    BOOST_TEST(!l.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_number)

BOOST_AUTO_TEST_CASE(number_converts_from_and_to_its_type) {
    field::number<int, 1, 50> const n = 20;
    int const i = n;
    BOOST_TEST(i == 20);
}

BOOST_AUTO_TEST_CASE(number_states_its_limits) {
    using bounded = field::number<int, 1, 50>;
    using free = field::number<std::int64_t>;
    static_assert(bounded::min == 1 && bounded::max == 50);
    static_assert(free::min == std::numeric_limits<std::int64_t>::min());
    static_assert(free::max == std::numeric_limits<std::int64_t>::max());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_required)

using required = field::required<std::string>;

BOOST_AUTO_TEST_CASE(required_cannot_be_omitted) {
    static_assert(!std::default_initializable<required>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(required_is_made_from_what_makes_its_value) {
    required const r = "abc";
    BOOST_TEST(r.value() == "abc");
    BOOST_TEST(*r == "abc");
    BOOST_TEST(r->size() == 3u);
    BOOST_TEST(r.present());
}

BOOST_AUTO_TEST_CASE(required_list_is_made_from_braces) {
    field::required<field::list<std::string, 1, 3>> const r = {"a", "b"};
    BOOST_TEST(r->size() == 2u);
}

BOOST_AUTO_TEST_CASE(required_converts_to_its_value) {
    required const r = "abc";
    std::string const& s = r;
    BOOST_TEST(s == "abc");
}

BOOST_AUTO_TEST_CASE(only_a_parser_makes_an_absent_required) {
    auto const r = unchecked_construct::make<required>();
    BOOST_TEST(!r.present());
}

BOOST_AUTO_TEST_CASE(a_copy_of_an_absent_required_is_absent) {
    auto absent = unchecked_construct::make<required>();
    required const copy = absent; // from an lvalue that is not const
    required const copy_of_const = std::as_const(absent);
    required const moved = std::move(absent);
    BOOST_TEST(!copy.present());
    BOOST_TEST(!copy_of_const.present());
    BOOST_TEST(!moved.present());
}

BOOST_AUTO_TEST_CASE(an_absent_required_is_not_equal_to_an_empty_one) {
    BOOST_TEST(!(unchecked_construct::make<required>() == required("")));
    BOOST_TEST((required("a") == required("a")));
    BOOST_TEST(!(required("a") == required("b")));
}

BOOST_AUTO_TEST_CASE(a_parser_writing_the_value_makes_it_present) {
    auto r = unchecked_construct::make<required>();
    *field::field_access<required>::emplace(r) = "abc";
    BOOST_TEST(r.present());
    BOOST_TEST(*r == "abc");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_deduced)

using deduced = field::deduced<std::string>;

BOOST_AUTO_TEST_CASE(deduced_may_be_omitted) {
    deduced const d;
    BOOST_TEST(!d.present());
    BOOST_TEST(*d == "");
}

BOOST_AUTO_TEST_CASE(deduced_that_is_given_is_present) {
    deduced const d = "abc";
    BOOST_TEST(d.present());
    BOOST_TEST(d.value() == "abc");
}

BOOST_AUTO_TEST_CASE(a_copy_of_an_absent_deduced_is_absent) {
    deduced absent;
    deduced const copy = absent;
    BOOST_TEST(!copy.present());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
