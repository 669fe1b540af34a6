// A bot on the emulated platform, in one process: what users do, and what they see.
#include <feishu/bot.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot/action_value.hpp>
#include <feishu/bot/bot_executor.hpp>
#include <feishu/client/download.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/post.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/resource.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/inbox.hpp>
#include <feishu/event/webhook_server.hpp>
#include <feishu/store/memory_store.hpp>

#include "../free_port.hpp"

using namespace std::chrono_literals;
namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
namespace card = feishu::card;
using feishu::conversation;
using feishu::drop_reason;
using feishu::incoming;
using feishu::task;

namespace {

emulator::clock::time_point const start_of_time{1'700'000'000'000ms};

emulator::options frozen(std::size_t pushes_at_once) {
    emulator::push_options push;
    push.max_in_flight = pushes_at_once;
    push.ack_deadline = push.challenge_deadline = 20s;
    push.reconnect_interval = 0s;
    return {.clock = emulator::clock{start_of_time}, .push = std::move(push)};
}

/// A platform with a group of Ann, Ben and the bot, and what the bot reports.
struct stage {
    emulator::server platform;
    emulator::user ann = platform.users()[0];
    emulator::user ben = platform.users()[1];
    feishu::chat_id group = platform.chat_id();
    std::string at_bot = "<at user_id=\"" + platform.app().app_id.str() + "\"></at> ";
    std::mutex mutex;
    std::vector<std::string> reported;

    explicit stage(std::size_t pushes_at_once = 1) : platform(frozen(pushes_at_once)) {}

