// How a bot is tested: Boost.Test, and feishu::bot_test, which has an emulated platform and a clock that the test moves.
// Each test has its own, in the same process, so hundreds take seconds. The bot under test keeps a list for each chat:
// "add milk", "list".
//
// A program has its bot's handlers in a header, and this in its tests. This one needs no real platform.

#define BOOST_TEST_MODULE list_bot
#include <boost/test/included/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot.hpp>
#include <feishu/emulator/bot_test.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace im = feishu::im::v1;

class list_bot {
public:
    // Messages of one chat are handled in order, those of different chats at the same time.
    void listen(feishu::bot& bot) {
        bot.on_message([this](feishu::conversation c, feishu::incoming const& m) {
            if (auto const answer = answer_to(m); !answer.empty())
                c.reply(m, answer).value(); // retried, and there once
        });
    }

private:
    std::string answer_to(feishu::incoming const& m) {
        std::lock_guard const lock(mutex_);
        auto& list = lists_[m.chat_id];
        if (m.text().empty()) // an image, a file
            return {};
        if (m.text().starts_with("add ")) {
            list.push_back(m.text().substr(4));
            return std::to_string(list.size()) + " on the list";
        }
        if (m.text() != "list")
            return "add …, or list";
        std::string all = list.empty() ? "nothing" : "";
        for (auto const& one : list)
            all += "- " + one + "\n";
        return all;
    }

    std::mutex mutex_;
    std::map<feishu::chat_id, std::vector<std::string>> lists_;
};

// The bot on its platform, and Ann, who talks to it. What a user does returns when the bot has nothing left to do.
struct conversation {
    feishu::bot_test test{};
    list_bot list{};
    feishu::bot bot{test.options()};
    feishu::test_user ann = test.user("Ann");

    conversation() {
        list.listen(bot);
        test.connect(bot);
    }
};

BOOST_FIXTURE_TEST_CASE(what_is_added_is_listed, conversation) {
    ann.says("add milk");
    test.expect(ann).shows("1 on the list");
    ann.says("add bread");
    ann.says("list");
    test.expect(ann).shows("- milk\n- bread\n");
}

BOOST_FIXTURE_TEST_CASE(every_chat_has_its_own_list, conversation) {
    auto const kitchen = test.group("Kitchen", {ann, test.user("Ben")});
    ann.says("add milk");
    ann.says(kitchen, "@bot list");
    test.expect(kitchen).shows("nothing");
}

BOOST_FIXTURE_TEST_CASE(what_is_no_text_gets_no_reply, conversation) {
    auto const chat = ann.chat();
    test.platform().state()->send_file(ann.id(), chat, feishu::emulator::make_resource("list.txt", "milk")).value();
    test.settle();
    test.expect(ann).has_messages(1);
}

BOOST_FIXTURE_TEST_CASE(a_reply_whose_response_is_lost_is_there_once, conversation) {
    test.platform().faults().add<im::message::reply>(feishu::emulator::fault::reset_after_processing, {.count = 1});
    ann.says("add milk");
    test.expect(ann).has_messages(2).shows("1 on the list"); // "add milk", and one reply
}

BOOST_FIXTURE_TEST_CASE(a_list_survives_a_day_without_messages, conversation) {
    ann.says("add milk");
    test.advance(std::chrono::hours(24));
    ann.says("list");
    test.expect(ann).shows("- milk");
}
