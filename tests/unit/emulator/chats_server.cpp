// The endpoints of groups, called by the library's client over HTTP.

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/api/im/v2/chat.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

#include <boost/test/unit_test.hpp>

#include "coverage.hpp"

namespace {

namespace im = feishu::im::v1;

/// A client of an emulator; records what it called.
struct groups_over_http {
    ~groups_over_http() { test::record(platform.requests()); }

    feishu::emulator::server platform;
    feishu::client client{platform.config()};
    feishu::chat_id chat = platform.chat_id();
    feishu::emulator::user ann = platform.users()[0];
    feishu::emulator::user eve = platform.users()[2];
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_groups_served)

BOOST_AUTO_TEST_CASE(a_group_is_created_changed_found_and_dissolved_over_http) {
    groups_over_http w;
    auto const made =
        w.client.call(im::chat::create{.uuid = "u1", .name = "war room", .owner_id = w.ann.open_id.str()})
            .value();
    BOOST_TEST(made.owner_id == w.ann.open_id.str());
    w.client.call(im::chat::update{.chat_id = made.chat_id, .description = "incident 7"}).value();
    auto const read = w.client.call(im::chat::get{.chat_id = made.chat_id}).value();
    BOOST_TEST(read.description == "incident 7");
    BOOST_TEST((read.chat_mode == im::chat_mode::group));
    BOOST_TEST(w.client.call(im::chat::search{.query = "WAR"}).value().items.size() == 1u);
    BOOST_TEST(w.client.call(feishu::im::v2::chat::search{.query = "war"}).value().total == 1);
    BOOST_TEST(w.client.call(im::chat::list{}).value().items.size() == 2u);
    BOOST_TEST(w.client.call(im::chat::batch_query{.chat_ids = {made.chat_id}}).value().items.at(0).name ==
               "war room");
    BOOST_TEST(!w.client.call(im::chat::link{.chat_id = made.chat_id}).value().share_link.empty());
    w.client.call(im::chat::delete_{.chat_id = made.chat_id}).value();
    auto const again = w.client.call(im::chat::delete_{.chat_id = made.chat_id});
    BOOST_TEST_REQUIRE(again.has_error());
    BOOST_TEST(again.error().code == 232009);
}

BOOST_AUTO_TEST_CASE(members_managers_and_speakers_are_managed_over_http) {
    groups_over_http w;
    auto const made =
        w.client.call(im::chat::create{.name = "war room", .user_id_list = {w.ann.open_id.str()}})
            .value()
            .chat_id;
    auto const added = w.client
                           .call(im::chat_members::create{.chat_id = made,
                                                          .succeed_type = im::add_members_mode::add_available,
                                                          .id_list = {w.eve.open_id.str(), "ou_unknown"}})
                           .value();
    BOOST_TEST((added.not_existed_id_list == std::vector<std::string>{"ou_unknown"}));
    BOOST_TEST(w.client.call(im::chat_members::get{.chat_id = made}).value().member_total == 2);
    BOOST_TEST(w.client.call(im::chat_members::list{.chat_id = made}).value().bots.size() == 1u);
    BOOST_TEST(w.client.call(im::chat_members::bots{.chat_id = made}).value().items.size() == 1u);
    BOOST_TEST(w.client.call(im::chat_members::is_in_chat{.chat_id = made}).value().is_in_chat);
    BOOST_TEST(w.client.call(im::chat_members::me_join{.chat_id = made}).error().code == 232008);
    w.client.call(im::chat_managers::add_managers{.chat_id = made, .manager_ids = {w.ann.open_id.str()}})
        .value();
    w.client.call(im::chat_managers::delete_managers{.chat_id = made, .manager_ids = {w.ann.open_id.str()}})
        .value();
    w.client
        .call(im::chat_moderation::update{.chat_id = made,
                                          .moderation_setting = im::moderation_permission::moderator_list,
                                          .moderator_added_list = {w.eve.open_id.str()}})
        .value();
    auto const speakers = w.client.call(im::chat_moderation::get{.chat_id = made}).value();
    BOOST_TEST(speakers.items.at(0).user_id == w.eve.open_id.str());
    w.client.call(im::chat_members::delete_{.chat_id = made, .id_list = {w.eve.open_id.str()}}).value();
    BOOST_TEST(w.client.call(im::chat_moderation::get{.chat_id = made}).value().items.empty());
}

BOOST_AUTO_TEST_SUITE_END()
