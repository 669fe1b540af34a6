// The command line without a process: arguments, help, completion, credentials, doctor.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "arguments.hpp"
#include "call.hpp"
#include "card.hpp"
#include "catalog.hpp"
#include "completion.hpp"
#include "credentials.hpp"
#include "doctor.hpp"
#include "listen.hpp"
#include "problem.hpp"
#include "render.hpp"
#include "send.hpp"

#include "../temporary_folder.hpp"

namespace {

using strings = std::vector<std::string>;

std::string members(std::string_view id, strings const& arguments, std::string_view json = {}) {
    return boost::json::serialize(cli::read_members(cli::find_entry(id), arguments, json).values);
}

std::string problem_of(std::string_view id, strings const& arguments, std::string_view json = {}) {
    try {
        return "none: " + members(id, arguments, json);
    } catch (cli::usage_error const& wrong) {
        return wrong.what();
    }
}

template <class F>
std::string problem_in(F const& run) {
    try {
        run();
    } catch (cli::usage_error const& wrong) {
        return wrong.what();
    }
    return "none";
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(every_endpoint_has_texts_and_no_member_has_the_name_of_an_option) {
    for (auto const& one : cli::entries()) {
        BOOST_TEST(!one.text->summary.empty(), one.spec->id);
        auto const described = one.describe();
        for (auto const& member : described.at("members").get_array()) {
            std::string const name{member.at("name").get_string().c_str()};
            for (auto const* reserved : {"json", "page_all", "output", "as_user", "profile", "lark", "help"})
                BOOST_TEST(name != reserved, one.spec->id);
        }
    }
    BOOST_TEST(cli::entries().size() == cli::endpoint_texts().size());
}

BOOST_AUTO_TEST_CASE(options_become_members_of_their_types) {
    BOOST_TEST(members("im.v1.message.urgent_app", {"--message_id", "om_1", "--user_id_type=open_id",
                                                    "--user-id-list", "ou_1", "--user_id_list", "ou_2"}) ==
               R"({"message_id":"om_1","user_id_type":"open_id","user_id_list":["ou_1","ou_2"]})");
    BOOST_TEST(members("im.v1.message.list", {"--container_id_type", "chat", "--container_id", "oc_1",
                                              "--page_size", "5", "--with_sender_name"}) ==
               R"({"container_id_type":"chat","container_id":"oc_1","page_size":5,"with_sender_name":true})");
    BOOST_TEST(members("im.v1.message.urgent_app", {"--message_id", "om_1"},
                       R"({"user_id_type":"open_id","user_id_list":["ou_1"]})") ==
               R"({"user_id_type":"open_id","user_id_list":["ou_1"],"message_id":"om_1"})");
}

BOOST_AUTO_TEST_CASE(a_file_is_an_upload) {
    auto const read =
        cli::read_members(cli::find_entry("im.v1.file.create"),
                          {"--file_type", "pdf", "--file_name", "a.pdf", "--file", "@/tmp/a.pdf"});
    BOOST_REQUIRE(read.uploads.size() == 1u);
    BOOST_TEST(read.uploads[0].first == "file");
    BOOST_TEST(read.uploads[0].second == "/tmp/a.pdf");
    BOOST_TEST(problem_of("im.v1.file.create", {"--file", "a.pdf"}) == "file is a file: --file @path");
}

BOOST_AUTO_TEST_CASE(a_mistake_is_one_line_that_names_the_member_and_the_rule) {
    auto const list = "im.v1.message.list";
    BOOST_TEST(
        has(problem_of(list, {"--page_sice", "5"}), "has no member page_sice (did you mean page_size?)"));
    BOOST_TEST(problem_of(list, {"--page_size", "many"}) == "page_size must be an integer, is \"many\"");
    BOOST_TEST(has(problem_of(list, {"--page_size", std::string(100'000, '9')}), "(100000 bytes)"));
    BOOST_TEST(has(problem_of(list, {"--sort_type", "ByCreateTimeAsk"}), "did you mean ByCreateTimeAsc?"));
    BOOST_TEST(has(problem_of(list, {}), "needs --container_id_type, --container_id"));
    BOOST_TEST(has(problem_of(list, {"stray"}), "\"stray\" is not an option"));
    BOOST_TEST(problem_of(list, {"--page_size"}) == "--page_size needs a value");
    BOOST_TEST(has(problem_of(list, {"--page_size", "1", "--page_size", "2"}), "given twice"));
    BOOST_TEST(has(problem_of(list, {"--with_sender_name", "maybe"}), "must be true or false"));
    BOOST_TEST(has(problem_of(list, {}, "[1]"), "--json must be a JSON object, is a list"));
    BOOST_TEST(has(problem_of(list, {}, "{\"a\":"), "--json must be a JSON object: "));
    BOOST_TEST(has(problem_of(list, {}, std::string(1000, '[')), "--json must be a JSON object: "));
    BOOST_TEST(has(problem_of("im.v1.message.search", {"--filter", R"({"chat_tipe":"group"})"}),
                   "filter has no member chat_tipe (did you mean chat_type?)"));
    BOOST_TEST(has(problem_of("im.v1.message.search", {"--filter", "[]"}),
                   "filter must be a JSON object, is a list"));
    for (auto const& arguments :
         {strings{"--x" + std::string(100'000, 'x'), "1"}, strings{std::string(100'000, 'y')}})
        BOOST_TEST(problem_of(list, arguments).size() < 400u);
    BOOST_TEST(has(problem_in([] { cli::find_entry("im.v1.mesage.create"); }),
                   "did you mean im.v1.message.create?"));
}

BOOST_AUTO_TEST_CASE(help_reads_as_documentation) {
    auto const text = cli::document_of(cli::find_entry("im.v1.message.urgent_app"));
    for (auto const* part :
         {"--user_id_list  (list of", "1 to 200 items", "required", "PATCH /open-apis/im/v1/messages/",
          "im:message.urgent", "per minute", "RESPONSE", "invalid_user_id_list", "ERRORS"})
        BOOST_TEST(has(text, part), part);
    for (auto const& one : cli::entries())
        BOOST_TEST(has(cli::document_of(one), "usage:   feishu call " + std::string(one.spec->id)));
    BOOST_TEST(has(cli::list_of("URGENT"), "im.v1.message.urgent_app"));
    BOOST_TEST(has(cli::explain("230002"), "bot_not_in_chat"));
    BOOST_TEST(has(problem_in([] { cli::explain("1x"); }), "a code is a number"));
    BOOST_TEST(
        has(cli::scopes_of({"im.v1.message.create", "im.v1.message.urgent_app"}), "im:message.urgent"));
}

BOOST_AUTO_TEST_CASE(completion_knows_commands_endpoints_members_and_values) {
    constexpr cli::command commands[] = {{"call", "calls", true}, {"list", "it's a list"}};
    for (auto const* shell : {"bash", "zsh", "fish"}) {
        auto const script = cli::completion(shell, commands);
        for (auto const* part : {"im.v1.message.create", "receive_id_type", "union_id", "list"})
            BOOST_TEST(has(script, part), shell << ' ' << part);
    }
    BOOST_TEST(has(problem_in([&] { cli::completion("tcsh", commands); }), "bash, zsh and fish"));
}

BOOST_AUTO_TEST_CASE(credentials_come_from_the_environment_or_a_private_file) {
    ::test::temporary_folder const folder;
    auto const path = folder.path("");
    std::map<std::string, std::string> set{{"FEISHU_CONFIG_DIR", path}};
    auto const variables = [&](char const* name) { return set[name]; };
    auto const file = folder.path("credentials.json");
    BOOST_TEST(
        has(problem_in([&] { cli::find_profile({}, variables); }), "no credentials: set FEISHU_APP_ID"));
    std::ofstream(file)
        << R"({"profiles":{"default":{"app_id":"cli_1","app_secret":"hidden"},"x":{"app_id":"cli_2"}}})";
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    BOOST_TEST(has(problem_in([&] { cli::find_profile({}, variables); }), "chmod 600 "));
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    BOOST_TEST(cli::find_profile({}, variables).app_secret == "hidden");
    BOOST_TEST(cli::find_profile({.lark = true}, variables).base_url == "https://open.larksuite.com");
    BOOST_TEST(
        has(problem_in([&] { cli::find_profile({.name = "x"}, variables); }), "needs app_id and app_secret"));
    BOOST_TEST(has(problem_in([&] { cli::find_profile({.name = "y"}, variables); }),
                   "no profile y; it has default, x"));
    set["FEISHU_APP_ID"] = "cli_3";
    BOOST_TEST(has(problem_in([&] { cli::find_profile({}, variables); }), "FEISHU_APP_SECRET is not set"));
    set["FEISHU_APP_SECRET"] = "s";
    BOOST_TEST(cli::find_profile({}, variables).app_id == "cli_3");
    std::ofstream(file) << "hidden, not JSON";
    set.erase("FEISHU_APP_ID");
    set.erase("FEISHU_APP_SECRET");
    BOOST_TEST(!has(problem_in([&] { cli::find_profile({}, variables); }), "hidden"));
}

BOOST_AUTO_TEST_CASE(tokens_are_stored_for_their_owner_only) {
    ::test::temporary_folder const folder;
    auto const file = folder.path("new") + "/user.json";
    feishu::auth::user_tokens tokens;
    tokens.access_token = "u-1";
    tokens.refresh_token = "ur-1";
    tokens.access_expires = std::chrono::sys_seconds{std::chrono::seconds{1'800'000'000}};
    cli::save_tokens(file, tokens);
    BOOST_TEST((std::filesystem::status(file).permissions() == std::filesystem::perms(0600)));
    BOOST_TEST((cli::load_tokens(file) == tokens));
    BOOST_TEST(has(problem_in([&] { cli::load_tokens(file + "x"); }), "feishu login"));
}

BOOST_AUTO_TEST_CASE(the_doctor_says_what_is_missing_and_where_to_click) {
    cli::profile app;
    app.app_id = "cli_1";
    app.source = "environment";
    std::map<std::string_view, std::string> responses{
        {"bot.v3.info.get", R"({"bot":{"app_name":"alerts"}})"},
        {"application.v6.scope.list", R"({"scopes":[{"scope_name":"im:chat","grant_status":1}]})"},
        {"application.v6.application.get",
         R"({"app":{"online_version_id":"","event":{"subscribed_events":[]}}})"},
        {"event.v1.connection.get", R"({"online_instance_cnt":2})"}};
    cli::doctor_tools tools;
    tools.call = [&](std::string_view id, std::string_view) {
        return feishu::result<std::string>(responses[id]);
    };
    tools.clock_difference = [] { return std::optional(std::chrono::seconds(600)); };
    auto const report = cli::report_of(cli::examine(app, {"im.v1.message.create"}, tools));
    for (auto const* part :
         {"ok       bot: alerts", "missing  clock: 600 s behind", "missing  scopes: im:message",
          "/app/cli_1/auth", "missing  version: none is published", "missing  events: none is subscribed",
          "long connections: 2 open"})
        BOOST_TEST(has(report, part), part << " in\n" << report);

    tools.call = [](std::string_view, std::string_view) {
        return feishu::result<std::string>(
            feishu::error{.kind = feishu::error_kind::auth, .message = "wrong secret"});
    };
    BOOST_TEST(has(cli::report_of(cli::examine(app, {}, tools)), "/app/cli_1/baseinfo"));
}

BOOST_AUTO_TEST_CASE(messages_and_cards) {
    BOOST_TEST(cli::id_type_of("oc_1") == "chat_id");
    BOOST_TEST(cli::id_type_of("a@b.c") == "email");
    cli::outgoing what;
    what.text = "a \"b\"\n";
    BOOST_TEST(boost::json::serialize(cli::message_of(what).values) ==
               R"({"msg_type":"text","content":"{\"text\":\"a \\\"b\\\"\\n\"}"})");
    BOOST_TEST(cli::check_card(R"({"schema":"2.0","body":{"elements":[]}})").valid);
    BOOST_TEST(!cli::check_card("{").valid);
    BOOST_TEST(cli::one_line("{\r\n  \"a\": 1\n}") == "{  \"a\": 1}");
    BOOST_TEST(cli::progress_bar({.bytes = 500'000, .total = 1'000'000}) ==
               "[###############               ]  50% 0.5 MB");
    BOOST_TEST(cli::progress_bar({.bytes = 1, .total = 0}) == "0.0 MB");
}

BOOST_AUTO_TEST_CASE(an_error_has_an_exit_code) {
    BOOST_TEST(cli::code_of({.kind = feishu::error_kind::api}) == 1);
    BOOST_TEST(cli::code_of({.kind = feishu::error_kind::validation}) == 2);
    BOOST_TEST(cli::code_of({.kind = feishu::error_kind::auth}) == 3);
    BOOST_TEST(cli::code_of({.kind = feishu::error_kind::timeout}) == 4);
    BOOST_TEST(cli::code_of({.kind = feishu::error_kind::file}) == 5);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
