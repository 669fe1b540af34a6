#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>

#include "../../problems.hpp"

namespace {

namespace im = feishu::im::v1;
using test::problems;

std::vector<std::string> many(std::size_t n) { return std::vector<std::string>(n, "ou_1"); }
std::vector<std::string> many_bots(std::size_t n) { return std::vector<std::string>(n, "cli_1"); }

BOOST_AUTO_TEST_SUITE(rules_im_v1_chat)

BOOST_AUTO_TEST_CASE(a_public_group_needs_a_name_of_two_characters) {
    constexpr auto open_to_all = im::chat_privacy::public_;
    constexpr char const* too_short =
        "name must have at least 2 characters in a public group";
    BOOST_TEST(problems(im::chat::create{.chat_type = open_to_all}) == "name is required for a public group");
    BOOST_TEST(problems(im::chat::create{.name = "", .chat_type = open_to_all}) == too_short);
    BOOST_TEST(problems(im::chat::create{.name = "群", .chat_type = open_to_all}) == too_short);
    BOOST_TEST(problems(im::chat::create{.name = "群聊", .chat_type = open_to_all}) == "ok");
    BOOST_TEST(problems(im::chat::create{.i18n_names = feishu::model::i18n_names{.en_us = "group"},
                                         .chat_type = open_to_all}) == "ok");
    BOOST_TEST(problems(im::chat::create{.name = "群"}) == "ok");
    BOOST_TEST(problems(im::chat::update{.chat_id = "oc_1", .name = "x", .chat_type = open_to_all}) ==
               too_short);
    BOOST_TEST(problems(im::chat::update{.chat_id = "oc_1", .chat_type = open_to_all}) == "ok");
}

BOOST_AUTO_TEST_CASE(only_groups_can_be_made) {
    constexpr char const* other = "chat_mode must be group: other modes cannot be created";
    BOOST_TEST(problems(im::chat::create{.chat_mode = im::chat_mode::group}) == "ok");
    BOOST_TEST(problems(im::chat::create{.chat_mode = im::chat_mode::topic}) == other);
    BOOST_TEST(problems(im::chat::create{.chat_mode = im::chat_mode::p2p}) == other);
    BOOST_TEST(problems(im::chat::create{.chat_mode = feishu::open<im::chat_mode>::from_wire("later")}) ==
               "ok");
}

BOOST_AUTO_TEST_CASE(restricted_mode_restricts_something) {
    using enum im::restricted_mode_permission;
    using setting = im::model::restricted_mode_setting;
    BOOST_TEST(problems(setting{}) == "ok");
    BOOST_TEST(problems(setting{.status = true}) == "ok");
    BOOST_TEST(problems(setting{true, all_members, not_anyone, all_members}) == "ok");
    BOOST_TEST(problems(setting{true, all_members, all_members, all_members}) ==
               "status cannot be true with all_members for everything");
}

BOOST_AUTO_TEST_CASE(without_restricted_mode_nothing_is_restricted) {
    using enum im::restricted_mode_permission;
    using setting = im::model::restricted_mode_setting;
    constexpr char const* off = "status must be true if a permission is not_anyone";
    BOOST_TEST(problems(setting{false, all_members, all_members, all_members}) == "ok");
    BOOST_TEST(problems(setting{.status = false, .screenshot_has_permission_setting = not_anyone}) == off);
    BOOST_TEST(problems(setting{.status = false, .download_has_permission_setting = not_anyone}) == off);
    BOOST_TEST(problems(setting{.status = false, .message_has_permission_setting = not_anyone}) == off);
    BOOST_TEST(problems(setting{.message_has_permission_setting = not_anyone}) == "ok"); // as it was
}

BOOST_AUTO_TEST_CASE(a_call_takes_fifty_users_or_five_bots) {
    using namespace im::chat_members;
    constexpr auto bots = im::member_id_type::app_id;
    BOOST_TEST(problems(create{.chat_id = "oc_1", .id_list = many(50)}) == "ok");
    BOOST_TEST(problems(create{.chat_id = "oc_1", .id_list = many(51)}) ==
               "id_list has 51 items, at most 50 are allowed");
    BOOST_TEST(problems(create{.chat_id = "oc_1", .member_id_type = bots, .id_list = many_bots(5)}) == "ok");
    BOOST_TEST(problems(create{.chat_id = "oc_1", .member_id_type = bots, .id_list = many_bots(6)}) ==
               "id_list has 6 items, at most 5 are allowed");
    BOOST_TEST(problems(delete_{.chat_id = "oc_1", .id_list = many(51)}) ==
               "id_list has 51 items, at most 50 are allowed");
    BOOST_TEST(problems(delete_{.chat_id = "oc_1", .member_id_type = bots, .id_list = many_bots(6)}) ==
               "id_list has 6 items, at most 5 are allowed");
}

BOOST_AUTO_TEST_CASE(members_to_add_or_remove_are_named) {
    BOOST_TEST(problems(im::chat_members::create{.chat_id = "oc_1"}) == "id_list must not be empty");
    BOOST_TEST(problems(im::chat_members::delete_{.chat_id = "oc_1", .id_list = many(0)}) ==
               "id_list must not be empty");
}

BOOST_AUTO_TEST_CASE(five_bots_at_a_time_become_administrators) {
    using namespace im::chat_managers;
    constexpr auto bots = im::member_id_type::app_id;
    constexpr char const* too_many = "manager_ids has 6 items, at most 5 are allowed";
    BOOST_TEST(problems(add_managers{.chat_id = "oc_1", .manager_ids = many(6)}) == "ok");
    BOOST_TEST(problems(add_managers{.chat_id = "oc_1", .member_id_type = bots, .manager_ids = many_bots(6)}) ==
               too_many);
    BOOST_TEST(problems(delete_managers{.chat_id = "oc_1", .member_id_type = bots, .manager_ids = many_bots(5)}) ==
               "ok");
    BOOST_TEST(problems(delete_managers{.chat_id = "oc_1", .member_id_type = bots, .manager_ids = many_bots(6)}) ==
               too_many);
}

BOOST_AUTO_TEST_CASE(moderators_need_a_moderator_list) {
    using im::chat_moderation::update;
    constexpr auto moderators = im::moderation_permission::moderator_list;
    constexpr auto everyone = im::moderation_permission::all_members;
    BOOST_TEST(problems(update{.chat_id = "oc_1", .moderator_added_list = {"ou_1"}}) == "ok");
    BOOST_TEST(problems(update{.chat_id = "oc_1",
                               .moderation_setting = moderators,
                               .moderator_removed_list = {"ou_1"}}) == "ok");
    BOOST_TEST(problems(update{.chat_id = "oc_1", .moderation_setting = everyone}) == "ok");
    BOOST_TEST(problems(update{.chat_id = "oc_1",
                               .moderation_setting = everyone,
                               .moderator_added_list = {"ou_1"},
                               .moderator_removed_list = {"ou_2"}}) ==
               "moderator_added_list needs moderation_setting moderator_list; "
               "moderator_removed_list needs moderation_setting moderator_list");
}

BOOST_AUTO_TEST_CASE(pinning_a_message_to_the_top_needs_its_id) {
    using im::model::chat_top_notice;
    BOOST_TEST(problems(chat_top_notice{.action_type = im::top_notice_type::announcement}) == "ok");
    BOOST_TEST(problems(chat_top_notice{.action_type = im::top_notice_type::message, .message_id = "om_1"}) ==
               "ok");
    BOOST_TEST(problems(chat_top_notice{.action_type = im::top_notice_type::message}) ==
               "message_id is required to pin a message");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
