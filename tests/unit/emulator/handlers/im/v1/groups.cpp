// Groups: creating, changing, finding them; their members, managers and speakers.

#include <algorithm>

#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/chat_managers.hpp>
#include <feishu/emulator/handlers/im/v1/chat_members.hpp>
#include <feishu/emulator/handlers/im/v1/chat_moderation.hpp>
#include <feishu/emulator/handlers/im/v1/chat_p2p.hpp>
#include <feishu/emulator/handlers/im/v2/chat.hpp>
#include <feishu/json/read.hpp>

#include "../../../world.hpp"

using namespace test;

namespace {

namespace im2 = feishu::im::v2;
using ids = std::vector<std::string>;

/// Ann owns the group, Ben is a member, the bot is in it. Events are kept.
struct group_world : world {
    emulator::app other = tenant.add_app("other");
    feishu::image_key image = tenant.add_resource({.file = {}, .app = bot.app_id, .is_image = true});
    std::vector<emulator::outbound_event> received;

    group_world() {
        tenant.on_event =
            recorded([this](emulator::outbound_event event) { received.push_back(std::move(event)); });
    }

    template <class E>
    int code_as(emulator::user const& user, E const& request) {
        auto const response = run_as(user, request);
        return response ? 0 : response.error().code;
    }
    template <class E>
    int code_of(emulator::app const& app, E const& request) {
        auto const response = run_with({.kind = feishu::token::tenant, .app = app, .user = {}}, request);
        return response ? 0 : response.error().code;
    }
    std::vector<std::string> event_types() const {
        std::vector<std::string> out;
        for (auto const& one : received)
            out.push_back(one.type);
        return out;
    }
    /// The only event of this type since the last call.
    template <class E>
    E only() {
        std::vector<E> found;
        for (auto& one : received)
            if (one.type == E::spec.type)
                found.push_back(feishu::json::read<E>(one.document("token")).value());
        received.clear();
        BOOST_TEST_REQUIRE(found.size() == 1u);
        return found[0];
    }
    feishu::chat_id one_to_one() {
        auto const id = tenant.enter(ann, bot.app_id);
        received.clear();
        return id;
    }
    feishu::chat_id dissolved() {
        auto const id = tenant.add_chat("gone", {ann, ben});
        tenant.find_chat(id)->dissolved = true;
        return id;
    }
    emulator::user gone() {
        auto const user = tenant.add_user("Gus");
        tenant.find_user(user.open_id)->resigned = true;
        return user;
    }
    /// Only these users are in the bot's availability.
    void make_available(std::set<feishu::open_id> users) {
        bot.available_to = users;
        tenant.find_app(bot.app_id)->available_to = std::move(users);
    }
    void require_approval() {
        group().settings.edit().membership_approval = im::membership_approval::approval_required;
    }
    void publish_group() { group().settings.edit().chat_type = im::chat_privacy::public_; }
    im::chat_members::create add(ids users) const { return {.chat_id = ops, .id_list = std::move(users)}; }
    im::chat_members::create add_apps(ids apps) const {
        return {.chat_id = ops, .member_id_type = im::member_id_type::app_id, .id_list = std::move(apps)};
    }
    im::chat_members::delete_ remove(ids users) const {
        return {.chat_id = ops, .id_list = std::move(users)};
    }
    im::chat_managers::add_managers appoint(ids users) const {
        return {.chat_id = ops, .manager_ids = std::move(users)};
    }
    im::chat_moderation::update let_speak(ids users) const {
        return {.chat_id = ops,
                .moderation_setting = im::moderation_permission::moderator_list,
                .moderator_added_list = std::move(users)};
    }
    emulator::app without_bot() {
        emulator::app app;
        app.name = "no bot";
        app.bot = false;
        return tenant.add_app(app);
    }
};

/// The codes of an endpoint of one chat: no bot ability, unknown chat, dissolved, not in it. 0 for a code that the
/// endpoint does not return.
template <class Make>
std::vector<int> common_codes(Make make) {
    group_world w;
    auto const outside = w.tenant.add_chat("theirs", {w.eve}, std::vector<feishu::app_id>{});
    return {w.code_of(w.without_bot(), make(w.ops)), w.code(make(feishu::chat_id("oc_unknown"))),
            w.code(make(w.dissolved())), w.code(make(outside))};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_groups)

BOOST_AUTO_TEST_CASE(every_endpoint_of_a_chat_refuses_unknown_dissolved_and_foreign_chats) {
    using codes = std::vector<int>;
    BOOST_TEST((common_codes([](auto id) { return im::chat::get{.chat_id = id}; }) ==
                codes{232025, 232006, 0, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat::update{.chat_id = id, .name = "x"}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat::delete_{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat::link{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_members::get{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) {
                    return im::chat_members::create{.chat_id = id, .id_list = {"ou_1"}};
                }) == codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) {
                    return im::chat_members::delete_{.chat_id = id, .id_list = {"ou_1"}};
                }) == codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_members::is_in_chat{.chat_id = id}; }) ==
                codes{232025, 232006, 0, 0}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_members::me_join{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232008}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_members::bots{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_members::list{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 102021}));
    BOOST_TEST((common_codes([](auto id) {
                    return im::chat_managers::add_managers{.chat_id = id, .manager_ids = {"ou_1"}};
                }) == codes{232025, 232001, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) {
                    return im::chat_managers::delete_managers{.chat_id = id, .manager_ids = {"ou_1"}};
                }) == codes{232025, 232001, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_moderation::get{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
    BOOST_TEST((common_codes([](auto id) { return im::chat_moderation::update{.chat_id = id}; }) ==
                codes{232025, 232006, 232009, 232011}));
}

BOOST_AUTO_TEST_CASE(lists_and_creation_need_the_bot_ability) {
    group_world w;
    auto const app = w.without_bot();
    BOOST_TEST(w.code_of(app, im::chat::create{}) == 232025);
    BOOST_TEST(w.code_of(app, im::chat::list{}) == 232025);
    BOOST_TEST(w.code_of(app, im::chat::search{.query = "ops"}) == 232025);
    BOOST_TEST(w.code_of(app, im::chat::batch_query{.chat_ids = {w.ops}}) == 232025);
    BOOST_TEST(w.code_of(app, im2::chat::search{.query = "ops"}) == 232025);
}

BOOST_AUTO_TEST_CASE(operations_on_groups_refuse_one_to_one_chats) {
    group_world w;
    auto const p2p = w.one_to_one();
    BOOST_TEST(w.code(im::chat::update{.chat_id = p2p, .name = "x"}) == 232008);
    BOOST_TEST(w.code(im::chat::delete_{.chat_id = p2p}) == 232008);
    BOOST_TEST(w.code(im::chat::link{.chat_id = p2p}) == 232062);
    BOOST_TEST(w.code(im::chat_members::create{.chat_id = p2p, .id_list = {w.eve.open_id.str()}}) == 232090);
    BOOST_TEST(w.code(im::chat_members::delete_{.chat_id = p2p, .id_list = {w.ann.open_id.str()}}) == 232001);
    BOOST_TEST(w.code(im::chat_members::me_join{.chat_id = p2p}) == 232008);
    BOOST_TEST(w.code(im::chat_managers::add_managers{.chat_id = p2p, .manager_ids = {"ou_1"}}) == 232001);
    BOOST_TEST(w.code(im::chat_moderation::get{.chat_id = p2p}) == 232001);
    BOOST_TEST((w.run(im::chat::get{.chat_id = p2p}).value().chat_mode == im::chat_mode::p2p));
}

BOOST_AUTO_TEST_CASE(a_bot_creates_a_group_and_owns_it) {
    group_world w;
    auto const made = w.run(im::chat::create{.avatar = w.image,
                                             .name = "war room",
                                             .description = "incident 7",
                                             .user_id_list = {w.ann.open_id.str(), w.ann.open_id.str()},
                                             .bot_id_list = {w.other.app_id},
                                             .labels = {"l1"}})
                          .value();
    BOOST_TEST(made.name == "war room");
    BOOST_TEST(made.owner_id.empty());
    BOOST_TEST(made.avatar.ends_with(w.image.str()));
    BOOST_TEST(made.user_count == "1");
    BOOST_TEST(made.bot_count == "2");
    BOOST_TEST((made.chat_status == im::chat_status::normal));
    BOOST_TEST(
        (w.event_types() == std::vector<std::string>{"im.chat.member.bot.added_v1"})); // the invited bot
    auto const read = w.run(im::chat::get{.chat_id = made.chat_id}).value();
    BOOST_TEST(read.description == "incident 7");
    BOOST_TEST((read.labels == ids{"l1"}));
    BOOST_TEST((read.edit_permission == im::chat_permission_status::all_members));
    BOOST_TEST(w.code(im::chat::delete_{.chat_id = made.chat_id}) == 0); // it owns it
}

BOOST_AUTO_TEST_CASE(a_group_created_for_a_user_has_that_owner_and_the_bot_as_manager) {
    group_world w;
    auto const made = w.run(im::chat::create{.user_id_type = feishu::user_id_type::user_id,
                                             .set_bot_manager = true,
                                             .name = "theirs",
                                             .owner_id = w.ben.user_id.str()})
                          .value();
    BOOST_TEST(made.owner_id == w.ben.user_id.str());
    BOOST_TEST((made.owner_id_type == feishu::user_id_type::user_id));
    BOOST_TEST((made.bot_manager_id_list == std::vector<feishu::app_id>{w.bot.app_id}));
    BOOST_TEST(w.tenant.find_chat(made.chat_id)->has(w.ben.open_id));
}

BOOST_AUTO_TEST_CASE(the_same_uuid_creates_one_group_within_ten_hours) {
    group_world w;
    im::chat::create const request{.uuid = "u-1", .name = "once"};
    auto const first = w.run(request).value().chat_id;
    w.tenant.advance(9h);
    BOOST_TEST(w.run(request).value().chat_id == first);
    w.tenant.advance(1h);
    BOOST_TEST(w.run(request).value().chat_id != first);
}

BOOST_AUTO_TEST_CASE(a_group_is_not_created_from_unusable_parts) {
    group_world w;
    auto const eve = w.eve.open_id.str();
    BOOST_TEST(w.code(im::chat::create{.avatar = feishu::image_key("img_unknown")}) == 232001);
    BOOST_TEST(w.code(im::chat::create{.chat_mode = im::chat_mode::topic}) == 232001);
    BOOST_TEST(w.code(im::chat::create{.owner_id = "ou_unknown"}) == 232030);
    BOOST_TEST(w.code(im::chat::create{.user_id_list = {"ou_unknown"}}) == 232043);
    BOOST_TEST(w.code(im::chat::create{.user_id_list = {w.gone().open_id.str()}}) == 232022);
    BOOST_TEST(w.code(im::chat::create{.bot_id_list = {feishu::app_id("cli_unknown")}}) == 232021);
    BOOST_TEST(w.code(im::chat::create{.name = "x", .chat_type = im::chat_privacy::public_}) == 232042);
    BOOST_TEST(w.code(im::chat::create{
                   .name = "xy", .chat_type = im::chat_privacy::public_, .external = true}) == 232069);
    w.tenant.settings.external_chats = false;
    BOOST_TEST(w.code(im::chat::create{.external = true}) == 232033);
    w.tenant.settings.max_chat_members = 1;
    BOOST_TEST(w.code(im::chat::create{.user_id_list = {eve, w.ann.open_id.str()}}) == 232013);
    w.make_available({w.ann.open_id});
    BOOST_TEST(w.code(im::chat::create{.user_id_list = {eve}}) == 232043);
}

BOOST_AUTO_TEST_CASE(others_see_a_part_of_a_public_group) {
    group_world w;
    BOOST_TEST(w.code_as(w.eve, im::chat::get{.chat_id = w.ops}) == 232011);
    w.publish_group();
    auto const seen = w.run_as(w.eve, im::chat::get{.chat_id = w.ops}).value();
    BOOST_TEST(seen.name == "ops");
    BOOST_TEST(seen.user_count.empty());
    w.group().dissolved = true;
    BOOST_TEST((w.run(im::chat::get{.chat_id = w.ops}).value().chat_status == im::chat_status::dissolved));
}

BOOST_AUTO_TEST_CASE(an_update_is_pushed_with_what_changed) {
    group_world w;
    w.run(im::chat::update{.chat_id = w.ops, .name = "night shift", .description = "from 22:00"}).value();
    auto const e = w.only<im::chat::updated_v1>();
    BOOST_TEST(e.event.before_change.name == "ops");
    BOOST_TEST(e.event.after_change.name == "night shift");
    BOOST_TEST(e.event.after_change.description == "from 22:00");
    BOOST_TEST(!e.event.after_change.edit_permission.has_value());
    BOOST_TEST(e.event.operator_id.open_id == w.bot.bot_open_id);
    w.run(im::chat::update{.chat_id = w.ops, .name = "night shift"}).value();
    BOOST_TEST(w.received.empty()); // nothing changed
}

BOOST_AUTO_TEST_CASE(every_setting_of_an_update_is_kept_and_pushed) {
    group_world w;
    feishu::model::i18n_names const names{.zh_cn = "值班", .en_us = "On call", .ja_jp = {}};
    im::model::restricted_mode_setting restricted{.status = true};
    restricted.download_has_permission_setting = im::restricted_mode_permission::not_anyone;
    w.run_as(w.ann, im::chat::update{.chat_id = w.ops,
                                     .avatar = w.image,
                                     .i18n_names = names,
                                     .add_member_permission = im::chat_permission::only_owner,
                                     .share_card_permission = im::share_card_permission::not_allowed,
                                     .at_all_permission = im::chat_permission::only_owner,
                                     .edit_permission = im::chat_permission::only_owner,
                                     .join_message_visibility = im::message_visibility::not_anyone,
                                     .leave_message_visibility = im::message_visibility::only_owner,
                                     .membership_approval = im::membership_approval::approval_required,
                                     .restricted_mode_setting = restricted,
                                     .chat_type = im::chat_privacy::public_,
                                     .group_message_type = im::group_message_type::thread,
                                     .urgent_setting = im::chat_permission::only_owner,
                                     .video_conference_setting = im::chat_permission::only_owner,
                                     .hide_member_count_setting = im::chat_permission::only_owner,
                                     .pin_manage_setting = im::chat_permission::only_owner,
                                     .labels = {"l1"},
                                     .toolkit_ids = {"t1"}})
        .value();
    auto const change = w.only<im::chat::updated_v1>().event.after_change;
    BOOST_TEST((change.add_member_permission == im::chat_permission_status::only_owner));
    BOOST_TEST((change.share_card_permission == im::share_card_permission_status::not_allowed));
    BOOST_TEST((change.join_message_visibility == im::message_visibility::not_anyone));
    BOOST_TEST((change.membership_approval == im::membership_approval::approval_required));
    BOOST_TEST((change.group_message_type == im::group_message_type::thread));
    BOOST_TEST((change.labels == ids{"l1"}));
    BOOST_TEST(*change.i18n_names.en_us == "On call");
    BOOST_TEST(*change.restricted_mode_setting.status);
    auto const seen = w.run(im::chat::get{.chat_id = w.ops}).value();
    BOOST_TEST((seen.chat_type == im::chat_privacy::public_));
    BOOST_TEST((seen.urgent_setting == im::chat_permission_status::only_owner));
    BOOST_TEST((seen.hide_member_count_setting == im::chat_permission_status::only_owner));
    BOOST_TEST((seen.toolkit_ids == ids{"t1"}));
    BOOST_TEST(*seen.i18n_names.zh_cn == "值班");
}

BOOST_AUTO_TEST_CASE(ordinary_members_may_change_what_the_edit_permission_allows) {
    group_world w;
    BOOST_TEST(w.code_as(w.ben, im::chat::update{.chat_id = w.ops, .name = "ben's"}) == 0);
    BOOST_TEST(w.code_as(w.ben, im::chat::update{.chat_id = w.ops, .labels = {"l"}}) == 232016);
    w.group().settings.edit().edit_permission = im::chat_permission::only_owner;
    BOOST_TEST(w.code_as(w.ben, im::chat::update{.chat_id = w.ops, .name = "ben's again"}) == 232002);
    BOOST_TEST(w.tenant.add_manager(w.ops, w.ben));
    BOOST_TEST(w.code_as(w.ben, im::chat::update{.chat_id = w.ops, .labels = {"l"}}) == 0);
}

BOOST_AUTO_TEST_CASE(an_update_refuses_unusable_values) {
    group_world w;
    auto const as_ann = [&](im::chat::update request) { return w.code_as(w.ann, request); };
    BOOST_TEST(as_ann({.chat_id = w.ops, .avatar = feishu::image_key("img_unknown")}) == 232041);
    BOOST_TEST(as_ann({.chat_id = w.ops, .name = "x", .chat_type = im::chat_privacy::public_}) == 232001);
    auto const taken = w.tenant.add_chat("taken", {w.ann});
    w.tenant.find_chat(taken)->settings.edit().chat_type = im::chat_privacy::public_;
    BOOST_TEST(as_ann({.chat_id = w.ops, .name = "taken", .chat_type = im::chat_privacy::public_}) == 232026);
    w.group().settings.edit().external = true;
    BOOST_TEST(as_ann({.chat_id = w.ops, .chat_type = im::chat_privacy::public_}) == 232069);
}

BOOST_AUTO_TEST_CASE(the_owner_hands_over_the_group) {
    group_world w;
    auto const to = [&](std::string id) {
        return im::chat::update{.chat_id = w.ops, .owner_id = std::move(id)};
    };
    BOOST_TEST(w.tenant.add_manager(w.ops, w.ben));
    BOOST_TEST(w.code_as(w.ben, to(w.ben.open_id.str())) == 232016); // a manager is not the owner
    BOOST_TEST(w.code_as(w.ann, to("ou_unknown")) == 232035);
    BOOST_TEST(w.code_as(w.ann, to(w.eve.open_id.str())) == 232012);
    auto const gus = w.gone();
    w.group().members.push_back(gus.open_id);
    BOOST_TEST(w.code_as(w.ann, to(gus.open_id.str())) == 232031);
    BOOST_TEST(w.code_as(w.ann, to(w.ben.open_id.str())) == 0);
    BOOST_TEST(w.group().owner == w.ben.open_id);
    BOOST_TEST(w.group().managers.empty());
    auto const e = w.only<im::chat::updated_v1>();
    BOOST_TEST(e.event.before_change.owner_id.open_id == w.ann.open_id);
    BOOST_TEST(e.event.after_change.owner_id.open_id == w.ben.open_id);
}

BOOST_AUTO_TEST_CASE(only_the_owner_dissolves_a_group) {
    group_world w;
    BOOST_TEST(w.code_as(w.ben, im::chat::delete_{.chat_id = w.ops}) == 232017);
    BOOST_TEST(w.code_as(w.ann, im::chat::delete_{.chat_id = w.ops}) == 0);
    BOOST_TEST(w.only<im::chat::disbanded_v1>().event.operator_id.open_id == w.ann.open_id);
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 232009);
}

BOOST_AUTO_TEST_CASE(the_creator_bot_acts_as_owner_with_its_scope) {
    group_world w;
    w.group().creator_bot = w.bot.app_id;
    w.bot.scopes = std::set<std::string>{"im:chat"};
    BOOST_TEST(w.code(im::chat::delete_{.chat_id = w.ops}) == 232017);
    w.bot.scopes->insert("im:chat:operate_as_owner");
    BOOST_TEST(w.code(im::chat::delete_{.chat_id = w.ops}) == 0);
}

BOOST_AUTO_TEST_CASE(users_join_with_a_share_link_until_it_expires) {
    group_world w;
    auto const link = w.run(im::chat::link{.chat_id = w.ops}).value();
    BOOST_TEST(!link.is_permanent);
    BOOST_TEST(link.expire_time.count() == 1'700'000'000 + 7 * 24 * 3600);
    BOOST_TEST(w.tenant.join_by_link(w.eve, link.share_link).has_value());
    BOOST_TEST(w.group().has(w.eve.open_id));
    BOOST_TEST(w.tenant.join_by_link(w.eve, "https://example.com").error().code == 232001);
    auto const forever =
        w.run(im::chat::link{.chat_id = w.ops, .validity_period = im::chat_link_validity::permanently})
            .value();
    BOOST_TEST(forever.is_permanent);
    auto const year =
        w.run(im::chat::link{.chat_id = w.ops, .validity_period = im::chat_link_validity::year}).value();
    w.tenant.advance(24h * 8);
    auto const zoe = w.tenant.add_user("Zoe");
    BOOST_TEST(w.tenant.join_by_link(zoe, link.share_link).error().code == 232001);
    BOOST_TEST(w.tenant.join_by_link(zoe, year.share_link).has_value());
    w.tenant.dissolve(w.ops);
    BOOST_TEST(w.tenant.join_by_link(zoe, forever.share_link).error().code == 232009);
}

BOOST_AUTO_TEST_CASE(sharing_can_be_kept_to_managers) {
    group_world w;
    w.group().settings.edit().share_card_permission = im::share_card_permission::not_allowed;
    BOOST_TEST(w.code_as(w.ben, im::chat::link{.chat_id = w.ops}) == 232064);
    BOOST_TEST(w.code_as(w.ann, im::chat::link{.chat_id = w.ops}) == 0);
}

BOOST_AUTO_TEST_CASE(chats_are_listed_by_creation_in_pages) {
    group_world w;
    for (int i = 0; i < 5; ++i)
        w.tenant.add_chat("g" + std::to_string(i), {w.ann});
    w.tenant.add_chat("not theirs", {w.eve}, std::vector<feishu::app_id>{});
    w.dissolved();
    w.one_to_one();
    im::chat::list request{.page_size = 4};
    auto const first = w.run(request).value();
    BOOST_TEST(first.items.size() == 4u);
    BOOST_TEST(first.items[0].name == "ops");
    BOOST_TEST_REQUIRE(first.has_more);
    request.page_token = first.page_token;
    auto const second = w.run(request).value();
    BOOST_TEST(second.items.size() == 2u);
    BOOST_TEST(!second.has_more);
    request.sort_type = im::chat_sort_type::ByActiveTimeDesc; // another query
    BOOST_TEST(w.code(request) == 232001);
    BOOST_TEST(w.code(im::chat::list{.types = "rooms"}) == 232001);
}

BOOST_AUTO_TEST_CASE(chats_are_listed_by_activity_and_type) {
    group_world w;
    auto const quiet = w.tenant.add_chat("quiet", {w.ann});
    auto const busy = w.tenant.add_chat("busy", {w.ann});
    w.tenant.say(w.ann, w.ops, "first").value();
    w.tenant.say(w.ann, busy, "second").value();
    im::chat::list request{.sort_type = im::chat_sort_type::ByActiveTimeDesc, .page_size = 2};
    auto const first = w.run(request).value();
    BOOST_TEST_REQUIRE(first.items.size() == 2u);
    BOOST_TEST(first.items[0].chat_id == busy);
    BOOST_TEST(first.items[1].chat_id == w.ops);
    request.page_token = first.page_token;
    BOOST_TEST(w.run(request).value().items.at(0).chat_id == quiet);
    auto const p2p = w.one_to_one();
    auto const direct = w.run_as(w.ann, im::chat::list{.types = "p2p"}).value();
    BOOST_TEST_REQUIRE(direct.items.size() == 1u);
    BOOST_TEST(direct.items[0].chat_id == p2p);
    BOOST_TEST((direct.items[0].p2p_target_type == im::p2p_target_type::bot));
    BOOST_TEST(*direct.items[0].p2p_target_id == w.bot.bot_open_id.str());
    auto const of_bot = w.run(im::chat::list{.types = "group,p2p"}).value();
    BOOST_TEST(of_bot.items.size() == 4u);
    BOOST_TEST(*of_bot.items[3].p2p_target_id == w.ann.open_id.str());
}

BOOST_AUTO_TEST_CASE(a_search_finds_groups_by_names_and_members) {
    group_world w;
    auto const hidden = w.tenant.add_chat("Ops Hidden", {w.eve}, std::vector<feishu::app_id>{});
    auto const open = w.tenant.add_chat("OPS open", {w.eve}, std::vector<feishu::app_id>{});
    w.tenant.find_chat(open)->settings.edit().chat_type = im::chat_privacy::public_;
    auto const search = [&](std::string query) {
        return w.run(im::chat::search{.query = std::move(query)}).value();
    };
    BOOST_TEST(search("ops").items.size() == 2u);
    BOOST_TEST(search("ben").items.size() == 1u); // a member of the group
    BOOST_TEST(search("").items.empty());
    BOOST_TEST(search(std::string(65, 'o')).items.empty());
    w.group().settings.edit().i18n_names.zh_cn = "值班";
    BOOST_TEST(search("值班").items.size() == 1u);
    im::chat::search paged{.query = "ops", .page_size = 1};
    paged.page_token = w.run(paged).value().page_token;
    BOOST_TEST(w.run(paged).value().items.at(0).chat_id == open);
    paged.query = "other";
    BOOST_TEST(w.code(paged) == 232001);
    BOOST_TEST(
        w.run_as(w.eve, im::chat::batch_query{.chat_ids = {w.ops, hidden, feishu::chat_id("oc_unknown")}})
            .value()
            .items.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_search_of_very_many_chats_ends_its_page_early) {
    group_world w;
    std::vector<feishu::open_id> crowd;
    for (int i = 0; i < 100; ++i)
        crowd.push_back(w.tenant.add_user("Zed").open_id);
    for (int i = 0; i < 1'500; ++i)
        w.tenant.add_chat("team", crowd);
    w.tenant.add_chat("needle", {w.ann});
    im::chat::search request{.query = "needle"};
    auto const first = w.run(request).value();
    BOOST_TEST(first.items.empty());
    BOOST_TEST_REQUIRE(first.has_more);
    request.page_token = first.page_token;
    BOOST_TEST(w.run(request).value().items.size() == 1u);
    BOOST_TEST(!w.run(im2::chat::search{.query = "needle"}).value().notice.empty());
}

BOOST_AUTO_TEST_CASE(the_search_with_conditions_filters_sorts_and_marks) {
    group_world w;
    w.tenant.advance(1s);
    auto const big = w.tenant.add_chat("Big ops", {w.ben, w.ann, w.eve});
    w.tenant.find_chat(big)->settings.edit().group_message_type = im::group_message_type::thread;
    auto const found = [&](im2::chat::search request) { return w.run_as(w.ann, request).value(); };
    auto const both = found({.query = "ops"});
    BOOST_TEST_REQUIRE(both.items.size() == 2u);
    BOOST_TEST(both.total == 2);
    BOOST_TEST(both.items[0].meta_data.chat_id == big); // the newest
    BOOST_TEST(both.items[0].display_info == "Big <h>ops</h>");
    BOOST_TEST(both.items[0].meta_data.create_time == "2023-11-14T22:13:21Z");
    using filter = im2::chat::chat_filter;
    BOOST_TEST(found({.filter = filter{.member_ids = {w.eve.open_id.str()}}}).total == 1);
    BOOST_TEST(found({.query = "ops", .filter = filter{.is_manager = true}}).items.at(0).id == w.ops.str());
    BOOST_TEST(
        found({.query = "ops", .filter = filter{.chat_modes = {im2::chat::searched_chat_mode::thread}}})
            .items.at(0)
            .id == big.str());
    BOOST_TEST(found({.query = "ben", .filter = filter{.disable_search_by_user = true}}).total == 0);
    BOOST_TEST(found({.query = "ops",
                      .filter = filter{.search_types = {im2::chat::chat_search_type::public_joined}}})
                   .total == 0);
    BOOST_TEST(found({.query = "ops", .sorter = im2::chat::chat_sorter::member_count_desc}).items.at(0).id ==
               big.str());
    im2::chat::search paged{.page_size = 1, .query = "ops"};
    auto const first = found(paged);
    BOOST_TEST(first.has_more);
    paged.page_token = first.page_token;
    BOOST_TEST(found(paged).items.at(0).id == w.ops.str());
    paged.query = "big";
    BOOST_TEST(w.code_as(w.ann, paged) == 232001);
    BOOST_TEST(w.code(im2::chat::search{}) == 232001);
    BOOST_TEST(w.code(im2::chat::search{.filter = filter{.member_ids = {"ou_unknown"}}}) == 232001);
}

BOOST_AUTO_TEST_CASE(one_to_one_chats_are_found_by_the_other_user) {
    group_world w;
    auto const chat = w.tenant.p2p_chat(w.as_user(w.ann), w.ben.open_id).chat_id;
    auto const found =
        w.run_as(w.ann, im::chat_p2p::batch_query{.chatter_ids = {w.ben.open_id.str(), w.eve.open_id.str(),
                                                                  "ou_unknown"}})
            .value();
    BOOST_TEST_REQUIRE(found.p2p_chats.size() == 1u);
    BOOST_TEST(found.p2p_chats[0].chat_id == chat);
    BOOST_TEST(w.tenant.p2p_chat(w.as_user(w.ben), w.ann.open_id).chat_id == chat);
    BOOST_TEST(w.code_as(w.ann, im::chat_p2p::batch_query{.chatter_ids = ids(201, "ou_1")}) == 232001);
}

BOOST_AUTO_TEST_CASE(the_first_contact_of_user_and_bot_is_pushed_once) {
    group_world w;
    w.run(w.to_user(w.ann, "hello")).value();
    w.tenant.enter(w.ann, w.bot.app_id);
    BOOST_TEST_REQUIRE(!w.received.empty());
    auto const by_bot = feishu::json::read<im::chat_p2p::created>(w.received[0].document("token")).value();
    BOOST_TEST(by_bot.event.operator_.open_id.empty());
    BOOST_TEST(by_bot.event.user.name == "Ann");
    BOOST_TEST(std::ranges::count(w.event_types(), "p2p_chat_create") == 1);
    w.received.clear();
    auto const chat = w.tenant.enter(w.ben, w.bot.app_id);
    auto const by_user =
        feishu::json::read<im::chat_p2p::created>(w.received.at(0).document("token")).value();
    BOOST_TEST(by_user.event.operator_.open_id == w.ben.open_id);
    BOOST_TEST(by_user.event.chat_id == chat);
    BOOST_TEST(by_user.token == "token");
}

BOOST_AUTO_TEST_CASE(members_are_listed_in_pages) {
    group_world w;
    im::chat_members::get request{
        .chat_id = w.ops, .member_id_type = feishu::user_id_type::union_id, .page_size = 1};
    auto const first = w.run(request).value();
    BOOST_TEST(first.member_total == 2);
    BOOST_TEST(first.items.at(0).member_id == w.ann.union_id.str());
    BOOST_TEST(first.items.at(0).name == "Ann");
    request.page_token = first.page_token;
    BOOST_TEST(w.run(request).value().items.at(0).member_id == w.ben.union_id.str());
    request.page_token = "nonsense";
    BOOST_TEST(w.code(request) == 232001);
    BOOST_TEST(w.run(im::chat_members::is_in_chat{.chat_id = w.ops}).value().is_in_chat);
    BOOST_TEST(!w.run_as(w.eve, im::chat_members::is_in_chat{.chat_id = w.ops}).value().is_in_chat);
}

BOOST_AUTO_TEST_CASE(users_and_bots_of_a_group_are_listed_together) {
    group_world w;
    BOOST_TEST(w.run(im::chat_members::bots{.chat_id = w.ops}).value().items.at(0).bot_id ==
               w.bot.bot_open_id);
    im::chat_members::list request{.chat_id = w.ops, .page_size = 2};
    auto const first = w.run(request).value();
    BOOST_TEST(first.users.size() == 2u);
    BOOST_TEST(first.bot_total == 1);
    BOOST_TEST_REQUIRE(first.has_more);
    request.page_token = first.page_token;
    BOOST_TEST(w.run(request).value().bots.at(0).member_id == w.bot.bot_open_id.str());
    request.member_types = {im::chat_members::member_type::bot};
    BOOST_TEST(w.code(request) == 232001); // the token of another list
    request.page_token.reset();
    request.member_id_type = im::member_id_type::app_id;
    BOOST_TEST(w.run(request).value().bots.at(0).member_id == w.bot.app_id.str());
}

BOOST_AUTO_TEST_CASE(added_users_and_bots_are_pushed) {
    group_world w;
    auto const zoe = w.tenant.add_user("Zoe");
    w.run(w.add({w.eve.open_id.str(), zoe.open_id.str(), w.ann.open_id.str()})).value();
    auto const e = w.only<im::chat_member_user::added_v1>();
    BOOST_TEST_REQUIRE(e.event.users.size() == 2u); // Ann was in the group
    BOOST_TEST(e.event.users[1].name == "Zoe");
    w.run(w.add_apps({w.other.app_id.str()})).value();
    BOOST_TEST(w.only<im::chat_member_bot::added_v1>().header.app_id == w.other.app_id);
    BOOST_TEST(w.group().has(w.other.app_id));
}

BOOST_AUTO_TEST_CASE(the_request_decides_what_becomes_of_ids_that_cannot_be_added) {
    group_world w;
    w.make_available({w.ann.open_id, w.ben.open_id, w.eve.open_id});
    auto const hidden = w.tenant.add_user("Hid").open_id.str();
    auto const resigned = w.gone().open_id.str();
    auto const eve = w.eve.open_id.str();
    BOOST_TEST(w.code(w.add({eve, "ou_unknown"})) == 99992351);
    BOOST_TEST(w.code(w.add({eve, hidden})) == 232024);
    auto by_type = w.add({"on_unknown"});
    by_type.member_id_type = im::member_id_type::union_id;
    BOOST_TEST(w.code(by_type) == 99992364);
    by_type.member_id_type = im::member_id_type::user_id;
    BOOST_TEST(w.code(by_type) == 99992360);
    auto strict = w.add({eve, resigned});
    strict.succeed_type = im::add_members_mode::all_or_nothing;
    BOOST_TEST(w.code(strict) == 232043);
    BOOST_TEST(!w.group().has(w.eve.open_id));
    w.make_available({w.ann.open_id, w.ben.open_id, w.eve.open_id, feishu::open_id(resigned)});
    BOOST_TEST(w.code(w.add({resigned})) == 232027);
    auto lenient = w.add({eve, resigned, hidden, "ou_unknown"});
    lenient.succeed_type = im::add_members_mode::add_available;
    auto const added = w.run(lenient).value();
    BOOST_TEST((added.not_existed_id_list == ids{"ou_unknown"}));
    BOOST_TEST((added.invalid_id_list == ids{hidden, resigned}));
    BOOST_TEST(w.group().has(w.eve.open_id));
}

BOOST_AUTO_TEST_CASE(groups_are_full_at_their_limits) {
    group_world w;
    w.tenant.settings.max_chat_members = 2;
    w.tenant.settings.max_chat_bots = 1;
    BOOST_TEST(w.code(w.add({w.eve.open_id.str()})) == 232013);
    BOOST_TEST(w.code(w.add_apps({w.other.app_id.str()})) == 232013);
    BOOST_TEST(w.code(w.add(ids(51, "ou_1"))) == 232001);
    BOOST_TEST(w.code(w.remove(ids(51, "ou_1"))) == 232001);
    BOOST_TEST(w.code(w.add_apps(ids(6, "cli_1"))) == 232001);
    w.publish_group();
    BOOST_TEST(w.code_as(w.eve, im::chat_members::me_join{.chat_id = w.ops}) == 232013);
    BOOST_TEST(w.code_of(w.other, im::chat_members::me_join{.chat_id = w.ops}) == 232013);
}

BOOST_AUTO_TEST_CASE(adding_can_be_kept_to_managers_or_need_approval) {
    group_world w;
    w.group().settings.edit().add_member_permission = im::chat_permission::only_owner;
    BOOST_TEST(w.code_as(w.ben, w.add({w.eve.open_id.str()})) == 232017);
    w.group().settings.edit().add_member_permission = im::chat_permission::all_members;
    w.require_approval();
    auto const pending = w.run_as(w.ben, w.add({w.eve.open_id.str()})).value();
    BOOST_TEST((pending.pending_approval_id_list == ids{w.eve.open_id.str()}));
    BOOST_TEST(!w.group().has(w.eve.open_id));
    BOOST_TEST(w.group().settings->membership_requests.at(0).inviter == w.ben.open_id);
    BOOST_TEST(w.received.empty());
    BOOST_TEST(w.tenant.approve_member(w.ops, w.eve));
    BOOST_TEST(!w.tenant.approve_member(w.ops, w.eve));
    BOOST_TEST(w.only<im::chat_member_user::added_v1>().event.operator_id.open_id == w.ann.open_id);
    BOOST_TEST(w.code_as(w.ann, w.add({w.tenant.add_user("Zoe").open_id.str()})) == 0); // managers approve
}

BOOST_AUTO_TEST_CASE(users_and_bots_join_public_groups) {
    group_world w;
    im::chat_members::me_join const join{.chat_id = w.ops};
    BOOST_TEST(w.code_as(w.eve, join) == 232008);
    w.publish_group();
    BOOST_TEST(w.code_as(w.eve, join) == 0);
    BOOST_TEST(w.only<im::chat_member_user::added_v1>().event.operator_id.open_id == w.eve.open_id);
    BOOST_TEST(w.code_as(w.eve, join) == 0); // again
    BOOST_TEST(w.received.empty());
    BOOST_TEST(w.code_of(w.other, join) == 0);
    BOOST_TEST(w.code_of(w.other, join) == 0);
    BOOST_TEST((w.event_types() == std::vector<std::string>{"im.chat.member.bot.added_v1"}));
    w.require_approval();
    auto const zoe = w.tenant.add_user("Zoe");
    BOOST_TEST(w.tenant.join(zoe, w.ops).error().code == 232075);
    BOOST_TEST(w.tenant.join(feishu::open_id("ou_unknown"), w.ops).error().code == 232007);
    BOOST_TEST(w.code_of(w.tenant.add_app("third"), join) == 232075);
    BOOST_TEST(w.tenant.reject_member(w.ops, zoe));
    BOOST_TEST(!w.tenant.approve_member(w.ops, zoe));
}

BOOST_AUTO_TEST_CASE(managers_remove_members_and_everyone_may_leave) {
    group_world w;
    BOOST_TEST(w.tenant.add_member(w.ops, w.eve));
    w.received.clear();
    BOOST_TEST(w.code_as(w.ben, w.remove({w.eve.open_id.str()})) == 232014);
    auto const removed = w.run_as(w.ann, w.remove({w.eve.open_id.str(), "ou_unknown"})).value();
    BOOST_TEST((removed.invalid_id_list == ids{"ou_unknown"}));
    BOOST_TEST(w.only<im::chat_member_user::deleted_v1>().event.users.at(0).user_id.open_id == w.eve.open_id);
    BOOST_TEST(w.code_as(w.ann, w.remove({w.eve.open_id.str()})) == 232027);
    BOOST_TEST(w.code_as(w.ben, w.remove({w.ben.open_id.str()})) == 0);
    BOOST_TEST(w.only<im::chat_member_user::deleted_v1>().event.operator_id.open_id == w.ben.open_id);
    BOOST_TEST(w.code(im::chat_members::delete_{.chat_id = w.ops,
                                                .member_id_type = im::member_id_type::app_id,
                                                .id_list = {w.bot.app_id.str(), "cli_unknown"}}) == 0);
    BOOST_TEST(w.only<im::chat_member_bot::deleted_v1>().header.app_id == w.bot.app_id);
    BOOST_TEST(w.code(im::chat::get{.chat_id = w.ops}) == 232011);
}

BOOST_AUTO_TEST_CASE(a_leaving_owner_hands_over_to_a_manager_or_the_next_member) {
    group_world w;
    BOOST_TEST(w.tenant.add_member(w.ops, w.eve));
    BOOST_TEST(w.tenant.add_manager(w.ops, w.eve));
    BOOST_TEST(w.code_as(w.eve, w.remove({w.ann.open_id.str()})) == 232076);
    w.received.clear();
    BOOST_TEST(w.code_as(w.ann, w.remove({w.ann.open_id.str()})) == 0);
    BOOST_TEST(w.group().owner == w.eve.open_id);
    BOOST_TEST(w.only<im::chat::updated_v1>().event.after_change.owner_id.open_id == w.eve.open_id);
    BOOST_TEST(w.tenant.remove_member(w.ops, w.eve));
    BOOST_TEST(w.group().owner == w.ben.open_id);
    BOOST_TEST(w.code_as(w.ben, w.remove({w.ben.open_id.str()})) == 232029);
}

BOOST_AUTO_TEST_CASE(a_group_without_users_has_no_owner) {
    group_world w;
    auto const made =
        w.run(im::chat::create{.name = "robots", .bot_id_list = {w.other.app_id}}).value().chat_id;
    BOOST_TEST(w.tenant.remove_bot(made, w.bot.app_id));
    auto const& where = *w.tenant.find_chat(made);
    BOOST_TEST(where.owner.empty());
    BOOST_TEST(!where.owned_by(w.bot.app_id));
    BOOST_TEST(w.code_of(w.other, im::chat::delete_{.chat_id = made}) == 232017);
}

BOOST_AUTO_TEST_CASE(the_owner_appoints_managers_up_to_the_limit) {
    group_world w;
    BOOST_TEST(w.code_as(w.ben, w.appoint({w.ben.open_id.str()})) == 232038);
    BOOST_TEST(w.code_as(w.ann, w.appoint({w.eve.open_id.str(), w.ann.open_id.str()})) == 232027);
    auto const listed = w.run_as(w.ann, w.appoint({w.ben.open_id.str(), "ou_unknown"})).value();
    BOOST_TEST((listed.chat_managers == ids{w.ben.open_id.str()}));
    auto bots = w.appoint({w.bot.app_id.str()});
    bots.member_id_type = im::member_id_type::app_id;
    BOOST_TEST(
        (w.run_as(w.ann, bots).value().chat_bot_managers == std::vector<feishu::app_id>{w.bot.app_id}));
    BOOST_TEST(w.code(im::chat::update{.chat_id = w.ops, .labels = {"l"}}) == 0); // the bot manages now
    w.tenant.settings.max_chat_managers = 2;
    BOOST_TEST(w.tenant.add_member(w.ops, w.eve));
    BOOST_TEST(w.code_as(w.ann, w.appoint({w.eve.open_id.str()})) == 232040);
    bots.manager_ids = ids(6, "cli_1");
    BOOST_TEST(w.code_as(w.ann, bots) == 232001);
    im::chat_managers::delete_managers dismiss{.chat_id = w.ops, .manager_ids = {w.ben.open_id.str()}};
    BOOST_TEST(w.code_as(w.ben, dismiss) == 232038);
    BOOST_TEST(w.run_as(w.ann, dismiss).value().chat_managers.empty());
    dismiss.manager_ids = {"ou_unknown"};
    BOOST_TEST(w.code_as(w.ann, dismiss) == 232027);
    dismiss.manager_ids = {w.bot.app_id.str()};
    dismiss.member_id_type = im::member_id_type::app_id;
    BOOST_TEST(w.run_as(w.ann, dismiss).value().chat_bot_managers.empty());
}

BOOST_AUTO_TEST_CASE(moderation_decides_who_may_speak) {
    group_world w;
    BOOST_TEST(w.code_as(w.ben, w.let_speak({w.ben.open_id.str()})) == 232017);
    BOOST_TEST(w.code_as(w.ann, w.let_speak({w.eve.open_id.str()})) == 232001);
    BOOST_TEST(w.code_as(w.ann, im::chat_moderation::update{.chat_id = w.ops,
                                                            .moderation_setting =
                                                                im::moderation_permission::only_owner}) == 0);
    auto e = w.only<im::chat::updated_v1>();
    BOOST_TEST((e.event.before_change.moderation_permission == im::moderation_permission::all_members));
    BOOST_TEST((e.event.after_change.moderation_permission == im::moderation_permission::only_owner));
    BOOST_TEST(w.tenant.say(w.ben, w.ops, "hi").error().code == 230018);
    BOOST_TEST(w.code(w.to_chat(text_of("hi"))) == 230018);
    BOOST_TEST(w.code_as(w.ann, w.let_speak({w.ben.open_id.str()})) == 0);
    e = w.only<im::chat::updated_v1>();
    BOOST_TEST(e.event.moderator_list.added_member_list.at(0).user_id.open_id == w.ben.open_id);
    BOOST_TEST(w.tenant.say(w.ben, w.ops, "hi").has_value());
    w.received.clear();
    im::chat_moderation::get read{.chat_id = w.ops, .page_size = 1};
    auto const listed = w.run(read).value();
    BOOST_TEST((listed.moderation_setting == im::moderation_permission::moderator_list));
    BOOST_TEST(listed.items.at(0).user_id == w.ben.open_id.str());
    BOOST_TEST(!listed.has_more);
    read.page_token = "nonsense";
    BOOST_TEST(w.code(read) == 232001);
    im::chat_moderation::update remove{.chat_id = w.ops, .moderator_removed_list = {w.ben.open_id.str()}};
    BOOST_TEST(w.code_as(w.ann, remove) == 0); // the setting stays
    BOOST_TEST(w.only<im::chat::updated_v1>().event.moderator_list.removed_member_list.size() == 1u);
    BOOST_TEST(w.tenant.say(w.ben, w.ops, "hi").error().code == 230018);
    BOOST_TEST(w.tenant.moderate(w.ops, im::moderation_permission::all_members));
    BOOST_TEST(w.tenant.say(w.ben, w.ops, "hi").has_value());
    BOOST_TEST(w.code_as(w.ann, remove) == 232001); // there is no list
}

BOOST_AUTO_TEST_CASE(moderators_are_listed_in_pages) {
    group_world w;
    BOOST_TEST(w.tenant.moderate(w.ops, im::moderation_permission::moderator_list, {w.ann, w.ben}));
    im::chat_moderation::get request{.chat_id = w.ops, .page_size = 1};
    auto const first = w.run(request).value();
    BOOST_TEST_REQUIRE(first.has_more);
    request.page_token = first.page_token;
    BOOST_TEST(w.run(request).value().items.at(0).user_id == w.ben.open_id.str());
}

BOOST_AUTO_TEST_CASE(people_change_groups_with_the_same_events) {
    group_world w;
    auto settings = *w.group().settings;
    settings.description = "new";
    BOOST_TEST(w.tenant.change_chat(w.ops, settings));
    BOOST_TEST(w.only<im::chat::updated_v1>().event.after_change.description == "new");
    BOOST_TEST(w.tenant.transfer_owner(w.ops, w.ben));
    BOOST_TEST(!w.tenant.transfer_owner(w.ops, w.eve));
    auto const e = w.only<im::chat::updated_v1>();
    BOOST_TEST(e.event.operator_id.open_id == w.ann.open_id);
    BOOST_TEST(w.tenant.add_member(w.ops, w.eve));
    w.received.clear();
    BOOST_TEST(w.tenant.withdraw_member(w.ops, w.eve));
    BOOST_TEST(!w.tenant.withdraw_member(w.ops, w.eve));
    BOOST_TEST(w.only<im::chat_member_user::withdrawn_v1>().event.users.at(0).name == "Eve");
    BOOST_TEST(w.tenant.add_manager(w.ops, w.ann));
    BOOST_TEST(w.tenant.remove_manager(w.ops, w.ann));
    BOOST_TEST(!w.tenant.remove_manager(w.ops, w.ann));
}

BOOST_AUTO_TEST_SUITE_END()
