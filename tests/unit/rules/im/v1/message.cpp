#include <string>
#include <string_view>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/thread.hpp>
#include <feishu/api/message/v4/batch_send.hpp>

#include "../../problems.hpp"

namespace {

namespace im = feishu::im::v1;
using im::msg_type;
using test::problems;

constexpr char const* received_only = "msg_type is a receive-only message type";
constexpr char const* of_batch =
    "message_id is a batch message id; use im.v1.batch_message";

std::string problems_of_create(feishu::open<msg_type> type) {
    return problems(im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                        .receive_id = "oc_1",
                                        .content = "{}",
                                        .msg_type = type});
}

std::string problems_of_reply(feishu::open<msg_type> type) {
    return problems(im::message::reply{.message_id = "om_1", .content = "{}", .msg_type = type});
}

BOOST_AUTO_TEST_SUITE(rules_im_v1_message)

BOOST_AUTO_TEST_CASE(messages_that_are_only_received_cannot_be_sent) {
    for (auto const type : {msg_type::merge_forward, msg_type::hongbao, msg_type::share_calendar_event,
                            msg_type::calendar, msg_type::general_calendar, msg_type::video_chat,
                            msg_type::location, msg_type::vote, msg_type::todo, msg_type::folder})
        BOOST_TEST_CONTEXT(feishu::open<msg_type>(type).str()) {
            BOOST_TEST(problems_of_create(type) == received_only);
            BOOST_TEST(problems_of_reply(type) == received_only);
        }
}

BOOST_AUTO_TEST_CASE(messages_of_the_documented_kinds_can_be_sent) {
    for (auto const type :
         {msg_type::text, msg_type::post, msg_type::image, msg_type::file, msg_type::audio, msg_type::media,
          msg_type::sticker, msg_type::interactive, msg_type::share_chat, msg_type::share_user})
        BOOST_TEST_CONTEXT(feishu::open<msg_type>(type).str()) {
            BOOST_TEST(problems_of_create(type) == "ok");
            BOOST_TEST(problems_of_reply(type) == "ok");
        }
    BOOST_TEST(problems_of_create(feishu::open<msg_type>::from_wire("hologram")) == "ok");
}

BOOST_AUTO_TEST_CASE(system_messages_can_be_sent_but_cannot_reply) {
    BOOST_TEST(problems_of_create(msg_type::system) == "ok");
    BOOST_TEST(problems_of_reply(msg_type::system) == "msg_type system cannot reply");
}

BOOST_AUTO_TEST_CASE(a_mass_mailing_is_no_message) {
    using namespace im::message;
    BOOST_TEST(problems(reply{.message_id = "bm-1", .content = "{}", .msg_type = msg_type::text}) ==
               of_batch);
    BOOST_TEST(problems(update{.message_id = "bm-1", .content = "{}", .msg_type = msg_type::text}) ==
               of_batch);
    BOOST_TEST(problems(patch{.message_id = "bm-1", .content = "{}"}) == of_batch);
    BOOST_TEST(problems(delete_{.message_id = "bm-1"}) == of_batch);
    BOOST_TEST(problems(push_follow_up{.message_id = "bm-1",
                                       .follow_ups = {im::model::follow_up{.content = "go"}}}) == of_batch);
    BOOST_TEST(problems(urgent_app{.message_id = "bm-1", .user_id_list = {"ou_1"}}) == of_batch);
    BOOST_TEST(problems(urgent_sms{.message_id = "bm-1", .user_id_list = {"ou_1"}}) == of_batch);
    BOOST_TEST(problems(urgent_phone{.message_id = "bm-1", .user_id_list = {"ou_1"}}) == of_batch);
    BOOST_TEST(problems(delete_{.message_id = "om_1"}) == "ok");
}

BOOST_AUTO_TEST_CASE(a_card_that_replaces_another_has_thirty_kilobytes) {
    std::size_t const limit = 30 * 1024 - std::string_view(R"({"content":""})").size();
    BOOST_TEST(problems(im::message::patch{.message_id = "om_1", .content = std::string(limit, ' ')}) ==
               "ok");
    BOOST_TEST(problems(im::message::patch{.message_id = "om_1", .content = std::string(limit + 1, ' ')}) ==
               "content has 30721 bytes, at most 30720 are allowed");
}

