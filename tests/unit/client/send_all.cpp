// send_all against the emulator: what each user has in the one-to-one chat with the bot, and what the report says.
#include <feishu/client/send_all.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/store/memory_store.hpp>

#include "fake_store.hpp"

namespace send_all_test {

namespace batch_send = feishu::message::v4::batch_send;
namespace im = feishu::im::v1;
using feishu::error_kind;
using feishu::emulator::fault;
using namespace std::chrono_literals;

// The entries of a memory store. Those of journals can be made to fail.
class fragile_store final : public fakes::broken_store {
public:
    fragile_store() : broken_store(false) {}

    std::atomic<int> writes_left = 1'000'000;

private:
    static feishu::error fail() {
        return {.kind = error_kind::store, .message = "out of order", .may_have_executed = false};
    }
    bool broken(text key) { return key.starts_with("send_all/") && writes_left-- <= 0; }

    r<std::optional<std::string>> do_get(text key) override { return inner_->get(key); }
    r<> do_put(text key, text value, ms lifetime) override { return inner_->put(key, value, lifetime); }
    r<feishu::put_outcome> do_put_if_absent(text key, text value, ms lifetime) override {
        return broken(key) ? r<feishu::put_outcome>(fail()) : inner_->put_if_absent(key, value, lifetime);
    }
    r<bool> do_compare_and_replace(text key, text expected, text value, ms lifetime) override {
        return broken(key) ? r<bool>(fail()) : inner_->compare_and_replace(key, expected, value, lifetime);
    }
    r<bool> do_erase(text key) override { return inner_->erase(key); }
    r<bool> do_compare_and_erase(text key, text expected) override {
        return inner_->compare_and_erase(key, expected);
    }

    std::shared_ptr<feishu::store> inner_ = feishu::make_memory_store();
};

// A platform with people.
struct office {
    feishu::emulator::server platform{};
    std::shared_ptr<fragile_store> store = std::make_shared<fragile_store>();
    std::vector<feishu::open_id> people{};

    explicit office(int count) {
        for (int i = 0; i < count; ++i)
            people.push_back(platform.state()->add_user("User " + std::to_string(i)).open_id);
    }
    feishu::client client() {
        auto config = platform.config();
        config.retry = feishu::retry_policy::never();
        config.store = store;
        return feishu::client{std::move(config)};
    }
    // How many messages the bot has sent to each person.
    std::set<std::size_t> messages_of_each() {
        return platform.state().with([&](feishu::emulator::state& t) {
            std::set<std::size_t> out;
            std::size_t reached = 0;
            std::set<feishu::open_id> const wanted(people.begin(), people.end());
            for (auto const& chat : t.chats())
                if (chat.mode == feishu::emulator::chat_mode::p2p && wanted.contains(chat.members.front())) {
                    out.insert(t.messages_of(chat.chat_id).size());
                    ++reached;
                }
            if (reached != people.size())
                out.insert(0);
            return out;
        });
    }
    std::size_t requests(std::string_view path) {
        std::size_t count = 0;
        for (auto const& one : platform.requests())
            count += one.target.starts_with(path) ? 1u : 0u;
        return count;
    }
    std::size_t sends() {
        return requests("/open-apis/im/v1/messages?") + requests("/open-apis/message/v4/");
    }
};

std::set<std::size_t> const once{1};
feishu::text const notice{"maintenance at 22:00"};

} // namespace send_all_test

BOOST_AUTO_TEST_SUITE(client_send_all)

using namespace send_all_test;

