#include "login.hpp"

#include <iostream>

#include "credentials.hpp"

namespace cli {
namespace {

feishu::oauth::user_options storing(std::string const& file) {
    return {.on_tokens = [file](feishu::auth::user_tokens const& tokens) { save_tokens(file, tokens); }};
}

feishu::result<feishu::oauth::login> log_in(feishu::client const& client, login_settings const& settings,
                                            std::string const& file) {
    if (settings.device) {
        feishu::oauth::device_options options{.scopes = settings.scopes, .tokens = storing(file)};
        options.on_prompt = [](feishu::oauth::device_prompt const& prompt) {
            std::cerr << "open " << prompt.verification_uri << " and enter " << prompt.user_code << '\n';
        };
        return feishu::oauth::device_login(client, options);
    }
    feishu::oauth::loopback_options options{.scopes = settings.scopes,
                                            .port = settings.port,
                                            .open_browser = settings.open_browser,
                                            .tokens = storing(file)};
    options.on_url = [](std::string const& url) { std::cerr << "log in at " << url << '\n'; };
    return feishu::oauth::loopback_login(client, options);
}

} // namespace

feishu::result<void> login(feishu::client const& client, login_settings const& settings,
                           std::string const& file) {
    auto const done = log_in(client, settings, file);
    if (!done)
        return done.error();
    if (!done->stored())
        return done->stored().error();
    std::cout << "logged in; granted: " << done->tokens().scope << '\n';
    return {};
}

feishu::oauth::user stored_user(std::string const& file) {
    return feishu::oauth::user(load_tokens(file), storing(file));
}

} // namespace cli
