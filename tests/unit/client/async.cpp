#include <feishu/async.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client/call_report.hpp>
#include <feishu/http/async_transport.hpp>

#include "fakes.hpp"

namespace {

namespace asio = boost::asio;
namespace http = feishu::http;
namespace im = feishu::im::v1;
using namespace fakes;
using feishu::error;
using feishu::error_kind;

using outcome = feishu::result<im::message::get::response>;

// Responds when the test releases it, or is canceled.
class held_transport final : public http::async_transport {
public:
    explicit held_transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    bool hold_tokens = false;
    bool hold_calls = false;

    feishu::result<void> exchange(http::request const& r, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }

    void async_exchange(http::request const& r, http::response_sink& sink, http::exchange_options const& options,
                        asio::any_io_executor executor, handler done) override {
        auto const p = std::make_shared<pending>(pending{script_->take(r, options), &sink, executor, std::move(done)});
        if (auto slot = asio::get_associated_cancellation_slot(p->done); slot.is_connected())
            slot.assign([p](asio::cancellation_type) {
                finish(p, error{.kind = error_kind::canceled, .message = "canceled"});
            });
        if (is_token_request(r) ? hold_tokens : hold_calls)
            held_.push_back(p);
        else
            respond(p);
    }

    std::size_t held() const { return held_.size(); }
    void release() {
        for (auto const& p : std::exchange(held_, {}))
            respond(p);
    }
    // Destroys the handlers without calling them.
    void drop() { held_.clear(); }

private:
    struct pending {
        reply r;
        http::response_sink* sink;
        asio::any_io_executor executor;
        handler done;
    };

    static void respond(std::shared_ptr<pending> const& p) {
        if (p->done)
            finish(p, play(p->r, *p->sink));
    }
    static void finish(std::shared_ptr<pending> const& p, feishu::result<void> result) {
        if (p->done)
            asio::post(p->executor, [done = std::move(p->done), result = std::move(result)]() mutable {
                std::move(done)(std::move(result));
            });
    }

    std::shared_ptr<fakes::script> script_;
    std::vector<std::shared_ptr<pending>> held_;
};

struct async_world {
    asio::io_context io{};
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<held_transport> transport = std::make_shared<held_transport>(script);
    feishu::client client{feishu::client_config{
        .app_id = "cli_1", .app_secret = "s", .retry = feishu::retry_policy::never(), .transport = transport,
        .clock = clock}};

