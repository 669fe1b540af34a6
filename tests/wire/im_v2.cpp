// im.v2: cards in users' feeds, buttons of chats, link previews.

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/api/im/v2/url_preview.hpp>

#include "wire.hpp"

using namespace feishu::im::v2;
namespace v2_model = feishu::im::v2::model;
using feishu::rule;
using feishu::user_id_type;

namespace {

v2_model::feed_card_buttons two_buttons() {
    return {.buttons = {
                v2_model::feed_card_button{.multi_url = v2_model::feed_card_url{.url = "https://www.feishu.cn/",
                                                                          .android_url = "https://a.example/",
                                                                          .ios_url = "https://i.example/",
                                                                          .pc_url = "https://p.example/"},
                                        .action_type = button_action_type::url_page,
                                        .text = v2_model::feed_card_text{.text = "打开"},
                                        .button_type = button_type::primary},
                v2_model::feed_card_button{.action_type = button_action_type::webhook,
                                        .text = v2_model::feed_card_text{.text = "Later"},
                                        .action_map = {{{"foo", "bar"}, {"id \"1\"", ""}}}}}};
}

constexpr auto two_buttons_sent = R"({"buttons": [{
    "multi_url": {
        "url": "https://www.feishu.cn/",
        "android_url": "https://a.example/",
        "ios_url": "https://i.example/",
        "pc_url": "https://p.example/"
    },
    "action_type": "url_page",
    "text": {"text": "打开"},
    "button_type": "primary"
}, {
    "action_type": "webhook",
    "text": {"text": "Later"},
    "action_map": {"foo": "bar", "id \"1\"": ""}
}]})";

constexpr auto failed_cards = R"([{
    "biz_id": "b90ce43a-fca8-4f42-92c0-4a2bf9bbfd0d",
    "user_id": "ou_a0d69e20-1dd1-458b-k525-dfeca4015204",
    "reason": "3"
}])";

constexpr auto failed_users = R"({"failed_user_reasons": [{
    "error_code": 230001,
    "error_message": "no permission",
    "user_id": "ou_a0553eda9014c201e6969b478895c230"
}]})";

void check_failed_user(v2_model::failed_user const& user) {
    BOOST_TEST(user.error_code == 230001);
    BOOST_TEST(user.user_id == "ou_a0553eda9014c201e6969b478895c230");
}

