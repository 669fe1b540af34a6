#include "spec.hpp"

using namespace test;

BOOST_AUTO_TEST_CASE(keywords_get_an_underscore) {
    auto const made =
        request(R"("delete":{"type":"string"},"operator":{"type":"string"},"default":{"type":"string"},
        "co_await":{"type":"string"},"and":{"type":"string"})");
    for (std::string const name : {"delete_", "operator_", "default_", "co_await_", "and_"})
        BOOST_TEST(has(made, "std::optional<std::string> " + name + "{};"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(send, (), (delete_, operator_, default_, co_await_, and_))"));
}

BOOST_AUTO_TEST_CASE(macros_of_every_program_get_an_underscore) {
    auto const made = request(R"("errno":{"type":"integer"},"EOF":{"type":"boolean"})");
    BOOST_TEST(has(made, "std::optional<int> errno_{}; std::optional<bool> EOF_{};"));
}

BOOST_AUTO_TEST_CASE(members_named_like_parts_of_an_endpoint_get_an_underscore) {
    auto const made = request(R"("spec":{"type":"string"},"response":{"type":"string"})");
    BOOST_TEST(has(made, "std::optional<std::string> spec_{}; std::optional<std::string> response_{};"));
    BOOST_TEST(has(reply(R"("spec":{"type":"string"})"), "struct response { std::string spec; };"));
}

BOOST_AUTO_TEST_CASE(names_that_are_no_identifiers_get_readable_ones) {
    std::pair<std::string, std::string> const names[] = {
        {"1st", "value_1st"}, {"x-y", "x_y"}, {"", "value"}, {"a b", "a_b"},   {"a_", "a"},
        {"a__b", "a_b"},      {"_Upper", "Upper"}, {"__x", "x"}, {"näme", "n_me"}, {"zh-CN", "zh_CN"}};
    for (auto const& [name, symbol] : names) {
        auto const made = request("\"" + name + R"(":{"type":"string"})");
        BOOST_TEST(has(made, "member == \"" + symbol + "\" ? \"" + name + "\" : "));
        BOOST_TEST(has(made, "std::optional<std::string> " + symbol + "{};"));
    }
}

BOOST_AUTO_TEST_CASE(readable_names_that_are_taken_are_numbered) {
    auto const made = request(R"("a-b":{"type":"string"},"a.b":{"type":"string"},"a_b":{"type":"integer"})");
    BOOST_TEST(has(made, "std::optional<std::string> a_b_2{}; std::optional<std::string> a_b_3{}; "
                         "std::optional<int> a_b{};"));
}

BOOST_AUTO_TEST_CASE(an_odd_name_of_a_parameter_is_readable) {
    auto const made = header(endpoint(R"("parameters":[{"name":"page-size","in":"query","schema":{"type":"integer"}}])"));
    BOOST_TEST(has(made, R"(.query = {"page-size"},)"));
    BOOST_TEST(has(made, "std::optional<int> page_size{};"));
}

BOOST_AUTO_TEST_CASE(members_of_one_name_in_path_query_and_body_are_told_apart) {
    auto const made = header(endpoint(R"("parameters":[{"name":"id","in":"query","schema":{"type":"integer"}},
        {"name":"id","in":"path","required":true,"schema":{"type":"string"}}],)" + body(R"("id":{"type":"boolean"})"),
                                      "", "/open-apis/x/{id}"));
    BOOST_TEST(has(made, "field::required<std::string> id; std::optional<int> query_id{}; std::optional<bool> body_id{};"));
    BOOST_TEST(has(made, R"(member == "query_id" ? "id" : member == "body_id" ? "id" : )"));
    BOOST_TEST(has(made, R"(static constexpr location member_location(std::string_view member, location usual) { )"
                         R"(return member == "id" ? location::path : member == "query_id" ? location::query : )"
                         R"(member == "body_id" ? location::body : usual; })"));
}

BOOST_AUTO_TEST_CASE(x_feishu_name_names_members_and_parameters_in_cpp) {
    auto const made =
        header(endpoint(R"("parameters":[{"name":"page-size","x-feishu-name":"page_size","in":"query",
        "schema":{"type":"integer"}}],)" +
                        body(R"("zh-CN":{"type":"string","x-feishu-name":"zh_cn"},
        "inner":{"type":"object","properties":{"X-Req":{"type":"string","x-feishu-name":"request"}}})")));
    BOOST_TEST(has(made, R"(.query = {"page-size"},)"));
    BOOST_TEST(has(made, "std::optional<int> page_size{}; std::optional<std::string> zh_cn{};"));
    BOOST_TEST(has(made,
                   R"(wire_name(std::string_view member) { return member == "page_size" ? "page-size" : )"
                   R"(member == "zh_cn" ? "zh-CN" : feishu::reflect::wire_name(member); })"));
    BOOST_TEST(has(made, R"(return member == "request" ? "X-Req" : feishu::reflect::wire_name(member); })"));
}

