#include "credentials.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>

#include <boost/describe/class.hpp>

#include <feishu/core/version.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "arguments.hpp"
#include "problem.hpp"

namespace cli {

struct stored_profile {
    std::string app_id;
    std::string app_secret;
    std::string base_url;
    std::string ca_file;
};
BOOST_DESCRIBE_STRUCT(stored_profile, (), (app_id, app_secret, base_url, ca_file))

struct stored_profiles {
    std::map<std::string, stored_profile> profiles;
};
BOOST_DESCRIBE_STRUCT(stored_profiles, (), (profiles))

struct stored_tokens {
    std::string access_token;
    std::int64_t access_expires = 0;
    std::string refresh_token;
    std::int64_t refresh_expires = 0;
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(stored_tokens, (),
                      (access_token, access_expires, refresh_token, refresh_expires, scope))

namespace {

namespace fs = std::filesystem;

constexpr auto for_owner = fs::perms::owner_read | fs::perms::owner_write;

void check_private(std::string const& path) {
    auto const open = fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all);
    if (open != fs::perms::none)
        throw usage_error(path + " can be read by others: chmod 600 " + path);
}

// A file that holds secrets is never quoted: the message of a reader could show a part of it.
template <class T>
T read_private(std::string const& path) {
    check_private(path);
    auto value = feishu::json::read<T>(read_text(path));
    if (!value)
        throw usage_error(path + " is not the JSON that this program expects");
    return *value;
}

std::string advice(std::string const& file) {
    return "set FEISHU_APP_ID and FEISHU_APP_SECRET (developer console, Credentials & Basic Info), or write "
           "them into " +
           file + R"( with mode 600: {"profiles": {"default": {"app_id": "cli_…", "app_secret": "…"}}})";
}

profile from_environment(profile out, environment const& variables) {
    out.app_id = variables("FEISHU_APP_ID");
    out.app_secret = variables("FEISHU_APP_SECRET");
    out.source = "environment";
    if (out.app_id.empty() || out.app_secret.empty())
        throw usage_error(std::string(out.app_id.empty() ? "FEISHU_APP_ID" : "FEISHU_APP_SECRET") +
                          " is not set, but the other one of FEISHU_APP_ID and FEISHU_APP_SECRET is");
    return out;
}

profile from_file(profile out, std::string const& file) {
    if (!fs::exists(file))
        throw usage_error("no credentials: " + advice(file));
    auto const stored = read_private<stored_profiles>(file);
    auto const found = stored.profiles.find(out.name);
    if (found == stored.profiles.end()) {
        std::string names;
        for (auto const& [name, unused] : stored.profiles)
            names += (names.empty() ? "" : ", ") + name;
        throw usage_error(file + " has no profile " + out.name + (names.empty() ? "" : "; it has " + names));
    }
    auto const& [app_id, app_secret, base_url, ca_file] = found->second;
    if (app_id.empty() || app_secret.empty())
        throw usage_error(file + ": profile " + out.name + " needs app_id and app_secret");
    out.app_id = app_id;
    out.app_secret = app_secret;
    out.source = file;
    if (!base_url.empty())
        out.base_url = base_url;
    out.ca_file = ca_file;
    return out;
}

} // namespace

std::string config_folder(environment const& variables) {
    if (auto const folder = variables("FEISHU_CONFIG_DIR"); !folder.empty())
        return folder;
    if (auto const folder = variables("XDG_CONFIG_HOME"); !folder.empty())
        return folder + "/feishu";
    return variables("HOME") + "/.config/feishu";
}

profile find_profile(profile_choice const& choice, environment const& variables) {
    profile out;
    if (choice.lark)
        out.base_url = "https://open.larksuite.com";
    auto const named = choice.name.empty() ? variables("FEISHU_PROFILE") : choice.name;
    if (!named.empty())
        out.name = named;
    bool const in_environment =
        !variables("FEISHU_APP_ID").empty() || !variables("FEISHU_APP_SECRET").empty();
    out = in_environment && choice.name.empty()
              ? from_environment(std::move(out), variables)
              : from_file(std::move(out), config_folder(variables) + "/credentials.json");
    if (auto const url = variables("FEISHU_BASE_URL"); !url.empty())
        out.base_url = url;
    if (auto const file = variables("FEISHU_CA_FILE"); !file.empty())
        out.ca_file = file;
    return out;
}

feishu::client_config config_of(profile const& app) {
    return {.app_id = feishu::app_id{app.app_id},
            .app_secret = app.app_secret,
            .base_url = app.base_url,
            .ca_file = app.ca_file,
            .user_agent = "feishu-cli"};
}

std::string token_file(profile const& app, environment const& variables) {
    if (app.name.find('/') != app.name.npos)
        throw usage_error("the name of a profile has no /: " + app.name);
    return config_folder(variables) + "/user-" + app.name + "-" + app.app_id + ".json";
}

void save_tokens(std::string const& path, feishu::auth::user_tokens const& tokens) {
    auto const seconds = [](auto time) { return std::int64_t{time.time_since_epoch().count()}; };
    auto const text = feishu::json::to_string(
        stored_tokens{tokens.access_token, seconds(tokens.access_expires), tokens.refresh_token,
                      seconds(tokens.refresh_expires), tokens.scope});
    std::error_code failed;
    fs::create_directories(fs::path(path).parent_path(), failed);
    auto const next = path + ".new"; // a refresh token is used up: never without one of the two files
    fs::remove(next, failed);
    { std::ofstream create(next); }
    fs::permissions(next, for_owner, failed);
    std::ofstream out(next, std::ios::binary);
    if (failed || !(out << text << '\n' << std::flush))
        throw file_error("cannot write " + next);
    out.close();
    fs::rename(next, path, failed);
    if (failed)
        throw file_error("cannot write " + path + ": " + failed.message());
}

feishu::auth::user_tokens load_tokens(std::string const& path) {
    if (!fs::exists(path))
        throw usage_error("no user is logged in: feishu login");
    auto const stored = read_private<stored_tokens>(path);
    auto const time = [](std::int64_t seconds) {
        return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
    };
    return {stored.access_token, time(stored.access_expires), stored.refresh_token,
            time(stored.refresh_expires), stored.scope};
}

} // namespace cli
