#include <feishu/emulator/handlers/im/v1/message.hpp>

#include "../../../world.hpp"

using namespace test;
namespace message = im::message;

BOOST_AUTO_TEST_SUITE(emulator_message_rules)

// create

BOOST_AUTO_TEST_CASE(a_message_to_a_chat_is_shown_with_its_sender_time_and_content) {
    world w;
    auto const sent = w.run(w.to_chat(text_of("hello"))).value();
    BOOST_TEST(sent.chat_id == w.ops);
    BOOST_TEST((sent.msg_type == im::msg_type::text));
    BOOST_TEST(sent.sender.id == w.bot.app_id.str());
    BOOST_TEST((sent.sender.id_type == im::sender_id_type::app_id));
    BOOST_TEST((sent.sender.sender_type == im::sender_type::app));
    BOOST_TEST(sent.create_time.count() == 1'700'000'000'000);
    BOOST_TEST(sent.body.content.document() == text_of("hello"));
    BOOST_TEST(!sent.deleted);
    BOOST_TEST(!sent.updated);
}

BOOST_AUTO_TEST_CASE(the_bot_must_be_in_the_chat) {
    world w;
    w.group().bots.clear();
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 230002);
    BOOST_TEST(w.code(w.history()) == 230002);
}

BOOST_AUTO_TEST_CASE(a_user_token_acts_as_the_user) {
    world w;
    auto const sent = w.run_as(w.ann, w.to_chat(text_of("hi"))).value();
    BOOST_TEST(sent.sender.id == w.ann.open_id.str());
    BOOST_TEST((sent.sender.sender_type == im::sender_type::user));
    BOOST_TEST(w.run_as(w.eve, w.to_chat(text_of("hi"))).error().code == 230002);
}

BOOST_AUTO_TEST_CASE(an_app_without_bot_ability_may_not_send) {
    world w;
    w.bot.bot = false;
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 230006);
}

BOOST_AUTO_TEST_CASE(an_unknown_receiver_is_an_invalid_parameter) {
    world w;
    auto request = w.to_chat(text_of("hi"));
    request.receive_id = "oc_unknown";
    BOOST_TEST(w.code(request) == 230001);
    auto const types = {im::receive_id_type::open_id, im::receive_id_type::union_id,
                        im::receive_id_type::user_id, im::receive_id_type::email};
    for (auto const type : types) {
        request.receive_id_type = type;
        BOOST_TEST(w.code(request) == 230001);
    }
}

BOOST_AUTO_TEST_CASE(the_first_message_to_a_user_opens_a_chat_that_the_next_one_uses) {
    world w;
    auto const first = w.run(w.to_user(w.eve, "one")).value();
    auto request = w.to_user(w.eve, "two");
    struct row {
        im::receive_id_type type;
        std::string id;
    };
    row const table[] = {{im::receive_id_type::union_id, w.eve.union_id.str()},
                         {im::receive_id_type::user_id, w.eve.user_id.str()},
                         {im::receive_id_type::email, w.eve.email.str()},
                         {im::receive_id_type::chat_id, first.chat_id.str()}};
    for (auto const& [type, id] : table) {
        request.receive_id_type = type;
        request.receive_id = id;
        BOOST_TEST(w.run(request).value().chat_id == first.chat_id);
    }
    BOOST_TEST((w.tenant.find_chat(first.chat_id)->mode == emulator::chat_mode::p2p));
}

BOOST_AUTO_TEST_CASE(a_user_not_in_the_apps_availability_gets_no_messages) {
    world w;
    auto const chat = w.run(w.to_user(w.eve, "while it works")).value().chat_id;
    w.bot.available_to = {{w.ann.open_id}};
    BOOST_TEST(w.code(w.to_user(w.eve, "hi")) == 230013);
    BOOST_TEST(w.code(w.to_user(w.ann, "hi")) == 0);
    auto by_chat = w.to_chat(text_of("hi"));
    by_chat.receive_id = chat.str();
    BOOST_TEST(w.code(by_chat) == 230013);
}

