// What people and administrators do, over the control interface.
#include <feishu/emulator/control.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/client.hpp>
#include <feishu/content/card.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/server.hpp>

#include "published.hpp"

using namespace test;
namespace emulator = feishu::emulator;
namespace control = feishu::emulator::control;
namespace im = feishu::im::v1;

namespace {

/// People act over HTTP; the tenant is read directly.
struct acting {
    emulator::server platform;
    feishu::client client{platform.config()};
    std::vector<emulator::user> people = platform.users();
    feishu::open_id ann = people[0].open_id;
    feishu::open_id bob = people[1].open_id;
    feishu::open_id eve = people[2].open_id; // not in the group
    feishu::chat_id group = platform.chat_id();
    feishu::app_id app = platform.app().app_id;

    acting() { emulator::serve_control(platform); }

    template <class E>
    typename E::response act(E const& request) {
        return client.call(request).value();
    }
    /// The reason of a refusal with 230001; empty if it was none.
    template <class E>
    std::string reason(E const& request) {
        auto const done = client.call(request);
        return done || done.error().code != 230001 ? std::string() : done.error().message;
    }
    feishu::message_id said(std::string text) {
        return act(control::say{.open_id = ann, .chat_id = group, .text = std::move(text)}).message_id;
    }
    /// Calls f under the lock of the tenant.
    template <class F>
    auto see(F f) {
        return platform.state().with([&](emulator::state& tenant) { return f(tenant); });
    }
    emulator::chat chat() {
        return see([&](emulator::state& tenant) { return *tenant.find_chat(group); });
    }
    std::string last() { return platform.state()->contents_of(group).back(); }
};

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_control_acts)

BOOST_AUTO_TEST_CASE(people_edit_forward_pin_and_send_messages_of_any_type) {
    acting a;
    auto const first = a.said("helo");
    a.act(control::edit{.open_id = a.ann, .message_id = first, .text = "hello"});
    BOOST_TEST(has(a.last(), "hello"));
    auto const second = a.said("again");
    a.act(control::forward{.open_id = a.ann, .message_id = first, .chat_id = a.group});
    BOOST_TEST(has(a.last(), "hello"));
    auto const merged =
        a.act(control::merge_forward{.open_id = a.ann, .message_ids = {first, second}, .chat_id = a.group});
    BOOST_TEST(a.see([&](auto& tenant) { return tenant.children_of(merged.message_id).size(); }) == 2u);

    a.act(control::pin{.open_id = a.ann, .message_id = first});
    BOOST_TEST(a.client.call(im::pin::list{.chat_id = a.group}).value().items.size() == 1u);
    BOOST_TEST(has(a.reason(control::pin{.open_id = a.ann, .message_id = first}), "pinned already"));
    a.act(control::pin{.open_id = a.ann, .message_id = first, .remove = true});
    BOOST_TEST(
        has(a.reason(control::pin{.open_id = a.ann, .message_id = first, .remove = true}), "not pinned"));

    a.act(control::send{.open_id = a.ann,
                        .chat_id = a.group,
                        .msg_type = im::msg_type::post,
                        .content = R"({"zh_cn":{"title":"Plan","content":[[{"tag":"text","text":"go"}]]}})"});
    BOOST_TEST(has(a.last(), "Plan"));
    auto const unknown =
        a.client.call(control::send{.open_id = a.ann,
                                    .chat_id = a.group,
                                    .msg_type = feishu::open<im::msg_type>::from_wire("poem"),
                                    .content = "{}"});
    BOOST_TEST(has(unknown.error().message, "msg_type"), unknown.error().message);
    ;
    a.act(control::remove_message{.message_id = second});
    BOOST_TEST(has(a.reason(control::remove_message{.message_id = second}), "removed before"));
}

BOOST_AUTO_TEST_CASE(people_send_files_of_each_type) {
    acting a;
    auto const send = [&](std::string name, feishu::open<im::msg_type> type) {
        return control::send_file{.open_id = a.ann,
                                  .chat_id = a.group,
                                  .file_name = name,
                                  .msg_type = type,
                                  .file = feishu::from_bytes("RIFF", name)};
    };
    a.act(send("voice.opus", im::msg_type::audio));
    BOOST_TEST(a.act(control::list_messages{.chat_id = a.group}).items.back().msg_type == "audio");
    a.act(send("photo.png", {}));
    BOOST_TEST(a.act(control::list_messages{.chat_id = a.group}).items.back().msg_type == "image");
    BOOST_TEST(has(a.reason(send("voice.opus", im::msg_type::text)), "msg_type"));
}

