// Specs as people write them: each is understood, or refused with its place and advice.

#include "spec.hpp"

using namespace test;

namespace {

// What is wrong at a member `a` of a request body.
std::string wrong(std::string const& schema) {
    auto const found = problem(endpoint(body(R"("a":)" + schema)));
    auto const start = in_body + "/properties/a";
    return found.starts_with(start) ? found.substr(start.size()) : found;
}

std::string required_member(std::string const& schema) { return request(R"("a":)" + schema, R"("a")"); }

// A YAML document whose `count` anchors each hold `copies` aliases of the one before, ten levels down.
std::string nested_aliases(int count, int copies) {
    std::string out = "a0: &a0 x\n";
    for (int i = 1; i <= count; ++i) {
        auto const name = "a" + std::to_string(i);
        out += name + ": &" + name + " " + std::string(10, '[');
        for (int k = 0; k < copies; ++k)
            out += (k == 0 ? "*a" : ", *a") + std::to_string(i - 1) + " ";
        out += std::string(10, ']') + "\n";
    }
    return out;
}

std::string operation(std::string const& members, std::string const& rest = "") {
    return document(R"("paths":{"/open-apis/x/{id}":{"get":{)" + members + "}}}" + rest);
}

} // namespace

BOOST_AUTO_TEST_CASE(keywords_that_nothing_is_made_of_are_refused_with_advice) {
    struct {
        std::string schema;
        std::string message;
    } const cases[] = {
        {R"({"type":"string","pattern":"^(?!a)b"})",
         "/pattern: has a lookahead, and cannot be checked; remove it and describe it in `description`"},
        {R"({"type":"string","format":"chat_id","pattern":"^oc_"})",
         "/pattern: is not supported beside the format chat_id; remove one of the two"},
        {R"({"type":"integer","multipleOf":0})", "/multipleOf: is a positive number"},
        {R"({"type":"integer","multipleOf":0.5})", "/multipleOf: 5E-1 is not an int64, as the limit of an integer"},
        {R"({"type":"object","minProperties":1})",
         "/minProperties: is not supported; values are not checked for it; describe it in `description`"},
        {R"({"patternProperties":{}})",
         "/patternProperties: is not supported; use additionalProperties with the schema of the values"},
        {R"({"not":{}})",
         "/not: is not supported; make the schema free JSON ({}), or describe it in `description`"},
        {R"({"$defs":{}})", "/$defs: is not supported; move the schemas to components/schemas"},
        {R"({"type":"string","maxlength":1})",
         "/maxlength: is not a keyword that is known here; is `maxLength` meant?"},
        {R"({"type":"string","minItem":1})",
         "/minItem: is not a keyword that is known here; is `minItems` meant?"},
        {R"({"typo":"string"})", "/typo: is not a keyword that is known here; is `type` meant?"},
        {R"({"colour":"red"})", "/colour: is not a keyword that is known here"},
        {R"({"x-feishu-colour":"red"})", "/x-feishu-colour: is not a keyword that is known here"},
        {R"({"type":"string","maxLength":"9"})", "/maxLength: an integer is needed here, not a string"},
        {R"({"type":"string","maxLength":1.5})", "/maxLength: an integer is needed here, not a number"},
        {R"({"type":"string","nullable":"yes"})", "/nullable: true or false is needed here, not a string"},
        {R"({"type":"object","required":true})",
         "/required: a list of strings is needed here, not a boolean"},
        {R"({"type":7})", "/type: a string or a list of strings is needed here, not a number"},
        {R"({"type":"object","properties":[]})", "/properties: an object is needed here, not a list"},
        {R"("string")", ": an object is needed here, not a string"},
        {"false", ": an object is needed here, not a boolean"},
        {R"({"$ref":"#/components/schemas/b","maxLength":1})",
         "/maxLength: stands beside $ref, which is the whole schema; combine the two with allOf"},
        {R"({"const":1.5})", "/const: a constant is a string, an integer or a boolean; describe others in "
                             "`description`"},
        {R"({"type":"integer","exclusiveMinimum":true})", "/exclusiveMinimum: needs a minimum beside it"},
    };
    for (auto const& [schema, message] : cases)
        BOOST_TEST(wrong(schema) == message);
}

BOOST_AUTO_TEST_CASE(keywords_for_readers_are_ignored) {
    for (std::string const keyword :
         {R"("example":"a")", R"("examples":["a"])", R"("externalDocs":{"url":"https://x"})", R"("xml":{})",
          R"("$comment":"a")", R"("x-internal":true)", R"("contentEncoding":"base64")"})
        BOOST_TEST(request(R"("a":{"type":"string",)" + keyword + "}") ==
                   request(R"("a":{"type":"string"})"));
}

