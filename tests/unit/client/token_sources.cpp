#include <feishu/client/impl/token_sources.hpp>

#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::detail::token_kind;
using feishu::detail::token_sources;

BOOST_AUTO_TEST_SUITE(client_token_sources)

BOOST_AUTO_TEST_CASE(a_custom_app_has_one_source_whatever_the_tenant) {
    token_sources sources(feishu::app_type::custom);
    auto const one = sources.source_for("e", {}).value();
    BOOST_TEST((one->kind == token_kind::custom));
    BOOST_TEST(sources.source_for("e", "tenant-1").value() == one);
}

BOOST_AUTO_TEST_CASE(a_store_app_has_a_source_for_each_tenant_and_one_for_itself) {
    token_sources sources(feishu::app_type::store);
    auto const one = sources.source_for("e", "tenant-1").value();
    auto const two = sources.source_for("e", "tenant-2").value();
    BOOST_TEST(one != two);
    BOOST_TEST((one->kind == token_kind::tenant));
    BOOST_TEST(one->tenant == "tenant-1");
    BOOST_TEST((one->app_token->kind == token_kind::store_app));
    BOOST_TEST(one->app_token == two->app_token);
    BOOST_TEST(sources.source_for("e", "tenant-1").value() == one);
}

BOOST_AUTO_TEST_CASE(a_store_app_must_name_the_tenant) {
    token_sources sources(feishu::app_type::store);
    auto const refused = sources.source_for("im.v1.message.get", {});
    BOOST_TEST_REQUIRE(refused.has_error());
    BOOST_TEST((refused.error().kind == feishu::error_kind::validation));
    BOOST_TEST(refused.error().field == "tenant_key");
    BOOST_TEST(refused.error().endpoint == "im.v1.message.get");
}

BOOST_AUTO_TEST_CASE(the_least_recently_used_tenant_is_evicted) {
    token_sources sources(feishu::app_type::store, 2);
    auto const one = sources.source_for("e", "tenant-1").value();
    auto const two = sources.source_for("e", "tenant-2").value();
    BOOST_TEST(sources.source_for("e", "tenant-1").value() == one);
    auto const three = sources.source_for("e", "tenant-3").value();
    BOOST_TEST(sources.source_for("e", "tenant-1").value() == one);
    BOOST_TEST(sources.source_for("e", "tenant-3").value() == three);
    BOOST_TEST(sources.source_for("e", "tenant-2").value() != two);
}

BOOST_AUTO_TEST_CASE(a_source_in_use_outlives_its_removal) {
    token_sources sources(feishu::app_type::store, 1);
    std::weak_ptr<feishu::detail::token_source> unused;
    auto const used = sources.source_for("e", "tenant-1").value();
    unused = sources.source_for("e", "tenant-2").value();
    (void)sources.source_for("e", "tenant-3").value();
    BOOST_TEST(used->tenant == "tenant-1");
    BOOST_TEST(unused.expired());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
