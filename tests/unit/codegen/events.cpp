#include "spec.hpp"

using namespace test;

namespace {

std::string webhook(std::string const& operation) {
    return document(R"("webhooks":{"x.y.done_v1":{"post":{)" + operation + "}}}");
}

std::string const payload =
    R"("requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{
    "schema":{"type":"string"},"event":{"type":"object","properties":{"id":{"type":"string"}}}}}}}})";

} // namespace

BOOST_AUTO_TEST_CASE(an_event_is_a_struct_of_its_whole_envelope) {
    auto const made = header(webhook(R"("operationId":"x.v1.y.done","summary":"It is done.",)" + payload +
                                     R"(,"responses":{"200":{}},"security":[{"tenant_access_token":["a"]}],
        "x-feishu-app-types":["custom"],"x-feishu-field-scopes":["f"],"externalDocs":{"url":"https://x"})"));
    BOOST_TEST(has(made, "#include <feishu/core/event.hpp>"));
    BOOST_TEST(has(made,
                   R"(/// It is done. struct done { static constexpr event_spec spec{ .id = "x.v1.y.done", )"
                   R"(.type = "x.y.done_v1", .scopes = {any_of("a")}, .field_scopes = {"f"}, )"
                   R"(.app_types = app_type::custom, .doc = "https://x", };)"));
    BOOST_TEST(has(made, "struct event_data { std::string id; };"));
    BOOST_TEST(has(made, "std::string schema; event_data event;"));
    BOOST_TEST(made.find("response") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_event_with_a_response_has_one_whose_members_may_be_left_out) {
    auto const made =
        header(webhook(R"("operationId":"x.v1.y.done",)" + payload + R"(,"responses":{"200":{"content":
        {"application/json":{"schema":{"type":"object","properties":{"toast":{"type":"string"}}}}}}})"));
    BOOST_TEST(has(made, "struct response { std::optional<std::string> toast{}; };"));
    BOOST_TEST(has(made, "BOOST_DESCRIBE_STRUCT(done::response, (), (toast))"));
}

BOOST_AUTO_TEST_CASE(events_are_in_the_catalog) {
    auto const made =
        header(texts{{"x/v1/y.json", webhook(R"("operationId":"x.v1.y.done",)" + payload)}}, "all.hpp");
    BOOST_TEST(has(made, "using all = catalog<>;"));
    BOOST_TEST(has(made, "using all_events = event_catalog<feishu::x::v1::y::done>;"));
}

BOOST_AUTO_TEST_CASE(members_of_an_event_named_spec_or_response_get_an_underscore) {
    auto const made =
        header(webhook(R"("operationId":"x.v1.y.done","requestBody":{"content":{"application/json":{"schema":{
        "properties":{"spec":{"type":"string"},"response":{"type":"string"}}}}}})"));
    BOOST_TEST(has(made, "std::string spec_; std::string response_;"));
}

BOOST_AUTO_TEST_CASE(what_is_no_event_is_refused) {
    std::string const here = "x/v1/y.json#/webhooks/x.y.done_v1";
    std::string const no_event = ": an event is a post operation with one JSON request body";
    BOOST_TEST(problem(document(R"("webhooks":{"x.y.done_v1":{"get":{"operationId":"x.y"}}})")) ==
               here + no_event);
    BOOST_TEST(problem(webhook(R"("operationId":"x.v1.y.done")")) == here + no_event);
    BOOST_TEST(problem(webhook(R"("operationId":"x.v1.y.done","requestBody":{"content":{}})")) ==
               here + no_event);
    BOOST_TEST(
        problem(webhook(
            R"("operationId":"x.v1.y.done","requestBody":{"content":{
                "application/json":{},"text/xml":{"schema":{"type":"string"}}}})")) ==
        here + no_event);
    BOOST_TEST(has(header(webhook(R"("operationId":"done",)" + payload)), R"(.id = "x.v1.y.done",)"));
    BOOST_TEST(has(
        problem(webhook(R"("operationId":"x.v1.y.done",)" + payload + R"(,"x-feishu-app-types":["isv"])")),
        here + "/post/x-feishu-app-types: \"isv\" is not custom or store"));
    std::string scopes = "\"s\"";
    for (int i = 0; i < 24; ++i)
        scopes += ",\"s\"";
    auto const made = header(webhook(R"("operationId":"x.v1.y.done",)" + payload +
                                     R"(,"x-feishu-field-scopes":[)" + scopes + "]"));
    BOOST_TEST(has(made, R"(static constexpr std::string_view all_field_scopes[] = {"s", "s",)"));
    BOOST_TEST(has(made, ".field_scopes = all_field_scopes,"));
}
