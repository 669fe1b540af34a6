#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/api/authen/v2/oauth.hpp>

#include "wire.hpp"

namespace {

namespace auth = feishu::auth::v3;
namespace authen = feishu::authen;

BOOST_AUTO_TEST_SUITE(auth_v3)

BOOST_AUTO_TEST_CASE(auth_v3_app_access_token_create_sends_what_the_page_says) {
    wire::sends(auth::app_access_token::create{.app_id = "cli_slkdjalasdkjasd",
                                               .app_secret = "dskLLdkasdjlasdKK",
                                               .app_ticket = "dskLLdkasdKK"},
                "POST /open-apis/auth/v3/app_access_token", R"({
        "app_id": "cli_slkdjalasdkjasd",
        "app_secret": "dskLLdkasdjlasdKK",
        "app_ticket": "dskLLdkasdKK"
    })");
}

BOOST_AUTO_TEST_CASE(auth_v3_app_access_token_create_reads_a_flat_response) {
    auto const reply = wire::reads<auth::app_access_token::create>(
        R"({"app_access_token": "a-6U1SbDiM6XIH2DcTCPyeub", "expire": 7140})");
    BOOST_TEST(reply.app_access_token == "a-6U1SbDiM6XIH2DcTCPyeub");
    BOOST_TEST(reply.expire == 7140);
}

BOOST_AUTO_TEST_CASE(auth_v3_app_access_token_internal_sends_what_the_page_says) {
    wire::sends(
        auth::app_access_token::internal{.app_id = "cli_slkdjalasdkjasd", .app_secret = "dskLLdkasdjlasdKK"},
        "POST /open-apis/auth/v3/app_access_token/internal",
        R"({"app_id": "cli_slkdjalasdkjasd", "app_secret": "dskLLdkasdjlasdKK"})");
}

BOOST_AUTO_TEST_CASE(auth_v3_app_access_token_internal_reads_a_flat_response) {
    auto const reply = wire::reads<auth::app_access_token::internal>(R"({
        "app_access_token": "t-g1044ghJRUIJJ5ELPAY7WXUCLMGZZ2QSQ",
        "expire": 3960,
        "tenant_access_token": "t-g1044ghJRUIJJ5ELPAY7WXUCLMGZZ2QSQ"
    })");
    BOOST_TEST(reply.tenant_access_token == "t-g1044ghJRUIJJ5ELPAY7WXUCLMGZZ2QSQ");
}

BOOST_AUTO_TEST_CASE(auth_v3_app_ticket_resend_sends_what_the_page_says) {
    wire::sends(auth::app_ticket::resend{.app_id = "cli_slkdasd", .app_secret = "dskLLdkasd"},
                "POST /open-apis/auth/v3/app_ticket/resend",
                R"({"app_id": "cli_slkdasd", "app_secret": "dskLLdkasd"})");
}

BOOST_AUTO_TEST_CASE(auth_v3_app_ticket_resend_reads_an_empty_response) {
    wire::reads<auth::app_ticket::resend>("{}");
}

BOOST_AUTO_TEST_CASE(auth_v3_tenant_access_token_create_sends_what_the_page_says) {
    wire::sends(
        auth::tenant_access_token::create{.app_access_token = "a-32bd8551db2f081cbfd26293f27516390b9feb04",
                                          .tenant_key = "73658811060f175d"},
        "POST /open-apis/auth/v3/tenant_access_token", R"({
        "app_access_token": "a-32bd8551db2f081cbfd26293f27516390b9feb04",
        "tenant_key": "73658811060f175d"
    })");
}

BOOST_AUTO_TEST_CASE(auth_v3_tenant_access_token_create_reads_a_flat_response) {
    auto const reply = wire::reads<auth::tenant_access_token::create>(
        R"({"tenant_access_token": "t-caecc734c2e3328a62489fe0648c4b98779515d3", "expire": 7140})");
    BOOST_TEST(reply.tenant_access_token == "t-caecc734c2e3328a62489fe0648c4b98779515d3");
}

BOOST_AUTO_TEST_CASE(auth_v3_tenant_access_token_internal_sends_what_the_page_says) {
    wire::sends(auth::tenant_access_token::internal{.app_id = "cli_slkdjalasdkjasd",
                                                    .app_secret = "dskLLdkasdjlasdKK"},
                "POST /open-apis/auth/v3/tenant_access_token/internal",
                R"({"app_id": "cli_slkdjalasdkjasd", "app_secret": "dskLLdkasdjlasdKK"})");
}

BOOST_AUTO_TEST_CASE(auth_v3_tenant_access_token_internal_reads_a_flat_response) {
    auto const reply = wire::reads<auth::tenant_access_token::internal>(
        R"({"tenant_access_token": "t-caecc734c2e3328a62489fe0648c4b98779515d3", "expire": 7200})");
    BOOST_TEST(reply.expire == 7200);
}

