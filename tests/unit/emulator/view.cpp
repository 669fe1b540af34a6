#include <feishu/emulator/control/view.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/page.hpp>
#include <feishu/emulator/server.hpp>

#include "push_peers.hpp"

using namespace test;
namespace emulator = feishu::emulator;
namespace control = feishu::emulator::control;

namespace {

/// A platform with its page, and what the page asks of it.
struct page_peer {
    emulator::server platform;
    feishu::client client{{.app_id = platform.app().app_id,
                           .app_secret = platform.app().app_secret,
                           .base_url = platform.base_url(),
                           .retry = feishu::retry_policy::never()}};
    feishu::open_id ann = platform.users().at(0).open_id;
    feishu::open_id eve = platform.users().at(2).open_id; // not in the group

    page_peer() { emulator::serve_page(platform); }

    control::look::response look(control::look request = {}) {
        if (request.chat_id.empty())
            request.chat_id = platform.chat_id();
        return client.call(request).value();
    }
    feishu::message_id send(std::string text) {
        return client.call(feishu::im::v1::message::send(platform.chat_id(), feishu::text{std::move(text)}))
            .value()
            .message_id;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_view)

BOOST_AUTO_TEST_CASE(a_user_sees_the_chats_that_they_are_in_and_everybody_sees_all) {
    page_peer p;
    p.send("hello");
    auto const annes = p.look({.viewer = p.ann}).screen.value();
    BOOST_TEST_REQUIRE(annes.chats.size() == 1u);
    BOOST_TEST(annes.chats[0].title == "General");
    BOOST_TEST(annes.chats[0].unread == 1);
    BOOST_TEST(annes.chats[0].last_content == R"({"text":"hello"})");
    BOOST_TEST_REQUIRE(annes.messages.size() == 1u);
    BOOST_TEST(annes.messages[0].sender_name == "emulator");
    auto const eves = p.look({.viewer = p.eve}).screen.value();
    BOOST_TEST(eves.chats.empty());
    BOOST_TEST(eves.messages.empty());
    BOOST_TEST(p.look().screen.value().messages.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_one_to_one_chat_has_the_name_of_the_other_side) {
    page_peer p;
    auto const chat = p.platform.state()->enter(p.ann, p.platform.app());
    auto const shown = p.look({.viewer = p.ann}).screen.value();
    auto const found = std::ranges::find(shown.chats, chat, &control::shown_chat::chat_id);
    BOOST_TEST_REQUIRE((found != shown.chats.end()));
    BOOST_TEST(found->title == "emulator");
}

BOOST_AUTO_TEST_CASE(the_screen_is_sent_only_if_it_changed) {
    page_peer p;
    auto const first = p.look({.viewer = p.ann});
    auto const again = p.look({.viewer = p.ann, .revision = first.revision});
    BOOST_TEST(!again.screen);
    BOOST_TEST(again.revision == first.revision);
    p.platform.state()->say(p.ann, p.platform.chat_id(), "hello").value();
    BOOST_TEST(p.look({.viewer = p.ann, .revision = first.revision}).screen.has_value());
}

BOOST_AUTO_TEST_CASE(the_last_messages_are_shown_with_reactions_readers_and_pins) {
    page_peer p;
    for (int i = 0; i < 3; ++i)
        p.send(std::to_string(i));
    auto const id = p.send("last");
    p.platform.state()->react(p.ann, id, "OK").value();
    p.platform.state()->read(p.ann, id);
    p.platform.state()->pin_message(p.ann, id).value();
    auto const shown = p.look({.viewer = p.ann, .limit = 2}).screen.value();
    BOOST_TEST_REQUIRE(shown.messages.size() == 2u);
    auto const& last = shown.messages.back();
    BOOST_TEST(last.content == R"({"text":"last"})");
    BOOST_TEST_REQUIRE(last.reactions.size() == 1u);
    BOOST_TEST(last.reactions[0].by.at(0) == p.ann.str());
    BOOST_TEST(last.readers.at(0) == p.ann.str());
    BOOST_TEST(last.pinned_by == p.ann.str());
}

BOOST_AUTO_TEST_CASE(an_ephemeral_card_is_on_the_screen_of_its_user_only) {
    page_peer p;
    auto const ben = p.platform.users().at(1).open_id;
    p.client
        .call(feishu::ephemeral::v1::message::send{
            .chat_id = p.platform.chat_id(),
            .open_id = p.ann,
            .msg_type = feishu::ephemeral::v1::msg_type::interactive,
            .card = boost::json::object{{"elements", boost::json::array{}}}})
        .value();
    auto const annes = p.look({.viewer = p.ann}).screen.value();
    BOOST_TEST_REQUIRE(annes.messages.size() == 1u);
    BOOST_TEST(annes.messages[0].visible_to == p.ann);
    BOOST_TEST(p.look({.viewer = ben}).screen.value().messages.empty());
}

BOOST_AUTO_TEST_CASE(requests_come_once_and_say_why_they_were_refused) {
    page_peer p;
    p.send("hello");
    auto const first = p.look().requests;
    BOOST_TEST_REQUIRE(!first.empty());
    BOOST_TEST(first.back().endpoint == "im.v1.message.create");
    BOOST_TEST(first.back().route == "/open-apis/im/v1/messages");
    BOOST_TEST(first.back().app == p.platform.app().app_id);
    for (auto const& one : first) // a page does not see itself
        BOOST_TEST(!one.target.starts_with("/_emulator/"));
    BOOST_TEST(p.look({.after_request = first.back().sequence}).requests.empty());
    BOOST_TEST(
        !p.client.call(feishu::im::v1::message::send(feishu::chat_id("oc_unknown"), feishu::text{"x"})));
    auto const refused = p.look({.after_request = first.back().sequence}).requests;
    BOOST_TEST_REQUIRE(refused.size() == 1u);
    BOOST_TEST(refused[0].code != 0);
    BOOST_TEST(!refused[0].message.empty());
    p.client.call(control::clear_requests{}).value();
    BOOST_TEST(p.look().requests.empty());
    p.send("again");
    BOOST_TEST(p.look({.after_request = refused[0].sequence}).requests.size() == 1u);
}

BOOST_AUTO_TEST_CASE(events_are_shown_with_what_became_of_them) {
    page_peer p;
    p.platform.state()->say(p.ann, p.platform.chat_id(), "nobody listens").value();
    auto const alone = p.look().events;
    BOOST_TEST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].type == "im.message.receive_v1");
    BOOST_TEST(alone[0].document.find("nobody listens") != std::string::npos);
    BOOST_TEST(alone[0].pushes.empty());
    hook h;
    h.answer_with(500);
    p.client.call(control::subscribe{.app_id = p.platform.app(), .url = h.url()}).value();
    p.platform.state()->say(p.ann, p.platform.chat_id(), "hello").value();
    BOOST_TEST(p.platform.wait_idle());
    auto const pushed = p.look({.after_event = alone[0].sequence}).events;
    BOOST_TEST_REQUIRE(pushed.size() == 1u);
    BOOST_TEST_REQUIRE(pushed[0].pushes.size() == 1u);
    BOOST_TEST(pushed[0].pushes[0].status == 500);
    BOOST_TEST(pushed[0].pushes[0].channel == "webhook");
}

BOOST_AUTO_TEST_CASE(faults_are_listed_and_never_hit_what_removes_them) {
    page_peer p;
    p.platform.faults().add(emulator::fault::server_error, {.probability = 1, .count = 5});
    auto const shown = p.look().screen.value();
    BOOST_TEST_REQUIRE(shown.faults.size() == 1u);
    BOOST_TEST(shown.faults[0].faults.at(0) == "server_error");
    BOOST_TEST(shown.faults[0].left.value() == 5);
    BOOST_TEST(!p.client.call(feishu::im::v1::message::send(p.platform.chat_id(), feishu::text{"x"})));
    BOOST_TEST(p.look().screen.value().faults.at(0).hits == 1);
    BOOST_TEST(p.client.call(control::clear_faults{}).value().injected == 1);
}

BOOST_AUTO_TEST_CASE(images_are_downloaded_by_their_keys) {
    page_peer p;
    auto const sent = p.platform.state()
                          ->send_file(p.ann, p.platform.chat_id(), emulator::make_resource("a.png", "bytes"))
                          .value();
    auto const shown = p.look().screen.value();
    auto const& content = shown.messages.back().content;
    auto const begin = content.find("img_");
    BOOST_TEST_REQUIRE(begin != std::string::npos);
    auto const key = content.substr(begin, content.find('"', begin) - begin);
    BOOST_TEST(p.client.download(control::download{.key = key}, feishu::to_memory()).value().bytes ==
               "bytes");
    BOOST_TEST(!p.client.download(control::download{.key = "img_unknown"}, feishu::to_memory()).has_value());
    BOOST_TEST(shown.messages.back().message_id == sent);
}

BOOST_AUTO_TEST_CASE(a_merged_forward_lists_its_messages) {
    page_peer p;
    auto const a = p.send("a");
    auto const merged = p.platform.state()->merge_forward(p.ann, {a}, p.platform.chat_id()).value();
    auto const children = p.client.call(control::list_children{.message_id = merged}).value().items;
    BOOST_TEST_REQUIRE(children.size() == 1u);
    BOOST_TEST(children[0].content == R"({"text":"a"})");
    BOOST_TEST(p.client.call(control::list_children{.message_id = "om_unknown"}).error().code == 230001);
}

BOOST_AUTO_TEST_SUITE_END()
