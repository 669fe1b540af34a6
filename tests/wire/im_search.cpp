// Searches and batch queries of messages, chats and members, tags of chats, and the first event of a one-to-one chat.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/api/im/v2/chat.hpp>
#include <feishu/api/im/v2/tag.hpp>

#include "event.hpp"

namespace {

namespace v1 = feishu::im::v1;
namespace v2 = feishu::im::v2;
using feishu::rule;

BOOST_AUTO_TEST_CASE(im_v1_message_search_sends_and_reads_what_the_page_says) {
    v1::message::search request{.query = "report"};
    request.filter = v1::message::message_filter{
        .from_ids = {"ou_1"},
        .chat_ids = {"oc_1"},
        .time_range = v1::message::time_range{.start_time = "2026-01-01T00:00:00+08:00"},
        .include_attachment_types = {v1::message::attachment_type::file},
        .chat_type = v1::message::searched_chat_type::group,
        .is_at_me = true};
    wire::sends(request, "POST /open-apis/im/v1/messages/search?page_size=15&user_id_type=open_id", R"({
        "query": "report",
        "filter": {"from_ids": ["ou_1"], "chat_ids": ["oc_1"],
                   "time_range": {"start_time": "2026-01-01T00:00:00+08:00"},
                   "include_attachment_types": ["file"], "chat_type": "group", "is_at_me": true}
    })");
    auto const reply = wire::reads<v1::message::search>(R"({
        "items": [{"id": "om_1", "display_info": "<h>report</h>",
                   "meta_data": {"message_id": "om_1", "type": "card", "create_time": "2026-01-01T00:00:00+08:00",
                                 "update_time": "2026-01-02T00:00:00+08:00", "position": 7, "chat_id": "oc_1",
                                 "from_id": "ou_1", "thread_id": "omt_1", "thread_position": 2,
                                 "is_p2p_chat": true}}],
        "total": 1, "has_more": true, "page_token": "p", "notice": "n"
    })");
    BOOST_TEST((reply.items.at(0).meta_data.type == v1::message::found_message_type::card));
    BOOST_TEST(reply.items[0].meta_data.thread_id == "omt_1");
    wire::refuses(v1::message::search{.page_size = 31}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_CASE(im_v1_message_mget_repeats_the_ids) {
    wire::sends(v1::message::mget{.message_ids = {"om_1", "om_2"}},
                "GET /open-apis/im/v1/messages/mget?message_ids=om_1&message_ids=om_2&user_id_type=open_id");
    auto const reply = wire::reads<v1::message::mget>(
        R"({"items": [{"message_id": "om_1", "msg_type": "text", "body": {"content": "{\"text\":\"a\"}"}}]})");
    BOOST_TEST(reply.items.at(0).message_id == "om_1");
    wire::refuses(v1::message::mget{.message_ids = std::vector<feishu::message_id>(51, "om_1")},
                  "message_ids", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v1_message_batch_query_read_status_says_why_there_is_none) {
    wire::sends(v1::message::batch_query_read_status{.message_ids = {"om_1"}},
                "POST /open-apis/im/v1/messages/batch_query_read_status", R"({"message_ids": ["om_1"]})");
    auto const reply = wire::reads<v1::message::batch_query_read_status>(R"({"read_statuses": [
        {"message_id": "om_1", "read_status": "read"},
        {"message_id": "om_2", "read_status": "unexpected", "unexpected_reason": "no_permission"}]})");
    BOOST_TEST((reply.read_statuses.at(0).read_status == v1::message::read_status::read));
    BOOST_TEST(
        (reply.read_statuses.at(1).unexpected_reason == v1::message::unexpected_reason::no_permission));
}

