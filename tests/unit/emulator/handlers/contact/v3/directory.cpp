#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/emulator/handlers/contact/v3/department.hpp>
#include <feishu/emulator/handlers/contact/v3/scope.hpp>
#include <feishu/emulator/handlers/contact/v3/user.hpp>
#include <feishu/emulator/handlers/search/v1/user.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

#include "../../../published.hpp"
#include "../../../world.hpp"

using namespace test;
namespace contact = feishu::contact::v3;

namespace {

using id_list = std::vector<std::string>;

/// Engineering with Backend and Frontend, Sales; Ann in Backend, Ben in Engineering and Sales, Eve in none.
struct company : world {
    feishu::department_id engineering = tenant.add_department("Engineering");
    feishu::department_id backend = tenant.add_department("Backend", engineering);
    feishu::department_id frontend = tenant.add_department("Frontend", engineering);
    feishu::department_id sales = tenant.add_department("Sales");

    company() {
        tenant.move_user(ann, {backend});
        tenant.move_user(ben, {engineering, sales});
    }

    /// The app may access these departments only.
    void restrict_to(std::set<feishu::department_id> departments) {
        tenant.set_contact_scope(bot, emulator::contact_scope{.departments = std::move(departments)});
    }
    contact::user::get get(emulator::user const& user) const { return {.user_id = user.open_id.str()}; }
    contact::department::get department(feishu::department_id const& id) const {
        return {.department_id = id.str()};
    }
    contact::user::find_by_department members(std::string id) const {
        return {.department_id = std::move(id)};
    }
    contact::department::children below(feishu::department_id const& id) const {
        return {.department_id = id.str()};
    }
};

id_list names_of(auto const& items) {
    id_list out;
    for (auto const& one : items)
        out.push_back(one.name);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_directory)

BOOST_FIXTURE_TEST_CASE(a_user_is_shown_with_ids_of_the_requested_types, company) {
    auto one = *tenant.find_user(ann);
    one.mobile = "+8613011111111";
    one.leader = ben;
    one.profile.edit().job_title = "Engineer";
    one.profile.edit().employee_no = "7";
    tenant.change_user(one);
    auto request = get(ann);
    request.user_id = ann.user_id.str();
    request.user_id_type = feishu::user_id_type::user_id;
    request.department_id_type = contact::department_id_type::department_id;
    auto const shown = run(request).value().user;
    BOOST_TEST(shown.open_id == ann.open_id);
    BOOST_TEST(shown.user_id == ann.user_id);
    BOOST_TEST(shown.name == "Ann");
    BOOST_TEST(shown.mobile == "+8613011111111");
    BOOST_TEST(shown.job_title == "Engineer");
    BOOST_TEST(shown.employee_no == "7");
    BOOST_TEST(shown.leader_user_id == ben.user_id.str());
    BOOST_TEST(shown.department_ids == id_list{tenant.find_department(backend)->department_id});
    BOOST_TEST(shown.department_path.at(0).department_path.department_path_name.name ==
               "Engineering/Backend");
    BOOST_TEST(shown.status.is_activated);
    BOOST_TEST(run(get(eve)).value().user.department_ids == id_list{"0"});
}

BOOST_FIXTURE_TEST_CASE(each_scope_shows_its_members_of_a_user, company) {
    auto one = *tenant.find_user(ann);
    one.mobile = "13011111111";
    one.profile.edit().gender = 2;
    tenant.change_user(one);
    bot.scopes = {"contact:contact.base:readonly"};
    auto shown = run(get(ann)).value().user;
    BOOST_TEST(shown.open_id == ann.open_id);
    BOOST_TEST((shown.name.empty() && shown.user_id.empty() && shown.email.empty() && shown.mobile.empty()));
    BOOST_TEST((shown.department_ids.empty() && !shown.gender.has_value() && !shown.status.is_activated));
    bot.scopes = {"contact:user.base:readonly", "contact:user.email:readonly",
                  "contact:user.employee_id:readonly"};
    shown = run(get(ann)).value().user;
    BOOST_TEST(shown.name == "Ann");
    BOOST_TEST(shown.email == ann.email);
    BOOST_TEST(shown.user_id == ann.user_id);
    BOOST_TEST(shown.mobile.empty());
    bot.scopes = {"contact:contact:readonly_as_app"};
    shown = run(get(ann)).value().user;
    BOOST_TEST(shown.name == "Ann");
    BOOST_TEST((shown.gender == contact::gender::female));
    BOOST_TEST(shown.department_ids == id_list{backend.str()});
    BOOST_TEST((shown.email.empty() && shown.mobile.empty()));
}

BOOST_FIXTURE_TEST_CASE(an_app_sees_only_the_users_and_departments_of_its_contact_scope, company) {
    restrict_to({engineering});
    BOOST_TEST(code(get(ann)) == 0);
    BOOST_TEST(code(get(eve)) == 41050);
    BOOST_TEST(code(contact::user::get{.user_id = "ou_unknown"}) == 41012);
    BOOST_TEST(run_as(ann, get(eve)).has_value());
    BOOST_TEST(code(department(backend)) == 0);
    BOOST_TEST(code(department(sales)) == 40004);
    BOOST_TEST(code(department(feishu::department_id("od-unknown"))) == 40015);
    BOOST_TEST(code(members("0")) == 40004);
    BOOST_TEST(run_as(ann, members("0")).has_value());
    tenant.set_contact_scope(bot, emulator::contact_scope{.users = {eve}});
    BOOST_TEST(code(get(eve)) == 0);
    BOOST_TEST(code(get(ann)) == 41050);
    restrict_to({feishu::department_id("0")});
    BOOST_TEST(code(get(eve)) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_batch_leaves_out_users_who_are_unknown_or_outside_the_contact_scope, company) {
    restrict_to({backend});
    auto const batch = [&](std::vector<std::string> who) {
        return contact::user::batch{.user_ids = std::move(who)};
    };
    BOOST_TEST(names_of(run(batch({ann.open_id.str(), eve.open_id.str(), "ou_unknown"})).value().items) ==
               id_list{"Ann"});
    BOOST_TEST(run(batch({"ou_unknown"})).value().items.empty());
    BOOST_TEST(code(batch({eve.open_id.str()})) == 41050);
    BOOST_TEST(code(batch(id_list(51, ann.open_id.str()))) == 40001);
}

BOOST_FIXTURE_TEST_CASE(a_batch_leaves_out_departments_that_are_unknown_or_outside_the_contact_scope,
                        company) {
    restrict_to({backend});
    auto const batch = [&](std::vector<std::string> which) {
        return contact::department::batch{.department_ids = std::move(which)};
    };
    BOOST_TEST(names_of(run(batch({backend.str(), sales.str(), "od-unknown"})).value().items) ==
               id_list{"Backend"});
    BOOST_TEST(code(batch({sales.str()})) == 40004);
    BOOST_TEST(code(batch(id_list(51, backend.str()))) == 40001);
}

BOOST_FIXTURE_TEST_CASE(names_are_found_for_everyone, company) {
    restrict_to({backend});
    auto const found = run(contact::user::basic_batch{.user_ids = {eve.open_id.str(), "ou_unknown"}}).value();
    BOOST_TEST(names_of(found.users) == id_list{"Eve"});
    BOOST_TEST(code(contact::user::basic_batch{.user_ids = {""}}) == 40001);
}

BOOST_FIXTURE_TEST_CASE(an_id_is_found_by_e_mail_address_and_phone_number, company) {
    auto one = *tenant.find_user(ann);
    one.mobile = "+8613011111111";
    tenant.change_user(one);
    contact::user::batch_get_id request{
        .emails = {feishu::email("ANN@example.com"), feishu::email("no@example.com")},
        .mobiles = {"13011111111"}};
    auto const found = run(request).value().user_list;
    BOOST_REQUIRE(found.size() == 3);
    BOOST_TEST(found[0].user_id == ann.open_id.str());
    BOOST_TEST(found[0].status.is_activated);
    BOOST_TEST(found[1].user_id.empty());
    BOOST_TEST(found[1].email == "no@example.com");
    BOOST_TEST(found[2].user_id == ann.open_id.str());
    restrict_to({sales});
    BOOST_TEST(run(request).value().user_list[0].user_id.empty());
}

BOOST_FIXTURE_TEST_CASE(a_user_who_has_left_is_found_on_request, company) {
    tenant.resign(ann);
    contact::user::batch_get_id request{.emails = {ann.email}};
    BOOST_TEST(run(request).value().user_list[0].user_id.empty());
    request.include_resigned = true;
    BOOST_TEST(run(request).value().user_list[0].user_id == ann.open_id.str());
    BOOST_TEST(run(request).value().user_list[0].status.is_resigned);
}

BOOST_FIXTURE_TEST_CASE(a_changed_address_is_found_and_the_old_one_is_not, company) {
    auto one = *tenant.find_user(ann);
    one.email = feishu::email("ann@other.example");
    BOOST_TEST(tenant.change_user(one));
    BOOST_TEST(tenant.find_user(ann.email) == nullptr);
    BOOST_TEST(tenant.find_user(one.email) == tenant.find_user(ann));
    BOOST_TEST(tenant.find_user_by_any_id(ann.union_id.str()) == tenant.find_user(ann));
}

BOOST_FIXTURE_TEST_CASE(the_members_of_a_department_are_listed_by_pages, company) {
    for (int i = 0; i != 3; ++i)
        tenant.add_user({.name = "U" + std::to_string(i), .departments = {sales}});
    auto request = members(sales.str());
    request.page_size = 3;
    auto page = run(request).value();
    BOOST_TEST(names_of(page.items) == (id_list{"Ben", "U0", "U1"}));
    BOOST_TEST(page.has_more);
    request.page_token = page.page_token;
    page = run(request).value();
    BOOST_TEST(names_of(page.items) == id_list{"U2"});
    BOOST_TEST(!page.has_more);
    request.department_id = engineering.str();
    BOOST_TEST(code(request) == 40012);
    request.page_token.reset();
    request.page_size = 0;
    BOOST_TEST(code(request) == 40011);
    BOOST_TEST(code(members("od-unknown")) == 40004);
    BOOST_TEST(names_of(run(members("0")).value().items) == id_list{"Eve"});
}

BOOST_FIXTURE_TEST_CASE(a_department_counts_each_member_below_it_once, company) {
    auto const counts = [&](feishu::department_id const& id) {
        auto const shown = run(department(id)).value().department;
        return std::pair(shown.member_count, shown.primary_member_count);
    };
    BOOST_TEST((counts(engineering) == std::pair(2, 1)));
    BOOST_TEST((counts(sales) == std::pair(1, 0)));
    BOOST_TEST((counts(feishu::department_id("0")) == std::pair(3, 1)));
    tenant.move_user(ben, {engineering, backend});
    BOOST_TEST((counts(engineering) == std::pair(2, 1)));
    BOOST_TEST((counts(sales) == std::pair(0, 0)));
    auto moved = *tenant.find_department(backend);
    moved.parent = sales;
    BOOST_TEST(tenant.change_department(moved));
    BOOST_TEST((counts(engineering) == std::pair(1, 1)));
    BOOST_TEST((counts(sales) == std::pair(2, 0)));
    tenant.resign(ann);
    BOOST_TEST((counts(sales) == std::pair(1, 0)));
}

BOOST_FIXTURE_TEST_CASE(a_department_is_shown_as_far_as_scopes_allow, company) {
    auto one = *tenant.find_department(engineering);
    one.leader = ann;
    one.deputies = {ben};
    one.hrbps = {eve};
    tenant.change_department(one);
    auto shown = run(department(engineering)).value().department;
    BOOST_TEST(shown.leader_user_id == ann.open_id.str());
    BOOST_TEST(shown.leaders.size() == 2);
    BOOST_TEST(shown.department_hrbps == id_list{eve.open_id.str()});
    BOOST_TEST(shown.parent_department_id == "0");
    bot.scopes = {"contact:contact.base:readonly"};
    shown = run(department(engineering)).value().department;
    BOOST_TEST(shown.open_department_id == engineering);
    BOOST_TEST((shown.name.empty() && shown.leader_user_id.empty() && shown.department_hrbps.empty()));
    bot.scopes = {"contact:department.base:readonly"};
    BOOST_TEST(run(department(engineering)).value().department.name == "Engineering");
}

BOOST_FIXTURE_TEST_CASE(children_and_descendants_of_a_department_are_listed, company) {
    auto const root = feishu::department_id("0");
    BOOST_TEST(names_of(run(below(root)).value().items) == (id_list{"Engineering", "Sales"}));
    auto all = below(root);
    all.fetch_child = true;
    BOOST_TEST(names_of(run(all).value().items) == (id_list{"Engineering", "Sales", "Backend", "Frontend"}));
    all.page_size = 3;
    auto const page = run(all).value();
    BOOST_TEST(page.has_more);
    all.page_token = page.page_token;
    BOOST_TEST(names_of(run(all).value().items) == id_list{"Frontend"});
    all.fetch_child = false;
    BOOST_TEST(code(all) == 40012);
    all.page_size = -1;
    BOOST_TEST(code(all) == 40011);
    BOOST_TEST(code(below(feishu::department_id("od-unknown"))) == 40008);
    tenant.settings.max_recursive_departments = 3;
    BOOST_TEST(code(contact::department::children{.department_id = "0", .fetch_child = true}) == 43010);
    restrict_to({backend});
    BOOST_TEST(code(below(root)) == 40004);
}

BOOST_FIXTURE_TEST_CASE(the_ancestors_of_a_department_are_listed_from_its_parent_up, company) {
    auto const deep = tenant.add_department("Storage", backend);
    contact::department::parent request{.department_id = deep.open_department_id.str()};
    BOOST_TEST(names_of(run(request).value().items) == (id_list{"Backend", "Engineering"}));
    restrict_to({backend});
    BOOST_TEST(names_of(run(request).value().items) == id_list{"Backend"});
    request.page_size = 0;
    BOOST_TEST(code(request) == 40011);
    request.page_size = 1;
    request.page_token = "x";
    BOOST_TEST(code(request) == 40012);
    BOOST_TEST(code(contact::department::parent{.department_id = ""}) == 44102);
    BOOST_TEST(code(contact::department::parent{.department_id = "0"}) == 40002);
    BOOST_TEST(code(contact::department::parent{.department_id = "od-unknown"}) == 40008);
    BOOST_TEST(code(contact::department::parent{.department_id = sales.str()}) == 40004);
}

BOOST_FIXTURE_TEST_CASE(departments_are_found_by_a_part_of_their_names, company) {
    BOOST_TEST(names_of(run_as(ann, contact::department::search{.query = "end"}).value().items) ==
               (id_list{"Backend", "Frontend"}));
    BOOST_TEST(names_of(run_as(ann, contact::department::search{.query = "bAcK"}).value().items) == id_list{"Backend"});
    BOOST_TEST(run_as(ann, contact::department::search{.query = "none"}).value().items.empty());
    BOOST_TEST(code(contact::department::search{.query = ""}) == 48001);
    BOOST_TEST(code(contact::department::search{.page_token = "x", .query = "end"}) == 48001);
}

BOOST_FIXTURE_TEST_CASE(users_are_found_by_a_part_of_their_names_unless_they_have_left, company) {
    using search = feishu::search::v1::user::get;
    tenant.add_user("Anna");
    search request{.query = "Ann", .page_size = 1};
    auto const page = run_as(ben, request).value();
    BOOST_TEST(names_of(page.users) == id_list{"Ann"});
    BOOST_TEST(names_of(run_as(ben, search{.query = "aNNa"}).value().users) == id_list{"Anna"});
    BOOST_TEST(page.users[0].department_ids.at(0) == backend);
    request.page_token = page.page_token;
    BOOST_TEST(names_of(run_as(ben, request).value().users) == id_list{"Anna"});
    request.query = "other";
    BOOST_TEST(code(request) == 99992402);
    BOOST_TEST(code(search{.query = ""}) == 99992402);
    tenant.resign(ann);
    BOOST_TEST(names_of(run_as(ben, search{.query = "Ann"}).value().users) == id_list{"Anna"});
}

BOOST_FIXTURE_TEST_CASE(an_app_lists_its_contact_scope, company) {
    auto all = run(contact::scope::list{}).value();
    BOOST_TEST(all.department_ids == (id_list{engineering.str(), sales.str()}));
    BOOST_TEST(all.user_ids == id_list{eve.open_id.str()});
    tenant.set_contact_scope(
        bot, emulator::contact_scope{.users = {ann, ben}, .departments = {sales}, .groups = {"g1"}});
    contact::scope::list request{.page_size = 2};
    auto page = run(request).value();
    BOOST_TEST(page.department_ids == id_list{sales.str()});
    BOOST_TEST(page.user_ids.size() == 1);
    BOOST_TEST(page.group_ids == id_list{"g1"});
    BOOST_TEST(page.has_more);
    request.page_token = page.page_token;
    page = run(request).value();
    BOOST_TEST(page.user_ids.size() == 1);
    BOOST_TEST(page.group_ids.empty());
    BOOST_TEST(!page.has_more);
    request.page_token = "x";
    BOOST_TEST(code(request) == 40012);
}

BOOST_FIXTURE_TEST_CASE(changes_of_users_cause_events_with_the_previous_values, company) {
    published events(tenant);
    auto const joined = tenant.hire({.name = "Dan", .departments = {sales}});
    BOOST_TEST(events.types.back() == "contact.user.created_v3");
    BOOST_TEST(events.last().at("object").at("name").as_string() == "Dan");
    tenant.move_user(joined, {backend});
    BOOST_TEST(events.types.back() == "contact.user.updated_v3");
    auto const old = events.last().at("old_object");
    BOOST_TEST(old.at("department_ids").at(0).as_string() == sales.str());
    BOOST_TEST(!has_member(old, "name"));
    tenant.resign(joined);
    BOOST_TEST(events.types.back() == "contact.user.deleted_v3");
    BOOST_TEST(events.last().at("old_object").at("department_ids").at(0).as_string() == backend.str());
    BOOST_TEST(events.types.size() == 3);
    BOOST_TEST(!tenant.resign(joined));
    BOOST_TEST(!tenant.move_user(joined, {sales}));
}

BOOST_FIXTURE_TEST_CASE(changes_of_departments_cause_events, company) {
    published events(tenant);
    auto made = tenant.create_department({.name = "Design", .parent = engineering});
    BOOST_TEST(events.types.back() == "contact.department.created_v3");
    made.name = "Art";
    BOOST_TEST(tenant.change_department(made));
    BOOST_TEST(events.types.back() == "contact.department.updated_v3");
    BOOST_TEST(events.last().at("old_object").at("name").as_string() == "Design");
    BOOST_TEST(tenant.delete_department(made));
    BOOST_TEST(events.types.back() == "contact.department.deleted_v3");
    BOOST_TEST(code(department(made)) == 40015);
    BOOST_TEST(!tenant.delete_department(engineering));
    BOOST_TEST(!tenant.delete_department(feishu::department_id("0")));
    auto cycle = *tenant.find_department(engineering);
    cycle.parent = backend;
    BOOST_TEST(!tenant.change_department(cycle));
    BOOST_TEST(events.types.size() == 3);
}

BOOST_FIXTURE_TEST_CASE(an_app_gets_events_of_its_contact_scope_and_of_changes_to_it, company) {
    published events(tenant);
    restrict_to({sales});
    BOOST_TEST(events.types.back() == "contact.scope.updated_v3");
    auto const change = events.last();
    BOOST_TEST(change.at("added").at("departments").at(0).at("name").as_string() == "Sales");
    restrict_to({sales});
    tenant.hire({.name = "Dan", .departments = {backend}});
    tenant.create_department({.name = "Design", .parent = engineering});
    BOOST_TEST(events.types.size() == 1);
    tenant.hire({.name = "Fay", .departments = {sales}});
    BOOST_TEST(events.types.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(events_show_what_the_scopes_of_the_app_allow, company) {
    tenant.find_app(bot)->scopes = {"contact:contact.base:readonly"};
    published events(tenant);
    tenant.hire({.name = "Dan"});
    BOOST_TEST(!has_member(events.last().at("object"), "name"));
    tenant.find_app(bot)->scopes = {"im:message"};
    tenant.hire({.name = "Fay"});
    BOOST_TEST(events.types.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_tenant_of_100000_users_is_built_and_searched_quickly) {
    emulator::state tenant;
    auto const bot = tenant.add_app("alerts");
    auto const sales = tenant.add_department("Sales");
    for (int i = 0; i != 100'000; ++i)
        tenant.add_user({.name = "User",
                         .email = feishu::email("u" + std::to_string(i) + "@example.com"),
                         .departments = {sales}});
    std::size_t found = 0;
    for (int i = 0; i != 100'000; ++i)
        found += tenant.find_user(feishu::email("u" + std::to_string(i) + "@example.com")) != nullptr;
    BOOST_TEST(found == 100'000u);
    BOOST_TEST(tenant.departments().member_count(sales) == 100'000u);
}

BOOST_AUTO_TEST_SUITE_END()
