#include "security.hpp"

#include "spec.hpp"

using namespace test;

namespace {

std::string with(std::string const& security) { return endpoint(R"("security":[)" + security + "]"); }
std::string wrong(std::string const& security) { return problem(with(security)); }

std::string const here = in_operation + "/security: ";

std::string one_each(int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += (i == 0 ? "\"s" : ",\"s") + std::to_string(i) + '"';
    return R"({"tenant_access_token":[)" + out + "]}";
}

std::string alternatives(int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += (i == 0 ? "" : ",") + (R"({"user_access_token":["s)" + std::to_string(i) + R"("]})");
    return out;
}

} // namespace

BOOST_AUTO_TEST_CASE(alternatives_of_one_scope_are_one_group) {
    auto const made = header(with(R"({"tenant_access_token":["a"]},{"tenant_access_token":["b"]},
        {"user_access_token":["a"]},{"user_access_token":["b"]})"));
    BOOST_TEST(has(made, R"(.tokens = token::tenant | token::user, .scopes = {any_of("a", "b")},)"));
}

BOOST_AUTO_TEST_CASE(every_combination_of_two_groups_is_two_groups) {
    auto const made = header(with(R"({"tenant_access_token":["a","x"]},{"tenant_access_token":["a","y"]},
        {"tenant_access_token":["b","x"]},{"tenant_access_token":["b","y"]})"));
    BOOST_TEST(has(made, R"(.scopes = {any_of("a", "b"), any_of("x", "y")},)"));
}

BOOST_AUTO_TEST_CASE(a_user_token_may_need_other_scopes) {
    auto const made = header(with(R"({"tenant_access_token":["a"]},{"tenant_access_token":["b"]},
        {"user_access_token":["a","c"]})"));
    BOOST_TEST(has(made, R"(.scopes = {any_of("a", "b")}, .user_scopes = {any_of("a"), any_of("c")},)"));
    auto const reversed = header(with(R"({"user_access_token":["c"]},{"tenant_access_token":["a"]})"));
    BOOST_TEST(has(reversed, R"(.scopes = {any_of("a")}, .user_scopes = {any_of("c")},)"));
}

BOOST_AUTO_TEST_CASE(scopes_of_a_user_token_alone_are_the_scopes) {
    auto const made = header(with(R"({"user_access_token":["a"]})"));
    BOOST_TEST(has(made, R"(.tokens = token::user, .scopes = {any_of("a")},)"));
    BOOST_TEST(made.find(".user_scopes") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(app_credentials_are_http_basic_instead_of_a_token) {
    auto const made = header(with(R"({"app_credentials":[]})"));
    BOOST_TEST(has(made, ".basic_auth = true,"));
    BOOST_TEST(made.find(".tokens") == std::string::npos);
    BOOST_TEST(wrong(R"({"app_credentials":[]},{"tenant_access_token":[]})") ==
               here + "app_credentials are the only way to authenticate, or none");
    BOOST_TEST(wrong(R"({"tenant_access_token":[]},{"app_credentials":[]})") ==
               here + "app_credentials are the only way to authenticate, or none");
}

BOOST_AUTO_TEST_CASE(a_token_without_scopes_has_no_groups) {
    auto const made = header(with(R"({"app_access_token":[]})"));
    BOOST_TEST(has(made, ".tokens = token::app,"));
    BOOST_TEST(made.find(".scopes") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_security_is_no_token) {
    BOOST_TEST(header(with("")).find(".tokens") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(as_many_scopes_as_a_spec_holds) {
    BOOST_TEST(wrong(one_each(4)) == "");
    BOOST_TEST(wrong(one_each(5)) == here + "more than 4 scopes are needed at once");
    BOOST_TEST(wrong(alternatives(12)) == "");
    BOOST_TEST(wrong(alternatives(13)) == here + "more than 12 alternatives of one scope");
}

BOOST_AUTO_TEST_CASE(what_is_no_product_of_groups_is_refused) {
    auto const no_product = here + "the alternatives are not every combination of one scope from each group";
    BOOST_TEST(wrong(R"({"tenant_access_token":["a","x"]},{"tenant_access_token":["b","y"]})") == no_product);
    BOOST_TEST(wrong(R"({"tenant_access_token":["a"]},{"tenant_access_token":["a"]})") == no_product);
    // Four of them, but one twice.
    BOOST_TEST(wrong(R"({"tenant_access_token":["a","x"]},{"tenant_access_token":["a","x"]},
        {"tenant_access_token":["b","x"]},{"tenant_access_token":["b","y"]})") == no_product);
}

BOOST_AUTO_TEST_CASE(other_mistakes_of_security_are_refused) {
    BOOST_TEST(wrong(R"({"tenant_access_token":["a"]},{"tenant_access_token":["a","b"]})") ==
               here + "alternatives of one token have different numbers of scopes");
    BOOST_TEST(wrong(R"({"tenant_access_token":["a"]},{"app_access_token":["b"]})") ==
               here + "tenant and app tokens need the same scopes");
    BOOST_TEST(wrong(R"({"tenant_access_token":["a"]},{"user_access_token":[]})") ==
               here + "a user token cannot go without scopes where another token needs them");
    BOOST_TEST(wrong(R"({"tenant_access_token":[],"user_access_token":[]})") ==
               here + "each entry names one security scheme");
    BOOST_TEST(wrong("{}") == here + "each entry names one security scheme");
    for (std::string const scheme : {"api_key", "bot_access_token", "tenant"})
        BOOST_TEST(wrong("{\"" + scheme + "\":[]}") ==
                   here + "\"" + scheme +
                       "\" is not tenant_access_token, user_access_token, app_access_token or app_credentials");
}
