// Logs with consumer groups: the same sentences for every store.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "backends.hpp"

using namespace std::chrono_literals;
using feishu::error_kind;
using test::store_under_test;

namespace {

feishu::claim_options claim_up_to(std::size_t max_entries) {
    return {.max_entries = max_entries, .visibility = 1h};
}

std::string values(std::vector<feishu::log_entry> const& entries) {
    std::string out;
    for (auto const& entry : entries)
        out += entry.value + (entry.deliveries > 1 ? "*" + std::to_string(entry.deliveries) : "") + " ";
    return out;
}

std::vector<std::string> ids(std::vector<feishu::log_entry> const& entries) {
    std::vector<std::string> out;
    for (auto const& entry : entries)
        out.push_back(entry.id);
    return out;
}

void append_all(store_under_test& store, std::initializer_list<char const*> all) {
    for (auto const* const value : all)
        store->append("log", value).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(store_logs)

BOOST_DATA_TEST_CASE(a_group_gets_each_entry_once_in_order, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(store->claim("log", "group", "a").value().empty());
    append_all(store, {"1", "2", "3", "4", "5"});
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(2)).value()) == "1 2 ");
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(1)).value()) == "3 ");
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(9)).value()) == "4 5 ");
    BOOST_TEST(store->claim("log", "group", "b", claim_up_to(9)).value().empty());
    append_all(store, {"6"});
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(9)).value()) == "6 ");
}

BOOST_DATA_TEST_CASE(of_appends_with_the_same_key_one_adds_an_entry_until_the_key_expires, test::all_backends,
                     which) {
    store_under_test store(which);
    feishu::append_options once{.max_entries = 2, .once_key = "event 1", .once_lifetime = 1h};
    auto const id = store->append("log", "1", once).value();
    BOOST_TEST(!id.empty());
    BOOST_TEST(store.open()->append("log", "again", once).value().empty());
    BOOST_TEST(store->get("event 1").value().value() == id);
    once.once_key = "event 2";
    store->append("log", "2", once).value();
    once.once_key = "event 3";
    BOOST_TEST((store->append("log", "3", once).error().kind == error_kind::store)); // full
    BOOST_TEST(!store->get("event 3").value().has_value());
    once.drop_oldest = true;
    BOOST_TEST(!store->append("log", "3", once).value().empty());
    BOOST_TEST(values(store->read("log").value()) == "2 3 ");
    once.once_key = "event 1";
    BOOST_TEST(store->append("log", "1", once).value().empty());
    store.advance(2h);
    BOOST_TEST(!store->append("log", "1", once).value().empty());
    BOOST_TEST(values(store->read("log").value()) == "3 1 ");
    once = {.once_key = "x", .once_lifetime = 0ms};
    BOOST_TEST((store->append("log", "x", once).error().kind == error_kind::validation));
}

BOOST_DATA_TEST_CASE(an_entry_is_removed_once_it_is_acknowledged, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3"});
    auto const claimed = store->claim("log", "group", "a", claim_up_to(2)).value();
    BOOST_TEST(store->acknowledge("log", "group", claimed[0].id).value() == 1u);
    BOOST_TEST(store->acknowledge("log", "group", claimed[0].id).value() == 0u);
    BOOST_TEST(values(store->read("log").value()) == "2 3 ");
    BOOST_TEST(store->acknowledge("log", "group", ids(claimed)).value() == 1u);
    BOOST_TEST(values(store->read("log").value()) == "3 ");
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(9)).value()) == "3 ");
}

