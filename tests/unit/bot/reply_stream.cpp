// Streams of text into a chat of the emulator.

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/bot.hpp>
#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/store/memory_store.hpp>

namespace bot_streams {

using namespace std::chrono_literals;

/// Moves on by itself whenever somebody looks at it, so that nothing has to wait.
struct moving_clock : feishu::clock {
    time_point now() const override { return time_point(20ms * ++looks); }
    mutable std::atomic<int> looks = 100'000;
};

struct fixture {
    feishu::emulator::server platform{{.clock = feishu::emulator::clock{}}};
    feishu::chat_id chat = platform.chat_id();
    std::shared_ptr<feishu::store> store = feishu::make_memory_store();
    std::shared_ptr<feishu::bot_executor> executor = std::make_shared<feishu::bot_executor>(
        feishu::executor_options{.threads = 2, .clock = std::make_shared<moving_clock>()});

    feishu::bot_options options() {
        feishu::bot_options out{.client = platform.config(), .store = store, .executor = executor};
        out.client.retry = feishu::retry_policy::never();
        out.log = [](std::string_view) {};
        return out;
    }

    /// The texts of the cards in the chat.
    std::vector<std::string> texts() {
        std::vector<std::string> out;
        for (auto const& content : platform.state()->contents_of(chat)) {
            auto const card = boost::json::parse(content);
            out.emplace_back(card.at_pointer("/body/elements/0/content").as_string());
        }
        return out;
    }
};

} // namespace bot_streams

using namespace bot_streams;
using card_texts = std::vector<std::string>;

BOOST_FIXTURE_TEST_SUITE(bot_stream, fixture)

BOOST_AUTO_TEST_CASE(a_plain_function_streams) {
    feishu::bot bot(options());
    auto reply = bot.in(chat).stream();
    BOOST_TEST(reply.append("**Hello** ").get().has_value());
    BOOST_TEST((texts() == card_texts{"**Hello** "}));
    BOOST_TEST(reply.append("world").get().has_value());
    auto const sent = reply.finish().get();
    BOOST_REQUIRE(sent.has_value());
    BOOST_TEST(sent->all.size() == 1u);
    BOOST_TEST(sent->chat_id == chat);
    BOOST_TEST(reply.verified());
    BOOST_TEST((texts() == card_texts{"**Hello** world"}));
}

BOOST_AUTO_TEST_CASE(a_coroutine_streams) {
    auto with_timers = options();
    with_timers.executor = std::make_shared<feishu::bot_executor>(); // which needs nobody to move its clock
    feishu::bot bot(with_timers);
    auto handler = [](feishu::conversation c) -> feishu::basic_task<feishu::result<feishu::sent_message>> {
        feishu::reply_stream_options const settings{.interval = 1ms, .max_card_bytes = 2000};
        auto reply = co_await c.stream(settings);
        for (int i = 0; i < 100; ++i)
            co_await reply.append(std::string(99, static_cast<char>('a' + i % 26)) + "\n");
        co_return co_await reply.finish();
    };
    auto task = handler(bot.in(chat));
    auto const sent = task.run();
    BOOST_REQUIRE(sent.has_value());
    BOOST_TEST(sent->all.size() == texts().size());
    std::string all;
    for (auto const& text : texts())
        all += text;
    BOOST_TEST(all.size() == 100u * 100u);
    BOOST_TEST(all.substr(99 * 100, 2) == "vv");
}

BOOST_AUTO_TEST_CASE(a_stream_that_is_left_displays_that_it_is_incomplete) {
    feishu::bot bot(options());
    {
        auto reply = bot.in(chat).stream();
        reply.append("half of").get().value();
    }
    BOOST_TEST((texts() == card_texts{"half of\n\n⚠ The answer is incomplete."}));
}

BOOST_AUTO_TEST_CASE(an_aborted_stream_displays_the_reason) {
    feishu::bot bot(options());
    auto reply = bot.in(chat).stream();
    BOOST_TEST(reply.abort("no model").get().has_value());
    BOOST_TEST((texts() == card_texts{"⚠ no model"}));
}

BOOST_AUTO_TEST_CASE(a_stream_into_a_chat_without_the_bot_fails) {
    feishu::bot bot(options());
    auto reply = bot.in(feishu::chat_id("oc_unknown")).stream();
    auto const done = reply.append("text").get();
    BOOST_REQUIRE(!done);
    BOOST_TEST((done.error().kind == feishu::error_kind::api));
    BOOST_TEST(!reply.finish().get().has_value());
}

BOOST_AUTO_TEST_CASE(a_kept_stream_is_continued_by_another_process) {
    feishu::reply_stream_options const kept{.name = "one"};
    {
        feishu::bot first(options());
        auto reply = first.in(chat).stream(kept);
        reply.append("from the first, ").get().value();
        reply.append("lost ").get().value(); // within the second in which the store has not been written
        first.runtime()->cancel();
    }
    feishu::bot second(options());
    auto reply = second.in(chat).stream(kept);
    std::string const text = "from the first, and the second";
    BOOST_REQUIRE(reply.size() <= text.size());
    reply.append(text.substr(reply.size())).get().value();
    BOOST_TEST(reply.finish().get().has_value());
    BOOST_TEST(texts().size() == 1u);
    BOOST_TEST(texts().back().ends_with("the second"));
    BOOST_TEST(!store->get("feishu:stream:" + platform.app().app_id.str() + ":one").value().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
