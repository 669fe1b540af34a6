// A mailing to departments: finds them by name, collects their people, sends one message to each of them in batches
// of 200, waits until the platform has sent them, counts the readers, and recalls the mailing.
//
// On the real platform: MAILING_DEPARTMENT is part of the name of the departments, FEISHU_USER_TOKEN the token of a
// user (u-…) who may see them: only users can search.
// Scopes: im:message, im:message:send_multi_users, contact:contact.base:readonly; the user's: contact:contact.base:readonly.

#include <algorithm>
#include <set>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>

#include "stage.hpp"

namespace batch_message = feishu::im::v1::batch_message;
namespace batch_send = feishu::message::v4::batch_send;
namespace contact = feishu::contact::v3;

namespace {

constexpr std::size_t batch_size = 200; // the limit of open_ids

// Somebody may be in several departments, and is to receive one message.
std::vector<feishu::open_id> people_of(feishu::client const& client, feishu::user_token const& user,
                                       std::string const& name) {
    std::set<feishu::open_id> found;
    for (auto const& department : client.as(user).pages(contact::department::search{.query = name})) {
        auto const before = found.size();
        contact::user::find_by_department const members{.department_id = department.open_department_id.str(),
                                                        .page_size = 50};
        for (auto const& one : client.pages(members))
            found.insert(one.open_id);
        std::cout << department.name << ": " << found.size() - before << " people\n";
    }
    return {found.begin(), found.end()};
}

std::vector<feishu::batch_message_id>
send(feishu::client const& client, std::vector<feishu::open_id> const& people, feishu::text const& what) {
    std::vector<feishu::batch_message_id> sent;
    for (std::size_t at = 0; at < people.size(); at += batch_size) {
        batch_send::receivers to;
        for (auto i = at; i < (std::min)(at + batch_size, people.size()); ++i)
            to.open_ids.push_back(people[i]);
        auto const response = client.call(batch_send::send(std::move(to), what)).value();
        for (auto const& id : response.invalid_open_ids) // left, or outside the app's availability
            std::cout << "not reachable: " << id << '\n';
        sent.push_back(response.message_id);
    }
    return sent;
}

// The platform sends in the background.
void wait_until_sent(tutorial::stage& time, feishu::client const& client,
                     feishu::batch_message_id const& id) {
    for (;;) {
        auto const done = client.call(batch_message::get_progress{.batch_message_id = id}).value();
        auto const& progress = done.batch_message_send_progress;
        std::cout << "sent to " << progress.success_user_ids_count << " of " << progress.valid_user_ids_count
                  << '\n';
        if (progress.success_user_ids_count >= progress.valid_user_ids_count)
            return;
        time.wait(std::chrono::seconds(1));
    }
}

// A tenant with two departments that "sales" finds. Returns the token of a user who may search.
feishu::user_token populate(feishu::emulator::server& platform) {
    auto& tenant = platform.state();
    tenant->settings.batch_rate = 100; // messages a second
    auto const north = tenant->add_department("Sales North");
    auto const south = tenant->add_department("Sales South");
    for (int i = 0; i < 250; ++i)
        tenant->add_user(feishu::emulator::user{
            .name = "Seller " + std::to_string(i),
            .departments = {i % 2 == 0 ? north.open_department_id : south.open_department_id}});
    return feishu::user_token{
        tenant->user_token(tenant->apps().front().app_id, tenant->users().front()).value};
}

// Every third seller reads it.
void read_some(feishu::emulator::server& platform) {
    auto& tenant = platform.state();
    for (std::size_t i = 0; i < tenant->users().size(); i += 3)
        tenant->read_all(tenant->users()[i].open_id);
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    auto name = tutorial::environment("MAILING_DEPARTMENT");
    feishu::user_token user{tutorial::environment("FEISHU_USER_TOKEN")};
    if (auto* const platform = stage.emulator()) {
        name = "sales";
        user = populate(*platform);
    }

    auto const people = people_of(client, user, name);
    auto const sent = send(client, people, feishu::text{"The office is closed on Monday."});
    std::cout << sent.size() << " batches\n";
    for (auto const& id : sent)
        wait_until_sent(stage, client, id);

    stage.script({read_some});
    stage.wait(std::chrono::minutes(1));
    for (auto const& id : sent) {
        auto const readers = client.call(batch_message::read_user{.batch_message_id = id}).value().read_user;
        std::cout << "read by " << readers.read_count << " of " << readers.total_count << '\n';
    }

    for (auto const& id : sent)
        client.call(batch_message::delete_{.batch_message_id = id}).value();
    stage.wait(std::chrono::minutes(1));
    for (auto const& id : sent) {
        auto const done = client.call(batch_message::get_progress{.batch_message_id = id}).value();
        std::cout << "recalled from " << done.batch_message_recall_progress.recall_count << '\n';
    }
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
