#pragma once
// Processes that are killed with SIGKILL at a request to the emulator, and started again.

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <feishu/core/error.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace processes {

namespace emulator = feishu::emulator;

inline std::string setting(std::string const& name) {
    auto const* const value = std::getenv(("FEISHU_TEST_" + name).c_str());
    return value == nullptr ? std::string() : value;
}

/// Kills the process of a request: before it has an effect, after that and before its response, or a moment later.
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
    std::size_t requests() const { return requests_; } ///< once the processes have ended

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

/// The exit status of a process that has stopped before its work was done.
constexpr int unfinished = 3;

using settings = std::map<std::string, std::string>;

/// Starts this program with one of its disabled cases, which reads `of_child` with setting(). If `standard_streams` is
/// given, it is the program's standard input and output.
inline pid_t start(std::string const& test_case, settings const& of_child, int standard_streams = -1) {
    std::vector<std::string> lines;
    for (auto const& [name, value] : of_child)
        lines.push_back("FEISHU_TEST_" + name + '=' + value);
    std::vector<char*> environment;
    for (auto& line : lines)
        environment.push_back(line.data());
    for (auto** one = environ; *one != nullptr; ++one)
        environment.push_back(*one);
    environment.push_back(nullptr);
    std::string program = "/proc/self/exe";
    std::string which = "--run_test=" + test_case;
    std::string quiet = "--report_level=no";
    char* arguments[] = {program.data(), which.data(), quiet.data(), nullptr};
    posix_spawn_file_actions_t actions;
    BOOST_REQUIRE(::posix_spawn_file_actions_init(&actions) == 0);
    for (int const stream : {STDIN_FILENO, STDOUT_FILENO})
        if (standard_streams >= 0)
            BOOST_REQUIRE(::posix_spawn_file_actions_adddup2(&actions, standard_streams, stream) == 0);
    pid_t child = 0;
    auto const failed =
        ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    BOOST_REQUIRE(failed == 0);
    return child;
}

/// Starts processes, one after the other, until one has done its work.
inline void run_until_finished(std::string const& test_case, settings const& of_child,
                               emulator::server& platform, killer& kills) {
    int status = 0;
    for (int runs = 0; runs < 100; ++runs) {
        // Its requests wait for the lock.
        auto const child = platform.state().with([&](emulator::state&) {
            auto const started = start(test_case, of_child);
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

} // namespace processes
