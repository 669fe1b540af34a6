// Tokens that several clients share through a store, as those of several processes do.

#include <feishu/client/impl/shared_token.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/async.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/store/memory_store.hpp>

#include "fake_store.hpp"
#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
using namespace fakes;

// A script's transport with both sides.
class both_sides final : public feishu::http::async_transport {
public:
    explicit both_sides(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    feishu::result<void> exchange(feishu::http::request const& r, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }
    void async_exchange(feishu::http::request const& r, feishu::http::response_sink& sink,
                        feishu::http::exchange_options const& options, boost::asio::any_io_executor executor,
                        handler done) override {
        boost::asio::post(executor, [outcome = exchange(r, sink, options), done = std::move(done)]() mutable {
            std::move(done)(outcome);
        });
    }

private:
    std::shared_ptr<fakes::script> script_;
};

// Clients of one app on one platform, with one store.
struct shared_world {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<feishu::store> store = feishu::make_memory_store({.clock = clock});
    std::vector<std::string> log{};

    feishu::client_config config() {
        return {.app_id = "cli_1",
                .app_secret = "very-secret",
                .retry = feishu::retry_policy::never(),
                .store = store,
                .transport = std::make_shared<both_sides>(script),
                .clock = clock,
                .log = [this](std::string_view line) { log.emplace_back(line); }};
    }
    feishu::client client() { return feishu::client{config()}; }
    std::size_t fetches() const { return script->seen_tokens().size(); }
    std::string last_bearer() const { return script->seen_calls().back().authorization; }
};

// A platform with single-use refresh tokens: r-1 yields u-2 and r-2, and so on.
class refreshing_platform final : public feishu::http::transport {
public:
    std::atomic<int> newest = 1;
    std::atomic<int> refreshes = 0;
    std::atomic<int> lost = 0; ///< responses of refreshes that never were sent

    feishu::result<void> exchange(feishu::http::request const& r, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const&) override {
        if (r.target.find("/oauth/token") == std::string::npos)
            return play(feishu::http::find_header(r.headers, "Authorization") ==
                                "Bearer u-" + std::to_string(newest)
                            ? data_reply("{}")
                            : code_reply(99991668),
                        sink);
        if (lost-- > 0)
            return feishu::error{.kind = feishu::error_kind::transport, .message = "connection lost"};
        ++refreshes;
        if (r.body.find("\"r-" + std::to_string(newest) + '"') == std::string::npos)
            return play(code_reply(20073), sink);
        auto const next = std::to_string(++newest);
        return play({.body = R"({"code":0,"access_token":"u-)" + next +
                             R"(","expires_in":7200,"refresh_token":"r-)" + next +
                             R"(","refresh_token_expires_in":604800,"token_type":"Bearer","scope":"im"})"},
                    sink);
    }
};

// Clients of one app that act as the same user, each with the user's tokens of the beginning.
struct users_world {
    std::shared_ptr<refreshing_platform> platform = std::make_shared<refreshing_platform>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<feishu::store> store = feishu::make_memory_store();
    std::mutex mutex{};
    std::vector<std::string> stored{};

    feishu::client client() const {
        return feishu::client{{.app_id = "cli_1",
                               .app_secret = "very-secret",
                               .retry = feishu::retry_policy::never(),
                               .store = store,
                               .transport = platform,
                               .clock = clock}};
    }
    feishu::oauth::user user(std::chrono::seconds lifetime) {
        auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        return feishu::oauth::user(
            {.access_token = "u-1", .access_expires = now + lifetime, .refresh_token = "r-1"},
            {.on_tokens = [this](auto const& tokens) {
                std::scoped_lock const lock(mutex);
                stored.push_back(tokens.refresh_token);
            }});
    }
};

BOOST_AUTO_TEST_SUITE(client_shared_token)

BOOST_AUTO_TEST_CASE(one_client_fetches_a_token_for_all) {
    shared_world w;
    for (int i = 0; i < 5; ++i) {
        auto const client = w.client();
        BOOST_TEST(client.call(get_one).has_value());
        BOOST_TEST(client.call(get_one).has_value());
        BOOST_TEST(w.last_bearer() == "Bearer t-1");
    }
    BOOST_TEST(w.fetches() == 1u);
    BOOST_TEST(w.log.empty());
}

