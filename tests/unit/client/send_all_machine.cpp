// The decisions of send_all, on a platform and a journal that are maps.
#include <feishu/client/impl/send_all_machine.hpp>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/content/text.hpp>

namespace send_all_machine_test {

using namespace feishu::detail;
namespace act = feishu::detail::send_all_actions;
using feishu::error;
using feishu::error_kind;

std::vector<feishu::open_id> users(int count) {
    std::vector<feishu::open_id> out;
    for (int i = 0; i < count; ++i)
        out.emplace_back("ou_" + std::to_string(i));
    return out;
}

error failure(error_kind kind, int code = 0) {
    error e;
    e.kind = kind;
    e.code = code;
    return e;
}

// What outlives a run: messages that were received, the uuids of an hour, the journal, the time.
struct world {
    feishu::receivers to;
    send_all_plan plan;
    std::map<std::size_t, int> received{};            // messages, by position in `to`
    std::map<std::size_t, std::int64_t> recognized{}; // when a single message was first sent
    std::map<std::size_t, std::string> journal{};
    std::map<std::size_t, error> refused{}; // receivers that cannot be sent messages
    std::optional<error> batch_refusal{};
    std::int64_t unix_ms = 1'000'000'000;
    bool can_verify = true;
    int batches = 0;
    int singles = 0;

    explicit world(feishu::receivers list, bool batch = true)
        : to(std::move(list)), plan(make_plan(to, batch).value()) {}

    void single(std::size_t position) {
        ++singles;
        constexpr std::int64_t hour = 3'600'000;
        auto const before = recognized.find(position);
        if (before != recognized.end() && unix_ms - before->second < hour)
            return;
        recognized[position] = unix_ms;
        ++received[position];
    }
    void expect_once() const {
        for (std::size_t i = 0; i < to.size(); ++i) {
            auto const found = received.find(i);
            BOOST_REQUIRE_MESSAGE(found != received.end() && found->second == 1,
                                  "receiver " << i << " was sent "
                                              << (found == received.end() ? 0 : found->second));
        }
    }
};

// A run that is killed at its `kill_at`th action: before it has an effect, or after that and before the outcome is known.
class simulated_run {
public:
    simulated_run(world& in, send_all_machine::settings with, int kill_at = -1, bool with_effect = false)
        : world_(in), machine_(in.to, in.plan, std::move(with)), kill_at_(kill_at),
          with_effect_(with_effect) {
        for (auto const& [part, record] : in.journal)
            machine_.load(part, record, in.unix_ms).value();
    }

    send_all_machine& machine() { return machine_; }

