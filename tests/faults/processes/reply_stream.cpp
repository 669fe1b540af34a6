// A text that is streamed into a chat for half an hour by processes that are killed, over a network that fails: the chat
// has exactly that text.

#include <feishu/bot.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot/bot_executor.hpp>
#include <feishu/emulator/control.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card_element.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/store/sqlite_store.hpp>

#include "../../unit/temporary_folder.hpp"
#include "killer.hpp"

namespace stream_processes {

namespace cardkit = feishu::cardkit::v1;
namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using processes::killer;
using processes::setting;

constexpr std::size_t text_size = 200'000; // characters, some of three bytes
constexpr int pieces = 600;
constexpr std::chrono::milliseconds piece_time = 30min / pieces;

std::string whole_text() {
    std::string out;
    std::size_t characters = 0;
    for (int line = 0; characters < text_size; ++line) {
        std::string const words = "Line " + std::to_string(line) + ": \"words\" and **more** words, 文字";
        out += words + (line % 7 == 0 ? "\n\n" : "\n");
        characters += words.size() - 4 + (line % 7 == 0 ? 2 : 1);
    }
    return out;
}

/// The emulator's clock, as far as this process moves it, and a little more each time somebody looks.
struct shared_clock : feishu::clock {
    time_point now() const override { return time_point(std::chrono::milliseconds(moved += 20)); }
    mutable std::atomic<std::int64_t> moved = 1'000'000;
};

// What the cards in the chat display, one after the other.
std::string displayed(emulator::server& platform) {
    std::string out;
    for (auto const& content : platform.state()->contents_of(platform.chat_id()))
        out += boost::json::parse(content).at_pointer("/body/elements/0/content").as_string();
    return out;
}

} // namespace stream_processes

BOOST_AUTO_TEST_SUITE(streams_killed)

using namespace stream_processes;

BOOST_AUTO_TEST_CASE(a_process_that_streams, *boost::unit_test::disabled()) {
    auto const clock = std::make_shared<shared_clock>();
    feishu::bot bot{
        {.app_id = setting("APP"),
         .app_secret = setting("SECRET"),
         .base_url = setting("URL"),
         .client = {.retry = feishu::retry_policy::never(), .clock = clock},
         .store = feishu::make_sqlite_store({.path = setting("FILES") + "store",
                                             .durability = feishu::sqlite_durability::process_crash})
                      .value(),
         .executor =
             std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 1, .clock = clock}),
         .log = [](std::string_view) {}}};
    auto const text = whole_text();
    feishu::reply_stream_options const options{.name = "answer"};
    auto reply = bot.in(feishu::chat_id(setting("CHAT"))).stream(options);
    auto const piece = text.size() / pieces + 1;
    while (reply.size() < text.size()) {
        reply.append(text.substr(reply.size(), piece)).get().value();
        clock->moved += piece_time.count();
        bot.client().call(emulator::control::advance{.milliseconds = piece_time.count()}).value();
    }
    reply.finish().get().value();
    BOOST_TEST(reply.verified());
}

BOOST_AUTO_TEST_CASE(the_chat_has_exactly_the_text) {
    emulator::server platform{
        {.clock = emulator::clock{emulator::clock::time_point{} + 1h}, .request_log_size = 1}};
    emulator::serve_control(platform);
    test::temporary_folder const files;
    using enum killer::moment;
    killer kills({{3, after}, {40, before}, {200, later}, {350, after}});
    platform.serve<cardkit::card::create>(std::ref(kills));
    platform.serve<cardkit::card::settings>(std::ref(kills));
    platform.serve<cardkit::card_element::content>(std::ref(kills));
    platform.serve<im::message::create>(std::ref(kills));
    using emulator::fault;
    for (auto const& path : {cardkit::card::create::spec.path, cardkit::card::settings::spec.path,
                             cardkit::card_element::content::spec.path, im::message::create::spec.path})
        platform.faults().add({}, path,
                              {fault::reset_before_processing, fault::reset_after_processing,
                               fault::rate_limit, fault::gateway_page, fault::truncated_json},
                              {.probability = 0.15});
    auto const config = platform.config();
    processes::run_until_finished("streams_killed/a_process_that_streams",
                                  {{"URL", config.base_url},
                                   {"APP", config.app_id.str()},
                                   {"SECRET", config.app_secret},
                                   {"CHAT", platform.chat_id().str()},
                                   {"FILES", files.path("")}},
                                  platform, kills);
    BOOST_TEST_MESSAGE(kills.requests() << " requests");
    BOOST_TEST(kills.kills() == 4u);
    auto const text = displayed(platform);
    BOOST_TEST(text.size() == whole_text().size());
    BOOST_TEST((text == whole_text()));
}

BOOST_AUTO_TEST_SUITE_END()
