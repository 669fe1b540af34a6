#include <feishu/json/write.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/content/text.hpp>
#include <feishu/core/upload.hpp>

namespace {

namespace field = feishu::field;
namespace json = feishu::json;

enum class shade { light, new_ };
BOOST_DESCRIBE_ENUM(shade, light, new_)

enum class rank { low = 1, high = 20 };
BOOST_DESCRIBE_ENUM(rank, low, high)
constexpr bool feishu_wire_is_number(rank) { return true; }

struct inner_row {
    int n = 0;
    std::string s{};
};
BOOST_DESCRIBE_STRUCT(inner_row, (), (n, s))

struct base {
    int first = 1;
};
BOOST_DESCRIBE_STRUCT(base, (), (first))

struct derived : base {
    bool operator_ = false;
    std::optional<int> maybe{};
    std::optional<inner_row> nested{};
};
BOOST_DESCRIBE_STRUCT(derived, (base), (operator_, maybe, nested))

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

struct wrappers {
    field::required<std::string> needed;
    field::deduced<std::string> worked_out{};
    feishu::open<shade> colour{};
    feishu::unix_millis when{};
    field::list<int, 1, 5> list{};
};
BOOST_DESCRIBE_STRUCT(wrappers, (), (needed, worked_out, colour, when, list))

struct mostly_empty {
    std::string text{};
    std::vector<int> list{};
    std::map<std::string, int> map{};
    field::json_text document{};
    feishu::chat_id id{};
    std::optional<std::string> maybe = "";
    int zero = 0;
    bool no = false;
    inner_row object{};
};
BOOST_DESCRIBE_STRUCT(mostly_empty, (), (text, list, map, document, id, maybe, zero, no, object))

struct odd_names {
    int ref = 1;
    static constexpr std::string_view wire_name(std::string_view) { return "$ref"; }
};
BOOST_DESCRIBE_STRUCT(odd_names, (), (ref))

template <class T>
std::string written(T const& value) {
    return json::to_string(value);
}

template <class T>
std::string embedded(T const& value) {
    std::string out;
    json::write<T, json::level::embedded>(out, value);
    return out;
}

BOOST_AUTO_TEST_SUITE(json_write_values)

BOOST_AUTO_TEST_CASE(booleans_are_words) {
    BOOST_TEST(written(true) == "true");
    BOOST_TEST(written(false) == "false");
}

BOOST_AUTO_TEST_CASE(integers_are_digits_over_their_whole_range) {
    BOOST_TEST(written(0) == "0");
    BOOST_TEST(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    BOOST_TEST(written(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
    BOOST_TEST(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

BOOST_AUTO_TEST_CASE(doubles_are_the_shortest_digits_that_read_back) {
    BOOST_TEST(written(0.1) == "0.1");
    BOOST_TEST(written(-2.5) == "-2.5");
    BOOST_TEST(boost::json::parse(written(1e300)).as_double() == 1e300);
}

BOOST_AUTO_TEST_CASE(doubles_that_json_cannot_say_are_null) {
    BOOST_TEST(written(std::numeric_limits<double>::infinity()) == "null");
    BOOST_TEST(written(-std::numeric_limits<double>::infinity()) == "null");
    BOOST_TEST(written(std::numeric_limits<double>::quiet_NaN()) == "null");
}

BOOST_AUTO_TEST_CASE(strings_are_quoted_and_escaped) {
    BOOST_TEST(written(std::string("say \"hi\"\n报告")) == R"("say \"hi\"\n报告")");
}

BOOST_AUTO_TEST_CASE(ids_and_texts_are_strings) {
    BOOST_TEST(written(feishu::chat_id("oc_1")) == R"("oc_1")");
    BOOST_TEST(written(field::text<0, 5>("abc")) == R"("abc")");
}

BOOST_AUTO_TEST_CASE(bounded_numbers_are_numbers) { BOOST_TEST(written(field::number<int, 1, 50>(20)) == "20"); }

BOOST_AUTO_TEST_CASE(enums_are_their_wire_names) {
    BOOST_TEST(written(feishu::open<shade>(shade::new_)) == R"("new")");
    BOOST_TEST(written(feishu::open<shade>::from_wire("a\"b")) == R"("a\"b")");
}

BOOST_AUTO_TEST_CASE(numeric_enums_are_numbers) {
    BOOST_TEST(written(feishu::open<rank>(rank::high)) == "20");
    BOOST_TEST(written(feishu::open<rank>::from_wire("21")) == "21");
    BOOST_TEST(written(feishu::open<rank>::from_wire("-3")) == "-3");
}

BOOST_AUTO_TEST_CASE(a_numeric_enum_that_holds_no_number_is_written_as_a_string) {
    for (char const* odd : {"high", "1 ", "01", "-", "1.5", "9223372036854775808"})
        BOOST_TEST(written(feishu::open<rank>::from_wire(odd)) == '"' + std::string(odd) + '"');
}

BOOST_AUTO_TEST_CASE(a_numeric_enum_without_a_value_is_null_where_something_must_stand) {
    BOOST_TEST(written(std::vector<feishu::open<rank>>(2)) == "[null,null]");
}

BOOST_AUTO_TEST_CASE(times_are_digits_in_a_string) {
    BOOST_TEST(written(feishu::unix_millis(1'700'000'000'123)) == R"("1700000000123")");
}

BOOST_AUTO_TEST_CASE(lists_and_maps_are_written_entry_by_entry) {
    BOOST_TEST(written(std::vector<int>{}) == "[]");
    BOOST_TEST(written(std::vector<int>{1, 2}) == "[1,2]");
    BOOST_TEST(written(std::vector<std::vector<bool>>{{true}, {}}) == "[[true],[]]");
    BOOST_TEST(written(std::map<std::string, int>{{"a\"", 1}, {"b", 2}}) == R"({"a\"":1,"b":2})");
    BOOST_TEST(written(field::list<std::string, 1, 3>{"a", "b"}) == R"(["a","b"])");
}

BOOST_AUTO_TEST_CASE(an_absent_optional_in_a_list_is_null) {
    BOOST_TEST(written(std::vector<std::optional<int>>{1, std::nullopt}) == "[1,null]");
}

BOOST_AUTO_TEST_CASE(free_json_is_written_as_it_is) {
    boost::json::value const free = {{"a", {1, "x\n", nullptr, true}}};
    BOOST_TEST(written(free) == R"({"a":[1,"x\n",null,true]})");
    BOOST_TEST(written(free.as_object()) == R"({"a":[1,"x\n",null,true]})");
}

BOOST_AUTO_TEST_CASE(whole_doubles_are_written_as_integers_are) {
    BOOST_TEST(written(5.0) == "5");
    BOOST_TEST(written(boost::json::value(5.0)) == "5");
    BOOST_TEST(written(boost::json::value{{"a", {1.5, -0.25, 100000.0, {{"b", -7.0}}}}}) ==
               R"({"a":[1.5,-0.25,100000,{"b":-7}]})");
    std::string embedded;
    json::write<boost::json::value, json::level::embedded>(embedded, {{"a", 5.0}});
    BOOST_TEST(embedded == R"({\"a\":5})");
}

BOOST_AUTO_TEST_CASE(free_json_has_every_kind_of_value) {
    boost::json::value const free = {{"u", std::numeric_limits<std::uint64_t>::max()},
                                     {"i", std::numeric_limits<std::int64_t>::min()},
                                     {"o", boost::json::object()},
                                     {"l", boost::json::array()},
                                     {"k\"", false}};
    BOOST_TEST(written(free) ==
               R"({"u":18446744073709551615,"i":-9223372036854775808,"o":{},"l":[],"k\"":false})");
}

BOOST_AUTO_TEST_CASE(free_json_longer_than_any_buffer_is_written_whole) {
    boost::json::value const free = {{"a", std::string(10'000, 'x')}};
    BOOST_TEST(written(free) == R"({"a":")" + std::string(10'000, 'x') + R"("})");
}

BOOST_AUTO_TEST_CASE(a_document_in_a_string_is_escaped_once) {
    BOOST_TEST(written(field::json_text(R"({"text":"a\"b"})")) == R"("{\"text\":\"a\\\"b\"}")");
}

BOOST_AUTO_TEST_CASE(typed_content_is_written_as_its_document_would_be) {
    field::json_text const typed = feishu::text("a\"b\\c\n报告");
    BOOST_TEST(written(typed) == written(field::json_text(typed.document())));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_write_structs)

BOOST_AUTO_TEST_CASE(members_come_in_order_bases_first) {
    BOOST_TEST(written(derived{}) == R"({"first":1,"operator":false})");
}

BOOST_AUTO_TEST_CASE(optionals_are_written_when_they_hold_something) {
    derived value;
    value.maybe = 0;
    value.nested = inner_row{.n = 1, .s = "x"};
    BOOST_TEST(written(value) == R"({"first":1,"operator":false,"maybe":0,"nested":{"n":1,"s":"x"}})");
}

BOOST_AUTO_TEST_CASE(a_struct_without_members_is_an_empty_object) { BOOST_TEST(written(nothing{}) == "{}"); }

BOOST_AUTO_TEST_CASE(absent_members_are_left_out) {
    BOOST_TEST(written(wrappers{.needed = "x"}) == R"({"needed":"x"})");
}

BOOST_AUTO_TEST_CASE(present_members_are_written_through_their_wrappers) {
    wrappers const value{.needed = "x",
                         .worked_out = "y",
                         .colour = shade::light,
                         .when = feishu::unix_millis(5),
                         .list = {1, 2}};
    BOOST_TEST(written(value) == R"({"needed":"x","worked_out":"y","colour":"light","when":"5","list":[1,2]})");
}

BOOST_AUTO_TEST_CASE(a_list_that_was_given_empty_is_sent) {
    wrappers const value{.needed = "x", .list = std::vector<int>()};
    BOOST_TEST(written(value) == R"({"needed":"x","list":[]})");
}

BOOST_AUTO_TEST_CASE(empty_members_are_written_by_default) {
    BOOST_TEST(written(mostly_empty{}) == R"({"text":"","list":[],"map":{},"document":"","id":"","maybe":"","zero":0,)"
                                          R"("no":false,"object":{"n":0,"s":""}})");
}

BOOST_AUTO_TEST_CASE(omit_empty_leaves_out_empty_members_at_every_depth) {
    BOOST_TEST(json::to_string(mostly_empty{}, {.omit_empty = true}) == R"({"zero":0,"no":false,"object":{"n":0}})");
}

BOOST_AUTO_TEST_CASE(a_struct_may_say_its_wire_names) { BOOST_TEST(written(odd_names{}) == R"({"$ref":1})"); }

BOOST_AUTO_TEST_CASE(write_appends) {
    std::string out = "x";
    json::write(out, 1);
    BOOST_TEST(out == "x1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_write_embedded)

// Writing for the inside of a string must give what writing and then escaping gives.
template <class T>
void check_embedded(T const& value) {
    std::string expected;
    json::append_escaped(expected, written(value));
    BOOST_TEST(embedded(value) == expected);
}

BOOST_AUTO_TEST_CASE(embedding_equals_writing_and_escaping_for_every_type) {
    check_embedded(true);
    check_embedded(1.5);
    check_embedded(std::string("a\"b\n"));
    check_embedded(feishu::chat_id("oc\""));
    check_embedded(feishu::open<shade>::from_wire("a\"b"));
    check_embedded(feishu::open<rank>(rank::low));
    check_embedded(feishu::unix_millis(5));
    check_embedded(std::map<std::string, std::string>{{"a\"", "b\\"}});
    check_embedded(std::vector<std::string>{"a\"", "\\"});
    check_embedded(boost::json::value{{"a\"", {1, "x\n"}}});
    check_embedded(field::json_text(R"({"a":"b\"c"})"));
    check_embedded(field::json_text(feishu::text("a\"b\n")));
    check_embedded(wrappers{.needed = "\"", .colour = shade::light, .list = {1, 2}});
    check_embedded(mostly_empty{});
    check_embedded(odd_names{});
}

BOOST_AUTO_TEST_CASE(embedding_equals_serializing_twice_for_random_strings) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        inner_row value{.n = static_cast<int>(random()), .s = std::string(random() % 30, '\0')};
        for (auto& c : value.s)
            c = static_cast<char>(random() % 128);
        auto const twice = boost::json::serialize(boost::json::value(boost::json::string(written(value))));
        BOOST_TEST('"' + embedded(value) + '"' == twice);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