BOOST_DATA_TEST_CASE(every_group_gets_every_entry, test::all_backends, which) {
    store_under_test store(which);
    store->claim("log", "first", "a").value();
    store->claim("log", "second", "a").value();
    append_all(store, {"1", "2"});
    auto const first = store->claim("log", "first", "a", claim_up_to(9)).value();
    BOOST_TEST(store->acknowledge("log", "first", ids(first)).value() == 2u);
    BOOST_TEST(values(store->read("log").value()) == "1 2 "); // the other group needs them
    auto const second = store->claim("log", "second", "b", claim_up_to(9)).value();
    BOOST_TEST(values(second) == "1 2 ");
    BOOST_TEST(store->acknowledge("log", "second", second[1].id).value() == 1u);
    BOOST_TEST(values(store->read("log").value()) == "1 ");
    BOOST_TEST(store->acknowledge("log", "second", second[0].id).value() == 1u);
    BOOST_TEST(store->read("log").value().empty());
}

BOOST_DATA_TEST_CASE(a_new_group_begins_at_the_oldest_entry, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3"});
    auto const claimed = store->claim("log", "first", "a", claim_up_to(2)).value();
    store->acknowledge("log", "first", claimed[0].id).value();
    BOOST_TEST(values(store->claim("log", "second", "a", claim_up_to(9)).value()) == "2 3 ");
}

BOOST_DATA_TEST_CASE(what_a_dead_consumer_has_claimed_goes_to_another, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3", "4"});
    auto const lost = store->claim("log", "group", "dead", claim_up_to(3)).value();
    store->acknowledge("log", "group", lost[1].id).value();
    store.advance(30min);
    BOOST_TEST(values(store->claim("log", "group", "alive", claim_up_to(1)).value()) == "4 ");
    store.advance(31min);
    BOOST_TEST(values(store->claim("log", "group", "alive", claim_up_to(9)).value()) == "1*2 3*2 ");
    BOOST_TEST(store->claim("log", "group", "other", claim_up_to(9)).value().empty());
    // It was only slow: its acknowledgement counts.
    BOOST_TEST(store->acknowledge("log", "group", lost[0].id).value() == 1u);
    store.advance(61min);
    BOOST_TEST(values(store->claim("log", "group", "dead", claim_up_to(9)).value()) == "3*3 4*2 ");
}

BOOST_DATA_TEST_CASE(expired_claims_come_before_new_entries, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3", "4"});
    store->claim("log", "group", "dead", claim_up_to(2)).value();
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "alive", claim_up_to(3)).value()) == "1*2 2*2 3 ");
    BOOST_TEST(values(store->claim("log", "group", "alive", claim_up_to(3)).value()) == "4 ");
}

BOOST_DATA_TEST_CASE(a_renewed_claim_stays_with_its_consumer, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2"});
    auto const claimed = ids(store->claim("log", "group", "slow", claim_up_to(2)).value());
    store.advance(40min);
    BOOST_TEST(store->renew("log", "group", "slow", std::span(claimed).first(1)).value() == 1u);
    BOOST_TEST(store->renew("log", "group", "stranger", claimed).value() == 0u);
    store.advance(40min);
    BOOST_TEST(values(store->claim("log", "group", "other", claim_up_to(9)).value()) == "2*2 ");
    BOOST_TEST(store->renew("log", "group", "slow", claimed).value() == 1u); // the second is lost
    store.advance(61min);
    BOOST_TEST(values(store->claim("log", "group", "third", claim_up_to(1)).value()) ==
               "1*2 "); // renewals do not count
    BOOST_TEST(store->renew("log", "nobody", "slow", claimed).value() == 0u);
    BOOST_TEST(store->renew("nothing", "nobody", "slow", claimed).value() == 0u);
}

BOOST_DATA_TEST_CASE(a_released_claim_is_free_at_once, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2"});
    auto const claimed = ids(store->claim("log", "group", "a", claim_up_to(2)).value());
    BOOST_TEST(store->release("log", "group", "stranger", claimed).value() == 0u);
    BOOST_TEST(store->release("log", "group", "a", std::span(claimed).last(1)).value() == 1u);
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(9)).value()) == "2*2 ");
    BOOST_TEST(store->release("nothing", "group", "a", claimed).value() == 0u);
}

