#include "spec.hpp"

using namespace test;

namespace {

std::string parameters(std::string const& list) { return R"("parameters":[)" + list + "]"; }

std::string of_responses(std::string const& responses) {
    return document(R"("paths":{"/open-apis/x/v1/y":{"post":{"operationId":"x.v1.y.send","responses":)" +
                    responses + "}}}");
}

std::string form_body(std::string const& properties) {
    return R"("requestBody":{"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object",
        "properties":{)" +
           properties + "}}}}}";
}

} // namespace

BOOST_AUTO_TEST_CASE(the_constants_of_an_endpoint_are_in_its_spec) {
    auto const made =
        header(endpoint(R"("summary":"Sends.","x-feishu-rate-limit":{"per_minute":1000,"per_second":50},
        "x-feishu-errors":[230001,230002],"x-feishu-field-scopes":["f"],"x-feishu-app-types":["store"],
        "externalDocs":{"url":"https://x"})"));
    BOOST_TEST(has(made,
                   R"(/// Sends. struct send { static constexpr endpoint_spec spec{ .id = "x.v1.y.send", )"
                   R"(.method = verb::post, .path = "/open-apis/x/v1/y", .field_scopes = {"f"}, )"
                   R"(.rate = {.per_minute = 1000, .per_second = 50}, .app_types = app_type::store, )"
                   R"(.errors = {230001, 230002}, .doc = "https://x", };)"));
}

BOOST_AUTO_TEST_CASE(every_method_of_a_path_is_an_endpoint) {
    auto const made = header(document(R"("paths":{"/open-apis/x":{
        "get":{"operationId":"x.y.a","responses":{"200":{}}},
        "post":{"operationId":"x.y.b","responses":{"200":{}}},
        "put":{"operationId":"x.y.c","responses":{"200":{}}},
        "patch":{"operationId":"x.y.d","responses":{"200":{}}},
        "delete":{"operationId":"x.y.e","responses":{"200":{}}}}})"));
    for (std::string const method : {"get", "post", "put", "patch", "delete_"})
        BOOST_TEST(has(made, ".method = verb::" + method + ","));
}

BOOST_AUTO_TEST_CASE(parameters_come_before_the_body_and_those_of_the_path_first) {
    auto const made = header(endpoint(parameters(R"({"name":"q","in":"query","schema":{"type":"string"}},
        {"name":"id","in":"path","required":true,"description":"Which.",
         "schema":{"type":"string","minLength":1}})") +
                                          "," + body(R"("b":{"type":"string"})"),
                                      "", "/open-apis/x/v1/y/{id}/send"));
    BOOST_TEST(has(made, R"(.path = "/open-apis/x/v1/y/:id/send", .query = {"q"},)"));
    BOOST_TEST(has(made, "/// Which. field::required<std::string> id; std::optional<std::string> q{}; "
                         "std::optional<std::string> b{};"));
}

BOOST_AUTO_TEST_CASE(parameters_of_the_path_item_belong_to_every_method) {
    auto const made = header(document(R"("paths":{"/open-apis/x/{id}":{
        "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
        "get":{"operationId":"x.y.get","responses":{"200":{}}}}})"));
    BOOST_TEST(has(made, "field::required<std::string> id;"));
}

BOOST_AUTO_TEST_CASE(a_required_parameter_with_a_default_need_not_be_given) {
    auto const made = header(endpoint(
        parameters(R"({"name":"q","in":"query","required":true,"schema":{"type":"integer","default":1}})")));
    BOOST_TEST(has(made, "int q = 1;"));
}

BOOST_AUTO_TEST_CASE(the_response_says_which_envelope_it_has) {
    BOOST_TEST(header(endpoint("", data(R"("a":{})"))).find(".envelope") == std::string::npos);
    auto const flat = header(endpoint("", R"({"type":"object","properties":{"code":{"type":"integer"},
        "msg":{"type":"string"},"token":{"type":"string"}}})"));
    BOOST_TEST(has(flat, ".envelope = envelope::flat,"));
    BOOST_TEST(has(flat, "struct response { std::string token; };"));
    auto const binary = header(of_responses(R"({"200":{"content":{"application/octet-stream":{}}}})"));
    BOOST_TEST(has(binary, ".envelope = envelope::binary,"));
    BOOST_TEST(has(binary, "struct response { };"));
    BOOST_TEST(has(header(of_responses(R"({"302":{}})")), ".envelope = envelope::redirect,"));
}

