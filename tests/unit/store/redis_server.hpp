#pragma once
// A redis-server of the system on a free port of loopback, in a temporary folder, with its append-only file on.

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <feishu/store/impl/redis_client.hpp>

#include "../free_port.hpp"
#include "../temporary_folder.hpp"

namespace test {

/// Starts a program, with one more variable in its environment and its standard output, if given. Returns its process id.
inline pid_t start_program(std::vector<std::string> arguments, std::string variable = {},
                           int standard_output = -1) {
    std::vector<char*> argv, environment;
    for (auto& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    for (char** one = environ; *one != nullptr; ++one)
        environment.push_back(*one);
    if (!variable.empty())
        environment.push_back(variable.data());
    environment.push_back(nullptr);
    auto const child = ::fork();
    if (child == 0) {
        if (standard_output >= 0)
            ::dup2(standard_output, STDOUT_FILENO);
        ::execvpe(argv[0], argv.data(), environment.data());
        ::_exit(127);
    }
    return child;
}

/// Waits until the program ends; its exit status, or minus the number of the signal.
inline int wait_for_program(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class redis_server {
public:
    /// `options` are lines of its configuration.
    explicit redis_server(std::string options = {}, std::string scheme = "redis",
                          std::string credentials = {}, std::string ca_file = {})
        : options_(std::move(options)), scheme_(std::move(scheme)), credentials_(std::move(credentials)),
          ca_file_(std::move(ca_file)) {
        start();
    }
    ~redis_server() { kill(); }
    redis_server(redis_server const&) = delete;
    redis_server& operator=(redis_server const&) = delete;

    std::string url() const { return scheme_ + "://" + credentials_ + "127.0.0.1:" + std::to_string(port_); }

    std::uint16_t port() const { return port_; }

    /// Ends it as `kill -9` does.
    void kill() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            wait_for_program(process_);
        }
        process_ = 0;
    }

    /// Returns when it accepts commands.
    void start() {
        if (port_ == 0)
            port_ = free_port();
        auto const port = std::to_string(port_);
        folder_.write("redis.conf", "bind 127.0.0.1\n" +
                                        (scheme_ == "rediss" ? "port 0\ntls-port " + port : "port " + port) +
                                        "\ndir " + folder_.path("") +
                                        "\nsave \"\"\nappendonly yes\nappendfsync no\nlogfile " +
                                        folder_.path("log") + "\n" + options_);
        process_ = start_program({"redis-server", folder_.path("redis.conf")});
        while (!is_ready()) {
            if (::waitpid(process_, nullptr, WNOHANG) != 0)
                throw std::runtime_error("redis-server does not start: " + folder_.read("log"));
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

private:
    bool is_ready() const {
        auto const client = feishu::detail::redis_client::make({.url = url(), .ca_file = ca_file_}).value();
        auto const pong = client->run({"PING"}, feishu::detail::repeatable::yes);
        return pong.has_value();
    }

    std::string options_;
    std::string scheme_;
    std::string credentials_;
    std::string ca_file_;
    temporary_folder folder_{};
    std::uint16_t port_ = 0;
    pid_t process_ = 0;
};

} // namespace test
