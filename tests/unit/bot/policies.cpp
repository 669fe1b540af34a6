// The policies of a bot, machines without I/O: order, bursts, access, mentions, loops, age; and the record in a store.
#include <feishu/bot/impl/admission.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/bot/impl/burst_joiner.hpp>
#include <feishu/bot/impl/chat_queue.hpp>
#include <feishu/bot/impl/target_gone.hpp>
#include <feishu/store/memory_store.hpp>

using namespace std::chrono_literals;
using feishu::drop_reason;
using feishu::incoming;
using feishu::detail::message_ptr;
using strings = std::vector<std::string>;

namespace {

feishu::clock::time_point const begin{1h};

incoming message(std::string id, std::string chat = "oc_1", std::string sender = "ou_ann",
                 std::string text = "hi") {
    incoming out{.id = feishu::message_id(id), .chat_id = feishu::chat_id(std::move(chat))};
    out.ids = {out.id};
    out.sender.open_id = feishu::open_id(std::move(sender));
    out.content = feishu::text_content{.text = text};
    out.text_ = std::move(text);
    return out;
}

message_ptr received(incoming what) {
    auto out = std::make_shared<feishu::detail::received_message>();
    out->message = std::move(what);
    return out;
}

std::string id_of(message_ptr const& one) { return one == nullptr ? "" : one->message.id.str(); }

strings ids_of(std::vector<message_ptr> const& all) {
    strings out;
    for (auto const& one : all) {
        std::string ids;
        for (auto const& id : one->message.ids)
            ids += (ids.empty() ? "" : "+") + id.str();
        out.push_back(ids);
    }
    return out;
}

incoming by_bot(std::string chat = "oc_1") {
    auto out = message("om", std::move(chat), "ou_other_bot");
    out.sender.is = feishu::message_sender::kind::bot;
    return out;
}

} // namespace

BOOST_TEST_SPECIALIZED_COLLECTION_COMPARE(strings)

BOOST_AUTO_TEST_SUITE(bot_chat_queue)

BOOST_AUTO_TEST_CASE(messages_of_a_chat_follow_each_other_and_chats_do_not_wait) {
    feishu::detail::chat_queue queue{{}};
    for (auto const* id : {"1", "2"})
        BOOST_TEST(queue.push(received(message(id, "a"))));
    BOOST_TEST(queue.push(received(message("3", "b"))));
    BOOST_TEST(id_of(queue.next()) == "1");
    BOOST_TEST(id_of(queue.next()) == "3");
    BOOST_TEST(id_of(queue.next()) == "");
    queue.finish(feishu::chat_id("a"));
    BOOST_TEST(id_of(queue.next()) == "2");
}

BOOST_AUTO_TEST_CASE(a_chat_with_many_messages_takes_turns_with_the_others) {
    feishu::detail::chat_queue queue{{.max_running = 1}};
    for (auto const* id : {"1", "2", "3"})
        queue.push(received(message(id, "busy")));
    queue.push(received(message("4", "quiet")));
    strings order;
    for (auto next = queue.next(); next != nullptr; next = queue.next()) {
        order.push_back(id_of(next));
        queue.finish(next->message.chat_id);
    }
    BOOST_TEST(order == (strings{"1", "4", "2", "3"}));
}

BOOST_AUTO_TEST_CASE(not_more_handlers_run_at_once_than_the_limit) {
    feishu::detail::chat_queue queue{{.max_running = 2}};
    for (auto const* chat : {"a", "b", "c"})
        queue.push(received(message(chat, chat)));
    queue.next();
    queue.next();
    BOOST_TEST(queue.next() == nullptr);
    BOOST_TEST(queue.running() == 2u);
    queue.finish(feishu::chat_id("b"));
    BOOST_TEST(id_of(queue.next()) == "c");
}

