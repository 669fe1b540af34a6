#include "security.hpp"

#include "spec.hpp"

using namespace test;

namespace {

std::string with(std::string const& security) { return endpoint(R"("security":[)" + security + "]"); }
std::string wrong_security(std::string const& security) { return problem(with(security)); }

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
    BOOST_TEST(wrong_security(R"({"app_credentials":[]},{"tenant_access_token":[]})") ==
               here + "app_credentials are the only way to authenticate, or none");
    BOOST_TEST(wrong_security(R"({"tenant_access_token":[]},{"app_credentials":[]})") ==
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

BOOST_AUTO_TEST_CASE(more_scopes_than_a_spec_holds_are_arrays_beside_it) {
    BOOST_TEST(has(header(with(one_each(4))), ".scopes = {any_of("));
    auto const five = header(with(one_each(5)));
    BOOST_TEST(has(five, "static constexpr scope_group all_scopes[] = {any_of("));
    BOOST_TEST(has(five, ".scopes = all_scopes,"));
    BOOST_TEST(has(header(with(alternatives(12))), ".scopes = {any_of("));
    auto const many = header(with(alternatives(13)));
    BOOST_TEST(has(many, "static constexpr std::string_view any_scopes_1[] = {"));
    BOOST_TEST(has(many, ".scopes = {scope_group(any_scopes_1)},"));
}

BOOST_AUTO_TEST_CASE(schemes_of_other_apis_are_tokens_by_their_type) {
    auto const made = [](std::string const& scheme, std::string const& security) {
        return header(document(R"("security":)" + security + R"(,"paths":{"/x":{"get":{"operationId":"x.v1.y.get",
            "responses":{"200":{}}}}},"components":{"securitySchemes":{"a":)" + scheme +
                               R"(,"b":{"type":"apiKey","in":"header","name":"X-Key"}}})"));
    };
    for (std::string const scheme : {R"({"type":"http","scheme":"Bearer"})", R"({"type":"oauth2","flows":{}})",
                                     R"({"type":"openIdConnect","openIdConnectUrl":"https://a.example"})"})
        BOOST_TEST(has(made(scheme, R"([{"a":[]}])"), ".tokens = token::user,"));
    BOOST_TEST(has(made(R"({"type":"oauth2","flows":{}})", R"([{"a":["read","write"]}])"),
                   R"(.scopes = {any_of("read"), any_of("write")},)"));
    BOOST_TEST(has(made(R"({"type":"http","scheme":"basic"})", R"([{"a":[]}])"), ".basic_auth = true,"));
    auto const key = made(R"({"type":"apiKey","in":"query","name":"key"})", R"([{"a":[]}])");
    BOOST_TEST(has(key, R"(.query = {"key"},)"));
    BOOST_TEST(has(key, "field::required<std::string> key;"));
    auto const both = made(R"({"type":"http","scheme":"bearer"})", R"([{"a":[],"b":[]}])");
    BOOST_TEST(has(both, R"(.headers = {"X-Key"}, .tokens = token::user,)"));
    BOOST_TEST(has(both, "field::required<std::string> X_Key;"));
    BOOST_TEST(has(made(R"({"type":"http","scheme":"bearer"})", R"([{"a":[]},{"b":[]}])"),
                   "std::optional<std::string> X_Key{};"));
    BOOST_TEST(has(made(R"({"type":"http","scheme":"bearer"})", R"([{},{"a":[]}])"),
                   "/// The server also accepts requests without authentication. struct get {"));
}

BOOST_AUTO_TEST_CASE(schemes_that_requests_cannot_carry_are_refused) {
    auto const refused = [](std::string const& scheme) {
        return problem(document(R"("paths":{"/x":{"get":{"operationId":"x.v1.y.get","security":[{"a":[]}],
            "responses":{"200":{}}}}},"components":{"securitySchemes":{"a":)" + scheme + "}}"));
    };
    for (std::string const scheme : {R"({"type":"apiKey","in":"cookie","name":"sid"})", R"({"type":"mutualTLS"})",
                                     R"({"type":"http","scheme":"digest"})"})
        BOOST_TEST(has(refused(scheme), "x/v1/y.json#/paths/~1x/get/security/0/a: \"a\" is neither a bearer token, HTTP "
                                        "Basic, OAuth 2.0 nor an API key in a header or query"));
}

BOOST_AUTO_TEST_CASE(what_is_no_product_of_groups_is_refused) {
    auto const no_product = here + "the alternatives are not every combination of one scope from each group";
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a","x"]},{"tenant_access_token":["b","y"]})") == no_product);
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a"]},{"tenant_access_token":["a"]})") == no_product);
    // Four of them, but one twice.
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a","x"]},{"tenant_access_token":["a","x"]},
        {"tenant_access_token":["b","x"]},{"tenant_access_token":["b","y"]})") == no_product);
}

BOOST_AUTO_TEST_CASE(other_mistakes_of_security_are_refused) {
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a"]},{"tenant_access_token":["a","b"]})") ==
               here + "alternatives of one token have different numbers of scopes");
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a"]},{"app_access_token":["b"]})") ==
               here + "tenant and app tokens need the same scopes");
    BOOST_TEST(wrong_security(R"({"tenant_access_token":["a"]},{"user_access_token":[]})") ==
               here + "a user token cannot go without scopes where another token needs them");
    BOOST_TEST(wrong_security(R"({"tenant_access_token":[],"user_access_token":[]})") ==
               here + "each entry names one security scheme");
    BOOST_TEST(wrong_security("{}") == "");
    for (std::string const scheme : {"api_key", "bot_access_token", "tenant"})
        BOOST_TEST(has(wrong_security("{\"" + scheme + "\":[]}"),
                       "/security/0/" + scheme + ": \"" + scheme + "\" is not a scheme of components/securitySchemes, nor "));
}
