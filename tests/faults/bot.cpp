// 10,000 messages in 100 chats to a bot, pushed twice now and then, answered over a network that fails: the bot handles
// each once, those of a chat in their order.

#include <feishu/bot.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <random>
#include <semaphore>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>

namespace bot_under_faults {

namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;

constexpr int chats = 100;
constexpr int messages_per_chat = 100;
constexpr std::ptrdiff_t most_in_flight = 500;

struct stage {
    emulator::server platform{
        {.clock = emulator::clock{emulator::clock::time_point{} + 1h}, .request_log_size = 1}};
    std::vector<feishu::chat_id> all_chats{};
    std::mutex mutex{};
    std::vector<std::string> events{}; // documents, in the order in which they are pushed

    // People write "0", "1", … into each chat, in turn.
    stage() {
        auto const ann = platform.users().front();
        platform.push_to(platform.app().app_id,
                         [this](std::string document, std::function<void(int, std::string)> done) {
                             if (document.find("im.message.receive_v1") != document.npos)
                                 events.push_back(std::move(document));
                             done(200, "{}");
                         });
        for (int i = 0; i < chats; ++i)
            all_chats.push_back(platform.state()->enter(
                platform.state()->add_user("User " + std::to_string(i)), platform.app().app_id));
        for (int n = 0; n < messages_per_chat; ++n)
            for (auto const& chat : all_chats)
                platform.state()->say(owner_of(chat), chat, std::to_string(n)).value();
        while (pushed() < static_cast<std::size_t>(chats * messages_per_chat))
            std::this_thread::yield();
    }

    std::size_t pushed() {
        std::lock_guard const lock(mutex);
        return events.size();
    }

    emulator::user owner_of(feishu::chat_id const& chat) {
        auto const users = platform.users();
        return users[users.size() - chats +
                     static_cast<std::size_t>(std::find(all_chats.begin(), all_chats.end(), chat) -
                                              all_chats.begin())];
    }

    // What the bot has written into a chat.
    std::vector<std::string> replies_in(feishu::chat_id const& chat) {
        return platform.state().with([&](emulator::state& tenant) {
            std::vector<std::string> out;
            for (auto const position : tenant.history_of(chat))
                if (auto const& one = tenant.messages()[position]; !one.app.empty())
                    out.push_back(one.content);
            return out;
        });
    }
};

} // namespace bot_under_faults

using namespace bot_under_faults;

BOOST_FIXTURE_TEST_CASE(each_message_is_handled_once_and_those_of_a_chat_in_order, stage) {
    using emulator::fault;
    platform.faults().add<im::message::reply>({fault::reset_before_processing, fault::reset_after_processing,
                                               fault::gateway_page, fault::truncated_json, fault::empty_body},
                                              {.probability = 0.15});
    feishu::bot_options options{.client = platform.config(),
                                .now = [] { return std::chrono::system_clock::time_point(1h); }};
    options.client.retry = {.max_attempts = 20, .base_delay = 1ms, .max_delay = 4ms};
    options.log = [](std::string_view) {};
    std::atomic<int> handled = 0;
    std::atomic<int> failed = 0;
    feishu::bot bot(options);
    bot.on_message([&](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
        ++handled;
        auto const text = m.text();
        auto const sent = co_await c.reply(m, text);
        failed += sent ? 0 : 1;
    });

    std::mt19937 random(7);
    std::counting_semaphore<most_in_flight> in_flight(most_in_flight);
    auto const push = [&](std::string const& document) {
        in_flight.acquire();
        bot.events().deliver(document, [&](feishu::event_response) { in_flight.release(); });
    };
    for (std::size_t i = 0; i < events.size(); ++i) {
        push(events[i]);
        if (random() % 20 == 0)
            push(events[i - random() % (i / 2 + 1)]); // again
    }
    for (std::ptrdiff_t i = 0; i < most_in_flight; ++i)
        in_flight.acquire();

    BOOST_TEST(handled == chats * messages_per_chat);
    BOOST_TEST(failed == 0);
    std::vector<std::string> expected;
    for (int n = 0; n < messages_per_chat; ++n)
        expected.push_back("{\"text\":\"" + std::to_string(n) + "\"}");
    for (auto const& chat : all_chats)
        BOOST_TEST((replies_in(chat) == expected));
    BOOST_TEST(platform.faults().injected(fault::reset_after_processing) > 100u);
    bot.stop();
}
