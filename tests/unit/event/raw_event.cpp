// Envelopes of events, and what identifies an event.

#include <chrono>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/event/reply_uuid.hpp>

namespace {

using feishu::detail::push_kind;

feishu::detail::push pushed(std::string json) {
    return *feishu::detail::read_push(std::move(json), feishu::event_limits).value();
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(push_kind)

BOOST_AUTO_TEST_SUITE(raw_event)

BOOST_AUTO_TEST_CASE(an_event_of_schema_2_is_described_by_its_header) {
    std::string const json =
        R"({"schema":"2.0","header":{"event_id":"e1","event_type":"im.message.receive_v1",
        "create_time":"1608725989000","token":"v","app_id":"cli_1","tenant_key":"t1"},"event":[1]})";
    auto const event = feishu::read_event(json).value();
    BOOST_TEST(event.schema == "2.0");
    BOOST_TEST(event.type == "im.message.receive_v1");
    BOOST_TEST(event.id == "e1");
    BOOST_TEST(event.app_id == "cli_1");
    BOOST_TEST(event.tenant_key == "t1");
    BOOST_TEST(event.create_time.count() == 1608725989000);
    BOOST_TEST(event.json == json);
    BOOST_TEST(pushed(json).token == "v");
}

BOOST_AUTO_TEST_CASE(an_event_of_schema_1_is_described_by_its_envelope_and_body) {
    std::string const json = R"({"uuid":"u1","token":"v","ts":"1502199207.7171419","type":"event_callback",
        "event":{"type":"add_bot","app_id":"cli_1","tenant_key":"t1","i18n":{"a":[1]}}})";
    auto const event = feishu::read_event(json).value();
    BOOST_TEST(event.schema == "1.0");
    BOOST_TEST(event.type == "add_bot");
    BOOST_TEST(event.id == "u1");
    BOOST_TEST(event.app_id == "cli_1");
    BOOST_TEST(event.tenant_key == "t1");
    BOOST_TEST(event.create_time.count() == 1502199207717);
    BOOST_TEST(pushed(json).token == "v");
}

BOOST_AUTO_TEST_CASE(a_time_that_cannot_be_read_is_absent) {
    for (std::string const ts : {"", "soon", "-1", ".5", "99999999999999999999", "0"})
        BOOST_TEST(!feishu::read_event(R"({"uuid":"u","ts":")" + ts + R"(","event":{"type":"x"}})")
                        .value()
                        .create_time.has_value());
    BOOST_TEST(
        feishu::read_event(R"({"uuid":"u","ts":"1.5x","event":{"type":"x"}})").value().create_time.count() ==
        1500);
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_has_an_assigned_type_and_no_id) {
    auto const card = pushed(R"({"open_id":"ou_1","tenant_key":"t1","token":"c-1","action":{"value":{}}})");
    BOOST_TEST(card.kind == push_kind::old_card);
    BOOST_TEST(card.event.type == feishu::old_card_type);
    BOOST_TEST(card.event.id.empty());
    BOOST_TEST(card.token.empty());
}

BOOST_AUTO_TEST_CASE(a_challenge_is_not_an_event) {
    std::string const json = R"({"challenge":"c","token":"v","type":"url_verification"})";
    BOOST_TEST(pushed(json).kind == push_kind::challenge);
    BOOST_TEST(pushed(json).challenge == "c");
    BOOST_TEST(!feishu::read_event(json).has_value());
}

BOOST_AUTO_TEST_CASE(an_encrypted_body_has_no_other_members) {
    auto const secret = pushed(R"({"schema":"2.0","encrypt":"AAAA"})");
    BOOST_TEST(secret.kind == push_kind::encrypted);
    BOOST_TEST(secret.encrypted == "AAAA");
    BOOST_TEST(!feishu::read_event(R"({"encrypt":"AAAA"})").has_value());
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_an_envelope_is_an_error) {
    for (auto const* bad :
         {"", "{", "[]", "1", "{}", R"({"type":"x"})", R"({"schema":"2.0"})", R"({"header":7})",
          R"({"schema":"2.0","header":{"event_type":"x"}} x)", R"({"uuid":"u","event":7})"})
        BOOST_TEST(!feishu::read_event(bad).has_value());
}

