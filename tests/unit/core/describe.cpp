#include <feishu/core/impl/describe.hpp>

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

// As generated code describes large structs.
namespace listed_types {

struct listed {
    std::string id;
    int operator_ = 0;
};
feishu::reflect::member_list<"id, operator_", &listed::id, &listed::operator_> feishu_members(listed**);

struct listed_with_base : listed {};
feishu::reflect::member_list<"id", &listed_with_base::id> feishu_members(listed_with_base**);

struct listed_nothing {};
feishu::reflect::member_list<""> feishu_members(listed_nothing**);

struct heir : listed {};

} // namespace listed_types

namespace {

using namespace listed_types;

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
    BOOST_TEST((static_cast<colour>(all[1].value) == colour::new_));
}

BOOST_AUTO_TEST_CASE(listed_members_are_those_of_the_list_in_order) {
    BOOST_TEST(names_of<listed>() == (std::vector<std::string>{"id", "operator"}), boost::test_tools::per_element());
    static_assert(reflect::member_count<listed> == 2 && reflect::member_count<listed_nothing> == 0);
    static_assert(reflect::has_member<listed>("operator") && !reflect::has_member<listed>("operator_"));
    static_assert(reflect::described<listed> && reflect::described<listed_nothing>);
}

BOOST_AUTO_TEST_CASE(a_list_may_have_members_of_a_base) {
    listed_with_base object;
    reflect::for_each_member<listed_with_base>([&](auto m) { object.*m.pointer = "x"; });
    BOOST_TEST(object.id == "x");
}

struct extended : listed {
    std::string id;
    int size = 0;
};
BOOST_DESCRIBE_STRUCT(extended, (listed), (id, size))

BOOST_AUTO_TEST_CASE(a_described_struct_may_have_a_listed_base) {
    BOOST_TEST(names_of<extended>() == (std::vector<std::string>{"operator", "id", "size"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_is_not_inherited) {
    static_assert(!reflect::described<heir>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
