// Departments, contact scope, lists of users, and the events of all three.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>

#include "event.hpp"

namespace {

namespace contact = feishu::contact::v3;
using feishu::rule;

std::string const a_department = R"({
    "name": "Sales",
    "i18n_name": {"zh_cn": "销售", "ja_jp": "営業", "en_us": "Sales"},
    "parent_department_id": "od-1",
    "department_id": "D096",
    "open_department_id": "od-4e6ac4d14bcd5071a37a39de902c7141",
    "leader_user_id": "ou_1",
    "chat_id": "oc_5ad11d72b830411d72b836c20",
    "order": "100",
    "unit_ids": ["custom_unit_id"],
    "member_count": 100,
    "status": {"is_deleted": false},
    "leaders": [{"leaderType": 1, "leaderID": "ou_1"}, {"leaderType": 2, "leaderID": "ou_2"}],
    "group_chat_employee_types": [1, 3],
    "department_hrbps": ["ou_3"],
    "primary_member_count": 90
})";

void check_department(contact::model::department const& d) {
    BOOST_TEST(*d.i18n_name.ja_jp == "営業");
    BOOST_TEST(d.open_department_id == "od-4e6ac4d14bcd5071a37a39de902c7141");
    BOOST_TEST(d.chat_id == "oc_5ad11d72b830411d72b836c20");
    BOOST_TEST((d.leaders.at(1).leaderType == contact::department_leader_type::deputy));
    BOOST_TEST(d.leaders.at(1).leaderID == "ou_2");
    BOOST_TEST((d.group_chat_employee_types.at(1) == contact::employee_type::outsourced));
}

BOOST_AUTO_TEST_SUITE(contact_v3_department)

BOOST_AUTO_TEST_CASE(contact_v3_department_get_sends_and_reads_what_the_page_says) {
    wire::sends(
        contact::department::get{.department_id = "D096",
                                 .department_id_type = contact::department_id_type::department_id},
        "GET /open-apis/contact/v3/departments/D096?user_id_type=open_id&department_id_type=department_id");
    check_department(
        wire::reads<contact::department::get>(R"({"department": )" + a_department + "}").department);
    wire::refuses(contact::department::get{.department_id = std::string(65, 'd')}, "department_id",
                  rule::max_characters);
}

BOOST_AUTO_TEST_CASE(contact_v3_department_lists_send_and_read_what_the_pages_say) {
    auto const page = R"({"has_more": true, "page_token": "p", "items": [)" + a_department + "]}";
    wire::sends(contact::department::children{.department_id = "0", .fetch_child = true},
                "GET /open-apis/contact/v3/departments/0/children?user_id_type=open_id"
                "&department_id_type=open_department_id&fetch_child=true&page_size=10");
    check_department(wire::reads<contact::department::children>(page).items.at(0));
    wire::sends(contact::department::parent{.department_id = "od-2"},
                "GET /open-apis/contact/v3/departments/parent?user_id_type=open_id"
                "&department_id_type=open_department_id&department_id=od-2&page_size=20");
    check_department(wire::reads<contact::department::parent>(page).items.at(0));
    wire::sends(contact::department::search{.query = "Sales"},
                "POST /open-apis/contact/v3/departments/search?user_id_type=open_id"
                "&department_id_type=open_department_id&page_size=20",
                R"({"query": "Sales"})");
    check_department(wire::reads<contact::department::search>(page).items.at(0));
    wire::sends(contact::department::batch{.department_ids = {"od-1", "od-2"}},
                "GET /open-apis/contact/v3/departments/batch?department_ids=od-1&department_ids=od-2"
                "&department_id_type=open_department_id&user_id_type=open_id");
    check_department(
        wire::reads<contact::department::batch>(R"({"items": [)" + a_department + "]}").items.at(0));
    wire::refuses(contact::department::children{.department_id = "0", .page_size = 51}, "page_size",
                  rule::maximum);
}

BOOST_AUTO_TEST_CASE(contact_v3_department_events_read_the_documented_payloads) {
    auto const object = wire::with_users(R"({
        "name": "Sales", "parent_department_id": "od-1", "department_id": "D096", "open_department_id": "od-2",
        "leader_user_id": "ou_1", "chat_id": "oc_1", "order": 10, "status": {"is_deleted": false},
        "leaders": [{"leaderType": 1, "leaderID": "ou_1"}], "department_hrbps": [@user]
    })");
    auto const created = wire::receives_pushed<contact::department::created_v3>(
        "contact.department.created_v3", R"({"object": )" + object + "}");
    BOOST_TEST(created.event.object.order == 10);
    wire::check_some_user(created.event.object.department_hrbps.at(0));
    auto const updated = wire::receives_pushed<contact::department::updated_v3>(
        "contact.department.updated_v3", R"({"object": )" + object + R"(, "old_object": {"name": "Sale"}})");
    BOOST_TEST(updated.event.old_object.name == "Sale");
    BOOST_TEST(!updated.event.old_object.order.has_value());
    auto const deleted =
        wire::receives_pushed<contact::department::deleted_v3>("contact.department.deleted_v3",
                                                               R"({"object": {"open_department_id": "od-2"},
            "old_object": {"open_department_id": "od-2", "status": {"is_deleted": true}}})");
    BOOST_TEST(deleted.event.old_object.status.is_deleted);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(contact_v3_users)

