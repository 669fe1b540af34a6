#include <feishu/emulator/handlers/im/v2/app_feed_card.hpp>
#include <feishu/emulator/handlers/im/v2/app_feed_card_batch.hpp>
#include <feishu/emulator/handlers/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/emulator/handlers/im/v2/chat_button.hpp>
#include <feishu/emulator/handlers/im/v2/feed_card.hpp>
#include <feishu/emulator/handlers/im/v2/tag.hpp>
#include <feishu/emulator/handlers/im/v2/url_preview.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

#include "../../../world.hpp"

using namespace test;
namespace im2 = feishu::im::v2;

namespace {

using reason = im2::feed_card_fail_reason;
using field = im2::feed_card_field;

im2::model::feed_card_button opens(std::string text, std::string url) {
    return {.multi_url = im2::model::feed_card_url{.url = std::move(url)},
            .action_type = im2::button_action_type::url_page,
            .text = im2::model::feed_card_text{.text = std::move(text)}};
}

im2::model::feed_card_button calls_back(std::string text, std::map<std::string, std::string> values) {
    return {.action_type = im2::button_action_type::webhook,
            .text = im2::model::feed_card_text{.text = std::move(text)},
            .action_map = std::move(values)};
}

struct feed_world : world {
    im2::app_feed_card::create card_for(std::vector<std::string> users,
                                        std::string biz_id = "order-1") const {
        return {.app_feed_card =
                    im2::model::new_app_feed_card{
                        .biz_id = std::move(biz_id),
                        .title = "Order 1",
                        .buttons = im2::model::feed_card_buttons{{opens("View", "https://example.com/1")}},
                        .link = im2::model::feed_card_link{.link = "https://example.com"}},
                .user_ids = std::move(users)};
    }
    im2::app_feed_card_batch::update update(emulator::user const& user,
                                            std::vector<feishu::open<field>> fields,
                                            im2::model::app_feed_card card) const {
        card.biz_id = "order-1";
        return {.feed_cards = {im2::model::feed_card_update{.app_feed_card = std::move(card),
                                                            .user_id = user.open_id.str(),
                                                            .update_fields = std::move(fields)}}};
    }
    im2::chat_button::update buttons_for(std::vector<std::string> users,
                                         im2::model::feed_card_button button) const {
        return {.user_ids = std::move(users),
                .chat_id = ops,
                .buttons = im2::model::feed_card_buttons{{std::move(button)}}};
    }
    std::vector<emulator::feed_card> feed(emulator::user const& user) { return tenant.feed_of(user); }
    std::string id(emulator::user const& user) const { return user.open_id.str(); }
};

/// The documents of the events that were pushed.
struct pushed_documents {
    explicit pushed_documents(emulator::state& tenant) {
        tenant.on_event = [this](emulator::outbound_event what) {
            types.push_back(what.type);
            documents.push_back(what.document("token"));
        };
    }
    bool contains(std::string_view text) const {
        return !documents.empty() && documents.back().find(text) != std::string::npos;
    }
    std::vector<std::string> types;
    std::vector<std::string> documents;
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_feed_rules)

// app_feed_card

BOOST_AUTO_TEST_CASE(a_card_appears_in_the_feeds_of_its_users) {
    feed_world w;
    auto const created = w.run(w.card_for({w.id(w.ann), w.id(w.eve)})).value();
    BOOST_TEST(created.biz_id == "order-1");
    BOOST_TEST(created.failed_cards.empty());
    BOOST_TEST_REQUIRE(w.feed(w.eve).size() == 1u);
    auto const card = w.feed(w.eve)[0];
    BOOST_TEST(card.app == w.bot.app_id);
    BOOST_TEST(card.title == "Order 1");
    BOOST_TEST(card.link == "https://example.com");
    BOOST_TEST(card.buttons.size() == 1u);
    BOOST_TEST(!card.time_sensitive);
    BOOST_TEST(card.notifications == 1);
    BOOST_TEST((card.sort_time == w.tenant.now()));
    BOOST_TEST(w.feed(w.ann).size() == 2u); // with the group
    BOOST_TEST(w.feed(w.ben).size() == 1u);
}

BOOST_AUTO_TEST_CASE(users_that_cannot_get_a_card_are_returned_with_the_reason) {
    feed_world w;
    w.run(w.card_for({w.id(w.ben)})).value();
    w.bot.available_to = {{w.ann.open_id, w.ben.open_id}};
    auto const created = w.run(w.card_for({w.id(w.ann), w.id(w.ben), w.id(w.eve), "ou_unknown"})).value();
    BOOST_TEST_REQUIRE(created.failed_cards.size() == 3u);
    BOOST_TEST(created.failed_cards[0].user_id == w.id(w.ben));
    BOOST_TEST(created.failed_cards[0].biz_id == "order-1");
    BOOST_TEST((created.failed_cards[0].reason == reason::duplicate));
    BOOST_TEST((created.failed_cards[1].reason == reason::no_permission));
    BOOST_TEST((created.failed_cards[2].reason == reason::unknown));
}

BOOST_AUTO_TEST_CASE(the_platform_chooses_a_biz_id_if_there_is_none_and_apps_do_not_share_them) {
    feed_world w;
    auto request = w.card_for({w.ann.union_id.str()}, "");
    request.user_id_type = feishu::user_id_type::union_id;
    auto const chosen = w.run(request).value().biz_id;
    BOOST_TEST(chosen.size() == 32u);
    auto const other = w.tenant.add_app("other");
    BOOST_TEST(w.run_with({.kind = feishu::token::tenant, .app = other, .user = {}},
                          w.card_for({w.id(w.ann)}, chosen))
                   .value()
                   .failed_cards.empty());
    BOOST_TEST(w.feed(w.ann).size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_card_needs_a_link_and_users) {
    feed_world w;
    BOOST_TEST(w.code(w.card_for({})) == 230001);
    auto request = w.card_for({w.id(w.ann)});
    request.app_feed_card->link.value().link.reset();
    BOOST_TEST(w.code(request) == 230001);
    request.app_feed_card.reset();
    BOOST_TEST(w.code(request) == 230001);
}

BOOST_AUTO_TEST_CASE(an_update_changes_the_listed_fields_only) {
    feed_world w;
    w.run(w.card_for({w.id(w.ann), w.id(w.eve)})).value();
    w.tenant.advance(1min);
    BOOST_TEST(
        w.code(w.update(
            w.eve, {field::title, field::time_sensitive, field::status_label},
            {.title = "Order 1 is late",
             .preview = "not listed",
             .status_label = im2::model::status_label{.text = "late", .type = im2::status_label_type::danger},
             .time_sensitive = true})) == 0);
    auto card = w.feed(w.eve)[0];
    BOOST_TEST(card.title == "Order 1 is late");
    BOOST_TEST(card.preview == "");
    BOOST_TEST(card.status_label->text->str() == "late");
    BOOST_TEST(card.time_sensitive);
    BOOST_TEST((card.sort_time < w.tenant.now()));
    BOOST_TEST(card.notifications == 1);
    BOOST_TEST(w.code(w.update(w.eve,
                               {field::preview, field::avatar_key, field::buttons, field::link,
                                field::display_time, field::sort_time, field::notify},
                               {.avatar_key = feishu::image_key("img_1"),
                                .preview = "p",
                                .link = im2::model::feed_card_link{.link = "https://new.example"}})) == 0);
    card = w.feed(w.eve)[0];
    BOOST_TEST(card.preview == "p");
    BOOST_TEST(card.avatar_key == "img_1");
    BOOST_TEST(card.buttons.empty());
    BOOST_TEST(card.link == "https://new.example");
    BOOST_TEST((card.sort_time == w.tenant.now()));
    BOOST_TEST((card.display_time == w.tenant.now()));
    BOOST_TEST(card.notifications == 2);
    BOOST_TEST(w.tenant.tap_feed_card(w.ann, w.bot, "order-1").value() == "https://example.com"); // unchanged
}

BOOST_AUTO_TEST_CASE(a_card_that_was_not_created_cannot_be_updated_or_deleted) {
    feed_world w;
    w.run(w.card_for({w.id(w.ann)})).value();
    auto const failed = w.run(w.update(w.eve, {field::title}, {.title = "x"})).value().failed_cards;
    BOOST_TEST((failed.at(0).reason == reason::not_created));
    BOOST_TEST(failed.at(0).user_id == w.id(w.eve));
    im2::app_feed_card_batch::delete_ const remove{
        .feed_cards = {im2::model::feed_card_key{.biz_id = "order-1", .user_id = w.id(w.eve)},
                       im2::model::feed_card_key{.biz_id = "order-1", .user_id = w.id(w.ann)},
                       im2::model::feed_card_key{.biz_id = "order-1", .user_id = "ou_unknown"}}};
    auto const undeleted = w.run(remove).value().failed_cards;
    BOOST_TEST_REQUIRE(undeleted.size() == 2u);
    BOOST_TEST((undeleted[0].reason == reason::not_created));
    BOOST_TEST((undeleted[1].reason == reason::unknown));
    BOOST_TEST(w.feed(w.ann).size() == 1u);
    BOOST_TEST(w.code(im2::app_feed_card_batch::delete_{}) == 230001);
}

BOOST_AUTO_TEST_CASE(an_invalid_update_changes_no_card) {
    feed_world w;
    w.run(w.card_for({w.id(w.ann)})).value();
    auto request = w.update(w.ann, {field::title}, {.title = "x"});
    auto const invalid = w.update(w.ann, {feishu::open<field>::from_wire("99")}, {});
    request.feed_cards.push_back(invalid.feed_cards[0]);
    BOOST_TEST(w.code(request) == 230001);
    BOOST_TEST(w.code(w.update(w.ann, {field::link}, {})) == 230001);
    BOOST_TEST(w.code(im2::app_feed_card_batch::update{}) == 230001);
    BOOST_TEST(w.tenant.feed_of(w.ann)[0].title == "Order 1");
}

BOOST_AUTO_TEST_CASE(time_sensitive_entries_come_first_then_the_latest) {
    feed_world w;
    w.run(w.card_for({w.id(w.ann)}, "old")).value();
    w.tenant.advance(1min);
    w.run(w.card_for({w.id(w.ann)}, "new")).value();
    auto feed = w.feed(w.ann);
    BOOST_TEST_REQUIRE(feed.size() == 3u);
    BOOST_TEST(feed[0].biz_id == "new");
    BOOST_TEST(feed[2].chat_id == w.ops);
    w.run(im2::feed_card::patch{
              .feed_card_id = w.ops.str(), .time_sensitive = true, .user_ids = {w.id(w.ann)}})
        .value();
    BOOST_TEST(w.feed(w.ann)[0].chat_id == w.ops);
    BOOST_TEST(!w.feed(w.ben)[0].time_sensitive);
}

BOOST_AUTO_TEST_CASE(a_user_opens_a_card_or_taps_its_buttons) {
    feed_world w;
    auto request = w.card_for({w.id(w.ann)});
    request.app_feed_card->buttons = im2::model::feed_card_buttons{
        {opens("View", "https://example.com/1"), calls_back("Done", {{"order", "1"}})}};
    w.run(request).value();
    BOOST_TEST(w.tenant.tap_feed_card(w.ann, w.bot, "order-1").value() == "https://example.com");
    BOOST_TEST(w.tenant.tap_feed_card(w.ann, w.bot, "order-1", "View").value() == "https://example.com/1");
    pushed_documents pushed(w.tenant);
    BOOST_TEST(w.tenant.tap_feed_card(w.ann, w.bot, "order-1", "Done").value() == "");
    BOOST_TEST_REQUIRE(pushed.types.size() == 1u);
    BOOST_TEST(pushed.types[0] == "card.action.trigger");
    BOOST_TEST(pushed.contains(R"("value":{"order":"1"})"));
    BOOST_TEST(pushed.contains(w.id(w.ann)));
    BOOST_TEST(w.tenant.tap_feed_card(w.ann, w.bot, "order-1", "No").error().code == 230001);
    BOOST_TEST(w.tenant.tap_feed_card(w.ben, w.bot, "order-1").error().code == 230001);
}

// chat_button

BOOST_AUTO_TEST_CASE(a_chat_shows_buttons_to_the_users_they_were_set_for) {
    feed_world w;
    BOOST_TEST(w.code(w.buttons_for({w.id(w.ann)}, calls_back("Done", {{"shift", "2"}}))) == 0);
    BOOST_TEST(w.feed(w.ann)[0].buttons.size() == 1u);
    BOOST_TEST(w.feed(w.ben)[0].buttons.empty());
    pushed_documents pushed(w.tenant);
    BOOST_TEST(w.tenant.tap_chat_button(w.ann, w.ops, "Done").value() == "");
    BOOST_TEST(pushed.contains(R"("value":{"shift":"2"})"));
    BOOST_TEST(pushed.contains(w.ops.str()));
    BOOST_TEST(w.tenant.tap_chat_button(w.ben, w.ops, "Done").error().code == 230001);
    im2::chat_button::update const none{.user_ids = {w.id(w.ann)}, .chat_id = w.ops};
    BOOST_TEST(w.code(none) == 0);
    BOOST_TEST(w.feed(w.ann)[0].buttons.empty());
}

BOOST_AUTO_TEST_CASE(users_outside_of_the_chat_get_no_buttons) {
    feed_world w;
    auto const outcome =
        w.run(w.buttons_for({w.id(w.ann), w.id(w.eve), "ou_unknown"}, opens("View", "https://example.com")))
            .value();
    BOOST_TEST_REQUIRE(outcome.failed_user_reasons.size() == 2u);
    BOOST_TEST(outcome.failed_user_reasons[0].user_id == w.id(w.eve));
    BOOST_TEST(outcome.failed_user_reasons[0].error_message == "The user is not in the chat");
    BOOST_TEST(outcome.failed_user_reasons[0].error_code == 230002);
    BOOST_TEST(outcome.failed_user_reasons[1].error_code == 230001);
    w.bot.available_to = {{w.ann.open_id}};
    auto const unavailable =
        w.run(w.buttons_for({w.id(w.ben)}, opens("View", "https://example.com"))).value();
    BOOST_TEST(unavailable.failed_user_reasons.at(0).error_code == 230013);
}

BOOST_AUTO_TEST_CASE(buttons_need_the_bot_in_the_chat) {
    feed_world w;
    auto request = w.buttons_for({w.id(w.ann)}, opens("View", "https://example.com"));
    request.bot_id = "cli_other";
    BOOST_TEST(w.code(request) == 230001);
    request.bot_id = w.bot.bot_open_id.str();
    BOOST_TEST(w.code(request) == 0);
    w.group().bots.clear();
    BOOST_TEST(w.code(request) == 230027);
    request.chat_id = "oc_unknown";
    BOOST_TEST(w.code(request) == 230001);
    BOOST_TEST(w.code(w.buttons_for({}, opens("View", "https://example.com"))) == 230001);
}

// feed_card

BOOST_AUTO_TEST_CASE(a_chat_is_time_sensitive_until_it_is_switched_off) {
    feed_world w;
    auto const patch = [&](bool on, std::string chat, std::vector<std::string> users) {
        return w.run(im2::feed_card::patch{
            .feed_card_id = std::move(chat), .time_sensitive = on, .user_ids = std::move(users)});
    };
    auto const outcome = patch(true, w.ops.str(), {w.id(w.ann), w.id(w.eve)}).value();
    BOOST_TEST(outcome.failed_user_reasons.at(0).user_id == w.id(w.eve));
    BOOST_TEST(w.feed(w.ann)[0].time_sensitive);
    patch(false, w.ops.str(), {w.id(w.ann)}).value();
    BOOST_TEST(!w.feed(w.ann)[0].time_sensitive);
    BOOST_TEST(patch(true, w.ops.str(), {}).error().code == 230001);
    BOOST_TEST(patch(true, "oc_unknown", {w.id(w.ann)}).error().code == 230001);
    w.group().bots.clear();
    BOOST_TEST(patch(true, w.ops.str(), {w.id(w.ann)}).error().code == 230027);
}

BOOST_AUTO_TEST_CASE(the_chat_with_the_bot_is_time_sensitive_too) {
    feed_world w;
    im2::feed_card::bot_time_sentive request{.time_sensitive = true, .user_ids = {w.id(w.eve), "ou_unknown"}};
    auto const outcome = w.run(request).value();
    BOOST_TEST(outcome.failed_user_reasons.size() == 1u);
    BOOST_TEST(outcome.failed_user_reasons.at(0).error_code == 230001);
    BOOST_TEST_REQUIRE(w.feed(w.eve).size() == 1u);
    BOOST_TEST(w.feed(w.eve)[0].time_sensitive);
    BOOST_TEST(w.feed(w.eve)[0].title == "alerts");
    request.bot_id = "cli_other";
    BOOST_TEST(w.code(request) == 230001);
    BOOST_TEST(w.code(im2::feed_card::bot_time_sentive{.time_sensitive = true,
                                                       .user_ids = std::vector<std::string>{}}) == 230001);
}

// tag, biz_entity_tag_relation

namespace {

im2::tag::create new_tag(std::string name) {
    return {.create_tag = im2::tag::create::new_tag{.tag_type = "tenant", .name = std::move(name)}};
}

} // namespace

BOOST_AUTO_TEST_CASE(a_tag_has_a_unique_name) {
    feed_world w;
    auto const id = w.run(new_tag("vip")).value().id;
    auto const again = w.run(new_tag("vip")).value();
    BOOST_TEST(again.id == "");
    BOOST_TEST(again.create_tag_fail_reason->duplicate_id == id);
    auto request = new_tag("");
    BOOST_TEST(w.code(request) == 230001);
    request = new_tag("other");
    request.create_tag.value().tag_type = "user";
    BOOST_TEST(w.code(request) == 230001);
}

BOOST_AUTO_TEST_CASE(a_tag_is_renamed_unless_another_one_has_the_name) {
    feed_world w;
    auto const id = w.run(new_tag("vip")).value().id;
    auto const other = w.run(new_tag("beta")).value().id;
    w.tenant.advance(1s);
    im2::tag::patch request{
        .tag_id = id,
        .patch_tag = im2::tag::patch::tag_changes{
            .id = id,
            .name = "gold",
            .i18n_names = {im2::tag::tag_i18n_name{.locale = feishu::locale::en_us, .name = "Gold"}}}};
    auto const renamed = w.run(request).value().tag_info;
    BOOST_TEST(renamed.name == "gold");
    BOOST_TEST(renamed.create_time == "1700000000000");
    BOOST_TEST(renamed.update_time == "1700000001000");
    BOOST_TEST(*renamed.i18n_names.at(0).name == "Gold");
    request.patch_tag->name = "beta";
    auto const refused = w.run(request).value();
    BOOST_TEST(refused.patch_tag_fail_reason->duplicate_id == other);
    BOOST_TEST(refused.tag_info.name == "gold");
    BOOST_TEST(w.run(new_tag("vip")).value().id != ""); // free again
    request.patch_tag->id = other;
    BOOST_TEST(w.code(request) == 230001);
    request.patch_tag.reset();
    BOOST_TEST(w.code(request) == 230001);
    request.tag_id = "1";
    BOOST_TEST(w.code(request) == 230001);
}

BOOST_AUTO_TEST_CASE(tags_are_read_by_id) {
    feed_world w;
    auto const id = w.run(new_tag("vip")).value().id;
    auto const found = w.run(im2::tag::get{.ids = {id, std::string("1")}}).value().tag_infos;
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].id == id);
    BOOST_TEST(found[0].tag_type == "tenant");
    BOOST_TEST(w.code(im2::tag::get{.ids = std::vector<std::string>{}}) == 230001);
}

