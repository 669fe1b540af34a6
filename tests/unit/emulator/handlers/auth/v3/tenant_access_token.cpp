#include <feishu/emulator/handlers/auth/v3/tenant_access_token.hpp>

#include "../../../world.hpp"

using namespace test;
using feishu::auth::v3::tenant_access_token::internal;

BOOST_AUTO_TEST_SUITE(emulator_tenant_access_token)

BOOST_AUTO_TEST_CASE(a_token_is_valid_for_two_hours) {
    world w;
    auto const token = w.run(internal{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret}).value();
    BOOST_TEST(token.tenant_access_token.starts_with("t-"));
    BOOST_TEST(token.expire == 7200);
    w.tenant.advance(2h - 1s);
    BOOST_TEST(w.tenant.find_token(token.tenant_access_token) != nullptr);
    w.tenant.advance(1s);
    BOOST_TEST(w.tenant.find_token(token.tenant_access_token) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_token_with_30_minutes_left_is_returned_again) {
    world w;
    internal const ask{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret};
    auto const first = w.run(ask).value();
    w.tenant.advance(90min);
    auto const again = w.run(ask).value();
    BOOST_TEST(again.tenant_access_token == first.tenant_access_token);
    BOOST_TEST(again.expire == 1800);
}

BOOST_AUTO_TEST_CASE(with_less_left_a_new_token_is_issued_and_both_are_valid_until_they_expire) {
    world w;
    internal const ask{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret};
    auto const first = w.run(ask).value();
    w.tenant.advance(91min);
    auto const second = w.run(ask).value();
    BOOST_TEST(second.tenant_access_token != first.tenant_access_token);
    BOOST_TEST(second.expire == 7200);
    BOOST_TEST(w.tenant.find_token(first.tenant_access_token) != nullptr);
    w.tenant.advance(29min);
    BOOST_TEST(w.tenant.find_token(first.tenant_access_token) == nullptr);
    BOOST_TEST(w.tenant.find_token(second.tenant_access_token) != nullptr);
}

BOOST_AUTO_TEST_CASE(wrong_credentials_have_the_platforms_codes) {
    world w;
    BOOST_TEST(w.code(internal{.app_id = w.bot.app_id, .app_secret = "wrong"}) == 10014);
    BOOST_TEST(w.code(internal{.app_id = "cli_unknown", .app_secret = "any"}) == 10014);
    BOOST_TEST(w.code(internal{.app_id = "nonsense", .app_secret = "any"}) == 10003);
    BOOST_TEST(w.code(internal{.app_id = w.bot.app_id, .app_secret = ""}) == 10003);
}

BOOST_AUTO_TEST_CASE(revoked_tokens_are_invalid) {
    world w;
    auto const token = w.run(internal{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret}).value();
    w.tenant.revoke_tokens(w.bot.app_id);
    BOOST_TEST(w.tenant.find_token(token.tenant_access_token) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