BOOST_AUTO_TEST_CASE(x_feishu_name_is_an_identifier) {
    BOOST_TEST(has(problem(endpoint(body(R"("a":{"type":"string","x-feishu-name":"a b"})"))),
                   in_body + "/properties/a/x-feishu-name: \"a b\" is not a C++ identifier"));
    BOOST_TEST(has(problem(schemas(R"("a":{"type":"string","x-feishu-name":"a b"})")),
                   "x/v1/y.json#/components/schemas/a/x-feishu-name: \"a b\" is not a C++ identifier"));
}

BOOST_AUTO_TEST_CASE(names_that_are_not_on_the_wire_become_identifiers) {
    BOOST_TEST(has(header(texts{{"x/v1/my-file.json", document(R"("paths":{})")}}, "x/v1/my-file.hpp"),
                   "namespace feishu::x::v1::my_file {"));
    auto const made = header(document(R"("components":{"schemas":{
        "Pet.Dog":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/a~1b"}}},
        "a/b":{"type":"string","enum":["x"]},"c":{"x-feishu-name":"d","type":"string","enum":["x"]}}})"));
    BOOST_TEST(has(made, "struct Pet_Dog { open<feishu::x::v1::y::a_b> next; };"));
    BOOST_TEST(has(made, "enum class d { x };"));
    BOOST_TEST(has(request(R"("a":{"title":"Two words","type":"object","properties":{"b":{}}})"),
                   "std::optional<Two_words> a{};"));
}

BOOST_AUTO_TEST_CASE(schemas_that_get_the_same_name_are_refused) {
    BOOST_TEST(has(problem(schemas(R"("a-b":{"type":"string"},"a_b":{"type":"string"})")),
                   "x/v1/y.json#/components/schemas/a-b: is called a_b in C++, as another schema"));
}

BOOST_AUTO_TEST_CASE(an_operation_is_the_last_part_of_its_id) {
    auto const text = [](std::string const& id) {
        return document(R"("paths":{"/open-apis/x":{"get":{"operationId":")" + id +
                        R"(","responses":{"200":{}}}}})");
    };
    BOOST_TEST(has(header(text("x.v1.y.delete")), "struct delete_ {"));
    std::string const here = "x/v1/y.json#/paths/~1open-apis~1x/get/operationId: ";
    BOOST_TEST(has(header(text("list-all")), R"(struct list_all { static constexpr endpoint_spec spec{ .id = "x.v1.y.list_all",)"));
    BOOST_TEST(has(header(text("x.v1.y.")), "struct value {"));
}

BOOST_AUTO_TEST_CASE(two_operations_of_one_name_are_refused) {
    auto const made = problem(
        document(R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}}},
        "post":{"operationId":"x.v1.y.get","responses":{"200":{}}}}})"));
    BOOST_TEST(
        made ==
        "x/v1/y.json#/paths/~1open-apis~1x/post/operationId: a second \"get\" in one place; rename one");
}

BOOST_AUTO_TEST_CASE(an_operation_and_a_shared_type_of_one_name_are_refused) {
    auto const made =
        problem(document(R"("components":{"schemas":{"get":{"type":"object","properties":{"a":{}}}}},
        "paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}}}}})"));
    BOOST_TEST(has(made, "/get/operationId: a second \"get\" in one place; rename one"));
}

BOOST_AUTO_TEST_CASE(a_nested_struct_whose_name_is_taken_is_numbered) {
    std::string const object = R"({"type":"object","properties":{"a":{}}})";
    auto const list = [&](std::string const& name) {
        return "\"" + name + R"(":{"type":"array","items":)" + object + "}";
    };
    BOOST_TEST(has(request(list("users") + R"(,"user":{"type":"string"})"), "field::list<user_2> users{};"));
    BOOST_TEST(has(request(list("sends")), "field::list<send_2> sends{};"));
    BOOST_TEST(has(request(list("responses")), "field::list<response_2> responses{};"));
    BOOST_TEST(has(request(list("stds")), "field::list<std_2> stds{};"));
    BOOST_TEST(has(request(R"("a":)" + object + R"(,"a_data":)" + object),
                   "std::optional<a_data_2> a{}; std::optional<a_data_data> a_data{};"));
}

