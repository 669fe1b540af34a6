// Streaming into a card: increasing sequence numbers, rate-limited updates, no lost text.

#include <chrono>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/client.hpp>
#include <feishu/client/card_stream.hpp>

#include "../client/fakes.hpp"
#include "../content/cards.hpp"

using namespace cards;
using namespace std::chrono_literals;

namespace {

struct streaming_world : fakes::world {
    streaming_world() { script->calls = {fakes::data_reply("{}")}; }

    card::stream<feishu::client> stream() { return {client, "7355", 0, {.clock = clock}}; }

    // Content updates in order, "element: text (sequence)".
    std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (auto const& seen : script->seen_calls()) {
            auto const from = seen.line.find("/elements/");
            if (from == std::string::npos)
                continue;
            auto const name = seen.line.substr(from + 10, seen.line.find("/content") - from - 10);
            auto const body = json(seen.body);
            all.push_back(name + ": " + std::string(body.at("content").as_string()) + " (" +
                          std::to_string(body.at("sequence").as_int64()) + ")");
        }
        return all;
    }
};

using lines = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(card_stream)

BOOST_AUTO_TEST_CASE(it_creates_the_card_and_is_sent_by_its_id) {
    streaming_world w;
    w.script->calls = {fakes::data_reply(R"({"card_id":"7355"})")};
    auto const stream = card::stream<feishu::client>::open(w.client, with(card::markdown{.content = "…", .element_id = "reply"}));
    BOOST_REQUIRE(stream.has_value());
    BOOST_TEST(stream->card_id() == "7355");
    BOOST_TEST(stream->sequence() == 0);
    auto const seen = w.script->seen_calls();
    BOOST_REQUIRE(seen.size() == 1u);
    BOOST_TEST(seen[0].line == "POST /open-apis/cardkit/v1/cards");
    auto const body = json(seen[0].body);
    BOOST_TEST(body.at("type") == "card_json");
    BOOST_TEST(json(std::string_view(body.at("data").as_string())).at("schema") == "2.0");
    BOOST_TEST(json(feishu::field::json_text(stream->message()).document()) ==
               json(R"({"type": "card", "data": {"card_id": "7355"}})"));
}

BOOST_AUTO_TEST_CASE(a_card_is_created_from_a_template) {
    streaming_world w;
    w.script->calls = {fakes::data_reply(R"({"card_id":"7355"})")};
    BOOST_TEST(card::stream<feishu::client>::open(w.client, card::from_template{.template_id = "AAq1"}).has_value());
    auto const body = json(w.script->seen_calls().at(0).body);
    BOOST_TEST(body.at("type") == "template");
    BOOST_TEST(json(std::string_view(body.at("data").as_string())) == json(R"({"template_id": "AAq1"})"));
}

BOOST_AUTO_TEST_CASE(an_invalid_card_is_not_created) {
    streaming_world w;
    auto const stream = card::stream<feishu::client>::open(w.client, with(card::input{.max_length = 1001}));
    BOOST_REQUIRE(!stream.has_value());
    BOOST_TEST((stream.error().kind == feishu::error_kind::validation));
    BOOST_TEST(stream.error().field == "data.body.elements[0].max_length");
    BOOST_TEST(w.script->seen_calls().empty());
}

BOOST_AUTO_TEST_CASE(frequent_updates_are_coalesced) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_TEST(stream.append("reply", "a").has_value());
    BOOST_TEST(stream.append("reply", "b").has_value());
    w.clock->advance(99ms);
    BOOST_TEST(stream.append("reply", "c").has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)"}));
    BOOST_TEST(stream.pending());
    w.clock->advance(1ms);
    BOOST_TEST(stream.append("reply", "d").has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)", "reply: abcd (2)"}));
    BOOST_TEST(!stream.pending());
}