    void report(std::string line) {
        std::lock_guard const lock(mutex);
        reported.push_back(std::move(line));
    }
    feishu::bot_options options() {
        return {
            .client = platform.config(),
            .events = {.ack_deadline = 20s},
            .on_drop = [this](feishu::dropped_message const& d) { report(std::string(to_string(d.reason))); },
            .on_error = [this](feishu::handler_failure const& f) { report(f.handler + ": " + f.what); },
            .log = [](std::string_view) {},
            .now = [] { return std::chrono::system_clock::time_point(start_of_time.time_since_epoch()); }};
    }
    feishu::bot_options all_messages() {
        auto out = options();
        out.mention.required = false;
        return out;
    }
    void start(feishu::bot& bot) {
        bot.start();
        BOOST_REQUIRE(platform.wait_connections(platform.app().app_id));
    }
    /// A user writes to the group, and the bot handles it.
    feishu::message_id say(std::string const& text) {
        auto id = platform.state()->say(ann, group, text).value();
        BOOST_REQUIRE(platform.wait_idle());
        return id;
    }
    std::vector<std::string> contents() { return platform.state()->contents_of(group); }
    std::string last() { return contents().back(); }
    emulator::message last_message() { return *platform.state()->messages_of(group).back(); }
};

std::string text_json(std::string_view text) { return R"({"text":")" + std::string(text) + R"("})"; }

struct rollout {
    std::string version;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(rollout, (), (version, confirmed))

card::card rollout_card() {
    card::button const go{.text = "Go",
                          .behaviors = {card::callback(feishu::action_value(rollout{"1.2", true}))}};
    return {.body = {.elements = {go}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(bot_on_the_platform)

BOOST_AUTO_TEST_CASE(a_mention_is_answered_and_the_bots_own_is_not_in_the_text) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_message([](conversation c, incoming const& m) { c.reply(m, "you said " + m.text()); });
    on.start(bot);
    auto const id = on.say(on.at_bot + "hello");
    BOOST_TEST(on.last() == text_json("you said hello"));
    BOOST_TEST(on.last_message().links->parent_id == id);
    BOOST_TEST(bot.counters().handled == 1u);
}

BOOST_AUTO_TEST_CASE(messages_without_a_mention_are_dropped_and_counted) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_message([](conversation c) { c.say("never"); });
    on.start(bot);
    on.say("hello all");
    BOOST_TEST(on.last() == text_json("hello all"));
    BOOST_TEST(bot.counters().dropped(drop_reason::not_mentioned) == 1u);
    BOOST_TEST(on.reported == std::vector<std::string>{"not_mentioned"});
    BOOST_TEST(bot.counters().messages == 1u);
}

BOOST_AUTO_TEST_CASE(a_coroutine_says_several_things_in_their_order) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_mention([](conversation c, incoming const& m) -> task {
        auto const first = co_await c.reply(m, feishu::text{"one"});
        co_await c.edit(first->message_id, "one, corrected");
        co_await c.say("two");
        c.say("three"); // not awaited: it blocks
        co_await c.react(m.id, "OK");
        co_await c.recall((co_await c.say("mistake")).value().message_id);
    });
    on.start(bot);
    auto const id = on.say(on.at_bot + "go");
    auto contents = on.contents();
    BOOST_REQUIRE(contents.size() == 5u);
    BOOST_TEST(contents[1] == text_json("one, corrected"));
    BOOST_TEST(contents[2] == text_json("two"));
    BOOST_TEST(contents[3] == text_json("three"));
    auto& state = on.platform.state();
    BOOST_TEST(state->find_message(id)->reactions.size() == 1u);
    BOOST_TEST(state->messages_of(on.group).back()->deleted);
}

BOOST_AUTO_TEST_CASE(a_command_gets_its_arguments_and_others_go_to_the_next_handler) {
    stage on;
    feishu::bot bot(on.all_messages());
    bot.on_command("deploy", [](conversation c, incoming const& m) {
        return c.say(m.command() + ":" + std::string(m.arguments()));
    });
    bot.on_message([](conversation c, incoming const& m) { c.say("no command: " + m.text()); });
    on.start(bot);
    on.say("deploy  v1.2 now ");
    BOOST_TEST(on.last() == text_json("deploy:v1.2 now"));
    on.say("/deploy");
    BOOST_TEST(on.last() == text_json("deploy:"));
    on.say("deployed");
    BOOST_TEST(on.last() == text_json("no command: deployed"));
}

BOOST_AUTO_TEST_CASE(a_one_to_one_chat_needs_no_mention) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_message([](conversation c, incoming const& m) { c.say(m.direct ? "direct" : "group"); });
    on.start(bot);
    auto const chat = on.platform.state()->enter(on.ann, on.platform.app().app_id);
    on.platform.state()->say(on.ann, chat, "hi").value();
    BOOST_TEST(on.platform.wait_idle());
    BOOST_TEST(on.platform.state()->contents_of(chat).back() == text_json("direct"));
}

BOOST_AUTO_TEST_CASE(a_button_and_its_handler_share_a_struct) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_action<rollout>([](conversation, rollout const& r) {
        return card::toast{"on its way: " + r.version + (r.confirmed ? "!" : "")};
    });
    on.start(bot);
    auto const sent = bot.in(on.group).say(rollout_card()).value();
    auto const response = on.platform.click(on.ann, sent.message_id, "Go").value();
    BOOST_TEST(*response.toast->content == "on its way: 1.2!");
    BOOST_TEST(*on.platform.click(on.ben, sent.message_id, "Go").value().toast->content ==
               "on its way: 1.2!");
    BOOST_TEST(*on.platform.click(on.ann, sent.message_id, "Go").value().toast->content ==
               "on its way: 1.2!");
    BOOST_TEST(bot.counters().actions == 3u); // the same button again is another action
}

