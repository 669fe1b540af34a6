// Forms made from described structs: the card that asks, and the reading of what was submitted.

#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/content/card/form.hpp>
#include <feishu/core/ids.hpp>

#include "../cards.hpp"

using namespace cards;
using namespace std::chrono_literals;

namespace form_test {

enum class environment { staging, production };
BOOST_DESCRIBE_ENUM(environment, staging, production)

struct deploy {
    std::string version;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(deploy, (), (version, confirmed))

struct everything {
    std::string words;
    feishu::field::text<2, 500> note;
    feishu::chat_id chat;
    int whole = 7;
    feishu::field::number<int, 1, 9> limited = 3;
    double real = 0.5;
    std::optional<unsigned> maybe;
    bool checked = true;
    environment to = environment::production;
    feishu::open<environment> open_to;
    std::vector<environment> several;
    std::vector<std::string> lines;
    std::chrono::year_month_day day{2026y / 2 / 28};
    std::optional<std::chrono::sys_seconds> time;
    feishu::open_id person;
    feishu::field::list<feishu::open_id, 1, 2> people;
    std::optional<environment> maybe_to;
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (words, note, chat, whole, limited, real, maybe, checked, to, open_to, several, lines,
                       day, time, person, people, maybe_to))

// What a user could submit for `everything`; `change` replaces members.
boost::json::value submitted(std::string_view change = "{}") {
    auto out = json(R"({"words": "hello", "note": "a note", "chat": "oc_1", "whole": " -12 ", "limited": "9",
                        "real": "2.25", "checked": true, "to": "staging", "open_to": "production",
                        "several": ["production", "staging"], "lines": "one\n\n two \r\n", "day": "2024-02-29 +0800",
                        "time": "2024-04-29 07:07 +0800", "person": "ou_1", "people": ["ou_1", "ou_2"]})");
    auto const changes = json(change).as_object();
    for (auto const& [name, value] : changes)
        out.as_object()[name] = value;
    return out;
}

// Reading finds this and nothing else.
void refuses_form(std::string_view change, std::string_view field, std::string_view message) {
    auto const read = card::form<everything>("All").read(submitted(change));
    BOOST_REQUIRE(!read);
    BOOST_TEST((read.error().kind == feishu::error_kind::validation));
    BOOST_REQUIRE(read.error().violations.size() == 1u);
    BOOST_TEST(read.error().violations[0].field == field);
    BOOST_TEST(read.error().violations[0].message() == message);
    BOOST_TEST(read.error().message == std::string(field) + " " + std::string(message));
}

} // namespace form_test

using namespace form_test;

BOOST_AUTO_TEST_SUITE(form_of_a_struct)

BOOST_AUTO_TEST_CASE(a_form_asks_for_each_member) {
    auto const made = card::form<deploy>("Deploy?").card();
    accepts(made);
    BOOST_TEST(json(document(made)) == json(R"json({
        "schema": "2.0", "header": {"title": {"tag": "plain_text", "content": "Deploy?"}},
        "body": {"elements": [{"tag": "form", "name": "form", "elements": [
            {"tag": "input", "name": "version", "label": {"tag": "plain_text", "content": "Version"},
             "required": true, "max_length": 1000, "width": "fill"},
            {"tag": "checker", "text": {"tag": "plain_text", "content": "Confirmed"}, "checked": false,
             "name": "confirmed"},
            {"tag": "button", "text": {"tag": "plain_text", "content": "Submit"}, "type": "primary",
             "form_action_type": "submit", "name": "_submit"}]}]}})json"));
}

BOOST_AUTO_TEST_CASE(what_was_submitted_becomes_the_struct) {
    auto const read = card::form<deploy>("Deploy?").read(json(R"({"version": "1.4.2", "confirmed": true})"));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->version == "1.4.2");
    BOOST_TEST(read->confirmed);
}

