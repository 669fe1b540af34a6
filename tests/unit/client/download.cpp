// Downloads and uploads over real connections, blocking and asynchronous, against a server that breaks them.

#include <feishu/client/download.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/async.hpp>

#include "../http/scripted_server.hpp"
#include "../temporary_folder.hpp"

namespace download_tests {

namespace asio = boost::asio;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using feishu::download_options;
using feishu::download_target;
using feishu::downloaded;
using feishu::error_kind;
using feishu::result;
using test::scripted_server;
using test::temporary_folder;

im::file::get const request{.file_key = "file_1"};

std::string sample(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<char>((i * 2654435761u) >> 13);
    return out;
}

struct blocking {
    static result<downloaded> download(feishu::client const& client, download_target const& to,
                                       download_options const& options = {}) {
        return client.download(request, to, options);
    }
    template <class E>
    static auto call(feishu::client const& client, E const& e, feishu::call_options options = {}) {
        return client.call(e, std::move(options));
    }
};

struct asynchronous {
    static result<downloaded> download(feishu::client const& client, download_target const& to,
                                       download_options const& options = {}) {
        asio::io_context context;
        std::optional<result<downloaded>> out;
        client.async_download(request, to, options,
                              asio::bind_executor(context, [&](auto got) { out = std::move(got); }));
        context.run();
        return std::move(out).value();
    }
    template <class E>
    static auto call(feishu::client const& client, E const& e, feishu::call_options options = {}) {
        asio::io_context context;
        std::optional<result<typename E::response>> out;
        client.async_call(e, std::move(options),
                          asio::bind_executor(context, [&](auto got) { out = std::move(got); }));
        context.run();
        return std::move(out).value();
    }
};

using drivers = std::tuple<blocking, asynchronous>;

// How a server treats the requests for its file.
struct behavior {
    std::string file{};
    std::size_t cut = 0; ///< bytes of a response after which it closes the connection; 0: never
    bool ranges = true;
    std::string fields =
        "Content-Type: application/octet-stream\r\n"
        "Content-Disposition: attachment; filename=\"%E6%8A%A5%E5%91%8A.bin\"\r\nETag: \"v1\"\r\n";
};

bool is_token_request(std::string_view text) {
    return text.substr(0, text.find("\r\n")).find("/auth/v3/") != text.npos;
}

std::string const token = test::ok(R"({"code":0,"tenant_access_token":"t-1","expire":7200})");

std::optional<std::size_t> range_of(std::string_view text) {
    constexpr std::string_view field = "Range: bytes=";
    auto const at = text.find(field);
    return at == text.npos
               ? std::nullopt
               : std::optional<std::size_t>(std::stoull(std::string(text.substr(at + field.size()))));
}

std::string response_to(behavior const& how, std::string_view text) {
    auto const from = how.ranges ? range_of(text) : std::nullopt;
    auto const size = std::to_string(how.file.size());
    auto const rest = how.file.substr(from.value_or(0));
    auto const range = "Content-Range: bytes " + std::to_string(from.value_or(0)) + "-" +
                       std::to_string(how.file.size() - 1) + "/" + size + "\r\n";
    return (from ? "HTTP/1.1 206 Partial Content\r\n" + range : std::string("HTTP/1.1 200 OK\r\n")) +
           how.fields + "Content-Length: " + std::to_string(rest.size()) + "\r\n\r\n";
}

// Serves tokens, and the file until a response is cut.
scripted_server::step serve_file(std::shared_ptr<behavior const> how) {
    return [how, read = test::expect_request()](test::peer& p, scripted_server& server) {
        while (read(p, server)) {
            auto const text = server.requests().back();
            if (is_token_request(text)) {
                p.write(token);
                continue;
            }
            auto const rest = how->file.substr(how->ranges ? range_of(text).value_or(0) : 0);
            bool const cut = how->cut != 0 && rest.size() > how->cut;
            if (!p.write(response_to(*how, text) + rest.substr(0, cut ? how->cut : rest.size())))
                return false;
            if (cut)
                return test::close()(p, server);
        }
        return false;
    };
}

feishu::client client_of(scripted_server const& server, feishu::retry_policy retry = {.base_delay = 1ms}) {
    return feishu::client{
        {.app_id = "cli_1", .app_secret = "s", .base_url = server.base_url(), .retry = retry}};
}

std::vector<std::string> ranges_of(scripted_server const& server) {
    std::vector<std::string> out;
    for (auto const& text : server.requests())
        if (!is_token_request(text))
            out.push_back(range_of(text) ? std::to_string(*range_of(text)) : "");
    return out;
}

BOOST_AUTO_TEST_SUITE(downloads)

BOOST_AUTO_TEST_CASE_TEMPLATE(a_file_is_downloaded_to_its_place, Driver, drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(1'000'000)});
    scripted_server server({{serve_file(how)}});
    temporary_folder const folder;
    std::uint64_t last = 0;
    auto const got =
        Driver::download(client_of(server), feishu::to_path(std::filesystem::path(folder.path("报告.bin"))),
                         {.on_progress = [&](feishu::transfer_progress p) {
                             BOOST_TEST(p.bytes > last);
                             BOOST_TEST(p.total == 1'000'000u);
                             last = p.bytes;
                         }});
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST(got->file_name == "报告.bin");
    BOOST_TEST(got->content_type == "application/octet-stream");
    BOOST_TEST(got->size == 1'000'000u);
    BOOST_TEST(got->bytes == "");
    BOOST_TEST(last == 1'000'000u);
    BOOST_TEST((folder.names() == std::vector<std::string>{"报告.bin"}));
    BOOST_TEST((folder.read("报告.bin") == how->file));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_download_that_is_cut_fifty_times_is_whole_and_receives_no_byte_twice, Driver,
                              drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(50 * 3001 + 7), .cut = 3001});
    scripted_server server({{serve_file(how)}});
    temporary_folder const folder;
    auto const client = client_of(server);
    auto const got = Driver::download(client, feishu::to_path(folder.path("a.bin")));
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((folder.read("a.bin") == how->file));
    auto const ranges = ranges_of(server);
    BOOST_TEST_REQUIRE(ranges.size() == 51u);
    for (std::size_t i = 0; i < ranges.size(); ++i)
        BOOST_TEST(ranges[i] == (i == 0 ? "" : std::to_string(i * 3001)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(pieces_of_a_broken_download_are_the_file_once, Driver, drivers) {
    for (bool const ranges : {true, false}) {
        auto const cut =
            std::make_shared<behavior>(behavior{.file = sample(10'000), .cut = 4000, .ranges = ranges});
        auto const whole = std::make_shared<behavior>(behavior{.file = sample(10'000), .ranges = ranges});
        scripted_server server({{serve_file(cut)}, {serve_file(whole)}});
        std::string pieces;
        auto const got = Driver::download(
            client_of(server), feishu::to_callback([&](std::string_view piece) { pieces += piece; }));
        BOOST_TEST(got.has_value());
        BOOST_TEST((pieces == cut->file));
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_without_ranges_that_always_breaks_ends_the_download, Driver, drivers) {
    auto const how =
        std::make_shared<behavior>(behavior{.file = sample(10'000), .cut = 4000, .ranges = false});
    scripted_server server({{serve_file(how)}});
    temporary_folder const folder;
    folder.write("a.bin", "old");
    auto const got = Driver::download(client_of(server), feishu::to_path(folder.path("a.bin")));
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().kind == error_kind::transport));
    BOOST_TEST(got.error().endpoint == "im.v1.file.get");
    BOOST_TEST(ranges_of(server).size() == 4u);
    BOOST_TEST((folder.names() == std::vector<std::string>{"a.bin"}));
    BOOST_TEST(folder.read("a.bin") == "old");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(without_retries_a_break_is_an_error, Driver, drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000), .cut = 4000});
    scripted_server server({{serve_file(how)}});
    auto const got = Driver::download(client_of(server, feishu::retry_policy::never()), feishu::to_memory());
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().kind == error_kind::transport));
    BOOST_TEST(ranges_of(server).size() == 1u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_file_in_memory_is_limited, Driver, drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000)});
    scripted_server server({{serve_file(how)}});
    auto const whole = Driver::download(client_of(server), feishu::to_memory());
    BOOST_TEST_REQUIRE(whole.has_value());
    BOOST_TEST((whole->bytes == how->file));
    auto const limited = Driver::download(client_of(server), feishu::to_memory(), {.max_bytes = 9'999});
    BOOST_TEST_REQUIRE(limited.has_error());
    BOOST_TEST((limited.error().kind == error_kind::decode));

    feishu::client const small{
        {.app_id = "cli_1", .app_secret = "s", .base_url = server.base_url(), .max_response_bytes = 5'000}};
    BOOST_TEST(Driver::download(small, feishu::to_memory()).has_error());
    std::uint64_t size = 0;
    auto const chunks =
        Driver::download(small, feishu::to_callback([&](std::string_view piece) { size += piece.size(); }));
    BOOST_TEST(chunks.has_value()); // the limit is for what is kept in memory
    BOOST_TEST(size == 10'000u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_error_of_the_platform_with_status_200_is_an_error, Driver, drivers) {
    scripted_server server({{[read = test::expect_request()](test::peer& p, scripted_server& s) {
        while (read(p, s))
            p.write(is_token_request(s.requests().back())
                        ? token
                        : test::ok(R"({"code":234008,"msg":"no"})", "Content-Type: application/json\r\n"));
        return false;
    }}});
    temporary_folder const folder;
    auto const got = Driver::download(client_of(server), feishu::to_path(folder.path("a.bin")));
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST(got.error().code == 234008);
    BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_refused_token_is_fetched_again, Driver, drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000)});
    auto const refuse_once = [how, read = test::expect_request(), refused = false](test::peer& p,
                                                                                   scripted_server& server) mutable {
        while (read(p, server)) {
            auto const text = server.requests().back();
            if (is_token_request(text))
                p.write(token);
            else if (!std::exchange(refused, true))
                p.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 28\r\n\r\n{\"code\":99991663,\"msg\":\"no\"}");
            else
                p.write(response_to(*how, text) + how->file);
        }
        return false;
    };
    scripted_server server({{refuse_once}});
    auto const got = Driver::download(client_of(server, feishu::retry_policy::never()), feishu::to_memory());
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((got->bytes == how->file));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_callback_cancels_a_download, Driver, drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(1'000'000)});
    scripted_server server({{serve_file(how)}});
    temporary_folder const folder;
    auto const got =
        Driver::download(client_of(server), feishu::to_path(folder.path("a.bin")),
                         {.on_progress = [](feishu::transfer_progress p) { return p.bytes < 100'000; }});
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().kind == error_kind::canceled));
    BOOST_TEST(folder.names().empty());
    BOOST_TEST(ranges_of(server).size() == 1u); // it is not repeated
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_place_that_cannot_be_written_is_found_before_anything_is_sent, Driver,
                              drivers) {
    scripted_server server({{test::expect_request()}});
    temporary_folder const folder;
    auto const got = Driver::download(client_of(server), feishu::to_path(folder.path("")));
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().kind == error_kind::file));
    BOOST_TEST(got.error().endpoint == "im.v1.file.get");
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_invalid_request_leaves_no_file, Driver, drivers) {
    scripted_server server({{test::expect_request()}});
    temporary_folder const folder;
    auto const client = client_of(server);
    auto const got = client.download(
        im::message_resource::get{.message_id = "", .file_key = "f", .type = im::resource_type::file},
        feishu::to_path(folder.path("a")));
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().kind == error_kind::validation));
    BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_falls_silent_is_a_timeout_and_the_rest_is_asked_for, Driver,
                              drivers) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000)});
    auto const silent = [how, read = test::expect_request()](test::peer& p, scripted_server& server) {
        while (read(p, server)) {
            auto const text = server.requests().back();
            p.write(is_token_request(text) ? token : response_to(*how, text) + how->file.substr(0, 4000));
        }
        return false;
    };
    scripted_server server({{silent}, {serve_file(how)}});
    feishu::client const client{{.app_id = "cli_1",
                                 .app_secret = "s",
                                 .base_url = server.base_url(),
                                 .timeout = 300ms,
                                 .retry = {.base_delay = 1ms}}};
    auto const got = Driver::download(client, feishu::to_memory());
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST((got->bytes == how->file));
    BOOST_TEST(ranges_of(server).back() == "4000");
}