    // False if it was killed.
    bool finish() {
        for (int step = 0;; ++step) {
            auto const action = machine_.next(now());
            if (std::holds_alternative<act::done>(action))
                return true;
            BOOST_REQUIRE(step < 10'000);
            if (auto const* const idle = std::get_if<act::idle>(&action)) {
                BOOST_REQUIRE(idle->until.has_value());
                time_ = *idle->until;
                continue;
            }
            bool const killed = step == kill_at_;
            if (killed && !with_effect_)
                return false;
            std::visit([&](auto const& one) { perform(one, killed); }, action);
            if (killed)
                return false;
        }
    }

    feishu::send_all_report report() const { return machine_.report(); }

private:
    send_all_moment now() { return {time_, world_.unix_ms++}; }

    void perform(act::record const& one, bool killed) {
        auto const found = world_.journal.find(one.part);
        bool const same = one.expected ? found != world_.journal.end() && found->second == *one.expected
                                       : found == world_.journal.end();
        if (same)
            world_.journal[one.part] = one.value;
        if (!killed)
            machine_.on_recorded(one.part, same);
    }
    void perform(act::send_one const& one, bool killed) {
        auto const position = world_.plan.position(one.part, one.at);
        auto const refusal = world_.refused.find(position);
        if (refusal == world_.refused.end())
            world_.single(position);
        else
            ++world_.singles;
        if (!killed)
            machine_.on_sent(one.part, one.at,
                             refusal == world_.refused.end() ? feishu::result<void>() : refusal->second,
                             now());
    }
    void perform(act::send_batch const& part, bool killed) {
        ++world_.batches;
        batch_outcome out{.id = "bm-" + std::to_string(world_.batches)};
        for (auto const at : part.to) {
            auto const position = world_.plan.position(part.part, at);
            if (world_.refused.contains(position))
                out.invalid.emplace_back(world_.to.id_at(position));
            else if (!world_.batch_refusal)
                ++world_.received[position];
        }
        if (killed)
            return;
        if (world_.batch_refusal)
            machine_.on_batch(part.part, *world_.batch_refusal, now());
        else
            machine_.on_batch(part.part, out, now());
    }
    void perform(act::verify const& what, bool killed) {
        verification out;
        for (auto const& one : what.parts) {
            auto& found = out.emplace_back();
            for (std::size_t i = 0; i < world_.plan.parts[one.part].count; ++i) {
                bool const has = world_.received.contains(world_.plan.position(one.part, i));
                found += !world_.can_verify                                    ? '?'
                         : has                                                 ? 'y'
                         : what.control && what.control->first.turn > one.turn ? 'n'
                                                                               : '?';
            }
        }
        if (!killed)
            machine_.on_verified(out);
    }
    void perform(act::idle const&, bool) {}
    void perform(act::done const&, bool) {}

    world& world_;
    send_all_machine machine_;
    int kill_at_;
    bool with_effect_;
    feishu::clock::time_point time_{};
};

send_all_machine::settings journaled(std::string owner) {
    return {.owner = std::move(owner), .journal = true};
}

} // namespace send_all_machine_test

BOOST_AUTO_TEST_SUITE(send_all_machine_decisions)

using namespace send_all_machine_test;

BOOST_AUTO_TEST_CASE(users_are_sent_batch_messages_of_200_and_chats_single_ones) {
    auto list = feishu::receivers(users(450));
    list.add(feishu::chat_id("oc_1"));
    list.add(feishu::email("ann@example.com"));
    list.add(feishu::open_id("ou_7"));
    world all(list);
    BOOST_TEST(all.plan.duplicates == 1u);
    simulated_run once(all, {});
    BOOST_TEST(once.finish());
    auto const report = once.report();
    BOOST_TEST(report.ok());
    BOOST_TEST(report.total == 452u);
    BOOST_TEST(report.sent == 452u);
    BOOST_TEST(report.batch_quota_used == 445u);
    BOOST_TEST(all.batches == 3);
    BOOST_TEST(all.singles == 7); // with the reserve
    BOOST_TEST(all.received.size() == 452u);
}

BOOST_AUTO_TEST_CASE(a_receiver_is_the_same_only_if_its_kind_is) {
    feishu::receivers list{feishu::user_id{"7"}, feishu::department_id{"7"}, feishu::user_id{"7"}};
    auto const plan = make_plan(list, true).value();
    BOOST_TEST(plan.total() == 2u);
    BOOST_TEST(plan.duplicates == 1u);
}

BOOST_AUTO_TEST_CASE(receivers_of_another_form_are_refused_before_anything_is_sent) {
    BOOST_TEST(make_plan({feishu::chat_id{"ou_1"}}, true).error().field == "receivers[0]");
    BOOST_TEST(!make_plan({feishu::open_id{"ou_1"}, feishu::open_id{""}}, true));
    BOOST_TEST(!make_plan({feishu::email{"ann"}}, true));
    BOOST_TEST(!make_plan({feishu::department_id{"od-1"}}, false)); // departments need batch messages
    BOOST_TEST(make_plan({feishu::department_id{"od-1"}}, true).has_value());
}

BOOST_AUTO_TEST_CASE(a_run_that_is_killed_anywhere_sends_to_each_receiver_once) {
    for (bool const batch : {true, false})
        for (bool const effect : {false, true})
            for (int kill_at = 0;; ++kill_at) {
                auto list = feishu::receivers(users(batch ? 430 : 210));
                list.add(feishu::chat_id("oc_1"));
                world all(std::move(list), batch);
                simulated_run first(all, journaled("a"), kill_at, effect);
                bool const finished = first.finish();
                simulated_run second(all, journaled("b"));
                BOOST_REQUIRE(second.finish());
                auto const report = second.report();
                BOOST_REQUIRE(report.ok());
                all.expect_once();
                if (finished)
                    break;
            }
}

BOOST_AUTO_TEST_CASE(a_run_that_is_killed_again_and_again_sends_to_each_receiver_once) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::minstd_rand random(seed + 1);
        bool const batch = seed % 2 == 0;
        world all(feishu::receivers(users(1'000)), batch);
        int runs = 0;
        for (bool finished = false; !finished; ++runs) {
            BOOST_REQUIRE(runs < 200);
            auto const kill_at = static_cast<int>(random() % (batch && runs < 4 ? 5 : 300));
            simulated_run next(all, journaled("run " + std::to_string(runs)), kill_at, random() % 2 == 0);
            finished = next.finish();
            if (finished)
                BOOST_TEST(next.report().ok());
        }
        BOOST_TEST(runs > 2);
        all.expect_once();
    }
}

BOOST_AUTO_TEST_CASE(a_finished_journal_sends_nothing_and_reports_the_same) {
    auto list = feishu::receivers(users(250));
    list.add(feishu::chat_id("oc_1"));
    world all(std::move(list));
    all.refused[3] = failure(error_kind::api, 230013);
    all.refused[250] = failure(error_kind::api, 230002);
    simulated_run first(all, journaled("a"));
    BOOST_TEST(first.finish());
    auto const batches = all.batches;
    auto const singles = all.singles;
    simulated_run second(all, journaled("b"));
    BOOST_TEST(second.machine().finished());
    BOOST_TEST(second.finish());
    BOOST_TEST(all.batches == batches);
    BOOST_TEST(all.singles == singles);
    for (auto const& report : {first.report(), second.report()}) {
        BOOST_TEST(!report.ok());
        BOOST_TEST(report.sent == 249u);
        BOOST_TEST(report.batches.size() == 2u);
        BOOST_REQUIRE(report.failed.size() == 2u);
        BOOST_TEST(std::get<feishu::open_id>(report.failed[0].to) == "ou_3");
        BOOST_TEST(std::get<feishu::chat_id>(report.failed[1].to) == "oc_1");
        BOOST_TEST(report.failed[1].why.code == 230002);
    }
}

BOOST_AUTO_TEST_CASE(after_the_hour_of_the_uuids_single_messages_are_uncertain) {
    world all({feishu::chat_id{"oc_1"}, feishu::chat_id{"oc_2"}, feishu::chat_id{"oc_3"}});
    simulated_run first(all, journaled("a"), 2, true); // the second message was sent, its response was lost
    BOOST_TEST(!first.finish());
    all.unix_ms += 55 * 60 * 1'000;
    simulated_run second(all, journaled("b"));
    BOOST_TEST(second.finish());
    BOOST_TEST(second.report().uncertain.size() == 3u);
    BOOST_TEST(all.received.size() == 2u);
    BOOST_TEST(!second.report().ok());
}

BOOST_AUTO_TEST_CASE(uncertain_receivers_are_sent_the_message_again_if_that_is_asked_for) {
    world all({feishu::chat_id{"oc_1"}, feishu::chat_id{"oc_2"}});
    simulated_run first(all, journaled("a"), 1, true);
    BOOST_TEST(!first.finish());
    all.unix_ms += 2 * 3'600 * 1'000;
    auto with = journaled("b");
    with.resend_uncertain = true;
    simulated_run second(all, with);
    BOOST_TEST(second.finish());
    BOOST_TEST(second.report().ok());
    BOOST_TEST(all.received.at(0) == 2);
    BOOST_TEST(all.received.at(1) == 1);
}

BOOST_AUTO_TEST_CASE(batch_receivers_are_uncertain_where_their_chats_cannot_be_searched) {
    for (bool const resend : {false, true}) {
        world all(feishu::receivers(users(300)));
        all.can_verify = false;
        simulated_run first(all, journaled("a"), 1, false);
        BOOST_TEST(!first.finish());
        auto with = journaled("b");
        with.resend_uncertain = resend;
        simulated_run second(all, with);
        BOOST_TEST(second.finish());
        BOOST_TEST(second.report().uncertain.size() == (resend ? 0u : 200u));
        BOOST_TEST(second.report().sent == (resend ? 300u : 100u));
    }
}

BOOST_AUTO_TEST_CASE(a_batch_message_that_is_refused_is_sent_as_single_messages) {
    world all(feishu::receivers(users(12)));
    all.batch_refusal = failure(error_kind::api, 11101);
    all.refused[2] = failure(error_kind::api, 230001);
    simulated_run once(all, journaled("a"));
    BOOST_TEST(once.finish());
    BOOST_TEST(once.report().sent == 11u);
    BOOST_TEST(once.report().failed.size() == 1u);
    BOOST_TEST(once.report().batch_quota_used == 0u);
}

BOOST_AUTO_TEST_CASE(what_concerns_all_receivers_ends_the_run_and_can_be_continued) {
    for (int const code : {11247, 99991403, 99991662, 230006}) {
        world all(feishu::receivers(users(500)));
        all.batch_refusal = failure(error_kind::api, code);
        simulated_run first(all, journaled("a"));
        BOOST_TEST(first.finish());
        BOOST_REQUIRE(first.report().stopped.has_value());
        BOOST_TEST(first.report().stopped->code == code);
        BOOST_TEST(first.report().pending == 500u);
        BOOST_TEST(all.batches == 1);
        all.batch_refusal.reset();
        all.unix_ms += 24 * 3'600 * 1'000;
        simulated_run second(all, journaled("b"));
        BOOST_TEST(second.finish());
        BOOST_TEST(second.report().ok());
        all.expect_once();
    }
}

BOOST_AUTO_TEST_CASE(a_rate_limit_makes_all_requests_wait) {
    world all(feishu::receivers(users(10)), false);
    send_all_machine machine(all.to, all.plan, {});
    feishu::clock::time_point const start{};
    auto const first = machine.next({start, 1});
    auto limited = failure(error_kind::api, 99991400);
    limited.retry_after = std::chrono::seconds(7);
    auto const one = std::get<act::send_one>(first);
    machine.on_sent(one.part, one.at, limited, {start, 1});
    auto const waiting = std::get<act::idle>(machine.next({start, 1}));
    BOOST_TEST((waiting.until == start + std::chrono::seconds(7)));
    auto const again = std::get<act::send_one>(machine.next({start + std::chrono::seconds(7), 7'001}));
    BOOST_TEST(again.at == one.at);
    BOOST_TEST(machine.progress().failed == 0u);
}

BOOST_AUTO_TEST_CASE(a_receiver_whose_requests_are_lost_is_tried_three_times) {
    world all({feishu::chat_id{"oc_1"}, feishu::chat_id{"oc_2"}});
    all.refused[0] = failure(error_kind::transport);
    simulated_run once(all, journaled("a"));
    BOOST_TEST(once.finish());
    BOOST_TEST(all.singles == 4);
    BOOST_TEST(once.report().uncertain.size() == 1u);
    BOOST_TEST(once.report().sent == 1u);
    BOOST_TEST(!once.report().stopped);
}

BOOST_AUTO_TEST_CASE(a_busy_chat_fails_alone) {
    world all({feishu::chat_id{"oc_1"}, feishu::chat_id{"oc_2"}, feishu::chat_id{"oc_3"}});
    all.refused[0] = failure(error_kind::api, 230020);
    simulated_run once(all, journaled("a"));
    BOOST_TEST(once.finish());
    auto const report = once.report();
    BOOST_REQUIRE(report.failed.size() == 1u);
    BOOST_TEST(report.failed[0].why.code == 230020);
    BOOST_TEST(report.sent == 2u);
    BOOST_TEST(!report.stopped);
    BOOST_TEST(all.singles == 5);
}

BOOST_AUTO_TEST_CASE(an_outage_ends_the_run_and_marks_nobody) {
    world all(feishu::receivers(users(100)), false);
    for (std::size_t i = 0; i < 100; ++i)
        all.refused[i] = failure(error_kind::transport);
    simulated_run first(all, journaled("a"));
    BOOST_TEST(first.finish());
    BOOST_TEST(first.report().stopped.has_value());
    BOOST_TEST(first.report().pending == 100u);
    BOOST_TEST(all.singles == 10);
    all.refused.clear();
    simulated_run second(all, journaled("b"));
    BOOST_TEST(second.finish());
    BOOST_TEST(second.report().ok());
    all.expect_once();
}

BOOST_AUTO_TEST_CASE(a_lost_response_to_a_batch_message_is_resolved_by_a_later_one) {
    for (bool const executed : {false, true}) {
        world all(feishu::receivers(users(300)));
        send_all_machine machine(all.to, all.plan, {});
        send_all_moment const now{{}, 1};
        auto const lost = std::get<act::send_batch>(machine.next(now));
        machine.on_batch(lost.part, failure(error_kind::transport), now);
        auto const later = std::get<act::send_batch>(machine.next(now));
        machine.on_batch(later.part, batch_outcome{.id = "bm-2"}, now);
        int singles = 0;
        for (auto action = machine.next(now); !std::holds_alternative<act::done>(action);
             action = machine.next(now)) {
            if (auto const* const one = std::get_if<act::send_one>(&action)) {
                machine.on_sent(one->part, one->at, {}, now);
                ++singles;
                continue;
            }
            auto const what = std::get<act::verify>(action);
            BOOST_REQUIRE(what.parts.size() == 1u);
            BOOST_TEST(what.parts[0].part == lost.part);
            BOOST_REQUIRE(what.control.has_value());
            BOOST_TEST(what.control->second == "bm-2");
            BOOST_TEST(what.control->first.turn > what.parts[0].turn);
            machine.on_verified(verification{std::string(200, executed ? 'y' : 'n')});
        }
        BOOST_TEST(singles == (executed ? 5 : 205)); // the reserve, and those that were not sent it
        BOOST_TEST(machine.report().ok());
    }
}

BOOST_AUTO_TEST_CASE(the_reserve_is_sent_a_batch_message_only_as_proof) {
    world all(feishu::receivers(users(30)));
    send_all_machine machine(all.to, all.plan, {});
    send_all_moment const now{{}, 1};
    auto const lost = std::get<act::send_batch>(machine.next(now));
    BOOST_TEST(lost.to.size() == 25u);
    machine.on_batch(lost.part, failure(error_kind::transport), now);
    auto const proof = std::get<act::send_batch>(machine.next(now));
    BOOST_TEST(proof.to.size() == 1u);
    machine.on_batch(proof.part, batch_outcome{.id = "bm-2"}, now);
    BOOST_TEST(std::holds_alternative<act::send_one>(machine.next(now)));
}

BOOST_AUTO_TEST_CASE(an_earlier_batch_message_proves_nothing_about_a_later_one) {
    world all(feishu::receivers(users(5)));
    all.plan.parts = {all.plan.parts[0], all.plan.parts[0]};
    for (auto& part : all.plan.parts)
        part.reserve = false;
    all.plan.parts[0].count = 3;
    all.plan.parts[1].first = 3;
    all.plan.parts[1].count = 2;
    send_all_machine machine(all.to, all.plan, {});
    send_all_moment const now{{}, 1};
    auto const first = std::get<act::send_batch>(machine.next(now));
    machine.on_batch(first.part, batch_outcome{.id = "bm-1"}, now);
    auto const last = std::get<act::send_batch>(machine.next(now));
    machine.on_batch(last.part, failure(error_kind::transport), now);
    auto const what = std::get<act::verify>(machine.next(now));
    BOOST_REQUIRE(what.control.has_value());
    BOOST_TEST(what.control->first.turn < what.parts.at(0).turn);
}

BOOST_AUTO_TEST_CASE(a_run_that_stops_stores_the_outcomes_it_has) {
    world all(feishu::receivers(users(50)), false);
    simulated_run first(all, journaled("a"));
    auto& machine = first.machine();
    send_all_moment const now{{}, all.unix_ms};
    auto const claim = std::get<act::record>(machine.next(now));
    all.journal[claim.part] = claim.value;
    machine.on_recorded(claim.part, true);
    for (int i = 0; i < 5; ++i) {
        auto const one = std::get<act::send_one>(machine.next(now));
        all.single(all.plan.position(one.part, one.at));
        machine.on_sent(one.part, one.at, {}, now);
    }
    machine.stop(failure(error_kind::canceled));
    BOOST_TEST(first.finish());
    BOOST_TEST(first.report().sent == 5u);
    BOOST_TEST(first.report().pending == 45u);
    all.unix_ms += 5 * 3'600 * 1'000; // the rest was never sent, so that the hour does not matter
    simulated_run second(all, journaled("b"));
    BOOST_TEST(second.finish());
    BOOST_TEST(second.report().ok());
    all.expect_once();
}

BOOST_AUTO_TEST_CASE(a_run_whose_part_another_process_has_claimed_stops_without_sending_it) {
    world all(feishu::receivers(users(10)));
    simulated_run late(all, journaled("a"));
    simulated_run other(all, journaled("b"));
    BOOST_TEST(other.finish());
    BOOST_TEST(late.finish());
    BOOST_REQUIRE(late.report().stopped.has_value());
    BOOST_TEST((late.report().stopped->kind == error_kind::store));
    all.expect_once();
}

BOOST_AUTO_TEST_CASE(a_damaged_record_is_an_error_of_the_store) {
    world all(feishu::receivers(users(10)));
    send_all_machine machine(all.to, all.plan, journaled("a"));
    BOOST_TEST((machine.load(0, "{", 0).error().kind == error_kind::store));
    BOOST_TEST(
        (machine.load(0, R"({"state":"settled","outcomes":"ss"})", 0).error().kind == error_kind::store));
}

BOOST_AUTO_TEST_CASE(uuids_are_the_same_for_the_same_message_and_differ_otherwise) {
    feishu::receivers const to{feishu::open_id{"ou_1"}, feishu::open_id{"ou_2"}, feishu::user_id{"ou_1"}};
    auto const hello = content_digest(feishu::text{"hello"});
    auto const first = message_uuid("journal", to, 0, hello);
    BOOST_TEST(first.size() == 32u);
    BOOST_TEST(first == message_uuid("journal", to, 0, hello));
    BOOST_TEST(first != message_uuid("journal", to, 1, hello));
    BOOST_TEST(first != message_uuid("journal", to, 2, hello));
    BOOST_TEST(first != message_uuid("other", to, 0, hello));
    BOOST_TEST(first != message_uuid("journal", to, 0, content_digest(feishu::text{"bye"})));
}

BOOST_AUTO_TEST_SUITE_END()
