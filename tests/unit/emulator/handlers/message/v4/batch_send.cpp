#include <feishu/emulator/handlers/im/v1/batch_message.hpp>
#include <feishu/emulator/handlers/message/v4/batch_send.hpp>

#include <boost/json/parse.hpp>

#include "../../../world.hpp"

using namespace test;
namespace batch = im::batch_message;
namespace batch_send = feishu::message::v4::batch_send;
using batch_type = feishu::message::v4::msg_type;

namespace {

struct mailing : world {
    std::size_t recalls = 0;

    mailing() {
        tenant.on_event = recorded([this](emulator::outbound_event const& e) {
            recalls += e.type == "im.message.recalled_v1" ? 1 : 0;
        });
    }

    batch_send::create request(std::vector<feishu::open_id> to) const {
        return {.msg_type = batch_type::text,
                .content = boost::json::parse(text_of("news")),
                .open_ids = std::move(to)};
    }
    feishu::batch_message_id mailed() {
        return run(request({ann.open_id, ben.open_id, eve.open_id})).value().message_id;
    }
    int code_of(batch_type type, std::string const& content) {
        auto one = request({ann.open_id});
        one.msg_type = type;
        if (type == batch_type::interactive)
            one.card = boost::json::parse(content);
        else
            one.content = boost::json::parse(content);
        return code(one);
    }
    auto progress(feishu::batch_message_id id) {
        return run(batch::get_progress{.batch_message_id = id}).value();
    }
    std::string content_for(emulator::user const& user) {
        auto const contents = tenant.contents_of(tenant.p2p_chat(as_bot(), user).chat_id);
        return contents.empty() ? "" : contents.back();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_batch_messages)

BOOST_AUTO_TEST_CASE(a_batch_message_reaches_each_user_once_and_returns_invalid_receivers) {
    mailing w;
    w.tenant.find_user(w.eve.open_id)->resigned = true;
    auto request = w.request({w.ann.open_id, "ou_unknown", w.eve.open_id});
    request.user_ids = {w.ann.user_id, feishu::user_id("unknown")};
    request.union_ids = {w.ben.union_id, feishu::union_id("on_unknown")};
    request.department_ids = {feishu::department_id("od-unknown")};
    auto const response = w.run(request).value();
    BOOST_TEST(response.message_id.str().starts_with("bm-"));
    BOOST_TEST(response.invalid_open_ids.size() == 2u);
    BOOST_TEST(response.invalid_user_ids.size() == 1u);
    BOOST_TEST(response.invalid_union_ids.size() == 1u);
    BOOST_TEST(response.invalid_department_ids.size() == 1u);
    BOOST_TEST(w.tenant.messages().size() == 2u);
    BOOST_TEST(w.content_for(w.ann) == text_of("news"));
    BOOST_TEST(w.content_for(w.ben) == text_of("news"));
}

BOOST_AUTO_TEST_CASE(a_batch_message_to_a_department_reaches_those_below_it_once) {
    mailing w;
    auto const parent = w.tenant.add_department("Engineering");
    auto const child = w.tenant.add_department("Platform", parent);
    w.tenant.move_user(w.ann.open_id, {parent.open_department_id});
    w.tenant.move_user(w.ben.open_id, {child.open_department_id, parent.open_department_id});
    auto request = w.request({w.ann.open_id});
    request.department_ids = {parent.open_department_id, child.open_department_id};
    auto const response = w.run(request).value();
    BOOST_TEST(response.invalid_department_ids.empty());
    BOOST_TEST(w.tenant.messages().size() == 2u);
    BOOST_TEST(w.content_for(w.ben) == text_of("news"));
}

BOOST_AUTO_TEST_CASE(a_batch_message_has_the_content_of_its_type) {
    mailing w;
    BOOST_TEST(
        w.code_of(batch_type::post, R"({"post":{"zh_cn":{"content":[[{"tag":"text","text":"a"}]]}}})") == 0);
    BOOST_TEST(w.content_for(w.ann) == R"({"content":[[{"tag":"text","text":"a"}]],"title":""})");
    BOOST_TEST(w.code_of(batch_type::share_chat, R"({"share_chat_id":")" + w.ops.str() + "\"}") == 0);
    BOOST_TEST(w.code_of(batch_type::share_chat, R"({"share_chat_id":"oc_unknown"})") == 11231);
    BOOST_TEST(w.code_of(batch_type::image, R"({"image_key":"img_unknown"})") == 11227);
    BOOST_TEST(w.code_of(batch_type::interactive, R"({"elements":[]})") == 0);
    BOOST_TEST(w.code_of(batch_type::text, R"({"txt":"a"})") == 11246);
}

BOOST_AUTO_TEST_CASE(batch_messages_need_a_bot_and_the_scope_of_their_receivers) {
    mailing w;
    w.bot.scopes = {{"im:message", "im:message:send_multi_depts"}};
    BOOST_TEST(w.code(w.request({w.ann.open_id})) == 11203);
    w.bot.scopes = {{"im:message", "im:message:send_multi_users"}};
    auto request = w.request({});
    request.department_ids = {feishu::department_id("od-1")};
    BOOST_TEST(w.code(request) == 11204);
    w.bot.bot = false;
    BOOST_TEST(w.code(request) == 11205);
}

BOOST_AUTO_TEST_CASE(an_app_sends_as_many_batch_messages_in_a_day_as_the_quota_allows) {
    mailing w;
    w.tenant.settings.batch_quota = 3;
    w.mailed();
    BOOST_TEST(w.code(w.request({w.ann.open_id})) == 11247);
    w.tenant.advance(24h);
    BOOST_TEST(w.code(w.request({w.ann.open_id})) == 0);
}

BOOST_AUTO_TEST_CASE(copies_are_sent_and_recalled_over_time) {
    mailing w;
    w.tenant.settings.batch_rate = 1;
    auto const id = w.mailed();
    BOOST_TEST(w.progress(id).batch_message_send_progress.success_user_ids_count == 0);
    w.tenant.advance(2s);
    BOOST_TEST(w.tenant.messages().size() == 2u);
    auto const sending = w.progress(id).batch_message_send_progress;
    BOOST_TEST(sending.valid_user_ids_count == 3);
    BOOST_TEST(sending.success_user_ids_count == 2);
    w.tenant.read_all(w.ann);
    BOOST_TEST(w.progress(id).batch_message_send_progress.read_user_ids_count == 1);
    auto const readers = w.run(batch::read_user{.batch_message_id = id}).value().read_user;
    BOOST_TEST(readers.read_count == "1");
    BOOST_TEST(readers.total_count == "2");
    BOOST_TEST(w.code(batch::delete_{.batch_message_id = id}) == 0);
    BOOST_TEST(w.progress(id).batch_message_recall_progress.recall);
    BOOST_TEST(w.progress(id).batch_message_recall_progress.recall_count == 0);
    w.tenant.advance(1s);
    BOOST_TEST(w.progress(id).batch_message_recall_progress.recall_count == 1);
    w.tenant.advance(1h);
    BOOST_TEST(w.progress(id).batch_message_recall_progress.recall_count == 2);
    BOOST_TEST(w.tenant.messages().size() == 2u); // what was not sent yet is not sent any more
    BOOST_TEST(w.recalls == 2u);
}

BOOST_AUTO_TEST_CASE(a_batch_message_is_recalled_by_its_app_within_the_window) {
    mailing w;
    auto const id = w.mailed();
    BOOST_TEST(w.code(batch::delete_{.batch_message_id = "bm-unknown"}) == 230030);
    auto const other = w.tenant.add_app("other");
    emulator::caller const stranger{.kind = feishu::token::tenant, .app = other};
    BOOST_TEST(w.run_with(stranger, batch::delete_{.batch_message_id = id}).error().code == 230026);
    BOOST_TEST(w.run_with(stranger, batch::get_progress{.batch_message_id = id}).error().code == 230012);
    BOOST_TEST(w.run_with(stranger, batch::read_user{.batch_message_id = id}).error().code == 230012);
    w.tenant.advance(25h);
    BOOST_TEST(w.code(batch::delete_{.batch_message_id = id}) == 230009);
    BOOST_TEST(w.code(batch::get_progress{.batch_message_id = id}) == 0);
    w.tenant.advance(30 * 24h);
    BOOST_TEST(w.code(batch::get_progress{.batch_message_id = id}) == 230030);
    BOOST_TEST(w.code(batch::read_user{.batch_message_id = id}) == 230030);
    w.bot.bot = false;
    BOOST_TEST(w.code(batch::delete_{.batch_message_id = id}) == 230006);
    BOOST_TEST(w.code(batch::get_progress{.batch_message_id = id}) == 230006);
}

BOOST_AUTO_TEST_CASE(a_copy_of_a_batch_message_is_neither_edited_nor_answered_nor_urgent) {
    mailing w;
    w.mailed();
    auto const copy = w.tenant.messages().front().message_id;
    BOOST_TEST(w.code(w.edit(copy, "a")) == 230054);
    BOOST_TEST(w.code(w.reply_to(copy, "a")) == 230054);
    BOOST_TEST(w.code(im::message::delete_{.message_id = copy}) == 230054);
    for (auto const& ids : {std::vector{w.ann.open_id.str()}}) {
        BOOST_TEST(w.code(im::message::urgent_app{.message_id = copy, .user_id_list = ids}) == 230052);
        BOOST_TEST(w.code(im::message::urgent_sms{.message_id = copy, .user_id_list = ids}) == 230052);
        BOOST_TEST(w.code(im::message::urgent_phone{.message_id = copy, .user_id_list = ids}) == 230052);
    }
    BOOST_TEST(w.tenant.reply(w.ann, copy, "thanks").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
