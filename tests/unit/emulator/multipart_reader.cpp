#include <feishu/emulator/impl/net/multipart_reader.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/http/impl/multipart.hpp>

namespace multipart_reader_tests {

using feishu::emulator::detail::multipart_boundary;
using feishu::emulator::detail::multipart_reader;
using feishu::emulator::detail::part_head;

struct form {
    std::vector<part_head> heads{};
    std::vector<std::string> bodies{};
    bool readable = true;
    bool complete = false;
};

// Reads a form in steps of `step` bytes.
form read(std::string_view text, std::size_t step = 1000, std::string_view boundary = "B") {
    form out;
    multipart_reader reader(
        boundary,
        [&](part_head const& head) {
            out.heads.push_back(head);
            out.bodies.emplace_back();
        },
        [&](std::string_view bytes) { out.bodies.back() += bytes; });
    for (std::size_t at = 0; at < text.size(); at += step)
        out.readable = reader.feed(text.substr(at, step));
    out.complete = reader.complete();
    return out;
}

std::string const example =
    "preamble\r\n--B\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\npdf\r\n"
    "--B  \r\ncontent-disposition: form-data; name=file; filename=\"报告.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\na\r\n--\r\n-B--B\r\n\r\n--B--\r\nepilogue --B";

BOOST_AUTO_TEST_SUITE(multipart_readers)

BOOST_AUTO_TEST_CASE(a_form_has_fields_and_files_whatever_the_size_of_its_pieces) {
    for (std::size_t step = 1; step <= example.size(); ++step) {
        auto const f = read(example, step);
        BOOST_TEST_REQUIRE(f.heads.size() == 2u);
        BOOST_TEST(f.readable);
        BOOST_TEST(f.complete);
        BOOST_TEST(f.heads[0].name == "type");
        BOOST_TEST(f.heads[0].file_name == "");
        BOOST_TEST(f.bodies[0] == "pdf");
        BOOST_TEST(f.heads[1].name == "file");
        BOOST_TEST(f.heads[1].file_name == "报告.pdf");
        BOOST_TEST(f.bodies[1] == "a\r\n--\r\n-B--B\r\n");
    }
}

BOOST_AUTO_TEST_CASE(what_the_client_writes_is_read) {
    feishu::http::multipart_builder builder("B");
    builder.add_field("file_name", "报告.pdf");
    builder.add_file("file", feishu::from_bytes(std::string("\0\r\n--\r\n\r\n", 10), "a.bin"));
    auto const body = builder.finish();
    std::string text(body->size(), '?');
    for (std::size_t got = 0; got < text.size();)
        got += body->read(got, text.data() + got, text.size() - got);
    auto const f = read(text);
    BOOST_TEST(f.complete);
    BOOST_TEST_REQUIRE(f.bodies.size() == 2u);
    BOOST_TEST(f.bodies[0] == "报告.pdf");
    BOOST_TEST(f.bodies[1] == std::string("\0\r\n--\r\n\r\n", 10));
}

BOOST_AUTO_TEST_CASE(a_form_that_ends_early_is_not_complete) {
    auto const end = example.find("--B--") + 5;
    for (std::size_t size = 0; size < end; ++size)
        BOOST_TEST(!read(example.substr(0, size)).complete, size);
    BOOST_TEST(read(example.substr(0, end)).complete);
}

BOOST_AUTO_TEST_CASE(a_part_may_be_empty_or_without_a_name) {
    auto const f = read("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--B\r\n\r\nx\r\n--B--");
    BOOST_TEST(f.complete);
    BOOST_TEST_REQUIRE(f.bodies.size() == 2u);
    BOOST_TEST(f.heads[0].name == "a");
    BOOST_TEST(f.bodies[0] == "");
    BOOST_TEST(f.heads[1].name == "");
    BOOST_TEST(f.bodies[1] == "x");
}

BOOST_AUTO_TEST_CASE(malformed_forms_are_refused_and_what_follows_is_ignored) {
    for (std::string const& bad :
         {std::string("--B?\r\n\r\nx\r\n--B--"), "--B" + std::string(65, ' ') + "\r\n\r\n",
          "--B\r\n" + std::string(10'000, 'x'), std::string("--B\n\nx\n--B--")})
        for (std::size_t const step : {std::size_t(1), bad.size()}) {
            auto const f = read(bad + "\r\n--B--\r\n", step);
            BOOST_TEST(!f.readable);
            BOOST_TEST(!f.complete);
        }
}

BOOST_AUTO_TEST_CASE(the_boundary_is_in_the_content_type) {
    BOOST_TEST(multipart_boundary("multipart/form-data; boundary=feishu-1") == "feishu-1");
    BOOST_TEST(multipart_boundary("Multipart/Form-Data ;charset=utf-8; Boundary=\"a b\"") == "a b");
    for (std::string const& bad :
         {std::string(), std::string("application/json; boundary=B"), std::string("multipart/form-data"),
          std::string("multipart/mixed; boundary=B"),
          "multipart/form-data; boundary=" + std::string(71, 'x')})
        BOOST_TEST(multipart_boundary(bad) == "", bad);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace multipart_reader_tests
