#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/url_preview.hpp>

#include "../../problems.hpp"

namespace {

namespace feed = feishu::im::v2;
using feed::model::feed_card_link;
using feed::model::feed_card_url;
using test::problems;

BOOST_AUTO_TEST_SUITE(rules_im_v2)

BOOST_AUTO_TEST_CASE(a_feed_card_leads_to_an_https_address_or_an_applink) {
    constexpr char const* wrong = "link must be an https address or an applink";
    BOOST_TEST(problems(feed_card_link{.link = "https://www.feishu.cn/"}) == "ok");
    BOOST_TEST(problems(feed_card_link{
                   .link = "https://applink.feishu.cn/client/web_app/open?appId=cli_1"}) == "ok");
    BOOST_TEST(problems(feed_card_link{.link = "lark://applink.feishu.cn/client/todo/open"}) == "ok");
    BOOST_TEST(problems(feed_card_link{.link = "http://www.feishu.cn/"}) == wrong);
    BOOST_TEST(problems(feed_card_link{.link = "www.feishu.cn"}) == wrong);
}

BOOST_AUTO_TEST_CASE(a_new_feed_card_leads_somewhere) {
    BOOST_TEST(problems(feed::app_feed_card::create{
                   .app_feed_card = feed::model::new_app_feed_card{.link = feed_card_link{.link = ""}},
                   .user_ids = {"ou_1"}}) == "app_feed_card.link.link is required in a new card");
}

BOOST_AUTO_TEST_CASE(a_button_leads_to_https_addresses) {
    BOOST_TEST(problems(feed_card_url{"https://a", "https://b", "https://c", "https://d"}) == "ok");
    BOOST_TEST(problems(feed_card_url{"http://a", "http://b", "ftp://c", "d"}) ==
               "url must be an https address; android_url must be an https address; "
               "ios_url must be an https address; pc_url must be an https address");
}

BOOST_AUTO_TEST_CASE(a_button_that_opens_a_page_has_one) {
    feed::model::feed_card_button button{.action_type = feed::button_action_type::url_page,
                                         .text = feed::model::feed_card_text{.text = "open"}};
    BOOST_TEST(problems(button) == "multi_url is required with action_type url_page");
    button.multi_url = feed_card_url{};
    BOOST_TEST(problems(button) == "multi_url is required with action_type url_page");
    button.multi_url = feed_card_url{.pc_url = "https://a"};
    BOOST_TEST(problems(button) == "ok");
    button.multi_url = {};
    button.action_type = feed::button_action_type::webhook;
    BOOST_TEST(problems(button) == "ok");
}

BOOST_AUTO_TEST_CASE(what_is_read_out_is_given) {
    using feed::model::feed_card_notify;
    BOOST_TEST(problems(feed_card_notify{.custom_sound_text = "new order", .with_custom_sound = true}) ==
               "ok");
    BOOST_TEST(problems(feed_card_notify{}) == "ok");
    BOOST_TEST(problems(feed_card_notify{.with_custom_sound = true}) ==
               "custom_sound_text is required with with_custom_sound");
}

BOOST_AUTO_TEST_CASE(a_feed_card_is_changed_by_biz_id) {
    auto const change = [](feed::model::app_feed_card card) {
        return problems(feed::app_feed_card_batch::update{
            .feed_cards = {feed::model::feed_card_update{.app_feed_card = std::move(card),
                                                         .user_id = "ou_1",
                                                         .update_fields = {feed::feed_card_field::title}}}});
    };
    BOOST_TEST(change({.biz_id = "b", .title = "t"}) == "ok");
    BOOST_TEST(change({.title = "t"}) ==
               "feed_cards[0].app_feed_card.biz_id is required: it identifies the card to change");
}

BOOST_AUTO_TEST_CASE(link_previews_are_fetched_anew_by_token) {
    using feed::url_preview::batch_update;
    BOOST_TEST(problems(batch_update{.preview_tokens = {"a", "b"}}) == "ok");
    BOOST_TEST(problems(batch_update{.preview_tokens = {"a", ""}}) == "preview_tokens[1] must not be empty");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
