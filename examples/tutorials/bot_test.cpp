// How a bot is tested: Boost.Test, the emulator, and a clock that the test moves. Each test has a platform of its own,
// in the same process, so hundreds take seconds. The bot under test keeps a list: "add milk", "list".
//
// A program with a bot has the class in a header, and this in its tests. This one needs no real platform.

#define BOOST_TEST_MODULE list_bot
#include <boost/test/included/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace im = feishu::im::v1;

class list_bot {
public:
    explicit list_bot(feishu::client const& client) : client_(client) {}

    void on_message(im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const text = std::get_if<feishu::text_content>(&content);
        if (text == nullptr)
            return;
        auto& list = lists_[e.event.message.chat_id];
        auto const said = text->plain();
        std::string answer = "add …, or list";
        if (said.starts_with("add ")) {
            list.push_back(said.substr(4));
            answer = std::to_string(list.size()) + " on the list";
        } else if (said == "list") {
            answer = list.empty() ? "nothing" : "";
            for (auto const& one : list)
                answer += "- " + one + "\n";
        }
        // The client gives it a uuid, so that a reply that is retried is there once.
        client_.call(im::message::reply(e.event.message.message_id, feishu::text{answer})).value();
    }

private:
    feishu::client const& client_;
    std::map<feishu::chat_id, std::vector<std::string>> lists_;
};

// The platform with the bot connected to it, and Ann, who talks to the bot.
struct conversation {
    feishu::emulator::server platform{};
    feishu::emulator::user ann = platform.users().front();
    feishu::chat_id chat = platform.state()->enter(ann, platform.app().app_id);
    feishu::client client{platform.config()};
    list_bot bot{client};
    feishu::event_dispatcher on{};
    feishu::long_connection connection{client, on};

    conversation() {
        on.handle<im::message::receive_v1>([this](auto const& e) { bot.on_message(e); });
        connection.start();
        BOOST_REQUIRE(platform.wait_connections(platform.app()));
    }

    void say(std::string const& text) {
        platform.state()->say(ann, chat, text).value();
        platform.wait_idle(); // the bot's handler has returned
    }
    std::string last() { return platform.state()->contents_of(chat).back(); }
    std::size_t messages() { return platform.state()->contents_of(chat).size(); }
};

BOOST_FIXTURE_TEST_CASE(what_is_added_is_listed, conversation) {
    say("add milk");
    BOOST_TEST(last() == R"({"text":"1 on the list"})");
    say("add bread");
    say("list");
    BOOST_TEST(last() == R"({"text":"- milk\n- bread\n"})");
}

BOOST_FIXTURE_TEST_CASE(every_chat_has_its_own_list, conversation) {
    say("add milk");
    auto const group = platform.chat_id();
    platform.state()->say(ann, group, "list").value();
    platform.wait_idle();
    BOOST_TEST(platform.state()->contents_of(group).back() == R"({"text":"nothing"})");
}

BOOST_FIXTURE_TEST_CASE(what_is_no_text_gets_no_reply, conversation) {
    platform.state()->send_file(ann, chat, feishu::emulator::make_resource("list.txt", "milk")).value();
    platform.wait_idle();
    BOOST_TEST(messages() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_reply_whose_response_is_lost_is_there_once, conversation) {
    platform.faults().add<im::message::reply>(feishu::emulator::fault::reset_after_processing, {.count = 1});
    say("add milk");
    BOOST_TEST(messages() == 2); // "add milk", and one reply
    BOOST_TEST(last() == R"({"text":"1 on the list"})");
}

BOOST_FIXTURE_TEST_CASE(a_message_that_is_pushed_again_is_handled_once, conversation) {
    platform.drop_connections(platform.app());
    platform.state()->say(ann, chat, "add milk").value();
    BOOST_REQUIRE(platform.wait_connections(platform.app())); // the bot reconnects by itself
    platform.advance(std::chrono::minutes(5));                // the platform pushes again
    platform.wait_idle();
    BOOST_TEST(messages() == 2);
}
