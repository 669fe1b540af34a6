#include <feishu/core/open_enum.hpp>

#include <sstream>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::open;

enum class fruit { apple, pear, delete_ };
BOOST_DESCRIBE_ENUM(fruit, apple, pear, delete_)

enum class rank { low = 1, high = 20 };
BOOST_DESCRIBE_ENUM(rank, low, high)
constexpr bool feishu_wire_is_number(rank) { return true; }

enum class ratio { wide, square };
BOOST_DESCRIBE_ENUM(ratio, wide, square)
constexpr std::string_view feishu_wire_name(ratio r) { return r == ratio::wide ? "16:9" : "1:1"; }

BOOST_AUTO_TEST_SUITE(open_enum)

BOOST_AUTO_TEST_CASE(has_no_value_by_default) {
    open<fruit> const none;
    BOOST_TEST(!none.has_value());
    BOOST_TEST(!none.known());
    BOOST_TEST(!none.value().has_value());
    BOOST_TEST(none.str() == "");
}

BOOST_AUTO_TEST_CASE(holds_a_value_of_the_enum) {
    open<fruit> const pear = fruit::pear;
    BOOST_TEST(pear.known());
    BOOST_TEST((pear == fruit::pear));
    BOOST_TEST(!(pear == fruit::apple));
    BOOST_TEST((pear.value() == fruit::pear));
    BOOST_TEST(pear.str() == "pear");
}

BOOST_AUTO_TEST_CASE(a_documented_name_becomes_the_value) {
    open<fruit> const pear = "pear";
    BOOST_TEST(pear.known());
    BOOST_TEST((pear == fruit::pear));
}

BOOST_AUTO_TEST_CASE(an_undocumented_name_is_kept_and_marked) {
    open<fruit> const typo = "paer";
    BOOST_TEST(!typo.known());
    BOOST_TEST(typo.has_value());
    BOOST_TEST(typo.undocumented());
    BOOST_TEST(typo.str() == "paer");
    BOOST_TEST((typo.value_or(fruit::apple) == fruit::apple));
}

BOOST_AUTO_TEST_CASE(an_undocumented_value_from_the_wire_is_kept_and_not_marked) {
    auto const plum = open<fruit>::from_wire("plum");
    BOOST_TEST(!plum.known());
    BOOST_TEST(plum.has_value());
    BOOST_TEST(!plum.undocumented());
    BOOST_TEST(plum.str() == "plum");
}

BOOST_AUTO_TEST_CASE(a_documented_name_from_the_wire_is_the_value) {
    BOOST_TEST((open<fruit>::from_wire("pear") == fruit::pear));
}

BOOST_AUTO_TEST_CASE(an_empty_name_is_no_value) {
    BOOST_TEST(!open<fruit>("").has_value());
    BOOST_TEST(!open<fruit>::from_wire("").has_value());
}

BOOST_AUTO_TEST_CASE(a_trailing_underscore_is_not_on_the_wire) {
    BOOST_TEST(open<fruit>(fruit::delete_).str() == "delete");
    BOOST_TEST((open<fruit>("delete") == fruit::delete_));
    BOOST_TEST(!open<fruit>("delete_").known());
}

BOOST_AUTO_TEST_CASE(unknown_values_are_equal_when_their_names_are) {
    BOOST_TEST((open<fruit>("plum") == open<fruit>("plum")));
    BOOST_TEST(!(open<fruit>("plum") == open<fruit>("fig")));
    BOOST_TEST(!(open<fruit>("plum") == open<fruit>()));
    BOOST_TEST(!(open<fruit>() == open<fruit>(fruit::apple)));
    BOOST_TEST((open<fruit>() == open<fruit>()));
}

BOOST_AUTO_TEST_CASE(a_numeric_enum_travels_as_its_number) {
    BOOST_TEST(open<rank>(rank::high).str() == "20");
    BOOST_TEST((open<rank>("20") == rank::high));
}

BOOST_AUTO_TEST_CASE(a_numeric_enum_is_not_known_by_its_symbol) { BOOST_TEST(!open<rank>("low").known()); }

BOOST_AUTO_TEST_CASE(an_undocumented_number_from_the_wire_is_kept) {
    BOOST_TEST(open<rank>::from_wire("21").str() == "21");
    BOOST_TEST(!open<rank>::from_wire("21").known());
}

BOOST_AUTO_TEST_CASE(a_wire_name_that_is_no_identifier_comes_from_the_enum) {
    BOOST_TEST(open<ratio>(ratio::wide).str() == "16:9");
    BOOST_TEST((open<ratio>("1:1") == ratio::square));
    BOOST_TEST(!open<ratio>("square").known());
}

BOOST_AUTO_TEST_CASE(streams_as_its_wire_name) {
    std::ostringstream out;
    out << open<fruit>(fruit::delete_) << ' ' << open<fruit>("plum");
    BOOST_TEST(out.str() == "delete plum");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