BOOST_AUTO_TEST_CASE(a_user_who_has_resigned_gets_no_messages) {
    world w;
    w.tenant.find_user(w.eve.open_id)->resigned = true;
    BOOST_TEST(w.code(w.to_user(w.eve, "hi")) == 230029);
}

BOOST_AUTO_TEST_CASE(in_a_muted_group_only_owner_managers_and_creator_bot_may_send) {
    world w;
    w.group().muted = true;
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 230018);
    BOOST_TEST(w.run_as(w.ben, w.to_chat(text_of("hi"))).error().code == 230018);
    BOOST_TEST(w.run_as(w.ann, w.to_chat(text_of("hi"))).has_value()); // the owner
    w.group().creator_bot = w.bot.app_id;
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 0);
}

BOOST_AUTO_TEST_CASE(no_message_can_be_sent_to_a_dissolved_chat) {
    world w;
    auto const id = w.sent();
    w.group().dissolved = true;
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 232009);
    BOOST_TEST(w.code(w.edit(id, "hi")) == 232009);
}

BOOST_AUTO_TEST_CASE(the_same_uuid_within_an_hour_returns_the_first_message) {
    world w;
    auto request = w.to_chat(text_of("once"));
    request.uuid = "u-1";
    auto const first = w.run(request).value().message_id;
    w.tenant.advance(59min);
    BOOST_TEST(w.run(request).value().message_id == first);
    BOOST_TEST(w.tenant.messages().size() == 1u);
    w.tenant.advance(1min);
    BOOST_TEST(w.run(request).value().message_id != first);
}

BOOST_AUTO_TEST_CASE(two_senders_may_use_the_same_uuid) {
    world w;
    auto request = w.to_chat(text_of("once"));
    request.uuid = "u-1";
    auto const first = w.run(request).value().message_id;
    BOOST_TEST(w.run_as(w.ann, request).value().message_id != first);
}

BOOST_AUTO_TEST_CASE(content_that_does_not_match_msg_type_is_refused) {
    world w;
    BOOST_TEST(w.code(w.to_chat(R"({"image_key":"k"})")) == 230001);
    BOOST_TEST(w.code(w.to_chat("hello")) == 230001);
    BOOST_TEST(w.code(w.to_chat(R"([1])", im::msg_type::interactive)) == 230099);
}

BOOST_AUTO_TEST_CASE(system_messages_can_only_be_sent_to_one_to_one_chats) {
    world w;
    auto request = w.to_chat(R"({"type":"divider"})", im::msg_type::system);
    BOOST_TEST(w.code(request) == 230001);
    request.receive_id_type = im::receive_id_type::open_id;
    request.receive_id = w.ann.open_id.str();
    BOOST_TEST(w.code(request) == 0);
}

BOOST_AUTO_TEST_CASE(mentioned_users_are_listed) {
    world w;
    auto const sent = w.run(w.to_chat(text_of("<at user_id='" + w.ann.open_id.str() + "'></at> hi"))).value();
    BOOST_TEST(sent.body.content.document() == text_of("@_user_1 hi"));
    BOOST_TEST_REQUIRE(sent.mentions.size() == 1u);
    BOOST_TEST(sent.mentions[0].name == "Ann");
}

// reply

BOOST_AUTO_TEST_CASE(a_reply_names_its_parent_and_the_root_of_the_conversation) {
    world w;
    auto const root = w.sent();
    auto const first = w.run(w.reply_to(root, "a")).value();
    BOOST_TEST(first.parent_id == root);
    BOOST_TEST(first.root_id == root);
    auto const second = w.run(w.reply_to(first.message_id, "b")).value();
    BOOST_TEST(second.parent_id == first.message_id);
    BOOST_TEST(second.root_id == root);
    BOOST_TEST(second.thread_id.empty());
}

