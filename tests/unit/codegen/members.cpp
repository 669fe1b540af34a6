#include "spec.hpp"

using namespace test;

BOOST_AUTO_TEST_CASE(a_required_member_of_a_request_is_field_required) {
    BOOST_TEST(has(request(R"("a":{"type":"string"})", R"("a")"), "field::required<std::string> a;"));
}

BOOST_AUTO_TEST_CASE(a_member_that_may_be_left_out_is_optional) {
    auto const made = request(R"("a":{"type":"string"},"b":{"type":"boolean"},"c":{"type":"number"})");
    BOOST_TEST(has(made, "std::optional<std::string> a{};"));
    BOOST_TEST(has(made, "std::optional<bool> b{};"));
    BOOST_TEST(has(made, "std::optional<double> c{};"));
    BOOST_TEST(has(made, "#include <optional>"));
}

BOOST_AUTO_TEST_CASE(a_type_with_an_empty_state_of_its_own_needs_no_optional) {
    auto const made = request(
        R"("a":{"type":"array","items":{"type":"string"}},"t":{"type":"string","format":"unix-millis"})");
    BOOST_TEST(has(made, "field::list<std::string> a{};"));
    BOOST_TEST(has(made, "unix_millis t{};"));
}

BOOST_AUTO_TEST_CASE(a_default_of_a_parameter_is_the_members_initializer) {
    auto const made = header(endpoint(R"("parameters":[
        {"name":"s","in":"query","schema":{"type":"string","default":"a\"b"}},
        {"name":"i","in":"query","schema":{"type":"integer","default":-3}},
        {"name":"n","in":"query","schema":{"type":"number","default":0.5}},
        {"name":"b","in":"query","schema":{"type":"boolean","default":false}},
        {"name":"l","in":"query","schema":{"type":"integer","minimum":1,"maximum":50,"default":20}}])"));
    BOOST_TEST(has(made, R"(std::string s = "a\"b";)"));
    BOOST_TEST(has(made, "int i = -3;"));
    BOOST_TEST(has(made, "double n = 5E-1;"));
    BOOST_TEST(has(made, "bool b = false;"));
    BOOST_TEST(has(made, "field::number<int, 1, 50> l = 20;"));
}

BOOST_AUTO_TEST_CASE(a_default_in_a_body_is_documented_and_not_sent) {
    auto const made = request(R"("s":{"type":"string","default":"a\"b","description":"A text."},
        "i":{"type":"integer","default":-3},"b":{"type":"boolean","default":false},
        "l":{"type":"integer","minimum":1,"maximum":50,"default":20})");
    BOOST_TEST(has(made, R"(/// A text. Default: "a\"b". std::optional<std::string> s{};)"));
    BOOST_TEST(has(made, "/// Default: -3. std::optional<int> i{};"));
    BOOST_TEST(has(made, "/// Default: false. std::optional<bool> b{};"));
    BOOST_TEST(has(made, "/// Default: 20. std::optional<field::number<int, 1, 50>> l{};"));
}

BOOST_AUTO_TEST_CASE(a_default_that_is_a_list_or_an_object_is_documented) {
    auto const made = request(R"("l":{"type":"array","items":{"type":"string"},"default":["a"]},
        "o":{"type":"object","default":{"b":1}})");
    BOOST_TEST(has(made, R"(/// Default: ["a"]. field::list<std::string> l{};)"));
    BOOST_TEST(has(made, R"(/// Default: {"b":1}. std::optional<boost::json::value> o{};)"));
}

BOOST_AUTO_TEST_CASE(a_list_that_is_the_default_of_a_parameter_initializes_its_member) {
    auto const with = [](std::string const& items, std::string const& value) {
        return endpoint(R"("parameters":[{"name":"l","in":"query","schema":{"type":"array","items":)" + items +
                        R"(,"default":)" + value + "}}]");
    };
    BOOST_TEST(has(header(with(R"({"type":"string"})", R"(["a","b"])")), R"(field::list<std::string> l = {"a", "b"};)"));
    BOOST_TEST(has(header(with(R"({"type":"integer"})", "[1]")), "field::list<int> l = {1};"));
    BOOST_TEST(has(header(with(R"({"enum":["a","b"]})", R"(["b"])")),
                   "l = {feishu::x::v1::y::l::b};"));
    BOOST_TEST(problem(with(R"({"type":"integer"})", R"(["a"])")) ==
               in_operation + "/parameters/0/schema/default: a is not an int32");
}

BOOST_AUTO_TEST_CASE(a_default_inside_an_object_of_a_body_is_documented_and_not_sent) {
    auto const made =
        request(R"("o":{"type":"object","properties":{"b":{"type":"boolean","default":true}}})");
    BOOST_TEST(has(made, "struct o_data { /// Default: true. std::optional<bool> b{}; };"));
}

BOOST_AUTO_TEST_CASE(a_required_member_of_a_body_keeps_its_type_beside_a_default) {
    auto const made = request(R"("s":{"type":"string","default":"a"})", R"("s")");
    BOOST_TEST(has(made, "field::required<std::string> s;"));
    BOOST_TEST(made.find("Default:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(limits_of_a_text_are_in_its_type) {
    auto const made =
        request(R"("a":{"type":"string","minLength":1,"maxLength":50},"b":{"type":"string","maxLength":9},
        "c":{"type":"string","minLength":2})",
                R"("a","b","c")");
    BOOST_TEST(has(made, "field::required<field::text<1, 50>> a;"));
    BOOST_TEST(has(made, "field::required<field::text<0, 9>> b;"));
    BOOST_TEST(has(made, "field::required<field::text<2>> c;"));
}

BOOST_AUTO_TEST_CASE(limits_of_a_list_are_in_its_type) {
    auto const made = request(R"("a":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"integer"}})");
    BOOST_TEST(has(made, "field::list<int, 1, 3> a{};"));
}

BOOST_AUTO_TEST_CASE(limits_of_a_number_are_in_its_type) {
    auto const made =
        request(R"("a":{"type":"integer","format":"int64","minimum":0},"b":{"type":"integer","maximum":9},
        "c":{"type":"number","minimum":0,"maximum":1})",
                R"("a","b","c")");
    BOOST_TEST(has(made, "field::required<field::number<std::int64_t, 0>> a;"));
    BOOST_TEST(has(made, "field::required<field::number<int, std::numeric_limits<int>::lowest(), 9>> b;"));
    BOOST_TEST(has(made, "field::required<field::number<double, 0.0, 1.0>> c;"));
    BOOST_TEST(has(made, "#include <cstdint> #include <limits>"));
}

BOOST_AUTO_TEST_CASE(formats_of_ids_are_strong_types) {
    auto const made = request(
        R"("a":{"type":"string","format":"chat_id"},"b":{"type":"string","format":"open_id","maxLength":64})",
        R"("a","b")");
    BOOST_TEST(has(made, "field::required<feishu::chat_id> a;"));
    BOOST_TEST(has(made, "field::required<field::id<feishu::open_id, 0, 64>> b;"));
}

BOOST_AUTO_TEST_CASE(times_are_typed) {
    auto const made = reply(
        R"("a":{"type":"string","format":"unix-millis"},"b":{"type":"string","format":"unix-seconds"})");
    BOOST_TEST(has(made, "unix_millis a; unix_seconds b;"));
}

BOOST_AUTO_TEST_CASE(json_in_a_string_is_json_text) {
    auto const made = request(
        R"("a":{"type":"string","format":"json"},"b":{"type":"string","format":"json","maxLength":100})");
    BOOST_TEST(has(made, "std::optional<field::json_text> a{};"));
    BOOST_TEST(has(made, "std::optional<field::json_text_of<0, 100>> b{};"));
}

BOOST_AUTO_TEST_CASE(formats_that_say_how_a_string_looks_are_strings) {
    BOOST_TEST(has(reply(R"("a":{"type":"string","format":"uri"})"), "std::string a;"));
}

BOOST_AUTO_TEST_CASE(a_file_in_a_form_is_an_upload) {
    auto const made =
        header(endpoint(R"("requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object",
        "properties":{"name":{"type":"string"},
        "file":{"type":"string","format":"binary"}},"required":["file"]}}}})"));
    BOOST_TEST(has(made, "field::required<field::upload> file;"));
}