BOOST_DATA_TEST_CASE(an_entry_that_always_fails_becomes_a_dead_letter, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"poison", "food"});
    feishu::claim_options const options{.visibility = 1h, .max_deliveries = 2, .dead_letters = "dead"};
    BOOST_TEST(values(store->claim("log", "group", "a", options).value()) == "poison ");
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "b", options).value()) == "poison*2 ");
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "c", options).value()) == "food ");
    BOOST_TEST(values(store->read("log").value()) == "food ");
    BOOST_TEST(values(store->read("dead").value()) == "poison ");
    BOOST_TEST(values(store->claim("dead", "inspectors", "d").value()) == "poison "); // a log like any other
}

BOOST_DATA_TEST_CASE(dead_letters_are_limited_and_dropped_without_a_log, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3", "4"});
    feishu::claim_options options{.max_entries = 3,
                                  .visibility = 1h,
                                  .max_deliveries = 1,
                                  .dead_letters = "dead",
                                  .max_dead_letters = 2};
    store->claim("log", "group", "a", options).value();
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "a", options).value()) == "4 ");
    BOOST_TEST(values(store->read("dead").value()) == "2 3 ");
    options.dead_letters.clear();
    store.advance(2h);
    BOOST_TEST(store->claim("log", "group", "a", options).value().empty());
    BOOST_TEST(store->read("log").value().empty());
    options.dead_letters = "log";
    BOOST_TEST((store->claim("log", "group", "a", options).error().kind == error_kind::validation));
}

BOOST_DATA_TEST_CASE(a_full_log_refuses_entries_until_some_are_handled, test::all_backends, which) {
    store_under_test store(which);
    feishu::append_options const two{.max_entries = 2};
    store->append("log", "1", two).value();
    store->append("log", "2", two).value();
    auto const refused = store->append("log", "3", two);
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == error_kind::store));
    BOOST_TEST(!refused.error().may_have_executed);
    BOOST_TEST(refused.error().retryable());
    auto const claimed = store->claim("log", "group", "a").value();
    store->acknowledge("log", "group", claimed[0].id).value();
    store->append("log", "4", two).value();
    BOOST_TEST(values(store->read("log").value()) == "2 4 ");
}

BOOST_DATA_TEST_CASE(a_full_log_drops_its_oldest_entries_when_asked_to, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2", "3", "4"});
    auto const claimed = store->claim("log", "group", "a", claim_up_to(2)).value();
    store->append("log", "5", {.max_entries = 3, .drop_oldest = true}).value();
    BOOST_TEST(values(store->read("log").value()) == "3 4 5 ");
    BOOST_TEST(store->acknowledge("log", "group", ids(claimed)).value() == 0u);
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(9)).value()) == "3 4 5 ");
}

BOOST_DATA_TEST_CASE(an_entry_is_appended_and_claimed_in_one_operation, test::all_backends, which) {
    store_under_test store(which);
    auto const first = store->append_and_claim("log", "group", "a", "1").value();
    BOOST_TEST(values(first.claimed) == "1 ");
    BOOST_TEST(first.claimed.at(0).id == first.id);
    append_all(store, {"2"});
    auto const second = store->append_and_claim("log", "group", "b", "3", {}, claim_up_to(9)).value();
    BOOST_TEST(values(second.claimed) == "2 3 ");
    BOOST_TEST(second.claimed.at(1).id == second.id);
    BOOST_TEST(store->claim("log", "group", "c", claim_up_to(9)).value().empty());
    BOOST_TEST(store->acknowledge("log", "group", first.id).value() == 1u);
}

BOOST_DATA_TEST_CASE(appending_and_claiming_returns_what_came_earlier_first, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2"});
    store->claim("log", "group", "dead", claim_up_to(1)).value();
    store.advance(2h);
    auto const step = store->append_and_claim("log", "group", "a", "3", {}, claim_up_to(2)).value();
    BOOST_TEST(values(step.claimed) == "1*2 2 ");
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(9)).value()) == "3 ");
}

