#include "spec.hpp"

using namespace test;

namespace {

std::string refer(std::string const& to) { return R"({"$ref":")" + to + R"("})"; }
std::string shared(std::string const& name) { return refer("#/components/schemas/" + name); }
std::string object(std::string const& properties) {
    return R"({"type":"object","properties":{)" + properties + "}}";
}

/// x/v1/y.json with a response of these properties, and x/v1/models.json.
std::string with_models(std::string const& properties, std::string const& models) {
    return header(
        texts{{"x/v1/y.json", endpoint("", data(properties))}, {"x/v1/models.json", schemas(models)}});
}

} // namespace

BOOST_AUTO_TEST_CASE(a_shared_type_is_declared_before_its_first_use) {
    auto const made =
        header(schemas(R"("a":)" + object(R"("b":)" + shared("b")) + R"(,"b":)" + object(R"("c":{})")));
    BOOST_TEST(made.find("struct b {") < made.find("struct a {"));
    BOOST_TEST(has(made, "feishu::x::v1::y::b b;"));
}

BOOST_AUTO_TEST_CASE(models_beside_a_resource_are_named_from_it) {
    auto const made =
        with_models(R"("a":)" + refer("models.json#/components/schemas/thing") + R"(,"b":)" +
                        refer("models.json#/components/schemas/kind"),
                    R"("thing":)" + object(R"("c":{})") + R"(,"kind":{"type":"string","enum":["k"]})");
    BOOST_TEST(has(made, "#include <feishu/generated/x/v1/models.hpp>"));
    BOOST_TEST(has(made, "model::thing a; open<v1::kind> b;"));
}

BOOST_AUTO_TEST_CASE(a_member_that_hides_a_namespace_makes_types_fully_qualified) {
    auto const made =
        with_models(R"("model":)" + refer("models.json#/components/schemas/thing") + R"(,"v1":)" +
                        refer("models.json#/components/schemas/kind"),
                    R"("thing":)" + object(R"("c":{})") + R"(,"kind":{"type":"string","enum":["k"]})");
    BOOST_TEST(has(made, "feishu::x::v1::model::thing model; open<feishu::x::v1::kind> v1;"));
}

BOOST_AUTO_TEST_CASE(types_of_another_project_are_named_in_full) {
    auto const made = header(
        texts{{"x/v1/y.json",
               endpoint("", data(R"("a":)" + refer("../../z/v2/models.json#/components/schemas/thing")))},
              {"z/v2/models.json", schemas(R"("thing":)" + object(R"("c":{})"))}});
    BOOST_TEST(has(made, "#include <feishu/generated/z/v2/models.hpp>"));
    BOOST_TEST(has(made, "feishu::z::v2::model::thing a;"));
}

BOOST_AUTO_TEST_CASE(types_of_common_json_are_in_the_root_namespace) {
    auto const made = header(texts{
        {"x/v1/y.json", endpoint("", data(R"("a":)" + refer("../../common.json#/components/schemas/kind")))},
        {"common.json", schemas(R"("kind":{"type":"string","enum":["k"]})")}});
    BOOST_TEST(has(made, "#include <feishu/generated/common.hpp>"));
    BOOST_TEST(has(made, "open<feishu::kind> a;"));
}

BOOST_AUTO_TEST_CASE(a_shared_type_without_members_of_its_own_is_written_out_where_it_is_used) {
    auto const made = with_models(R"("a":)" + refer("models.json#/components/schemas/names"),
                                  R"("names":{"type":"array","items":)" + shared("name") +
                                      R"(},"name":{"type":"string","maxLength":9})");
    BOOST_TEST(has(made, "std::vector<field::text<0, 9>> a;"));
}

BOOST_AUTO_TEST_CASE(a_body_may_be_a_shared_type_whose_references_are_followed_from_its_own_file) {
    auto const made =
        header(texts{{"x/v1/y.json", endpoint(R"("requestBody":{"content":{"application/json":{"schema":)" +
                                              refer("models.json#/components/schemas/whole") + "}}}")},
                     {"x/v1/models.json", schemas(R"("whole":)" + shared("real") + R"(,"real":)" +
                                                  object(R"("k":)" + shared("kind")) +
                                                  R"(,"kind":{"type":"string","enum":["k"]})")}});
    BOOST_TEST(has(made, "open<v1::kind> k{};"));
}

