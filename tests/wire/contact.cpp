#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/jssdk/v1/ticket.hpp>
#include <feishu/api/passport/v1/session.hpp>

#include "wire.hpp"

namespace {

namespace contact = feishu::contact::v3;
namespace passport = feishu::passport::v1;
using feishu::rule;

BOOST_AUTO_TEST_SUITE(contact_v3_user)

BOOST_AUTO_TEST_CASE(contact_v3_user_batch_get_id_sends_what_the_page_says) {
    wire::sends(contact::user::batch_get_id{.user_id_type = feishu::user_id_type::union_id,
                                            .emails = {"zhangsan@z.com", "lisi@a.com"},
                                            .mobiles = {"13011111111", "+12025550123"},
                                            .include_resigned = true},
                "POST /open-apis/contact/v3/users/batch_get_id?user_id_type=union_id", R"({
        "emails": ["zhangsan@z.com", "lisi@a.com"],
        "mobiles": ["13011111111", "+12025550123"],
        "include_resigned": true
    })");
}

BOOST_AUTO_TEST_CASE(contact_v3_user_batch_get_id_reads_what_the_page_says) {
    auto const reply = wire::reads<contact::user::batch_get_id>(R"({
        "user_list": [{
            "user_id": "ou_979112345678741d29069abcdef01234",
            "email": "zhanxxxxx@a.com",
            "status": {
                "is_frozen": false,
                "is_resigned": false,
                "is_activated": true,
                "is_exited": false,
                "is_unjoin": false
            }
        }, {
            "mobile": "13022222222",
            "status": {
                "is_frozen": false,
                "is_resigned": false,
                "is_activated": false,
                "is_exited": false,
                "is_unjoin": false
            }
        }]
    })");
    BOOST_REQUIRE(reply.user_list.size() == 2);
    BOOST_TEST(reply.user_list[0].status.is_activated);
    BOOST_TEST(reply.user_list[1].user_id.empty());
}

BOOST_AUTO_TEST_CASE(contact_v3_user_get_sends_what_the_page_says) {
    wire::sends(
        contact::user::get{.user_id = "7be5fg9a",
                           .user_id_type = feishu::user_id_type::user_id,
                           .department_id_type = contact::department_id_type::department_id},
        "GET /open-apis/contact/v3/users/7be5fg9a?user_id_type=user_id&department_id_type=department_id");
    wire::sends(contact::user::get{.user_id = "ou_7dab8a3d3cdcc9da365777c7ad535d62"},
                "GET /open-apis/contact/v3/users/ou_7dab8a3d3cdcc9da365777c7ad535d62?user_id_type=open_id"
                "&department_id_type=open_department_id");
}

BOOST_AUTO_TEST_CASE(contact_v3_user_get_reads_what_the_page_says) {
    auto const reply = wire::reads<contact::user::get>(R"({
        "user": {
            "union_id": "on_94a1ee5551019f18cd73d9f111898cf2",
            "user_id": "3e3cf96b",
            "open_id": "ou_7dab8a3d3cdcc9da365777c7ad535d62",
            "name": "张三",
            "en_name": "San Zhang",
            "nickname": "Alex Zhang",
            "email": "zhangsan@gmail.com",
            "mobile": "+8613011111111",
            "mobile_visible": true,
            "gender": 1,
            "avatar": {
                "avatar_72": "https://foo.icon.com/xxxx",
                "avatar_240": "https://foo.icon.com/xxxx240",
                "avatar_640": "https://foo.icon.com/xxxx640",
                "avatar_origin": "https://foo.icon.com/xxxxorigin"
            },
            "status": {
                "is_frozen": false,
                "is_resigned": false,
                "is_activated": true,
                "is_exited": false,
                "is_unjoin": false
            },
            "department_ids": ["od-4e6ac4d14bcd5071a37a39de902c7141"],
            "leader_user_id": "ou_7dab8a3d3cdcc9da365777c7ad535d62",
            "city": "杭州",
            "country": "CN",
            "work_station": "杭州",
            "join_time": 1615381207,
            "is_tenant_manager": false,
            "employee_no": "1",
            "employee_type": 1,
            "orders": [{
                "department_id": "od-4e6ac4d14bcd5071a37a39de902c7141",
                "user_order": 100,
                "department_order": 100,
                "is_primary_dept": true
            }],
            "custom_attrs": [{
                "type": "GENERIC_USER",
                "id": "C-6887326572653215763",
                "value": {
                    "text": "DemoText",
                    "url": "https://foo.com",
                    "pc_url": "https://foo.com/pc",
                    "option_value": "DemoOption",
                    "name": "name",
                    "picture_url": "https://xxxxxxxxxxxxxxxxxx",
                    "generic_user": {"id": "9b2fabg5", "type": 1}
                }
            }],
            "enterprise_email": "demo@mail.com",
            "job_title": "xxxxx",
            "geo": "cn",
            "job_level_id": "mga5oa8ayjlp9rb",
            "job_family_id": "mga5oa8ayjlp9rb",
            "assign_info": [{
                "subscription_id": "7079609167680782300",
                "license_plan_key": "suite_enterprise_e5",
                "product_name": "旗舰版 E5",
                "i18n_name": {"zh_cn": "旗舰版", "ja_jp": "エンタープライズ", "en_us": "Enterprise"},
                "start_time": "1674981000",
                "end_time": "1674991000"
            }],
            "department_path": [{
                "department_id": "od-4e6ac4d14bcd5071a37a39de902c7141",
                "department_name": {
                    "name": "测试部门名1",
                    "i18n_name": {"zh_cn": "测试部门名1", "ja_jp": "試験部門", "en_us": "Testing department"}
                },
                "department_path": {
                    "department_ids": ["od-4e6ac4d14bcd5071a37a39de902c7141"],
                    "department_path_name": {
                        "name": "测试部门名1",
                        "i18n_name": {"zh_cn": "测试部门名1", "ja_jp": "試験部門", "en_us": "Testing department"}
                    }
                }
            }],
            "dotted_line_leader_user_ids": ["ou_7dab8a3d3cdcc9da365777c7ad535d62"]
        }
    })");
    BOOST_TEST(reply.user.name == "张三");
    BOOST_TEST((reply.user.gender == contact::gender::male));
    BOOST_TEST((reply.user.employee_type == contact::employee_type::regular));
    BOOST_TEST(reply.user.assign_info[0].start_time.count() == 1674981000);
    BOOST_TEST(reply.user.custom_attrs[0].value.generic_user.id == "9b2fabg5");
}

