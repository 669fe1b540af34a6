#include "spec.hpp"

using namespace test;

namespace {

std::string of(std::string const& schema) { return header(schemas(R"("e":)" + schema)); }
std::string wrong_enum(std::string const& schema) { return problem(schemas(R"("e":)" + schema)); }

std::string const here = "x/v1/y.json#/components/schemas/e";

} // namespace

BOOST_AUTO_TEST_CASE(an_enum_of_strings_has_its_values_as_symbols) {
    auto const made = of(R"({"type":"string","description":"Kinds.","enum":["p2p","group"]})");
    BOOST_TEST(has(made, "/// Kinds. enum class e { p2p, group }; "
                         "BOOST_DESCRIBE_ENUM(e, p2p, group)"));
}

BOOST_AUTO_TEST_CASE(values_that_are_keywords_get_an_underscore) {
    BOOST_TEST(
        has(of(R"({"type":"string","enum":["default","private"]})"), "enum class e { default_, private_ };"));
}

BOOST_AUTO_TEST_CASE(numbers_have_names_that_are_given_or_made) {
    auto const made = of(R"({"type":"integer","enum":[0,-1],"x-feishu-enum-names":["off","on"]})");
    BOOST_TEST(has(made, "enum class e : int { off = 0, on = -1 };"));
    BOOST_TEST(has(made, "constexpr bool feishu_wire_is_number(e) { return true; }"));
    BOOST_TEST(
        has(of(R"({"type":"integer","enum":[1,-1]})"), "enum class e : int { value_1 = 1, minus_1 = -1 };"));
}

BOOST_AUTO_TEST_CASE(names_of_odd_strings_are_mapped_to_the_wire) {
    auto const made = of(R"({"type":"string","enum":["a-b","1\""],"x-feishu-enum-names":["a_b","delete_"]})");
    BOOST_TEST(has(made, "enum class e { a_b, delete_ };"));
    BOOST_TEST(has(made, R"(case e::a_b: return "a-b"; case e::delete_: return "1\"";)"));
}

BOOST_AUTO_TEST_CASE(a_member_refers_to_an_enum_as_open) {
    auto const text = R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}},
        "parameters":[{"name":"k","in":"query","schema":{"$ref":"#/components/schemas/e","default":"new"}},
                      {"name":"l","in":"query","schema":{"$ref":"#/components/schemas/e"}}]}}},
        "components":{"schemas":{"e":{"type":"string","enum":["old","new"]}}})";
    auto const made = header(document(text));
    BOOST_TEST(has(made, "open<feishu::x::v1::y::e> k = feishu::x::v1::y::e::new_;"));
    BOOST_TEST(has(made, "open<feishu::x::v1::y::e> l{};"));
}

BOOST_AUTO_TEST_CASE(an_enum_default_in_a_body_is_documented_by_its_symbol) {
    auto const text = R"("paths":{"/open-apis/x":{"post":{"operationId":"x.v1.y.send","responses":{"200":{}},
        "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{
        "k":{"$ref":"#/components/schemas/e","default":"2"}}}}}}}}},
        "components":{"schemas":{"e":{"type":"string","enum":["1","2"],"x-feishu-enum-names":["one","two"]}}})";
    BOOST_TEST(has(header(document(text)), "/// Default: two. open<feishu::x::v1::y::e> k{};"));
}

