// Every fault of the emulator, for every kind of call, blocking and asynchronous: success or the documented error, within
// the deadline, and nothing is executed twice.

#include <feishu/emulator/faults.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/server.hpp>

namespace fault_outcomes {

namespace asio = boost::asio;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using feishu::error_kind;
using feishu::result;
using feishu::emulator::fault;
using feishu::emulator::fault_options;

// --- the calls

enum class op { get, list, create, reply, upload, download };
constexpr std::array all_ops{op::get, op::list, op::create, op::reply, op::upload, op::download};
constexpr std::array op_names{"get", "list", "create", "reply", "upload", "download"};

std::string const file_text(3'000, 'x');

// Runs calls in one of two ways; an asynchronous driver keeps its connections between them.
class driver {
public:
    driver(feishu::client_config config, bool asynchronous) : client_(std::move(config)), asynchronous_(asynchronous) {}

    template <class E>
    result<typename E::response> call(E const& request) {
        if (!asynchronous_)
            return client_.call(request);
        std::optional<result<typename E::response>> out;
        client_.async_call(request, asio::bind_executor(context_, [&](auto got) { out = std::move(got); }));
        run();
        return std::move(out).value();
    }
    result<feishu::downloaded> download(im::file::get const& request) {
        feishu::download_options const options{.timeout = client_timeout};
        if (!asynchronous_)
            return client_.download(request, feishu::to_memory(), options);
        std::optional<result<feishu::downloaded>> out;
        client_.async_download(request, feishu::to_memory(), options,
                               asio::bind_executor(context_, [&](auto got) { out = std::move(got); }));
        run();
        return std::move(out).value();
    }
    std::chrono::milliseconds client_timeout{10s};

private:
    void run() {
        context_.restart();
        context_.run();
    }

    asio::io_context context_;
    feishu::client client_;
    bool asynchronous_;
};

// A platform with a message and a file, and what the calls refer to.
struct scene {
    explicit scene(bool https) : platform({.https = https}) {
        feishu::client const client{platform.config()};
        message = client.call(im::message::send(platform.chat_id(), feishu::text("first"))).value().message_id;
        file = client
                   .call(im::file::create{
                       .file_type = im::file_type::stream, .file_name = "a.bin", .file = feishu::from_bytes(file_text, "a.bin")})
                   .value()
                   .file_key;
    }

    template <class T>
    static result<void> without_value(result<T> from) {
        return from ? result<void>() : result<void>(std::move(from).error());
    }

    result<void> run(op what, driver& by, std::string const& text) const {
        switch (what) {
        case op::get: return without_value(by.call(im::message::get{.message_id = message}));
        case op::list:
            return without_value(by.call(im::message::list{.container_id_type = im::container_id_type::chat,
                                                           .container_id = platform.chat_id().str()}));
        case op::create: return without_value(by.call(im::message::send(platform.chat_id(), feishu::text(text))));
        case op::reply: return without_value(by.call(im::message::reply{.message_id = message, .content = feishu::text(text)}));
        case op::upload:
            return without_value(by.call(im::file::create{.file_type = im::file_type::stream,
                                                          .file_name = "b.bin",
                                                          .file = feishu::from_bytes(file_text, "b.bin")}));
        case op::download: break;
        }
        auto const got = by.download({.file_key = file});
        if (got)
            BOOST_TEST((got->bytes == file_text), "the file is not whole");
        return without_value(got);
    }

    void add(op what, fault kind, fault_options const& options) {
        auto& faults = platform.faults();
        switch (what) {
        case op::get: faults.add<im::message::get>(kind, options); break;
        case op::list: faults.add<im::message::list>(kind, options); break;
        case op::create: faults.add<im::message::create>(kind, options); break;
        case op::reply: faults.add<im::message::reply>(kind, options); break;
        case op::upload: faults.add<im::file::create>(kind, options); break;
        case op::download: faults.add<im::file::get>(kind, options); break;
        }
    }

    // How many messages have this text, or how many files were stored since the log was cleared.
    std::size_t executions(op what, std::string const& text) {
        if (what == op::upload)
            return static_cast<std::size_t>(std::ranges::count_if(platform.requests(), [](auto const& one) {
                return one.endpoint == im::file::create::spec.id && one.status == 200;
            }));
        auto const contents = platform.state()->contents_of(platform.chat_id());
        return static_cast<std::size_t>(
            std::ranges::count_if(contents, [&](auto const& one) { return one.find(text) != one.npos; }));
    }

    feishu::emulator::server platform;
    feishu::message_id message{};
    std::string file{};
};

// --- what is expected

// The kind of the error; with a question mark, the call may have been executed, and a repetition may duplicate its effect.
using outcome = std::string_view;
constexpr outcome ok = "ok";

// In the order of `op`.
using outcomes = std::array<outcome, 6>;
constexpr outcomes all_ok{ok, ok, ok, ok, ok, ok};
constexpr outcomes all_of(outcome one) { return {one, one, one, one, one, one}; }
// Only an upload cannot be repeated safely: it has no uuid.
constexpr outcomes repeated(outcome upload) { return {ok, ok, ok, ok, upload, ok}; }
// Sending without a uuid of the caller may have taken effect.
constexpr outcomes unknown(outcome reading, outcome writing) {
    return {reading, reading, writing, writing, writing, reading};
}

struct row {
    fault kind;
    outcomes once;   ///< the fault occurs in the first attempt
    outcomes always; ///< it occurs in every attempt
    outcomes next = all_ok; ///< of a call after `once`, without a fault
    fault_options options{};
    std::chrono::milliseconds timeout{10s};
};

std::vector<row> const table{
    //                                 once                      always
    {fault::latency,                  all_ok,                   all_ok, all_ok, {.delay = 2ms}},
    {fault::rate_limit,               all_ok,                   all_of("api")},
    {fault::rate_limit,               all_ok,                   all_of("api"), all_ok, {.status = 400, .code = 230020}},
    {fault::server_error,             repeated("api?"),         unknown("api", "api?")},
    {fault::server_error,             repeated("api?"),         unknown("api", "api?"), all_ok, {.executed = true}},
    {fault::gateway_page,             repeated("http?"),        unknown("http", "http?")},
    {fault::gateway_page,             repeated("http?"),        unknown("http", "http?"), all_ok, {.executed = true}},
    {fault::token_expired,            all_ok,                   all_of("auth")},
    {fault::token_revoked,            all_ok,                   all_of("auth")},
    {fault::empty_body,               repeated("decode?"),      unknown("decode", "decode?")},
    {fault::empty_body,               repeated("decode?"),      unknown("decode", "decode?"), all_ok, {.executed = false}},
    {fault::truncated_json,           repeated("decode?"),      {"decode", "decode", "decode?", "decode?", "decode?", ok}},
    {fault::content_length_too_long,  repeated("transport?"),   unknown("transport", "transport?")},
    {fault::content_length_too_short, repeated("decode?"),      {"decode", "decode", "decode?", "decode?", "decode?", "transport"}},
    {fault::slow_bytes,               all_ok,                   all_ok, all_ok, {.delay = 1ms}},
    {fault::cut_response,             repeated("transport?"),   unknown("transport", "transport?")},
    {fault::reset_before_processing,  repeated("transport?"),   unknown("transport", "transport?")},
    {fault::reset_after_processing,   repeated("transport?"),   unknown("transport", "transport?")},
    {fault::close_idle,               all_ok,                   all_ok},
    {fault::half_open,                all_ok,                   all_ok, unknown("timeout", "timeout?"), {}, 400ms},
};

std::string text_of(result<void> const& got) {
    if (got)
        return std::string(ok);
    return std::string(feishu::to_string(got.error().kind)) + (got.error().may_duplicate ? "?" : "");
}

feishu::client_config config_of(scene const& s, std::chrono::milliseconds timeout) {
    auto config = s.platform.config();
    config.timeout = timeout;
    config.retry = {.base_delay = 1ms, .max_delay = 2ms};
    config.retry_seed = 1;
    return config;
}

// Runs the call under the fault and then once more without it.
void check(scene& s, row const& r, op what, bool asynchronous, bool always) {
    static int number = 0;
    auto const index = static_cast<std::size_t>(what);
    auto const text = "text " + std::to_string(++number) + ".";
    auto const name = std::string(to_string(r.kind)) + (r.options.executed ? " (executed or not)" : "") + ", " +
                      op_names.at(index) + (asynchronous ? ", asynchronous" : ", blocking") +
                      (always ? ", always" : ", once");
    auto options = r.options;
    if (!always)
        options.count = 1;
    driver by(config_of(s, r.timeout), asynchronous);
    by.client_timeout = r.timeout;
    if (feishu::result<void> const warm = s.run(op::get, by, {}); !warm) // has a token and a connection
        BOOST_TEST(warm.has_value(), name << ": " << warm.error());
    s.platform.clear_requests();
    s.add(what, r.kind, options);
    auto const start = std::chrono::steady_clock::now();
    auto const got = s.run(what, by, text);
    s.platform.faults().clear();
    auto const took = std::chrono::steady_clock::now() - start;
    auto const& expected = (always ? r.always : r.once).at(index);
    BOOST_TEST(text_of(got) == expected, name << ": " << (got ? "success" : got.error().to_string()));
    BOOST_TEST((took < r.timeout + 5s), name << ": the deadline has passed");
    if (what == op::create || what == op::reply || what == op::upload) {
        auto const done = s.executions(what, text);
        BOOST_TEST(done <= 1u, name << ": executed " << done << " times");
        BOOST_TEST((!got || done == 1u), name << ": not executed");
    }
    if (always)
        return;
    auto const next = s.run(what, by, "next");
    // The connection may be closed only after the upload has begun, which cannot be repeated then.
    bool const crossed = r.kind == fault::close_idle && what == op::upload && text_of(next) == "transport?";
    BOOST_TEST((crossed || text_of(next) == r.next.at(index)),
               name << ", then: " << (next ? "success" : next.error().to_string()));
}

BOOST_AUTO_TEST_SUITE(outcomes_of_faults)

BOOST_AUTO_TEST_CASE(a_call_under_a_fault_succeeds_or_fails_as_documented_and_takes_effect_once) {
    scene s(false);
    for (auto const& r : table)
        for (auto const what : all_ops)
            for (bool const asynchronous : {false, true})
                for (bool const always : {false, true})
                    check(s, r, what, asynchronous, always);
}

BOOST_AUTO_TEST_CASE(no_request_is_sent_to_a_server_with_a_certificate_that_is_not_its_own) {
    scene s(true);
    for (auto const kind : {fault::certificate_expired, fault::certificate_wrong_host, fault::certificate_unknown_ca})
        for (auto const what : all_ops)
            for (bool const asynchronous : {false, true}) {
                s.platform.clear_requests();
                s.platform.faults().add(kind);
                driver by(config_of(s, 10s), asynchronous);
                auto const got = s.run(what, by, "secret");
                BOOST_TEST(text_of(got) == "transport");
                BOOST_TEST((got || !got.error().may_have_executed));
                BOOST_TEST((got || got.error().message.find("certificate") != std::string::npos),
                           to_string(kind) << ": " << got.error());
                BOOST_TEST(s.platform.requests().empty());
                s.platform.faults().clear();
                BOOST_TEST(s.run(what, by, "secret").has_value());
            }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace fault_outcomes
