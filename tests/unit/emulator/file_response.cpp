#include <feishu/emulator/impl/gateway/file_response.hpp>

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace file_response_tests {

namespace emulator = feishu::emulator;

emulator::resource const digits = emulator::make_resource("报告 1.pdf", "0123456789");

emulator::response get(std::string range = {}, std::string if_range = {},
                       emulator::resource const& file = digits) {
    emulator::request req{.method = "GET"};
    if (!range.empty())
        req.headers.push_back({"Range", range});
    if (!if_range.empty())
        req.headers.push_back({"If-Range", if_range});
    return emulator::detail::file_response(file, req);
}
std::string field(emulator::response const& out, std::string_view name) {
    return std::string(feishu::http::find_header(out.headers, name));
}

BOOST_AUTO_TEST_SUITE(file_responses)

BOOST_AUTO_TEST_CASE(a_file_has_its_name_in_both_forms_its_type_and_an_etag) {
    auto const out = get();
    BOOST_TEST(out.status == 200);
    BOOST_TEST(out.body == "0123456789");
    BOOST_TEST(
        field(out, "Content-Disposition") ==
        "attachment; filename=\"%E6%8A%A5%E5%91%8A%201.pdf\"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%201.pdf");
    BOOST_TEST(field(out, "Content-Type") == "application/pdf");
    BOOST_TEST(field(out, "Accept-Ranges") == "bytes");
    BOOST_TEST(field(out, "ETag") == field(get(), "ETag"));
    BOOST_TEST(field(out, "ETag") != field(get({}, {}, emulator::make_resource("a", "0123456780")), "ETag"));
}

BOOST_AUTO_TEST_CASE(a_range_is_a_part) {
    struct {
        std::string range, body, content_range;
    } const examples[] = {{"bytes=0-", "0123456789", "bytes 0-9/10"}, {"bytes=4-", "456789", "bytes 4-9/10"},
                          {"bytes=4-5", "45", "bytes 4-5/10"},        {"bytes=9-9", "9", "bytes 9-9/10"},
                          {"bytes=8-100", "89", "bytes 8-9/10"},      {"bytes=-3", "789", "bytes 7-9/10"},
                          {"bytes=-30", "0123456789", "bytes 0-9/10"}};
    for (auto const& [range, body, content_range] : examples) {
        auto const out = get(range);
        BOOST_TEST(out.status == 206, range);
        BOOST_TEST(out.body == body, range);
        BOOST_TEST(field(out, "Content-Range") == content_range, range);
    }
}

BOOST_AUTO_TEST_CASE(a_range_beyond_the_end_is_416) {
    for (std::string const range : {"bytes=10-", "bytes=10-20", "bytes=99999-", "bytes=-0"}) {
        auto const out = get(range);
        BOOST_TEST(out.status == 416, range);
        BOOST_TEST(field(out, "Content-Range") == "bytes */10");
        BOOST_TEST(out.body == "");
    }
    BOOST_TEST(get("bytes=0-", {}, emulator::make_resource("a", "")).status == 416);
}

BOOST_AUTO_TEST_CASE(another_range_is_ignored) {
    for (std::string const range : {"bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=0-1,3-4",
                                    "items=0-1", "bytes 0-1", "bytes=1-x"}) {
        auto const out = get(range);
        BOOST_TEST(out.status == 200, range);
        BOOST_TEST(out.body == "0123456789", range);
    }
}

BOOST_AUTO_TEST_CASE(a_part_of_another_version_is_the_whole_file) {
    BOOST_TEST(get("bytes=4-", field(get(), "ETag")).status == 206);
    BOOST_TEST(get("bytes=4-", "\"other\"").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace file_response_tests
