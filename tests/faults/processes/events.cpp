// Four processes of a bot with one inbox, on Redis and on a file, which are killed again and again (kill -9) while
// 10,000 events arrive (fewer with a sanitizer): every event has its reply, and one. Time decides nothing: kills wait for progress.

#include <feishu/event/inbox.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sys/prctl.h>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>
#include <feishu/event/reply_uuid.hpp>

#include "../../unit/store/redis_server.hpp"
#include "../../unit/temporary_folder.hpp"
#include "open_store.hpp"

namespace event_processes {

namespace im = feishu::im::v1;
namespace emulator = feishu::emulator;
using namespace std::chrono_literals;
using processes::open_store;

constexpr char const* bot_variable = "FEISHU_TEST_EVENT_BOT";

// --- the bot

/// Replies to the text "42" with "re: 42", until it is killed.
[[noreturn]] void run_bot(std::string const& base_url, std::string const& app, std::string const& secret,
                          std::string const& location) {
    auto const store = open_store(location);
    feishu::client const client{
        {.app_id = feishu::app_id(app), .app_secret = secret, .base_url = base_url, .store = store}};
    feishu::event_dispatcher on{{.inbox = feishu::make_inbox({.store = store,
                                                              .visibility = 2s,
                                                              .max_deliveries = 1000,
                                                              .retry_delay = 100ms,
                                                              .max_retry_delay = 1s,
                                                              .poll_interval = 200ms}),
                                 .log = [](std::string_view) {}}};
    on.handle<im::message::receive_v1>([&](im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const text = std::get<feishu::text_content>(content).plain();
        auto reply = im::message::reply(e.event.message.message_id, feishu::text("re: " + text));
        reply.uuid = feishu::reply_uuid(e); // however often this runs, the message is sent once
        client.call(reply).value();
    });
    (void)client.call(im::chat::list{}).value(); // has a token from now on
    feishu::long_connection connection{
        client, on, {.on_status = [](feishu::long_connection_state const& state) {
            if (state.status == feishu::long_connection_status::connected)
                std::puts("connected"), std::fflush(stdout);
        }}};
    (void)connection.run();
    std::_Exit(1);
}

/// In a process that the test has started: it is a bot.
struct bot_process {
    bot_process() {
        auto const* const text = std::getenv(bot_variable);
        if (text == nullptr)
            return;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        std::istringstream words(text);
        std::string base_url, app, secret, location;
        words >> base_url >> app >> secret >> location;
        run_bot(base_url, app, secret, location);
    }
};
BOOST_TEST_GLOBAL_FIXTURE(bot_process);

/// This program again, as a bot.
class bot {
public:
    bot(emulator::server const& platform, std::string const& location) {
        auto const config = platform.config();
        variable_ = std::string(bot_variable) + "=" + config.base_url + " " + config.app_id.str() + " " +
                    config.app_secret + " " + location;
    }
    ~bot() { kill(); }
    bot(bot&& other) noexcept
        : variable_(std::move(other.variable_)), process_(std::exchange(other.process_, 0)),
          output_(std::exchange(other.output_, nullptr)) {}

    void start() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        process_ = test::start_program({"/proc/self/exe", "--log_level=nothing", "--report_level=no"},
                                       variable_, ends[1]);
        ::close(ends[1]);
        output_ = ::fdopen(ends[0], "r");
    }
    void wait_connected() {
        char line[64];
        if (output_ != nullptr && std::fgets(line, sizeof(line), output_) == nullptr)
            throw std::runtime_error("a bot has ended by itself");
    }
    void kill() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            test::wait_for_program(process_);
            std::fclose(output_);
        }
        process_ = 0;
    }

private:
    std::string variable_;
    pid_t process_ = 0;
    std::FILE* output_ = nullptr;
};

// --- the run

#if defined(__SANITIZE_ADDRESS__)
#define EVENTS_ARE_SLOW
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EVENTS_ARE_SLOW
#endif
#endif
#ifdef EVENTS_ARE_SLOW
constexpr std::size_t events = 2'000;
#else
constexpr std::size_t events = 10'000;
#endif