BOOST_AUTO_TEST_CASE(users_chats_and_addresses_are_sent_the_message_once) {
    office o(230);
    feishu::receivers to(o.people);
    to.add(o.people.front());
    to.add(o.platform.chat_id());
    auto const ben = o.platform.state()->add_user("Ben");
    to.add(ben.email);
    auto const report = o.client().send_all(to, notice).value();
    BOOST_TEST(report.ok());
    BOOST_TEST(report.sent == 232u);
    BOOST_TEST(report.duplicates == 1u);
    BOOST_TEST(report.batches.size() == 2u);
    o.people.push_back(ben.open_id);
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
    BOOST_TEST(o.platform.state()->contents_of(o.platform.chat_id()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(all_kinds_of_user_ids_are_receivers) {
    office o(0);
    std::vector<feishu::user_id> users;
    std::vector<feishu::union_id> unions;
    for (int i = 0; i < 20; ++i) {
        auto const one = o.platform.state()->add_user("User");
        o.people.push_back(one.open_id);
        if (i % 2 == 0)
            users.push_back(one.user_id);
        else
            unions.push_back(one.union_id);
    }
    BOOST_TEST(o.client().send_all(users, notice).value().ok());
    BOOST_TEST(o.client().send_all(unions, notice).value().ok());
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_cannot_be_sent_the_message_is_in_the_report) {
    office o(30);
    feishu::receivers to(o.people);
    to.add(feishu::open_id("ou_nobody"));
    to.add(feishu::chat_id("oc_nothing"));
    to.add(o.platform.chat_id());
    std::vector<feishu::open_id> last(o.people.end() - 10, o.people.end());
    for (auto const& one : last)
        to.add(one); // duplicates: the reserve is of others
    auto const report = o.client().send_all(to, notice).value();
    BOOST_TEST(!report.ok());
    BOOST_TEST(report.sent == 31u);
    BOOST_REQUIRE(report.failed.size() == 2u);
    std::set<std::string> failed;
    for (auto const& [who, why] : report.failed) {
        failed.insert(std::visit(
            [](auto const& id) {
                if constexpr (requires { id.str(); })
                    return id.str();
                else
                    return id.name;
            },
            who));
        BOOST_TEST((why.kind == error_kind::api));
        BOOST_TEST(!why.endpoint.empty());
    }
    BOOST_TEST(failed == (std::set<std::string>{"oc_nothing", "ou_nobody"}),
               boost::test_tools::per_element());
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(content_that_batch_messages_cannot_have_is_sent_as_single_messages) {
    office o(12);
    auto const key = o.client()
                         .call(im::file::create{.file_type = im::file_type::stream,
                                                .file_name = "a.bin",
                                                .file = feishu::from_bytes("x", "a.bin")})
                         .value()
                         .file_key;
    auto const report = o.client().send_all(o.people, feishu::file{.file_key = key}).value();
    BOOST_TEST(report.ok());
    BOOST_TEST(report.batches.empty());
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
    auto const refused = o.client().send_all({feishu::department_id{"od-1"}}, feishu::file{.file_key = key});
    BOOST_TEST((refused.error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(single_messages_are_sent_if_batch_messages_are_not_wanted) {
    office o(12);
    auto const report = o.client().send_all(o.people, notice, {.batch = false}).value();
    BOOST_TEST(report.ok());
    BOOST_TEST(report.batches.empty());
    BOOST_TEST(o.requests("/open-apis/message/v4/") == 0u);
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(departments_are_found_by_their_names) {
    office o(0);
    auto const sales = o.platform.state()->add_department("Sales").open_department_id;
    o.platform.state()->add_department("Sales North", sales);
    for (int i = 0; i < 2; ++i)
        o.platform.state()->add_department("Twins");
    for (int i = 0; i < 3; ++i)
        o.people.push_back(o.platform.state()
                               ->add_user(feishu::emulator::user{.name = "Seller", .departments = {sales}})
                               .open_id);
    auto const app = o.platform.app().app_id;
    feishu::user_token const token{o.platform.state()->user_token(app, o.people.front()).value};
    auto const client = o.client();
    using feishu::department_named;
    auto const listed =
        client.send_all({department_named("Sales"), feishu::department_id(sales)}, notice).value();
    BOOST_TEST(listed.ok());
    BOOST_TEST(listed.sent == 1u);
    BOOST_TEST(listed.duplicates == 1u);
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
    auto const sends = o.sends();
    for (bool const search : {false, true}) {
        feishu::send_all_options options;
        if (search)
            options.search_as = client.as(token);
        auto const none = client.send_all({o.people.front(), department_named("Sale")}, notice, options);
        BOOST_TEST(none.error().field == "receivers[1]");
        auto const several = client.send_all({department_named("Twins")}, notice, options);
        BOOST_TEST(several.error().message.find("several") != std::string::npos);
    }
    BOOST_TEST(o.sends() == sends);
    BOOST_TEST(
        client.send_all({department_named("Sales")}, notice, {.search_as = client.as(token)}).value().ok());
}

BOOST_AUTO_TEST_CASE(lost_responses_are_resolved) {
    for (auto const kind : {fault::reset_before_processing, fault::reset_after_processing})
        for (std::size_t skip = 0; skip < 3; ++skip) {
            office o(450);
            o.platform.faults().add<batch_send::create>(kind, {.count = 1, .skip = skip});
            o.platform.faults().add<im::message::create>(kind, {.count = 1});
            auto const report = o.client().send_all(o.people, notice).value();
            BOOST_TEST_CONTEXT(to_string(kind) << " after " << skip) {
                BOOST_TEST(report.ok());
                BOOST_TEST(report.sent == 450u);
                BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
            }
        }
}

BOOST_AUTO_TEST_CASE(an_earlier_message_with_another_text_is_not_mistaken_for_this_one) {
    office o(250);
    BOOST_TEST(o.client().send_all(o.people, feishu::text{"something else"}).value().ok());
    o.platform.faults().add<batch_send::create>(fault::reset_before_processing, {.count = 1});
    auto const report = o.client().send_all(o.people, notice).value();
    BOOST_TEST(report.ok());
    BOOST_TEST(o.messages_of_each() == std::set<std::size_t>{2}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(receivers_are_uncertain_if_the_app_may_not_list_its_chats) {
    office o(250);
    auto const app = o.platform.state()->add_app(
        "limited", std::set<std::string>{"im:message:send_as_bot", "im:message:send_multi_users"});
    auto config = o.platform.config(app);
    config.retry = feishu::retry_policy::never();
    o.platform.faults().add<batch_send::create>(fault::reset_after_processing, {.count = 1});
    auto const report = feishu::client{config}.send_all(o.people, notice).value();
    BOOST_TEST(report.uncertain.size() == 200u);
    BOOST_TEST(report.sent == 50u);
    BOOST_TEST(!report.ok());
    BOOST_TEST(!report.stopped);
}

BOOST_AUTO_TEST_CASE(a_canceled_run_is_continued_with_its_journal) {
    office o(620);
    std::size_t last = 0;
    auto const first = o.client()
                           .send_all(o.people, notice,
                                     {.journal = "notice",
                                      .on_progress =
                                          [&](feishu::send_all_progress p) {
                                              BOOST_TEST(p.total == 620u);
                                              BOOST_TEST(p.sent >= last);
                                              last = p.sent;
                                              return p.sent < 100;
                                          }})
                           .value();
    BOOST_REQUIRE(first.stopped.has_value());
    BOOST_TEST((first.stopped->kind == error_kind::canceled));
    BOOST_TEST(first.sent + first.pending == 620u);
    auto const second = o.client().send_all(o.people, notice, {.journal = "notice"}).value();
    BOOST_TEST(second.ok());
    BOOST_TEST(second.sent == 620u);
    BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
    auto const sends = o.sends();
    auto const third = o.client().send_all(o.people, notice, {.journal = "notice"}).value();
    BOOST_TEST(third.ok());
    BOOST_TEST(third.sent == 620u);
    BOOST_TEST(o.sends() == sends);
}

BOOST_AUTO_TEST_CASE(a_stop_token_and_a_timeout_end_it) {
    office o(20);
    std::stop_source stop;
    stop.request_stop();
    auto const stopped = o.client().send_all(o.people, notice, {.stop = stop.get_token()}).value();
    BOOST_REQUIRE(stopped.stopped.has_value());
    BOOST_TEST((stopped.stopped->kind == error_kind::canceled));
    auto const late = o.client().send_all(o.people, notice, {.timeout = 0ms}).value();
    BOOST_REQUIRE(late.stopped.has_value());
    BOOST_TEST((late.stopped->kind == error_kind::timeout));
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_progress_callback_cancels) {
    office o(20);
    auto const report =
        o.client()
            .send_all(o.people, notice,
                      {.on_progress =
                           [](feishu::send_all_progress const&) { throw std::runtime_error("no display"); }})
            .value();
    BOOST_REQUIRE(report.stopped.has_value());
    BOOST_TEST(report.stopped->message.find("no display") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_journal_belongs_to_its_receivers_and_content) {
    office o(8);
    BOOST_TEST(o.client().send_all(o.people, notice, {.journal = "notice"}).value().ok());
    auto const sends = o.sends();
    auto fewer = o.people;
    fewer.pop_back();
    BOOST_TEST(o.client().send_all(fewer, notice, {.journal = "notice"}).error().field == "journal");
    BOOST_TEST(o.client().send_all(o.people, feishu::text{"other"}, {.journal = "notice"}).error().field ==
               "journal");
    BOOST_TEST(o.sends() == sends);
    BOOST_TEST(o.client().send_all(fewer, notice, {.journal = "another"}).value().ok());
}

BOOST_AUTO_TEST_CASE(a_journal_that_another_process_continues_is_refused) {
    office o(8);
    auto const key = "send_all/" + o.platform.app().app_id.str() + "//notice/lease";
    o.store->put(key, "somebody").value();
    auto const refused = o.client().send_all(o.people, notice, {.journal = "notice", .journal_lease = 100ms});
    BOOST_TEST((refused.error().kind == error_kind::store));
    BOOST_TEST(o.sends() == 0u);
    o.store->erase(key).value(); // as if its lease had expired
    BOOST_TEST(o.client().send_all(o.people, notice, {.journal = "notice"}).value().ok());
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_in_the_middle_ends_it_and_nothing_is_sent_twice_later) {
    for (int const writes : {0, 1, 2, 3, 4, 5, 6, 7, 9}) {
        office o(430);
        o.store->writes_left = writes;
        auto const first = o.client().send_all(o.people, notice, {.journal = "notice"});
        if (first) {
            BOOST_REQUIRE(first->stopped.has_value());
            BOOST_TEST((first->stopped->kind == error_kind::store));
            BOOST_TEST(first->stopped->message.find("journal") != std::string::npos);
        } else {
            BOOST_TEST((first.error().kind == error_kind::store));
        }
        o.store->writes_left = 1'000'000;
        auto const second = o.client().send_all(o.people, notice, {.journal = "notice"}).value();
        BOOST_TEST(second.ok());
        BOOST_TEST(o.messages_of_each() == once, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(settings_and_content_are_checked_before_anything_is_sent) {
    office o(3);
    auto const client = o.client();
    BOOST_TEST(client.send_all(o.people, notice, {.concurrency = 0}).error().field == "concurrency");
    BOOST_TEST(client.send_all(o.people, notice, {.journal = std::string(513, 'x')}).error().field ==
               "journal");
    BOOST_TEST(client.send_all(o.people, notice, {.journal = "x", .journal_lease = 1ms}).error().field ==
               "journal_lease");
    BOOST_TEST(
        feishu::client{o.platform.config()}.send_all(o.people, notice, {.journal = "x"}).error().field ==
        "journal");
    BOOST_TEST(client.send_all(o.people, feishu::file{.file_key = ""}).error().field.starts_with("content"));
    BOOST_TEST(client.send_all(std::vector<feishu::open_id>{"oc_1"}, notice).error().field == "receivers[0]");
    BOOST_TEST(client.send_all(feishu::receivers(), notice).value().ok());
    BOOST_TEST(o.sends() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
