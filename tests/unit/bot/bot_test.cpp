// Tests of bots with bot_test: what people do, what the chat shows, and time that the test moves.
#include <feishu/emulator/bot_test.hpp>

#include <chrono>
#include <future>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot.hpp>
#include <feishu/bot/action_value.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/card/form.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/store/memory_store.hpp>

namespace card = feishu::card;
using namespace std::chrono_literals;

namespace {

struct tested_deploy {
    std::string version;
    feishu::field::number<int, 1, 9> hosts = 1;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(tested_deploy, (), (version, hosts, confirmed))

std::string reason_of(feishu::error const& why) {
    switch (feishu::why_unanswered(why).value()) {
    case feishu::unanswered::timed_out: return "timed out";
    case feishu::unanswered::canceled: return "canceled";
    case feishu::unanswered::replaced: return "replaced";
    case feishu::unanswered::too_many: return "too many";
    case feishu::unanswered::stopped: return "stopped";
    }
    return {};
}

// Not a conditional operator inside co_await: g++ 12 evaluates both of its operands.
template <class T>
std::string outcome(feishu::result<T> const& answer, std::string text) {
    return answer ? std::move(text) : reason_of(answer.error());
}

/// A bot with a question of each kind.
class asking_bot {
public:
    explicit asking_bot(feishu::bot_options options) : bot_(std::move(options)) {
        bot_.on_command("deploy", [](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
            auto answer = co_await c.ask<tested_deploy>(
                m, card::form<tested_deploy>("Deploy?").cancel("Never mind"), std::chrono::minutes(5));
            if (answer && answer->confirmed)
                co_await c.say("deploying " + answer->version);
            else
                co_await c.say(outcome(answer, "not confirmed"));
        });
        bot_.on_command("version", [](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
            auto version = co_await c.ask(m, "Which version?", 5min);
            std::string const reply = outcome(version, version ? "it is " + version->text() : "");
            co_await c.say(reply);
        });
        bot_.on_command("go", [](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
            auto answer = co_await c.choose(m, "Go?", {"yes", "no"}, 5min);
            std::string const reply = outcome(answer, answer ? "you said " + *answer : "");
            co_await c.say(reply);
        });
        bot_.on_command("vote", [](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
            auto answer = co_await c.choose(m, "Lunch?", {"noodles", "rice"}, 5min, {.anyone = true});
            std::string const reply = outcome(answer, answer ? *answer + " it is" : "");
            co_await c.say(reply);
        });
        bot_.on_command("wait", [](feishu::conversation c, feishu::incoming const& m) {
            auto answer = c.ask(m, "Say something", 5min).get();
            c.say(outcome(answer, answer ? "you said " + answer->text() : ""));
        });
        bot_.on_command("remind", [](feishu::conversation c) -> feishu::task {
            for (int i = 1; i <= 3; ++i) {
                co_await c.sleep(1min);
                co_await c.say("reminder " + std::to_string(i));
            }
        });
        bot_.on_command("fail", [](feishu::conversation, feishu::incoming const&) {
            throw std::runtime_error("out of order");
        });
        bot_.on_message(
            [](feishu::conversation c, feishu::incoming const& m) { c.say("heard " + m.text()); });
        bot_.on_reaction(
            [](feishu::conversation c, feishu::reaction const& r) { c.say("got " + r.emoji_type); });
        bot_.on_menu("help", [](feishu::conversation c) { c.say("ask somebody else"); });
    }

    feishu::bot& bot() { return bot_; }

private:
    feishu::bot bot_;
};

struct asked_bot {
    feishu::bot_test test{};
    asking_bot bot{test.options()};
    feishu::test_user ann = test.user("Ann");

