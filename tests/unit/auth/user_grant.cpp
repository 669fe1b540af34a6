#include <feishu/auth/impl/user_grant.hpp>

#include <chrono>
#include <stdexcept>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::errc;
using feishu::error;
using feishu::error_kind;
using feishu::auth::user_grant;
using feishu::auth::user_tokens;

constexpr std::chrono::sys_seconds noon{1'800'000'000s};

user_tokens pair(std::string const& number, std::chrono::seconds lifetime = 2h) {
    return {.access_token = "u-" + number,
            .access_expires = noon + lifetime,
            .refresh_token = "r-" + number,
            .refresh_expires = noon + 168h};
}

error refused(errc code) { return {.kind = error_kind::api, .code = static_cast<int>(code), .message = "refused"}; }

// A grant with a store that can be made to fail.
struct grant_scene {
    std::vector<user_tokens> stored{};
    bool broken = false;
    user_grant grant;

    explicit grant_scene(user_tokens tokens)
        : grant(
              std::move(tokens),
              [this](user_tokens const& t) {
                  if (broken)
                      throw std::runtime_error("disk full");
                  stored.push_back(t);
              },
              [] { return noon; }) {}
};

BOOST_AUTO_TEST_SUITE(auth_user_grant)

BOOST_AUTO_TEST_CASE(a_stored_access_token_is_used_and_then_refreshed) {
    grant_scene s(pair("1"));
    auto const first = s.grant.next().value();
    BOOST_TEST(first.access.value().value.view() == "u-1");
    BOOST_TEST((first.access->lifetime == 2h));
    BOOST_TEST(s.grant.next().value().refresh_token == "r-1");
    BOOST_TEST(s.stored.empty());
}

BOOST_AUTO_TEST_CASE(the_time_function_may_ask_for_the_tokens) {
    user_grant* self = nullptr;
    int asked = 0;
    user_grant grant(pair("1"), {}, [&] {
        asked += self->tokens().access_token == "u-1" ? 1 : 0;
        return noon;
    });
    self = &grant;
    BOOST_TEST(grant.next().has_value());
    BOOST_TEST(asked == 1);
}

BOOST_AUTO_TEST_CASE(an_expired_access_token_is_refreshed_at_once) {
    grant_scene s(pair("1", 0s));
    BOOST_TEST(s.grant.next().value().refresh_token == "r-1");
}

BOOST_AUTO_TEST_CASE(new_tokens_are_stored_before_they_are_used) {
    grant_scene s(pair("1", 0s));
    (void)s.grant.next();
    s.grant.refreshed(pair("2"));
    auto const next = s.grant.next().value();
    BOOST_TEST_REQUIRE(s.stored.size() == 1u);
    BOOST_TEST((s.stored[0] == pair("2")));
    BOOST_TEST(next.access.value().value.view() == "u-2");
}

BOOST_AUTO_TEST_CASE(tokens_that_cannot_be_stored_are_kept_and_stored_later_without_another_refresh) {
    grant_scene s(pair("1", 0s));
    s.broken = true;
    s.grant.refreshed(pair("2"));
    auto const failed = s.grant.next();
    BOOST_TEST_REQUIRE(failed.has_error());
    BOOST_TEST(failed.error().field == "on_tokens");
    BOOST_TEST(failed.error().message.find("disk full") != std::string::npos);
    BOOST_TEST(failed.error().message.find("u-2") == std::string::npos);
    BOOST_TEST(s.grant.next().has_error());
    s.broken = false;
    BOOST_TEST(s.grant.next().value().access.value().value.view() == "u-2");
    BOOST_TEST(s.stored.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_refresh_without_a_new_refresh_token_keeps_the_previous_one) {
    grant_scene s(pair("1", 0s));
    auto received = pair("2");
    received.refresh_token.clear();
    s.grant.refreshed(received);
    BOOST_TEST(s.grant.tokens().refresh_token == "r-1");
}

BOOST_AUTO_TEST_CASE(without_a_refresh_token_the_user_must_log_in) {
    auto tokens = pair("1", 0s);
    tokens.refresh_token.clear();
    grant_scene s(tokens);
    auto const next = s.grant.next();
    BOOST_TEST_REQUIRE(next.has_error());
    BOOST_TEST(next.error().field == "refresh_token");
    BOOST_TEST(next.error().message.starts_with("the user must log in again"));
}

BOOST_AUTO_TEST_CASE(a_refusal_that_only_a_login_resolves_is_final_until_the_tokens_are_replaced) {
    for (auto const code : {errc::oauth_refresh_token_expired, errc::oauth_refresh_token_revoked,
                            errc::oauth_refresh_token_used, errc::oauth_refresh_token_invalid}) {
        grant_scene s(pair("1", 0s));
        auto const why = s.grant.failed(refused(code));
        BOOST_TEST((why.kind == error_kind::auth));
        BOOST_TEST((why.symbol() == code));
        BOOST_TEST((s.grant.next().error().symbol() == code));
        s.grant.replace(pair("3"));
        BOOST_TEST(s.grant.next().value().access.value().value.view() == "u-3");
    }
}

BOOST_AUTO_TEST_CASE(a_refusal_that_passes_leaves_the_grant_as_it_is) {
    grant_scene s(pair("1", 0s));
    BOOST_TEST((s.grant.failed(refused(errc::oauth_unavailable)).symbol() == errc::oauth_unavailable));
    BOOST_TEST(s.grant.next().value().refresh_token == "r-1");
}

BOOST_AUTO_TEST_CASE(after_a_lost_response_the_refresh_is_repeated_and_its_refusal_states_the_cause) {
    grant_scene s(pair("1", 0s));
    (void)s.grant.failed({.kind = error_kind::timeout, .message = "no response"});
    BOOST_TEST(s.grant.next().value().refresh_token == "r-1");
    auto const why = s.grant.failed(refused(errc::oauth_refresh_token_used));
    BOOST_TEST(why.message.find("the response to an earlier refresh with the same token was lost") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_connection_that_failed_is_not_a_lost_response) {
    grant_scene s(pair("1", 0s));
    (void)s.grant.failed({.kind = error_kind::transport, .message = "refused", .may_have_executed = false});
    auto const why = s.grant.failed(refused(errc::oauth_refresh_token_used));
    BOOST_TEST(why.message.find("was lost") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