BOOST_AUTO_TEST_CASE(the_receiver_of_a_forward_fits_its_type) {
    using type = im::forward_receive_id_type;
    auto const wrong = [](std::string const& name, std::string const& prefix) {
        return "receive_id does not match receive_id_type " + name + ", whose ids begin with " + prefix;
    };
    struct {
        type kind;
        char const* id;
        std::string said;
    } const table[] = {
        {type::chat_id, "oc_1", "ok"},
        {type::chat_id, "omt_1", wrong("chat_id", "oc_")},
        {type::open_id, "ou_1", "ok"},
        {type::open_id, "on_1", wrong("open_id", "ou_")},
        {type::union_id, "on_1", "ok"},
        {type::union_id, "ou_1", wrong("union_id", "on_")},
        {type::thread_id, "omt_1", "ok"},
        {type::thread_id, "om_1", wrong("thread_id", "omt_")},
        {type::user_id, "anything", "ok"},
        {type::email, "a@b.c", "ok"},
        {type::email, "a", "receive_id does not match receive_id_type email: it has no @"},
        {type::user_id, "", "receive_id must not be empty"},
    };
    for (auto const& [kind, id, said] : table)
        BOOST_TEST_CONTEXT(id) {
            using namespace im::message;
            BOOST_TEST(problems(forward{.message_id = "om_1", .receive_id_type = kind, .receive_id = id}) ==
                       said);
            BOOST_TEST(problems(merge_forward{
                           .receive_id_type = kind, .receive_id = id, .message_id_list = {"om_1"}}) == said);
            BOOST_TEST(problems(im::thread::forward{
                           .thread_id = "omt_1", .receive_id_type = kind, .receive_id = id}) == said);
        }
}

BOOST_AUTO_TEST_CASE(what_is_forwarded_together_are_messages) {
    BOOST_TEST(problems(im::message::merge_forward{.receive_id_type = im::forward_receive_id_type::chat_id,
                                                   .receive_id = "oc_1",
                                                   .message_id_list = {"om_1", "", "bm-1"}}) ==
               "message_id_list[1] must not be empty; "
               "message_id_list[2] is a batch message id, which cannot be forwarded");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(rules_message_v4_batch_send)

using mailing = feishu::message::v4::batch_send::create;
using kind = feishu::message::v4::msg_type;

boost::json::value some() { return boost::json::object{{"text", "hello"}}; }

BOOST_AUTO_TEST_CASE(a_mass_mailing_has_receivers) {
    BOOST_TEST(problems(mailing{.msg_type = kind::text, .content = some()}) ==
               "open_ids must not be empty if department_ids, user_ids and union_ids are empty");
    BOOST_TEST(problems(mailing{.msg_type = kind::text, .content = some(), .department_ids = {"od-1"}}) ==
               "ok");
    BOOST_TEST(problems(mailing{.msg_type = kind::text, .content = some(), .open_ids = {"ou_1"}}) == "ok");
    BOOST_TEST(problems(mailing{.msg_type = kind::text, .content = some(), .user_ids = {"u"}}) == "ok");
    BOOST_TEST(problems(mailing{.msg_type = kind::text, .content = some(), .union_ids = {"on_1"}}) == "ok");
}

BOOST_AUTO_TEST_CASE(a_mass_mailing_has_a_card_or_content) {
    BOOST_TEST(problems(mailing{.msg_type = kind::interactive, .card = some(), .open_ids = {"ou_1"}}) ==
               "ok");
    BOOST_TEST(problems(mailing{.msg_type = kind::interactive, .content = some(), .open_ids = {"ou_1"}}) ==
               "card is required with msg_type interactive; "
               "content must be absent with msg_type interactive: use card");
    BOOST_TEST(
        problems(mailing{.msg_type = kind::post, .card = some(), .open_ids = {"ou_1"}}) ==
        "content is required unless msg_type is interactive; card is only allowed with msg_type interactive");
}

BOOST_AUTO_TEST_CASE(the_content_of_a_mass_mailing_is_an_object) {
    BOOST_TEST(
        problems(mailing{.msg_type = kind::text, .content = R"({"text":"hello"})", .open_ids = {"ou_1"}}) ==
        "content must be a JSON object, not a document in a string");
    BOOST_TEST(problems(mailing{.msg_type = kind::interactive, .card = "{}", .open_ids = {"ou_1"}}) ==
               "card must be a JSON object, not a document in a string");
}

BOOST_AUTO_TEST_CASE(an_ephemeral_card_is_for_someone) {
    using feishu::ephemeral::v1::message::send;
    auto const type = feishu::ephemeral::v1::msg_type::interactive;
    BOOST_TEST(problems(send{.chat_id = "oc_1", .msg_type = type, .card = some()}) ==
               "open_id is required when user_id and email are absent, too");
    BOOST_TEST(problems(send{.chat_id = "oc_1", .open_id = "ou_1", .msg_type = type, .card = some()}) ==
               "ok");
    BOOST_TEST(problems(send{.chat_id = "oc_1", .user_id = "u", .msg_type = type, .card = some()}) == "ok");
    BOOST_TEST(problems(send{.chat_id = "oc_1", .email = "a@b.c", .msg_type = type, .card = some()}) == "ok");
    BOOST_TEST(problems(send{.chat_id = "oc_1", .email = "a@b.c", .msg_type = type, .card = "{}"}) ==
               "card must be a JSON object, not a document in a string");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
