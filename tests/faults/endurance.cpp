// Many calls under random faults: each takes effect exactly once, files are whole, and outages are not amplified.

#include <feishu/emulator/faults.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/server.hpp>

namespace fault_endurance {

namespace asio = boost::asio;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using feishu::errc;
using feishu::error_kind;
using feishu::emulator::fault;

feishu::client patient_client(feishu::emulator::server const& platform) {
    auto config = platform.config();
    config.retry = {.max_attempts = 30, .base_delay = 1ms, .max_delay = 2ms};
    config.retry_seed = 1;
    config.retry_budget = 100'000;
    return feishu::client(std::move(config));
}

// Sends texts with their numbers, several at a time.
class mailing {
public:
    mailing(feishu::client const& client, feishu::chat_id chat, int count)
        : client_(client), chat_(std::move(chat)), count_(count) {}

    void run(int in_flight) {
        for (int i = 0; i < in_flight; ++i)
            send_next();
        context_.run();
    }
    std::vector<feishu::error> const& failures() const { return failures_; }

private:
    void send_next() {
        if (next_ == count_)
            return;
        auto const request = im::message::send(chat_, feishu::text("no. " + std::to_string(next_++) + "."));
        client_.async_call(request, asio::bind_executor(context_, [this](auto got) {
                               if (!got)
                                   failures_.push_back(got.error());
                               send_next();
                           }));
    }

    feishu::client const& client_;
    feishu::chat_id const chat_;
    int const count_;
    int next_ = 0;
    asio::io_context context_{1};
    std::vector<feishu::error> failures_{};
};

// All that a request can meet, but connections that are silent until the call times out, and tokens: a call whose new
// token is refused as well gives up, so that these faults need some distance.
std::vector<fault> const of_requests{fault::latency,
                                     fault::rate_limit,
                                     fault::server_error,
                                     fault::gateway_page,
                                     fault::empty_body,
                                     fault::truncated_json,
                                     fault::content_length_too_long,
                                     fault::content_length_too_short,
                                     fault::slow_bytes,
                                     fault::cut_response,
                                     fault::reset_before_processing,
                                     fault::reset_after_processing,
                                     fault::close_idle};

BOOST_AUTO_TEST_SUITE(endurance)

BOOST_AUTO_TEST_CASE(a_thousand_sends_under_random_faults_are_a_thousand_messages) {
    constexpr int sends = 1'000;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        feishu::emulator::server platform({.seed = seed});
        platform.faults().add<im::message::create>(fault::token_expired, {.count = 1, .skip = 250});
        platform.faults().add<im::message::create>(fault::token_revoked, {.count = 1, .skip = 600});
        platform.faults().add(of_requests, {.probability = 0.2, .delay = 1ms});
        auto const client = patient_client(platform);
        mailing all(client, platform.chat_id(), sends);
        all.run(16);
        for (auto const& e : all.failures())
            BOOST_TEST_ERROR("seed " << seed << ": " << e);
        auto contents = platform.state()->contents_of(platform.chat_id());
        BOOST_TEST(contents.size() == static_cast<std::size_t>(sends));
        std::ranges::sort(contents);
        BOOST_TEST((std::ranges::adjacent_find(contents) == contents.end()),
                   "seed " << seed << ": a message was sent twice");
        for (auto const kind : of_requests)
            BOOST_TEST(platform.faults().injected(kind) > 0u, "seed " << seed << ": no " << to_string(kind));
    }
}

BOOST_AUTO_TEST_CASE(a_download_that_is_cut_fifty_times_is_whole_blocking_and_asynchronous) {
    std::string bytes(51 * 20'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((i * 2654435761u) >> 13);
    feishu::emulator::server platform;
    auto const client = patient_client(platform);
    auto const file = client
                          .call(im::file::create{.file_type = im::file_type::stream,
                                                 .file_name = "a.bin",
                                                 .file = feishu::from_bytes(bytes, "a.bin")})
                          .value()
                          .file_key;
    im::file::get const request{.file_key = file};
    auto const check = [&](feishu::result<feishu::downloaded> const& got, std::size_t cuts) {
        BOOST_TEST_REQUIRE(got.has_value());
        BOOST_TEST((got->bytes == bytes));
        BOOST_TEST(platform.faults().injected(fault::cut_response) == cuts);
    };
    platform.faults().add<im::file::get>(fault::cut_response, {.count = 50, .bytes = 20'000});
    check(client.download(request, feishu::to_memory()), 50);

    platform.faults().add<im::file::get>(fault::cut_response, {.count = 50, .bytes = 20'000});
    asio::io_context context;
    std::optional<feishu::result<feishu::downloaded>> got;
    client.async_download(request, feishu::to_memory(),
                          asio::bind_executor(context, [&](auto done) { got = std::move(done); }));
    context.run();
    check(got.value(), 100);
}

BOOST_AUTO_TEST_CASE(an_outage_gets_the_calls_and_the_retry_budget_but_no_more) {
    constexpr int calls = 200, budget = 20;
    feishu::emulator::server platform;
    auto config = platform.config();
    config.retry = {.base_delay = 1ms, .max_delay = 1ms};
    config.retry_budget = budget;
    feishu::client const client(config);
    auto const sent = client.call(im::message::send(platform.chat_id(), feishu::text("first"))).value();
    platform.clear_requests();
    platform.faults().add(fault::server_error);
    for (int i = 0; i < calls; ++i)
        BOOST_TEST(client.call(im::message::get{.message_id = sent.message_id}).has_error());
    BOOST_TEST(platform.requests().size() == static_cast<std::size_t>(calls + budget));
}

BOOST_AUTO_TEST_CASE(rate_limits_are_neither_missing_permissions_nor_unknown_receivers) {
    struct limit {
        int code, status;
        errc symbol;
    };
    feishu::emulator::server platform;
    auto config = platform.config();
    config.retry = feishu::retry_policy::never();
    for (auto const& one :
         {limit{99991400, 429, errc::rate_limited}, limit{99991400, 400, errc::rate_limited},
          limit{230020, 400, errc::chat_rate_limited},
          limit{11232, 400, errc::message_service_rate_limited}}) {
        platform.faults().add<im::message::create>(
            fault::rate_limit, {.status = one.status, .code = one.code, .retry_after = 7s});
        feishu::client const client(config); // a pause would hold up the next call of the same one
        auto const got = client.call(im::message::send(platform.chat_id(), feishu::text("hello")));
        platform.faults().clear();
        BOOST_TEST_REQUIRE(got.has_error());
        auto const& e = got.error();
        BOOST_TEST((e.kind == error_kind::api));
        BOOST_TEST((e.symbol() == one.symbol));
        BOOST_TEST((feishu::find_errc(e.code)->kind == feishu::errc_kind::rate_limit));
        BOOST_TEST(e.http_status == one.status);
        BOOST_TEST((e.retry_after == 7s));
        BOOST_TEST(e.retryable());
        BOOST_TEST(!e.may_duplicate);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace fault_endurance
