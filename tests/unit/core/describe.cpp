#include <feishu/core/impl/describe.hpp>

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

namespace reflect = feishu::reflect;

struct animal {
    int legs = 0;
};
BOOST_DESCRIBE_STRUCT(animal, (), (legs))

struct pet {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(pet, (), (name))

struct dog : animal, pet {
    bool operator_ = false;
    int not_described = 0;
};
BOOST_DESCRIBE_STRUCT(dog, (animal, pet), (operator_))

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

struct plain {};

enum class colour { red, new_ };
BOOST_DESCRIBE_ENUM(colour, red, new_)

enum class bare { one };

template <class T>
std::vector<std::string> names_of() {
    std::vector<std::string> names;
    reflect::for_each_member<T>([&](auto d) { names.emplace_back(reflect::wire_name(d.name)); });
    return names;
}

BOOST_AUTO_TEST_SUITE(describe)

BOOST_AUTO_TEST_CASE(members_of_bases_come_first_then_the_own) {
    BOOST_TEST(names_of<dog>() == (std::vector<std::string>{"legs", "name", "operator"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(inherited_members_are_reached_through_the_derived_object) {
    dog d;
    reflect::for_each_member<dog>([&](auto m) {
        if constexpr (std::same_as<reflect::member_type<dog, decltype(m)>, int>)
            d.*m.pointer = 4;
    });
    BOOST_TEST(d.legs == 4);
    BOOST_TEST(d.not_described == 0);
}

BOOST_AUTO_TEST_CASE(members_are_counted_with_those_of_bases) {
    static_assert(reflect::member_count<dog> == 3);
    static_assert(reflect::member_count<nothing> == 0);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(a_trailing_underscore_is_dropped_once) {
    static_assert(reflect::wire_name("operator_") == "operator");
    static_assert(reflect::wire_name("a_b") == "a_b");
    static_assert(reflect::wire_name("a__") == "a_");
    static_assert(reflect::wire_name("_") == "_");
    static_assert(reflect::wire_name("") == "");
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(has_member_takes_the_wire_name) {
    static_assert(reflect::has_member<dog>("legs"));
    static_assert(reflect::has_member<dog>("operator"));
    static_assert(!reflect::has_member<dog>("operator_"));
    static_assert(!reflect::has_member<dog>("not_described"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(a_type_without_a_description_is_not_described) {
    static_assert(reflect::described<dog> && reflect::described<nothing>);
    static_assert(!reflect::described<plain> && !reflect::described<int> && !reflect::described<colour>);
    static_assert(reflect::described_enum<colour> && !reflect::described_enum<bare>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(enumerators_have_wire_names) {
    auto const& all = reflect::enumerators<colour>;
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST(all[0].name == "red");
    BOOST_TEST(all[1].name == "new");
    BOOST_TEST((all[1].value == colour::new_));
}

struct in_parts {
    struct members_2;
    using more_members = boost::mp11::mp_list<members_2>;
    int first = 1;
    int second_ = 2;
    int third = 3;
};
struct in_parts::members_2 : in_parts {};
BOOST_DESCRIBE_STRUCT(in_parts, (), (first))
BOOST_DESCRIBE_STRUCT(in_parts::members_2, (), (second_, third))

struct of_parts : in_parts {};
BOOST_DESCRIBE_STRUCT(of_parts, (in_parts), ())

BOOST_AUTO_TEST_CASE(a_struct_may_be_described_in_parts) {
    in_parts const value{.first = 4, .second_ = 5, .third = 6};
    static_assert(feishu::reflect::member_count<in_parts> == 3 && feishu::reflect::member_count<of_parts> == 3);
    std::string all;
    feishu::reflect::for_each_member<in_parts>([&](auto d) {
        all += std::string(feishu::reflect::member_name<in_parts, decltype(d)>()) + std::to_string(value.*d.pointer);
    });
    BOOST_TEST(all == "first4second5third6");
    BOOST_TEST(feishu::reflect::has_member<of_parts>("second"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
