#include <feishu/json/one_of.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/core/validate.hpp>

namespace {

namespace json = feishu::json;

struct cat {
    feishu::field::text<1, 3> name{};
    std::optional<std::string> kind{};
};
BOOST_DESCRIBE_STRUCT(cat, (), (name, kind))

struct dog {
    int age = 0;
};
BOOST_DESCRIBE_STRUCT(dog, (), (age))

using id = json::one_of<std::string, std::int64_t, std::vector<int>, dog>;
using pet = json::discriminated<"kind", json::tagged<"cat", cat>, json::tagged<"dog", dog>>;

struct holder {
    std::optional<id> key{};
    std::optional<pet> animal{};
    std::vector<pet> more{};
};
BOOST_DESCRIBE_STRUCT(holder, (), (key, animal, more))

std::string same(std::string const& text) { return json::to_string(json::read<holder>(text).value()); }

BOOST_AUTO_TEST_SUITE(json_one_of)

BOOST_AUTO_TEST_CASE(alternatives_are_told_apart_by_the_kind_of_json) {
    auto const read = [](std::string const& value) { return *json::read<holder>(R"({"key":)" + value + "}").value().key; };
    BOOST_TEST(*read(R"("a")").get_if<std::string>() == "a");
    BOOST_TEST(*read("7").get_if<std::int64_t>() == 7);
    BOOST_TEST(read("[1,2]").get_if<std::vector<int>>()->size() == 2u);
    BOOST_TEST(read(R"({"age":3})").get_if<dog>()->age == 3);
    BOOST_TEST(read("true").empty());
    BOOST_TEST(read("true").other().as_bool());
}

BOOST_AUTO_TEST_CASE(objects_are_told_apart_by_a_member) {
    auto const read = [](std::string const& value) { return *json::read<holder>(R"({"animal":)" + value + "}").value().animal; };
    BOOST_TEST(read(R"({"kind":"cat","name":"a"})").get_if<cat>()->name.str() == "a");
    BOOST_TEST(read(R"({"age":3,"kind":"dog"})").get_if<dog>()->age == 3);
    BOOST_TEST(read(R"({"kind":"cow"})").empty());
    BOOST_TEST(read(R"({"age":3})").empty());
}

BOOST_AUTO_TEST_CASE(what_was_read_is_written_again) {
    for (std::string const text :
         {R"({"key":"a","more":[]})", R"({"key":7,"more":[]})", R"({"key":true,"more":[]})", R"({"key":{"age":1},"more":[]})",
          R"({"animal":{"name":"a","kind":"cat"},"more":[{"kind":"dog","age":2},{"kind":"cow","milk":[1]}]})"})
        BOOST_TEST(same(text) == text);
}

BOOST_AUTO_TEST_CASE(a_tag_is_written_although_the_struct_has_no_member_for_it) {
    BOOST_TEST(json::to_string(holder{.animal = pet(dog{.age = 1})}) == R"({"animal":{"kind":"dog","age":1},"more":[]})");
    BOOST_TEST(json::to_string(holder{.animal = pet(cat{.name = "a"})}) == R"({"animal":{"kind":"cat","name":"a"},"more":[]})");
    std::string embedded;
    json::write<holder, json::level::embedded>(embedded, holder{.animal = pet(dog{.age = 1})});
    BOOST_TEST(embedded.starts_with(R"({\"animal\":{\"kind\":\"dog\",)"));
}

BOOST_AUTO_TEST_CASE(the_alternative_that_is_held_is_validated) {
    BOOST_TEST(feishu::validate(holder{.key = id(std::string("a")), .animal = pet(cat{.name = "a"})}).has_value());
    auto const refused = feishu::validate(holder{.more = {cat{.name = std::string("four")}}});
    BOOST_REQUIRE(refused.has_error());
    BOOST_TEST(refused.error().message == "more[0].name has 4 characters, at most 3 are allowed");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