BOOST_AUTO_TEST_CASE(contact_v3_user_lists_send_and_read_what_the_pages_say) {
    std::string const user = R"({
        "open_id": "ou_1", "name": "张三", "avatar_key": "2500c7a9", "gender": 0, "is_frozen": false,
        "subscription_ids": ["23213213213123123"], "time_zone": "Asia/Shanghai", "description": "signature",
        "positions": [{"position_code": "P1", "position_name": "Engineer", "department_id": "od-1",
                       "leader_user_id": "ou_2", "leader_position_code": "P2", "is_major": true}],
        "custom_attrs": [{"type": "ENUMERATION", "id": "C-1",
                          "value": {"option_id": "edcvfrtg", "option_value": "blue"}}]
    })";
    wire::sends(contact::user::batch{.user_ids = {"ou_1", "ou_2"}},
                "GET /open-apis/contact/v3/users/batch?user_ids=ou_1&user_ids=ou_2&user_id_type=open_id"
                "&department_id_type=open_department_id");
    auto const batch = wire::reads<contact::user::batch>(R"({"items": [)" + user + "]}");
    BOOST_TEST(batch.items.at(0).avatar_key == "2500c7a9");
    BOOST_TEST((batch.items[0].gender == contact::gender::undisclosed));
    BOOST_TEST(batch.items[0].positions.at(0).is_major);
    BOOST_TEST(batch.items[0].custom_attrs.at(0).value.option_id == "edcvfrtg");

    wire::sends(contact::user::find_by_department{.department_id = "0", .page_size = 50},
                "GET /open-apis/contact/v3/users/find_by_department?user_id_type=open_id"
                "&department_id_type=open_department_id&department_id=0&page_size=50");
    auto const page =
        wire::reads<contact::user::find_by_department>(R"({"has_more": false, "items": [)" + user + "]}");
    BOOST_TEST(page.items.at(0).name == "张三");
    wire::refuses(contact::user::find_by_department{.department_id = "0", .page_size = 51}, "page_size",
                  rule::maximum);
}

BOOST_AUTO_TEST_CASE(contact_v3_user_basic_batch_sends_and_reads_what_the_page_says) {
    wire::sends(contact::user::basic_batch{.user_ids = {"ou_1"}},
                "POST /open-apis/contact/v3/users/basic_batch?user_id_type=open_id",
                R"({"user_ids": ["ou_1"]})");
    auto const reply = wire::reads<contact::user::basic_batch>(
        R"({"users": [{"user_id": "ou_1", "name": "张三", "i18n_name": {"en_us": "San Zhang"}}]})");
    BOOST_TEST(*reply.users.at(0).i18n_name.en_us == "San Zhang");
    wire::refuses(contact::user::basic_batch{.user_ids = wire::many(11)}, "user_ids", rule::max_items);
}

BOOST_AUTO_TEST_CASE(contact_v3_user_events_read_the_documented_payloads) {
    std::string const user = R"({
        "open_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs", "union_id": "on_8ed6aa67826108097d9ee143816345",
        "user_id": "e33ggbyz", "name": "zhang san", "job_title": "Engineer", "gender": 1,
        "status": {"is_frozen": false, "is_resigned": false, "is_activated": true, "is_exited": false,
                   "is_unjoin": false},
        "department_ids": ["od-1"], "join_time": 1615381207, "employee_type": 1,
        "orders": [{"department_id": "od-1", "user_order": 100, "department_order": 100, "is_primary_dept": true}]
    })";
    auto const created = wire::receives_pushed<contact::user::created_v3>("contact.user.created_v3",
                                                                          R"({"object": )" + user + "}");
    BOOST_TEST(created.event.object.open_id == "ou_7d8a6e6df7621556ce0d21922b676706ccs");
    BOOST_TEST(created.event.object.join_time == 1615381207);
    BOOST_TEST(created.event.object.orders.at(0).is_primary_dept);
    auto const updated = wire::receives_pushed<contact::user::updated_v3>(
        "contact.user.updated_v3", R"({"object": )" + user + R"(, "old_object": {"name": "zhang"}})");
    BOOST_TEST(updated.event.old_object.name == "zhang");
    BOOST_TEST(!updated.event.old_object.status.has_value());
    auto const deleted = wire::receives_pushed<contact::user::deleted_v3>(
        "contact.user.deleted_v3",
        R"({"object": )" + user + R"(, "old_object": {"department_ids": ["od-1"], "open_id": "ou_1"}})");
    BOOST_TEST(deleted.event.old_object.department_ids.at(0) == "od-1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(contact_v3_scope)

BOOST_AUTO_TEST_CASE(contact_v3_scope_list_sends_and_reads_what_the_page_says) {
    wire::sends(contact::scope::list{}, "GET /open-apis/contact/v3/scopes?user_id_type=open_id"
                                        "&department_id_type=open_department_id&page_size=50");
    auto const reply = wire::reads<contact::scope::list>(R"({
        "department_ids": ["od-1"], "user_ids": ["ou_1"], "group_ids": ["g193821"], "has_more": true, "page_token": "p"
    })");
    BOOST_TEST(reply.group_ids.at(0) == "g193821");
    wire::refuses(contact::scope::list{.page_size = 101}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_CASE(contact_v3_scope_updated_v3_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<contact::scope::updated_v3>("contact.scope.updated_v3", R"({
            "added": {"departments": [)" + a_department + R"(], "users": [{"open_id": "ou_1", "name": "a"}],
                      "user_groups": [{"user_group_id": "g1", "name": "All", "type": 2, "member_count": 3, "status": 1}]},
            "removed": {"users": [{"open_id": "ou_2"}]}
        })");
    check_department(pushed.event.added.departments.at(0));
    BOOST_TEST((pushed.event.added.user_groups.at(0).type == contact::user_group_type::dynamic));
    BOOST_TEST(pushed.event.removed.users.at(0).open_id == "ou_2");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
