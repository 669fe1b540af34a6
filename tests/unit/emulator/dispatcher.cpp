#include <feishu/emulator/impl/gateway/dispatcher.hpp>

#include <new>
#include <random>
#include <thread>

#include <boost/json/parse.hpp>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/core/errc.hpp>

#include "world.hpp"

using namespace test;

namespace my {

/// An endpoint that the library does not ship.
struct greet {
    static constexpr feishu::endpoint_spec spec{
        .id = "my.v1.greet",
        .method = feishu::verb::post,
        .path = "/open-apis/my/v1/people/:name/greet",
        .query = {"times", "tags"},
        .tokens = feishu::token::tenant,
        .scopes = {feishu::any_of("my:greet", "my:all"), feishu::any_of("my:people")},
    };
    feishu::field::required<std::string> name;
    feishu::field::number<int, 1, 3> times = 1;
    std::vector<std::string> tags{};
    std::optional<bool> loud{};

    struct response {
        std::string text;
        std::string empty;
    };
};
BOOST_DESCRIBE_STRUCT(greet, (), (name, times, tags, loud))
BOOST_DESCRIBE_STRUCT(greet::response, (), (text, empty))

struct device_start {
    static constexpr feishu::endpoint_spec spec{
        .id = "my.v1.device.start",
        .method = feishu::verb::post,
        .host = feishu::host::accounts,
        .path = "/my/v1/device",
        .body = feishu::body_format::form,
        .envelope = feishu::envelope::flat,
    };
    feishu::field::required<std::string> scope;
    std::optional<int> seconds{};

    struct response {
        std::string device_code;
    };
};
BOOST_DESCRIBE_STRUCT(device_start, (), (scope, seconds))
BOOST_DESCRIBE_STRUCT(device_start::response, (), (device_code))

} // namespace my

namespace {

/// The world behind a dispatcher, with a valid token.
struct platform {
    explicit platform(world w = {})
        : bot(w.bot), ann(w.ann), eve(w.eve), ops(w.ops), tenant(std::move(w.tenant)) {
        emulator::serve_platform(dispatch);
        token = tenant->tenant_token(bot.app_id).value;
    }

    emulator::response send(std::string method, std::string target, std::string body = {}) {
        emulator::request req{
            .method = std::move(method), .target = std::move(target), .headers = {}, .body = {}};
        if (!token.empty())
            req.headers.push_back({"authorization", "Bearer " + token});
        if (!body.empty())
            req.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
        req.body = std::move(body);
        last = dispatch.handle_request(req);
        return last;
    }
    int code(std::string method, std::string target, std::string body = {}) {
        send(std::move(method), std::move(target), std::move(body));
        return static_cast<int>(json().at("code").as_int64());
    }
    boost::json::object json() const { return boost::json::parse(last.body).as_object(); }
    /// `field: description` of every violation in the last response.
    std::vector<std::string> violations() const {
        std::vector<std::string> out;
        auto const body = json();
        for (auto const& v : body.at("error").at("field_violations").as_array())
            out.push_back(v.at("description").as_string().c_str());
        return out;
    }

    std::string create(std::string_view extra = {}) const {
        return R"({"receive_id":")" + ops.str() + R"(","msg_type":"text","content":"{\"text\":\"hi\"}")" +
               std::string(extra) + '}';
    }

    emulator::app bot;
    emulator::user ann;
    emulator::user eve;
    feishu::chat_id ops;
    emulator::shared_state tenant;
    emulator::dispatcher dispatch{tenant};
    std::string token;
    emulator::response last;
};

std::string const messages = "/open-apis/im/v1/messages";
std::string const to_chat = messages + "?receive_id_type=chat_id";

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_dispatch)

BOOST_AUTO_TEST_CASE(a_response_has_its_fields_under_data) {
    platform p;
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 0);
    BOOST_TEST(p.last.status == 200);
    auto const reply = p.json();
    BOOST_TEST(reply.at("msg").as_string() == "success");
    BOOST_TEST(reply.at("data").at("chat_id").as_string() == p.ops.str());
    BOOST_TEST(reply.at("data").at("create_time").as_string() == "1700000000000");
    BOOST_TEST(reply.at("data").at("body").at("content").as_string() == R"({"text":"hi"})");
    BOOST_TEST(!reply.contains("error"));
}