    // Starts a call whose result is stored in `to`.
    void start(std::optional<outcome>& to, feishu::call_options options = {}) {
        client.async_call(get_one, options, asio::bind_executor(io, [&to](outcome o) { to = std::move(o); }));
    }
    void start(std::optional<outcome>& to, asio::cancellation_signal& signal) {
        client.async_call(get_one, asio::bind_cancellation_slot(signal.slot(), asio::bind_executor(io, [&to](outcome o) {
                                                                    to = std::move(o);
                                                                })));
    }
};

BOOST_AUTO_TEST_SUITE(async_call)

BOOST_AUTO_TEST_CASE(a_callback_is_called_with_the_result) {
    async_world w;
    w.script->calls = {data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    std::optional<outcome> got;
    w.start(got);
    BOOST_TEST(!got);
    w.io.run();
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST(got->value().items.at(0).message_id == "om_1");
    BOOST_TEST(w.script->seen_calls().at(0).authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(a_call_without_a_token_argument_is_awaited) {
    async_world w;
    bool done = false;
    asio::co_spawn(
        w.io,
        [&]() -> asio::awaitable<void> {
            auto const r = co_await w.client.async_call(get_one);
            done = r.has_value();
        },
        asio::detached);
    w.io.run();
    BOOST_TEST(done);
}

BOOST_AUTO_TEST_CASE(use_awaitable_works_too) {
    async_world w;
    bool done = false;
    asio::co_spawn(
        w.io,
        [&]() -> asio::awaitable<void> {
            done = (co_await w.client.async_call(get_one, asio::use_awaitable)).has_value();
        },
        asio::detached);
    w.io.run();
    BOOST_TEST(done);
}

BOOST_AUTO_TEST_CASE(a_deferred_call_is_not_sent_before_it_is_started) {
    async_world w;
    auto call = w.client.async_call(get_one);
    w.io.run();
    BOOST_TEST(w.script->seen().empty());
    std::optional<outcome> got;
    std::move(call)(asio::bind_executor(w.io, [&](outcome o) { got = std::move(o); }));
    w.io.restart();
    w.io.run();
    BOOST_TEST(got.has_value());
}

BOOST_AUTO_TEST_CASE(a_future_works_without_an_executor) {
    async_world w;
    BOOST_TEST(w.client.async_call(get_one, asio::use_future).get().has_value());
}

BOOST_AUTO_TEST_CASE(the_callback_runs_on_its_own_executor) {
    async_world w;
    auto const strand = asio::make_strand(w.io);
    bool on_strand = false;
    w.client.async_call(get_one, asio::bind_executor(strand, [&](outcome) {
                            on_strand = strand.running_in_this_thread();
                        }));
    w.io.run();
    BOOST_TEST(on_strand);
}

BOOST_AUTO_TEST_CASE(a_validation_error_comes_on_the_executor_and_sends_nothing) {
    async_world w;
    std::optional<outcome> got;
    w.client.async_call(im::message::get{.message_id = ""},
                        asio::bind_executor(w.io, [&](outcome o) { got = std::move(o); }));
    BOOST_TEST(!got);
    w.io.run();
    BOOST_TEST((got->error().kind == error_kind::validation));
    BOOST_TEST(w.script->seen().empty());
}

BOOST_AUTO_TEST_CASE(a_handler_that_can_only_be_moved_is_taken) {
    async_world w;
    bool called = false;
    w.client.async_call(get_one, asio::bind_executor(w.io, [&, p = std::make_unique<int>(1)](outcome) {
                            called = *p == 1;
                        }));
    w.io.run();
    BOOST_TEST(called);
}

BOOST_AUTO_TEST_CASE(a_user_token_is_sent_as_it_is) {
    async_world w;
    w.client.as({"u-1"}).async_call(get_one, asio::bind_executor(w.io, [](outcome) {}));
    w.io.run();
    BOOST_TEST(w.script->seen_tokens().empty());
    BOOST_TEST(w.script->seen_calls().at(0).authorization == "Bearer u-1");
}

BOOST_AUTO_TEST_CASE(a_call_outlives_the_client_it_was_started_from) {
    async_world w;
    std::optional<outcome> got;
    {
        feishu::client const copy{feishu::client_config{.app_id = "cli_1", .app_secret = "s", .transport = w.transport}};
        copy.async_call(get_one, asio::bind_executor(w.io, [&](outcome o) { got = std::move(o); }));
    }
    w.io.run();
    BOOST_TEST(got->has_value());
}

BOOST_AUTO_TEST_CASE(a_refused_token_is_fetched_again_once) {
    async_world w;
    w.script->tokens = {token_reply("t-1"), token_reply("t-2")};
    w.script->calls = {code_reply(99991663), data_reply("{}")};
    std::optional<outcome> got;
    w.start(got);
    w.io.run();
    BOOST_TEST(got->has_value());
    BOOST_TEST(w.script->seen_calls().at(1).authorization == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(a_transport_without_an_asynchronous_side_is_an_error) {
    world blocking;
    asio::io_context io;
    std::optional<outcome> got;
    blocking.client.async_call(get_one, asio::bind_executor(io, [&](outcome o) { got = std::move(o); }));
    io.run();
    BOOST_TEST(got->error().message == "client_config::transport has no asynchronous side");
    BOOST_TEST(got->error().endpoint == "im.v1.message.get");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_token)

BOOST_AUTO_TEST_CASE(calls_wait_for_the_token_that_another_one_fetches) {
    async_world w;
    w.transport->hold_tokens = true;
    std::vector<std::optional<outcome>> got(8);
    for (auto& g : got)
        w.start(g);
    w.io.poll();
    BOOST_TEST(w.transport->held() == 1u);
    w.transport->release();
    w.io.run();
    for (auto const& g : got)
        BOOST_TEST(g.value().has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
    BOOST_TEST(w.script->seen_calls().size() == 8u);
}

BOOST_AUTO_TEST_CASE(a_failed_fetch_is_the_error_of_all_waiting_calls) {
    async_world w;
    w.transport->hold_tokens = true;
    w.script->tokens = {code_reply(10014, 200)};
    std::vector<std::optional<outcome>> got(3);
    for (auto& g : got)
        w.start(g);
    w.io.poll();
    w.transport->release();
    w.io.run();
    for (auto const& g : got)
        BOOST_TEST(g.value().error().code == 10014);
    BOOST_TEST(w.script->seen_calls().empty());
}

BOOST_AUTO_TEST_CASE(a_canceled_fetch_is_taken_over_by_a_waiting_call) {
    async_world w;
    w.transport->hold_tokens = true;
    asio::cancellation_signal signal;
    std::optional<outcome> canceled;
    std::vector<std::optional<outcome>> others(2);
    w.start(canceled, signal);
    w.io.poll();
    for (auto& o : others)
        w.start(o);
    w.io.poll();
    signal.emit(asio::cancellation_type::total);
    w.io.poll();
    BOOST_TEST((canceled.value().error().kind == error_kind::canceled));
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
    w.transport->release();
    w.io.run();
    for (auto const& o : others)
        BOOST_TEST(o.value().has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_call_that_waits_for_a_token_can_be_canceled) {
    async_world w;
    w.transport->hold_tokens = true;
    asio::cancellation_signal signal;
    std::optional<outcome> fetching;
    std::optional<outcome> waiting;
    w.start(fetching);
    w.io.poll();
    w.start(waiting, signal);
    w.io.poll();
    signal.emit(asio::cancellation_type::terminal);
    w.io.poll();
    BOOST_TEST((waiting.value().error().kind == error_kind::canceled));
    BOOST_TEST(!fetching.has_value());
    w.transport->release();
    w.io.run();
    BOOST_TEST(fetching.value().has_value());
}

BOOST_AUTO_TEST_CASE(a_fetch_that_ran_out_of_its_callers_time_is_taken_over_by_a_waiting_call) {
    async_world w;
    w.transport->hold_tokens = true;
    w.script->tokens = {failed_reply({.kind = error_kind::timeout, .message = "late"}), token_reply("t-2")};
    std::optional<outcome> hasty;
    std::optional<outcome> patient;
    w.start(hasty);
    w.io.poll();
    w.start(patient);
    w.io.poll();
    w.transport->release();
    w.io.poll();
    BOOST_TEST((hasty.value().error().kind == error_kind::timeout));
    w.transport->release();
    w.io.run();
    BOOST_TEST(patient.value().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_destroyed)

// Its token exchanges belong to the caller's context and never complete by themselves.
class endless_transport final : public http::async_transport {
public:
    explicit endless_transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    std::atomic<bool> endless = true;

    feishu::result<void> exchange(http::request const& r, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }
    void async_exchange(http::request const& r, http::response_sink& sink, http::exchange_options const& options,
                        asio::any_io_executor executor, handler done) override {
        auto const timer = std::make_shared<asio::steady_timer>(executor);
        if (is_token_request(r) && endless)
            timer->expires_at(asio::steady_timer::time_point::max());
        timer->async_wait([timer, sink = &sink, reply = script_->take(r, options),
                           done = std::move(done)](boost::system::error_code) mutable {
            std::move(done)(play(reply, *sink));
        });
    }

private:
    std::shared_ptr<fakes::script> script_;
};

struct two_contexts {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<endless_transport> transport = std::make_shared<endless_transport>(script);
    feishu::client client{feishu::client_config{
        .app_id = "cli_1", .app_secret = "s", .transport = transport, .clock = clock}};
    std::optional<asio::io_context> first{std::in_place};
    std::optional<asio::io_context> second{std::in_place};
    std::optional<outcome> got_first{};
    std::optional<outcome> got_second{};

    void start(asio::io_context& io, std::optional<outcome>& to) {
        client.async_call(get_one, asio::bind_executor(io, [&to](outcome o) { to = std::move(o); }));
        io.poll();
    }
};

BOOST_AUTO_TEST_CASE(a_context_that_is_destroyed_while_its_call_waits_for_a_token_is_not_touched_again) {
    two_contexts w;
    w.start(*w.first, w.got_first); // fetches
    w.start(*w.second, w.got_second); // waits
    w.second.reset();
    w.transport->endless = false;
    w.first.reset(); // its claim ends, and waiting calls are notified
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(!w.got_first.has_value());
    BOOST_TEST(!w.got_second.has_value());
}

BOOST_AUTO_TEST_CASE(a_fetch_whose_context_is_destroyed_is_taken_over_by_a_call_that_waits) {
    two_contexts w;
    w.start(*w.first, w.got_first);
    w.start(*w.second, w.got_second);
    w.transport->endless = false;
    w.first.reset();
    w.second->run();
    BOOST_TEST(w.got_second.value().has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_fetch_whose_context_is_destroyed_is_taken_over_by_the_next_call) {
    two_contexts w;
    w.start(*w.first, w.got_first);
    w.first.reset();
    BOOST_TEST(w.client.call(get_one).has_value());
}

BOOST_AUTO_TEST_CASE(a_fetch_whose_context_no_longer_runs_is_taken_over_after_ten_seconds) {
    two_contexts w;
    w.start(*w.first, w.got_first);
    w.transport->endless = false;
    w.clock->advance(std::chrono::seconds(10));
    w.start(*w.second, w.got_second);
    w.second->run();
    BOOST_TEST(w.got_second.value().has_value());
}

BOOST_AUTO_TEST_CASE(a_fetch_whose_transport_drops_its_handler_is_taken_over) {
    async_world w;
    w.transport->hold_tokens = true;
    std::optional<outcome> dropped;
    std::optional<outcome> waiting;
    w.start(dropped);
    w.io.poll();
    w.start(waiting);
    w.io.poll();
    w.transport->hold_tokens = false;
    w.transport->drop();
    w.io.run();
    BOOST_TEST(!dropped.has_value());
    BOOST_TEST(waiting.value().has_value());
}

BOOST_AUTO_TEST_CASE(contexts_that_come_and_go_do_not_disturb_other_threads) {
    two_contexts w;
    w.transport->endless = false;
    std::atomic<bool> stop = false;
    std::atomic<int> failed = 0;
    std::thread blocking([&] {
        while (!stop) {
            w.clock->advance(std::chrono::hours(2)); // each call fetches
            failed += w.client.call(get_one).has_value() ? 0 : 1;
        }
    });
    for (int round = 0; round < 300; ++round) {
        asio::io_context io;
        std::vector<std::optional<outcome>> got(4);
        for (auto& g : got)
            w.client.async_call(get_one, asio::bind_executor(io, [&g](outcome o) { g = std::move(o); }));
        for (int job = 0; job < round % 40; ++job)
            io.poll_one();
    }
    stop = true;
    blocking.join();
    BOOST_TEST(failed == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_callbacks_that_throw)

// Throws instead of starting an exchange, before or after it has moved the handler.
class throwing_transport final : public http::async_transport {
public:
    explicit throwing_transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    bool throws = true;
    bool completes_too = false;

    feishu::result<void> exchange(http::request const& r, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }
    void async_exchange(http::request const& r, http::response_sink& sink, http::exchange_options const& options,
                        asio::any_io_executor executor, handler done) override {
        if (completes_too || !throws)
            asio::post(executor, [done = std::move(done), end = exchange(r, sink, options)]() mutable {
                std::move(done)(std::move(end));
            });
        if (throws)
            throw std::runtime_error("no route");
    }

private:
    std::shared_ptr<fakes::script> script_;
};

struct throwing_world {
    asio::io_context io{};
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<throwing_transport> transport = std::make_shared<throwing_transport>(script);
    feishu::client client{feishu::client_config{.app_id = "cli_1", .app_secret = "s", .transport = transport}};

    outcome call() {
        std::optional<outcome> got;
        client.async_call(get_one, asio::bind_executor(io, [&](outcome o) { got = std::move(o); }));
        io.restart();
        io.run();
        return got.value();
    }
};

BOOST_AUTO_TEST_CASE(a_transport_that_throws_is_an_error_and_the_next_call_works) {
    throwing_world w;
    auto const failed = w.call();
    BOOST_TEST_REQUIRE(failed.has_error());
    BOOST_TEST(failed.error().message.find("no route") != std::string::npos);
    w.transport->throws = false;
    BOOST_TEST(w.call().has_value());
}

BOOST_AUTO_TEST_CASE(a_transport_that_throws_and_completes_ends_the_exchange_once) {
    throwing_world w;
    w.transport->completes_too = true;
    (void)w.call();
    w.transport->throws = false;
    BOOST_TEST(w.call().has_value());
}

BOOST_AUTO_TEST_CASE(what_a_completion_handler_throws_leaves_run_and_the_client_stays_usable) {
    async_world w;
    w.client.async_call(get_one, asio::bind_executor(w.io, [](outcome) { throw std::runtime_error("handler"); }));
    BOOST_CHECK_THROW(w.io.run(), std::runtime_error);
    std::optional<outcome> got;
    w.start(got);
    w.io.restart();
    w.io.run();
    BOOST_TEST(got.value().has_value());
}

BOOST_AUTO_TEST_CASE(what_a_completion_handler_throws_on_the_system_executor_goes_to_the_log) {
    auto const transport = std::make_shared<held_transport>(std::make_shared<fakes::script>());
    std::promise<std::string> logged;
    feishu::client const client{feishu::client_config{
        .app_id = "cli_1", .app_secret = "s", .transport = transport, .log = [&](std::string_view line) {
            logged.set_value(std::string(line));
        }}};
    client.async_call(get_one, [](outcome) { throw std::runtime_error("handler"); });
    BOOST_TEST(logged.get_future().get().find("handler") != std::string::npos);
    logged = {};
    client.async_call(im::message::get{.message_id = ""}, [](outcome) { throw std::runtime_error("validation"); });
    BOOST_TEST(logged.get_future().get().find("validation") != std::string::npos);
    BOOST_TEST(client.async_call(get_one, asio::use_future).get().has_value());
}

// Completes inside async_exchange.
class hasty_transport final : public http::async_transport {
public:
    explicit hasty_transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    feishu::result<void> exchange(http::request const& r, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }
    void async_exchange(http::request const& r, http::response_sink& sink, http::exchange_options const& options,
                        asio::any_io_executor, handler done) override {
        std::move(done)(exchange(r, sink, options));
    }

private:
    std::shared_ptr<fakes::script> script_;
};

BOOST_AUTO_TEST_CASE(a_transport_that_completes_at_once_does_not_complete_the_call_inside_its_initiation) {
    asio::io_context io;
    feishu::client const client{feishu::client_config{
        .app_id = "cli_1",
        .app_secret = "s",
        .transport = std::make_shared<hasty_transport>(std::make_shared<fakes::script>())}};
    for (int i = 0; i < 2; ++i) { // with a token to fetch, and without
        int called = 0;
        asio::post(io, [&] {
            client.async_call(get_one, asio::bind_executor(io, [&](outcome o) {
                                  ++called;
                                  BOOST_TEST(o.has_value());
                                  throw std::runtime_error("handler");
                              }));
            BOOST_TEST(called == 0);
        });
        io.restart();
        BOOST_CHECK_THROW(io.run(), std::runtime_error);
        io.restart();
        io.run();
        BOOST_TEST(called == 1);
    }
}

// A custom executor that drops its functions once the test says so.
struct dropping_executor {
    asio::io_context* io;
    bool const* drops;

    asio::execution_context& query(asio::execution::context_t) const noexcept { return *io; }
    static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
        return asio::execution::blocking.never;
    }
    dropping_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }
    template <class F>
    void execute(F job) const {
        if (!*drops)
            asio::post(*io, std::move(job));
    }
    friend bool operator==(dropping_executor const&, dropping_executor const&) = default;
};

BOOST_AUTO_TEST_CASE(a_fetch_whose_executor_drops_its_jobs_is_taken_over_after_ten_seconds) {
    async_world w;
    bool drops = false;
    w.transport->hold_tokens = true;
    bool called = false;
    w.client.async_call(get_one, asio::bind_executor(dropping_executor{&w.io, &drops}, [&](outcome) { called = true; }));
    w.io.poll();
    BOOST_TEST(w.transport->held() == 1u);
    drops = true;
    w.transport->release();
    w.transport->hold_tokens = false;
    w.io.restart();
    w.io.poll();
    w.clock->advance(std::chrono::seconds(10));
    std::optional<outcome> got;
    w.start(got);
    w.io.restart();
    w.io.run();
    BOOST_TEST(got.value().has_value());
    BOOST_TEST(!called);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_deadline)

BOOST_AUTO_TEST_CASE(extreme_timeouts_saturate) {
    async_world w;
    w.transport->hold_tokens = true;
    std::optional<outcome> fetching;
    std::optional<outcome> waiting;
    std::optional<outcome> hasty;
    w.start(fetching, {.timeout = std::chrono::milliseconds::max()});
    w.io.poll();
    w.start(waiting, {.timeout = std::chrono::milliseconds::max()});
    w.start(hasty, {.timeout = std::chrono::milliseconds::min()});
    w.io.poll();
    BOOST_TEST((hasty.value().error().kind == error_kind::timeout));
    BOOST_TEST(!waiting.has_value());
    w.transport->release();
    w.io.run();
    BOOST_TEST(fetching.value().has_value());
    BOOST_TEST(waiting.value().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_store_app)

struct async_store_world : async_world {
    std::shared_ptr<feishu::auth::app_tickets> tickets = std::make_shared<feishu::auth::app_tickets>();

    async_store_world() {
        script->tokens = {app_token_reply("a-1"), token_reply("t-1")};
        client = feishu::client{feishu::client_config{.app_id = "cli_1",
                                                      .app_secret = "s",
                                                      .app_type = feishu::app_type::store,
                                                      .app_tickets = tickets,
                                                      .transport = transport,
                                                      .clock = clock}}
                     .for_tenant("tenant-1");
    }
};

BOOST_AUTO_TEST_CASE(a_call_in_a_tenant_fetches_both_tokens) {
    async_store_world w;
    w.tickets->set("cli_1", "ticket-1");
    std::optional<outcome> got;
    w.start(got);
    w.io.run();
    BOOST_TEST(got.value().has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
    BOOST_TEST(w.script->seen_calls().at(0).authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(calls_at_the_same_time_fetch_both_tokens_once) {
    async_store_world w;
    w.tickets->set("cli_1", "ticket-1");
    std::optional<outcome> first;
    std::optional<outcome> second;
    w.start(first);
    w.start(second);
    w.io.run();
    BOOST_TEST(first.value().has_value());
    BOOST_TEST(second.value().has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
}

BOOST_AUTO_TEST_CASE(without_a_ticket_one_is_requested_and_the_call_fails) {
    async_store_world w;
    w.script->tokens = {resent_reply()};
    std::optional<outcome> got;
    w.start(got);
    w.io.run();
    BOOST_TEST((got.value().error().kind == error_kind::auth));
    BOOST_TEST(w.script->seen_tokens().at(0).line == "POST /open-apis/auth/v3/app_ticket/resend");
    BOOST_TEST(w.script->seen_calls().empty());
}

BOOST_AUTO_TEST_CASE(a_canceled_fetch_of_the_app_token_cancels_the_call) {
    async_store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.transport->hold_tokens = true;
    asio::cancellation_signal signal;
    std::optional<outcome> got;
    w.start(got, signal);
    while (w.transport->held() == 0)
        w.io.run_one();
    signal.emit(asio::cancellation_type::terminal);
    w.io.run();
    BOOST_TEST((got.value().error().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_cancellation)

BOOST_AUTO_TEST_CASE(a_call_that_waits_for_its_response_can_be_canceled) {
    for (auto const type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                            asio::cancellation_type::total}) {
        async_world w;
        w.transport->hold_calls = true;
        asio::cancellation_signal signal;
        std::optional<outcome> got;
        w.start(got, signal);
        w.io.poll();
        BOOST_TEST(w.transport->held() == 1u);
        signal.emit(type);
        w.io.run();
        BOOST_TEST((got.value().error().kind == error_kind::canceled));
        BOOST_TEST(got->error().endpoint == "im.v1.message.get");
    }
}

BOOST_AUTO_TEST_CASE(an_asynchronous_call_is_reported_once_however_it_ends) {
    async_world w;
    std::vector<feishu::call_report> reports;
    feishu::client const observed{feishu::client_config{.app_id = "cli_1",
                                                        .app_secret = "s",
                                                        .retry = feishu::retry_policy::never(),
                                                        .transport = w.transport,
                                                        .clock = w.clock,
                                                        .on_call = [&](auto const& call) { reports.push_back(call); }}};
    auto const last = [&](std::size_t count) {
        w.io.restart();
        w.io.run();
        BOOST_TEST_REQUIRE(reports.size() == count);
        return reports.back();
    };
    auto const ignore = [&] { return asio::bind_executor(w.io, [](outcome const&) {}); };

    observed.async_call(get_one, ignore());
    BOOST_TEST(!last(1).failure);

    observed.async_call(im::message::get{.message_id = ""}, ignore()); // invalid
    BOOST_TEST((last(2).failure == error_kind::validation));

    asio::cancellation_signal signal;
    w.transport->hold_calls = true;
    observed.async_call(get_one, asio::bind_cancellation_slot(signal.slot(), ignore()));
    w.io.restart();
    w.io.poll();
    signal.emit(asio::cancellation_type::terminal);
    auto const canceled = last(3);
    BOOST_TEST((canceled.failure == error_kind::canceled));
    BOOST_TEST(canceled.attempts == 1);

    feishu::client_config blocking_only{.app_id = "cli_1",
                                        .app_secret = "s",
                                        .transport = std::make_shared<fakes::transport>(w.script),
                                        .on_call = [&](auto const& call) { reports.push_back(call); }};
    feishu::client(blocking_only).async_call(get_one, ignore());
    BOOST_TEST(last(4).attempts == 0);
    BOOST_TEST(observed.counters().succeeded == 1u);
    BOOST_TEST(observed.counters().failed == 2u);
}

// Starts calls of a client with on_call, and cancels the last one while it waits.
struct canceled_world : async_world {
    std::vector<feishu::call_report> reports{};
    feishu::client_config config{.app_id = "cli_1",
                                 .app_secret = "s",
                                 .timeout = std::chrono::hours(1),
                                 .retry = {.max_attempts = 2},
                                 .transport = transport,
                                 .clock = clock,
                                 .on_call = [this](auto const& call) { reports.push_back(call); }};

    // `before` calls end by themselves.
    void cancel_after(std::size_t before) {
        feishu::client const observed(config);
        asio::cancellation_signal signal;
        for (std::size_t at = 0; at <= before; ++at) {
            observed.async_call(get_one, asio::bind_cancellation_slot(
                                             signal.slot(), asio::bind_executor(io, [](outcome const&) {})));
            io.restart();
            io.poll();
        }
        BOOST_TEST(reports.size() == before);
        signal.emit(asio::cancellation_type::terminal);
        io.restart();
        io.run();
        BOOST_TEST_REQUIRE(reports.size() == before + 1);
        BOOST_TEST((reports.back().failure == error_kind::canceled));
        BOOST_TEST(observed.counters().succeeded == before);
        BOOST_TEST(observed.counters().failed == 1u);
    }
};

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_waits_for_its_token_is_reported_once) {
    canceled_world w;
    w.transport->hold_tokens = true;
    w.cancel_after(0);
    BOOST_TEST(w.reports.back().token_requests == 1);
    BOOST_TEST(w.reports.back().attempts == 0);
}

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_waits_for_its_turn_is_reported_once) {
    canceled_world w;
    w.config.pacing = feishu::pacing::custom({{"im.v1.message.get", {.per_minute = 1}}});
    w.script->calls = {data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    w.cancel_after(1);
    BOOST_TEST(w.reports.back().attempts == 0);
}

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_waits_for_a_retry_is_reported_once) {
    canceled_world w;
    auto limited = code_reply(99991400, 429);
    limited.headers = {{"x-ogw-ratelimit-reset", "600"}};
    w.script->calls = {limited};
    w.cancel_after(0);
    BOOST_TEST(w.reports.back().attempts == 1);
    BOOST_TEST(w.reports.back().http_status == 429);
}

BOOST_AUTO_TEST_CASE(a_call_whose_context_is_destroyed_is_not_reported) {
    canceled_world w;
    w.transport->hold_calls = true;
    feishu::client const observed(w.config);
    observed.async_call(get_one, asio::bind_executor(w.io, [](outcome const&) {}));
    w.io.poll();
    w.transport->drop();
    BOOST_TEST(w.reports.empty());
    w.transport->hold_calls = false;
    observed.async_call(get_one, asio::bind_executor(w.io, [](outcome const&) {}));
    w.io.restart();
    w.io.run();
    BOOST_TEST(w.reports.size() == 1u);
}

BOOST_AUTO_TEST_CASE(canceling_a_call_that_has_ended_does_nothing) {
    async_world w;
    asio::cancellation_signal signal;
    std::optional<outcome> got;
    w.start(got, signal);
    w.io.run();
    signal.emit(asio::cancellation_type::terminal);
    BOOST_TEST(got.value().has_value());
}

BOOST_AUTO_TEST_CASE(a_call_that_was_canceled_before_it_ran_sends_no_request_twice) {
    async_world w;
    asio::cancellation_signal signal;
    std::optional<outcome> got;
    w.start(got, signal);
    signal.emit(asio::cancellation_type::terminal);
    w.io.run();
    BOOST_TEST(got.has_value());
    BOOST_TEST(w.script->seen_calls().size() <= 1u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(async_threads)

// Completes on the executor, on any of its threads.
class posting_transport final : public http::async_transport {
public:
    explicit posting_transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    feishu::result<void> exchange(http::request const& r, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }
    void async_exchange(http::request const& r, http::response_sink& sink, http::exchange_options const& options,
                        asio::any_io_executor executor, handler done) override {
        asio::post(executor, [this, &r, &sink, options, done = std::move(done)]() mutable {
            std::move(done)(exchange(r, sink, options));
        });
    }

private:
    std::shared_ptr<fakes::script> script_;
};

struct pool_world {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    feishu::client client{feishu::client_config{.app_id = "cli_1",
                                                .app_secret = "s",
                                                .transport = std::make_shared<posting_transport>(script),
                                                .clock = clock}};
    asio::thread_pool pool{4};
    std::atomic<int> succeeded = 0;
    std::atomic<int> canceled = 0;

    auto counting() {
        return [this](outcome o) {
            succeeded += o.has_value() ? 1 : 0;
            canceled += o.has_error() && o.error().kind == error_kind::canceled ? 1 : 0;
        };
    }
};

BOOST_AUTO_TEST_CASE(calls_on_a_pool_of_threads_all_end_although_tokens_expire) {
    pool_world w;
    for (int i = 0; i < 500; ++i) {
        if (i % 10 == 0)
            w.clock->advance(std::chrono::hours(3));
        w.client.async_call(get_one, {.timeout = std::chrono::milliseconds::max()},
                            asio::bind_executor(w.pool, w.counting()));
    }
    w.pool.wait();
    BOOST_TEST(w.succeeded == 500);
}

BOOST_AUTO_TEST_CASE(canceled_calls_on_a_pool_of_threads_end_once) {
    pool_world w;
    std::vector<std::unique_ptr<asio::cancellation_signal>> signals;
    for (int i = 0; i < 500; ++i) {
        if (i % 10 == 0)
            w.clock->advance(std::chrono::hours(3));
        auto& signal = *signals.emplace_back(std::make_unique<asio::cancellation_signal>());
        w.client.async_call(get_one, {.timeout = std::chrono::milliseconds::max()},
                            asio::bind_cancellation_slot(signal.slot(), asio::bind_executor(w.pool, w.counting())));
        asio::post(w.pool, [&] { signal.emit(asio::cancellation_type::total); });
    }
    w.pool.wait();
    BOOST_TEST(w.succeeded + w.canceled == 500);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