BOOST_AUTO_TEST_CASE(im_v2_chat_search_sends_and_reads_what_is_known) {
    v2::chat::search request{.query = "team"};
    request.filter = v2::chat::chat_filter{.search_types = {v2::chat::chat_search_type::public_joined},
                                           .member_ids = {"ou_1"},
                                           .chat_modes = {v2::chat::searched_chat_mode::default_}};
    request.sorter = v2::chat::chat_sorter::update_time_desc;
    wire::sends(request, "POST /open-apis/im/v2/chats/search?page_size=20&user_id_type=open_id", R"({
        "query": "team", "sorter": "update_time_desc",
        "filter": {"search_types": ["public_joined"], "member_ids": ["ou_1"], "chat_modes": ["default"]}
    })");
    auto const reply = wire::reads<v2::chat::search>(R"({
        "items": [{"id": "oc_1", "display_info": "<h>team</h>",
                   "meta_data": {"chat_id": "oc_1", "name": "team", "external": true, "chat_mode": "group",
                                 "owner_id": "ou_1", "owner_id_type": "open_id", "chat_status": "dissolved_save"}}],
        "total": 1, "has_more": true, "page_token": "p", "notice": "n"
    })");
    BOOST_TEST((reply.items.at(0).meta_data.chat_status == v2::chat::found_chat_status::dissolved_save));
    wire::refuses(v2::chat::search{.query = std::string(51, 'x')}, "query", rule::max_characters);
}

BOOST_AUTO_TEST_CASE(im_v1_chats_are_queried_in_batches) {
    wire::sends(v1::chat::batch_query{.chat_ids = {"oc_1", "oc_2"}},
                "POST /open-apis/im/v1/chats/batch_query?user_id_type=open_id",
                R"({"chat_ids": ["oc_1", "oc_2"]})");
    auto const chats = wire::reads<v1::chat::batch_query>(
        R"({"items": [{"chat_id": "oc_1", "name": "team", "chat_mode": "p2p", "p2p_target_id": "ou_1"}]})");
    BOOST_TEST(chats.items.at(0).p2p_target_id == "ou_1");
    wire::sends(
        v1::chat_p2p::batch_query{.chatter_id_type = feishu::user_id_type::open_id, .chatter_ids = {"ou_1"}},
        "POST /open-apis/im/v1/chat_p2p/batch_query?chatter_id_type=open_id", R"({"chatter_ids": ["ou_1"]})");
    BOOST_TEST(wire::reads<v1::chat_p2p::batch_query>(R"({"p2p_chats": [{"chat_id": "oc_2"}]})")
                   .p2p_chats.at(0)
                   .chat_id == "oc_2");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_lists_bots_and_users) {
    wire::sends(v1::chat_members::bots{.chat_id = "oc_1"}, "GET /open-apis/im/v1/chats/oc_1/members/bots");
    BOOST_TEST(wire::reads<v1::chat_members::bots>(R"({"items": [{"bot_id": "ou_1", "bot_name": "Alarm"}]})")
                   .items.at(0)
                   .bot_name == "Alarm");
    wire::sends(v1::chat_members::list{.chat_id = "oc_1",
                                       .member_types = {v1::chat_members::member_type::user,
                                                        v1::chat_members::member_type::bot}},
                "GET /open-apis/im/v1/chats/oc_1/members/list?member_types=user&member_types=bot"
                "&member_id_type=open_id&page_size=20");
    auto const reply = wire::reads<v1::chat_members::list>(R"({
        "users": [{"member_id_type": "open_id", "member_id": "ou_1", "name": "a", "tenant_key": "t"}],
        "bots": [{"member_id_type": "open_id", "member_id": "ou_2", "name": "b", "app_id": "cli_1", "tenant_key": "t"}],
        "user_total": 1, "bot_total": 1, "has_more": true, "page_token": "p", "truncations": [{"any": 1}]
    })");
    BOOST_TEST(reply.bots.at(0).app_id == "cli_1");
    BOOST_TEST(reply.truncations.as_array().size() == 1u);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_p2p_created_reads_the_documented_payload) {
    auto const pushed = wire::receives_v1<v1::chat_p2p::created>("p2p_chat_create", R"(
        "chat_id": "oc_26b66a5eb603162b849f91bcd8815b20",
        "operator": {"open_id": "ou_2d2c0399b53d06fd195bb393cd1e38f2", "user_id": "gfa21d92"},
        "user": {"name": "张三", "open_id": "ou_7dede290d6a27698b969a7fd70ca53da", "user_id": "gfa21d92"})");
    BOOST_TEST(pushed.event.chat_id == "oc_26b66a5eb603162b849f91bcd8815b20");
    BOOST_TEST(pushed.event.operator_.user_id == "gfa21d92");
    BOOST_TEST(pushed.event.user.name == "张三");
}