BOOST_AUTO_TEST_CASE(a_repeated_reaction_is_refused) {
    acting a;
    control::react const reaction{.open_id = a.ann, .message_id = a.said("x"), .emoji_type = "OK"};
    a.act(reaction);
    BOOST_TEST(has(a.reason(reaction), "already"));
}

BOOST_AUTO_TEST_CASE(people_see_cards_and_tap_what_belongs_to_chats_and_feeds) {
    acting a;
    feishu::card::card const shown{.body = {.elements = {feishu::card::markdown{"Deploy?"}}}};
    auto const id = a.client.call(im::message::send(a.group, shown)).value().message_id;
    auto const card = a.act(control::show_card{.open_id = a.ann, .message_id = id}).card;
    BOOST_TEST(has(boost::json::serialize(card), "Deploy?"));
    BOOST_TEST(has(a.reason(control::show_card{.open_id = a.eve, .message_id = id}), "no card"));

    a.act(control::write_announcement{.open_id = a.ann, .chat_id = a.group, .text = "Monday: release"});
    BOOST_TEST(has(a.platform.state()->announcement_text(a.group), "Monday: release"));
    BOOST_TEST(has(a.reason(control::tap_feed_card{.open_id = a.ann, .app_id = a.app, .biz_id = "none"}),
                   "no such feed card"));
    BOOST_TEST(has(a.reason(control::tap_chat_button{.open_id = a.ann, .chat_id = a.group, .button = "none"}),
                   "no such button"));
    BOOST_TEST(a.client.call(control::tap_chat_menu{.open_id = a.ann, .chat_id = a.group, .item = "none"})
                   .error()
                   .code == 232001);
    BOOST_TEST(!a.reason(control::tap_follow_up{.open_id = a.ann, .message_id = id}).empty());
    BOOST_TEST(a.client
                   .call(control::preview{
                       .open_id = a.ann, .app_id = a.app, .chat_id = a.group, .url = "https://a.b"})
                   .error()
                   .code == 200340);
}

BOOST_AUTO_TEST_CASE(settings_of_a_group_change_one_by_one) {
    acting a;
    a.act(control::change_settings{
        .chat_id = a.group, .description = "incidents", .edit_permission = im::chat_permission::only_owner});
    BOOST_TEST(a.chat().settings->description == "incidents");
    BOOST_TEST((a.chat().settings->edit_permission == im::chat_permission::only_owner));
    a.act(control::change_settings{.chat_id = a.group, .chat_type = im::chat_privacy::public_});
    BOOST_TEST(a.chat().settings->description == "incidents");
    BOOST_TEST(
        has(a.reason(control::change_settings{.chat_id = a.group, .description = "incidents"}), "already"));
    auto const unknown = a.client.call(control::change_settings{
        .chat_id = a.group, .urgent_setting = feishu::open<im::chat_permission>::from_wire("nobody")});
    BOOST_TEST(has(unknown.error().message, "urgent_setting"), unknown.error().message);
    a.act(control::moderate{.chat_id = a.group,
                            .moderation_setting = im::moderation_permission::moderator_list,
                            .speakers = {a.bob}});
    BOOST_TEST(a.chat().lets_speak(a.bob));
    BOOST_TEST(has(a.reason(control::moderate{.chat_id = a.group,
                                              .moderation_setting = im::moderation_permission::moderator_list,
                                              .speakers = {a.bob}}),
                   "already"));
    BOOST_TEST(has(a.reason(control::moderate{.chat_id = a.group,
                                              .moderation_setting = im::moderation_permission::moderator_list,
                                              .speakers = {a.eve}}),
                   "not in the group"));
}

