// Decisions of a stream of text into cards, against a platform that is simulated here, on a clock of its own.

#include <chrono>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/bot/impl/reply_stream_machine.hpp>
#include <feishu/core/errc.hpp>

namespace reply_streams {

using namespace std::chrono_literals;
using feishu::detail::reply_stream_machine;
using feishu::detail::saved_stream;
namespace actions = feishu::detail::stream_actions;
using time_point = feishu::clock::time_point;

feishu::error refusal(feishu::errc code, std::string message = "refused") {
    feishu::error e;
    e.kind = feishu::error_kind::api;
    e.code = static_cast<int>(code);
    e.message = std::move(message);
    e.http_status = 400;
    return e;
}

feishu::error lost_connection() {
    feishu::error e;
    e.kind = feishu::error_kind::transport;
    e.message = "connection reset";
    return e;
}

/// Cards and messages as the platform keeps them, with its rules for streaming.
struct platform {
    struct card {
        std::string text{};
        bool streaming = true;
        int sequence = 0;
        time_point opened{};
        std::string summary{};
    };

    std::map<std::string, card> cards{};
    std::vector<std::pair<std::string, std::size_t>> messages{}; // card and number
    std::size_t max_bytes = 30'000;
    std::chrono::minutes streaming_time{10};
    std::vector<std::string> log{};

    feishu::result<std::string> perform(actions::create const& action, time_point now) {
        auto const id = "card_" + std::to_string(cards.size() + 1);
        cards[id] = {.text = action.text, .opened = now};
        return id;
    }
    feishu::result<std::string> perform(actions::send const& action, time_point) {
        for (std::size_t i = 0; i < messages.size(); ++i)
            if (messages[i].second == action.number) // the same uuid
                return "om_" + std::to_string(i);
        messages.emplace_back(action.card, action.number);
        return "om_" + std::to_string(messages.size() - 1);
    }
    feishu::result<std::string> perform(actions::write const& action, time_point now) {
        auto& to = cards.at(action.card);
        if (action.sequence <= to.sequence)
            return refusal(feishu::errc::cardkit_sequence_not_increasing);
        if (!to.streaming)
            return refusal(feishu::errc::cardkit_streaming_closed);
        if (now - to.opened >= streaming_time)
            return refusal(feishu::errc::cardkit_streaming_timeout);
        if (feishu::detail::escaped_size(action.text) > max_bytes)
            return refusal(feishu::errc::cardkit_card_too_large);
        to.sequence = action.sequence;
        to.text = action.text;
        return std::string();
    }
    feishu::result<std::string> perform(actions::switch_mode const& action, time_point now) {
        auto& to = cards.at(action.card);
        if (action.sequence <= to.sequence)
            return refusal(feishu::errc::cardkit_sequence_not_increasing);
        to.sequence = action.sequence;
        to.streaming = action.streaming;
        to.opened = now;
        to.summary = action.summary;
        return std::string();
    }
    feishu::result<std::string> perform(actions::read const& action, time_point) {
        return cards.at(messages.at(std::stoul(action.message.substr(3))).first).text;
    }

    /// What the chat displays, one text per message.
    std::vector<std::string> displayed() const {
        std::vector<std::string> out;
        for (auto const& message : messages)
            out.push_back(cards.at(message.first).text);
        return out;
    }
    std::string all() const {
        std::string out;
        for (auto const& text : displayed())
            out += text;
        return out;
    }
};

/// A machine with its platform, and what a store has kept.
struct stream {
    explicit stream(feishu::reply_stream_options with = {}) : options(with), machine(with) {}

    /// Performs actions until there is nothing to do before `until`. `fault` decides what a request meets.
    template <class Fault>
    void run(time_point until, Fault fault) {
        for (int steps = 0; steps < 100'000; ++steps) {
            auto const action = machine.next(now);
            if (std::holds_alternative<actions::done>(action))
                return;
            if (auto const* wait = std::get_if<actions::wait>(&action)) {
                if (!wait->until || *wait->until > until)
                    break;
                now = std::max(now, *wait->until);
            } else if (std::holds_alternative<actions::save>(action)) {
                kept = machine.saved();
            } else {
                perform(action, fault);
            }
        }
        now = std::max(now, until);
    }
    void run(std::chrono::milliseconds time = 0ms) {
        run(now + time, [](auto const&) { return std::pair(true, std::optional<feishu::error>()); });
    }

