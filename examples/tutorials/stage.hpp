#pragma once
// What the tutorials share: the platform that they talk to, and the people on it.
//
// Without FEISHU_APP_ID and FEISHU_APP_SECRET in the environment a tutorial runs against the emulator, in which a
// script plays the people. With them it talks to the real platform, and people are real.

#include <chrono>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <feishu/client.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>

namespace tutorial {

inline std::string environment(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// A list separated by commas.
inline std::vector<std::string> split(std::string const& list) {
    std::vector<std::string> out;
    std::istringstream in(list);
    for (std::string one; std::getline(in, one, ',');)
        out.push_back(one);
    return out;
}

class stage {
public:
    using act = std::function<void(feishu::emulator::server&)>;

    stage() {
        if (environment("FEISHU_APP_ID").empty() || environment("FEISHU_APP_SECRET").empty())
            platform_ = std::make_unique<feishu::emulator::server>(feishu::emulator::options{
                .clock = feishu::emulator::clock{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}}});
    }

    /// Null if the real platform is used.
    feishu::emulator::server* emulator() { return platform_.get(); }

    feishu::client_config config() const {
        if (platform_)
            return platform_->config();
        feishu::client_config real{.app_id = environment("FEISHU_APP_ID"),
                                   .app_secret = environment("FEISHU_APP_SECRET")};
        if (auto const url = environment("FEISHU_BASE_URL"); !url.empty())
            real.base_url = url;
        return real;
    }

    /// What people do next: one act for each call of `wait`, in the emulator only.
    void script(std::deque<act> acts) { acts_ = std::move(acts); }

    /// Waits: in the emulator the next act is played, and the clock moved.
    void wait(std::chrono::seconds time) {
        if (!platform_)
            return std::this_thread::sleep_for(time);
        if (!acts_.empty()) {
            acts_.front()(*platform_);
            acts_.pop_front();
        }
        platform_->advance(time);
        platform_->wait_idle();
    }

    /// Receives events: until the program is interrupted, or, in the emulator, until the acts have been played.
    void run(feishu::client const& client, feishu::event_dispatcher& on) {
        feishu::long_connection connection{client, on, {.stop_on_signals = true}};
        if (!platform_)
            return connection.run().value();
        connection.start();
        play();
    }

    /// Plays the acts once the app has connected; in the emulator only.
    void play() {
        platform_->wait_connections(platform_->app());
        while (!acts_.empty())
            wait(std::chrono::seconds(1));
    }

private:
    std::unique_ptr<feishu::emulator::server> platform_;
    std::deque<act> acts_;
};

/// Receives events while the object exists; for a program that does something else meanwhile.
class listening {
public:
    listening(stage& on, feishu::client const& client, feishu::event_dispatcher& events)
        : connection_(client, events) {
        connection_.start();
        if (auto* const platform = on.emulator())
            platform->wait_connections(platform->app());
    }

private:
    feishu::long_connection connection_;
};

} // namespace tutorial