BOOST_AUTO_TEST_CASE(depth_and_size_are_limited) {
    auto const deep = [](int n) {
        auto const times = static_cast<std::size_t>(n);
        return R"({"schema":"2.0","header":{"event_type":"x"},"event":)" + std::string(times, '[') +
               std::string(times, ']') + "}";
    };
    BOOST_TEST(feishu::read_event(deep(63)).has_value());
    BOOST_TEST(!feishu::read_event(deep(64)).has_value());
    BOOST_TEST(!feishu::read_event(deep(100'000)).has_value());
    BOOST_TEST(!feishu::read_event(deep(1), {.max_bytes = 10}).has_value());
}

// --- times

BOOST_AUTO_TEST_CASE(the_unit_of_a_timestamp_is_detected_by_its_number_of_digits) { // case 27
    auto const header_time = [](std::string const& text) {
        return feishu::read_event(R"({"schema":"2.0","header":{"event_type":"x","create_time":)" + text +
                                  "}}")
            .value()
            .create_time.count();
    };
    auto const ts = [](std::string const& text) {
        return feishu::read_event(R"({"uuid":"u","ts":")" + text + R"(","event":{"type":"x"}})")
            .value()
            .create_time.count();
    };
    for (std::string const text : {"1603977298", "1603977298000", "1603977298000000"}) {
        BOOST_TEST(header_time(text) == 1603977298000);
        BOOST_TEST(header_time('"' + text + '"') == 1603977298000);
        BOOST_TEST(ts(text) == 1603977298000);
    }
    BOOST_TEST(header_time("0") == 0);
    BOOST_TEST(header_time("-5") == 0);
    BOOST_TEST(header_time("9223372036854775807") == 9223372036854775);
}

// --- members of another JSON type

BOOST_AUTO_TEST_CASE(an_envelope_member_of_another_json_type_is_ignored) {
    auto const event = feishu::read_event(R"({"schema":["2.0"],"header":{"event_id":"e1","event_type":"x",
        "create_time":"soon","token":{},"app_id":["cli_1"],"tenant_key":7},"uuid":{},"event":1})")
                           .value();
    BOOST_TEST(event.type == "x");
    BOOST_TEST(event.id == "e1");
    BOOST_TEST(event.app_id.empty());
    BOOST_TEST(event.tenant_key == "7");
    BOOST_TEST(!event.create_time.has_value());
}

// --- identity

BOOST_AUTO_TEST_CASE(events_that_occur_once_per_object_are_identified_by_the_object) {
    struct {
        std::string type, event, identity;
    } const table[] = {
        {"im.message.receive_v1", R"({"message":{"message_id":"om_1"}})", "om_1"},
        {"im.message.recalled_v1", R"({"message_id":"om_1","chat_id":"oc_1"})", "om_1"},
        {"im.chat.disbanded_v1", R"({"chat_id":"oc_1"})", "oc_1"},
        {"application.application.feedback.created_v6", R"({"feedback_id":"f1","app_id":"cli_2"})", "f1"},
        {"application.application.created_v6", R"({"app_id":"cli_2"})", "cli_2"},
    };
    for (auto const& row : table) {
        auto const json = R"({"schema":"2.0","header":{"event_id":"e1","app_id":"cli_1","event_type":")" +
                          row.type + R"("},"event":)" + row.event + "}";
        BOOST_TEST(feishu::event_identity(feishu::read_event(json).value()) ==
                   "cli_1/" + row.type + '/' + row.identity);
    }
    for (auto const* event : {R"({"type":"p2p_chat_create","app_id":"cli_1","chat_id":"x"})",
                              R"({"type":"order_paid","app_id":"cli_1","order_id":"x"})"})
        BOOST_TEST(feishu::event_identity(
                       feishu::read_event(R"({"uuid":"u","event":)" + std::string(event) + "}").value())
                       .ends_with("/x"));
}

