#include <feishu/emulator/impl/push/events.hpp>

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_access_event.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/json/read.hpp>

#include "world.hpp"

using namespace test;

namespace {

/// A world that records its events.
struct listened : world {
    std::vector<emulator::outbound_event> received;

    listened() {
        p2p(); // its creation is an event, too
        tenant.on_event = recorded([this](emulator::outbound_event event) { received.push_back(std::move(event)); });
    }

    /// The only event so far, as a program reads it.
    template <class E>
    E only() {
        BOOST_TEST_REQUIRE(received.size() == 1u);
        BOOST_TEST(received[0].type == E::spec.type);
        return feishu::json::read<E>(received[0].document("token")).value();
    }
    std::vector<std::string> types_for(feishu::app_id const& app) const {
        std::vector<std::string> out;
        for (auto const& one : received)
            if (one.app == app)
                out.push_back(one.type);
        return out;
    }
    emulator::app restricted(std::set<std::string> scopes) {
        return tenant.add_app("restricted", std::move(scopes));
    }
    feishu::chat_id group_of(emulator::app const& app) {
        return tenant.add_chat("theirs", {ann, ben}, {{app.app_id}});
    }
    feishu::chat_id p2p() { return tenant.p2p_chat(as_bot(), ann).chat_id; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_events)

BOOST_AUTO_TEST_CASE(a_message_of_a_user_in_a_group_is_pushed_to_its_bot) {
    listened w;
    auto const id = w.tenant.say(w.ann, w.ops, "hello").value();
    auto const e = w.only<im::message::receive_v1>();
    BOOST_TEST(e.schema == "2.0");
    BOOST_TEST(e.header.event_type == "im.message.receive_v1");
    BOOST_TEST(e.header.event_id.str() == w.received[0].id);
    BOOST_TEST(!e.header.event_id.empty());
    BOOST_TEST(e.header.create_time.count() == 1'700'000'000'000);
    BOOST_TEST(e.header.token == "token");
    BOOST_TEST(e.header.app_id == w.bot.app_id);
    BOOST_TEST(e.header.tenant_key == w.tenant.tenant_key());
    BOOST_TEST(e.event.sender.sender_id.open_id == w.ann.open_id);
    BOOST_TEST(e.event.sender.sender_id.union_id == w.ann.union_id);
    BOOST_TEST(e.event.sender.sender_id.user_id == w.ann.user_id);
    BOOST_TEST((e.event.sender.sender_type == im::event_sender_type::user));
    BOOST_TEST(e.event.message.message_id == id);
    BOOST_TEST(e.event.message.chat_id == w.ops);
    BOOST_TEST((e.event.message.chat_type == im::chat_type::group));
    BOOST_TEST((e.event.message.message_type == im::msg_type::text));
    BOOST_TEST(e.event.message.content.document() == R"({"text":"hello"})");
}

BOOST_AUTO_TEST_CASE(a_message_of_a_user_to_the_bot_is_pushed_from_a_one_to_one_chat) {
    listened w;
    w.tenant.say(w.ann, w.p2p(), "hello").value();
    BOOST_TEST((w.only<im::message::receive_v1>().event.message.chat_type == im::chat_type::p2p));
}

BOOST_AUTO_TEST_CASE(a_bot_receives_neither_its_own_messages_nor_those_of_other_bots) {
    listened w;
    w.sent("hello");
    BOOST_TEST(w.received.empty());
}

BOOST_AUTO_TEST_CASE(a_message_sent_for_a_user_with_a_user_token_is_the_users) {
    listened w;
    w.run_as(w.ann, w.to_chat(text_of("hello"))).value();
    BOOST_TEST(w.only<im::message::receive_v1>().event.sender.sender_id.open_id == w.ann.open_id);
}

BOOST_AUTO_TEST_CASE(each_bot_in_the_chat_gets_its_own_event) {
    listened w;
    auto const other = w.tenant.add_app("other");
    w.tenant.find_chat(w.ops)->bots.push_back(other.app_id);
    w.tenant.say(w.ann, w.ops, "hello").value();
    BOOST_TEST_REQUIRE(w.received.size() == 2u);
    BOOST_TEST(w.received[0].app == w.bot.app_id);
    BOOST_TEST(w.received[1].app == other.app_id);
    BOOST_TEST(w.received[0].id != w.received[1].id);
}

BOOST_AUTO_TEST_CASE(mentions_of_users_and_bots_are_distinguished) {
    listened w;
    w.tenant.say(w.ann, w.ops,
                 "<at user_id=\"" + w.bot.app_id.str() + "\"></at> ask <at user_id=\"" + w.ben.open_id.str() +
                     "\"></at>");
    auto const e = w.only<im::message::receive_v1>();
    BOOST_TEST(e.event.message.content.document() == R"({"text":"@_user_1 ask @_user_2"})");
    BOOST_TEST_REQUIRE(e.event.message.mentions.size() == 2u);
    auto const& [bot, ben] = std::tie(e.event.message.mentions[0], e.event.message.mentions[1]);
    BOOST_TEST(bot.mentioned_type == "bot");
    BOOST_TEST(bot.id.open_id == w.bot.bot_open_id);
    BOOST_TEST(bot.name == "alerts");
    BOOST_TEST(ben.mentioned_type == "user");
    BOOST_TEST(ben.id.user_id == w.ben.user_id);
    BOOST_TEST(ben.key == "@_user_2");
}

BOOST_AUTO_TEST_CASE(a_reply_names_its_parent) {
    listened w;
    auto const first = w.sent("question");
    w.tenant.reply(w.ann, first, "reply").value();
    auto const e = w.only<im::message::receive_v1>();
    BOOST_TEST(e.event.message.parent_id == first);
    BOOST_TEST(e.event.message.root_id == first);
}

BOOST_AUTO_TEST_CASE(a_reply_in_a_thread_names_the_thread) {
    listened w;
    auto const first = w.sent("question");
    w.run_as(w.ann, w.reply_to(first, "reply", true)).value();
    auto const thread = w.only<im::message::receive_v1>().event.message.thread_id;
    BOOST_TEST(!thread.empty());
    BOOST_TEST(thread == w.tenant.find_message(first)->links->thread_id);
}

BOOST_AUTO_TEST_CASE(scopes_decide_which_group_messages_an_app_receives) {
    auto const receives = [](std::set<std::string> scopes, bool mentioned) {
        listened w;
        auto const app = w.restricted(std::move(scopes));
        auto const text =
            mentioned ? "<at user_id=\"" + app.bot_open_id.str() + "\"></at> hi" : std::string("hi");
        w.tenant.say(w.ann, w.group_of(app), text).value();
        return w.received.size() == 1;
    };
    BOOST_TEST(receives({"im:message.group_msg"}, false));
    BOOST_TEST(!receives({"im:message.group_at_msg:readonly"}, false));
    BOOST_TEST(receives({"im:message.group_at_msg:readonly"}, true));
    BOOST_TEST(!receives({"im:message.p2p_msg"}, true));
    BOOST_TEST(!receives({"im:chat"}, true));
}

BOOST_AUTO_TEST_CASE(scopes_decide_which_ids_of_a_user_an_app_receives) {
    listened w;
    auto const app = w.restricted({"im:message.group_msg"});
    w.tenant.say(w.ann, w.group_of(app), "hi").value();
    auto const e = w.only<im::message::receive_v1>();
    BOOST_TEST(e.event.sender.sender_id.open_id == w.ann.open_id);
    BOOST_TEST(e.event.sender.sender_id.user_id.empty());
}

BOOST_AUTO_TEST_CASE(reading_the_bots_messages_in_a_one_to_one_chat_is_pushed_once) {
    listened w;
    auto const first = w.run(w.to_user(w.ann, "one")).value().message_id;
    auto const second = w.run(w.to_user(w.ann, "two")).value().message_id;
    w.sent("in the group");
    w.tenant.read_all(w.ann);
    w.tenant.read_all(w.ann);
    auto const e = w.only<im::message::message_read_v1>();
    BOOST_TEST((e.event.message_id_list == std::vector<feishu::message_id>{first, second}));
    BOOST_TEST(e.event.reader.reader_id.open_id == w.ann.open_id);
    BOOST_TEST(e.event.reader.read_time.count() == 1'700'000'000'000);
}

BOOST_AUTO_TEST_CASE(a_single_message_can_be_read_and_reads_in_groups_are_not_pushed) {
    listened w;
    auto const mine = w.run(w.to_user(w.ann, "one")).value().message_id;
    auto const in_group = w.sent();
    BOOST_TEST(w.tenant.read(w.ann, mine));
    BOOST_TEST(!w.tenant.read(w.ann, mine));
    BOOST_TEST(!w.tenant.read(w.eve, in_group));
    BOOST_TEST(w.tenant.read(w.ben, in_group));
    BOOST_TEST(w.tenant.find_message(in_group)->readers->contains(w.ben.open_id));
    BOOST_TEST((w.only<im::message::message_read_v1>().event.message_id_list ==
                std::vector<feishu::message_id>{mine}));
}

BOOST_AUTO_TEST_CASE(a_recall_by_the_sender_or_by_the_owner_is_pushed) {
    listened w;
    auto const mine = w.tenant.say(w.ben, w.ops, "oops").value();
    auto const of_bot = w.sent();
    w.received.clear();
    BOOST_TEST(w.tenant.recall(w.eve, mine).has_error());
    BOOST_TEST(w.tenant.recall(w.ben, mine).has_value());
    auto const e = w.only<im::message::recalled_v1>();
    BOOST_TEST(e.event.message_id == mine);
    BOOST_TEST(e.event.chat_id == w.ops);
    BOOST_TEST((e.event.recall_type == im::recall_type::message_owner));
    w.received.clear();
    BOOST_TEST(w.tenant.recall(w.ann, of_bot).has_value()); // the group's owner
    BOOST_TEST((w.only<im::message::recalled_v1>().event.recall_type == im::recall_type::group_owner));
}

BOOST_AUTO_TEST_CASE(a_recall_through_the_api_is_pushed_too) {
    listened w;
    auto const id = w.sent();
    w.run(im::message::delete_{.message_id = id}).value();
    BOOST_TEST((w.only<im::message::recalled_v1>().event.message_id == id));
}

BOOST_AUTO_TEST_CASE(a_reaction_is_added_once_and_removed_once) {
    listened w;
    auto const id = w.sent();
    auto const reaction = w.tenant.react(w.ann, id, "SMILE").value();
    BOOST_TEST(w.tenant.react(w.ann, id, "SMILE").value() == reaction);
    auto const e = w.only<im::message_reaction::created_v1>();
    BOOST_TEST(e.event.message_id == id);
    BOOST_TEST(e.event.reaction_type.emoji_type.str() == "SMILE");
    BOOST_TEST((e.event.operator_type == im::operator_type::user));
    BOOST_TEST(e.event.user_id.open_id == w.ann.open_id);
    w.received.clear();
    BOOST_TEST(!w.tenant.remove_reaction(w.ben, id, "SMILE"));
    BOOST_TEST(w.tenant.remove_reaction(w.ann, id, "SMILE"));
    BOOST_TEST(!w.tenant.remove_reaction(w.ann, id, "SMILE"));
    BOOST_TEST(w.only<im::message_reaction::deleted_v1>().event.message_id == id);
}

BOOST_AUTO_TEST_CASE(non_members_cannot_react_and_recalled_messages_take_no_reactions) {
    listened w;
    auto const id = w.sent();
    BOOST_TEST(w.tenant.react(w.eve, id, "OK").error().code == 230002);
    w.run(im::message::delete_{.message_id = id}).value();
    BOOST_TEST(w.tenant.react(w.ann, id, "OK").error().code == 230011);
}

BOOST_AUTO_TEST_CASE(members_added_and_removed_are_pushed_to_the_bots) {
    listened w;
    BOOST_TEST(w.tenant.add_member(w.ops, w.eve));
    BOOST_TEST(!w.tenant.add_member(w.ops, w.eve));
    auto const e = w.only<im::chat_member_user::added_v1>();
    BOOST_TEST(e.event.chat_id == w.ops);
    BOOST_TEST(e.event.name == "ops");
    BOOST_TEST(e.event.operator_id.open_id == w.ann.open_id);
    BOOST_TEST_REQUIRE(e.event.users.size() == 1u);
    BOOST_TEST(e.event.users[0].user_id.open_id == w.eve.open_id);
    w.received.clear();
    BOOST_TEST(w.tenant.remove_member(w.ops, w.eve, w.eve));
    BOOST_TEST(!w.tenant.remove_member(w.ops, w.eve));
    BOOST_TEST(w.only<im::chat_member_user::deleted_v1>().event.operator_id.open_id == w.eve.open_id);
}

BOOST_AUTO_TEST_CASE(a_bot_added_or_removed_is_pushed_to_that_bot_only) {
    listened w;
    auto const other = w.tenant.add_app("other");
    BOOST_TEST(w.tenant.add_bot(w.ops, other));
    BOOST_TEST(w.tenant.remove_bot(w.ops, other));
    BOOST_TEST(!w.tenant.remove_bot(w.ops, other));
    BOOST_TEST((w.types_for(other) ==
                std::vector<std::string>{"im.chat.member.bot.added_v1", "im.chat.member.bot.deleted_v1"}));
    BOOST_TEST(w.types_for(w.bot).empty());
}

BOOST_AUTO_TEST_CASE(a_renamed_group_is_pushed_with_both_names) {
    listened w;
    BOOST_TEST(w.tenant.rename(w.ops, "night shift"));
    BOOST_TEST(!w.tenant.rename(w.ops, "night shift"));
    auto const e = w.only<im::chat::updated_v1>();
    BOOST_TEST(e.event.before_change.name == "ops");
    BOOST_TEST(e.event.after_change.name == "night shift");
}

BOOST_AUTO_TEST_CASE(a_dissolved_group_is_pushed_and_takes_no_changes) {
    listened w;
    BOOST_TEST(w.tenant.dissolve(w.ops));
    BOOST_TEST(w.only<im::chat::disbanded_v1>().event.chat_id == w.ops);
    BOOST_TEST(!w.tenant.dissolve(w.ops));
    BOOST_TEST(!w.tenant.add_member(w.ops, w.eve));
    BOOST_TEST(w.tenant.say(w.ann, w.ops, "?").error().code == 232009);
}

BOOST_AUTO_TEST_CASE(entering_the_chat_with_a_bot_names_the_last_message) {
    listened w;
    auto const id = w.run(w.to_user(w.ann, "hello")).value().message_id;
    auto const chat = w.tenant.enter(w.ann, w.bot);
    auto const e = w.only<im::chat_access_event::bot_p2p_chat_entered_v1>();
    BOOST_TEST(e.event.chat_id == chat);
    BOOST_TEST(e.event.operator_id.open_id == w.ann.open_id);
    BOOST_TEST(e.event.last_message_id == id);
}

BOOST_AUTO_TEST_CASE(a_tap_on_the_menu_names_the_entry) {
    listened w;
    w.tenant.tap_menu(w.ann, w.bot, "status");
    auto const e = w.only<feishu::application::v6::bot::menu_v6>();
    BOOST_TEST(e.event.event_key == "status");
    BOOST_TEST(e.event.operator_.operator_name == "Ann");
    BOOST_TEST(e.event.timestamp == 1'700'000'000);
}

BOOST_AUTO_TEST_CASE(a_store_app_gets_its_ticket_in_schema_1) {
    listened w;
    auto const app = w.tenant.add_app(emulator::app{.name = "shop", .store = true});
    auto const ticket = w.tenant.issue_app_ticket(app);
    BOOST_TEST(w.tenant.find_app(app)->app_ticket == ticket);
    auto const e = w.only<feishu::auth::v3::app_ticket::pushed>();
    BOOST_TEST(e.type == "event_callback");
    BOOST_TEST(e.uuid == w.received[0].id);
    BOOST_TEST(e.token == "token");
    BOOST_TEST(e.ts == "1700000000");
    BOOST_TEST(e.event.type == "app_ticket");
    BOOST_TEST(e.event.app_id == app.app_id);
    BOOST_TEST(e.event.app_ticket == ticket);
}

BOOST_AUTO_TEST_CASE(a_store_app_gets_no_events_for_custom_apps) {
    listened w;
    auto const app = w.tenant.add_app(emulator::app{.name = "shop", .store = true});
    w.tenant.enter(w.ann, app);
    w.tenant.tap_menu(w.ann, app, "status");
    BOOST_TEST((w.types_for(app) == std::vector<std::string>{"p2p_chat_create"})); // which both kinds get
}

BOOST_AUTO_TEST_CASE(empty_members_are_not_sent) {
    listened w;
    w.tenant.say(w.ann, w.ops, "hello").value();
    auto const text = w.received[0].document("");
    BOOST_TEST(text.find("\"\"") == std::string::npos);
    BOOST_TEST(text.find("null") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