BOOST_AUTO_TEST_CASE(a_map_keeps_its_keys) {
    auto const made = reply(R"("a":{"type":"object","additionalProperties":{"type":"integer"}})");
    BOOST_TEST(has(made, "std::map<std::string, int> a;"));
    BOOST_TEST(has(made, "#include <map>"));
}

BOOST_AUTO_TEST_CASE(a_schema_without_a_type_is_free_json) {
    auto const made = request(R"("a":{},"b":{"type":"object"})", R"("b")");
    BOOST_TEST(has(made, "std::optional<boost::json::value> a{};"));
    BOOST_TEST(has(made, "field::required<boost::json::value> b;"));
    BOOST_TEST(has(made, "#include <boost/json/value.hpp>"));
}

BOOST_AUTO_TEST_CASE(members_of_a_response_are_plain_and_initialized) {
    auto const made =
        reply(R"("a":{"type":"string","default":"x"},"b":{"type":"boolean"},"c":{"type":"integer"},
        "d":{"type":"array","items":{"type":"string"}})");
    BOOST_TEST(has(made, "std::string a; bool b = false; int c = 0; std::vector<std::string> d;"));
}

BOOST_AUTO_TEST_CASE(a_member_that_responses_often_lack_can_be_optional) {
    auto const made = reply(
        R"("a":{"type":"string","x-feishu-optional":true},"b":{"type":"boolean","x-feishu-optional":true},
        "o":{"type":"object","x-feishu-optional":true,"properties":{"c":{"type":"integer"}}},
        "d":{"type":"array","x-feishu-optional":true,"items":{"type":"string"}})");
    BOOST_TEST(has(made,
                   "std::optional<std::string> a{}; std::optional<bool> b{}; std::optional<o_data> o{}; "
                   "std::vector<std::string> d;"));
    BOOST_TEST(has(made, "#include <optional>"));
}