BOOST_AUTO_TEST_CASE(clients_on_threads_fetch_one_token) {
    shared_world w;
    auto config = w.config();
    config.clock = nullptr;
    config.store = feishu::make_memory_store();
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { succeeded += feishu::client{config}.call(get_one).has_value() ? 1 : 0; });
    for (auto& one : threads)
        one.join();
    BOOST_TEST(succeeded == 8);
    BOOST_TEST(w.fetches() == 1u);
}

BOOST_AUTO_TEST_CASE(apps_and_platforms_have_their_own_tokens) {
    shared_world w;
    auto other_app = w.config();
    other_app.app_id = "cli_2";
    auto other_platform = w.config();
    other_platform.base_url = "https://open.larksuite.com";
    for (auto const& config : {w.config(), other_app, other_platform})
        BOOST_TEST(feishu::client{config}.call(get_one).has_value());
    BOOST_TEST(w.fetches() == 3u);
}

BOOST_AUTO_TEST_CASE(a_store_app_shares_its_token_and_those_of_its_tenants) {
    shared_world w;
    auto config = w.config();
    config.app_type = feishu::app_type::store;
    config.app_tickets = std::make_shared<feishu::auth::app_tickets>();
    config.app_tickets->set("cli_1", "ticket");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1"), token_reply("t-2")};
    for (int i = 0; i < 3; ++i) {
        feishu::client const client{config};
        BOOST_TEST(client.for_tenant("one").call(get_one).has_value());
        BOOST_TEST(w.last_bearer() == "Bearer t-1");
        BOOST_TEST(client.for_tenant("two").call(get_one).has_value());
        BOOST_TEST(w.last_bearer() == "Bearer t-2");
    }
    BOOST_TEST(w.fetches() == 3u);
}

BOOST_AUTO_TEST_CASE(a_refused_token_is_replaced_once) {
    shared_world w;
    auto const first = w.client(), second = w.client();
    BOOST_TEST(first.call(get_one).has_value());
    BOOST_TEST(second.call(get_one).has_value());
    w.script->tokens = {token_reply("t-2")};
    w.script->calls = {code_reply(99991663), data_reply("{}"), code_reply(99991663), data_reply("{}")};
    BOOST_TEST(first.call(get_one).has_value());
    BOOST_TEST(w.last_bearer() == "Bearer t-2");
    BOOST_TEST(second.call(get_one).has_value());
    BOOST_TEST(w.last_bearer() == "Bearer t-2");
    BOOST_TEST(w.fetches() == 2u);
}

BOOST_AUTO_TEST_CASE(one_client_renews_a_token_for_all) {
    shared_world w;
    auto const first = w.client(), second = w.client();
    BOOST_TEST(first.call(get_one).has_value());
    BOOST_TEST(second.call(get_one).has_value());
    w.clock->advance(6700s);
    w.script->tokens = {token_reply("t-2")};
    // In the middle of the renewal, the other client goes on with the token that is still valid.
    w.script->on_request = [&](feishu::http::request const& r) {
        if (!is_token_request(r))
            return;
        w.script->on_request = nullptr;
        BOOST_TEST(second.call(get_one).has_value());
        BOOST_TEST(w.last_bearer() == "Bearer t-1");
    };
    BOOST_TEST(first.call(get_one).has_value());
    BOOST_TEST(w.last_bearer() == "Bearer t-2");
    w.clock->advance(31s); // a renewal that others were busy with is looked at again
    BOOST_TEST(second.call(get_one).has_value());
    BOOST_TEST(w.last_bearer() == "Bearer t-2");
    BOOST_TEST(w.fetches() == 2u);
}

BOOST_AUTO_TEST_CASE(a_client_that_fails_leaves_the_fetch_to_the_next_one) {
    shared_world w;
    w.script->tokens = {code_reply(10014), token_reply("t-1")};
    BOOST_TEST((w.client().call(get_one).error().kind == feishu::error_kind::auth));
    BOOST_TEST(w.client().call(get_one).has_value());
    BOOST_TEST(w.fetches() == 2u);
}

