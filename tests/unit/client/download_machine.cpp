#include <feishu/client/impl/download_machine.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/http/impl/response_decoder.hpp>

namespace download_machine_tests {

using feishu::error;
using feishu::error_kind;
using feishu::http::header_list;
using feishu::http::header_view;

constexpr auto no_limit = ~std::uint64_t{0};

// Keeps what it gets.
struct output final : feishu::detail::download_output {
    std::string bytes{};
    bool can_restart = true;
    int commits = 0;
    std::optional<error> fails{}; ///< the next write, or the commit

    feishu::result<void> open() override { return {}; }
    feishu::result<void> write(std::string_view chunk) override {
        if (fails)
            return *fails;
        bytes += chunk;
        return {};
    }
    bool restart() override {
        if (can_restart)
            bytes.clear();
        return can_restart;
    }
    feishu::result<void> commit() override {
        if (fails)
            return *fails;
        ++commits;
        return {};
    }
};

error lost() { return {.kind = error_kind::transport, .message = "connection closed by the server"}; }

struct scene {
    output out{};
    std::optional<feishu::detail::download_machine> machine{};
    header_list headers{};
    feishu::im::v1::file::get::response nothing{};
    std::optional<feishu::http::response_decoder> decoder{};
    feishu::http::response_sink* sink = nullptr;

    explicit scene(feishu::detail::download_limits limits = {.file_bytes = no_limit,
                                                             .error_bytes = 1000,
                                                             .ranges = false},
                   feishu::progress_callback on_progress = {}) {
        machine.emplace(out, limits, std::move(on_progress));
    }