BOOST_AUTO_TEST_CASE(an_object_inside_is_a_nested_struct_named_after_its_member) {
    auto const made = reply(
        R"("owner":{"type":"object","description":"Who has it.","properties":{"name":{"type":"string"}}})");
    BOOST_TEST(has(made, "/// Who has it. struct owner_data { std::string name; };"));
    BOOST_TEST(has(made, "owner_data owner;"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(send::response::owner_data, (), (name))"));
}

BOOST_AUTO_TEST_CASE(an_entry_of_a_list_is_named_in_the_singular) {
    auto const made =
        reply(R"("users":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}},
        "address":{"type":"array","items":{"type":"object","properties":{"street":{"type":"string"}}}})");
    BOOST_TEST(has(made, "struct user { std::string name; };"));
    BOOST_TEST(has(made, "std::vector<user> users;"));
    BOOST_TEST(has(made, "std::vector<address_data> address;"));
}

BOOST_AUTO_TEST_CASE(a_title_names_the_nested_struct) {
    auto const made = reply(
        R"("users":{"type":"array","items":{"title":"person",
        "type":"object","properties":{"name":{"type":"string"}}}})");
    BOOST_TEST(has(made, "struct person { std::string name; };"));
    BOOST_TEST(has(made, "std::vector<person> users;"));
}

