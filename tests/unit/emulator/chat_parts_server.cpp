// The endpoints of what hangs on a chat and of the feed, called by the library's client over HTTP.

#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/api/im/v1/chat_announcement.hpp>
#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>
#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/api/im/v2/tag.hpp>
#include <feishu/api/im/v2/url_preview.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

#include <boost/test/unit_test.hpp>

#include "coverage.hpp"

namespace {

namespace docx = feishu::docx::v1;
namespace im = feishu::im::v1;
namespace im2 = feishu::im::v2;

/// A client of an emulator; records what it called.
struct served_world {
    ~served_world() { test::record(platform.requests()); }

    feishu::emulator::server platform;
    feishu::client client{platform.config()};
    feishu::chat_id chat = platform.chat_id();
    feishu::emulator::user ann = platform.users()[0];
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_chat_parts_served)

BOOST_AUTO_TEST_CASE(an_announcement_is_written_and_read_over_http) {
    served_world w;
    docx::model::text_element text;
    text.text_run = docx::model::text_run{.content = "Maintenance at 22:00"};
    docx::model::block paragraph;
    paragraph.block_type = docx::block_type::text;
    paragraph.text = docx::model::text{.elements = {text}};
    auto const created = w.client
                             .call(docx::chat_announcement_block_children::create{
                                 .chat_id = w.chat, .block_id = w.chat.str(), .children = {paragraph}})
                             .value();
    auto const id = *created.children.at(0).block_id;
    auto const read =
        w.client.call(docx::chat_announcement_block::get{.chat_id = w.chat, .block_id = id}).value();
    BOOST_TEST(*read.block.text->elements[0].text_run->content == "Maintenance at 22:00");
    text.text_run->content = "Maintenance at 23:00";
    docx::model::block_update update{.block_id = id};
    update.update_text_elements = docx::model::update_text_elements{.elements = {text}};
    BOOST_TEST(
        w.client.call(docx::chat_announcement_block::batch_update{.chat_id = w.chat, .requests = {update}})
            .value()
            .revision_id == 3);
    BOOST_TEST(w.platform.state()->announcement_text(w.chat) == "Maintenance at 23:00");
    BOOST_TEST(w.client.call(docx::chat_announcement_block::list{.chat_id = w.chat}).value().items.size() ==
               2u);
    BOOST_TEST(w.client.call(docx::chat_announcement::get{.chat_id = w.chat}).value().owner_id ==
               w.ann.open_id.str());
    BOOST_TEST(w.client.call(im::chat_announcement::get{.chat_id = w.chat}).error().code == 232097);
}

BOOST_AUTO_TEST_CASE(tabs_menu_and_top_notice_are_set_over_http) {
    served_world w;
    im::model::new_chat_tab const tab{.tab_name = "Site",
                                      .tab_type = im::chat_tab_type::url,
                                      .tab_content =
                                          im::model::chat_tab_content{.url = "https://example.com"}};
    auto const tabs =
        w.client.call(im::chat_tab::create{.chat_id = w.chat, .chat_tabs = {tab}}).value().chat_tabs;
    BOOST_TEST_REQUIRE(tabs.size() == 2u);
    BOOST_TEST(*tabs[1].tab_content->url == "https://example.com");
    im::model::new_chat_menu_top_level const item{
        .chat_menu_item = im::model::new_chat_menu_item{
            .action_type = im::chat_menu_action::REDIRECT_LINK,
            .redirect_link = im::model::redirect_link{.common_url = "https://example.com"},
            .name = "Site"}};
    auto const menu = w.client
                          .call(im::chat_menu_tree::create{
                              .chat_id = w.chat,
                              .menu_tree = im::model::new_chat_menu_tree{.chat_menu_top_levels = {item}}})
                          .value()
                          .menu_tree.chat_menu_top_levels;
    auto const renamed =
        w.client
            .call(im::chat_menu_item::patch{.chat_id = w.chat,
                                            .menu_item_id = menu.at(0).chat_menu_top_level_id,
                                            .update_fields = {im::chat_menu_field::NAME},
                                            .chat_menu_item = im::model::chat_menu_item{.name = "Docs"}})
            .value();
    BOOST_TEST(*renamed.chat_menu_item.name == "Docs");
    BOOST_TEST(w.client
                   .call(im::chat_top_notice::put_top_notice{
                       .chat_id = w.chat, .chat_top_notice = {im::model::chat_top_notice{}}})
                   .has_value());
    BOOST_TEST(w.platform.state()->find_chat_parts(w.chat)->top_notice.has_value());
}

BOOST_AUTO_TEST_CASE(the_feed_of_a_user_is_changed_over_http) {
    served_world w;
    auto const user = w.ann.open_id.str();
    im2::model::feed_card_button const button{.multi_url =
                                                  im2::model::feed_card_url{.url = "https://example.com/1"},
                                              .action_type = im2::button_action_type::url_page,
                                              .text = im2::model::feed_card_text{.text = "View"}};
    auto const created = w.client
                             .call(im2::app_feed_card::create{
                                 .app_feed_card =
                                     im2::model::new_app_feed_card{
                                         .title = "Order 1",
                                         .buttons = im2::model::feed_card_buttons{{button}},
                                         .link = im2::model::feed_card_link{.link = "https://example.com"}},
                                 .user_ids = {user}})
                             .value();
    BOOST_TEST(
        w.client
            .call(im2::app_feed_card_batch::update{
                .feed_cards = {im2::model::feed_card_update{
                    .app_feed_card = im2::model::app_feed_card{.biz_id = created.biz_id, .title = "Order 2"},
                    .user_id = user,
                    .update_fields = {im2::feed_card_field::title}}}})
            .has_value());
    BOOST_TEST(w.client
                   .call(im2::chat_button::update{.user_ids = {user},
                                                  .chat_id = w.chat,
                                                  .buttons = im2::model::feed_card_buttons{{button}}})
                   .has_value());
    BOOST_TEST(w.client
                   .call(im2::feed_card::patch{
                       .feed_card_id = w.chat.str(), .time_sensitive = true, .user_ids = {user}})
                   .has_value());
    auto const feed = w.platform.state()->feed_of(w.ann);
    BOOST_TEST_REQUIRE(feed.size() == 2u);
    BOOST_TEST(feed[0].chat_id == w.chat);
    BOOST_TEST(feed[0].buttons.size() == 1u);
    BOOST_TEST(feed[1].title == "Order 2");
    BOOST_TEST(w.platform.state()->tap_feed_card(w.ann, w.platform.app(), created.biz_id, "View").value() ==
               "https://example.com/1");
}

BOOST_AUTO_TEST_CASE(a_chat_is_tagged_over_http) {
    served_world w;
    auto const id = w.client
                        .call(im2::tag::create{
                            .create_tag = im2::tag::create::new_tag{.tag_type = "tenant", .name = "vip"}})
                        .value()
                        .id;
    namespace relation = im2::biz_entity_tag_relation;
    BOOST_TEST(
        w.client
            .call(relation::create{.tag_biz_type = "chat", .biz_entity_id = w.chat.str(), .tag_ids = {id}})
            .has_value());
    auto const tags =
        w.client.call(relation::get{.tag_biz_type = "chat", .biz_entity_id = w.chat.str()}).value();
    BOOST_TEST(tags.tag_info_with_bind_versions.at(0).tag_info.name == "vip");
    BOOST_TEST(
        w.client.call(im2::url_preview::batch_update{.preview_tokens = {std::string("none")}}).error().code ==
        230001);
}

BOOST_AUTO_TEST_SUITE_END()