BOOST_AUTO_TEST_CASE(a_reply_in_thread_opens_a_thread_that_later_replies_join) {
    world w;
    auto const root = w.sent();
    auto const first = w.run(w.reply_to(root, "a", true)).value();
    BOOST_TEST(first.thread_id.str().starts_with("omt_"));
    BOOST_TEST(w.run(message::get{.message_id = root}).value().items[0].thread_id == first.thread_id);
    BOOST_TEST(w.run(w.reply_to(root, "b")).value().thread_id == first.thread_id);
}

BOOST_AUTO_TEST_CASE(a_recalled_message_cannot_be_replied_to) {
    world w;
    auto const id = w.sent();
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(w.reply_to(id, "a")) == 230011);
}

BOOST_AUTO_TEST_CASE(replying_needs_a_known_message_and_membership) {
    world w;
    BOOST_TEST(w.code(w.reply_to("om_unknown", "a")) == 230001);
    auto const id = w.sent();
    w.group().bots.clear();
    BOOST_TEST(w.code(w.reply_to(id, "a")) == 230002);
}

// get

BOOST_AUTO_TEST_CASE(a_message_is_returned_with_the_requested_type_of_user_ids) {
    world w;
    auto const id = w.tenant.say(w.ann, w.ops, "hi <at user_id='" + w.ben.open_id.str() + "'></at>").value();
    auto const item =
        w.run(message::get{.message_id = id, .user_id_type = im::user_id_type::union_id}).value().items.at(0);
    BOOST_TEST(item.sender.id == w.ann.union_id.str());
    BOOST_TEST(item.sender.id_type.str() == "union_id");
    BOOST_TEST(item.mentions.at(0).id == w.ben.union_id.str());
    BOOST_TEST(w.run(message::get{.message_id = id}).value().items.at(0).sender.id == w.ann.open_id.str());
}

BOOST_AUTO_TEST_CASE(a_recalled_message_is_read_as_recalled_and_a_deleted_one_not_at_all) {
    world w;
    auto const id = w.sent("secret");
    w.run(message::delete_{.message_id = id}).value();
    auto const item = w.run(message::get{.message_id = id}).value().items.at(0);
    BOOST_TEST(item.deleted);
    BOOST_TEST(item.body.content.document() == "This message was recalled");
    w.tenant.remove_message(id);
    BOOST_TEST(w.code(message::get{.message_id = id}) == 230110);
}

BOOST_AUTO_TEST_CASE(reading_needs_a_known_message_and_membership) {
    world w;
    BOOST_TEST(w.code(message::get{.message_id = "om_unknown"}) == 230001);
    auto const id = w.sent();
    w.group().bots.clear();
    BOOST_TEST(w.code(message::get{.message_id = id}) == 230002);
}

// list