BOOST_AUTO_TEST_CASE(an_enum_may_have_any_number_of_values) {
    auto const values = [](int count) {
        std::string out;
        for (int i = 1; i <= count; ++i)
            out += (i == 1 ? "\"v" : ",\"v") + std::to_string(i) + '"';
        return R"({"type":"string","enum":[)" + out + "]}";
    };
    BOOST_TEST(has(of(values(53)), "BOOST_DESCRIBE_ENUM_ENTRY(e, v53) BOOST_DESCRIBE_ENUM_END(e)"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_an_enum_is_said) {
    struct {
        std::string schema;
        std::string message;
    } const cases[] = {
        {R"({"type":"string","enum":["a","b","a"]})", "/enum: \"a\" is a duplicate"},
        {R"({"type":"integer","enum":[1,1],"x-feishu-enum-names":["a","b"]})", "/enum: \"1\" is a duplicate"},
        {R"({"type":"integer","enum":[1,2],"x-feishu-enum-names":["a","a"]})",
         "/x-feishu-enum-names: \"a\" is a duplicate"},
        {R"({"type":"string","enum":["delete","b"],"x-feishu-enum-names":["delete","delete_"]})",
         "/x-feishu-enum-names: \"delete_\" is a duplicate"},
        {R"({"type":"integer","enum":[1,2],"x-feishu-enum-names":["a"]})",
         "/x-feishu-enum-names: has 1 names for 2 values"},
        {R"({"type":"string","enum":["a",1]})", "/enum: 1 is not a string"},
        {R"({"type":"integer","enum":["a"]})", "/enum: \"a\" is not an int32"},
        {R"({"type":"integer","enum":[5000000000],"x-feishu-enum-names":["a"]})",
         "/enum: 5000000000 is not an int32"},
        {R"({"type":"number","enum":[1.5]})", "/type: an enum is of type string or integer"},
        {R"({"enum":["a",1]})", "/type: an enum is of type string or integer"},
        {R"({"enum":[]})", "/enum: needs a value"},
    };
    for (auto const& [schema, message] : cases)
        BOOST_TEST(wrong_enum(schema) == here + message);
}

BOOST_AUTO_TEST_CASE(values_that_are_no_identifiers_get_readable_symbols) {
    auto const made =
        of(R"({"type":"string","enum":["1st","x-y","","a_","a__b","_A","é","x_y","x y","+1"]})");
    BOOST_TEST(
        has(made, "enum class e { value_1st, x_y_2, value, a, a_b, A, value_2, x_y, x_y_3, plus_1 };"));
    BOOST_TEST(has(made, R"(case e::x_y_2: return "x-y"; case e::value: return "";)"));
}

BOOST_AUTO_TEST_CASE(the_type_of_an_enum_may_be_omitted) {
    BOOST_TEST(has(of(R"({"enum":["a",null]})"), "enum class e { a };"));
    BOOST_TEST(has(of(R"({"enum":[3]})"), "enum class e : int { value_3 = 3 };"));
}

BOOST_AUTO_TEST_CASE(an_inline_enum_is_named_after_its_place) {
    auto const made = request(R"("kind":{"type":"string","enum":["a","b"],"description":"Kinds."},
        "inner":{"type":"object","properties":{"kind":{"type":"integer","enum":[1]}}},
        "kinds":{"type":"array","items":{"enum":["c"]}})");
    BOOST_TEST(has(made, "/// Kinds. enum class kind { a, b };"));
    BOOST_TEST(has(made, "enum class inner_kind : int { value_1 = 1 };"));
    BOOST_TEST(has(made, "enum class kinds { c };"));
    BOOST_TEST(has(made, "/// Kinds. open<feishu::x::v1::y::kind> kind{};"));
    BOOST_TEST(has(made, "open<feishu::x::v1::y::inner_kind> kind{};"));
    BOOST_TEST(has(made, "field::list<open<feishu::x::v1::y::kinds>> kinds{};"));
}

BOOST_AUTO_TEST_CASE(equal_inline_enums_are_one) {
    auto const made = request(R"("kind":{"enum":["a","b"]},
        "inner":{"type":"object","properties":{"kind":{"enum":["a","b"]}}})");
    BOOST_TEST(made.find("inner_kind") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_inline_enum_can_be_named) {
    BOOST_TEST(has(request(R"("kind":{"enum":["a"],"x-feishu-name":"sort"})"), "enum class sort { a };"));
}
