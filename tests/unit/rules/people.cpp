#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/passport/v1/session.hpp>

#include "problems.hpp"

namespace {

namespace authen = feishu::authen;
namespace passport = feishu::passport::v1;
using test::problems;

BOOST_AUTO_TEST_SUITE(rules_people)

BOOST_AUTO_TEST_CASE(a_user_token_is_asked_for_with_what_the_grant_type_says) {
    using authen::v2::grant_type;
    authen::v2::oauth::token request{
        .grant_type = grant_type::authorization_code, .client_id = "cli_1", .client_secret = "s"};
    BOOST_TEST(problems(request) == "code is required with grant_type authorization_code");
    request.code = "c";
    BOOST_TEST(problems(request) == "ok");
    request.grant_type = grant_type::refresh_token;
    BOOST_TEST(problems(request) == "refresh_token is required with grant_type refresh_token");
    request.refresh_token = "r";
    BOOST_TEST(problems(request) == "ok");
}

BOOST_AUTO_TEST_CASE(the_browser_comes_back_to_some_address) {
    BOOST_TEST(problems(authen::v1::authorize::get{.client_id = "cli_1", .redirect_uri = ""}) ==
               "redirect_uri must not be empty");
    BOOST_TEST(problems(authen::v1::authorize::get{.client_id = "cli_1", .redirect_uri = "https://a"}) ==
               "ok");
}

BOOST_AUTO_TEST_CASE(a_challenge_method_needs_a_challenge) {
    authen::v1::authorize::get request{.client_id = "cli_1",
                                       .redirect_uri = "https://a",
                                       .code_challenge_method = authen::v1::code_challenge_method::plain};
    BOOST_TEST(problems(request) == "code_challenge is required with code_challenge_method");
    request.code_challenge = "c";
    BOOST_TEST(problems(request) == "ok");
}

BOOST_AUTO_TEST_CASE(users_are_looked_up_by_something) {
    using feishu::contact::v3::user::batch_get_id;
    BOOST_TEST(problems(batch_get_id{}) == "emails must not be empty if mobiles is empty");
    BOOST_TEST(problems(batch_get_id{.emails = {"a@b.c"}}) == "ok");
    BOOST_TEST(problems(batch_get_id{.mobiles = {"13011111111", "+1 202-555-0100"}}) == "ok");
    BOOST_TEST(problems(batch_get_id{.emails = {"ann"}, .mobiles = {"", "x"}}) ==
               "emails[0] is not an email address: it has no @; mobiles[0] must not be empty; "
               "mobiles[1] is not a phone number");
}

BOOST_AUTO_TEST_CASE(who_is_logged_out_is_given_as_the_type_says) {
    using passport::logout_type;
    using passport::session::logout;
    BOOST_TEST(problems(logout{.logout_type = logout_type::by_user_id}) ==
               "user_id is required with logout_type by_user_id");
    BOOST_TEST(problems(logout{.logout_type = logout_type::by_idp_credential}) ==
               "idp_credential_id is required with logout_type by_idp_credential");
    BOOST_TEST(problems(logout{.logout_type = logout_type::by_session}) ==
               "sid is required with logout_type by_session");
    BOOST_TEST(problems(logout{.logout_type = logout_type::by_user_id, .user_id = "ou_1"}) == "ok");
    BOOST_TEST(problems(logout{.idp_credential_id = "a", .logout_type = logout_type::by_idp_credential}) ==
               "ok");
    BOOST_TEST(problems(logout{.logout_type = logout_type::by_session, .sid = "s"}) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
