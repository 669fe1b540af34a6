#include <feishu/http/impl/address_race.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/http/impl/async_race.hpp>
#include <feishu/http/impl/socket_lookup.hpp>
#include <feishu/http/impl/socket_race.hpp>

#include "open_files.hpp"

using namespace std::chrono_literals;
using namespace feishu::http::detail;

namespace {

constexpr steady_clock::time_point race_start{1h};
error_code const refused = boost::asio::error::connection_refused;

std::string order(std::string const& found) {
    std::vector<char> const all(found.begin(), found.end());
    auto const out = alternated(all, [](char c) { return c >= 'a'; }); // small letters: IPv6
    return {out.begin(), out.end()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(http_address_race)

BOOST_AUTO_TEST_CASE(families_alternate_beginning_with_the_resolvers_first_choice) {
    BOOST_TEST(order("") == "");
    BOOST_TEST(order("a") == "a");
    BOOST_TEST(order("ABC") == "ABC");
    BOOST_TEST(order("abAB") == "aAbB");
    BOOST_TEST(order("ABab") == "AaBb");
    BOOST_TEST(order("abcA") == "aAbc");
    BOOST_TEST(order("Aabc") == "Aabc");
}

BOOST_AUTO_TEST_CASE(an_attempt_gets_a_rival_after_a_quarter_of_a_second) {
    address_race race(3);
    BOOST_TEST((race.next(race_start) == 0u));
    BOOST_TEST(!race.next(race_start));
    BOOST_TEST((race.next_at() == race_start + 250ms));
    BOOST_TEST(!race.next(race_start + 249ms));
    BOOST_TEST((race.next(race_start + 250ms) == 1u));
    BOOST_TEST((race.next_at() == race_start + 500ms));
    BOOST_TEST((race.next(race_start + 500ms) == 2u));
    BOOST_TEST((race.next_at() == steady_clock::time_point::max()));
    BOOST_TEST(!race.next(race_start + 1h));
}

BOOST_AUTO_TEST_CASE(after_a_failure_the_next_attempt_begins_at_once) {
    address_race race(2);
    race.next(race_start);
    race.on_failed(0, refused);
    BOOST_TEST(!race.lost());
    BOOST_TEST((race.next(race_start) == 1u));
}

BOOST_AUTO_TEST_CASE(a_race_is_lost_when_every_attempt_has_failed) {
    address_race race(2);
    race.next(race_start);
    race.next(race_start + 1s);
    race.on_failed(1, boost::asio::error::network_unreachable);
    BOOST_TEST(!race.lost());
    race.on_failed(0, refused);
    BOOST_TEST(race.lost());
    BOOST_TEST((race.last_failure() == refused));
}

BOOST_AUTO_TEST_CASE(a_race_without_addresses_is_lost) {
    address_race race(0);
    BOOST_TEST(!race.next(race_start));
    BOOST_TEST(race.lost());
    BOOST_TEST((race.last_failure() == boost::asio::error::host_not_found));
}

BOOST_AUTO_TEST_CASE(the_outcome_of_each_attempt_is_described_if_there_were_several) {
    auto const name = [](std::size_t i) { return std::string(1, static_cast<char>('a' + i)); };
    address_race race(3);
    race.next(race_start);
    race.next(race_start + 1s);
    race.on_failed(1, refused);
    BOOST_TEST(race.describe(name) == "a: no response; b: Connection refused");
    address_race single(1);
    single.next(race_start);
    single.on_failed(0, refused);
    BOOST_TEST(single.describe(name) == "");
}

// --- both drivers

namespace {

using acceptor = boost::asio::ip::tcp::acceptor;

/// Ports on loopback that accept, refuse or drop connections.
struct loopback {
    boost::asio::io_context io{};
    std::vector<acceptor> acceptors{};
    std::vector<tcp::socket> sockets{};

    tcp::endpoint open(char const* address, int backlog) {
        auto& one = acceptors.emplace_back(io);
        tcp::endpoint const at(boost::asio::ip::make_address(address), 0);
        one.open(at.protocol());
        one.bind(at);
        if (backlog >= 0)
            one.listen(backlog);
        return one.local_endpoint();
    }
    tcp::endpoint accepts(char const* address) { return open(address, 100); }
    tcp::endpoint refuses(char const* address) { return open(address, -1); }
    /// The kernel accepts no more attempts than its queue holds.
    tcp::endpoint drops(char const* address) {
        auto const here = open(address, 0);
        for (int i = 0; i < 4; ++i)
            sockets.emplace_back(io).async_connect(here, [](error_code) {});
        return here;
    }
};

struct raced {
    bool connected = false;
    error_code failed{};
    std::string attempts{};
};

struct blocking_race {
    static raced run(std::vector<tcp::endpoint> const& addresses, std::chrono::milliseconds limit) {
        std::vector<socket_address> found;
        socket_lookups lookups;
        for (auto const& one : addresses)
            found.push_back(lookups.run(one.address().to_string(), one.port(), {}).addresses.at(0));
        auto const done = connect_to_any(found, steady_clock::now() + limit);
        return {!done.failed, done.failed, done.attempts};
    }
};

struct asynchronous_race {
    static raced run(std::vector<tcp::endpoint> const& addresses, std::chrono::milliseconds limit) {
        boost::asio::io_context io;
        auto const race = std::make_shared<async_race>(io.get_executor(), io.get_executor(), addresses);
        boost::asio::steady_timer timer(io, limit);
        timer.async_wait([&](error_code canceled) {
            if (!canceled)
                race->stop();
        });
        raced out;
        boost::asio::co_spawn(
            io,
            [&]() -> boost::asio::awaitable<void> {
                auto const winner = co_await race->run();
                timer.cancel();
                out = {winner != nullptr, winner ? error_code() : race->last_failure(), race->attempts()};
            },
            boost::asio::detached);
        io.run();
        return out;
    }
};

using races = std::tuple<blocking_race, asynchronous_race>;

std::string text(tcp::endpoint const& one) { return one.address().to_string(); }

} // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(the_first_address_that_accepts_wins_and_nothing_else_stays_open, Race, races) {
    loopback net;
    auto const good4 = net.accepts("127.0.0.1"), good6 = net.accepts("::1");
    auto const bad4 = net.refuses("127.0.0.1"), bad6 = net.refuses("::1");
    auto const mute4 = net.drops("127.0.0.1"), mute6 = net.drops("::1");
    std::vector<tcp::endpoint> const cases[] = {
        {good4}, {good6}, {good4, good6}, {bad6, good4}, {bad4, good6}, {bad6, bad4, good4}, {mute6, good4},
        {mute4, good6}, {mute6, bad4, good4}};
    auto const before = test::open_files();
    for (auto const& addresses : cases) {
        auto const done = Race::run(addresses, 5s);
        BOOST_TEST(done.connected, done.attempts);
        BOOST_TEST(test::open_files() == before);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(when_all_addresses_refuse_each_is_named, Race, races) {
    loopback net;
    auto const bad4 = net.refuses("127.0.0.1"), bad6 = net.refuses("::1");
    auto const done = Race::run({bad4, bad6}, 5s);
    BOOST_TEST(!done.connected);
    BOOST_TEST((done.failed == refused));
    BOOST_TEST(done.attempts == text(bad4) + ": Connection refused; " + text(bad6) + ": Connection refused");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_address_that_does_not_respond_in_time_is_named_too, Race, races) {
    loopback net;
    auto const bad4 = net.refuses("127.0.0.1"), mute6 = net.drops("::1");
    auto const done = Race::run({mute6, bad4}, 300ms);
    BOOST_TEST(!done.connected);
    BOOST_TEST(done.attempts == text(mute6) + ": no response; " + text(bad4) + ": Connection refused");
}

BOOST_AUTO_TEST_SUITE_END()