    template <class Fault>
    void perform(feishu::detail::stream_action const& action, Fault& fault) {
        std::visit(
            [&](auto const& request) {
                requests.push_back(now);
                auto const [executed, error] = fault(request);
                auto outcome = executed ? chat.perform(request, now) : feishu::result<std::string>(*error);
                machine.on_outcome(error ? feishu::result<std::string>(*error) : std::move(outcome), now);
            },
            std::get<feishu::detail::stream_request>(action));
    }

    /// The process is killed; another one continues.
    void restart() { machine = reply_stream_machine(options, kept); }

    feishu::reply_stream_options options;
    reply_stream_machine machine;
    platform chat{};
    saved_stream kept{};
    time_point now{std::chrono::hours(1)};
    std::vector<time_point> requests{};
};

std::string paragraph(int number, std::size_t size) {
    std::string out = "Paragraph " + std::to_string(number) + ": ";
    while (out.size() < size)
        out += "words \"and\" 文字 ";
    return out + "\n\n";
}

} // namespace reply_streams

using namespace reply_streams;
using texts_of_cards = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(reply_stream)

BOOST_AUTO_TEST_CASE(a_card_is_there_before_the_text) {
    stream s;
    s.run();
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"…"}));
    BOOST_TEST(s.chat.cards["card_1"].streaming);
}

BOOST_AUTO_TEST_CASE(the_text_is_displayed_and_the_streaming_mode_ended) {
    stream s;
    s.run();
    s.machine.append("**Hello** ");
    s.run(1s);
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"**Hello** "}));
    s.machine.append("world");
    s.machine.finish();
    s.run(1s);
    BOOST_TEST(s.machine.over());
    BOOST_TEST(s.machine.verified());
    BOOST_TEST(s.machine.displayed());
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"**Hello** world"}));
    BOOST_TEST(!s.chat.cards["card_1"].streaming);
    BOOST_TEST(s.chat.cards["card_1"].summary == "Hello world");
    BOOST_TEST((s.machine.messages() == texts_of_cards{"om_0"}));
}

BOOST_AUTO_TEST_CASE(pieces_within_the_interval_are_one_update) {
    stream s({.interval = 120ms});
    s.run();
    for (int i = 0; i < 1000; ++i) {
        s.machine.append("x");
        s.run(1ms);
    }
    s.machine.finish();
    s.run(1s);
    BOOST_TEST(s.chat.all() == std::string(1000, 'x'));
    BOOST_TEST(s.requests.size() <=
               2 + 1000 / 120 + 1 + 1 + 2);             // create, send, writes, last write, close, read
    for (std::size_t i = 2; i < s.requests.size(); ++i) // the message is sent as soon as there is a card
        BOOST_TEST((s.requests[i] - s.requests[i - 1] >= 120ms));
}

BOOST_AUTO_TEST_CASE(nothing_is_sent_for_an_empty_text) {
    stream s;
    s.machine.finish();
    s.run();
    BOOST_TEST(s.machine.over());
    BOOST_TEST(s.chat.cards.empty());
}

BOOST_AUTO_TEST_CASE(a_long_text_continues_in_further_cards) {
    stream s({.max_card_bytes = 2000});
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += paragraph(i, 300);
    s.machine.append(text);
    s.machine.finish();
    s.run(1h);
    BOOST_TEST(s.machine.over());
    BOOST_TEST(s.machine.verified());
    BOOST_TEST(s.chat.all() == text);
    BOOST_TEST(s.machine.size() == text.size());
    BOOST_TEST(s.chat.messages.size() >= 6u);
    for (auto const& [id, card] : s.chat.cards) {
        BOOST_TEST(!card.streaming);
        BOOST_TEST(feishu::detail::escaped_size(card.text) <= 2000u);
    }
}