BOOST_AUTO_TEST_CASE(a_flat_envelope_has_its_fields_beside_the_code) {
    platform p;
    p.token.clear();
    BOOST_TEST(p.code("POST", "/open-apis/auth/v3/tenant_access_token/internal",
                      R"({"app_id":")" + p.bot.app_id.str() + R"(","app_secret":")" + p.bot.app_secret +
                          R"("})") == 0);
    BOOST_TEST(p.json().at("msg").as_string() == "ok");
    BOOST_TEST(p.json().at("tenant_access_token").as_string().starts_with("t-"));
    BOOST_TEST(p.json().at("expire").as_int64() == 7200);
}

BOOST_AUTO_TEST_CASE(token_endpoints_refuse_with_the_code_and_status_of_the_table_of_errors) {
    platform p;
    p.token.clear();
    BOOST_TEST(p.code("POST", "/open-apis/auth/v3/tenant_access_token/internal", R"({"app_id":"cli_1"})") ==
               10003);
    BOOST_TEST(p.last.status == 200);
    BOOST_TEST(p.code("POST", "/open-apis/auth/v3/tenant_access_token/internal",
                      R"({"app_id":")" + p.bot.app_id.str() + R"(","app_secret":"wrong"})") == 10014);
    BOOST_TEST(p.last.status == feishu::find_errc(10014)->http);
}

BOOST_AUTO_TEST_CASE(every_response_has_a_log_id_in_its_header_and_a_refusal_in_its_body_too) {
    platform p;
    p.send("POST", to_chat, p.create());
    auto const first = std::string(feishu::http::find_header(p.last.headers, "X-Tt-Logid"));
    BOOST_TEST(first.size() == 34u);
    p.send("GET", "/nowhere");
    BOOST_TEST(!feishu::http::find_header(p.last.headers, "X-Tt-Logid").empty());
    p.code("GET", messages + "/om_unknown");
    auto const log_id = feishu::http::find_header(p.last.headers, "X-Tt-Logid");
    BOOST_TEST(log_id != first);
    BOOST_TEST(p.json().at("error").at("log_id").as_string() == log_id);
    auto const help = std::string(p.json().at("error").at("troubleshooter").as_string());
    BOOST_TEST(help.find("https://open.feishu.cn/search?") != std::string::npos);
    BOOST_TEST(help.find(log_id) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unknown_path_is_404_in_plain_text_and_a_wrong_method_405) {
    platform p;
    for (auto const* target :
         {"/", "", "*", "/open-apis/im/v1/message", "/open-apis/im/v1/messages/",
          "/open-apis/im/v1/messages//reply", "http://x/y", "/open-apis/im/v1/messages/a/b/c"}) {
        p.send("GET", target);
        BOOST_TEST(p.last.status == 404, target);
        BOOST_TEST(feishu::http::find_header(p.last.headers, "Content-Type").starts_with("text/plain"));
    }
    for (auto const* method : {"PUT", "HEAD", "post", "", "BREW"}) {
        p.send(method, messages);
        BOOST_TEST(p.last.status == 405, method);
    }
}

BOOST_AUTO_TEST_CASE(tokens_are_checked_before_fields) {
    platform p;
    auto const valid = p.token;
    struct row {
        char const* token;
        int code;
    };
    row const table[] = {{"", 99991661},
                         {"t-unknown", 99991663},
                         {"u-unknown", 99991668},
                         {"a-wrong", 99991671},
                         {"nonsense", 99991671}};
    for (auto const& [token, code] : table) {
        p.token = token;
        BOOST_TEST(p.code("POST", messages, "{}") == code, token);
        BOOST_TEST(p.last.status == 400);
    }
    p.token = valid;
    BOOST_TEST(p.code("POST", messages, "{}") == 99992402);
}

BOOST_AUTO_TEST_CASE(an_authorization_header_of_another_scheme_is_not_a_token) {
    platform p;
    emulator::request req{
        .method = "GET", .target = messages, .headers = {{"Authorization", "Basic t-x"}}, .body = {}};
    BOOST_TEST(p.dispatch.handle_request(req).body.find("99991661") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_endpoint_for_tenant_tokens_refuses_a_user_token) {
    platform p;
    p.token = p.tenant->user_token(p.bot.app_id, p.ann).value;
    BOOST_TEST(p.code("PATCH", messages + "/om_1/urgent_app", "{}") == 99991671);
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 0);
    BOOST_TEST(p.json().at("data").at("sender").at("id").as_string() == p.ann.open_id.str());
}

BOOST_AUTO_TEST_CASE(an_expired_token_is_an_invalid_token) {
    platform p;
    p.tenant->advance(2h);
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 99991663);
}

