#include "spec.hpp"

using namespace test;

namespace {

std::string wrong_limit(std::string const& schema) { return problem(endpoint(body(R"("a":)" + schema))); }

std::string integers(int count) {
    std::string out;
    for (int i = 1; i <= count; ++i)
        out += (i == 1 ? "\"m" : ",\"m") + std::to_string(i) + R"(":{"type":"integer"})";
    return out;
}

/// `text` `count` times, numbered where it says #.
std::string times(int count, std::string const& text) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += i == 0 ? "" : ",";
        for (char const c : text)
            out += c == '#' ? std::to_string(i) : std::string(1, c);
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_struct_may_have_any_number_of_members) {
    for (auto const& made : {reply(integers(53)), reply(integers(300))}) {
        BOOST_TEST(has(made, "struct response { int m1 = 0;"));
        BOOST_TEST(has(made, "reflect::member_list<\"m1, m2,"));
        BOOST_TEST(has(made, "&send::response::m53"));
    }
    BOOST_TEST(has(request(integers(53)), "struct send { static constexpr endpoint_spec spec{"));
}

BOOST_AUTO_TEST_CASE(limits_that_nothing_keeps_are_refused) {
    struct {
        std::string schema;
        std::string message;
    } const cases[] = {
        {R"({"type":"string","minLength":2,"maxLength":1})", "the lower limit is above the upper one"},
        {R"({"type":"array","items":{},"minItems":2,"maxItems":1})",
         "the lower limit is above the upper one"},
        {R"({"type":"integer","minimum":2,"maximum":1})", "the lower limit is above the upper one"},
        {R"({"type":"string","minLength":-1})", "a size is not negative"},
        {R"({"type":"array","items":{},"maxItems":-1})", "a size is not negative"},
        {R"({"type":"integer","format":"uint8","maximum":300})", "the limits of an uint8 are uint8 themselves"},
        {R"({"type":"integer","format":"uint64","minimum":-1})", "the limits of an uint64 are uint64 themselves"},
        {R"({"type":"integer","format":"int32","minimum":-5000000000})",
         "the limits of an int32 are int32 themselves"},
    };
    for (auto const& [schema, message] : cases)
        BOOST_TEST(wrong_limit(schema) == in_body + "/properties/a: " + message);
    BOOST_TEST(wrong_limit(R"({"type":"integer","format":"int64","maximum":5000000000})") == "");
}

BOOST_AUTO_TEST_CASE(defaults_that_do_not_fit_are_refused) {
    struct {
        std::string schema;
        std::string message;
    } const cases[] = {
        {R"({"type":"integer","default":"1"})", "1 is not an int32"},
        {R"({"type":"integer","default":1.5})", "1.5E0 is not an int32"},
        {R"({"type":"integer","format":"int32","default":5000000000})", "5000000000 is not an int32"},
        {R"({"type":"integer","format":"int64","default":true})", "true is not an int64"},
        {R"({"type":"number","default":"x"})", "x is not a number"},
        {R"({"type":"integer","minimum":1,"default":0})", "0 is outside the limits"},
        {R"({"type":"number","maximum":1,"default":1.5})", "1.5E0 is outside the limits"},
        {R"({"type":"boolean","default":1})", "1 cannot be the default of this type"},
        {R"({"type":"string","default":1})", "1 cannot be the default of this type"},
        {R"({"type":"string","format":"unix-millis","default":"1"})",
         "\"1\" cannot be the default of this type"},
        {R"({"type":"string","maxLength":2,"default":"abc"})", "\"abc\" is outside the limits"},
        {R"({"type":"string","minLength":1,"default":""})", "\"\" is outside the limits"},
        {R"({"type":"array","items":{},"default":{}})", "{} cannot be the default of this type"},
        {R"({"type":"object","default":[]})", "[] cannot be the default of this type"},
    };
    for (auto const& [schema, message] : cases)
        BOOST_TEST(wrong_limit(schema) == in_body + "/properties/a/default: " + message);
    BOOST_TEST(wrong_limit(R"({"type":"string","maxLength":2,"default":"语言"})") == "");
}

BOOST_AUTO_TEST_CASE(a_default_that_is_no_value_of_its_enum_is_refused) {
    auto const found =
        problem(document(R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}},
        "parameters":[{"name":"k","in":"query","schema":{"$ref":"#/components/schemas/e","default":"c"}}]}}},
        "components":{"schemas":{"e":{"type":"string","enum":["a","b"]}}})"));
    BOOST_TEST(found ==
               "x/v1/y.json#/paths/~1open-apis~1x/get/parameters/0/schema/default: \"c\" is not one of the "
               "enum's values");
}

BOOST_AUTO_TEST_CASE(lists_longer_than_an_endpoint_spec_holds_are_arrays_beside_it) {
    auto const query = [](int n) {
        return R"("parameters":[)" + times(n, R"({"name":"p#","in":"query","schema":{"type":"string"}})") +
               "]";
    };
    BOOST_TEST(problem(endpoint(query(24))) == "");
    BOOST_TEST(has(header(endpoint(query(25))), ".query = all_query,"));
    auto const scopes = [](int n) { return R"("x-feishu-field-scopes":[)" + times(n, R"("s#")") + "]"; };
    BOOST_TEST(problem(endpoint(scopes(24))) == "");
    BOOST_TEST(has(header(endpoint(scopes(25))), ".field_scopes = all_field_scopes,"));
    auto const errors = [](int n) { return R"("x-feishu-errors":[)" + times(n, "#") + "]"; };
    BOOST_TEST(problem(endpoint(errors(64))) == "");
    auto const made = header(endpoint(errors(65)));
    BOOST_TEST(has(made, "static constexpr int all_errors[] = {0, 1, 2,"));
    BOOST_TEST(has(made, ".errors = all_errors,"));
}