BOOST_AUTO_TEST_CASE(the_lease_of_a_dead_client_ends) {
    shared_world w;
    feishu::detail::token_source const source(feishu::detail::token_kind::custom);
    auto const dead = feishu::detail::shared_token::make(w.config(), source);
    dead->look_for_other_than({});
    dead->run();
    BOOST_TEST((dead->found() == feishu::detail::shared_token::finding::lease));
    feishu::detail::token_source const other_source(feishu::detail::token_kind::custom);
    auto const alive = feishu::detail::shared_token::make(w.config(), other_source);
    alive->look_for_other_than({});
    alive->run();
    BOOST_TEST((alive->found() == feishu::detail::shared_token::finding::busy));
    w.clock->advance(feishu::detail::shared_token::lease_lifetime + 1s);
    BOOST_TEST(w.client().call(get_one).has_value());
    BOOST_TEST(w.fetches() == 1u);
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_costs_a_warning_and_a_fetch) {
    for (bool const throws : {false, true}) {
        shared_world w;
        w.store = std::make_shared<broken_store>(throws);
        auto const client = w.client();
        for (int i = 0; i < 3; ++i)
            BOOST_TEST(client.call(get_one).has_value());
        BOOST_TEST(w.fetches() == 1u);
        BOOST_TEST_REQUIRE(w.log.size() == 1u);
        BOOST_TEST(w.log[0] ==
                   "the store has no token, so this client fetches it: store error: out of order");
    }
}

BOOST_AUTO_TEST_CASE(one_of_sixteen_clients_refreshes_the_token_of_a_user) {
    users_world w;
    w.clock = nullptr;
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            auto const ann = w.user(0s);
            succeeded +=
                w.client().as(ann).call(get_one).has_value() && ann.tokens().refresh_token == "r-2" ? 1 : 0;
        });
    for (auto& one : threads)
        one.join();
    BOOST_TEST(succeeded == 16);
    BOOST_TEST(w.platform->refreshes == 1);
    BOOST_TEST(w.stored.size() == 16u); // each process may keep them
}

BOOST_AUTO_TEST_CASE(a_client_that_is_behind_follows_the_refreshes_of_others) {
    users_world w;
    auto const ahead = w.user(0s), behind = w.user(0s);
    auto const first = w.client(), second = w.client();
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(first.as(ahead).call(get_one).has_value());
        w.clock->advance(115min);
        if (i < 2) // used within the margin of ten minutes: renewed
            BOOST_TEST(first.as(ahead).call(get_one).has_value());
    }
    int const refreshes = w.platform->refreshes;
    BOOST_TEST(refreshes > 1);
    BOOST_TEST(second.as(behind).call(get_one).has_value());
    BOOST_TEST(w.platform->refreshes == refreshes);
    BOOST_TEST((behind.tokens() == ahead.tokens()));
}

BOOST_AUTO_TEST_CASE(a_refresh_that_fails_leaves_it_to_the_next_client) {
    users_world w;
    w.platform->lost = 1;
    BOOST_TEST(w.client().as(w.user(0s)).call(get_one).has_error());
    BOOST_TEST(w.client().as(w.user(0s)).call(get_one).has_value());
    BOOST_TEST(w.platform->refreshes == 1);
}

BOOST_AUTO_TEST_CASE(new_tokens_are_shared_even_if_their_callback_fails) {
    users_world w;
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    feishu::oauth::user const ann({.access_token = "u-1", .access_expires = now, .refresh_token = "r-1"},
                                  {.on_tokens = [](auto const&) { throw std::runtime_error("disk full"); }});
    BOOST_TEST(w.client().as(ann).call(get_one).has_error());
    BOOST_TEST(w.client().as(w.user(0s)).call(get_one).has_value());
    BOOST_TEST(w.platform->refreshes == 1);
}

BOOST_AUTO_TEST_CASE(a_client_that_never_leaves_its_callback_has_shared_the_new_tokens) {
    users_world w;
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    bool called = false;
    feishu::oauth::user const ann({.access_token = "u-1", .access_expires = now, .refresh_token = "r-1"},
                                  {.on_tokens = [&](auto const&) {
                                      called = w.client().as(w.user(0s)).call(get_one).has_value();
                                  }});
    BOOST_TEST(w.client().as(ann).call(get_one).has_value());
    BOOST_TEST(called);
    BOOST_TEST(w.platform->refreshes == 1);
}

