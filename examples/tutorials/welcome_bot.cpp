// A welcome bot: when it is added to a group, it introduces itself, adds a tab with the handbook and a menu below the
// input box; when people join, it greets them by name.
//
// On the real platform: add the bot to a group, then people. HANDBOOK_URL is the page to link.
// Scopes: im:chat, im:chat.tabs:write_only, im:chat.menu_tree:write_only, im:message. Events, over a long connection:
// im.chat.member.bot.added_v1, im.chat.member.user.added_v1.

#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/message.hpp>

#include "stage.hpp"

namespace im = feishu::im::v1;

namespace {

class welcome_bot {
public:
    welcome_bot(feishu::client const& client, std::string handbook)
        : client_(client), handbook_(std::move(handbook)) {}

    // A handler that throws makes the platform push the event again, so each step may happen twice: tab and menu are
    // only added if they are not there yet, and a message has a uuid that depends on the event.
    void listen(feishu::event_dispatcher& on) {
        on.handle<im::chat_member_bot::added_v1>(
            [this](auto const& e) { introduce(e.event.chat_id, e.header.event_id.str()); });
        on.handle<im::chat_member_user::added_v1>([this](auto const& e) { greet(e); });
    }

private:
    void introduce(feishu::chat_id const& chat, std::string const& event_id) {
        auto hello = im::message::send(chat, feishu::text{"Hello! New here? The tab "}
                                                 << feishu::bold("Handbook") << " has what you need.");
        hello.uuid = event_id;
        client_.call(hello).value();
        add_tab(chat);
        add_menu(chat);
    }

    void add_tab(feishu::chat_id const& chat) {
        for (auto const& tab : client_.call(im::chat_tab::list_tabs{.chat_id = chat}).value().chat_tabs)
            if (tab.tab_name == "Handbook")
                return;
        im::model::new_chat_tab handbook{.tab_name = "Handbook", .tab_type = im::chat_tab_type::url};
        handbook.tab_content = im::model::chat_tab_content{.url = handbook_};
        client_.call(im::chat_tab::create{.chat_id = chat, .chat_tabs = {handbook}}).value();
    }

    void add_menu(feishu::chat_id const& chat) {
        if (!client_.call(im::chat_menu_tree::get{.chat_id = chat})
                 .value()
                 .menu_tree.chat_menu_top_levels.empty())
            return;
        im::model::new_chat_menu_item const link{.action_type = im::chat_menu_action::REDIRECT_LINK,
                                                 .redirect_link =
                                                     im::model::redirect_link{.common_url = handbook_},
                                                 .name = "Handbook"};
        im::model::new_chat_menu_tree const menu{
            .chat_menu_top_levels = {im::model::new_chat_menu_top_level{.chat_menu_item = link}}};
        client_.call(im::chat_menu_tree::create{.chat_id = chat, .menu_tree = menu}).value();
    }

    // One message for all who have joined together.
    void greet(im::chat_member_user::added_v1 const& e) {
        feishu::text hello{"Welcome"};
        for (auto const& user : e.event.users)
            hello << " " << feishu::mention(user.user_id.open_id, user.name);
        auto message = im::message::send(e.event.chat_id, hello << "!");
        message.uuid = e.header.event_id.str();
        client_.call(message).value();
    }

    feishu::client const& client_;
    std::string handbook_;
};

// What people see in the group.
void show(feishu::emulator::server& platform, feishu::chat_id const& chat) {
    for (auto const& content : platform.state()->contents_of(chat))
        std::cout << "  " << content << '\n';
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    auto handbook = tutorial::environment("HANDBOOK_URL");
    welcome_bot bot(client, handbook.empty() ? "https://example.com/handbook" : handbook);
    feishu::event_dispatcher on;
    bot.listen(on);

    feishu::chat_id team;
    if (auto* const platform = stage.emulator()) {
        auto const users = platform->users();
        team = platform->state()->add_chat("Team", {users[0], users[1]}, std::vector<feishu::app_id>{});
        auto const app = platform->app().app_id;
        stage.script({[=](auto& everyone) { everyone.state()->add_bot(team, app); },
                      [=](auto& everyone) { everyone.state()->add_member(team, users[2], users[0]); },
                      [=](auto& everyone) {
                          std::cout << "the group:\n";
                          show(everyone, team);
                          auto const opened =
                              everyone.state()->tap_chat_menu(users[2], team, "Handbook").value();
                          std::cout << users[2].name << " taps the menu, which opens " << opened << '\n';
                      }});
    }
    stage.run(client, on);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