BOOST_AUTO_TEST_CASE(a_canceled_asynchronous_download_leaves_nothing) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000)});
    asio::io_context context;
    asio::cancellation_signal cancel;
    auto const stuck = [&, read = test::expect_request()](test::peer& p, scripted_server& server) {
        while (read(p, server)) {
            auto const text = server.requests().back();
            p.write(is_token_request(text) ? token : response_to(*how, text) + how->file.substr(0, 4000));
        }
        return false;
    };
    scripted_server server({{stuck}});
    temporary_folder const folder;
    std::optional<result<downloaded>> out;
    auto const client = client_of(server);
    client.async_download(
        request, feishu::to_path(folder.path("a")),
        {.on_progress =
             [&](feishu::transfer_progress) {
                 asio::post(context, [&] { cancel.emit(asio::cancellation_type::terminal); });
             }},
        asio::bind_cancellation_slot(cancel.slot(), asio::bind_executor(context, [&](auto got) {
                                         BOOST_TEST(folder.names().empty()); // already
                                         out = std::move(got);
                                     })));
    context.run();
    BOOST_TEST_REQUIRE(out.has_value());
    BOOST_TEST((out->error().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(a_download_whose_context_is_destroyed_leaves_nothing) {
    auto const how = std::make_shared<behavior>(behavior{.file = sample(10'000), .cut = 4000});
    scripted_server server({{serve_file(how)}});
    temporary_folder const folder;
    {
        asio::io_context context;
        auto const client = client_of(server);
        client.async_download(request, feishu::to_path(folder.path("a")),
                              asio::bind_executor(context, [](auto) {}));
        BOOST_TEST(folder.names().size() == 1u);
        context.run_one();
    }
    BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(uploads)

scripted_server::step take_file() {
    return [read = test::expect_request()](test::peer& p, scripted_server& server) {
        while (read(p, server))
            p.write(is_token_request(server.requests().back())
                        ? token
                        : test::ok(R"({"code":0,"data":{"file_key":"file_2"}})"));
        return false;
    };
}

im::file::create upload_of(feishu::field::upload file) {
    return {.file_type = im::file_type::stream, .file_name = "报告.bin", .file = std::move(file)};
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_upload_reports_its_progress_and_sends_names_in_utf_8, Driver, drivers) {
    scripted_server server({{take_file()}});
    temporary_folder const folder;
    auto const bytes = sample(1'000'000);
    auto const path = folder.write("报告.bin", bytes);
    feishu::transfer_progress last;
    auto const sent = Driver::call(client_of(server), upload_of(feishu::from_path(path)),
                                   {.on_progress = [&](feishu::transfer_progress p) {
                                       BOOST_TEST(p.bytes > last.bytes);
                                       last = p;
                                   }});
    BOOST_TEST_REQUIRE(sent.has_value());
    BOOST_TEST(sent->file_key == "file_2");
    BOOST_TEST(last.bytes == last.total);
    BOOST_TEST(last.total > 1'000'000u);
    auto const text = server.requests().back();
    BOOST_TEST((text.find(bytes) != text.npos));
    BOOST_TEST((text.find("name=\"file\"; filename=\"报告.bin\"\r\n") != text.npos));
    BOOST_TEST((text.find("name=\"file_name\"\r\n\r\n报告.bin\r\n") != text.npos));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_upload_from_a_callback_is_sent_as_it_comes, Driver, drivers) {
    scripted_server server({{take_file()}});
    auto const bytes = sample(200'000);
    auto const read = [&](std::uint64_t offset, char* out, std::size_t n) {
        return bytes.copy(out, (std::min<std::size_t>)(n, 1000), static_cast<std::size_t>(offset));
    };
    auto const sent =
        Driver::call(client_of(server), upload_of(feishu::from_callback(bytes.size(), read, "a.bin")));
    BOOST_TEST(sent.has_value());
    auto const text = server.requests().back();
    BOOST_TEST((text.find(bytes) != text.npos));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_callback_cancels_an_upload, Driver, drivers) {
    scripted_server server({{take_file()}});
    auto const sent =
        Driver::call(client_of(server), upload_of(feishu::from_bytes(sample(1'000'000), "a.bin")),
                     {.on_progress = [](feishu::transfer_progress p) { return p.bytes < 500'000; }});
    BOOST_TEST_REQUIRE(sent.has_error());
    BOOST_TEST((sent.error().kind == error_kind::canceled));
    BOOST_TEST(sent.error().message == "canceled by on_progress");
    BOOST_TEST(server.requests().size() == 1u); // the token; no upload was complete
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_file_that_changes_while_it_is_sent_is_an_error_and_never_completed, Driver,
                              drivers) {
    for (std::string const what : {"grown", "shrunk", "rewritten"}) {
        scripted_server server({{take_file()}});
        temporary_folder const folder;
        auto const path = folder.write("a.bin", sample(1'000'000));
        bool changed = false;
        auto const change = [&](feishu::transfer_progress p) {
            if (p.bytes < 300'000 || std::exchange(changed, true))
                return;
            if (what == "shrunk")
                std::filesystem::resize_file(path, 999'999);
            else if (what == "grown")
                std::filesystem::resize_file(path, 1'000'001);
            else
                std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + 5s);
        };
        auto const sent =
            Driver::call(client_of(server), upload_of(feishu::from_path(path)), {.on_progress = change});
        BOOST_TEST_REQUIRE(sent.has_error(), what);
        BOOST_TEST((sent.error().kind == error_kind::file));
        BOOST_TEST(sent.error().message.find("a.bin has ") != std::string::npos, sent.error().message);
        BOOST_TEST(!sent.error().may_have_executed);
        BOOST_TEST(!sent.error().retryable());
        BOOST_TEST(server.requests().size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_file_that_is_replaced_or_removed_while_it_is_sent_is_sent_as_it_was, Driver,
                              drivers) {
    scripted_server server({{take_file()}});
    temporary_folder const folder;
    auto const bytes = sample(1'000'000);
    auto const path = folder.write("a.bin", bytes);
    auto const sent =
        Driver::call(client_of(server), upload_of(feishu::from_path(path)),
                     {.on_progress = [&](feishu::transfer_progress) { std::filesystem::remove(path); }});
    BOOST_TEST(sent.has_value());
    auto const text = server.requests().back();
    BOOST_TEST((text.find(bytes) != text.npos));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace download_tests