BOOST_AUTO_TEST_CASE(without_its_store_a_client_does_not_use_up_a_refresh_token) {
    users_world w;
    w.store = std::make_shared<broken_store>(false);
    BOOST_TEST(w.client().as(w.user(1h)).call(get_one).has_value());
    auto const failed = w.client().as(w.user(0s)).call(get_one);
    BOOST_TEST_REQUIRE(failed.has_error());
    BOOST_TEST((failed.error().kind == feishu::error_kind::store));
    BOOST_TEST(w.platform->refreshes == 0);
}

BOOST_AUTO_TEST_CASE(malformed_tokens_of_a_user_in_the_store_are_an_error) {
    auto const key = "tokens/cli_1/" + feishu::detail::hash_of_secret("r-1");
    for (std::string const value : {"x", "1\n2\n", "1\nx\nu-9\nr-9\n", "1\n2\nu-9\nr-1\n"}) {
        users_world w;
        w.store->put(key, "9999999999999 " + value).value();
        auto const failed = w.client().as(w.user(0s)).call(get_one);
        BOOST_TEST_REQUIRE(failed.has_error());
        BOOST_TEST((failed.error().kind == feishu::error_kind::store), value);
        BOOST_TEST(w.platform->refreshes == 0);
    }
    feishu::auth::user_tokens const tokens{.access_token = "u",
                                           .access_expires = std::chrono::sys_seconds(5s),
                                           .refresh_token = "r",
                                           .refresh_expires = std::chrono::sys_seconds(9s),
                                           .scope = "a b"};
    BOOST_TEST((feishu::detail::read_user_tokens(feishu::detail::write_user_tokens(tokens)) == tokens));
}

BOOST_AUTO_TEST_CASE(what_is_no_token_in_the_store_is_ignored) {
    for (std::string const text : {"", " ", "x", "9999999999999", "9999999999999 ", "-1 t-0", "1 t-0",
                                   "99999999999999999999999 t-0"}) {
        shared_world w;
        w.store->put("token/cli_1/0//https://open.feishu.cn", text).value();
        BOOST_TEST(w.client().call(get_one).has_value(), text);
        BOOST_TEST(w.last_bearer() == "Bearer t-1", text);
    }
}

BOOST_AUTO_TEST_CASE(asynchronous_calls_share_tokens_too) {
    shared_world w;
    auto config = w.config();
    config.clock = nullptr;
    config.store = feishu::make_memory_store();
    boost::asio::io_context context;
    int succeeded = 0;
    auto const one_call = [&]() -> boost::asio::awaitable<void> {
        feishu::client const client{config};
        auto const got = co_await client.async_call(get_one, boost::asio::use_awaitable);
        succeeded += got.has_value() ? 1 : 0;
    };
    for (int i = 0; i < 8; ++i)
        boost::asio::co_spawn(context, one_call(), boost::asio::detached);
    context.run();
    BOOST_TEST(succeeded == 8);
    BOOST_TEST(w.fetches() == 1u);
}

BOOST_AUTO_TEST_CASE(a_context_may_be_destroyed_while_the_store_is_used) {
    shared_world w;
    for (int handlers = 0; handlers < 4; ++handlers) {
        boost::asio::io_context context;
        auto const client = w.client();
        client.async_call(get_one, boost::asio::bind_executor(context, [](auto const&) {}));
        for (int i = 0; i < handlers; ++i)
            context.poll_one();
    }
    {
        boost::asio::io_context context;
        auto const client = w.client();
        boost::asio::co_spawn(
            context,
            [&]() -> boost::asio::awaitable<void> {
                (void)co_await client.async_call(get_one, boost::asio::use_awaitable);
            },
            boost::asio::detached);
        context.poll_one();
    }
    w.clock->advance(feishu::detail::shared_token::lease_lifetime + 1s); // one of them may have had the lease
    BOOST_TEST(w.client().call(get_one).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