BOOST_AUTO_TEST_CASE(each_type_of_member_has_its_element) {
    card::form<everything> const form("All");
    accepts(form.card());
    BOOST_TEST(card::outline(form.card()) == R"(header: All
form form
  input words: Words
  input note: Note
  input chat: Chat
  input whole: Whole
  input limited: Limited
  input real: Real
  input maybe: Maybe
  checker checked: Checked
  div: To
  select_static to: staging
  div: Open to
  select_static open_to: staging
  div: Several
  multi_select_static several: staging
  input lines: Lines
  div: Day
  date_picker day: Day
  div: Time
  picker_datetime time: Time
  div: Person
  select_person person: Person
  div: People
  multi_select_person people: People
  div: Maybe to
  select_static maybe_to: staging
  button _submit: Submit)");
}

BOOST_AUTO_TEST_CASE(each_type_of_member_is_read) {
    auto const read = card::form<everything>("All").read(submitted());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->words == "hello");
    BOOST_TEST(read->note == "a note");
    BOOST_TEST(read->chat.str() == "oc_1");
    BOOST_TEST(read->whole == -12);
    BOOST_TEST(int(read->limited) == 9);
    BOOST_TEST(read->real == 2.25);
    BOOST_TEST(!read->maybe.has_value());
    BOOST_TEST(read->checked);
    BOOST_TEST((read->to == environment::staging));
    BOOST_TEST((read->open_to == environment::production));
    BOOST_TEST((read->several == std::vector{environment::production, environment::staging}));
    BOOST_TEST((read->lines == std::vector<std::string>{"one", "two"}));
    BOOST_TEST((read->day == 2024y / 2 / 29));
    BOOST_TEST((read->time == std::chrono::sys_days(2024y / 4 / 28) + 23h + 7min));
    BOOST_TEST(read->person.str() == "ou_1");
    BOOST_TEST(read->people.size() == 2u);
    BOOST_TEST(!read->maybe_to.has_value());
}

BOOST_AUTO_TEST_CASE(the_values_of_a_struct_are_filled_in) {
    everything initial;
    initial.words = "as before";
    initial.maybe = 4u;
    initial.several = {environment::staging};
    initial.lines = {"a", "b"};
    initial.time = std::chrono::sys_days(2026y / 1 / 2) + 3h + 4min;
    initial.person = feishu::open_id("ou_7");
    auto const written = document(card::form<everything>("All", initial).card());
    for (std::string_view const part :
         {R"("default_value":"as before")", R"("default_value":"7")", R"("default_value":"0.5")",
          R"("default_value":"4")", R"("checked":true)", R"("initial_option":"production")",
          R"("selected_values":["staging"])", R"("default_value":"a\nb")", R"("initial_date":"2026-02-28")",
          R"("initial_datetime":"2026-01-02 03:04")", R"("initial_option":"ou_7")"})
        BOOST_TEST(written.find(part) != written.npos, "missing: " << part);
    accepts(card::form<everything>("All", initial).card());
}

BOOST_AUTO_TEST_CASE(labels_placeholders_options_and_buttons_can_be_chosen) {
    card::form<everything> form("All");
    form.label(&everything::words, "In your words")
        .placeholder(&everything::person, "Who?")
        .options(&everything::words, {{"a", "The first"}, {"b"}})
        .options(&everything::to, {{"staging", "Staging (safe)"}})
        .options(&everything::lines, {{"x"}, {"y"}})
        .introduction("**Please** fill in")
        .submit("Go")
        .cancel("Never mind", {{"canceled", true}})
        .value({{"form", "f1"}});
    accepts(form.card());
    auto const outline = card::outline(form.card());
    for (std::string_view const line :
         {"markdown: **Please** fill in", "div: In your words", "select_static words: The first",
          "select_static to: Staging (safe)", "multi_select_static lines: x", "select_person person: Who?",
          "button _submit: Go", "button _cancel: Never mind"})
        BOOST_TEST(outline.find(line) != outline.npos, "missing: " << line << " in " << outline);
    auto const written = document(form.card());
    BOOST_TEST(written.find(R"({"type":"callback","value":{"form":"f1"}})") != written.npos);
    BOOST_TEST(written.find(R"({"type":"callback","value":{"canceled":true}})") != written.npos);

    auto const read = form.read(submitted(R"({"words": "b", "lines": ["y"], "to": "production"})"));
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().message == "to is \"production\", not one of staging");
    BOOST_TEST(form.read(submitted(R"({"words": "c", "lines": ["y"]})")).error().message ==
               "words is \"c\", not one of a, b");
    BOOST_TEST(form.read(submitted(R"({"words": "b", "lines": ["z"]})")).error().message ==
               "lines is \"z\", not one of x, y");
}