BOOST_AUTO_TEST_CASE(a_response_without_data_has_an_empty_response) {
    BOOST_TEST(has(header(endpoint("")), "struct response { }; };"));
    BOOST_TEST(has(header(endpoint("", R"({"type":"object"})")), "struct response { }; };"));
    BOOST_TEST(has(header(endpoint("", R"({"type":"object","properties":{"data":{"type":"object"}}})")),
                   "struct response { }; };"));
}

BOOST_AUTO_TEST_CASE(data_that_is_no_object_is_refused) {
    BOOST_TEST(problem(endpoint("", R"({"properties":{"data":{"type":"array","items":{}}}})")) ==
               in_operation +
                   "/responses/200/content/application~1json/schema/properties/data: an object with "
                   "properties is needed here");
}

BOOST_AUTO_TEST_CASE(a_special_rate_limit_is_one_without_numbers) {
    BOOST_TEST(has(header(endpoint(R"("x-feishu-rate-limit":"special")")), ".rate = {.special = true},"));
}

BOOST_AUTO_TEST_CASE(both_kinds_of_app_are_not_worth_a_word) {
    BOOST_TEST(header(endpoint(R"("x-feishu-app-types":["custom","store"])")).find(".app_types") ==
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_operation_may_be_served_by_the_accounts_host_outside_of_open_apis) {
    for (std::string const server : {"https://accounts.feishu.cn", "https://accounts.larksuite.com"}) {
        auto const made = header(endpoint(R"("servers":[{"url":")" + server + R"("}])", "", "/oauth/v1/y"));
        BOOST_TEST(has(made, R"(.method = verb::post, .host = host::accounts, .path = "/oauth/v1/y",)"));
    }
    auto const api =
        header(endpoint(R"("servers":[{"url":"https://open.feishu.cn","description":"Feishu"}])"));
    BOOST_TEST(api.find(".host") == std::string::npos);
    BOOST_TEST(has(problem(endpoint(R"("servers":[{"url":"https://accounts.feishu.cn"}])", "", "oauth")),
                   ": a path begins with /"));
}

BOOST_AUTO_TEST_CASE(a_form_is_a_format_of_the_body) {
    auto const made = header(endpoint(form_body(R"("a":{"type":"string"})")));
    BOOST_TEST(has(made, R"(.path = "/open-apis/x/v1/y", .body = body_format::form,)"));
    BOOST_TEST(has(made, "std::optional<std::string> a{};"));
}

BOOST_AUTO_TEST_CASE(each_media_type_of_a_body_makes_an_endpoint) {
    auto const made = header(endpoint(R"("summary":"First.","requestBody":{"content":{
        "application/json":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}},
        "application/x-www-form-urlencoded":{"schema":{"type":"object","title":"send_form",
            "description":"Second.","properties":{"b":{"type":"string"}}}}}})"));
    BOOST_TEST(
        has(made, R"(/// First. struct send { static constexpr endpoint_spec spec{ .id = "x.v1.y.send",)"));
    BOOST_TEST(has(made, R"(/// Second. struct send_form { static constexpr endpoint_spec spec{ )"
                         R"(.id = "x.v1.y.send_form", .method = verb::post, .path = "/open-apis/x/v1/y", )"
                         R"(.body = body_format::form, })"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(send, (), (a))"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(send_form, (), (b))"));
}

BOOST_AUTO_TEST_CASE(a_path_begins_with_a_slash) {
    auto const found = [](std::string const& path) {
        return problem(document("\"paths\":{\"" + path + R"(":{"get":{"operationId":"x.y","responses":{"200":{}}}}})"));
    };
    for (std::string const path : {"", "x", "https://x/open-apis/y"})
        BOOST_TEST(has(found(path), ": a path begins with /"));
    for (std::string const path : {"/x", "/open-apis", "/approval/openapi/v2/approval/get"})
        BOOST_TEST(found(path) == "");
    BOOST_TEST(has(found("/{a}/{b}/{c}/{d}/{e}/{f}/{g}"), ": 7 parameters in a path; 6 are possible"));
}

BOOST_AUTO_TEST_CASE(a_placeholder_is_a_whole_part_of_the_path) {
    for (std::string const part : {"{id", "id}", "{}", "a{id}", "{id}:send", ":id", "{a}{b}"}) {
        auto const found = problem(endpoint("", "", "/open-apis/" + part + "/x"));
        BOOST_TEST(has(found, ": \"" + part + "\" is neither text nor a {placeholder}"));
    }
}

BOOST_AUTO_TEST_CASE(placeholders_and_path_parameters_are_the_same) {
    std::string const id = R"({"name":"id","in":"path","required":true,"schema":{"type":"string"}})";
    BOOST_TEST(
        has(problem(endpoint("", "", "/open-apis/x/{id}")), "/post/parameters: there is none for {id}"));
    BOOST_TEST(problem(endpoint(parameters(id))) ==
               in_operation + "/parameters/0/name: the path has no {id}");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_parameter_is_said) {
    struct {
        std::string list;
        std::string message;
    } const cases[] = {
        {R"({"$ref":"#/components/parameters/p"})",
         "/0/$ref: \"#/components/parameters/p\" leads nowhere: x/v1/y.json has no components there"},
        {R"({"name":"q","in":"query","schema":{"type":"string"}},
           {"name":"q","in":"query","schema":{"type":"string"}})",
         "/1/name: a second parameter \"q\""},
        {R"({"name":"q","in":"query","schema":{"type":"object","properties":{"a":{}}}})",
         "/0/schema: a parameter cannot hold an object"},
    };
    for (auto const& [list, message] : cases)
        BOOST_TEST(problem(endpoint(parameters(list))) == in_operation + "/parameters" + message);
    BOOST_TEST(has(problem(endpoint(parameters(R"({"name":"id","in":"path","schema":{"type":"string"}})"), "",
                                    "/open-apis/x/{id}")),
                   "/parameters/0: a path parameter is required"));
}

BOOST_AUTO_TEST_CASE(a_parameter_of_an_operation_overrides_that_of_its_path) {
    auto const made = header(document(R"("paths":{"/open-apis/x":{"parameters":[
        {"name":"q","in":"query","schema":{"type":"string"}},
        {"name":"r","in":"query","schema":{"type":"string"}}],
        "get":{"operationId":"x.y.get","responses":{"200":{}},"parameters":[
        {"name":"q","in":"query","schema":{"type":"integer"}}]}}})"));
    BOOST_TEST(has(made, R"(.query = {"r", "q"},)"));
    BOOST_TEST(has(made, "std::optional<std::string> r{}; std::optional<int> q{};"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_an_operation_is_said) {
    struct {
        std::string text;
        std::string message;
    } const cases[] = {
        {of_responses(R"({"400":{}})"),
         "/responses: a 200 response is needed (or 302, for a page to open in a browser)"},
        {endpoint(R"("requestBody":{"content":{}})"), "/requestBody/content: a media type is needed"},
        {endpoint(R"("requestBody":{"content":{"text/xml":{"schema":{"type":"object"}}}})"),
         "/requestBody/content/text~1xml: \"text/xml\" can be text or a file; objects and lists are application/json, "
         "application/x-www-form-urlencoded or multipart/form-data"},
        {endpoint(form_body(R"("a":{"type":"object","properties":{"b":{"type":"string"}}})")),
         "/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a: a form cannot hold an object"},
        {endpoint(R"("requestBody":{"content":{"application/json":{},"application/x-www-form-urlencoded":
            {"schema":{"type":"object"}}}})"),
         "/requestBody/content/application~1x-www-form-urlencoded/schema: a second media type makes a second "
         "endpoint: give its schema a `title`, which becomes the struct's name"},
        {endpoint(R"("servers":[{"url":"https://example.com"}])"),
         "/servers: \"https://example.com\" is not open.feishu.cn or accounts.feishu.cn (or those of Lark); "
         "other "
         "servers are set by base_url and accounts_url of client_config"},
        {endpoint(R"("servers":[{"url":"https://open.feishu.cn"},{"url":"https://accounts.feishu.cn"}])"),
         "/servers: the servers of one operation are the same host, of Feishu and Lark"},
        {endpoint(R"("requestBody":{"content":{"multipart/form-data":{"schema":{"properties":{"a":{}}}}}})"),
         "/requestBody/content/multipart~1form-data: needs a property of format binary"},
        {endpoint(R"("x-feishu-rate-limit":5)"), "/x-feishu-rate-limit: is an object or \"special\""},
        {endpoint(R"("x-feishu-rate-limit":{"per_minute":"many"})"),
         "/x-feishu-rate-limit/per_minute: is a positive int32"},
        {endpoint(R"("x-feishu-rate-limit":{"per_second":0})"),
         "/x-feishu-rate-limit/per_second: is a positive int32"},
        {endpoint(R"("x-feishu-app-types":["isv"])"), "/x-feishu-app-types: \"isv\" is not custom or store"},
    };
    for (auto const& [text, message] : cases)
        BOOST_TEST(problem(text) == in_operation + message);
}
