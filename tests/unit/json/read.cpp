#include <feishu/json/read.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/json/write.hpp>

namespace {

namespace field = feishu::field;
namespace json = feishu::json;

enum class shade { light, new_ };
BOOST_DESCRIBE_ENUM(shade, light, new_)

enum class rank { low = 1, high = 20 };
BOOST_DESCRIBE_ENUM(rank, low, high)
constexpr bool feishu_wire_is_number(rank) { return true; }

struct inner {
    int n = 0;
    std::string s{};
    std::vector<inner> more{};
};
BOOST_DESCRIBE_STRUCT(inner, (), (n, s, more))

struct base {
    int first = 1;
};
BOOST_DESCRIBE_STRUCT(base, (), (first))

struct outer : base {
    bool flag = false;
    std::int64_t big = 0;
    std::uint64_t huge = 0;
    std::int8_t tiny = 0;
    double real = 0;
    std::string text{};
    feishu::chat_id id{};
    feishu::open<shade> colour{};
    feishu::open<rank> grade{};
    feishu::unix_millis when{};
    field::json_text document{};
    std::optional<int> maybe{};
    std::optional<inner> maybe_object{};
    inner object{};
    std::vector<inner> items{};
    std::vector<std::vector<int>> grid{};
    field::list<std::string, 1, 2> list{};
    field::number<int, 1, 50> number = 20;
    std::map<std::string, inner> map{};
    boost::json::value free{};
    boost::json::object free_object{};
    bool operator_ = false;
};
BOOST_DESCRIBE_STRUCT(outer, (base),
                      (flag, big, huge, tiny, real, text, id, colour, grade, when, document, maybe, maybe_object,
                       object, items, grid, list, number, map, free, free_object, operator_))

struct wants {
    field::required<std::string> needed;
    field::required<inner> object;
    field::deduced<int> worked_out{};
};
BOOST_DESCRIBE_STRUCT(wants, (), (needed, object, worked_out))

outer read(std::string_view text) { return json::read<outer>(text).value(); }

// "path | message" of the failure.
template <class T = outer>
std::string failure(std::string_view text, json::read_options options = {}) {
    auto const done = json::read<T>(text, options);
    if (done)
        return "no failure";
    BOOST_TEST((done.error().kind == feishu::error_kind::decode));
    return done.error().field + " | " + done.error().message;
}

std::string const big_document = R"( {
    "first": -1, "flag": true, "big": -9223372036854775808, "huge": 18446744073709551615, "tiny": "-128",
    "real": 1.5e3, "text": "a\"\\\/\b\f\n\r\t\u0041\u62a5\ud83d\ude00报告😀", "id": "oc_1", "colour": "new",
    "unknown": {"a": [1, {"b": [null, "x", {"c": 1.5}]}, "text"], "items": [{"n": 3}]}, "grade": 20,
    "when": "1700000000123", "document": "{\"text\":\"hi\"}", "maybe": 7, "maybe_object": {"n": 1},
    "object": {"n": 2, "s": "two", "other": [[[]]], "more": [{"n": 3, "more": [{"s": "deep"}]}]},
    "items": [{"n": 1}, {"s": "b", "n": "2"}, {}], "grid": [[1, 2], [], [3]], "list": ["x", "y"], "number": 50,
    "map": {"k\"1": {"n": 1}, "k2": {"s": "v"}}, "free": {"a": [1, -2, 3.5, "x", true, null, {"b": {}}]},
    "free_object": {"k": ["v"]}, "operator": true, "zz": "last"
} )";

BOOST_AUTO_TEST_SUITE(json_read_values)

