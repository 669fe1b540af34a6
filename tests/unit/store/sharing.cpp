// Stores shared by threads and by processes, some of which are killed.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "backends.hpp"

using namespace std::chrono_literals;
using test::store_under_test;

namespace {

constexpr char const* worker_variable = "FEISHU_TEST_STORE_WORKER";

/// One line of output; the process may be killed after it.
void print(std::string const& line) {
    std::fputs((line + "\n").c_str(), stdout);
    std::fflush(stdout);
}

void work(feishu::store& store, std::string const& task, std::string const& name) {
    if (task == "lease")
        for (int i = 0; i < 100; ++i)
            if (store.put_if_absent("lease" + std::to_string(i), name).value().stored)
                print(std::to_string(i));
    if (task == "count")
        for (int done = 0; done < 50;) {
            auto const before = store.get("count").value().value();
            if (store.compare_and_replace("count", before, std::to_string(std::stoi(before) + 1)).value())
                ++done;
        }
    if (task == "take")
        for (int i = 0; i < 25; ++i)
            store.take("bucket", {.tokens = 1, .period = 1h, .burst = 10}).value();
    if (task == "consume")
        for (;;) {
            auto const claimed =
                store.claim("log", "group", name, {.max_entries = 3, .visibility = 1h}).value();
            if (claimed.empty())
                return;
            for (auto const& entry : claimed) {
                print(entry.value);
                store.acknowledge("log", "group", entry.id).value();
            }
        }
    if (task == "write")
        for (int i = 1;; ++i) {
            auto const number = std::to_string(i);
            store.append("log", number).value();
            store.put("last", number).value();
            print(number);
        }
}

/// In a process that run_worker has started: does its task, and ends the process.
struct worker_process {
    worker_process() {
        auto const* const text = std::getenv(worker_variable);
        if (text == nullptr)
            return;
        std::istringstream words(text);
        std::string location, task, name;
        words >> location >> task >> name;
        auto const store =
            location.starts_with("redis")
                ? feishu::make_redis_store({.url = location})
                : feishu::make_sqlite_store({.path = location,
                                             .durability = feishu::sqlite_durability::process_crash,
                                             .busy_timeout = 60s,
                                             .clock = std::make_shared<test::moving_clock>()});
        work(*store.value(), task, name);
        std::fflush(stdout);
        std::_Exit(0);
    }
};
BOOST_TEST_GLOBAL_FIXTURE(worker_process);

/// This program again, as a worker.
class worker {
public:
    worker(std::string const& location, std::string const& task, std::string const& name) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        process_ = test::start_program(
            {"/proc/self/exe", "--log_level=nothing", "--report_level=no"},
            std::string(worker_variable) + "=" + location + " " + task + " " + name, ends[1]);
        ::close(ends[1]);
        output_ = ::fdopen(ends[0], "r");
    }
    ~worker() {
        kill();
        std::fclose(output_);
    }
    worker(worker const&) = delete;
    worker& operator=(worker const&) = delete;

    /// The next line; empty at the end.
    std::string line() {
        char text[64];
        if (std::fgets(text, sizeof(text), output_) == nullptr)
            return {};
        std::string out(text);
        return out.substr(0, out.find('\n'));
    }
    std::vector<std::string> lines() {
        std::vector<std::string> out;
        for (auto one = line(); !one.empty(); one = line())
            out.push_back(one);
        return out;
    }
    int wait() { return test::wait_for_program(std::exchange(process_, 0)); }
    void kill() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            wait();
        }
    }

private:
    pid_t process_ = 0;
    std::FILE* output_ = nullptr;
};

/// What four workers print, each line with how often.
std::map<std::string, int> run_workers(store_under_test const& store, std::string const& task) {
    std::vector<std::unique_ptr<worker>> workers;
    for (auto const* const name : {"a", "b", "c", "d"})
        workers.push_back(std::make_unique<worker>(store.location(), task, name));
    std::map<std::string, int> out;
    for (auto& one : workers) {
        for (auto const& line : one->lines())
            ++out[line];
        BOOST_TEST(one->wait() == 0);
    }
    return out;
}

/// Calls `use` on eight threads.
template <class F>
void on_threads(F use) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] { use(i); });
    for (auto& one : threads)
        one.join();
}

} // namespace