BOOST_AUTO_TEST_CASE(a_response_may_be_a_shared_type) {
    auto const made =
        header(texts{{"x/v1/y.json", endpoint("", R"({"type":"object","properties":{"data":)" +
                                                      refer("models.json#/components/schemas/thing") + "}}")},
                     {"x/v1/models.json", schemas(R"("thing":)" + object(R"("c":{})"))}});
    BOOST_TEST(has(made, "struct response : model::thing {};"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(send::response, (model::thing), ())"));
}

BOOST_AUTO_TEST_CASE(what_a_request_leads_to_may_be_left_out) {
    auto const files =
        texts{{"x/v1/y.json", endpoint(body(R"("a":)" + refer("models.json#/components/schemas/outer")))},
              {"x/v1/models.json", schemas(R"("outer":)" + object(R"("i":)" + shared("inner")) +
                                           R"(,"inner":)" + object(R"("s":{"type":"string"})") +
                                           R"(,"other":)" + object(R"("s":{"type":"string"})"))}};
    auto const made = header(files, "x/v1/models.hpp");
    BOOST_TEST(has(made, "struct inner { std::optional<std::string> s{}; };"));
    BOOST_TEST(has(made, "struct outer { std::optional<model::inner> i{}; };"));
    BOOST_TEST(has(made, "struct other { std::string s; };"));
}

BOOST_AUTO_TEST_CASE(a_reference_that_leads_nowhere_says_where_it_stands) {
    struct {
        std::string to;
        std::string message;
    } const cases[] = {
        {"#/components/schemas/b", "x/v1/y.json has no schema b"},
        {"models.json#/components/schemas/b", "there is no file x/v1/models.json"},
        {"../../z.json#/components/schemas/b", "there is no file z.json"},
        {"#/components/parameters/b", "\"#/components/parameters/b\" does not lead to #/components/schemas"},
        {"models.json", "\"models.json\" does not lead to #/components/schemas"},
    };
    for (auto const& [to, message] : cases)
        BOOST_TEST(problem(endpoint(body(R"("a":{"type":"array","items":)" + refer(to) + "}"))) ==
                   in_body + "/properties/a/items/$ref: " + message);
}

BOOST_AUTO_TEST_CASE(a_struct_may_hold_a_list_or_map_of_itself) {
    auto const made = header(schemas(R"("a":)" +
                                     object(R"("b":{"type":"array","items":)" + shared("a") +
                                            R"(},"c":{"type":"object","additionalProperties":)" +
                                            shared("a") + R"(},"d":)" + shared("l")) +
                                     R"(,"l":{"type":"array","items":)" + shared("a") + "}"));
    BOOST_TEST(has(made,
                   "struct a { std::vector<feishu::x::v1::y::a> b; "
                   "std::map<std::string, feishu::x::v1::y::a> c; std::vector<feishu::x::v1::y::a> d; };"));
}

BOOST_AUTO_TEST_CASE(a_struct_is_declared_before_a_list_of_it_that_has_a_name) {
    auto const made =
        header(schemas(R"("a":)" + object(R"("l":)" + shared("l")) + R"(,"l":{"type":"array","items":)" +
                       shared("z") + R"(},"z":)" + object(R"("c":{})")));
    BOOST_TEST(made.find("struct z {") < made.find("struct a {"));
}

BOOST_AUTO_TEST_CASE(a_struct_that_contains_itself_has_a_box) {
    auto const self = header(schemas(R"("a":)" + object(R"("b":)" + shared("a"))));
    BOOST_TEST(has(self, "#include <feishu/core/box.hpp>"));
    BOOST_TEST(has(self, "struct a { field::box<feishu::x::v1::y::a> b; };"));
    auto const two = header(schemas(R"("a":)" + object(R"("b":)" + shared("b")) + R"(,"b":)" + object(R"("a":)" + shared("a"))));
    BOOST_TEST(has(two, "struct a; struct b { field::box<feishu::x::v1::y::a> a; };"));
    BOOST_TEST(has(two, "struct a { feishu::x::v1::y::b b; };"));
}

BOOST_AUTO_TEST_CASE(structs_may_have_lists_and_maps_of_each_other) {
    auto const list = [](std::string const& name) { return R"({"type":"array","items":)" + shared(name) + "}"; };
    auto const made = header(schemas(R"("a":)" + object(R"("b":)" + list("b")) + R"(,"b":)" +
                                     object(R"("a":{"type":"object","additionalProperties":)" + shared("a") + "}")));
    BOOST_TEST(has(made, "struct b; struct a { std::vector<feishu::x::v1::y::b> b; };"));
    BOOST_TEST(has(made, "struct b { std::map<std::string, feishu::x::v1::y::a> a; };"));
    auto const mixed = header(schemas(R"("a":)" + object(R"("b":)" + list("b")) + R"(,"b":)" + object(R"("a":)" + shared("a"))));
    BOOST_TEST(has(mixed, "struct b; struct a { std::vector<feishu::x::v1::y::b> b; };"));
    BOOST_TEST(has(mixed, "struct b { feishu::x::v1::y::a a; };"));
}

BOOST_AUTO_TEST_CASE(references_that_go_round_in_a_circle_end) {
    auto const with = [](std::string const& types) {
        return problem(document(
            R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{"content":{
            "application/json":{"schema":{"properties":{
            "data":{"properties":{"m":{"$ref":"#/components/schemas/a"}}}}}}}}}}}},
            "components":{"schemas":{)" +
            types + "}}"));
    };
    BOOST_TEST(
        has(with(R"("a":)" + shared("a")), "/$ref: leads through too many types; does a contain itself?"));
    BOOST_TEST(has(with(R"("a":)" + shared("b") + R"(,"b":)" + shared("a")), "contain itself?"));
    BOOST_TEST(has(with(R"("a":{"type":"array","items":)" + shared("a") + "}"), "contain itself?"));
    BOOST_TEST(
        has(with(R"("a":{"type":"object","additionalProperties":)" + shared("a") + "}"), "contain itself?"));
}