BOOST_AUTO_TEST_CASE(every_kind_of_target_is_filled) {
    auto const o = read(big_document);
    BOOST_TEST(o.first == -1);
    BOOST_TEST(o.flag);
    BOOST_TEST(o.big == std::numeric_limits<std::int64_t>::min());
    BOOST_TEST(o.huge == std::numeric_limits<std::uint64_t>::max());
    BOOST_TEST(static_cast<int>(o.tiny) == -128);
    BOOST_TEST(o.real == 1500.0);
    BOOST_TEST(o.text == "a\"\\/\b\f\n\r\tA报😀报告😀");
    BOOST_TEST(o.id == "oc_1");
    BOOST_TEST((o.colour == shade::new_));
    BOOST_TEST((o.grade == rank::high));
    BOOST_TEST(o.when.count() == 1'700'000'000'123);
    BOOST_TEST(o.document.document() == R"({"text":"hi"})");
    BOOST_TEST(o.maybe.value() == 7);
    BOOST_TEST(o.maybe_object.value().n == 1);
    BOOST_TEST(o.object.more.at(0).more.at(0).s == "deep");
    BOOST_TEST(o.items.size() == 3u);
    BOOST_TEST(o.items.at(1).n == 2);
    BOOST_TEST(o.grid.at(2).at(0) == 3);
    BOOST_TEST(o.list.size() == 2u);
    BOOST_TEST(o.number == 50);
    BOOST_TEST(o.map.at("k\"1").n == 1);
    BOOST_TEST(boost::json::serialize(o.free) == R"({"a":[1,-2,3.5E0,"x",true,null,{"b":{}}]})");
    BOOST_TEST(boost::json::serialize(o.free_object) == R"({"k":["v"]})");
    BOOST_TEST(o.operator_);
}

BOOST_AUTO_TEST_CASE(absent_members_keep_their_defaults) {
    auto const o = read("{}");
    BOOST_TEST(o.first == 1);
    BOOST_TEST(o.number == 20);
    BOOST_TEST(!o.maybe);
    BOOST_TEST(!o.colour.has_value());
    BOOST_TEST(!o.list.has_value());
}

BOOST_AUTO_TEST_CASE(null_is_the_default_of_the_type) {
    auto const o = read(R"({"first":null,"flag":null,"text":null,"id":null,"colour":null,"when":null,"document":null,
        "maybe":null,"maybe_object":null,"object":null,"items":null,"map":null,"free":null,"free_object":null})");
    BOOST_TEST(!o.flag);
    BOOST_TEST(o.text == "");
    BOOST_TEST(!o.colour.has_value());
    BOOST_TEST(!o.maybe);
    BOOST_TEST(!o.maybe_object);
    BOOST_TEST(o.items.empty());
    BOOST_TEST(o.free.is_null());
    BOOST_TEST(o.free_object.empty());
}

BOOST_AUTO_TEST_CASE(null_in_a_list_is_a_default_entry) {
    auto const o = read(R"({"items":[null,{"n":1},null],"grid":[null,[1]]})");
    BOOST_TEST(o.items.size() == 3u);
    BOOST_TEST(o.items.at(1).n == 1);
    BOOST_TEST(o.grid.size() == 2u);
}

BOOST_AUTO_TEST_CASE(numbers_may_come_as_strings) {
    auto const o = read(R"({"big":"-5","huge":"18446744073709551615","real":"2.5","maybe":"3","number":"4"})");
    BOOST_TEST(o.big == -5);
    BOOST_TEST(o.huge == std::numeric_limits<std::uint64_t>::max());
    BOOST_TEST(o.real == 2.5);
    BOOST_TEST(o.maybe.value() == 3);
    BOOST_TEST(o.number == 4);
}

BOOST_AUTO_TEST_CASE(an_empty_string_for_a_number_is_zero) { BOOST_TEST(read(R"({"first":""})").first == 0); }

BOOST_AUTO_TEST_CASE(strings_may_come_as_numbers) {
    auto const o = read(R"({"text":42,"id":-7,"when":1700000000123,"colour":3})");
    BOOST_TEST(o.text == "42");
    BOOST_TEST(o.id == "-7");
    BOOST_TEST(o.when.count() == 1'700'000'000'123);
    BOOST_TEST(o.colour.str() == "3");
}

