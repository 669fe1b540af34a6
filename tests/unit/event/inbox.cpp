// Dispatchers with an inbox: what the platform, the handlers and the operator see.

#include <feishu/event/inbox.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_report.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/event/webhook_server.hpp>
#include <feishu/store/memory_store.hpp>
#include <feishu/store/sqlite_store.hpp>

#include "../temporary_folder.hpp"
#include "dispatching.hpp"
#include "hooked_store.hpp"

namespace inbox_tests {

namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using dispatching::card_event;
using dispatching::deliver;
using dispatching::message_event;
using feishu::event_outcome;
using feishu::event_result;
using strings = std::vector<std::string>;

/// Processes with one store; nothing runs unless the test runs it.
struct machines {
    machines() {
        store->before = [this]() -> std::optional<feishu::error> {
            return store_fails ? std::optional(test::hooked_store::failure()) : std::nullopt;
        };
    }

    std::shared_ptr<dispatching::clock> time = std::make_shared<dispatching::clock>();
    std::shared_ptr<test::hooked_store> store =
        std::make_shared<test::hooked_store>(feishu::make_memory_store({.clock = time}));
    bool store_fails = false;

    std::size_t waiting() { return store->read("inbox").value().size(); }
};

struct machine : dispatching::bench {
    machine(machines& all, feishu::inbox_params params = {}) {
        time = all.time;
        params.store = all.store;
        params.executor = [this](std::function<void()> job) { store_jobs.push_back(std::move(job)); };
        auto o = options();
        o.encrypt_key.clear(); // or a webhook asks for encrypted bodies
        o.inbox = feishu::make_inbox(std::move(params));
        o.on_event = [this](feishu::event_report const& r) {
            reports.emplace_back(std::string(r.id) + ' ' + std::string(to_string(r.result)) +
                                 (r.source == feishu::event_source::inbox ? " from the inbox" : ""));
        };
        on = std::make_unique<feishu::event_dispatcher>(std::move(o));
    }

    void handle_messages() {
        on->handle<im::message::receive_v1>([this](im::message::receive_v1 const& e) {
            handled.push_back(e.header.event_id.str());
            if (fails)
                throw std::runtime_error("failed on purpose");
        });
    }
    /// Runs the operations of the store, and handlers, until there are none.
    void run_all() {
        while (!store_jobs.empty() || !jobs.empty()) {
            run_store();
            run();
        }
    }
    void run_store() {
        while (!store_jobs.empty()) {
            auto const job = std::move(store_jobs.front());
            store_jobs.pop_front();
            job();
        }
    }
    void pass(std::chrono::milliseconds by) {
        bench::pass(*on, by);
        run_all();
    }

    std::deque<std::function<void()>> store_jobs{};
    strings handled{};
    strings reports{};
    bool fails = false;
    std::unique_ptr<feishu::event_dispatcher> on{};
};

std::string in_chat(std::string const& chat, std::string const& id) {
    return R"({"schema":"2.0","header":{"event_id":")" + id +
           R"(","event_type":"im.message.receive_v1","token":"v-token","app_id":"cli_1"},"event":{"message":)"
           R"({"message_id":"om_)" +
           id + R"(","chat_id":")" + chat + R"("}}})";
}

BOOST_AUTO_TEST_SUITE(inbox)

