#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/emulator/handlers/application/v6/app_badge.hpp>
#include <feishu/emulator/handlers/application/v6/application.hpp>
#include <feishu/emulator/handlers/application/v6/application_app_version.hpp>
#include <feishu/emulator/handlers/application/v6/scope.hpp>
#include <feishu/emulator/handlers/bot/v3/bot.hpp>
#include <feishu/emulator/handlers/bot/v4/bot.hpp>
#include <feishu/emulator/handlers/event/v1/event.hpp>
#include <feishu/emulator/handlers/optical_char_recognition/v1/image.hpp>
#include <feishu/emulator/handlers/speech_to_text/v1/speech.hpp>
#include <feishu/emulator/handlers/tenant/v2/tenant.hpp>
#include <feishu/emulator/handlers/translation/v1/text.hpp>

#include "../../../published.hpp"
#include "../../../world.hpp"

using namespace test;
namespace app6 = feishu::application::v6;

namespace {

using name_list = std::vector<std::string>;

struct consoles : world {
    emulator::app_profile& profile() { return *tenant.find_app_profile(bot); }
    std::string submitted(std::string number, std::set<std::string> scopes = {}) {
        return tenant.submit_version(bot, {.version = std::move(number), .scopes = std::move(scopes)}, ann);
    }
    app6::application::get get(std::string id = "me") const {
        return {.app_id = std::move(id), .lang = app6::app_language::en_us};
    }
    app6::application_app_version::list versions() const {
        return {.app_id = "me", .lang = app6::app_language::en_us};
    }
    app6::application_app_version::get version(std::string id) const {
        return {.app_id = "me", .version_id = std::move(id), .lang = app6::app_language::en_us};
    }
    app6::app_badge::set badge(emulator::user const& user, std::string number) const {
        return {.user_id = user.open_id.str(),
                .version = std::move(number),
                .pc = app6::model::client_badge{.web_app = 3}};
    }
    emulator::app store_app(std::string name = "shop") {
        emulator::app one;
        one.name = std::move(name);
        one.store = true;
        one.available_to = std::set<feishu::open_id>{};
        return tenant.add_app(std::move(one));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_apps)

BOOST_FIXTURE_TEST_CASE(an_app_reads_what_the_console_knows_about_it, consoles) {
    profile().creator = ann;
    profile().description = "Alerts";
    auto const online = submitted("1.0.0");
    tenant.review_version(bot, online, true, ben);
    auto const pending = submitted("1.1.0");
    auto const shown = run(get()).value().app;
    BOOST_TEST(shown.app_id == bot.app_id);
    BOOST_TEST(shown.app_name == "alerts");
    BOOST_TEST(shown.description == "Alerts");
    BOOST_TEST(shown.creator_id == ann.open_id.str());
    BOOST_TEST(shown.owner.name == "Ann");
    BOOST_TEST(shown.online_version_id == online);
    BOOST_TEST(shown.unaudit_version_id == pending);
    BOOST_TEST((shown.status == app6::application_status::enabled));
    BOOST_TEST(!shown.secret.has_value());
}

BOOST_FIXTURE_TEST_CASE(an_app_reads_other_custom_apps_with_the_scope_for_it, consoles) {
    auto const other = tenant.add_app("other");
    BOOST_TEST(run(get(other.app_id.str())).value().app.app_name == "other");
    bot.scopes = {"application:application:self_manage"};
    BOOST_TEST(code(get(other.app_id.str())) == 210508);
    BOOST_TEST(code(get(bot.app_id.str())) == 0);
    bot.scopes.reset();
    BOOST_TEST(code(get("nonsense")) == 210503);
    BOOST_TEST(code(get("cli_unknown")) == 210506);
    BOOST_TEST(code(get(store_app().app_id.str())) == 210505);
    tenant.find_app_profile(other)->installed = false;
    BOOST_TEST(code(get(other.app_id.str())) == 210504);
}

BOOST_FIXTURE_TEST_CASE(an_app_reads_the_contact_scope_of_an_app, consoles) {
    app6::application::contacts_range_configuration request{.app_id = "me", .page_size = 1};
    BOOST_TEST((run(request).value().contacts_range.contacts_scope_type == app6::contacts_scope_type::all));
    tenant.set_contact_scope(bot,
                             emulator::contact_scope{.users = {ann, ben}, .departments = {}, .groups = {}});
    auto page = run(request).value();
    BOOST_TEST((page.contacts_range.contacts_scope_type == app6::contacts_scope_type::some));
    BOOST_TEST(page.contacts_range.visible_list.open_ids.size() == 1u);
    BOOST_TEST(page.has_more);
    request.page_token = page.page_token;
    page = run(request).value();
    BOOST_TEST(page.contacts_range.visible_list.open_ids.size() == 1u);
    BOOST_TEST(!page.has_more);
    request.page_token = "x";
    BOOST_TEST(code(request) == 210500);
    request.page_token = std::string(32, '0');
    BOOST_TEST(code(request) == 210501);
    using request_type = app6::application::contacts_range_configuration;
    BOOST_TEST(code(request_type{.app_id = "nonsense"}) == 210503);
    BOOST_TEST(code(request_type{.app_id = "cli_unknown"}) == 210506);
    BOOST_TEST(code(request_type{.app_id = store_app().app_id}) == 210505);
    profile().installed = false;
    BOOST_TEST(code(request_type{.app_id = "me"}) == 210504);
}

BOOST_FIXTURE_TEST_CASE(versions_are_listed_from_the_newest_or_from_the_oldest, consoles) {
    for (auto const* number : {"1.0.0", "1.1.0", "2.0.0"})
        submitted(number);
    auto request = versions();
    request.page_size = 2;
    auto page = run(request).value();
    BOOST_TEST(page.items.at(0).version == "2.0.0");
    BOOST_TEST(page.items.at(1).version == "1.1.0");
    request.page_token = page.page_token;
    page = run(request).value();
    BOOST_TEST(page.items.at(0).version == "1.0.0");
    BOOST_TEST(!page.has_more);
    request.order = 1;
    BOOST_TEST(code(request) == 210501);
    request.page_token.reset();
    BOOST_TEST(run(request).value().items.at(0).version == "1.0.0");
    request.order = 2;
    BOOST_TEST(code(request) == 210514);
    request = versions();
    request.page_token = "x";
    BOOST_TEST(code(request) == 210500);
}

BOOST_FIXTURE_TEST_CASE(a_version_is_found_by_its_id, consoles) {
    auto const id = submitted("1.0.0", {"im:message"});
    auto const shown = run(version(id)).value().app_version;
    BOOST_TEST(shown.version == "1.0.0");
    BOOST_TEST((shown.status == app6::app_version_status::under_review));
    BOOST_TEST(shown.scopes.at(0).scope == "im:message");
    BOOST_TEST(shown.create_time.has_value());
    BOOST_TEST(!shown.publish_time.has_value());
    auto const other = tenant.add_app("other");
    auto const theirs = tenant.submit_version(other, {.version = "1.0.0"}, ann);
    BOOST_TEST(code(version(theirs)) == 211003);
    BOOST_TEST(code(version("oav_unknown")) == 211002);
}

BOOST_FIXTURE_TEST_CASE(versions_of_other_apps_are_protected_like_the_apps, consoles) {
    auto const other = tenant.add_app("other");
    auto const shop = store_app();
    auto const list = [&](std::string id) {
        auto request = versions();
        request.app_id = feishu::app_id(std::move(id));
        return code(request);
    };
    auto const get_one = [&](std::string id) {
        auto request = version("oav_unknown");
        request.app_id = feishu::app_id(std::move(id));
        return code(request);
    };
    auto const check = [&](std::string const& id, int expected) {
        BOOST_TEST(list(id) == expected);
        BOOST_TEST(get_one(id) == expected);
    };
    check("nonsense", 210503);
    check("cli_unknown", 210506);
    check(shop.app_id.str(), 210505);
    tenant.find_app_profile(other)->installed = false;
    check(other.app_id.str(), 210504);
    bot.scopes = {"application:application:self_manage"};
    check(other.app_id.str(), 210508);
}

BOOST_FIXTURE_TEST_CASE(the_availability_of_an_app_is_checked, consoles) {
    using check = app6::application_visibility::check_white_black_list;
    auto const sales = tenant.add_department("Sales");
    check request{.app_id = "me", .user_ids = {ann.open_id.str(), ben.open_id.str()}};
    request.department_ids = std::vector<std::string>{sales.department_id};
    request.group_ids = std::vector<std::string>{"g1"};
    auto shown = run(request).value();
    BOOST_TEST(shown.user_visibility_list.at(0).in_white_list);
    BOOST_TEST(shown.department_visibility_list.at(0).in_white_list);
    BOOST_TEST(shown.group_visibility_list.at(0).group_id == "g1");
    tenant.find_app(bot)->available_to = std::set<feishu::open_id>{ann};
    profile().unavailable_to = {ben};
    shown = run(request).value();
    BOOST_TEST(shown.user_visibility_list.at(0).in_white_list);
    BOOST_TEST(!shown.user_visibility_list.at(1).in_white_list);
    BOOST_TEST(shown.user_visibility_list.at(1).in_black_list);
    BOOST_TEST(!shown.department_visibility_list.at(0).in_white_list);
    BOOST_TEST(code(check{.app_id = "me"}) == 210001);
    BOOST_TEST(code(check{.app_id = "me", .user_ids = {"ou_unknown"}}) == 210001);
    BOOST_TEST(code(check{.app_id = "me", .department_ids = {"unknown"}}) == 210001);
    BOOST_TEST(code(check{.app_id = "cli_unknown", .user_ids = {ann.open_id.str()}}) == 210001);
}

BOOST_FIXTURE_TEST_CASE(an_app_applies_for_the_scopes_that_it_lacks, consoles) {
    auto const statuses = [&] {
        name_list out;
        for (auto const& one :
             run_with({.kind = feishu::token::tenant, .app = *tenant.find_app(bot), .user = {}},
                      app6::scope::list{})
                 .value()
                 .scopes)
            out.push_back(one.scope_name + ' ' + one.grant_status.str());
        return out;
    };
    bot.scopes = tenant.find_app(bot)->scopes = std::set<std::string>{"im:message"};
    BOOST_TEST(code(app6::scope::apply{}) == 212002);
    profile().requested_scopes = {"im:message", "im:chat"};
    BOOST_TEST(statuses() == (name_list{"im:message 1", "im:chat 2"}));
    profile().sensitive_scopes = {"im:chat"};
    BOOST_TEST(code(app6::scope::apply{}) == 212001);
    profile().sensitive_scopes.clear();
    BOOST_TEST(code(app6::scope::apply{}) == 0);
    BOOST_TEST(code(app6::scope::apply{}) == 212004);
    BOOST_TEST(tenant.decide_scopes(bot, false));
    BOOST_TEST(!tenant.decide_scopes(bot, false));
    BOOST_TEST(code(app6::scope::apply{}) == 0);
    BOOST_TEST(tenant.decide_scopes(bot, true));
    BOOST_TEST(statuses() == (name_list{"im:chat 1", "im:message 1"}));
    profile().requested_scopes.insert("im:file");
    tenant.settings.max_scope_applications = 2;
    BOOST_TEST(code(app6::scope::apply{}) == 212003);
    profile().installed = false;
    BOOST_TEST(code(app6::scope::list{}) == 212100);
}

BOOST_FIXTURE_TEST_CASE(a_badge_replaces_only_older_ones, consoles) {
    BOOST_TEST(code(badge(ann, "5")) == 0);
    BOOST_TEST(profile().badges.at(ann.open_id).pc.web_app == 3);
    BOOST_TEST(code(badge(ann, "5")) == 213001);
    auto mobile = badge(ann, "6");
    mobile.pc.reset();
    mobile.mobile = app6::model::client_badge{.gadget = 1};
    BOOST_TEST(code(mobile) == 0);
    BOOST_TEST(code(mobile) == 213002);
    BOOST_TEST(profile().badges.at(ann.open_id).mobile.gadget == 1);
    for (auto const* number : {"", "0", "-1", "5x", "99999999999999999999"})
        BOOST_TEST(code(badge(ann, number)) == 213005);
    mobile.mobile.reset();
    BOOST_TEST(code(mobile) == 213003);
}

BOOST_FIXTURE_TEST_CASE(a_badge_needs_a_user_to_whom_the_app_is_available, consoles) {
    tenant.find_user(eve)->frozen = true;
    BOOST_TEST(code(badge(eve, "1")) == 213006);
    bot.available_to = std::set<feishu::open_id>{ann};
    BOOST_TEST(code(badge(ben, "1")) == 213007);
    profile().unavailable_to = {ann};
    BOOST_TEST(code(badge(ann, "1")) == 213007);
}

BOOST_FIXTURE_TEST_CASE(a_bot_reads_its_own_information_and_the_names_of_bots, consoles) {
    using info = feishu::bot_::v3::info::get;
    using feishu::bot_::v3::bot_activate_status;
    profile().ip_white_list = {"192.0.2.7"};
    auto shown = run(info{}).value().bot;
    BOOST_TEST(shown.open_id == bot.bot_open_id);
    BOOST_TEST(shown.app_name == "alerts");
    BOOST_TEST(shown.ip_white_list == name_list{"192.0.2.7"});
    BOOST_TEST((shown.activate_status == bot_activate_status::enabled));
    tenant.disable_app(bot, ann);
    BOOST_TEST((run(info{}).value().bot.activate_status == bot_activate_status::disabled));
    profile().installed = false;
    BOOST_TEST((run(info{}).value().bot.activate_status == bot_activate_status::pending_activation));
    auto const found = run(feishu::bot_::v3::bot::basic_batch{
                               .bot_ids = {bot.bot_open_id, feishu::open_id("ou_unknown"), ann.open_id}})
                           .value();
    BOOST_TEST(found.bots.size() == 1u);
    BOOST_TEST(found.bots.at(bot.bot_open_id.str()).name == "alerts");
    bot.bot = false;
    BOOST_TEST(code(info{}) == 11205);
}

BOOST_FIXTURE_TEST_CASE(a_user_finds_the_bots_that_are_available_to_them, consoles) {
    using search = feishu::bot_::v4::bot::search;
    auto const news = tenant.add_app("news alerts");
    auto const theirs = store_app("alerts of Ben");
    tenant.find_app(theirs)->available_to->insert(ben);
    auto page = run_as(ann, search{.page_size = 1, .query = "alerts"}).value();
    BOOST_TEST(page.items.at(0).id == bot.bot_open_id.str());
    BOOST_TEST(page.items.at(0).display_info == "<h>alerts</h>");
    BOOST_TEST(page.items.at(0).meta_data.chat_id.empty());
    page = run_as(ann, search{.page_size = 1, .page_token = page.page_token, .query = "alerts"}).value();
    BOOST_TEST(page.items.at(0).id == news.bot_open_id.str());
    BOOST_TEST(!page.has_more);
    BOOST_TEST(run_as(ben, search{.query = "alerts"}).value().items.size() == 3u);
    auto const found = run_as(ann, search{.page_token = "x"});
    BOOST_TEST(found.error().code == 99992402);
}

BOOST_FIXTURE_TEST_CASE(bots_are_found_by_chats, consoles) {
    using search = feishu::bot_::v4::bot::search;
    tenant.add_app("news");
    search request{.filter = feishu::bot_::v4::model::bot_filter{.chat_ids = {ops}}};
    BOOST_TEST(run_as(ann, request).value().items.size() == 1u);
    request.filter = feishu::bot_::v4::model::bot_filter{.has_chatter = true};
    BOOST_TEST(run_as(ann, request).value().items.empty());
    auto const chat = tenant.enter(ann, bot);
    auto const found = run_as(ann, request).value();
    BOOST_TEST(found.items.at(0).meta_data.chat_id == chat);
}

BOOST_FIXTURE_TEST_CASE(the_tenant_shows_its_domain_with_a_scope_of_its_own, consoles) {
    using query = feishu::tenant::v2::tenant::query;
    tenant.tenant_info.name = "Example Ltd";
    auto shown = run(query{}).value().tenant;
    BOOST_TEST(shown.name == "Example Ltd");
    BOOST_TEST(shown.tenant_key == tenant.tenant_key());
    BOOST_TEST(shown.domain == "example.feishu.cn");
    bot.scopes = {"tenant:tenant:readonly"};
    BOOST_TEST(run(query{}).value().tenant.domain.empty());
    profile().installed = false;
    BOOST_TEST(code(query{}) == 1184001);
}

BOOST_FIXTURE_TEST_CASE(the_platform_lists_its_addresses_and_counts_connections, consoles) {
    using list = feishu::event_::v1::outbound_ip::list;
    using connection = feishu::event_::v1::connection::get;
    auto const page = run(list{.page_size = 2}).value();
    BOOST_TEST(page.ip_list == (name_list{"192.0.2.1", "192.0.2.2"}));
    BOOST_TEST(run(list{.page_token = page.page_token}).value().ip_list == name_list{"192.0.2.3"});
    BOOST_TEST(code(list{.page_token = "x"}) == 1810001);
    BOOST_TEST(code(list{.page_size = 0}) == 1810001);
    BOOST_TEST(run(connection{}).value().online_instance_cnt == 0);
    tenant.count_connections = [&](feishu::app_id const& app) { return app == bot.app_id ? 2u : 0u; };
    BOOST_TEST(run(connection{}).value().online_instance_cnt == 2);
}

BOOST_FIXTURE_TEST_CASE(texts_are_detected_by_script_and_translated_as_set, consoles) {
    using detect = feishu::translation::v1::text::detect;
    using translate = feishu::translation::v1::text::translate;
    auto const language = [&](std::string text) {
        return run(detect{.text = std::move(text)}).value().language;
    };
    BOOST_TEST(language("hello") == "en");
    BOOST_TEST(language("\u4f60\u597d") == "zh");
    BOOST_TEST(language("\u65e5\u672c\u306e") == "ja");
    BOOST_TEST(language("\ud55c\uad6d") == "ko");
    BOOST_TEST(language("\u043f\u0440\u0438") == "ru");
    BOOST_TEST(language("\xf0") == "en");
    tenant.language_services.languages["bonjour"] = "fr";
    BOOST_TEST(language("bonjour") == "fr");
    BOOST_TEST(code(detect{.text = ""}) == 1140101);

    translate request{.source_language = "en", .text = "hello bot", .target_language = "fr"};
    request.glossary = std::vector<translate::term>{{.from = "bot", .to = "robot"}};
    BOOST_TEST(run(request).value().text == "hello robot");
    tenant.language_services.translations["hello bot"] = "bonjour";
    BOOST_TEST(run(request).value().text == "bonjour");
    request.glossary = std::vector<translate::term>{{.from = "", .to = "robot"}};
    BOOST_TEST(code(request) == 1140101);
    request.glossary = std::vector<translate::term>(129, {.from = "a", .to = "b"});
    BOOST_TEST(code(request) == 1140101);
    request.glossary = {};
    request.target_language = "en";
    BOOST_TEST(code(request) == 1140101);
    request.text = "";
    BOOST_TEST(code(request) == 1140101);
}

BOOST_FIXTURE_TEST_CASE(images_and_speech_are_recognized_as_set, consoles) {
    using ocr = feishu::optical_char_recognition::v1::image::basic_recognize;
    using stt = feishu::speech_to_text::v1::speech::file_recognize;
    tenant.language_services.image_text = {"one", "two"};
    BOOST_TEST(run(ocr{.image = "AAAA"}).value().text_list == (name_list{"one", "two"}));
    BOOST_TEST(code(ocr{}) == 1150101);
    BOOST_TEST(code(ocr{.image = "?"}) == 1150101);
    auto const speech = [&](std::string data, std::string id = "abcdefghij_12345", std::string format = "pcm",
                            std::string engine = "16k_auto") {
        return stt{.speech = stt::audio{.speech = std::move(data)},
                   .config = stt::file_config{.file_id = std::move(id),
                                              .format = std::move(format),
                                              .engine_type = std::move(engine)}};
    };
    tenant.language_services.transcript = "hello";
    BOOST_TEST(run(speech("AAAA")).value().recognition_text == "hello");
    BOOST_TEST(code(speech("")) == 1040101);
    BOOST_TEST(code(speech(std::string(2'560'004, 'A'))) == 1040101);
    BOOST_TEST(code(speech("AAAA", "short")) == 1040101);
    BOOST_TEST(code(speech("AAAA", "abcdefghij-12345")) == 1040101);
    BOOST_TEST(code(speech("AAAA", "abcdefghij_12345", "wav")) == 1040101);
    BOOST_TEST(code(speech("AAAA", "abcdefghij_12345", "pcm", "8k")) == 1040101);
}

BOOST_FIXTURE_TEST_CASE(a_version_is_submitted_withdrawn_and_reviewed_with_events, consoles) {
    tenant.find_app(bot)->scopes = std::set<std::string>{"application:application.app_version:readonly"};
    published events(tenant);
    auto const first = submitted("1.0.0", {"im:message"});
    BOOST_TEST(events.types.back() == "application.application.app_version.publish_apply_v6");
    BOOST_TEST(events.last().at("under_audit_version").at("version").as_string() == "1.0.0");
    BOOST_TEST(tenant.withdraw_version(bot, first, ann));
    BOOST_TEST(events.types.back() == "application.application.app_version.publish_revoke_v6");
    BOOST_TEST(!tenant.withdraw_version(bot, first, ann));
    auto const second = submitted("1.0.1", {"im:message"});
    BOOST_TEST(tenant.review_version(bot, second, true, ben, "fine"));
    BOOST_TEST(events.types.back() == "application.application.app_version.audit_v6");
    BOOST_TEST(events.last().at("operation").as_string() == "audited");
    BOOST_TEST(events.last().at("remark").as_string() == "fine");
    BOOST_TEST(tenant.find_app(bot)->scopes->contains("im:message"));
    auto const third = submitted("1.0.2");
    BOOST_TEST(events.last().at("online_version").at("version_id").as_string() == second);
    BOOST_TEST(tenant.review_version(bot, third, false, ben));
    BOOST_TEST(events.last().at("operation").as_string() == "reject");
    BOOST_TEST(!tenant.review_version(bot, third, true, ben));
    BOOST_TEST(tenant.submit_version(feishu::app_id("cli_unknown"), {}, ann).empty());
    BOOST_TEST(events.types.size() == 6u);
}

BOOST_FIXTURE_TEST_CASE(an_app_is_notified_of_new_apps_only_with_the_scope_for_it, consoles) {
    published events(tenant);
    emulator::app one;
    one.name = "other";
    one.scopes = std::set<std::string>{};
    auto const made = tenant.create_app(one, ann);
    BOOST_TEST(events.types == name_list{"application.application.created_v6"});
    BOOST_TEST((events.apps.back() == bot.app_id));
    BOOST_TEST(events.last().at("name").as_string() == "other");
    BOOST_TEST(tenant.find_app_profile(made)->creator == ann.open_id);
}

BOOST_FIXTURE_TEST_CASE(feedback_of_a_user_is_pushed_to_the_app, consoles) {
    published events(tenant);
    auto const id = tenant.submit_feedback(
        bot, {.user = ann, .type = 1, .faults = {1, 6}, .fault_time = tenant.now(), .description = "slow"});
    BOOST_TEST(events.types.back() == "application.application.feedback.created_v6");
    BOOST_TEST(events.last().at("fault_time").as_string() == "2023-11-14 22:13:20");
    BOOST_TEST(events.last().at("description").as_string() == "slow");
    BOOST_TEST(tenant.change_feedback(bot, {id}, 1, ben));
    BOOST_TEST(events.types.back() == "application.application.feedback.updated_v6");
    BOOST_TEST(profile().feedback.at(id).status == 1);
    BOOST_TEST(!tenant.change_feedback(bot, {"unknown"}, 1, ben));
    BOOST_TEST(tenant.submit_feedback(bot, {.user = feishu::open_id("ou_unknown")}).empty());
    BOOST_TEST(events.types.size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_store_app_is_installed_bought_disabled_and_uninstalled_with_events, consoles) {
    auto const shop = store_app();
    tenant.find_app_profile(shop)->installed = false;
    auto const token = tenant.tenant_token(shop).value;
    published events(tenant);
    BOOST_TEST(tenant.enable_app(shop, ann));
    BOOST_TEST(events.types == (name_list{"app_open", "app_status_change"}));
    BOOST_TEST(events.last().at("status").as_string() == "start_by_tenant");
    BOOST_TEST(!tenant.enable_app(shop, ann));
    BOOST_TEST(tenant.install_for_self(ben, shop));
    BOOST_TEST(events.types.back() == "application.application.visibility.added_v6");
    BOOST_TEST(tenant.find_app(shop)->available_to->contains(ben));
    BOOST_TEST(!tenant.install_for_self(ben, shop));
    auto const order = tenant.pay(shop, {.seats = 5, .pay_price = 100});
    BOOST_TEST(events.types.back() == "order_paid");
    BOOST_TEST(events.last().at("order_id").as_string() == order);
    BOOST_TEST(tenant.disable_app(shop, ann));
    BOOST_TEST(events.last().at("status").as_string() == "stop_by_tenant");
    BOOST_TEST(!tenant.disable_app(shop, ann));
    BOOST_TEST(tenant.uninstall_app(shop));
    BOOST_TEST(events.types.back() == "app_uninstalled");
    BOOST_TEST(tenant.find_token(token) == nullptr);
    BOOST_TEST(!tenant.uninstall_app(shop));
    BOOST_TEST(events.types.size() == 6u);
}

BOOST_FIXTURE_TEST_CASE(a_custom_app_gets_no_events_of_store_apps, consoles) {
    published events(tenant);
    BOOST_TEST(tenant.disable_app(bot, ann));
    BOOST_TEST(tenant.enable_app(bot, ann));
    BOOST_TEST(!tenant.install_for_self(ann, bot));
    tenant.pay(bot, {});
    BOOST_TEST(events.types.empty());
}

BOOST_AUTO_TEST_SUITE_END()
