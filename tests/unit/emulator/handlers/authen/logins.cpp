// Logins of users: the pages, the token endpoints, device codes, sessions.

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/client/impl/authorization.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/emulator/handlers/authen/v1/authorize.hpp>
#include <feishu/emulator/handlers/authen/v1/user_info.hpp>
#include <feishu/emulator/handlers/authen/v2/oauth.hpp>
#include <feishu/emulator/handlers/jssdk/v1/ticket.hpp>
#include <feishu/emulator/handlers/oauth/v1/device_authorization.hpp>
#include <feishu/emulator/handlers/passport/v1/session.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/http/target.hpp>

#include "../../world.hpp"

using namespace test;

namespace {

namespace authen = feishu::authen;
namespace passport = feishu::passport::v1;
using token_request = authen::v2::oauth::token;
using device_request = authen::v2::oauth::device_token;
using authorize = authen::v1::authorize::get;

std::string const callback = "https://example.com/cb?x=1";
std::string const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

std::string value_in(std::string_view url, std::string_view name) {
    auto const at = url.find(std::string(name) + '=');
    if (at == url.npos)
        return {};
    auto const from = url.substr(at + name.size() + 1);
    return std::string(from.substr(0, from.find('&')));
}

struct login_world : world {
    authorize page() const {
        return {.client_id = bot.app_id,
                .redirect_uri = callback,
                .scope = "im:message offline_access",
                .state = "s&1",
                .code_challenge = feishu::oauth::detail::pkce_challenge(verifier),
                .code_challenge_method = authen::v1::code_challenge_method::S256};
    }
    std::string url(authorize const& request) const { return feishu::http::target_of(request); }
    int log_in_code(authorize const& request, feishu::open_id const& user) {
        auto const outcome = tenant.log_in(user, url(request));
        return outcome ? 0 : outcome.error().code;
    }
    std::string new_code() { return value_in(tenant.log_in(ann, url(page())).value(), "code"); }
    token_request exchange(std::string code) const {
        return {.grant_type = authen::v2::grant_type::authorization_code,
                .client_id = bot.app_id,
                .client_secret = bot.app_secret,
                .code = std::move(code),
                .redirect_uri = callback,
                .code_verifier = verifier};
    }
    token_request refresh(std::string token) const {
        return {.grant_type = authen::v2::grant_type::refresh_token,
                .client_id = bot.app_id,
                .client_secret = bot.app_secret,
                .refresh_token = std::move(token)};
    }
    token_request::response tokens() { return run(exchange(new_code())).value(); }

    auto begin_device(std::string scope = "offline_access") {
        return run(feishu::oauth::v1::device_authorization::create{.client_id = bot.app_id,
                                                                   .scope = std::move(scope)});
    }
    auto poll(std::string device_code) {
        return run(device_request{.grant_type = authen::v2::device_grant_type::device_code,
                                  .device_code = std::move(device_code),
                                  .client_id = bot.app_id,
                                  .client_secret = bot.app_secret});
    }
    std::string poll_error(std::string device_code) {
        auto const outcome = poll(std::move(device_code));
        auto const text = outcome ? std::string("none") : outcome.error().message;
        return text.substr(0, text.find(':'));
    }
};

// The same behind the gateway, for pages and forms.
struct login_site : login_world {
    emulator::shared_state shared{std::move(tenant)};
    emulator::dispatcher dispatch{shared};

    login_site() { emulator::serve_platform(dispatch); }
    ~login_site() { record(dispatch.requests()); }