BOOST_AUTO_TEST_CASE(events_that_may_recur_on_an_object_are_identified_by_their_event_id) {
    for (std::string const type :
         {"im.message.reaction.created_v1", "im.message.reaction.deleted_v1", "im.message.message_read_v1",
          "im.chat.updated_v1", "im.chat.member.user.added_v1", "im.chat.member.bot.added_v1",
          "im.chat.access_event.bot_p2p_chat_entered_v1", "application.bot.menu_v6", "card.action.trigger"}) {
        auto const json = R"({"schema":"2.0","header":{"event_id":"e1","app_id":"cli_1","event_type":")" +
                          type + R"("},"event":{"message_id":"om_1","chat_id":"oc_1","token":"c-1"}})";
        BOOST_TEST(feishu::event_identity(feishu::read_event(json).value()) == "cli_1/e1");
    }
}

BOOST_AUTO_TEST_CASE(an_event_whose_object_cannot_be_read_is_identified_by_its_event_id) {
    for (std::string const event : {"{}", "7", R"({"message":[]})", R"({"message":{"message_id":{}}})",
                                    R"({"message":{"message_id":""}})"}) {
        auto const json = R"({"schema":"2.0","header":{"event_id":"e1","app_id":"cli_1",
            "event_type":"im.message.receive_v1"},"event":)" +
                          event + "}";
        BOOST_TEST(feishu::event_identity(feishu::read_event(json).value()) == "cli_1/e1");
    }
    BOOST_TEST(feishu::event_identity({.type = "x", .app_id = "cli_1"}) == "");
}

// --- uuids of replies

BOOST_AUTO_TEST_CASE(a_reply_has_the_same_uuid_in_every_process_and_however_the_event_is_delivered) {
    auto const json = [](std::string const& id) {
        return R"({"schema":"2.0","header":{"event_id":")" + id +
               R"(","event_type":"im.message.receive_v1","app_id":"cli_1"},"event":{"message":{"message_id":"om_1"}}})";
    };
    auto const raw = feishu::read_event(json("e1")).value();
    std::string const uuid = "fce40450add2f9d07a42623e6f1a566a"; // of another process, another day
    BOOST_TEST(feishu::reply_uuid(raw) == uuid);
    BOOST_TEST(feishu::reply_uuid(feishu::read_event(json("e2")).value()) == uuid);
    auto const typed = feishu::json::read<feishu::im::v1::message::receive_v1>(json("e3")).value();
    BOOST_TEST(feishu::reply_uuid(typed) == uuid);
    BOOST_TEST(feishu::reply_uuid(typed, 7) == feishu::reply_uuid(raw, 7));
    auto request = feishu::im::v1::message::reply(typed.event.message.message_id, feishu::text("hello"));
    request.uuid = feishu::reply_uuid(typed);
    BOOST_TEST(feishu::validate(request).has_value());
}

BOOST_AUTO_TEST_CASE(events_of_schema_1_have_uuids_of_replies_too) {
    std::string const json = R"({"uuid":"u1","type":"event_callback","event":{"type":"p2p_chat_create",
        "app_id":"cli_1","chat_id":"oc_1"}})";
    auto const typed = feishu::json::read<feishu::im::v1::chat_p2p::created>(json).value();
    BOOST_TEST(feishu::reply_uuid(typed) == feishu::reply_uuid(feishu::read_event(json).value()));
    BOOST_TEST(feishu::reply_uuid(typed).size() == 32u);
}

BOOST_AUTO_TEST_CASE(other_events_and_other_replies_have_other_uuids) {
    std::set<std::string> all;
    for (auto const* app : {"cli_1", "cli_2"})
        for (auto const* id : {"e1", "e2", "e1\n1"})
            for (unsigned number : {0u, 1u, 11u})
                all.insert(feishu::reply_uuid({.type = "x", .id = feishu::event_id(id), .app_id = feishu::app_id(app)}, number));
    BOOST_TEST(all.size() == 18u);
    BOOST_TEST(feishu::reply_uuid(feishu::raw_event{.type = "x", .app_id = feishu::app_id("cli_1")}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