    // An attempt begins; returns its Range.
    std::string begins() {
        decoder.emplace(feishu::im::v1::file::get::spec, &nothing,
                        feishu::json::binding_of<feishu::im::v1::file::get::response>);
        sink = &machine->begin(headers, *decoder);
        return std::string(feishu::http::find_header(headers, "Range"));
    }
    bool head(int status, header_list fields = {}) { return sink->on_head({status, std::move(fields)}); }
    bool body(std::string_view text) { return sink->on_body(text); }
    error fails(feishu::result<void> exchanged = {}) {
        auto const outcome = machine->finish(std::move(exchanged));
        BOOST_TEST_REQUIRE(outcome.has_error());
        return outcome.error();
    }
    void is_complete(std::string_view bytes) {
        auto const outcome = machine->finish({});
        BOOST_TEST(outcome.has_value());
        BOOST_TEST(out.bytes == bytes);
        BOOST_TEST(out.commits == 1);
        BOOST_TEST(machine->size() == bytes.size());
    }
    // The first attempt brings "0123" of ten bytes.
    void breaks_after_four(header_list more = {}) {
        begins();
        header_list fields{{"Content-Disposition", "attachment; filename=a.bin"}, {"Content-Length", "10"}};
        for (auto const field : more)
            fields.push_back(field);
        BOOST_TEST(head(200, fields));
        BOOST_TEST(body("01"));
        BOOST_TEST(body("23"));
        BOOST_TEST((fails(lost()).kind == error_kind::transport));
        BOOST_TEST(machine->has_advanced());
    }
};

feishu::detail::download_limits ranges() {
    return {.file_bytes = no_limit, .error_bytes = 1000, .ranges = true};
}

BOOST_AUTO_TEST_SUITE(download_machine_course)

BOOST_AUTO_TEST_CASE(a_file_in_one_response_is_passed_on_and_committed_once) {
    scene s;
    BOOST_TEST(s.begins() == "");
    BOOST_TEST(s.head(200, {{"Content-Type", "application/pdf"},
                            {"Content-Disposition", "attachment; filename*=UTF-8''%E6%8A%A5.pdf"}}));
    BOOST_TEST(s.body("%PDF-"));
    BOOST_TEST(s.body("1.7"));
    BOOST_TEST(s.out.commits == 0);
    s.is_complete("%PDF-1.7");
    BOOST_TEST(s.machine->file_name() == "报.pdf");
    BOOST_TEST(s.machine->content_type() == "application/pdf");
}

BOOST_AUTO_TEST_CASE(after_a_break_the_rest_is_asked_for) {
    scene s(ranges());
    s.breaks_after_four({{"ETag", "\"v1\""}});
    BOOST_TEST(s.begins() == "bytes=4-");
    BOOST_TEST(feishu::http::find_header(s.headers, "If-Range") == "\"v1\"");
    BOOST_TEST(s.head(206, {{"Content-Range", "bytes 4-9/10"}}));
    BOOST_TEST(s.body("456789"));
    s.is_complete("0123456789");
    BOOST_TEST(s.machine->file_name() == "a.bin"); // of the first response
}

BOOST_AUTO_TEST_CASE(a_weak_etag_is_not_sent) {
    scene s(ranges());
    s.breaks_after_four({{"ETag", "W/\"v1\""}});
    BOOST_TEST(s.begins() == "bytes=4-");
    BOOST_TEST(feishu::http::find_header(s.headers, "If-Range") == "");
}

BOOST_AUTO_TEST_CASE(a_server_that_sends_everything_again_is_taken_from_the_beginning) {
    scene s(ranges());
    s.breaks_after_four();
    s.begins();
    BOOST_TEST(
        s.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "5"}})); // it may be another version
    BOOST_TEST(s.body("abcde"));
    s.is_complete("abcde");
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_restart_skips_what_it_has) {
    scene s(ranges());
    s.out.can_restart = false;
    s.breaks_after_four();
    s.begins();
    BOOST_TEST(s.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "10"}}));
    BOOST_TEST(s.body("012"));
    BOOST_TEST(s.body("3456"));
    BOOST_TEST(s.body("789"));
    s.is_complete("0123456789");
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_restart_cannot_take_another_version) {
    for (header_list const& other :
         {header_list{{"Content-Length", "11"}}, header_list{{"Content-Length", "10"}, {"ETag", "\"v2\""}}}) {
        scene s(ranges());
        s.out.can_restart = false;
        s.breaks_after_four({{"ETag", "\"v1\""}});
        s.begins();
        header_list fields{{"Content-Type", "image/png"}};
        for (auto const field : other)
            fields.push_back(field);
        BOOST_TEST(!s.head(200, fields));
        auto const e = s.fails();
        BOOST_TEST((e.kind == error_kind::decode));
        BOOST_TEST(!e.retryable());
        BOOST_TEST(e.message == "the file has changed on the server after 4 bytes of it were received");
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_does_not_continue_the_file_is_dropped_and_the_file_starts_over) {
    scene s(ranges());
    s.breaks_after_four({{"ETag", "\"v1\""}});
    s.begins();
    BOOST_TEST(!s.head(206, {{"Content-Range", "bytes 4-9/10"}, {"ETag", "\"v2\""}}));
    auto const e = s.fails();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.retryable());
    BOOST_TEST(!s.machine->has_advanced());
    BOOST_TEST(s.begins() == "");
    BOOST_TEST(s.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "3"}, {"ETag", "\"v2\""}}));
    BOOST_TEST(s.body("abc"));
    s.is_complete("abc");
}

BOOST_AUTO_TEST_CASE(a_shorter_part_than_the_rest_is_an_advance) {
    scene s(ranges());
    s.breaks_after_four();
    s.begins();
    BOOST_TEST(s.head(206, {{"Content-Range", "bytes 4-6/10"}}));
    BOOST_TEST(s.body("456"));
    auto const e = s.fails();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.message == "the response ended after 7 bytes of 10 bytes of the file");
    BOOST_TEST(s.machine->has_advanced());
    BOOST_TEST(s.begins() == "bytes=7-");
}

BOOST_AUTO_TEST_CASE(receiving_the_same_part_again_is_no_advance) {
    scene s; // without ranges
    s.breaks_after_four();
    BOOST_TEST(s.begins() == "");
    s.head(200, {{"Content-Type", "image/png"}});
    s.body("0123");
    s.fails(lost());
    BOOST_TEST(!s.machine->has_advanced());
    s.begins();
    s.head(200, {{"Content-Type", "image/png"}});
    s.body("01234");
    s.fails(lost());
    BOOST_TEST(s.machine->has_advanced());
}

BOOST_AUTO_TEST_CASE(a_server_without_ranges_is_not_asked_for_one) {
    scene s(ranges());
    s.breaks_after_four({{"Accept-Ranges", "none"}});
    BOOST_TEST(s.begins() == "");
}

