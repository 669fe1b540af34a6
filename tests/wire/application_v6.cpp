// What an app can ask about itself, and the events of its installation and sale.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/application/v6/app.hpp>
#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/application_app_version.hpp>
#include <feishu/api/application/v6/application_visibility.hpp>
#include <feishu/api/application/v6/order.hpp>
#include <feishu/api/application/v6/scope.hpp>

#include "event.hpp"

namespace {

namespace app = feishu::application::v6;
using feishu::rule;

BOOST_AUTO_TEST_CASE(application_v6_application_get_sends_and_reads_what_the_page_says) {
    wire::sends(app::application::get{.app_id = "me", .lang = app::app_language::en_us},
                "GET /open-apis/application/v6/applications/me?lang=en_us&user_id_type=open_id");
    auto const reply = wire::reads<app::application::get>(R"({"app": {
        "app_id": "cli_9b445f5258795107",
        "creator_id": "ou_d317f090b7258ad0372aa53963cda70d",
        "status": 1,
        "scene_type": 0,
        "payment_type": 0,
        "create_source": "developer_console",
        "scopes": [{"scope": "contact:user.base", "description": "d", "level": 1, "token_types": ["tenant"]}],
        "i18n": [{"i18n_key": "zh_cn", "name": "应用", "description": "描述", "help_use": "https://example.com"}],
        "primary_language": "zh_cn",
        "owner": {"type": 2, "owner_id": "ou_1", "name": "n"},
        "mobile_default_ability": "bot",
        "pc_default_ability": "web_app",
        "event": {"subscription_type": "websocket", "request_url": "", "subscribed_events": ["im.message.receive_v1"]},
        "callback": {"callback_type": "webhook", "subscribed_callbacks": ["card.action.trigger"]},
        "encryption": {"encryption_key": "k", "verification_token": "v"},
        "security": {"redirect_urls": ["https://example.com"], "allowed_ips": ["10.0.0.1"]},
        "callback_info": {"callback_type": "webhook", "request_url": "https://example.com",
                          "subscribed_callbacks": ["card.action.trigger"]}
    }})");
    BOOST_TEST((reply.app.status == app::application_status::enabled));
    BOOST_TEST((reply.app.owner.type == app::owner_type::member));
    BOOST_TEST((reply.app.mobile_default_ability == app::ability_type::bot));
    BOOST_TEST((reply.app.callback_info->callback_type == app::callback_type::webhook));
    BOOST_TEST(reply.app.event->subscribed_events.at(0) == "im.message.receive_v1");
    BOOST_TEST(reply.app.security->allowed_ips.at(0) == "10.0.0.1");
}

BOOST_AUTO_TEST_CASE(application_v6_application_app_version_reads_the_events_of_a_version) {
    std::string const version = R"({
        "app_id": "cli_9b445f5258795107", "version": "1.0.0", "version_id": "oav_d317f090b7258ad0372aa53963cda70d",
        "events": ["im.message.receive_v1"], "status": 1, "create_time": "1610462759", "publish_time": "1610462760",
        "ability": {"bot": {"card_request_url": "https://example.com", "bot_menu_enable": true,
                            "bot_menu_display_strategy": 1,
                            "bot_menus": [{"menu_id": "1", "sort": 1, "default_name": "Help",
                                           "i18n_name": {"en_us": "Help"}, "event_key": "help",
                                           "redirect_link": {"pc_url": "https://example.com"},
                                           "ud_icon": {"token": "t", "color": "blue"}, "menu_content_type": 2}]}},
        "remark": {"remark": "r", "visibility": {"is_all": false,
            "visible_list": {"open_ids": ["ou_1"], "department_ids": ["od-1"], "group_ids": ["g1"]}}},
        "event_infos": [{"event_type": "im.message.receive_v1", "event_name": "Message received",
                         "event_description": "d"}]
    })";
    wire::sends(app::application_app_version::list{.app_id = "me", .lang = app::app_language::zh_cn},
                "GET /open-apis/application/v6/applications/me/app_versions?lang=zh_cn&page_size=20&order=0"
                "&user_id_type=open_id");
    auto const page =
        wire::reads<app::application_app_version::list>(R"({"has_more": false, "items": [)" + version + "]}");
    BOOST_TEST((page.items.at(0).status == app::app_version_status::approved));
    BOOST_TEST(page.items[0].event_infos.at(0).event_type == "im.message.receive_v1");
    BOOST_TEST(page.items[0].remark.visibility.visible_list.open_ids.at(0) == "ou_1");
    BOOST_TEST(page.items[0].ability.bot.bot_menus.at(0).i18n_name.at("en_us") == "Help");
    wire::sends(
        app::application_app_version::get{
            .app_id = "me", .version_id = "oav_1", .lang = app::app_language::zh_cn},
        "GET /open-apis/application/v6/applications/me/app_versions/oav_1?lang=zh_cn&user_id_type=open_id");
    BOOST_TEST(wire::reads<app::application_app_version::get>(R"({"app_version": )" + version + "}")
                   .app_version.create_time.count() == 1610462759);
}