BOOST_AUTO_TEST_CASE(null_is_an_absent_value) {
    auto const plain = request(R"("a":{"type":"string"})");
    BOOST_TEST(request(R"("a":{"type":"string","nullable":true})") == plain);
    BOOST_TEST(request(R"("a":{"type":["string","null"]})") == plain);
    BOOST_TEST(request(R"("a":{"anyOf":[{"type":"string"},{"type":"null"}]})") == plain);
    BOOST_TEST(request(R"("a":{"oneOf":[{"type":"null"},{"type":"string"}]})") == plain);
}

BOOST_AUTO_TEST_CASE(alternatives_of_different_kinds_are_told_apart) {
    auto const made = request(R"("a":{"type":["string","integer"],"description":"An id"},
        "b":{"oneOf":[{"enum":["x"]},{"type":"array","items":{"type":"string"}},{"type":"boolean"},{"type":"null"}]})");
    BOOST_TEST(has(made, "#include <feishu/json/one_of.hpp>"));
    BOOST_TEST(has(made, "/// An id. One of: string, integer. std::optional<json::one_of<std::string, int>> a{};"));
    BOOST_TEST(has(made, "std::optional<json::one_of<open<feishu::x::v1::y::b>, field::list<std::string>, bool>> b{};"));
    BOOST_TEST(has(reply(R"("a":{"anyOf":[{"type":"string"},{"type":"number"}]})"),
                   "json::one_of<std::string, double> a;"));
}

BOOST_AUTO_TEST_CASE(alternatives_that_look_alike_are_free_json_that_the_comment_names) {
    BOOST_TEST(has(request(R"("a":{"type":["number","integer"],"description":"An id"})"),
                   "/// An id. JSON of one of: number, integer. std::optional<boost::json::value> a{};"));
    auto const shared =
        R"(,"components":{"schemas":{"cat":{"type":"object","properties":{"n":{"type":"string"}}},
        "dog":{"type":"object","properties":{"m":{"type":"string"}}}}})";
    auto const text = document(R"("paths":{"/open-apis/x/v1/y":{"post":{"operationId":"x.v1.y.send",
        "responses":{"200":{}},)" +
                               body(R"("a":{"oneOf":[{"$ref":"#/components/schemas/cat"},
        {"$ref":"#/components/schemas/dog"}],"discriminator":{"propertyName":"k"}})") +
                               "}}}" + shared);
    BOOST_TEST(has(header(text), "/// One of: cat, dog. std::optional<json::discriminated<\"k\", json::tagged<\"cat\", "
                                 "feishu::x::v1::y::cat>, json::tagged<\"dog\", feishu::x::v1::y::dog>>> a{};"));
    auto const mapped = squeezed(text);
    auto const at = mapped.find("\"propertyName\"");
    auto const with = mapped.substr(0, at) + R"("mapping":{"d":"dog","c":"#/components/schemas/cat"},)" + mapped.substr(at);
    BOOST_TEST(has(header(with), R"(json::tagged<"c", feishu::x::v1::y::cat>, json::tagged<"d", feishu::x::v1::y::dog>)"));
    auto const plain = mapped.substr(0, mapped.rfind(",\"discriminator\"")) + mapped.substr(mapped.find("}", at) + 1);
    BOOST_TEST(has(header(plain), "/// JSON of one of: cat, dog. std::optional<boost::json::value> a{};"));
}

BOOST_AUTO_TEST_CASE(alternatives_keep_what_is_said_beside_them) {
    auto const made = request(R"("a-b":{"anyOf":[{"type":"string"},{"type":"integer"}],"default":"x",
        "deprecated":true,"x-feishu-name":"ab"})");
    BOOST_TEST(has(made, R"(/// One of: string, integer. Deprecated. Default: "x". )"
                         R"(std::optional<json::one_of<std::string, int>> ab{};)"));
}

BOOST_AUTO_TEST_CASE(the_parts_of_all_of_are_one_struct) {
    auto const parts = R"(,"components":{"schemas":{
        "named":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]},
        "pet":{"allOf":[{"$ref":"#/components/schemas/named"},
               {"type":"object","properties":{"tag":{"type":"string"}}}]}}})";
    auto const text = document(R"("paths":{"/open-apis/x/v1/y":{"post":{"operationId":"x.v1.y.send",
        "responses":{"200":{}},"requestBody":{"content":{"application/json":{"schema":{"allOf":[
        {"$ref":"#/components/schemas/pet"},{"type":"object","properties":{"age":{"type":"integer"}},
        "required":["age"]}]}}}}}}})" +
                               std::string(parts));
    auto const made = header(text);
    BOOST_TEST(has(made, "struct pet { std::string name; std::string tag; };"));
    BOOST_TEST(has(made, "field::required<std::string> name; std::optional<std::string> tag{}; "
                         "field::required<int> age;"));
}

BOOST_AUTO_TEST_CASE(a_single_part_of_all_of_with_words_is_a_reference) {
    auto const made = header(document(R"("components":{"schemas":{
        "b":{"type":"object","properties":{"n":{"type":"string"}}},
        "a":{"type":"object","properties":{"m":{"description":"Words.","nullable":true,
             "allOf":[{"$ref":"#/components/schemas/b"}]}}}}})"));
    BOOST_TEST(has(made, "struct a { /// Words. feishu::x::v1::y::b m; };"));
}