BOOST_AUTO_TEST_CASE(booleans_may_come_as_words_and_digits) {
    for (char const* yes : {"true", R"("true")", "1", R"("1")"})
        BOOST_TEST(read(R"({"flag":)" + std::string(yes) + "}").flag);
    for (char const* no : {"false", R"("false")", "0", R"("0")", R"("")"})
        BOOST_TEST(!read(R"({"flag":)" + std::string(no) + "}").flag);
}

BOOST_AUTO_TEST_CASE(an_integer_may_come_as_a_double_without_a_fraction) {
    BOOST_TEST(read(R"({"first":2147483647.0})").first == 2147483647);
    BOOST_TEST(read(R"({"first":-2147483648.0})").first == std::numeric_limits<int>::min());
    BOOST_TEST(read(R"({"tiny":127.0})").tiny == 127);
    BOOST_TEST(read(R"({"big":1e3})").big == 1000);
}

BOOST_AUTO_TEST_CASE(a_double_may_come_as_an_integer) {
    BOOST_TEST(read(R"({"real":3})").real == 3.0);
    BOOST_TEST(read(R"({"real":18446744073709551615})").real == 18446744073709551615.0);
}

BOOST_AUTO_TEST_CASE(a_double_reads_back_as_it_was_written_however_it_is_cut) {
    for (double const value : {0.1, 1.5744073769551619, 1e-300, 5e-324, 1.7976931348623157e308, -123456.789e-7}) {
        auto const text = json::to_string(value);
        for (std::size_t at = 0; at <= text.size(); ++at) {
            double back = 0;
            json::reader in(back);
            in.feed(std::string_view(text).substr(0, at));
            in.feed(std::string_view(text).substr(at));
            BOOST_TEST(in.finish().has_value());
            BOOST_TEST(back == value);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_number_below_the_smallest_double_is_zero) {
    for (char const* tiny : {"1e-400", "0.0001e-999", "1e-99999999999999999999"})
        BOOST_TEST(read(R"({"real":)" + std::string(tiny) + "}").real == 0.0);
    BOOST_TEST(std::signbit(read(R"({"real":-1e-400})").real));
}

BOOST_AUTO_TEST_CASE(a_number_above_the_largest_double_does_not_fit) {
    for (char const* huge : {"1e999", "-1e999", "0.01e400", "1e99999999999999999999"})
        BOOST_TEST(failure(R"({"real":)" + std::string(huge) + "}", {.strict = true})
                       .starts_with("real | real: expected a number, got a number that does not fit"));
    BOOST_TEST(read(R"({"real":)" + ("0." + std::string(400, '0')) + "1e401}").real == 1.0);
    BOOST_TEST(read(R"({"real":0e99999999999999999999})").real == 0.0);
}

BOOST_AUTO_TEST_CASE(an_integer_above_64_bits_is_a_double) {
    BOOST_TEST(read(R"({"real":18446744073709551616})").real == 18446744073709551616.0);
    BOOST_TEST(read(R"({"real":-9223372036854775809})").real == -9223372036854775808.0);
    BOOST_TEST(read(R"({"free":18446744073709551616})").free.is_double());
}

BOOST_AUTO_TEST_CASE(numeric_enums_come_as_numbers_or_digits) {
    BOOST_TEST((read(R"({"grade":1})").grade == rank::low));
    BOOST_TEST((read(R"({"grade":"20"})").grade == rank::high));
    BOOST_TEST(read(R"({"grade":21})").grade.str() == "21");
}

BOOST_AUTO_TEST_CASE(an_enum_value_that_is_not_listed_is_kept_and_not_suspicious) {
    auto const o = read(R"({"colour":"dark"})");
    BOOST_TEST(o.colour.str() == "dark");
    BOOST_TEST(!o.colour.undocumented());
}

BOOST_AUTO_TEST_CASE(an_empty_string_for_a_list_or_an_object_is_none) {
    auto const o = read(R"({"items":"","object":"","map":""})");
    BOOST_TEST(o.items.empty());
}

BOOST_AUTO_TEST_CASE(unknown_members_are_skipped_at_any_depth) {
    auto const o = read(R"({"x":{"first":9,"y":[{"first":9},[[]]]},"object":{"z":{"n":9},"n":5},"first":2})");
    BOOST_TEST(o.first == 2);
    BOOST_TEST(o.object.n == 5);
}

BOOST_AUTO_TEST_CASE(a_repeated_key_counts_with_its_last_value) {
    auto const o = read(R"({"first":1,"first":2,"items":[{"n":1},{"n":2}],"items":[{"n":3}],"map":{"a":{"n":1}},"map":{}})");
    BOOST_TEST(o.first == 2);
    BOOST_TEST(o.items.size() == 1u);
    BOOST_TEST(o.items.at(0).n == 3);
    BOOST_TEST(o.map.empty());
}

BOOST_AUTO_TEST_CASE(a_key_may_be_escaped) {
    auto const o = read(R"({"f\u0069rst":4,"te\u0078t":"x","map":{"\u0061\"":{"n":1}}})");
    BOOST_TEST(o.first == 4);
    BOOST_TEST(o.text == "x");
    BOOST_TEST(o.map.at("a\"").n == 1);
}