BOOST_AUTO_TEST_SUITE(store_sharing)

BOOST_DATA_TEST_CASE(threads_have_one_winner_and_lose_no_update, test::all_backends, which) {
    store_under_test store(which);
    store->put("count", "0").value();
    std::atomic<int> winners = 0, updates = 0;
    on_threads([&](int thread) {
        for (int i = 0; i < 20; ++i) {
            winners +=
                store->put_if_absent("lease" + std::to_string(i), std::to_string(thread)).value().stored ? 1
                                                                                                         : 0;
            auto const before = store->get("count").value().value();
            auto const after = std::to_string(std::stoi(before) + 1);
            updates += store->compare_and_replace("count", before, after).value() ? 1 : 0;
        }
    });
    BOOST_TEST(winners == 20);
    BOOST_TEST(store->get("count").value().value() == std::to_string(updates));
}

BOOST_DATA_TEST_CASE(threads_share_a_log_and_a_bucket, test::all_backends, which) {
    store_under_test store(which);
    std::mutex mutex;
    std::multiset<std::string> seen;
    on_threads([&](int thread) {
        for (int i = 0; i < 10; ++i) {
            store->append("log", std::to_string(thread) + "-" + std::to_string(i)).value();
            store->take("bucket", {.tokens = 1, .period = 1h, .burst = 80}).value();
        }
        for (;;) {
            auto const claimed =
                store->claim("log", "group", std::to_string(thread), {.visibility = 1h}).value();
            if (claimed.empty())
                return;
            std::scoped_lock const lock(mutex);
            seen.insert(claimed[0].value);
            store->acknowledge("log", "group", claimed[0].id).value();
        }
    });
    BOOST_TEST(seen.size() == 80u);
    BOOST_TEST((std::set<std::string>(seen.begin(), seen.end()).size() == 80u));
    BOOST_TEST(store->read("log").value().empty());
    BOOST_TEST((store->take("bucket", {.tokens = 1, .period = 1h, .burst = 80}).value().wait > 50min));
}

BOOST_DATA_TEST_CASE(processes_have_one_winner_and_lose_no_update, test::shared_backends, which) {
    store_under_test store(which);
    auto const won = run_workers(store, "lease");
    BOOST_TEST(won.size() == 100u);
    for (auto const& [lease, times] : won)
        BOOST_TEST(times == 1, lease);
    store->put("count", "0").value();
    run_workers(store, "count");
    BOOST_TEST(store->get("count").value().value() == "200");
}

BOOST_DATA_TEST_CASE(processes_share_a_log_and_a_bucket, test::shared_backends, which) {
    store_under_test store(which);
    for (int i = 0; i < 100; ++i)
        store->append("log", std::to_string(i)).value();
    auto const handled = run_workers(store, "consume");
    BOOST_TEST(handled.size() == 100u);
    for (auto const& [value, times] : handled)
        BOOST_TEST(times == 1, value);
    run_workers(store, "take");
    auto const next = store->take("bucket", {.tokens = 1, .period = 1h, .burst = 10}).value();
    BOOST_TEST((next.wait > 90h && next.wait <= 91h)); // 100 taken, 10 of them at once
}

BOOST_DATA_TEST_CASE(a_process_that_is_killed_loses_nothing_that_has_returned, test::shared_backends, which) {
    for (int const lines : {0, 1, 7, 40, 100}) {
        store_under_test store(which);
        int last = 0;
        {
            worker writer(store.location(), "write", "w");
            for (int i = 0; i < lines; ++i)
                last = std::stoi(writer.line());
            writer.kill(); // in the middle of something
            for (auto const& line : writer.lines())
                last = std::stoi(line);
        }
        auto const reopened = store.open();
        int entries = 0;
        for (std::string id;;) {
            auto const some = reopened->read("log", id, 1000).value();
            if (some.empty())
                break;
            for (auto const& entry : some)
                BOOST_REQUIRE(entry.value == std::to_string(++entries)); // none missing, none twice
            id = some.back().id;
        }
        BOOST_TEST(entries >= last);
        BOOST_TEST(entries <= last + 1);
        BOOST_TEST(std::stoi(reopened->get("last").value().value_or("0")) >= last);
        reopened->append("log", "next").value();
    }
}

BOOST_AUTO_TEST_SUITE_END()
