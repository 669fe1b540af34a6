// Questions of a bot: who may answer, what ends them, and when.
#include <feishu/bot/impl/questions.hpp>
#include <feishu/bot/question.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

using feishu::unanswered;
using feishu::detail::question_click;
using feishu::detail::question_kind;
using feishu::detail::question_place;
using feishu::detail::questions;
using namespace std::chrono_literals;

namespace {

feishu::clock::time_point const question_begin{};
question_place const ann{.chat = feishu::chat_id("oc_1"), .user = feishu::open_id("ou_ann")};
question_place const ben{.chat = feishu::chat_id("oc_1"), .user = feishu::open_id("ou_ben")};
question_place const ann_elsewhere{.chat = feishu::chat_id("oc_2"), .user = ann.user};

struct asked_questions {
    questions all{"run", 3};

    std::string ask(question_place const& whom, question_kind kind = question_kind::card) {
        auto const id = all.open(whom, kind)->id;
        all.start(id, question_begin + 5min);
        return id;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bot_questions, asked_questions)

BOOST_AUTO_TEST_CASE(a_question_waits_until_it_is_answered) {
    auto const id = ask(ann);
    BOOST_TEST((all.click(id, ann.user) == question_click::open));
    BOOST_TEST((all.click(id, ann.user) == question_click::open)); // a refused answer does not end it
    BOOST_TEST(all.end(id));
    BOOST_TEST(!all.end(id));
    BOOST_TEST((all.click(id, ann.user) == question_click::ended));
    BOOST_TEST(all.size() == 0u);
}

BOOST_AUTO_TEST_CASE(only_the_user_who_was_asked_answers_a_card_unless_it_is_shared) {
    auto const hers = ask(ann);
    auto const shared = ask(ben, question_kind::shared);
    BOOST_TEST((all.click(hers, ben.user) == question_click::not_asked));
    BOOST_TEST((all.click(shared, ann.user) == question_click::open));
}

BOOST_AUTO_TEST_CASE(a_question_of_an_earlier_run_is_forgotten) {
    questions earlier("before", 3);
    auto const id = earlier.open(ann, question_kind::card)->id;
    BOOST_TEST((all.click(id, ann.user) == question_click::forgotten));
    BOOST_TEST((all.click("", ann.user) == question_click::forgotten));
    BOOST_TEST((all.click("run", ann.user) == question_click::forgotten));
}

BOOST_AUTO_TEST_CASE(the_next_message_of_the_user_in_the_chat_answers) {
    auto const id = ask(ann, question_kind::message);
    BOOST_TEST(!all.message(ben).has_value());
    BOOST_TEST(!all.message(ann_elsewhere).has_value());
    BOOST_TEST(all.message(ann).value() == id);
    BOOST_TEST(!all.message(ann).has_value());
    BOOST_TEST(!all.next_due().has_value());
}

BOOST_AUTO_TEST_CASE(a_message_does_not_answer_a_card) {
    ask(ann);
    BOOST_TEST(!all.message(ann).has_value());
}

BOOST_AUTO_TEST_CASE(a_message_that_comes_before_the_question_is_sent_does_not_answer_it) {
    auto const id = all.open(ann, question_kind::message)->id;
    BOOST_TEST(!all.message(ann).has_value());
    all.start(id, question_begin + 1min);
    BOOST_TEST(all.message(ann).value() == id);
}

BOOST_AUTO_TEST_CASE(a_click_that_comes_before_the_send_is_confirmed_counts) {
    auto const id = all.open(ann, question_kind::card)->id;
    BOOST_TEST((all.click(id, ann.user) == question_click::open));
    BOOST_TEST(all.end(id));
    all.start(id, question_begin + 1min); // has no effect any more
    BOOST_TEST(!all.next_due().has_value());
}

BOOST_AUTO_TEST_CASE(questions_end_at_their_deadlines_the_earliest_first) {
    auto const first = ask(ann);
    auto const other = all.open(ben, question_kind::card)->id;
    all.start(other, question_begin + 1min);
    BOOST_TEST((all.next_due() == question_begin + 1min));
    BOOST_TEST(all.due(question_begin + 59s).empty());
    BOOST_TEST(all.due(question_begin + 1min) == std::vector{other}, boost::test_tools::per_element());
    BOOST_TEST((all.next_due() == question_begin + 5min));
    BOOST_TEST(all.due(question_begin + 1h) == std::vector{first}, boost::test_tools::per_element());
    BOOST_TEST((all.click(first, ann.user) == question_click::ended));
}

BOOST_AUTO_TEST_CASE(a_new_question_replaces_the_one_of_the_same_user_in_the_same_chat) {
    auto const before = ask(ann);
    auto const elsewhere = ask(ann_elsewhere);
    auto const opened = all.open(ann, question_kind::message);
    BOOST_TEST(opened->replaced.value() == before);
    BOOST_TEST((all.click(before, ann.user) == question_click::ended));
    BOOST_TEST((all.click(elsewhere, ann.user) == question_click::open));
    BOOST_TEST(all.size() == 2u);
}

BOOST_AUTO_TEST_CASE(too_many_questions_are_refused_but_one_is_still_replaced) {
    auto const hers = ask(ann);
    ask(ben);
    ask(ann_elsewhere);
    BOOST_TEST(
        !all.open({.chat = feishu::chat_id("oc_3"), .user = ann.user}, question_kind::card).has_value());
    BOOST_TEST(all.open(ann, question_kind::card)->replaced.value() == hers);
    BOOST_TEST(all.size() == 3u);
}

BOOST_AUTO_TEST_CASE(all_questions_end_at_once) {
    ask(ann);
    ask(ben);
    BOOST_TEST(all.clear().size() == 2u);
    BOOST_TEST(all.size() == 0u);
    BOOST_TEST(!all.next_due().has_value());
}

BOOST_AUTO_TEST_CASE(the_reasons_without_an_answer_are_distinguished_from_other_errors) {
    for (auto const why : {unanswered::timed_out, unanswered::canceled, unanswered::replaced,
                           unanswered::too_many, unanswered::stopped}) {
        auto const e = feishu::detail::no_answer(why);
        BOOST_TEST((feishu::why_unanswered(e) == why));
        BOOST_TEST((e.kind == (why == unanswered::timed_out ? feishu::error_kind::timeout
                                                            : feishu::error_kind::canceled)));
    }
    BOOST_TEST(!feishu::why_unanswered({.kind = feishu::error_kind::timeout}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
