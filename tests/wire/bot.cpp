// Bots: custom bots of groups, information about bots, and the search for them.

#include <boost/test/unit_test.hpp>

#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/bot/v3/bot.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/api/bot/v4/bot.hpp>

#include "wire.hpp"

namespace {

namespace bot = feishu::bot_;
using feishu::rule;

BOOST_AUTO_TEST_CASE(bot_v2_hook_send_puts_the_token_into_the_path) {
    wire::sends(bot::v2::hook::send{.token = "1a2b-3c",
                                    .timestamp = feishu::unix_seconds(1599360473),
                                    .sign = "363UeKLKin0EeG+hrOQd23TNUSH+orqAFf6mWFdhcD4=",
                                    .msg_type = bot::v2::hook_msg_type::text,
                                    .content = wire::json(R"({"text": "disk full"})")},
                "POST /open-apis/bot/v2/hook/1a2b-3c", R"({
        "timestamp": "1599360473",
        "sign": "363UeKLKin0EeG+hrOQd23TNUSH+orqAFf6mWFdhcD4=",
        "msg_type": "text",
        "content": {"text": "disk full"}
    })");
    wire::sends(bot::v2::hook::send{.token = "t",
                                    .msg_type = bot::v2::hook_msg_type::interactive,
                                    .card = wire::json(R"({"schema": "2.0"})")},
                "POST /open-apis/bot/v2/hook/t", R"({"msg_type": "interactive", "card": {"schema": "2.0"}})");
    wire::refuses(bot::v2::hook::send{.token = "", .msg_type = bot::v2::hook_msg_type::text}, "token",
                  rule::min_characters);
}

BOOST_AUTO_TEST_CASE(bot_v2_hook_send_reads_both_response_formats) {
    auto const old = wire::reads<bot::v2::hook::send>(R"({"StatusMessage": "success", "StatusCode": 0})");
    BOOST_TEST(old.StatusMessage == "success");
    wire::reads<bot::v2::hook::send>(R"({"StatusCode": 0})");
}

BOOST_AUTO_TEST_CASE(bot_v3_info_get_reads_a_flat_response) {
    wire::sends(bot::v3::info::get{}, "GET /open-apis/bot/v3/info");
    auto const reply = wire::reads<bot::v3::info::get>(R"({"bot": {
        "activate_status": 2,
        "app_name": "name",
        "avatar_url": "https://sf1-ttcdn-tos.pstatp.com/obj/TANGRAM",
        "ip_white_list": ["10.0.0.1"],
        "open_id": "ou_e6e14f667cfe239d7b129b521dce0569"
    }})");
    BOOST_TEST((reply.bot.activate_status == bot::v3::bot_activate_status::enabled));
    BOOST_TEST(reply.bot.open_id == "ou_e6e14f667cfe239d7b129b521dce0569");
}

BOOST_AUTO_TEST_CASE(bot_v3_bot_basic_batch_maps_open_ids_to_names) {
    wire::sends(bot::v3::bot::basic_batch{.bot_ids = {"ou_1", "ou_2"}},
                "GET /open-apis/bot/v3/bots/basic_batch?bot_ids=ou_1&bot_ids=ou_2");
    auto const reply = wire::reads<bot::v3::bot::basic_batch>(
        R"({"bots": {"ou_1": {"name": "Alarm", "i18n_names": {"zh_cn": "告警", "en_us": "Alarm"}}}})");
    BOOST_TEST(*reply.bots.at("ou_1").i18n_names.zh_cn == "告警");
    wire::refuses(feishu::detail::unchecked_construct::make<bot::v3::bot::basic_batch>(), "bot_ids",
                  rule::required);
}

BOOST_AUTO_TEST_CASE(bot_v4_bot_search_sends_and_reads_what_the_page_says) {
    bot::v4::bot::search request{.page_size = 10, .query = "alarm"};
    request.filter = bot::v4::model::bot_filter{.chat_ids = {"oc_1"}, .has_chatter = true};
    wire::sends(request, "POST /open-apis/bot/v4/bot/search?page_size=10&user_id_type=open_id",
                R"({"query": "alarm", "filter": {"chat_ids": ["oc_1"], "has_chatter": true}})");
    auto const reply = wire::reads<bot::v4::bot::search>(R"({
        "items": [{"id": "ou_1", "display_info": "<h>alarm</h> bot",
                   "meta_data": {"tenant_id": "1", "enable_join_group": true, "chat_id": "oc_2", "is_agent": false}}],
        "has_more": true, "page_token": "p", "notice": "n"
    })");
    BOOST_TEST(reply.items.at(0).meta_data.chat_id == "oc_2");
    wire::refuses(bot::v4::bot::search{.page_size = 31}, "page_size", rule::maximum);
    wire::refuses(bot::v4::bot::search{.query = std::string(51, 'x')}, "query", rule::max_characters);
}

} // namespace
