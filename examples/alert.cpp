// An alert to a group: sends a message, replies to it, reads the history, sends an urgent notification to two
// members and to a user who is not a member, and shows how errors are reported.
//
// By default it runs against the emulator, inside this program. With FEISHU_APP_ID and FEISHU_APP_SECRET in
// the environment it runs against the real platform; FEISHU_CHAT_ID is then the group (the bot must be a
// member), FEISHU_OPEN_IDS the users to notify, separated by commas, and FEISHU_BASE_URL overrides
// https://open.feishu.cn.

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

struct setup {
    feishu::client_config config;
    feishu::chat_id chat;
    std::vector<std::string> to_notify;
    std::unique_ptr<feishu::emulator::server> platform{}; // null if the real platform is used
};

std::string environment(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

setup emulated() {
    auto platform = std::make_unique<feishu::emulator::server>();
    setup s{.config = platform->config(), .chat = platform->chat_id(), .to_notify = {}};
    for (auto const& user : platform->users()) // the third one is not a member of the group
        s.to_notify.push_back(user.open_id.str());
    std::cout << "platform: emulator at " << platform->base_url() << "\n\n";
    s.platform = std::move(platform);
    return s;
}

std::optional<setup> real() {
    setup s{.config = {.app_id = environment("FEISHU_APP_ID"), .app_secret = environment("FEISHU_APP_SECRET")},
            .chat = environment("FEISHU_CHAT_ID"),
            .to_notify = {}};
    if (auto const url = environment("FEISHU_BASE_URL"); !url.empty())
        s.config.base_url = url;
    if (s.chat.empty()) {
        std::cerr << "set FEISHU_CHAT_ID to the id (oc_…) of a group that the bot is a member of\n";
        return std::nullopt;
    }
    std::istringstream ids(environment("FEISHU_OPEN_IDS"));
    for (std::string id; std::getline(ids, id, ',');)
        s.to_notify.push_back(id);
    std::cout << "platform: " << s.config.base_url << "\n\n";
    return s;
}

void print_history(feishu::client const& client, feishu::chat_id const& chat) {
    std::cout << "history, two messages per page:\n";
    im::message::list const request{
        .container_id_type = im::container_id_type::chat, .container_id = chat.str(), .page_size = 2};
    for (auto const& m : client.pages(request))
        std::cout << "  " << m.message_id << "  " << m.msg_type << "  " << m.body.content.document() << '\n';
}

void notify(feishu::client const& client, feishu::message_id const& alert, std::vector<std::string> const& users) {
    auto const urged = client.call(im::message::urgent_app{
        .message_id = alert, .user_id_type = im::user_id_type::open_id, .user_id_list = users});
    if (!urged) {
        std::cout << "urgent notification failed: " << urged.error() << '\n';
        return;
    }
    std::cout << "urgent notification sent to " << users.size() - urged->invalid_user_id_list.size() << " of " << users.size() << '\n';
    for (auto const& id : urged->invalid_user_id_list)
        std::cout << "  not a member of the chat: " << id << '\n';
}

void show_errors(feishu::client const& client, feishu::message_id const& alert) {
    std::cout << "\nan error detected before anything is sent:\n";
    std::vector<std::string> const everyone(201, "ou_someone");
    auto const too_many = client.call(im::message::urgent_app{.message_id = alert, .user_id_list = everyone});
    std::cout << too_many.error() << '\n';

    std::cout << "\nan error reported by the platform:\n";
    auto const unknown_chat = client.call(im::message::send(feishu::chat_id{"oc_unknown"}, feishu::text{"?"}));
    std::cout << unknown_chat.error() << '\n';
}

void run(setup const& s) {
    feishu::client const client{s.config};

    auto const alert = client.call(im::message::send(s.chat, feishu::text{"disk full on db-1"})).value();
    std::cout << "sent     " << alert.message_id << '\n';
    auto const reply = client.call(im::message::reply(alert.message_id, feishu::text{"on it"})).value();
    std::cout << "replied  " << reply.message_id << '\n';
    auto const after = client.call(im::message::send(s.chat, feishu::text{"db-1 is back at 40 %"})).value();
    std::cout << "sent     " << after.message_id << "\n\n";

    print_history(client, s.chat);
    std::cout << '\n';
    if (!s.to_notify.empty())
        notify(client, alert.message_id, s.to_notify);
    show_errors(client, alert.message_id);
}

} // namespace

int main() try {
    bool const has_app = !environment("FEISHU_APP_ID").empty() && !environment("FEISHU_APP_SECRET").empty();
    auto const s = has_app ? real() : std::optional<setup>(emulated());
    if (!s)
        return 2;
    run(*s);
    return 0;
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