BOOST_AUTO_TEST_CASE(tags_are_bound_to_chats_and_unbound) {
    feed_world w;
    auto const vip = w.run(new_tag("vip")).value().id;
    auto const beta = w.run(new_tag("beta")).value().id;
    namespace relation = im2::biz_entity_tag_relation;
    relation::create const bind{.tag_biz_type = "chat", .biz_entity_id = w.ops.str(), .tag_ids = {vip, beta}};
    relation::get const get{.tag_biz_type = "chat", .biz_entity_id = w.ops.str()};
    BOOST_TEST(w.code(bind) == 0);
    BOOST_TEST(w.code(bind) == 0); // has no effect
    auto bound = w.run(get).value().tag_info_with_bind_versions;
    BOOST_TEST_REQUIRE(bound.size() == 2u);
    BOOST_TEST(bound[0].tag_info.name == "vip");
    BOOST_TEST(bound[0].bind_version == "1700000000000");
    BOOST_TEST(w.code(relation::update{
                   .tag_biz_type = "chat", .biz_entity_id = w.ops.str(), .tag_ids = {vip}}) == 0);
    bound = w.run(get).value().tag_info_with_bind_versions;
    BOOST_TEST(bound.size() == 1u);
    BOOST_TEST(bound.at(0).tag_info.id == beta);
}

