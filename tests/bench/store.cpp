// What a store costs, beside the least that SQLite and Redis do: a line of JSON per case, medians of interleaved rounds.
//
//     bench_store [CASE] [--rounds N] [--operations N] [--server-core N]
//
// With CASE, that one runs alone, once, for a profiler. With a core, redis-server runs on that one: where the scheduler
// puts both programs on one core, and where not, a round trip takes 14 µs or 90, and it decides differently for each case.
//
// An event through an inbox is one `append_and_claim`, which also remembers the event's id for eight hours and acknowledges
// the event before it. A paced call is one `take`. Beside them, in the same run: an INSERT of the same bytes into a table with an integer key, committed alone, by
// SQLite's C API on a file of its own with the same settings; and an XADD, or a SET, of the same bytes by hiredis'
// blocking API, on a connection of its own to the same server, over loopback.

#include <array>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sched.h>

#include <hiredis/hiredis.h>
#include <sqlite3.h>

#include <feishu/store/redis_store.hpp>
#include <feishu/store/sqlite_store.hpp>

#include "../unit/store/redis_server.hpp"
#include "../unit/temporary_folder.hpp"
#include "bench.hpp"

namespace {

using feishu::sqlite_durability;

/// An im.message.receive_v1 event as the platform sends it has about as many bytes.
std::string const event(1'000, 'e');
constexpr std::string_view bucket = "pace:cli_9f427eec54ae901b:736588c9260f175e:im.v1.message.create";

class store_user {
public:
    explicit store_user(feishu::result<std::shared_ptr<feishu::store>> store)
        : store_(std::move(store).value()) {}

    void handle_event() {
        feishu::append_options const once{.once_key =
                                              "inbox/seen/" + std::to_string(events_ *= 6364136223846793005)};
        auto step = store_->append_and_claim("inbox", "bot", "host-1", event, once, {}, handled_).value();
        handled_.clear();
        for (auto& entry : step.claimed)
            handled_.push_back(std::move(entry.id));
        if (handled_.size() != 1)
            bench::fail("not one entry was claimed");
    }

    void take() {
        if (!store_->take(bucket, {.tokens = 1'000'000, .burst = 1'000'000}).value().taken)
            bench::fail("no turn");
    }

private:
    std::shared_ptr<feishu::store> store_;
    std::vector<std::string> handled_{};
    std::uint64_t events_ = 0x9e3779b97f4a7c15;
};

/// INSERTs by SQLite's C API.
class sqlite_peer {
public:
    sqlite_peer(std::string const& path, sqlite_durability durability, std::string_view bytes)
        : bytes_(bytes) {
        check(sqlite3_open(path.c_str(), &file_));
        execute("PRAGMA journal_mode = WAL");
        execute(durability == sqlite_durability::power_failure ? "PRAGMA synchronous = FULL"
                                                               : "PRAGMA synchronous = NORMAL");
        execute("CREATE TABLE events (id INTEGER PRIMARY KEY, value BLOB NOT NULL)");
        check(sqlite3_prepare_v3(file_, "INSERT INTO events (value) VALUES (?1)", -1,
                                 SQLITE_PREPARE_PERSISTENT, &insert_, nullptr));
    }
    ~sqlite_peer() {
        sqlite3_finalize(insert_);
        sqlite3_close(file_);
    }
    sqlite_peer(sqlite_peer const&) = delete;
    sqlite_peer& operator=(sqlite_peer const&) = delete;

    void insert() {
        check(sqlite3_bind_blob64(insert_, 1, bytes_.data(), bytes_.size(), SQLITE_STATIC));
        if (sqlite3_step(insert_) != SQLITE_DONE)
            bench::fail(sqlite3_errmsg(file_));
        sqlite3_reset(insert_);
    }

private:
    void check(int code) {
        if (code != SQLITE_OK)
            bench::fail(sqlite3_errmsg(file_));
    }
    void execute(char const* sql) { check(sqlite3_exec(file_, sql, nullptr, nullptr, nullptr)); }

    std::string_view bytes_;
    sqlite3* file_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

/// Commands by hiredis' blocking API.
class redis_peer {
public:
    explicit redis_peer(std::uint16_t port) : connection_(redisConnect("127.0.0.1", port), &redisFree) {
        if (!connection_ || connection_->err != 0)
            bench::fail("hiredis cannot connect");
    }

    void run(std::vector<std::string_view> const& command) {
        std::array<char const*, 8> texts{};
        std::array<std::size_t, 8> sizes{};
        for (std::size_t i = 0; i < command.size(); ++i) {
            texts.at(i) = command[i].data();
            sizes.at(i) = command[i].size();
        }
        auto* const reply = static_cast<redisReply*>(redisCommandArgv(
            connection_.get(), static_cast<int>(command.size()), texts.data(), sizes.data()));
        if (reply == nullptr || reply->type == REDIS_REPLY_ERROR)
            bench::fail("Redis has rejected a command");
        freeReplyObject(reply);
    }

private:
    std::unique_ptr<redisContext, void (*)(redisContext*)> connection_;
};

struct bench_case {
    std::string name;
    std::size_t operations;
    std::function<void()> run;
    std::vector<bench::usage> rounds{};
};

using cases = std::vector<bench_case>;

template <class F>
void add(cases& to, std::string const& name, std::size_t operations, std::shared_ptr<F> on,
         void (F::*run)()) {
    to.push_back({name, operations, [on, run] { ((*on).*run)(); }});
}

void add_sqlite(cases& to, test::temporary_folder const& folder, std::string const& name,
                sqlite_durability durability, std::size_t operations) {
    auto const path = [&](char const* file) { return folder.path(name + file); };
    auto const peer = [&](char const* file, std::string_view bytes) {
        return std::make_shared<sqlite_peer>(path(file), durability, bytes);
    };
    auto const user = [&](char const* file) {
        return std::make_shared<store_user>(
            feishu::make_sqlite_store({.path = path(file), .durability = durability}));
    };
    add(to, name + " insert of an event", operations, peer(".e.raw", event), &sqlite_peer::insert);
    add(to, name + " event", operations, user(".e.db"), &store_user::handle_event);
    add(to, name + " insert of a bucket", operations, peer(".t.raw", bucket), &sqlite_peer::insert);
    add(to, name + " take", operations, user(".t.db"), &store_user::take);
}

void add_redis(cases& to, test::redis_server const& server, std::size_t operations) {
    auto const peer = std::make_shared<redis_peer>(server.port());
    auto const user = std::make_shared<store_user>(feishu::make_redis_store({.url = server.url()}));
    to.push_back({"redis XADD", operations, [peer] { peer->run({"XADD", "peer", "*", "v", event}); }});
    add(to, "redis event", operations, user, &store_user::handle_event);
    to.push_back({"redis SET", operations, [peer] {
                      peer->run({"SET", bucket, "1795815134000000", "PX", "1000"});
                  }});
    add(to, "redis take", operations, user, &store_user::take);
}

/// This program, and what it starts, runs on one core; later where it has run before.
class on_core {
public:
    explicit on_core(std::size_t core) {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(core, &one);
        if (::sched_getaffinity(0, sizeof before_, &before_) != 0 ||
            ::sched_setaffinity(0, sizeof one, &one) != 0)
            bench::fail("no such core");
    }
    ~on_core() { ::sched_setaffinity(0, sizeof before_, &before_); }
    on_core(on_core const&) = delete;
    on_core& operator=(on_core const&) = delete;

private:
    cpu_set_t before_{};
};

bench::usage measure(bench_case const& one, std::size_t warm_up) {
    return bench::measure(one.operations, warm_up, [&](std::size_t n) {
        for (; n > 0; --n)
            one.run();
    });
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    test::temporary_folder const folder;
    constexpr std::size_t any = 1'000;
    auto const core = args.number("server-core", any);
    auto pinned = core != any ? std::make_unique<on_core>(core) : nullptr;
    test::redis_server const server;
    pinned.reset();
    auto const operations = args.number("operations", 1'000);
    cases all;
    add_sqlite(all, folder, "sqlite", sqlite_durability::process_crash, operations);
    add_sqlite(all, folder, "sqlite, synced", sqlite_durability::power_failure, operations / 10);
    add_redis(all, server, operations);
    auto const rounds = args.name().empty() ? args.number("rounds", 11) : 1;
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto& one : all)
            if (args.name().empty() || args.name() == one.name)
                one.rounds.push_back(measure(one, 16));
    for (auto const& one : all)
        if (!one.rounds.empty())
            bench::print(one.name, bench::median(one.rounds));
}