BOOST_AUTO_TEST_CASE(a_full_queue_refuses_messages_per_chat_and_in_all) {
    feishu::detail::chat_queue queue{{.max_waiting_per_chat = 2, .max_waiting = 3}};
    BOOST_TEST(queue.push(received(message("1", "a"))));
    BOOST_TEST(queue.push(received(message("2", "a"))));
    BOOST_TEST(!queue.push(received(message("3", "a"))));
    BOOST_TEST(queue.push(received(message("4", "b"))));
    BOOST_TEST(!queue.push(received(message("5", "c"))));
    BOOST_TEST(queue.waiting() == 3u);
    queue.next();
    BOOST_TEST(queue.push(received(message("6", "a")))); // what runs does not wait
}

BOOST_AUTO_TEST_CASE(a_queue_forgets_chats_without_messages) {
    feishu::detail::chat_queue queue{{}};
    for (int i = 0; i < 1'000; ++i) {
        queue.push(received(message("om", "oc_" + std::to_string(i))));
        queue.finish(queue.next()->message.chat_id);
    }
    BOOST_TEST(queue.chats() == 0u);
    feishu::detail::chat_queue none{{.max_waiting_per_chat = 0}};
    BOOST_TEST(!none.push(received(message("1"))));
    BOOST_TEST(none.chats() == 0u);
}

