// A mailing to departments, with progress, readers and recall.
#include <algorithm>
#include <set>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>

#include "tutorial.hpp"

using namespace test;
namespace batch_message = feishu::im::v1::batch_message;
namespace batch_send = feishu::message::v4::batch_send;
namespace contact = feishu::contact::v3;

BOOST_AUTO_TEST_SUITE(emulator_tutorial_department_mailing)

BOOST_AUTO_TEST_CASE(a_mailing_reaches_each_person_once_is_read_and_recalled) {
    tutorial_stage stage;
    auto& tenant = stage.platform.state();
    tenant->settings.batch_rate = 100; // messages a second
    auto const north = tenant->add_department("Sales North").open_department_id;
    auto const south = tenant->add_department("Sales South").open_department_id;
    tenant->add_department("Engineering");
    std::vector<feishu::open_id> sellers;
    for (int i = 0; i < 250; ++i) {
        std::vector<feishu::department_id> in{i % 2 == 0 ? north : south};
        if (i == 0)
            in.push_back(south); // in both
        sellers.push_back(
            tenant->add_user(emulator::user{.name = "Seller " + std::to_string(i), .departments = in})
                .open_id);
    }
    feishu::user_token const user{tenant->user_token(stage.platform.app().app_id, stage.ann).value};

    std::set<feishu::open_id> people;
    for (auto const& department : stage.client.as(user).pages(contact::department::search{.query = "Sales"}))
        for (auto const& one : stage.client.pages(contact::user::find_by_department{
                 .department_id = department.open_department_id.str(), .page_size = 50}))
            people.insert(one.open_id);
    BOOST_TEST(people.size() == 250u);

    std::vector<feishu::open_id> const all(people.begin(), people.end());
    std::vector<feishu::batch_message_id> sent;
    for (std::size_t at = 0; at < all.size(); at += 200) {
        auto const end = (std::min)(at + 200, all.size());
        batch_send::receivers to;
        for (auto i = at; i < end; ++i)
            to.open_ids.push_back(all[i]);
        auto const response =
            stage.client.call(batch_send::send(std::move(to), feishu::text{"closed on Monday"})).value();
        BOOST_TEST(response.invalid_open_ids.empty());
        sent.push_back(response.message_id);
    }
    BOOST_TEST(sent.size() == 2u);

    auto const progress = [&](std::size_t i) {
        return stage.client.call(batch_message::get_progress{.batch_message_id = sent[i]}).value();
    };
    stage.wait(std::chrono::seconds(1));
    BOOST_TEST(progress(0).batch_message_send_progress.valid_user_ids_count == 200);
    BOOST_TEST(progress(0).batch_message_send_progress.success_user_ids_count == 100);
    stage.wait(std::chrono::seconds(2));
    BOOST_TEST(progress(0).batch_message_send_progress.success_user_ids_count == 200);
    BOOST_TEST(progress(1).batch_message_send_progress.success_user_ids_count == 50);

    // What a seller sees is in the one-to-one chat with the bot, once.
    auto const chat = tenant->enter(all.front(), stage.platform.app().app_id);
    BOOST_TEST(stage.seen(chat) == std::vector<std::string>{R"({"text":"closed on Monday"})"},
               boost::test_tools::per_element());

    for (std::size_t i = 0; i < 30; ++i)
        tenant->read_all(all[i]);
    auto const readers =
        stage.client.call(batch_message::read_user{.batch_message_id = sent[0]}).value().read_user;
    BOOST_TEST(readers.read_count == "30");
    BOOST_TEST(readers.total_count == "200");

    for (auto const& id : sent)
        stage.client.call(batch_message::delete_{.batch_message_id = id}).value();
    stage.wait(std::chrono::minutes(1));
    BOOST_TEST(progress(0).batch_message_recall_progress.recall_count == 200);
    BOOST_TEST(tenant.with([&](emulator::state& t) { return t.messages_of(chat).back()->deleted; }));
}

BOOST_AUTO_TEST_SUITE_END()
