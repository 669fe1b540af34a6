#include <feishu/emulator/state.hpp>

#include "world.hpp"

using namespace test;

BOOST_AUTO_TEST_SUITE(emulator_state)

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_ids) {
    emulator::state one(3), other(3), third(4);
    auto const id = one.add_user("Ann").open_id;
    BOOST_TEST(id == other.add_user("Ann").open_id);
    BOOST_TEST(id != third.add_user("Ann").open_id);
}

BOOST_AUTO_TEST_CASE(ids_have_the_platforms_prefixes_and_32_hexadecimal_digits) {
    world w;
    auto const id = w.sent().str();
    BOOST_TEST(id.size() == 35u);
    BOOST_TEST(id.starts_with("om_"));
    BOOST_TEST(id.find_first_not_of("0123456789abcdef", 3) == std::string::npos);
    BOOST_TEST(w.ann.open_id.str().starts_with("ou_"));
    BOOST_TEST(w.ann.union_id.str().starts_with("on_"));
    BOOST_TEST(w.ops.str().starts_with("oc_"));
    BOOST_TEST(w.bot.app_id.str().starts_with("cli_"));
}

BOOST_AUTO_TEST_CASE(users_with_one_name_have_different_addresses) {
    emulator::state tenant;
    BOOST_TEST(tenant.add_user("Ann").email != tenant.add_user("Ann").email);
}

BOOST_AUTO_TEST_CASE(a_chat_has_the_first_apps_bot_unless_others_are_named) {
    world w;
    BOOST_TEST(w.group().has(w.bot.app_id));
    auto const other = w.tenant.add_app("other");
    auto const chat = w.tenant.add_chat("theirs", {w.ann}, {{other.app_id}});
    BOOST_TEST(!w.tenant.find_chat(chat)->has(w.bot.app_id));
    BOOST_TEST(w.tenant.find_chat(chat)->has(other.app_id));
}

BOOST_AUTO_TEST_CASE(a_user_is_found_by_every_type_of_id) {
    world w;
    for (auto const& id : {w.ann.open_id.str(), w.ann.union_id.str(), w.ann.user_id.str()}) {
        BOOST_TEST_REQUIRE(w.tenant.find_user_by_any_id(id) != nullptr);
        BOOST_TEST(w.tenant.find_user_by_any_id(id)->name == "Ann");
    }
    BOOST_TEST(w.tenant.find_user_by_any_id("ou_unknown") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_user_can_send_to_their_chats_and_to_no_other) {
    world w;
    BOOST_TEST(w.tenant.say(w.ann, w.ops, "hi \"all\"").has_value());
    BOOST_TEST(w.tenant.contents_of(w.ops).back() == R"({"text":"hi \"all\""})");
    BOOST_TEST(w.tenant.say(w.eve, w.ops, "me too").error().code == 230002);
    BOOST_TEST(w.tenant.say(w.ann, feishu::chat_id("oc_none"), "?").error().code == 230001);
}

BOOST_AUTO_TEST_CASE(log_ids_begin_with_the_time) {
    world w;
    auto const id = w.tenant.make_log_id();
    BOOST_TEST(id.substr(0, 14) == "20231114221320");
    BOOST_TEST(id.size() == 34u);
}

BOOST_AUTO_TEST_CASE(a_clock_moves_when_it_is_advanced) {
    emulator::clock real;
    auto const before = real.now();
    real.advance(2h);
    BOOST_TEST((real.now() - before >= 2h));
    emulator::clock frozen{emulator::clock::time_point{5ms}};
    BOOST_TEST(frozen.now().time_since_epoch().count() == 5);
    frozen.advance(1s);
    BOOST_TEST(frozen.now().time_since_epoch().count() == 1005);
}

BOOST_AUTO_TEST_CASE(a_clock_stops_at_its_limits_whatever_the_duration) {
    using clock = emulator::clock;
    constexpr auto longest = clock::duration::max(), shortest = clock::duration::min();
    clock real;
    real.advance(longest);
    real.advance(longest);
    BOOST_TEST((real.now() == clock::latest));
    real.advance(shortest);
    real.advance(shortest);
    BOOST_TEST((real.now() == clock::earliest));
    BOOST_TEST((clock{clock::time_point::max()}.now() == clock::latest));
    BOOST_TEST((clock{clock::time_point::min()}.now() == clock::earliest));
    BOOST_TEST((clock::limited(std::chrono::hours::max()) == clock::limited(longest)));
    BOOST_TEST((clock::limited(std::chrono::hours::min()) == -clock::limited(longest)));
    BOOST_TEST((clock::limited(2h) == 2h));
}

BOOST_AUTO_TEST_CASE(a_tenant_works_at_the_end_of_time_and_with_any_setting) {
    world w;
    w.tenant.settings = {.token_lifetime = std::chrono::minutes::max(),
                         .token_renewal = std::chrono::minutes::max(),
                         .edit_window = std::chrono::hours::max(),
                         .recall_window = std::chrono::hours::max()};
    auto const token = w.tenant.tenant_token(w.bot);
    auto const id = w.sent();
    w.tenant.advance(std::chrono::milliseconds::max());
    BOOST_TEST(w.tenant.find_token(token.value) != nullptr);
    BOOST_TEST(w.code(w.edit(id, "edited")) == 0);
    BOOST_TEST(w.code(im::message::delete_{.message_id = id}) == 0);
    BOOST_TEST(w.tenant.make_log_id().starts_with("99991231235959"));
    w.tenant.settings.token_lifetime = std::chrono::minutes::min();
    BOOST_TEST(w.tenant.find_token(w.tenant.tenant_token(w.bot).value) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_message_in_an_unknown_chat_is_out_of_reach_for_everyone) {
    world w;
    emulator::message stray;
    stray.chat_id = "oc_unknown";
    auto const id = w.tenant.add_message(stray).message_id;
    BOOST_TEST(w.code(im::message::get{.message_id = id}) == 230002);
    BOOST_TEST(w.tenant.react(w.ann, id, "SMILE").error().code == 230001);
    BOOST_TEST(!w.tenant.read(w.ann, id));
}

BOOST_AUTO_TEST_CASE(shared_state_locks_for_an_expression_or_a_function) {
    emulator::shared_state shared{emulator::state(1)};
    auto const user = shared->add_user("Ann");
    auto const name = shared.with([&](emulator::state& s) {
        shared->add_user("Ben"); // the lock is recursive
        return s.find_user(user.open_id)->name;
    });
    BOOST_TEST(name == "Ann");
    BOOST_TEST(shared->users().size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