BOOST_AUTO_TEST_CASE(a_key_is_not_a_member_that_it_only_begins_as) {
    auto const o = read(R"({"firs":2,"first_":3,"flagged":true,"big":7,"bigger":8})");
    BOOST_TEST(o.first == 1);
    BOOST_TEST(!o.flag);
    BOOST_TEST(o.big == 7);
}

BOOST_AUTO_TEST_CASE(white_space_may_stand_between_any_tokens) {
    auto const o = read(" { \"first\" : 2 , \"items\" :\n[ { \"n\"\t:\r1 } , { } ] , \"text\" : \"x\" } ");
    BOOST_TEST(o.first == 2);
    BOOST_TEST(o.items.size() == 2u);
    BOOST_TEST(o.text == "x");
}

BOOST_AUTO_TEST_CASE(members_may_come_in_any_order) {
    auto const o = read(R"({"text":"x","flag":true,"first":3,"big":4})");
    BOOST_TEST(o.first == 3);
    BOOST_TEST(o.big == 4);
    BOOST_TEST(o.text == "x");
}

BOOST_AUTO_TEST_CASE(required_members_that_did_not_come_are_absent) {
    auto const w = json::read<wants>(R"({"object":{"n":1}})").value();
    BOOST_TEST(!w.needed.present());
    BOOST_TEST(w.object.present());
    BOOST_TEST(w.object->n == 1);
    BOOST_TEST(!w.worked_out.present());
}

BOOST_AUTO_TEST_CASE(a_required_member_that_is_null_is_absent) {
    BOOST_TEST(!json::read<wants>(R"({"needed":null})").value().needed.present());
}

BOOST_AUTO_TEST_CASE(a_document_may_be_a_list_a_map_or_a_value) {
    BOOST_TEST(json::read<std::vector<int>>("[1,2]").value().size() == 2u);
    BOOST_TEST((json::read<std::map<std::string, int>>(R"({"a":1})").value().at("a") == 1));
    BOOST_TEST(json::read<int>(" 12 ").value() == 12);
    BOOST_TEST(json::read<int>("12").value() == 12);
    BOOST_TEST(json::read<std::string>("\"x\"").value() == "x");
    BOOST_TEST(json::read<boost::json::value>("[1]").value().as_array().size() == 1u);
    BOOST_TEST(json::read<std::optional<int>>("null").value().has_value() == false);
}

