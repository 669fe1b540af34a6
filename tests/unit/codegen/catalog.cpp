#include "spec.hpp"

using namespace test;

namespace {

texts const two_projects{{"a/v1/x.json", endpoint("")},
                         {"b/v1/x.json", endpoint("")},
                         {"b/v1/y.json", endpoint("")},
                         {"b/v1/models.json", schemas(R"("m":{"type":"object","properties":{"s":{}}})")}};

} // namespace

BOOST_AUTO_TEST_CASE(each_project_and_everything_have_a_header) {
    auto const made = codegen::emit_all(codegen::library::parse(two_projects), {});
    std::string names;
    for (auto const& [name, text] : made.structs)
        names += name + " ";
    BOOST_TEST(names == "a/all.hpp a/v1/x.hpp all.hpp b/all.hpp b/v1/models.hpp b/v1/x.hpp b/v1/y.hpp ");
    auto const all = squeezed(made.structs.at("all.hpp"));
    BOOST_TEST(has(all, "#include <feishu/generated/a/v1/x.hpp> #include <feishu/generated/b/v1/x.hpp> #include "
                        "<feishu/generated/b/v1/y.hpp>"));
    BOOST_TEST(has(
        all, "using all = catalog<feishu::a::v1::x::send, feishu::b::v1::x::send, feishu::b::v1::y::send>;"));
    auto const b = squeezed(made.structs.at("b/all.hpp"));
    BOOST_TEST(
        has(b, "namespace feishu::b { /// Every endpoint. using all = catalog<feishu::b::v1::x::send, "));
}

BOOST_AUTO_TEST_CASE(the_same_specs_give_the_same_headers) {
    auto const once = codegen::emit_all(codegen::library::parse(two_projects), {});
    auto const again = codegen::emit_all(codegen::library::parse(two_projects), {});
    BOOST_TEST((once == again));
}

BOOST_AUTO_TEST_CASE(a_catalog_of_another_root_names_the_librarys_templates) {
    codegen::emit_options const options{.root = "acme", .include = "acme/api"};
    auto const all = header(two_projects, "all.hpp", options);
    BOOST_TEST(has(all, "#include <acme/api/a/v1/x.hpp>"));
    BOOST_TEST(
        has(all, "namespace acme { /// Every endpoint. using all = feishu::catalog<acme::a::v1::x::send,"));
    BOOST_TEST(has(all, "using all_events = feishu::event_catalog<>;"));
}

BOOST_AUTO_TEST_CASE(a_file_in_the_place_of_a_catalog_is_refused) {
    for (std::string const name : {"all.json", "x/all.json"})
        BOOST_TEST(problem(texts{{name, endpoint("")}}) ==
                   name + "#: all.hpp is the header of everything; rename the file");
    BOOST_TEST(problem(texts{{"x/v1/all.json", endpoint("")}}) == "");
}

BOOST_AUTO_TEST_CASE(an_api_header_joins_structs_and_the_rules_written_by_hand) {
    codegen::emit_options const options{.api_include = "feishu/api", .rules = FEISHU_RULES};
    auto const made = codegen::emit_all(
        codegen::library::parse({{"im/v1/message.json", endpoint("")}, {"im/v1/nothing.json", endpoint("")}}), options);
    BOOST_TEST(squeezed(made.api.at("im/v1/message.hpp"))
                   .ends_with("#include <feishu/generated/im/v1/message.hpp> "
                              "#include <feishu/rules/im/v1/message.hpp> "));
    BOOST_TEST(squeezed(made.api.at("im/v1/nothing.hpp")).ends_with("#include <feishu/generated/im/v1/nothing.hpp> "));
    BOOST_TEST(made.structs.at("im/v1/message.hpp").find("rules") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_api_header_brings_the_api_headers_of_what_its_structs_refer_to) {
    codegen::emit_options const options{.api_include = "feishu/api"};
    auto const made = codegen::emit_all(
        codegen::library::parse(
            {{"x/v1/y.json", endpoint(body(R"("m":{"$ref":"models.json#/components/schemas/m"})"))},
             {"x/v1/models.json", schemas(R"("m":{"type":"object","properties":{"s":{}}})")}}),
        options);
    BOOST_TEST(has(made.api.at("x/v1/y.hpp"),
                   "#include <feishu/api/x/v1/models.hpp>\n#include <feishu/generated/x/v1/y.hpp>\n"));
}

BOOST_AUTO_TEST_CASE(a_project_called_like_a_type_of_the_library_gets_an_underscore) {
    texts const files{{"bot/v3/info.json", endpoint("")}, {"event/v1/ip.json", endpoint("")}};
    BOOST_TEST(has(header(files, "bot/v3/info.hpp"), "namespace feishu::bot_::v3::info {"));
    BOOST_TEST(has(header(files, "bot/all.hpp"), "namespace feishu::bot_ {"));
    BOOST_TEST(has(header(files, "all.hpp"), "using all = catalog<feishu::bot_::v3::info::send, "
                                             "feishu::event_::v1::ip::send>;"));
    BOOST_TEST(has(header(files, "all.hpp"), "#include <feishu/generated/bot/v3/info.hpp>"));
}

BOOST_AUTO_TEST_CASE(the_table_lists_each_media_type_and_links_only_to_pages_that_exist) {
    auto const specs = codegen::library::parse({{"x/v1/y.json", endpoint(R"("requestBody":{"content":{
        "application/json":{"schema":{"type":"object"}},
        "application/x-www-form-urlencoded":{"schema":{"type":"object","title":"send_form"}}}})")}});
    auto const table = codegen::emit_table(specs);
    BOOST_TEST(has(table, "| `x.v1.y.send` | POST `/open-apis/x/v1/y` |  |\n"));
    BOOST_TEST(has(table, "| `x.v1.y.send_form` | POST `/open-apis/x/v1/y` |  |\n"));
}

BOOST_AUTO_TEST_CASE(the_table_lists_endpoints_and_events) {
    auto const specs = codegen::library::parse(
        {{"x/v1/y.json",
          document(
              R"("paths":{"/open-apis/x/{id}":{"delete":{"operationId":"x.v1.y.delete",
              "externalDocs":{"url":"https://d"},
              "security":[{"tenant_access_token":[]},{"user_access_token":[]}],"responses":{"200":{}}}}},
              "webhooks":{"x.done_v1":{"post":{"operationId":"x.v1.y.done","summary":"Done.",
              "externalDocs":{"url":"https://e"}}}})")}});
    auto const table = codegen::emit_table(specs);
    BOOST_TEST(has(table, "| [`x.v1.y.delete`](https://d) | DELETE `/open-apis/x/{id}` | tenant, user |\n"));
    BOOST_TEST(has(table, "| [`x.done_v1`](https://e) | Done. |\n"));
}
