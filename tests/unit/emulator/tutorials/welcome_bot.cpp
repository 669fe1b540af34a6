// A bot that introduces itself to a group, and welcomes its new members.
#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>

#include "tutorial.hpp"

using namespace test;
namespace im = feishu::im::v1;

BOOST_AUTO_TEST_SUITE(emulator_tutorial_welcome_bot)

BOOST_AUTO_TEST_CASE(a_bot_introduces_itself_and_welcomes_who_joins) {
    tutorial_stage stage;
    auto& platform = stage.platform;
    constexpr auto* handbook = "https://example.com/handbook";
    feishu::event_dispatcher on;
    on.handle<im::chat_member_bot::added_v1>([&](im::chat_member_bot::added_v1 const& e) {
        auto const& chat = e.event.chat_id;
        stage.client.call(im::message::send(chat, feishu::text{"Hello!"})).value();
        im::model::new_chat_tab tab{.tab_name = "Handbook", .tab_type = im::chat_tab_type::url};
        tab.tab_content = im::model::chat_tab_content{.url = handbook};
        stage.client.call(im::chat_tab::create{.chat_id = chat, .chat_tabs = {tab}}).value();
        im::model::new_chat_menu_item const link{.action_type = im::chat_menu_action::REDIRECT_LINK,
                                                 .redirect_link =
                                                     im::model::redirect_link{.common_url = handbook},
                                                 .name = "Handbook"};
        im::model::new_chat_menu_tree const menu{
            .chat_menu_top_levels = {im::model::new_chat_menu_top_level{.chat_menu_item = link}}};
        stage.client.call(im::chat_menu_tree::create{.chat_id = chat, .menu_tree = menu}).value();
    });
    on.handle<im::chat_member_user::added_v1>([&](im::chat_member_user::added_v1 const& e) {
        feishu::text hello{"Welcome"};
        for (auto const& user : e.event.users)
            hello << " " << feishu::mention(user.user_id.open_id, user.name);
        stage.client.call(im::message::send(e.event.chat_id, hello)).value();
    });
    tutorial_listener const listening(stage, on);

    auto const team =
        platform.state()->add_chat("Team", {stage.ann, stage.bob}, std::vector<feishu::app_id>{});
    BOOST_TEST(platform.state()->add_bot(team, platform.app().app_id, stage.ann));
    stage.settle();
    BOOST_TEST(stage.last(team) == R"({"text":"Hello!"})");
    auto const tabs = stage.client.call(im::chat_tab::list_tabs{.chat_id = team}).value().chat_tabs;
    BOOST_TEST(tabs.back().tab_name == "Handbook");
    BOOST_TEST(platform.state()->tap_chat_menu(stage.bob, team, "Handbook").value() == handbook);

    BOOST_TEST(platform.state()->add_member(team, stage.eve, stage.ann));
    stage.settle();
    BOOST_TEST(shows(stage.last(team), "Welcome"));
    auto const mentions =
        stage.client.call(im::message::get{.message_id = stage.last_id(team)}).value().items.at(0).mentions;
    BOOST_TEST_REQUIRE(mentions.size() == 1u);
    BOOST_TEST(mentions[0].id == stage.eve.str());

    // The announcement of the group is read, and written by a person.
    platform.state()->write_announcement(stage.ann, team, "Read the handbook").value();
    BOOST_TEST(
        stage.client.call(feishu::docx::v1::chat_announcement::get{.chat_id = team}).value().revision_id > 0);
    BOOST_TEST(platform.state()->announcement_text(team) == "Read the handbook");
}

BOOST_AUTO_TEST_SUITE_END()