BOOST_AUTO_TEST_CASE(owner_managers_and_members_of_a_group_change) {
    acting a;
    a.act(control::change_managers{.chat_id = a.group, .add = {a.bob}});
    BOOST_TEST(a.chat().managed_by(a.bob));
    BOOST_TEST(has(a.reason(control::change_managers{.chat_id = a.group, .add = {a.bob}}), a.bob.str()));
    a.act(control::change_managers{.chat_id = a.group, .remove = {a.bob}});
    BOOST_TEST(!a.reason(control::change_managers{.chat_id = a.group}).empty());
    a.act(control::transfer_owner{.chat_id = a.group, .owner = a.bob});
    BOOST_TEST(a.chat().owner == a.bob);
    BOOST_TEST(has(a.reason(control::transfer_owner{.chat_id = a.group, .owner = a.bob}), "owner already"));

    a.act(control::change_settings{.chat_id = a.group,
                                   .chat_type = im::chat_privacy::public_,
                                   .membership_approval = im::membership_approval::approval_required});
    BOOST_TEST(a.client.call(control::join{.open_id = a.eve, .chat_id = a.group}).error().code == 232075);
    BOOST_TEST(!a.chat().has(a.eve));
    a.act(control::decide_membership{.chat_id = a.group, .open_id = a.eve});
    BOOST_TEST(a.chat().has(a.eve));
    BOOST_TEST(has(a.reason(control::join{.open_id = a.eve, .chat_id = a.group}), "in the group already"));
    BOOST_TEST(has(a.reason(control::decide_membership{.chat_id = a.group, .open_id = a.eve}), "wait"));
    a.act(control::withdraw_member{.chat_id = a.group, .open_id = a.eve});
    BOOST_TEST(!a.chat().has(a.eve));
    BOOST_TEST(!a.reason(control::withdraw_member{.chat_id = a.group, .open_id = a.eve}).empty());
    BOOST_TEST(!a.reason(control::join{.open_id = a.eve}).empty());
    BOOST_TEST(a.client.call(control::join{.open_id = a.eve, .link = "https://a.b"}).error().code == 232001);
}

BOOST_AUTO_TEST_CASE(custom_bots_and_card_templates_are_added) {
    acting a;
    auto const added =
        a.act(control::add_custom_bot{.chat_id = a.group, .name = "alerts", .keywords = {"down"}});
    BOOST_TEST(added.webhook == a.platform.base_url() + "/open-apis/bot/v2/hook/" + added.token);
    BOOST_TEST(has(a.reason(control::add_custom_bot{.chat_id = "oc_unknown"}), "no such group"));
    control::publish_template const version{
        .template_id = "AAq1", .version = "1.0.0", .card = boost::json::parse(R"({"elements":[]})")};
    a.act(version);
    BOOST_TEST(has(a.reason(version), "has this version"));
}

BOOST_AUTO_TEST_CASE(departments_are_created_moved_renamed_and_deleted) {
    acting a;
    auto const parent = a.act(control::create_department{.name = "Engineering"});
    auto const child =
        a.act(control::create_department{.name = "Platform", .parent = parent.open_department_id});
    BOOST_TEST(a.act(control::list_departments{}).items.size() == 2u);
    auto const changed = a.act(control::change_department{.open_department_id = child.open_department_id,
                                                          .name = "Core",
                                                          .parent = feishu::department_id("0")});
    BOOST_TEST(changed.name == "Core");
    BOOST_TEST(changed.parent.str() == "0");
    BOOST_TEST(has(
        a.reason(control::change_department{.open_department_id = child.open_department_id, .name = "Core"}),
        "already"));
    BOOST_TEST(has(a.reason(control::change_department{.open_department_id = child.open_department_id,
                                                       .parent = child.open_department_id}),
                   "parent"));
    BOOST_TEST(has(a.reason(control::create_department{.name = "X", .parent = "od-unknown"}), "parent"));
    BOOST_TEST(
        has(a.reason(control::create_department{.name = "X", .open_department_id = child.open_department_id}),
            "another department"));
    a.act(control::delete_department{.open_department_id = child.open_department_id});
    BOOST_TEST(!a.reason(control::delete_department{.open_department_id = child.open_department_id}).empty());
}

BOOST_AUTO_TEST_CASE(users_are_hired_move_and_resign) {
    acting a;
    auto const team = a.act(control::create_department{.name = "Engineering"}).open_department_id;
    auto const dan = a.act(control::hire{.name = "Dan", .mobile = "+8613000000001", .departments = {team}});
    BOOST_TEST((dan.departments == std::vector{team}));
    BOOST_TEST(has(a.reason(control::hire{.name = "Other", .mobile = "+8613000000001"}), "mobile"));
    BOOST_TEST(has(a.reason(control::hire{.name = "Other", .email = dan.email}), "email"));
    BOOST_TEST(has(a.reason(control::hire{.name = "Other", .open_id = dan.open_id}), "open_id"));
    BOOST_TEST(has(a.reason(control::hire{.name = "Other", .departments = {"od-unknown"}}), "departments"));
    auto const moved = a.act(
        control::change_user{.open_id = a.ann, .departments = std::vector<feishu::department_id>{team}});
    BOOST_TEST((moved.departments == std::vector{team}));
    BOOST_TEST(a.see([&](auto& tenant) { return tenant.departments().member_count(team); }) == 2u);
    BOOST_TEST(a.act(control::change_user{.open_id = a.ann, .name = "Anna"}).name == "Anna");
    BOOST_TEST(has(a.reason(control::change_user{.open_id = a.ann, .name = "Anna"}), "already"));
    a.act(control::resign{.open_id = dan.open_id});
    BOOST_TEST(has(a.reason(control::resign{.open_id = dan.open_id}), "resigned before"));
    BOOST_TEST(has(a.reason(control::change_user{.open_id = dan.open_id, .name = "D"}), "has resigned"));
}

