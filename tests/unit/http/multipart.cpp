#include <feishu/http/impl/multipart.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::http::body_source;
using feishu::http::multipart_builder;

std::string bytes_of(body_source const& source, std::uint64_t offset, std::size_t step) {
    std::string out;
    std::string buffer(step, '?');
    for (;;) {
        auto const n = source.read(offset + out.size(), buffer.data(), step);
        if (n == 0)
            return out;
        BOOST_TEST_REQUIRE(n <= step);
        out.append(buffer, 0, n);
    }
}

std::shared_ptr<body_source const> form() {
    multipart_builder builder("B");
    builder.add_field("file_type", "pdf");
    builder.add_file("file", feishu::from_bytes(std::string("a\0\r\n--B\xFF", 9), "报告.pdf"));
    builder.add_field("name", "");
    return builder.finish();
}

std::string const form_bytes = "--B\r\n"
                               "Content-Disposition: form-data; name=\"file_type\"\r\n"
                               "\r\n"
                               "pdf\r\n"
                               "--B\r\n"
                               "Content-Disposition: form-data; name=\"file\"; filename=\"报告.pdf\"\r\n"
                               "Content-Type: application/octet-stream\r\n"
                               "\r\n" +
                               std::string("a\0\r\n--B\xFF", 9) +
                               "\r\n"
                               "--B\r\n"
                               "Content-Disposition: form-data; name=\"name\"\r\n"
                               "\r\n"
                               "\r\n"
                               "--B--\r\n";

// A source that ends before the size it named.
class short_source final : public feishu::upload_source {
public:
    std::uint64_t size(std::string&) const override { return 10; }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        if (offset != 0 || n == 0)
            return 0;
        *out = 'x';
        return 1;
    }
};

BOOST_AUTO_TEST_SUITE(multipart)

BOOST_AUTO_TEST_CASE(the_form_has_exactly_the_expected_bytes) { BOOST_TEST(bytes_of(*form(), 0, 4096) == form_bytes); }

BOOST_AUTO_TEST_CASE(the_size_is_the_number_of_bytes) { BOOST_TEST(form()->size() == form_bytes.size()); }

BOOST_AUTO_TEST_CASE(reading_may_begin_at_every_offset) {
    auto const body = form();
    for (std::size_t offset = 0; offset <= form_bytes.size(); ++offset)
        BOOST_TEST(bytes_of(*body, offset, 4096) == form_bytes.substr(offset));
}

BOOST_AUTO_TEST_CASE(reading_in_steps_of_every_size_gives_the_same_bytes) {
    auto const body = form();
    for (std::size_t step = 1; step <= form_bytes.size() + 1; ++step)
        BOOST_TEST(bytes_of(*body, 0, step) == form_bytes);
}

BOOST_AUTO_TEST_CASE(reading_beyond_the_end_returns_nothing) {
    auto const body = form();
    char c = 0;
    BOOST_TEST(body->read(body->size(), &c, 1) == 0u);
    BOOST_TEST(body->read(body->size() + 1000, &c, 1) == 0u);
}

BOOST_AUTO_TEST_CASE(the_content_type_names_the_boundary) {
    BOOST_TEST(multipart_builder("B").content_type() == "multipart/form-data; boundary=B");
}

