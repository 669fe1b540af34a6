// send_all in a process that is killed again and again (kill -9), on one SQLite file: everybody has the message, nobody
// twice. Every kill is at a request: before it has an effect, after that and before its response, or a moment later.

#include <feishu/client/send_all.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/handlers/im/v1/batch_message.hpp>
#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/message/v4/batch_send.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/store/sqlite_store.hpp>

namespace send_all_processes {

namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
namespace batch_send = feishu::message::v4::batch_send;
using namespace std::chrono_literals;

std::string setting(char const* name) {
    auto const* const value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

// Kills the process of a request.
class killer {
public:
    enum class moment { before, after, later };

    explicit killer(std::map<std::size_t, moment> at) : at_(std::move(at)) {}
    ~killer() { join(); }

    void watch(pid_t child) {
        join();
        child_ = child;
        dead_ = false;
    }
    void join() {
        if (thread_.joinable())
            thread_.join();
    }
    std::size_t kills() const { return kills_; }

    // Handles a request, under the lock of the emulator's state.
    template <class E>
    auto operator()(emulator::state& tenant, emulator::caller const& who, E const& request)
        -> feishu::result<typename E::response> {
        ++requests_;
        std::optional<moment> when;
        if (!dead_ && !at_.empty() && at_.begin()->first <= requests_)
            when = at_.extract(at_.begin()).mapped();
        if (dead_ || when == moment::before) { // as if it had not arrived
            kill();
            return emulator::refuse(230001);
        }
        auto response = handle(tenant, who, request);
        if (when == moment::after)
            kill();
        if (when == moment::later)
            thread_ = std::thread([this, wait = std::chrono::microseconds(requests_ * 37 % 3'000)] {
                std::this_thread::sleep_for(wait);
                kill();
            });
        return response;
    }

private:
    void kill() {
        if (dead_.exchange(true))
            return;
        ++kills_;
        ::kill(child_, SIGKILL);
    }

    std::map<std::size_t, moment> at_; // those to come, by the number of the request
    std::size_t requests_ = 0;         // under the lock of the state
    std::atomic<std::size_t> kills_ = 0;
    std::atomic<bool> dead_ = true;
    pid_t child_ = 0;
    std::thread thread_{};
};

constexpr int unfinished =
    3; // exit status of a process that has stopped, its lease expired on a busy machine

// A directory for the files that the processes share.
struct directory {
    std::string path = "/tmp/feishu-send-all-XXXXXX";

    directory() { BOOST_REQUIRE(::mkdtemp(path.data()) != nullptr); }
    ~directory() { std::filesystem::remove_all(path); }
};

struct stage {
    emulator::server platform{{.request_log_size = 1}};
    directory files{};
    std::vector<feishu::open_id> people{};
    bool batch;

    stage(int count, bool with_batch) : batch(with_batch) {
        platform.state().with([&](emulator::state& t) {
            for (int i = 0; i < count; ++i)
                people.push_back(t.add_user("User " + std::to_string(i)).open_id);
        });
        std::ofstream list(files.path + "/people");
        for (auto const& one : people)
            list << one << '\n';
    }

    // A process that runs `a_process_that_sends`.
    pid_t start() const {
        auto const config = platform.config();
        std::vector<std::string> const settings{
            "SEND_ALL_URL=" + config.base_url, "SEND_ALL_APP=" + config.app_id.str(),
            "SEND_ALL_SECRET=" + config.app_secret, "SEND_ALL_FILES=" + files.path,
            "SEND_ALL_BATCH=" + std::string(batch ? "1" : "")};
        std::vector<char*> environment;
        for (auto const& one : settings)
            environment.push_back(const_cast<char*>(one.c_str()));
        for (auto** one = environ; *one != nullptr; ++one)
            environment.push_back(*one);
        environment.push_back(nullptr);
        std::string program = "/proc/self/exe";
        std::string which = "--run_test=send_all_killed/a_process_that_sends";
        std::string quiet = "--report_level=no";
        char* arguments[] = {program.data(), which.data(), quiet.data(), nullptr};
        pid_t child = 0;
        BOOST_REQUIRE(
            ::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environment.data()) == 0);
        return child;
    }

    // Runs processes until one of them has finished.
    void run(killer& kills) {
        platform.serve<batch_send::create>(std::ref(kills));
        platform.serve<im::message::create>(std::ref(kills));
        platform.serve<im::message::list>(std::ref(kills));
        platform.serve<im::chat::list>(std::ref(kills));
        platform.serve<im::batch_message::get_progress>(std::ref(kills));
        int status = 0;
        for (int runs = 0; runs < 100; ++runs) {
            // Its requests wait for the lock.
            auto const child = platform.state().with([&](emulator::state&) {
                auto const started = start();
                kills.watch(started);
                return started;
            });
            BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
            kills.join();
            if (WIFEXITED(status) && WEXITSTATUS(status) != unfinished)
                break;
        }
        BOOST_TEST(WIFEXITED(status));
        BOOST_TEST(WEXITSTATUS(status) == 0);
    }

    void expect_each_once() {
        platform.state().with([&](emulator::state& t) {
            std::size_t reached = 0;
            std::size_t copies = 0;
            for (auto const& chat : t.chats())
                if (chat.mode == emulator::chat_mode::p2p) {
                    reached += 1;
                    copies += t.positions_of(chat.chat_id).size();
                    if (t.positions_of(chat.chat_id).size() != 1)
                        BOOST_ERROR("a user has " << t.positions_of(chat.chat_id).size() << " messages");
                }
            BOOST_TEST(reached == people.size());
            BOOST_TEST(copies == people.size());
        });
    }
};

// The kills at `count` different requests from the first to the last.
void add_kills(std::map<std::size_t, killer::moment>& to, std::minstd_rand& random, std::size_t count,
               std::size_t first, std::size_t last) {
    for (auto const wanted = to.size() + count; to.size() < wanted;)
        to.try_emplace(first + random() % (last - first), static_cast<killer::moment>(random() % 3));
}

} // namespace send_all_processes

BOOST_AUTO_TEST_SUITE(send_all_killed)

using namespace send_all_processes;

BOOST_AUTO_TEST_CASE(a_process_that_sends, *boost::unit_test::disabled()) {
    feishu::client const client{
        {.app_id = setting("SEND_ALL_APP"),
         .app_secret = setting("SEND_ALL_SECRET"),
         .base_url = setting("SEND_ALL_URL"),
         .store = feishu::make_sqlite_store({.path = setting("SEND_ALL_FILES") + "/store",
                                             .durability = feishu::sqlite_durability::process_crash})
                      .value()}};
    std::vector<feishu::open_id> people;
    std::ifstream list(setting("SEND_ALL_FILES") + "/people");
    for (std::string id; std::getline(list, id);)
        people.emplace_back(id);
    auto const report = client
                            .send_all(people, feishu::text{"maintenance at 22:00"},
                                      {.journal = "maintenance-42",
                                       .batch = !setting("SEND_ALL_BATCH").empty(),
                                       .journal_lease = 400ms})
                            .value();
    if (report.stopped)
        std::_Exit(unfinished);
    BOOST_TEST(report.ok());
    BOOST_TEST(report.sent == people.size());
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_users_are_sent_batch_messages_once) {
    std::minstd_rand random(42);
    std::map<std::size_t, killer::moment> at;
    add_kills(at, random, 16, 1, 500);
    add_kills(at, random, 3, 505, 1'400); // in the search for what was accepted
    add_kills(at, random, 1, 4'000, 4'500);
    killer kills(std::move(at));
    stage s(100'000, true);
    s.run(kills);
    BOOST_TEST(kills.kills() == 20u);
    s.expect_each_once();
}

BOOST_AUTO_TEST_CASE(users_are_sent_single_messages_once) {
    std::minstd_rand random(43);
    std::map<std::size_t, killer::moment> at;
    add_kills(at, random, 20, 1, 4'000);
    killer kills(std::move(at));
    stage s(4'000, false);
    s.run(kills);
    BOOST_TEST(kills.kills() == 20u);
    s.expect_each_once();
}

BOOST_AUTO_TEST_SUITE_END()