app_feed_card::create a_card(std::size_t users = 1) {
    return {.app_feed_card =
                v2_model::new_app_feed_card{.link = v2_model::feed_card_link{.link = "https://feishu.cn"}},
            .user_ids = wire::many(users)};
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_create_sends_what_the_page_says) {
    wire::sends(
        app_feed_card::create{
            .user_id_type = user_id_type::union_id,
            .app_feed_card =
                v2_model::new_app_feed_card{
                    .biz_id = "b90ce43a-fca8-4f42-92c0-4a2bf9bbfd0d",
                    .title = "主标题",
                    .avatar_key = "v3_0041_007e0d57-44bb-4a3d-9b45-7a0ee3b62f6g",
                    .preview = "预览",
                    .status_label = v2_model::status_label{.text = "new", .type = status_label_type::danger},
                    .buttons = two_buttons(),
                    .link = v2_model::feed_card_link{.link = "https://www.feishu.cn/?a=1&b=2"},
                    .time_sensitive = true,
                    .notify = v2_model::feed_card_notify{.close_notify = true,
                                                      .custom_sound_text = "You have mail",
                                                      .with_custom_sound = true}},
            .user_ids = {"on_cad4860e7af114fb4ff6c5d496d1dd76"}},
        "POST /open-apis/im/v2/app_feed_card?user_id_type=union_id",
        R"({
            "app_feed_card": {
                "biz_id": "b90ce43a-fca8-4f42-92c0-4a2bf9bbfd0d",
                "title": "主标题",
                "avatar_key": "v3_0041_007e0d57-44bb-4a3d-9b45-7a0ee3b62f6g",
                "preview": "预览",
                "status_label": {"text": "new", "type": "danger"},
                "buttons": )" +
            std::string(two_buttons_sent) + R"(,
                "link": {"link": "https://www.feishu.cn/?a=1&b=2"},
                "time_sensitive": true,
                "notify": {
                    "close_notify": true, "custom_sound_text": "You have mail", "with_custom_sound": true
                }
            },
            "user_ids": ["on_cad4860e7af114fb4ff6c5d496d1dd76"]
        })");
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_create_reads_for_whom_it_failed) {
    auto const reply = wire::reads<app_feed_card::create>(R"({
        "failed_cards": )" + std::string(failed_cards) + R"(,
        "biz_id": "b90ce43a-fca8-4f42-92c0-4a2bf9bbfd0d"
    })");
    BOOST_TEST((reply.failed_cards.at(0).reason == feed_card_fail_reason::rate_limited));
    BOOST_TEST(reply.biz_id == "b90ce43a-fca8-4f42-92c0-4a2bf9bbfd0d");
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_create_has_the_documented_limits) {
    wire::refuses(a_card(0), "user_ids", rule::min_items);
    wire::accepts(a_card(20));
    wire::refuses(a_card(21), "user_ids", rule::max_items);

    auto const refuses = [](std::string_view field, rule broken, auto const& change) {
        auto request = a_card();
        change(request.app_feed_card.value());
        wire::refuses(request, "app_feed_card." + std::string(field), broken);
    };
    using card = v2_model::new_app_feed_card;
    refuses("biz_id", rule::max_characters, [](card& c) { c.biz_id = std::string(201, 'x'); });
    refuses("title", rule::max_characters, [](card& c) { c.title = std::string(61, 'x'); });
    refuses("avatar_key", rule::max_characters, [](card& c) { c.avatar_key = std::string(101, 'x'); });
    refuses("preview", rule::max_characters, [](card& c) { c.preview = std::string(121, 'x'); });
    refuses("status_label.text", rule::min_characters,
            [](card& c) { c.status_label = v2_model::status_label{.text = std::string(), .type = status_label_type::primary}; });
    refuses("status_label.text", rule::max_characters,
            [](card& c) { c.status_label = v2_model::status_label{.text = std::string(21, 'x'), .type = status_label_type::primary}; });
    refuses("link.link", rule::max_characters,
            [](card& c) { c.link = v2_model::feed_card_link{.link = std::string(701, 'x')}; });
    refuses("notify.custom_sound_text", rule::max_characters,
            [](card& c) { c.notify = v2_model::feed_card_notify{.custom_sound_text = std::string(21, 'x')}; });
    refuses("buttons.buttons", rule::max_items, [](card& c) {
        c.buttons = two_buttons();
        auto& buttons = c.buttons->buttons.value();
        buttons.push_back(buttons[0]);
    });
    refuses("buttons.buttons[0].text.text", rule::max_characters, [](card& c) {
        c.buttons = two_buttons();
        c.buttons->buttons.value().values()[0].text = v2_model::feed_card_text{.text = std::string(31, 'x')};
    });
    refuses("buttons.buttons[0].multi_url.ios_url", rule::max_characters, [](card& c) {
        c.buttons = two_buttons();
        c.buttons->buttons.value().values()[0].multi_url->ios_url = std::string(701, 'x');
    });
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_batch_update_sends_and_reads_what_the_page_says) {
    using field_of = feed_card_field;
    wire::sends(
        app_feed_card_batch::update{
            .user_id_type = user_id_type::open_id,
            .feed_cards = {v2_model::feed_card_update{
                .app_feed_card = v2_model::app_feed_card{.biz_id = "b90ce43a", .title = "new title"},
                .user_id = "ou_88553eda9014c201e6969b478895c223",
                .update_fields = {field_of::title, field_of::avatar_key, field_of::preview,
                                  field_of::status_label, field_of::buttons, field_of::link,
                                  field_of::time_sensitive, field_of::display_time, field_of::sort_time,
                                  field_of::notify}}}},
        "PUT /open-apis/im/v2/app_feed_card/batch?user_id_type=open_id", R"({"feed_cards": [{
                    "app_feed_card": {"biz_id": "b90ce43a", "title": "new title"},
                    "user_id": "ou_88553eda9014c201e6969b478895c223",
                    "update_fields": ["1", "2", "3", "10", "11", "12", "13", "101", "102", "103"]
                }]})");
    auto const reply =
        wire::reads<app_feed_card_batch::update>(R"({"failed_cards": )" + std::string(failed_cards) + "}");
    BOOST_TEST(reply.failed_cards.at(0).user_id == "ou_a0d69e20-1dd1-458b-k525-dfeca4015204");
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_batch_update_has_the_documented_limits) {
    auto const with = [](std::size_t cards, std::size_t fields) {
        v2_model::feed_card_update const card{
            .app_feed_card = v2_model::app_feed_card{.biz_id = "b"},
            .user_id = "ou_1",
            .update_fields = std::vector<feishu::open<feed_card_field>>(fields, feed_card_field::title)};
        return app_feed_card_batch::update{.feed_cards = std::vector<v2_model::feed_card_update>(cards, card)};
    };
    wire::refuses(with(0, 1), "feed_cards", rule::min_items);
    wire::accepts(with(20, 20));
    wire::refuses(with(21, 1), "feed_cards", rule::max_items);
    wire::refuses(with(1, 0), "feed_cards[0].update_fields", rule::min_items);
    wire::refuses(with(1, 21), "feed_cards[0].update_fields", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_batch_delete_sends_and_reads_what_the_page_says) {
    wire::sends(app_feed_card_batch::delete_{.user_id_type = user_id_type::user_id,
                                             .feed_cards = {v2_model::feed_card_key{
                                                 .biz_id = "b90ce43a-fca8-4f42", .user_id = "3e3cf96b"}}},
                "DELETE /open-apis/im/v2/app_feed_card/batch?user_id_type=user_id",
                R"({"feed_cards": [{"biz_id": "b90ce43a-fca8-4f42", "user_id": "3e3cf96b"}]})");
    wire::reads<app_feed_card_batch::delete_>(R"({"failed_cards": )" + std::string(failed_cards) + "}");
}

BOOST_AUTO_TEST_CASE(im_v2_app_feed_card_batch_delete_has_the_documented_limits) {
    auto const with = [](std::size_t cards) {
        return app_feed_card_batch::delete_{
            .feed_cards = std::vector<v2_model::feed_card_key>(cards, {.biz_id = "b", .user_id = "ou_1"})};
    };
    wire::refuses(with(0), "feed_cards", rule::min_items);
    wire::accepts(with(20));
    wire::refuses(with(21), "feed_cards", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v2_chat_button_update_sends_and_reads_what_the_page_says) {
    wire::sends(chat_button::update{.user_id_type = user_id_type::open_id,
                                    .user_ids = {"ou_cad4860e7af114fb4ff6c5d496d1dd76"},
                                    .chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                    .buttons = two_buttons()},
                "PUT /open-apis/im/v2/chat_button?user_id_type=open_id", R"({
                    "user_ids": ["ou_cad4860e7af114fb4ff6c5d496d1dd76"],
                    "chat_id": "oc_a0553eda9014c201e6969b478895c230",
                    "buttons": )" + std::string(two_buttons_sent) + "}");
    check_failed_user(wire::reads<chat_button::update>(failed_users).failed_user_reasons.at(0));
}

BOOST_AUTO_TEST_CASE(im_v2_chat_button_update_takes_the_buttons_away_with_an_empty_list) {
    wire::sends(
        chat_button::update{.user_ids = {"ou_1"},
                            .chat_id = "oc_1",
                            .buttons =
                                v2_model::feed_card_buttons{.buttons = std::vector<v2_model::feed_card_button>()}},
        "PUT /open-apis/im/v2/chat_button?user_id_type=open_id",
        R"({"user_ids": ["ou_1"], "chat_id": "oc_1", "buttons": {"buttons": []}})");
}

BOOST_AUTO_TEST_CASE(im_v2_chat_button_update_has_the_documented_limits) {
    wire::refuses(chat_button::update{.user_ids = wire::many(0), .chat_id = "oc_1"}, "user_ids",
                  rule::min_items);
    wire::refuses(chat_button::update{.user_ids = wire::many(21), .chat_id = "oc_1"}, "user_ids",
                  rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v2_feed_card_bot_time_sentive_sends_and_reads_what_the_page_says) {
    wire::sends(feed_card::bot_time_sentive{.user_id_type = user_id_type::open_id,
                                            .time_sensitive = true,
                                            .user_ids = {"ou_cad4860e7af114fb4ff6c5d496d1dd76"}},
                "PATCH /open-apis/im/v2/feed_cards/bot_time_sentive?user_id_type=open_id",
                R"({"time_sensitive": true, "user_ids": ["ou_cad4860e7af114fb4ff6c5d496d1dd76"]})");
    check_failed_user(wire::reads<feed_card::bot_time_sentive>(failed_users).failed_user_reasons.at(0));
}

BOOST_AUTO_TEST_CASE(im_v2_feed_card_bot_time_sentive_has_the_documented_limits) {
    auto const with = [](std::size_t users) {
        return feed_card::bot_time_sentive{.time_sensitive = false, .user_ids = wire::many(users)};
    };
    wire::refuses(with(0), "user_ids", rule::min_items);
    wire::accepts(with(50));
    wire::refuses(with(51), "user_ids", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v2_feed_card_patch_sends_and_reads_what_the_page_says) {
    wire::sends(feed_card::patch{.feed_card_id = "oc_679eaeb583654bff73fefcc6e6371301",
                                 .user_id_type = user_id_type::union_id,
                                 .time_sensitive = false,
                                 .user_ids = {"on_cad4860e7af114fb4ff6c5d496d1dd76"}},
                "PATCH /open-apis/im/v2/feed_cards/oc_679eaeb583654bff73fefcc6e6371301?user_id_type=union_id",
                R"({"time_sensitive": false, "user_ids": ["on_cad4860e7af114fb4ff6c5d496d1dd76"]})");
    check_failed_user(wire::reads<feed_card::patch>(failed_users).failed_user_reasons.at(0));
}

BOOST_AUTO_TEST_CASE(im_v2_url_preview_batch_update_sends_what_the_page_says) {
    wire::sends(url_preview::batch_update{.preview_tokens = {"v1_token1+/=", "v1_token2"},
                                          .open_ids = {"ou_dc13264520392913993dd051dba21dcf"}},
                "POST /open-apis/im/v2/url_previews/batch_update", R"({
                    "preview_tokens": ["v1_token1+/=", "v1_token2"],
                    "open_ids": ["ou_dc13264520392913993dd051dba21dcf"]
                })");
    wire::reads<url_preview::batch_update>("{}");
}

BOOST_AUTO_TEST_CASE(im_v2_url_preview_batch_update_has_the_documented_limits) {
    auto const with = [](std::size_t tokens, std::size_t users) {
        return url_preview::batch_update{.preview_tokens = wire::many(tokens, "v1_token"),
                                         .open_ids = std::vector<feishu::open_id>(users, "ou_1")};
    };
    wire::refuses(with(0, 0), "preview_tokens", rule::min_items);
    wire::accepts(with(10, 100));
    wire::refuses(with(11, 0), "preview_tokens", rule::max_items);
    wire::refuses(with(1, 101), "open_ids", rule::max_items);
}