BOOST_AUTO_TEST_CASE(a_body_that_refers_to_itself_is_refused) {
    auto const text =
        document(R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}},
        "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/a"}}}}}}},
        "components":{"schemas":{"a":{"$ref":"#/components/schemas/a"}}})");
    BOOST_TEST(has(problem(text), "/schema/$ref: leads through too many references"));
}

BOOST_AUTO_TEST_CASE(structs_in_structs_are_limited) {
    auto const chain = [](int length) {
        std::string types;
        for (int i = 0; i < length; ++i)
            types += R"("t)" + std::to_string(i) + R"(":)" +
                     object(R"("n":)" + shared("t" + std::to_string(i + 1))) + ",";
        return schemas(types + R"("t)" + std::to_string(length) + R"(":)" + object(R"("n":{})"));
    };
    BOOST_TEST(problem(chain(150)) == "");
    BOOST_TEST(has(problem(chain(5000)), ": structs contain each other more than 200 deep"));
}

BOOST_AUTO_TEST_CASE(a_long_chain_below_a_request_does_not_exhaust_the_stack) {
    std::string types;
    for (int i = 0; i < 20'000; ++i)
        types += R"("t)" + std::to_string(i) + R"(":)" + shared("t" + std::to_string(i + 1)) + ",";
    auto const text =
        document(R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}},
        "requestBody":{"content":{"application/json":{"schema":{
        "properties":{"a":{"$ref":"#/components/schemas/t0"}}}}}}}}},
        "components":{"schemas":{)" +
                 types + R"("t20000":{"type":"string"}}})");
    BOOST_TEST(has(problem(text), "leads through too many types"));
}

BOOST_AUTO_TEST_CASE(schemas_nested_deeper_than_the_reader_goes_are_refused) {
    std::string deep = R"({"type":"string"})";
    for (int i = 0; i < 1000; ++i)
        deep = R"({"type":"array","items":)" + deep + "}";
    BOOST_TEST(has(problem(schemas(R"("a":)" + deep)), "x/v1/y.json#: "));
}

BOOST_AUTO_TEST_CASE(files_that_refer_to_each_other_are_refused) {
    auto const files = texts{
        {"x/v1/models.json",
         schemas(R"("a":)" + object(R"("b":)" + refer("../v2/models.json#/components/schemas/b")) +
                 R"(,"c":)" + object(R"("d":{})"))},
        {"x/v2/models.json", schemas(R"("b":)" + object(R"("n":{})") + R"(,"e":)" +
                                     object(R"("c":)" + refer("../v1/models.json#/components/schemas/c")))}};
    BOOST_TEST(
        problem(files) ==
        "x/v1/models.json#: refers to a file that refers back to it; move what both need to a third one");
}

BOOST_AUTO_TEST_CASE(an_object_inside_a_shared_list_needs_a_name) {
    auto const found = problem(texts{
        {"x/v1/y.json", endpoint("", data(R"("a":)" + refer("models.json#/components/schemas/things")))},
        {"x/v1/models.json", schemas(R"("things":{"type":"array","items":)" + object(R"("b":{})") + "}")}});
    BOOST_TEST(found ==
               "x/v1/models.json#/components/schemas/things/items: an object inside a shared type needs a "
               "name: move it to components/schemas");
}
