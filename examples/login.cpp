// A login of the user at this machine, OAuth 2.0 in the browser: prints who is logged in.
//
// By default it runs against the emulator inside this program, and clicks through the login page itself. With
// FEISHU_APP_ID and FEISHU_APP_SECRET in the environment it is a real login: open the URL that it prints, or let it open
// your browser with FEISHU_OPEN_BROWSER=1. http://127.0.0.1:8765/callback must be one of the app's redirect URLs;
// FEISHU_BASE_URL overrides https://open.feishu.cn, FEISHU_SCOPES, separated by spaces, asks for more than the name.

#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include <boost/asio/ip/tcp.hpp>

#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/emulator/server.hpp>

namespace {

std::string environment(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

feishu::client_config real() {
    feishu::client_config config{.app_id = environment("FEISHU_APP_ID"),
                                 .app_secret = environment("FEISHU_APP_SECRET")};
    if (auto const url = environment("FEISHU_BASE_URL"); !url.empty())
        config.base_url = url;
    return config;
}

// What a browser does with the redirect: http://127.0.0.1:PORT/callback?code=…
void follow(std::string_view redirect) {
    constexpr std::string_view before = "http://127.0.0.1:";
    redirect.remove_prefix(before.size());
    auto const path = redirect.find('/');
    boost::asio::ip::tcp::iostream connection("127.0.0.1", std::string(redirect.substr(0, path)));
    connection << "GET " << redirect.substr(path)
               << " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
               << std::flush;
    std::string status;
    std::getline(connection, status);
}

} // namespace

int main() {
    std::optional<feishu::emulator::server> platform;
    feishu::oauth::loopback_options options{.open_browser = environment("FEISHU_OPEN_BROWSER") == "1"};
    if (environment("FEISHU_APP_ID").empty()) {
        platform.emplace();
        options.on_url = [&](std::string const& url) {
            auto const redirect = platform->state()->log_in(platform->users()[0], url);
            follow(redirect.value());
        };
    } else {
        options.port = 8765;
    }
    std::istringstream scopes(environment("FEISHU_SCOPES"));
    for (std::string scope; scopes >> scope;)
        options.scopes.push_back(scope);

    feishu::client const client(platform ? platform->config() : real());
    auto const login = feishu::oauth::loopback_login(client, options);
    if (!login) {
        std::cerr << login.error() << '\n';
        return 1;
    }
    auto const me = client.as(login->user()).call(feishu::authen::v1::user_info::get{});
    if (!me) {
        std::cerr << me.error() << '\n';
        return 1;
    }
    std::cout << me->name << " (" << me->open_id << ") is logged in; granted: " << login->tokens().scope
              << '\n';
}