BOOST_AUTO_TEST_CASE(parts_of_all_of_that_disagree_are_refused) {
    BOOST_TEST(wrong(R"({"allOf":[{"type":"object","properties":{"b":{"type":"string"}}},
        {"type":"object","properties":{"b":{"type":"integer"}}}]})") ==
               "/allOf/1/properties/b: the parts of allOf describe \"b\" in two ways; write it once");
    BOOST_TEST(wrong(R"({"allOf":[{"type":"string","maxLength":1},{"maxLength":2}]})") ==
               "/allOf/1/maxLength: the parts of allOf have two values of maxLength; write the type out");
    BOOST_TEST(
        has(problem(schemas(R"("a":{"allOf":[{"$ref":"#/components/schemas/a"}],"properties":{"b":{}}})")),
            ": allOf contains itself"));
}

BOOST_AUTO_TEST_CASE(limits_are_exclusive_and_fractional_as_people_write_them) {
    BOOST_TEST(has(required_member(R"({"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":10})"),
                   "field::number<int, 1, 9>"));
    BOOST_TEST(has(required_member(R"({"type":"integer","minimum":0,"exclusiveMinimum":true,"maximum":9})"),
                   "field::number<int, 1, 9>"));
    BOOST_TEST(has(required_member(R"({"type":"number","minimum":0.25,"maximum":1})"),
                   "field::number<double, 0.25, 1.0>"));
    BOOST_TEST(has(required_member(R"({"type":"number","exclusiveMinimum":0,"maximum":1})"),
                   "field::number<double, 5e-324, 1.0>"));
    BOOST_TEST(wrong(R"({"type":"integer","format":"int64","exclusiveMinimum":9223372036854775807})") ==
               "/exclusiveMinimum: leaves no value of an int64");
}

BOOST_AUTO_TEST_CASE(limits_of_integers_are_the_integers_within) {
    BOOST_TEST(has(required_member(R"({"type":"integer","minimum":0.5,"maximum":1e3})"), "field::number<int, 1, 1000>"));
    BOOST_TEST(has(required_member(R"({"type":"integer","minimum":0,"maximum":18446744073709551615})"),
                   "field::number<int, 0>"));
    BOOST_TEST(has(required_member(R"({"type":"integer","maximum":5000000000})"),
                   "field::number<std::int64_t, std::numeric_limits<std::int64_t>::lowest(), 5000000000>"));
    BOOST_TEST(has(required_member(R"({"type":"integer","format":"uint8"})"), "field::number<int, 0, 255>"));
    BOOST_TEST(has(required_member(R"({"type":"integer","format":"uint64"})"), "field::required<std::uint64_t>"));
}

BOOST_AUTO_TEST_CASE(patterns_divisors_and_unique_entries_are_types) {
    BOOST_TEST(has(required_member(R"({"type":"string","pattern":"^\\d+$","maxLength":4})"),
                   R"(field::required<field::pattern<"^\\d+$", 0, 4>>)"));
    BOOST_TEST(has(required_member(R"({"type":"integer","multipleOf":5,"minimum":0})"),
                   "field::required<field::multiple_of<int, 5, 0>>"));
    BOOST_TEST(has(required_member(R"({"type":"number","multipleOf":0.01,"maximum":9})"),
                   "field::multiple_of<double, 0.01, std::numeric_limits<double>::lowest(), 9.0>"));
    BOOST_TEST(has(required_member(R"({"type":"array","uniqueItems":true,"maxItems":3,"items":{"type":"string"}})"),
                   "field::required<field::unique_list<std::string, 0, 3>>"));
    BOOST_TEST(has(request(R"("a":{"type":"string","pattern":"a"})"), "#include <feishu/core/constraints.hpp>"));
}

BOOST_AUTO_TEST_CASE(responses_are_not_checked_for_patterns) {
    BOOST_TEST(has(reply(R"("a":{"type":"string","pattern":"^(?!a)b"},"b":{"type":"integer","multipleOf":5})"),
                   "struct response { std::string a; int b = 0; };"));
}

BOOST_AUTO_TEST_CASE(formats_of_other_companies_are_in_the_comment) {
    auto const made = request(R"("a":{"type":"string","format":"iban"},"b":{"type":"number","format":"money"},
        "c":{"type":"integer","format":"timestamp"},"d":{"type":"string","format":"date-time"})");
    BOOST_TEST(has(made, "/// Format: iban. std::optional<std::string> a{};"));
    BOOST_TEST(has(made, "/// Format: money. std::optional<double> b{};"));
    BOOST_TEST(has(made, "/// Format: timestamp. std::optional<std::int64_t> c{};"));
    BOOST_TEST(has(made, "{}; std::optional<std::string> d{};"));
}

BOOST_AUTO_TEST_CASE(constants_are_enums_of_one_value) {
    auto const made = request(R"("kind":{"const":"user"},"n":{"const":3},"b":{"const":true})");
    BOOST_TEST(has(made, "enum class kind { user };"));
    BOOST_TEST(has(made, "enum class n : int { value_3 = 3 };"));
    BOOST_TEST(has(made, "/// Always true. std::optional<bool> b{};"));
}

BOOST_AUTO_TEST_CASE(what_nothing_checks_is_in_the_comment) {
    auto const made = request(R"("a":{"type":"array","uniqueItems":true,"items":{}},
        "b":{"type":"string","deprecated":true,"description":"Old."},"c":{"type":"string","writeOnly":true},
        "d":{"type":"string","readOnly":true})",
                              R"("d")");
    BOOST_TEST(has(made, "/// The entries must be unique. field::list<boost::json::value> a{};"));
    BOOST_TEST(has(made, "/// Old. Deprecated. std::optional<std::string> b{};"));
    BOOST_TEST(has(made, "/// Write-only: not part of responses. std::optional<std::string> c{};"));
    BOOST_TEST(has(made, "/// Read-only: not part of requests. std::optional<std::string> d{};"));
}