BOOST_AUTO_TEST_CASE(contact_v3_user_refuses_what_is_over_a_limit) {
    using contact::user::batch_get_id;
    std::vector<feishu::email> const fifty(50, "a@b.c");
    std::vector<feishu::email> const more(51, "a@b.c");
    wire::accepts(batch_get_id{.emails = fifty, .mobiles = wire::many(50, "13011111111")});
    wire::refuses(batch_get_id{.emails = more}, "emails", rule::max_items);
    wire::refuses(batch_get_id{.mobiles = wire::many(51, "13011111111")}, "mobiles", rule::max_items);
    wire::refuses(contact::user::get{.user_id = ""}, "user_id", rule::other);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(jssdk_v1_ticket)

BOOST_AUTO_TEST_CASE(jssdk_v1_ticket_get_sends_what_the_page_says) {
    wire::sends(feishu::jssdk::v1::ticket::get{}, "POST /open-apis/jssdk/ticket/get", "{}");
}

BOOST_AUTO_TEST_CASE(jssdk_v1_ticket_get_reads_what_the_page_says) {
    auto const reply = wire::reads<feishu::jssdk::v1::ticket::get>(
        R"({"ticket": "0560604568baf296731aa37f0c8ebe3e049c19d7", "expire_in": 7200})");
    BOOST_TEST(reply.expire_in == 7200);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(passport_v1_session)

BOOST_AUTO_TEST_CASE(passport_v1_session_logout_sends_what_the_page_says) {
    using passport::terminal_type;
    wire::sends(passport::session::logout{.user_id_type = feishu::user_id_type::open_id,
                                          .logout_type = passport::logout_type::by_user_id,
                                          .terminal_type = {terminal_type::pc, terminal_type::web,
                                                            terminal_type::other_mobile},
                                          .user_id = "ou_7dab8a3d3cdcc9da365777c7ad535d62",
                                          .logout_reason = passport::logout_reason::password_changed},
                "POST /open-apis/passport/v1/sessions/logout?user_id_type=open_id", R"({
        "logout_type": 1,
        "terminal_type": [1, 2, 8],
        "user_id": "ou_7dab8a3d3cdcc9da365777c7ad535d62",
        "logout_reason": 34
    })");
    wire::sends(passport::session::logout{.idp_credential_id = "user@xxx.xx",
                                          .logout_type = passport::logout_type::by_idp_credential},
                "POST /open-apis/passport/v1/sessions/logout?user_id_type=open_id",
                R"({"idp_credential_id": "user@xxx.xx", "logout_type": 2})");
    wire::sends(passport::session::logout{.logout_type = passport::logout_type::by_session,
                                          .sid = "AAAAAAAAAANll6nQoIAAFA=="},
                "POST /open-apis/passport/v1/sessions/logout?user_id_type=open_id",
                R"({"logout_type": 3, "sid": "AAAAAAAAAANll6nQoIAAFA=="})");
}

BOOST_AUTO_TEST_CASE(passport_v1_session_logout_reads_an_empty_response) {
    wire::reads<passport::session::logout>("{}");
}

BOOST_AUTO_TEST_CASE(passport_v1_session_query_sends_what_the_page_says) {
    wire::sends(passport::session::query{.user_id_type = feishu::user_id_type::user_id,
                                         .user_ids = {"47f183f1", "47f183f2"}},
                "POST /open-apis/passport/v1/sessions/query?user_id_type=user_id",
                R"({"user_ids": ["47f183f1", "47f183f2"]})");
}

BOOST_AUTO_TEST_CASE(passport_v1_session_query_reads_what_the_page_says) {
    auto const reply = wire::reads<passport::session::query>(R"({
        "mask_sessions": [{
            "create_time": "1644980493",
            "terminal_type": 2,
            "user_id": "47f183f1",
            "sid": "AAAAAAAAAANll6nQoIAAFA=="
        }]
    })");
    BOOST_REQUIRE(reply.mask_sessions.size() == 1);
    BOOST_TEST((reply.mask_sessions[0].terminal_type == passport::terminal_type::web));
}

BOOST_AUTO_TEST_CASE(passport_v1_session_refuses_what_is_over_a_limit) {
    wire::accepts(passport::session::query{.user_ids = wire::many(100)});
    wire::refuses(passport::session::query{.user_ids = wire::many(101)}, "user_ids", rule::max_items);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