BOOST_AUTO_TEST_CASE(names_cannot_break_out_of_their_quotes) {
    multipart_builder builder("B");
    builder.add_field("a\"b\r\nc", "v");
    builder.add_file("f", feishu::from_bytes("x", "\"\r\n.pdf"));
    auto const bytes = bytes_of(*builder.finish(), 0, 4096);
    BOOST_TEST(bytes.find("name=\"a%22b%0D%0Ac\"\r\n") != std::string::npos);
    BOOST_TEST(bytes.find("filename=\"%22%0D%0A.pdf\"\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_backslash_in_a_name_cannot_escape_the_closing_quote) {
    multipart_builder builder("B");
    builder.add_file("f", feishu::from_bytes("x", "a\\"));
    BOOST_TEST(bytes_of(*builder.finish(), 0, 4096).find("filename=\"a%5C\"\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(control_characters_of_names_are_encoded) {
    multipart_builder builder("B");
    builder.add_file("f", feishu::from_bytes("x", std::string("a\0\x1b\x7f", 4)));
    BOOST_TEST(bytes_of(*builder.finish(), 0, 4096).find("filename=\"a%00%1B%7F\"\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_that_vanished_is_named_and_never_an_empty_file) {
    struct gone final : feishu::upload_source {
        std::uint64_t size(std::string& problem) const override {
            problem = "cannot be read from /tmp/报告.pdf";
            return 0;
        }
        std::size_t read(std::uint64_t, char*, std::size_t) const override { return 0; }
    };
    multipart_builder builder("B");
    builder.add_file("f", {"报告.pdf", std::make_shared<gone>()});
    auto const body = builder.finish();
    BOOST_TEST(body->problem() == "报告.pdf cannot be read from /tmp/报告.pdf");
    BOOST_TEST(bytes_of(*body, 0, 4096).size() < body->size()); // for transports that do not ask for problems
}

BOOST_AUTO_TEST_CASE(a_file_whose_size_changes_after_the_request_was_built_is_named) {
    struct changing final : feishu::upload_source {
        std::uint64_t size(std::string&) const override { return now; }
        std::size_t read(std::uint64_t, char*, std::size_t) const override { return 0; }
        std::uint64_t now = 12;
    };
    for (std::uint64_t const later : {0u, 7u, 100u}) {
        auto const source = std::make_shared<changing>();
        multipart_builder builder("B");
        builder.add_file("f", {"a.pdf", source});
        auto const body = builder.finish();
        BOOST_TEST(body->problem() == "");
        source->now = later;
        BOOST_TEST(body->problem() ==
                   "a.pdf has changed its size from 12 to " + std::to_string(later) + " bytes");
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_modified_after_the_request_was_built_is_named) {
    struct modified final : feishu::upload_source {
        std::uint64_t size(std::string&) const override { return 12; }
        std::size_t read(std::uint64_t, char*, std::size_t) const override { return 0; }
        std::uint64_t version() const override { return now; }
        std::uint64_t now = 1;
    };
    auto const source = std::make_shared<modified>();
    multipart_builder builder("B");
    builder.add_file("f", {"a.pdf", source});
    auto const body = builder.finish();
    BOOST_TEST(body->problem() == "");
    source->now = 2;
    BOOST_TEST(body->problem() == "a.pdf has been modified");
}

BOOST_AUTO_TEST_CASE(an_upload_without_content_is_not_an_empty_file) {
    multipart_builder builder("B");
    builder.add_file("f", {"a.pdf", nullptr});
    BOOST_TEST(builder.finish()->problem() == "a.pdf has no content");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_sent_as_it_is) {
    multipart_builder builder("B");
    builder.add_file("f", feishu::from_bytes("", "a.txt"));
    auto const body = builder.finish();
    BOOST_TEST(body->problem() == "");
    BOOST_TEST(bytes_of(*body, 0, 4096).size() == body->size());
}

BOOST_AUTO_TEST_CASE(a_source_that_ends_early_is_a_failure_and_not_the_next_part) {
    multipart_builder builder("B");
    builder.add_file("f", {"x", std::make_shared<short_source>()});
    auto const body = builder.finish();
    auto const bytes = bytes_of(*body, 0, 4096);
    BOOST_TEST(bytes.size() < body->size());
    BOOST_TEST(bytes.ends_with("\r\n\r\nx"));
}

BOOST_AUTO_TEST_CASE(an_empty_form_is_only_its_end) {
    BOOST_TEST(bytes_of(*multipart_builder("B").finish(), 0, 4096) == "--B--\r\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