struct run {
    /// `restart_store` is called at a third and at two thirds of the events.
    run(std::string const& at, std::function<void()> restart_store)
        : location(at), restart(std::move(restart_store)) {
        platform.serve<im::message::reply>(
            [this](emulator::state& tenant, emulator::caller const& who, im::message::reply const& request) {
                ++replies;
                return handle(tenant, who, request);
            });
        for (int i = 0; i < 4; ++i)
            bots.emplace_back(platform, location).start();
        for (auto& one : bots)
            one.wait_connected();
    }

    void go() {
        auto const user = platform.users().front().open_id;
        for (std::size_t i = 0; i < events; ++i)
            platform.state()->say(user, platform.chat_id(), std::to_string(i)).value();
        auto last = std::chrono::steady_clock::now();
        for (std::size_t at_last = 0, next = 0; replies < events;) {
            std::this_thread::sleep_for(5ms);
            auto const now = std::chrono::steady_clock::now();
            auto const progress = replies - at_last;
            if (progress < (now - last > 1s ? 1 : events / 20))
                continue;
            at_last = replies;
            if (restarts < 2 && at_last > events * (restarts + 1) / 3) {
                ++restarts; // all bots have their tokens
                restart();
            }
            bots[next].kill();
            ++kills;
            bots[next].start();
            bots[next].wait_connected();
            next = (next + 1) % bots.size();
            last = std::chrono::steady_clock::now();
        }
        auto const store = open_store(location);
        auto const left = [&] {
            auto const entries = store->read("inbox");
            return !entries || !entries->empty() || missing() != 0;
        };
        while (left()) // what the killed ones had claimed is claimed by others, and its reply is sent already
            std::this_thread::sleep_for(20ms);
    }

    std::size_t missing() { return events - number_of_replies().size(); }

    /// How often each reply is in the chat.
    std::map<std::string, int> number_of_replies() {
        std::map<std::string, int> out;
        for (auto const& content : platform.state()->contents_of(platform.chat_id()))
            if (content.starts_with(R"({"text":"re: )"))
                ++out[content];
        return out;
    }

    std::ptrdiff_t token_fetches() {
        return std::ranges::count_if(platform.requests(), [](auto const& one) {
            return one.endpoint == feishu::auth::v3::tenant_access_token::internal::spec.id;
        });
    }

    std::string location;
    std::function<void()> restart;
    std::atomic<std::size_t> replies = 0; // requests, those with a known uuid included
    int kills = 0;
    std::size_t restarts = 0;
    emulator::server platform{{.push = {.retry_delays = std::vector<emulator::clock::duration>(10'000, 200ms),
                                        .max_in_flight = 64,
                                        .duplicate_rate = 0.05,
                                        .reconnect_interval = 0s}}};
    std::vector<bot> bots{};
};

void check(run& all) {
    all.go();
    auto const replies = all.number_of_replies();
    BOOST_TEST(replies.size() == events);
    for (auto const& [text, times] : replies)
        if (times != 1)
            BOOST_TEST_ERROR(text << " was sent " << times << " times");
    BOOST_TEST(all.kills >= 15);
    BOOST_TEST(all.restarts == 2u);
    BOOST_TEST(all.token_fetches() == 1);
    BOOST_TEST_MESSAGE(all.kills << " kills, " << all.replies - replies.size() << " handlers called again");
}

BOOST_AUTO_TEST_SUITE(event_processes_suite)

BOOST_AUTO_TEST_CASE(bots_on_redis_that_are_killed_reply_to_each_event_once) {
    test::redis_server redis;
    run all(redis.url(), [&] {
        redis.kill();
        redis.start();
    });
    check(all);
}

BOOST_AUTO_TEST_CASE(bots_on_a_file_that_are_killed_reply_to_each_event_once) {
    test::temporary_folder folder;
    run all(folder.path("store.db"), [] {}); // nothing to restart
    check(all);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace event_processes
