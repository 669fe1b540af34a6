// Events of application.v6: apps, their versions, feedback, the bot's menu; and the ticket of store apps.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/application/v6/app_version.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/application/v6/feedback.hpp>
#include <feishu/api/application/v6/visibility.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>

#include "event.hpp"

using namespace feishu::application::v6;
using wire::check_some_user;
using wire::with_users;

BOOST_AUTO_TEST_CASE(application_v6_application_created_v6_reads_the_documented_payload) {
    auto const pushed =
        wire::receives_pushed<application::created_v6>("application.application.created_v6", with_users(R"({
            "operator_id": @user,
            "app_id": "cli_9b445f5258795107",
            "name": "测试应用",
            "description": "应用 \"描述\"",
            "avatar": "https://sf1-ttcdn-tos.pstatp.com/img/avatar/d279000ca4d3f7f6aaff~72x72.jpg",
            "app_scene_type": 0,
            "primary_language": "zh_cn",
            "create_source": "developer_console"
        })"));
    check_some_user(pushed.event.operator_id);
    BOOST_TEST(pushed.event.app_id == "cli_9b445f5258795107");
    BOOST_TEST((pushed.event.app_scene_type == app_scene_type::custom));
    BOOST_TEST((pushed.event.create_source == app_create_source::developer_console));
}

BOOST_AUTO_TEST_CASE(application_v6_app_version_audit_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<app_version::audit_v6>(
        "application.application.app_version.audit_v6", with_users(R"({
            "operator_id": @user,
            "version_id": "oav_d317f090b7258ad0372aa53963cda70d",
            "creator_id": {"union_id": "on_2", "user_id": "b2", "open_id": "ou_2"},
            "app_id": "cli_9b445f5258795107",
            "operation": "reject",
            "remark": "not yet",
            "audit_source": "auto"
        })"));
    check_some_user(pushed.event.operator_id);
    BOOST_TEST(pushed.event.creator_id.open_id == "ou_2");
    BOOST_TEST((pushed.event.operation == audit_operation::reject));
    BOOST_TEST((pushed.event.audit_source == audit_source::auto_));
}

namespace {

constexpr auto a_version = R"({
    "app_id": "cli_9b445f5258795107",
    "version": "1.0.1",
    "version_id": "oav_d317f090b7258ad0372aa53963cda70d",
    "app_name": "示例应用名称",
    "avatar_url": "https://sf1-ttcdn-tos.pstatp.com/img/avatar/d279000ca4d3f7f6aaff~72x72.jpg",
    "description": "示例应用描述",
    "scopes": [{
        "scope": "contact:user.base",
        "description": "获取应用信息",
        "level": 3,
        "token_types": ["tenant", "user"]
    }],
    "back_home_url": "https://example.com/",
    "i18n": [{
        "i18n_key": "ko_kr",
        "name": "앱",
        "description": "설명",
        "help_use": "https://example.com/help?a=1&b=2"
    }],
    "common_categories": ["分析工具", "客户支持"],
    "events": ["im.message.receive_v1", "out_approval"],
    "status": 3,
    "create_time": "1610462759",
    "publish_time": "1610462760",
    "ability": {
        "gadget": {
            "enable_pc_mode": 4,
            "schema_urls": ["https://open.example/schema"],
            "pc_use_mobile_pkg": true,
            "pc_version": "1.0.0",
            "mobile_version": "1.0.1",
            "mobile_min_lark_version": "2.0",
            "pc_min_lark_version": "2.1"
        },
        "web_app": {"pc_url": "https://example.com/pc", "mobile_url": "https://example.com/m"},
        "bot": {"card_request_url": "https://example.com/card"},
        "workplace_widgets": [{"min_lark_version": "4.2.0"}],
        "navigate": {
            "pc": {
                "version": "1.0.0", "image_url": "https://example.com/1", "hover_image_url": "https://example.com/2"
            },
            "mobile": {
                "version": "1.0.1", "image_url": "https://example.com/3", "hover_image_url": "https://example.com/4"
            }
        },
        "cloud_doc": {
            "space_url": "https://example.com/space",
            "i18n": [{
                "i18n_key": "zh_cn", "name": "名称", "read_description": "读", "write_description": "写"
            }],
            "icon_url": "https://example.com/icon",
            "mode": 1
        },
        "docs_blocks": [{
            "block_type_id": "blk_4bb58b4b",
            "i18n": [{"i18n_key": "en_us", "name": "block"}],
            "mobile_icon_url": "https://example.com/5",
            "pc_icon_url": "https://example.com/6"
        }],
        "message_action": {
            "pc_app_link": "https://applink.feishu.cn/1",
            "mobile_app_link": "https://applink.feishu.cn/2",
            "i18n": [{"i18n_key": "ja_jp", "name": "アクション"}]
        },
        "plus_menu": {
            "pc_app_link": "https://applink.feishu.cn/3", "mobile_app_link": "https://applink.feishu.cn/4"
        }
    },
    "remark": {
        "remark": "备注",
        "update_remark": "more",
        "visibility": {
            "is_all": false,
            "visible_list": {"open_ids": [@user], "department_ids": ["od-4e6ac4d14bcd5071a37a39de902c7141"]},
            "invisible_list": {"open_ids": [{"open_id": "ou_2"}], "department_ids": ["od-2"]}
        }
    }
})";

} // namespace