BOOST_AUTO_TEST_CASE(a_title_that_is_taken_is_numbered) {
    std::string const object = R"({"title":"user","type":"object","properties":{"a":{}}})";
    auto const made = request(R"("a":)" + object + R"(,"b":)" + object + R"(,"user":{"type":"string"})");
    BOOST_TEST(has(made, "std::optional<user_2> a{}; std::optional<user_3> b{}; std::optional<std::string> user{};"));
}

BOOST_AUTO_TEST_CASE(namespaces_that_generated_code_needs_are_refused) {
    BOOST_TEST(problem(texts{{"std/v1/y.json", document(R"("paths":{})")}}) ==
               "std/v1/y.json#: \"std\" is a namespace that generated code needs");
    BOOST_TEST(problem(schemas(R"("boost":{"type":"string","enum":["a"]})")) ==
               "x/v1/y.json#/components/schemas/boost: \"boost\" is a namespace that generated code needs; "
               "rename one");
}

BOOST_AUTO_TEST_CASE(an_enum_named_like_a_resource_is_refused) {
    auto const made = problem(texts{{"x/v1/models.json", schemas(R"("y":{"type":"string","enum":["a"]})")},
                                    {"x/v1/y.json", endpoint("")}});
    BOOST_TEST(made ==
               "x/v1/models.json#/components/schemas/y: has the name of a namespace, because of x/v1/y.json; "
               "rename one");
}

BOOST_AUTO_TEST_CASE(names_of_the_library_that_a_member_hides_are_qualified) {
    auto const made = request(
        R"("field":{"type":"string","maxLength":1},"unix_millis":{"type":"string","format":"unix-millis"},
        "verb":{"type":"string"},"token":{"type":"string"},"endpoint_spec":{"type":"string"})",
        R"("field")");
    BOOST_TEST(has(made, "feishu::field::required<feishu::field::text<0, 1>> field;"));
    BOOST_TEST(has(made, "feishu::unix_millis unix_millis{};"));
    BOOST_TEST(has(made, ".method = feishu::verb::post"));
    BOOST_TEST(has(made, "static constexpr feishu::endpoint_spec spec{"));
}

BOOST_AUTO_TEST_CASE(names_of_the_library_that_a_resource_hides_are_qualified) {
    auto const made = header(texts{{"x/v1/field.json", endpoint(body(R"("a":{"type":"string"})", R"("a")"))}},
                             "x/v1/field.hpp");
    BOOST_TEST(has(made, "namespace feishu::x::v1::field {"));
    BOOST_TEST(has(made, "feishu::field::required<std::string> a;"));
}

BOOST_AUTO_TEST_CASE(another_root_namespace_qualifies_everything) {
    codegen::emit_options const options{.root = "acme", .include = "acme/api"};
    auto const made = header(
        texts{{"x/v1/y.json",
               endpoint(body(R"("a":{"type":"string","format":"chat_id"})", R"("a")") +
                        R"(,"security":[{"tenant_access_token":["a"]}],"x-feishu-app-types":["custom"])")},
              {"common.json", schemas(R"("e":{"type":"string","enum":["a"]})")}},
        "x/v1/y.hpp", options);
    BOOST_TEST(has(made, "Generated by feishu-codegen from x/v1/y.json: edit that."));
    BOOST_TEST(has(made, "#include <acme/api/common.hpp>"));
    BOOST_TEST(has(made, "namespace acme::x::v1::y {"));
    BOOST_TEST(has(made, "static constexpr feishu::endpoint_spec spec{"));
    BOOST_TEST(has(made, ".tokens = feishu::token::tenant, .scopes = {feishu::any_of(\"a\")}, "
                         ".app_types = feishu::app_type::custom"));
    BOOST_TEST(has(made, "feishu::field::required<feishu::chat_id> a;"));
}

BOOST_AUTO_TEST_CASE(a_title_of_several_lines_stays_in_its_comment) {
    BOOST_TEST(has(header(R"({"openapi":"3.1.0","info":{"title":"One\n#error","version":"1"}})"),
                   "#pragma once // One #error. Generated from codegen/specs/x/v1/y.json"));
}
