// A reminder in a user's feed.
#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>

#include "tutorial.hpp"

using namespace test;
namespace im2 = feishu::im::v2;

BOOST_AUTO_TEST_SUITE(emulator_tutorial_feed_reminder)

BOOST_AUTO_TEST_CASE(a_reminder_is_shown_changed_opened_and_removed) {
    tutorial_stage stage;
    auto& tenant = stage.platform.state();
    auto const app = stage.platform.app().app_id;
    constexpr auto* url = "https://example.com/expenses";
    im2::model::new_app_feed_card const card{
        .biz_id = "expenses",
        .title = "Expense report",
        .preview = "3 days left",
        .buttons = im2::model::feed_card_buttons{.buttons = {im2::model::feed_card_button{
                                                     .multi_url = im2::model::feed_card_url{.url = url},
                                                     .action_type = im2::button_action_type::url_page,
                                                     .text = im2::model::feed_card_text{.text = "Open"},
                                                     .button_type = im2::button_type::primary}}},
        .link = im2::model::feed_card_link{.link = url},
        .time_sensitive = true};
    im2::app_feed_card::create const create{.app_feed_card = card, .user_ids = {stage.ann.str()}};
    BOOST_TEST(stage.client.call(create).value().failed_cards.empty());
    auto const feed = [&] { return tenant->feed_of(stage.ann).front(); };
    BOOST_TEST(feed().title == "Expense report");
    BOOST_TEST(feed().time_sensitive);
    BOOST_TEST(tenant->tap_feed_card(stage.ann, app, "expenses").value() == url);
    BOOST_TEST(tenant->tap_feed_card(stage.ann, app, "expenses", "Open").value() == url);
    BOOST_TEST(tenant->tap_feed_card(stage.bob, app, "expenses").error().code == 230001);

    stage.wait(std::chrono::hours(48));
    im2::model::feed_card_update const update{
        .app_feed_card = im2::model::app_feed_card{.biz_id = "expenses", .preview = "ends at 18:00"},
        .user_id = stage.ann.str(),
        .update_fields = {im2::feed_card_field::preview}};
    BOOST_TEST(stage.client.call(im2::app_feed_card_batch::update{.feed_cards = {update}})
                   .value()
                   .failed_cards.empty());
    BOOST_TEST(feed().preview == "ends at 18:00");
    BOOST_TEST(feed().title == "Expense report");

    im2::model::feed_card_key const key{.biz_id = "expenses", .user_id = stage.ann.str()};
    BOOST_TEST(stage.client.call(im2::app_feed_card_batch::delete_{.feed_cards = {key}})
                   .value()
                   .failed_cards.empty());
    BOOST_TEST(tenant->tap_feed_card(stage.ann, app, "expenses").has_error());
}

BOOST_AUTO_TEST_SUITE_END()
