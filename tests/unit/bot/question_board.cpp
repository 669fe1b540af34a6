// Coroutines that wait for answers: resumed by messages, clicks, the clock and the end of the bot.
#include <feishu/bot/bot_executor.hpp>
#include <feishu/bot/impl/question_board.hpp>

#include <atomic>
#include <chrono>
#include <coroutine>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/bot/task.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/event/card_callback.hpp>

using feishu::unanswered;
using feishu::detail::asked_ptr;
using feishu::detail::asked_question;
using feishu::detail::question_board;
using feishu::detail::question_kind;
using feishu::detail::question_place;
using namespace std::chrono_literals;

namespace {

struct board_clock : feishu::clock {
    std::atomic<time_point> time = time_point{};
    time_point now() const override { return time; }
};

/// What started questions have come to, by their number.
struct asked_outcomes {
    std::mutex mutex;
    std::map<int, feishu::result<std::string>> all;

    std::size_t count(std::optional<unanswered> why) {
        std::lock_guard const lock(mutex);
        std::size_t out = 0;
        for (auto const& [number, outcome] : all)
            out += outcome ? !why : why && feishu::why_unanswered(outcome.error()) == why;
        return out;
    }
};

struct end_awaiter {
    question_board& board;
    asked_ptr asked;

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> coroutine) const { return board.wait(asked, coroutine); }
    feishu::result<void> await_resume() const { return *asked->ended; }
};

feishu::task wait_for_answer(question_board& board, asked_ptr asked, std::shared_ptr<std::string> chosen,
                             int number, asked_outcomes& outcomes) {
    end_awaiter const end{board, asked};
    auto const ended = co_await end;
    std::lock_guard const lock(outcomes.mutex);
    if (!ended)
        outcomes.all.emplace(number, ended.error());
    else
        outcomes.all.emplace(number, asked->message ? asked->message->text() : *chosen);
}

struct no_parent {
    struct promise_type {
        no_parent get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const { throw; }
    };
};

no_parent start_waiting(feishu::task what) { co_await what; }

