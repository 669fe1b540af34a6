#include <feishu/client/oauth.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/client/impl/authorization.hpp>
#include <feishu/client/impl/device_machine.hpp>

#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
namespace oauth = feishu::oauth;

std::string tokens_reply(int number) {
    auto const n = std::to_string(number);
    return R"({"code":0,"access_token":"u-)" + n + R"(","expires_in":7200,"refresh_token":"r-)" + n +
           R"(","refresh_token_expires_in":604800,"token_type":"Bearer","scope":"im:message"})";
}

// A platform with single-use refresh tokens. It accepts the newest access token.
class login_platform final : public feishu::http::transport {
public:
    std::atomic<int> newest = 1;
    std::atomic<int> refreshes = 0;
    std::atomic<int> lost = 0; ///< responses that are lost before the platform has seen the request
    std::string last_body{};

    feishu::result<void> exchange(feishu::http::request const& r, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const&) override {
        if (r.target.find("/oauth/token") != std::string::npos)
            return refresh(r, sink);
        auto const bearer = feishu::http::find_header(r.headers, "Authorization");
        bool const valid = bearer == "Bearer u-" + std::to_string(newest);
        return fakes::play(valid ? fakes::data_reply("{}") : fakes::code_reply(99991668), sink);
    }

private:
    feishu::result<void> refresh(feishu::http::request const& r, feishu::http::response_sink& sink) {
        last_body = r.body;
        if (lost-- > 0)
            return error{.kind = error_kind::transport, .message = "connection lost"};
        ++refreshes;
        bool const valid = r.body.find("\"r-" + std::to_string(newest) + '"') != std::string::npos;
        std::this_thread::sleep_for(2ms); // lets the others arrive meanwhile
        if (!valid && r.body.find("authorization_code") == std::string::npos)
            return fakes::play(fakes::code_reply(20073), sink);
        return fakes::play({.body = tokens_reply(++newest)}, sink);
    }
};

struct login_scene {
    std::shared_ptr<login_platform> platform = std::make_shared<login_platform>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::vector<oauth::user_tokens> stored{};
    feishu::client client{{.app_id = "cli_1",
                           .app_secret = "very-secret",
                           .retry = feishu::retry_policy::never(),
                           .transport = platform,
                           .clock = clock}};

    oauth::user user(int number, std::chrono::seconds lifetime) {
        auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        return oauth::user({.access_token = "u-" + std::to_string(number),
                            .access_expires = now + lifetime,
                            .refresh_token = "r-" + std::to_string(number)},
                           {.on_tokens = [this](auto const& t) { stored.push_back(t); }});
    }
};

BOOST_AUTO_TEST_SUITE(client_oauth)

BOOST_AUTO_TEST_CASE(a_valid_token_is_used_without_a_refresh) {
    login_scene s;
    BOOST_TEST(s.client.as(s.user(1, 1h)).call(fakes::get_one).has_value());
    BOOST_TEST(s.platform->refreshes == 0);
}

BOOST_AUTO_TEST_CASE(an_expired_token_is_refreshed_and_the_new_tokens_are_stored) {
    login_scene s;
    auto const ann = s.user(1, 0s);
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_value());
    BOOST_TEST(s.platform->refreshes == 1);
    BOOST_TEST_REQUIRE(s.stored.size() == 1u);
    BOOST_TEST(s.stored[0].refresh_token == "r-2");
    BOOST_TEST((ann.tokens() == s.stored[0]));
}

BOOST_AUTO_TEST_CASE(a_token_is_refreshed_before_it_expires) {
    login_scene s;
    auto const ann = s.user(1, 1h);
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_value());
    s.clock->advance(55min);
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_value());
    BOOST_TEST(s.platform->refreshes == 1);
}

BOOST_AUTO_TEST_CASE(a_refused_token_is_refreshed_once) {
    login_scene s;
    auto const ann = s.user(1, 1h);
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_value());
    s.platform->newest = 7; // revoked by another login
    auto const refused = s.client.as(ann).call(fakes::get_one);
    BOOST_TEST_REQUIRE(refused.has_error());
    BOOST_TEST(oauth::login_required(refused.error()));
    BOOST_TEST((refused.error().symbol() == feishu::errc::oauth_refresh_token_used));
    BOOST_TEST(refused.error().advice().find("log in again") != std::string_view::npos);
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_error());
    BOOST_TEST(s.platform->refreshes == 1); // the second call knows already
}