BOOST_AUTO_TEST_CASE(only_known_tags_are_bound_to_known_chats) {
    feed_world w;
    namespace relation = im2::biz_entity_tag_relation;
    struct row {
        std::string type;
        std::string id;
        std::vector<std::string> tags;
    };
    row const table[] = {{"user", w.ops.str(), {}}, {"chat", "oc_unknown", {}}};
    for (auto const& [type, id, tags] : table) {
        BOOST_TEST(w.code(relation::create{.tag_biz_type = type, .biz_entity_id = id, .tag_ids = tags}) ==
                   230001);
        BOOST_TEST(w.code(relation::update{.tag_biz_type = type, .biz_entity_id = id, .tag_ids = tags}) ==
                   230001);
        BOOST_TEST(w.code(relation::get{.tag_biz_type = type, .biz_entity_id = id}) == 230001);
    }
    BOOST_TEST(w.code(relation::create{.tag_biz_type = "chat",
                                       .biz_entity_id = w.ops.str(),
                                       .tag_ids = {std::string("1")}}) == 230001);
    BOOST_TEST(w.code(relation::update{.tag_biz_type = "chat",
                                       .biz_entity_id = w.ops.str(),
                                       .tag_ids = {std::string("1")}}) == 230001);
}

// url_preview

BOOST_AUTO_TEST_CASE(an_updated_preview_is_requested_again_by_the_members_of_the_chat) {
    feed_world w;
    auto const event =
        emulator::events::link_preview(w.tenant, w.bot, w.group(), w.ann, "https://example.com");
    auto const document = event.document("token");
    auto const at = document.find(R"("preview_token":")") + 17;
    auto const token = document.substr(at, document.find('"', at) - at);
    im2::url_preview::batch_update request{.preview_tokens = {token, token}};
    pushed_documents pushed(w.tenant);
    BOOST_TEST(w.code(request) == 0);
    BOOST_TEST(pushed.types.size() == 2u); // Ann and Ben
    BOOST_TEST(pushed.types.at(0) == "url.preview.get");
    BOOST_TEST(pushed.contains(token));
    BOOST_TEST(pushed.contains("https://example.com"));
    w.tenant.advance(4s);
    BOOST_TEST(w.code(request) == 230001);
    w.tenant.advance(1s);
    request.open_ids = {w.ben.open_id, w.eve.open_id}; // of whom Ben is in the chat
    BOOST_TEST(w.code(request) == 0);
    BOOST_TEST(pushed.types.size() == 3u);
    BOOST_TEST(pushed.contains(w.id(w.ben)));
}

BOOST_AUTO_TEST_CASE(only_the_app_that_received_a_preview_token_may_use_it) {
    feed_world w;
    w.tenant.previews().add("token-1", {.app = w.bot.app_id, .chat = w.ops, .url = "https://example.com"});
    im2::url_preview::batch_update request{.preview_tokens = {std::string("token-1")}};
    auto const other = w.tenant.add_app("other");
    BOOST_TEST(w.run_with({.kind = feishu::token::tenant, .app = other, .user = {}}, request).error().code ==
               230001);
    BOOST_TEST(w.code(request) == 0);
    request.preview_tokens = {std::string("token-2")};
    BOOST_TEST(w.code(request) == 230001);
}

BOOST_AUTO_TEST_SUITE_END()
