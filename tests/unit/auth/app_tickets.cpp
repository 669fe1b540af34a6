#include <feishu/auth/app_tickets.hpp>

#include <memory>

#include <boost/test/unit_test.hpp>

#include <feishu/store/memory_store.hpp>

#include "../client/fake_store.hpp"

namespace {

using feishu::auth::app_tickets;

BOOST_AUTO_TEST_SUITE(auth_app_tickets)

BOOST_AUTO_TEST_CASE(an_app_without_a_ticket_has_an_empty_one) {
    BOOST_TEST(app_tickets().get("cli_1") == "");
}

BOOST_AUTO_TEST_CASE(each_app_has_its_own_ticket) {
    app_tickets tickets;
    tickets.set("cli_1", "one");
    tickets.set("cli_2", "two");
    BOOST_TEST(tickets.get("cli_1") == "one");
    BOOST_TEST(tickets.get("cli_2") == "two");
}

BOOST_AUTO_TEST_CASE(a_new_ticket_takes_the_place_of_the_old_one) {
    app_tickets tickets;
    tickets.set("cli_1", "old");
    tickets.set("cli_1", "new");
    BOOST_TEST(tickets.get("cli_1") == "new");
}

BOOST_AUTO_TEST_CASE(a_refused_ticket_is_forgotten) {
    app_tickets tickets;
    tickets.set("cli_1", "old");
    tickets.refuse("cli_1", "old");
    BOOST_TEST(tickets.get("cli_1") == "");
}

BOOST_AUTO_TEST_CASE(refusing_a_ticket_does_not_take_the_newer_one_away) {
    app_tickets tickets;
    tickets.set("cli_1", "new");
    tickets.refuse("cli_1", "old");
    tickets.refuse("cli_2", "new");
    BOOST_TEST(tickets.get("cli_1") == "new");
}

BOOST_AUTO_TEST_CASE(a_ticket_that_one_process_has_received_is_used_by_all_with_its_store) {
    auto const store = feishu::make_memory_store();
    app_tickets first(store), second(store);
    second.set("cli_1", "old");
    first.set("cli_1", "new");
    BOOST_TEST(second.get("cli_1") == "new");
    second.refuse("cli_1", "new");
    BOOST_TEST(first.get("cli_1") == "new"); // as it knows itself; the platform decides
    first.refuse("cli_1", "new");
    BOOST_TEST(first.get("cli_1") == "");
}

BOOST_AUTO_TEST_CASE(a_ticket_is_used_although_its_store_fails) {
    app_tickets tickets(std::make_shared<fakes::broken_store>(false));
    tickets.set("cli_1", "one");
    BOOST_TEST(tickets.get("cli_1") == "one");
    tickets.refuse("cli_1", "one");
    BOOST_TEST(tickets.get("cli_1") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
