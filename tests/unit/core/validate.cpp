#include <feishu/content/text.hpp>
#include <feishu/core/checked.hpp>
#include <feishu/core/validate.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>

namespace {

namespace field = feishu::field;
namespace im = feishu::im::v1;
using feishu::check;
using feishu::rule;
using feishu::violation;

enum class colour { red, green };
BOOST_DESCRIBE_ENUM(colour, red, green)

struct leaf {
    field::text<1, 3> c = "abc";
};
BOOST_DESCRIBE_STRUCT(leaf, (), (c))

struct branch {
    std::vector<leaf> b{};
    leaf single{};
};
BOOST_DESCRIBE_STRUCT(branch, (), (b, single))

struct tree {
    branch a{};
    std::map<std::string, leaf> named{};
    std::optional<branch> maybe{};
};
BOOST_DESCRIBE_STRUCT(tree, (), (a, named, maybe))

struct everything {
    field::required<std::string> needed;
    field::text<2, 4> text = "abc";
    field::list<std::string, 1, 2> list = {"a"};
    field::number<int, 1, 50> number = 20;
    field::number<std::int64_t, -5, 5> signed_number = 0;
    feishu::open<colour> shade = colour::red;
    field::deduced<field::text<1, 3>> worked_out{};
    std::optional<field::text<1, 3>> maybe{};
    std::string plain{};
    feishu::chat_id id{};
    std::vector<std::string> names{};
    std::map<std::string, std::string> map{};
    boost::json::value free{};
    boost::json::object free_object{};
    field::json_text document{};
    field::upload file = feishu::from_bytes("x", "x.txt");
    feishu::unix_millis when{};
    bool flag = false;
    double real = 0;
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (needed, text, list, number, signed_number, shade, worked_out, maybe, plain, id, names, map,
                       free, free_object, document, file, when, flag, real))

struct between {
    int low = 0;
    int high = 1;
};
BOOST_DESCRIBE_STRUCT(between, (), (low, high))
constexpr void rules(between const& value, feishu::violations& found) {
    if (value.low > value.high)
        found.add("low", "is above high");
}

struct holds_between {
    std::vector<between> ranges{};
};
BOOST_DESCRIBE_STRUCT(holds_between, (), (ranges))

// A value that breaks no rule; each test breaks one.
everything good() { return {.needed = "x"}; }

// The only violation of `value`, as text, or what else was found.
template <class T>
violation only(T const& value, feishu::check_options options = {}) {
    auto const found = check(value, options);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    return found[0];
}

void expect(violation const& v, std::string const& path, rule broken, std::int64_t limit, std::int64_t actual) {
    BOOST_TEST(v.field == path);
    BOOST_TEST((v.rule == broken));
    BOOST_TEST(v.limit == limit);
    BOOST_TEST(v.actual == actual);
}

constexpr char const* bad_utf8 = "ab\xFF";

BOOST_AUTO_TEST_SUITE(validate_rules)

BOOST_AUTO_TEST_CASE(a_valid_value_breaks_no_rule) {
    BOOST_TEST(check(good()).empty());
    BOOST_TEST(feishu::validate(good()).has_value());
}

BOOST_AUTO_TEST_CASE(an_absent_required_member_is_reported) {
    auto const v = only(everything{.needed = feishu::detail::unchecked_construct::make<field::required<std::string>>()});
    expect(v, "needed", rule::required, 0, 0);
    BOOST_TEST(v.message() == "is required");
}

BOOST_AUTO_TEST_CASE(a_required_list_that_was_never_filled_in_is_reported) {
    auto const v = only(im::message::urgent_app{.message_id = "om_1", .user_id_list = field::list<std::string, 1, 200>()});
    expect(v, "user_id_list", rule::required, 0, 0);
}

struct needs {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
                                                .path = "/open-apis/x/v1/things/:kind",
                                                .query = {"sort", "names"},
                                                .tokens = feishu::token::tenant};
    feishu::open<im::receive_id_type> kind{};
    field::required<feishu::open<im::receive_id_type>> sort;
    field::required<field::list<std::string>> names;
    field::required<feishu::unix_seconds> when;
    field::required<std::optional<std::string>> maybe;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(needs, (), (kind, sort, names, when, maybe))
BOOST_DESCRIBE_STRUCT(needs::response, (), ())

needs all_given() {
    return {.kind = im::receive_id_type::email,
            .sort = im::receive_id_type::email,
            .names = {"a"},
            .when = feishu::unix_seconds(1),
            .maybe = std::string()};
}

// What is validated is what is sent.
BOOST_AUTO_TEST_CASE(a_required_member_that_would_not_be_sent_is_reported) {
    BOOST_TEST(check(all_given()).empty());
    auto e = all_given();
    e.sort = "";
    expect(only(e), "sort", rule::required, 0, 0);
    e = all_given();
    e.when = feishu::unix_seconds();
    expect(only(e), "when", rule::required, 0, 0);
    e = all_given();
    e.names = std::vector<std::string>();
    expect(only(e), "names", rule::required, 0, 0);
    e = all_given();
    e.maybe = std::optional<std::string>();
    expect(only(e), "maybe", rule::required, 0, 0);
}

BOOST_AUTO_TEST_CASE(a_path_parameter_that_would_not_be_sent_is_reported) {
    auto e = all_given();
    e.kind = {};
    expect(only(e), "kind", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_CASE(an_empty_receive_id_type_is_reported) {
    auto const v = only(im::message::create{.receive_id_type = "", .receive_id = "oc_1", .content = feishu::text{"x"}});
    expect(v, "receive_id_type", rule::required, 0, 0);
}

struct reals {
    field::number<double, 0.5, 10.25> limited = 1.0;
    double free = 0;
    float narrow = 0;
    field::number<std::uint64_t, 0, std::numeric_limits<std::uint64_t>::max() - 1> big = std::uint64_t{0};
};
BOOST_DESCRIBE_STRUCT(reals, (), (limited, free, narrow, big))

BOOST_AUTO_TEST_CASE(numbers_that_json_cannot_express_are_reported) {
    for (double const bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity()}) {
        BOOST_TEST(only(reals{.limited = bad}).message() == "is not a finite number");
        BOOST_TEST(only(reals{.free = bad}).message() == "is not a finite number");
        BOOST_TEST(only(reals{.narrow = static_cast<float>(bad)}).message() == "is not a finite number");
    }
}

BOOST_AUTO_TEST_CASE(real_numbers_are_reported_as_they_are) {
    BOOST_TEST(only(reals{.limited = 10.5}).message() == "is 10.5, must be at most 10.25");
    BOOST_TEST(only(reals{.limited = 0.25}).message() == "is 0.25, must be at least 0.5");
    auto const v = only(reals{.limited = 1e300});
    BOOST_TEST(v.message() == "is 1e+300, must be at most 10.25");
    BOOST_TEST(v.actual == std::numeric_limits<std::int64_t>::max());
    BOOST_TEST(only(reals{.limited = -1e300}).actual == std::numeric_limits<std::int64_t>::min());
}

BOOST_AUTO_TEST_CASE(real_numbers_are_reported_in_constant_expressions_too) {
    static_assert(!feishu::detail::can_evaluate_strings<0> || [] {
        std::string text;
        feishu::detail::append_real(text, -10.0625);
        feishu::detail::append_real(text, 0.9999999);
        feishu::detail::append_real(text, 1e300);
        return text == "-10.06251more than 1000000000000000";
    }());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(large_unsigned_numbers_are_reported_as_they_are) {
    auto const v = only(reals{.big = std::numeric_limits<std::uint64_t>::max()});
    BOOST_TEST(v.message() == "is 18446744073709551615, must be at most 18446744073709551614");
}

BOOST_AUTO_TEST_CASE(an_optional_list_may_be_omitted) {
    auto e = good();
    e.list = {};
    BOOST_TEST(check(e).empty());
}

BOOST_AUTO_TEST_CASE(too_few_characters_are_reported_with_their_number) {
    auto e = good();
    e.text = std::string("字");
    auto const v = only(e);
    expect(v, "text", rule::min_characters, 2, 1);
    BOOST_TEST(v.message() == "has 1 character, at least 2 are required");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_reported_as_empty) {
    auto e = good();
    e.text = std::string();
    BOOST_TEST(only(e).message() == "must not be empty");
}

BOOST_AUTO_TEST_CASE(too_many_characters_are_reported_with_their_number) {
    auto e = good();
    e.text = std::string("一二三四五");
    auto const v = only(e);
    expect(v, "text", rule::max_characters, 4, 5);
    BOOST_TEST(v.message() == "has 5 characters, at most 4 are allowed");
}

BOOST_AUTO_TEST_CASE(exactly_the_minimum_and_the_maximum_of_characters_are_allowed) {
    auto e = good();
    e.text = std::string("一二");
    BOOST_TEST(check(e).empty());
    e.text = std::string("一二三四");
    BOOST_TEST(check(e).empty());
}

BOOST_AUTO_TEST_CASE(too_few_items_are_reported_with_their_number) {
    auto e = good();
    e.list = std::vector<std::string>();
    auto const v = only(e);
    expect(v, "list", rule::min_items, 1, 0);
    BOOST_TEST(v.message() == "must not be empty");
}

BOOST_AUTO_TEST_CASE(too_many_items_are_reported_with_their_number) {
    auto e = good();
    e.list = std::vector<std::string>(3, "x");
    auto const v = only(e);
    expect(v, "list", rule::max_items, 2, 3);
    BOOST_TEST(v.message() == "has 3 items, at most 2 are allowed");
}

BOOST_AUTO_TEST_CASE(exactly_the_maximum_of_items_is_allowed) {
    auto e = good();
    e.list = std::vector<std::string>(2, "x");
    BOOST_TEST(check(e).empty());
}

BOOST_AUTO_TEST_CASE(a_number_below_the_minimum_is_reported_with_the_bound) {
    auto e = good();
    e.number = 0;
    auto const v = only(e);
    expect(v, "number", rule::minimum, 1, 0);
    BOOST_TEST(v.message() == "is 0, must be at least 1");
}

BOOST_AUTO_TEST_CASE(a_number_above_the_maximum_is_reported_with_the_bound) {
    auto e = good();
    e.number = 51;
    auto const v = only(e);
    expect(v, "number", rule::maximum, 50, 51);
    BOOST_TEST(v.message() == "is 51, must be at most 50");
}

BOOST_AUTO_TEST_CASE(negative_bounds_are_written_with_their_sign) {
    auto e = good();
    e.signed_number = -6;
    BOOST_TEST(only(e).message() == "is -6, must be at least -5");
    e.signed_number = std::numeric_limits<std::int64_t>::min();
    BOOST_TEST(only(e).message() == "is -9223372036854775808, must be at least -5");
}

BOOST_AUTO_TEST_CASE(the_bounds_themselves_are_allowed) {
    auto e = good();
    e.number = 1;
    BOOST_TEST(check(e).empty());
    e.number = 50;
    BOOST_TEST(check(e).empty());
}

BOOST_AUTO_TEST_CASE(an_enum_name_that_is_not_documented_is_reported_with_the_choice) {
    auto e = good();
    e.shade = "blue";
    auto const v = only(e);
    expect(v, "shade", rule::enumerator, 0, 0);
    BOOST_TEST(v.message() == "is \"blue\", not one of red, green");
}

BOOST_AUTO_TEST_CASE(an_undocumented_enum_value_from_the_wire_is_accepted) {
    auto e = good();
    e.shade = feishu::open<colour>::from_wire("blue");
    BOOST_TEST(check(e).empty());
}

BOOST_AUTO_TEST_CASE(closed_enums_reject_an_undocumented_value) {
    auto e = good();
    e.shade = feishu::open<colour>::from_wire("blue");
    expect(only(e, {.closed_enums = true}), "shade", rule::enumerator, 0, 0);
}

BOOST_AUTO_TEST_CASE(closed_enums_take_documented_and_absent_values) {
    auto e = good();
    BOOST_TEST(check(e, {.closed_enums = true}).empty());
    e.shade = {};
    BOOST_TEST(check(e, {.closed_enums = true}).empty());
}

BOOST_AUTO_TEST_CASE(a_deduced_member_is_checked_only_when_it_is_there) {
    auto e = good();
    BOOST_TEST(check(e).empty());
    e.worked_out = std::string("abcd");
    expect(only(e), "worked_out", rule::max_characters, 3, 4);
}

BOOST_AUTO_TEST_CASE(an_optional_member_is_checked_only_when_it_is_there) {
    auto e = good();
    BOOST_TEST(check(e).empty());
    e.maybe.emplace(std::string());
    expect(only(e), "maybe", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_CASE(all_broken_rules_are_reported_in_member_order) {
    auto e = good();
    e.number = 0;
    e.text = std::string();
    e.plain = bad_utf8;
    auto const found = check(e);
    BOOST_TEST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found[0].field == "text");
    BOOST_TEST(found[1].field == "number");
    BOOST_TEST(found[2].field == "plain");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_utf8)

BOOST_AUTO_TEST_CASE(a_received_enum_value_that_is_not_utf8_is_reported) {
    auto e = good();
    e.shade = feishu::open<colour>::from_wire(bad_utf8);
    expect(only(e), "shade", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(a_string_that_is_not_utf8_is_reported_with_the_byte) {
    auto e = good();
    e.plain = bad_utf8;
    auto const v = only(e);
    expect(v, "plain", rule::utf8, 0, 2);
    BOOST_TEST(v.message() == "is not valid UTF-8 at byte 2");
}

BOOST_AUTO_TEST_CASE(a_required_string_is_checked) {
    auto e = good();
    e.needed = bad_utf8;
    expect(only(e), "needed", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_not_utf8_is_not_counted) {
    auto e = good();
    e.text = std::string("\xFF");
    expect(only(e), "text", rule::utf8, 0, 0);
}

BOOST_AUTO_TEST_CASE(an_id_is_checked) {
    auto e = good();
    e.id = bad_utf8;
    expect(only(e), "id", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(entries_of_lists_are_checked) {
    auto e = good();
    e.list = std::vector<std::string>{"a", bad_utf8};
    expect(only(e), "list[1]", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(entries_of_vectors_are_checked) {
    auto e = good();
    e.names = {"a", "b", bad_utf8};
    expect(only(e), "names[2]", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(keys_of_maps_are_checked) {
    auto e = good();
    e.map[bad_utf8] = "x";
    expect(only(e), "map", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(values_of_maps_are_checked) {
    auto e = good();
    e.map["key"] = bad_utf8;
    expect(only(e), "map.key", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(strings_in_free_json_are_checked) {
    auto e = good();
    e.free = bad_utf8;
    expect(only(e), "free", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(nested_strings_in_free_json_are_reported_with_their_path) {
    auto e = good();
    e.free = {{"a", {1, {{"b", bad_utf8}}}}};
    expect(only(e), "free.a[1].b", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(keys_in_free_json_are_checked) {
    auto e = good();
    e.free_object[bad_utf8] = 1;
    expect(only(e), "free_object", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(a_json_document_in_a_string_is_checked) {
    auto e = good();
    e.document = bad_utf8;
    expect(only(e), "document", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_CASE(a_file_name_is_checked) {
    auto e = good();
    e.file = feishu::from_bytes("x", bad_utf8);
    expect(only(e), "file", rule::utf8, 0, 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_uploads)

BOOST_AUTO_TEST_CASE(an_upload_without_a_source_is_reported) {
    auto e = good();
    e.file = {};
    expect(only(e), "file", rule::other, 0, 0);
    BOOST_TEST(only(e).message() == "has no source: use feishu::from_path or feishu::from_bytes");
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_reported_with_its_path) {
    auto e = good();
    e.file = feishu::from_path("no/such/file.pdf");
    expect(only(e), "file", rule::other, 0, 0);
    BOOST_TEST(only(e).message() == "cannot be read from no/such/file.pdf");
}

BOOST_AUTO_TEST_CASE(an_empty_upload_is_reported) {
    auto e = good();
    e.file = feishu::from_bytes("", "x.txt");
    BOOST_TEST(only(e).message() == "is empty");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_free_json)

BOOST_AUTO_TEST_CASE(a_number_that_json_cannot_represent_is_reported) {
    auto e = good();
    e.free = {{"a", {1.5, std::numeric_limits<double>::infinity()}}};
    expect(only(e), "free.a[1]", rule::other, 0, 0);
    BOOST_TEST(only(e).message() == "is not a finite number");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_paths)

BOOST_AUTO_TEST_CASE(a_member_of_an_entry_of_a_member_is_reported_with_its_whole_path) {
    tree t;
    t.a.b.resize(3);
    t.a.b[2].c = std::string("abcd");
    expect(only(t), "a.b[2].c", rule::max_characters, 3, 4);
}

BOOST_AUTO_TEST_CASE(a_member_of_a_member_is_reported_with_a_dot) {
    tree t;
    t.a.single.c = std::string();
    expect(only(t), "a.single.c", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_CASE(a_member_of_a_map_entry_is_reported_with_the_key) {
    tree t;
    t.named["key"].c = std::string();
    expect(only(t), "named.key.c", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_CASE(an_optional_adds_nothing_to_the_path) {
    tree t;
    t.maybe.emplace().b.resize(1);
    t.maybe->b[0].c = std::string();
    expect(only(t), "maybe.b[0].c", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_across_fields)

BOOST_AUTO_TEST_CASE(rules_across_fields_are_evaluated) {
    auto const v = only(between{.low = 2, .high = 1});
    BOOST_TEST(v.field == "low");
    BOOST_TEST((v.rule == rule::other));
    BOOST_TEST(v.message() == "is above high");
}

BOOST_AUTO_TEST_CASE(rules_of_nested_structs_report_the_whole_path) {
    auto const v = only(holds_between{.ranges = {{}, {.low = 5, .high = 1}}});
    BOOST_TEST(v.field == "ranges[1].low");
}

BOOST_AUTO_TEST_CASE(problems_of_typed_content_are_reported_below_the_member) {
    auto e = good();
    e.document = field::json_text::escaped_content("text", "x", {{.field = "text", .rule = rule::min_characters, .limit = 1}});
    expect(only(e), "document.text", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validate_endpoints)

BOOST_AUTO_TEST_CASE(an_empty_path_parameter_is_reported) {
    expect(only(im::message::get{.message_id = ""}), "message_id", rule::min_characters, 1, 0);
}

BOOST_AUTO_TEST_CASE(a_path_parameter_that_would_leave_its_segment_is_reported) {
    for (char const* climbing : {".", ".."}) {
        auto const v = only(im::message::get{.message_id = climbing});
        expect(v, "message_id", rule::other, 0, 0);
        BOOST_TEST(v.message() == "must not be \".\" or \"..\"");
    }
}

BOOST_AUTO_TEST_CASE(an_absent_path_parameter_is_reported_once) {
    auto const request = feishu::detail::unchecked_construct::make<im::message::get>();
    expect(only(request), "message_id", rule::required, 0, 0);
}

BOOST_AUTO_TEST_CASE(the_error_names_endpoint_and_first_field_and_keeps_all_violations) {
    im::message::urgent_app const request{.message_id = "", .user_id_list = std::vector<std::string>(201, "ou_1")};
    auto const done = feishu::validate(request);
    BOOST_TEST_REQUIRE(done.has_error());
    auto const e = done.error();
    BOOST_TEST((e.kind == feishu::error_kind::validation));
    BOOST_TEST(e.endpoint == "im.v1.message.urgent_app");
    BOOST_TEST(e.field == "user_id_list");
    BOOST_TEST(e.message == "user_id_list has 201 items, at most 200 are allowed");
    BOOST_TEST(e.violations.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_error_of_a_struct_that_is_not_an_endpoint_names_no_endpoint) {
    auto const done = feishu::validate(between{.low = 2, .high = 1});
    BOOST_TEST(done.error().endpoint == "");
    BOOST_TEST(done.error().message == "low is above high");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