BOOST_AUTO_TEST_CASE(a_missing_scope_is_named_in_the_response) {
    platform p;
    p.tenant->find_app(p.bot.app_id)->scopes = {{"im:message:readonly"}};
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 99991672);
    BOOST_TEST(std::string(p.json().at("msg").as_string()) ==
               "Access denied. One of the following scopes is required: "
               "[im:message, im:message:send_as_bot, im:message:send]");
    auto const violation = p.json().at("error").at("permission_violations").at(0);
    BOOST_TEST(violation.at("type").as_string() == "action_scope_required");
    BOOST_TEST(violation.at("subject").as_string() == "im:message");
    auto const history = messages + "?container_id_type=chat&container_id=" + p.ops.str();
    BOOST_TEST(p.code("GET", history) == 230027); // in a group
    p.tenant->find_app(p.bot.app_id)->scopes = {{"im:message:readonly", "im:message.group_msg"}};
    BOOST_TEST(p.code("GET", history) == 0);
}

BOOST_AUTO_TEST_CASE(a_scope_that_the_user_did_not_grant_has_its_own_code) {
    platform p;
    p.token = p.tenant
                  ->user_token(p.bot.app_id, p.ann,
                               {{"im:message:readonly", "im:message.group_msg:get_as_user"}})
                  .value;
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 99991679);
    BOOST_TEST(p.code("GET", messages + "?container_id_type=chat&container_id=" + p.ops.str()) == 0);
}

