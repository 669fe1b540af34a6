#include <feishu/core/essential.hpp>

#include <string_view>
#include <type_traits>

#include <boost/test/unit_test.hpp>

#include <feishu/api/all.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::missing_essential_of;

// What an empty response to E lacks.
template <class E>
std::string_view lacks() {
    return missing_essential_of<E>(typename E::response{});
}

BOOST_AUTO_TEST_SUITE(rules_essential)

BOOST_AUTO_TEST_CASE(what_was_sent_or_created_has_an_id) {
    BOOST_TEST(lacks<im::message::create>() == "message_id");
    BOOST_TEST(lacks<im::message::reply>() == "message_id");
    BOOST_TEST(lacks<im::message::forward>() == "message_id");
    BOOST_TEST(lacks<im::message::merge_forward>() == "message.message_id");
    BOOST_TEST(lacks<im::thread::forward>() == "message_id");
    BOOST_TEST(lacks<feishu::message::v4::batch_send::create>() == "message_id");
    BOOST_TEST(lacks<feishu::message::v4::batch_send::typed_create>() == "message_id");
    BOOST_TEST(lacks<feishu::ephemeral::v1::message::send>() == "message_id");
    BOOST_TEST(lacks<im::chat::create>() == "chat_id");
    BOOST_TEST(lacks<im::file::create>() == "file_key");
    BOOST_TEST(lacks<im::image::create>() == "image_key");
    BOOST_TEST(lacks<im::message_reaction::create>() == "reaction_id");
    BOOST_TEST(lacks<feishu::cardkit::v1::card::create>() == "card_id");
    BOOST_TEST(lacks<feishu::im::v2::app_feed_card::create>() == "biz_id");
    BOOST_TEST(lacks<feishu::im::v2::tag::create>() == "id");
}

BOOST_AUTO_TEST_CASE(a_token_response_has_the_token) {
    BOOST_TEST(lacks<feishu::auth::v3::app_access_token::create>() == "app_access_token");
    BOOST_TEST(lacks<feishu::auth::v3::app_access_token::internal>() == "app_access_token");
    BOOST_TEST(lacks<feishu::auth::v3::tenant_access_token::create>() == "tenant_access_token");
    BOOST_TEST(lacks<feishu::auth::v3::tenant_access_token::internal>() == "tenant_access_token");
    BOOST_TEST(lacks<feishu::authen::v2::oauth::token>() == "access_token");
    BOOST_TEST(lacks<feishu::jssdk::v1::ticket::get>() == "ticket");
    BOOST_TEST(lacks<feishu::oauth::v1::device_authorization::create>() == "device_code");
}

BOOST_AUTO_TEST_CASE(a_response_with_it_lacks_nothing) {
    im::message::create::response sent;
    sent.message_id = "om_1";
    BOOST_TEST(missing_essential_of<im::message::create>(sent) == "");
    feishu::im::v2::app_feed_card::create::response failed;
    failed.failed_cards.resize(1);
    BOOST_TEST(missing_essential_of<feishu::im::v2::app_feed_card::create>(failed) == "");
}

BOOST_AUTO_TEST_CASE(calls_for_nothing_in_particular_lack_nothing) {
    BOOST_TEST(lacks<im::message::update>() == "");
    BOOST_TEST(lacks<im::message::list>() == "");
    BOOST_TEST(lacks<im::message::urgent_app>() == "");
    BOOST_TEST(lacks<im::chat::update>() == "");
    BOOST_TEST(lacks<feishu::authen::v1::user_info::get>() == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