BOOST_AUTO_TEST_CASE(people_log_in_or_refuse) {
    acting a;
    auto const url = a.platform.base_url() + "/open-apis/authen/v1/authorize?client_id=" + a.app.str() +
                     "&response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%2Fdone&state=s";
    BOOST_TEST(has(a.act(control::log_in{.open_id = a.ann, .url = url}).redirect, "code="));
    BOOST_TEST(has(a.act(control::log_in{.open_id = a.ann, .url = url, .approved = false}).redirect,
                   "error=access_denied"));
    BOOST_TEST(!a.client.call(control::log_in{.open_id = a.ann, .url = "https://a.b"}).has_value());
    BOOST_TEST(a.client.call(control::decide_device{.open_id = a.ann, .user_code = "NONE"}).error().code ==
               20003);
    BOOST_TEST(has(a.reason(control::revoke_refresh_token{.refresh_token = "none"}), "unknown"));
}

BOOST_AUTO_TEST_CASE(apps_are_developed_reviewed_and_installed) {
    acting a;
    auto const app = a.act(control::develop_app{.open_id = a.ann, .name = "shop", .store = true}).app_id;
    auto const submit = [&] {
        return a
            .act(control::submit_version{
                .app_id = app, .by = a.ann, .version = "1.0.0", .scopes = {"im:message"}})
            .version_id;
    };
    auto const first = submit();
    a.act(control::withdraw_version{.app_id = app, .version_id = first, .by = a.ann});
    BOOST_TEST(has(a.reason(control::withdraw_version{.app_id = app, .version_id = first, .by = a.ann}),
                   "under review"));
    control::review_version const approval{.app_id = app, .version_id = submit(), .by = a.bob};
    a.act(approval);
    BOOST_TEST(has(a.reason(approval), "under review"));
    BOOST_TEST(has(a.reason(control::decide_scopes{.app_id = app}), "not applied"));

    a.act(control::enable_app{.app_id = app, .by = a.bob, .enabled = false});
    BOOST_TEST(
        has(a.reason(control::enable_app{.app_id = app, .by = a.bob, .enabled = false}), "disabled already"));
    a.act(control::enable_app{.app_id = app, .by = a.bob});
    BOOST_TEST(has(a.reason(control::enable_app{.app_id = app, .by = a.bob}), "enabled already"));
    BOOST_TEST(has(a.reason(control::install_app{.open_id = a.eve, .app_id = app}), "available"));
    BOOST_TEST(!a.act(control::push_app_ticket{.app_id = app}).app_ticket.empty());
    BOOST_TEST(!a.act(control::pay{.app_id = app, .seats = 10}).order_id.empty());
    BOOST_TEST(has(a.reason(control::pay{.app_id = "cli_unknown"}), "unknown app_id"));
    a.act(control::uninstall_app{.app_id = app});
    BOOST_TEST(has(a.reason(control::uninstall_app{.app_id = app}), "not installed"));
}

BOOST_AUTO_TEST_CASE(feedback_and_contact_scopes_are_changed) {
    acting a;
    auto const id =
        a.act(control::submit_feedback{.open_id = a.ann, .app_id = a.app, .description = "slow"}).feedback_id;
    a.act(control::change_feedback{.app_id = a.app, .by = a.bob, .feedback_ids = {id}, .status = 1});
    BOOST_TEST(has(a.reason(control::change_feedback{
                       .app_id = a.app, .by = a.bob, .feedback_ids = {"none"}, .status = 1}),
                   "feedback_ids"));
    control::set_contact_scope const narrow{.app_id = a.app, .users = std::vector{a.ann}};
    a.act(narrow);
    BOOST_TEST(has(a.reason(narrow), "already"));
    BOOST_TEST(has(a.reason(control::set_contact_scope{.app_id = a.app,
                                                       .users = std::vector<feishu::open_id>{"ou_unknown"}}),
                   "users"));
    a.act(control::set_contact_scope{.app_id = a.app});
    BOOST_TEST(!a.see([&](auto& tenant) { return tenant.find_app_profile(a.app)->contacts.has_value(); }));
}

BOOST_AUTO_TEST_SUITE_END()