BOOST_AUTO_TEST_CASE(objects_nest_as_deep_as_the_spec_says) {
    auto const made =
        request(R"("a":{"type":"object","properties":{"b":{"type":"object","additionalProperties":
        {"type":"array","items":{"type":"object","properties":{"c":{"type":"integer"}}}}}}})");
    BOOST_TEST(has(made, "struct a_data { struct b_data { std::optional<int> c{}; };"));
    BOOST_TEST(has(made, "std::optional<std::map<std::string, field::list<b_data>>> b{};"));
    BOOST_TEST(
        has(made,
            "BOOST_DESCRIBE_STRUCT(send::a_data::b_data, (), (c))"));
}

BOOST_AUTO_TEST_CASE(an_object_with_properties_and_more_is_the_struct_of_its_properties) {
    auto const made =
        reply(R"("a":{"type":"object","properties":{"b":{"type":"integer"}},"additionalProperties":{}})");
    BOOST_TEST(has(made, "struct a_data { int b = 0; };"));
}

BOOST_AUTO_TEST_CASE(msg_type_beside_content_is_deduced_and_stands_behind_it) {
    auto const made = request(R"("msg_type":{"type":"string"},"content":{"type":"string","format":"json"},
        "inner":{"type":"object","properties":{"msg_type":{"type":"string"}}})",
                              R"("msg_type","content")");
    BOOST_TEST(
        has(made, "field::required<field::json_text> content; field::deduced<std::string> msg_type{};"));
    BOOST_TEST(has(made, "struct inner_data { std::optional<std::string> msg_type{}; };"));
}

BOOST_AUTO_TEST_CASE(descriptions_become_comments_that_stay_comments) {
    auto const made = codegen::emit_all(
        codegen::library::parse(
            {{"x/v1/y.json", endpoint(body(R"("a":{"type":"string","description":"One\ntwo  C:\\"})"))}}),
        {});
    BOOST_TEST(
        has(made.structs.at("x/v1/y.hpp"), "    /// One two C:\\.\n    std::optional<std::string> a{};\n"));
}

BOOST_AUTO_TEST_CASE(long_descriptions_are_broken_into_lines) {
    std::string words;
    for (int i = 0; i < 60; ++i)
        words += "word ";
    auto const made = codegen::emit_all(
        codegen::library::parse(
            {{"x/v1/y.json", endpoint(body(R"("a":{"type":"string","description":")" + words + R"("})"))}}),
        {});
    std::istringstream lines(made.structs.at("x/v1/y.hpp"));
    for (std::string line; std::getline(lines, line);)
        if (line.find("word") != std::string::npos)
            BOOST_TEST(line.size() <= 110u);
}

BOOST_AUTO_TEST_CASE(a_type_that_cannot_be_is_refused_with_its_place) {
    struct {
        std::string member;
        std::string message;
    } const cases[] = {
        {R"({"type":"text"})", "/type: \"text\" is not a type of JSON Schema"},
        {R"({"type":"string","format":"chat-id"})",
         "/format: \"chat-id\" is not a format that is known here; is `chat_id` meant?"},
        {R"({"type":"string","format":"unix-milis"})",
         "/format: \"unix-milis\" is not a format that is known here; is `unix-millis` meant?"},
        {R"({"type":"string","format":"binary"})",
         "/format: an upload is a property of a multipart/form-data body, nothing else"},
        {R"({"allOf":[]})", "/allOf: needs a schema"},
        {R"({"anyOf":[]})", "/anyOf: needs a schema"},
        {R"({"oneOf":[]})", "/oneOf: needs a schema"},
        {R"({"type":"object","properties":{},"required":["b"]})", ""}, // free JSON
    };
    for (auto const& [member, message] : cases)
        BOOST_TEST(problem(endpoint(body(R"("a":)" + member))) ==
                   (message.empty() ? "" : in_body + "/properties/a" + message));
}

BOOST_AUTO_TEST_CASE(a_required_property_that_is_not_there_is_refused) {
    BOOST_TEST(problem(endpoint(body(R"("a":{"type":"string"})", R"("b")"))) ==
               in_body + "/required: \"b\" is not a property");
}