BOOST_AUTO_TEST_CASE(an_event_is_acknowledged_once_the_store_has_it_and_then_handled) {
    machines all;
    machine a(all);
    a.handle_messages();
    auto const slot = deliver(*a.on, message_event("1"));
    BOOST_TEST(!slot.responded());
    a.run_store();
    BOOST_TEST(slot.responded());
    BOOST_TEST(slot.outcome() == event_outcome::done);
    BOOST_TEST(a.handled.empty());
    BOOST_TEST(all.waiting() == 1u);
    a.run_all();
    BOOST_TEST(a.handled == strings{"1"}, boost::test_tools::per_element());
    BOOST_TEST(all.waiting() == 0u);
    BOOST_TEST(a.reports == (strings{"1 queued", "1 handled from the inbox"}),
               boost::test_tools::per_element());
    BOOST_TEST(a.on->stats().queued == 1u);
    BOOST_TEST(a.on->stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(
    the_same_event_in_any_process_and_under_another_id_is_acknowledged_and_not_handled_again) {
    machines all;
    machine a(all), b(all);
    a.handle_messages(), b.handle_messages();
    deliver(*a.on, message_event("1", "om_1"));
    auto const joined = deliver(*a.on, message_event("1", "om_1")); // before the first is appended
    a.run_all();
    auto const again = deliver(*b.on, message_event("2", "om_1"));
    b.run_all();
    BOOST_TEST(joined.outcome() == event_outcome::done);
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(a.handled.size() == 1u);
    BOOST_TEST(b.handled.empty());
    BOOST_TEST(b.reports == strings{"2 duplicate"}, boost::test_tools::per_element());
    BOOST_TEST(b.on->stats().duplicates == 1u);
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_refuses_events_until_it_works_again) {
    machines all;
    machine a(all);
    a.handle_messages();
    feishu::webhook hook(*a.on);
    auto const push = [&](std::string const& id) {
        int status = 0;
        hook.handle({.method = "POST", .body = message_event(id)},
                    [&](feishu::webhook_response response) { status = response.status; });
        a.run_all();
        return status;
    };
    all.store_fails = true;
    BOOST_TEST(push("1") == 503);
    BOOST_TEST(push("2") == 503);
    BOOST_TEST(a.on->stats().busy == 2u);
    auto const failures =
        std::ranges::count_if(a.log, [](auto const& line) { return line.find("has failed") != line.npos; });
    BOOST_TEST(failures == 1); // of an outage, the beginning is logged
    all.store_fails = false;
    BOOST_TEST(push("1") == 200);
    BOOST_TEST(a.handled == strings{"1"}, boost::test_tools::per_element());
    BOOST_TEST(a.log.back().find("works again") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_delivery_whose_append_takes_too_long_is_refused_and_appended_no_more) {
    machines all;
    machine a(all);
    a.handle_messages();
    auto const slot = deliver(*a.on, message_event("1"));
    dispatching::bench& waiting = a;
    waiting.pass(*a.on, 2'500ms);
    BOOST_TEST(slot.outcome() == event_outcome::busy);
    a.run_all();
    BOOST_TEST(a.handled.empty());
    BOOST_TEST(all.waiting() == 0u);
    BOOST_TEST(a.reports == strings{"1 rejected"}, boost::test_tools::per_element());
    auto const again = deliver(*a.on, message_event("1"));
    a.run_all();
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(a.handled.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_append_that_ends_after_the_deadline_counts_and_the_next_delivery_is_a_duplicate) {
    machines all;
    machine a(all);
    a.handle_messages();
    a.on->start();
    a.run_all();
    all.store->before = [&]() -> std::optional<feishu::error> {
        all.store->before = nullptr;
        all.time->advance(3s);
        a.on->check_deadlines();
        return std::nullopt;
    };
    auto const slot = deliver(*a.on, message_event("1"));
    a.run_all();
    BOOST_TEST(slot.outcome() == event_outcome::busy);
    auto const again = deliver(*a.on, message_event("1"));
    a.run_all();
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(a.handled.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_is_answered_by_the_process_that_receives_it_once_for_all_processes) {
    machines all;
    machine a(all), b(all);
    for (auto* one : {&a, &b})
        one->on->handle<feishu::card::action_trigger>([one](auto const&) {
            one->handled.push_back("card");
            return feishu::card::toast{"saved"};
        });
    auto const first = deliver(*a.on, card_event("1"));
    a.run_all();
    auto const second = deliver(*b.on, card_event("1"));
    b.run_all();
    BOOST_TEST(first.body().find("saved") != std::string::npos);
    BOOST_TEST(second.body() == first.body());
    BOOST_TEST(a.handled.size() == 1u);
    BOOST_TEST(b.handled.empty());
    BOOST_TEST(all.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(a_callback_is_answered_although_the_store_fails_and_its_duplicate_too) {
    machines all;
    machine a(all);
    a.on->handle<feishu::card::action_trigger>([&](auto const&) {
        a.handled.push_back("card");
        return feishu::card::toast{"saved"};
    });
    all.store_fails = true;
    for (int i = 0; i < 2; ++i) {
        auto const slot = deliver(*a.on, card_event("1"));
        a.run_all();
        BOOST_TEST(slot.body().find("saved") != std::string::npos);
    }
    BOOST_TEST(a.handled.size() == 1u);
}

BOOST_AUTO_TEST_CASE(events_of_a_chat_are_appended_in_the_order_of_their_arrival) {
    machines all;
    machine a(all, {.ordered_by_chat = true, .partitions = 1});
    a.handle_messages();
    for (auto const* id : {"1", "2", "3", "4"})
        deliver(*a.on, in_chat("oc_1", id));
    while (!a.store_jobs.empty() || !a.jobs.empty()) { // whichever thread comes first
        if (!a.store_jobs.empty()) {
            auto const job = std::move(a.store_jobs.back());
            a.store_jobs.pop_back();
            job();
        }
        a.run();
    }
    BOOST_TEST(a.handled == (strings{"1", "2", "3", "4"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_handler_that_fails_is_called_again_and_then_the_event_is_a_dead_letter) {
    machines all;
    machine a(all, {.max_deliveries = 3});
    a.handle_messages();
    a.fails = true;
    auto const slot = deliver(*a.on, message_event("1"));
    a.run_all();
    BOOST_TEST(slot.outcome() == event_outcome::done);
    a.pass(1s);
    BOOST_TEST(a.handled.size() == 2u);
    BOOST_TEST(a.dead.empty());
    a.pass(2s);
    BOOST_TEST(a.handled.size() == 3u);
    BOOST_TEST((a.dead == std::vector<std::pair<std::string, std::string>>{{"1", "failed on purpose"}}));
    BOOST_TEST(all.store->read("inbox/dead").value().at(0).value == message_event("1"));
    BOOST_TEST(all.waiting() == 0u);
    BOOST_TEST(a.reports == (strings{"1 queued", "1 failed from the inbox", "1 failed from the inbox",
                                     "1 dead_letter from the inbox"}),
               boost::test_tools::per_element());
    BOOST_TEST(a.on->stats().dead_lettered == 1u);
}

BOOST_AUTO_TEST_CASE(an_entry_that_is_no_event_is_a_dead_letter) {
    machines all;
    all.store->append("inbox", "no event").value();
    machine a(all);
    a.on->start();
    a.run_all();
    BOOST_TEST(a.dead.size() == 1u);
    BOOST_TEST(all.store->read("inbox/dead").value().at(0).value == "no event");
    BOOST_TEST(all.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(an_event_without_a_handler_is_not_queued_and_waits_in_a_process_that_has_none_yet) {
    machines all;
    machine a(all), b(all);
    BOOST_TEST(deliver(*a.on, message_event("1")).outcome() == event_outcome::done);
    BOOST_TEST(all.waiting() == 0u);
    b.handle_messages();
    deliver(*b.on, message_event("2"));
    b.run_store(); // and it crashes
    b.jobs.clear();
    all.time->advance(31s);
    a.on->start();
    a.run_all();
    BOOST_TEST(all.waiting() == 1u);
    a.handle_messages();
    a.pass(5s);
    BOOST_TEST(a.handled == strings{"2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_crashed_process_had_claimed_is_handled_by_another_one_that_has_received_nothing) {
    machines all;
    machine a(all), b(all);
    a.handle_messages(), b.handle_messages();
    deliver(*a.on, message_event("1"));
    a.run_store(); // its handler never ends
    b.on->start();
    b.run_all();
    BOOST_TEST(b.handled.empty());
    b.pass(30s);
    BOOST_TEST(b.handled == strings{"1"}, boost::test_tools::per_element());
    BOOST_TEST(b.reports == strings{"1 handled from the inbox"}, boost::test_tools::per_element());
    BOOST_TEST(all.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(a_drained_process_leaves_what_it_has_not_begun_to_others_at_once) {
    machines all;
    machine a(all), b(all);
    a.handle_messages(), b.handle_messages();
    deliver(*a.on, message_event("1"));
    a.run_store();
    BOOST_TEST(!a.on->drain(0ms));
    a.run_all();
    BOOST_TEST(a.handled.empty());
    BOOST_TEST(deliver(*a.on, message_event("2")).outcome() == event_outcome::busy);
    b.on->start();
    b.run_all();
    BOOST_TEST(b.handled == strings{"1"}, boost::test_tools::per_element());
    a.on.reset();
}

BOOST_AUTO_TEST_CASE(settings_that_cannot_work_are_refused) {
    auto const store = feishu::make_memory_store();
    for (auto const& params : {feishu::inbox_params{}, feishu::inbox_params{.store = store, .name = ""},
                               feishu::inbox_params{.store = store, .name = std::string(201, 'x')},
                               feishu::inbox_params{.store = store, .group = ""},
                               feishu::inbox_params{.store = store, .visibility = 0ms},
                               feishu::inbox_params{.store = store, .max_deliveries = 0},
                               feishu::inbox_params{.store = store, .partitions = 0},
                               feishu::inbox_params{.store = store, .poll_interval = 0ms},
                               feishu::inbox_params{.store = store, .max_entries = 0}})
        BOOST_CHECK_THROW(feishu::make_inbox(params), std::invalid_argument);
}

// --- with threads

struct counts {
    std::mutex mutex{};
    std::map<std::string, int> handled{};
    std::map<std::string, std::string> last_of_chat{};
    std::map<std::string, int> running{};
    bool disordered = false;

    void handle(std::string const& chat, std::string const& id) {
        {
            std::lock_guard const lock(mutex);
            ++handled[id];
            disordered = disordered || last_of_chat[chat] >= id || ++running[chat] > 1;
            last_of_chat[chat] = id;
        }
        std::this_thread::yield();
        std::lock_guard const lock(mutex);
        --running[chat];
    }
};

std::unique_ptr<feishu::event_dispatcher> bot_on(std::shared_ptr<feishu::store> store, counts& seen,
                                                 bool ordered) {
    auto on = std::make_unique<feishu::event_dispatcher>(feishu::event_options{
        .verification_token = "v-token",
        .inbox = feishu::make_inbox(
            {.store = std::move(store), .ordered_by_chat = ordered, .partitions = 4, .poll_interval = 10ms}),
        .log = [](std::string_view) {}});
    on->handle<im::message::receive_v1>([&seen](im::message::receive_v1 const& e) {
        seen.handle(e.event.message.chat_id.str(), e.header.event_id.str());
    });
    on->start();
    return on;
}

BOOST_AUTO_TEST_CASE(two_processes_on_one_file_handle_each_event_once_and_each_chat_in_order) {
    constexpr int events = 200;
    for (bool ordered : {false, true}) {
        test::temporary_folder folder;
        auto const open = [&] {
            return feishu::make_sqlite_store({.path = folder.path("store.db"),
                                              .durability = feishu::sqlite_durability::process_crash})
                .value();
        };
        auto const view = open();
        counts seen;
        auto a = bot_on(open(), seen, ordered);
        auto b = bot_on(open(), seen, ordered);
        feishu::webhook to_a(*a), to_b(*b);
        for (int i = 0; i < events; ++i) {
            auto const id = std::to_string(1000 + i);
            auto& hook = i % 3 == 0 ? to_a : to_b;
            auto const response =
                hook.handle({.method = "POST", .body = in_chat("oc_" + std::to_string(i % 7), id)});
            BOOST_TEST(response.status == 200);
        }
        auto const left = [&] {
            std::size_t count = view->read("inbox").value().size();
            for (auto const* part : {"inbox/0", "inbox/1", "inbox/2", "inbox/3"})
                count += view->read(part).value().size();
            return count;
        };
        while (left() != 0)
            std::this_thread::sleep_for(1ms);
        BOOST_TEST(a->drain(1min));
        BOOST_TEST(b->drain(1min));
        BOOST_TEST(seen.handled.size() == static_cast<std::size_t>(events));
        for (auto const& [id, times] : seen.handled)
            BOOST_TEST(times == 1, id << " was handled " << times << " times");
        BOOST_TEST((!ordered || !seen.disordered));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace inbox_tests