BOOST_AUTO_TEST_CASE(an_action_is_answered_by_a_coroutine_with_a_card) {
    stage on;
    feishu::bot bot(on.options());
    bot.on_action<rollout>([](conversation c, rollout const& r) -> feishu::basic_task<card::card> {
        co_await c.say("deploying " + r.version);
        co_return card::card{.body = {.elements = {card::markdown{"done"}}}};
    });
    bot.on_any_action([](feishu::card_action const& a) { return card::toast{"any: " + a.fields}; });
    on.start(bot);
    auto const sent = bot.in(on.group).say(rollout_card()).value();
    on.platform.click(on.ann, sent.message_id, "Go").value();
    BOOST_TEST(on.last() == text_json("deploying 1.2"));
    BOOST_TEST(on.contents()[0].find("done") != std::string::npos);
    card::button const other{.text = "Other", .behaviors = {card::callback({{"n", 1}})}};
    card::card const unknown{.body = {.elements = {other}}};
    auto const second = bot.in(on.group).say(unknown).value();
    BOOST_TEST(*on.platform.click(on.ann, second.message_id, "Other").value().toast->content ==
               R"(any: {"n":1})");
}

BOOST_AUTO_TEST_CASE(an_action_does_not_wait_for_the_messages_of_its_chat) {
    stage on;
    auto options = on.all_messages();
    options.executor = std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 1});
    feishu::bot bot(options);
    std::promise<void> clicked;
    auto const ready = clicked.get_future().share();
    bot.on_message([ready] { ready.wait(); });
    bot.on_action<rollout>([] { return card::toast{"at once"}; });
    on.start(bot);
    auto const sent = bot.in(on.group).say(rollout_card()).value();
    on.platform.state()->say(on.ann, on.group, "takes long").value();
    on.platform.state()->say(on.ann, on.group, "waits").value();
    BOOST_TEST(*on.platform.click(on.ann, sent.message_id, "Go").value().toast->content == "at once");
    clicked.set_value();
    BOOST_TEST(on.platform.wait_idle());
    BOOST_TEST(bot.counters().handled == 2u);
}

BOOST_AUTO_TEST_CASE(reactions_members_and_menu_clicks_have_handlers) {
    stage on;
    feishu::bot bot(on.all_messages());
    bot.on_reaction([&](conversation c, feishu::reaction const& r) {
        if (r.added && !r.user.empty())
            c.say("thanks for " + r.emoji_type);
    });
    bot.on_join([](conversation c, feishu::membership const& m) {
        c.say(m.is == feishu::membership::kind::bot_added ? "hello " + m.chat_name : "welcome");
    });
    bot.on_menu("help",
                [](conversation c, feishu::menu_click const& m) { c.say("help for " + m.user.str()); });
    on.start(bot);
    auto const id = bot.in(on.group).say("react to this").value().message_id;
    on.platform.state()->react(on.ann, id, "OK").value();
    BOOST_TEST(on.platform.wait_idle());
    BOOST_TEST(on.last() == text_json("thanks for OK"));
    BOOST_TEST(on.last_message().links->parent_id == id);

    on.platform.state()->tap_menu(on.ann, on.platform.app().app_id, "help");
    BOOST_TEST(on.platform.wait_idle());
    auto const direct = on.platform.state()->enter(on.ann, on.platform.app().app_id);
    BOOST_TEST(on.platform.state()->contents_of(direct).back() ==
               text_json("help for " + on.ann.open_id.str()));
    BOOST_TEST(bot.counters().events == 2u);
}

BOOST_AUTO_TEST_CASE(a_handler_that_fails_is_reported_run_again_and_does_not_repeat_itself) {
    stage on;
    feishu::bot bot(on.all_messages());
    std::atomic<int> runs = 0;
    bot.on_message([&](conversation c, incoming const& m) -> task {
        co_await c.reply(m, "first");
        if (++runs == 1)
            throw std::runtime_error("disk full");
        co_await c.say("second");
    });
    on.start(bot);
    on.say("go");
    BOOST_TEST(on.reported == std::vector<std::string>{"message: disk full"});
    on.platform.advance(15s);
    BOOST_TEST(on.platform.wait_idle());
    BOOST_TEST(runs == 2);
    BOOST_TEST(on.contents() ==
               (std::vector<std::string>{text_json("go"), text_json("first"), text_json("second")}));
    BOOST_TEST(bot.counters().failed == 1u);
    BOOST_TEST(bot.counters().handled == 1u);
}

