#include <feishu/http/impl/response_decoder.hpp>
#include <feishu/http/impl/retry_after.hpp>

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

namespace http = feishu::http;
using feishu::error;
using feishu::error_kind;

struct payload {
    std::string name{};
    int count = 0;
    int expire = 0;
};
BOOST_DESCRIBE_STRUCT(payload, (), (name, count, expire))

struct oauth_payload {
    std::string access_token{};
    std::string error{};
};
BOOST_DESCRIBE_STRUCT(oauth_payload, (), (access_token, error))

struct hook_payload {
    int StatusCode = -1;
    std::string StatusMessage{};
};
BOOST_DESCRIBE_STRUCT(hook_payload, (), (StatusCode, StatusMessage))

constexpr feishu::endpoint_spec data_spec{.id = "x.v1.thing.get", .path = "/open-apis/x"};
constexpr feishu::endpoint_spec flat_spec{
    .id = "x.v1.token.get", .path = "/open-apis/x", .envelope = feishu::envelope::flat};

struct response_parts {
    int status = 200;
    http::header_list headers{};
    std::vector<std::string> body{};
    feishu::result<void> exchanged{};
};

feishu::result<payload> read(response_parts const& e, feishu::endpoint_spec const& spec = data_spec) {
    payload target;
    http::response_decoder decoder(spec, &target, feishu::json::binding_of<payload>);
    decoder.on_head({.status = e.status, .headers = e.headers});
    for (auto const& chunk : e.body)
        if (!decoder.on_body(chunk))
            break;
    if (auto done = decoder.finish(e.exchanged); !done)
        return done.error();
    return target;
}

feishu::result<payload> read(int status, std::string const& body, feishu::endpoint_spec const& spec = data_spec) {
    return read({.status = status, .body = {body}}, spec);
}

error failure(feishu::result<payload> const& r) {
    BOOST_TEST_REQUIRE(r.has_error());
    return r.error();
}

BOOST_AUTO_TEST_SUITE(response_success)

BOOST_AUTO_TEST_CASE(fields_come_from_data) {
    auto const r = read(200, R"({"code":0,"msg":"success","data":{"name":"a","count":2}})");
    BOOST_TEST_REQUIRE(r.has_value());
    BOOST_TEST(r->name == "a");
    BOOST_TEST(r->count == 2);
}

BOOST_AUTO_TEST_CASE(fields_beside_data_are_not_the_responses) {
    auto const r = read(200, R"({"code":0,"name":"wrong","data":{"count":2}})");
    BOOST_TEST(r.value().name == "");
}

BOOST_AUTO_TEST_CASE(flat_fields_come_from_the_envelope) {
    auto const r = read(200, R"({"code":0,"msg":"ok","name":"t-1","expire":7200})", flat_spec);
    BOOST_TEST(r.value().name == "t-1");
    BOOST_TEST(r.value().expire == 7200);
}

BOOST_AUTO_TEST_CASE(a_flat_response_may_have_its_fields_before_the_code) {
    auto const r = read(200, R"({"name":"t-1","expire":7200,"code":0,"msg":"ok"})", flat_spec);
    BOOST_TEST(r.value().expire == 7200);
}

BOOST_AUTO_TEST_CASE(data_may_be_missing_null_or_empty) {
    for (char const* body : {R"({"code":0})", R"({"code":0,"data":null})", R"({"code":0,"data":{}})", R"({"code":0,"data":""})"})
        BOOST_TEST_CONTEXT(body)
            BOOST_TEST(read(200, body).has_value());
}

BOOST_AUTO_TEST_CASE(data_may_come_before_the_code) {
    BOOST_TEST(read(200, R"({"data":{"count":2},"code":0})").value().count == 2);
}

BOOST_AUTO_TEST_CASE(a_code_in_a_string_is_a_code) {
    BOOST_TEST(read(200, R"({"code":"0","data":{"count":2}})").value().count == 2);
}

BOOST_AUTO_TEST_CASE(an_error_object_beside_code_zero_is_no_error) {
    BOOST_TEST(read(200, R"({"code":0,"error":{"log_id":"L"},"data":{"count":2}})").value().count == 2);
}