BOOST_DATA_TEST_CASE(what_was_handled_is_acknowledged_while_appending, test::all_backends, which) {
    store_under_test store(which);
    std::vector<std::string> handled;
    for (std::string const value : {"1", "2", "3"}) {
        auto const step =
            store->append_and_claim("log", "group", "a", value, {}, claim_up_to(9), handled).value();
        BOOST_TEST(values(step.claimed) == value + " ");
        handled = {step.id};
    }
    BOOST_TEST(values(store->read("log").value()) == "3 ");
    store.advance(2h);
    BOOST_TEST(values(store->claim("log", "group", "b", claim_up_to(9)).value()) == "3*2 ");
    handled = {"not an id"};
    auto const refused = store->append_and_claim("log", "group", "a", "4", {}, {}, handled);
    BOOST_TEST((refused.error().kind == error_kind::validation));
}

BOOST_DATA_TEST_CASE(a_full_log_has_room_for_what_was_handled, test::all_backends, which) {
    store_under_test store(which);
    feishu::append_options const two{.max_entries = 2};
    auto const first = store->append_and_claim("log", "group", "a", "1", two).value();
    append_all(store, {"2"});
    auto const refused = store->append_and_claim("log", "group", "a", "3", two);
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == error_kind::store));
    BOOST_TEST(values(store->read("log").value()) == "1 2 ");
    auto const step = store->append_and_claim("log", "group", "a", "3", two, {}, ids(first.claimed)).value();
    BOOST_TEST(values(step.claimed) == "2 ");
    BOOST_TEST(values(store->read("log").value()) == "2 3 ");
    append_all(store, {"4"});
    BOOST_TEST(!store->append_and_claim("log", "group", "a", "5", two, {}, ids(step.claimed)));
    BOOST_TEST(values(store->read("log").value()) == "3 4 "); // acknowledged all the same
    feishu::append_options const newest{.max_entries = 2, .drop_oldest = true};
    BOOST_TEST(values(store->append_and_claim("log", "group", "a", "5", newest).value().claimed) == "4 ");
}

BOOST_DATA_TEST_CASE(an_entry_with_a_known_key_is_not_appended_but_others_are_claimed, test::all_backends,
                     which) {
    store_under_test store(which);
    feishu::append_options const once{.max_entries = 2, .once_key = "event 1"};
    auto const first = store->append_and_claim("log", "group", "a", "1", once).value();
    BOOST_TEST(values(first.claimed) == "1 ");
    BOOST_TEST(store->get("event 1").value().value() == first.id);
    append_all(store, {"2"});
    auto const again =
        store->append_and_claim("log", "group", "a", "1", once, claim_up_to(9), ids(first.claimed)).value();
    BOOST_TEST(again.id.empty());
    BOOST_TEST(values(again.claimed) == "2 ");
    BOOST_TEST(values(store->read("log").value()) == "2 ");
    append_all(store, {"3"});
    feishu::append_options const other{.max_entries = 2, .once_key = "event 2"};
    BOOST_TEST(!store->append_and_claim("log", "group", "a", "4", other));
    BOOST_TEST(!store->get("event 2").value().has_value());
    BOOST_TEST(values(store->append_and_claim("log", "group", "a", "1", once).value().claimed) ==
               "3 "); // though full
}

BOOST_DATA_TEST_CASE(a_log_is_read_from_any_entry_on, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(store->read("log").value().empty());
    append_all(store, {"1", "2", "3"});
    auto const all = store->read("log").value();
    BOOST_TEST(values(store->read("log", all[0].id).value()) == "2 3 ");
    BOOST_TEST(values(store->read("log", all[0].id, 1).value()) == "2 ");
    BOOST_TEST(store->read("log", all[2].id).value().empty());
}

BOOST_DATA_TEST_CASE(an_erased_log_begins_again, test::all_backends, which) {
    store_under_test store(which);
    BOOST_TEST(!store->erase_log("log").value());
    append_all(store, {"1", "2"});
    store->claim("log", "group", "a", claim_up_to(2)).value();
    BOOST_TEST(store->erase_log("log").value());
    BOOST_TEST(store->read("log").value().empty());
    append_all(store, {"3"});
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(2)).value()) == "3 ");
}