BOOST_AUTO_TEST_CASE(additional_properties_are_a_map_or_nothing) {
    BOOST_TEST(has(request(R"("a":{"type":"object","additionalProperties":true})"),
                   "std::optional<std::map<std::string, boost::json::value>> a{};"));
    BOOST_TEST(has(request(R"("a":{"type":"object","additionalProperties":false,"properties":{"b":{}}})"),
                   "struct a_data { std::optional<boost::json::value> b{}; };"));
    BOOST_TEST(has(request(R"("a":{"type":"object","additionalProperties":{"type":"string"},
        "properties":{"b":{}}})"),
                   "/// Members that are not listed are skipped. struct a_data {"));
}

BOOST_AUTO_TEST_CASE(parameters_bodies_responses_and_paths_may_be_references) {
    auto const made = header(document(R"("paths":{"/open-apis/x/{id}":{"$ref":"#/components/pathItems/p"}},
        "components":{
        "pathItems":{"p":{"parameters":[{"$ref":"#/components/parameters/id"}],"post":{
            "operationId":"x.v1.y.send","requestBody":{"$ref":"#/components/requestBodies/b"},
            "responses":{"200":{"$ref":"#/components/responses/r"},"default":{"$ref":"#/components/responses/r"}}}}},
        "parameters":{"id":{"name":"id","in":"path","required":true,"schema":{"type":"string"}}},
        "requestBodies":{"b":{"content":{"application/json":{"schema":{"type":"object",
            "properties":{"a":{"type":"string"}}}}}}},
        "responses":{"r":{"description":"","content":{"application/json":{"schema":{"type":"object",
            "properties":{"data":{"type":"object","properties":{"n":{"type":"integer"}}}}}}}}}})"));
    BOOST_TEST(has(made, "field::required<std::string> id; std::optional<std::string> a{};"));
    BOOST_TEST(has(made, "struct response { int n = 0; };"));
}

BOOST_AUTO_TEST_CASE(references_lead_into_other_files_and_back) {
    auto const made = header(texts{
        {"x/v1/y.json", document(R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get",
            "parameters":[{"$ref":"../../shared/parts.json#/components/parameters/kind"}],
            "responses":{"200":{}}}}})")},
        {"shared/parts.json", document(R"("components":{"parameters":{"kind":{"name":"kind","in":"query",
            "schema":{"$ref":"#/components/schemas/kind"}}},
            "schemas":{"kind":{"type":"string","enum":["a"]}}})")}});
    BOOST_TEST(has(made, "#include <feishu/generated/shared/parts.hpp>"));
    BOOST_TEST(has(made, "open<feishu::shared::parts::kind> kind{};"));
}

BOOST_AUTO_TEST_CASE(the_successful_response_is_found) {
    auto const schema = R"({"content":{"application/json; charset=utf-8":{"schema":{"type":"object",
        "properties":{"data":{"type":"object","properties":{"n":{"type":"integer"}}}}}}}})";
    for (std::string const status : {"200", "201", "2XX", "default"})
        BOOST_TEST(has(header(document(R"("paths":{"/open-apis/x":{"post":{"operationId":"x.v1.y.send",
            "responses":{"400":{"description":"Bad."},")" +
                                       status + "\":" + schema + "}}}}")),
                       "struct response { int n = 0; };"));
    BOOST_TEST(has(header(document(R"("paths":{"/open-apis/x":{"delete":{"operationId":"x.v1.y.remove",
        "responses":{"204":{"description":"Gone."}}}}})")),
                   "struct response { };"));
}

BOOST_AUTO_TEST_CASE(other_content_of_a_response_is_a_file) {
    for (std::string const type : {"text/plain", "image/png", "application/pdf", "application/octet-stream"})
        BOOST_TEST(has(header(operation(R"("operationId":"x.v1.y.get","parameters":[{"name":"id","in":"path",
            "required":true,"schema":{"type":"string"}}],"responses":{"200":{"content":{")" +
                                        type + R"(":{"schema":{"type":"string","format":"binary"}}}}})")),
                       ".envelope = envelope::binary,"));
}