namespace {

std::vector<std::string> all_pages(world& w, message::list request) {
    std::vector<std::string> out;
    for (;;) {
        auto const page = w.run(request).value();
        for (auto const& item : page.items)
            out.push_back(item.body.content.document());
        BOOST_TEST(page.has_more == !page.page_token.empty());
        if (!page.has_more)
            return out;
        request.page_token = page.page_token;
    }
}

std::vector<std::string> texts(std::initializer_list<int> numbers) {
    std::vector<std::string> out;
    for (auto const n : numbers)
        out.push_back(text_of(std::to_string(n)));
    return out;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_chats_messages_are_listed_page_by_page_in_both_orders) {
    world w;
    for (int i = 1; i <= 5; ++i)
        w.sent(std::to_string(i));
    for (int const size : {1, 2, 3, 5, 50}) {
        auto request = w.history(size);
        BOOST_TEST(all_pages(w, request) == texts({1, 2, 3, 4, 5}), boost::test_tools::per_element());
        request.sort_type = im::sort_type::ByCreateTimeDesc;
        BOOST_TEST(all_pages(w, request) == texts({5, 4, 3, 2, 1}), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_page_stays_in_place_when_messages_arrive_in_between) {
    world w;
    for (int i = 1; i <= 3; ++i)
        w.sent(std::to_string(i));
    auto request = w.history(2);
    request.sort_type = im::sort_type::ByCreateTimeDesc;
    request.page_token = w.run(request).value().page_token;
    w.sent("4");
    BOOST_TEST(all_pages(w, request) == texts({1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(start_and_end_are_seconds_and_both_are_included) {
    world w;
    for (int i = 1; i <= 4; ++i) {
        w.sent(std::to_string(i));
        w.tenant.advance(1500ms); // at 0, 1.5, 3 and 4.5 s
    }
    auto request = w.history();
    request.start_time = feishu::unix_seconds(1'700'000'001);
    request.end_time = feishu::unix_seconds(1'700'000'003);
    for (int const size : {1, 2, 50}) {
        request.page_size = size;
        request.sort_type = im::sort_type::ByCreateTimeAsc;
        BOOST_TEST(all_pages(w, request) == texts({2, 3}), boost::test_tools::per_element());
        request.sort_type = im::sort_type::ByCreateTimeDesc;
        BOOST_TEST(all_pages(w, request) == texts({3, 2}), boost::test_tools::per_element());
    }
    request.end_time = {};
    BOOST_TEST(all_pages(w, request) == texts({4, 3, 2}), boost::test_tools::per_element());
    request.start_time = feishu::unix_seconds(1'700'000'005);
    BOOST_TEST(all_pages(w, request).empty());
}

BOOST_AUTO_TEST_CASE(a_page_token_of_another_query_is_an_invalid_parameter) {
    world w;
    w.sent("1");
    w.sent("2");
    auto request = w.history(1);
    request.page_token = w.run(request).value().page_token;
    BOOST_TEST(w.code(request) == 0);
    request.sort_type = im::sort_type::ByCreateTimeDesc;
    BOOST_TEST(w.code(request) == 230001);
    request.page_token = "nonsense";
    BOOST_TEST(w.code(request) == 230001);
}

BOOST_AUTO_TEST_CASE(a_thread_is_listed_by_itself_and_shown_in_its_chat_by_its_first_message) {
    world w;
    auto const root = w.sent("1");
    auto const thread = w.run(w.reply_to(root, "2", true)).value().thread_id;
    w.run(w.reply_to(root, "3")).value();
    w.sent("4");
    BOOST_TEST(all_pages(w, w.history()) == texts({1, 4}), boost::test_tools::per_element());
    message::list const in_thread{.container_id_type = im::container_id_type::thread,
                                  .container_id = thread.str()};
    BOOST_TEST(all_pages(w, in_thread) == texts({1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_threads_of_a_chat_are_listed_apart) {
    world w;
    auto const first = w.sent("1"), second = w.sent("2");
    w.run(w.reply_to(first, "3")).value(); // before there is a thread
    auto const first_thread = w.run(w.reply_to(first, "4", true)).value();
    auto const second_thread = w.run(w.reply_to(second, "5", true)).value();
    w.run(w.reply_to(first_thread.message_id, "6")).value();
    auto const listed = [&](feishu::thread_id const& thread) {
        return all_pages(w, {.container_id_type = im::container_id_type::thread,
                             .container_id = thread.str(),
                             .page_size = 2});
    };
    BOOST_TEST(listed(first_thread.thread_id) == texts({1, 4, 6}), boost::test_tools::per_element());
    BOOST_TEST(listed(second_thread.thread_id) == texts({2, 5}), boost::test_tools::per_element());
    BOOST_TEST(all_pages(w, w.history()) == texts({1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_unknown_container_is_an_invalid_parameter) {
    world w;
    BOOST_TEST(w.code(message::list{.container_id_type = im::container_id_type::chat,
                                    .container_id = "oc_x"}) == 230001);
    BOOST_TEST(w.code(message::list{.container_id_type = im::container_id_type::thread,
                                    .container_id = "omt_x"}) == 230001);
}

BOOST_AUTO_TEST_CASE(deleted_messages_are_not_listed_and_recalled_ones_are) {
    world w;
    auto const first = w.sent("1");
    auto const second = w.sent("2");
    w.tenant.remove_message(first);
    w.run(message::delete_{.message_id = second}).value();
    auto const page = w.run(w.history()).value();
    BOOST_TEST_REQUIRE(page.items.size() == 1u);
    BOOST_TEST(page.items[0].deleted);
}

// update

BOOST_AUTO_TEST_CASE(an_edit_replaces_the_content_and_shows_that_it_happened) {
    world w;
    auto const id = w.sent("old");
    w.tenant.advance(5s);
    auto const edited = w.run(w.edit(id, "new")).value();
    BOOST_TEST(edited.body.content.document() == text_of("new"));
    BOOST_TEST(edited.updated);
    BOOST_TEST(edited.update_time.count() - edited.create_time.count() == 5000);
    BOOST_TEST(w.tenant.contents_of(w.ops).back() == text_of("new"));
}

BOOST_AUTO_TEST_CASE(only_the_sender_can_edit_a_message) {
    world w;
    auto const id = w.tenant.say(w.ann, w.ops, "mine").value();
    BOOST_TEST(w.code(w.edit(id, "yours")) == 230071);
}

BOOST_AUTO_TEST_CASE(only_text_and_post_can_be_edited) {
    world w;
    auto const key = w.tenant.add_resource({.file = {}, .app = w.bot, .is_image = true});
    auto const id =
        w.run(w.to_chat(R"({"image_key":")" + key + "\"}", im::msg_type::image)).value().message_id;
    BOOST_TEST(w.code(w.edit(id, "text now")) == 230054);
}

BOOST_AUTO_TEST_CASE(a_message_can_be_edited_twenty_times) {
    world w;
    auto const id = w.sent();
    for (int i = 0; i < 20; ++i)
        BOOST_TEST(w.code(w.edit(id, "again")) == 0);
    BOOST_TEST(w.code(w.edit(id, "again")) == 230072);
}

BOOST_AUTO_TEST_CASE(a_refused_edit_does_not_count) {
    world w;
    auto const id = w.sent();
    w.tenant.settings.max_edits = 1;
    BOOST_TEST(w.code(message::update{.message_id = id, .content = "{}", .msg_type = im::msg_type::text}) ==
               230001);
    BOOST_TEST(w.code(w.edit(id, "first")) == 0);
}

BOOST_AUTO_TEST_CASE(a_message_can_be_edited_within_the_tenants_window) {
    world w;
    auto const id = w.sent();
    w.tenant.advance(24h);
    BOOST_TEST(w.code(w.edit(id, "in time")) == 0);
    w.tenant.advance(1ms);
    BOOST_TEST(w.code(w.edit(id, "late")) == 230075);
}

BOOST_AUTO_TEST_CASE(recalled_and_deleted_messages_cannot_be_edited) {
    world w;
    auto const id = w.sent();
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(w.edit(id, "a")) == 230011);
    w.tenant.remove_message(id);
    BOOST_TEST(w.code(w.edit(id, "a")) == 230110);
}

// delete

BOOST_AUTO_TEST_CASE(the_sender_can_recall_a_message_within_the_tenants_window) {
    world w;
    auto const late = w.sent();
    w.tenant.advance(1ms);
    auto const id = w.sent();
    w.tenant.advance(24h);
    BOOST_TEST(w.code(message::delete_{.message_id = late}) == 230009);
    BOOST_TEST(w.code(message::delete_{.message_id = id}) == 0);
    BOOST_TEST(w.code(message::delete_{.message_id = id}) == 230110);
}

BOOST_AUTO_TEST_CASE(owner_managers_and_creator_bot_can_recall_messages_of_others_for_a_year) {
    world w;
    auto const one = w.tenant.say(w.ben, w.ops, "1").value();
    auto const two = w.tenant.say(w.ben, w.ops, "2").value();
    auto const three = w.tenant.say(w.ben, w.ops, "3").value();
    BOOST_TEST(w.code(message::delete_{.message_id = one}) == 230026);
    w.tenant.advance(300 * 24h);
    BOOST_TEST(w.run_as(w.ann, message::delete_{.message_id = one}).has_value()); // the owner
    w.group().creator_bot = w.bot.app_id;
    BOOST_TEST(w.code(message::delete_{.message_id = two}) == 0);
    w.tenant.advance(66 * 24h);
    BOOST_TEST(w.code(message::delete_{.message_id = three}) == 230009);
}

BOOST_AUTO_TEST_CASE(in_a_one_to_one_chat_only_the_sender_can_recall) {
    world w;
    auto const chat = w.run(w.to_user(w.ann, "hi")).value().chat_id;
    auto const id = w.tenant.say(w.ann, chat, "hello").value();
    BOOST_TEST(w.code(message::delete_{.message_id = id}) == 230026);
}

// urgent_app

BOOST_AUTO_TEST_CASE(members_get_urgent_notifications_and_others_are_returned_as_invalid) {
    world w;
    auto const id = w.sent();
    auto const reply = w.run(message::urgent_app{.message_id = id,
                                                 .user_id_list = {w.ann.open_id.str(), w.eve.open_id.str(),
                                                                  w.ben.open_id.str()}})
                           .value();
    BOOST_TEST(reply.invalid_user_id_list == std::vector{w.eve.open_id.str()},
               boost::test_tools::per_element());
    BOOST_TEST(w.tenant.find_message(id)->urgent_receivers->size() == 2u);
    BOOST_TEST(w.tenant.find_user(w.ann.open_id)->unread_urgent == 1);
}

BOOST_AUTO_TEST_CASE(ids_of_another_type_than_user_id_type_are_invalid) {
    world w;
    auto const id = w.sent();
    message::urgent_app request{.message_id = id,
                                .user_id_type = im::user_id_type::union_id,
                                .user_id_list = {w.ann.union_id.str(), w.ben.open_id.str()}};
    BOOST_TEST(w.run(request).value().invalid_user_id_list == std::vector{w.ben.open_id.str()},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_valid_receiver_is_an_invalid_parameter) {
    world w;
    BOOST_TEST(w.code(message::urgent_app{.message_id = w.sent(), .user_id_list = {w.eve.open_id.str()}}) ==
               230001);
}

BOOST_AUTO_TEST_CASE(only_the_sender_can_make_a_message_urgent) {
    world w;
    auto const id = w.tenant.say(w.ann, w.ops, "mine").value();
    BOOST_TEST(w.code(message::urgent_app{.message_id = id, .user_id_list = {w.ben.open_id.str()}}) ==
               230012);
}

BOOST_AUTO_TEST_CASE(a_recalled_message_cannot_be_made_urgent) {
    world w;
    auto const id = w.sent();
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(message::urgent_app{.message_id = id, .user_id_list = {w.ben.open_id.str()}}) ==
               230110);
}

BOOST_AUTO_TEST_CASE(a_user_with_more_than_200_unread_urgent_messages_gets_no_more_until_they_read) {
    world w;
    message::urgent_app const request{.message_id = w.sent(), .user_id_list = {w.ben.open_id.str()}};
    w.tenant.find_user(w.ben.open_id)->unread_urgent = 201;
    BOOST_TEST(w.code(request) == 230023);
    w.tenant.read_all(w.ben);
    BOOST_TEST(w.code(request) == 0);
}

BOOST_AUTO_TEST_CASE(the_tenants_quota_of_urgent_messages_can_be_exhausted) {
    world w;
    w.tenant.settings.urgent_quota = 2;
    message::urgent_app const request{.message_id = w.sent(),
                                      .user_id_list = {w.ann.open_id.str(), w.ben.open_id.str()}};
    BOOST_TEST(w.code(request) == 0);
    BOOST_TEST(w.code(request) == 230024);
}

BOOST_AUTO_TEST_SUITE_END()