    asked_bot() { test.connect(bot.bot()); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(bot_tested)

BOOST_FIXTURE_TEST_CASE(a_form_is_submitted_and_the_card_displays_the_answer, asked_bot) {
    ann.says("deploy");
    test.expect(ann).shows("Deploy?").shows("Version").never_shows("deploying");
    BOOST_TEST(ann.submits({{"version", "1.4"}, {"hosts", "3"}, {"confirmed", true}}) == "Thank you.");
    test.expect(ann).shows("deploying 1.4").has_shown("Hosts: 3").has_shown("Confirmed: yes");
    test.expect(ann).has_messages(3);
}

BOOST_FIXTURE_TEST_CASE(a_form_with_an_invalid_value_may_be_submitted_again, asked_bot) {
    ann.says("deploy");
    BOOST_TEST(ann.submits({{"version", "1.4"}, {"hosts", "12"}}) == "hosts is 12, must be at most 9");
    test.expect(ann).has_messages(2);
    ann.submits({{"version", "1.5"}, {"hosts", "2"}, {"confirmed", true}});
    test.expect(ann).shows("deploying 1.5");
}

BOOST_FIXTURE_TEST_CASE(a_question_expires_at_its_time_and_its_card_says_so, asked_bot) {
    ann.says("deploy");
    test.advance(5min - 1ms);
    test.expect(ann).shows("Deploy?");
    test.advance(1ms);
    test.expect(ann).shows("timed out").has_shown("Expired.").never_shows("Version");
    BOOST_CHECK_THROW(ann.submits({}), feishu::bot_test_failure); // the form is gone
}

BOOST_FIXTURE_TEST_CASE(the_cancel_button_of_a_form_cancels, asked_bot) {
    ann.says("deploy");
    ann.clicks("Never mind");
    test.expect(ann).shows("canceled").has_shown("Canceled.");
}

BOOST_FIXTURE_TEST_CASE(the_next_message_answers_and_no_handler_gets_it, asked_bot) {
    ann.says("version");
    test.expect(ann).shows("Which version?");
    ann.says("1.4");
    test.expect(ann).shows("it is 1.4").never_shows("heard");
    ann.says("1.5");
    test.expect(ann).shows("heard 1.5");
}

BOOST_FIXTURE_TEST_CASE(a_text_that_does_not_come_times_out, asked_bot) {
    ann.says("version");
    test.advance(5min);
    test.expect(ann).shows("timed out");
    ann.says("1.4");
    test.expect(ann).shows("heard 1.4");
}

BOOST_FIXTURE_TEST_CASE(a_choice_is_clicked_by_the_user_who_was_asked, asked_bot) {
    auto const ben = test.user("Ben");
    auto const team = test.group("Team", {ann, ben});
    ann.says(team, "@bot go");
    test.expect(team).shows("Go?").shows("yes");
    BOOST_TEST(ben.clicks("no") == "Someone else was asked.");
    BOOST_TEST(ann.clicks("yes") == "Thank you.");
    test.expect(team).shows("you said yes").has_shown("Go?\nyes");
    BOOST_CHECK_THROW(ann.clicks("yes"), feishu::bot_test_failure); // the buttons are gone
}

BOOST_FIXTURE_TEST_CASE(anyone_may_answer_if_the_options_say_so, asked_bot) {
    auto const ben = test.user("Ben");
    auto const team = test.group("Team", {ann, ben});
    ann.says(team, "@bot vote");
    ben.clicks("rice");
    test.expect(team).shows("rice it is");
}

BOOST_FIXTURE_TEST_CASE(a_chat_is_served_while_a_question_waits, asked_bot) {
    auto const ben = test.user("Ben");
    auto const team = test.group("Team", {ann, ben});
    ann.says(team, "@bot version");
    ben.says(team, "@bot hello"); // of another user: no answer
    test.expect(team).shows("heard hello");
    ann.says(team, "1.4"); // without a mention
    test.expect(team).shows("it is 1.4");
}

BOOST_FIXTURE_TEST_CASE(a_new_question_replaces_the_older_one, asked_bot) {
    ann.says("deploy");
    ann.says("go");
    test.expect(ann).has_shown("Replaced by a newer question.").has_shown("replaced");
    ann.clicks("no");
    test.expect(ann).shows("you said no");
}

BOOST_FIXTURE_TEST_CASE(a_plain_function_waits_for_an_answer_too, asked_bot) {
    ann.says("wait");
    test.expect(ann).shows("Say something");
    ann.says("something");
    test.expect(ann).shows("you said something");
    ann.says("wait");
    test.advance(5min);
    test.expect(ann).shows("timed out");
}

BOOST_AUTO_TEST_CASE(too_many_questions_are_an_error) {
    feishu::bot_test test;
    auto options = test.options();
    options.questions.max_waiting = 1;
    asking_bot bot(std::move(options));
    test.connect(bot.bot());
    auto const ann = test.user("Ann");
    auto const ben = test.user("Ben");
    ann.says("deploy");
    ben.says("deploy");
    test.expect(ben).shows("too many");
}

BOOST_AUTO_TEST_CASE(after_a_restart_a_click_on_an_older_question_gets_a_toast_that_says_so) {
    feishu::bot_test test;
    auto const ann = test.user("Ann");
    {
        asking_bot before(test.options());
        test.connect(before.bot());
        ann.says("go");
    }
    test.expect(ann).has_shown("Go?");
    asking_bot bot(test.options());
    test.connect(bot.bot());
    BOOST_TEST(ann.clicks("yes") == "The bot no longer waits for this answer. Please start again.");
    test.expect(ann).has_messages(3); // with "stopped": the handler was not run again
}

BOOST_AUTO_TEST_CASE(when_the_bot_stops_handlers_that_wait_for_an_answer_end_and_may_still_speak) {
    feishu::bot_test test;
    auto const ann = test.user("Ann");
    {
        auto options = test.options();
        options.drain_time = 60s; // at most
        asking_bot bot(std::move(options));
        test.connect(bot.bot());
        ann.says("go");
    }
    test.expect(ann).shows("stopped").has_shown("Go?");
}

BOOST_AUTO_TEST_CASE(a_question_that_cannot_be_sent_is_an_error_and_nothing_waits) {
    feishu::bot_test test;
    auto options = test.options();
    options.client.retry = feishu::retry_policy::never();
    options.events.on_failure = feishu::event_failure::dead_letter;
    asking_bot bot(std::move(options));
    test.connect(bot.bot());
    auto const ann = test.user("Ann");
    test.platform().faults().add<feishu::im::v1::message::reply>(feishu::emulator::fault::server_error,
                                                                 {.count = 1});
    ann.says("go");
    BOOST_TEST(test.failures().size() == 1u); // why_unanswered has no value for the error of the call
    test.advance(5min);
    test.expect(ann).has_messages(1);
}

BOOST_FIXTURE_TEST_CASE(what_becomes_due_while_time_passes_happens_at_its_time, asked_bot) {
    ann.says("remind");
    test.advance(2min);
    test.expect(ann).shows("reminder 2");
    test.advance(1h);
    test.expect(ann).shows("reminder 3").has_messages(4);
}

BOOST_FIXTURE_TEST_CASE(reactions_and_the_menu_reach_the_bot, asked_bot) {
    ann.says("hello");
    ann.reacts("OK");
    test.expect(ann).shows("got OK");
    ann.taps_menu("help");
    test.expect(ann).shows("ask somebody else");
}

BOOST_FIXTURE_TEST_CASE(what_is_not_as_expected_is_reported_with_what_the_chat_shows, asked_bot) {
    ann.says("fail");
    std::string report;
    test.on_failure = [&](std::string const& text) { report = text; };
    test.expect(ann).shows("done");
    BOOST_TEST(report.starts_with("expected: the last message contains \"done\"\nthe chat shows:\n- fail\n"
                                  "failed: command fail: out of order"),
               report);
    test.on_failure = {};
    BOOST_CHECK_THROW(test.expect(ann).shows("done"), feishu::bot_test_failure);
    BOOST_CHECK_THROW(ann.clicks("Go"), feishu::bot_test_failure);
}

BOOST_AUTO_TEST_CASE(a_hundred_tests_of_a_bot_run_in_one_process) {
    auto const begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        asked_bot one;
        one.ann.says("go");
        one.ann.clicks("yes");
        one.test.expect(one.ann).shows("you said yes");
    }
    auto const each = (std::chrono::steady_clock::now() - begin) / 100;
    std::cout << "one test of a bot takes "
              << std::chrono::duration_cast<std::chrono::microseconds>(each).count() << " us\n";
}

BOOST_AUTO_TEST_CASE(two_hundred_people_are_asked_at_once) {
    feishu::bot_test test;
    asking_bot bot(test.options());
    test.connect(bot.bot());
    std::vector<feishu::test_user> people;
    for (int i = 0; i < 200; ++i)
        people.push_back(test.user("User " + std::to_string(i)));
    for (auto const& each : people)
        each.says("go");
    for (std::size_t i = 0; i < 100; ++i)
        people[i].clicks("yes");
    test.advance(5min);
    for (std::size_t i = 0; i < people.size(); ++i)
        test.expect(people[i]).shows(i < 100 ? "you said yes" : "timed out");
}

BOOST_AUTO_TEST_CASE(who_joins_and_leaves_a_group_is_seen) {
    feishu::bot_test test;
    feishu::bot bot{test.options()};
    bot.on_join([](feishu::conversation c, feishu::membership const& m) -> feishu::task {
        using enum feishu::membership::kind;
        std::string text = m.is == bot_added     ? "hello everybody"
                           : m.is == users_added ? "welcome"
                                                 : "farewell";
        for (auto const& one : m.members)
            text += ' ' + one.name;
        co_await c.say(text);
    });
    test.connect(bot);
    auto const ann = test.user("Ann");
    auto const ben = test.user("Ben");
    auto const group = test.group("Ops", {ann});
    auto& platform = test.platform();
    BOOST_TEST(platform.state()->add_member(group, ben.id()));
    test.settle();
    test.expect(group).shows("welcome Ben");
    BOOST_TEST(platform.state()->remove_member(group, ben.id()));
    test.settle();
    test.expect(group).shows("farewell Ben");
}

BOOST_AUTO_TEST_CASE(whom_the_access_lists_keep_out_gets_no_reply_and_is_counted) {
    feishu::bot_test test;
    auto const ann = test.user("Ann");
    auto const eve = test.user("Eve");
    auto const ops = test.group("Ops", {ann, eve});
    auto const other = test.group("Other", {ann, eve});
    auto options = test.options();
    options.access.groups = {ops};
    options.access.blocked_people = {eve.id()};
    feishu::bot bot{options};
    bot.on_message(
        [](feishu::conversation c, feishu::incoming const& m) { c.reply(m, "heard " + m.text()); });
    test.connect(bot);
    ann.says(ops, "@bot one");
    test.expect(ops).shows("heard one");
    eve.says(ops, "@bot two");
    eve.says("three");
    ann.says(other, "@bot four");
    ann.says(ops, "five"); // without a mention
    test.expect(ops).never_shows("heard two").never_shows("heard five");
    test.expect(eve).never_shows("heard");
    test.expect(other).never_shows("heard");
    auto const counted = bot.counters();
    BOOST_TEST(counted.dropped(feishu::drop_reason::sender_not_allowed) == 2u);
    BOOST_TEST(counted.dropped(feishu::drop_reason::group_not_allowed) == 1u);
    BOOST_TEST(counted.dropped(feishu::drop_reason::not_mentioned) == 1u);
}

BOOST_AUTO_TEST_CASE(a_restarted_bot_remembers_in_its_store_what_was_handled) {
    feishu::bot_test test;
    auto options = test.options();
    options.store = feishu::make_memory_store();
    std::string document;
    int handled = 0;
    auto const run = [&] {
        auto bot = std::make_unique<feishu::bot>(options);
        bot->on_message([&](feishu::conversation c, feishu::incoming const& m) {
            ++handled;
            c.reply(m, "heard " + m.text());
        });
        test.connect(*bot);
        return bot;
    };
    auto const deliver = [](feishu::bot& to, std::string const& event) {
        std::promise<feishu::event_outcome> outcome;
        to.events().deliver(event,
                            [&](feishu::event_response response) { outcome.set_value(response.outcome); });
        return outcome.get_future().get();
    };
    test.platform().record_events(100);
    {
        auto const first = run();
        test.user("Ann").says("hello");
        for (auto const& one : test.platform().events_after(0))
            if (one.type == "im.message.receive_v1")
                document = one.document;
        BOOST_REQUIRE(!document.empty());
        BOOST_TEST((deliver(*first, document) == feishu::event_outcome::done));
    }
    auto const second = run();
    BOOST_TEST((deliver(*second, document) == feishu::event_outcome::done));
    BOOST_TEST(handled == 1);
}

BOOST_AUTO_TEST_SUITE_END()
