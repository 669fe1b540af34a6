// Storing the ticket of an app_ticket event for the client.

#include <feishu/event/event_dispatcher.hpp>

#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/app_ticket.hpp>

#include "dispatching.hpp"

namespace {

using namespace dispatching;

std::string ticket_event(std::string const& ticket, std::string const& type = "app_ticket") {
    return R"({"uuid":"u-)" + ticket + R"(","token":"v-token","ts":"1","type":"event_callback",)" +
           R"("event":{"type":")" + type + R"(","app_id":"cli_1","app_ticket":")" + ticket + R"("}})";
}

struct ticket_bench : bench {
    std::shared_ptr<feishu::auth::app_tickets> tickets = std::make_shared<feishu::auth::app_tickets>();
    feishu::event_options options() {
        auto out = bench::options();
        out.app_tickets = tickets;
        return out;
    }
};

BOOST_AUTO_TEST_SUITE(event_app_ticket)

BOOST_AUTO_TEST_CASE(a_ticket_is_stored_before_the_response_without_a_handler) {
    ticket_bench b;
    feishu::event_dispatcher on{b.options()};
    auto const response = deliver(on, ticket_event("one"));
    BOOST_TEST(response.responded());
    BOOST_TEST((response.outcome() == feishu::event_outcome::done));
    BOOST_TEST(b.tickets->get("cli_1") == "one");
    BOOST_TEST(on.stats().unknown == 0u);
    BOOST_TEST(on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(a_custom_handler_is_called_too) {
    ticket_bench b;
    feishu::event_dispatcher on{b.options()};
    std::string heard;
    on.handle<feishu::auth::v3::app_ticket::pushed>([&](auto const& e) { heard = e.event.app_ticket; });
    auto const response = deliver(on, ticket_event("one"));
    b.run();
    BOOST_TEST(response.responded());
    BOOST_TEST(heard == "one");
    BOOST_TEST(b.tickets->get("cli_1") == "one");
}

BOOST_AUTO_TEST_CASE(an_event_of_another_type_or_without_a_ticket_keeps_the_old_ticket) {
    ticket_bench b;
    feishu::event_dispatcher on{b.options()};
    deliver(on, ticket_event("one"));
    deliver(on, ticket_event("two", "app_open"));
    deliver(on, ticket_event(""));
    BOOST_TEST(b.tickets->get("cli_1") == "one");
}

BOOST_AUTO_TEST_CASE(without_tickets_in_the_options_the_event_is_not_special) {
    bench b;
    feishu::event_dispatcher on{b.options()};
    auto const response = deliver(on, ticket_event("one"));
    BOOST_TEST((response.outcome() == feishu::event_outcome::done));
    BOOST_TEST(on.stats().unknown == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