BOOST_AUTO_TEST_CASE(application_v6_scopes_are_listed_and_applied_for) {
    wire::sends(app::scope::list{}, "GET /open-apis/application/v6/scopes");
    auto const reply = wire::reads<app::scope::list>(
        R"({"scopes": [{"scope_name": "im:message", "grant_status": 1}, {"scope_name": "im:chat", "grant_status": 2}]})");
    BOOST_TEST((reply.scopes.at(1).grant_status == app::scope_grant_status::not_granted));
    wire::sends(app::scope::apply{}, "POST /open-apis/application/v6/scopes/apply", "{}");
    wire::reads<app::scope::apply>("{}");
}

BOOST_AUTO_TEST_CASE(
    application_v6_application_contacts_range_configuration_sends_and_reads_what_the_page_says) {
    wire::sends(app::application::contacts_range_configuration{.app_id = "cli_1"},
                "GET /open-apis/application/v6/applications/cli_1/contacts_range_configuration?page_size=50"
                "&department_id_type=open_department_id&user_id_type=open_id");
    auto const reply = wire::reads<app::application::contacts_range_configuration>(R"({
        "contacts_range": {"contacts_scope_type": "some", "visible_list": {"open_ids": ["ou_1"]}},
        "has_more": true, "page_token": "p"
    })");
    BOOST_TEST((reply.contacts_range.contacts_scope_type == app::contacts_scope_type::some));
}

BOOST_AUTO_TEST_CASE(application_v6_application_visibility_is_checked_by_list) {
    using check = app::application_visibility::check_white_black_list;
    wire::sends(check{.app_id = "cli_1", .user_ids = {"ou_1"}, .department_ids = {"d1"}, .group_ids = {"g1"}},
                "POST /open-apis/application/v6/applications/cli_1/visibility/check_white_black_list"
                "?user_id_type=open_id&department_id_type=department_id",
                R"({"user_ids": ["ou_1"], "department_ids": ["d1"], "group_ids": ["g1"]})");
    auto const reply = wire::reads<check>(R"({
        "user_visibility_list": [{"user_id": "ou_1", "in_white_list": true, "in_black_list": false, "in_paid_list": false}],
        "department_visibility_list": [{"department_id": "d1", "in_white_list": false, "in_black_list": true}],
        "group_visibility_list": [{"group_id": "g1", "in_white_list": true, "in_black_list": false}]
    })");
    BOOST_TEST(reply.user_visibility_list.at(0).in_white_list);
    wire::refuses(check{.app_id = "cli_1", .user_ids = wire::many(101)}, "user_ids", rule::max_items);
}

BOOST_AUTO_TEST_CASE(application_v6_app_badge_set_sends_what_the_page_says) {
    app::app_badge::set request{.user_id = "ou_1", .version = "1664360599355"};
    request.pc = app::model::client_badge{.web_app = 1, .gadget = 0};
    wire::sends(request, "POST /open-apis/application/v6/app_badge/set?user_id_type=open_id",
                R"({"user_id": "ou_1", "version": "1664360599355", "pc": {"web_app": 1, "gadget": 0}})");
    request.pc = app::model::client_badge{.web_app = -1};
    wire::refuses(request, "pc.web_app", rule::minimum);
}

BOOST_AUTO_TEST_CASE(application_v6_events_of_schema_1_read_the_documented_payloads) {
    auto const opened = wire::receives_v1<app::app::opened>(
        "app_open", R"("applicants": [{"open_id": "ou_1"}], "installer": {"open_id": "ou_2"})");
    BOOST_TEST(opened.event.applicants.at(0).open_id == "ou_1");
    BOOST_TEST(opened.event.installer->open_id == "ou_2");
    BOOST_TEST(!opened.event.installer_employee.has_value());
    auto const changed = wire::receives_v1<app::app::status_changed>(
        "app_status_change", wire::with_users(R"("status": "start_by_tenant", "operator": @user)"));
    BOOST_TEST((changed.event.status == app::app_status_change::start_by_tenant));
    wire::check_some_user(changed.event.operator_.value());
    wire::receives_v1<app::app::uninstalled>("app_uninstalled", "");
    auto const paid = wire::receives_v1<app::order::paid>("order_paid", R"(
        "order_id": "6704894492631105539", "price_plan_id": "price_9d86fa1333b8110c", "price_plan_type": "per_seat_per_month",
        "seats": 20, "buy_count": 1, "create_time": "1502199207", "pay_time": "1502199209", "buy_type": "upgrade",
        "src_order_id": "6704894492631105538", "order_pay_price": 10000)");
    BOOST_TEST((paid.event.buy_type == app::buy_type::upgrade));
    BOOST_TEST(paid.event.pay_time.count() == 1502199209);
    BOOST_TEST(paid.event.order_pay_price == 10000);
}

} // namespace
