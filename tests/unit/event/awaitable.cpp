// Coroutines as handlers.

#include <future>
#include <stdexcept>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/awaitable.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "dispatching.hpp"

using namespace dispatching;
namespace asio = boost::asio;
using feishu::event_outcome;
using receive_v1 = feishu::im::v1::message::receive_v1;
using action_trigger = feishu::card::action_trigger;

namespace {

// Lets other handlers of the context run.
asio::awaitable<void> give_way() {
    co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
}

} // namespace

BOOST_AUTO_TEST_SUITE(awaitable)

BOOST_AUTO_TEST_CASE(a_coroutine_is_a_handler_and_its_event_lives_until_it_ends) {
    bench world;
    asio::io_context context;
    feishu::event_dispatcher on(world.options());
    std::string got;
    on.handle<receive_v1>(
        feishu::on_executor(context.get_executor(), [&](receive_v1 const& e) -> asio::awaitable<void> {
            co_await give_way();
            got = e.event.message.message_id.str();
        }));
    auto const response = deliver(on, message_event("e1", "om_a_long_id_that_is_on_the_heap"));
    world.run();
    BOOST_TEST(!response.responded());
    context.run();
    BOOST_TEST(got == "om_a_long_id_that_is_on_the_heap");
    BOOST_TEST(response.outcome() == event_outcome::done);
}

BOOST_AUTO_TEST_CASE(what_a_coroutine_returns_is_the_response_to_a_callback) {
    bench world;
    asio::io_context context;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>(
        feishu::on_executor(context.get_executor(), [](auto const&) -> asio::awaitable<feishu::card::toast> {
            co_await give_way();
            co_return feishu::card::toast{"saved"};
        }));
    auto const response = deliver(on, card_event("e1"));
    world.run();
    context.run();
    BOOST_TEST(response.body() == R"({"toast":{"type":"info","content":"saved"}})");
}

BOOST_AUTO_TEST_CASE(a_coroutine_that_throws_has_failed) {
    bench world;
    asio::io_context context;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(
        feishu::on_executor(context.get_executor(), [](auto const&) -> asio::awaitable<void> {
            co_await give_way();
            throw std::runtime_error("out of luck");
        }));
    auto const response = deliver(on, message_event("e1"));
    world.run();
    context.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.at(0) == "im.message.receive_v1 e1 failed: out of luck");
}

BOOST_AUTO_TEST_CASE(a_coroutine_that_throws_anything_has_failed) {
    bench world;
    asio::io_context context;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>(
        feishu::on_executor(context.get_executor(), [](auto const&) -> asio::awaitable<feishu::card::toast> {
            co_await give_way();
            throw 7;
        }));
    auto const response = deliver(on, card_event("e1"));
    world.run();
    context.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.at(0) == "card.action.trigger e1 failed: unknown exception");
}

BOOST_AUTO_TEST_CASE(a_coroutine_whose_executor_stops_has_failed) {
    bench world;
    feishu::event_dispatcher on(world.options());
    response_slot response;
    {
        asio::io_context context;
        on.handle<receive_v1>(feishu::on_executor(
            context.get_executor(), [](auto const&) -> asio::awaitable<void> { co_await give_way(); }));
        on.deliver(message_event("e1"), response.taker());
        world.run();
    }
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.at(0) == "im.message.receive_v1 e1 failed: the handler was abandoned");
}

BOOST_AUTO_TEST_CASE(a_coroutine_without_an_executor_runs_on_the_system_executor) {
    feishu::event_dispatcher on;
    on.handle<action_trigger>([](auto const&) -> asio::awaitable<feishu::card::toast> {
        co_await give_way();
        co_return feishu::card::toast{"saved"};
    });
    std::promise<std::string> body;
    on.deliver(card_event("e1"), [&](feishu::event_response response) { body.set_value(response.body); });
    BOOST_TEST(body.get_future().get() == R"({"toast":{"type":"info","content":"saved"}})");
}

BOOST_AUTO_TEST_SUITE_END()