BOOST_AUTO_TEST_CASE(sixteen_threads_refresh_once) {
    login_scene s;
    auto const ann = s.user(1, 0s);
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] { succeeded += s.client.as(ann).call(fakes::get_one).has_value() ? 1 : 0; });
    for (auto& t : threads)
        t.join();
    BOOST_TEST(succeeded == 16);
    BOOST_TEST(s.platform->refreshes == 1);
    BOOST_TEST(s.stored.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_refresh_whose_response_was_lost_is_repeated) {
    login_scene s;
    auto const ann = s.user(1, 0s);
    s.platform->lost = 1;
    auto const lost = s.client.as(ann).call(fakes::get_one);
    BOOST_TEST_REQUIRE(lost.has_error());
    BOOST_TEST(!oauth::login_required(lost.error()));
    BOOST_TEST(lost.error().retryable());
    BOOST_TEST(s.client.as(ann).call(fakes::get_one).has_value());
}

BOOST_AUTO_TEST_CASE(the_authorization_url_has_state_challenge_and_offline_access) {
    feishu::client const client{{.app_id = "cli_1", .app_secret = "very-secret"}};
    oauth::authorization_request const request{.redirect_uri = "https://example.com/cb?x=1", .scopes = {"im:message"}};
    auto const one = oauth::authorize_url(client, request).value();
    auto const two = oauth::authorize_url(client, request).value();
    BOOST_TEST(one.url.starts_with("https://accounts.feishu.cn/open-apis/authen/v1/authorize?client_id=cli_1"));
    BOOST_TEST(one.url.find("scope=im%3Amessage%20offline_access") != std::string::npos);
    BOOST_TEST(one.url.find("code_challenge=" + oauth::detail::pkce_challenge(one.code_verifier)) != std::string::npos);
    BOOST_TEST(one.url.find(one.code_verifier) == std::string::npos);
    BOOST_TEST(one.url.find("very-secret") == std::string::npos);
    BOOST_TEST(one.state != two.state);
    BOOST_TEST(one.code_verifier.size() == 43u);
}