    emulator::response get(std::string target) {
        return dispatch.handle_request({.method = "GET", .target = std::move(target)});
    }
    emulator::response post(std::string target, std::string body,
                            std::string origin = "http://127.0.0.1:9000",
                            std::string host = "127.0.0.1:9000") {
        emulator::request req{
            .method = "POST", .target = std::move(target), .headers = {}, .body = std::move(body)};
        req.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Host", host}};
        if (!origin.empty())
            req.headers.push_back({"Origin", origin});
        return dispatch.handle_request(req);
    }
    std::string form(std::string_view decision, std::string_view user) const {
        std::string out = "request=";
        auto const target = url(page());
        feishu::http::append_encoded(out, target.substr(target.find('?') + 1));
        return out + "&decision=" + std::string(decision) + "&user=" + std::string(user);
    }
};

std::string const authorize_path(authorize::spec.path);
std::string const token_path(token_request::spec.path);

bool has(emulator::response const& page, std::string_view text) {
    return page.body.find(text) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_logins)

BOOST_AUTO_TEST_CASE(a_redirect_has_the_code_and_the_state_after_the_query_of_the_app) {
    login_world w;
    auto const to = w.tenant.log_in(w.ann, w.url(w.page())).value();
    BOOST_TEST(to.starts_with(callback + "&code="));
    BOOST_TEST(to.ends_with("&state=s%261"));
    BOOST_TEST(w.tenant.deny_login(w.url(w.page())).value() == callback + "&error=access_denied&state=s%261");
}

BOOST_AUTO_TEST_CASE(an_authorization_url_is_checked) {
    login_world w;
    auto wrong = w.page();
    wrong.client_id = feishu::app_id("cli_other");
    BOOST_TEST(w.log_in_code(wrong, w.ann) == 20048);
    for (auto const* uri :
         {"javascript:alert(1)", "https://example.com/\r\nSet-Cookie: a", "https://example.com/#x"}) {
        wrong = w.page();
        wrong.redirect_uri = uri;
        BOOST_TEST(w.log_in_code(wrong, w.ann) == 20071);
    }
    wrong = w.page();
    wrong.scope = "im:message im:message";
    BOOST_TEST(w.log_in_code(wrong, w.ann) == 20067);
    BOOST_TEST(w.tenant.log_in(w.ann, "https://x/?client_id=%zz").error().code == 20001);
    BOOST_TEST(w.tenant.log_in(w.ann, "https://x/").error().code == 20001);
}

BOOST_AUTO_TEST_CASE(redirect_urls_and_scopes_that_the_app_does_not_have_are_refused) {
    login_world w;
    auto& app = *w.tenant.find_app(w.bot.app_id);
    app.redirect_urls = {"https://example.com/other"};
    BOOST_TEST(w.log_in_code(w.page(), w.ann) == 20071);
    app.redirect_urls->push_back(callback);
    BOOST_TEST(w.log_in_code(w.page(), w.ann) == 0);
    app.scopes = {"im:chat"};
    BOOST_TEST(w.log_in_code(w.page(), w.ann) == 20068);
}

BOOST_AUTO_TEST_CASE(only_users_of_the_app_can_log_in) {
    login_world w;
    w.tenant.find_app(w.bot.app_id)->available_to = {w.ann.open_id, w.eve.open_id};
    w.tenant.find_user(w.eve.open_id)->resigned = true;
    BOOST_TEST(w.log_in_code(w.page(), w.ann) == 0);
    BOOST_TEST(w.log_in_code(w.page(), w.ben) == 20010);
    BOOST_TEST(w.log_in_code(w.page(), w.eve) == 20066);
    BOOST_TEST(w.log_in_code(w.page(), feishu::open_id("ou_x")) == 20008);
}

BOOST_AUTO_TEST_CASE(a_code_yields_tokens_with_the_granted_scopes) {
    login_world w;
    auto const got = w.tokens();
    BOOST_TEST(got.access_token.starts_with("u-"));
    BOOST_TEST(got.expires_in == 7200);
    BOOST_TEST(got.refresh_token_expires_in == 7 * 24 * 3600);
    BOOST_TEST(got.token_type == "Bearer");
    BOOST_TEST(got.scope == "im:message offline_access");
    auto const* issued = w.tenant.find_token(got.access_token);
    BOOST_TEST_REQUIRE(issued != nullptr);
    BOOST_TEST((issued->user == w.ann.open_id));
    BOOST_TEST(issued->scopes->contains("im:message"));
}

BOOST_AUTO_TEST_CASE(without_offline_access_there_is_no_refresh_token) {
    login_world w;
    auto page = w.page();
    page.scope = "im:message";
    auto const code = value_in(w.tenant.log_in(w.ann, w.url(page)).value(), "code");
    BOOST_TEST(w.run(w.exchange(code)).value().refresh_token.empty());
}

BOOST_AUTO_TEST_CASE(a_code_works_once_and_for_five_minutes) {
    login_world w;
    auto const code = w.new_code();
    BOOST_TEST(w.code(w.exchange(code)) == 0);
    BOOST_TEST(w.code(w.exchange(code)) == 20065);
    auto const late = w.new_code();
    w.tenant.advance(5min);
    BOOST_TEST(w.code(w.exchange(late)) == 20004);
    BOOST_TEST(w.code(w.exchange("unknown")) == 20003);
}

BOOST_AUTO_TEST_CASE(a_code_is_bound_to_its_app_redirect_uri_and_verifier) {
    login_world w;
    auto const other = w.tenant.add_app("other");
    auto const code = w.new_code();
    auto wrong = w.exchange(code);
    wrong.client_secret = "wrong";
    BOOST_TEST(w.code(wrong) == 20002);
    wrong.client_id = feishu::app_id("cli_x");
    BOOST_TEST(w.code(wrong) == 20048);
    wrong.client_id = other.app_id;
    wrong.client_secret = other.app_secret;
    BOOST_TEST(w.code(wrong) == 20024);
    wrong = w.exchange(code);
    wrong.redirect_uri = "https://example.com/cb";
    BOOST_TEST(w.code(wrong) == 20071);
    for (std::optional<std::string> const& proof : {std::optional<std::string>(), {""}, {"other"}}) {
        wrong = w.exchange(code);
        wrong.code_verifier = proof;
        BOOST_TEST(w.code(wrong) == 20049);
    }
    BOOST_TEST(w.code(w.exchange(code)) == 0); // what was refused has not used it up
}

BOOST_AUTO_TEST_CASE(a_plain_challenge_is_the_verifier) {
    login_world w;
    auto page = w.page();
    page.code_challenge = verifier;
    page.code_challenge_method = {};
    auto const code = value_in(w.tenant.log_in(w.ann, w.url(page)).value(), "code");
    BOOST_TEST(w.code(w.exchange(code)) == 0);
}

BOOST_AUTO_TEST_CASE(a_refresh_token_works_once_and_is_replaced) {
    login_world w;
    auto const first = w.tokens();
    auto const second = w.run(w.refresh(first.refresh_token)).value();
    BOOST_TEST(second.access_token != first.access_token);
    BOOST_TEST(second.refresh_token != first.refresh_token);
    BOOST_TEST(w.code(w.refresh(first.refresh_token)) == 20073);
    BOOST_TEST(w.code(w.refresh(second.refresh_token)) == 0);
}

BOOST_AUTO_TEST_CASE(a_refresh_token_expires_can_be_revoked_and_belongs_to_its_app) {
    login_world w;
    auto const other = w.tenant.add_app("other");
    auto const token = w.tokens().refresh_token;
    auto stolen = w.refresh(token);
    stolen.client_id = other.app_id;
    stolen.client_secret = other.app_secret;
    BOOST_TEST(w.code(stolen) == 20024);
    w.tenant.find_app(w.bot.app_id)->refresh_user_tokens = false;
    BOOST_TEST(w.code(w.refresh(token)) == 20074);
    w.tenant.find_app(w.bot.app_id)->refresh_user_tokens = true;
    w.tenant.advance(7 * 24h - 1s);
    auto const next = w.run(w.refresh(token)).value().refresh_token;
    BOOST_TEST(w.tenant.revoke_refresh_token(next));
    BOOST_TEST(w.code(w.refresh(next)) == 20064);
    auto const late = w.tokens().refresh_token;
    w.tenant.advance(7 * 24h);
    BOOST_TEST(w.code(w.refresh(late)) == 20037);
    BOOST_TEST(w.code(w.refresh("ur-unknown")) == 20026);
    BOOST_TEST(!w.tenant.revoke_refresh_token("ur-unknown"));
}

BOOST_AUTO_TEST_CASE(a_token_can_have_fewer_scopes_than_granted_but_no_others) {
    login_world w;
    auto narrow = w.exchange(w.new_code());
    narrow.scope = "offline_access im:chat";
    BOOST_TEST(w.code(narrow) == 20068);
    narrow.scope = "offline_access offline_access";
    BOOST_TEST(w.code(narrow) == 20067);
    narrow.scope = "offline_access";
    auto const got = w.run(narrow).value();
    BOOST_TEST(got.scope == "offline_access");
    BOOST_TEST(w.run(w.refresh(got.refresh_token)).value().scope == "im:message offline_access");
}

BOOST_AUTO_TEST_CASE(a_user_who_has_left_gets_no_tokens) {
    login_world w;
    auto const code = w.new_code();
    auto const refresh = w.tokens().refresh_token;
    w.tenant.find_user(w.ann.open_id)->resigned = true;
    BOOST_TEST(w.code(w.exchange(code)) == 20066);
    BOOST_TEST(w.code(w.refresh(refresh)) == 20066);
}

BOOST_AUTO_TEST_CASE(a_device_is_pending_until_its_user_has_decided) {
    login_world w;
    auto const begun = w.begin_device("im:message offline_access").value();
    BOOST_TEST(begun.user_code.size() == 9u);
    BOOST_TEST(begun.verification_uri_complete.ends_with("/oauth/v1/device?user_code=" + begun.user_code));
    w.tenant.advance(5s);
    BOOST_TEST(w.poll_error(begun.device_code) == "authorization_pending");
    BOOST_TEST(w.tenant.approve_device(w.ann, "unknown").error().code == 20003);
    BOOST_TEST(w.tenant.approve_device(w.ann, begun.user_code).has_value());
    BOOST_TEST(w.tenant.deny_device(begun.user_code).error().code == 20065);
    auto const got = w.poll(begun.device_code).value();
    BOOST_TEST(got.scope == "im:message offline_access");
    BOOST_TEST(!got.refresh_token.empty());
    BOOST_TEST((w.tenant.find_token(got.access_token)->user == w.ann.open_id));
    BOOST_TEST(w.poll_error(begun.device_code) == "invalid_grant"); // it works once
}

BOOST_AUTO_TEST_CASE(a_device_that_polls_too_early_has_to_slow_down) {
    login_world w;
    auto const begun = w.begin_device().value();
    w.tenant.advance(4s);
    BOOST_TEST(w.poll_error(begun.device_code) == "slow_down");
    w.tenant.advance(9s);
    BOOST_TEST(w.poll_error(begun.device_code) == "slow_down");
    w.tenant.advance(15s);
    BOOST_TEST(w.poll_error(begun.device_code) == "authorization_pending");
}

BOOST_AUTO_TEST_CASE(a_device_can_be_denied_and_expires) {
    login_world w;
    auto const denied = w.begin_device().value();
    auto lower = denied.user_code;
    for (char& c : lower)
        c = c == '-' ? ' ' : c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
    BOOST_TEST(w.tenant.deny_device(lower).has_value());
    BOOST_TEST(w.poll_error(denied.device_code) == "access_denied");
    auto const late = w.begin_device().value();
    w.tenant.advance(240s);
    BOOST_TEST(w.poll_error(late.device_code) == "expired_token");
    BOOST_TEST(w.tenant.approve_device(w.ann, late.user_code).error().code == 20004);
    BOOST_TEST(w.poll_error("unknown") == "invalid_grant");
    w.tenant.find_app(w.bot.app_id)->scopes = {"im:chat"};
    w.bot = *w.tenant.find_app(w.bot.app_id);
    BOOST_TEST(w.begin_device("im:message").error().message.starts_with("invalid_scope: "));
}

BOOST_AUTO_TEST_CASE(user_info_shows_what_app_and_user_allow) {
    login_world w;
    authen::v1::user_info::get const ask{};
    auto who = w.as_user(w.ann);
    auto got = w.run_with(who, ask).value();
    BOOST_TEST(got.name == "Ann");
    BOOST_TEST((got.open_id == w.ann.open_id && got.user_id == w.ann.user_id && got.email == w.ann.email));
    BOOST_TEST((got.tenant_key == w.tenant.tenant_key()));
    who.granted = {"contact:user.email:readonly"};
    got = w.run_with(who, ask).value();
    BOOST_TEST((got.user_id.empty() && got.email == w.ann.email));
    who.user->resigned = true;
    BOOST_TEST(w.run_with(who, ask).error().code == 20021);
    who.user.reset();
    BOOST_TEST(w.run_with(who, ask).error().code == 20008);
}

BOOST_AUTO_TEST_CASE(a_login_begins_a_session_that_an_app_can_end) {
    login_world w;
    w.tokens();
    w.tokens();
    passport::session::query const ask{.user_ids = {w.ann.open_id.str(), w.ben.open_id.str(), "ou_x"}};
    auto const sessions = w.run(ask).value().mask_sessions;
    BOOST_TEST_REQUIRE(sessions.size() == 2u);
    BOOST_TEST((sessions[0].terminal_type == passport::terminal_type::web));
    BOOST_TEST(sessions[0].user_id == w.ann.open_id.str());
    BOOST_TEST(sessions[0].create_time == "1700000000");
    using passport::session::logout;
    BOOST_TEST(w.code(logout{.logout_type = passport::logout_type::by_session, .sid = sessions[0].sid}) == 0);
    BOOST_TEST(w.code(logout{.logout_type = passport::logout_type::by_session, .sid = sessions[0].sid}) ==
               1084001);
    BOOST_TEST(w.code(logout{.logout_type = passport::logout_type::by_session}) == 1080001);
    BOOST_TEST(w.code(logout{.logout_type = passport::logout_type::by_user_id, .user_id = "ou_x"}) ==
               1080001);
    BOOST_TEST(w.code(logout{.logout_type = passport::logout_type::by_idp_credential}) == 1080001);
    logout elsewhere{.logout_type = passport::logout_type::by_user_id,
                     .terminal_type = {passport::terminal_type::android},
                     .user_id = w.ann.open_id.str()};
    BOOST_TEST(w.code(elsewhere) == 0);
    BOOST_TEST(w.run(ask).value().mask_sessions.size() == 1u);
    elsewhere.terminal_type = {};
    BOOST_TEST(w.code(elsewhere) == 0);
    BOOST_TEST(w.run(ask).value().mask_sessions.empty());
}

BOOST_AUTO_TEST_CASE(a_jssdk_ticket_is_returned_again_until_it_nears_its_end) {
    login_world w;
    feishu::jssdk::v1::ticket::get const ask{};
    auto const first = w.run(ask).value();
    BOOST_TEST(first.expire_in == 7200);
    w.tenant.advance(90min);
    BOOST_TEST(w.run(ask).value().ticket == first.ticket);
    w.tenant.advance(1min);
    BOOST_TEST(w.run(ask).value().ticket != first.ticket);
}

// --- pages

BOOST_AUTO_TEST_CASE(the_authorization_page_is_clicked_through) {
    login_site s;
    auto const page = s.get(s.url(s.page()));
    BOOST_TEST(page.status == 200);
    BOOST_TEST(has(page, "<li>im:message</li>"));
    BOOST_TEST(has(page, "<option value=\"" + s.ann.open_id.str() + "\">Ann</option>"));
    BOOST_TEST(has(page, "action=\"" + authorize_path + "\""));
    BOOST_TEST(!has(page, "<script"));
    auto const redirect = s.post(authorize_path, s.form("approve", s.ann.open_id.str()));
    BOOST_TEST(redirect.status == 303);
    BOOST_TEST(feishu::http::find_header(redirect.headers, "Location").starts_with(callback + "&code="));
    auto const refused = s.post(authorize_path, s.form("deny", s.ann.open_id.str()));
    BOOST_TEST(feishu::http::find_header(refused.headers, "Location") ==
               callback + "&error=access_denied&state=s%261");
}

BOOST_AUTO_TEST_CASE(what_a_page_shows_is_escaped) {
    login_site s;
    std::string const hostile = "<script>alert('1')</script>\"&\x01";
    s.shared->find_app(s.bot.app_id)->name = hostile;
    s.shared->add_user(hostile);
    auto request = s.page();
    request.state = "\"><script>";
    request.scope = "<b>\"x'";
    for (auto const& page :
         {s.get(s.url(request)), s.get("/oauth/v1/device?user_code=%22%3E%3Cscript%3E%01")}) {
        BOOST_TEST(page.status == 200);
        BOOST_TEST(!has(page, "<script"));
        BOOST_TEST(!has(page, "<b>\""));
        BOOST_TEST(!has(page, "\x01"));
        BOOST_TEST(has(page, "&lt;script&gt;"));
    }
}

BOOST_AUTO_TEST_CASE(a_page_that_cannot_be_shown_says_why_and_redirects_nowhere) {
    login_site s;
    auto wrong = s.page();
    wrong.client_id = feishu::app_id("<i>cli");
    auto const page = s.get(s.url(wrong));
    BOOST_TEST(page.status == 400);
    BOOST_TEST(feishu::http::find_header(page.headers, "Content-Type").starts_with("text/html"));
    BOOST_TEST(has(page, "20048"));
    BOOST_TEST(!has(page, "<i>"));
    BOOST_TEST(has(s.get(authorize_path), "Parameter: "));
    BOOST_TEST(s.post(authorize_path, "request=x&decision=approve").status == 400);
    BOOST_TEST(s.post(authorize_path, s.form("approve", "ou_x")).status == 400);
}

BOOST_AUTO_TEST_CASE(the_page_of_another_site_cannot_send_the_forms) {
    login_site s;
    auto const form = s.form("approve", s.ann.open_id.str());
    for (auto const& [origin, host] :
         {std::pair("https://evil.example", "127.0.0.1:9000"),
          std::pair("http://127.0.0.1:9001", "127.0.0.1:9000"), std::pair("null", "127.0.0.1:9000"),
          std::pair("http://evil.example", "evil.example"), std::pair("", "127.0.0.1.evil.example")}) {
        BOOST_TEST(s.post(authorize_path, form, origin, host).status == 403);
        BOOST_TEST(s.post("/oauth/v1/device", "user_code=x&decision=deny", origin, host).status == 403);
    }
    for (auto const* host : {"127.0.0.1", "localhost:9000", "[::1]:80", "[::1]"}) {
        BOOST_TEST(s.post(authorize_path, form, std::string("http://") + host, host).status == 303);
        BOOST_TEST(s.post(authorize_path, form, "", host).status == 303);
    }
}

BOOST_AUTO_TEST_CASE(the_device_page_is_clicked_through) {
    login_site s;
    emulator::request begin{.method = "POST", .target = "/oauth/v1/device_authorization"};
    begin.body = "client_id=" + s.bot.app_id.str() + "&scope=offline_access";
    begin.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                     {"Authorization", "Basic " + feishu::to_base64(s.bot.app_id.str() + ":wrong")}};
    auto refused = s.dispatch.handle_request(begin);
    BOOST_TEST(refused.status == 401);
    BOOST_TEST(has(refused, R"("error":"invalid_client")"));
    BOOST_TEST(!has(refused, "code"));
    begin.headers.back().value = "Basic " + feishu::to_base64(s.bot.app_id.str() + ":" + s.bot.app_secret);
    auto const body = boost::json::parse(s.dispatch.handle_request(begin).body);
    std::string const code(body.at("user_code").as_string());
    BOOST_TEST(has(s.get("/oauth/v1/device?user_code=" + code), "value=\"" + code + "\""));
    auto const done =
        s.post("/oauth/v1/device", "user_code=" + code + "&decision=approve&user=" + s.ann.open_id.str());
    BOOST_TEST(has(done, "The device is connected."));
    BOOST_TEST(s.post("/oauth/v1/device", "user_code=" + code + "&decision=deny").status == 400);
}

