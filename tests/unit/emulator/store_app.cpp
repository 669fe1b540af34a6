// A store app: its ticket is pushed to a webhook, its client acts in the tenant.

#include <chrono>
#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook_server.hpp>

#include "world.hpp"

using namespace test;
using feishu::error_kind;

namespace {

// The app with its webhook, and a chat that it is in.
struct shop {
    emulator::server platform{{.push = {.ack_deadline = 20s, .challenge_deadline = 20s}}};
    emulator::app app = platform.state()->add_app(emulator::app{.name = "shop", .store = true});
    feishu::chat_id chat = platform.state()->add_chat("customers", {platform.users()[0]}, {{app.app_id}});
    std::shared_ptr<feishu::auth::app_tickets> tickets = std::make_shared<feishu::auth::app_tickets>();
    feishu::event_dispatcher on{
        {.encrypt_key = "e-key", .verification_token = "v-token", .app_tickets = tickets}};
    feishu::webhook_server server{{.address = "127.0.0.1"}, on};
    feishu::client client = make_client().for_tenant(platform.state()->tenant_key());

    shop() {
        server.start();
        platform
            .push_to({.app = app.app_id,
                      .url = "http://127.0.0.1:" + std::to_string(server.port()) + "/webhook/event",
                      .encrypt_key = "e-key",
                      .verification_token = "v-token"})
            .value();
    }

    feishu::client make_client() const {
        auto config = platform.config(app);
        config.app_type = feishu::app_type::store;
        config.app_tickets = tickets;
        return feishu::client{config};
    }
    feishu::result<im::message::create::response> say_hello() {
        return client.call(im::message::send(chat, feishu::text{"hello"}));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_store_app_whole)

BOOST_AUTO_TEST_CASE(the_first_call_requests_the_ticket_and_the_next_one_uses_it) {
    shop s;
    auto const first = s.say_hello();
    BOOST_TEST_REQUIRE(first.has_error());
    BOOST_TEST((first.error().kind == error_kind::auth));
    BOOST_TEST(s.platform.wait_idle());
    BOOST_TEST(s.say_hello().has_value());
    BOOST_TEST(s.platform.state()->contents_of(s.chat).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_ticket_that_was_pushed_is_used_by_the_first_call) {
    shop s;
    s.platform.push_app_ticket(s.app.app_id);
    BOOST_TEST(s.platform.wait_idle());
    BOOST_TEST(s.say_hello().has_value());
}

BOOST_AUTO_TEST_CASE(tokens_that_are_revoked_are_fetched_again) {
    shop s;
    s.platform.push_app_ticket(s.app.app_id);
    BOOST_TEST(s.platform.wait_idle());
    BOOST_TEST(s.say_hello().has_value());
    s.platform.state()->revoke_tokens(s.app.app_id);
    BOOST_TEST(s.say_hello().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