BOOST_AUTO_TEST_CASE(a_value_that_does_not_fit_is_named) {
    refuses_form(R"({"words": ""})", "words", "is required");
    refuses_form(R"({"words": "  "})", "words", "is required");
    refuses_form(R"({"words": 3})", "words", "is not a text");
    refuses_form(R"({"note": "a"})", "note", "has 1 character, at least 2 are required");
    refuses_form(R"({"whole": "12.5"})", "whole", "is not a whole number");
    refuses_form(R"({"whole": "twelve"})", "whole", "is not a whole number");
    refuses_form(R"({"whole": "2147483648"})", "whole", "is 2147483648, must be at most 2147483647");
    refuses_form(R"({"whole": "99999999999999999999"})", "whole", "is not a whole number");
    refuses_form(R"({"limited": "0"})", "limited", "is 0, must be at least 1");
    refuses_form(R"({"limited": "10"})", "limited", "is 10, must be at most 9");
    refuses_form(R"({"maybe": "-1"})", "maybe", "is -1, must be at least 0");
    refuses_form(R"({"real": "nan"})", "real", "is not a number");
    refuses_form(R"({"real": "1e999"})", "real", "is not a number");
    refuses_form(R"({"checked": "yes"})", "checked", "is not a boolean");
    refuses_form(R"({"to": "nowhere"})", "to", "is \"nowhere\", not one of staging, production");
    refuses_form(R"({"several": ["staging", "nowhere"]})", "several",
                 "is \"nowhere\", not one of staging, production");
    refuses_form(R"({"several": [1]})", "several", "has an item that is not a text");
    refuses_form(R"({"several": {}})", "several", "is not a list");
    refuses_form(R"({"day": "2026-02-29"})", "day", "is not a date");
    refuses_form(R"({"day": "tomorrow"})", "day", "is not a date");
    refuses_form(R"({"day": "2026-02-28T"})", "day", "is not a date");
    refuses_form(R"({"time": "2026-02-28"})", "time", "is not a date and time");
    refuses_form(R"({"time": "2026-02-28 24:00"})", "time", "is not a date and time");
    refuses_form(R"({"time": "2026-02-28 10:00 CET"})", "time", "is not a date and time");
    refuses_form(R"({"people": []})", "people", "is required");
    refuses_form(R"({"people": ["ou_1", "ou_2", "ou_3"]})", "people", "has 3 items, at most 2 are allowed");
}

BOOST_AUTO_TEST_CASE(each_bad_value_is_reported_and_the_others_are_read) {
    auto const read = card::form<everything>("All").read(json("{}"));
    BOOST_REQUIRE(!read);
    std::vector<std::string> fields;
    for (auto const& problem : read.error().violations)
        fields.push_back(problem.field);
    BOOST_TEST((fields == std::vector<std::string>{"words", "note", "chat", "whole", "limited", "real", "to",
                                                   "open_to", "day", "person", "people"}));
    BOOST_TEST(!card::form<everything>("All").read(json("[]")).has_value());
    BOOST_TEST(!card::form<everything>("All").read(json("null")).has_value());
}

BOOST_AUTO_TEST_CASE(times_are_read_in_every_zone) {
    struct example {
        std::string_view text;
        std::chrono::sys_seconds time;
    };
    auto const day = std::chrono::sys_days(2026y / 3 / 1);
    for (auto const& [text, time] : {example{"2026-03-01 00:30", day + 30min},
                                     {"2026-03-01 00:30 +0000", day + 30min},
                                     {"2026-03-01 00:30 -0330", day + 4h},
                                     {"2026-03-01 00:30 +05:30", day - 5h}}) {
        auto change = boost::json::serialize(boost::json::object{{"time", text}});
        auto const read = card::form<everything>("All").read(submitted(change));
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST((read->time == time), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