BOOST_AUTO_TEST_CASE(a_refused_range_of_a_complete_file_completes_it) {
    scene s(ranges());
    s.begins();
    s.head(200, {{"Content-Type", "image/png"}}); // of unknown size
    s.body("0123");
    s.fails(lost());
    BOOST_TEST(s.begins() == "bytes=4-");
    BOOST_TEST(!s.head(416, {{"Content-Range", "bytes */4"}}));
    s.is_complete("0123");
}

BOOST_AUTO_TEST_CASE(a_body_that_ends_early_is_not_a_file) {
    scene s;
    s.begins();
    s.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "10"}});
    s.body("0123");
    auto const e = s.fails(); // from a transport that does not check it
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(s.out.commits == 0);
}

BOOST_AUTO_TEST_CASE(a_body_that_goes_on_is_not_a_file) {
    scene s;
    s.begins();
    s.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "3"}});
    BOOST_TEST(!s.body("0123"));
    auto const e = s.fails();
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.message == "the file has more than the 3 bytes that were announced");
}

BOOST_AUTO_TEST_CASE(no_response_at_all_is_not_a_file) {
    scene s;
    s.begins();
    BOOST_TEST((s.fails().kind == error_kind::transport));
    BOOST_TEST(s.out.commits == 0);
}

BOOST_AUTO_TEST_CASE(a_code_in_json_is_the_platforms_error_whatever_the_status) {
    for (int const status : {200, 400, 401, 500}) {
        scene s;
        s.begins();
        s.head(status, {{"Content-Type", "application/json"}, {"X-Tt-Logid", "log-1"}});
        s.body(R"({"code":234)");
        s.body(R"(008,"msg":"The app is not the resource sender"})");
        auto const e = s.fails();
        BOOST_TEST((e.kind == error_kind::api));
        BOOST_TEST(e.code == 234008);
        BOOST_TEST(e.log_id == "log-1");
        BOOST_TEST(e.endpoint == "im.v1.file.get");
        BOOST_TEST(s.out.bytes == "");
        BOOST_TEST(s.out.commits == 0);
    }
}

BOOST_AUTO_TEST_CASE(json_with_a_name_is_a_file) {
    scene s;
    s.begins();
    s.head(200, {{"Content-Type", "application/json"},
                 {"Content-Disposition", "attachment; filename=errors.json"}});
    s.body(R"({"code":234008})");
    s.is_complete(R"({"code":234008})");
}

BOOST_AUTO_TEST_CASE(text_without_a_name_that_is_no_error_is_a_file) {
    for (std::string_view const text :
         {"hello", "{\"a\":1}", "{\"code\":0,\"msg\":\"ok\"}", "{\"code\":\"x\"}", "{ not json", "  {", "[1]",
          "  ", "\xEF\xBB\xBF"}) {
        scene s;
        s.begins();
        s.head(200, {{"Content-Type", "text/plain"}});
        for (char const c : text)
            BOOST_TEST(s.body({&c, 1}));
        s.is_complete(text);
    }
}