BOOST_AUTO_TEST_CASE(read_into_keeps_members_that_are_not_mentioned) {
    outer o;
    o.first = 5;
    o.text = "kept";
    BOOST_TEST(json::read_into(o, R"({"first":6})").has_value());
    BOOST_TEST(o.first == 6);
    BOOST_TEST(o.text == "kept");
}

BOOST_AUTO_TEST_CASE(a_list_is_replaced_not_extended) {
    outer o;
    o.items.resize(3);
    BOOST_TEST(json::read_into(o, R"({"items":[{"n":1}]})").has_value());
    BOOST_TEST(o.items.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_read_failures)

// The byte is where the parser stood: at the value, behind a number, at a string's closing quote.
BOOST_AUTO_TEST_CASE(a_strict_reader_reports_a_value_of_another_kind_with_path_and_byte) {
    struct {
        char const* text;
        char const* failure;
    } const table[] = {
        {R"({"first":"x"})", "first | first: expected a number, got a string (byte 11)"},
        {R"({"first":[]})", "first | first: expected a number, got a list (byte 9)"},
        {R"({"first":{}})", "first | first: expected a number, got an object (byte 9)"},
        {R"({"first":true})", "first | first: expected a number, got true (byte 9)"},
        {R"({"first":1.5})", "first | first: expected a number, got a number that does not fit (byte 12)"},
        {R"({"first":2147483648})", "first | first: expected a number, got a number that does not fit (byte 19)"},
        {R"({"tiny":128})", "tiny | tiny: expected a number, got a number that does not fit (byte 11)"},
        {R"({"huge":-1})", "huge | huge: expected a number, got a number that does not fit (byte 10)"},
        {R"({"first":1e99})", "first | first: expected a number, got a number that does not fit (byte 13)"},
        {R"({"real":1e999})", "real | real: expected a number, got a number that does not fit (byte 13)"},
        {R"({"free":[1e999]})", "free | free: expected a number, got a number that does not fit (byte 14)"},
        {R"({"free":-1e999})", "free | free: expected a number, got a number that does not fit (byte 14)"},
        {R"({"real":"inf"})", "real | real: expected a number, got a string (byte 12)"},
        {R"({"real":"nan"})", "real | real: expected a number, got a string (byte 12)"},
        {R"({"flag":2})", "flag | flag: expected true or false, got a number (byte 9)"},
        {R"({"flag":"yes"})", "flag | flag: expected true or false, got a string (byte 12)"},
        {R"({"text":[]})", "text | text: expected a string, got a list (byte 8)"},
        {R"({"text":false})", "text | text: expected a string, got false (byte 8)"},
        {R"({"items":{}})", "items | items: expected a list, got an object (byte 9)"},
        {R"({"items":"x"})", "items | items: expected a list, got a string (byte 11)"},
        {R"({"object":[]})", "object | object: expected an object, got a list (byte 10)"},
        {R"({"object":1})", "object | object: expected an object, got a number (byte 11)"},
        {R"({"map":[]})", "map | map: expected an object, got a list (byte 7)"},
        {R"({"items":[{},{"n":[]}]})", "items[1].n | items[1].n: expected a number, got a list (byte 18)"},
        {R"({"grid":[[1],[2,{}]]})", "grid[1][1] | grid[1][1]: expected a number, got an object (byte 16)"},
        {R"({"map":{"k":{"n":{}}}})", "map.k.n | map.k.n: expected a number, got an object (byte 17)"},
        {R"({"maybe_object":{"n":{}}})",
         "maybe_object.n | maybe_object.n: expected a number, got an object (byte 21)"},
        {R"([])", " | expected an object, got a list (byte 0)"},
    };
    for (auto const& [text, said] : table)
        BOOST_TEST_CONTEXT(text)
            BOOST_TEST(failure(text, {.strict = true}) == said);
}

BOOST_AUTO_TEST_CASE(what_is_not_json_is_reported_with_its_byte) {
    struct {
        char const* text;
        char const* failure;
    } const table[] = {
        {R"({"first":})", "first: syntax error (byte 9)"},
        {R"({"first" 1})", "first: syntax error (byte 9)"},
        {R"({"first":1,})", "first: syntax error (byte 11)"},
        {R"({"first":1]})", "first: syntax error (byte 10)"},
        {R"({"first":01})", "first: syntax error (byte 10)"},
        {R"({"first":1.})", "first: syntax error (byte 11)"},
        {R"({"first":-})", "first: syntax error (byte 10)"},
        {R"({"flag":trie})", "flag: syntax error (byte 10)"},
        {R"({"x":[1,}})", "x: syntax error (byte 8)"},
        {R"({"text":"\x"})", "text: invalid escape in a string (byte 9)"},
        {R"({"text":"\u12g4"})", "text: invalid escape in a string (byte 9)"},
        {R"({"text":"\ud83d!"})", "text: half of a surrogate pair (byte 9)"},
        {R"({"text":"\ude00"})", "text: half of a surrogate pair (byte 9)"},
        {"{\"text\":\"a\nb\"}", "text: control character in a string (byte 10)"},
        {"{\"text\":\"报\xE6\x8A\"}", "text: text that is not UTF-8 (byte 12)"},
        {R"({"text":"abc)", "text: incomplete JSON (byte 12)"},
        {R"({} {})", "extra data (byte 3)"},
    };
    for (auto const& [text, said] : table)
        for (std::size_t step : {std::size_t{1}, std::size_t{3}, std::string_view(text).size()})
            BOOST_TEST_CONTEXT(text << " in pieces of " << step) {
                outer o;
                json::reader in(o);
                for (std::size_t at = 0; at < std::string_view(text).size(); at += step)
                    in.feed(std::string_view(text).substr(at, step));
                auto const done = in.finish();
                BOOST_TEST_REQUIRE(!done.has_value());
                BOOST_TEST(done.error().message == said);
            }
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_json_is_refused) {
    for (char const* text : {
             "x", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "[1,]", "{a:1}", "{'a':1}", "[1 2]", "tru",
             "[01]", "[+1]", "[.5]", "[1.]", "[1e]", "[-]", "[NaN]", "[\"a\nb\"]", "[\"\\x\"]", "[\"\\u12\"]", "[\"a]",
             "{}}", "{} x", "[]1", "// c\n{}", "{} // c", "[\"\\ud83d\"]", "[\"\\ude00\"]", "\xEF\xBB\xBF{}",
         })
        BOOST_TEST_CONTEXT(text)
            BOOST_TEST(!json::read<boost::json::value>(text).has_value());
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_json_is_refused_where_it_is_skipped) {
    for (char const* text : {"{\"a\":}", "{\"a\":[1,]}", "{\"a\":tru}", "{\"a\":\"\\x\"}", "{\"a\":\"\xFF\"}", "{\"\xFF\":1}"})
        BOOST_TEST_CONTEXT(text)
            BOOST_TEST(!json::read<outer>(text).has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_document_is_said_to_be_empty) {
    BOOST_TEST(failure("") == " | the document is empty (byte 0)");
}

BOOST_AUTO_TEST_CASE(an_incomplete_document_is_refused) {
    BOOST_TEST(failure(R"({"first":1)") == "first | first: incomplete JSON (byte 10)");
}

BOOST_AUTO_TEST_CASE(trailing_white_space_is_allowed_in_any_piece) {
    outer o;
    json::reader in(o);
    BOOST_TEST(in.feed("{} \n"));
    BOOST_TEST(in.feed(" \t\r\n"));
    BOOST_TEST(in.finish().has_value());
}

BOOST_AUTO_TEST_CASE(trailing_garbage_is_refused_in_any_piece) {
    for (char const* garbage : {"x", " x", "{}", "1", ",", "}"}) {
        outer o;
        json::reader in(o);
        BOOST_TEST(in.feed("{} "));
        BOOST_TEST_CONTEXT(garbage) {
            BOOST_TEST(!in.feed(garbage));
            BOOST_TEST(!in.finish().has_value());
        }
    }
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_refused) {
    for (char const* bad : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE6\x8A", "\xFF"})
        for (char const* member : {"text", "unknown", "free"})
            BOOST_TEST(!json::read<outer>("{\"" + std::string(member) + "\":\"" + bad + "\"}").has_value());
}

BOOST_AUTO_TEST_CASE(deeper_nesting_than_allowed_is_refused) {
    auto const nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    BOOST_TEST(json::read<boost::json::value>(nested(64)).has_value());
    BOOST_TEST(!json::read<boost::json::value>(nested(65)).has_value());
    BOOST_TEST(json::read<boost::json::value>(nested(3), {.max_depth = 3}).has_value());
    BOOST_TEST(!json::read<boost::json::value>(nested(4), {.max_depth = 3}).has_value());
}

BOOST_AUTO_TEST_CASE(deeper_nesting_than_allowed_is_refused_where_it_is_skipped) {
    BOOST_TEST(!json::read<outer>(R"({"x":)" + std::string(100'000, '[')).has_value());
}

BOOST_AUTO_TEST_CASE(a_longer_document_than_allowed_is_refused_wherever_it_is_cut) {
    std::string const text = R"({"first":12345})";
    BOOST_TEST(json::read<outer>(text, {.max_bytes = text.size()}).has_value());
    BOOST_TEST(failure(text, {.max_bytes = text.size() - 1}) == " | the document is longer than 14 bytes (byte 0)");
    outer o;
    json::reader in(o, {.max_bytes = text.size() - 1});
    BOOST_TEST(in.feed(text.substr(0, 10)));
    BOOST_TEST(!in.feed(text.substr(10)));
}

BOOST_AUTO_TEST_CASE(nothing_is_taken_after_a_failure) {
    outer o;
    json::reader in(o);
    BOOST_TEST(!in.feed("x"));
    BOOST_TEST(!in.feed("{}"));
    BOOST_TEST(!in.finish().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_read_pieces)

BOOST_AUTO_TEST_CASE(every_split_of_a_document_gives_the_same_result) {
    auto const whole = json::to_string(read(big_document));
    for (std::size_t at = 0; at <= big_document.size(); ++at) {
        outer o;
        json::reader in(o);
        in.feed(std::string_view(big_document).substr(0, at));
        in.feed(std::string_view(big_document).substr(at));
        BOOST_TEST_CONTEXT("split at " << at) {
            BOOST_TEST(in.finish().has_value());
            BOOST_TEST(json::to_string(o) == whole);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_document_byte_by_byte_gives_the_same_result) {
    outer o;
    json::reader in(o);
    for (char const c : big_document)
        BOOST_TEST_REQUIRE(in.feed({&c, 1}));
    BOOST_TEST(in.finish().has_value());
    BOOST_TEST(json::to_string(o) == json::to_string(read(big_document)));
}

BOOST_AUTO_TEST_CASE(every_cut_of_a_document_is_incomplete) {
    auto const end = big_document.rfind('}');
    for (std::size_t at = 0; at <= end; ++at)
        BOOST_TEST_CONTEXT("cut at " << at)
            BOOST_TEST(!json::read<outer>(std::string_view(big_document).substr(0, at)).has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_piece_changes_nothing) {
    outer o;
    json::reader in(o);
    for (std::string_view piece : {R"({"fir)", R"(st":1)", "2,\"text\":\"\xE6", "\x8A\xA5\\u00", "41\"}"}) {
        BOOST_TEST(in.feed({}));
        BOOST_TEST(in.feed(""));
        BOOST_TEST(in.feed(piece));
    }
    BOOST_TEST(in.feed({}));
    BOOST_TEST(in.finish().has_value());
    BOOST_TEST(o.first == 12);
    BOOST_TEST(o.text == "报A");
}

BOOST_AUTO_TEST_CASE(a_long_text_may_come_in_many_pieces) {
    std::string const text = "{\"text\":\"" + std::string(1 << 20, 'x') + "\",\"real\":0." + std::string(1 << 20, '1') + "}";
    outer o;
    json::reader in(o);
    for (std::size_t at = 0; at < text.size(); at += 7)
        BOOST_TEST_REQUIRE(in.feed(std::string_view(text).substr(at, 7)));
    BOOST_TEST(in.finish().has_value());
    BOOST_TEST(o.text.size() == 1u << 20);
    BOOST_TEST(o.real == 1.0 / 9);
}

BOOST_AUTO_TEST_CASE(a_reader_may_be_moved_between_pieces) {
    outer o;
    json::reader first(o);
    first.feed(R"({"first":)");
    auto second = std::move(first);
    second.feed("2}");
    BOOST_TEST(second.finish().has_value());
    BOOST_TEST(o.first == 2);
}

BOOST_AUTO_TEST_CASE(random_mutations_are_read_or_refused) {
    std::mt19937 random(42);
    std::size_t refused = 0;
    for (int round = 0; round < 1000; ++round) {
        auto text = big_document;
        for (auto changes = 1 + random() % 4; changes != 0; --changes) {
            auto const at = random() % text.size();
            switch (random() % 4) {
            case 0: text[at] = static_cast<char>(random()); break;
            case 1: text.erase(at, 1 + random() % 20); break;
            case 2: text.insert(at, 1, "{}[]\",:0-e\\"[random() % 11]); break;
            default: text.insert(at, text.substr(random() % text.size(), random() % 40)); break;
            }
        }
        outer o;
        json::reader in(o);
        auto const cut = random() % text.size();
        in.feed(std::string_view(text).substr(0, cut));
        in.feed(std::string_view(text).substr(cut));
        auto const done = in.finish();
        refused += done ? 0 : 1;
        auto const whole = json::read<outer>(text);
        BOOST_TEST_REQUIRE(done.has_value() == whole.has_value());
        if (done)
            BOOST_TEST(json::to_string(o) == json::to_string(*whole));
        else
            BOOST_TEST(done.error().message == whole.error().message);
    }
    BOOST_TEST(refused > 500u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_assign_text)

template <class T>
bool assign(T& target, std::string_view text) {
    return json::assign_text(&target, json::binding_of<T>, text);
}

BOOST_AUTO_TEST_CASE(text_is_taken_by_strings_numbers_and_booleans) {
    std::string s;
    int n = 0;
    bool b = false;
    BOOST_TEST((assign(s, "x") && assign(n, "5") && assign(b, "true")));
    BOOST_TEST((s == "x" && n == 5 && b));
}

BOOST_AUTO_TEST_CASE(text_reaches_through_wrappers) {
    std::optional<int> maybe;
    auto needed = feishu::detail::unchecked_construct::make<field::required<feishu::chat_id>>();
    BOOST_TEST((assign(maybe, "5") && assign(needed, "oc_1")));
    BOOST_TEST(maybe.value() == 5);
    BOOST_TEST(*needed == "oc_1");
}

BOOST_AUTO_TEST_CASE(a_list_takes_one_entry_a_call) {
    std::vector<int> list;
    BOOST_TEST((assign(list, "5") && assign(list, "6")));
    BOOST_TEST(list == (std::vector<int>{5, 6}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(text_that_does_not_fit_is_refused) {
    int n = 0;
    inner object;
    BOOST_TEST(!assign(n, "x"));
    BOOST_TEST(!assign(n, "5 "));
    BOOST_TEST(!assign(object, "x"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