BOOST_DATA_TEST_CASE(a_log_that_another_process_erases_begins_again, test::shared_backends, which) {
    store_under_test store(which);
    auto const other = store.open();
    append_all(store, {"1", "2"});
    store->claim("log", "group", "a").value();
    BOOST_TEST(other->erase_log("log").value());
    other->append("another", "x").value();
    BOOST_TEST(store->read("log").value().empty());
    append_all(store, {"3"});
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(9)).value()) == "3 ");
    BOOST_TEST(values(other->read("another").value()) == "x ");
}

BOOST_DATA_TEST_CASE(ids_of_no_entry_have_no_effect, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1", "2"});
    auto const claimed = store->claim("log", "group", "a").value();
    std::string const suffix = which == test::backend::redis ? "-0" : "";
    std::vector<std::string> none;
    for (auto const* const number : {"0", "1000000", "274877906943", "274877906944", "9223372036854775807"})
        none.push_back(number + suffix);
    BOOST_TEST(store->acknowledge("log", "group", none).value() == 0u);
    BOOST_TEST(store->renew("log", "group", "a", none).value() == 0u);
    BOOST_TEST(store->release("log", "group", "", none).error().field == "consumer");
    BOOST_TEST(store->release("log", "group", "a", none).value() == 0u);
    BOOST_TEST(store->read("log", none[0]).value().size() == 2u);
    BOOST_TEST(store->read("log", none[4]).value().empty());
    BOOST_TEST(values(store->claim("log", "group", "a", claim_up_to(9)).value()) == "2 ");
    BOOST_TEST(store->acknowledge("log", "group", ids(claimed)).value() == 1u);
}

BOOST_DATA_TEST_CASE(names_and_entries_of_logs_are_any_bytes, test::all_backends, which) {
    store_under_test store(which);
    std::string const hostile("\0\xff\r\n'\"%s 0-0", 12);
    std::string const large(1u << 20, '\0');
    for (auto const& value : {std::string(), hostile, large})
        store->append(hostile, value).value();
    auto const claimed = store->claim(hostile, hostile, hostile, claim_up_to(9)).value();
    BOOST_REQUIRE(claimed.size() == 3u);
    BOOST_TEST(claimed[0].value.empty());
    BOOST_TEST((claimed[1].value == hostile));
    BOOST_TEST((claimed[2].value == large));
    BOOST_TEST(store->renew(hostile, hostile, hostile, ids(claimed)).value() == 3u);
    BOOST_TEST(store->acknowledge(hostile, hostile, ids(claimed)).value() == 3u);
}

BOOST_DATA_TEST_CASE(what_is_not_an_id_is_refused, test::all_backends, which) {
    store_under_test store(which);
    append_all(store, {"1"});
    store->claim("log", "group", "a").value();
    for (std::string const id :
         {"", "x", "-", "1-x", "-1", "$", "+", "99999999999999999999999", "1 OR 1=1"}) {
        BOOST_TEST((store->acknowledge("log", "group", id).error().kind == error_kind::validation));
        BOOST_TEST(
            (store->renew("log", "group", "a", std::span(&id, 1)).error().kind == error_kind::validation));
        if (!id.empty())
            BOOST_TEST((store->read("log", id).error().kind == error_kind::validation));
    }
    BOOST_TEST((store->claim("log", "", "a").error().kind == error_kind::validation));
    BOOST_TEST((store->claim("log", "group", "").error().kind == error_kind::validation));
    BOOST_TEST((store->claim("log", "group", "a", claim_up_to(0)).error().kind == error_kind::validation));
    BOOST_TEST((store->claim("log", "group", "a", claim_up_to(1001)).error().kind == error_kind::validation));
    BOOST_TEST((store->read("log", "", 0).error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_SUITE_END()
