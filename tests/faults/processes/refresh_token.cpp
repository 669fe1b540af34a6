// Sixteen processes act as one user and share the tokens through a store, a file or a redis-server. Again and again the
// platform expires the access token and all of them call at once; some are killed (kill -9) while they refresh it. Each
// refresh token is used once, and every process goes on as the user.
//
// There is no kill between the moment at which the platform uses up a refresh token and the arrival of its response:
// then nobody has the next one, and the user must log in again.

#include <feishu/client/oauth.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/client.hpp>
#include <feishu/client/impl/shared_token.hpp>
#include <feishu/emulator/handlers/authen/v2/oauth.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/socket_transport.hpp>

#include "../../unit/store/redis_server.hpp"
#include "../../unit/temporary_folder.hpp"
#include "killer.hpp"
#include "open_store.hpp"

namespace refresh_processes {

namespace emulator = feishu::emulator;
namespace http = feishu::http;
namespace oauth = feishu::oauth;
using namespace std::chrono_literals;
using processes::setting;
using user_info = feishu::authen::v1::user_info::get;

// Moments at which the first process to come there is killed.
constexpr std::string_view never = "never";
constexpr std::string_view before_refresh = "before_refresh"; ///< it has the lease, and has sent nothing
constexpr std::string_view in_callback = "in_callback";       ///< others can find the next tokens
constexpr std::string_view before_use = "before_use";         ///< it has kept the next tokens for itself too

// --- a process

/// Kills this process at a moment of a round, unless another one was killed there.
class own_death {
public:
    void arm(std::string_view moment, std::string_view round) {
        moment_ = moment;
        mark_ = setting("FILES") + "/killed-" + std::string(round);
        refreshed = false;
    }
    void reach(std::string_view moment) const {
        if (moment == moment_ && ::open(mark_.c_str(), O_CREAT | O_EXCL | O_CLOEXEC, 0600) >= 0)
            ::raise(SIGKILL);
    }

    bool refreshed = false; ///< by this process, in this round

private:
    std::string moment_{};
    std::string mark_{};
};

/// The built-in transport, and the moments before requests.
class watched_transport final : public http::transport {
public:
    watched_transport(std::string const& base_url, own_death& death)
        : built_in_(http::make_socket_transport({.base_url = base_url}).value()), death_(death) {}

    feishu::result<void> exchange(http::request const& request, http::response_sink& sink,
                                  http::exchange_options const& options) override {
        bool const refreshes = request.target.find("/oauth/token") != std::string::npos;
        if (refreshes)
            death_.reach(before_refresh);
        else if (death_.refreshed)
            death_.reach(before_use);
        auto out = built_in_->exchange(request, sink, options);
        death_.refreshed = death_.refreshed || refreshes;
        return out;
    }

private:
    std::shared_ptr<http::transport> built_in_;
    own_death& death_;
};

/// The tokens that one process keeps for itself.
class token_file {
public:
    explicit token_file(std::string path) : path_(std::move(path)) {}

    oauth::user_tokens read() const {
        std::ifstream in(path_);
        return feishu::detail::read_user_tokens(std::string(std::istreambuf_iterator<char>(in), {})).value();
    }
    void write(oauth::user_tokens const& tokens) const {
        std::ofstream(path_ + ".new") << feishu::detail::write_user_tokens(tokens);
        std::filesystem::rename(path_ + ".new", path_);
    }

private:
    std::string path_;
};

/// In each round, which begins with a line of the standard input, calls once as the user and writes who that is.
void take_part() {
    own_death death;
    token_file const file(setting("TOKENS"));
    feishu::client const client{{.app_id = feishu::app_id(setting("APP")),
                                 .app_secret = setting("SECRET"),
                                 .base_url = setting("URL"),
                                 .timeout = 10min,
                                 .store = processes::open_store(setting("STORE")),
                                 .transport = std::make_shared<watched_transport>(setting("URL"), death)}};
    oauth::user const user(file.read(), {.on_tokens = [&](oauth::user_tokens const& tokens) {
                               file.write(tokens);
                               if (death.refreshed)
                                   death.reach(in_callback);
                           }});
    std::cout << "ready" << std::endl;
    for (std::string moment, round; std::cin >> moment >> round;) {
        death.arm(moment, round);
        auto const who = client.as(user).call(user_info{});
        auto answer = who ? who->open_id.str() : who.error().to_string();
        std::ranges::replace(answer, '\n', ' ');
        std::cout << answer << std::endl;
    }
}

/// The same, seen from the test.
class member {
public:
    explicit member(processes::settings of_child) : settings_(std::move(of_child)) { start(); }
    ~member() { end(); }
    member(member&& other) noexcept
        : settings_(std::move(other.settings_)), process_(std::exchange(other.process_, 0)),
          socket_(std::exchange(other.socket_, -1)), lines_(std::exchange(other.lines_, nullptr)) {}

