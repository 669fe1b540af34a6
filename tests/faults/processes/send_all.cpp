// send_all in a process that is killed again and again (kill -9), on one SQLite file: everybody has the message, nobody
// twice. Every kill is at a request: before it has an effect, after that and before its response, or a moment later.

#include <feishu/client/send_all.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

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
#include <feishu/emulator/server.hpp>
#include <feishu/store/sqlite_store.hpp>

#include "../../unit/temporary_folder.hpp"
#include "killer.hpp"

namespace send_all_processes {

namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
namespace batch_send = feishu::message::v4::batch_send;
using processes::killer;
using processes::setting;
using namespace std::chrono_literals;

struct stage {
    emulator::server platform{{.request_log_size = 1}};
    test::temporary_folder const files;
    std::vector<feishu::open_id> people{};
    bool batch;

    stage(int count, bool with_batch) : batch(with_batch) {
        platform.state().with([&](emulator::state& t) {
            for (int i = 0; i < count; ++i)
                people.push_back(t.add_user("User " + std::to_string(i)).open_id);
        });
        std::ofstream list(files.path("people"));
        for (auto const& one : people)
            list << one << '\n';
    }

    // Runs processes until one of them has finished.
    void run(killer& kills) {
        platform.serve<batch_send::create>(std::ref(kills));
        platform.serve<im::message::create>(std::ref(kills));
        platform.serve<im::message::list>(std::ref(kills));
        platform.serve<im::chat::list>(std::ref(kills));
        platform.serve<im::batch_message::get_progress>(std::ref(kills));
        auto const config = platform.config();
        processes::run_until_finished("send_all_killed/a_process_that_sends",
                                      {{"URL", config.base_url},
                                       {"APP", config.app_id.str()},
                                       {"SECRET", config.app_secret},
                                       {"FILES", files.path("")},
                                       {"BATCH", batch ? "1" : ""}},
                                      platform, kills);
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
        {.app_id = setting("APP"),
         .app_secret = setting("SECRET"),
         .base_url = setting("URL"),
         .store = feishu::make_sqlite_store({.path = setting("FILES") + "store",
                                             .durability = feishu::sqlite_durability::process_crash})
                      .value()}};
    std::vector<feishu::open_id> people;
    std::ifstream list(setting("FILES") + "people");
    for (std::string id; std::getline(list, id);)
        people.emplace_back(id);
    auto const report =
        client
            .send_all(
                people, feishu::text{"maintenance at 22:00"},
                {.journal = "maintenance-42", .batch = !setting("BATCH").empty(), .journal_lease = 400ms})
            .value();
    if (report.stopped)
        std::_Exit(processes::unfinished);
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