struct waiting_users {
    std::shared_ptr<board_clock> clock = std::make_shared<board_clock>();
    std::shared_ptr<feishu::bot_executor> executor =
        std::make_shared<feishu::bot_executor>(feishu::executor_options{.threads = 2, .clock = clock});
    std::shared_ptr<question_board> board =
        std::make_shared<question_board>(executor, feishu::question_options{.max_waiting = 1'000});
    asked_outcomes outcomes;

    ~waiting_users() { // whoever still waits ends, and is destroyed
        board->cancel();
        executor->wait_until_idle();
    }

    static question_place place_of(int number) {
        return {.chat = feishu::chat_id("oc_" + std::to_string(number % 50)),
                .user = feishu::open_id("ou_" + std::to_string(number))};
    }

    // The question, unless it was refused.
    asked_ptr ask(int number, question_kind kind) {
        auto const asked = std::make_shared<asked_question>();
        auto const chosen = std::make_shared<std::string>();
        asked->place = place_of(number);
        asked->kind = kind;
        asked->read =
            [chosen](boost::json::object const& fields) -> feishu::result<feishu::field::json_text> {
            auto const* const version = fields.if_contains("version");
            if (version == nullptr || version->get_string().empty())
                return feishu::detail::validation_error({}, [] {
                    feishu::violations found;
                    found.add("version", "is required");
                    return found;
                }());
            *chosen = version->get_string();
            return feishu::field::json_text();
        };
        asked->closed = [](std::string const&) { return feishu::field::json_text(); };
        if (!board->open(asked))
            return nullptr;
        board->start(asked, 5min);
        start_waiting(wait_for_answer(*board, asked, chosen, number, outcomes));
        return asked;
    }

    bool say(int number, std::string text) {
        auto const message = std::make_shared<feishu::detail::received_message>();
        message->message.chat_id = place_of(number).chat;
        message->message.sender.open_id = place_of(number).user;
        message->message.text_ = std::move(text);
        return board->take(message);
    }

    std::string click(asked_ptr const& asked, int number, std::string const& version, std::string name = "") {
        boost::json::object const fields{{"feishu_question", asked->id}, {"version", version}};
        return board
            ->take(feishu::card_action{.user = place_of(number).user,
                                       .name = std::move(name),
                                       .fields = boost::json::serialize(fields)})
            .value();
    }

    void advance(std::chrono::milliseconds by) {
        clock->time = clock->time.load() + by;
        executor->check_timers();
        executor->wait_until_idle();
    }
};

bool has(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace

BOOST_FIXTURE_TEST_SUITE(bot_question_board, waiting_users)

BOOST_AUTO_TEST_CASE(a_thousand_conversations_wait_at_once_and_end_each_in_its_way) {
    std::vector<asked_ptr> asked;
    for (int i = 0; i < 1'000; ++i)
        asked.push_back(ask(i, i % 2 == 0 ? question_kind::message : question_kind::card));
    executor->wait_until_idle();
    BOOST_TEST(board->size() == 1'000u);
    BOOST_TEST(ask(1'000, question_kind::card) == nullptr); // no more than question_options::max_waiting

    for (int i = 0; i < 800; ++i) // 800 are answered, of which every second by a message
        if (i % 2 == 0)
            BOOST_TEST(say(i, std::to_string(i)));
        else
            click(asked[static_cast<std::size_t>(i)], i, std::to_string(i));
    executor->wait_until_idle();
    BOOST_TEST(board->size() == 200u);
    BOOST_TEST(outcomes.count({}) == 800u);
    advance(5min - 1ms);
    BOOST_TEST(board->size() == 200u);
    advance(1ms);
    BOOST_TEST(outcomes.count(unanswered::timed_out) == 200u);
    for (int i = 0; i < 800; ++i)
        BOOST_TEST(outcomes.all.at(i).value() == std::to_string(i)); // each has its own answer
}

BOOST_AUTO_TEST_CASE(what_is_submitted_with_invalid_values_is_refused_and_the_question_goes_on) {
    auto const asked = ask(1, question_kind::card);
    auto const response = click(asked, 1, "");
    BOOST_TEST(has(response, "version is required"));
    BOOST_TEST(has(response, "error"));
    BOOST_TEST(board->size() == 1u);
    BOOST_TEST(has(click(asked, 1, "1.4"), board->options().texts.answered));
    executor->wait_until_idle();
    BOOST_TEST(outcomes.all.at(1).value() == "1.4");
}

BOOST_AUTO_TEST_CASE(of_two_clicks_the_first_answers) {
    auto const asked = ask(1, question_kind::card);
    click(asked, 1, "1.4");
    BOOST_TEST(has(click(asked, 1, "1.5"), board->options().texts.ended));
    executor->wait_until_idle();
    BOOST_TEST(outcomes.all.at(1).value() == "1.4");
}

BOOST_AUTO_TEST_CASE(clicks_from_several_threads_are_answered_once) {
    auto const asked = ask(1, question_kind::card);
    std::atomic<int> accepted = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back(
                [&] { accepted += has(click(asked, 1, "1.4"), board->options().texts.answered); });
    }
    BOOST_TEST(accepted == 1);
}

BOOST_AUTO_TEST_CASE(others_get_a_toast_that_says_that_they_were_not_asked) {
    auto const asked = ask(1, question_kind::card);
    BOOST_TEST(has(click(asked, 2, "1.4"), board->options().texts.not_asked));
    BOOST_TEST(board->size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_cancel_button_ends_the_question) {
    auto const asked = ask(1, question_kind::card);
    click(asked, 1, "", "_cancel");
    executor->wait_until_idle();
    BOOST_TEST(outcomes.count(unanswered::canceled) == 1u);
}

BOOST_AUTO_TEST_CASE(cards_that_are_not_questions_are_left_to_their_handlers) {
    BOOST_TEST(!board->take(feishu::card_action{}).has_value());
    BOOST_TEST(!board->take(feishu::card_action{.fields = R"({"text": "feishu_question"})"}).has_value());
    BOOST_TEST(!board->take(feishu::card_action{.fields = R"({"feishu_question": 7})"}).has_value());
    auto const forgotten = board->take(feishu::card_action{.fields = R"({"feishu_question": "x-1"})"});
    BOOST_TEST(has(forgotten.value(), "no longer waits"));
}

BOOST_AUTO_TEST_CASE(a_new_question_ends_the_wait_for_the_older_one) {
    ask(1, question_kind::card);
    auto const newer = ask(1, question_kind::message);
    executor->wait_until_idle();
    BOOST_TEST(outcomes.count(unanswered::replaced) == 1u);
    BOOST_TEST(board->size() == 1u);
}

BOOST_AUTO_TEST_CASE(when_the_bot_stops_all_waits_end_and_nothing_is_asked_any_more) {
    for (int i = 0; i < 10; ++i)
        ask(i, question_kind::card);
    board->cancel();
    executor->wait_until_idle();
    BOOST_TEST(outcomes.count(unanswered::stopped) == 10u);
    BOOST_TEST(ask(11, question_kind::card) == nullptr);
}

BOOST_AUTO_TEST_CASE(plain_functions_that_wait_do_not_keep_the_answers_from_being_read) {
    // More than the executor has threads.
    for (int i = 0; i < 6; ++i)
        executor->post([this, i] {
            auto const asked = std::make_shared<asked_question>();
            asked->place = place_of(i);
            asked->kind = question_kind::message;
            board->open(asked).value();
            board->start(asked, 5min);
            wait_for_answer(*board, asked, std::make_shared<std::string>(), i, outcomes).run();
        });
    executor->wait_until_idle();
    BOOST_TEST(board->size() == 6u);
    for (int i = 0; i < 3; ++i)
        say(i, "1.4");
    executor->wait_until_idle();
    BOOST_TEST(outcomes.count({}) == 3u);
    advance(5min);
    BOOST_TEST(outcomes.count(unanswered::timed_out) == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
