#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <feishu/event/impl/fragments.hpp>

namespace frames = feishu::frames;
using namespace std::chrono_literals;

namespace {

feishu::clock::time_point const first_piece_at{};

frames::frame piece(std::string id, std::string sum, std::string seq, std::string payload = "x") {
    return {.headers = {{"message_id", std::move(id)}, {"sum", std::move(sum)}, {"seq", std::move(seq)}},
            .payload = std::move(payload)};
}

std::string problem(frames::fragments& pieces, frames::frame f) {
    auto const added = pieces.add(std::move(f), first_piece_at);
    return added ? std::string() : added.error().message;
}

std::vector<frames::frame> pieces_of(std::string payload, std::size_t size) {
    return frames::split({.headers = {{"message_id", "m"}}, .payload = std::move(payload)}, size);
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_fragments)

BOOST_AUTO_TEST_CASE(a_payload_that_fits_is_one_fragment) {
    for (std::string const payload : {"", "0123456789"}) {
        auto const out = pieces_of(payload, 10);
        BOOST_REQUIRE(out.size() == 1u);
        BOOST_TEST(out[0].payload == payload);
        BOOST_TEST(out[0].header("sum") == "1");
        BOOST_TEST(out[0].header("seq") == "0");
    }
}

BOOST_AUTO_TEST_CASE(a_longer_payload_is_split_and_every_fragment_keeps_the_other_headers) {
    auto const out = pieces_of("0123456789a", 5);
    BOOST_REQUIRE(out.size() == 3u);
    BOOST_TEST(out[2].payload == "a");
    BOOST_TEST(out[2].header("sum") == "3");
    BOOST_TEST(out[2].header("seq") == "2");
    BOOST_TEST(out[2].header("message_id") == "m");
}

BOOST_AUTO_TEST_CASE(a_maximum_payload_of_zero_counts_as_one) {
    BOOST_TEST(pieces_of("abc", 0).size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_complete_frame_is_returned_at_once_with_or_without_sum) {
    frames::fragments pieces;
    BOOST_TEST(pieces.add({.payload = "a"}, first_piece_at).value().value() == "a");
    BOOST_TEST(pieces.add(piece("m", "1", "0", "b"), first_piece_at).value().value() == "b");
    BOOST_TEST(pieces.incomplete() == 0u);
}

BOOST_AUTO_TEST_CASE(fragments_are_joined_in_any_order) {
    auto out = pieces_of("The quick brown fox", 2);
    for (unsigned seed = 1; seed < 20; ++seed) {
        std::shuffle(out.begin(), out.end(), std::mt19937(seed));
        frames::fragments pieces;
        for (std::size_t i = 0; i + 1 < out.size(); ++i)
            BOOST_TEST(!pieces.add(out[i], first_piece_at).value());
        BOOST_TEST(pieces.add(out.back(), first_piece_at).value().value() == "The quick brown fox");
        BOOST_TEST(pieces.incomplete() == 0u);
        BOOST_TEST(pieces.bytes() == 0u);
    }
}

BOOST_AUTO_TEST_CASE(interleaved_messages_do_not_mix) {
    frames::fragments pieces;
    pieces.add(piece("a", "2", "0", "a0"), first_piece_at).value();
    pieces.add(piece("b", "2", "1", "b1"), first_piece_at).value();
    BOOST_TEST(pieces.add(piece("a", "2", "1", "a1"), first_piece_at).value().value() == "a0a1");
    BOOST_TEST(pieces.add(piece("b", "2", "0", "b0"), first_piece_at).value().value() == "b0b1");
}

BOOST_AUTO_TEST_CASE(a_duplicate_fragment_is_ignored) {
    frames::fragments pieces;
    pieces.add(piece("m", "2", "0", "first"), first_piece_at).value();
    BOOST_TEST(!pieces.add(piece("m", "2", "0", "again"), first_piece_at).value());
    BOOST_TEST(pieces.bytes() == 5u);
    BOOST_TEST(pieces.add(piece("m", "2", "1", "!"), first_piece_at).value().value() == "first!");
}

BOOST_AUTO_TEST_CASE(a_message_with_a_missing_fragment_is_dropped_after_its_lifetime) {
    frames::fragments pieces;
    pieces.add(piece("m", "3", "0"), first_piece_at).value();
    pieces.add(piece("m", "3", "1"), first_piece_at + 4s).value();
    pieces.expire(first_piece_at + 4999ms);
    BOOST_TEST(pieces.incomplete() == 1u);
    BOOST_TEST(!pieces.add(piece("m", "3", "2"), first_piece_at + 5s).value());
    BOOST_TEST(pieces.incomplete() == 1u); // only the late fragment
    BOOST_TEST(pieces.bytes() == 1u);
}

BOOST_AUTO_TEST_CASE(an_invalid_fragment_is_an_error) {
    frames::fragments pieces;
    for (std::string const sum : {"0", "-1", "two", "99999999999999999999", "1025"})
        BOOST_TEST(problem(pieces, piece("m", sum, "0")) == "fragment dropped: sum is out of range");
    for (std::string const seq : {"2", "-1", "one", "99999999999999999999"})
        BOOST_TEST(problem(pieces, piece("m", "2", seq)) == "fragment dropped: seq is not below sum");
    for (std::string const& id : {std::string(), std::string(300, 'm')})
        BOOST_TEST(problem(pieces, piece(id, "2", "0")) ==
                   "fragment dropped: message_id is missing or too long");
    BOOST_TEST(pieces.incomplete() == 0u);
}

BOOST_AUTO_TEST_CASE(fragments_that_disagree_on_sum_drop_their_message) {
    frames::fragments pieces;
    pieces.add(piece("m", "2", "0"), first_piece_at).value();
    BOOST_TEST(problem(pieces, piece("m", "3", "1")) ==
               "fragment dropped: sum differs from the other fragments of the message");
    BOOST_TEST(pieces.incomplete() == 0u);
    BOOST_TEST(pieces.bytes() == 0u);
}

BOOST_AUTO_TEST_CASE(a_message_that_is_too_large_is_dropped_and_others_are_kept) {
    frames::fragments pieces({.bytes = 10});
    pieces.add(piece("small", "2", "0", "1"), first_piece_at).value();
    pieces.add(piece("large", "2", "0", "123456"), first_piece_at).value();
    BOOST_TEST(problem(pieces, piece("large", "2", "1", "12345")) == "fragment dropped: message too large");
    BOOST_TEST(pieces.incomplete() == 1u);
    BOOST_TEST(pieces.add(piece("small", "2", "1", "2"), first_piece_at).value().value() == "12");
}

BOOST_AUTO_TEST_CASE(the_oldest_message_makes_room_for_a_new_one) {
    frames::fragments pieces({.messages = 2});
    for (std::string const id : {"a", "b", "c"})
        pieces.add(piece(id, "2", "0"), first_piece_at).value();
    BOOST_TEST(pieces.incomplete() == 2u);
    BOOST_TEST(pieces.add(piece("b", "2", "1"), first_piece_at).value().has_value());
    BOOST_TEST(!pieces.add(piece("a", "2", "1"), first_piece_at).value());
}

BOOST_AUTO_TEST_CASE(the_oldest_messages_make_room_for_bytes_even_when_the_oldest_is_the_one_that_grows) {
    frames::fragments pieces({.bytes = 10});
    pieces.add(piece("a", "3", "0", "1234"), first_piece_at).value();
    pieces.add(piece("b", "3", "0", "1234"), first_piece_at).value();
    pieces.add(piece("a", "3", "1", "1234"), first_piece_at).value();
    BOOST_TEST(pieces.incomplete() == 1u);
    BOOST_TEST(pieces.bytes() == 8u);
    BOOST_TEST(pieces.add(piece("a", "3", "2", "!"), first_piece_at).value().value() == "12341234!");
}

BOOST_AUTO_TEST_CASE(clear_drops_everything) {
    frames::fragments pieces;
    pieces.add(piece("m", "2", "0"), first_piece_at).value();
    pieces.clear();
    BOOST_TEST(pieces.incomplete() == 0u);
    BOOST_TEST(!pieces.add(piece("m", "2", "1"), first_piece_at).value());
}

BOOST_AUTO_TEST_CASE(the_longest_lifetime_does_not_overflow) {
    frames::fragments pieces({.lifetime = std::chrono::milliseconds::max()});
    pieces.add(piece("m", "3", "0"), first_piece_at).value();
    pieces.expire(first_piece_at + 24h * 365);
    BOOST_TEST(pieces.incomplete() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
