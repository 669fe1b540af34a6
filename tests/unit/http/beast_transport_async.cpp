#include <feishu/http/async_transport.hpp>
#include <feishu/http/beast_transport.hpp>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <thread>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>

#include "scripted_server.hpp"
#include "test_certificate.hpp"

using namespace std::chrono_literals;
using namespace test;
using feishu::error_kind;
namespace http = feishu::http;

namespace {

std::shared_ptr<http::transport> to(scripted_server const& server, std::string ca_pem = {}) {
    return http::make_beast_transport({.base_url = server.base_url(), .ca_pem = std::move(ca_pem)}).value();
}

/// A request, its sink and its result.
struct exchange {
    http::request request{.target = "/x"};
    recording_sink sink{};
    http::exchange_options options{};
    std::optional<feishu::result<void>> done{};
    std::thread::id thread{};

    auto finish() {
        return [this](feishu::result<void> result) {
            thread = std::this_thread::get_id();
            done = std::move(result);
        };
    }
    void start(http::transport& transport, asio::any_io_executor executor) {
        start(transport, executor, finish());
    }
    void start(http::transport& transport, asio::any_io_executor executor,
               http::async_transport::handler handler) {
        transport.async()->async_exchange(request, sink, options, executor, std::move(handler));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(beast_transport_async)

BOOST_AUTO_TEST_CASE(an_asynchronous_exchange_completes_on_its_executor_and_never_inside_the_call) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to(server);
    asio::io_context io;
    exchange one;
    one.start(*transport, io.get_executor());
    BOOST_TEST(!one.done.has_value());
    io.run();
    BOOST_TEST_REQUIRE(one.done.has_value());
    BOOST_TEST(one.done->has_value());
    BOOST_TEST(one.sink.body == "hello");
    BOOST_TEST((one.thread == std::this_thread::get_id()));
}

BOOST_AUTO_TEST_CASE(a_handler_runs_on_the_executor_it_is_bound_to) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to(server);
    asio::io_context io, other;
    exchange one;
    one.start(*transport, io.get_executor(), asio::bind_executor(other.get_executor(), one.finish()));
    auto const work = asio::require(other.get_executor(), asio::execution::outstanding_work.tracked);
    io.run();
    BOOST_TEST(!one.done.has_value());
    other.run_one();
    BOOST_TEST_REQUIRE(one.done.has_value());
    BOOST_TEST(one.done->has_value());
}

BOOST_AUTO_TEST_CASE(asynchronous_exchanges_of_one_context_share_connections_whatever_their_executors) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to(server);
    asio::io_context io;
    asio::any_io_executor const executors[] = {io.get_executor(), asio::make_strand(io),
                                               asio::make_strand(io)};
    for (auto const& executor : executors) {
        exchange one;
        one.start(*transport, executor);
        io.restart();
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        BOOST_TEST(one.done->has_value());
    }
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(a_host_name_is_looked_up_without_blocking) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = http::make_beast_transport({.base_url = server.base_url("localhost")}).value();
    asio::io_context io;
    exchange one;
    one.start(*transport, io.get_executor());
    io.run();
    BOOST_TEST_REQUIRE(one.done.has_value());
    BOOST_TEST(one.done->has_value());
}

