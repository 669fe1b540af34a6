// What only the store on Redis has: a protocol, connections, and a server that may be gone or hostile.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include <feishu/store/impl/reconnect_backoff.hpp>
#include <feishu/store/impl/redis_protocol.hpp>
#include <feishu/store/impl/redis_url.hpp>

#include "../http/deaf_port.hpp"
#include "../http/scripted_server.hpp"
#include "../http/test_certificate.hpp"
#include "backends.hpp"

using namespace std::chrono_literals;
using feishu::error_kind;
using feishu::make_redis_store;
using feishu::detail::parse_redis_url;
using feishu::detail::reconnect_backoff;
using feishu::detail::redis_reply_reader;
using feishu::detail::redis_type;
using test::peer;
using test::scripted_server;

namespace {

/// Reads until the command has arrived whose name is given.
scripted_server::step expect_command(std::string name) {
    return [name](peer& p, scripted_server& server) {
        std::string text;
        while (text.find("\r\n" + name + "\r\n") == text.npos)
            if (!p.read_more(text))
                return false;
        server.add(std::move(text));
        return true;
    };
}

scripted_server::step reply(std::string text) {
    return [text](peer& p, scripted_server&) { return p.write(text); };
}

scripted_server::step close_connection() {
    return [](peer& p, scripted_server&) {
        p.shutdown(boost::asio::socket_base::shutdown_both);
        return false;
    };
}

std::shared_ptr<feishu::store> store_at(scripted_server const& server,
                                        std::chrono::milliseconds timeout = 5s) {
    return make_redis_store({.url = "redis://" + server.authority(), .timeout = timeout}).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(store_redis)

BOOST_AUTO_TEST_CASE(a_url_has_server_credentials_and_database) {
    auto const full = parse_redis_url("rediss://bot:p%40ss%2F@Cache.Example.com:6380/12").value();
    BOOST_TEST(full.server.tls);
    BOOST_TEST(full.server.host == "cache.example.com");
    BOOST_TEST(full.server.port == 6380);
    BOOST_TEST(full.user == "bot");
    BOOST_TEST(full.password == "p@ss/");
    BOOST_TEST(full.database == 12);
    auto const least = parse_redis_url("redis://[::1]").value();
    BOOST_TEST(!least.server.tls);
    BOOST_TEST(least.server.ipv6);
    BOOST_TEST(least.server.port == 6379);
    BOOST_TEST(least.password.empty());
    BOOST_TEST(least.database == 0);
    BOOST_TEST(parse_redis_url("redis://:secret@host/").value().password == "secret");
}

BOOST_AUTO_TEST_CASE(a_malformed_url_is_refused_without_its_text) {
    for (auto const* const text :
         {"", "redis", "http://host", "redis://", "redis://host:0", "redis://host:99999", "redis://host:x",
          "redis://host/x", "redis://host/-1", "redis://host/1/2", "redis://secret@host",
          "redis://u:secret%@host", "redis://u:@host", "redis://u:secret/x@host", "redis://u:secret?x@host",
          "redis://u:secret@ho st", "redis://[::1"}) {
        auto const made = make_redis_store({.url = text});
        BOOST_REQUIRE(!made);
        BOOST_TEST((made.error().kind == error_kind::validation), text);
        BOOST_TEST(made.error().field == "url");
        BOOST_TEST(made.error().to_string().find("secret") == std::string::npos);
    }
    BOOST_TEST(make_redis_store({.url = "rediss://host", .ca_pem = "x"}).error().field == "ca_pem");
    BOOST_TEST(make_redis_store({.url = "rediss://host", .ca_file = "/nonexistent"}).error().field ==
               "ca_file");
}

BOOST_AUTO_TEST_CASE(replies_are_read_however_they_are_split) {
    std::string wire = "+OK\r\n-ERR no\r\n:-42\r\n$-1\r\n*-1\r\n$0\r\n\r\n$4\r\n\r\n";
    wire += std::string("\0x", 2) + "\r\n*3\r\n*2\r\n:1\r\n$1\r\na\r\n*0\r\n+end\r\n";
    for (std::size_t step : {std::size_t(1), std::size_t(2), std::size_t(3), wire.size()}) {
        redis_reply_reader reader;
        std::vector<feishu::detail::redis_reply> replies;
        for (std::size_t at = 0; at < wire.size(); at += step) {
            reader.feed(std::string_view(wire).substr(at, step));
            for (auto next = reader.next().value(); next; next = reader.next().value())
                replies.push_back(std::move(*next));
        }
        BOOST_REQUIRE(replies.size() == 8u);
        BOOST_TEST(!reader.has_rest());
        BOOST_TEST((replies[0].is(redis_type::status) && replies[0].text == "OK"));
        BOOST_TEST((replies[1].is(redis_type::error) && replies[1].text == "ERR no"));
        BOOST_TEST((replies[2].is(redis_type::number) && replies[2].number == -42));
        BOOST_TEST(replies[3].is(redis_type::nil));
        BOOST_TEST(replies[4].is(redis_type::nil));
        BOOST_TEST((replies[5].is(redis_type::bytes) && replies[5].text.empty()));
        BOOST_TEST((replies[6].text == std::string("\r\n\0x", 4)));
        auto const& nested = replies[7].elements;
        BOOST_REQUIRE(nested.size() == 3u);
        BOOST_TEST(nested[0].elements[0].number == 1);
        BOOST_TEST(nested[0].elements[1].text == "a");
        BOOST_TEST((nested[1].is(redis_type::array) && nested[1].elements.empty()));
        BOOST_TEST(nested[2].text == "end");
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_the_protocol_is_an_error) {
    for (std::string const text :
         {"hello\r\n", "$x\r\n", "$-2\r\n", ":1x\r\n", "*99999999999999999999\r\n", "*-5\r\n",
          "$99999999999999999999\r\n", "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n"}) {
        redis_reply_reader reader;
        reader.feed(text);
        BOOST_REQUIRE(!reader.next().has_value());
        BOOST_TEST((reader.next().error().kind == error_kind::decode)); // and stays one
    }
    // A length that is announced costs nothing until the elements are there; too many of them are refused.
    redis_reply_reader reader;
    reader.feed("*2000000000\r\n");
    BOOST_TEST(!reader.next().value());
    std::string some;
    for (int i = 0; i < 10'000; ++i)
        some += ":1\r\n";
    bool refused = false;
    for (int i = 0; i < 20 && !refused; ++i) {
        reader.feed(some);
        refused = !reader.next();
    }
    BOOST_TEST(refused);
}

BOOST_AUTO_TEST_CASE(pauses_between_attempts_grow_and_end) {
    reconnect_backoff backoff(1);
    reconnect_backoff::time_point now{};
    BOOST_TEST(!backoff.refusal(now));
    auto pause = reconnect_backoff::first_pause;
    for (int i = 0; i < 9; ++i) {
        backoff.on_failure(now, {.message = "refused"});
        auto const refusal = backoff.refusal(now);
        BOOST_REQUIRE(refusal.has_value());
        BOOST_TEST(refusal->message == "refused");
        BOOST_TEST((refusal->retry_after <= pause && refusal->retry_after >= pause * 3 / 4));
        backoff.on_failure(now, {.message = "of an earlier attempt"});
        BOOST_TEST((backoff.refusal(now)->retry_after == refusal->retry_after));
        now += refusal->retry_after;
        BOOST_TEST(!backoff.refusal(now)); // one may try
        pause = std::min(2 * pause, reconnect_backoff::longest_pause);
    }
    backoff.on_success();
    backoff.on_failure(now, {});
    BOOST_TEST((backoff.refusal(now)->retry_after <= reconnect_backoff::first_pause));
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_not_tried_again_at_once) {
    test::deaf_port const port;
    auto const store = make_redis_store({.url = "redis://" + port.authority()}).value();
    auto const first = store->get("key").error();
    BOOST_TEST((first.kind == error_kind::transport));
    BOOST_TEST(first.message == "Redis: Connection refused while connecting to " + port.authority());
    BOOST_TEST(!first.may_have_executed);
    BOOST_TEST((first.retry_after == 0ms));
    auto const append = store->append("log", "value").error();
    BOOST_TEST(!append.may_have_executed);
    BOOST_TEST(!append.may_duplicate);
}

BOOST_AUTO_TEST_CASE(an_operation_that_is_safe_to_repeat_is_repeated_once) {
    scripted_server server(
        {{expect_command("GET"), close_connection()}, {expect_command("GET"), reply("$1\r\nv\r\n")}});
    BOOST_TEST(store_at(server)->get("key").value().value() == "v");
    BOOST_TEST(server.connections() == 2);
    scripted_server never({{expect_command("GET"), close_connection()}});
    auto const e = store_at(never)->get("key").error();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(!e.may_duplicate);
    BOOST_TEST(never.connections() == 2);
}

BOOST_AUTO_TEST_CASE(a_write_whose_reply_is_lost_is_ambiguous) {
    scripted_server server({{expect_command("EVALSHA"), close_connection()}});
    auto const e = store_at(server)->append("log", "value").error();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(e.may_duplicate);
    BOOST_TEST(!e.retryable());
    BOOST_TEST(server.connections() == 1);
    scripted_server silent({{expect_command("SET")}});
    auto const late = store_at(silent, 50ms)->put_if_absent("key", "value").error();
    BOOST_TEST((late.kind == error_kind::timeout));
    BOOST_TEST(late.message == "Redis: timeout (50 ms)");
    BOOST_TEST(late.may_duplicate);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_that_was_closed_is_not_used) {
    scripted_server server({{expect_command("GET"), reply("$-1\r\n"), close_connection()},
                            {expect_command("EVALSHA"), reply("$3\r\n1-0\r\n")}});
    auto const store = store_at(server);
    BOOST_TEST(!store->get("key").value());
    // The close may still be under way: then the write is ambiguous, which is as true.
    auto const appended = store->append("log", "value");
    BOOST_TEST((appended || appended.error().may_duplicate));
}

BOOST_AUTO_TEST_CASE(errors_of_the_server_are_errors_of_the_operation) {
    struct expectation {
        std::string text;
        error_kind kind;
        bool may_have_executed;
    };
    for (auto const& [text, kind, may] : std::vector<expectation>{
             {"LOADING Redis is loading the dataset in memory", error_kind::store, false},
             {"OOM command not allowed when used memory > 'maxmemory'.", error_kind::store, false},
             {"READONLY You can't write against a read only replica.", error_kind::store, false},
             {"NOPERM this user has no permissions to run the 'eval' command", error_kind::auth, false},
             {"NOAUTH Authentication required.", error_kind::auth, false},
             {"ERR something in the middle of a script", error_kind::store, true}}) {
        scripted_server server({{expect_command("EVALSHA"), reply("-" + text + "\r\n")}});
        auto const e = store_at(server)->append("log", "value").error();
        BOOST_TEST((e.kind == kind), text);
        BOOST_TEST(e.message == "Redis: " + text);
        BOOST_TEST(e.may_have_executed == may, text);
    }
}

BOOST_AUTO_TEST_CASE(texts_of_the_server_are_not_trusted) {
    auto const message = [](std::string const& text) { return feishu::detail::redis_error(text).message; };
    BOOST_TEST(message("ERR unknown command 'X', with args beginning with: 'key' 'secret'") ==
               "Redis: ERR unknown command 'X'");
    BOOST_TEST(message("ERR \x1b[2J\xff") == "Redis: ERR ?[2J?");
    BOOST_TEST(message("ERR " + std::string(5000, 'x')).size() == 207u);
}

BOOST_AUTO_TEST_CASE(a_server_that_sends_anything_ends_in_an_error) {
    auto const endless = [](peer& p, scripted_server&) {
        std::string const line(1u << 16, 'x');
        while (p.write(line))
            ;
        return false;
    };
    for (auto const& script : std::vector<scripted_server::script>{
             {expect_command("GET"), reply("HTTP/1.1 400 Bad Request\r\n\r\n")},
             {expect_command("GET"), reply("$5\r\nab")},
             {expect_command("GET"), reply("*1000000000\r\n")},
             {expect_command("GET"), reply(":1\r\n:2\r\n")},
             {expect_command("GET"), reply("*1\r\n$1\r\nx\r\n")},
             {expect_command("GET"), reply("+"), endless},
             {expect_command("GET"), reply("$400000000\r\n"), endless}}) {
        scripted_server server({script});
        auto const got = store_at(server, 200ms)->get("key");
        BOOST_REQUIRE(!got);
        BOOST_TEST((got.error().kind == error_kind::decode || got.error().kind == error_kind::timeout));
    }
    for (std::string const text :
         {"*1\r\n:1\r\n", "*1\r\n*3\r\n:1\r\n:2\r\n:3\r\n", ":1\r\n$1\r\n", "$-1\r\n"}) {
        scripted_server server({{expect_command("XRANGE"), reply(text)}});
        auto const got = store_at(server, 200ms)->read("log");
        BOOST_TEST((!got || got->empty()));
    }
}

BOOST_AUTO_TEST_CASE(a_rejected_password_is_an_error_without_it) {
    scripted_server server({{expect_command("AUTH"), reply("-WRONGPASS secret is wrong\r\n")}});
    auto const store = make_redis_store({.url = "redis://bot:secret@" + server.authority()}).value();
    auto const e = store->get("key").error();
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.message == "the server has rejected the user name or the password");
    BOOST_TEST(e.to_string().find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(user_password_and_database_are_sent_to_a_real_server) {
    test::redis_server server("user bot on >p@ss:/ ~* +@all\nuser default off\n", "redis",
                              "bot:p%40ss%3A%2F@");
    make_redis_store({.url = server.url() + "/3"}).value()->put("key", "value").value();
    BOOST_TEST(!make_redis_store({.url = server.url()}).value()->get("key").value());
    BOOST_TEST(make_redis_store({.url = server.url() + "/3"}).value()->get("key").value().value() == "value");
    auto const anonymous = "redis://" + server.url().substr(server.url().find('@') + 1);
    BOOST_TEST((make_redis_store({.url = anonymous}).value()->get("key").error().kind == error_kind::auth));
    BOOST_TEST((make_redis_store({.url = server.url() + "/9999"}).value()->get("key").error().message ==
                "the server has rejected the number of the database"));
}

BOOST_AUTO_TEST_CASE(a_real_server_is_reached_over_tls) {
    auto const certificate = test::make_certificate("IP:127.0.0.1");
    test::temporary_folder const folder;
    auto const key = folder.write("key.pem", certificate.key_pem);
    auto const pem = folder.write("cert.pem", certificate.pem);
    test::redis_server server("tls-cert-file " + pem + "\ntls-key-file " + key + "\ntls-ca-cert-file " + pem +
                                  "\ntls-auth-clients no\n",
                              "rediss", {}, pem);
    auto const store = make_redis_store({.url = server.url(), .ca_pem = certificate.pem}).value();
    std::string const large(1u << 20, 'x');
    store->put("key", large).value();
    BOOST_TEST((store->get("key").value() == large));
    auto const other = test::make_certificate("IP:127.0.0.1").pem;
    auto const e = make_redis_store({.url = server.url(), .ca_pem = other}).value()->get("key").error();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.message.find("certificate") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(content_and_scripts_survive_a_restart_of_the_server) {
    test::redis_server server("appendfsync always\n");
    auto const store = make_redis_store({.url = server.url()}).value();
    store->put("key", "value").value();
    for (int i = 0; i < 10; ++i)
        store->append("log", std::to_string(i)).value();
    auto const claimed = store->claim("log", "group", "a", {.max_entries = 3}).value();
    store->acknowledge("log", "group", claimed[0].id).value();
    server.kill();
    auto const down = store->get("key").error();
    BOOST_TEST((down.kind == error_kind::transport));
    server.start();
    while (!store->get("key")) // the pause after the failure
        std::this_thread::yield();
    BOOST_TEST(store->get("key").value().value() == "value");
    BOOST_TEST(store->acknowledge("log", "group", claimed[1].id).value() == 1u);
    BOOST_TEST(store->read("log").value().size() == 8u);
    BOOST_TEST(store->claim("log", "group", "b").value().at(0).value == "3");
}

BOOST_AUTO_TEST_CASE(consumers_that_are_gone_do_not_accumulate) {
    test::store_under_test store(test::backend::redis);
    store->append("log", "1").value();
    for (int i = 0; i < 20; ++i) {
        BOOST_TEST(store
                       ->claim("log", "group", "consumer" + std::to_string(i),
                               {.visibility = 1h, .max_deliveries = 100})
                       .value()
                       .size() == 1u);
        store.advance(2h);
    }
    auto const client = feishu::detail::redis_client::make({.url = test::shared_redis().url()}).value();
    auto const consumers =
        client->run({"XINFO", "CONSUMERS", "feishu:l:log", "group"}, feishu::detail::repeatable::yes).value();
    BOOST_TEST(consumers.elements.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
