#include "emulate.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include <feishu/emulator/control.hpp>
#include <feishu/emulator/page.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/emulator/state_file.hpp>
#include <feishu/json/write.hpp>

namespace cli {
namespace {

struct started {
    std::string base_url;
    std::string page;
    std::string openapi;
    std::string app_id;
    std::string app_secret;
    std::string control_token;
    std::string ca_pem;
};
BOOST_DESCRIBE_STRUCT(started, (), (base_url, page, openapi, app_id, app_secret, control_token, ca_pem))

[[noreturn]] void usage(std::string_view problem) {
    std::cerr << problem
              << "\nusage: emulate [--port N] [--address A] [--https] [--seed N] [--scenario FILE] [--state FILE]\n";
    std::exit(2);
}

unsigned long number(std::string_view option, char const* text, unsigned long most) {
    char* end = nullptr;
    auto const value = std::strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value > most)
        usage(std::string(option) + " must be a number from 0 to " + std::to_string(most));
    return value;
}

feishu::emulator::options options_of(int count, char const* const* values, std::string& scenario) {
    feishu::emulator::options out{.port = 9000, .threads = 4};
    for (int at = 1; at < count; ++at) {
        std::string_view const option = values[at];
        auto const value = [&] {
            return at + 1 < count ? values[++at] : (usage(std::string(option) + " needs a value"), "");
        };
        if (option == "--port")
            out.port = static_cast<std::uint16_t>(number(option, value(), 65'535));
        else if (option == "--address")
            out.address = value();
        else if (option == "--https")
            out.https = true;
        else if (option == "--seed")
            out.seed = number(option, value(), ~0ul);
        else if (option == "--scenario")
            scenario = value();
        else if (option == "--state")
            out.state_file = feishu::emulator::state_file(value());
        else
            usage("unknown option " + std::string(option));
    }
    out.populate = scenario.empty();
    return out;
}

void start_with(feishu::emulator::server& platform, std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        usage("cannot read " + file);
    std::string const text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto const loaded = platform.state().with([&](auto& tenant) { return load(tenant, text); });
    if (!loaded)
        usage(file + ": " + loaded.error().message);
}

} // namespace

int emulate(int count, char const* const* values) {
    std::string scenario;
    auto const options = options_of(count, values, scenario);
    try {
        feishu::emulator::server platform{options};
        if (!scenario.empty() && !platform.restored())
            start_with(platform, scenario);
        feishu::emulator::serve_page(platform);
        auto const token = platform.control_token();
        auto const app = platform.app();
        std::cout << feishu::json::to_string(
                         started{.base_url = platform.base_url(),
                                 .page = platform.base_url() + '/' + (token.empty() ? "" : "#token=" + token),
                                 .openapi = platform.base_url() + "/_emulator/openapi.json",
                                 .app_id = app.app_id.str(),
                                 .app_secret = app.app_secret,
                                 .control_token = token,
                                 .ca_pem = platform.ca_pem()})
                  << std::endl;
        for (std::string line; std::getline(std::cin, line);) {
        }
    } catch (feishu::exception const& failed) {
        std::cerr << failed.what() << '\n';
        return 1;
    }
    return 0;
}

} // namespace cli