BOOST_AUTO_TEST_CASE(an_asynchronous_exchange_has_the_same_errors) {
    scripted_server server({{expect_request()}});
    auto const transport = to(server);
    asio::io_context io;
    exchange silent, invalid;
    silent.options.timeout = 300ms;
    silent.start(*transport, io.get_executor());
    invalid.request.target = "no slash";
    invalid.start(*transport, io.get_executor());
    io.run();
    BOOST_TEST_REQUIRE((silent.done.has_value() && silent.done->has_error()));
    BOOST_TEST((silent.done->error().kind == error_kind::timeout));
    BOOST_TEST(silent.done->error().message ==
               "timeout (300 ms) while waiting for the response of " + server.authority());
    BOOST_TEST_REQUIRE((invalid.done.has_value() && invalid.done->has_error()));
    BOOST_TEST((invalid.done->error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(an_exchange_over_tls_can_be_asynchronous) {
    auto const identity = make_certificate("IP:127.0.0.1");
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(identity));
    auto const transport = to(server, identity.pem);
    asio::io_context io;
    for (int i = 0; i < 2; ++i) {
        exchange one;
        one.start(*transport, io.get_executor());
        io.restart();
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        BOOST_TEST(one.done->has_value());
        BOOST_TEST(one.sink.body == "hello");
    }
    BOOST_TEST(server.connections() == 1);
}

// --- cancellation

BOOST_AUTO_TEST_CASE(cancelling_while_waiting_is_an_error_of_kind_canceled_and_closes_the_connection) {
    asio::io_context io;
    asio::cancellation_signal signal;
    scripted_server server({{expect_request(), call([&] {
                                 asio::post(io, [&] { signal.emit(asio::cancellation_type::terminal); });
                             })},
                            {answer_all(ok("b"))}});
    auto const transport = to(server);
    exchange one;
    one.start(*transport, io.get_executor(), asio::bind_cancellation_slot(signal.slot(), one.finish()));
    io.run();
    BOOST_TEST_REQUIRE((one.done.has_value() && one.done->has_error()));
    BOOST_TEST((one.done->error().kind == error_kind::canceled));
    BOOST_TEST(one.done->error().message ==
               "canceled while waiting for the response of " + server.authority());
    BOOST_TEST(one.done->error().may_have_executed);
    exchange two;
    two.start(*transport, io.get_executor());
    io.restart();
    io.run();
    BOOST_TEST(two.sink.body == "b");
}

BOOST_AUTO_TEST_CASE(cancelling_before_anything_happened_sends_nothing) {
    scripted_server server({{answer_all(ok("a"))}});
    asio::io_context io;
    for (auto const& url : {server.base_url(), server.base_url("localhost")}) {
        auto const transport = http::make_beast_transport({.base_url = url}).value();
        for (auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                          asio::cancellation_type::total}) {
            asio::cancellation_signal signal;
            exchange one;
            one.start(*transport, io.get_executor(),
                      asio::bind_cancellation_slot(signal.slot(), one.finish()));
            signal.emit(type);
            io.restart();
            io.run();
            BOOST_TEST_REQUIRE((one.done.has_value() && one.done->has_error()));
            BOOST_TEST((one.done->error().kind == error_kind::canceled));
            BOOST_TEST(!one.done->error().may_have_executed);
        }
    }
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE(cancelling_at_every_step_of_an_exchange_ends_it_once) {
    auto const identity = make_certificate("IP:127.0.0.1");
    scripted_server server({{answer_all(ok(std::string(200'000, 'x')))}}, server_tls(identity));
    auto const transport = to(server, identity.pem);
    asio::io_context io;
    int succeeded = 0;
    for (int steps = 0; succeeded < 3 && steps < 1000; ++steps) {
        asio::cancellation_signal signal;
        exchange one;
        one.start(*transport, io.get_executor(), asio::bind_cancellation_slot(signal.slot(), one.finish()));
        io.restart();
        for (int i = 0; i < steps && !one.done; ++i)
            io.run_one();
        signal.emit(asio::cancellation_type::total);
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        if (one.done->has_value())
            ++succeeded;
        else
            BOOST_TEST((one.done->error().kind == error_kind::canceled));
    }
    BOOST_TEST(succeeded == 3);
}

BOOST_AUTO_TEST_CASE(cancelling_after_the_end_does_nothing) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to(server);
    asio::io_context io;
    asio::cancellation_signal signal;
    exchange one;
    one.start(*transport, io.get_executor(), asio::bind_cancellation_slot(signal.slot(), one.finish()));
    io.run();
    signal.emit(asio::cancellation_type::all);
    BOOST_TEST_REQUIRE(one.done.has_value());
    BOOST_TEST(one.done->has_value());
}

// --- lifetimes

BOOST_AUTO_TEST_CASE(the_context_may_be_destroyed_before_the_transport) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to(server);
    for (int i = 0; i < 3; ++i) {
        asio::io_context io; // perhaps at the address of the one before
        exchange one;
        one.start(*transport, io.get_executor());
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        BOOST_TEST(one.done->has_value());
    }
    BOOST_TEST(server.connections() == 3);
}

BOOST_AUTO_TEST_CASE(the_transport_may_be_destroyed_before_the_context) {
    scripted_server server({{answer_all(ok("a"))}});
    asio::io_context io;
    for (int i = 0; i < 3; ++i) {
        auto const transport = to(server);
        exchange one;
        one.start(*transport, io.get_executor());
        io.restart();
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        BOOST_TEST(one.done->has_value());
    }
}

BOOST_AUTO_TEST_CASE(the_transport_may_be_destroyed_during_an_exchange) {
    scripted_server server({{answer_all(ok("a"))}});
    asio::io_context io;
    exchange one;
    to(server)->async()->async_exchange(one.request, one.sink, one.options, io.get_executor(), one.finish());
    io.run();
    BOOST_TEST_REQUIRE(one.done.has_value());
    BOOST_TEST(one.done->has_value());
}

BOOST_AUTO_TEST_CASE(the_context_may_be_destroyed_during_an_exchange_and_drops_its_handler) {
    auto const identity = make_certificate("IP:127.0.0.1,DNS:localhost");
    for (auto const& tls : {std::shared_ptr<asio::ssl::context>(), server_tls(identity)}) {
        scripted_server server({{answer_all(ok(std::string(100'000, 'x')))}}, tls);
        for (auto const* host : {"127.0.0.1", "localhost"}) {
            for (int steps = 0; steps < 30; ++steps) {
                auto transport =
                    http::make_beast_transport({.base_url = server.base_url(host), .ca_pem = identity.pem})
                        .value();
                exchange one;
                {
                    asio::io_context io;
                    one.start(*transport, io.get_executor());
                    if (steps % 2 == 0)
                        transport.reset();
                    for (int i = 0; i < steps && !one.done; ++i)
                        io.run_one();
                }
                BOOST_TEST((!one.done || one.done->has_value()));
            }
        }
    }
}

// --- failing user executors and handlers

namespace {

/// Passes `remaining` functions on to a context, and drops all others. Copies share the count.
struct dropping_executor {
    asio::io_context* context;
    std::shared_ptr<std::atomic<int>> remaining;

    template <class F>
    void execute(F f) const {
        if ((*remaining)-- > 0)
            asio::post(*context, std::move(f));
    }
    asio::execution_context& query(asio::execution::context_t) const noexcept { return *context; }
    dropping_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }
    bool operator==(dropping_executor const&) const noexcept = default;
};

struct throwing_executor {
    asio::io_context* context;
    template <class F>
    void execute(F) const {
        throw std::runtime_error("queue is full");
    }
    asio::execution_context& query(asio::execution::context_t) const noexcept { return *context; }
    throwing_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }
    bool operator==(throwing_executor const&) const noexcept = default;
};

} // namespace

BOOST_AUTO_TEST_CASE(an_executor_that_drops_a_job_ends_the_exchange_and_its_connection) {
    scripted_server server({{answer_all(ok("a"))}});
    int dropped = 0, succeeded = 0;
    for (int jobs = 0; succeeded < 3 && jobs < 200; ++jobs) {
        asio::io_context io;
        auto const transport = to(server);
        exchange one;
        auto const held = std::make_shared<int>(); // by the handler, until it has run or is destroyed
        one.start(*transport,
                  dropping_executor{&io, std::make_shared<std::atomic<int>>(jobs)},
                  asio::bind_executor(io.get_executor(), [held, finish = one.finish()](feishu::result<void> done) {
                      finish(std::move(done));
                  }));
        io.run(); // returns: nothing waits for what was dropped
        BOOST_TEST(held.use_count() == 1);
        dropped += one.done ? 0 : 1;
        succeeded += one.done && one.done->has_value() ? 1 : 0;
        if (one.done && !*one.done)
            BOOST_TEST((one.done->error().kind == error_kind::transport));
        exchange two; // the transport goes on
        two.start(*transport, io.get_executor());
        io.restart();
        io.run();
        BOOST_TEST((two.done && two.done->has_value()));
    }
    BOOST_TEST(dropped > 0);
    BOOST_TEST(succeeded == 3);
}

BOOST_AUTO_TEST_CASE(an_executor_that_throws_ends_the_exchange) {
    scripted_server server({{answer_all(ok("a"))}});
    asio::io_context io;
    auto const transport = to(server);
    exchange one;
    auto const held = std::make_shared<int>();
    one.start(*transport, throwing_executor{&io}, [held](feishu::result<void> const&) {});
    io.run();
    BOOST_TEST(held.use_count() == 1);
    exchange two;
    two.start(*transport, io.get_executor());
    io.restart();
    io.run();
    BOOST_TEST((two.done && two.done->has_value()));
}

BOOST_AUTO_TEST_CASE(what_a_handler_throws_leaves_the_executor_and_the_connection_is_kept) {
    scripted_server server({{answer_all(ok("a"))}});
    asio::io_context io;
    auto const transport = to(server);
    exchange one, two;
    one.start(*transport, io.get_executor(), [](feishu::result<void> const&) { throw std::runtime_error("handler"); });
    BOOST_CHECK_EXCEPTION(io.run(), std::runtime_error,
                          [](auto const& e) { return std::string_view(e.what()) == "handler"; });
    io.restart();
    io.run();
    two.start(*transport, io.get_executor());
    io.restart();
    io.run();
    BOOST_TEST((two.done && two.done->has_value()));
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(what_a_sink_throws_is_an_error_of_an_asynchronous_exchange_too) {
    struct : recording_sink {
        bool on_body(std::string_view) override { throw 42; }
    } sink;
    scripted_server server({{answer_all(ok("hello"))}});
    asio::io_context io;
    auto const transport = to(server);
    exchange one;
    transport->async()->async_exchange(one.request, sink, {}, io.get_executor(), one.finish());
    io.run();
    BOOST_TEST_REQUIRE((one.done && one.done->has_error()));
    BOOST_TEST((one.done->error().kind == error_kind::transport));
}

BOOST_AUTO_TEST_CASE(the_transport_and_the_context_may_be_destroyed_at_the_same_time) {
    scripted_server server({{answer_all(ok("a"))}});
    for (int i = 0; i < 50; ++i) {
        auto transport = to(server);
        auto io = std::make_unique<asio::io_context>();
        exchange one;
        one.start(*transport, io->get_executor());
        io->run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        std::promise<void> go;
        std::thread other([&, ready = go.get_future().share()] {
            ready.wait();
            transport.reset();
        });
        go.set_value();
        io.reset();
        other.join();
    }
}

// --- threads

BOOST_AUTO_TEST_CASE(many_exchanges_run_on_a_pool_of_threads) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to(server);
    asio::thread_pool pool(4);
    std::vector<exchange> all(200);
    std::atomic<int> good = 0;
    for (auto& one : all)
        one.start(*transport, pool.get_executor(),
                  [&](feishu::result<void> done) { good += done.has_value() ? 1 : 0; });
    pool.wait();
    BOOST_TEST(good == 200);
    BOOST_TEST(server.requests().size() == 200u);
}

void cancel_on_a_pool_of_threads(std::shared_ptr<asio::ssl::context> const& tls, std::string const& ca_pem) {
    scripted_server server({{answer_all(ok(std::string(10'000, 'x')))}}, tls);
    auto const transport = to(server, ca_pem);
    asio::thread_pool pool(4);
    std::atomic<int> ended = 0;
    struct cancellable : exchange {
        asio::cancellation_signal signal;
    };
    std::vector<std::unique_ptr<cancellable>> all;
    for (int i = 0; i < 200; ++i) {
        auto& one = *all.emplace_back(std::make_unique<cancellable>());
        auto const strand = asio::make_strand(pool);
        one.start(
            *transport, pool.get_executor(),
            asio::bind_cancellation_slot(
                one.signal.slot(), asio::bind_executor(strand, [&](feishu::result<void>) { ++ended; })));
        asio::post(strand, [&] { one.signal.emit(asio::cancellation_type::terminal); });
    }
    pool.wait();
    BOOST_TEST(ended == 200);
}

BOOST_AUTO_TEST_CASE(cancelling_on_a_pool_of_threads_ends_every_exchange_once) {
    auto const identity = make_certificate("IP:127.0.0.1");
    cancel_on_a_pool_of_threads(nullptr, {});
    cancel_on_a_pool_of_threads(server_tls(identity), identity.pem);
}

BOOST_AUTO_TEST_CASE(timeouts_on_a_pool_of_threads_end_every_exchange_once) {
    auto const identity = make_certificate("IP:127.0.0.1");
    for (auto const& tls : {std::shared_ptr<asio::ssl::context>(), server_tls(identity)}) {
        scripted_server server({{answer_all(ok(std::string(10'000, 'x')))}}, tls);
        auto const transport = to(server, identity.pem);
        asio::thread_pool pool(4);
        std::vector<exchange> all(200);
        std::atomic<int> ended = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].options.timeout = std::chrono::milliseconds(i % 20);
            all[i].start(*transport, pool.get_executor(), [&](feishu::result<void> done) {
                ended += done || done.error().kind == error_kind::timeout ? 1 : 0;
            });
        }
        pool.wait();
        BOOST_TEST(ended == 200);
    }
}

BOOST_AUTO_TEST_CASE(a_sink_may_cancel_its_own_exchange) {
    struct : recording_sink {
        asio::cancellation_signal signal;
        bool on_body(std::string_view) override {
            signal.emit(asio::cancellation_type::terminal);
            return true;
        }
    } sink;
    scripted_server server({{answer_all(ok("hello"))}});
    asio::io_context io;
    auto const transport = to(server);
    for (int i = 0; i < 2; ++i) { // on a new connection, and on the one that is left, if any
        exchange one;
        transport->async()->async_exchange(one.request, sink, {}, io.get_executor(),
                                           asio::bind_cancellation_slot(sink.signal.slot(), one.finish()));
        io.restart();
        io.run();
        BOOST_TEST(one.done.has_value());
    }
    exchange two;
    two.start(*transport, io.get_executor());
    io.restart();
    io.run();
    BOOST_TEST((two.done && two.done->has_value()));
}

BOOST_AUTO_TEST_CASE(an_exchange_on_an_idle_connection_completes_never_inside_the_call) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to(server);
    asio::io_context io;
    for (auto const* target : {"/x", "/x", "no path"}) {
        exchange one;
        one.request.target = target;
        asio::post(io, [&] {
            one.start(*transport, io.get_executor());
            BOOST_TEST(!one.done.has_value());
        });
        io.restart();
        io.run();
        BOOST_TEST_REQUIRE(one.done.has_value());
        BOOST_TEST(one.done->has_value() == (target[0] == '/'));
    }
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