BOOST_AUTO_TEST_CASE(flush_sends_pending_updates_once) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_TEST(stream.append("reply", "a").has_value());
    BOOST_TEST(stream.append("reply", "b").has_value());
    BOOST_TEST(stream.flush().has_value());
    BOOST_TEST(stream.flush().has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)", "reply: ab (2)"}));
}

BOOST_AUTO_TEST_CASE(updates_of_one_element_do_not_block_those_of_another) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_TEST(stream.append("a", "1").has_value());
    BOOST_TEST(stream.append("b", "1").has_value());
    w.clock->advance(100ms);
    BOOST_TEST(stream.append("a", "2").has_value());
    w.clock->advance(100ms);
    BOOST_TEST(stream.append("b", "2").has_value());
    BOOST_TEST((w.texts() == lines{"a: 1 (1)", "b: 1 (2)", "a: 12 (3)"}));
    BOOST_TEST(stream.pending());
}

BOOST_AUTO_TEST_CASE(empty_text_is_not_sent_and_does_not_keep_the_stream_open) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_REQUIRE(stream.append("reply", "").has_value());
    BOOST_REQUIRE(stream.write("other", "").has_value());
    BOOST_REQUIRE(stream.close().has_value());
    BOOST_TEST((w.texts() == lines{}));
    BOOST_TEST(w.script->seen_calls().size() == 1u); // the settings that end streaming
}

BOOST_AUTO_TEST_CASE(an_endless_interval_keeps_updates_until_they_are_flushed) {
    streaming_world w;
    card::stream<feishu::client> stream(w.client, "7355", 0,
                                        {.interval = (std::chrono::milliseconds::max)(), .clock = w.clock});
    for (char const* const part : {"a", "b", "c"})
        BOOST_REQUIRE(stream.append("reply", part).has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)"}));
    BOOST_REQUIRE(stream.flush().has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)", "reply: abc (2)"}));
}

BOOST_AUTO_TEST_CASE(write_replaces_the_text) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_TEST(stream.write("reply", "one").has_value());
    BOOST_TEST(stream.write("reply", "two").has_value());
    BOOST_TEST(stream.flush().has_value());
    BOOST_TEST((w.texts() == lines{"reply: one (1)", "reply: two (2)"}));
}

BOOST_AUTO_TEST_CASE(a_failed_update_is_sent_again_with_a_new_sequence_number) {
    streaming_world w;
    w.script->calls = {fakes::code_reply(300317), fakes::data_reply("{}")};
    auto stream = w.stream();
    auto const failed = stream.append("reply", "a");
    BOOST_REQUIRE(!failed.has_value());
    BOOST_TEST(failed.error().code == 300317);
    BOOST_TEST(stream.pending());
    BOOST_TEST(stream.flush().has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (1)", "reply: a (2)"}));
    BOOST_TEST(stream.sequence() == 2);
}

BOOST_AUTO_TEST_CASE(close_sends_the_rest_and_ends_streaming) {
    streaming_world w;
    auto stream = w.stream();
    BOOST_TEST(stream.append("reply", "a").has_value());
    BOOST_TEST(stream.append("reply", "b").has_value());
    BOOST_TEST(stream.close("done").has_value());
    auto const seen = w.script->seen_calls();
    BOOST_REQUIRE(seen.size() == 3u);
    BOOST_TEST(seen[2].line == "PATCH /open-apis/cardkit/v1/cards/7355/settings");
    auto const body = json(seen[2].body);
    BOOST_TEST(body.at("sequence") == 3);
    BOOST_TEST(json(std::string_view(body.at("settings").as_string())) ==
               json(R"({"config": {"streaming_mode": false, "summary": {"content": "done"}}})"));
}

BOOST_AUTO_TEST_CASE(it_continues_from_a_given_sequence_number) {
    streaming_world w;
    card::stream<feishu::client> stream(w.client, "7355", 41, {.clock = w.clock});
    BOOST_TEST(stream.append("reply", "a").has_value());
    BOOST_TEST((w.texts() == lines{"reply: a (42)"}));
}

BOOST_AUTO_TEST_SUITE_END()