BOOST_AUTO_TEST_CASE(long_json_without_a_name_is_a_file_and_not_kept_in_memory) {
    scene s;
    s.begins();
    s.head(200, {{"Content-Type", "application/json"}});
    auto const text = R"({"items":[")" + std::string(100'000, 'x') + R"("],"code":1})";
    BOOST_TEST(s.body(text.substr(0, 50'000)));
    BOOST_TEST(s.out.bytes == "");
    BOOST_TEST(s.body(text.substr(50'000, 20'000)));
    BOOST_TEST(s.out.bytes.size() == 70'000u);
    BOOST_TEST(s.body(text.substr(70'000)));
    s.is_complete(text);
}

BOOST_AUTO_TEST_CASE(a_page_of_html_and_an_empty_body_are_no_files) {
    scene s;
    s.begins();
    s.head(200, {{"Content-Type", "text/html"}});
    s.body("<html>please log in</html>");
    auto const e = s.fails();
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.message.find("please log in") != std::string::npos);
    s.begins();
    s.head(200);
    BOOST_TEST((s.fails().kind == error_kind::decode));
    BOOST_TEST(s.out.commits == 0);
}

BOOST_AUTO_TEST_CASE(the_body_of_an_error_is_limited) {
    scene s({.file_bytes = no_limit, .error_bytes = 10, .ranges = false});
    s.begins();
    s.head(500);
    BOOST_TEST(s.body("{\"a\": [1, "));
    BOOST_TEST(!s.body("2, 3"));
    BOOST_TEST((s.fails().kind == error_kind::http));
}

BOOST_AUTO_TEST_CASE(an_error_between_two_parts_leaves_the_first_one) {
    scene s(ranges());
    s.breaks_after_four();
    s.begins();
    s.head(429, {{"Content-Type", "application/json"}});
    s.body(R"({"code":99991400,"msg":"slow down"})");
    BOOST_TEST(s.fails().code == 99991400);
    BOOST_TEST(!s.machine->has_advanced());
    BOOST_TEST(s.begins() == "bytes=4-");
    s.head(206, {{"Content-Range", "bytes 4-9/10"}});
    s.body("456789");
    s.is_complete("0123456789");
}

BOOST_AUTO_TEST_CASE(a_file_larger_than_the_limit_is_refused_before_or_while_it_arrives) {
    scene announced({.file_bytes = 5, .error_bytes = 100});
    announced.begins();
    BOOST_TEST(!announced.head(200, {{"Content-Type", "image/png"}, {"Content-Length", "6"}}));
    auto const e = announced.fails();
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.message == "the file has 6 bytes or more, and max_bytes is 5");

    scene chunked({.file_bytes = 5, .error_bytes = 100});
    chunked.begins();
    BOOST_TEST(chunked.head(200, {{"Content-Type", "image/png"}}));
    BOOST_TEST(chunked.body("01234"));
    BOOST_TEST(!chunked.body("5"));
    BOOST_TEST((chunked.fails().kind == error_kind::decode));
}

BOOST_AUTO_TEST_CASE(an_output_that_fails_ends_the_download) {
    error const full{.kind = error_kind::file, .message = "no space left", .field = "to_path"};
    scene writing;
    writing.begins();
    writing.head(200, {{"Content-Type", "image/png"}});
    writing.out.fails = full;
    BOOST_TEST(!writing.body("x"));
    auto const e = writing.fails();
    BOOST_TEST((e.kind == error_kind::file));
    BOOST_TEST(e.message == "no space left");
    BOOST_TEST(e.field == "to_path");
    BOOST_TEST(e.endpoint == "im.v1.file.get");
    BOOST_TEST(!e.retryable());

    scene committing;
    committing.begins();
    committing.head(200, {{"Content-Type", "image/png"}});
    committing.body("x");
    committing.out.fails = full;
    BOOST_TEST((committing.fails().kind == error_kind::file));
}

BOOST_AUTO_TEST_CASE(progress_is_reported_with_the_size_of_the_file) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> seen;
    scene s(ranges(), [&](feishu::transfer_progress p) { seen.emplace_back(p.bytes, p.total); });
    s.breaks_after_four();
    s.begins();
    s.head(206, {{"Content-Range", "bytes 4-9/10"}});
    s.body("456789");
    s.is_complete("0123456789");
    std::vector<std::pair<std::uint64_t, std::uint64_t>> const expected{{2, 10}, {4, 10}, {10, 10}};
    BOOST_TEST((seen == expected));
}

BOOST_AUTO_TEST_CASE(a_progress_callback_that_returns_false_or_throws_cancels) {
    scene stops({.file_bytes = no_limit, .error_bytes = 1}, [](feishu::transfer_progress) { return false; });
    stops.begins();
    stops.head(200, {{"Content-Type", "image/png"}});
    BOOST_TEST(!stops.body("x"));
    auto const e = stops.fails();
    BOOST_TEST((e.kind == error_kind::canceled));
    BOOST_TEST(e.message == "canceled by on_progress");

    scene throws({.file_bytes = no_limit, .error_bytes = 1},
                 [](feishu::transfer_progress) { throw std::runtime_error("no screen"); });
    throws.begins();
    throws.head(200, {{"Content-Type", "image/png"}});
    BOOST_TEST(!throws.body("x"));
    BOOST_TEST(throws.fails().message == "on_progress threw an exception: no screen");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace download_machine_tests