BOOST_AUTO_TEST_CASE(every_split_of_the_body_gives_the_same_fields) {
    std::string const body = R"({"code":0,"msg":"报告","data":{"name":"报告\n😀","count":2},"more":[1,{"a":2}]})";
    for (std::size_t at = 0; at <= body.size(); ++at) {
        auto const r = read({.body = {body.substr(0, at), body.substr(at)}});
        BOOST_TEST_CONTEXT("split at " << at)
            BOOST_TEST((r && r->name == "报告\n😀" && r->count == 2));
    }
}

BOOST_AUTO_TEST_CASE(a_body_byte_by_byte_gives_the_same_fields) {
    response_parts e;
    for (char const c : std::string(R"({"code":0,"data":{"name":"报告","count":2}})"))
        e.body.emplace_back(1, c);
    BOOST_TEST(read(e).value().name == "报告");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(response_api_errors)

BOOST_AUTO_TEST_CASE(a_code_is_an_api_error_with_everything_the_platform_says) {
    auto const e = failure(read(400, R"({"code":230002,"msg":"Bot is out","error":{"log_id":"L2","troubleshooter":"https://t",
        "field_violations":[{"field":"receive_id","value":"x","description":"not a member"},{"field":"other"}]}})"));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST(e.code == 230002);
    BOOST_TEST(e.message == "Bot is out (not a member)");
    BOOST_TEST(e.http_status == 400);
    BOOST_TEST(e.endpoint == "x.v1.thing.get");
    BOOST_TEST(e.field == "receive_id");
    BOOST_TEST(e.log_id == "L2");
    BOOST_TEST(e.troubleshooter == "https://t");
    BOOST_TEST(e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_code_is_an_error_whatever_the_status) {
    for (int const status : {200, 400, 403, 429, 500, 503})
        BOOST_TEST(failure(read(status, R"({"code":1,"msg":"m"})")).code == 1);
}

BOOST_AUTO_TEST_CASE(a_log_id_of_any_bytes_leaves_the_error_text_utf8) {
    auto const e = failure(read({.status = 400,
                                 .headers = {{"X-Tt-Logid", "20\xff\xfe\x1b[31m26"}},
                                 .body = {R"({"code":1,"msg":"m"})"}}));
    BOOST_TEST(e.log_id.find_first_of("\xff\xfe\x1b") == std::string::npos);
    BOOST_TEST(e.log_id.starts_with("20"));
}

BOOST_AUTO_TEST_CASE(the_log_id_of_the_header_wins) {
    auto const e = failure(read({.status = 400,
                                 .headers = {{"x-tt-logid", "H"}},
                                 .body = {R"({"code":1,"msg":"m","error":{"log_id":"B"}})"}}));
    BOOST_TEST(e.log_id == "H");
}

BOOST_AUTO_TEST_CASE(a_code_with_odd_data_is_that_code) {
    for (char const* data : {R"("oops")", "[]", "7", "[1,{}]", R"({"count":"x"})", "null", "{}"})
        BOOST_TEST_CONTEXT(data) {
            auto const e = failure(read(400, R"({"code":230002,"msg":"m","data":)" + std::string(data) + "}"));
            BOOST_TEST((e.kind == error_kind::api));
            BOOST_TEST(e.code == 230002);
        }
}

BOOST_AUTO_TEST_CASE(a_message_behind_odd_data_is_the_message) {
    BOOST_TEST(failure(read(200, R"({"code":230002,"data":[],"msg":"m"})")).message == "m");
}

BOOST_AUTO_TEST_CASE(an_odd_flat_field_behind_a_code_is_left_alone) {
    BOOST_TEST(failure(read(200, R"({"code":10014,"expire":{},"msg":"m"})", flat_spec)).message == "m");
}

BOOST_AUTO_TEST_CASE(a_code_behind_odd_data_is_that_code_whatever_the_status) {
    for (int const status : {200, 400})
        for (std::string const data : {R"("oops")", "[]", "7", "[1,{}]", R"({"count":"x"})", R"({"name":{},"count":[]})",
                                       "true", "1e400", R"([[[["deep"]]]])"})
            for (std::string const& body : {R"({"data":)" + data + R"(,"code":230002,"msg":"m"})",
                                            R"({"msg":"m","data":)" + data + R"(,"code":230002})",
                                            R"({"code":230002,"data":)" + data + R"(,"msg":"m"})"})
                BOOST_TEST_CONTEXT(status << " " << body) {
                    auto const e = failure(read(status, body));
                    BOOST_TEST((e.kind == error_kind::api));
                    BOOST_TEST(e.code == 230002);
                    BOOST_TEST(e.message == "m");
                }
}

// --- retry delays (case 22-rate-limit-codes)

BOOST_AUTO_TEST_CASE(the_error_of_a_rate_limit_holds_the_time_that_the_platform_asks_to_wait) {
    auto const e = failure(read({.status = 429,
                                 .headers = {{"X-Ogw-Ratelimit-Reset", "7"}},
                                 .body = {R"({"code":99991400,"msg":"request trigger frequency limit"})"}}));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST(e.code == 99991400);
    BOOST_TEST(e.http_status == 429);
    BOOST_TEST(e.retryable());
    BOOST_TEST((e.retry_after == std::chrono::seconds(7)));
}

BOOST_AUTO_TEST_CASE(a_gateway_without_json_may_ask_to_wait_too) {
    auto const wait = [](http::header_list headers) {
        auto const e = failure(read({.status = 503, .headers = std::move(headers), .body = {"<html>"}}));
        BOOST_TEST((e.kind == error_kind::http));
        return e.retry_after.count();
    };
    BOOST_TEST(wait({{"Retry-After", "120"}}) == 120'000);
    BOOST_TEST(wait({{"Retry-After", "1"}, {"x-ogw-ratelimit-reset", "3"}}) == 3'000);
    BOOST_TEST(wait({{"Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT"}, {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}) ==
               60'000);
    BOOST_TEST(wait({{"Retry-After", "Sun, 06 Nov 1994 08:48:37 GMT"}, {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}) == 0);
    BOOST_TEST(wait({{"Retry-After", "99999999999999999999"}}) == 365LL * 24 * 3600 * 1000);
    for (std::string const odd : {"", "-1", "soon", "1.5", "7 s", "Sun, 06 Nov 1994 08:49:37 GMT",
                                  "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nix 1994 08:49:37 GMT"})
        BOOST_TEST_CONTEXT(odd) BOOST_TEST(wait({{"Retry-After", odd}}) == 0);
}

BOOST_AUTO_TEST_CASE(a_date_of_retry_after_counts_from_the_date_of_the_response_or_from_the_clock) {
    auto const now = std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) + std::chrono::hours(8);
    auto const wait = [&](http::header_list const& headers) {
        return http::detail::retry_after(headers, now) / std::chrono::seconds(1);
    };
    http::header const later{"Retry-After", "Sun, 06 Nov 1994 08:01:00 GMT"};
    BOOST_TEST(wait({later}) == 60);
    BOOST_TEST(wait({later, {"Date", "Sun, 06 Nov 1994 08:00:30 GMT"}}) == 30);
    BOOST_TEST(wait({later, {"Date", "today"}}) == 60);
    BOOST_TEST(wait({{"Retry-After", "Sun, 06 Nov 1994 07:59:00 GMT"}}) == 0);
}

BOOST_AUTO_TEST_CASE(the_requested_wait_is_a_year_at_most) {
    auto const now = std::chrono::sys_days(std::chrono::year(1994) / 11 / 6);
    constexpr auto year = std::chrono::hours(365 * 24);
    for (std::string const text : {"Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 06 Nov 1995 00:00:01 GMT", "31536001"})
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST((http::detail::retry_after({{"Retry-After", text}}, now) == year));
            BOOST_TEST((http::detail::retry_after(
                            {{"Retry-After", text}, {"Date", "Sun, 06 Nov 1994 00:00:00 GMT"}}, now) == year));
        }
    BOOST_TEST((http::detail::retry_after({{"x-ogw-ratelimit-reset", "99999999999"}}, now) == year));
}

BOOST_AUTO_TEST_CASE(odd_error_details_are_left_alone) {
    for (char const* detail : {"[]", "7", "{}", R"({"field_violations":{}})", R"({"field_violations":[]})",
                               R"({"field_violations":[7]})", R"({"log_id":7,"troubleshooter":[]})", "null"})
        BOOST_TEST_CONTEXT(detail) {
            auto const e = failure(read(400, R"({"code":1,"msg":"m","error":)" + std::string(detail) + "}"));
            BOOST_TEST((e.kind == error_kind::api));
            BOOST_TEST(e.message == "m");
            BOOST_TEST(e.log_id == "");
        }
}

BOOST_AUTO_TEST_CASE(an_oauth_error_is_an_api_error) {
    auto const e = failure(read(400, R"({"error":"invalid_grant","error_description":"code expired","code":20003})"));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST(e.code == 20003);
    BOOST_TEST(e.message == "invalid_grant: code expired");
}

BOOST_AUTO_TEST_CASE(an_oauth_error_without_a_code_is_an_error_all_the_same) {
    auto const e = failure(read(400, R"({"error":"invalid_request","error_description":"no code"})", flat_spec));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST(e.code == 0);
    BOOST_TEST(e.message == "invalid_request: no code");
}

BOOST_AUTO_TEST_CASE(a_flat_error_is_an_api_error) {
    auto const e = failure(read(200, R"({"code":10014,"msg":"app secret invalid"})", flat_spec));
    BOOST_TEST(e.code == 10014);
    BOOST_TEST(e.message == "app secret invalid");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(response_other_failures)

BOOST_AUTO_TEST_CASE(html_from_a_gateway_is_an_http_error_that_shows_its_beginning) {
    auto const e = failure(read(502, "<html><body>Bad Gateway</body></html>"));
    BOOST_TEST((e.kind == error_kind::http));
    BOOST_TEST(e.http_status == 502);
    BOOST_TEST(e.message == "HTTP status 502: <html><body>Bad Gateway</body></html>");
    BOOST_TEST(e.retryable());
}

BOOST_AUTO_TEST_CASE(a_redirect_is_an_http_error_that_names_where_it_points) {
    struct redirect {
        std::string location;
        std::string named;
    };
    redirect const table[] = {
        {"https://other.example/open-apis/x?access_token=t-1#f", "https://other.example/open-apis/x"},
        {"https://user:t-1@other.example:8443/a@b", "https://other.example:8443/a@b"},
        {"//t-1@other.example/x", "//other.example/x"},
        {"https:\\\\t-1@other.example\\x", "https://other.example/x"},
        {"https://other.example", "https://other.example"},
        {"/login?token=t-1", "/login"},
        {"https://other.example/\t\x1b[31m\xe4\xbd\xa0x", "https://other.example/[31mx"},
        {"https://other.example/" + std::string(60'000, 'x'), "https://other.example/" + std::string(175, 'x') + "..."},
    };
    for (int const status : {301, 302, 303, 307, 308})
        for (auto const& one : table) {
            auto const e = failure(read({.status = status, .headers = {{"Location", one.location}}}));
            BOOST_TEST((e.kind == error_kind::http));
            BOOST_TEST(e.http_status == status);
            BOOST_TEST(e.message == "HTTP status " + std::to_string(status) + ", a redirect to " + one.named +
                                        ", which is not followed, empty body");
            BOOST_TEST(!e.retryable());
        }
}

BOOST_AUTO_TEST_CASE(a_redirect_of_an_endpoint_with_a_secret_in_its_path_is_shown_without_the_path) {
    constexpr feishu::endpoint_spec hook{.id = "bot.v2.hook.send", .path = "/open-apis/bot/v2/hook/:token"};
    auto const named = [&](std::string_view location) {
        return failure(read({.status = 308, .headers = {{"Location", location}}}, hook)).message;
    };
    BOOST_TEST(named("https://other.example/open-apis/bot/v2/hook/s-1") ==
               "HTTP status 308, a redirect to https://other.example, which is not followed, empty body");
    BOOST_TEST(named("/open-apis/bot/v2/hook/s-1") == "HTTP status 308, empty body");
}

BOOST_AUTO_TEST_CASE(a_location_without_a_redirect_is_not_shown) {
    auto const e = failure(read({.status = 404, .headers = {{"Location", "https://other.example/"}}}));
    BOOST_TEST(e.message == "HTTP status 404, empty body");
}

BOOST_AUTO_TEST_CASE(a_content_encoding_that_was_not_requested_is_an_error_that_names_it) {
    for (std::string const coding : {"gzip", "br", "deflate, gzip", "x"}) {
        auto const e = failure(read({.headers = {{"content-encoding", coding}}, .body = {"\x1f\x8b\x08"}}));
        BOOST_TEST((e.kind == error_kind::decode));
        BOOST_TEST(e.message ==
                   "the response has the Content-Encoding \"" + coding + "\", which was not requested");
        auto const failed = failure(read({.status = 502, .headers = {{"Content-Encoding", coding}}, .body = {"\x1f"}}));
        BOOST_TEST((failed.kind == error_kind::http));
        BOOST_TEST(failed.message == "HTTP status 502, with the Content-Encoding \"" + coding + "\"");
    }
    BOOST_TEST(failure(read({.headers = {{"Content-Encoding", "\x1b" + std::string(60'000, 'x')}}})).message.size() < 250u);
    BOOST_TEST(read({.headers = {{"Content-Encoding", "Identity"}}, .body = {R"({"code":0,"msg":"ok","data":{}})"}})
                   .has_value());
}

BOOST_AUTO_TEST_CASE(a_long_body_is_shown_by_its_beginning_only) {
    auto const e = failure(read(502, std::string(100'000, 'x')));
    BOOST_TEST(e.message.size() < 300u);
}

BOOST_AUTO_TEST_CASE(a_beginning_that_ends_inside_a_character_is_still_text) {
    for (std::size_t ascii = 197; ascii < 204; ++ascii) {
        auto const e = failure(read(502, std::string(ascii, 'x') + "报告报告"));
        BOOST_TEST(e.message.starts_with("HTTP status 502: xxx"));
    }
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_text_is_not_shown) {
    for (std::string const& body : {std::string("\xFF\xFE"), std::string("<\0h\0t\0m\0", 8), std::string("\x1f\x8b\b\0\0", 5)})
        for (int const status : {200, 502})
            BOOST_TEST(failure(read(status, body)).message.ends_with(": a body that is not text"));
}

BOOST_AUTO_TEST_CASE(an_empty_body_with_a_failing_status_is_an_http_error) {
    auto const e = failure(read({.status = 404}));
    BOOST_TEST((e.kind == error_kind::http));
    BOOST_TEST(e.message == "HTTP status 404, empty body");
}

BOOST_AUTO_TEST_CASE(json_without_a_code_and_a_failing_status_is_an_http_error) {
    BOOST_TEST((failure(read(500, R"({"message":"x"})")).kind == error_kind::http));
}

BOOST_AUTO_TEST_CASE(an_empty_body_with_status_200_is_a_decode_error) {
    auto const e = failure(read({.status = 200}));
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.message == "the response cannot be read: the document is empty (byte 0), empty body");
}

BOOST_AUTO_TEST_CASE(garbage_with_status_200_is_a_decode_error) {
    for (char const* body : {"<html>", "garbage", "[]", "7", "\"x\"", R"({"code":0)", R"({"code":0}x)", "\xFF"})
        BOOST_TEST_CONTEXT(body) {
            auto const e = failure(read(200, body));
            BOOST_TEST((e.kind == error_kind::decode));
            BOOST_TEST(e.http_status == 200);
        }
}

// Case 36-html-instead-of-json, and similar ones.
BOOST_AUTO_TEST_CASE(what_a_captive_portal_sends_with_status_200_is_shown) {
    auto const e = failure(read({.status = 200,
                                 .headers = {{"Content-Type", "text/html"}},
                                 .body = {"<!DOCTYPE html><html><body>Sign in to the network</body></html>"}}));
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.http_status == 200);
    BOOST_TEST(e.message.find(
                   " (text/html): <!DOCTYPE html><html><body>Sign in to the network</body></html>") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_that_arrives_byte_by_byte_is_shown_as_well) {
    std::string const page = "<!DOCTYPE html><html>" + std::string(1000, 'x');
    response_parts e{.status = 200};
    for (char const c : page)
        e.body.emplace_back(1, c);
    BOOST_TEST(failure(read(e)).message.find(page.substr(0, 200)) != std::string::npos);
    BOOST_TEST(failure(read(e)).message.find(page.substr(0, 201)) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_in_another_charset_is_shown_as_far_as_it_is_text) {
    auto const e = failure(read({.status = 200,
                                 .headers = {{"Content-Type", "text/html; charset=GBK"}},
                                 .body = {"<html><title>\xC7\xEB\xB5\xC7\xC2\xBC</title> log in </html>"}}));
    BOOST_TEST(e.message.find("(text/html; charset=GBK): <html><title>?") != std::string::npos);
    BOOST_TEST(e.message.ends_with("</title> log in </html>"));
}

BOOST_AUTO_TEST_CASE(line_breaks_and_control_characters_do_not_reach_the_log) {
    auto const message = failure(read(200, "<html>\r\n<b>\x1b[31mred\x7f")).message;
    BOOST_TEST(message.ends_with("<html>  <b>?[31mred?"));
}

BOOST_AUTO_TEST_CASE(secrets_of_any_shape_are_hidden) {
    for (std::string const body :
         {R"({"token":["t-s3cret"],"x":1)", R"({"token":{"value":"t-s3cret"},"x)", R"({"app_ticket" : 4711333,"x":1)",
          "<a href=\"/login?access_token=t-s3cret&x=1\">", "refresh_token=ur-s3cret", "app_secret=s3cret more"}) {
        auto const message = failure(read(200, body, flat_spec)).message;
        BOOST_TEST(message.find("s3cret") == std::string::npos, message);
        BOOST_TEST(message.find("4711333") == std::string::npos, message);
        BOOST_TEST(message.find("***") != std::string::npos, message);
    }
    BOOST_TEST(failure(read(200, R"({"type":"token","shown":5)", flat_spec)).message.ends_with(R"("shown":5)"));
}

BOOST_AUTO_TEST_CASE(truncated_json_is_shown_without_the_secrets_in_it) {
    for (std::string const body :
         {R"({"code":0,"tenant_access_token":"t-s3cret","expire":72)", R"({"code":0,"tenant_access_token":"t-s3cr)",
          R"({"code":0,"data":{"refresh_token" : "ur-s3cret","x)", R"({"code":0,"app_secret":"a\"s3cret","x":1)"}) {
        auto const e = failure(read(200, body, flat_spec));
        BOOST_TEST((e.kind == error_kind::decode));
        BOOST_TEST(e.message.find("{\"code\":0,") != std::string::npos);
        BOOST_TEST(e.message.find("***") != std::string::npos);
        BOOST_TEST(e.message.find("s3cr") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_before_the_document_is_skipped) {
    std::string const body = "\xEF\xBB\xBF" R"({"code":0,"data":{"name":"a"}})";
    BOOST_TEST(read(200, body).value().name == "a");
    response_parts split{.status = 200};
    for (char const c : body)
        split.body.emplace_back(1, c);
    BOOST_TEST(read(split).value().name == "a");
    BOOST_TEST((failure(read(200, "\xEF\xBB")).kind == error_kind::decode));
    BOOST_TEST((failure(read(200, "\xEF\xBB{\"code\":0}")).kind == error_kind::decode));
}

BOOST_AUTO_TEST_CASE(bodies_above_64_megabytes_are_not_limited_by_the_decoder) {
    payload target;
    http::response_decoder response(data_spec, &target, feishu::json::binding_of<payload>);
    response.on_head({.status = 200});
    BOOST_TEST(response.on_body(R"({"code":0,"data":{"name":"a"},"more":[")"));
    std::string const megabyte(1u << 20, 'x');
    for (int i = 0; i < 66; ++i)
        BOOST_TEST_REQUIRE(response.on_body(i % 2 == 0 ? megabyte : R"(",")" + megabyte));
    BOOST_TEST(response.on_body(R"("]})"));
    BOOST_TEST(response.finish({}).has_value());
    BOOST_TEST(target.name == "a");
}

BOOST_AUTO_TEST_CASE(a_field_of_another_json_type_is_skipped_and_noted) {
    payload target;
    http::response_decoder response(data_spec, &target, feishu::json::binding_of<payload>);
    response.on_head({.status = 200});
    response.on_body(R"({"code":0,"data":{"name":"a","count":[]}})");
    BOOST_TEST(response.finish({}).has_value());
    BOOST_TEST(target.name == "a");
    BOOST_TEST_REQUIRE(response.notes().items.size() == 1u);
    BOOST_TEST(response.notes().items[0].path == "data.count");
}

// --- success is a numeric code

BOOST_AUTO_TEST_CASE(a_code_of_another_kind_is_no_success) {
    for (auto const* spec : {&data_spec, &flat_spec})
        for (std::string const code : {"{}", R"({"value":0})", "[]", "[0]", "null", "true", "false", R"("ok")", R"("")",
                                       R"("0x")", R"(" 0")", R"("99999999999")", "99999999999", "18446744073709551615",
                                       "0.5", "1e999"})
            for (std::string const& body :
                 {R"({"code":)" + code + R"(,"msg":"ok","name":"t","data":{"name":"a"}})",
                  R"({"name":"t","data":{"name":"a"},"msg":"ok","code":)" + code + "}"})
                BOOST_TEST_CONTEXT(body) {
                    auto const e = failure(read(200, body, *spec));
                    BOOST_TEST((e.kind == error_kind::decode));
                    BOOST_TEST(e.field == "code");
                    BOOST_TEST(e.message.starts_with("the response cannot be read: code is not a number"));
                    BOOST_TEST(e.may_have_executed);
                }
}

BOOST_AUTO_TEST_CASE(a_missing_code_is_no_success) {
    for (auto const* spec : {&data_spec, &flat_spec})
        for (char const* body : {"{}", R"({"msg":"ok"})", R"({"data":{"code":0,"name":"a"}})", R"({"Code":0})",
                                 R"({"tenant_access_token":"t-1","expire":7200})", R"({"error":{"code":0}})"})
            BOOST_TEST_CONTEXT(body) {
                auto const e = failure(read(200, body, *spec));
                BOOST_TEST((e.kind == error_kind::decode));
                BOOST_TEST(e.field == "code");
                BOOST_TEST(e.message.starts_with("the response cannot be read: code is missing"));
            }
}

BOOST_AUTO_TEST_CASE(a_code_of_another_kind_with_a_failing_status_is_an_http_error) {
    BOOST_TEST((failure(read(500, R"({"code":{},"msg":"m"})")).kind == error_kind::http));
}

BOOST_AUTO_TEST_CASE(a_code_may_be_written_as_any_number) {
    for (std::string const code : {"0", R"("0")", "0.0", "-0", "0e0"})
        BOOST_TEST_CONTEXT(code) BOOST_TEST(read(200, R"({"code":)" + code + "}").has_value());
    for (std::string const code : {"5", R"("5")", "5.0", "5e0"})
        BOOST_TEST_CONTEXT(code) BOOST_TEST(failure(read(200, R"({"code":)" + code + "}")).code == 5);
}

template <class T>
feishu::result<void> outcome_of(T& target, std::string const& body) {
    http::response_decoder decoder(flat_spec, &target, feishu::json::binding_of<T>);
    decoder.on_head({.status = 200});
    decoder.on_body(body);
    return decoder.finish({});
}

// RFC 6749 and 8628: success without a code, failure by `error`.
BOOST_AUTO_TEST_CASE(an_oauth_response_may_leave_the_code_out_but_not_misspell_it) {
    oauth_payload target;
    BOOST_TEST(outcome_of(target, R"({"access_token":"u-1"})").has_value());
    BOOST_TEST(outcome_of(target, R"({"access_token":"u-1","code":0})").has_value());
    BOOST_TEST(outcome_of(target, R"({"access_token":"u-1","code":{}})").error().field == "code");
    BOOST_TEST((outcome_of(target, R"({"error":"invalid_grant"})").error().kind == error_kind::api));
}

BOOST_AUTO_TEST_CASE(the_older_format_of_custom_bots_has_its_code_in_another_member) {
    hook_payload target;
    for (char const* body : {R"({"StatusCode":0,"StatusMessage":"success"})", R"({"code":0})", R"({"StatusCode":"0"})",
                             R"({"Extra":null,"StatusCode":0,"StatusMessage":"success","code":0,"msg":"success"})"})
        BOOST_TEST_CONTEXT(body) BOOST_TEST(outcome_of(target, body).has_value());
    for (char const* body : {R"({"StatusCode":9499,"StatusMessage":"Bad Request"})",
                             R"({"StatusMessage":"Bad Request","StatusCode":9499})",
                             R"({"code":0,"StatusCode":9499,"StatusMessage":"Bad Request"})",
                             R"({"code":9499,"StatusCode":0,"msg":"Bad Request","StatusMessage":"success"})"})
        BOOST_TEST_CONTEXT(body) {
            auto const e = outcome_of(target, body).error();
            BOOST_TEST((e.kind == error_kind::api));
            BOOST_TEST(e.code == 9499);
            BOOST_TEST(e.message == "Bad Request");
        }
    for (char const* body : {R"({"StatusCode":{}})", R"({"StatusMessage":"success"})", R"({"code":null,"StatusCode":0})"})
        BOOST_TEST_CONTEXT(body) BOOST_TEST(outcome_of(target, body).error().field == "code");
    BOOST_TEST(outcome_of(target, R"({"StatusCode":0})").has_value());
    BOOST_TEST(target.StatusCode == 0);
}

BOOST_AUTO_TEST_CASE(a_transport_error_is_kept_and_placed) {
    auto const e = failure(read({.headers = {{"X-Tt-Logid", "L"}},
                                 .exchanged = error{.kind = error_kind::timeout, .message = "late", .may_have_executed = false}}));
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "late");
    BOOST_TEST(e.endpoint == "x.v1.thing.get");
    BOOST_TEST(e.log_id == "L");
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_document_deeper_than_any_response_is_a_decode_error) {
    auto const e = failure(read(200, R"({"x":)" + std::string(1'000'000, '[')));
    BOOST_TEST((e.kind == error_kind::decode));
}

BOOST_AUTO_TEST_CASE(status_and_code_can_be_queried) {
    payload target;
    http::response_decoder decoder(data_spec, &target, feishu::json::binding_of<payload>);
    decoder.on_head({.status = 400});
    decoder.on_body(R"({"code":5})");
    BOOST_TEST(decoder.status() == 400);
    BOOST_TEST(decoder.code() == 5);
}

struct list_payload {
    std::vector<payload> items{};
};
BOOST_DESCRIBE_STRUCT(list_payload, (), (items))

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

constexpr feishu::endpoint_spec bare_spec{
    .id = "x.v1.thing.get", .path = "/things", .envelope = feishu::envelope::none};
constexpr feishu::endpoint_spec value_spec{
    .id = "x.v1.things.get", .path = "/things", .envelope = feishu::envelope::value};

template <class T>
feishu::result<T> read_as(feishu::endpoint_spec const& spec, int status, std::string const& body) {
    T target;
    http::response_decoder decoder(spec, &target, feishu::json::binding_of<T>);
    decoder.on_head({.status = status});
    if (!body.empty())
        decoder.on_body(body);
    if (auto done = decoder.finish({}); !done)
        return done.error();
    return target;
}

BOOST_AUTO_TEST_CASE(a_body_without_an_envelope_is_the_response) {
    BOOST_TEST(read(201, R"({"name":"a","code":7,"error":"x","data":{}})", bare_spec).value().name == "a");
    auto const refused = read(404, R"({"name":"a","code":7})", bare_spec);
    BOOST_REQUIRE(refused.has_error());
    BOOST_TEST((refused.error().kind == error_kind::http));
    BOOST_TEST(refused.error().message.find(R"({"name":"a")") != std::string::npos);
    BOOST_TEST((read(200, "[]", bare_spec).error().kind == error_kind::decode));
}

BOOST_AUTO_TEST_CASE(a_body_can_be_a_list_of_the_only_member) {
    auto const two = read_as<list_payload>(value_spec, 200, R"([{"name":"a"},{"name":"b"}])").value();
    BOOST_TEST_REQUIRE(two.items.size() == 2u);
    BOOST_TEST(two.items[1].name == "b");
    BOOST_TEST((read_as<list_payload>(value_spec, 200, R"({"name":"a"})").error().kind == error_kind::decode));
    BOOST_TEST((read_as<list_payload>(value_spec, 500, R"({"message":"no"})").error().kind == error_kind::http));
}

BOOST_AUTO_TEST_CASE(no_content_is_a_response_without_an_envelope) {
    BOOST_TEST(read(204, "", bare_spec).has_value());
    BOOST_TEST(read_as<nothing>(bare_spec, 200, "").has_value());
    BOOST_TEST(read_as<list_payload>(value_spec, 204, "").has_value());
    BOOST_TEST((read(200, "", bare_spec).error().kind == error_kind::decode));
    BOOST_TEST((read(204, "").error().kind == error_kind::decode));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