BOOST_AUTO_TEST_CASE(auth_v3_refuses_what_is_left_out) {
    using feishu::rule;
    using feishu::detail::unchecked_construct;
    wire::refuses(unchecked_construct::make<auth::app_access_token::create>(), "app_ticket", rule::required);
    wire::refuses(unchecked_construct::make<auth::app_access_token::internal>(), "app_secret", rule::required);
    wire::refuses(unchecked_construct::make<auth::app_ticket::resend>(), "app_id", rule::required);
    wire::refuses(unchecked_construct::make<auth::tenant_access_token::create>(), "tenant_key", rule::required);
    wire::refuses(unchecked_construct::make<auth::tenant_access_token::internal>(), "app_id", rule::required);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(authen_endpoints)

BOOST_AUTO_TEST_CASE(authen_v1_authorize_get_makes_the_address_that_the_page_says) {
    wire::sends(authen::v1::authorize::get{.client_id = "cli_a5d611352af9d00b",
                                           .redirect_uri = "https://example.com/api/oauth/callback?from=1",
                                           .scope = "bitable:app:readonly offline_access",
                                           .state = "RANDOMSTRING",
                                           .code_challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                                           .code_challenge_method = authen::v1::code_challenge_method::S256,
                                           .prompt = "consent"},
                "GET /open-apis/authen/v1/authorize?client_id=cli_a5d611352af9d00b&response_type=code"
                "&redirect_uri=https%3A%2F%2Fexample.com%2Fapi%2Foauth%2Fcallback%3Ffrom%3D1"
                "&scope=bitable%3Aapp%3Areadonly%20offline_access&state=RANDOMSTRING"
                "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                "&prompt=consent");
}

BOOST_AUTO_TEST_CASE(authen_v1_user_info_get_sends_what_the_page_says) {
    wire::sends(authen::v1::user_info::get{}, "GET /open-apis/authen/v1/user_info");
}

BOOST_AUTO_TEST_CASE(authen_v1_user_info_get_reads_what_the_page_says) {
    auto const user = wire::reads<authen::v1::user_info::get>(R"({
        "name": "zhangsan",
        "en_name": "zhangsan",
        "avatar_url": "www.feishu.cn/avatar/icon",
        "avatar_thumb": "www.feishu.cn/avatar/icon_thumb",
        "avatar_middle": "www.feishu.cn/avatar/icon_middle",
        "avatar_big": "www.feishu.cn/avatar/icon_big",
        "open_id": "ou-caecc734c2e3328a62489fe0648c4b98779515d3",
        "union_id": "on-d89jhsdhjsajkda7828enjdj328ydhhw3u43yjhdj",
        "email": "zhangsan@feishu.cn",
        "enterprise_email": "demo@mail.com",
        "user_id": "5d9bdxxx",
        "mobile": "+86130002883xx",
        "tenant_key": "736588c92lxf175d",
        "employee_no": "111222333"
    })");
    BOOST_TEST(user.mobile == "+86130002883xx");
    BOOST_TEST(user.email == "zhangsan@feishu.cn");
}

BOOST_AUTO_TEST_CASE(authen_v2_oauth_token_sends_a_code_as_the_page_says) {
    wire::sends(authen::v2::oauth::token{.grant_type = authen::v2::grant_type::authorization_code,
                                         .client_id = "cli_a5ca35a685b0x26e",
                                         .client_secret = "baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy",
                                         .code = "a61hb967bd094dge949h79bbexd16dfe",
                                         .redirect_uri = "https://example.com/api/oauth/callback",
                                         .code_verifier = "TxYmzM4PHLBlqm5NtnCmwxMH8mFlRWl_ipie3O0aVzo",
                                         .scope = "auth:user.id:read task:task:read"},
                "POST /open-apis/authen/v2/oauth/token", R"({
        "grant_type": "authorization_code",
        "client_id": "cli_a5ca35a685b0x26e",
        "client_secret": "baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy",
        "code": "a61hb967bd094dge949h79bbexd16dfe",
        "redirect_uri": "https://example.com/api/oauth/callback",
        "code_verifier": "TxYmzM4PHLBlqm5NtnCmwxMH8mFlRWl_ipie3O0aVzo",
        "scope": "auth:user.id:read task:task:read"
    })");
}

BOOST_AUTO_TEST_CASE(authen_v2_oauth_token_sends_a_refresh_token_as_the_page_says) {
    wire::sends(authen::v2::oauth::token{.grant_type = authen::v2::grant_type::refresh_token,
                                         .client_id = "cli_a5ca35a685b0x26e",
                                         .client_secret = "baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy",
                                         .refresh_token = "eyJhbGciOiJFUzI1NiIs",
                                         .scope = "auth:user.id:read"},
                "POST /open-apis/authen/v2/oauth/token", R"({
        "grant_type": "refresh_token",
        "client_id": "cli_a5ca35a685b0x26e",
        "client_secret": "baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy",
        "refresh_token": "eyJhbGciOiJFUzI1NiIs",
        "scope": "auth:user.id:read"
    })");
}

BOOST_AUTO_TEST_CASE(authen_v2_oauth_token_reads_a_flat_response) {
    auto const reply = wire::reads<authen::v2::oauth::token>(R"({
        "access_token": "eyJhbGciOiJFUzI1NiIs",
        "expires_in": 7200,
        "refresh_token": "eyJhbGciOiJFUzI1NiIsRe",
        "refresh_token_expires_in": 604800,
        "token_type": "Bearer",
        "scope": "auth:user.id:read offline_access task:task:read user_profile"
    })");
    BOOST_TEST(reply.access_token == "eyJhbGciOiJFUzI1NiIs");
    BOOST_TEST(reply.refresh_token_expires_in == 604800);
}

BOOST_AUTO_TEST_CASE(authen_v2_oauth_token_reads_a_failure_of_oauth) {
    authen::v2::oauth::token::response response{};
    feishu::http::response_decoder reply(authen::v2::oauth::token::spec, &response,
                                feishu::json::binding_of<authen::v2::oauth::token::response>);
    reply.on_head({.status = 400, .headers = {{"Content-Type", "application/json; charset=utf-8"}}});
    reply.on_body(R"({
        "code": 20050,
        "error": "server_error",
        "error_description": "An unexpected server error occurred. Please retry your request."
    })");
    auto const done = reply.finish({});
    BOOST_REQUIRE(!done);
    BOOST_TEST((done.error().kind == feishu::error_kind::api));
    BOOST_TEST(done.error().code == 20050);
    BOOST_TEST(done.error().message ==
               "server_error: An unexpected server error occurred. Please retry your request.");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