BOOST_AUTO_TEST_CASE(what_is_no_response_is_refused) {
    auto const responses = [](std::string const& list) {
        return problem(document(
            R"("paths":{"/open-apis/x":{"get":{"operationId":"x.v1.y.get","responses":{)" + list + "}}}}"));
    };
    std::string const here = "x/v1/y.json#/paths/~1open-apis~1x/get/responses";
    std::string const json = R"({"content":{"application/json":{"schema":)";
    BOOST_TEST(responses(R"("good":{})") == here + "/good: \"good\" is not an HTTP status, 2XX or default");
    BOOST_TEST(responses(R"("200":)" + json + R"({"properties":{"a":{}}}}}},"202":)" + json +
                         R"({"properties":{"b":{}}}}}})") ==
               here + "/202: a second successful response with content, after 200; an endpoint has one");
}

BOOST_AUTO_TEST_CASE(operations_without_an_id_are_named_after_method_and_path) {
    auto const made = header(document(R"("paths":{"/open-apis/pets/{pet-id}/toys":{"get":{"parameters":[
        {"name":"pet-id","in":"path","required":true,"x-feishu-name":"pet","schema":{"type":"string"}}],
        "responses":{"200":{}}}}})"));
    BOOST_TEST(has(made, R"(struct get_open_apis_pets_by_pet_id_toys {)"));
    BOOST_TEST(has(made, R"(.id = "x.v1.y.get_open_apis_pets_by_pet_id_toys",)"));
    BOOST_TEST(has(made, R"(.path = "/open-apis/pets/:pet-id/toys",)"));
}

BOOST_AUTO_TEST_CASE(security_of_the_document_is_that_of_its_operations) {
    auto const made = header(document(R"("security":[{"tenant_access_token":[]}],"paths":{"/open-apis/x":{
        "get":{"operationId":"x.v1.y.get","responses":{"200":{}}},
        "post":{"operationId":"x.v1.y.send","security":[],"responses":{"200":{}}}}})"));
    BOOST_TEST(has(made, R"(.path = "/open-apis/x", .tokens = token::tenant, };)"));
    BOOST_TEST(has(made, R"(.method = verb::post, .path = "/open-apis/x", };)"));
}

BOOST_AUTO_TEST_CASE(the_path_of_the_servers_stands_before_every_path) {
    auto const made = header(document(R"("servers":[{"url":"https://open.feishu.cn/open-apis/"},
        {"url":"https://open.larksuite.com/open-apis"}],
        "paths":{"/x":{"get":{"operationId":"x.v1.y.get","responses":{"200":{}}}}})"));
    BOOST_TEST(has(made, R"(.path = "/open-apis/x",)"));
    BOOST_TEST(
        has(problem(document(R"("servers":[{"url":"https://a.example/open-apis"},
        {"url":"https://b.example"}],"paths":{"/x":{"get":{"responses":{"200":{}}}}})")),
            "x/v1/y.json#/servers/1/url: the servers have different paths; write them into the paths"));
}

BOOST_AUTO_TEST_CASE(parts_of_an_operation_that_have_no_place_are_refused) {
    struct {
        std::string text;
        std::string message;
    } const cases[] = {
        {R"("head":{})", "/head: is not supported; only get, post, put, patch and delete are methods of the "
                         "platform"},
        {R"("gte":{})", "/gte: is not a keyword that is known here; is `get` meant?"},
        {R"("get":{"callbacks":{},"responses":{"200":{}}})",
         "/get/callbacks: is not supported; describe the events as `webhooks`"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"cookie","schema":{}}]})",
         "/get/parameters/0/in: cookies are not sent; remove the parameter"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"Host","in":"header","schema":{}}]})",
         "/get/parameters/0/name: is a header that the transport sets; remove the parameter"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"o","in":"query","schema":{"type":"object"}}]})",
         "/get/parameters/0/schema: a parameter cannot hold an object"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"body","schema":{}}]})",
         "/get/parameters/0/in: \"body\" is not path, query or header"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"query"}]})",
         "/get/parameters/0: a parameter needs `schema`"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"query","content":{}}]})",
         "/get/parameters/0: a parameter needs `schema`"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"query","style":"deepObject",
            "schema":{}}]})",
         "/get/parameters/0/style: \"deepObject\" is not supported; only form in a query"},
        {R"("get":{"responses":{"200":{}},"parameters":[{"name":"c","in":"query","explode":false,"schema":{}}]})",
         "/get/parameters/0/explode: is not supported; lists in a query repeat the name (explode: true)"},
        {R"("get":{"responses":{"200":{}},"x-feishu-errors":["1"]})",
         "/get/x-feishu-errors: a list of integers is needed here, not a list"},
        {R"("$ref":"#/components/pathItems/none")",
         "/$ref: \"#/components/pathItems/none\" leads nowhere: x/v1/y.json has no components there"},
    };
    for (auto const& [text, message] : cases)
        BOOST_TEST(problem(document(R"("paths":{"/open-apis/x":{)" + text + "}}")) ==
                   "x/v1/y.json#/paths/~1open-apis~1x" + message);
    BOOST_TEST(has(problem(document(R"("paths":{"/open-apis/x?a=b":{"get":{"responses":{"200":{}}}}})")),
                   ": a path has no query; describe it as `parameters` in query"));
}