BOOST_AUTO_TEST_CASE(the_challenge_is_that_of_rfc_7636) {
    BOOST_TEST(oauth::detail::pkce_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
               "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

BOOST_AUTO_TEST_CASE(redirect_uris_and_scopes_are_checked) {
    feishu::client const client{{.app_id = "cli_1"}};
    for (auto const* uri : {"", "/cb", "javascript:alert(1)", "https://", "http://a b/", "ftp://x/"})
        BOOST_TEST(oauth::authorize_url(client, {.redirect_uri = uri}).has_error());
    for (std::vector<std::string> const& scopes : {std::vector<std::string>{""}, {"a b"}, {"a", "a"}, {"\n"},
                                                   std::vector<std::string>(51, "x")})
        BOOST_TEST(oauth::authorize_url(client, {.redirect_uri = "https://x/", .scopes = scopes}).has_error());
}

BOOST_AUTO_TEST_CASE(one_redirect_with_the_right_state_is_accepted) {
    oauth::detail::redirect_gate gate("s1", "/callback");
    for (auto const* bad : {"/callback", "/callback?code=c", "/callback?code=c&state=s2", "/callback?code=c&state=s1&state=s1",
                            "/callback?code=%zz&state=s1", "/callback?state=s1", "/callback?code=a&code=b&state=s1"})
        BOOST_TEST(gate.on_request("GET", bad).status == 400);
    BOOST_TEST(gate.on_request("GET", "/other?code=c&state=s1").status == 404);
    BOOST_TEST(gate.on_request("POST", "/callback?code=c&state=s1").status == 405);
    BOOST_TEST(!gate.done());
    BOOST_TEST(gate.on_request("GET", "/callback?code=c%2B1&state=s1").status == 200);
    BOOST_TEST(gate.outcome().value() == "c+1");
    BOOST_TEST(gate.on_request("GET", "/callback?code=other&state=s1").status == 410);
    BOOST_TEST(gate.outcome().value() == "c+1");
}

BOOST_AUTO_TEST_CASE(a_user_who_refuses_is_an_error_that_says_so) {
    auto const code = oauth::code_of({.state = "s1"}, "https://example.com/cb?error=access_denied&state=s1#x");
    BOOST_TEST_REQUIRE(code.has_error());
    BOOST_TEST((code.error().kind == error_kind::auth));
    BOOST_TEST(code.error().message.starts_with("access_denied"));
}

BOOST_AUTO_TEST_CASE(a_device_code_is_polled_at_its_interval_until_it_expires) {
    feishu::clock::time_point const start{100h};
    auto const named = [](char const* word) { return error{.kind = error_kind::api, .message = word}; };
    oauth::detail::device_machine machine(5, 30, start);
    BOOST_TEST((machine.next().value() == start + 5s));
    BOOST_TEST(!machine.on_failure(named("authorization_pending: x"), start + 5s));
    BOOST_TEST((machine.next().value() == start + 10s));
    BOOST_TEST(!machine.on_failure(named("slow_down: x"), start + 10s));
    BOOST_TEST((machine.next().value() == start + 20s));
    BOOST_TEST((machine.on_failure(named("access_denied: x"), start + 20s).value().kind == error_kind::auth));
    BOOST_TEST((machine.on_failure(named("expired_token: x"), start + 20s).value().kind == error_kind::timeout));
    BOOST_TEST(!machine.on_failure({.kind = error_kind::transport}, start + 20s)); // half as often
    BOOST_TEST((machine.next().error().kind == error_kind::timeout));
    BOOST_TEST(!machine.on_failure(named("authorization_pending"), start + 29s));
    BOOST_TEST((machine.next().error().kind == error_kind::timeout));
}

BOOST_AUTO_TEST_CASE(a_lost_poll_never_shortens_the_interval_and_no_duration_overflows) {
    feishu::clock::time_point const start{100h};
    oauth::detail::device_machine machine(90, 2'000'000'000, start);
    BOOST_TEST(!machine.on_failure({.kind = error_kind::transport}, start + 90s));
    BOOST_TEST((machine.next().value() == start + 180s));
    error limited{.kind = error_kind::api, .code = 99991400};
    limited.retry_after = (std::chrono::milliseconds::max)();
    BOOST_TEST(!machine.on_failure(limited, start + 180s));
    BOOST_TEST((machine.next().error().kind == error_kind::timeout));
}

// A request to the loopback server, as from a browser or another local program.
std::string visit(std::uint16_t port, std::string const& target) {
    boost::asio::io_context io;
    boost::asio::ip::tcp::socket socket(io);
    socket.connect({boost::asio::ip::address_v4::loopback(), port});
    boost::asio::write(socket, boost::asio::buffer("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    std::string out;
    boost::system::error_code ignored;
    boost::asio::read(socket, boost::asio::dynamic_buffer(out), ignored);
    return out;
}

BOOST_AUTO_TEST_CASE(a_loopback_login_ignores_strangers_and_exchanges_the_code) {
    login_scene s;
    std::thread browser;
    auto const login = oauth::loopback_login(
        s.client, {.scopes = {"im:message"},
                   .on_url =
                       [&](std::string const& url) {
                           browser = std::thread([url] {
                               auto const port_at = url.find("127.0.0.1%3A") + 12;
                               auto const port = static_cast<std::uint16_t>(std::stoi(url.substr(port_at)));
                               auto const at = url.find("&state=") + 7;
                               auto const state = url.substr(at, url.find('&', at) - at);
                               BOOST_TEST(visit(port, "/favicon.ico").find(" 404 ") != std::string::npos);
                               BOOST_TEST(visit(port, "/callback?code=evil&state=x").find(" 400 ") != std::string::npos);
                               BOOST_TEST(visit(port, "/callback?code=c1&state=" + state).find(" 200 ") != std::string::npos);
                           });
                       },
                   .tokens = {.on_tokens = [&](auto const& t) { s.stored.push_back(t); }}});
    browser.join();
    BOOST_TEST_REQUIRE(login.has_value());
    BOOST_TEST(login->stored().has_value());
    BOOST_TEST(s.stored.size() == 1u);
    BOOST_TEST(s.platform->last_body.find(R"("code":"c1")") != std::string::npos);
    BOOST_TEST(s.platform->last_body.find("code_verifier") != std::string::npos);
    BOOST_TEST(s.client.as(login->user()).call(fakes::get_one).has_value());
}

BOOST_AUTO_TEST_CASE(a_login_can_be_canceled) {
    login_scene s;
    oauth::canceler const stop;
    auto const login =
        oauth::loopback_login(s.client, {.on_url = [&](auto const&) { stop.cancel(); }, .canceler = stop});
    BOOST_TEST_REQUIRE(login.has_error());
    BOOST_TEST((login.error().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