    void start() {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            throw std::runtime_error("no socket");
        process_ = processes::start("refresh_tokens_of_processes/a_process", settings_, ends[1]);
        ::close(ends[1]);
        socket_ = ends[0];
        lines_ = ::fdopen(ends[0], "r");
    }
    void wait_ready() {
        for (std::string line; line != "ready";) // Boost.Test writes too
            if (line = answer(); line.empty())
                throw std::runtime_error("a process has ended by itself");
    }
    void call(std::string_view moment, std::size_t round) const {
        auto const line = std::string(moment) + " " + std::to_string(round) + "\n";
        BOOST_REQUIRE(::send(socket_, line.data(), line.size(), MSG_NOSIGNAL) ==
                      static_cast<ssize_t>(line.size()));
    }
    /// Empty if the process has been killed.
    std::string answer() {
        std::string line(4096, '\0');
        if (std::fgets(line.data(), static_cast<int>(line.size()), lines_) == nullptr)
            return {};
        line.resize(line.find('\n'));
        return line;
    }
    /// Waits for it, and returns the signal that has ended it, if any.
    int end() {
        if (process_ <= 0)
            return 0;
        std::fclose(lines_); // ends its input
        return -test::wait_for_program(std::exchange(process_, 0));
    }

private:
    processes::settings settings_;
    pid_t process_ = 0;
    int socket_ = -1;
    std::FILE* lines_ = nullptr;
};

// --- the run

constexpr std::size_t processes_of_user = 16;

struct stage {
    emulator::server platform{};
    test::temporary_folder folder{};
    feishu::open_id user = platform.users().front().open_id;
    std::map<std::string, int> uses{}; ///< of refresh tokens, under the lock of the state
    std::vector<member> members{};
    std::vector<std::size_t> killed{}; ///< members, by their number

    explicit stage(std::string const& store) {
        platform.serve<feishu::authen::v2::oauth::token>(
            [this](emulator::state& tenant, emulator::caller const& who,
                   feishu::authen::v2::oauth::token const& request) {
                if (request.refresh_token)
                    ++uses[*request.refresh_token];
                return handle(tenant, who, request);
            });
        auto const tokens = log_in();
        auto const config = platform.config();
        for (std::size_t i = 0; i < processes_of_user; ++i) {
            file_of(i).write(tokens);
            members.emplace_back(processes::settings{{"URL", config.base_url},
                                                     {"APP", config.app_id.str()},
                                                     {"SECRET", config.app_secret},
                                                     {"FILES", folder.path("")},
                                                     {"TOKENS", path_of(i)},
                                                     {"STORE", store}});
        }
        for (auto& one : members)
            one.wait_ready();
    }

    std::string path_of(std::size_t i) const { return folder.path("tokens-" + std::to_string(i)); }
    token_file file_of(std::size_t i) const { return token_file(path_of(i)); }

    oauth::user_tokens log_in() {
        feishu::client const client{platform.config()};
        auto const begun =
            oauth::authorize_url(client, {.redirect_uri = "https://example.com/callback"}).value();
        auto const redirected = platform.state()->log_in(user, begun.url).value();
        return oauth::exchange_code(client, begun, redirected).value().tokens();
    }

    /// The access token expires, and all processes call at once, one of which is killed at a moment.
    void round(std::string_view moment, std::size_t number) {
        platform.advance(platform.state()->settings.token_lifetime);
        for (auto const& one : members)
            one.call(moment, number);
        for (std::size_t i = 0; i < members.size(); ++i)
            if (!expect_user(members[i]))
                restart(i, number);
    }
    bool expect_user(member& one) const {
        auto const answer = one.answer();
        if (!answer.empty())
            BOOST_TEST(answer == user.str());
        return !answer.empty();
    }
    void restart(std::size_t i, std::size_t number) {
        BOOST_TEST(members[i].end() == SIGKILL);
        killed.push_back(i);
        members[i].start();
        members[i].wait_ready();
        members[i].call(never, number);
        BOOST_TEST(expect_user(members[i]));
    }

    void expect_each_used_once(std::size_t refreshes) {
        platform.state().with([&](emulator::state&) {
            BOOST_TEST(uses.size() == refreshes);
            for (auto const& [token, times] : uses)
                BOOST_TEST(times == 1);
        });
    }
    void expect_all_keep_the_newest() const {
        auto const newest = file_of(0).read();
        for (std::size_t i = 1; i < members.size(); ++i)
            BOOST_TEST((file_of(i).read() == newest));
        BOOST_TEST(!uses.contains(newest.refresh_token));
    }
};

void check(std::string const& store) {
    constexpr std::string_view moments[] = {never,      before_use,  in_callback, before_refresh,
                                            before_use, in_callback, before_use,  never};
    stage s(store);
    std::size_t number = 0;
    for (auto const moment : moments)
        s.round(moment, ++number);
    BOOST_TEST(s.killed.size() == 6u);
    s.expect_each_used_once(number);
    s.expect_all_keep_the_newest();
}

BOOST_AUTO_TEST_SUITE(refresh_tokens_of_processes)

BOOST_AUTO_TEST_CASE(a_process, *boost::unit_test::disabled()) {
    take_part();
    std::_Exit(0);
}

BOOST_AUTO_TEST_CASE(a_refresh_token_is_used_once_by_sixteen_processes_with_redis) {
    test::redis_server const redis;
    check(redis.url());
}

BOOST_AUTO_TEST_CASE(a_refresh_token_is_used_once_by_sixteen_processes_with_a_file) {
    test::temporary_folder const folder;
    check(folder.path("store.db"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace refresh_processes