BOOST_AUTO_TEST_CASE(header_parameters_are_members_that_the_spec_names) {
    auto const made = header(endpoint(R"("parameters":[{"name":"X-Request-Id","in":"header","required":true,
        "schema":{"type":"string"}},{"name":"X-Tags","in":"header","schema":{"type":"array","items":{"type":"integer"}}}])"));
    BOOST_TEST(has(made, R"(.headers = {"X-Request-Id", "X-Tags"},)"));
    BOOST_TEST(has(made, "field::required<std::string> X_Request_Id; field::list<int> X_Tags{};"));
    BOOST_TEST(has(made, R"(member == "X_Request_Id" ? "X-Request-Id" : )"));
}

BOOST_AUTO_TEST_CASE(parameters_without_a_type_are_text) {
    BOOST_TEST(has(header(endpoint(R"("parameters":[{"name":"q","in":"query","schema":{}},
        {"name":"l","in":"query","schema":{"type":"array","items":{}}},
        {"name":"o","in":"query","schema":{"oneOf":[{"type":"string"},{"type":"integer"}]}}])")),
                   "std::optional<std::string> q{}; field::list<std::string> l{}; /// One of: string, integer. "
                   "std::optional<std::string> o{};"));
}

BOOST_AUTO_TEST_CASE(styles_that_change_nothing_are_accepted) {
    BOOST_TEST(problem(endpoint(R"("parameters":[{"name":"q","in":"query","explode":false,"style":"form",
        "schema":{"type":"string"}},{"name":"h","in":"header","style":"simple","explode":true,
        "schema":{"enum":["a"]}}])")) == "");
}

namespace {

std::string with_body(std::string const& content, std::string const& more = "") {
    return endpoint(R"("requestBody":{"required":true,"content":{)" + content + "}" + more + "}");
}

// Outside the platform, without an envelope.
std::string responding(std::string const& schema, std::string const& status = "200") {
    return header(document(R"("paths":{"/x":{"get":{"operationId":"x.v1.y.get","responses":{")" + status +
                           R"(":{"content":{"application/json":{"schema":)" + schema + "}}}}}}}"));
}

} // namespace

BOOST_AUTO_TEST_CASE(bodies_that_are_no_objects_are_one_member) {
    auto const list = header(with_body(R"("application/json":{"schema":{"type":"array","minItems":1,"items":
        {"type":"object","properties":{"a":{"type":"string"}}}}})"));
    BOOST_TEST(has(list, ".body = body_format::value,"));
    BOOST_TEST(has(list, "struct body_data { std::optional<std::string> a{}; }; "
                         "field::required<field::list<body_data, 1>> body;"));
    auto const map = header(with_body(R"("application/json":{"schema":{"type":"object",
        "additionalProperties":{"type":"integer"}}})"));
    BOOST_TEST(has(map, "field::required<std::map<std::string, int>> body;"));
    BOOST_TEST(has(header(with_body(R"("application/json":{"schema":{"type":"string"}})")),
                   "field::required<std::string> body;"));
}

BOOST_AUTO_TEST_CASE(text_and_files_are_raw_bodies) {
    auto const text = header(with_body(R"("text/plain":{"schema":{"type":"string","maxLength":9}})"));
    BOOST_TEST(has(text, R"(.body = body_format::raw, .content_type = "text/plain",)"));
    BOOST_TEST(has(text, "field::required<field::text<0, 9>> body;"));
    for (std::string const type : {"application/octet-stream", "image/png", "*/*"})
        BOOST_TEST(has(header(with_body("\"" + type + R"(":{"schema":{"type":"string","format":"binary"}})")),
                       "field::required<field::upload> body;"));
    BOOST_TEST(has(header(with_body(R"("image/png":{})")), "field::required<field::upload> body;"));
}

BOOST_AUTO_TEST_CASE(uploads_can_be_lists_and_shared_types) {
    BOOST_TEST(has(header(with_body(R"("multipart/form-data":{"schema":{"type":"object","properties":{
        "files":{"type":"array","maxItems":3,"items":{"type":"string","format":"binary"}}}}})")),
                   "field::list<field::upload, 0, 3> files{};"));
    auto const shared = R"(,"components":{"schemas":{"form":{"type":"object","properties":{"name":{"type":"string"},
        "file":{"type":"string","format":"binary"}},"required":["file"]}}})";
    auto const with = [&](std::string const& type) {
        return document(R"("paths":{"/x":{"post":{"operationId":"x.v1.y.send","responses":{"200":{}},
            "requestBody":{"content":{")" + type + R"(":{"schema":{"$ref":"#/components/schemas/form"}}}}}}})" + shared);
    };
    BOOST_TEST(has(header(with("multipart/form-data")), "field::required<field::upload> file;"));
    BOOST_TEST(has(problem(with("application/json")),
                   "/schema/$ref: an upload is a property of a multipart/form-data body, nothing else"));
}

