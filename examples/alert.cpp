// The main job: an alert goes out at 3 a.m. Sends a message to a group, replies to it, reads the history back, buzzes
// two members and somebody who is not one, and shows what a mistake looks like.
//
// Talks to the emulator inside this program. With FEISHU_APP_ID and FEISHU_APP_SECRET in the environment it talks to
// the real platform; FEISHU_CHAT_ID is then the group (the bot must be in it), FEISHU_OPEN_IDS the users to buzz,
// separated by commas, and FEISHU_BASE_URL another address than https://open.feishu.cn.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

namespace im = feishu::im::v1;

namespace {

struct scene {
    feishu::client_config config;
    feishu::chat_id chat;
    std::vector<std::string> to_buzz;
    std::unique_ptr<feishu::emulator::server> platform{}; // null on the real platform
};

std::string environment(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

scene emulated() {
    auto platform = std::make_unique<feishu::emulator::server>();
    scene s{.config = platform->config(), .chat = platform->chat_id(), .to_buzz = {}};
    for (auto const& user : platform->users()) // the third one is not in the group
        s.to_buzz.push_back(user.open_id.str());
    std::cout << "platform: the emulator at " << platform->base_url() << "\n\n";
    s.platform = std::move(platform);
    return s;
}

std::optional<scene> real() {
    scene s{.config = {.app_id = environment("FEISHU_APP_ID"), .app_secret = environment("FEISHU_APP_SECRET")},
            .chat = environment("FEISHU_CHAT_ID"),
            .to_buzz = {}};
    if (auto const url = environment("FEISHU_BASE_URL"); !url.empty())
        s.config.base_url = url;
    if (s.chat.empty()) {
        std::cerr << "set FEISHU_CHAT_ID to a group (oc_…) that the bot is in\n";
        return std::nullopt;
    }
    std::istringstream ids(environment("FEISHU_OPEN_IDS"));
    for (std::string id; std::getline(ids, id, ',');)
        s.to_buzz.push_back(id);
    std::cout << "platform: " << s.config.base_url << "\n\n";
    return s;
}

void print_history(feishu::client const& client, feishu::chat_id const& chat) {
    std::cout << "history, two messages a page:\n";
    im::message::list const request{
        .container_id_type = im::container_id_type::chat, .container_id = chat.str(), .page_size = 2};
    for (auto const& m : client.pages(request))
        std::cout << "  " << m.message_id << "  " << m.msg_type << "  " << m.body.content.document() << '\n';
}

void buzz(feishu::client const& client, feishu::message_id const& alert, std::vector<std::string> const& users) {
    auto const urged = client.call(im::message::urgent_app{
        .message_id = alert, .user_id_type = im::user_id_type::open_id, .user_id_list = users});
    if (!urged) {
        std::cout << "buzz failed: " << urged.error() << '\n';
        return;
    }
    std::cout << "buzzed " << users.size() - urged->invalid_user_id_list.size() << " of " << users.size() << '\n';
    for (auto const& id : urged->invalid_user_id_list)
        std::cout << "  not reached, because not in the chat: " << id << '\n';
}

void show_mistakes(feishu::client const& client, feishu::message_id const& alert) {
    std::cout << "\na mistake that is found before anything is sent:\n";
    std::vector<std::string> const everyone(201, "ou_someone");
    auto const too_many = client.call(im::message::urgent_app{.message_id = alert, .user_id_list = everyone});
    std::cout << too_many.error() << '\n';

    std::cout << "\na mistake that only the platform can know:\n";
    auto const elsewhere = client.call(im::message::send(feishu::chat_id{"oc_not_a_chat_of_ours"}, feishu::text{"?"}));
    std::cout << elsewhere.error() << '\n';
}

void run(scene const& s) {
    feishu::client const client{s.config};

    auto const alert = client.call(im::message::send(s.chat, feishu::text{"disk full on db-1"})).value();
    std::cout << "sent     " << alert.message_id << '\n';
    auto const reply = client.call(im::message::reply(alert.message_id, feishu::text{"on it"})).value();
    std::cout << "replied  " << reply.message_id << '\n';
    auto const after = client.call(im::message::send(s.chat, feishu::text{"db-1 is back at 40 %"})).value();
    std::cout << "sent     " << after.message_id << "\n\n";

    print_history(client, s.chat);
    std::cout << '\n';
    if (!s.to_buzz.empty())
        buzz(client, alert.message_id, s.to_buzz);
    show_mistakes(client, alert.message_id);
}

} // namespace

int main() try {
    bool const has_app = !environment("FEISHU_APP_ID").empty() && !environment("FEISHU_APP_SECRET").empty();
    auto const s = has_app ? real() : std::optional<scene>(emulated());
    if (!s)
        return 2;
    run(*s);
    return 0;
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
