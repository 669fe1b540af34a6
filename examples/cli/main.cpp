// feishu: the platform on the command line. `feishu --help` lists the commands, `feishu show ID` documents an endpoint.

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <unistd.h>

#include <CLI/CLI.hpp>

#include <feishu/core/version.hpp>

#include "call.hpp"
#include "card.hpp"
#include "completion.hpp"
#include "credentials.hpp"
#include "doctor.hpp"
#include "emulate.hpp"
#include "listen.hpp"
#include "login.hpp"
#include "problem.hpp"
#include "render.hpp"
#include "send.hpp"

namespace cli {
namespace {

constexpr command commands[] = {
    {"list", "the endpoints, or those that contain PATTERN"},
    {"show", "one endpoint: members, limits, tokens, scopes, rate, errors", true},
    {"call", "calls an endpoint; its members are options", true},
    {"send", "sends a text, Markdown, a card or a file"},
    {"listen", "prints the app's events, one JSON line each"},
    {"emulate", "runs the platform on this machine"},
    {"openapi", "prints the OpenAPI 3.1 document of all endpoints"},
    {"scopes", "the scopes that calls of these endpoints need", true},
    {"login", "logs a user in, for calls with --as-user"},
    {"error", "what an error code means and what to do"},
    {"doctor", "examines the app: what is missing, and where to click"},
    {"card", "checks a card, or shows its outline"},
    {"completion", "prints the completion script of a shell"},
};

constexpr std::string_view footer =
    R"(Credentials: FEISHU_APP_ID and FEISHU_APP_SECRET, or a profile in ~/.config/feishu/credentials.json (mode 600):
  {"profiles": {"default": {"app_id": "cli_…", "app_secret": "…", "base_url": "https://open.feishu.cn"}}}
FEISHU_BASE_URL, FEISHU_CA_FILE, FEISHU_PROFILE and FEISHU_CONFIG_DIR override what they name.

Exit codes: 0 done; 1 the platform refused; 2 wrong arguments, nothing was sent; 3 not authenticated;
4 no connection, may succeed later; 5 a local file cannot be read or written.)";

std::string variable(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// The values of all options.
struct options {
    profile_choice profile{};
    bool as_user = false;
    std::string pattern{};
    std::string id{};
    std::string json{};
    call_settings call{};
    bool help = false;
    outgoing message{};
    listen_settings listen{};
    login_settings login{};
    std::vector<std::string> ids{};
    std::string code{};
    std::string shell{};
    std::string card{};
};

session session_of(options const& chosen) {
    auto const app = find_profile(chosen.profile, variable);
    session out{.client = feishu::client(config_of(app))};
    if (chosen.as_user)
        out.user = stored_user(token_file(app, variable));
    return out;
}

// The exit code for a result; its error goes to the standard error.
int finish(feishu::result<void> const& done) {
    if (done)
        return success;
    std::cerr << done.error() << '\n';
    if (done.error().symbol() == feishu::errc::scope_missing && !done.error().endpoint.empty())
        std::cerr << "what it needs: feishu scopes " << done.error().endpoint << '\n';
    return code_of(done.error());
}

void print(std::string_view line) { std::cout << line << '\n'; }

int run_call(options const& chosen, std::vector<std::string> const& arguments) {
    auto const endpoint = find_entry(chosen.id);
    if (chosen.help) {
        std::cout << document_of(endpoint);
        return success;
    }
    auto members = read_members(endpoint, arguments, chosen.json.empty() ? "" : read_text(chosen.json));
    auto settings = chosen.call;
    settings.show_progress = ::isatty(STDERR_FILENO) == 1;
    return finish(call(session_of(chosen), endpoint, std::move(members), settings, print));
}

int run_send(options const& chosen) {
    auto const sent = send(session_of(chosen), chosen.message);
    if (!sent)
        return finish(sent.error());
    print(*sent);
    return success;
}

int run_doctor(options const& chosen) {
    auto const app = find_profile(chosen.profile, variable);
    session const who{.client = feishu::client(config_of(app))};
    auto const findings =
        examine(app, chosen.ids.empty() ? std::vector<std::string>{"im.v1.message.create"} : chosen.ids,
                {.call =
                     [&](std::string_view id, std::string_view members) {
                         return call_once(who, id, read_members(find_entry(id), {}, members));
                     },
                 .clock_difference = [&] { return clock_difference(who.client); }});
    std::cout << report_of(findings);
    for (auto const& one : findings)
        if (one.result == finding::verdict::missing)
            return refused;
    return success;
}

int run_login(options const& chosen) {
    auto const app = find_profile(chosen.profile, variable);
    return finish(login(feishu::client(config_of(app)), chosen.login, token_file(app, variable)));
}

int run_card_check(options const& chosen) {
    auto const report = check_card(read_text(chosen.card));
    std::cout << report.text;
    return report.valid ? success : usage;
}

int run_emulator(std::vector<std::string> const& arguments) {
    std::vector<char const*> values{"feishu emulate"};
    for (auto const& one : arguments)
        values.push_back(one.c_str());
    return emulate(static_cast<int>(values.size()), values.data());
}

class program {
public:
    program() {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "feishu " FEISHU_VERSION);
        app_.footer(std::string(footer));
        for (auto const& one : commands)
            app_.add_subcommand(std::string(one.name), std::string(one.help));
        add_reading();
        add_calling();
        add_others();
    }

    int run(int count, char** values) {
        try {
            app_.parse(count, values);
        } catch (CLI::ParseError const& failed) {
            bool const asked = failed.get_exit_code() == 0;
            if (asked)
                return app_.exit(failed, std::cout, std::cerr);
            std::cerr << "feishu: " << failed.what() << "; feishu --help\n";
            return usage;
        }
        if (*sub("call") && chosen_.help && chosen_.id.empty()) {
            std::cout << sub("call")->help() << "\nfeishu show ID documents the members of an endpoint.\n";
            return success;
        }
        if (*sub("call") && chosen_.id.empty())
            throw usage_error("call needs the id of an endpoint: feishu list");
        return action_();
    }

private:
    CLI::App* sub(std::string const& name) { return app_.get_subcommand(name); }

    // Runs `action` if the command is given.
    template <class F>
    CLI::App* on(std::string const& name, F action) {
        auto* const command = sub(name);
        command->callback([this, action] { action_ = action; });
        return command;
    }

    void add_profile(CLI::App* command) {
        command->add_option("--profile", chosen_.profile.name, "a profile of credentials.json");
        command->add_flag("--lark", chosen_.profile.lark, "open.larksuite.com instead of open.feishu.cn");
    }

    void add_reading() {
        on("list", [this] {
            std::cout << list_of(chosen_.pattern);
            return int{success};
        })->add_option("pattern", chosen_.pattern, "a part of an id, a path or a description");
        on("show",
           [this] {
               std::cout << document_of(find_entry(chosen_.id));
               return int{success};
           })
            ->add_option("id", chosen_.id, "im.v1.message.create")
            ->required();
        on("scopes",
           [this] {
               std::cout << scopes_of(chosen_.ids);
               return int{success};
           })
            ->add_option("ids", chosen_.ids, "ids of endpoints")
            ->required();
        on("error",
           [this] {
               std::cout << explain(chosen_.code);
               return int{success};
           })
            ->add_option("code", chosen_.code, "230002")
            ->required();
        on("openapi", [] {
            print(openapi_document());
            return int{success};
        });
        on("completion",
           [this] {
               std::cout << completion(chosen_.shell, commands);
               return int{success};
           })
            ->add_option("shell", chosen_.shell, "bash, zsh or fish")
            ->required();
        auto* const card = sub("card");
        card->require_subcommand(1);
        auto* const check = card->add_subcommand("check", "what the platform rejects or does not display");
        check->callback([this] { action_ = [this] { return run_card_check(chosen_); }; });
        check->add_option("file", chosen_.card, "JSON 2.0, or - for the standard input")->required();
        auto* const outline = card->add_subcommand("outline", "the card in a few lines");
        outline->callback([this] {
            action_ = [this] {
                std::cout << outline_card(read_text(chosen_.card));
                return int{success};
            };
        });
        outline->add_option("file", chosen_.card, "JSON 2.0, or - for the standard input")->required();
    }

    void add_calling() {
        auto* const call = on("call", [this] { return run_call(chosen_, sub("call")->remaining()); });
        call->allow_extras();
        call->set_help_flag();
        call->add_flag("-h,--help", chosen_.help, "with an id: documentation of the endpoint");
        call->add_option("id", chosen_.id, "im.v1.message.create; its members follow as --name value");
        call->add_option("--json", chosen_.json,
                         "a file with members as a JSON object, or - for the standard input");
        call->add_flag("--page-all", chosen_.call.all_pages, "the items of all pages, a line each");
        call->add_option("--output", chosen_.call.output,
                         "where a file goes that the endpoint responds with");
        call->add_flag("--as-user", chosen_.as_user, "as the user who has logged in");
        add_profile(call);

        auto* const send = on("send", [this] { return run_send(chosen_); });
        send->add_option("--to", chosen_.message.to, "oc_… (chat), ou_…, on_…, e-mail address or user_id")
            ->required();
        send->add_option("text", chosen_.message.text, "plain text");
        send->add_option("--markdown", chosen_.message.markdown, "Markdown");
        send->add_option("--card", chosen_.message.card, "a file with a card's JSON, or -");
        send->add_option("--file", chosen_.message.file,
                         "a file, an image, an audio (opus) or a video (mp4)");
        send->add_flag("--as-user", chosen_.as_user, "as the user who has logged in");
        add_profile(send);
    }

    void add_others() {
        auto* const listening =
            on("listen", [this] { return finish(listen(session_of(chosen_).client, chosen_.listen)); });
        listening->add_option("--type", chosen_.listen.type, "only types that contain this");
        listening->add_option("--count", chosen_.listen.count, "ends after so many events");
        add_profile(listening);

        auto* const emulator = on("emulate", [this] { return run_emulator(sub("emulate")->remaining()); });
        emulator->prefix_command();
        emulator->footer("[--port 9000] [--address 127.0.0.1] [--https] [--seed 1] [--scenario FILE] [--state FILE]");

        auto* const login = on("login", [this] { return run_login(chosen_); });
        login->add_option("--scope", chosen_.login.scopes, "a scope to ask for; repeated");
        login->add_option("--port", chosen_.login.port,
                          "http://127.0.0.1:PORT/callback is a redirect URL of the app");
        login->add_flag("--device", chosen_.login.device, "with a code, in a browser on another device");
        login->add_flag("!--no-browser", chosen_.login.open_browser, "prints the address only");
        add_profile(login);

        auto* const doctor = on("doctor", [this] { return run_doctor(chosen_); });
        doctor->add_option("ids", chosen_.ids,
                           "endpoints that the app is to call; im.v1.message.create by default");
        add_profile(doctor);
    }

    CLI::App app_{"The Feishu / Lark Open Platform on the command line.", "feishu"};
    options chosen_{};
    std::function<int()> action_{};
};

} // namespace
} // namespace cli

int main(int count, char** values) {
    try {
        return cli::program().run(count, values);
    } catch (cli::file_error const& failed) {
        std::cerr << "feishu: " << failed.what() << '\n';
        return cli::local_file;
    } catch (cli::usage_error const& wrong) {
        std::cerr << "feishu: " << wrong.what() << '\n';
        return cli::usage;
    } catch (std::exception const& failed) {
        std::cerr << "feishu: " << failed.what() << '\n';
        return cli::refused;
    }
}
