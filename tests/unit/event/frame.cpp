#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include <feishu/event/impl/frame.hpp>

namespace frames = feishu::frames;
using namespace std::string_literals;

namespace {

frames::frame full() {
    return {.seq_id = 1,
            .log_id = 0xffffffffffffffff,
            .service = 7,
            .method = 1,
            .headers = {{"type", "event"}, {"message_id", "m"}},
            .payload_encoding = "gzip",
            .payload_type = "json",
            .payload = "{\0}"s,
            .log_id_new = "log"};
}

// SeqID, LogID, service and method, as protobuf writes them.
std::string const required = "\x08\x01\x10\x02\x18\x03\x20\x01"s;

} // namespace

BOOST_AUTO_TEST_SUITE(event_frame)

BOOST_AUTO_TEST_CASE(a_frame_reads_back_as_it_was_written) {
    BOOST_TEST((frames::decode(frames::encode(full())).value() == full()));
    frames::frame negative{.service = -1, .method = -2};
    BOOST_TEST((frames::decode(frames::encode(negative)).value() == negative));
}

BOOST_AUTO_TEST_CASE(the_bytes_are_those_of_protobuf) {
    frames::frame ping{.seq_id = 1, .log_id = 2, .service = 3, .method = 0, .headers = {{"type", "ping"}}};
    BOOST_TEST(frames::encode(ping) == "\x08\x01\x10\x02\x18\x03\x20\x00\x2a\x0c\x0a\x04type\x12\x04ping"s);
}

BOOST_AUTO_TEST_CASE(required_fields_are_written_even_when_they_are_zero_and_the_others_are_not) {
    BOOST_TEST(frames::encode({}) == "\x08\x00\x10\x00\x18\x00\x20\x00"s);
}

BOOST_AUTO_TEST_CASE(a_frame_without_a_required_field_is_refused) {
    BOOST_TEST(frames::decode(required).has_value());
    for (std::size_t left_out = 0; left_out < 4; ++left_out) {
        auto bytes = required;
        bytes.erase(left_out * 2, 2);
        auto const read = frames::decode(bytes);
        BOOST_TEST((read.error().kind == feishu::error_kind::decode));
        BOOST_TEST(read.error().message == "malformed frame: a required field is missing");
    }
}

BOOST_AUTO_TEST_CASE(a_header_without_key_or_value_is_refused) {
    for (auto const& header : {"\x2a\x00"s, "\x2a\x03\x0a\x01k"s, "\x2a\x03\x12\x01v"s})
        BOOST_TEST(frames::decode(required + header).error().message ==
                   "malformed frame: a header without key or value");
}

BOOST_AUTO_TEST_CASE(unknown_fields_are_skipped) {
    auto const read = frames::decode("\x52\x03new\x58\x05\x65"
                                     "four\x61"
                                     "eightbyt"s +
                                     required)
                          .value();
    BOOST_TEST(read.log_id == 2u);
}

BOOST_AUTO_TEST_CASE(a_known_field_of_another_wire_type_is_skipped) {
    auto const read = frames::decode(required + "\x42\x02{}\x40\x05"s).value();
    BOOST_TEST(read.payload == "{}");
}

BOOST_AUTO_TEST_CASE(a_truncated_frame_is_rejected_or_lacks_only_whole_fields) {
    auto const bytes = frames::encode(full());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        auto const read = frames::decode(std::string_view(bytes).substr(0, size));
        BOOST_TEST((!read || *read != full()));
    }
}

BOOST_AUTO_TEST_CASE(hostile_bytes_are_an_error) {
    for (auto const& bytes : {
             "\x00"s,                                             // field number 0
             "\x0b"s,                                             // a group
             "\x0f"s,                                             // wire type 7
             "\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"s, // a number that never ends
             "\x42\xff\xff\xff\xff\x0f"s,                         // 4 GiB of payload to come
             "\x2a\x02\x0a\x05"
             "abc"s, // a key longer than its header
         })
        BOOST_TEST((frames::decode(required + bytes).error().kind == feishu::error_kind::decode));
}

BOOST_AUTO_TEST_CASE(the_number_of_headers_is_limited) {
    std::string bytes = required;
    for (std::size_t i = 0; i < frames::max_headers; ++i)
        bytes += "\x2a\x04\x0a\x00\x12\x00"s;
    BOOST_TEST(frames::decode(bytes).value().headers.size() == frames::max_headers);
    BOOST_TEST(frames::decode(bytes + "\x2a\x04\x0a\x00\x12\x00"s).error().message ==
               "malformed frame: too many headers");
}

BOOST_AUTO_TEST_CASE(headers_are_found_by_key_and_replaced_in_place) {
    frames::frame f{.headers = {{"seq", "12"}, {"sum", "x1"}, {"seq", "13"}}};
    BOOST_TEST(f.header("seq") == "12");
    BOOST_TEST(f.header("none") == "");
    BOOST_TEST((f.number("seq") == 12u));
    BOOST_TEST(!f.number("sum"));
    BOOST_TEST(!f.number("none"));
    f.set_header("seq", "14");
    f.set_header("biz_rt", "5");
    BOOST_TEST(f.header("seq") == "14");
    BOOST_TEST(f.header("biz_rt") == "5");
    BOOST_TEST(f.headers.size() == 4u);
}

BOOST_AUTO_TEST_CASE(an_unknown_method_matches_no_known_one) {
    frames::frame const f{.method = 5};
    BOOST_TEST(!f.is(frames::method::control));
    BOOST_TEST(!f.is(frames::method::data));
}

BOOST_AUTO_TEST_SUITE_END()