BOOST_AUTO_TEST_CASE(application_v6_app_version_publish_apply_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<app_version::publish_apply_v6>(
        "application.application.app_version.publish_apply_v6",
        with_users(R"({"operator_id": @user, "online_version": )" + std::string(a_version) +
                   R"(, "under_audit_version": )" + std::string(a_version) + R"(, "app_status": 1})"));
    check_some_user(pushed.event.operator_id);
    BOOST_TEST((pushed.event.app_status == app_status::enabled));

    auto const& version = pushed.event.under_audit_version;
    BOOST_TEST(version.scopes.at(0).scope == "contact:user.base");
    BOOST_TEST((version.scopes[0].level == app_scope_level::highly_sensitive));
    BOOST_TEST((version.scopes[0].token_types.at(1) == scope_token_type::user));
    BOOST_TEST((version.i18n.at(0).i18n_key == feishu::locale::ko_kr));
    BOOST_TEST((version.status == app_version_status::under_review));
    BOOST_TEST(version.create_time.count() == 1610462759);
    BOOST_TEST((version.ability.gadget.enable_pc_mode == gadget_pc_mode::main_navigation));
    BOOST_TEST(version.ability.navigate.mobile.hover_image_url == "https://example.com/4");
    BOOST_TEST((version.ability.cloud_doc.mode == cloud_doc_mode::mobile));
    BOOST_TEST(version.ability.message_action.i18n.at(0).name == "アクション");
    check_some_user(version.remark.visibility.visible_list.open_ids.at(0));
    BOOST_TEST(version.remark.visibility.invisible_list.department_ids.at(0) == "od-2");
}

// Modes of a mini program are bits: the pages list 1, 2 and 4, and a sum of them is kept as it is.
BOOST_AUTO_TEST_CASE(application_v6_app_version_keeps_modes_that_come_together) {
    auto const gadget = feishu::json::read<model::gadget>(R"({"enable_pc_mode": 3})");
    BOOST_REQUIRE(gadget.has_value());
    BOOST_TEST(!gadget->enable_pc_mode.known());
    BOOST_TEST(wire::json(feishu::json::to_string(*gadget)).at("enable_pc_mode").as_int64() == 3);
}

BOOST_AUTO_TEST_CASE(application_v6_app_version_publish_revoke_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<app_version::publish_revoke_v6>(
        "application.application.app_version.publish_revoke_v6", with_users(R"({
            "operator_id": {"union_id": "on_2", "user_id": "b2", "open_id": "ou_2"},
            "creator_id": @user,
            "app_id": "cli_9b445f5258795107",
            "version_id": "oav_d317f090b7258ad0372aa53963cda70d"
        })"));
    BOOST_TEST(pushed.event.operator_id.union_id == "on_2");
    check_some_user(pushed.event.creator_id);
    BOOST_TEST(pushed.event.version_id == "oav_d317f090b7258ad0372aa53963cda70d");
}