BOOST_AUTO_TEST_CASE(a_streaming_mode_that_the_platform_ended_is_opened_again) {
    stream s;
    s.run();
    s.machine.append("one ");
    s.run(11min);
    s.machine.append("two ");
    s.run(1s);
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"one two "}));
    BOOST_TEST(s.chat.cards["card_1"].streaming);
    s.run(11min);
    s.machine.finish();
    s.run(1s);
    BOOST_TEST(s.machine.over());
    BOOST_TEST(!s.chat.cards["card_1"].streaming);
}

BOOST_AUTO_TEST_CASE(a_sequence_that_is_behind_is_repaired) {
    stream s;
    s.run();
    s.chat.cards["card_1"].sequence = 500;
    s.machine.append("text");
    s.run(1s);
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"text"}));
}

BOOST_AUTO_TEST_CASE(a_card_that_is_refused_for_its_size_gets_less) {
    stream s;
    s.chat.max_bytes = 9000;
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += paragraph(i, 800);
    s.machine.append("start\n\n");
    s.run(1s);
    s.machine.append(text);
    s.machine.finish();
    s.run(1h);
    BOOST_TEST(s.machine.over());
    BOOST_TEST(!s.machine.failure().has_value());
    BOOST_TEST(s.chat.all() == "start\n\n" + text);
}

BOOST_AUTO_TEST_CASE(a_card_that_is_gone_is_replaced) {
    stream s;
    s.run();
    s.machine.append("text");
    auto gone = [&](auto const& request) {
        if constexpr (std::is_same_v<std::decay_t<decltype(request)>, actions::write>)
            if (request.card == "card_1")
                return std::pair(false, std::optional(refusal(feishu::errc::cardkit_card_expired)));
        return std::pair(true, std::optional<feishu::error>());
    };
    s.machine.finish();
    s.run(s.now + 10s, gone);
    BOOST_TEST(s.machine.over());
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"…", "text"}));
}

BOOST_AUTO_TEST_CASE(the_final_text_is_read_back_and_written_again) {
    stream s;
    s.run();
    s.machine.append("text");
    s.machine.finish();
    int reads = 0;
    s.run(s.now + 10s, [&](auto const& request) {
        if constexpr (std::is_same_v<std::decay_t<decltype(request)>, actions::read>)
            if (reads++ == 0)
                s.chat.cards["card_1"].text = "something else";
        return std::pair(true, std::optional<feishu::error>());
    });
    BOOST_TEST(reads == 2);
    BOOST_TEST(s.machine.verified());
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"text"}));
    BOOST_TEST(!s.chat.cards["card_1"].streaming);
}

BOOST_AUTO_TEST_CASE(a_text_that_cannot_be_read_back_is_not_a_failure) {
    stream s;
    s.machine.append("text");
    s.machine.finish();
    s.run(s.now + 10s, [&](auto const& request) {
        bool const reads = std::is_same_v<std::decay_t<decltype(request)>, actions::read>;
        return std::pair(!reads, reads ? std::optional(refusal(feishu::errc::scope_missing)) : std::nullopt);
    });
    BOOST_TEST(s.machine.over());
    BOOST_TEST(!s.machine.verified());
    BOOST_TEST(!s.machine.failure().has_value());
}

BOOST_AUTO_TEST_CASE(an_aborted_stream_displays_why_outside_of_an_open_code_block) {
    stream s;
    s.machine.append("```cpp\nint x");
    s.run(1s);
    s.machine.abort("the model does not respond");
    s.run(1s);
    BOOST_TEST(s.machine.over());
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"```cpp\nint x\n```\n\n⚠ the model does not respond"}));
    BOOST_TEST(!s.chat.cards["card_1"].streaming);
}

BOOST_AUTO_TEST_CASE(a_refusal_that_no_repetition_can_mend_ends_the_stream) {
    stream s;
    s.machine.append("text");
    s.run(s.now + 1s, [](auto const&) {
        return std::pair(false, std::optional(refusal(feishu::errc::cardkit_permission_denied)));
    });
    BOOST_TEST(s.machine.over());
    BOOST_REQUIRE(s.machine.failure().has_value());
    BOOST_TEST((s.machine.failure()->symbol() == feishu::errc::cardkit_permission_denied));
    BOOST_TEST(!s.machine.displayed());
}

