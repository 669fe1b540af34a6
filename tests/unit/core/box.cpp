#include <feishu/core/box.hpp>

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace {

struct chain {
    feishu::field::text<1, 3> name{};
    feishu::field::box<chain> next{};
};
BOOST_DESCRIBE_STRUCT(chain, (), (name, next))

// Two structs that have lists of each other.
struct folder;
struct file {
    std::string name{};
    std::vector<folder> parents{};
};
struct folder {
    std::vector<file> files{};
};
BOOST_DESCRIBE_STRUCT(file, (), (name, parents))
BOOST_DESCRIBE_STRUCT(folder, (), (files))

BOOST_AUTO_TEST_SUITE(field_box)

BOOST_AUTO_TEST_CASE(a_type_may_contain_itself) {
    chain const three{.name = "a", .next = chain{.name = "b", .next = chain{.name = "c"}}};
    auto const text = feishu::json::to_string(three);
    BOOST_TEST(text == R"({"name":"a","next":{"name":"b","next":{"name":"c"}}})");
    auto const back = feishu::json::read<chain>(text).value();
    BOOST_TEST(back.next->next->name.str() == "c");
    BOOST_TEST(!back.next->next->next.has_value());
}

BOOST_AUTO_TEST_CASE(copies_are_values) {
    chain const two{.name = "a", .next = chain{.name = "b"}};
    auto copy = two;
    copy.next->name = "x";
    BOOST_TEST(two.next->name.str() == "b");
    copy = two;
    BOOST_TEST(copy.next->name.str() == "b");
    auto const* self = &copy;
    copy = *self;
    BOOST_TEST(copy.next->name.str() == "b");
    auto const taken = std::move(copy);
    BOOST_TEST(taken.next->name.str() == "b");
}

BOOST_AUTO_TEST_CASE(what_a_box_holds_is_validated) {
    auto const refused = feishu::validate(chain{.name = "a", .next = chain{.name = std::string("four")}});
    BOOST_REQUIRE(refused.has_error());
    BOOST_TEST(refused.error().message == "next.name has 4 characters, at most 3 are allowed");
}

BOOST_AUTO_TEST_CASE(null_empties_a_box) {
    chain target{.name = "a", .next = chain{.name = "b"}};
    BOOST_REQUIRE(feishu::json::read_into(target, R"({"next":null})").has_value());
    BOOST_TEST(!target.next);
}

BOOST_AUTO_TEST_CASE(structs_may_have_lists_of_each_other) {
    auto const text = R"({"files":[{"name":"a","parents":[{"files":[]}]}]})";
    auto const read = feishu::json::read<folder>(text).value();
    BOOST_TEST(read.files.at(0).parents.size() == 1u);
    BOOST_TEST(feishu::json::to_string(read) == text);
    BOOST_TEST(feishu::validate(read).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