BOOST_AUTO_TEST_CASE(fields_that_are_missing_are_all_named) {
    platform p;
    BOOST_TEST(p.code("POST", messages, "{}") == 99992402);
    BOOST_TEST(p.json().at("msg").as_string() == "field validation failed");
    std::vector<std::string> const expected{"receive_id_type is required", "receive_id is required",
                                            "content is required", "msg_type is required"};
    BOOST_TEST(p.violations() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_body_is_a_body_without_fields) {
    platform p;
    BOOST_TEST(p.code("POST", to_chat) == 99992402);
    BOOST_TEST(p.violations().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_query_value_that_is_not_documented_or_does_not_fit_is_named_with_its_value) {
    platform p;
    BOOST_TEST(p.code("POST", messages + "?receive_id_type=fax", p.create()) == 99992402);
    auto violation = p.json().at("error").at("field_violations").at(0);
    BOOST_TEST(violation.at("field").as_string() == "receive_id_type");
    BOOST_TEST(violation.at("value").as_string() == "fax");
    auto const list = messages + "?container_id_type=chat&container_id=" + p.ops.str() + "&page_size=";
    for (auto const* size : {"0", "51", "-1", "ten", "1.5", "99999999999999999999"})
        BOOST_TEST(p.code("GET", list + size) == 99992402, size);
    BOOST_TEST(p.code("GET", list + "50") == 0);
    BOOST_TEST(p.code("GET", list + "1&start_time=yesterday") == 99992402);
}

BOOST_AUTO_TEST_CASE(the_gateway_checks_limits_of_fields_and_the_service_rules_across_fields) {
    platform p;
    BOOST_TEST(p.code("POST", to_chat, p.create(R"(,"uuid":")" + std::string(51, 'x') + '"')) == 99992402);
    BOOST_TEST(p.code("PATCH", messages + "/om_1/urgent_app", R"({"user_id_list":[]})") == 99992402);
    BOOST_TEST(p.code("POST", messages + "?receive_id_type=open_id", p.create()) == 230001); // an oc_ id
    auto const long_text = R"({"receive_id":")" + p.ops.str() +
                           R"(","msg_type":"text","content":"{\"text\":\")" + std::string(150 * 1024, 'x') +
                           R"(\"}"})";
    BOOST_TEST(p.code("POST", to_chat, long_text) == 230025);
    BOOST_TEST(
        p.code("GET", messages + "?container_id_type=chat&container_id=oc_1&start_time=2&end_time=1") ==
        230001);
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_json_or_of_the_wrong_types_is_a_bad_request) {
    platform p;
    for (auto const* body : {"{", "[]", "nul", "\"x\"", "{\"content\":{}}", "{\"msg_type\":[1]}", "\xff\xfe",
                             "{}{}", "{\"receive_id\":\"\xff\"}"}) {
        BOOST_TEST(p.code("POST", to_chat, body) == 9499, body);
        BOOST_TEST(p.last.status == 400);
    }
    p.code("PATCH", messages + "/om_1/urgent_app", R"({"user_id_list":[{"id":1}]})");
    BOOST_TEST(std::string(p.json().at("msg").as_string()).find("user_id_list[0]") != std::string::npos);
    std::string deep(100'000, '[');
    BOOST_TEST(p.code("POST", to_chat, deep) == 9499);
}

BOOST_AUTO_TEST_CASE(a_body_of_another_content_type_is_a_bad_request) {
    platform p;
    emulator::request req{.method = "POST", .target = to_chat, .headers = {}, .body = p.create()};
    req.headers = {{"Authorization", "Bearer " + p.token},
                   {"Content-Type", "application/x-www-form-urlencoded"}};
    BOOST_TEST(p.dispatch.handle_request(req).body.find("\"code\":9499") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(malformed_percent_encoding_is_a_bad_request) {
    platform p;
    for (auto const* target : {"/%", "/%4", "/%zz", "/om_1?user_id_type=%", "/om_1?%e4%b"})
        BOOST_TEST(p.code("GET", messages + target) == 9499, target);
}

BOOST_AUTO_TEST_CASE(members_in_the_wrong_location_are_ignored) {
    platform p;
    BOOST_TEST(p.code("POST", messages, p.create(R"(,"receive_id_type":"chat_id")")) == 99992402);
    BOOST_TEST(p.code("POST", to_chat, p.create(R"(,"unknown":{"a":[1,2]})")) == 0);
    auto const id = std::string(p.json().at("data").at("message_id").as_string());
    BOOST_TEST(p.code("PUT", messages + '/' + id,
                      R"({"message_id":"om_other","msg_type":"text","content":"{\"text\":\"new\"}"})") == 0);
    BOOST_TEST(p.json().at("data").at("message_id").as_string() == id);
}

BOOST_AUTO_TEST_CASE(every_supported_endpoint_is_served) {
    platform p;
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 0);
    auto const id = std::string(p.json().at("data").at("message_id").as_string());
    auto const one = messages + '/' + id;
    std::string const text = R"({"msg_type":"text","content":"{\"text\":\"a\"}"})";
    BOOST_TEST(p.code("POST", one + "/reply", text) == 0);
    BOOST_TEST(p.code("GET", one) == 0);
    BOOST_TEST(p.code("GET", messages + "?container_id_type=chat&page_size=1&container_id=" + p.ops.str()) ==
               0);
    BOOST_TEST(p.json().at("data").at("has_more").as_bool());
    BOOST_TEST(p.code("PUT", one, text) == 0);
    BOOST_TEST(p.code("PATCH", one + "/urgent_app?user_id_type=open_id",
                      R"({"user_id_list":[")" + p.ann.open_id.str() + R"(",")" + p.eve.open_id.str() +
                          R"("]})") == 0);
    BOOST_TEST(p.json().at("data").at("invalid_user_id_list").at(0).as_string() == p.eve.open_id.str());
    BOOST_TEST(p.code("DELETE", one) == 0);
    BOOST_TEST(p.json().at("data").as_object().empty());
}

BOOST_AUTO_TEST_CASE(requests_are_kept_for_assertions) {
    platform p;
    p.send("POST", to_chat, p.create());
    p.send("GET", messages + "/om_unknown");
    p.send("GET", "/nowhere");
    auto const log = p.dispatch.requests();
    BOOST_TEST_REQUIRE(log.size() == 3u);
    BOOST_TEST(log[0].method == "POST");
    BOOST_TEST(log[0].target == to_chat);
    BOOST_TEST(log[0].endpoint == "im.v1.message.create");
    BOOST_TEST(log[0].body == p.create());
    BOOST_TEST(log[0].status == 200);
    BOOST_TEST(log[1].code == 230001);
    BOOST_TEST(log[1].status == 400);
    BOOST_TEST(log[2].endpoint.empty());
    BOOST_TEST(log[2].status == 404);
    p.dispatch.clear_requests();
    BOOST_TEST(p.dispatch.requests().empty());
}

BOOST_AUTO_TEST_CASE(requests_above_the_documented_rate_are_refused_until_the_next_second) {
    platform p;
    p.tenant->settings.documented_rates = true;
    auto const get = [&] { return p.send("GET", messages + "/om_unknown"); };
    for (int i = 0; i < 50; ++i) // what im.v1.message.get allows per second
        BOOST_TEST_REQUIRE(get().status == 400);
    auto const refused = get();
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(refused.body.find("99991400") != std::string::npos);
    BOOST_TEST(feishu::http::find_header(refused.headers, "x-ogw-ratelimit-limit") == "50");
    BOOST_TEST(feishu::http::find_header(refused.headers, "x-ogw-ratelimit-reset") == "1");
    BOOST_TEST(p.send("POST", to_chat, p.create()).status == 200); // each endpoint has a rate of its own
    p.tenant->advance(1s);
    BOOST_TEST(get().status == 400);
}

BOOST_AUTO_TEST_CASE(a_rate_per_minute_is_renewed_with_the_minute) {
    platform p; // at the 20th second of a minute
    p.tenant->settings.documented_rates = true;
    auto const get = [&] { return p.send("GET", messages + "/om_unknown"); };
    for (int second = 0; second < 20; ++second) { // 1,000 per minute
        for (int i = 0; i < 50; ++i)
            BOOST_TEST_REQUIRE(get().status == 400);
        p.tenant->advance(1s);
    }
    auto const refused = get();
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(feishu::http::find_header(refused.headers, "x-ogw-ratelimit-limit") == "1000");
    BOOST_TEST(feishu::http::find_header(refused.headers, "x-ogw-ratelimit-reset") == "20");
    p.tenant->advance(20s);
    BOOST_TEST(get().status == 400);
}

BOOST_AUTO_TEST_CASE(the_monthly_quota_counts_the_requests_of_all_custom_apps) {
    platform p;
    p.tenant->settings.monthly_quota = 2;
    auto const get = [&] { return p.send("GET", messages + "/om_unknown"); };
    get();
    get();
    auto const refused = get();
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(refused.body.find("99991403") != std::string::npos);
    p.tenant->advance(31 * 24h);
    BOOST_TEST(get().status == 400);
}

BOOST_AUTO_TEST_CASE(of_very_many_requests_the_last_are_remembered) {
    emulator::shared_state tenant{emulator::state{}};
    emulator::dispatcher dispatch{tenant, 2};
    for (auto const* path : {"/1", "/2", "/3"})
        dispatch.handle_request({.method = "GET", .target = path, .headers = {}, .body = {}});
    auto const log = dispatch.requests();
    BOOST_TEST_REQUIRE(log.size() == 2u);
    BOOST_TEST(log[0].target == "/2");
    BOOST_TEST(log[1].target == "/3");
}

BOOST_AUTO_TEST_CASE(a_custom_endpoint_is_validated_and_authorized_like_any_other) {
    platform p;
    p.dispatch.serve<my::greet>([&](emulator::caller const& who, my::greet const& request) {
        BOOST_TEST(who.app.app_id == p.bot.app_id);
        my::greet::response reply;
        for (int i = 0; i < request.times; ++i)
            reply.text += *request.name + (request.loud.value_or(false) ? "!" : ".");
        for (auto const& tag : request.tags)
            reply.text += ' ' + tag;
        return feishu::result<my::greet::response>(reply);
    });
    auto const path = "/open-apis/my/v1/people/";
    BOOST_TEST(p.code("POST", std::string(path) + "%E4%BD%A0+/greet?times=2&tags=a&tags=b+c",
                      R"({"loud":true})") == 0);
    BOOST_TEST(p.json().at("data").at("text").as_string() == "你+!你+! a b c");
    BOOST_TEST(!p.json().at("data").as_object().contains("empty"));
    BOOST_TEST(p.code("POST", std::string(path) + "x/greet?times=4", "{}") == 99992402);
    p.tenant->find_app(p.bot.app_id)->scopes = {{"my:all"}};
    BOOST_TEST(p.code("POST", std::string(path) + "x/greet") == 99991672);
    p.tenant->find_app(p.bot.app_id)->scopes = {{"my:all", "my:people"}};
    BOOST_TEST(p.code("POST", std::string(path) + "x/greet") == 0);
}

BOOST_AUTO_TEST_CASE(a_form_of_the_accounts_host_is_read_like_any_body) {
    platform p;
    p.dispatch.serve<my::device_start>([](emulator::caller const&, my::device_start const& request) {
        my::device_start::response response;
        response.device_code = *request.scope + '/' + std::to_string(request.seconds.value_or(0));
        return feishu::result<my::device_start::response>(response);
    });
    auto const post = [&](std::string body) {
        p.last = p.dispatch.handle_request({.method = "POST",
                                            .target = "/my/v1/device",
                                            .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                            .body = std::move(body)});
        return p.json().at("code").as_int64();
    };
    BOOST_TEST(post("scope=im%3Amessage+offline_access&seconds=5") == 0);
    BOOST_TEST(p.json().at("device_code").as_string() == "im:message offline_access/5");
    BOOST_TEST(post("seconds=5") == 10003);
    BOOST_TEST(post("scope=a&seconds=many") == 10003);
    BOOST_TEST(post("scope=%zz") == 9499);
}

BOOST_AUTO_TEST_CASE(a_custom_handler_may_take_the_state_and_replace_the_platforms) {
    platform p;
    p.dispatch.serve<im::message::delete_>(
        [](emulator::state& tenant, emulator::caller const&,
           im::message::delete_ const& request) -> feishu::result<im::message::delete_::response> {
            if (!tenant.remove_message(*request.message_id))
                return emulator::refuse(230001);
            return im::message::delete_::response{};
        });
    BOOST_TEST(p.code("DELETE", messages + "/om_1") == 230001);
    BOOST_TEST(p.code("POST", to_chat, p.create()) == 0);
    auto const one = messages + '/' + std::string(p.json().at("data").at("message_id").as_string());
    BOOST_TEST(p.code("DELETE", one) == 0);
    BOOST_TEST(p.code("GET", one) == 230110);
}

BOOST_AUTO_TEST_CASE(a_handler_that_throws_or_fails_without_a_code_is_an_internal_error) {
    platform p;
    bool throws = true;
    p.dispatch.serve<my::greet>(
        [&](emulator::caller const&, my::greet const&) -> feishu::result<my::greet::response> {
            if (throws)
                throw std::runtime_error("boom");
            return feishu::error{.message = "no idea"};
        });
    BOOST_TEST(p.code("POST", "/open-apis/my/v1/people/x/greet") == 2200);
    BOOST_TEST(p.last.status == 500);
    throws = false;
    BOOST_TEST(p.code("POST", "/open-apis/my/v1/people/x/greet") == 2200);
    BOOST_TEST(p.last.status == 500);
    BOOST_TEST(p.json().at("msg").as_string() == "no idea");
}

BOOST_AUTO_TEST_CASE(whatever_a_handler_throws_is_an_internal_error_and_the_lock_is_released) {
    platform p;
    int calls = 0;
    p.dispatch.serve<my::greet>([&](emulator::state&, emulator::caller const&,
                                    my::greet const&) -> feishu::result<my::greet::response> {
        if (++calls == 1)
            throw 7;
        if (calls == 2)
            throw "text";
        throw std::bad_alloc();
    });
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(p.code("POST", "/open-apis/my/v1/people/x/greet") == 2200);
        BOOST_TEST(p.last.status == 500);
    }
    std::thread other([&] { p.tenant->add_user("Zoe"); });
    other.join();
}

BOOST_AUTO_TEST_CASE(an_error_of_a_handler_is_sent_with_a_status_that_http_knows) {
    platform p;
    feishu::error failure;
    p.dispatch.serve<my::greet>(
        [&](emulator::caller const&, my::greet const&) -> feishu::result<my::greet::response> {
            return failure;
        });
    auto const status = [&](int code, int http_status) {
        failure = {.code = code, .message = "\xff\"\n", .http_status = http_status};
        p.send("POST", "/open-apis/my/v1/people/x/greet");
        return p.last.status;
    };
    for (int const unusable : {-1, 0, 42, 100, 199, 600, 1'000, 2'000'000'000}) {
        BOOST_TEST(status(0, unusable) == 500);
        BOOST_TEST(status(7, unusable) == 400);
    }
    BOOST_TEST(status(7, 200) == 200);
    BOOST_TEST(status(7, 429) == 429);
    BOOST_TEST(p.json().at("msg").as_string() == "\uFFFD\"\n");
}

BOOST_AUTO_TEST_CASE(a_refusal_has_the_status_of_the_table_of_errors) {
    for (int const code : {2200, 10003, 10012, 10014, 230001, 230002, 230110, 232009, 99991663, 99992402}) {
        BOOST_TEST_REQUIRE(feishu::find_errc(code) != nullptr);
        BOOST_TEST(emulator::refuse(code).http_status == feishu::find_errc(code)->http);
    }
    BOOST_TEST(emulator::refuse(9499).http_status == 400);
    for (int const code : {200340, 200341, 200671, 200672, 200673}) // callbacks: no API documents them
        BOOST_TEST(emulator::refuse(code).message == feishu::find_errc(code)->text);
    BOOST_TEST(emulator::refuse(231'003).message == feishu::find_errc(231'003)->text); // its wire message is not known
    BOOST_TEST(emulator::refuse(-5, "why").message == "Request refused, ext=why");
}

BOOST_AUTO_TEST_CASE(two_endpoints_of_one_path_are_served_by_the_format_of_their_bodies) {
    using feishu::authen::v2::oauth::device_token;
    using user_token = feishu::authen::v2::oauth::token;
    platform p;
    p.dispatch.serve<user_token>([](emulator::caller const&, user_token const&) {
        user_token::response out;
        out.access_token = "u-code";
        return out;
    });
    p.dispatch.serve<device_token>([](emulator::caller const&, device_token const&) {
        device_token::response out;
        out.access_token = "u-device";
        return out;
    });
    std::string const path(user_token::spec.path);
    p.send("POST", path, R"({"grant_type":"authorization_code","client_id":"cli_1","client_secret":"s","code":"c"})");
    BOOST_TEST(p.json().at("access_token").as_string() == "u-code");
    auto const form = p.dispatch.handle_request(
        {.method = "POST",
         .target = path,
         .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
         .body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d&client_id=cli_1"
                 "&client_secret=s"});
    BOOST_TEST(boost::json::parse(form.body).at("access_token").as_string() == "u-device");
}

BOOST_AUTO_TEST_CASE(garbage_of_every_kind_gets_a_response) {
    platform p;
    std::mt19937_64 random(11);
    auto const bytes = [&](std::size_t most) {
        std::string out;
        for (auto n = random() % (most + 1); n != 0; --n)
            out += static_cast<char>(random());
        return out;
    };
    auto const percent_encoded = [&](std::string const& raw) {
        std::string out = random() % 2 ? "&page_token=" : "";
        for (char const c : raw) {
            if (random() % 2)
                feishu::detail::append_hex(out += '%', {&c, 1});
            else
                out += c;
        }
        return out;
    };
    std::string const targets[] = {messages, to_chat, messages + "/om_1", messages + "/om_1/urgent_app", "/"};
    std::string const methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    for (int i = 0; i < 3000; ++i) {
        auto body = random() % 2 ? bytes(40) : p.create();
        if (!body.empty())
            body[random() % body.size()] = static_cast<char>(random());
        p.send(methods[random() % 5],
               targets[random() % 5] + (random() % 2 ? percent_encoded(bytes(12)) : ""), body);
        BOOST_TEST((p.last.status == 200 || (p.last.status >= 400 && p.last.status < 500)));
        if (p.last.body.starts_with('{'))
            BOOST_CHECK_NO_THROW(p.json()); // UTF-8 whatever the request was
    }
}

BOOST_AUTO_TEST_SUITE_END()
