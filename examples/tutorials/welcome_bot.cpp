// A welcome bot: when it is added to a group, it introduces itself, adds a tab with the handbook and a menu below the
// input box; when people join, it greets them by name.
//
// On the real platform: add the bot to a group, then people. HANDBOOK_URL is the page to link.
// Scopes: im:chat, im:chat.tabs:write_only, im:chat.menu_tree:write_only, im:message. Events, over a long connection:
// im.chat.member.bot.added_v1, im.chat.member.user.added_v1.

#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>

#include "bot_stage.hpp"

namespace im = feishu::im::v1;

namespace {

// A handler that fails is run again, so each step may happen twice: tab and menu are only added if they are not there
// yet, and what a handler says has a uuid that depends on the event.

void add_tab(feishu::conversation const& c, std::string const& handbook) {
    for (auto const& tab : c.client().call(im::chat_tab::list_tabs{.chat_id = c.chat()}).value().chat_tabs)
        if (tab.tab_name == "Handbook")
            return;
    im::model::new_chat_tab link{.tab_name = "Handbook", .tab_type = im::chat_tab_type::url};
    link.tab_content = im::model::chat_tab_content{.url = handbook};
    c.client().call(im::chat_tab::create{.chat_id = c.chat(), .chat_tabs = {link}}).value();
}

void add_menu(feishu::conversation const& c, std::string const& handbook) {
    auto const now = c.client().call(im::chat_menu_tree::get{.chat_id = c.chat()}).value();
    if (!now.menu_tree.chat_menu_top_levels.empty())
        return;
    im::model::new_chat_menu_item const link{.action_type = im::chat_menu_action::REDIRECT_LINK,
                                             .redirect_link = im::model::redirect_link{.common_url = handbook},
                                             .name = "Handbook"};
    im::model::new_chat_menu_tree const menu{
        .chat_menu_top_levels = {im::model::new_chat_menu_top_level{.chat_menu_item = link}}};
    c.client().call(im::chat_menu_tree::create{.chat_id = c.chat(), .menu_tree = menu}).value();
}

void introduce(feishu::conversation const& c, std::string const& handbook) {
    c.say(feishu::text{"Hello! New here? The tab "} << feishu::bold("Handbook") << " has what you need.").value();
    add_tab(c, handbook);
    add_menu(c, handbook);
}

// One message for all who have joined together.
void greet(feishu::conversation const& c, feishu::membership const& joined) {
    feishu::text hello{"Welcome"};
    for (auto const& user : joined.members)
        hello << " " << feishu::mention(user.open_id, user.name);
    c.say(hello << "!").value();
}

// What people see in the group.
void show(feishu::emulator::server& platform, feishu::chat_id const& chat) {
    for (auto const& content : platform.state()->contents_of(chat))
        std::cout << "  " << content << '\n';
}

} // namespace

int main() try {
    tutorial::stage stage;
    auto const wanted = tutorial::environment("HANDBOOK_URL");
    std::string const handbook = wanted.empty() ? "https://example.com/handbook" : wanted;
    feishu::bot bot{{.client = stage.config()}};
    bot.on_join([handbook](feishu::conversation c, feishu::membership const& what) {
        if (what.is == feishu::membership::kind::bot_added)
            introduce(c, handbook);
        else if (what.is == feishu::membership::kind::users_added)
            greet(c, what);
    });

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
    tutorial::run(stage, bot);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
