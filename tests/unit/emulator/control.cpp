#include <feishu/emulator/control.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/impl/gateway/access.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "push_peers.hpp"

using namespace test;
namespace emulator = feishu::emulator;
namespace control = feishu::emulator::control;

namespace {

/// A platform with its control interface, and a client of both.
struct controlled {
    emulator::server platform;
    feishu::client client{platform.config()};

    controlled() { emulator::serve_control(platform); }

    feishu::open_id ann() { return client.call(control::list_users{}).value().items.at(0).open_id; }
    feishu::chat_id group() { return client.call(control::list_chats{}).value().items.at(0).chat_id; }
    feishu::message_id said(std::string text) {
        return client.call(control::say{.open_id = ann(), .chat_id = group(), .text = std::move(text)})
            .value()
            .message_id;
    }
    std::vector<control::message_entry> messages() {
        return client.call(control::list_messages{.chat_id = group()}).value().items;
    }
};

emulator::request request_to(std::string target, std::vector<feishu::http::header> headers) {
    return {.method = "GET", .target = std::move(target), .headers = std::move(headers), .body = {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_control)

BOOST_AUTO_TEST_CASE(the_tenant_is_set_up_over_http) {
    controlled c;
    auto const app = c.client.call(control::create_app{.name = "second", .scopes = {{"im:message"}}}).value();
    BOOST_TEST(app.app_id.str().starts_with("cli_"));
    BOOST_TEST(!app.app_secret.empty());
    BOOST_TEST((app.scopes == std::vector<std::string>{"im:message"}));
    auto const user = c.client.call(control::create_user{.name = "Zoë"}).value();
    auto const chat =
        c.client.call(control::create_chat{.name = "ops", .members = {user.open_id}, .bots = {{app.app_id}}})
            .value();
    BOOST_TEST(chat.owner == user.open_id);
    auto const* there = c.platform.state()->find_chat(chat.chat_id);
    BOOST_TEST_REQUIRE(there != nullptr);
    BOOST_TEST(there->has(app.app_id));
    BOOST_TEST(c.client.call(control::list_apps{}).value().items.size() == 2u);
    BOOST_TEST(c.client.call(control::create_app{.app_id = app.app_id}).error().code == 230001);
    BOOST_TEST(c.client.call(control::create_chat{.members = {"ou_unknown"}}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(people_speak_react_read_and_recall) {
    controlled c;
    auto const id = c.said("hello");
    BOOST_TEST(!c.client.call(control::react{.open_id = c.ann(), .message_id = id, .emoji_type = "OK"})
                    .value()
                    .reaction_id.empty());
    c.client.call(control::react{.open_id = c.ann(), .message_id = id, .emoji_type = "OK", .remove = true})
        .value();
    BOOST_TEST(c.platform.state()->find_message(id)->reactions.empty());
    auto const reply =
        c.client.call(control::say{.open_id = c.ann(), .reply_to = id, .text = "again"}).value();
    auto const all = c.messages();
    BOOST_TEST_REQUIRE(all.size() == 2u);
    BOOST_TEST(all[1].message_id == reply.message_id);
    BOOST_TEST(all[1].parent_id == id);
    BOOST_TEST(all[1].content == R"({"text":"again"})");
    c.client.call(control::recall{.open_id = c.ann(), .message_id = id}).value();
    BOOST_TEST(c.messages()[0].deleted);
    BOOST_TEST(c.client.call(control::recall{.open_id = c.ann(), .message_id = "om_unknown"}).error().code ==
               230001);
}

BOOST_AUTO_TEST_CASE(a_user_speaks_to_a_bot_one_to_one_and_sends_files) {
    controlled c;
    auto const app = c.platform.app();
    auto const chat = c.client.call(control::enter{.open_id = c.ann(), .app_id = app}).value().chat_id;
    c.client.call(control::say{.open_id = c.ann(), .app_id = app, .text = "hi"}).value();
    auto const file = c.client.call(control::send_file{.open_id = c.ann(),
                                                       .chat_id = chat,
                                                       .file_name = "报告.pdf",
                                                       .file = feishu::from_bytes("%PDF", "报告.pdf")});
    BOOST_TEST_REQUIRE(file.has_value());
    auto const all = c.client.call(control::list_messages{.chat_id = chat}).value().items;
    BOOST_TEST_REQUIRE(all.size() == 2u);
    BOOST_TEST(all[1].msg_type == "file");
    BOOST_TEST(all[1].content.find("报告.pdf") != std::string::npos);
    BOOST_TEST(c.client.call(control::enter{.open_id = c.ann(), .app_id = "cli_unknown"}).error().code ==
               230001);
}

BOOST_AUTO_TEST_CASE(a_tenant_is_exported_and_starts_another_one) {
    controlled c;
    auto const parent = c.platform.state()->add_department("Engineering");
    c.platform.state()->add_department("Platform", parent);
    auto const ann = c.ann();
    c.platform.state()->move_user(ann, {parent.open_department_id});
    c.client.call(control::change_chat{.chat_id = c.group(), .name = "ops"}).value();
    auto const exported = c.client.call(control::export_scenario{}).value().document;

    emulator::state other{9};
    emulator::load(other, exported.as_object()).value();
    BOOST_TEST(other.apps().size() == 1u);
    BOOST_TEST(other.find_app(c.platform.app())->app_secret == c.platform.app().app_secret);
    BOOST_TEST(other.users().size() == 3u);
    BOOST_TEST((other.find_user(c.ann())->departments == std::vector{parent.open_department_id}));
    BOOST_TEST(other.departments().member_count(parent.open_department_id) == 1u);
    BOOST_TEST_REQUIRE(other.find_chat(c.group()) != nullptr);
    BOOST_TEST(other.find_chat(c.group())->name == "ops");
    BOOST_TEST(other.find_chat(c.group())->owner == c.ann());
}

BOOST_AUTO_TEST_CASE(what_is_exported_is_imported_as_it_is) {
    controlled c;
    auto const exported = c.client.call(control::export_scenario{}).value().document;
    emulator::server empty({.populate = false});
    emulator::serve_control(empty);
    feishu::client client{empty.config()};
    client.call(control::import_scenario{.scenario = exported.as_object()}).value();
    BOOST_TEST(client.call(control::export_scenario{}).value().document.at("users") == exported.at("users"));
}

BOOST_AUTO_TEST_CASE(a_scenario_with_a_problem_adds_nothing) {
    controlled c;
    auto const message = [&](std::string_view scenario) {
        auto const done =
            c.client.call(control::import_scenario{.scenario = boost::json::parse(scenario).as_object()});
        return done ? std::string() : done.error().message;
    };
    BOOST_TEST(message(R"({"users": [{"open_id": "ou_zoe"}, {"open_id": "ou_zoe"}]})")
                   .find("users[1].open_id: ou_zoe is used already") != std::string::npos);
    BOOST_TEST(message(R"({"apps": [{"app_id": ")" + c.platform.app().app_id.str() + R"("}]})").find("apps[0].app_id") !=
               std::string::npos);
    BOOST_TEST(message(R"({"clubs": []})").find("unknown member clubs") != std::string::npos);
    BOOST_TEST(c.platform.users().size() == 3u);
    BOOST_TEST(message(R"({"users": [{"open_id": "ou_zoe", "name": "Zoë"}, {"open_id": "ou_max"}]})") == "");
    BOOST_TEST(c.platform.users().size() == 5u);
}

BOOST_AUTO_TEST_CASE(an_action_that_changes_nothing_is_an_error) {
    controlled c;
    auto const code = [&](auto const& request) {
        auto const done = c.client.call(request);
        return done ? 0 : done.error().code;
    };
    auto const ann = c.ann();
    auto const group = c.group();
    auto const app = c.platform.app().app_id;
    auto const id = c.said("hello");
    BOOST_TEST(code(control::say{.open_id = ann, .text = "x"}) == 230001);
    BOOST_TEST(code(control::say{.open_id = ann, .chat_id = group, .app_id = app, .text = "x"}) == 230001);
    BOOST_TEST(code(control::read{.open_id = "ou_unknown"}) == 230001);
    BOOST_TEST(code(control::read{.open_id = ann, .message_id = "om_unknown"}) == 230001);
    BOOST_TEST(code(control::read{.open_id = ann}) == 0);
    BOOST_TEST(code(control::react{.open_id = ann, .message_id = id, .emoji_type = "OK", .remove = true}) ==
               230001);
    BOOST_TEST(code(control::tap_menu{.open_id = ann, .app_id = "cli_unknown", .event_key = "k"}) == 230001);
    BOOST_TEST(code(control::tap_menu{.open_id = ann, .app_id = app, .event_key = "k"}) == 0);
    auto const changed = c.client.call(control::change_chat{
        .chat_id = group, .name = "renamed", .add_members = {"ou_unknown"}, .add_bots = {app}});
    BOOST_TEST(changed.error().message.find("ou_unknown") != std::string::npos);
    BOOST_TEST(c.platform.state()->find_chat(group)->name == "renamed");
}

BOOST_AUTO_TEST_CASE(long_histories_are_listed_in_parts) {
    controlled c;
    for (auto const* text : {"1", "2", "3"})
        c.said(text);
    auto const part =
        c.client.call(control::list_messages{.chat_id = c.group(), .after = 1, .limit = 1}).value().items;
    BOOST_TEST_REQUIRE(part.size() == 1u);
    BOOST_TEST(part[0].content == R"({"text":"2"})");
    BOOST_TEST(c.client.call(control::list_messages{.chat_id = c.group(), .after = 9}).value().items.empty());
}

BOOST_AUTO_TEST_CASE(groups_change) {
    controlled c;
    auto const eve = c.client.call(control::list_users{}).value().items.at(2).open_id;
    auto const changed =
        c.client.call(control::change_chat{.chat_id = c.group(), .name = "renamed", .add_members = {eve}})
            .value();
    BOOST_TEST(changed.name == "renamed");
    BOOST_TEST(changed.members.size() == 3u);
    BOOST_TEST(
        c.client.call(control::change_chat{.chat_id = c.group(), .dissolved = true}).value().dissolved);
    BOOST_TEST(c.client.call(control::change_chat{.chat_id = "oc_unknown"}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(faults_requests_and_the_clock_are_controlled) {
    controlled c;
    auto const send = [&] {
        return c.client.call(feishu::im::v1::message::send(c.group(), feishu::text{"x"}));
    };
    c.client
        .call(control::add_fault{.method = "POST",
                                 .path = "/open-apis/im/v1/messages",
                                 .faults = {emulator::fault::server_error},
                                 .count = 1,
                                 .code = 2200})
        .value();
    BOOST_TEST(!c.client.call(control::add_fault{.faults = {emulator::fault::latency}, .probability = 2})
                    .has_value());
    auto const before = c.client.call(control::advance{}).value().now;
    send();
    BOOST_TEST(c.client.call(control::clear_faults{}).value().injected == 1);
    BOOST_TEST(c.client.call(control::advance{.milliseconds = 3'600'000}).value().now - before >= 3'600'000);
    auto const requests = c.client.call(control::list_requests{}).value().items;
    auto const failed = std::ranges::find(requests, "server_error", &control::request_entry::fault);
    BOOST_TEST_REQUIRE((failed != requests.end()));
    BOOST_TEST(failed->endpoint == "im.v1.message.create");
    BOOST_TEST(failed->code == 2200);
    for (auto const& one : requests)
        BOOST_TEST(!one.target.starts_with("/_emulator/"));
    c.client.call(control::clear_requests{}).value();
    BOOST_TEST(c.client.call(control::list_requests{}).value().items.empty());
}

BOOST_AUTO_TEST_CASE(webhooks_are_subscribed_and_deliveries_listed) {
    controlled c;
    hook h;
    c.client.call(control::subscribe{.app_id = c.platform.app(), .url = h.url()}).value();
    c.said("hello");
    auto const pushed = c.client.call(control::list_deliveries{.wait = 10'000}).value();
    BOOST_TEST(pushed.idle);
    BOOST_TEST(std::ranges::count(pushed.items, "im.message.receive_v1", &control::delivery_entry::type) ==
               1);
    c.client.call(control::clear_deliveries{}).value();
    c.client.call(control::unsubscribe{.app_id = c.platform.app()}).value();
    c.said("again");
    BOOST_TEST(c.client.call(control::list_deliveries{.wait = 10'000}).value().items.empty());
    BOOST_TEST(!c.client.call(control::subscribe{.app_id = c.platform.app(), .url = "ftp://example.com"})
                    .has_value());
    BOOST_TEST(c.client.call(control::drop_connections{.app_id = c.platform.app()}).value().dropped == 0);
}

BOOST_AUTO_TEST_CASE(the_interface_describes_itself) {
    controlled c;
    auto const document = c.client.call(control::describe{}).value().document;
    auto const& paths = document.at("paths").as_object();
    std::size_t operations = 0;
    for (auto const& path : paths) {
        BOOST_TEST(path.key().starts_with("/_emulator/"));
        operations += path.value().as_object().size();
    }
    BOOST_TEST(operations == control::all::size);
    auto const& parameter = paths.at("/_emulator/users/{open_id}/messages").at("post").at("parameters").at(0);
    BOOST_TEST(parameter.at("name").as_string() == "open_id");
    auto const& response = paths.at("/_emulator/clock").at("post").at("responses").at("200").at("content");
    BOOST_TEST(response.at("application/json").at("schema").at("properties").as_object().contains("now"));
}

BOOST_AUTO_TEST_CASE(pages_of_other_sites_are_refused) {
    using emulator::detail::refuse_access;
    emulator::detail::access_policy const policy{.host = "127.0.0.1", .token = {}};
    auto const status = [&](std::vector<feishu::http::header> headers) {
        auto const refused = refuse_access(request_to("/_emulator/users", std::move(headers)), policy);
        return refused ? refused->status : 200;
    };
    for (auto const* host : {"127.0.0.1:9000", "localhost:9000", "LocalHost", "[::1]:9000", "127.0.0.2"})
        BOOST_TEST(status({{"Host", host}}) == 200, host);
    for (auto const* host : {"", "evil.example", "evil.example:9000", "127.0.0.1.evil.example",
                             "localhost.evil.example", "[::2]:9000", "[", "127.evil"})
        BOOST_TEST(status({{"Host", host}}) == 403, host);
    BOOST_TEST(status({{"Host", "127.0.0.1:9000"}, {"Origin", "http://127.0.0.1:9000"}}) == 200);
    for (auto const* origin :
         {"http://evil.example", "null", "http://127.0.0.1:9001", "http://127.0.0.1:9000.evil.example"})
        BOOST_TEST(status({{"Host", "127.0.0.1:9000"}, {"Origin", origin}}) == 403, origin);
    BOOST_TEST(status({{"Host", "127.0.0.1:9000"}, {"Sec-Fetch-Site", "cross-site"}}) == 403);
}

BOOST_AUTO_TEST_CASE(on_all_interfaces_the_control_interface_needs_its_token) {
    emulator::server platform{{.address = "0.0.0.0"}};
    emulator::serve_control(platform);
    BOOST_TEST(platform.control_token().size() >= 32u);
    feishu::client const client{platform.config()};
    BOOST_TEST(client.call(control::list_users{}).error().http_status == 401);
    BOOST_TEST(client.call(feishu::im::v1::message::send(platform.chat_id(), feishu::text{"x"})).has_value());

    emulator::detail::access_policy const policy{.host = "0.0.0.0", .token = "secret"};
    auto const with = [&](std::string value) {
        return refuse_access(
            request_to("/_emulator/users", {{"Host", "elsewhere"}, {"Authorization", std::move(value)}}),
            policy);
    };
    BOOST_TEST(!with("Bearer secret"));
    BOOST_TEST(with("Bearer secret2")->status == 401);
    BOOST_TEST(with("secret")->status == 401);
}

BOOST_AUTO_TEST_CASE(without_serve_control_there_is_no_control_interface) {
    emulator::server platform;
    feishu::client const client{platform.config()};
    BOOST_TEST(client.call(control::list_users{}).error().http_status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