BOOST_AUTO_TEST_CASE(a_platform_that_is_away_for_a_while_costs_nothing) {
    stream s({.give_up = 2min});
    s.run();
    s.machine.append("text");
    auto away = [](auto const&) { return std::pair(false, std::optional(lost_connection())); };
    s.run(s.now + 1min, away);
    BOOST_TEST(!s.machine.over());
    s.run(1min);
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"text"}));
    s.machine.append(" more");
    s.run(s.now + 5min, away);
    BOOST_TEST(s.machine.over());
    BOOST_TEST(s.machine.failure().has_value());
}

BOOST_AUTO_TEST_CASE(a_piece_may_end_within_a_character) {
    stream s;
    std::string const text = "a 文字 \xF0\x9F\x98\x80.";
    for (char const byte : text) {
        s.machine.append(std::string_view(&byte, 1));
        s.run(1s);
        BOOST_TEST(text.starts_with(s.chat.all() == "…" ? "" : s.chat.all()));
    }
    BOOST_TEST(s.machine.size() == text.size());
    BOOST_TEST(s.chat.all() == text);
    s.machine.append("\xFF and \xE6\x96"); // not UTF-8, and cut off
    s.machine.finish();
    s.run(1s);
    BOOST_TEST(s.chat.all() == text + "\xEF\xBF\xBD and \xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(a_character_that_does_not_go_on_is_replaced_once_wherever_the_pieces_end) {
    for (std::size_t const cut : {1u, 2u, 3u}) {
        stream s;
        std::string_view const text = "\xE6\x96"
                                      "bc";
        s.machine.append(text.substr(0, cut));
        s.machine.append(text.substr(cut));
        s.machine.finish();
        s.run(1s);
        BOOST_TEST(s.chat.all() == "\xEF\xBF\xBD"
                                   "bc");
    }
}

BOOST_AUTO_TEST_CASE(a_stream_that_was_killed_within_a_character_continues_before_it) {
    stream s;
    s.machine.append("a\xE6\x96");
    s.run(2s);
    BOOST_TEST(s.machine.size() == 3u);
    s.restart();
    BOOST_TEST(s.machine.size() == 1u);
    s.machine.append("\xE6\x96\x87");
    s.machine.finish();
    s.run(1s);
    BOOST_TEST(s.chat.all() == "a文");
}

BOOST_AUTO_TEST_CASE(a_rate_limit_is_waited_for) {
    stream s;
    s.run();
    s.machine.append("text");
    auto const begin = s.now;
    auto limited = refusal(feishu::errc::rate_limited);
    limited.http_status = 429;
    limited.retry_after = 7s;
    bool first = true;
    s.run(s.now + 20s, [&](auto const&) {
        bool const refuse = std::exchange(first, false);
        return std::pair(!refuse, refuse ? std::optional(limited) : std::nullopt);
    });
    BOOST_TEST((s.requests.back() - begin >= 7s));
    BOOST_TEST((s.chat.displayed() == texts_of_cards{"text"}));
}

BOOST_AUTO_TEST_CASE(under_faults_and_kills_the_chat_has_exactly_the_text) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        auto const chance = [&](unsigned percent) { return random() % 100 < percent; };
        stream s({.max_card_bytes = 3000});
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += paragraph(i, 50 + random() % 500);
        auto fault = [&](auto const&) {
            if (chance(8)) // before it is processed, or after
                return std::pair(chance(50), std::optional(lost_connection()));
            if (chance(3))
                return std::pair(false, std::optional(refusal(feishu::errc::rate_limited)));
            return std::pair(true, std::optional<feishu::error>());
        };
        while (!s.machine.over()) {
            if (chance(2))
                s.restart(); // the writer continues from what is left
            auto const size = s.machine.size();
            BOOST_REQUIRE(size <= text.size());
            s.machine.append(text.substr(size, random() % 400));
            if (s.machine.size() == text.size())
                s.machine.finish();
            s.run(s.now + std::chrono::milliseconds(random() % 30'000), fault);
        }
        BOOST_TEST(!s.machine.failure().has_value());
        BOOST_REQUIRE(s.chat.all() == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
