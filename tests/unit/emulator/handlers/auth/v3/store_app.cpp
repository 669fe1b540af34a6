// How a store app gets a token: ticket, app token, tenant token.

#include <feishu/emulator/handlers/auth/v3/app_access_token.hpp>
#include <feishu/emulator/handlers/auth/v3/app_ticket.hpp>
#include <feishu/emulator/handlers/auth/v3/tenant_access_token.hpp>

#include <string>
#include <vector>

#include "../../../world.hpp"

using namespace test;
namespace auth = feishu::auth::v3;

namespace {

struct store_world : world {
    emulator::app shop = tenant.add_app(emulator::app{.name = "shop", .store = true});

    auth::app_access_token::create own(std::string ticket) const {
        return {.app_id = shop.app_id, .app_secret = shop.app_secret, .app_ticket = std::move(ticket)};
    }
    auth::tenant_access_token::create in_tenant(std::string app_token) const {
        return {.app_access_token = std::move(app_token), .tenant_key = tenant.tenant_key()};
    }
    std::string app_token() {
        return run(own(tenant.issue_app_ticket(shop.app_id))).value().app_access_token;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_store_app)

BOOST_AUTO_TEST_CASE(the_ticket_yields_an_app_token_and_that_a_tenant_token) {
    store_world w;
    auto const own = w.run(w.own(w.tenant.issue_app_ticket(w.shop.app_id))).value();
    BOOST_TEST(own.app_access_token.starts_with("a-"));
    BOOST_TEST(own.expire == 7200);
    auto const there = w.run(w.in_tenant(own.app_access_token)).value();
    BOOST_TEST(there.tenant_access_token.starts_with("t-"));
    BOOST_TEST(there.expire == 7200);
    BOOST_TEST(w.tenant.find_token(there.tenant_access_token)->app == w.shop.app_id);
}

BOOST_AUTO_TEST_CASE(only_the_most_recent_ticket_is_valid) {
    store_world w;
    BOOST_TEST(w.code(w.own("")) == 10012);
    auto const old = w.tenant.issue_app_ticket(w.shop.app_id);
    w.tenant.issue_app_ticket(w.shop.app_id);
    BOOST_TEST(w.code(w.own(old)) == 10012);
}

BOOST_AUTO_TEST_CASE(a_resend_pushes_a_new_ticket) {
    store_world w;
    std::vector<std::string> types;
    w.tenant.on_event = recorded([&](emulator::outbound_event what) { types.push_back(what.type); });
    auto const old = w.tenant.issue_app_ticket(w.shop.app_id);
    w.run(auth::app_ticket::resend{.app_id = w.shop.app_id, .app_secret = w.shop.app_secret}).value();
    BOOST_TEST(types == (std::vector<std::string>{"app_ticket", "app_ticket"}),
               boost::test_tools::per_element());
    BOOST_TEST(w.tenant.find_app(w.shop.app_id)->app_ticket != old);
}

BOOST_AUTO_TEST_CASE(anything_but_an_app_token_is_refused) {
    store_world w;
    BOOST_TEST(w.code(w.in_tenant("a-nonsense")) == 99991664);
    BOOST_TEST(w.code(w.in_tenant(w.tenant.tenant_token(w.shop.app_id).value)) == 99991664);
    auto const token = w.app_token();
    w.tenant.advance(2h);
    BOOST_TEST(w.code(w.in_tenant(token)) == 99991664);
}

BOOST_AUTO_TEST_CASE(another_tenant_is_refused) {
    store_world w;
    BOOST_TEST(w.code(auth::tenant_access_token::create{.app_access_token = w.app_token(),
                                                        .tenant_key = "other"}) == 10003);
}

BOOST_AUTO_TEST_CASE(each_type_of_app_has_its_own_token_endpoint) {
    store_world w;
    BOOST_TEST(w.code(auth::tenant_access_token::internal{.app_id = w.shop.app_id,
                                                          .app_secret = w.shop.app_secret}) == 10003);
    BOOST_TEST(w.code(auth::app_ticket::resend{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret}) ==
               10003);
    BOOST_TEST(w.code(auth::app_access_token::create{
                   .app_id = w.bot.app_id, .app_secret = w.bot.app_secret, .app_ticket = "any"}) == 10003);
    BOOST_TEST(w.code(auth::app_ticket::resend{.app_id = w.shop.app_id, .app_secret = "wrong"}) == 10014);
}

BOOST_AUTO_TEST_CASE(a_custom_app_gets_both_tokens_without_a_ticket) {
    store_world w;
    auth::app_access_token::internal const ask{.app_id = w.bot.app_id, .app_secret = w.bot.app_secret};
    auto const got = w.run(ask).value();
    BOOST_TEST(got.app_access_token.starts_with("a-"));
    BOOST_TEST(got.tenant_access_token == w.tenant.tenant_token(w.bot.app_id).value);
    BOOST_TEST(got.expire == 7200);
    BOOST_TEST(w.run(ask).value().app_access_token == got.app_access_token);
    BOOST_TEST(w.code(auth::app_access_token::internal{.app_id = w.shop.app_id,
                                                       .app_secret = w.shop.app_secret}) == 10003);
    BOOST_TEST(w.code(auth::app_access_token::internal{.app_id = w.bot.app_id, .app_secret = "wrong"}) ==
               10014);
}

BOOST_AUTO_TEST_SUITE_END()
