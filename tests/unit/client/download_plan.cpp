#include <feishu/client/impl/download_plan.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace download_plan_tests {

using feishu::detail::begins_like_json;
using feishu::detail::file_identity;
using feishu::detail::plan_download;
using feishu::detail::response_use;
using feishu::http::header_list;

feishu::detail::download_plan plan(int status, header_list headers, std::uint64_t offset = 0,
                                   file_identity known = {}) {
    return plan_download({status, std::move(headers)}, offset, known);
}

BOOST_AUTO_TEST_SUITE(download_plans)

BOOST_AUTO_TEST_CASE(a_named_response_is_the_file_whatever_its_type) {
    for (std::string_view const type : {"application/json", "text/html", "application/pdf", ""}) {
        auto const p = plan(200, {{"Content-Disposition", "attachment; filename=a"},
                                  {"Content-Type", type},
                                  {"Content-Length", "7"}});
        BOOST_TEST((p.use == response_use::whole), type);
        BOOST_TEST(p.file.size.value() == 7u);
        BOOST_TEST(p.end.value() == 7u);
    }
}

BOOST_AUTO_TEST_CASE(without_a_name_text_may_be_an_error_and_a_page_is_one) {
    struct {
        std::string_view type;
        response_use use;
    } const examples[] = {{"application/json; charset=utf-8", response_use::undecided},
                          {"Application/JSON", response_use::undecided},
                          {"text/plain", response_use::undecided},
                          {"", response_use::undecided},
                          {"text/html; charset=utf-8", response_use::error},
                          {"image/png", response_use::whole},
                          {"application/octet-stream", response_use::whole}};
    for (auto const& [type, use] : examples)
        BOOST_TEST((plan(200, {{"Content-Type", type}}).use == use), type);
}

BOOST_AUTO_TEST_CASE(another_status_is_an_error_even_with_a_name) {
    for (int const status : {201, 204, 302, 400, 401, 404, 416, 429, 500, 502})
        BOOST_TEST(
            (plan(status, {{"Content-Disposition", "attachment; filename=a"}}).use == response_use::error),
            status);
}

BOOST_AUTO_TEST_CASE(the_size_of_a_chunked_response_is_not_known) {
    auto const p =
        plan(200, {{"Content-Type", "image/png"}, {"Content-Length", "7"}, {"Transfer-Encoding", "chunked"}});
    BOOST_TEST(!p.file.size);
    BOOST_TEST(!p.end);
}

BOOST_AUTO_TEST_CASE(a_part_from_the_offset_on_is_the_rest) {
    auto const p = plan(206, {{"Content-Range", "bytes 40-99/100"}, {"ETag", "\"1\""}}, 40,
                        {.size = 100, .etag = "\"1\""});
    BOOST_TEST((p.use == response_use::rest));
    BOOST_TEST(p.file.size.value() == 100u);
    BOOST_TEST(p.end.value() == 100u);
    auto const part = plan(206, {{"Content-Range", "bytes 40-49/*"}}, 40, {.size = 100});
    BOOST_TEST((part.use == response_use::rest));
    BOOST_TEST(part.end.value() == 50u);
}

BOOST_AUTO_TEST_CASE(a_part_of_something_else_is_unusable_and_not_asked_for_again) {
    header_list const bad[] = {
        {},
        {{"Content-Range", "bytes 0-99/100"}},
        {{"Content-Range", "bytes 41-99/100"}},
        {{"Content-Range", "bytes 40-98/99"}},
        {{"Content-Range", "bytes 40-99/100"}, {"ETag", "\"2\""}},
        {{"Content-Range", "bytes 40-99/100"}, {"Last-Modified", "Tue, 03 Nov 2026 00:00:00 GMT"}},
        {{"Content-Range", "nonsense"}},
        {{"Content-Type", "multipart/byteranges; boundary=b"}}};
    file_identity const known{.size = 100, .etag = "\"1\"", .last_modified = "Mon, 02 Nov 2026 00:00:00 GMT"};
    for (auto const& headers : bad) {
        auto const p = plan(206, headers, 40, known);
        BOOST_TEST((p.use == response_use::unusable));
        BOOST_TEST((p.kind == feishu::error_kind::transport));
        BOOST_TEST(!p.ranges);
        BOOST_TEST(p.problem != "");
    }
}

BOOST_AUTO_TEST_CASE(no_bytes_from_the_end_on_means_that_the_file_is_complete) {
    BOOST_TEST((plan(416, {{"Content-Range", "bytes */40"}}, 40).use == response_use::complete));
    BOOST_TEST(
        (plan(416, {{"Content-Range", "bytes */40"}}, 40, {.size = 100}).use == response_use::unusable));
    BOOST_TEST((plan(416, {{"Content-Range", "bytes */30"}}, 40).use == response_use::unusable));
    BOOST_TEST((plan(416, {}, 40).use == response_use::unusable));
}

BOOST_AUTO_TEST_CASE(a_server_may_say_that_it_has_no_ranges) {
    BOOST_TEST(plan(200, {{"Content-Type", "image/png"}}).ranges);
    BOOST_TEST(plan(200, {{"Accept-Ranges", "bytes"}}).ranges);
    BOOST_TEST(!plan(200, {{"Accept-Ranges", "None"}}).ranges);
}

BOOST_AUTO_TEST_CASE(a_compressed_file_is_refused_for_good) {
    auto const p = plan(200, {{"Content-Type", "image/png"}, {"Content-Encoding", "gzip"}});
    BOOST_TEST((p.use == response_use::unusable));
    BOOST_TEST((p.kind == feishu::error_kind::decode));
    BOOST_TEST((plan(200, {{"Content-Type", "image/png"}, {"Content-Encoding", "identity"}}).use ==
                response_use::whole));
    BOOST_TEST((plan(502, {{"Content-Encoding", "gzip"}}).use == response_use::error));
}

BOOST_AUTO_TEST_CASE(only_a_strong_etag_identifies_the_bytes) {
    BOOST_TEST(file_identity{.etag = "\"1\""}.has_strong_etag());
    BOOST_TEST(!file_identity{.etag = "W/\"1\""}.has_strong_etag());
    BOOST_TEST(!file_identity{}.has_strong_etag());
}

BOOST_AUTO_TEST_CASE(the_beginning_of_a_body_tells_json) {
    for (std::string_view const text : {"{", " \r\n\t{\"code\":1}", "\xEF\xBB\xBF{"})
        BOOST_TEST((begins_like_json(text) == std::optional(true)), text);
    for (std::string_view const text : {"x", "[", "\x89PNG", " hello {", "\xEFx", "\"{"})
        BOOST_TEST((begins_like_json(text) == std::optional(false)), text);
    for (std::string_view const text : {"", "  ", "\xEF", "\xEF\xBB", "\xEF\xBB\xBF ", "\xEF\xBB\xBF"})
        BOOST_TEST((begins_like_json(text) == std::optional<bool>()), text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace download_plan_tests