BOOST_AUTO_TEST_CASE(other_media_types_of_the_same_body_are_dropped) {
    auto const one = R"({"schema":{"type":"object","properties":{"a":{"type":"string"}}}})";
    auto const made = header(with_body(R"("application/xml":)" + std::string(one) + R"(,"application/json":)" + one +
                                       R"(,"application/x-www-form-urlencoded":)" + one));
    BOOST_TEST(has(made, R"(struct send { static constexpr endpoint_spec spec{ .id = "x.v1.y.send", .method = verb::post, )"
                         R"(.path = "/open-apis/x/v1/y", };)"));
}

BOOST_AUTO_TEST_CASE(forms_hold_text_only) {
    auto const form = [](std::string const& property) {
        return with_body(R"("application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":)" + property +
                         "}}}");
    };
    BOOST_TEST(has(header(form(R"({"type":"array","items":{"type":"integer"}})")), "field::list<int> a{};"));
    BOOST_TEST(has(header(form("{}")), "std::optional<std::string> a{};"));
    BOOST_TEST(has(problem(form(R"({"type":"object","additionalProperties":{"type":"string"}})")),
                   "/properties/a: a form cannot hold an object"));
    BOOST_TEST(has(problem(form(R"({"type":"array","items":{"type":"array","items":{}}})")),
                   "/properties/a: a form cannot hold an object or a list in a list"));
}

BOOST_AUTO_TEST_CASE(responses_of_other_apis_have_no_envelope) {
    BOOST_TEST(has(responding(R"({"type":"object","properties":{"data":{"type":"string"},"id":{"type":"integer"}}})"),
                   ".envelope = envelope::none,"));
    BOOST_TEST(has(responding(R"({"type":"object","properties":{"id":{"type":"integer"}}})"),
                   "struct response { int id = 0; };"));
    BOOST_TEST(has(responding(R"({"type":"object","properties":{"code":{"type":"integer"},"data":{"type":"object",
        "properties":{"n":{"type":"integer"}}}}})"), "struct response { int n = 0; };"));
    auto const list = responding(R"({"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"}}}})");
    BOOST_TEST(has(list, ".envelope = envelope::value,"));
    BOOST_TEST(has(list, "struct response { struct item { int id = 0; }; std::vector<item> items; };"));
    BOOST_TEST(has(responding(R"({"type":"string"})"), "struct response { std::string value; };"));
    BOOST_TEST(has(responding(R"({"type":"object","additionalProperties":{"type":"integer"}})"),
                   "struct response { std::map<std::string, int> value; };"));
    BOOST_TEST(has(responding("{}"), "struct response { boost::json::value value; };"));
    for (std::string const status : {"204", "205"})
        BOOST_TEST(has(header(document(R"("paths":{"/x":{"delete":{"operationId":"x.v1.y.remove","responses":{")" + status +
                                       R"(":{"description":"Gone."}}}}})")),
                       R"(.path = "/x", .envelope = envelope::none, }; struct response { };)"));
}

BOOST_AUTO_TEST_CASE(headers_that_the_library_sets_are_ignored) {
    BOOST_TEST(problem(endpoint(R"("parameters":[{"name":"Content-Type","in":"header","schema":{}}])")) ==
               "");
}

BOOST_AUTO_TEST_CASE(duplicate_keys_are_refused) {
    BOOST_TEST(wrong(R"({"type":"string","type":"integer"})") ==
               "/type: the key \"type\" stands twice in one object");
}

BOOST_AUTO_TEST_CASE(all_errors_are_reported_with_line_and_column) {
    auto const found =
        problems(texts{{"x/v1/y.json", R"({
  "openapi": "3.0.0",
  "components": {"schemas": {
    "a": {"type": "string", "contains": "a"},
    "b": {"type": "object", "properties": {
      "c": {"maxlength": 1}
    }}
  }}
})"},
                       {"x/v1/z.json", R"({"openapi": "3.0.0", "paths": {"/x": {"head": {}}}})"}});
    BOOST_TEST(found.size() == 3u);
    auto const where = [&](std::size_t i) {
        auto const& at = found.at(i).at;
        return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + at.pointer;
    };
    BOOST_TEST(where(0) == "x/v1/y.json:4:29/components/schemas/a/contains");
    BOOST_TEST(where(1) == "x/v1/y.json:6:13/components/schemas/b/properties/c/maxlength");
    BOOST_TEST(where(2) == "x/v1/z.json:1:39/paths/~1x/head");
}

