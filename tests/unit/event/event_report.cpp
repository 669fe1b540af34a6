#include <feishu/event/event_report.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/webhook.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::event_result;

class report_clock final : public feishu::clock {
public:
    time_point now() const override { return at; }
    time_point at{100h};
};

struct seen_report {
    feishu::event_report facts;
    std::string type;
    std::string id;
};

// Handlers run in their delivery.
struct report_scene {
    std::shared_ptr<report_clock> clock = std::make_shared<report_clock>();
    std::vector<seen_report> reports{};
    std::vector<std::string> errors{};
    feishu::event_options options{
        .verification_token = "v",
        .log =
            [this](feishu::log_level level, std::string_view line) {
                if (level == feishu::log_level::error)
                    errors.emplace_back(line);
            },
        .on_event =
            [this](feishu::event_report const& event) {
                reports.push_back({event, std::string(event.type), std::string(event.id)});
            },
        .executor = [](auto job) { job(); },
        .clock = clock};

    static std::string body(std::string const& id, std::string const& type = "im.message.receive_v1") {
        return R"({"schema":"2.0","header":{"event_id":")" + id + R"(","event_type":")" + type +
               R"(","token":"v","app_id":"cli_1"},"event":{"message":{"message_id":")" + id + R"("}}})";
    }
    std::vector<event_result> results() const {
        std::vector<event_result> out;
        for (auto const& one : reports)
            out.push_back(one.facts.result);
        return out;
    }
};

void ignore(feishu::event_response const&) {}

} // namespace

BOOST_AUTO_TEST_SUITE(event_reports)

BOOST_AUTO_TEST_CASE(an_event_is_reported_with_the_time_of_its_handler) {
    report_scene s;
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([&](auto const&) { s.clock->at += 20ms; });
    on.deliver(s.body("e1"), ignore);
    BOOST_TEST_REQUIRE(s.reports.size() == 1u);
    BOOST_TEST(s.reports[0].type == "im.message.receive_v1");
    BOOST_TEST(s.reports[0].id == "e1");
    BOOST_TEST((s.reports[0].facts.result == event_result::handled));
    BOOST_TEST((s.reports[0].facts.source == feishu::event_source::other));
    BOOST_TEST((s.reports[0].facts.handler == 20ms));
    BOOST_TEST((s.reports[0].facts.queued == 0ms));
}

BOOST_AUTO_TEST_CASE(each_delivery_is_reported_with_its_result) {
    report_scene s;
    s.options.dead_letter = [](auto const&...) {};
    s.options.on_failure = feishu::event_failure::dead_letter;
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([&](auto const& e) {
        if (e.header.event_id.str() == "bad")
            throw std::runtime_error("disk full");
    });
    for (auto const* id : {"e1", "e1", "bad"})
        on.deliver(s.body(id), ignore);
    on.deliver(s.body("e2", "im.chat.disbanded_v1"), ignore);
    on.deliver("{", ignore);
    on.drain(0ms);
    on.deliver(s.body("e3"), ignore);
    BOOST_TEST((s.results() == std::vector{event_result::handled, event_result::duplicate, event_result::dead_letter,
                                           event_result::unhandled, event_result::invalid, event_result::rejected}));
}

BOOST_AUTO_TEST_CASE(a_failure_that_is_pushed_again_is_reported_as_failed) {
    report_scene s;
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([](auto const&) { throw std::runtime_error("disk full"); });
    on.deliver(s.body("e1"), ignore);
    BOOST_TEST((s.results() == std::vector{event_result::failed}));
}

BOOST_AUTO_TEST_CASE(events_that_were_queued_when_it_stops_are_reported) {
    report_scene s;
    std::vector<std::function<void()>> jobs;
    s.options.executor = [&](auto job) { jobs.push_back(std::move(job)); };
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([](auto const&) {});
    on.deliver(s.body("waits"), ignore);
    on.deliver(s.body("acknowledged"), ignore);
    s.clock->at += 3s;
    on.check_deadlines();
    on.deliver(s.body("waits"), ignore); // joins, and waits for a response
    on.drain(0ms);
    BOOST_TEST((s.results() == std::vector{event_result::duplicate, event_result::dead_letter, event_result::rejected}));
}

BOOST_AUTO_TEST_CASE(the_source_of_an_event_is_reported) {
    report_scene s;
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([](auto const&) {});
    feishu::webhook hook(on);
    BOOST_TEST(hook.handle({.method = "POST", .body = s.body("e1")}).status == 200);
    BOOST_TEST_REQUIRE(s.reports.size() == 1u);
    BOOST_TEST((s.reports[0].facts.source == feishu::event_source::webhook));
}

BOOST_AUTO_TEST_CASE(what_the_hook_throws_is_logged_and_the_event_is_handled) {
    report_scene s;
    s.options.on_event = [](feishu::event_report const&) { throw std::runtime_error("no disk"); };
    feishu::event_dispatcher on(s.options);
    on.handle<feishu::im::v1::message::receive_v1>([](auto const&) {});
    feishu::event_outcome outcome = feishu::event_outcome::failed;
    on.deliver(s.body("e1"), [&](feishu::event_response const& r) { outcome = r.outcome; });
    BOOST_TEST((outcome == feishu::event_outcome::done));
    BOOST_TEST((s.errors == std::vector<std::string>{"event_options::on_event threw: no disk"}));
}

BOOST_AUTO_TEST_SUITE_END()
