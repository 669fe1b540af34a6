#pragma once
// What the tutorials share: a bot with a long connection, and the platform on which people act.

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>

#include "../coverage.hpp"

namespace test {

namespace emulator = feishu::emulator;

/// The platform with a frozen clock; nothing depends on the speed of the machine.
struct tutorial_stage {
    emulator::server platform{
        {.clock = emulator::clock{emulator::clock::time_point{std::chrono::milliseconds(1'700'000'000'000)}},
         .push = {.ack_deadline = std::chrono::seconds(20),
                  .challenge_deadline = std::chrono::seconds(20),
                  .reconnect_interval = std::chrono::seconds(0)}}};
    feishu::client client{platform.config()};
    std::vector<emulator::user> people = platform.users();
    feishu::open_id ann = people[0].open_id;
    feishu::open_id bob = people[1].open_id;
    feishu::open_id eve = people[2].open_id;

    ~tutorial_stage() {
        record(platform.requests());
        record(platform.deliveries());
    }

    /// Waits until the bot has handled every event.
    void settle() { BOOST_TEST_REQUIRE(platform.wait_idle()); }
    void wait(std::chrono::seconds time) {
        platform.advance(time);
        settle();
    }
    /// What people see in a chat, the oldest message first.
    std::vector<std::string> seen(feishu::chat_id const& chat) { return platform.state()->contents_of(chat); }
    std::string last(feishu::chat_id const& chat) { return seen(chat).back(); }
    /// The message that was sent last.
    feishu::message_id last_id(feishu::chat_id const& chat) {
        return platform.state().with(
            [&](emulator::state& tenant) { return tenant.messages_of(chat).back()->message_id; });
    }
    /// The card that a user sees.
    std::string card(feishu::message_id const& id, feishu::open_id const& user) {
        return platform.state()->card_of(id, user);
    }
    emulator::chat group(feishu::chat_id const& id) {
        return platform.state().with([&](emulator::state& tenant) { return *tenant.find_chat(id); });
    }
};

/// Receives events until its end.
class tutorial_listener {
public:
    tutorial_listener(tutorial_stage& on, feishu::event_dispatcher& events) : connection_(on.client, events) {
        connection_.start();
        BOOST_TEST_REQUIRE(on.platform.wait_connections(on.platform.app()));
    }

private:
    feishu::long_connection connection_;
};

inline bool shows(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace test