BOOST_AUTO_TEST_CASE(errors_of_later_passes_have_places_too) {
    auto const found = problems(texts{{"x/v1/y.json", R"({"openapi": "3.1.0",
  "components": {"schemas": {"a": {"properties": {
    "b": {"type": "string", "minLength": -1},
    "e": {"type": "text"}}}}}})"}});
    BOOST_TEST(found.size() >= 1u);
    BOOST_TEST(found.at(0).at.line == 3);
    BOOST_TEST(found.at(0).at.column == 5);
}

BOOST_AUTO_TEST_CASE(malformed_json_is_reported_where_it_breaks) {
    auto const found = problems(texts{{"x/v1/y.json", "{\n  \"openapi\": nonsense}"}});
    BOOST_TEST(found.size() == 1u);
    BOOST_TEST(found.at(0).at.line == 2);
    BOOST_TEST(has(found.at(0).message, "invalid JSON: "));
}

BOOST_AUTO_TEST_CASE(files_that_become_one_header_are_refused) {
    BOOST_TEST(problem(texts{{"x/y.json", document(R"("paths":{})")}, {"x/y.yaml", "openapi: 3.0.0\n"}}) ==
               "x/y.yaml#: and x/y.json would become one header; rename one");
}

BOOST_AUTO_TEST_CASE(json_of_another_kind_is_refused) {
    BOOST_TEST(
        problem(texts{{"x/y.json", "[]"}}) ==
        "x/y.json#: is not an OpenAPI document: `openapi` is missing; move files of another kind out of "
        "the folder");
}

#ifdef FEISHU_CODEGEN_YAML

BOOST_AUTO_TEST_CASE(yaml_says_the_same_as_json) {
    auto const yaml = R"(
openapi: 3.0.3
info: {title: A test, version: 1.0}
paths:
  /open-apis/x/v1/y:
    post:
      operationId: x.v1.y.send
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [a]
              properties:
                a: {type: string, maxLength: 9, default: 'no'}
                b: {type: string, enum: [yes, no, on, "true", '1', ~]}
      responses:
        200:
          description: ok
)";
    auto const json = document(R"("paths":{"/open-apis/x/v1/y":{"post":{"operationId":"x.v1.y.send",
        "requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["a"],"properties":{
        "a":{"type":"string","maxLength":9,"default":"no"},
        "b":{"type":"string","enum":["yes","no","on","true","1"]}}}}}},"responses":{"200":{}}}}})");
    auto made = header(texts{{"x/v1/y.yaml", yaml}});
    auto const name = made.find("y.yaml");
    BOOST_TEST(made.replace(name, 6, "y.json") == header(json));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_yaml_is_said_with_its_place) {
    struct {
        std::string text;
        int line;
        std::string message;
    } const cases[] = {
        {"openapi: 3.0.0\ninfo: {title: [}\n", 2, "invalid YAML: "},
        {"openapi: 3.0.0\npaths: {}\npaths: {}\n", 3, "the key \"paths\" stands twice in one object"},
        {"openapi: 3.0.0\npath: {}\n", 2, "is not a keyword that is known here; is `paths` meant?"},
        {"openapi: 3.0.0\na: &a {}\nb:\n  <<: *a\n", 4, "merge keys (<<) are not part of YAML 1.2"},
        {"", 0, "is not one YAML document"},
        {"- a\n", 1, "is not an OpenAPI document"},
        {"openapi: 3.0.0\na: &a [*a]\n", 2, "the alias has no anchor &a before it"},
        {"openapi: 3.0.0\n--- {}\n", 2, "is not one YAML document"},
        {"openapi: 3.0.0\n? [a]\n: b\n", 2, "a key is not text"},
        {"openapi: 3.0.0\na: \"\\q\"\n", 2, "invalid YAML: "},
        {"openapi: 3.0.0\na: " + std::string(300, '['), 2, "nests too deeply"},
        {"openapi: 3.0.0\na: " + std::string(100'000, '{'), 2, "a key is not text"},
        {"openapi: 3.0.0\na: " + std::string(5'000, '{') + ":" + std::string(5'000, ','), 2, ""},
        {"openapi: 3.0.0\n" + nested_aliases(12, 10), 0, "aliases make it too large"},
        {"openapi: 3.0.0\n" + nested_aliases(40, 1), 0, "nests too deeply"},
    };
    for (auto const& [text, line, message] : cases) {
        auto const found = problems(texts{{"x/v1/y.yaml", text}});
        BOOST_REQUIRE(!found.empty());
        BOOST_TEST(has(found.front().message, message));
        if (line != 0)
            BOOST_TEST(found.front().at.line == line);
    }
}

#else

BOOST_AUTO_TEST_CASE(yaml_is_refused_without_its_parser) {
    BOOST_TEST(has(problem(texts{{"x/v1/y.yaml", "openapi: 3.0.0\n"}}), "was built without libyaml"));
}

#endif
