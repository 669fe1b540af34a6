// The directory, apps and bots through the library's client.

#include <boost/test/unit_test.hpp>

#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/scope.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/search/v1/user.hpp>
#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/api/translation/v1/text.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

#include "world.hpp"

using namespace test;

namespace {

struct office {
    emulator::server platform{};
    feishu::client client{platform.config()};
    emulator::user ann = platform.users().at(0);

    ~office() { record(platform.requests()); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_directory_whole)

BOOST_FIXTURE_TEST_CASE(a_client_reads_users_and_departments, office) {
    namespace contact = feishu::contact::v3;
    auto const sales = platform.state()->add_department("Sales");
    BOOST_TEST(platform.state()->move_user(ann, {sales}));
    auto const user = client.call(contact::user::get{.user_id = ann.open_id.str()}).value().user;
    BOOST_TEST(user.name == "Ann");
    BOOST_TEST(user.department_ids.at(0) == sales.open_department_id.str());
    BOOST_TEST((user.gender == contact::gender::undisclosed));
    auto const members =
        client.call(contact::user::find_by_department{.department_id = sales.open_department_id.str()})
            .value();
    BOOST_TEST(members.items.at(0).open_id == ann.open_id);
    auto const found = client.call(contact::user::batch_get_id{.emails = {ann.email}}).value();
    BOOST_TEST(found.user_list.at(0).user_id == ann.open_id.str());
    BOOST_TEST(client.call(contact::department::children{.department_id = "0"}).value().items.at(0).name ==
               "Sales");
    auto const unknown = client.call(contact::user::get{.user_id = "ou_unknown"});
    BOOST_TEST(unknown.error().code == 41012);
    auto const token = platform.state()->user_token(platform.app(), ann).value;
    auto const searched =
        client.as(feishu::user_token{token}).call(feishu::search::v1::user::get{.query = "Ann"});
    BOOST_TEST(searched.value().users.at(0).open_id == ann.open_id);
}

BOOST_FIXTURE_TEST_CASE(a_client_reads_its_app_and_the_tenant, office) {
    namespace app6 = feishu::application::v6;
    BOOST_TEST(client.call(feishu::bot_::v3::info::get{}).value().bot.open_id == platform.app().bot_open_id);
    auto const app = client.call(app6::application::get{.app_id = "me", .lang = app6::app_language::en_us});
    BOOST_TEST(app.value().app.app_id == platform.app().app_id);
    BOOST_TEST(client.call(app6::scope::apply{}).error().code == 212002);
    BOOST_TEST(client
                   .call(app6::app_badge::set{.user_id = ann.open_id.str(),
                                              .version = "1",
                                              .pc = app6::model::client_badge{.web_app = 1}})
                   .has_value());
    BOOST_TEST(client.call(feishu::tenant::v2::tenant::query{}).value().tenant.name == "Example");
    BOOST_TEST(client.call(feishu::event_::v1::connection::get{}).value().online_instance_cnt == 0);
}

BOOST_FIXTURE_TEST_CASE(a_client_uses_the_language_services, office) {
    BOOST_TEST(client.call(feishu::translation::v1::text::detect{.text = "hello"}).value().language == "en");
    using recognize = feishu::speech_to_text::v1::speech::file_recognize;
    auto const heard = client.call(recognize{.speech = recognize::audio{.speech = "AAAA"},
                                             .config = recognize::file_config{.file_id = "abcdefghij_12345",
                                                                              .format = "pcm",
                                                                              .engine_type = "16k_auto"}});
    BOOST_TEST(heard.value().recognition_text == "speech");
}

BOOST_AUTO_TEST_SUITE_END()
