#include <feishu/core/catalog.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/im/v1/message.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::route_match;
using feishu::verb;

// Two endpoints whose paths overlap: the first takes any word where the second has `merge_forward`.
struct forward {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.message.forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id",
        .tokens = feishu::token::tenant,
    };
    feishu::field::required<feishu::message_id> message_id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(forward, (), (message_id))
BOOST_DESCRIBE_STRUCT(forward::response, (), ())

struct merge_forward {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.message.merge_forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/merge_forward",
        .tokens = feishu::token::tenant,
    };
    struct response {};
};
BOOST_DESCRIBE_STRUCT(merge_forward, (), ())
BOOST_DESCRIBE_STRUCT(merge_forward::response, (), ())

struct members {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.chat.members.get",
        .path = "/open-apis/im/v1/chats/:chat_id/members/:member_id",
        .tokens = feishu::token::tenant,
    };
    feishu::field::required<feishu::chat_id> chat_id;
    feishu::field::required<std::string> member_id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(members, (), (chat_id, member_id))
BOOST_DESCRIBE_STRUCT(members::response, (), ())

using messages = feishu::catalog<im::message::create, im::message::list, im::message::get, im::message::update,
                                 im::message::delete_, im::message::reply, im::message::urgent_app>;

struct form_forward : forward {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.message.form_forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id",
        .body = feishu::body_format::form,
        .tokens = feishu::token::tenant,
    };
};
BOOST_DESCRIBE_STRUCT(form_forward, (forward), ())

using overlapping = feishu::catalog<form_forward, merge_forward>;

template <class Catalog>
std::string_view id_of(route_match const& r) {
    return r.found() ? Catalog::specs[r.index]->id : std::string_view("nothing");
}

BOOST_AUTO_TEST_SUITE(catalog)

BOOST_AUTO_TEST_CASE(a_path_with_more_placeholders_than_fit_is_not_found) {
    feishu::endpoint_spec const spec{.id = "x", .path = "/:a/:b/:c/:d/:e/:f/:g"};
    feishu::endpoint_spec const* const specs[] = {&spec};
    BOOST_TEST(!feishu::detail::find_route(specs, 1, verb::get, "/1/2/3/4/5/6/7").found());
}

BOOST_AUTO_TEST_CASE(six_placeholders_fit) {
    feishu::endpoint_spec const spec{.id = "x", .path = "/:a/:b/:c/:d/:e/:f"};
    feishu::endpoint_spec const* const specs[] = {&spec};
    auto const found = feishu::detail::find_route(specs, 1, verb::get, "/1/2/3/4/5/6");
    BOOST_TEST_REQUIRE(found.found());
    BOOST_TEST(found.path[5].second == "6");
}

BOOST_AUTO_TEST_CASE(a_route_is_found_by_method_and_path) {
    struct {
        verb method;
        char const* path;
        char const* id;
    } const table[] = {
        {verb::post, "/open-apis/im/v1/messages", "im.v1.message.create"},
        {verb::get, "/open-apis/im/v1/messages", "im.v1.message.list"},
        {verb::get, "/open-apis/im/v1/messages/om_1", "im.v1.message.get"},
        {verb::put, "/open-apis/im/v1/messages/om_1", "im.v1.message.update"},
        {verb::delete_, "/open-apis/im/v1/messages/om_1", "im.v1.message.delete"},
        {verb::post, "/open-apis/im/v1/messages/om_1/reply", "im.v1.message.reply"},
        {verb::patch, "/open-apis/im/v1/messages/om_1/urgent_app", "im.v1.message.urgent_app"},
    };
    for (auto const& [method, path, id] : table)
        BOOST_TEST(id_of<messages>(messages::find(method, path)) == id);
}

BOOST_AUTO_TEST_CASE(path_parameters_are_given_as_they_stand_in_the_path) {
    using catalog = feishu::catalog<members>;
    auto const r = catalog::find(verb::get, "/open-apis/im/v1/chats/oc_1/members/a%2Fb");
    BOOST_TEST_REQUIRE(r.found());
    BOOST_TEST_REQUIRE(r.path.size() == 2u);
    BOOST_TEST(r.path[0].first == "chat_id");
    BOOST_TEST(r.path[0].second == "oc_1");
    BOOST_TEST(r.path[1].first == "member_id");
    BOOST_TEST(r.path[1].second == "a%2Fb");
}

BOOST_AUTO_TEST_CASE(a_literal_segment_wins_over_a_placeholder_in_any_order) {
    constexpr auto path = "/open-apis/im/v1/messages/merge_forward";
    using one = feishu::catalog<forward, merge_forward>;
    using other = feishu::catalog<merge_forward, forward>;
    BOOST_TEST(id_of<one>(one::find(verb::post, path)) == "x.v1.message.merge_forward");
    BOOST_TEST(id_of<other>(other::find(verb::post, path)) == "x.v1.message.merge_forward");
}