BOOST_AUTO_TEST_CASE(messages_from_before_a_long_downtime_are_dropped) {
    stage on;
    auto options = on.all_messages();
    options.now = [] {
        return std::chrono::system_clock::time_point(start_of_time.time_since_epoch()) + 31min;
    };
    feishu::bot bot(options);
    bot.on_message([](conversation c) { c.say("never"); });
    on.start(bot);
    on.say("old");
    BOOST_TEST(bot.counters().dropped(drop_reason::stale) == 1u);
    BOOST_TEST(on.last() == text_json("old"));
}

BOOST_AUTO_TEST_CASE(a_message_without_a_handler_is_dropped_with_a_reason) {
    stage on;
    feishu::bot bot(on.all_messages());
    bot.on_command("deploy", [] {});
    on.start(bot);
    on.say("hello");
    BOOST_TEST(on.reported == std::vector<std::string>{"no_handler"});
}

BOOST_AUTO_TEST_CASE(the_same_message_under_another_event_id_is_a_duplicate) {
    stage on;
    on.platform.record_events(10);
    feishu::bot bot(on.all_messages());
    std::atomic<int> runs = 0;
    bot.on_message([&] { ++runs; });
    on.start(bot);
    on.say("hello");
    auto document = on.platform.events_after(0).back().document;
    auto const at = document.find(R"("event_id":")") + 12;
    document[at] = document[at] == 'x' ? 'y' : 'x';
    bot.events().deliver(document, [](feishu::event_response const&) {});
    BOOST_TEST(bot.events().drain(20s));
    BOOST_TEST(runs == 1);
    BOOST_TEST(bot.counters().dropped(drop_reason::duplicate) == 1u);
    BOOST_TEST(bot.counters().messages == 1u);
}

BOOST_AUTO_TEST_CASE(a_reply_to_a_message_that_is_gone_becomes_a_new_message) {
    stage on;
    feishu::bot bot(on.all_messages());
    std::atomic<bool> gone = false;
    std::string refused;
    bot.on_message([&](conversation c, incoming const& m) -> task {
        on.platform.state()->recall(on.ann, m.id).value();
        auto const strict = co_await c.reply(m, "strict", {.new_if_gone = false});
        refused = strict ? "" : std::string(strict.error().message);
        auto const sent = co_await c.reply(m, "late");
        gone = sent.value().target_gone;
    });
    on.start(bot);
    on.say("hello");
    BOOST_TEST(gone);
    BOOST_TEST(!refused.empty());
    BOOST_TEST(on.last() == text_json("late"));
    BOOST_TEST(on.last_message().links->parent_id.empty());
}

BOOST_AUTO_TEST_CASE(a_rate_limit_is_waited_for_and_does_not_move_a_reply) {
    stage on;
    feishu::bot bot(on.all_messages());
    on.platform.faults().add<im::message::reply>(emulator::fault::rate_limit, {.count = 1, .delay = 0ms});
    bot.on_message([](conversation c, incoming const& m) -> task { co_await c.reply(m, "reply"); });
    on.start(bot);
    auto const id = on.say("hello");
    BOOST_TEST(on.last_message().links->parent_id == id);
    BOOST_TEST(on.contents().size() == 2u);
}

BOOST_AUTO_TEST_CASE(answers_to_a_thread_stay_in_it) {
    stage on;
    feishu::bot bot(on.all_messages());
    bot.on_message([](conversation c, incoming const& m) -> task {
        if (m.thread_id.empty())
            co_await c.reply(m, "opens", {.in_thread = true});
        else
            co_await c.say("stays");
    });
    on.start(bot);
    on.say("hello");
    auto const opened = on.last_message();
    BOOST_TEST(!opened.links->thread_id.empty());
    on.platform.state()->reply(on.ann, opened.message_id, "more").value();
    BOOST_TEST(on.platform.wait_idle());
    auto const all = on.platform.state()->messages_of(on.group);
    BOOST_TEST(all.back()->links->thread_id == opened.links->thread_id);
}