BOOST_AUTO_TEST_CASE(token_endpoints_fail_as_oauth_describes) {
    login_site s;
    auto const send = [&](std::string body, std::string type = "application/json") {
        emulator::request req{.method = "POST", .target = token_path};
        req.headers = {{"Content-Type", std::move(type)}};
        req.body = std::move(body);
        auto const out = s.dispatch.handle_request(req);
        BOOST_TEST(out.status == 400);
        auto const json = boost::json::parse(out.body).as_object();
        BOOST_TEST(!json.at("error_description").as_string().empty());
        auto const* code = json.if_contains("code");
        return std::string(json.at("error").as_string()) +
               (code != nullptr ? ' ' + std::to_string(code->as_int64()) : "");
    };
    auto const client =
        R"("client_id":")" + s.bot.app_id.str() + R"(","client_secret":")" + s.bot.app_secret + '"';
    BOOST_TEST(send("{") == "invalid_request 20063");
    BOOST_TEST(send("{}") == "invalid_request 20001");
    BOOST_TEST(send("{" + client + R"(,"grant_type":"password"})") == "unsupported_grant_type 20036");
    BOOST_TEST(send("{" + client + R"(,"grant_type":"authorization_code"})") == "invalid_request 20001");
    BOOST_TEST(send("{" + client + R"(,"grant_type":"authorization_code","code":"x"})") ==
               "invalid_grant 20003");
    BOOST_TEST(
        send(
            R"({"client_id":"cli_1","client_secret":"x","grant_type":"refresh_token","refresh_token":"x"})") ==
        "invalid_client 20048");
    BOOST_TEST(
        send("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=x&client_id=" +
                 s.bot.app_id.str() + "&client_secret=" + s.bot.app_secret,
             "application/x-www-form-urlencoded") == "invalid_grant");
}

BOOST_AUTO_TEST_CASE(expired_codes_do_not_accumulate) {
    emulator::detail::login_entries<emulator::detail::login_code> codes;
    emulator::clock::time_point now{};
    for (int i = 0; i < 10'000; ++i, now += 1h) {
        codes.add(std::to_string(i), {.expires = now + 5min}, now);
        BOOST_TEST_REQUIRE((i < 100 || codes.find(std::to_string(i - 100)) == nullptr));
    }
    BOOST_TEST(codes.find("9990") != nullptr); // a day ago
}

BOOST_AUTO_TEST_SUITE_END()