BOOST_AUTO_TEST_CASE(application_v6_feedback_created_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<feedback::created_v6>(
        "application.application.feedback.created_v6", with_users(R"({
            "user_id": @user,
            "app_id": "cli_9b445f5258795107",
            "feedback_time": "2022-01-30 11:30:12",
            "tenant_name": "字节跳动",
            "feedback_type": 1,
            "fault_type": [1, 8],
            "fault_time": "2022-01-30 11:29:00",
            "source": 3,
            "contact": "tom@example.com",
            "description": "It \"hangs\"",
            "images": ["https://example.com/1.png", "https://example.com/2.png"],
            "feedback_id": "7057888018203574291",
            "feedback_path": "/pages/index?a=1"
        })"));
    check_some_user(pushed.event.user_id);
    BOOST_TEST((pushed.event.feedback_type == feedback_type::fault));
    BOOST_REQUIRE(pushed.event.fault_type.size() == 2u);
    BOOST_TEST((pushed.event.fault_type[0] == fault_type::black_screen));
    BOOST_TEST((pushed.event.fault_type[1] == fault_type::other));
    BOOST_TEST((pushed.event.source == feedback_source::bot));
    BOOST_TEST(pushed.event.images.at(1) == "https://example.com/2.png");
}

BOOST_AUTO_TEST_CASE(application_v6_feedback_updated_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<feedback::updated_v6>(
        "application.application.feedback.updated_v6", with_users(R"({
            "feedback_ids": ["7057888018203574291", "7057888018203574292"],
            "status": 0,
            "app_id": "cli_9b445f5258795107",
            "update_time": "2022-01-30 11:30:12",
            "operator_id": @user
        })"));
    BOOST_TEST((pushed.event.status == feedback_status::open));
    BOOST_TEST(pushed.event.feedback_ids.at(1) == "7057888018203574292");
    check_some_user(pushed.event.operator_id);
}

BOOST_AUTO_TEST_CASE(application_v6_visibility_added_v6_reads_the_documented_payload) {
    auto const pushed =
        wire::receives_pushed<visibility::added_v6>("application.application.visibility.added_v6", R"({
        "source": 3,
        "users": [{"user_id": {"open_id": "ou_84aad35d084aa403a838cf73ee18467",
                               "union_id": "on_8ed6aa67826108097d9ee143816345"}}]
    })");
    BOOST_TEST(pushed.event.source == 3);
    BOOST_TEST(pushed.event.users.at(0).user_id.open_id == "ou_84aad35d084aa403a838cf73ee18467");
    BOOST_TEST(pushed.event.users.at(0).user_id.user_id == "");
}

BOOST_AUTO_TEST_CASE(application_v6_bot_menu_v6_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<bot::menu_v6>("application.bot.menu_v6", with_users(R"({
        "operator": {"operator_name": "张三", "operator_id": @user},
        "event_key": "event_test \"1\"",
        "timestamp": 1669364458
    })"));
    BOOST_TEST(pushed.event.operator_.operator_name == "张三");
    check_some_user(pushed.event.operator_.operator_id);
    BOOST_TEST(pushed.event.event_key == "event_test \"1\"");
    BOOST_TEST(pushed.event.timestamp == 1669364458);
}

// Schema 1.0: no header.
BOOST_AUTO_TEST_CASE(auth_v3_app_ticket_pushed_reads_the_documented_payload) {
    using feishu::auth::v3::app_ticket::pushed;
    BOOST_TEST(pushed::spec.type == "app_ticket");
    auto const ticket = wire::receives<pushed>(R"({
        "ts": "1502199207.7171419",
        "uuid": "bc447199585340d1f3728d26b1c0297a",
        "token": "41a9425ea7df4536a7623e38fa321bae",
        "type": "event_callback",
        "event": {
            "app_id": "cli_9c8609450f78d102",
            "app_ticket": "dvgjksaf9jksad",
            "type": "app_ticket"
        }
    })");
    BOOST_TEST(ticket.uuid == "bc447199585340d1f3728d26b1c0297a");
    BOOST_TEST(ticket.event.app_id == "cli_9c8609450f78d102");
    BOOST_TEST(ticket.event.app_ticket == "dvgjksaf9jksad");
}