BOOST_AUTO_TEST_CASE(a_file_from_disk_is_uploaded_and_one_in_a_message_downloaded) {
    stage on;
    auto const path = std::filesystem::temp_directory_path() / "feishu-bot-test-report.pdf";
    std::ofstream(path, std::ios::binary) << "PDF";
    feishu::bot bot(on.all_messages());
    std::string bytes;
    bot.on_message([&](conversation c, incoming const& m) -> task {
        feishu::local_file const report{.path = path};
        co_await c.say(report);
        if (!m.attachments.empty())
            bytes = (co_await c.download(m.attachments.front(), feishu::to_memory())).value().bytes;
    });
    on.start(bot);
    auto const file = emulator::make_resource("notes.txt", "notes");
    on.platform.state()->send_file(on.ann, on.group, file).value();
    BOOST_TEST(on.platform.wait_idle());
    std::filesystem::remove(path);
    BOOST_TEST(bytes == "notes");
    BOOST_TEST(on.last().find("file_key") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(quoted_and_forwarded_messages_are_read_on_demand) {
    stage on;
    feishu::bot bot(on.all_messages());
    std::vector<std::string> seen;
    bot.on_message([&](conversation c, incoming const& m) -> task {
        if (auto const quoted = (co_await c.quoted(m)).value())
            seen.push_back("quotes " + quoted->text());
        if (m.is_forward())
            for (auto const& one : (co_await c.forwarded(m)).value())
                seen.push_back("forwards " + one.text());
        seen.push_back("from " + (co_await c.sender_name(m)).value());
    });
    on.start(bot);
    auto const first = on.say("one");
    on.platform.state()->reply(on.ann, first, "two").value();
    BOOST_TEST(on.platform.wait_idle());
    on.platform.state()->merge_forward(on.ben, {first}, on.group).value();
    BOOST_TEST(on.platform.wait_idle());
    std::vector<std::string> const expected{"from " + on.ann.name, "quotes one", "from " + on.ann.name,
                                            "forwards one", "from " + on.ben.name};
    BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(middleware_runs_around_handlers_and_may_keep_them_from_running) {
    stage on;
    feishu::bot bot(on.all_messages());
    bot.use([&](conversation, feishu::handling const& what, feishu::next_handler next) -> task {
        on.report("before " + what.handler);
        co_await next();
        on.report("after");
    });
    bot.use([](conversation c, feishu::handling const& what, feishu::next_handler next) -> task {
        if (what.message != nullptr && what.message->text() == "forbidden")
            co_await c.say("no");
        else
            co_await next();
    });
    bot.on_message([&] { on.report("handler"); });
    on.start(bot);
    on.say("hello");
    on.say("forbidden");
    BOOST_TEST(on.reported == (std::vector<std::string>{"before message", "handler", "after",
                                                        "before message", "after"}),
               boost::test_tools::per_element());
    BOOST_TEST(on.last() == text_json("no"));
}

BOOST_AUTO_TEST_CASE(a_burst_is_one_message_when_its_time_has_come) {
    stage on(2);
    struct moved final : feishu::clock {
        std::atomic<std::int64_t> milliseconds = 1'000;
        time_point now() const override { return time_point(std::chrono::milliseconds(milliseconds)); }
    };
    auto const time = std::make_shared<moved>();
    auto options = on.all_messages();
    options.debounce.window = 600ms;
    options.executor = std::make_shared<feishu::bot_executor>(feishu::executor_options{.clock = time});
    auto const executor = options.executor;
    feishu::bot bot(options);
    std::vector<std::size_t> bursts;
    bot.on_message([&](incoming const& m) { bursts.push_back(m.ids.size()); });
    on.start(bot);
    on.platform.state()->say(on.ann, on.group, "one").value();
    on.platform.state()->say(on.ann, on.group, "two").value();
    while (bot.counters().waiting < 2)
        std::this_thread::yield();
    time->milliseconds += 600;
    executor->check_timers();
    BOOST_TEST(on.platform.wait_idle());
    BOOST_TEST(bursts == std::vector<std::size_t>{2});
}

BOOST_AUTO_TEST_CASE(messages_of_many_chats_are_handled_once_and_in_order) {
    stage on;
    feishu::bot bot(on.all_messages());
    std::mutex mutex;
    std::map<feishu::chat_id, std::vector<std::string>> seen;
    bot.on_message([&](conversation c, incoming const& m) -> task {
        co_await c.sleep(1ms); // other chats go on
        std::lock_guard const lock(mutex);
        seen[m.chat_id].push_back(m.text());
    });
    on.start(bot);
    std::vector<feishu::chat_id> chats;
    for (int i = 0; i < 10; ++i)
        chats.push_back(on.platform.state()->add_chat("chat", {on.ann.open_id}));
    std::vector<std::string> expected;
    for (int i = 0; i < 30; ++i) {
        expected.push_back(std::to_string(i));
        for (auto const& chat : chats)
            on.platform.state()->say(on.ann, chat, expected.back()).value();
    }
    BOOST_TEST(on.platform.wait_idle());
    for (auto const& chat : chats)
        BOOST_TEST(seen[chat] == expected, boost::test_tools::per_element());
    BOOST_TEST(bot.counters().handled == 300u);
    BOOST_TEST(bot.counters().waiting == 0u);
}

BOOST_AUTO_TEST_CASE(a_bot_that_stops_cancels_what_its_handlers_wait_for) {
    stage on;
    auto options = on.all_messages();
    options.drain_time = 0ms;
    std::promise<void> sleeping;
    std::optional<feishu::error_kind> ended;
    std::optional<feishu::error_kind> later;
    {
        feishu::bot bot(options);
        bot.on_message([&](conversation c) -> task {
            sleeping.set_value();
            ended = (co_await c.sleep(24h)).error().kind;
            later = (co_await c.say("too late")).error().kind;
        });
        on.start(bot);
        on.platform.state()->say(on.ann, on.group, "hello").value();
        sleeping.get_future().wait();
        bot.stop();
        BOOST_TEST(bot.wait().has_value());
    }
    BOOST_TEST((ended == feishu::error_kind::canceled));
    BOOST_TEST((later == feishu::error_kind::canceled));
    BOOST_TEST(on.last() == text_json("hello"));
}

BOOST_AUTO_TEST_CASE(a_plain_function_that_sleeps_on_the_only_thread_holds_up_no_other_chat) {
    stage on(2);
    auto options = on.all_messages();
    options.executor = std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 1});
    options.drain_time = 0ms;
    auto const other = on.platform.state()->add_chat("other", {on.ann.open_id});
    std::promise<void> sleeping;
    std::promise<void> slept;
    std::optional<feishu::error_kind> ended;
    {
        feishu::bot bot(options);
        bot.on_message([&](conversation c, incoming const& m) {
            if (m.chat_id == other) {
                c.sleep(1ms).value();
                return slept.set_value();
            }
            sleeping.set_value();
            ended = c.sleep(24h).get().error().kind;
        });
        on.start(bot);
        on.platform.state()->say(on.ann, on.group, "sleep").value();
        sleeping.get_future().wait();
        on.platform.state()->say(on.ann, other, "hello").value();
        slept.get_future().wait();
        bot.stop();
        BOOST_TEST(bot.wait().has_value());
    }
    BOOST_TEST((ended == feishu::error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(a_webhook_brings_messages_until_the_bot_is_stopped) {
    stage on;
    auto options = on.all_messages();
    options.events.encrypt_key = "key";
    feishu::bot bot(options);
    bot.on_message([](conversation c, incoming const& m) { c.reply(m, "you said " + m.text()); });
    auto const port = test::free_port();
    auto running = std::async(std::launch::async, [&] {
        return bot.run(feishu::webhook_server_params{.port = port, .address = "127.0.0.1"});
    });
    while (!on.platform.push_to({.app = on.platform.app().app_id,
                                 .url = "http://127.0.0.1:" + std::to_string(port) + "/webhook/event",
                                 .encrypt_key = "key"}))
        BOOST_REQUIRE((running.wait_for(1ms) == std::future_status::timeout)); // not listening yet
    on.say("hello");
    BOOST_TEST(on.last() == text_json("you said hello"));
    feishu::bot second(options);
    auto const failed = second.run(feishu::webhook_server_params{.port = port, .address = "127.0.0.1"});
    BOOST_TEST_REQUIRE(failed.has_error());
    BOOST_TEST((failed.error().kind == feishu::error_kind::transport));
    bot.stop();
    BOOST_TEST(running.get().has_value());
    BOOST_TEST(bot.counters().handled == 1u);
}

BOOST_AUTO_TEST_CASE(messages_in_an_inbox_outlive_their_bot_and_are_handled_by_another_one) {
    stage on;
    auto options = on.all_messages();
    options.drain_time = 0ms;
    options.events.inbox = feishu::make_inbox({.store = feishu::make_memory_store(),
                                               .visibility = 100ms,
                                               .retry_delay = 1ms,
                                               .poll_interval = 1ms});
    {
        std::promise<void> began;
        feishu::bot bot(options);
        bot.on_message([&](conversation c) {
            began.set_value(); // throws if the message that waits is handled too
            c.sleep(24h).value();
        });
        on.start(bot);
        on.say("first");
        began.get_future().wait();
        on.say("second");
    }
    BOOST_TEST(on.platform.deliveries().size() == 2u);
    std::latch handled(2);
    feishu::bot bot(options);
    bot.on_message([&](conversation c, incoming const& m) {
        c.reply(m, "re: " + m.text()).value();
        handled.count_down();
    });
    on.start(bot);
    handled.wait();
    bot.stop();
    BOOST_TEST(bot.wait().has_value());
    auto contents = on.contents();
    std::ranges::sort(contents);
    BOOST_TEST(contents == (std::vector{text_json("first"), text_json("re: first"), text_json("re: second"),
                                        text_json("second")}),
               boost::test_tools::per_element());
    BOOST_TEST(on.platform.deliveries().size() == 2u); // acknowledged by the first bot
}

BOOST_AUTO_TEST_CASE(two_bots_share_an_executor) {
    stage on;
    auto const threads = std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 1});
    auto const second = on.platform.state()->add_app("second");
    on.platform.state()->add_chat("both", {on.ann.open_id},
                                  std::vector{on.platform.app().app_id, second.app_id});
    auto options = on.all_messages();
    options.executor = threads;
    feishu::bot one(options);
    options.client = on.platform.config(second);
    feishu::bot other(options);
    for (auto* bot : {&one, &other})
        bot->on_command("who", [bot](conversation c) { c.say(bot->open_id().value().str()); });
    on.start(one);
    other.start();
    BOOST_REQUIRE(on.platform.wait_connections(second.app_id));
    auto const chat = on.platform.state()->add_chat("both", {on.ann.open_id},
                                                    std::vector{on.platform.app().app_id, second.app_id});
    on.platform.state()->say(on.ann, chat, "who").value();
    BOOST_TEST(on.platform.wait_idle());
    auto contents = on.platform.state()->contents_of(chat);
    std::set<std::string> const answers(contents.begin() + 1, contents.end());
    std::set<std::string> const expected{text_json(one.open_id().value().str()),
                                         text_json(other.open_id().value().str())};
    BOOST_TEST(answers == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(wrong_credentials_end_run_with_their_error) {
    stage on;
    auto options = on.options();
    options.app_secret = "wrong";
    feishu::bot bot(options);
    auto const ended = bot.run();
    BOOST_REQUIRE(!ended);
    BOOST_TEST((ended.error().kind == feishu::error_kind::auth));
}

BOOST_AUTO_TEST_SUITE_END()
