// Device authorization: forms to the accounts host and to the token endpoint.

#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/oauth/v1/app.hpp>
#include <feishu/api/oauth/v1/device_authorization.hpp>

#include "wire.hpp"

namespace {

namespace oauth = feishu::oauth::v1;
namespace authen = feishu::authen::v2;

BOOST_AUTO_TEST_CASE(oauth_v1_device_authorization_create_is_a_form_to_the_accounts_host) {
    using create = oauth::device_authorization::create;
    static_assert(create::spec.host == feishu::host::accounts && create::spec.basic_auth);
    wire::sends_fields(create{.client_id = "cli_1", .scope = "im:message offline_access"},
                       "POST /oauth/v1/device_authorization",
                       "client_id=cli_1&scope=im%3Amessage%20offline_access");
    auto const reply = wire::reads<create>(R"({
        "device_code": "d", "user_code": "ABCD-EFGH", "verification_uri": "https://accounts.feishu.cn/oauth/v1/device",
        "verification_uri_complete": "https://accounts.feishu.cn/oauth/v1/device?flow_id=1", "expires_in": 240,
        "interval": 5
    })");
    BOOST_TEST(reply.interval == 5);
    BOOST_TEST(reply.user_code == "ABCD-EFGH");
}

BOOST_AUTO_TEST_CASE(authen_v2_oauth_device_token_is_a_form) {
    static_assert(authen::oauth::device_token::spec.host == feishu::host::api);
    static_assert(authen::oauth::device_token::spec.path == authen::oauth::token::spec.path);
    wire::sends_fields(authen::oauth::device_token{.grant_type = authen::device_grant_type::device_code,
                                                   .device_code = "d",
                                                   .client_id = "cli_1",
                                                   .client_secret = "s&1"},
                       "POST /open-apis/authen/v2/oauth/token",
                       "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d"
                       "&client_id=cli_1&client_secret=s%261");
    auto const reply = wire::reads<authen::oauth::device_token>(R"({
        "access_token": "u-1", "expires_in": 7200, "refresh_token": "r", "refresh_token_expires_in": 604800,
        "token_type": "Bearer", "scope": "im:message offline_access"
    })");
    BOOST_TEST(reply.access_token == "u-1");
}

BOOST_AUTO_TEST_CASE(oauth_v1_app_registration_begins_and_polls) {
    wire::sends_fields(
        oauth::app::registration{.action = oauth::registration_action::begin,
                                 .archetype = oauth::registration_archetype::PersonalAgent,
                                 .auth_method = oauth::registration_auth_method::client_secret,
                                 .request_user_info = "open_id"},
        "POST /oauth/v1/app/registration",
        "action=begin&archetype=PersonalAgent&auth_method=client_secret&request_user_info=open_id");
    wire::sends_fields(
        oauth::app::registration{.action = oauth::registration_action::poll, .device_code = "d"},
        "POST /oauth/v1/app/registration", "action=poll&device_code=d");
    auto const reply = wire::reads<oauth::app::registration>(R"({
        "client_id": "cli_1", "client_secret": "s", "user_info": {"open_id": "ou_1", "tenant_brand": "lark"},
        "expires_in": 300, "interval": 5
    })");
    BOOST_TEST((reply.user_info->tenant_brand == oauth::tenant_brand::lark));
}

} // namespace
