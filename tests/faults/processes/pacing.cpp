// Four processes send messages as fast as they can, with the documented pacing shared through a store, a file or a
// redis-server: together they stay within the platform's rates. What is checked is the turns that the store has granted,
// not the arrival of requests: a machine that stalls delays those, and so brings them together.

#include <feishu/client.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/server.hpp>

#include "../../unit/client/fake_store.hpp"
#include "../../unit/store/redis_server.hpp"
#include "../../unit/temporary_folder.hpp"
#include "killer.hpp"
#include "open_store.hpp"

namespace pacing_processes {

namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using processes::setting;
using microseconds = std::chrono::microseconds;

constexpr std::size_t senders = 4;
constexpr std::size_t threads_of_sender = 4;
constexpr std::size_t messages_of_thread = 15;
constexpr std::size_t all_messages = senders * threads_of_sender * messages_of_thread;
constexpr std::size_t chats = 13;

// --- a process

/// The part of a store that calls use, which writes each turn to a file: the bucket, and between which times it is.
class watched_store final : public fakes::broken_store {
public:
    watched_store(std::shared_ptr<feishu::store> watched, std::string const& file)
        : broken_store(false), watched_(std::move(watched)), file_(file) {}

private:
    static microseconds now() {
        return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
    }

    // All turns but the last one are now. A wait is rounded to milliseconds.
    r<feishu::bucket_turns> do_take(std::span<feishu::bucket_use const> buckets, std::uint32_t,
                                    ms max_wait) override {
        auto const before = now();
        auto const turns = watched_->take(buckets, max_wait);
        auto const after = now();
        if (!turns)
            return turns;
        std::lock_guard const lock(mutex_);
        for (std::size_t i = 0; i < turns->taken; ++i) {
            microseconds const wait = i + 1 == turns->taken ? turns->wait : ms(0);
            file_ << buckets[i].bucket << ' ' << (before + wait - 1ms).count() << ' '
                  << (after + wait + 1ms).count() << '\n';
        }
        return turns;
    }
    r<> do_pause(text bucket, feishu::bucket_rate const& rate, ms length) override {
        return watched_->pause(bucket, rate, length);
    }
    // Of the token:
    r<std::optional<std::string>> do_get(text key) override { return watched_->get(key); }
    r<> do_put(text key, text value, ms lifetime) override { return watched_->put(key, value, lifetime); }
    r<feishu::put_outcome> do_put_if_absent(text key, text value, ms lifetime) override {
        return watched_->put_if_absent(key, value, lifetime);
    }
    r<bool> do_compare_and_erase(text key, text expected) override {
        return watched_->compare_and_erase(key, expected);
    }

    std::shared_ptr<feishu::store> watched_;
    std::mutex mutex_{};
    std::ofstream file_;
};

void send_all_at_once() {
    feishu::client const client{{.app_id = feishu::app_id(setting("APP")),
                                 .app_secret = setting("SECRET"),
                                 .base_url = setting("URL"),
                                 .timeout = 10min,
                                 .retry = {.max_attempts = 1'000},
                                 .pacing = feishu::pacing::documented,
                                 .store = std::make_shared<watched_store>(
                                     processes::open_store(setting("STORE")), setting("TURNS"))}};
    std::vector<std::string> to;
    std::ifstream list(setting("CHATS"));
    for (std::string id; std::getline(list, id);)
        to.push_back(id);
    std::vector<std::thread> threads;
    std::atomic<std::size_t> sent = 0;
    for (std::size_t t = 0; t < threads_of_sender; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < messages_of_thread; ++i) {
                auto const& chat = to[(t * messages_of_thread + i) % to.size()];
                sent += client.call(im::message::send(feishu::chat_id(chat), feishu::text("hi"))) ? 1u : 0u;
            }
        });
    for (auto& one : threads)
        one.join();
    BOOST_TEST(sent == threads_of_sender * messages_of_thread);
}

// --- the run

/// The earliest and the latest time that a turn can be at.
struct turn {
    microseconds earliest;
    microseconds latest;
};

using turns_by_bucket = std::map<std::string, std::vector<turn>>;

void read_turns(std::string const& path, turns_by_bucket& to) {
    std::ifstream in(path);
    std::string bucket;
    microseconds::rep earliest = 0, latest = 0;
    while (in >> bucket >> earliest >> latest)
        to[bucket].push_back({microseconds(earliest), microseconds(latest)});
}

/// The greatest number of turns that are certainly within one span of a second.
std::size_t most_in_a_second(std::vector<turn> turns) {
    std::ranges::sort(turns, {}, &turn::latest);
    std::size_t most = 0;
    for (auto const& first : turns)
        most = (std::max)(most, static_cast<std::size_t>(std::ranges::count_if(turns, [&](turn const& one) {
                              return one.earliest >= first.earliest && one.latest < first.earliest + 1s;
                          })));
    return most;
}

void check(std::string const& store) {
    feishu::emulator::server platform;
    test::temporary_folder const folder;
    std::string list;
    std::vector<feishu::chat_id> all;
    for (std::size_t i = 0; i < chats; ++i) {
        all.push_back(platform.state()->add_chat("chat", {platform.users().front().open_id}));
        list += all.back().str() + "\n";
    }
    platform.state()->settings.documented_rates = true;
    auto const config = platform.config();
    auto const list_file = folder.write("chats", list);
    std::vector<pid_t> started;
    for (std::size_t i = 0; i < senders; ++i)
        started.push_back(processes::start("pacing_of_processes/a_process",
                                           {{"URL", config.base_url},
                                            {"APP", config.app_id.str()},
                                            {"SECRET", config.app_secret},
                                            {"CHATS", list_file},
                                            {"TURNS", folder.path("turns-" + std::to_string(i))},
                                            {"STORE", store}}));
    turns_by_bucket turns;
    for (std::size_t i = 0; i < senders; ++i) {
        BOOST_TEST(test::wait_for_program(started[i]) == 0);
        read_turns(folder.path("turns-" + std::to_string(i)), turns);
    }
    std::size_t sent = 0;
    for (auto const& chat : all)
        sent += platform.state()->contents_of(chat).size();
    BOOST_TEST(sent == all_messages);
    BOOST_TEST(turns.size() == chats + 1);
    for (auto const& [bucket, granted] : turns) {
        bool const of_chat = bucket.find("/to/") != std::string::npos;
        BOOST_TEST(most_in_a_second(granted) <= (of_chat ? 5u : 50u), bucket);
    }
    BOOST_TEST_MESSAGE(
        std::ranges::count(platform.requests(), 200, &feishu::emulator::request_log_entry::status)
        << " of " << platform.requests().size() << " requests were within the rates");
}

BOOST_AUTO_TEST_SUITE(pacing_of_processes)

BOOST_AUTO_TEST_CASE(a_process, *boost::unit_test::disabled()) { send_all_at_once(); }

BOOST_AUTO_TEST_CASE(four_processes_stay_within_the_rates_with_redis) {
    test::redis_server const redis;
    check(redis.url());
}

BOOST_AUTO_TEST_CASE(four_processes_stay_within_the_rates_with_a_file) {
    test::temporary_folder const folder;
    check(folder.path("store.db"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace pacing_processes
