// The emulator, driven by another program: reads one JSON command per line, writes one JSON result per line.
//
//     {"do":"say","text":"hello"}   →   {"message_id":"om_…"}
//
// The first line written holds base URL, tenant and credentials. The control interface is served as well. The result of a failed command is {"error":"…"}. Ends at
// the end of its input.

#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/card.hpp>
#include <feishu/emulator/control.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace card = feishu::card;
namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
namespace json = boost::json;

std::string text(json::object const& from, std::string_view name) {
    auto const* const found = from.if_contains(name);
    return found == nullptr ? std::string() : json::value_to<std::string>(*found);
}

class platform {
public:
    platform() { emulator::serve_control(server_); }

    json::object hello() {
        auto const credentials = [](emulator::app const& app) {
            return json::object{{"app_id", app.app_id.str()}, {"app_secret", app.app_secret}};
        };
        json::array users;
        for (auto const& user : server_.users())
            users.push_back(json::string(user.open_id.str()));
        return {{"base_url", server_.base_url()},       {"tenant_key", server_.state()->tenant_key().str()},
                {"chat_id", server_.chat_id().str()},   {"users", std::move(users)},
                {"custom", credentials(server_.app())}, {"store", credentials(store_)}};
    }

    json::object run(json::object const& order) {
        using command = json::object (platform::*)(json::object const&);
        static std::map<std::string_view, command> const commands{
            {"push_to", &platform::push_to},
            {"say", &platform::say},
            {"send_card", &platform::send_card},
            {"click", &platform::click},
            {"push_app_ticket", &platform::push_app_ticket},
            {"wait_connections", &platform::wait_connections},
            {"drop_connections", &platform::drop_connections},
            {"advance", &platform::advance},
            {"deliveries", &platform::deliveries},
            {"prepare", &platform::prepare},
        };
        return (this->*commands.at(text(order, "do")))(order);
    }

private:
    json::object push_to(json::object const& order) {
        server_
            .push_to({.app = text(order, "app_id"),
                      .url = text(order, "url"),
                      .encrypt_key = text(order, "encrypt_key"),
                      .verification_token = text(order, "verification_token")})
            .value();
        return {};
    }

    json::object say(json::object const& order) {
        auto const ann = server_.users().front();
        return {
            {"message_id", server_.state()->say(ann, server_.chat_id(), text(order, "text")).value().str()}};
    }

    json::object send_card(json::object const&) {
        card::card const save{
            .body = {
                .elements = {card::button{.text = "Save", .behaviors = {card::callback({{"draft", "7"}})}}}}};
        feishu::client const bot{server_.config()};
        return {
            {"message_id", bot.call(im::message::send(server_.chat_id(), save)).value().message_id.str()}};
    }

    json::object click(json::object const& order) {
        auto const response =
            server_.click(server_.users().front(), text(order, "message_id"), "Save").value();
        return {{"response", json::parse(feishu::json::to_string(response, {.omit_empty = true}))}};
    }

    json::object push_app_ticket(json::object const&) {
        return {{"app_ticket", server_.push_app_ticket(store_.app_id)}};
    }

    json::object wait_connections(json::object const&) {
        return {{"connected", server_.wait_connections(server_.app().app_id)}};
    }

    json::object drop_connections(json::object const&) {
        return {{"dropped", server_.drop_connections(server_.app().app_id)}};
    }

    json::object advance(json::object const& order) {
        server_.advance(std::chrono::seconds(order.at("seconds").to_number<int>()));
        return {};
    }

    // What has no command of the control interface: a login, a version of the app, a public group without the bot.
    json::object prepare(json::object const&) {
        auto const ann = server_.users().front().open_id;
        auto const app = server_.app().app_id;
        auto& tenant = server_.state();
        auto open = emulator::chat{.name = "Open", .owner = ann, .members = {ann}};
        open.settings.edit().chat_type = im::chat_privacy::public_;
        return {{"user_token", tenant->user_token(app, ann).value},
                {"version_id", tenant->submit_version(app, {.version = "1.0.0"}, ann)},
                {"public_chat", tenant->add_chat(std::move(open)).str()}};
    }

    // The pushes since the last call, once none is in flight.
    json::object deliveries(json::object const&) {
        if (!server_.wait_idle())
            return {{"error", "pushes are still in flight"}};
        json::array all;
        for (auto const& one : server_.deliveries())
            all.push_back(json::object{{"type", one.type},
                                       {"attempt", one.attempt},
                                       {"status", one.status},
                                       {"response", one.response}});
        server_.clear_deliveries();
        return {{"deliveries", std::move(all)}};
    }

    // Small fragments, and a short reconnection delay.
    emulator::server server_{
        {.push = {.reconnect_interval = std::chrono::seconds(1), .fragment_bytes = 1000}}};
    emulator::app store_ = server_.state()->add_app(emulator::app{.name = "shop", .store = true});
};

} // namespace

int main() {
    platform here;
    std::cout << json::serialize(here.hello()) << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        json::object result;
        try {
            result = here.run(json::parse(line).as_object());
        } catch (std::exception const& e) {
            result = {{"error", e.what()}};
        }
        std::cout << json::serialize(result) << std::endl;
    }
}
