#include <feishu/rules/impl/id_form.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/api/passport/v1/session.hpp>
#include <feishu/content/text.hpp>

#include "problems.hpp"

namespace {

namespace im = feishu::im::v1;
namespace im2 = feishu::im::v2;
using feishu::user_id_type;
using test::problems;

std::string mismatch(std::string const& field, std::string const& parameter, std::string const& type,
                     std::string const& prefix) {
    return field + " does not match " + parameter + ' ' + type + ", whose ids begin with " + prefix;
}

std::string not_an_open_id(std::string const& field) { return mismatch(field, "user_id_type", "open_id", "ou_"); }

BOOST_AUTO_TEST_SUITE(rules_id_form)

BOOST_AUTO_TEST_CASE(ids_of_urgent_messages_match_user_id_type) {
    BOOST_TEST(problems(im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1", "ann@example.com"}}) ==
               not_an_open_id("user_id_list[1]"));
    BOOST_TEST(problems(im::message::urgent_sms{.message_id = "om_1", .user_id_list = {"on_1"}}) ==
               not_an_open_id("user_id_list[0]"));
    BOOST_TEST(problems(im::message::urgent_phone{.message_id = "om_1", .user_id_list = {""}}) ==
               "user_id_list[0] must not be empty");
    BOOST_TEST(problems(im::message::urgent_app{
                   .message_id = "om_1", .user_id_type = user_id_type::union_id, .user_id_list = {"on_1", "ou_1"}}) ==
               mismatch("user_id_list[1]", "user_id_type", "union_id", "on_"));
    BOOST_TEST(problems(im::message::urgent_app{
                   .message_id = "om_1", .user_id_type = user_id_type::user_id, .user_id_list = {"ann"}}) == "ok");
}

BOOST_AUTO_TEST_CASE(a_type_that_is_not_given_is_the_default_of_the_platform) {
    BOOST_TEST(problems(im::message::urgent_app{.message_id = "om_1", .user_id_type = {}, .user_id_list = {"ann"}}) ==
               not_an_open_id("user_id_list[0]"));
}

BOOST_AUTO_TEST_CASE(a_type_that_is_not_documented_is_not_checked) {
    auto const type = feishu::open<user_id_type>::from_wire("new_id");
    BOOST_TEST(problems(im::message::urgent_app{.message_id = "om_1", .user_id_type = type, .user_id_list = {"x"}}) ==
               "ok");
}

BOOST_AUTO_TEST_CASE(ids_of_members_and_managers_match_member_id_type) {
    BOOST_TEST(problems(im::chat_members::create{.chat_id = "oc_1", .id_list = {"ou_1", "cli_1"}}) ==
               mismatch("id_list[1]", "member_id_type", "open_id", "ou_"));
    BOOST_TEST(problems(im::chat_members::delete_{
                   .chat_id = "oc_1", .member_id_type = im::member_id_type::app_id, .id_list = {"ou_1"}}) ==
               mismatch("id_list[0]", "member_id_type", "app_id", "cli_"));
    BOOST_TEST(problems(im::chat_managers::add_managers{.chat_id = "oc_1", .manager_ids = {"on_1"}}) ==
               mismatch("manager_ids[0]", "member_id_type", "open_id", "ou_"));
    BOOST_TEST(problems(im::chat_managers::delete_managers{
                   .chat_id = "oc_1", .member_id_type = im::member_id_type::app_id, .manager_ids = {"cli_1"}}) == "ok");
}

BOOST_AUTO_TEST_CASE(ids_of_a_new_chat_and_of_moderators_match_user_id_type) {
    BOOST_TEST(problems(im::chat::create{.name = "n", .owner_id = "ann", .user_id_list = {"ou_1", "bob"}}) ==
               not_an_open_id("owner_id") + "; " + not_an_open_id("user_id_list[1]"));
    BOOST_TEST(problems(im::chat::update{.chat_id = "oc_1", .owner_id = "ann"}) == not_an_open_id("owner_id"));
    im::chat_moderation::update change{.chat_id = "oc_1"};
    change.moderation_setting = im::moderation_permission::moderator_list;
    change.moderator_added_list = {"ann"};
    change.moderator_removed_list = {"bob"};
    BOOST_TEST(problems(change) ==
               not_an_open_id("moderator_added_list[0]") + "; " + not_an_open_id("moderator_removed_list[0]"));
}

BOOST_AUTO_TEST_CASE(ids_of_feed_cards_match_user_id_type) {
    BOOST_TEST(problems(im2::feed_card::bot_time_sentive{.time_sensitive = true, .user_ids = {"ann"}}) ==
               not_an_open_id("user_ids[0]"));
    BOOST_TEST(problems(im2::chat_button::update{.user_ids = {"ann"}, .chat_id = "oc_1"}) ==
               not_an_open_id("user_ids[0]"));
    im2::app_feed_card_batch::delete_ request{
        .feed_cards = {im2::model::feed_card_key{.biz_id = "b", .user_id = "ou_1"},
                       im2::model::feed_card_key{.biz_id = "c", .user_id = "ann"}}};
    BOOST_TEST(problems(request) == not_an_open_id("feed_cards[1].user_id"));
    request.user_id_type = user_id_type::user_id;
    BOOST_TEST(problems(request) == "ok");
}

BOOST_AUTO_TEST_CASE(ids_of_people_match_user_id_type) {
    BOOST_TEST(problems(feishu::contact::v3::user::get{.user_id = "ann"}) == not_an_open_id("user_id"));
    BOOST_TEST(problems(feishu::passport::v1::session::query{.user_ids = {"ann"}}) == not_an_open_id("user_ids[0]"));
}

BOOST_AUTO_TEST_CASE(receivers_of_a_batch_message_have_the_form_of_their_list) {
    namespace batch_send = feishu::message::v4::batch_send;
    BOOST_TEST(problems(batch_send::send({.open_ids = {"ou_1", "on_1"}, .union_ids = {"ou_1"}}, feishu::text{"x"})) ==
               "open_ids[1] must begin with ou_; union_ids[0] must begin with on_");
    BOOST_TEST(problems(batch_send::send({.user_ids = {"ann"}}, feishu::text{"x"})) == "ok");
}

BOOST_AUTO_TEST_CASE(messages_are_listed_of_a_container_of_the_stated_type) {
    BOOST_TEST(problems(im::message::list{.container_id_type = "chat", .container_id = "omt_1"}) ==
               mismatch("container_id", "container_id_type", "chat", "oc_"));
    BOOST_TEST(problems(im::message::list{.container_id_type = "thread", .container_id = "omt_1"}) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