BOOST_AUTO_TEST_CASE(a_placeholder_takes_what_no_literal_matches) {
    using both = feishu::catalog<merge_forward, forward>;
    BOOST_TEST(id_of<both>(both::find(verb::post, "/open-apis/im/v1/messages/om_1")) == "x.v1.message.forward");
}

BOOST_AUTO_TEST_CASE(an_unserved_method_of_a_served_path_is_distinguished_from_an_unknown_path) {
    auto const r = messages::find(verb::patch, "/open-apis/im/v1/messages/om_1");
    BOOST_TEST(!r.found());
    BOOST_TEST(r.other_method);
}

BOOST_AUTO_TEST_CASE(a_served_method_is_not_reported_as_another_one) {
    BOOST_TEST(!messages::find(verb::post, "/open-apis/im/v1/messages").other_method);
    BOOST_TEST(!messages::find(verb::get, "/open-apis/im/v1/messages").other_method);
    BOOST_TEST(!messages::find(verb::delete_, "/open-apis/im/v1/messages/om_1").other_method);
}

BOOST_AUTO_TEST_CASE(other_paths_are_not_found) {
    for (char const* path : {
             "",
             "/",
             "/open-apis/im/v1",
             "/open-apis/im/v1/messages/",           // trailing slash, empty parameter
             "/open-apis/im/v1/messages//reply",     // empty parameter
             "/open-apis/im/v1/messages/om_1/",      // trailing slash
             "/open-apis/im/v1/messages/om_1/other",
             "/open-apis/im/v1/messages/om_1/reply/",
             "open-apis/im/v1/messages",
             "//open-apis/im/v1/messages",
             "/open-apis/im/v1/Messages",
         })
        BOOST_TEST_CONTEXT(path) {
            auto const r = messages::find(verb::post, path);
            BOOST_TEST(!r.found());
            BOOST_TEST(!r.other_method);
        }
}

BOOST_AUTO_TEST_CASE(the_format_of_the_body_decides_between_endpoints_that_share_method_and_path) {
    using feishu::body_format;
    std::string_view const path = feishu::authen::v2::oauth::token::spec.path;
    auto const both = []<class Tokens>(Tokens, std::string_view where) {
        BOOST_TEST(id_of<Tokens>(Tokens::find(verb::post, where)) == "authen.v2.oauth.token");
        BOOST_TEST(id_of<Tokens>(Tokens::find(verb::post, where, body_format::json)) == "authen.v2.oauth.token");
        BOOST_TEST(id_of<Tokens>(Tokens::find(verb::post, where, body_format::form)) ==
                   "authen.v2.oauth.device_token");
    };
    both(feishu::catalog<feishu::authen::v2::oauth::token, feishu::authen::v2::oauth::device_token>{}, path);
    both(feishu::catalog<feishu::authen::v2::oauth::device_token, feishu::authen::v2::oauth::token>{}, path);
    using one = feishu::catalog<feishu::authen::v2::oauth::token>;
    BOOST_TEST(id_of<one>(one::find(verb::post, path, body_format::form)) == "authen.v2.oauth.token");
}

BOOST_AUTO_TEST_CASE(a_literal_segment_counts_more_than_the_format_of_the_body) {
    auto const found = overlapping::find(verb::post, "/open-apis/im/v1/messages/merge_forward", feishu::body_format::form);
    BOOST_TEST(id_of<overlapping>(found) == "x.v1.message.merge_forward");
}

BOOST_AUTO_TEST_CASE(an_endpoint_is_found_by_id) {
    static_assert(messages::find("im.v1.message.get") == 2);
    static_assert(messages::find("im.v1.message.none") == route_match::npos);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(visit_calls_with_the_type_at_the_index) {
    auto const path = messages::visit<std::string_view>(6, []<class E>() { return E::spec.path; });
    BOOST_TEST(path == "/open-apis/im/v1/messages/:message_id/urgent_app");
}

BOOST_AUTO_TEST_CASE(for_each_goes_through_all_in_order) {
    std::string ids;
    feishu::catalog<forward, merge_forward>::for_each([&]<class E>() { ids += std::string(E::spec.id) + ' '; });
    BOOST_TEST(ids == "x.v1.message.forward x.v1.message.merge_forward ");
}

BOOST_AUTO_TEST_CASE(catalogs_are_joined) {
    using joined = messages::with<feishu::catalog<members>>;
    static_assert(joined::size == 8 && joined::find("x.v1.chat.members.get") == 7);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(an_empty_catalog_finds_nothing) {
    using empty = feishu::catalog<>;
    BOOST_TEST(!empty::find(verb::get, "/open-apis/x").found());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