BOOST_AUTO_TEST_CASE(im_v2_tags_send_and_read_what_the_pages_say) {
    wire::sends(
        v2::tag::create{.create_tag =
                            v2::tag::create::new_tag{.tag_type = "tenant",
                                                     .name = "vip",
                                                     .i18n_names = {v2::tag::tag_i18n_name{
                                                         .locale = feishu::locale::en_us, .name = "VIP"}}}},
        "POST /open-apis/im/v2/tags",
        R"({"create_tag": {"tag_type": "tenant", "name": "vip", "i18n_names": [{"locale": "en_us", "name": "VIP"}]}})");
    BOOST_TEST(wire::reads<v2::tag::create>(R"({"create_tag_fail_reason": {"duplicate_id": "716168xxxxx"}})")
                   .create_tag_fail_reason->duplicate_id == "716168xxxxx");
    wire::sends(v2::tag::patch{.tag_id = "7", .patch_tag = v2::tag::patch::tag_changes{.name = "new"}},
                "PATCH /open-apis/im/v2/tags/7", R"({"patch_tag": {"name": "new"}})");
    wire::sends(v2::tag::get{.ids = {"7", "8"}}, "GET /open-apis/im/v2/tags?ids=7&ids=8");
    auto const reply =
        wire::reads<v2::tag::get>(R"({"tag_infos": [{"id": "7", "tag_type": "tenant", "name": "vip",
        "i18n_names": [{"locale": "zh_cn", "name": "贵宾"}], "create_time": "1", "update_time": "2"}]})");
    BOOST_TEST((reply.tag_infos.at(0).i18n_names.at(0).locale == feishu::locale::zh_cn));
    wire::refuses(v2::tag::get{.ids = wire::many(41)}, "ids", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v2_biz_entity_tag_relation_sends_and_reads_what_the_pages_say) {
    namespace relation = v2::biz_entity_tag_relation;
    wire::sends(relation::create{.tag_biz_type = "chat", .biz_entity_id = "oc_1", .tag_ids = {"7"}},
                "POST /open-apis/im/v2/biz_entity_tag_relation",
                R"({"tag_biz_type": "chat", "biz_entity_id": "oc_1", "tag_ids": ["7"]})");
    wire::sends(relation::update{.tag_biz_type = "chat", .biz_entity_id = "oc_1", .tag_ids = {"8"}},
                "PUT /open-apis/im/v2/biz_entity_tag_relation",
                R"({"tag_biz_type": "chat", "biz_entity_id": "oc_1", "tag_ids": ["8"]})");
    wire::sends(relation::get{.tag_biz_type = "chat", .biz_entity_id = "oc_1"},
                "GET /open-apis/im/v2/biz_entity_tag_relation?tag_biz_type=chat&biz_entity_id=oc_1");
    auto const reply = wire::reads<relation::get>(
        R"({"tag_info_with_bind_versions": [{"tag_info": {"id": "7", "name": "vip"}, "bind_version": "3"}]})");
    BOOST_TEST(reply.tag_info_with_bind_versions.at(0).tag_info.id == "7");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_id_convert_sends_and_reads_what_the_page_says) {
    using feishu::cardkit::v1::card::id_convert;
    wire::sends(id_convert{.message_id = "om_1"}, "POST /open-apis/cardkit/v1/cards/id_convert",
                R"({"message_id": "om_1"})");
    BOOST_TEST(wire::reads<id_convert>(R"({"card_id": "7355372766134157313"})").card_id ==
               "7355372766134157313");
    wire::refuses(id_convert{.message_id = std::string(51, 'm')}, "message_id", rule::max_characters);
}

} // namespace
