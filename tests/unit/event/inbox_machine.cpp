// Processes that share an inbox, step by step and in random orders. Nothing waits.

#include <feishu/event/impl/inbox_machine.hpp>

#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "inbox_simulation.hpp"

namespace inbox_machine_tests {

using namespace inbox_simulation;
using kind = handled::kind;
using strings = std::vector<std::string>;

feishu::inbox_params ordered(unsigned partitions = 4) {
    return {.ordered_by_chat = true, .partitions = partitions};
}

BOOST_AUTO_TEST_SUITE(inbox_machine)

BOOST_AUTO_TEST_CASE(an_event_is_run_by_the_process_that_has_appended_it_and_then_removed) {
    world w;
    process a(w), b(w);
    a.perform_all(), b.perform_all();
    BOOST_TEST((a.deliver("oc_1", "1") == kind::done));
    a.perform_all(), b.perform_all();
    BOOST_TEST(a.running() == strings{"1"}, boost::test_tools::per_element());
    BOOST_TEST(w.store->read("inbox").value().size() == 1u);
    BOOST_TEST((a.finish("1") == entry_verdict::acknowledged));
    a.perform_all();
    BOOST_TEST(w.store->read("inbox").value().empty());
}

BOOST_AUTO_TEST_CASE(a_duplicate_is_not_appended_while_its_event_waits_runs_and_after_that) {
    world w;
    process a(w), b(w);
    a.deliver("oc_1", "1");
    BOOST_TEST((b.deliver("oc_1", "1") == kind::duplicate));
    a.perform_all(), b.perform_all();
    BOOST_TEST((a.deliver("oc_1", "1") == kind::duplicate));
    a.finish("1");
    a.perform_all();
    BOOST_TEST((b.deliver("oc_1", "1") == kind::duplicate));
    b.perform_all();
    w.time->advance(7h + 30min);
    BOOST_TEST((b.deliver("oc_1", "1") == kind::duplicate));
    BOOST_TEST(w.begun.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_exceeds_the_capacity_of_a_process_is_taken_by_others_or_later) {
    world w;
    process a(w, 2);
    for (auto const* id : {"1", "2", "3", "4"})
        a.deliver("oc_1", id);
    a.perform_all();
    BOOST_TEST(a.running().size() == 2u);
    process b(w, 1);
    b.perform_all();
    BOOST_TEST(b.running() == strings{"3"}, boost::test_tools::per_element());
    a.finish("1");
    a.perform_all();
    BOOST_TEST(a.running() == (strings{"2", "4"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_event_of_a_crashed_process_is_run_by_another_one_after_the_visibility_timeout) {
    world w;
    auto a = std::make_unique<process>(w);
    process b(w);
    b.perform_all();
    a->deliver("oc_1", "1");
    a->perform_all();
    a.reset();
    for (int i = 0; i < 29; ++i) {
        w.time->advance(1s);
        b.on_time();
        b.perform_all();
    }
    BOOST_TEST(b.running().empty());
    w.time->advance(1s);
    b.on_time();
    b.perform_all();
    BOOST_TEST(b.running() == strings{"1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_handler_may_take_longer_than_the_visibility_timeout) {
    for (bool in_order : {false, true}) {
        world w(in_order ? ordered() : feishu::inbox_params{});
        process a(w), b(w);
        a.deliver("oc_1", "1");
        a.perform_all();
        for (int i = 0; i < 200; ++i) {
            w.time->advance(1s);
            a.on_time(), b.on_time();
            a.perform_all(), b.perform_all();
        }
        BOOST_TEST(w.begun.size() == 1u);
        BOOST_TEST((a.finish("1") == entry_verdict::acknowledged));
        a.perform_all();
        BOOST_TEST(w.store->read(in_order ? "inbox/0" : "inbox").value().empty());
    }
}

BOOST_AUTO_TEST_CASE(a_failed_event_is_run_again_after_growing_delays_and_then_dead_lettered) {
    world w({.max_deliveries = 4});
    process a(w);
    a.deliver("oc_1", "1");
    a.perform_all();
    for (auto const delay : {1'000ms, 2'000ms, 4'000ms}) {
        BOOST_TEST((a.fail("1") == entry_verdict::retried));
        w.time->advance(delay - 1ms);
        a.on_time();
        a.perform_all();
        BOOST_TEST(a.running().empty());
        w.time->advance(1ms);
        BOOST_TEST((a.machine().wake().value() <= w.time->now()));
        a.on_time();
        a.perform_all();
        BOOST_TEST(a.running().size() == 1u);
    }
    BOOST_TEST((a.fail("1") == entry_verdict::dead));
    a.perform_all();
    BOOST_TEST(w.dead_letters == strings{"1: failed on purpose"}, boost::test_tools::per_element());
    BOOST_TEST(w.store->read("inbox").value().empty());
    BOOST_TEST(w.store->read("inbox/dead").value().at(0).value == event_in("oc_1", "1"));
}

BOOST_AUTO_TEST_CASE(an_event_that_cannot_be_read_is_dead_lettered_at_once) {
    world w;
    process a(w);
    a.deliver("oc_1", "1");
    a.perform_all();
    BOOST_TEST((a.finish("1", {.what = kind::malformed, .reason = "no JSON"}) == entry_verdict::dead));
    a.perform_all();
    BOOST_TEST(w.dead_letters == strings{"1: no JSON"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_event_that_crashes_each_process_is_dead_lettered_without_being_run_again) {
    world w({.max_deliveries = 3});
    std::make_unique<process>(w)->deliver("oc_1", "1");
    for (int i = 0; i < 5; ++i) {
        w.time->advance(31s);
        process one(w);
        one.perform_all();
    }
    BOOST_TEST(w.dead_letters.size() == 1u);
    BOOST_TEST(w.begun.size() == 3u);
    BOOST_TEST(w.store->read("inbox").value().empty());
}

BOOST_AUTO_TEST_CASE(a_dead_letter_is_kept_until_the_store_has_it) {
    world w({.max_deliveries = 1});
    process a(w);
    a.deliver("oc_1", "1");
    a.perform_all();
    w.store_fails = true;
    BOOST_TEST((a.fail("1") == entry_verdict::dead));
    a.perform_all();
    w.time->advance(5s);
    a.on_time();
    a.perform_all();
    BOOST_TEST(w.dead_letters.empty());
    w.store_fails = false;
    w.time->advance(5s);
    a.on_time();
    a.perform_all();
    BOOST_TEST(w.dead_letters.size() == 1u);
    BOOST_TEST(w.store->read("inbox").value().empty());
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_refuses_deliveries_and_recovers_by_itself) {
    for (bool in_order : {false, true}) {
        world w(in_order ? ordered(1) : feishu::inbox_params{});
        process a(w);
        a.deliver("oc_1", "1");
        a.perform_all();
        w.store_fails = true;
        BOOST_TEST(!a.deliver("oc_1", "2").has_value());
        a.finish("1"); // cannot be acknowledged
        for (int i = 0; i < 60; ++i) {
            a.perform_all();
            w.time->advance(1s);
            a.on_time();
        }
        a.perform_all();
        BOOST_TEST(w.begun.size() == 1u);
        w.store_fails = false;
        for (int i = 0; i < 60; ++i) {
            a.perform_all();
            w.time->advance(1s);
            a.on_time();
        }
        BOOST_TEST(w.begun.size() == 1u); // it has kept in mind what it has done
        BOOST_TEST((a.deliver("oc_1", "2") == kind::done));
        a.perform_all();
        BOOST_TEST(a.running() == strings{"2"}, boost::test_tools::per_element());
        a.finish("2");
        a.perform_all();
        BOOST_TEST(w.store->read(in_order ? "inbox/0" : "inbox").value().empty());
    }
}

BOOST_AUTO_TEST_CASE(a_stopped_process_returns_what_it_does_not_run) {
    for (bool in_order : {false, true}) {
        world w(in_order ? ordered(1) : feishu::inbox_params{});
        process a(w, 1);
        a.deliver("oc_1", "1");
        a.perform_all();
        a.deliver("oc_1", "2");
        a.perform_all();
        a.fail("1"); // it waits for its next attempt
        a.perform_all();
        a.stop();
        a.perform_all();
        if (!a.running().empty()) { // without order, it had room for the second
            a.finish("2");
            a.perform_all();
        }
        BOOST_TEST(a.machine().idle());
        BOOST_TEST((a.machine().wake() == std::nullopt));
        process b(w);
        b.perform_all();
        BOOST_TEST(b.running() == strings{"1"}, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_stopped_process_waits_for_its_handlers_and_acknowledges_them) {
    world w(ordered());
    process a(w);
    a.deliver("oc_1", "1");
    a.perform_all();
    a.stop();
    a.perform_all();
    BOOST_TEST(!a.machine().idle());
    a.finish("1");
    a.perform_all();
    BOOST_TEST(a.machine().idle());
    a.deliver("oc_1", "2"); // only appended
    a.perform_all();
    BOOST_TEST(a.machine().idle());
    process b(w);
    w.time->advance(500ms); // by then it has looked into every part
    b.on_time();
    b.perform_all();
    BOOST_TEST(b.running() == strings{"2"}, boost::test_tools::per_element());
}

// --- order

BOOST_AUTO_TEST_CASE(events_of_one_chat_run_one_after_the_other_and_others_beside_them) {
    world w(ordered(1));
    process a(w, 4), b(w, 4);
    a.deliver("oc_1", "1"), b.deliver("oc_1", "2"), b.deliver("oc_2", "3"), a.deliver("oc_1", "4");
    a.perform_all(), b.perform_all();
    BOOST_TEST(a.running() == (strings{"1", "3"}), boost::test_tools::per_element());
    BOOST_TEST(b.running().empty());
    a.finish("1");
    a.perform_all();
    BOOST_TEST(a.running() == (strings{"2", "3"}), boost::test_tools::per_element());
    a.finish("3"), a.finish("2");
    a.perform_all();
    BOOST_TEST(a.running() == strings{"4"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_failed_event_holds_up_its_chat_only) {
    world w(ordered(1));
    process a(w, 4);
    a.deliver("oc_1", "1"), a.deliver("oc_1", "2"), a.deliver("oc_2", "3");
    a.perform_all();
    a.fail("1");
    a.perform_all();
    BOOST_TEST(a.running() == strings{"3"}, boost::test_tools::per_element());
    a.finish("3");
    a.deliver("oc_2", "4");
    a.perform_all();
    BOOST_TEST(a.running() == strings{"4"}, boost::test_tools::per_element());
    a.finish("4");
    a.perform_all();
    w.time->advance(1s);
    a.on_time();
    a.perform_all();
    BOOST_TEST(a.running() == strings{"1"}, boost::test_tools::per_element());
    a.finish("1");
    a.perform_all();
    BOOST_TEST(a.running() == strings{"2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_chats_of_a_crashed_process_go_on_in_order_elsewhere) {
    world w(ordered(1));
    auto a = std::make_unique<process>(w);
    process b(w);
    a->deliver("oc_1", "1"), a->deliver("oc_1", "2");
    a->perform_all();
    b.deliver("oc_1", "3");
    b.perform_all();
    a.reset();
    w.time->advance(29s);
    b.on_time();
    b.perform_all();
    BOOST_TEST(b.running().empty());
    for (auto const* id : {"1", "2", "3"}) {
        for (int i = 0; i < 4; ++i) {
            w.time->advance(1s);
            b.on_time();
            b.perform_all();
        }
        BOOST_TEST(b.running() == strings{id}, boost::test_tools::per_element());
        b.finish(id);
        b.perform_all();
    }
}

BOOST_AUTO_TEST_CASE(a_process_that_lost_its_lease_starts_nothing_more_of_it) {
    world w(ordered(1));
    process a(w), b(w);
    a.deliver("oc_1", "1"), a.deliver("oc_1", "2");
    a.perform_all();
    w.time->advance(31s); // it was suspended
    b.on_time();
    b.perform_all();
    w.time->advance(1s);
    b.on_time();
    b.perform_all();
    BOOST_TEST(b.running() == strings{"1"}, boost::test_tools::per_element());
    a.finish("1"); // it counts, although the lease was lost
    a.on_time();
    a.perform_all();
    BOOST_TEST(a.running().empty());
    b.finish("1");
    b.perform_all();
    BOOST_TEST(b.running() == strings{"2"}, boost::test_tools::per_element());
}

// --- random orders

struct random_run {
    random_run(std::uint64_t seed, bool in_order, std::chrono::milliseconds visibility = 3s)
        : random(seed), w({.visibility = visibility,
                           .max_deliveries = 1000,
                           .ordered_by_chat = in_order,
                           .partitions = 3}) {
        for (int i = 0; i < 3; ++i)
            processes.push_back(std::make_unique<process>(w, 2));
    }

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random() % n); }

    /// The platform pushes until a delivery is acknowledged.
    void push(std::string const& chat, std::string const& id) {
        while (true) {
            auto& to = *processes[below(3)];
            if (to.deliver(chat, id).has_value() && below(10) != 0) // or the response is lost
                return;
            step();
        }
    }

    void step() {
        auto const at = below(3);
        auto& one = processes[at];
        auto const what = below(100);
        w.store_fails = crashes && below(20) == 0;
        if (what < 60 && one->pending() != 0) {
            one->perform(below(one->pending()));
        } else if (what < 80 && !one->running().empty()) {
            auto const running = one->running();
            auto const& id = running[below(running.size())];
            if (below(10) == 0)
                one->fail(id);
            else
                one->finish(id);
        } else if (what < 95) {
            w.time->advance(std::chrono::milliseconds(below(400)));
            one->on_time();
            for (auto& other : processes)
                if (awake) {
                    other->on_time();
                    other->perform_all();
                }
        } else if (crashes && below(5) == 0) {
            one = std::make_unique<process>(w, 2);
        } else if (crashes && below(5) == 0) {
            one->stop();
            one->perform_all();
            while (!one->running().empty())
                one->finish(one->running().front());
            one->perform_all();
            one = std::make_unique<process>(w, 2);
        }
        w.store_fails = false;
    }

    bool empty() const {
        for (unsigned i = 0; i < 3; ++i)
            for (auto const& name : {std::string("inbox"), "inbox/" + std::to_string(i)})
                if (!w.store->read(name).value().empty())
                    return false;
        return true;
    }

    bool crashes = true;
    bool awake = false; ///< no process is suspended for long
    std::mt19937_64 random;
    world w;
    std::vector<std::unique_ptr<process>> processes;
};

// Without crashes of processes or of the store, each handler returns once.
BOOST_AUTO_TEST_CASE(in_any_order_of_steps_each_event_is_handled_once) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        random_run all(seed, seed % 2 == 0, 60min);
        all.crashes = false;
        for (int i = 0; i < 30; ++i) {
            all.push("oc_" + std::to_string(all.below(5)), std::to_string(i));
            for (int n = 0; n < 5; ++n)
                all.step();
        }
        for (int i = 0; i < 100'000 && !all.empty(); ++i)
            all.step();
        BOOST_TEST(all.w.succeeded.size() == 30u, "seed " << seed);
        BOOST_TEST((std::set(all.w.succeeded.begin(), all.w.succeeded.end()).size() == 30u), "seed " << seed);
    }
}

// With them, none is lost; and those of one chat neither overlap nor overtake each other, but for handlers that go on
// while their process has lost the lease.
BOOST_AUTO_TEST_CASE(whatever_crashes_no_acknowledged_event_is_lost) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        random_run all(seed, seed % 2 == 0);
        for (int i = 0; i < 30; ++i) {
            all.push("oc_" + std::to_string(all.below(5)), std::to_string(i));
            for (int n = 0; n < 5; ++n)
                all.step();
        }
        all.crashes = false;
        for (int i = 0; i < 100'000 && !all.empty(); ++i)
            all.step();
        BOOST_TEST((std::set(all.w.succeeded.begin(), all.w.succeeded.end()).size() == 30u), "seed " << seed);
        BOOST_TEST(all.empty(), "seed " << seed);
    }
}

// Crashed processes do not go on; so a chat is in order, whatever crashes.
BOOST_AUTO_TEST_CASE(whatever_crashes_the_events_of_a_chat_neither_overlap_nor_overtake_each_other) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        random_run all(seed, true);
        all.awake = true;
        std::map<std::string, std::string> chat_of;
        for (int i = 100; i < 130; ++i) {
            auto const chat = "oc_" + std::to_string(all.below(5));
            chat_of[std::to_string(i)] = chat;
            all.push(chat, std::to_string(i));
            for (int n = 0; n < 5; ++n)
                all.step();
        }
        all.crashes = false;
        for (int i = 0; i < 100'000 && !all.empty(); ++i)
            all.step();
        BOOST_TEST(!all.w.overlapped, "seed " << seed);
        std::map<std::string, std::string> last; // per chat
        for (auto const& id : all.w.begun) {
            auto& before = last[chat_of[id]];
            BOOST_TEST((before.empty() || before <= id),
                       "seed " << seed << ": " << id << " after " << before);
            before = id;
        }
        BOOST_TEST((std::set(all.w.succeeded.begin(), all.w.succeeded.end()).size() == 30u), "seed " << seed);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace inbox_machine_tests
