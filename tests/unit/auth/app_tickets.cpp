#include <feishu/auth/app_tickets.hpp>

#include <boost/test/unit_test.hpp>

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace
