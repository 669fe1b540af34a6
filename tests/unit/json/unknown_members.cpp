#include <feishu/json/unknown_members.hpp>

#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace json = feishu::json;

struct open_inner {
    std::string name{};
    json::unknown_members extra{};
};
BOOST_DESCRIBE_STRUCT(open_inner, (), (name, extra))

struct row {
    std::string text{};
    int number = 5;
    std::optional<bool> flag{};
    std::vector<int> list{};
    open_inner object{};
    std::vector<open_inner> more{};
    json::unknown_members extra{};
};
BOOST_DESCRIBE_STRUCT(row, (), (text, number, flag, list, object, more, extra))

struct labelled {
    static constexpr std::string_view tag = "label";
    std::string text{};
    json::unknown_members extra{};
};
BOOST_DESCRIBE_STRUCT(labelled, (), (text, extra))

// Read and written again.
template <class T>
std::string again(std::string_view text) {
    return json::to_string(json::read<T>(text).value(), {.omit_empty = true});
}

BOOST_AUTO_TEST_SUITE(json_unknown_members)

BOOST_AUTO_TEST_CASE(members_that_are_not_described_are_written_back) {
    BOOST_TEST(again<row>(R"({"a":[1,{"b":null}],"text":"x","z":2.0,"number":6,"object":{"name":"n","deep":{"er":true}}})") ==
               R"({"text":"x","number":6,"object":{"name":"n","deep":{"er":true}},"a":[1,{"b":null}],"z":2})");
}

BOOST_AUTO_TEST_CASE(members_of_entries_are_kept_entry_by_entry) {
    BOOST_TEST(again<row>(R"({"more":[{"x":1},{"name":"n"},{"y":"\"2\""}],"number":1})") ==
               R"({"number":1,"object":{},"more":[{"x":1},{"name":"n"},{"y":"\"2\""}]})");
}

BOOST_AUTO_TEST_CASE(a_described_member_of_another_kind_is_written_back_too) {
    BOOST_TEST(again<row>(R"({"text":{"a":1},"number":"soon","flag":[true],"list":"word","object":"x"})") ==
               R"({"text":{"a":1},"number":"soon","flag":[true],"list":"word","object":"x"})");
}

BOOST_AUTO_TEST_CASE(a_member_that_was_set_since_replaces_what_came_in_its_place) {
    auto r = json::read<row>(R"({"text":{"a":1},"number":"soon","flag":[true],"x":1})").value();
    r.text = "new";
    r.number = 6;
    r.flag = false;
    BOOST_TEST(json::to_string(r, {.omit_empty = true}) == R"({"text":"new","number":6,"flag":false,"object":{},"x":1})");
}

BOOST_AUTO_TEST_CASE(a_struct_that_was_set_since_replaces_what_came_in_its_place) {
    auto r = json::read<row>(R"({"object":"text","number":1})").value();
    BOOST_TEST(json::to_string(r, {.omit_empty = true}) == R"({"number":1,"object":"text"})");
    r.object.name = "n";
    BOOST_TEST(json::to_string(r, {.omit_empty = true}) == R"({"number":1,"object":{"name":"n"}})");
}

BOOST_AUTO_TEST_CASE(a_tag_that_is_a_constant_is_written_once) {
    BOOST_TEST(again<labelled>(R"({"tag":"label","text":"t","x":1})") == R"({"tag":"label","text":"t","x":1})");
}

BOOST_AUTO_TEST_CASE(keys_and_texts_are_escaped_at_both_levels) {
    auto const r = json::read<open_inner>("{\"k\\\"\":\"a\\n\\\"b\"}").value();
    BOOST_TEST(json::to_string(r, {.omit_empty = true}) == "{\"k\\\"\":\"a\\n\\\"b\"}");
    std::string embedded;
    json::write<open_inner, json::level::embedded>(embedded, r, {.omit_empty = true});
    BOOST_TEST(embedded == R"({\"k\\\"\":\"a\\n\\\"b\"})");
}

BOOST_AUTO_TEST_CASE(a_repeated_key_counts_with_its_last_value) {
    BOOST_TEST(again<open_inner>(R"({"x":1,"x":2})") == R"({"x":2})");
}

BOOST_AUTO_TEST_CASE(it_is_no_member_on_the_wire) {
    auto const r = json::read<open_inner>(R"({"extra":{"a":1},"name":"n"})").value();
    BOOST_TEST(r.extra.members.size() == 1u);
    BOOST_TEST(json::to_string(r) == R"({"name":"n","extra":{"a":1}})");
}

BOOST_AUTO_TEST_CASE(it_is_validated_where_it_is_written) {
    row r;
    r.object.extra.members["bad"] = "\xff";
    auto const found = feishu::check(r);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].field == "object.bad");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