BOOST_AUTO_TEST_CASE(what_waits_is_given_up_and_what_runs_is_not) {
    feishu::detail::chat_queue queue{{}};
    for (auto const* id : {"1", "2", "3"})
        queue.push(received(message(id, "a")));
    queue.push(received(message("4", "b")));
    queue.next();
    BOOST_TEST(queue.clear().size() == 3u);
    BOOST_TEST(queue.next() == nullptr);
    queue.finish(feishu::chat_id("a"));
    BOOST_TEST(queue.chats() == 0u);
    BOOST_TEST(queue.running() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE(bot_burst_joiner)

BOOST_AUTO_TEST_CASE(without_a_window_messages_are_not_joined) {
    feishu::detail::burst_joiner joiner{{}};
    BOOST_TEST(ids_of(joiner.add(received(message("1")), begin)) == strings{"1"});
    BOOST_TEST(!joiner.next_due().has_value());
}

BOOST_AUTO_TEST_CASE(a_burst_ends_when_nothing_more_comes_within_the_window) {
    feishu::detail::burst_joiner joiner{{.window = 600ms}};
    BOOST_TEST(joiner.add(received(message("1", "oc", "ou", "one")), begin).empty());
    BOOST_TEST(joiner.add(received(message("2", "oc", "ou", "two")), begin + 500ms).empty());
    BOOST_TEST(joiner.due(begin + 1'099ms).empty());
    BOOST_TEST((*joiner.next_due() == begin + 1'100ms));
    auto const joined = joiner.due(begin + 1'100ms);
    BOOST_TEST(ids_of(joined) == strings{"1+2"});
    BOOST_TEST(joined.front()->message.text() == "one\ntwo");
    BOOST_TEST(joined.front()->message.id.str() == "2");
    BOOST_TEST(!joiner.next_due().has_value());
}

BOOST_AUTO_TEST_CASE(people_threads_and_chats_are_not_joined) {
    feishu::detail::burst_joiner joiner{{.window = 600ms}};
    auto in_thread = message("4");
    in_thread.thread_id = feishu::thread_id("omt_1");
    joiner.add(received(message("1", "oc_1", "ou_ann")), begin);
    joiner.add(received(message("2", "oc_1", "ou_ben")), begin);
    joiner.add(received(message("3", "oc_2", "ou_ann")), begin);
    joiner.add(received(in_thread), begin);
    joiner.add(received(message("5", "oc_1", "ou_ann")), begin + 1ms);
    BOOST_TEST(ids_of(joiner.due(begin + 1s)) == (strings{"1+5", "2", "3", "4"}));
}

BOOST_AUTO_TEST_CASE(a_burst_keeps_mentions_attachments_and_the_message_it_replies_to) {
    feishu::detail::burst_joiner joiner{{.window = 600ms}};
    auto first = message("1");
    first.mentions_bot = true;
    first.mentions = {{.name = "bot"}};
    first.parent_id = feishu::message_id("om_parent");
    first.attachments = {{.key = "img_1"}};
    auto second = message("2");
    second.attachments = {{.key = "img_2"}};
    joiner.add(received(first), begin);
    joiner.add(received(second), begin);
    auto const joined = joiner.clear().front()->message;
    BOOST_TEST(joined.mentions_bot);
    BOOST_TEST(joined.mentions.size() == 1u);
    BOOST_TEST(joined.parent_id.str() == "om_parent");
    BOOST_TEST(joined.attachments.size() == 2u);
    BOOST_TEST(joined.attachments.front().key == "img_1");
}

BOOST_AUTO_TEST_CASE(long_texts_wait_longer_and_full_bursts_not_at_all) {
    feishu::detail::burst_joiner joiner{
        {.window = 600ms, .long_window = 2s, .long_text = 10, .max_messages = 3, .max_text = 30}};
    joiner.add(received(message("1", "oc", "ou", "0123456789")), begin);
    BOOST_TEST((*joiner.next_due() == begin + 2s));
    BOOST_TEST(joiner.add(received(message("2")), begin).empty());
    joiner.clear();
    joiner.add(received(message("1")), begin);
    joiner.add(received(message("2")), begin);
    BOOST_TEST(ids_of(joiner.add(received(message("3")), begin)) == strings{"1+2+3"});
    BOOST_TEST(ids_of(joiner.add(received(message("4", "oc", "ou", std::string(30, 'x'))), begin)) ==
               strings{"4"});
}

BOOST_AUTO_TEST_CASE(a_file_is_handled_after_the_texts_that_wait) {
    feishu::detail::burst_joiner joiner{{.window = 600ms}};
    joiner.add(received(message("1")), begin);
    auto file = message("2");
    file.content = feishu::file_content{};
    BOOST_TEST(ids_of(joiner.add(received(file), begin)) == (strings{"1", "2"}));
    BOOST_TEST(!joiner.next_due().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE(bot_admission)

BOOST_AUTO_TEST_CASE(old_messages_are_stale_and_those_without_a_time_are_not) {
    std::chrono::system_clock::time_point const now{1'700'000'000s};
    feishu::unix_millis const sent(1'700'000'000'000 - 1'800'000);
    BOOST_TEST(!feishu::detail::is_stale(sent, now, 30min));
    BOOST_TEST(feishu::detail::is_stale(sent, now + 1ms, 30min));
    BOOST_TEST(!feishu::detail::is_stale({}, now, 30min));
    BOOST_TEST(!feishu::detail::is_stale(sent, now, (std::chrono::milliseconds::max)()));
    BOOST_TEST(
        !feishu::detail::is_stale(feishu::unix_millis(1'800'000'000'000), now, 0ms)); // a clock that is ahead
}

BOOST_AUTO_TEST_CASE(access_lists_keep_groups_and_people_out) {
    using access = feishu::access_options;
    using feishu::detail::check_access;
    auto const ann = feishu::open_id("ou_ann");
    auto const ben = feishu::open_id("ou_ben");
    auto const ops = feishu::chat_id("oc_1");
    auto const group = message("om");
    auto direct = group;
    direct.direct = true;
    struct row {
        char const* name;
        access lists;
        std::optional<drop_reason> in_group;
        std::optional<drop_reason> in_direct;
    };
    std::optional<drop_reason> const ok;
    auto const sender = drop_reason::sender_not_allowed;
    auto const chat = drop_reason::group_not_allowed;
    std::vector<row> const rows{
        {"no lists", {}, ok, ok},
        {"listed group", {.groups = {ops}}, ok, ok},
        {"another group", {.groups = {feishu::chat_id("oc_2")}}, chat, ok},
        {"blocked group", {.groups = {ops}, .blocked_groups = {ops}}, chat, ok},
        {"listed person", {.people = {ann}}, ok, ok},
        {"another person", {.people = {ben}}, sender, sender},
        {"blocked person", {.people = {ann}, .blocked_people = {ann}}, sender, sender},
        {"listed in the group", {.people = {ben}, .group_people = {{ops, {ann}}}}, ok, sender},
        {"nobody in the group", {.group_people = {{ops, {}}}}, sender, ok},
        {"a person opens no group", {.groups = {feishu::chat_id("oc_2")}, .people = {ann}}, chat, ok},
        {"direct chats disabled",
         {.direct = access::direct_chats::disabled},
         ok,
         drop_reason::direct_disabled},
        {"direct chats of nobody", {.direct = access::direct_chats::listed}, ok, sender},
        {"direct chats of some", {.direct = access::direct_chats::listed, .people = {ann}}, ok, ok},
    };
    for (auto const& one : rows) {
        BOOST_TEST_CONTEXT(one.name) {
            BOOST_TEST((check_access(one.lists, group) == one.in_group));
            BOOST_TEST((check_access(one.lists, direct) == one.in_direct));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_group_message_needs_a_mention_and_a_direct_one_does_not) {
    using feishu::detail::check_mention;
    auto plain = message("om");
    auto direct = plain;
    direct.direct = true;
    auto mentions = plain;
    mentions.mentions_bot = true;
    auto all = plain;
    all.mentions_all = true;
    auto both = all;
    both.mentions_bot = true;
    BOOST_TEST((check_mention({}, plain) == drop_reason::not_mentioned));
    BOOST_TEST(!check_mention({}, direct));
    BOOST_TEST(!check_mention({}, mentions));
    BOOST_TEST((check_mention({}, all) == drop_reason::only_all_mentioned));
    BOOST_TEST(!check_mention({}, both));
    BOOST_TEST(!check_mention({.all_counts = true}, all));
    BOOST_TEST((check_mention({.all_counts = true}, plain) == drop_reason::not_mentioned));
    BOOST_TEST(!check_mention({.required = false}, plain));
}

BOOST_AUTO_TEST_CASE(a_bot_does_not_answer_itself_nor_other_bots) {
    feishu::detail::loop_guard guard{{}};
    feishu::open_id const self("ou_self");
    BOOST_TEST((guard.check(message("1", "oc", "ou_self"), self, begin) == drop_reason::own_message));
    BOOST_TEST((guard.check(by_bot(), self, begin) == drop_reason::bot_sender));
    BOOST_TEST(!guard.check(message("2"), self, begin));
    BOOST_TEST(!guard.check(message("3", "oc", ""), feishu::open_id(), begin)); // neither is known
}

BOOST_AUTO_TEST_CASE(bots_that_answer_each_other_are_stopped_until_a_person_writes) {
    feishu::detail::loop_guard guard{{.answer_bots = true, .max_in_a_row = 2, .reset = 10min}};
    feishu::open_id const self("ou_self");
    auto const check = [&](incoming const& m, feishu::clock::time_point at) {
        return guard.check(m, self, at);
    };
    BOOST_TEST(!check(by_bot(), begin));
    BOOST_TEST(!check(by_bot(), begin));
    BOOST_TEST((check(by_bot(), begin) == drop_reason::bot_loop));
    BOOST_TEST(!check(by_bot("oc_2"), begin));
    BOOST_TEST(!check(message("om"), begin));
    BOOST_TEST(!check(by_bot(), begin));
    BOOST_TEST(!check(by_bot(), begin));
    BOOST_TEST((check(by_bot(), begin + 1s) == drop_reason::bot_loop));
    BOOST_TEST(!check(by_bot(), begin + 10min + 1s));
    BOOST_TEST(guard.size() == 1u); // the other chat is forgotten
}

BOOST_AUTO_TEST_CASE(only_a_target_that_is_gone_counts_as_gone) {
    using feishu::errc;
    using feishu::detail::is_target_gone;
    for (auto const code : {errc::message_recalled, errc::message_deleted, errc::message_invisible,
                            errc::message_self_destructing, errc::thread_not_found, errc::thread_invisible})
        BOOST_TEST(is_target_gone(code));
    for (auto const code : {errc::chat_rate_limited, errc::not_resource_owner, errc::bot_not_in_chat,
                            errc::invalid_parameter, errc::sensitive_content, errc::message_being_sent})
        BOOST_TEST(!is_target_gone(code));
    BOOST_TEST(!is_target_gone(feishu::error{.kind = feishu::error_kind::timeout}));
}

BOOST_AUTO_TEST_SUITE_END()
