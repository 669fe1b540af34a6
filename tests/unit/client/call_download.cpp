// What a call whose response is a file does otherwise than others.

#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/response_receiver.hpp>

#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace call_download_tests {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
namespace actions = feishu::detail::actions;
namespace http = feishu::http;

constexpr auto never = (std::chrono::milliseconds::max)();

// A file of which each attempt brings as much as the test wants.
struct receiver final : feishu::detail::response_receiver, http::response_sink {
    int attempts = 0;
    bool advances = true;
    feishu::result<void> outcome = error{.kind = error_kind::transport, .message = "lost"};

    http::response_sink& begin(http::header_list& headers, http::response_decoder&) override {
        headers.set("Range", "bytes=", std::to_string(attempts++) + "-");
        return *this;
    }
    feishu::result<void> finish(feishu::result<void>) override { return outcome; }
    bool has_advanced() const override { return advances; }
    bool on_head(http::response_head const&) override { return true; }
    bool on_body(std::string_view) override { return true; }
};

struct download_scene {
    feishu::client_config config{
        .app_id = "cli_1", .app_secret = "s", .timeout = 30s, .retry = {.max_attempts = 3, .base_delay = 1s}};
    feishu::detail::token_sources tokens{feishu::app_type::custom};
    feishu::detail::call_limits limits{feishu::pacing::none, 100, 1};
    feishu::clock::time_point now{100h};
    receiver file{};
    feishu::im::v1::file::get::response nothing{};
    feishu::detail::prepared_call call{};
    std::optional<feishu::detail::call_machine> machine{};

    void start(feishu::token kind = feishu::token::user) {
        call = feishu::detail::prepare(feishu::im::v1::file::get{.file_key = "file_1"}, nothing,
                                       {.kind = kind, .user_token = std::string("u-1")}, {.timeout = never})
                   .value();
        call.download = &file;
        machine.emplace(config, tokens, limits, call, feishu::detail::saturating_deadline(now, never), [] {});
    }
    template <class Action>
    Action expect() {
        auto const action = machine->next(now);
        BOOST_TEST_REQUIRE(std::holds_alternative<Action>(action));
        return std::get<Action>(action);
    }
    // An attempt ends as the file says; its Range.
    std::string attempt() {
        auto const exchange = expect<actions::exchange>();
        auto range = std::string(http::find_header(exchange.request->headers, "Range"));
        machine->on_exchange({}, now);
        return range;
    }
    // Moves the time by the longest wait before the first retries.
    void waits() { now += 2s; }
};

BOOST_AUTO_TEST_SUITE(call_with_a_file)

BOOST_AUTO_TEST_CASE(attempts_that_advance_are_neither_counted_nor_paid_for) {
    download_scene s;
    s.start();
    for (int i = 0; i < 500; ++i) {
        BOOST_TEST(s.attempt() == "bytes=" + std::to_string(i) + "-");
        s.waits();
    }
    s.file.outcome = {};
    s.attempt();
    s.expect<actions::done>();
    BOOST_TEST(s.machine->outcome().has_value());
}

BOOST_AUTO_TEST_CASE(attempts_that_do_not_advance_are_counted_from_the_last_one_that_did) {
    download_scene s;
    s.start();
    s.file.advances = false;
    s.attempt();
    s.waits();
    s.file.advances = true;
    s.attempt();
    s.waits();
    s.file.advances = false;
    s.attempt();
    s.waits();
    s.attempt();
    s.expect<actions::done>();
    BOOST_TEST(s.machine->outcome().error().message == "lost");
    BOOST_TEST(s.file.attempts == 4);
}

BOOST_AUTO_TEST_CASE(without_retries_an_advance_changes_nothing) {
    download_scene s;
    s.config.retry = feishu::retry_policy::never();
    s.start();
    s.attempt();
    s.expect<actions::done>();
}

BOOST_AUTO_TEST_CASE(an_exchange_of_any_length_must_not_fall_silent) {
    download_scene s;
    s.start();
    auto const options = s.expect<actions::exchange>().options;
    BOOST_TEST((options.idle_timeout == 30s));
    BOOST_TEST((options.timeout > 24h * 365));
    BOOST_TEST(options.max_response_bytes == (std::numeric_limits<std::uint64_t>::max)());
}

BOOST_AUTO_TEST_CASE(its_token_has_the_time_of_another_call) {
    download_scene s;
    s.start(feishu::token::tenant);
    auto const options = s.expect<actions::exchange>().options;
    BOOST_TEST((options.timeout == 30s));
    BOOST_TEST((options.idle_timeout == never));
    BOOST_TEST(options.max_response_bytes == s.config.max_response_bytes);
    BOOST_TEST(s.file.attempts == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace call_download_tests
