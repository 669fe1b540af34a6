#include <feishu/core/endpoint.hpp>

#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/im/v1/message.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::has_json_body;
using feishu::location;
using feishu::location_of;

struct upload_all {
    static constexpr feishu::endpoint_spec spec{
        .id = "drive.v1.file.upload_all",
        .method = feishu::verb::post,
        .path = "/open-apis/drive/v1/files/:folder/upload_all",
        .query = {"kind"},
        .tokens = feishu::token::tenant,
    };
    feishu::field::required<std::string> folder;
    std::string kind;
    std::string name;
    std::optional<feishu::field::upload> file{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(upload_all, (), (folder, kind, name, file))
BOOST_DESCRIBE_STRUCT(upload_all::response, (), ())

struct paging {
    int page_size = 20;
};
BOOST_DESCRIBE_STRUCT(paging, (), (page_size))

struct inherits : paging {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.y.list",
        .path = "/open-apis/x/v1/y",
        .query = {"page_size", "operator"},
        .tokens = feishu::token::user,
    };
    std::string operator_;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(inherits, (paging), (operator_))
BOOST_DESCRIBE_STRUCT(inherits::response, (), ())

struct device_form {
    static constexpr feishu::endpoint_spec spec{
        .id = "oauth.v1.device.create",
        .method = feishu::verb::post,
        .host = feishu::host::accounts,
        .path = "/oauth/v1/device/:id",
        .query = {"kind"},
        .body = feishu::body_format::form,
        .basic_auth = true,
    };
    feishu::field::required<std::string> id;
    std::string kind;
    std::string scope;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(device_form, (), (id, kind, scope))
BOOST_DESCRIBE_STRUCT(device_form::response, (), ())

struct not_an_endpoint {
    int spec = 0;
};

BOOST_AUTO_TEST_SUITE(endpoint)

BOOST_AUTO_TEST_CASE(the_message_endpoints_are_endpoints) {
    static_assert(feishu::endpoint<im::message::create> && feishu::endpoint<im::message::reply> &&
                  feishu::endpoint<im::message::get> && feishu::endpoint<im::message::list> &&
                  feishu::endpoint<im::message::update> && feishu::endpoint<im::message::delete_> &&
                  feishu::endpoint<im::message::urgent_app> &&
                  feishu::endpoint<feishu::auth::v3::tenant_access_token::internal>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(what_has_no_spec_is_not_an_endpoint) {
    static_assert(!feishu::endpoint<int> && !feishu::endpoint<not_an_endpoint> && !feishu::endpoint<paging>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(a_name_in_the_path_travels_in_the_path) {
    static_assert(location_of<im::message::urgent_app>("message_id") == location::path);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(a_name_in_the_query_travels_in_the_query) {
    static_assert(location_of<im::message::urgent_app>("user_id_type") == location::query);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(other_names_travel_in_the_json_body) {
    static_assert(location_of<im::message::urgent_app>("user_id_list") == location::body);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(an_upload_makes_the_body_multipart) {
    static_assert(location_of<upload_all>("folder") == location::path);
    static_assert(location_of<upload_all>("kind") == location::query);
    static_assert(location_of<upload_all>("name") == location::multipart);
    static_assert(location_of<upload_all>("file") == location::multipart);
    static_assert(!has_json_body<upload_all>());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(an_endpoint_of_the_accounts_host_has_any_path_and_may_have_a_form) {
    static_assert(feishu::endpoint<device_form>);
    static_assert(location_of<device_form>("id") == location::path);
    static_assert(location_of<device_form>("kind") == location::query);
    static_assert(location_of<device_form>("scope") == location::form);
    static_assert(!has_json_body<device_form>() && feishu::has_form_body<device_form>());
    static_assert(!feishu::has_form_body<im::message::create>());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(inherited_and_underscored_members_have_locations_too) {
    static_assert(feishu::endpoint<inherits>);
    static_assert(location_of<inherits>("page_size") == location::query);
    static_assert(location_of<inherits>("operator") == location::query);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(an_endpoint_has_a_json_body_when_a_member_travels_in_it) {
    static_assert(has_json_body<im::message::create>() && has_json_body<im::message::reply>() &&
                  has_json_body<im::message::update>() && has_json_body<im::message::urgent_app>());
    static_assert(!has_json_body<im::message::get>() && !has_json_body<im::message::list>() &&
                  !has_json_body<im::message::delete_>() && !has_json_body<inherits>());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(placeholders_are_found_one_after_the_other) {
    constexpr std::string_view path = "/open-apis/im/v1/chats/:chat_id/members/:member_id";
    std::size_t at = 0;
    BOOST_TEST(feishu::detail::next_placeholder(path, at) == "chat_id");
    BOOST_TEST(feishu::detail::next_placeholder(path, at) == "member_id");
    BOOST_TEST(at == path.size());
    BOOST_TEST(feishu::detail::next_placeholder(path, at) == "");
}

BOOST_AUTO_TEST_CASE(a_placeholder_is_its_whole_name) {
    static_assert(feishu::detail::is_placeholder("/a/:chat_id/b", "chat_id"));
    static_assert(!feishu::detail::is_placeholder("/a/:chat_id/b", "chat"));
    static_assert(!feishu::detail::is_placeholder("/a/:chat_id/b", "b"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(verbs_have_their_http_names) {
    using feishu::verb;
    BOOST_TEST(to_string(verb::get) == "GET");
    BOOST_TEST(to_string(verb::post) == "POST");
    BOOST_TEST(to_string(verb::put) == "PUT");
    BOOST_TEST(to_string(verb::patch) == "PATCH");
    BOOST_TEST(to_string(verb::delete_) == "DELETE");
}

BOOST_AUTO_TEST_CASE(token_kinds_are_flags) {
    using feishu::accepts;
    using feishu::token;
    static_assert(accepts(token::tenant | token::user, token::user));
    static_assert(!accepts(token::tenant, token::user));
    static_assert(!accepts(token::none, token::tenant));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
